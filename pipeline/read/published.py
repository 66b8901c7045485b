"""The day of publication out of metadata.

A day in seeds.csv is a person's statement and must be exact; the metadata of records, feeds and pages may come in any
form.
"""

from __future__ import annotations

import re
from datetime import date, datetime

ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\d{1,2}:?\d{2}\S*(?: ?[+-]\d{2}:?\d{2}| ?[A-Z]{1,4})?)?$")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{4}(?:\D.*)?")
FIRST_YEAR, LAST_YEAR = 1900, 2100
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})")
ALLOWED = "Use YYYY-MM-DD"


class NotADateError(ValueError):
    """The words are no day; the text of the error says why in one line."""


def read_day(words: str) -> date:
    """The day of `YYYY-MM-DD`, or of an ISO 8601 moment with its offset: the day on the calendar of that offset.

    Raises NotADateError for anything else; a moment without an offset is nobody's day.
    """
    words = words.strip()
    if not DAY.fullmatch(words) and not MOMENT.fullmatch(words):
        raise NotADateError(f"published {words[:40]!r} is not a date. {ALLOWED}.")
    try:
        day = datetime.fromisoformat(words).date()
    except ValueError:
        raise NotADateError(f"published {words[:40]!r} is not a day of the calendar. {ALLOWED}.") from None
    return in_range(day)


def in_range(day: date) -> date:
    """`day` itself when newspapers of that year are plausible input; raises NotADateError otherwise."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotADateError(f"published '{day.isoformat()}' lies outside {FIRST_YEAR}-{LAST_YEAR}.")
    return day


def read_metadata_day(words: str | date) -> date:
    """The day of a record's, a feed's or a page's `published`, in any form that can be read in one way only.

    "3/4/2020" is nobody's day: a missing one is better than a wrong one. ISO first, the slow grammar and library last.
    Raises NotADateError when no full day can be made out.
    """
    if isinstance(words, date):
        return in_range(words.date() if isinstance(words, datetime) else words)
    words = words.strip()
    if match := ISO.match(words):
        return read_day("-".join(match.groups()))
    day = None if not YEAR.search(words) or _is_ambiguous(words) else _parse(words)
    if day is None:
        raise NotADateError(f"published {words[:40]!r} is not a date. {ALLOWED}.")
    return in_range(day)


def _is_ambiguous(words: str) -> bool:
    match = NUMERIC.fullmatch(words)
    first, second = map(int, match.groups()) if match else (0, 0)
    return first != second and max(first, second) <= 12


def _parse(words: str) -> date | None:
    from pipeline.tag.foreign_dates import parse_metadata_date

    return parse_metadata_date(words)
