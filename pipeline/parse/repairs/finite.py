"""Clauses that were given the wrong verb, or hung on the wrong word.

claimed to have seized the town           read as a purpose: nobody has done a thing in order to
The men kidnapped on Friday were found   read with "kidnapped" as the main verb: it describes them
as both sides accused each other          read as a participle: with a subject and an object it is the past
a video shows men beating captives        read with the men as an object: they do it
in West Darfur                            read with "in" under "West"
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import (
    FINITE_PAST,
    NAMES,
    Columns,
    dependents,
    having,
    relations_of,
)
from pipeline.parse.repairs.content import TELLING
from pipeline.parse.repairs.moves import rehang

HAVING = frozenset(("have", "having"))
FINITE_HELPERS = frozenset(("was", "were", "is", "are", "will", "would", "have", "has", "had"))
LATER = ("conj", "parataxis", "advcl")
QUOTES = ('"', "”", "’")
SHOWING = frozenset("show shows showed shown showing film films filmed filming".split())
DAYS = frozenset("day week month year night morning evening afternoon".split())


def claim_perfect(words: Sequence[str], columns: Columns) -> Columns | None:
    """A perfect infinitive read as the purpose of a verb of telling, as what is told: "claimed to have seized the town"."""
    for verb in having(columns, "advcl"):
        above, own = columns.heads[verb], dependents(columns, verb)
        is_perfect = any(columns.deps[c] == "aux" and words[c].lower() in HAVING for c in own)
        has_to = any(columns.deps[c] == "mark" and words[c].lower() == "to" for c in own)
        if is_perfect and has_to and above < verb and columns.tags[verb] == "VBN" and words[above].lower() in TELLING:
            return rehang(columns, verb, above, "xcomp")
    return None


def raise_described(words: Sequence[str], columns: Columns) -> Columns | None:
    """A participle behind the subject, between commas or right behind it, read as the main verb, under the subject; the verb
    behind it that has a finite auxiliary and no subject of its own is the main verb."""
    for first in having(columns, "root", "ccomp"):
        if columns.tags[first] not in FINITE_PAST or relations_of(columns, first) & {"aux", "aux:pass", "obj"}:
            continue
        own = dependents(columns, first)
        noun = next((c for c in own if c < first and columns.deps[c].startswith("nsubj")), None)
        later = (c for c in own if c > first and columns.deps[c] in LATER and columns.tags[c] in ("VBN", "VB"))
        verb = next((c for c in later if noun is not None and goes_on(words, columns, noun, first, c)), None)
        if noun is None or verb is None:
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[verb], heads[verb] = deps[first], verb if heads[first] == first else heads[first]
        deps[noun], heads[noun] = "nsubj:pass" if "aux:pass" in relations_of(columns, verb) else "nsubj", verb
        deps[first], heads[first] = "acl", noun
        for c in own:
            if c not in (noun, verb) and (c > verb or c < noun):
                heads[c] = verb
        return Columns(columns.tags, deps, heads)
    return None


def goes_on(words: Sequence[str], columns: Columns, noun: int, first: int, verb: int) -> bool:
    """The verb has a finite auxiliary and no subject; a comma stands before it if one stands before the participle, else none."""
    helpers = [c for c in dependents(columns, verb) if columns.deps[c] in ("aux", "aux:pass")]
    is_finite = bool(helpers) and words[helpers[0]].lower() in FINITE_HELPERS
    if not is_finite or relations_of(columns, verb) & {"cc", "nsubj", "nsubj:pass", "mark"}:
        return False
    is_parted = words[first - 1] == ","
    return (words[helpers[0] - 1] == ",") == is_parted and (is_parted or noun == first - 1)


def case_name(words: Sequence[str], columns: Columns) -> Columns | None:
    """A preposition under the first half of a name, given to the name: "in | West Darfur"."""
    for case in having(columns, "case"):
        half = columns.heads[case]
        if (
            case == half - 1
            and columns.deps[half] == "compound"
            and columns.tags[half] in NAMES
            and columns.heads[half] == half + 1
        ):
            return rehang(columns, case, half + 1, "case")
    return None


def date_past(words: Sequence[str], columns: Columns) -> Columns | None:
    """A participle with a subject and an object, and without an auxiliary, as the past tense that it is."""
    for verb in having(columns, "root", "advcl", "ccomp", "conj", "parataxis"):
        own = relations_of(columns, verb)
        if columns.tags[verb] == "VBN" and {"nsubj", "obj"} <= own and not own & {"aux", "aux:pass", "cop"}:
            tags = list(columns.tags)
            tags[verb] = "VBD"
            return columns._replace(tags=tags)
    return None


def seat_shown(words: Sequence[str], columns: Columns) -> Columns | None:
    """Who is shown doing something, read as the object of "show", as who does it: "a video shows | men beating captives"."""
    for verb in having(columns, "ccomp", "xcomp", "advcl"):
        above = columns.heads[verb]
        if columns.tags[verb] != "VBG" or words[above].lower() not in SHOWING or "nsubj" in relations_of(columns, verb):
            continue
        noun = next((c for c in dependents(columns, above) if above < c < verb and columns.deps[c] == "obj"), None)
        if noun is not None:
            return rehang(rehang(columns, noun, verb, "nsubj"), verb, above, "ccomp")
    return None
