"""Short ways to anchor the time expressions of a text, and to date its events."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from pipeline.build import read_text
from pipeline.find import find
from pipeline.parse import Parser
from pipeline.records import Document, EventDate, Reading, TimeValue
from pipeline.resolve.dates import anchor_times, date_candidates
from pipeline.tag.timex import tag_times

WEDNESDAY = date(2020, 2, 19)  # the day of publication in every example
EXAMPLE = re.compile(r"(.*?)\[([^\]]+)\](.*?) => (\S+)(?: \(([A-Z_]+)\))?(?: \[([A-Z]+)\])?", re.DOTALL)


def document(text: str, published: date | None = WEDNESDAY) -> Document:
    """An article of that day."""
    return Document("d", "d.txt", text, "", published=published)


def anchored(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, TimeValue]]:
    """Every expression of a text with its value, from the words alone."""
    reading = Reading(document(text, published), (), (), times=tag_times(text))
    return [(text[value.start : value.end], value) for value in anchor_times(reading)]


def values(text: str, published: date | None = WEDNESDAY) -> list[str]:
    """ "words = value" for every expression."""
    return [f"{words} = {value.value}" for words, value in anchored(text, published)]


def days(value: TimeValue | EventDate) -> str:
    """The interval as "start..end", one day as one."""
    start, end = (value.date_start, value.date_end) if isinstance(value, TimeValue) else (value.start, value.end)
    return str(end) if start == end and end else f"{start or ''}..{end or ''}"


def dated(text: str, parser: Parser, published: date | None = WEDNESDAY) -> list[str]:
    """ "trigger: days precision basis" for every event found in a text."""
    reading = read_text(document(text, published), parser)
    reading = replace(reading, document=document(text, published))
    candidates, _ = find(reading)
    found = date_candidates(reading, anchor_times(reading), candidates)
    return [
        f"{text[c.trigger_start : c.trigger_end]}: {days(d)} {d.precision} {d.basis}"
        for c, d in zip(candidates, found, strict=True)
    ]
