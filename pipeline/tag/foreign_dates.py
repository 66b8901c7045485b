"""Dates in metadata, by-lines and other languages: one short delimited string in, one day out, or None.

Fast paths first (ISO 8601, RFC 2822 as in RSS, one full date of the time grammar), the library last: dateparser knows
the month names of many languages, and reads only what is handed to it here, at most 64 characters that must hold a
day, a month and a year. It is never given running text, and nothing relative ("yesterday", "3 days ago") is read,
because metadata does not say when it was written.
"""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate
from functools import lru_cache
from typing import Any

from pipeline.tag.timex import tag_times

MAX_LENGTH = 64  # characters; a longer string is no date
LANGUAGES = (
    "en",
    "fr",
    "es",
    "de",
    "it",
    "pt",
    "nl",
    "ru",
    "uk",
    "tr",
    "ar",
    "fa",
)  # fixed, so that a string never changes its meaning
EARLIEST, LATEST = 1900, 2100

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d.*)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
SETTINGS: dict[str, Any] = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}


def parse_metadata_date(text: str) -> date | None:
    """The day that a metadata string names, as its own local day (no conversion between time zones); None when it
    names none.

    2018-03-05T23:30:00+03:00 → 2018-03-05. 05/03/2018 is read month first, as the time grammar does.
    """
    text = text.strip()
    if not text or len(text) > MAX_LENGTH or not re.search(r"\d", text):
        return None
    for pattern in (_ISO, _COMPACT):
        if match := pattern.fullmatch(text):
            return _day(*(int(part) for part in match.groups()))
    if parts := _rfc2822(text):
        return _day(*parts)
    return _by_grammar(text) or _by_library(text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if EARLIEST <= year <= LATEST else None


def _rfc2822(text: str) -> tuple[int, int, int] | None:
    """ "Mon, 05 Mar 2018 23:30:00 +0300"; the standard library also takes less, so the weekday or the zone must be
    there."""
    if not re.match(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d", text):
        return None
    parts = parsedate(text)
    return parts[:3] if parts else None


def _by_grammar(text: str) -> date | None:
    """The one full English date of a by-line ("Updated 3:45 PM ET, Mon March 5, 2018"); None with none or with two
    days."""
    told = (mention.expression for mention in tag_times(text))
    days = {_day(e.year, e.month, e.day) for e in told if e.year and e.month and e.day and not e.bc}
    return days.pop() if len(days) == 1 else None


@lru_cache(maxsize=4096)
def _by_library(text: str) -> date | None:
    data = _library().get_date_data(text)
    if data is None or data.date_obj is None or data.period not in ("day", "time"):
        return None
    return _day(data.date_obj.year, data.date_obj.month, data.date_obj.day)


@lru_cache(maxsize=1)
def _library() -> Any:
    from dateparser.date import DateDataParser

    return DateDataParser(languages=list(LANGUAGES), settings=SETTINGS)
