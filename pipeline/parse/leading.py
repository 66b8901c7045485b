"""A date that opens a sentence, read apart: "On Monday gunmen killed two guards", "On 3 May, Abiy left".

Without a comma, which the treebanks write there, the model takes the day for the first word of the subject's name; with one it
may take the name behind it for a part of the date.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon.days import DAYS, MONTHS, PARTS_OF_DAY, WEEKDAYS

OPENERS = frozenset(("on", "in", "since", "early", "late", "last", "yesterday", "earlier", "later", "this", "the"))
EDGES = frozenset(("early", "late", "mid"))
STRETCHES = frozenset(("week", "month", "year", "night", "weekend", "summer", "winter", "spring", "autumn", "fall"))
GOES_ON = frozenset(  # the date is longer, or it is the subject itself
    ", . : ; - – and or to through until till of 's ' alone only when , as for at in on from by was were is are has had saw will"
    " brought marked became came".split()
)
BESIDE = frozenset(("following", "next", "same", "previous"))
MIN_BEHIND = 4  # words behind the comma
NO_CLAUSE = frozenset(  # behind "On Monday,": the date goes on, or a phrase or clause comes before the main one
    "and or but when while as after before if because where that which who whose on in at during by for from to until since with"
    " under following amid despite between across over against without early late about around just only both".split()
)
ABOUT_A_DAY = frozenset("day days morning eve night anniversary week weeks month months year years hours first last same".split())
DAYS_OF_MONTH = range(1, 32)


def leading_date(lowered: Sequence[str]) -> int:
    """How many words the date has that opens a sentence and runs into its subject; 0 for none."""
    if not lowered or lowered[0] not in OPENERS:
        return 0
    end = date_end(lowered)
    if lowered[end : end + 1] == [","] and 0 < end < len(lowered) - MIN_BEHIND and begins_clause(lowered, end + 1):
        return end + 1
    return end if 0 < end < len(lowered) - 1 and lowered[end] not in GOES_ON else 0


def begins_clause(lowered: Sequence[str], i: int) -> bool:
    """Behind the comma comes the main clause: no more of the date, and nothing else that opens the sentence."""
    word = lowered[i]
    goes_on = word in NO_CLAUSE or word in DAYS or is_year(word) or (word.isdigit() and lowered[i + 1] in MONTHS)
    return not goes_on and lowered[i + 1] not in ABOUT_A_DAY


def date_end(lowered: Sequence[str]) -> int:
    """Where the date ends: "on Monday night", "early on Friday", "in May 2019", "on 3 May", "last week",
    "earlier this month", "since Sunday", "in the same week", "the next day"; 0 without one."""
    if lowered[0] == "the":
        is_beside = len(lowered) > 2 and lowered[1] in BESIDE and lowered[2] in ("day", "night", "morning", "evening", "week")
        return 3 if is_beside else 0
    i = 1 if lowered[0] in EDGES else 0
    on = lowered[i : i + 1]
    i += on in (["on"], ["in"], ["since"])
    i += lowered[i : i + 1] in (["early"], ["late"], ["mid"], ["last"], ["this"])
    word = lowered[i] if i < len(lowered) else ""
    if list(lowered[i : i + 2]) in (
        ["the", "same"],
        ["earlier", "this"],
        ["later", "that"],
        ["earlier", "that"],
        ["later", "this"],
    ):
        return i + 3 if i + 2 < len(lowered) and lowered[i + 2] in (*STRETCHES, "day") else 0
    if word in STRETCHES and lowered[i - 1] == "this" and i > 0:
        return i + 1
    if word in WEEKDAYS or (word == "yesterday" and i == 0):
        return i + 1 + (lowered[i + 1 : i + 2] in [[part] for part in PARTS_OF_DAY])
    if word in STRETCHES and lowered[i - 1] == "last" and i > 0:
        return i + 1
    if on == ["on"] and is_day(word) and lowered[i + 1 : i + 2] in [[month] for month in MONTHS]:
        return with_year(lowered, i + 2)
    if word in MONTHS:
        has_day = on == ["on"] and i + 1 < len(lowered) and is_day(lowered[i + 1])
        return with_year(lowered, i + 1 + has_day)
    return i + 1 if on == ["in"] and is_year(word) else 0


def with_year(lowered: Sequence[str], i: int) -> int:
    """Behind the year at i, or behind "last year"; i itself without one."""
    if i < len(lowered) and is_year(lowered[i]):
        return i + 1
    if lowered[i : i + 1] == [","] and i + 1 < len(lowered) and is_year(lowered[i + 1]):
        return i + 2
    return i + 2 if list(lowered[i : i + 2]) in (["last", "year"], ["this", "year"]) else i


def is_day(word: str) -> bool:
    """A number that a day of a month can have."""
    return word.isdigit() and int(word) in DAYS_OF_MONTH


def is_year(word: str) -> bool:
    """Four digits that are a year of our time."""
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
