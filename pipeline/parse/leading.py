"""A date that opens a sentence, read apart: "On Monday gunmen killed two guards", "On 3 May, Abiy left".

Without a comma, which the treebanks write there, the model takes the date for the first words of the subject; with one it
may take the name behind it for a part of the date. Where the date ends is the time grammar's to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from pipeline.lexicon.days import DAYS, MONTHS
from pipeline.records import TimeMention
from pipeline.tag.timex import tag_times

MAX_OPENING = 12  # words in which the date is looked for
PREPOSITIONS = frozenset(
    "on in at by since until till during over within after before for between from through throughout".split()
)
LEADS = PREPOSITIONS | frozenset(
    "about around just only exactly nearly almost some shortly soon immediately roughly barely early late".split()
)
RELATED = frozenset(("this", "last", "next", "that", "previous", "following"))  # a unit that is told from the present or before
CONNECTING = frozenset(("on", "in", "at", "of", "and", "to", "through", "until", "-", "–"))
NOUN_BEFORE_NOUN = frozenset(("set", "reference"))  # "annual talks", "the former king": no adjuncts
GOES_ON = frozenset(  # the date is longer, or it is the subject itself
    ", . : ; - – and or to through until till of 's ' only when , as for at in on from by before after since between because"
    " while than that which who was were is are has had saw will brought marked became came began ended passed".split()
)
MIN_BEHIND = 4  # words behind the comma
NO_CLAUSE = frozenset(  # behind "On Monday,": the date goes on, or a phrase or clause comes before the main one
    "and or but when while as after before if because where that which who whose on in at during by for from to until since with"
    " under following amid despite between across over against without early late about around just only both".split()
)
ABOUT_A_DAY = frozenset("day days morning eve night anniversary week weeks month months year years hours first last same".split())


def leading_date(words: Sequence[str], lowered: Sequence[str]) -> int:
    """How many words the date has that opens a sentence and runs into its subject; 0 for none."""
    end = date_end(words[:MAX_OPENING], lowered[:MAX_OPENING])
    if lowered[end : end + 1] == [","] and 0 < end < len(lowered) - MIN_BEHIND and begins_clause(lowered, end + 1):
        return end + 1
    return end if 0 < end < len(lowered) - 1 and lowered[end] not in GOES_ON else 0


def begins_clause(lowered: Sequence[str], i: int) -> bool:
    """Behind the comma comes the main clause: no more of the date, and nothing else that opens the sentence."""
    word = lowered[i]
    goes_on = word in NO_CLAUSE or word in DAYS or is_year(word) or (word.isdigit() and lowered[i + 1] in MONTHS)
    return not goes_on and lowered[i + 1] not in ABOUT_A_DAY


def date_end(words: Sequence[str], lowered: Sequence[str]) -> int:
    """Behind which word the date ends: "on Monday night", "in the past two weeks", "shortly before midnight", "at 2 a.m. on
    Tuesday", "last year alone", "weeks later"; 0 without one."""
    lead = sum(1 for _ in takewhile(LEADS.__contains__, lowered))
    end = 0
    for first, last, mention in placed(words):
        is_joined = end and first == end + 1 and lowered[end] in CONNECTING
        if is_joined or (not end and first <= lead and is_adjunct(mention, PREPOSITIONS.intersection(lowered[: first + 1]))):
            end = last
    return end + (lowered[end : end + 1] == ["alone"] and end > 0)


def placed(words: Sequence[str]) -> Iterator[tuple[int, int, TimeMention]]:
    """The time expressions of some words, each with its words as `[first, last)`."""
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    index = {start: i for i, start in enumerate(starts)}
    for mention in tag_times(" ".join(words)):
        if mention.start in index and mention.end + 1 in index:
            yield index[mention.start], index[mention.end + 1], mention


def is_adjunct(mention: TimeMention, prepositions: frozenset[str]) -> bool:
    """It dates a clause; without a preposition "Monday" or "the weekend" may be the first word of a name for what happened."""
    said = mention.expression
    if said.kind in NOUN_BEFORE_NOUN:
        return False
    if prepositions:
        return True
    is_related = said.kind in ("unit", "weekday") and (said.relative in RELATED or bool(said.mod))
    return said.kind == "shift" or is_related or (said.kind == "deictic" and said.value != "overnight")


def is_year(word: str) -> bool:
    """Four digits that are a year of our time."""
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
