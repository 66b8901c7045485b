"""What followed a deed, and the deed: "Protests erupted after police killed a student".

Protests erupted after police killed X   read as police's protests that killed X: a verb without an object is no participle
fled after shelling killed six           read with "killed" as a participle of the shelling: one with an object is a clause
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import FINITE_PAST, Columns, dependents, having, relations_of, subtree
from pipeline.parse.repairs.openings import OPENING, phrases_behind

WITHOUT_OBJECT = frozenset(  # pasts of verbs that have no passive
    "erupted resigned fled retreated collapsed stepped arrived died escaped returned withdrew fell rose broke began started"
    " intensified escalated continued resumed flared spread protested rallied marched gathered demonstrated rioted surrendered"
    " vanished disappeared left deteriorated soared surged stalled failed ceased paused reopened sank crashed exploded mourned"
    " wept prayed reacted responded retaliated came went ended worsened grew increased climbed emerged happened occurred"
    " converged assembled walked quit stopped ran".split()
)
LEADING = frozenset(("aux", "aux:pass", "cop", "mark", "obl:agent"))


def raise_consequence(words: Sequence[str], columns: Columns) -> Columns | None:
    """A verb without an object, read as a participle of a subject, made the main verb, and the verb behind its "after" that of
    the clause; None where there is none."""
    for subject in having(columns, "nsubj"):
        deed = columns.heads[subject]
        if deed < subject or columns.tags[deed] not in FINITE_PAST or relations_of(columns, deed) & LEADING:
            continue
        for verb in dependents(columns, subject):
            is_bare = columns.deps[verb] == "acl" and words[verb] in WITHOUT_OBJECT and "obj" not in relations_of(columns, verb)
            doer = doer_before(words, columns, verb, deed) if is_bare and "," not in words[subject:deed] else None
            if doer is not None:
                return part(columns, subject, verb, doer, deed)
    return None


def doer_before(words: Sequence[str], columns: Columns, verb: int, deed: int) -> int | None:
    """The noun behind "after" under the first verb, if nothing but its phrases stands between it and the second."""
    for noun in dependents(columns, verb):
        is_led = any(columns.deps[c] == "case" and words[c].lower() in OPENING for c in dependents(columns, noun))
        if noun > verb and is_led and phrases_behind(words, columns, noun)[1] == deed:
            return noun
    return None


def part(columns: Columns, subject: int, verb: int, doer: int, deed: int) -> Columns:
    """The first verb with the subject in the place of the second, which is the verb of the clause behind "after"."""
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    opening = next(c for c in dependents(columns, doer) if deps[c] == "case")
    for c in dependents(columns, verb):
        if doer < c < deed:
            deps[c], heads[c] = "nmod", doer
    for c in dependents(columns, deed):
        if c < verb or deps[c] == "punct":
            heads[c] = verb
    tags[verb], deps[verb] = "VBD", deps[deed]
    heads[verb] = verb if heads[deed] == deed else heads[deed]
    heads[subject] = verb
    deps[deed], heads[deed] = "advcl", verb
    deps[doer], heads[doer] = "nsubj", deed
    deps[opening], heads[opening] = "mark", deed
    return Columns(tags, deps, heads)


def raise_deed(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past with an object, read as a participle of the noun behind "after", as the verb of the clause; None without one."""
    for deed in having(columns, "acl"):
        noun = columns.heads[deed]
        opening = next((c for c in dependents(columns, noun) if columns.deps[c] == "case" and words[c].lower() in OPENING), None)
        own = relations_of(columns, deed)
        is_clause = columns.tags[deed] in FINITE_PAST and "obj" in own and not own & LEADING and words[deed - 1] != ","
        if opening is None or not is_clause or columns.deps[noun] not in ("obl", "nmod") or min(subtree(columns, deed)) != deed:
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[deed], heads[deed] = "advcl", heads[noun]
        deps[noun], heads[noun] = "nsubj", deed
        deps[opening], heads[opening] = "mark", deed
        return Columns(columns.tags, deps, heads)
    return None
