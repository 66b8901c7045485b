"""The columns of `events` that a person may set, each with how an `Event` holds it. What a field reads is what the row shows.

Columns that follow from others (summary, quad_class, date_sort, n_reports …) are not here: they follow the correction.
A value's type, vocabulary and bounds are those of the column in `schemas.columns`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from typing import Any

from pipeline.link.flags import PLACE_FLAGS
from pipeline.records import Deaths, Event, EventDate, EventPlace, Participant, Place, Total
from pipeline.resolve.place_build import NEAR, priogrid
from pipeline.tag.actor_named import actor_named
from schemas.columns import EVENTS
from schemas.vocab import MODES, PLACE_ROLES, SPEECH_ACT_TYPES, VOCABULARIES

LARGEST = 10**12  # more than there are people, and less than a cell of the tables can hold
MOST_DAYS = 6  # that "a few days" are; UCDP's second precision
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
    if not abs(value) <= LARGEST:
        raise ValueError(f"{name} {value} is too large")
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
    """Another type keeps the mode only if that type has it, and the outcome only if it is a deed."""
    mode, outcome = event.mode if event.mode in MODES[value] else "", "" if value in SPEECH_ACT_TYPES else event.outcome
    return replace(event, event_type=value, mode=mode, outcome=outcome)


# ------------------------------------------------------------------------------------------------ when
def _dated(name: str) -> Field:
    return Field(
        lambda event: getattr(event.date, name),
        lambda event, value: replace(event, date=_redated(replace(event.date, **{name: value}))),
        ("date_unknown", "date_inherited", "date_vague", "dct_inferred", "dct_unknown"),
    )


def _redated(when: EventDate) -> EventDate:
    """Precision and basis that the days cannot have give way; a person's own precision and basis are set by further rows."""
    if when.start is None:
        is_day = when.precision in ("day", "days")
        return replace(when, precision="unknown", basis="none") if is_day else when
    if when.end is None or when.start > when.end:
        return when  # the row on the other end is still to come
    basis = "relative" if when.basis == "none" else when.basis
    is_off = when.precision == "unknown" or (when.precision == "day") != (when.start == when.end)
    return replace(when, precision=precision_of(when.start, when.end) if is_off else when.precision, basis=basis)


def precision_of(start: date, end: date) -> str:
    """What an interval is called of which nothing is known but its days, both inside."""
    days = (end - start).days + 1
    return "day" if days == 1 else "days" if days <= MOST_DAYS else "range"


# ------------------------------------------------------------------------------------------------ where
def _place_of(event: Event) -> EventPlace | None:
    """The place that the row shows: where it happened, else the origin, else the destination."""
    return next((each for role in PLACE_ROLES for each in event.places if each.role == role), None)


def _placed(name: str) -> Field:
    return Field(
        lambda event: _said(event, name),
        lambda event, value: _with_place(event, replace(getattr(_place_of(event), "place", NO_PLACE), **{name: value})),
        PLACE_FLAGS,
    )


def _said(event: Event, name: str) -> Value:
    """A value of the place that the row shows, None without a place."""
    shown = _place_of(event)
    return getattr(shown.place, name) if shown else None


def _set_place_name(event: Event, value: str | None) -> Event:
    """Another place: nothing of the old one stays; its country, coordinates and the rest are set by further rows."""
    if value is None:
        return replace(event, places=())
    return _with_place(event, replace(NO_PLACE, name=value, text=value))


def _with_place(event: Event, place: Place) -> Event:
    is_point = place.where_prec is not None and place.where_prec <= NEAR
    place = replace(place, priogrid_gid=priogrid(place.latitude, place.longitude) if is_point else None)
    shown = _place_of(event)
    if shown is None:
        return replace(event, places=(EventPlace(place), *event.places))
    right = replace(shown, place=place, is_inherited=False)
    return replace(event, places=tuple(right if each is shown else each for each in event.places))


NO_PLACE = Place(0, 0, "", "", "unknown")


# ------------------------------------------------------------------------------------------------ who
def _side(role: str, *cures: str) -> Field:
    def get(event: Event) -> Value:
        return "; ".join(dict.fromkeys(one.name for one in sides(event)[role])) or None

    def put(event: Event, value: str | None) -> Event:
        names = [name.strip() for name in (value or "").split(";") if name.strip()]
        shown = {side: [one.name for one in parties] for side, parties in sides(event).items()} | {role: names}
        return _with_sides(event, shown)

    return Field(get, put, cures)


def sides(event: Event) -> dict[str, list[Participant]]:
    """Actors and recipients as the row shows them: of a mutual act all actors but the first are recipients."""
    ordered = sorted(event.participants, key=attrgetter("position"))
    actors, recipients = ([one for one in ordered if one.role == role] for role in ("actor", "recipient"))
    if event.is_mutual:
        actors, recipients = actors[:1], actors[1:] + recipients
    return {"actor": actors, "recipient": recipients}


def _with_sides(event: Event, shown: Mapping[str, list[str]]) -> Event:
    """The event with these names on its sides; both sides of a mutual act are actors."""
    told = (one for report in event.reports for one in report.report.participants)
    known = {one.name: one for one in (*told, *event.participants)}
    roles = {"actor": shown["actor"], "recipient": shown["recipient"]}
    if event.is_mutual:
        roles = {"actor": [*shown["actor"], *shown["recipient"]], "recipient": []}
    others = [one for one in event.participants if one.role not in roles]
    parties = (_party(role, n, name, known.get(name)) for role, names in roles.items() for n, name in enumerate(names))
    return replace(event, participants=(*parties, *others))


def _party(role: str, position: int, name: str, known: Participant | None) -> Participant:
    if known is not None:
        return replace(known, role=role, position=position, is_inherited=False)
    actor = actor_named(name)
    if actor is None:
        return Participant(role, position, name, None, None, None, None, name, None, None)
    return Participant(role, position, name, actor.actor_id, actor.code, actor.iso3, actor.sector, name, None, None)


# ------------------------------------------------------------------------------------------------ how many
def _number(kind: str, end: str, *, of_sum: bool = False) -> Field:
    """A number of an event; the row of an aggregate shows its numbers in `toll_` columns only (`of_sum`)."""

    def get(event: Event) -> Value:
        is_shown = (event.scope == "aggregate") == of_sum
        value: Value = getattr(event.total(kind), end, None) if is_shown else None
        return None if value == "" else value

    def put(event: Event, value: Any) -> Event:
        known = event.total(kind) or Total(kind, None, None, None)
        if end == "best":
            return _with_total(event, _rebased(known, value))
        return _with_total(event, replace(known, **{end: value}))

    return Field(get, put)


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

    return Field(lambda event: None if event.scope == "aggregate" else getattr(event.deaths, side, None), put)


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
    "place_name": Field(lambda event: _said(event, "name") or None, _set_place_name, PLACE_FLAGS),
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
    **{f"toll_{kind}": _number(kind, "best", of_sum=True) for kind in ("killed", "injured", "displaced")},
    **{f"deaths_{side}": _dead_of(side) for side in ("actor", "recipient", "civilians")},
    "claimed_by": _plain("claimed_by"),
    "claim_side": replace(
        _plain("claim_side", "party_claim", "unnamed_claim"), get=lambda event: event.claim_side if event.claimed_by else "none"
    ),
    "contested": replace(_plain("contested", "contested"), get=lambda event: event.contested or event.denied_by is not None),
    "denied_by": _plain("denied_by"),
}
