"""Events as slides of TimelineJS 3.

A date says no more than is known: a month has no day, a year no month, an interval has both ends, and the words
above the slide are the timeline's own ("~ by 19 Feb 2020"). An event with an open start stands at its last possible day.
TimelineJS shows text as HTML: everything is escaped, and only web addresses become links.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape
from typing import Any

from pipeline.export import Options, Rendered
from pipeline.export.dataset import Dataset, Row
from pipeline.show import say

PARTS: Mapping[str, tuple[str, ...]] = {"year": ("year",), "month": ("year", "month")}
"""What is known of a date whose precision is one unit of the calendar; of other dates, the day is."""
DAY = ("year", "month", "day")


def render(dataset: Dataset, options: Options) -> Rendered:
    """The JSON that `new TL.Timeline(element, url)` reads. Events without any day are left out, and counted in a note."""
    slides = [_slide(row) for row in dataset.events if row["date_end"]]
    undated = len(dataset.events) - len(slides)
    timeline = {"scale": "human", "events": slides}
    notes = (f"{undated:,} events without any date are not in it: TimelineJS has no place for them.",) if undated else ()
    return Rendered((json.dumps(timeline, ensure_ascii=False, indent=1) + "\n").encode(), len(slides), notes)


def _slide(row: Row) -> dict[str, Any]:
    days, told = say(row)
    first, last = row["date_start"] or row["date_end"], row["date_end"]
    parts = PARTS.get(row["date_precision"], DAY)
    if _date(first, parts) != _date(last, parts):  # as "in the years 2012 and 2013"
        parts = DAY
    slide = {
        "unique_id": row["event_id"],
        "group": row["event_type"],
        "display_date": escape(days),
        "start_date": _date(first, parts),
        "text": {"headline": escape(told), "text": "".join(_paragraphs(row))},
        "autolink": False,
    }
    return slide | ({"end_date": _date(last, parts)} if last > first and parts == DAY else {})


def _date(day: date, parts: tuple[str, ...]) -> dict[str, int]:
    return {part: getattr(day, part) for part in parts}


def _paragraphs(row: Row) -> Iterator[str]:
    yield f"<blockquote>{escape(row['quote'])}</blockquote>"
    sources = escape(row["sources"])
    if (row["url"] or "").startswith(("https://", "http://")):
        sources = f'<a href="{escape(row["url"])}">{sources}</a>'
    yield f"<p>{sources}</p>"
