"""From a chosen expression to the days of an event: what "since", "by" and "before" make of them, and where they end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.records import Candidate, EventDate, TimeValue
from pipeline.resolve.calendar import Calendar, Dating

FOUND = "bodies-found"


class Interval(NamedTuple):
    """Days (start open when None), precision and kind."""

    start: date | None
    end: date | None
    precision: str
    kind: str = "within"


def event_date(calendar: Calendar, candidate: Candidate, chosen: Dating) -> EventDate:
    """The interval of a chosen expression: cues open or close it, past events end by the DCT."""
    value = chosen.value
    interval = range_interval(value, chosen.other) or cue_interval(calendar, candidate, chosen)
    last = chosen.other.end if chosen.other else value.end
    words = calendar.reading.document.text[value.start : last]
    basis = "inherited" if chosen.is_inherited else value.basis
    if candidate.mode == FOUND:
        interval = Interval(None, interval.end, "range")  # the killing came before the find
    dated = EventDate(interval.start, interval.end, interval.kind, interval.precision, basis, words, value.start, last)
    return clipped(dated, candidate, calendar.last_day)


def range_interval(value: TimeValue, other: TimeValue | None) -> Interval | None:
    """ "3–5 February", "from … to …": from the first day to the last; None when it is no range or runs backwards."""
    if other is None or other.date_end is None or value.date_end is None or other.date_end < value.date_end:
        return None
    precision = "days" if value.precision == other.precision == "day" else "range"
    return Interval(value.date_start, other.date_end, precision)


def cue_interval(calendar: Calendar, candidate: Candidate, chosen: Dating) -> Interval:
    """The days of one expression as its preposition has them. "Before dawn on Thursday" is still Thursday."""
    value, cue = chosen.value, chosen.cue
    start, end, today = value.date_start, value.date_end, calendar.last_day
    if cue == "since" and candidate.modality.status != "planned":
        return Interval(start, today or end, "range", "throughout")
    if value.type == "TIME":
        return Interval(start, end, value.precision)
    if cue in ("until", "till", "by"):
        return Interval(None, end, "range")
    if cue == "before" and start is not None:  # "before the end of May": in May or earlier
        return Interval(None, end if value.mod == "END" else start - timedelta(1), "range")
    if cue == "after" and end is not None and today is not None and end < today:
        return Interval(end, today, "range")
    return Interval(start, end, value.precision)


def clipped(dated: EventDate, candidate: Candidate, last_day: date | None) -> EventDate:
    """Past and ongoing events end by the DCT."""
    if last_day is None or candidate.modality.status == "planned" or dated.end is None or dated.end <= last_day:
        return dated
    start = min(dated.start, last_day) if dated.start else None
    return replace(dated, start=start, end=last_day)


def unknown_date(last_day: date | None) -> EventDate:
    """On or before the DCT; nothing in the text says more."""
    return EventDate(None, last_day)
