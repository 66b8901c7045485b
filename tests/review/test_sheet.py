"""What a reviewer opens: the rows in order of need, the words in context, drop-downs, and no formula anywhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from pipeline.records import Document
from pipeline.review import layout
from pipeline.review.book import Marked, Plan, write_book
from pipeline.review.context import cut
from pipeline.review.layout import Field
from pipeline.review.priority import WEIGHTS, by_need
from pipeline.split import split
from schemas.columns import EVENTS
from schemas.vocab import FLAGS, VOCABULARIES
from tests.review.conftest import Run, World
from tests.review.sheets import Sheet

EVENT = {"flags": None, "review": "machine", "fatalities_best": None, "date_sort": None, "event_id": "ev_1"}


@pytest.fixture
def sheet(built: World, run: Run, tmp_path: Path) -> Sheet:
    run("export", "--format", "review", "--out", tmp_path / "r.xlsx", "--data", built.data, "--input", built.seeds)
    return Sheet(tmp_path / "r.xlsx")


def test_the_quote_stands_between_its_neighbours(sheet: Sheet) -> None:
    quote = sheet.rows("review")[sheet.number("review", place_name="Damascus") - 2]["quote"]
    assert quote == (
        "Rebel gunners shelled Homs on Monday and 12 soldiers were killed, officials said. Police arrested 20 protesters in "
        "Damascus on Tuesday. Nobody was hurt there."
    )


def test_header_is_frozen_machine_cells_are_locked_and_open_cells_are_not(sheet: Sheet) -> None:
    page = sheet.book["review"]
    columns = sheet.columns("review")
    assert (page.freeze_panes, page.protection.sheet) == ("E2", True)
    locked = {name: page.cell(2, number).protection.locked for name, number in columns.items()}
    assert {name for name, is_locked in locked.items() if not is_locked} == {f.name for f in layout.COLUMNS if f.is_open}
    assert sheet.book["machine"].sheet_state == sheet.book["lists"].sheet_state == "hidden"


def test_every_coded_column_has_a_drop_down_with_its_vocabulary(sheet: Sheet) -> None:
    page, columns = sheet.book["review"], sheet.columns("review")
    rules = {str(rule.sqref).split(":")[0].rstrip("0123456789"): rule for rule in page.data_validations.dataValidation}
    for field in layout.COLUMNS:
        vocab = field.source.vocab if field.source else ""
        if not vocab or field.name == "mode":
            continue
        rule = rules[openpyxl.utils.get_column_letter(columns[field.name])]
        cells = sheet.book["lists"][rule.formula1.split("!")[1].replace("$", "")]
        assert [cell.value for (cell,) in cells] == list(VOCABULARIES[vocab])


def test_the_sheet_offers_what_can_be_corrected() -> None:
    from pipeline.corrections.fields import FIELDS

    assert set(layout.FIELDS) <= set(FIELDS)
    assert set(layout.CONFIRMED) <= set(layout.FIELDS)
    assert {name for name in layout.FIELDS if name not in EVENTS.names} == set()


def test_rows_that_most_need_a_look_come_first() -> None:
    rows = [
        EVENT | {"event_id": "ev_plain"},
        EVENT | {"event_id": "ev_done", "flags": "contested", "review": "confirmed"},
        EVENT | {"event_id": "ev_dead", "flags": "no_place", "fatalities_best": 40},
        EVENT | {"event_id": "ev_early", "flags": "no_place", "date_sort": date(2020, 1, 1)},
        EVENT | {"event_id": "ev_doubt", "flags": "contested;weak_link"},
        EVENT | {"event_id": "ev_stale", "flags": "stale_correction", "review": "corrected"},
    ]
    order = ["ev_stale", "ev_doubt", "ev_dead", "ev_early", "ev_plain", "ev_done"]
    assert [row["event_id"] for row in by_need(rows)] == order
    assert set(WEIGHTS) == set(FLAGS)


RISKY = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("text", RISKY)
@pytest.mark.parametrize("is_quote", [False, True], ids=["text", "quote"])
def test_no_text_becomes_a_formula(text: str, is_quote: bool, tmp_path: Path) -> None:
    def kind(words: str) -> str | Marked:
        return Marked("", words, "") if is_quote else words

    (tmp_path / "s.xlsx").write_bytes(write_book([(text, text)], [Plan("s", [Field("a", "")], [{"a": kind(text)}, {"a": 7}])]))
    book = openpyxl.load_workbook(tmp_path / "s.xlsx")
    for cell in (book["s"]["A2"], book["instructions"]["A1"]):
        assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert book["s"]["A3"].value == 7


def test_what_a_cell_cannot_hold_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "s.xlsx").write_bytes(write_book([], [Plan("s", [Field("a", "")], [{"a": "a\x00b\ud800" + "x" * 40_000}])]))
    value = openpyxl.load_workbook(tmp_path / "s.xlsx")["s"]["A2"].value
    assert (value[:4], len(value)) == ("a b?", 32_767)


@pytest.mark.parametrize(
    ("sentence", "before", "after"),
    [("One.", "", "Two. Three."), ("Two.", "One.", "Three."), ("Four.", "Two. Three.", "")],
)
def test_there_are_two_sentences_of_context_wherever_the_sentence_stands(sentence: str, before: str, after: str) -> None:
    text = "One. Two. Three. Four."
    start = text.index(sentence)
    passage = cut(text, split(Document("doc_", "", text, "")), start, start + len(sentence))
    assert passage == (before, sentence, after)
