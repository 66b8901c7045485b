"""What stands in the tables: rows, order, the numbers of scopes, dates to sort by, sides, sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.errors import DataError
from pipeline.link import link
from pipeline.records import Document, Event, EventDate, Extraction
from pipeline.tabulate import tabulate
from pipeline.tabulate.rows import event_row
from pipeline.tabulate.values import sort_by, ucdp_precision
from schemas.columns import TABLES
from tests.link.notation import telling
from tests.tables.sample import BROKEN, FIRST, SECOND, events, extractions, tables


@pytest.fixture(scope="module")
def sample():
    return tables()


def row_of(line: str, **changes: object) -> dict[str, object]:
    """The row of an event with one telling, as of the notation."""
    told = telling(line, doc=FIRST)
    document = Document(FIRST, "a.txt", "", "", publisher="Post", published=told.published)
    (event,) = link([told], {FIRST: document})
    return event_row(replace(event, **changes), {FIRST: document})


def test_events_come_by_day_then_id(sample):
    days = list(sample.events["date_sort"])
    assert days == sorted(days)
    assert list(sample.events.columns) == list(TABLES["events"].names)


def test_every_input_is_a_document_also_one_that_gave_nothing(sample):
    found = sample.documents.set_index("document_id")
    assert list(found.index) == [BROKEN, FIRST, SECOND], "by path"
    assert found.loc[BROKEN, "status"] == "quarantined"
    assert list(found["n_reports"]) == [0, 4, 2]


def test_a_dataset_without_articles_has_all_tables():
    empty = tabulate([], [])
    assert {name: len(data) for name, data in empty.items()} == dict.fromkeys(set(TABLES) - {"texts"}, 0)
    assert list(empty.events.columns) == list(TABLES["events"].names)


def test_texts_are_there_only_when_asked_for(sample):
    assert tables(texts=False).texts is None
    assert list(sample.texts["document_id"]) == [BROKEN, FIRST, SECOND]


def test_the_dead_are_told_apart_and_add_up(sample):
    row = sample.events.set_index("summary").loc["1–10 Mar 2022: KARMIL → BORMIL (shelling), LOW; 13 killed"]
    assert [row[f"fatalities_{end}"] for end in ("low", "best", "high")] == [13, 13, 13]
    assert [row[f"deaths_{whose}"] for whose in ("actor", "recipient", "civilians", "unknown")] == [0, 12, 1, 0]


def test_an_aggregate_has_tolls_and_nothing_to_sum(sample):
    row = sample.events[sample.events["scope"] == "aggregate"].iloc[0]
    assert row["toll_displaced"] == 9000
    assert row[["displaced_best", "fatalities_best", "deaths_actor"]].isna().all()
    assert not row["countable"]


def test_countable_rows_sum_without_counting_twice(sample):
    assert sample.events.loc[sample.events["countable"], "fatalities_best"].sum() == 13


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        pytest.param("ASSAULT 2022-03-03 KARMIL>BORMIL killed=20+", (20, 20, None, "at least"), id="at least"),
        pytest.param("ASSAULT 2022-03-03 KARMIL>BORMIL injured=2", (None, None, None, None), id="not reported is null"),
        pytest.param("ASSAULT 2022-03-03 KARMIL>BORMIL killed=0", (0, 0, 0, None), id="reported as none is 0"),
        pytest.param("ASSAULT 2022-03-03 KARMIL>BORMIL neutralized=100", (None, None, None, None), id="neutralized"),
    ],
)
def test_fatalities(line, columns):
    row = row_of(line)
    assert tuple(row[f"fatalities_{end}"] for end in ("low", "best", "high", "qualifier")) == columns


@pytest.mark.parametrize(
    ("line", "is_violent"),
    [
        ("ASSAULT 2022-03-03 KARMIL>BORMIL", True),
        ("PROTEST/riot 2022-03-03", True),
        ("PROTEST/demo 2022-03-03", False),
        ("PROTEST/demo 2022-03-03 injured=3", True),
        ("COERCE/arrest 2022-03-03 detained=3", False),
        ("THREATEN/violence 2022-03-03 KARMIL>BORMIL", False),
    ],
)
def test_violence(line, is_violent):
    assert row_of(line)["violent"] is is_violent


def test_a_mutual_act_shows_both_parties():
    row = row_of("ASSAULT/clash 2022-03-03 KARMIL+KARREB+BORMIL")
    assert row["directed"] is False
    assert (row["actor_name"], row["recipient_name"]) == ("KARMIL", "KARREB")
    assert (row["actor_names"], row["recipient_names"]) == ("KARMIL", "KARREB; BORMIL")


def test_participants_of_a_mutual_act_are_all_actors(sample):
    clash = sample.reports.set_index("trigger").loc["clashed", "report_id"]
    assert set(sample.participants.set_index("report_id").loc[[clash], "role"]) == {"actor"}


@pytest.mark.parametrize(
    ("start", "end", "more", "sorted_by", "prec"),
    [
        pytest.param("2022-03-03", "2022-03-03", {"precision": "day"}, ("2022-03-03", "start"), 1, id="day"),
        pytest.param("2022-03-03", "2022-03-05", {"precision": "days"}, ("2022-03-03", "start"), 2, id="days"),
        pytest.param("2022-02-28", "2022-03-06", {"precision": "week"}, ("2022-03-03", "midpoint"), 3, id="week"),
        pytest.param("2022-03-01", "2022-03-31", {"precision": "month"}, ("2022-03-16", "midpoint"), 4, id="month"),
        pytest.param("2022-01-01", "2022-12-31", {"precision": "year"}, ("2022-07-02", "midpoint"), 5, id="year"),
        pytest.param("2011-01-01", "2020-12-31", {"precision": "decade"}, ("2016-01-01", "midpoint"), None, id="too wide"),
        pytest.param("2022-01-01", "2022-03-17", {"kind": "throughout"}, ("2022-01-01", "start"), 5, id="a siege by its start"),
        pytest.param(None, "2022-03-17", {}, ("2022-03-17", "assumed_dct"), None, id="open at the start"),
        pytest.param(None, None, {}, ("2022-03-20", "assumed_dct"), None, id="no day: the publication day, to sort by only"),
    ],
)
def test_day_to_sort_by_and_ucdp_precision(start, end, more, sorted_by, prec):
    given = EventDate(start and date.fromisoformat(start), end and date.fromisoformat(end), **more)
    day, basis = sort_by(given, date(2022, 3, 20))
    assert (str(day), basis) == sorted_by
    assert ucdp_precision(given) == prec


def test_nothing_to_sort_by_without_any_day():
    assert sort_by(EventDate(None, None), None) == (None, None)


def test_undated_events_come_last():
    told = [telling("ASSAULT KARMIL>BORMIL", said="?"), telling("AID 2022-03-03 KARMIL>BORMIL", at="900")]
    told = [replace(each, document_id=FIRST) for each in told]
    documents = {FIRST: Document(FIRST, "a.txt", "", "")}
    rows = tabulate([Extraction(documents[FIRST], 9, 1)], link(told, documents)).events
    assert rows["date_sort"].isna().tolist() == [False, True]


def test_sources_are_listed_oldest_first_and_many_are_counted():
    one, *_ = events(extractions())
    found = [Document(f"doc_{n}", f"{n}.txt", "", "", None, f"P{n:02}", published=date(2022, 3, 28 - n)) for n in range(12)]
    documents = {document.document_id: document for document in found}
    linked = tuple(replace(one.reports[0], report=replace(one.anchor, document_id=document)) for document in documents)
    event = replace(one, anchor=linked[0].report, reports=linked)
    assert event_row(event, documents)["sources"].startswith("P11 2022-03-17; P10 2022-03-18; ")
    assert event_row(event, documents)["sources"].endswith("; P02 2022-03-26; and 2 more")


def test_a_source_without_a_publisher_is_named_by_its_file():
    told = telling("ASSAULT 2022-03-03 KARMIL>BORMIL", doc=FIRST, said="?")
    document = Document(FIRST, "folder/a.txt", "", "")
    (event,) = link([told], {FIRST: document})
    assert event_row(event, {FIRST: document})["sources"] == "folder/a.txt"


def test_half_a_surrogate_pair_names_its_document():
    broken = [replace(each, document=replace(each.document, title="Shells \ud83d")) for each in extractions()]
    with pytest.raises(DataError, match=r"broken\.txt: text with half of a surrogate pair"):
        tabulate(broken, ())


def test_a_quote_with_half_a_surrogate_pair_names_its_document():
    found = extractions()
    broken: list[Event] = [replace(event, anchor=replace(event.anchor, quote="\udfff")) for event in events(found)]
    broken = [replace(e, reports=tuple(replace(r, report=replace(r.report, quote="\udfff")) for r in e.reports)) for e in broken]
    with pytest.raises(DataError, match=r"karan\.txt"):
        tabulate(found, broken)


def test_order_of_inputs_changes_nothing(sample):
    again = tables(list(reversed(extractions())))
    assert all(data.equals(getattr(again, name)) for name, data in sample.items())
