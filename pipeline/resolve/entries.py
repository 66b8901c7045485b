"""Timelines: the date that opens an entry, or stands above one, dates what the entry tells (codebook section 3: the governing
expression). Entries follow one another, so that a day without its year is the next such day after the entry before."""

from __future__ import annotations

import re

from pipeline.records import Reading

AHEAD = re.compile(r"\b(?:will|is to|are to|is due|are due|scheduled|expected)\b")
MIN_ENTRIES = 2  # a single date before a report is its dateline


def labels(reading: Reading) -> tuple[tuple[int, int], ...]:
    """The `[start, end)` of the dates that open entries, in text order; none where the text is no timeline."""
    spans = tuple((s.start, s.end) for s in reading.sentences if s.kind == "entry")
    return spans if len(spans) >= MIN_ENTRIES else ()


def label_of(reading: Reading, sentence: int) -> tuple[int, int] | None:
    """The date that governs a sentence: that of its own entry, or the one alone in its line above, up to the next heading."""
    if not labels(reading):
        return None
    paragraph = reading.sentences[sentence].paragraph
    for before in reversed(reading.sentences[:sentence]):
        if before.kind == "entry":
            is_alone = reading.sentences[before.index + 1].paragraph != before.paragraph
            return (before.start, before.end) if is_alone or before.paragraph == paragraph else None
        if before.kind == "heading":
            return None
    return None


def entry_tense(reading: Reading, position: int) -> str:
    """The tense of the entry whose date stands at a position: a timeline tells what happened, also in the present."""
    after = next((s for s in reading.sentences if s.start > position), None)
    return "future" if after is not None and AHEAD.search(reading.document.text, after.start, after.end) else "past"
