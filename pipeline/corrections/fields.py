"""The columns of `events` that a person may set, each with how an `Event` holds it.

Columns that follow from others (summary, quad_class, date_sort, n_reports …) are not here: they follow the correction.
A value's type, vocabulary and bounds are those of the column in `schemas.columns`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pipeline.records import Deaths, Event, EventDate, EventPlace, Participant, Place, Total
from schemas.columns import EVENTS
from schemas.vocab import MODES, VOCABULARIES

Value = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Field:
    """How to read a column's value off an event, and the event with another value. `cures` are flags it makes void."""

    get: Callable[[Event], Value]
    set: Callable[[Event, Any], Event]
    cures: tuple[str, ...] = ()


def parse_value(name: str, text: str) -> Value:
    """The value that a cell stands for; empty is None. Errors: ValueError says what is allowed."""
    column = EVENTS.column(name)
    if not text:
        if not column.is_nullable:
            raise ValueError(f"{name} must not be empty")
        return None
    allowed = VOCABULARIES.get(column.vocab)
    if allowed is not None and text not in allowed:
        raise ValueError(f"{name} '{text}'. Allowed: {', '.join(allowed)}")
    if column.pattern and not re.fullmatch(column.pattern, text):
        raise ValueError(f"{name} '{text}' does not match {column.pattern}")
    value = _PARSERS[column.type](name, text)
    if isinstance(value, (int, float)):
        _check_bounds(name, value, column.minimum, column.maximum)
    return value


def format_value(value: Value) -> str:
    """The cell that stands for a value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def _parse_date(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{name} '{text}' is not a date. Use YYYY-MM-DD") from None


def _parse_truth(name: str, text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(f"{name} '{text}'. Allowed: true, false")
    return text == "true"


def _parse_number(kind: Callable[[str], int | float]) -> Callable[[str, str], Value]:
    def parse(name: str, text: str) -> Value:
        try:
            return kind(text)
        except ValueError:
            raise ValueError(f"{name} '{text}' is not a number") from None

    return parse


_PARSERS: Mapping[str, Callable[[str, str], Value]] = {
    "string": lambda name, text: text,
    "date": _parse_date,
    "boolean": _parse_truth,
    "integer": _parse_number(int),
    "number": _parse_number(float),
}


def _check_bounds(name: str, value: float, least: float | None, most: float | None) -> None:
    if (least is not None and value < least) or (most is not None and value > most):
        raise ValueError(f"{name} {value}. Allowed: {'' if least is None else least} to {'' if most is None else most}")


# ------------------------------------------------------------------------------------------------ plain values
def _plain(name: str, *cures: str, empty: str | None = None) -> Field:
    """A field of `Event` itself; `empty` stands there for null."""

    def put(event: Event, value: Value) -> Event:
        change: dict[str, Any] = {name: empty if value is None else value}
        return replace(event, **change)

    return Field(lambda event: None if getattr(event, name) == empty else getattr(event, name), put, cures)


def _set_type(event: Event, value: str) -> Event:
    """Another type keeps the mode only if that type has it."""
    return replace(event, event_type=value, mode=event.mode if event.mode in MODES[value] else "")


# ------------------------------------------------------------------------------------------------ when
def _dated(name: str) -> Field:
    return Field(
        lambda event: getattr(event.date, name),
        lambda event, value: replace(event, date=_redated(replace(event.date, **{name: value}))),
        ("date_unknown", "date_inherited", "date_vague", "dct_inferred", "dct_unknown"),
    )


def _redated(when: EventDate) -> EventDate:
    """A date that was unknown gets the precision of its days; a person's own precision is set by another row."""
    if when.start is None or when.end is None or when.precision != "unknown":
        return when
    days = (when.end - when.start).days
    return replace(when, precision="day" if days == 0 else "days" if days < 7 else "range")


# ------------------------------------------------------------------------------------------------ where
def _place_of(event: Event) -> Place | None:
    return event.places[0].place if event.places else None


def _placed(name: str) -> Field:
    return Field(
        lambda event: getattr(_place_of(event), name, None),
        lambda event, value: _with_place(event, replace(_place_of(event) or NO_PLACE, **{name: value})),
        PLACE_FLAGS,
    )


def _set_place_name(event: Event, value: str | None) -> Event:
    """Another place: nothing of the old one stays; its country, coordinates and the rest are set by further rows."""
    if value is None:
        return replace(event, places=())
    return _with_place(event, replace(NO_PLACE, name=value, text=value))


def _with_place(event: Event, place: Place) -> Event:
    first = replace(event.places[0], place=place, is_inherited=False) if event.places else EventPlace(place)
    return replace(event, places=(first, *event.places[1:]))


NO_PLACE = Place(0, 0, "", "", "unknown")
PLACE_FLAGS = ("no_place", "place_inherited", "place_unresolved", "place_ambiguous")


# ------------------------------------------------------------------------------------------------ who
def _side(role: str, *cures: str) -> Field:
    def get(event: Event) -> Value:
        return "; ".join(one.name for one in event.participants if one.role == role) or None

    def put(event: Event, value: str | None) -> Event:
        known = {one.name: one for report in event.reports for one in report.report.participants}
        names = [name.strip() for name in (value or "").split(";") if name.strip()]
        side = tuple(_party(role, n, name, known.get(name)) for n, name in enumerate(names))
        return replace(event, participants=(*side, *(one for one in event.participants if one.role != role)))

    return Field(get, put, cures)


def _party(role: str, position: int, name: str, known: Participant | None) -> Participant:
    if known is not None:
        return replace(known, role=role, position=position, is_inherited=False)
    return Participant(role, position, name, None, None, None, None, name, None, None)


# ------------------------------------------------------------------------------------------------ how many
def _number(kind: str, end: str) -> Field:
    def put(event: Event, value: Any) -> Event:
        known = event.total(kind) or Total(kind, None, None, None)
        if end == "best":
            return _with_total(event, _rebased(known, value))
        return _with_total(event, replace(known, **{end: value}))

    return Field(lambda event: getattr(event.total(kind), end, None), put)


def _rebased(total: Total, best: int | None) -> Total:
    """A number of its own replaces low and high too; inside their span it leaves them; none empties all three."""
    if best is None or total.low is None or not total.low <= best <= (best if total.high is None else total.high):
        return replace(total, low=best, best=best, high=best)
    return replace(total, best=best)


def _with_total(event: Event, total: Total) -> Event:
    """The event with another number of one kind; without any of that kind when all three are null."""
    others = tuple(each for each in event.totals if each.kind != total.kind)
    is_empty = (total.low, total.best, total.high) == (None, None, None)
    totals = others if is_empty else tuple(sorted((*others, total), key=lambda each: each.kind))
    deaths = _split(event.deaths, total.best) if total.kind == "killed" else event.deaths
    return replace(event, totals=totals, deaths=deaths)


def _split(deaths: Deaths | None, best: int | None) -> Deaths | None:
    """The dead by side still add up to the number: a change goes to the unknown, and if that is not enough, all do."""
    if best is None:
        return None
    known = deaths or Deaths()
    unknown = best - known.actor - known.recipient - known.civilians
    return replace(known, unknown=unknown) if unknown >= 0 else Deaths(unknown=best)


def _dead_of(side: str) -> Field:
    def put(event: Event, value: int | None) -> Event:
        total = event.total("killed")
        split = replace(event.deaths or Deaths(), **{side: value or 0})
        return replace(event, deaths=_split(split, total.best if total else None))

    return Field(lambda event: getattr(event.deaths, side, None), put)


NUMBERS = {"fatalities": "killed", **{kind: kind for kind in ("injured", "displaced", "detained", "abducted")}}

FIELDS: Mapping[str, Field] = {
    "event_type": Field(lambda event: event.event_type, _set_type),
    "mode": _plain("mode", empty=""),
    "status": _plain("status"),
    "outcome": _plain("outcome", empty=""),
    "scope": _plain("scope", "multiple", "aggregate"),
    "part_of": _plain("part_of"),
    "countable": _plain("countable"),
    "date_start": _dated("start"),
    "date_end": _dated("end"),
    "date_kind": _dated("kind"),
    "date_precision": _dated("precision"),
    "date_basis": _dated("basis"),
    "place_name": Field(lambda event: getattr(_place_of(event), "name", None) or None, _set_place_name, PLACE_FLAGS),
    "place_level": _placed("level"),
    "geonames_id": _placed("geonames_id"),
    "admin1_name": _placed("admin1_name"),
    "admin1_code": _placed("admin1_code"),
    "country": _placed("country"),
    "country_iso3": _placed("iso3"),
    "gwno": _placed("gwno"),
    "latitude": _placed("latitude"),
    "longitude": _placed("longitude"),
    "where_prec": _placed("where_prec"),
    "actor_names": _side("actor", "no_actor", "actor_inherited", "actor_unresolved"),
    "recipient_names": _side("recipient", "no_recipient"),
    **{f"{name}_{end}": _number(kind, end) for name, kind in NUMBERS.items() for end in ("best", "low", "high")},
    "fatalities_qualifier": _number("killed", "qualifier"),
    **{f"deaths_{side}": _dead_of(side) for side in ("actor", "recipient", "civilians")},
    "claimed_by": _plain("claimed_by"),
    "claim_side": _plain("claim_side", "party_claim", "unnamed_claim"),
    "contested": _plain("contested", "contested"),
    "denied_by": _plain("denied_by"),
}
