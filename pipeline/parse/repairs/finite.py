"""Clauses that were given the wrong verb, or hung on the wrong word.

claimed to have seized the town           read as a purpose: nobody has done a thing in order to
The men kidnapped on Friday were found   read with "kidnapped" as the main verb: it describes them
9,000 crossed into Chad, said Ann Doe     read with the 9,000 as who said it: what precedes is what was said
died when a bus was hit                   read with "when" beside the bus: it opens the clause
said that 21 of its men were killed       read as "that 21": "that" opens the clause, the number counts
In Aden, the mayor was shot               read with Aden as a second subject: a noun with "in" is none
as both sides accused each other          read as a participle: with a subject and an object it is the past
a video shows men beating captives        read with the men as an object: they do it
in West Darfur                            read with "in" under "West"
the following day gunmen fired            read as gunmen of a day: the day is when
gunmen fired, one of whom later died      read with "died" as the main verb: what "whom" opens describes
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import (
    COUNTED,
    FINITE_PAST,
    NAMES,
    NOUNS,
    SAYING,
    Columns,
    dependents,
    has_case,
    having,
    relations_of,
)
from pipeline.parse.repairs.content import TELLING
from pipeline.parse.repairs.moves import rehang

HAVING = frozenset(("have", "having"))
FINITE_HELPERS = frozenset(("was", "were", "is", "are", "will", "would", "have", "has", "had"))
LATER = ("conj", "parataxis", "advcl")
LOCAL = frozenset("in at near on outside inside across throughout around".split())
QUOTES = ('"', "”", "’")
SHOWING = frozenset("show shows showed shown showing film films filmed filming".split())
DAYS = frozenset("day week month year night morning evening afternoon".split())
RELATIVE_DAYS = frozenset("following next same previous".split())


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


def raise_quoted(words: Sequence[str], columns: Columns) -> Columns | None:
    """What precedes ", said Ann Doe", read as a second subject of "said" with a participle, as a clause that is said."""
    for said in having(columns, "root"):
        if words[said].lower() not in SAYING or words[said - 1] not in (",", *QUOTES):
            continue
        subjects = [c for c in dependents(columns, said) if columns.deps[c].startswith("nsubj")]
        if len(subjects) != 2 or not subjects[0] < said < subjects[1]:
            continue
        noun = subjects[0]
        if any(words[i] in QUOTES for i in range(noun, said)):  # a quotation that is no clause
            return rehang(columns, noun, said, "ccomp")
        verb = next((c for c in dependents(columns, noun) if c > noun and columns.deps[c] == "acl"), None)
        if verb is None or columns.tags[verb] not in FINITE_PAST or columns.tags[noun] not in COUNTED:
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        is_passive = "aux:pass" in relations_of(columns, verb)
        tags[verb], deps[verb], heads[verb] = columns.tags[verb] if is_passive else "VBD", "ccomp", said
        deps[noun], heads[noun] = "nsubj:pass" if is_passive else "nsubj", verb
        return Columns(tags, deps, heads)
    return None


def open_when(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "When" hung on the subject of a clause that stands beside another, as what opens the clause."""
    for when in having(columns, "advmod"):
        noun = columns.heads[when]
        verb = columns.heads[noun]
        if words[when].lower() != "when" or not columns.deps[noun].startswith("nsubj") or columns.deps[verb] != "ccomp":
            continue
        beside = [c for c in dependents(columns, columns.heads[verb]) if columns.deps[c] == "ccomp" and c < when]
        if beside and noun > when:
            return rehang(rehang(columns, when, verb, "advmod"), verb, beside[-1], "advcl")
    return None


def open_that(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "That" before a number, read as "that 21", as what opens the clause of the number; a circumstance is then what is told."""
    for that in having(columns, "det"):
        if words[that].lower() != "that" or not words[that + 1 : that + 2] or not words[that + 1][0].isdigit():
            continue
        noun = columns.heads[that]
        verb = columns.heads[noun]
        number = that + 1
        if not columns.deps[noun].startswith("nsubj") or columns.heads[number] not in (that, noun) or verb < that:
            continue
        mended = rehang(rehang(columns, that, verb, "mark"), number, noun, "nummod")
        tags = list(mended.tags)
        tags[that], tags[number] = "IN", "CD"
        above = columns.heads[verb]
        mended = mended._replace(tags=tags)
        if columns.deps[verb] == "advcl" and words[above].lower() in TELLING:
            return rehang(mended, verb, above, "ccomp")
        return mended
    return None


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


def free_place(words: Sequence[str], columns: Columns) -> Columns | None:
    """A place with its preposition that was read as one of two subjects, as where it happened."""
    for place in having(columns, "nsubj", "nsubj:pass"):
        verb = columns.heads[place]
        cases = [words[c].lower() for c in dependents(columns, place) if columns.deps[c] == "case" and c < place]
        others = [c for c in dependents(columns, verb) if c > place and columns.deps[c].startswith("nsubj")]
        if cases and cases[0] in LOCAL and columns.tags[place] in NAMES and others and not has_case(columns, others[0]):
            return rehang(columns, place, verb, "obl")
    return None


def lower_whom(words: Sequence[str], columns: Columns) -> Columns | None:
    """A clause with ", one of whom" read as the main one, under the last noun before it; the participle of the first of two
    subjects is the main verb."""
    for last in having(columns, "root"):
        subjects = [c for c in dependents(columns, last) if columns.deps[c].startswith("nsubj")]
        if (
            len(subjects) != 2
            or not subjects[0] < subjects[1] < last
            or words[subjects[1] + 1 : subjects[1] + 3] != ["of", "whom"]
        ):
            continue
        noun, part = subjects
        verb = next((c for c in dependents(columns, noun) if c > noun and columns.deps[c] == "acl"), None)
        if verb is None or columns.tags[verb] not in FINITE_PAST:
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[verb], deps[verb], heads[verb] = "VBD", "root", verb
        deps[last], heads[last] = "acl:relcl", max(i for i in range(part) if columns.tags[i] in (*COUNTED, "VBN"))
        for c in dependents(columns, last):
            if c < part or deps[c] == "punct":
                heads[c] = verb
        return Columns(tags, deps, heads)
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


def free_day(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "The following day" before a plural that acts, read as a part of its name, as when it acts."""
    for day in having(columns, "compound"):
        noun, adjective = columns.heads[day], day - 1
        verb = columns.heads[noun]
        is_day = words[day].lower() in DAYS and words[adjective].lower() in RELATIVE_DAYS
        if not is_day or columns.tags[noun] not in ("NNS", "NNPS", "CD", "NNP") or not columns.deps[noun].startswith("nsubj"):
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[day], heads[day] = "obl:unmarked", verb
        deps[adjective], heads[adjective] = "amod", day
        for c in dependents(columns, noun):
            if c < day and columns.tags[c] not in NOUNS:
                heads[c] = day
        return Columns(columns.tags, deps, heads)
    return None
