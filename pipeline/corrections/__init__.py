"""A person's decisions about events, applied after linking on every rebuild (design.md section 5).

First the events are put right (drop, merge, split, add), then their values (set, confirm), in the order of the rows.
Whether rows may be summed is decided anew afterwards; a person's own `part_of` or `countable` stands above that. Where
a correction expects what is no longer there, the person's value stays, the event is flagged `stale_correction`, and the
correction is given back in `Corrected.stale`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from pipeline.corrections.consistent import clashes, unheard, why_uncountable
from pipeline.corrections.desk import Desk, NotFoundError
from pipeline.corrections.fields import FIELDS, format_value, parse_value
from pipeline.corrections.read import KEYS, Correction, check_rows, find_corrections, listed
from pipeline.corrections.stub import correction_stub
from pipeline.link.independence import Sources
from pipeline.link.parts import settle_parts
from pipeline.records import Document, Event, Publisher
from schemas.vocab import FLAGS

__all__ = ["KEYS", "Corrected", "Correction", "Stale", "apply_corrections", "check_rows", "correction_stub", "find_corrections"]

SETTLED = ("part_of", "countable")  # decided over all events together, so a person's value is put in last


@dataclass(frozen=True, slots=True)
class Stale:
    """A correction that no longer meets what it was made for, and why."""

    correction: Correction
    why: str

    def __str__(self) -> str:
        return f"{self.correction.where}: {self.correction.op}: {self.why}"


@dataclass(frozen=True, slots=True)
class Corrected:
    """The events as they stand after all corrections, in the order of their anchors, and what has become stale."""

    events: tuple[Event, ...]
    stale: tuple[Stale, ...]


def apply_corrections(
    events: Iterable[Event],
    corrections: Iterable[Correction],
    documents: Mapping[str, Document],
    publishers: Iterable[Publisher] = (),
) -> Corrected:
    """Events with every correction applied. `documents` by id; a correction may name them by id or path."""
    rows = tuple(corrections)
    if not rows:
        return Corrected(tuple(events), ())
    desk = Desk(events, documents, Sources(documents, publishers))
    stale = [found for row in rows if row.op in _STRUCTURE for found in _tried(_STRUCTURE[row.op], desk, row)]
    values = [row for row in rows if row.op in _VALUES]
    machine = {event.event_id: event for event in desk}
    for row in values:
        stale += _tried(lambda at, one: _VALUES[one.op](at, one, machine), desk, row)
    stale += _refuse_contradictions(desk, values, machine)
    settled = Desk(settle_parts(list(desk)), documents, Sources(documents, publishers))
    for row in values:
        if row.op == "set" and row.field in SETTLED:
            with suppress(NotFoundError):  # that is said above
                stale += _set_settled(settled, row)
    return Corrected(tuple(settled), tuple(stale))


def _tried(apply: Callable[[Desk, Correction], str | None], desk: Desk, row: Correction) -> list[Stale]:
    """The row applied; what is stale about it, if anything."""
    try:
        why = apply(desk, row)
    except NotFoundError as problem:
        why = str(problem)
    return [Stale(row, why)] if why else []


def _target(desk: Desk, row: Correction) -> Event:
    """The event a row is about: by id, and if that finds nothing by its words."""
    if row.event_id:
        try:
            return desk.find(row.event_id)
        except NotFoundError:
            if not row.document or not row.quote:
                raise
    return desk.find_words(row.document, row.quote)


# ------------------------------------------------------------------------------------------ which events there are
def _drop(desk: Desk, row: Correction) -> None:
    desk.drop(_target(desk, row))


def _merge(desk: Desk, row: Correction) -> None:
    target = _target(desk, row)
    for name in listed(row.value):
        other = desk.find(name)
        if other.event_id != target.event_id:
            target = desk.join(target, other)
    desk.put(replace(target, review="corrected"))


def _split(desk: Desk, row: Correction) -> None:
    for event in desk.part(_target(desk, row), listed(row.value)):
        desk.put(replace(event, review="corrected"))


def _add(desk: Desk, row: Correction) -> str | None:
    """A new event; where the machine has come to find it too, that event stands and the correction is stale."""
    event_type, _, mode = row.value.partition("/")
    known = next((event for event in desk.told(row.document, row.quote) if event.event_type == event_type), None)
    if known is not None:
        desk.put(_flagged(replace(known, review="confirmed")))
        return f"{known.event_id} is found without it"
    desk.put(replace(desk.add(row.document, row.quote, event_type, mode), review="added"))
    return None


# ------------------------------------------------------------------------------------------ what they say
def _set(desk: Desk, row: Correction, machine: Mapping[str, Event]) -> str | None:
    """The person's value put in; stale when neither the machine nor an earlier row says what was expected."""
    event, field = _target(desk, row), FIELDS[row.field]
    expected = parse_value(row.field, row.expect)
    found = field.get(machine.get(event.event_id, event))
    is_stale = expected not in (found, field.get(event))
    changed = field.set(event, parse_value(row.field, row.value))
    kept = tuple(flag for flag in changed.flags if flag not in field.cures)
    review = "added" if event.review == "added" else "corrected"
    changed = _with_own_flags(replace(changed, flags=kept, review=review))
    desk.put(_flagged(changed) if is_stale else changed)
    return _expected(row, found) if is_stale else None


def _confirm(desk: Desk, row: Correction, machine: Mapping[str, Event]) -> str | None:
    event = _target(desk, row)
    if row.field:
        expected, found = parse_value(row.field, row.expect), FIELDS[row.field].get(event)
        if expected not in (found, FIELDS[row.field].get(machine.get(event.event_id, event))):
            desk.put(_flagged(event))
            return _expected(row, found)
    desk.put(replace(event, review="confirmed") if event.review == "machine" else event)
    return None


def _refuse_contradictions(desk: Desk, rows: Iterable[Correction], machine: Mapping[str, Event]) -> list[Stale]:
    """Events whose corrections contradict each other or the rest of the row stay as they were before all of them."""
    of_event: dict[str, list[Correction]] = {}
    for row in rows:
        if row.op == "set" and row.field not in SETTLED:
            with suppress(NotFoundError):
                of_event.setdefault(_target(desk, row).event_id, []).append(row)
    refused = []
    for name, asked in of_event.items():
        event = desk.find(name)
        wanted = {row.field: parse_value(row.field, row.value) for row in asked}
        found = next(chain(clashes(event), unheard(event, wanted)), None)
        if found:
            desk.put(_flagged(machine[event.event_id]))
            guilty = next((row for row in reversed(asked) if row.field in found.columns), asked[-1])
            refused.append(Stale(guilty, f"{found.why}; no value of this event was set"))
    return refused


def _set_settled(desk: Desk, row: Correction) -> list[Stale]:
    event = _target(desk, row)
    value: Any = parse_value(row.field, row.value)
    if row.field == "countable" and value and (why := why_uncountable(event)):
        desk.put(_flagged(event))
        return [Stale(row, why)]
    if row.field == "part_of" and value is not None:
        value = desk.find(value).event_id
    desk.put(replace(event, **{row.field: value}))
    return []


def _expected(row: Correction, found: Any) -> str:
    return f"{row.field} is '{format_value(found)}', expected '{row.expect}'"


def _with_own_flags(event: Event) -> Event:
    """Flags that only repeat a value follow it."""
    told = {
        "multiple": event.scope == "multiple",
        "aggregate": event.scope == "aggregate",
        "contested": event.contested,
    }
    raised = {flag for flag in event.flags if flag not in told} | {flag for flag, holds in told.items() if holds}
    return replace(event, flags=tuple(flag for flag in FLAGS if flag in raised))


def _flagged(event: Event) -> Event:
    return replace(event, flags=tuple(flag for flag in FLAGS if flag in event.flags or flag == "stale_correction"))


_STRUCTURE: Mapping[str, Callable[[Desk, Correction], str | None]] = {
    "drop": _drop,
    "merge": _merge,
    "split": _split,
    "add": _add,
}
_VALUES: Mapping[str, Callable[[Desk, Correction, Mapping[str, Event]], str | None]] = {
    "set": _set,
    "confirm": _confirm,
}
