"""Verbs of a list, and a perfect that an adverb parts.

said they raided X, tied up Y and left   read with "tied" beside "said": a list goes on from the verb before it
have since set up roadblocks             read with "have" as the verb and a clause with "since": it is a perfect
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import FINITE_PAST, Columns, dependents, having, relations_of
from pipeline.parse.repairs.modifiers import HAVING
from pipeline.parse.repairs.moves import rehang

CLAUSES = ("ccomp", "advcl", "acl:relcl")


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
