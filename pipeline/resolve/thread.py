"""The thread of a text: which date is being told, and which mention of another year is only an aside.

A narrative goes on from date to date. "The city had been taken in 1917" in the middle of a sentence is an aside: it
dates its own clause, and the next sentence goes on where the thread was. "In 1917, …" at the head of a sentence moves
the thread.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from pipeline.records import TimeMention
from pipeline.resolve.scene import Focus, Scene
from pipeline.resolve.tense_words import STOP

LEAD = 28  # code points before an expression that still counts as the head of its sentence ("However, in ")
_SENTENCE_END = re.compile(rf"(?:{STOP}|[!?])[”\"')\]]*\s|\n")
_SAID = re.compile(r"\b(?:said|says|told \w+|announced|reported|added|confirmed)\s+(?:on\s+|late\s+|early\s+)?$")
_SAID_NEXT = re.compile(r"\s+(?:said|says|told|announced|reported|added|confirmed|alleged)\b")
_JOINED = re.compile(r",?\s*(?:and|or|to|into|through|until|till|-|–)?\s*(?:on\s+)?")
_GOES_ON = re.compile(r"\b(?:and|then|to|until|till|through)\s+(?:again\s+|also\s+)?(?:in\s+)?(?:early |mid-|late )?$")
NEAR = 2  # sentences for which a day that was told still dates a bare time of day
RECENT = 31  # days from the DCT within which such a day may lie
_ASIDE_CUES = re.compile(r"\b(?:until|till|since|before|from|of|through|to|after)\s+(?:the\s+)?$", re.IGNORECASE)
_ONE_OF_A_KIND = re.compile(r"\ban?\s+$")  # "a 1996 pickup"
_OF_A_DEAL = re.compile(  # "rejected the 2016 accord", which is in force years later
    r"\s+(?:[\w’'-]+\s+){0,2}(?:deals?|agreements?|accords?|treaty|treaties|pacts?|truce|ceasefire|constitution|law|charter|resolution|protocol)\b"
)
# "rose 3% from August"
_MEASURED_FROM = re.compile(r"(?:%|percent|points?|illion|up|down|higher|lower|unchanged|changed|\d) (?:from|than in|against) $")
_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)  # "who has ruled since 1994, left in March": not that year's March


class Thread(NamedTuple):
    """`told` is the last date named, `told_day` the last one known to the day, `earlier_day` one before it, `line` the
    one the narrative stands on."""

    told: Focus | None = None
    told_day: Focus | None = None
    earlier_day: Focus | None = None
    is_day_reported: bool = False  # on `told_day` somebody spoke
    day_age: int = 0  # sentences since
    last_day: Focus | None = None  # of the last mention, if it is a day
    is_continued: bool = False  # the mention goes on from the one before: "in November 2019 and in January"
    joined_day: Focus | None = None  # the same where only "and", "to" or a comma stands between
    line: Focus | None = None
    end: int = 0  # of the last mention
    sentence_year: int | None = None
    quarter: Focus | None = None
    quarter_age: int = 0  # sentences since
    is_month_told: bool = False  # `told` is a month of this sentence
    named_year: int | None = None  # the year written last
    year_age: int = 0  # sentences since

    def enter(self, text: str, start: int) -> Thread:
        """Go on to the next mention; a new sentence goes back to the line."""
        breaks = len(_SENTENCE_END.findall(text, self.end, start))
        if not breaks:
            joined = self.last_day if _JOINED.fullmatch(text, self.end, start) else None
            is_continued = bool(_GOES_ON.search(text[max(self.end, start - 24) : start]))
            return self._replace(joined_day=joined, is_continued=is_continued)
        return self._replace(
            joined_day=None,
            is_continued=False,
            told=self.line or self.told,
            sentence_year=None,
            is_month_told=False,
            quarter_age=self.quarter_age + breaks,
            year_age=self.year_age + breaks,
            day_age=self.day_age + breaks,
        )

    def scene(self, dct: date | None, narrative: bool, tense: str) -> Scene:
        """What the next mention stands on."""
        year = self.sentence_year if dct and self.sentence_year and self.sentence_year < dct.year else None
        return Scene(
            dct, narrative, self.told, self._day_for(dct, tense), year, self.quarter, self.quarter_age <= 1, tense,
            is_day_near=narrative or self._is_day_near(dct), month=self.told if self.is_month_told and not narrative else None,
            joined_day=None if narrative else self.joined_day, is_continued=self.is_continued,
            is_day_reported=self.is_day_reported, named_year=self.named_year if self.year_age <= NEAR else None,
        )  # fmt: skip

    def _is_day_near(self, dct: date | None) -> bool:
        """Named in this sentence; or lately, and not long before the DCT ("the war that began on March 19, 2003")."""
        day = self.told_day.first_day() if self.told_day else None
        is_recent = day is None or dct is None or abs((dct - day).days) <= RECENT
        return self.day_age == 0 or (self.day_age <= NEAR and is_recent)

    def _day_for(self, dct: date | None, tense: str) -> Focus | None:
        """What is told as past does not stand on a day to come, unless its own sentence names it."""
        day = self.told_day.first_day() if self.told_day else None
        is_ahead = day is not None and dct is not None and day > dct
        return self.earlier_day if is_ahead and tense == "past" and self.day_age else self.told_day

    def follow(self, text: str, mention: TimeMention, focus: Focus | None) -> Thread:
        """Take the date of a mention up into the thread, unless it is an aside."""
        if focus is None or self._dates_the_report(text, mention):
            return self._replace(end=mention.end, last_day=focus if focus and focus.day else None)
        line = self.line if self._is_aside(text, mention, focus) else focus
        is_told = mention.expression.year is not None or mention.expression.unit == "Y"
        is_told = is_told and not _SINCE.search(text, max(0, mention.start - 10), mention.start)
        year = (focus.year if is_told else self.sentence_year) if not focus.bc else None
        quarter, age = (focus, 0) if focus.quarter else (self.quarter, self.quarter_age)
        named, year_age = (focus.year, 0) if is_told and not focus.bc else (self.named_year, self.year_age)
        went_on = self._replace(
            told=focus, last_day=focus if focus.day else None, line=line, end=mention.end, sentence_year=year,
            quarter=quarter, quarter_age=age, named_year=named, year_age=year_age,
            is_month_told=focus.month is not None and focus.day is None and mention.expression.month is not None,
        )  # fmt: skip
        is_reported = _is_of_report(text, mention)
        return went_on._with_day(focus, is_reported) if focus.day or focus.bc else went_on

    def _with_day(self, day: Focus, is_reported: bool) -> Thread:
        is_other = self.told_day is not None and self.told_day != day
        return self._replace(
            told_day=day, earlier_day=self.told_day if is_other else self.earlier_day, day_age=0, is_day_reported=is_reported
        )

    def _dates_the_report(self, text: str, mention: TimeMention) -> bool:
        """ "Officials said Wednesday" is the day of the report, not the one that is being told, where one is."""
        if self.told_day is None or self.day_age > NEAR:
            return False
        return _is_of_report(text, mention)

    def _is_aside(self, text: str, mention: TimeMention, focus: Focus) -> bool:
        if self.line is None or self.line.year == focus.year:
            return False
        before = text[max(0, mention.start - 60) : mention.start]
        breaks = [match.end() for match in _SENTENCE_END.finditer(before)]
        head = before[breaks[-1] :] if breaks else before
        if (breaks or mention.start < 60) and len(head) <= LEAD:
            return False
        return focus.month is None or bool(_ASIDE_CUES.search(head))


def _is_of_report(text: str, mention: TimeMention) -> bool:
    """ "Said on Monday", "on Monday said"."""
    before = text[max(0, mention.start - 40) : mention.start]
    return bool(_SAID.search(before)) or bool(_SAID_NEXT.match(text, mention.end))


def is_comparison(text: str, mention: TimeMention, scene: Scene) -> bool:
    """Does a date in news only measure another one, or name a thing ("up from a year earlier", "the 2016 accord"), so that what
    follows stands where it stood before?"""
    e = mention.expression
    if e.kind == "year_ago":
        return True
    if e.kind == "calendar" and e.month is None and _OF_A_DEAL.match(text, mention.end):
        return True
    if e.kind == "calendar" and e.month is not None and e.day is None and scene.month is not None:
        return bool(_MEASURED_FROM.search(text, max(0, mention.start - 40), mention.start))
    if e.kind == "shift" and e.direction < 0 and e.amount == 1 and e.unit in ("Y", "Q", "M"):
        return scene.month is not None or (scene.is_quarter_near and scene.quarter is not None)
    return (
        e.kind == "calendar" and e.month is None and bool(_ONE_OF_A_KIND.search(text, max(0, mention.start - 4), mention.start))
    )
