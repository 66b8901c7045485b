"""Second targets that share the verb told before them, each on its own day.

struck Gorazde on Monday and Bihac on Tuesday              read with "Bihac" under "Monday"
shelled Bor on Friday, killing two, and Leer on Saturday   read with "Leer" under "killing"

The target is hung on the verb as coordinated, its day and what came of it on the target; `find/ellipsis.py` tells them apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon.days import DAYS
from pipeline.parse.columns import NAMES, Columns, dependents

OBJECTS = ("obj", "nsubj:pass")
FINITE = ("VBD", "VBZ", "VBP", "MD")
OF_NAME = ("flat", "compound", "punct", "dep", "case")
UNITS = frozenset(("night", "day", "evening", "morning"))
ORDER = frozenset(("before", "after", "earlier", "later"))
ENDS_OF = {"and": (".", ",", ";", "!", "?"), ",": (",", "and")}  # what joins a target to those before -> what may stand behind it


def part_targets(words: Sequence[str], columns: Columns) -> Columns | None:
    """A name with a day in a list, made a coordinated part of the verb whose object is a name with a day; None without one."""
    for i in range(4, len(words) - 1):
        if words[i - 1].lower() not in ENDS_OF or columns.tags[i] not in NAMES:
            continue
        last = end_of_name(words, columns, i)
        day, end = day_behind(words, last + 1)
        verb = verb_before(words, columns, i) if day is not None and is_end(words, i, end) else None
        if day is not None and verb is not None and (columns.heads[i], columns.heads[day]) != (verb, i):
            return hang_target(words, columns, verb, (i, last, day, end))
    return None


def end_of_name(words: Sequence[str], columns: Columns, i: int) -> int:
    """The last word of the name that begins at i: "Mazar-i-Sharif", "Khan Younis"."""
    while i + 1 < len(words) and (columns.tags[i + 1] in NAMES or "-" in (words[i], words[i + 1])):
        i += 1
    return i


def day_behind(words: Sequence[str], i: int) -> tuple[int | None, int]:
    """The word of the day that a phrase at i tells, and where the phrase ends: "on Tuesday", "Tuesday", "the night before"."""
    lowered = [word.lower() for word in words[i : i + 3]] + ["", "", ""]
    if lowered[0] == "the" and lowered[1] in UNITS and lowered[2] in ORDER:
        return i + 1, i + 3
    at = i + 1 if lowered[0] == "on" else i
    return (at, at + 1) if at < len(words) and words[at].lower() in DAYS else (None, i)


def is_end(words: Sequence[str], first: int, end: int) -> bool:
    """Nothing stands behind the phrase of which it could be the subject, no verb; behind a comma the list goes on."""
    return end >= len(words) or words[end].lower() in ENDS_OF[words[first - 1].lower()]


def verb_before(words: Sequence[str], columns: Columns, i: int) -> int | None:
    """The last finite verb or passive participle before a word, if its object is a name and a day stands between the two."""
    before = [v for v in range(i) if columns.tags[v] in ("VBD", "VBN") and any(o in OBJECTS for o in relations(columns, v))]
    verb = before[-1] if before else None
    if verb is None or any(columns.tags[c] in FINITE for c in range(verb + 1, i)):
        return None
    targets = [c for c in dependents(columns, verb) if columns.deps[c] in OBJECTS and columns.tags[c] in NAMES and c < i]
    is_dated = any(word.lower() in DAYS for word in words[verb + 1 : i])
    return verb if targets and is_dated else None


def relations(columns: Columns, verb: int) -> list[str]:
    """The relations under a verb."""
    return [columns.deps[c] for c in dependents(columns, verb)]


def hang_target(words: Sequence[str], columns: Columns, verb: int, phrase: tuple[int, int, int, int]) -> Columns:
    """The target as a conjunct of the verb, with its day and the participle of what came of it."""
    first, last, day, end = phrase
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    heads[first], deps[first] = verb, "conj"
    for i in range(first + 1, end):
        heads[i], deps[i] = (first, "flat") if i <= last else (day, "det" if words[i].lower() == "the" else "case")
        if i <= last and words[i] == "-":
            deps[i] = "punct"
        elif i > day:
            heads[i], deps[i] = verb, "advmod"  # a time measured from the clause before
    heads[day], deps[day] = first, "obl" if words[day - 1].lower() == "on" else "obl:unmarked"
    for i in (first - 1, first - 2):
        if words[i].lower() in ("and", ","):
            heads[i], deps[i] = first, "punct" if words[i] == "," else "cc"
    if end + 1 < len(words) and words[end] == "," and tags[end + 1] == "VBG":
        heads[end + 1], deps[end + 1], heads[end], deps[end] = first, "advcl", end + 1, "punct"
    return Columns(tags, deps, heads)
