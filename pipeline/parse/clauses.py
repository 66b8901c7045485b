"""Subjects, conjunctions, days and relative clauses that hang where no clause has them, put in their place.

In Niger, gunmen shot 22           read with the gunmen beside Niger: a finite verb has a subject, and it stands before it
said that 20 people were killed    read with two subjects: "that" opens the clause
said in a note that rebels fled    read as a note that rebels fled: it is what is said
40 civilians have been killed      read with 40 as the root: it counts the civilians
since the truce took effect        read with "since" before the truce: it opens the clause
India last month expelled them     read with the month under India: it says when they were expelled
the attack, in which 26 died       read as a circumstance of what precedes: it describes the attack
on 7 October, when rebels struck   likewise: it says what happened on that day
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import Columns, dependents, having, subtree
from pipeline.parse.rehang import DAYS, rehang

NOUNS = ("NN", "NNS", "NNP", "NNPS", "CD")
LISTED = ("appos", "conj", "dep", "list", "nmod", "compound", "flat")
TELLING = frozenset("said says say warned warns told tells announced added confirmed claimed reported".split())
OPENING = frozenset(("since", "after", "before", "until", "as", "while"))
TIMES = DAYS | frozenset("month week year weekend night morning evening afternoon yesterday today".split())
EVENTS = frozenset(
    "attack assault raid strike airstrike bombing blast explosion massacre operation incident clash fighting shooting ambush"
    " shelling killing offensive violence attacks clashes raids strikes killings".split()
)
MAX_BACK = 12  # words before the comma in which the event noun of "…, in which" stands


def seat_subject(words: Sequence[str], columns: Columns) -> Columns | None:
    """The noun behind "In X," that hangs on X, as the subject of the finite verb that has none; None when there is none."""
    for verb, tag in enumerate(columns.tags):
        if columns.deps[verb] not in ("root", "ccomp", "parataxis") or tag not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        own = dependents(columns, verb)
        subjects = [c for c in own if columns.deps[c].startswith(("nsubj", "csubj"))]
        if not all(has_case(columns, c) for c in subjects):
            continue
        for phrase in (c for c in own if c < verb and (columns.deps[c] == "obl" or c in subjects)):
            noun = next((c for c in dependents(columns, phrase) if c > phrase and opens_subject(words, columns, c, verb)), None)
            if noun is not None:
                relation = "nsubj:pass" if any(columns.deps[c] == "aux:pass" for c in own) else "nsubj"
                return rehang(rehang(columns, phrase, verb, "obl"), noun, verb, relation)
    return None


def has_case(columns: Columns, i: int) -> bool:
    """A preposition stands before a word."""
    return any(columns.deps[c] == "case" and c < i for c in dependents(columns, i))


def opens_subject(words: Sequence[str], columns: Columns, noun: int, verb: int) -> bool:
    """A noun phrase behind a comma, without a preposition or "and", that ends before the verb."""
    if columns.deps[noun] not in LISTED or columns.tags[noun] not in NOUNS:
        return False
    inside = subtree(columns, noun)
    own = {columns.deps[c] for c in dependents(columns, noun) if c < noun}
    before = [i for i in inside if words[i] != ","]
    has_comma = min(before) > 0 and words[min(before) - 1] == ","
    return has_comma and not own & {"case", "cc"} and max(inside) < verb and "," not in words[max(inside) + 1 : verb]


def mark_that(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "That" as the first of two subjects, made the conjunction; None when there is none."""
    for i, dep in enumerate(columns.deps):
        if words[i].lower() != "that" or not dep.startswith("nsubj") or columns.heads[i] < i:
            continue
        if any(c > i and columns.deps[c].startswith("nsubj") for c in dependents(columns, columns.heads[i])):
            tags, deps = list(columns.tags), list(columns.deps)
            tags[i], deps[i] = "IN", "mark"
            return Columns(tags, deps, columns.heads)
    return None


def raise_content(words: Sequence[str], columns: Columns) -> Columns | None:
    """A clause with "that" and a subject of its own, read as describing a noun, as what the verb above says; None without one."""
    for verb, dep in enumerate(columns.deps):
        own = dependents(columns, verb)
        if not dep.startswith("acl") or not any(words[c].lower() == "that" and columns.deps[c] == "mark" for c in own):
            continue
        if not any(columns.deps[c].startswith("nsubj") for c in own):
            continue
        i = columns.heads[verb]
        while columns.tags[i] in NOUNS and columns.heads[i] != i:
            i = columns.heads[i]
        has_content = any(columns.deps[c] == "ccomp" for c in dependents(columns, i))
        if words[i].lower() in TELLING and not has_content:
            return rehang(columns, verb, i, "ccomp")
    return None


def mark_clause(words: Sequence[str], columns: Columns) -> Columns | None:
    """A conjunction read as the preposition of a subject, given to the clause; None when there is none."""
    for i in having(columns, "case"):
        subject = columns.heads[i]
        if words[i].lower() not in OPENING or not columns.deps[subject].startswith("nsubj"):
            continue
        verb = columns.heads[subject]
        if columns.deps[verb] == "advcl" and columns.tags[verb].startswith("VB"):
            return rehang(columns, i, verb, "mark")
    return None


def open_clause(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "Since Russia invaded" read as a phrase before a clause without a subject: the noun is the subject; None without one."""
    for i, dep in enumerate(columns.deps):
        noun = columns.heads[i]
        verb = noun + 1
        if dep != "case" or words[i].lower() not in OPENING or columns.deps[noun] != "obl" or verb >= len(words):
            continue
        is_clause = columns.deps[verb] == "advcl" and columns.tags[verb] in ("VBD", "VBN") and columns.tags[noun] in NOUNS
        own = {columns.deps[c] for c in dependents(columns, verb)}
        if is_clause and not any(relation.startswith(("nsubj", "aux", "mark")) for relation in own):
            return rehang(rehang(columns, noun, verb, "nsubj"), i, verb, "mark")
    return None


def seat_amount(words: Sequence[str], columns: Columns) -> Columns | None:
    """A number read as the root before the subject that it counts, given to the subject; None when there is none."""
    number = next((i for i, dep in enumerate(columns.deps) if dep == "root" and words[i][0].isdigit()), None)
    if number is None or number + 1 >= len(words) or not columns.deps[number + 1].startswith("nsubj"):
        return None
    verb = columns.heads[number + 1]
    if columns.heads[verb] != number:
        return None
    deps, heads = list(columns.deps), list(columns.heads)
    deps[verb], heads[verb] = "root", verb
    deps[number], heads[number] = "nummod", number + 1
    for c in dependents(columns, number):
        if c != verb and c > number:
            heads[c] = verb
    return Columns(columns.tags, deps, heads)


def hang_time(words: Sequence[str], columns: Columns) -> Columns | None:
    """A day or month between a subject and its verb, read as a part of the subject, given to the verb; None without one."""
    for i, dep in enumerate(columns.deps):
        subject = columns.heads[i]
        is_read_so = dep.startswith("nmod") or dep == "appos"
        if not is_read_so or i < subject or words[i].lower() not in TIMES or not columns.deps[subject].startswith("nsubj"):
            continue
        verb, own = columns.heads[subject], dependents(columns, i)
        between = columns.tags[max((i, *own)) + 1 : verb]
        if verb > i and "," not in words[subject:i] and all(tag in ("RB", "MD", "VBZ", "VBD", "VBP") for tag in between):
            return rehang(columns, i, verb, "obl" if has_case(columns, i) else "obl:unmarked")
    return None


def hang_relative(words: Sequence[str], columns: Columns) -> Columns | None:
    """A clause with ", in which" or a date before ", when", as a relative clause of the event or the date; None without one."""
    for verb, dep in enumerate(columns.deps):
        if dep not in ("advcl", "conj", "ccomp", "parataxis") or not columns.tags[verb].startswith("VB"):
            continue
        first = min(subtree(columns, verb))
        first += words[first] == ","
        if first < 2 or words[first - 1] != ",":
            continue
        opening = [word.lower() for word in words[first : first + 2]]
        if opening in (["in", "which"], ["during", "which"]):
            noun = event_before(words, columns, first - 1)
        else:
            noun = date_before(words, columns, first - 1) if opening[0] == "when" else None
        if noun is not None and noun not in subtree(columns, verb):
            return rehang(columns, verb, noun, "acl:relcl")
    return None


def event_before(words: Sequence[str], columns: Columns, comma: int) -> int | None:
    """The nearest noun for an attack before a comma."""
    return next((i for i in range(comma - 1, max(-1, comma - MAX_BACK), -1) if words[i].lower() in EVENTS), None)


def date_before(words: Sequence[str], columns: Columns, comma: int) -> int | None:
    """The head of the date right before a comma: of "Oct. 7, 2023" and "7 October" what carries the rest."""
    inside = [i for i in range(max(0, comma - 4), comma) if is_date_word(words[i])]
    if not inside or inside[-1] != comma - 1:
        return None
    return next((i for i in inside if columns.heads[i] not in inside), inside[-1])


def is_date_word(word: str) -> bool:
    """A month, weekday or number."""
    return word.lower().rstrip(".") in DAYS | {day[:3] for day in DAYS} | {"sept"} or word.isdigit()
