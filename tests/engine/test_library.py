"""The library: texts in, tables out, in this process."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import pipeline
from pipeline.engine import mark_copies, name_repeats
from pipeline.parse import Parser
from pipeline.records import Document, Extraction

TEXT = (
    "Rebels attacked the town of Hama on Wednesday, killing 12 soldiers, officials said. "
    "In February the army had shelled the village of Morek, killing three people."
)


@pytest.fixture(autouse=True)
def _one_parser(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.parse.load", lambda model: parser)


def test_a_text_with_its_day() -> None:
    tables = pipeline.extract(TEXT, date(2020, 2, 19))
    event = tables.events[tables.events.fatalities_best == 12].iloc[0]
    assert (event.date_start.date(), event.date_end.date(), event.date_precision) == (date(2020, 2, 19), date(2020, 2, 19), "day")
    assert tables.documents.published_basis.item() == "metadata"


def test_without_its_day_no_row_claims_a_day_it_cannot_know() -> None:
    tables = pipeline.extract(TEXT)
    assert tables.documents.published.isna().all()
    assert tables.documents.published_basis.item() in ("inferred", "unknown")
    assert not (tables.events.date_precision.eq("day") & tables.events.date_start.eq(tables.events.date_end)).any()


def article(name: str, signature: bytes, status: str = "ok", day: int = 1) -> Extraction:
    document = Document(name, f"{name}.txt", "", "", published=date(2020, 2, day), status=status)
    return Extraction(document, 10, 1, signature=signature)


def test_the_same_record_again_gets_an_id_of_its_own_and_points_at_the_first() -> None:
    first, second, third = name_repeats([article("doc_a", b"12345678")] * 3)
    assert len({each.document.document_id for each in (first, second, third)}) == 3
    assert (second.document.status, second.document.duplicate_of) == ("duplicate", "doc_a")
    assert (second.reports, first.document.status) == ((), "ok")


def test_what_an_article_repeats_is_never_a_copy_itself() -> None:
    repeat = article("doc_c", b"", "duplicate")
    repeat = replace(repeat, document=replace(repeat.document, duplicate_of="doc_b"))
    found = mark_copies([article("doc_b", b"12345678", day=2), repeat, article("doc_a", b"12345678", day=1)])
    assert [each.document.duplicate_of for each in found] == ["doc_a", "doc_a", None]


def test_other_names_of_the_package_are_no_attributes() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = pipeline.nothing
