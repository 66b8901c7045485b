"""Two deeds of one sentence that happened at different times, and so are two events.

"three days after a bomb killed six, gunmen attacked a church"     a length of time lies between
"killed three guards on Thursday and wounded two on Friday"        each has its own day
"""

from __future__ import annotations

from collections.abc import Collection

from pipeline.find.match import Marks, Match
from pipeline.find.measured import are_measured_apart
from pipeline.records import Tree

_DYING = frozenset(("die", "succumb"))  # "was shot on Tuesday and died on Friday" is one event, dated by the shooting


def is_apart(tree: Tree, one: Match, other: Match, marks: Marks) -> bool:
    """Do two matches tell deeds of different times?"""
    if are_measured_apart(tree, one.head, other.head):
        return True
    is_death = not _DYING.isdisjoint(tree.tokens[m.head].lemma.lower() for m in (one, other))
    return not is_death and have_own_days(tree, one.head, other.head, marks.times)


def have_own_days(tree: Tree, one: int, other: int, times: Collection[int]) -> bool:
    """Does each of two words have a day under it, and not the same? `times` are the tokens of time expressions."""
    days, others = _days(tree, one, times), _days(tree, other, times)
    return bool(days) and bool(others) and days.isdisjoint(others)


def _days(tree: Tree, head: int, times: Collection[int]) -> frozenset[str]:
    """The names of days and months right under a word."""
    return frozenset(
        tree.tokens[i].text.lower()
        for c in tree.children[head]
        if c in times and tree.tokens[c].dep.startswith(("obl", "nmod"))
        for i in (c, *tree.children[c])
        if i in times and tree.tokens[i].tag == "NNP"
    )
