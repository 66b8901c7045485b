"""What dates the events of a document: the values of its time expressions, and which one was chosen for an event."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pipeline.records import Reading, TimeValue
from pipeline.resolve.attach import Attached


class Dating(NamedTuple):
    """A value chosen for a candidate, with its cue, and whether it came from another clause."""

    value: TimeValue
    cue: str
    is_inherited: bool = False
    other: TimeValue | None = None  # the second end of a range


class Calendar(NamedTuple):
    """What dates candidates in one document: values, their places in the trees, ranges (first index → second), the
    DCT's last day."""

    reading: Reading
    values: tuple[TimeValue, ...]
    attached: dict[int, list[Attached]]
    ranges: dict[int, int]
    last_day: date | None


def dating(calendar: Calendar, index: int, cue: str) -> Dating:
    """A value as a date, with the other end of its range."""
    if index in calendar.ranges:
        return Dating(calendar.values[index], cue, False, calendar.values[calendar.ranges[index]])
    first = next((k for k, second in calendar.ranges.items() if second == index), None)
    if first is not None:
        return Dating(calendar.values[first], cue, False, calendar.values[index])
    return Dating(calendar.values[index], cue)
