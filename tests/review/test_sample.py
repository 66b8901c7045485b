"""A coding sheet is blind, stratified and the same for the same seed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.coding.draw import Drawn, draw
from pipeline.coding.layout import FIELDS
from pipeline.errors import UsageError
from pipeline.records import Document
from schemas.columns import DOCUMENTS, REPORTS
from tests.review.conftest import Run, World
from tests.review.sheets import Sheet

TYPES = ("ASSAULT", "ASSAULT", "ASSAULT", "ASSAULT", "ASSAULT", "AID", "PROTEST", None, None, None, None, None, "(rejected)")


def article(name: str, publisher: str) -> tuple[Document, dict[str, list[dict[str, object]]]]:
    """Thirteen sentences, those with a type told by the machine, the last one refused by it."""
    sentences = [f"Sentence number {word} of {name} stands here." for word in "abcdefghijklm"]
    text = " ".join(sentences)
    blank = dict.fromkeys(REPORTS.names) | {"document_id": name}
    rows: dict[str, list[dict[str, object]]] = {"reports": [], "rejected": []}
    for sentence, event_type in zip(sentences, TYPES, strict=True):
        start = text.index(sentence)
        span = {"sentence_start": start, "sentence_end": start + len(sentence), "trigger_start": start}
        if event_type == "(rejected)":
            rows["rejected"].append({"document_id": name, "start": start, "end": start + 5})
        elif event_type:
            rows["reports"].append(blank | span | {"event_type": event_type})
    rows["documents"] = [dict.fromkeys(DOCUMENTS.names) | {"document_id": name, "publisher": publisher}]
    return Document(name, f"{name}.txt", text, ""), rows


def drawn(n: int, seed: int = 1, by: tuple[str, ...] = ("event_type",), names: str = "xy") -> list[Drawn]:
    found = [article(f"doc_{name}", name.upper()) for name in names]
    tables = {key: [row for _, rows in found for row in rows[key]] for key in ("reports", "documents", "rejected")}
    return draw((document for document, _ in found), tables, by, n, seed)


def places(sample: list[Drawn]) -> list[tuple[str, int]]:
    return [(each.document.document_id, each.start) for each in sample]


def test_the_same_seed_draws_the_same_sentences_in_the_same_order_whatever_the_order_of_the_articles() -> None:
    assert places(drawn(9)) == places(drawn(9, names="yx"))
    assert places(drawn(9)) != places(drawn(9, seed=2))


def test_a_third_has_no_machine_row_and_every_stratum_is_there() -> None:
    sample = drawn(12)
    assert sum(not each.is_told for each in sample) == 4
    assert {each.stratum for each in sample} == {("ASSAULT",), ("AID",), ("PROTEST",), ("(none)",), ("(rejected)",)}
    assert {each.stratum for each in drawn(26, by=("event_type", "publisher"))} >= {("AID", "X"), ("AID", "Y")}


def test_what_there_is_too_little_of_is_filled_up_and_nothing_is_drawn_twice() -> None:
    sample = drawn(100)
    assert (len(sample), len(set(places(sample)))) == (26, 26)
    assert sum(each.is_told for each in drawn(20)) == 13  # 20 - a third
    assert places(drawn(5)) == places(drawn(5))


def test_only_columns_can_make_strata() -> None:
    with pytest.raises(UsageError, match="--by 'colour' is no column of the tables reports and documents"):
        drawn(5, by=("colour",))


def test_the_sheet_shows_sentences_with_context_and_nothing_of_the_machine(built: World, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "coding.xlsx"
    done = run("sample", "--n", 6, "--out", path, "--data", built.data, "--input", built.seeds)
    assert (done.code, "6 sentences of" in done.out, "2 of them without a machine row" in done.out) == (0, True, True), done
    sheet = Sheet(path)
    rows = sheet.rows("coding")
    assert [row["item"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert {row[name] for row in rows for name in ("event", *FIELDS)} == {None}
    assert not {"machine", "review"} & set(sheet.book.sheetnames)
    texts = {path.name: path.read_text() for path in built.seeds.glob("*.txt")}
    for row in rows:
        assert any(text[row["start"] : row["end"]] == row["sentence"] for text in texts.values())
        assert "[…]" in row["context"]
    again = tmp_path / "again.xlsx"
    run("sample", "--n", 6, "--out", again, "--data", built.data, "--input", built.seeds)
    assert Sheet(again).rows("coding") == rows


def test_a_sheet_is_not_overwritten_and_articles_that_are_not_there_are_said(built: World, run: Run, tmp_path: Path) -> None:
    (tmp_path / "coding.xlsx").write_text("work of a day")
    command = ("sample", "--data", built.data, "--out", tmp_path / "coding.xlsx", "--input")
    done = run(*command, built.seeds)
    assert (done.code, "exists. Add --force to replace it" in done.err) == (2, True), done
    assert (tmp_path / "coding.xlsx").read_text() == "work of a day"
    (tmp_path / "empty").mkdir()
    assert "Name their folder with --input" in run(*command, tmp_path / "empty").err
