"""The day of publication out of metadata.

A day in seeds.csv is a person's statement and must be exact; the metadata of records, feeds and pages may come in any
form.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\d{1,2}:?\d{2}\S*(?: ?[+-]\d{2}:?\d{2}| ?[A-Z]{1,4})?)?\s*$")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
NUMERIC = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}(?:\D.*)?")
MAX_LENGTH = 64  # characters: a date library must not be given running text
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
    """The day of a record's, a feed's or a page's `published`, in any form a date library reads without guessing.

    ISO first, the slow library last. Raises NotADateError when no full day can be made out.
    """
    if isinstance(words, datetime):
        return in_range(words.date())
    if isinstance(words, date):
        return in_range(words)
    match = ISO.match(words)
    if match:
        return read_day("-".join(match.groups()))
    return in_range(_parse_mail_date(words) or _parse_freely(words))


def _parse_mail_date(words: str) -> date | None:
    """The day of "Wed, 19 Feb 2020 23:10:00 +0300", the form of RSS, on its own calendar."""
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError):
        return None


def _parse_freely(words: str) -> date:
    """The day of words in any order and many languages. "3/4/2020" is nobody's: two readings, and no way to tell."""
    import dateparser

    numbers = [int(number) for number in re.findall(r"\d+", words[:MAX_LENGTH])]
    is_ambiguous = NUMERIC.fullmatch(words.strip()) and max(numbers[:2]) <= 12 and numbers[0] != numbers[1]
    if len(words) > MAX_LENGTH or not YEAR.search(words) or is_ambiguous:
        raise NotADateError(f"published {words[:40]!r} is not a date. {ALLOWED}.")
    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": datetime(1900, 1, 1),
        "PARSERS": ["absolute-time"],
    }
    found = dateparser.parse(words, settings=settings)
    if found is None:
        raise NotADateError(f"published {words!r} is not a date. {ALLOWED}.")
    day: date = found.date()
    return day
