"""Where a time expression stands: the DCT, the date that is being told, the tense. And what anchoring gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pipeline.resolve.day_spans import Span, month_span, quarter_span, year_span


class Focus(NamedTuple):
    """The calendar date that the text is telling; parts that it leaves open are None. BC years are positive with `bc`.

    Of a week the month is that of its Monday, and `monday` is that day.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    bc: bool = False
    monday: date | None = None

    def span(self) -> Span | None:
        """Its days; None when no year is known or it is not in the calendar."""
        if self.year is None or self.bc or not 1 <= self.year <= 9998:
            return None
        if self.quarter is not None:
            return quarter_span(self.year, self.quarter)
        if self.month is None:
            return year_span(self.year)
        if self.day is None:
            return month_span(self.year, self.month)
        return date(self.year, self.month, self.day), date(self.year, self.month, self.day)

    def first_day(self) -> date | None:
        """The day itself, or the first day of what is known."""
        span = self.span()
        return span and span[0]


def focus_on(day: date) -> Focus:
    """A focus that is one day."""
    return Focus(day.year, day.month, day.day)


@dataclass(frozen=True, slots=True)
class Scene:
    """What anchors one expression. `told` is the last date of the discourse, `told_day` the last one known to the day."""

    dct: date | None
    is_narrative: bool = False
    told: Focus | None = None
    told_day: Focus | None = None
    sentence_year: int | None = None  # a year named earlier in the same sentence that is not the DCT's
    quarter: Focus | None = None  # the last quarter named, for "the year-ago quarter"
    is_quarter_near: bool = False  # named in this sentence or the one before
    tense: str = ""  # past, future, or unknown
    is_tense_sure: bool = False  # read off a tree or a "since", not guessed from the words around
    is_day_near: bool = True  # told_day was named so lately that a bare time of day is of that day
    is_continued: bool = False  # "and", "then" or "to" leads from the date before to this one, in one sentence
    is_day_reported: bool = False  # told_day is the day on which somebody spoke: it dates no hour of what he told
    joined_day: Focus | None = None  # the day right before: the "Monday" of "Monday and Tuesday"
    month: Focus | None = None  # the month named last in this sentence of news, for "from a year earlier"
    named_year: int | None = None  # the year written last, in this sentence or shortly before, for "that October"


class Anchored(NamedTuple):
    """TIMEX3 value, inclusive days (None: no calendar interval), precision and basis of the codebook, and the new
    focus."""

    value: str
    span: Span | None = None
    precision: str = "unknown"
    basis: str = "relative"
    focus: Focus | None = None
