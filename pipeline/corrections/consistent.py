"""What no event may say at once. A person's values that break one of these are refused, so that they cost no document.

The rules are those of `schemas.rules` that a correction can break, on the event before it is laid out in columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from pipeline.corrections.fields import FIELDS, NUMBERS, Value, format_value
from pipeline.records import Event
from schemas.vocab import MODES, SPEECH_ACT_TYPES


class Clash(NamedTuple):
    """Columns that contradict each other, and how."""

    columns: tuple[str, ...]
    why: str


def clashes(event: Event) -> Iterator[Clash]:
    """Everything in an event that contradicts itself."""
    for columns, why, is_broken in RULES:
        if is_broken(event):
            yield Clash(columns, why)
    for name, kind in NUMBERS.items():
        total = event.total(kind)
        known = [end for end in ((total.low, total.best, total.high) if total else ()) if end is not None]
        if known != sorted(known):
            columns = (f"{name}_best", f"{name}_low", f"{name}_high")
            yield Clash(columns, f"{name}_low, {name}_best and {name}_high are not in this order")


def unheard(event: Event, asked: Mapping[str, Value]) -> Iterator[Clash]:
    """Values that a person asked for and the event cannot hold beside its others."""
    for name, value in asked.items():
        found = FIELDS[name].get(event)
        if found != value and not (isinstance(value, str) and isinstance(found, str) and _parts(value) == _parts(found)):
            yield Clash((name,), f"{name} '{format_value(value)}' cannot stand here: {_reason(name, event)}")


def why_uncountable(event: Event) -> str | None:
    """Why an event cannot be countable, None when it can."""
    if event.scope == "aggregate":
        return "an aggregate is not countable"
    return None if event.status in ("occurred", "ongoing") else f"what is {event.status} is not countable"


def _parts(names: str) -> list[str]:
    return [name.strip() for name in names.split(";") if name.strip()]


def _reason(name: str, event: Event) -> str:
    """Why a value did not stay."""
    if event.scope == "aggregate" and not name.startswith("toll_"):
        return "an aggregate has its numbers in toll_ columns"
    if name.startswith("toll_"):
        return "only an aggregate has toll_ columns"
    if name.startswith("deaths_"):
        return "the deaths_ columns must not add up to more than fatalities_best"
    if name.endswith("_names"):
        return "of a mutual act one party is the actor, all others are recipients"
    return {"contested": "what is denied is contested", "claim_side": "nobody is named in claimed_by"}.get(
        name, f"with the other values it is '{format_value(FIELDS[name].get(event))}'"
    )


def _is_wrong_mode(event: Event) -> bool:
    return bool(event.mode) and event.mode not in MODES[event.event_type]


def _has_late_start(event: Event) -> bool:
    start, end = event.date.start, event.date.end
    return start is not None and end is not None and start > end


def _has_area_only(event: Event) -> bool:
    return FIELDS["where_prec"].get(event) is not None and FIELDS["place_name"].get(event) is None


RULES: tuple[tuple[tuple[str, ...], str, Callable[[Event], bool]], ...] = (
    (("mode", "event_type"), "the mode is none of its event_type", _is_wrong_mode),
    (
        ("outcome", "event_type"),
        "words have no outcome",
        lambda event: event.event_type in SPEECH_ACT_TYPES and bool(event.outcome),
    ),
    (("date_start", "date_end"), "date_start is after date_end", _has_late_start),
    (("date_end", "date_start"), "a start needs an end", lambda event: event.date.start is not None and event.date.end is None),
    (
        ("date_precision", "date_start", "date_end"),
        "date_precision 'day' needs one day",
        lambda event: event.date.precision == "day" and event.date.end is not None and event.date.start != event.date.end,
    ),
    (
        ("date_precision", "date_start"),
        "date_precision 'unknown' allows no date_start",
        lambda event: event.date.precision == "unknown" and event.date.start is not None,
    ),
    (
        ("date_basis", "date_start"),
        "date_basis 'none' allows no date_start",
        lambda event: event.date.basis == "none" and event.date.start is not None,
    ),
    (("where_prec", "place_name"), "without a place there is no where_prec", _has_area_only),
)
