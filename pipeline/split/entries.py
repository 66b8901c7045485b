"""The date that opens an entry of a timeline: "- Sept. 13, 2022: Police detain …", "5 April 1992 – Snipers fire …",
"Aug 5. Rebels seize …", or a date alone in its line. It governs its entry as a dateline governs a report."""

from __future__ import annotations

import re

MAX_LABEL = 60  # characters
_BULLET = r"(?:[-–—•*·▪◦‣●○>]\s+)?"
_MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_DAYS = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?(?:-|–|to)\s?\d{1,2})?"
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = rf"(?:,? {_YEAR})?"
_DAY = rf"{_WEEKDAY}(?:{_MONTH} {_DAYS}|{_DAYS} {_MONTH}){_OF_YEAR}"
_DATE = rf"(?:{_DAY}|{_MONTH} {_YEAR}|{_YEAR} {_MONTH}|{_YEAR})"
ENTRY = re.compile(rf"{_BULLET}(?:{_DATE}(?:\s?:|\s[–—-]|\s--)|{_DAY}\.)\s+(?=[\"“‘']?[A-Z\d])")
ALONE = re.compile(rf"{_BULLET}{_DATE}:?")


def entry_end(text: str, start: int, end: int) -> int:
    """Where the words of a timeline's entry begin after its date; `start` when the paragraph opens with none."""
    match = ENTRY.match(text, start, min(end, start + MAX_LABEL))
    return match.end() if match and match.end() < end else start


def is_date_alone(text: str, start: int, end: int) -> bool:
    """The paragraph is nothing but a date: the heading of what stands below it."""
    return end - start <= MAX_LABEL and ALONE.fullmatch(text, start, end) is not None
