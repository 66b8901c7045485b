"""Verbs of a list, and a perfect that an adverb parts.

said they raided X, tied up Y and left   read with "tied" beside "said": a list goes on from the verb before it
have since set up roadblocks             read with "have" as the verb and a clause with "since": it is a perfect
said it was ignored and blamed X         read with "blamed" beside "ignored": a passive has no object, it goes with "said"
urged X to talk and offered to host it   read with "offered" beside "talk": a past tense is not beside an infinitive
the bodies of 14 people killed by fire   read with "killed" as the second thing done: it says which people
meets X in Y and pledges full support    read with "pledges" as a noun beside Y: the news in the present goes on
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import FINITE_PAST, Columns, dependents, has_conjunction, has_subject, having, relations_of
from pipeline.parse.repairs.modifiers import HAVING
from pipeline.parse.repairs.moves import rehang

CLAUSES = ("ccomp", "advcl", "acl:relcl")
FINITE = ("VBD", "VBZ", "VBP")
WITH_TWO = frozenset(
    "denied given shown offered granted paid awarded refused handed dealt told asked".split()
)  # "was denied access"


def join_listed(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past verb behind a comma, without a subject or "and", hung farther off than on the clause before it, under that."""
    for verb in having(columns, "conj"):
        above, own = columns.heads[verb], dependents(columns, verb)
        is_listed = columns.tags[verb] in FINITE_PAST and words[verb - 1] == "," and above < verb
        if not is_listed or not any(columns.deps[c] == "conj" for c in own) or not columns.tags[above].startswith("VB"):
            continue
        if relations_of(columns, verb) & {"nsubj", "nsubj:pass", "cc", "aux", "aux:pass", "mark"}:
            continue
        nearer = [c for c in dependents(columns, above) if above < c < verb and columns.deps[c] in CLAUSES]
        below = [d for c in dependents(columns, above) if c < verb for d in dependents(columns, c) if d < verb]
        clauses = [c for c in (*nearer, *below) if columns.deps[c] in CLAUSES and is_past(columns, c)]
        if clauses:
            return rehang(columns, verb, max(clauses), "conj")
    return None


def part_bare(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past form right behind a noun, without "and", a comma or a subject, read as the next verb of a list: it describes the
    noun ("received the bodies of 14 people killed by the flood")."""
    for verb in having(columns, "conj", "advcl"):
        above, noun = columns.heads[verb], verb - 1
        if columns.tags[verb] not in (FINITE_PAST if columns.deps[verb] == "conj" else ("VBN",)):
            continue
        if not columns.tags[above].startswith("VB") or columns.tags[noun] != "NNS":
            continue
        if relations_of(columns, verb) & {"nsubj", "nsubj:pass", "cc", "aux", "aux:pass", "mark"} or noun <= above:
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[verb], deps[verb], heads[verb] = "VBN", "acl", noun
        for c in dependents(columns, verb):  # "execution-style" is no object of a passive
            deps[c] = "obl:unmarked" if deps[c] == "obj" else deps[c]
        return Columns(tags, deps, heads)
    return None


def is_past(columns: Columns, verb: int) -> bool:
    """A clause in the past tense with a subject of its own."""
    return columns.tags[verb] == "VBD" and "nsubj" in relations_of(columns, verb)


def join_since(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "Have since" with the participle behind it as the verb, "have" as its auxiliary; None where it was read so.

    "Since" between the two is an adverb, also where it was read as a conjunction."""
    for since in having(columns, "mark"):
        verb = columns.heads[since]
        have = since - 1
        if words[since] == "since" and since and columns.heads[have] == verb and columns.deps[have] == "aux" and verb > since:
            tags = list(columns.tags)
            tags[since] = "RB"
            return rehang(columns._replace(tags=tags), since, verb, "advmod")
    for verb in having(columns, "advcl"):
        have = columns.heads[verb]
        if (
            columns.tags[verb] != "VBN"
            or words[have].lower() not in HAVING
            or words[have + 1].lower() != "since"
            or verb != have + 2
        ):
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        deps[verb], heads[verb] = deps[have], verb if heads[have] == have else heads[have]
        for c in dependents(columns, have):
            if c != verb:
                heads[c] = verb
        deps[have], heads[have] = "aux", verb
        tags[have + 1], deps[have + 1], heads[have + 1] = "RB", "advmod", verb
        return Columns(tags, deps, heads)
    return None


def part_passive(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past verb with an object that was read beside a passive, beside the clause that the passive hangs on."""
    for verb in having(columns, "conj"):
        above = columns.heads[verb]
        if columns.tags[verb] not in FINITE_PAST or words[verb].lower() in WITH_TWO or not is_second(columns, verb):
            continue
        if "aux:pass" in relations_of(columns, above) and "obj" in relations_of(columns, verb):
            governor = columns.heads[above]
            if governor != above and columns.tags[governor] in FINITE and columns.deps[above] in ("ccomp", "advcl"):
                return rehang(columns, verb, governor, "conj")
    return None


def part_infinitive(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past tense that was read beside an infinitive, beside the finite verb that the infinitive hangs on."""
    for verb in having(columns, "conj"):
        above = columns.heads[verb]
        if columns.tags[verb] != "VBD" or columns.tags[above] != "VB" or not is_second(columns, verb):
            continue
        if not any(columns.deps[c] == "mark" and words[c].lower() == "to" for c in dependents(columns, above)):
            continue
        while columns.heads[above] != above and columns.tags[above] not in FINITE:
            above = columns.heads[above]
        if columns.tags[above] in FINITE and above < verb:
            return rehang(columns, verb, above, "conj")
    return None


def is_second(columns: Columns, verb: int) -> bool:
    """A verb behind "and" without a subject or an auxiliary of its own."""
    own = relations_of(columns, verb)
    return has_conjunction(columns, verb) and not has_subject(columns, verb) and own.isdisjoint(("aux", "aux:pass", "mark"))


def raise_present(words: Sequence[str], columns: Columns) -> Columns | None:
    """A second verb of news in the present, read as a plural between two objects of the first, as a verb with the second."""
    root = columns.root
    if root is None or columns.tags[root] != "VBZ":
        return None
    objects = [c for c in dependents(columns, root) if columns.deps[c] == "obj"]
    for verb in having(columns, "conj"):
        is_between = len(objects) == 2 and objects[0] < verb < objects[1] and words[verb - 1].lower() == "and"
        if not is_between or columns.tags[verb] != "NNS" or words[verb + 1] in (",", "of", "and", "."):
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[verb], heads[verb] = "VBZ", root
        for c in dependents(columns, root):
            if c > verb and deps[c] != "punct":
                heads[c] = verb
        return Columns(tags, deps, heads)
    return None
