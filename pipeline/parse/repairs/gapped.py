"""Numbers that share the verb told before them, with a place or a day of their own.

nine in Jos on Monday and four in Bauchi on Tuesday     read with "four" under "Monday"
12 on Monday and six the next day                        read with "six" under "day"
12 in Gaza City, six in Rafah and five in Deir al-Balah  read with "six" under "City"
40 protesters in Minsk and 12 in Grodno                  read with "in Grodno" under the verb: it is where the 12 were

The number is hung on the verb as coordinated, what says where and when on the number; `find/ellipsis.py` tells them apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon.days import DAYS, PARTS_OF_DAY, UNITS
from pipeline.parse.columns import NAMES, Columns, dependents, subtree

SPOTS = frozenset(("in", "at", "near", "outside", "around", "on"))
LEADING = frozenset(("another", "further", "a", "some", "nearly"))  # before the number
COUNTING = frozenset(("others", "dozens", "scores", "hundreds", "several"))
MORE = frozenset(("more", "others"))
JOINING = frozenset((",", "and", "but", "while"))
AMONG = frozenset(("including", "among", "them", "whom", ":"))
COUNTED = ("obj", "nsubj:pass", "nsubj")  # relations of those counted
WHEN = DAYS | PARTS_OF_DAY
NEXT = frozenset(("next", "following"))


def part_gapped(words: Sequence[str], columns: Columns) -> Columns | None:
    """A number and its place or day, hung on what stands before them, made a coordinated part of the verb; None without one.

    One that only breaks down the number before it ("killed 24, nine in Homs and six in Hama") ends the search."""
    for i in range(2, len(words) - 2):
        number = number_at(words, columns, i)
        spots = phrases_behind(words, columns, number + 1) if number is not None else []
        first = first_of(words, i)
        if number is None or not spots or words[first - 1].lower() not in JOINING:
            continue
        verb = counting_verb(words, columns, number)
        if verb is None or not is_parallel(words, columns, verb, first, spots):
            return None
        if columns.heads[number] != verb or any((columns.heads[i], columns.deps[i]) != (number, "obl") for i in spots):
            return hang_gapped(words, columns, verb, number, first, spots)
    return None


def number_at(words: Sequence[str], columns: Columns, i: int) -> int | None:
    """The word that stands for those counted from word i on: "four", "six more", "two civilians"; None without a number."""
    if columns.tags[i] != "CD" and words[i].lower() not in COUNTING:
        return None
    return i + 1 if words[i + 1].lower() in MORE or (columns.tags[i + 1] == "NNS" and columns.heads[i] == i + 1) else i


def phrases_behind(words: Sequence[str], columns: Columns, start: int) -> list[int]:
    """The nouns of the phrases from a word on that say where and when, one behind the other; a clause's subject is none."""
    found, i = [], start
    if (after := day_after(words, start)) is not None:
        return [after]
    while i < len(words) and words[i].lower() in SPOTS:
        noun = columns.heads[i]
        if columns.deps[i] != "case" or noun < i or not (columns.tags[noun] in NAMES or is_when(words, noun)):
            break
        found.append(noun)
        inside = [c for c in subtree(columns, noun) if c >= i and columns.tags[c] in NAMES and "," not in words[i:c]]
        i = max([noun, *(c for c in inside if not JOINING.intersection(words[i:c]))]) + 1
    is_subject = i < len(words) and columns.tags[i] in ("VBD", "VBZ", "VBP", "MD")
    return [] if is_subject else found


def day_after(words: Sequence[str], i: int) -> int | None:
    """The noun of "the next day", "a day later", "two nights later" from word i on; None for other words."""
    phrase = [word.lower() for word in words[i : i + 3]]
    if len(phrase) < 3:
        return None
    if phrase[0] == "the" and phrase[1] in NEXT and phrase[2] in UNITS:
        return i + 2
    return i + 1 if phrase[1] in UNITS and phrase[2] == "later" else None


def first_of(words: Sequence[str], number: int) -> int:
    """Where the phrase of a number begins: "another two"."""
    first = number
    while first > 0 and words[first - 1].lower() in LEADING:
        first -= 1
    return first


def counting_verb(words: Sequence[str], columns: Columns, number: int) -> int | None:
    """The verb above the number, before it; None where the number only says who is among those told ("including two")."""
    verb = number
    while columns.heads[verb] != verb and not columns.tags[verb].startswith("VB"):
        verb = columns.heads[verb]
    is_before = columns.tags[verb].startswith("VB") and verb < number
    return verb if is_before and AMONG.isdisjoint(word.lower() for word in words[verb:number]) else None


def is_parallel(words: Sequence[str], columns: Columns, verb: int, first: int, spots: Sequence[int]) -> bool:
    """Whether the verb's own number has a place or a day as this one has; behind a bare comma, the same of both."""
    counted = [c for c in dependents(columns, verb) if columns.deps[c] in COUNTED and c < first and is_number(columns, c)]
    if not counted:
        return False
    told = {kind for i in range(counted[0] + 1, first) for kind in kinds(words, phrases_behind(words, columns, i))}
    own = kinds(words, spots)
    return told == own if words[first - 1] == "," else not told.isdisjoint(own)


def kinds(words: Sequence[str], spots: Sequence[int]) -> set[bool]:
    """Whether some phrases say when (True) and where (False)."""
    return {is_when(words, spot) for spot in spots}


def is_when(words: Sequence[str], i: int) -> bool:
    """A day, a month or a part of the day, a day counted on; the number of a day before its month."""
    if i > 1 and i in (day_after(words, i - 1), day_after(words, i - 2)):
        return True
    return words[i].lower() in WHEN or (words[i].isdigit() and i + 1 < len(words) and words[i + 1].lower() in DAYS)


def is_number(columns: Columns, i: int) -> bool:
    """A number, or people in a number."""
    return columns.tags[i] == "CD" or any(columns.deps[c] == "nummod" for c in dependents(columns, i))


def hang_gapped(words: Sequence[str], columns: Columns, verb: int, number: int, first: int, spots: Sequence[int]) -> Columns:
    """The number as a conjunct of the verb, with its places and days."""
    deps, heads = list(columns.deps), list(columns.heads)
    heads[number], deps[number] = verb, "conj"
    for i in range(first, number):
        heads[i], deps[i] = number, "nummod" if columns.tags[i] == "CD" else "det"
    for i in range(first - 1, first - 3, -1):
        if words[i].lower() in JOINING:
            heads[i], deps[i] = number, "punct" if words[i] == "," else "cc"
    for spot in spots:
        heads[spot], deps[spot] = number, "obl"
    return Columns(columns.tags, deps, heads)
