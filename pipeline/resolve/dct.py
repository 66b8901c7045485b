"""When was an article written, if nobody says? A set of days, from rules that each state what they take for granted.

The rules only ever cut days away; what is left is every day that none of them excludes. No rule invents a day, and a
text that gives no upper bound stays open. Weekdays alone never fix a day: they thin out a set that other rules have
closed.

    stamp          a full date with a time of day, or alone on a line, at the head of the article: that day or the next
    past-date      what is told as past was not after the day of writing
    latest-year    the latest past year written with its month, or as a part ("late 2019"), is the year of writing or
    the one before
                   (measured on news: 96 % of articles that have one)
    this-month     a text that goes month by month up to a part of a month ("late January … early February") and says
    "this month"
                   stands in the last month named
    weekday-date   "Wednesday, 16 October": the latest 16 October by the day of writing was a Wednesday
    part-over      "early February" is said within February when its first ten days are over, and for a fortnight at
    most reporting-day  people "said on Wednesday": the article is of that day, or of one of the two days after (98 %)
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.lexicon.days import WEEKDAYS
from pipeline.records import Reading, TimeMention
from pipeline.resolve.anchor import anchor_calendar
from pipeline.resolve.day_spans import Span, month_span, part_of_month
from pipeline.resolve.scene import Scene
from pipeline.resolve.tense import tense_in_tree
from pipeline.resolve.tense_words import tense_in_text
from pipeline.tag.timex_expression import Expression

HEAD = 400  # code points in which a stamp may stand
STAMP_LINE = 80  # a line no longer than this that is a date is a stamp
PART_DAYS = 14  # days for which a finished part of the current month is still named by its part
REPORTING_SLACK = 2  # days from the latest reporting weekday to the day of writing
WEEKDAY_REACH = 62  # days: a weekday thins out only a set that is about two months wide at most
MAX_LISTED = 800  # days; a wider set is given by its ends only

_REPORTING = re.compile(
    r"\b(?:said|says|told|added|announced|reported|stated|warned|speaking|statement|briefing|barbs)\b[^.\n]{0,60}?"
    r"\b(?:on\s+|late\s+|early\s+)?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
    re.IGNORECASE,
)


class Reason(NamedTuple):
    """A rule that fired, on which words, and what it leaves."""

    rule: str
    text: str
    effect: str


class DctSet(NamedTuple):
    """The days on which the text may have been written. `low` and `high` are inclusive, None = open; `days` lists them
    if few."""

    low: date | None
    high: date | None
    days: tuple[date, ...]
    reasons: tuple[Reason, ...]

    def contains(self, day: date) -> bool:
        """Is the day in the set?"""
        if self.days:
            return day in self.days
        return (self.low is None or self.low <= day) and (self.high is None or day <= self.high)


def infer_dct(reading: Reading) -> DctSet:
    """The possible days of writing of a document whose publication day is not known, with the rules that fired."""
    past = [m for m in reading.times if m.expression.kind in ("calendar", "clock") and _tense(reading, m) != "future"]
    if stamp := _stamp(reading):
        return stamp
    low, reasons = _lower_bound(reading, past)
    high = None
    if (year := _latest_year(reading, past)) is not None:
        reasons.append(Reason("latest-year", str(year), f"{year}-01-01..{year + 1}-12-31"))
        low, high = max(low or date(year, 1, 1), date(year, 1, 1)), date(year + 1, 12, 31)
    if low is None or high is None:
        return DctSet(low, high, (), tuple(reasons))
    days = _thinned(reading, past, [low + timedelta(k) for k in range((high - low).days + 1)], reasons)
    listed = tuple(days) if len(days) <= MAX_LISTED else ()
    return DctSet(days[0], days[-1], listed, tuple(reasons))


def _tense(reading: Reading, mention: TimeMention) -> str:
    for tree in reading.trees:
        if tree is not None and tree.sentence.start <= mention.start < tree.sentence.end:
            return tense_in_tree(tree, mention.start, mention.end)
    return tense_in_text(reading.document.text, mention.start, mention.end)


def _words(reading: Reading, mention: TimeMention) -> str:
    return reading.document.text[mention.start : mention.end]


def _stamp(reading: Reading) -> DctSet | None:
    """A full date at the head that is a stamp, not a date told in a sentence."""
    text = reading.document.text
    for k, mention in enumerate(reading.times):
        if mention.start > HEAD:
            return None
        day = _full_day(mention.expression)
        if day is None or not _is_stamp(text, reading.times, k):
            continue
        after = day + timedelta(1)
        return DctSet(day, after, (day, after), (Reason("stamp", _words(reading, mention), f"{day}..{after}"),))
    return None


def _full_day(e: Expression) -> date | None:
    if e.kind not in ("calendar", "clock") or not (e.year and e.month and e.day) or e.bc:
        return None
    return date(e.year, e.month, e.day)


def _is_stamp(text: str, times: tuple[TimeMention, ...], k: int) -> bool:
    mention = times[k]
    line_start = text.rfind("\n", 0, mention.start) + 1
    line_end = text.find("\n", mention.end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if len(line) <= STAMP_LINE and not re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", line):
        return True
    if mention.expression.kind == "clock":
        return True
    following = times[k + 1] if k + 1 < len(times) else None
    return following is not None and following.expression.kind == "clock" and following.start - mention.end <= 3


def _lower_bound(reading: Reading, past: list[TimeMention]) -> tuple[date | None, list[Reason]]:
    """The latest first day of what is told as past with its year."""
    bounds = []
    for mention in past:
        e = mention.expression
        if e.year is None or e.bc or _tense(reading, mention) != "past":
            continue
        span = anchor_calendar(e, Scene(None)).span
        if span is not None and not _is_open_cue(reading, mention):
            bounds.append((span[0], mention))
    if not bounds:
        return None, []
    day, mention = max(bounds, key=lambda bound: bound[0])
    return day, [Reason("past-date", _words(reading, mention), f">= {day}")]


def _is_open_cue(reading: Reading, mention: TimeMention) -> bool:
    before = reading.document.text[max(0, mention.start - 12) : mention.start].lower()
    return bool(re.search(r"\b(?:by|until|till|before|through|for)\s+(?:the\s+)?$", before))


def _latest_year(reading: Reading, past: list[TimeMention]) -> int | None:
    years = [
        m.expression.year for m in past if not m.expression.bc and _tense(reading, m) == "past" and not _is_open_cue(reading, m)
    ]
    told = [
        m.expression.year for m in past if m.expression.year and not m.expression.bc and (m.expression.month or m.expression.mod)
    ]
    latest = max((year for year in years if year), default=None)
    return latest if latest is not None and latest in told else None


def _thinned(reading: Reading, past: list[TimeMention], days: list[date], reasons: list[Reason]) -> list[date]:
    """The days that the month rules and the reporting weekdays leave; a rule that would leave none is not applied."""
    for cut in (_weekday_date, _this_month, _part_over, _reporting_day):
        text, left = cut(reading, past, days)
        if left and len(left) < len(days):
            reasons.append(Reason(cut.__name__.strip("_").replace("_", "-"), text, f"{left[0]}..{left[-1]}, {len(left)} days"))
            days = left
    return days


def _weekday_date(reading: Reading, past: list[TimeMention], days: list[date]) -> tuple[str, list[date]]:
    """A rule for each day of the month told with its weekday and without its year; one that no day fits is a slip."""
    told: list[str] = []
    for mention in past:
        e = mention.expression
        if e.weekday and e.month and e.day and not e.year and _tense(reading, mention) == "past":
            left = [d for d in days if _latest_weekday(d, e.month, e.day) == e.weekday]
            if left:
                told.append(_words(reading, mention))
                days = left
    return ", ".join(told), days if told else []


def _latest_weekday(today: date, month: int, day: int) -> int | None:
    """The weekday (1 = Monday) of the latest such day of the month up to and including today."""
    year = today.year - ((month, day) > (today.month, today.day))
    try:
        return date(year, month, day).isoweekday()
    except ValueError:
        return None


def _this_month(reading: Reading, past: list[TimeMention], days: list[date]) -> tuple[str, list[date]]:
    current = _current_month(reading, past, days)
    if current is None:
        return "", []
    mention, span = current
    return _words(reading, mention), [d for d in days if span[0] <= d <= span[1]]


def _part_over(reading: Reading, past: list[TimeMention], days: list[date]) -> tuple[str, list[date]]:
    current = _current_month(reading, past, days)
    if current is None or days[0].month != days[-1].month:
        return "", []
    mention, span = current
    end = part_of_month(span, mention.expression.mod)[1]
    return _words(reading, mention), [d for d in days if end < d <= end + timedelta(PART_DAYS)]


def _reporting_day(reading: Reading, past: list[TimeMention], days: list[date]) -> tuple[str, list[date]]:
    weekday = _reporting_weekday(reading)
    if weekday is None or days[-1] - days[0] > timedelta(WEEKDAY_REACH):
        return "", []
    return WEEKDAYS[weekday], [d for d in days if (d.weekday() - weekday) % 7 <= REPORTING_SLACK]


def _current_month(reading: Reading, past: list[TimeMention], days: list[date]) -> tuple[TimeMention, Span] | None:
    """The last month of an unbroken run of at least two bare past months, if named by its part and the text says "this
    month"."""
    if not any(
        m.expression.kind == "unit" and m.expression.unit == "M" and m.expression.relative == "this" for m in reading.times
    ):
        return None
    bare = [m for m in past if m.expression.month and not m.expression.year and not m.expression.relative]
    months = {m.expression.month for m in bare}
    ends = [m for m in months if m and m % 12 + 1 not in months and (m - 2) % 12 + 1 in months]
    if len(ends) != 1:
        return None
    mention = next((m for m in bare if m.expression.month == ends[0] and m.expression.mod in ("START", "MID")), None)
    spans = [
        span for year in range(days[0].year, days[-1].year + 1) if (span := month_span(year, ends[0])) and span[1] >= days[0]
    ]
    return (mention, spans[0]) if mention is not None and spans else None


def _reporting_weekday(reading: Reading) -> int | None:
    """The weekday that most reporting verbs name, of equals the first; 0 = Monday."""
    named = Counter(WEEKDAYS.index(match[1].lower()) for match in _REPORTING.finditer(reading.document.text))
    return named.most_common(1)[0][0] if named else None
