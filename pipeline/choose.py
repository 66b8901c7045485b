"""Which published events somebody asks for: the filters of `show` and `export`, an event by its id, their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pipeline.errors import UsageError
from schemas.vocab import EVENT_TYPES, MODES

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events to take. Empty fields ask for nothing; days are inclusive and met by any overlap.

    UsageError for a type that does not exist, and for days in the wrong order: both would quietly give nothing.
    """

    event_type: str = ""
    actor: str = ""
    place: str = ""
    since: date | None = None
    until: date | None = None
    min_fatalities: int = 0
    incidents: bool = False

    def __post_init__(self) -> None:
        if not any(self._is_type(name, mode) for name in EVENT_TYPES for mode in ("", *MODES[name])):
            allowed = f"Types: {', '.join(EVENT_TYPES)}; their modes: `conflict-timeline schema`."
            raise UsageError(f"--type '{self.event_type}' is no type and no mode. {allowed}")
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"--since {self.since} is after --until {self.until}.")

    def keeps(self, row: Row) -> bool:
        """Whether an event meets every condition. An open start counts as early as can be."""
        return (
            self._is_type(row["event_type"], row["mode"] or "")
            and _contains(row, self.actor, ("actor_names", "recipient_names", "actor_name", "recipient_name", "actor_id"))
            and _contains(row, self.place, ("place_name", "place_text", "admin1_name", "country", "country_iso3"))
            and self._overlaps(_day(row["date_start"]), _day(row["date_end"]))
            and (row["fatalities_best"] or 0) >= self.min_fatalities
            and (not self.incidents or is_incident(row))
        )

    def _is_type(self, event_type: str, mode: str) -> bool:
        asked, name = self.event_type.lower(), f"{event_type}/{mode}".lower()
        return name.startswith(asked) or name.endswith(f"/{asked}")

    def _overlaps(self, first: date | None, last: date | None) -> bool:
        return not (self.since and last and last < self.since) and not (self.until and first and first > self.until)


def is_incident(row: Row) -> bool:
    """Whether an event counts: only the dead of countable violent events are summed."""
    return bool(row["countable"] and row["violent"])


def _contains(row: Row, words: str, columns: Iterable[str]) -> bool:
    return not words or any(words.lower() in str(row[column] or "").lower() for column in columns)


def _day(value: date | None) -> date | None:
    return value.date() if isinstance(value, datetime) else value


def find_event(rows: Iterable[dict[str, Any]], event_id: str) -> dict[str, Any]:
    """The event whose id is or begins with `event_id`. Raises UsageError when there is none, or more than one."""
    found = [row for row in rows if row["event_id"].startswith(event_id)]
    if len(found) != 1:
        raise UsageError(f"{event_id}: {'no' if not found else len(found)} events have an id that begins so.")
    return found[0]


def chronological(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events by their day to sort by; undated ones last."""
    return sorted(rows, key=lambda r: (str(r["date_sort"] or "9999"), str(r["date_end"] or ""), r["event_id"]))
