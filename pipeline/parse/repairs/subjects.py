"""Subjects that hang elsewhere: a finite verb has one, and it stands before the verb.

In Niger, gunmen shot 22        read with the gunmen beside Niger
and almost 20,000 were arrested read with the number beside the clause before
four others injured by gunmen   behind "six were killed and", read with "injured" under the others: it shares "were"
and tens of thousands displaced read with the number as who did it
Mali has since sent 40 men     read with Mali as the subject of "has": it is that of what "has" helps
said it was willing to talk    read with "it" as nobody: somebody is willing
Some threw stones at the guards read with "thrown stones": "some" did it
In a speech to workers Ali urged  read with Ali beside the workers: without a comma the name before the verb is its subject
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import (
    COUNTED,
    FINITE_PAST,
    NAMES,
    Columns,
    dependents,
    has_case,
    has_subject,
    having,
    relations_of,
    subtree,
)
from pipeline.parse.repairs.moves import first_word, rehang, seat
from pipeline.parse.repairs.parted_names import only_past

LISTED = ("appos", "conj", "dep", "list", "nmod", "compound", "flat")
SOME = frozenset(("some", "others", "many", "several", "most", "few"))
DONE_TO = frozenset(
    "injured wounded killed hurt abducted kidnapped arrested detained displaced burned burnt captured missing"
    " forced driven uprooted".split()
)
OPENERS = ("and", "but", "while", ",")
WILLING = frozenset("willing ready prepared able unable unwilling determined eager reluctant open concerned committed".split())
INTRANSITIVE = frozenset(("died", "fled", "drowned", "perished", "escaped", "starved"))  # a number before them did it
OF_A_NOUN = frozenset(("det", "amod", "nummod", "compound", "nmod:poss"))


def share_passive(words: Sequence[str], columns: Columns) -> Columns | None:
    """The subject of a participle beside a passive, "two were killed and tens of thousands displaced", as whom it was done to."""
    for subject in having(columns, "nsubj"):
        verb = columns.heads[subject]
        above = columns.heads[verb]
        is_beside = columns.deps[verb] == "conj" and "aux:pass" in relations_of(columns, above)
        if is_beside and words[verb].lower() in DONE_TO and not relations_of(columns, verb) & {"obj", "aux", "ccomp"}:
            return rehang(columns, subject, verb, "nsubj:pass")
    return None


def part_fronted(words: Sequence[str], columns: Columns) -> Columns | None:
    """A place behind "in" that was read as a part of the subject, "in Lima students marched", as a phrase of the verb."""
    for subject in having(columns, "nsubj", "nsubj:pass"):
        own = [c for c in dependents(columns, subject) if c < subject]
        case = next((c for c in own if columns.deps[c] == "case" and words[c].lower() in ("in", "near", "outside")), None)
        if case is None or own[0] != case or columns.tags[subject] != "NNS" or columns.heads[subject] < subject:
            continue
        names = [c for c in own if columns.tags[c] == "NNP" and columns.deps[c] == "compound"]
        if not names or names[0] != case + 1 or names != list(range(case + 1, case + 1 + len(names))):
            continue
        place = names[-1]
        columns = rehang(rehang(columns, case, place, "case"), place, columns.heads[subject], "obl")
        for name in names[:-1]:
            columns = rehang(columns, name, place, "compound")
        return columns
    return None


def seat_subject(words: Sequence[str], columns: Columns) -> Columns | None:
    """The noun behind "In X," that hangs on X, as the subject of the finite verb that has none; None when there is none."""
    if "," not in words:
        return None
    for verb in having(columns, "root", "ccomp", "parataxis"):
        if columns.tags[verb] not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        own = dependents(columns, verb)
        subjects = [c for c in own if columns.deps[c].startswith(("nsubj", "csubj"))]
        if not all(has_case(columns, c) for c in subjects):
            continue
        for phrase in (c for c in own if c < verb and (columns.deps[c] == "obl" or c in subjects)):
            noun = next((c for c in dependents(columns, phrase) if c > phrase and opens_subject(words, columns, c, verb)), None)
            if noun is not None:
                relation = "nsubj:pass" if any(columns.deps[c] == "aux:pass" for c in own) else "nsubj"
                for name in names_of(columns, noun):
                    columns = rehang(columns, name, noun, "appos")
                return rehang(rehang(columns, phrase, verb, "obl"), noun, verb, relation)
    return None


def opens_subject(words: Sequence[str], columns: Columns, noun: int, verb: int) -> bool:
    """A noun phrase behind a comma, without a preposition or "and", that ends before the verb."""
    if columns.deps[noun] not in LISTED or columns.tags[noun] not in COUNTED:
        return False
    names = names_of(columns, noun)
    inside = [*subtree(columns, noun), *(i for name in names for i in subtree(columns, name))]
    own = {columns.deps[c] for c in dependents(columns, noun) if c < noun}
    before = [i for i in inside if words[i] != ","]
    has_comma = min(before) > 0 and words[min(before) - 1] == ","
    if not has_comma or own & {"case", "cc"} or max(inside) >= verb:
        return False
    is_named = bool(names) or any(columns.deps[c] == "appos" for c in dependents(columns, noun))
    behind = words[max(inside) + 1 : verb]
    return "," not in (behind[1:] if is_named else behind)


def seat_some(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "Some" before a past that is no participle, read as "some stones", as the verb's subject."""
    if words[0].lower() not in SOME or len(words) < 3 or words[1] not in only_past():
        return None
    if columns.deps[1] == "root" and columns.heads[0] == 1 and columns.deps[0] == "det":
        return rehang(columns, 0, 1, "nsubj")
    noun = columns.heads[1]
    if columns.deps[1] != "amod" or columns.deps[noun] != "root" or noun < 2:
        return None
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    tags[1], deps[1], heads[1] = "VBD", "root", 1
    deps[0], heads[0] = "nsubj", 1
    deps[noun], heads[noun] = "obj", 1
    for c in dependents(columns, noun):
        if c > noun and columns.tags[c] not in COUNTED:
            heads[c] = 1
    return Columns(tags, deps, heads)


def names_of(columns: Columns, noun: int) -> list[int]:
    """The name beside a noun that says who it is: "Jo Doe" of "In Yalta, the mayor, Jo Doe, was hurt"."""
    if columns.tags[noun] in NAMES:
        return []
    beside = (c for c in dependents(columns, columns.heads[noun]) if c > noun and columns.tags[c] in NAMES)
    return [c for c in beside if columns.deps[c] in ("appos", "conj") and "cc" not in relations_of(columns, c)]


def seat_number(words: Sequence[str], columns: Columns) -> Columns | None:
    """A bare number right before "were arrested", "have fled", as the subject of that verb; None when there is none."""
    if "CD" not in columns.tags and not having(columns, "nummod"):
        return None
    for verb, tag in enumerate(columns.tags):
        if tag not in FINITE_PAST:
            continue
        own = dependents(columns, verb)
        relations = {columns.deps[c] for c in own}
        if any(dep.startswith("nsubj") for dep in relations):
            continue
        if (
            words[verb].lower() in INTRANSITIVE
            and verb
            and columns.deps[verb - 1] == "nummod"
            and columns.heads[verb - 1] == verb
        ):
            return rehang(columns, verb - 1, verb, "nsubj")
        auxiliaries = [c for c in own if c < verb and columns.deps[c] in ("aux", "aux:pass")]
        number = min(auxiliaries) - 1 if auxiliaries else -1
        if number > 0 and columns.tags[number] == "CD" and is_loose(words, columns, number, verb):
            return seat(columns, number, verb, "nsubj:pass" if "aux:pass" in relations else "nsubj")
    return None


def is_loose(words: Sequence[str], columns: Columns, number: int, verb: int) -> bool:
    """The number opens its clause: a conjunction stands before its words, and no preposition."""
    own = dependents(columns, number)
    first = first_word(columns, number)
    before = words[first].lower() if columns.deps[first] == "cc" else words[first - 1].lower() if first else ""
    is_headed = columns.deps[number] in ("conj", "fixed", "dep", "obl", "nsubj", "advmod", "nmod", "obj", "nummod")
    return before in OPENERS and is_headed and not any(columns.deps[c] == "case" for c in own) and columns.heads[number] != number


def seat_compound(words: Sequence[str], columns: Columns) -> Columns | None:
    """The noun right before a verb with an object that was read as the verb's modifier, as its subject."""
    for noun in having(columns, "compound", "amod"):
        verb = columns.heads[noun]
        if verb != noun + 1 or not columns.tags[verb].startswith("VB") or not columns.tags[noun].startswith("NN"):
            continue
        own = {columns.deps[c] for c in dependents(columns, verb)}
        if "obj" not in own or any(dep.startswith(("nsubj", "aux", "csubj")) for dep in own):
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[verb] = "VBD" if tags[verb] == "VBN" else tags[verb]
        deps[noun] = "nsubj"
        for c in dependents(columns, verb):
            if c < noun and deps[c] in OF_A_NOUN:
                heads[c] = noun
        return Columns(tags, deps, heads)
    return None


def seat_helped(words: Sequence[str], columns: Columns) -> Columns | None:
    """A subject that hangs on an auxiliary, given to its verb; "since" between the two is an adverb."""
    for noun in having(columns, "nsubj"):
        helper = columns.heads[noun]
        verb = columns.heads[helper]
        if columns.deps[helper] != "aux" or not columns.tags[verb].startswith("VB") or has_subject(columns, verb):
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        heads[noun] = verb
        for c in range(helper + 1, verb):
            if words[c].lower() == "since" and heads[c] == verb:
                tags[c], deps[c] = "RB", "advmod"
        return Columns(tags, deps, heads)
    return None


def seat_willing(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "It" before "was willing", read as nobody, as the one who is: things are not willing."""
    for it in having(columns, "expl"):
        if words[columns.heads[it]].lower() in WILLING and words[it].lower() == "it":
            return rehang(columns, it, columns.heads[it], "nsubj")
    return None


def seat_sharing(words: Sequence[str], columns: Columns) -> Columns | None:
    """People coordinated with a passive verb, and right behind them what was done to them, as a verb that shares "were"."""
    for noun in having(columns, "conj"):
        first, second = columns.heads[noun], noun + 1
        is_passive = columns.tags[first] == "VBN" and "aux:pass" in relations_of(columns, first)
        if not is_passive or columns.tags[noun] not in COUNTED or second >= len(words) or words[second].lower() not in DONE_TO:
            continue
        if columns.heads[second] == noun and columns.deps[second] == "acl" and columns.tags[second] in FINITE_PAST:
            mended = rehang(seat(columns, noun, second, "nsubj:pass"), second, first, "conj")
            deps, heads = list(mended.deps), list(mended.heads)
            for c in dependents(columns, noun):
                if c > second:
                    heads[c] = second
                    deps[c] = "obl" if deps[c] == "nmod" else deps[c]
            return Columns(mended.tags, deps, heads)
    return None
