"""One layer of the reading of an article, as JSON values: its time expressions, its place names."""

from __future__ import annotations

from datetime import date
from typing import Any

from pipeline.records import Document, Reading, TimeValue
from pipeline.split import split
from pipeline.tag.timex import tag_times


def timex_of(document: Document) -> list[dict[str, Any]]:
    """All time expressions in text order, with TIMEX3 type, value and mod, and the days they cover (inclusive)."""
    from pipeline.build import dated
    from pipeline.resolve.dates import anchor_times

    sentences = split(document)
    reading = Reading(document, sentences, (None,) * len(sentences), times=tag_times(document.text))
    return [_timex(value) for value in anchor_times(dated(reading))]


def _timex(value: TimeValue) -> dict[str, Any]:
    return {
        "start": value.start,
        "end": value.end,
        "type": value.type,
        "value": value.value,
        "mod": value.mod,
        "date_start": _iso(value.date_start),
        "date_end": _iso(value.date_end),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def places_of(document: Document) -> list[dict[str, Any]]:
    """All place names and demonyms in text order, with the place each stands for; null where it is on no map.

    Whether a name is meant as a place or as an actor is decided on trees, so this layer loads the parser.
    """
    from pipeline.resolve.places import places_rows

    return places_rows(document)
