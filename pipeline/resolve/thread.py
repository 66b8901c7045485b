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

LEAD = 28  # code points before an expression that still counts as the head of its sentence ("However, in ")
_SENTENCE_END = re.compile(r"[.!?][”\"')\]]*\s|\n")
_ASIDE_CUES = re.compile(r"\b(?:until|till|since|before|from|of|through|to|after)\s+(?:the\s+)?$", re.IGNORECASE)


class Thread(NamedTuple):
    """`told` is the last date named, `told_day` the last one known to the day, `line` the one the narrative stands on."""

    told: Focus | None = None
    told_day: Focus | None = None
    line: Focus | None = None
    end: int = 0  # of the last mention
    sentence_year: int | None = None
    quarter: Focus | None = None
    quarter_age: int = 0  # sentences since

    def enter(self, text: str, start: int) -> Thread:
        """Go on to the next mention; a new sentence goes back to the line."""
        breaks = len(_SENTENCE_END.findall(text, self.end, start))
        if not breaks:
            return self
        return self._replace(told=self.line or self.told, sentence_year=None, quarter_age=self.quarter_age + breaks)

    def scene(self, dct: date | None, narrative: bool, tense: str) -> Scene:
        """What the next mention stands on."""
        year = self.sentence_year if dct and self.sentence_year and self.sentence_year < dct.year else None
        return Scene(dct, narrative, self.told, self.told_day, year, self.quarter, self.quarter_age <= 1, tense)

    def follow(self, text: str, mention: TimeMention, focus: Focus | None) -> Thread:
        """Take the date of a mention up into the thread, unless it is an aside."""
        if focus is None:
            return self._replace(end=mention.end)
        day = focus if focus.day or focus.bc else self.told_day
        line = self.line if self._is_aside(text, mention, focus) else focus
        year = focus.year if not focus.bc else None
        quarter, age = (focus, 0) if focus.quarter else (self.quarter, self.quarter_age)
        return Thread(focus, day, line, mention.end, year, quarter, age)

    def _is_aside(self, text: str, mention: TimeMention, focus: Focus) -> bool:
        if self.line is None or self.line.year == focus.year:
            return False
        before = text[max(0, mention.start - 60) : mention.start]
        breaks = [match.end() for match in _SENTENCE_END.finditer(before)]
        head = before[breaks[-1] :] if breaks else before
        if (breaks or mention.start < 60) and len(head) <= LEAD:
            return False
        return focus.month is None or bool(_ASIDE_CUES.search(head))
