"""What the machine has of one unit: each event once, with the values that this unit's articles give it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.coding.layout import FIELDS
from pipeline.evaluate.gold import Unit

Row = Mapping[str, Any]
TOLLS = {"fatalities_best": "toll_killed", "injured_best": "toll_injured", "displaced_best": "toll_displaced"}


@dataclass(frozen=True, slots=True)
class Predicted:
    """An event of the machine in one unit. Of a mutual act all parties stand in `actor_names`."""

    event_id: str
    summary: str
    quote: str
    values: Mapping[str, Any]
    place_names: tuple[str, ...]
    is_mutual: bool


class Machine:
    """The published events, looked up by unit."""

    def __init__(self, events: Sequence[Row], reports: Sequence[Row]) -> None:
        self._events = {row["event_id"]: row for row in events}
        self._reports: dict[str, list[Row]] = {}
        for row in sorted(reports, key=lambda row: (row["document_id"], row["trigger_start"] or 0, row["report_id"])):
            self._reports.setdefault(row["document_id"], []).append(row)

    def of_unit(self, unit: Unit) -> list[Predicted]:
        """Its events in the order of their first telling there."""
        told: dict[str, list[Row]] = {}
        for row in self._reports.get(unit.document_id, ()):
            if unit.span is None or (row["sentence_start"] < unit.span[1] and unit.span[0] < row["sentence_end"]):
                told.setdefault(row["event_id"], []).append(row)
        return [self._predicted(self._events[event_id], rows) for event_id, rows in told.items()]

    def _predicted(self, event: Row, tellings: Sequence[Row]) -> Predicted:
        """Values of the event where nothing else tells it; else of its tellings here, the first that says something."""
        sources = [event] if event["n_reports"] == len(tellings) else tellings
        values = {name: _first(sources, name) for name in FIELDS}
        is_mutual = not event["directed"]
        return Predicted(
            event["event_id"],
            event["summary"],
            tellings[0]["quote"],
            pooled(values) if is_mutual else values,
            tuple(dict.fromkeys(filter(None, _place_names(sources)))),
            is_mutual,
        )


def pooled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values in which recipients are actors, too: of a mutual act nobody is more of one than the other."""
    parties = "; ".join(filter(None, (values.get("actor_names"), values.get("recipient_names"))))
    return {**values, "actor_names": parties or None, "recipient_names": None}


def _first(rows: Sequence[Row], name: str) -> Any:
    """The first value; of an aggregate its toll. The days come from the narrowest telling, both from the same."""
    if name in ("date_start", "date_end"):
        return min(rows, key=_width)[name]
    names = (name, TOLLS[name]) if name in TOLLS else (name,)
    return next((row[each] for row in rows for each in names if row[each] is not None), None)


def _width(row: Row) -> int:
    start, end = row["date_start"], row["date_end"]
    return (end - start).days if start and end else 1_000_000


def _place_names(rows: Sequence[Row]) -> Iterator[str | None]:
    for row in rows:
        yield row["place_name"]
        yield row["place_text"]
