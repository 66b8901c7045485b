"""What a person decides stands on every rebuild, follows its event, and says so when it no longer fits."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.corrections import Corrected, apply_corrections, check_rows
from pipeline.link import link
from pipeline.records import Document, Event, Report
from tests.link.notation import telling

SHELLING = "ASSAULT/heavy-weapons 2020-02-03 SYR.Idlib.Saraqib SYRMIL>TURMIL killed=8 doc=doc_b said=2020-02-04"
AGAIN = "ASSAULT 2020-02-03 SYR.Idlib.Saraqib SYRMIL killed=8 doc=doc_c said=2020-02-05"
RAID = "ASSAULT/aerial 2020-02-07 SYR.Idlib.Binnish SYRMIL>CVL killed=3 doc=doc_c said=2020-02-09 at=300"
TEXT = "Shells fell on Saraqib on 3 February. Eight soldiers were killed. The army fled the town of Nerab, officials said."
DOCUMENTS = {"doc_b": Document("doc_b", "b.txt", TEXT, "", published=date(2020, 2, 4))}
BASE = {"reason": "read again", "by": "AB", "date": "2020-03-01"}


def corrected(lines: list[str], *rows: dict[str, str]) -> Corrected:
    """The events of these lines with the corrections applied; `TARGET` stands for the first event's id."""
    return put_right([telling(line) for line in lines], *rows)


def put_right(reports: list[Report], *rows: dict[str, str]) -> Corrected:
    events = link(reports, DOCUMENTS)
    ids = {"TARGET": events[0].event_id, "OTHER": events[-1].event_id}
    named = [{key: ids.get(cell, cell) for key, cell in (BASE | row).items()} for row in rows]
    corrections = check_rows((f"row {n}", row) for n, row in enumerate(named, start=2))
    return apply_corrections(events, corrections, DOCUMENTS)


def change(field: str, expect: str, value: str, target: str = "TARGET") -> dict[str, str]:
    return {"op": "set", "event_id": target, "field": field, "expect": expect, "value": value}


def at(document: str, quote: str) -> dict[str, str]:
    return {"op": "drop", "document": document, "quote": quote}


def only(result: Corrected) -> Event:
    (event,) = result.events
    return event


def test_no_corrections_change_nothing() -> None:
    events = link([telling(SHELLING), telling(RAID)], DOCUMENTS)
    assert apply_corrections(events, (), DOCUMENTS).events == events


@pytest.mark.parametrize(
    ("field", "expect", "value", "read"),
    [
        pytest.param("event_type", "ASSAULT", "COERCE", lambda e: (e.event_type, e.mode), id="another-type-drops-its-mode"),
        pytest.param("status", "occurred", "negated", lambda e: (e.status, e.countable), id="status-decides-countable"),
        pytest.param("date_start", "2020-02-03", "2020-02-02", lambda e: e.date.start, id="day"),
        pytest.param("place_name", "Saraqib", "Nerab", lambda e: (e.places[0].place.name, e.places[0].place.iso3), id="place"),
        pytest.param("recipient_names", "TURMIL", "TURMIL; CVL", lambda e: len(e.participants), id="parties"),
        pytest.param("fatalities_best", "8", "9", lambda e: (e.total("killed").best, e.deaths.unknown), id="dead"),
        pytest.param("fatalities_best", "8", "", lambda e: (e.total("killed"), e.deaths), id="no-number-after-all"),
        pytest.param("injured_best", "", "20", lambda e: e.total("injured").low, id="a-number-not-found"),
        pytest.param("countable", "true", "false", lambda e: e.countable, id="countable"),
    ],
)
def test_set(field: str, expect: str, value: str, read) -> None:  # type: ignore[no-untyped-def]
    expected = {
        "event_type": ("COERCE", ""), "status": ("negated", False), "date_start": date(2020, 2, 2),
        "place_name": ("Nerab", None), "recipient_names": 3, "countable": False, "injured_best": 20,
        "fatalities_best": (9, 1) if value else (None, None),
    }  # fmt: skip
    result = corrected([SHELLING], change(field, expect, value))
    event = only(result)
    assert read(event) == expected[field]
    assert (event.review, result.stale) == ("corrected", ())


def test_a_correction_whose_expectation_is_gone_keeps_the_persons_value_and_says_so() -> None:
    result = corrected([SHELLING], change("fatalities_best", "7", "9"))
    event = only(result)
    assert event.total("killed").best == 9  # type: ignore[union-attr]
    assert "stale_correction" in event.flags
    assert str(result.stale[0]) == "row 2: set: fatalities_best is '8', expected '7'"


def test_two_rows_on_one_field_are_one_after_the_other() -> None:
    result = corrected([SHELLING], change("fatalities_best", "8", "9"), change("fatalities_best", "9", "10"))
    assert only(result).total("killed").best == 10  # type: ignore[union-attr]
    assert result.stale == ()


def test_confirm() -> None:
    confirm = {"op": "confirm", "event_id": "TARGET"}
    assert only(corrected([SHELLING], confirm)).review == "confirmed"
    right, wrong = (
        confirm | {"field": "mode", "expect": "heavy-weapons"},
        confirm | {"field": "mode", "expect": "aerial"},
    )
    assert only(corrected([SHELLING], right)).review == "confirmed"
    result = corrected([SHELLING], wrong)
    assert (only(result).review, only(result).flags, len(result.stale)) == ("machine", ("stale_correction",), 1)


def test_what_is_planned_or_summed_cannot_be_made_countable() -> None:
    result = corrected([SHELLING + " status=planned"], change("countable", "false", "true"))
    assert (only(result).countable, result.stale[0].why) == (False, "what is planned is not countable")


def test_values_that_contradict_each_other_are_all_refused() -> None:
    rows = [change("fatalities_best", "8", "9"), change("date_start", "2020-02-03", "2020-03-03")]
    result = corrected([SHELLING], *rows)
    assert (only(result).total("killed").best, only(result).review) == (8, "machine")  # type: ignore[union-attr]
    assert str(result.stale[0]) == "row 3: set: date_start is after date_end; no value of this event was set"


def test_drop() -> None:
    result = corrected([SHELLING, RAID], {"op": "drop", "event_id": "TARGET"})
    assert only(result).mode == "aerial"


def test_merge_makes_one_event_with_the_earliest_anchor() -> None:
    result = corrected([SHELLING, RAID], {"op": "merge", "event_id": "OTHER", "value": "TARGET"})
    event = only(result)
    assert event.event_id == link([telling(SHELLING)], {})[0].event_id
    assert [each.rule for each in event.reports] == ["anchor", "corrected"]
    assert event.review == "corrected"


def test_split_parts_the_named_tellings() -> None:
    lines = [SHELLING, AGAIN]
    parted = telling(AGAIN).report_id
    result = corrected(lines, {"op": "split", "event_id": "TARGET", "value": parted})
    assert [[each.report.report_id for each in event.reports] for event in result.events] == [
        [telling(SHELLING).report_id],
        [parted],
    ]
    assert {event.review for event in result.events} == {"corrected"}


def test_add_makes_a_row_of_the_words_and_further_rows_fill_it() -> None:
    words = {"document": "b.txt", "quote": "The army fled the town of Nerab"}
    result = corrected(
        [SHELLING],
        words | {"op": "add", "value": "RETREAT/withdraw"},
        words | {"op": "set", "field": "actor_names", "expect": "", "value": "SYRMIL"},
    )
    added = next(event for event in result.events if event.review == "added")
    assert (added.event_type, added.mode, added.anchor.quote) == ("RETREAT", "withdraw", words["quote"])
    assert added.anchor.quote == TEXT[added.anchor.sentence_start : added.anchor.sentence_end]
    assert "no_actor" not in added.flags
    assert result.stale == ()


def test_add_what_the_machine_has_come_to_find_is_stale() -> None:
    found = telling(SHELLING.replace("doc_b", "doc_b at=7"))
    words = {"document": "b.txt", "quote": TEXT[:40]}
    result = put_right([found], words | {"op": "add", "value": "ASSAULT"})
    assert (only(result).review, len(result.stale)) == ("confirmed", 1)


def test_a_correction_follows_its_event_when_an_earlier_article_renames_it() -> None:
    (late,) = link([telling(AGAIN)], {})
    result = corrected([SHELLING, AGAIN], change("fatalities_best", "8", "9", target=late.event_id))
    assert only(result).event_id != late.event_id
    assert only(result).total("killed").best == 9  # type: ignore[union-attr]
    assert result.stale == ()


def test_parts_and_sums_are_decided_anew() -> None:
    whole = "ASSAULT 2020-02-01..2020-02-10 SYR.Idlib SYRMIL>TURMIL killed=13 scope=multiple doc=doc_a"
    tenth = "ASSAULT 2020-02-10 SYR.Idlib.Taftanaz SYRMIL>TURMIL killed=4 doc=doc_c said=2020-02-11"
    assert [event.countable for event in link(map(telling, [SHELLING, tenth, whole]), {})] == [False, False, True]
    result = corrected([SHELLING, tenth, whole], change("fatalities_best", "8", "9"))
    assert [event.countable for event in result.events] == [True, True, False]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param(change("mode", "", "aerial", "ev_0123456789abcdef"), "there is no event ev_0123", id="no-event"),
        pytest.param(at("z.txt", "x"), "there is no document 'z.txt'", id="no-document"),
        pytest.param(at("b.txt", "gone"), "'b.txt' does not have these words", id="no-words"),
        pytest.param(at("b.txt", "officials"), "the words tell 0 events", id="no-event-in-these-words"),
        pytest.param({"op": "split", "event_id": "TARGET", "value": "rp_0123456789abcdef"},
                     "does not have these tellings", id="no-telling"),
        pytest.param({"op": "merge", "event_id": "TARGET", "value": "ev_0123456789abcdef"},
                     "there is no event", id="nothing-to-merge"),
    ],
)  # fmt: skip
def test_a_target_that_is_gone_is_stale_and_changes_nothing(row: dict[str, str], why: str) -> None:
    result = corrected([SHELLING.replace("said", "at=400 said")], row)
    assert only(result).review == "machine"
    assert why in str(result.stale[0])
