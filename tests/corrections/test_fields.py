"""What a field reads is what the row shows; what it sets, the row shows, too, and no rule of the schema breaks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from pipeline.check import check_tables
from pipeline.corrections import apply_corrections, check_rows
from pipeline.corrections.fields import FIELDS, format_value
from pipeline.link import link
from pipeline.records import Document, Event, Extraction, Report
from pipeline.tabulate import tabulate
from pipeline.tabulate.rows import event_row
from tests.link.notation import telling
from tests.tables.test_any_event import DOCUMENTS, line_of

SAID = {name: date(2022, 3, 10) + timedelta(3 * number) for number, name in enumerate(DOCUMENTS)}
READ = {name: Document(name, f"{name}.txt", "", "", publisher="Post", published=day) for name, day in SAID.items()}
NEW = {
    "date_start": ["2022-03-01", "2022-02-27", ""],
    "date_end": ["2022-04-20", "2022-03-05"],
    "actor_names": ["", "Kara; Bora"],
    "recipient_names": ["", "Dora"],
    "fatalities_best": ["", "0", "9", "4000"],
    "injured_best": ["2"],
    "place_name": ["", "Dara"],
    "scope": ["incident", "multiple", "aggregate"],
    "status": ["negated", "occurred"],
    "event_type": ["THREATEN", "PROTEST", "ASSAULT"],
    "deaths_civilians": ["2"],
    "denied_by": ["Bora"],
    "claimed_by": ["", "Monitor"],
    "country_iso3": ["KAR"],
}


def told(seed: int) -> list[Report]:
    chance = random.Random(seed)
    named = [(chance.choice(DOCUMENTS), number) for number in range(80)]
    return [telling(line_of(chance), doc=d, said=str(SAID[d]), at=str(100 + 70 * n), quote="Q" * 60) for d, n in named]


def extractions(reports: list[Report]) -> list[Extraction]:
    return [Extraction(each, 20_000, 9, tuple(t for t in reports if t.document_id == d)) for d, each in READ.items()]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_field_reads_what_the_row_shows(seed: int) -> None:
    differing = [
        (name, FIELDS[name].get(event), row[name])
        for event in link(told(seed), READ)
        for row in [event_row(event, READ)]
        for name in FIELDS
        if FIELDS[name].get(event) != row[name]
    ]
    assert differing == []


def decisions(chance: random.Random, events: list[Event]) -> Iterator[tuple[str, dict[str, str]]]:
    for number, event in enumerate(events):
        name = chance.choice(list(NEW))
        cells = {"op": "set", "event_id": event.event_id, "field": name, "expect": format_value(FIELDS[name].get(event))}
        yield f"row {number}", cells | {"value": chance.choice(NEW[name]), "reason": "r", "by": "AB", "date": "2022-05-01"}


@pytest.mark.parametrize("seed", range(8))
def test_a_decision_is_applied_or_refused_and_breaks_no_rule(seed: int) -> None:
    reports = told(seed)
    events = link(reports, READ)
    rows = check_rows(decisions(random.Random(seed), list(events)))
    corrected = apply_corrections(events, rows, READ)
    refused = [stale for stale in corrected.stale if not stale.why.endswith("no value of this event was set")]
    assert refused == []
    assert len(corrected.stale) < len(rows) / 2
    assert [str(finding) for finding in check_tables(tabulate(extractions(reports), corrected.events))] == []


def test_both_sides_of_a_mutual_act_are_put_right_one_by_one() -> None:
    (event,) = link([telling("AGREE 2022-03-01 KAR KARGOV+BORGOV")], {})
    mutual = replace(event, is_mutual=True)
    assert [FIELDS[name].get(mutual) for name in ("actor_names", "recipient_names")] == ["KARGOV", "BORGOV"]
    changed = FIELDS["recipient_names"].set(mutual, "DORGOV")
    assert [(one.role, one.name) for one in changed.participants] == [("actor", "KARGOV"), ("actor", "DORGOV")]


@pytest.mark.parametrize(
    ("days", "field", "value", "left"),
    [
        pytest.param("2022-03-01..2022-03-10", "date_end", date(2022, 3, 1), ("day", "relative"), id="one-day-is-a-day"),
        pytest.param("..2022-03-10", "date_start", date(2022, 3, 10), ("day", "relative"), id="unknown-becomes-a-day"),
        pytest.param("2022-03-01", "date_end", date(2022, 3, 4), ("days", "relative"), id="a-day-becomes-days"),
        pytest.param("2022-03-01", "date_end", date(2022, 3, 30), ("range", "relative"), id="a-day-becomes-a-range"),
        pytest.param("2022-03-01", "date_start", None, ("unknown", "none"), id="an-open-start-is-no-day"),
    ],
)
def test_a_precision_that_the_days_cannot_have_gives_way(days: str, field: str, value: date, left: tuple[str, str]) -> None:
    (event,) = link([telling(f"ASSAULT {days} KAR KARMIL", said="2022-03-12")], {})
    when = FIELDS[field].set(event, value).date
    assert (when.precision, when.basis) == left
