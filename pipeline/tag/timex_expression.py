"""What a time expression says, before anybody asks when it was said.

`tag` fills these records from the words alone; `resolve` anchors them. A field that the words do not fill stays empty.
"""

from __future__ import annotations

from dataclasses import dataclass

DAY_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}


@dataclass(frozen=True, slots=True)
class Expression:
    """One reading of time words. `kind` says which fields count; units are D W M Q H2 Y DE CE ML H MI S NI WE FN.

    kinds: calendar (year/month/day, any may be missing), weekday, deictic (offset in days), unit (this/last/next +
    unit), shift (amount of units away from an anchor), duration, set, reference (a fixed TIMEX3 value), season,
    quarter, half, decade, century, holiday, clock, part (a part of a day), recent (recent/coming + units), year_ago,
    that_time, shift_of_day (an amount of units before the day, week or month that `value` and `offset` name).
    """

    kind: str
    year: int | None = None
    bc: bool = False
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 1 = Monday
    week: int | None = None  # of a month; -1 = the last
    season: str = ""
    number: int | None = None  # of a quarter, half, decade (199), century (19), day of a holiday (0 = its eve, -1 = the last)
    relative: str = ""  # this, last, next, that, previous, following: which one, and counted from where
    unit: str = ""
    amount: float | None = None  # None with kind shift or duration: an unknown number
    amount_high: float | None = None
    direction: int = 0  # -1 back, 1 ahead
    anchor: str = ""  # dct, reference
    offset: int = 0  # days, of a deictic
    daypart: str = ""
    clock: str = ""
    mod: str = ""
    value: str = ""  # fixed TIMEX3 value
    holiday: str = ""
    fiscal: bool = False
    cue: str = ""  # earlier, later: only the part of the unit before or after the anchor; history: no expression of news
