"""Which rows a person should look at first: an explicit weight for each flag, no hidden score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

Row = Mapping[str, Any]

WEIGHTS: Mapping[str, int] = {
    "stale_correction": 9,  # a person's decision no longer meets its row
    "unparsed": 5,
    "contested": 4,
    "weak_link": 4,
    "place_ambiguous": 3,
    "actor_inherited": 3,
    "date_inherited": 3,
    "place_inherited": 3,
    "no_actor": 2,
    "no_recipient": 2,
    "actor_unresolved": 2,
    "place_unresolved": 2,
    "date_unknown": 2,
    "dct_unknown": 2,
    "dct_inferred": 2,
    "party_claim": 2,
    "unnamed_claim": 2,
    "multiple": 2,
    "vague_count": 1,
    "date_vague": 1,
    "no_place": 1,
    "aggregate": 1,
}
"""Weight of each flag. Above 2: a value may be wrong; 2: a value is missing or one-sided; 1: worth knowing."""


def look(row: Row) -> int:
    """How much an event deserves a look: the sum of its flags' weights."""
    return sum(WEIGHTS[flag] for flag in (row["flags"] or "").split(";") if flag)


def by_need(events: Iterable[Row]) -> list[Row]:
    """Events nobody has looked at before the others; then by `look`, by the dead, by day. Stale corrections come first."""
    return sorted(events, key=_key)


def _key(row: Row) -> tuple[bool, bool, int, int, date, str]:
    is_stale = "stale_correction" in (row["flags"] or "")
    return (
        not is_stale,
        row["review"] != "machine",
        -look(row),
        -(row["fatalities_best"] or 0),
        row["date_sort"] or date.max,
        row["event_id"],
    )
