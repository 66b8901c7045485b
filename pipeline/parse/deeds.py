"""Deeds in front of what they did, read as verbs: "Fighting in Homs left 20 dead", "Fierce clashes killed two"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import Columns, dependents

NOT_BARE = frozenset(("mark", "nsubj", "nsubj:pass", "cc", "aux", "aux:pass", "expl"))  # what a clause of its own has


def raise_outcome(words: Sequence[str], columns: Columns) -> Columns | None:
    """A deed that was read as the verb, and what it did as hanging on it; no clause is only a past verb behind a verb."""
    deed = columns.deps.index("root")
    verbs = [c for c in dependents(columns, deed) if c > deed and columns.deps[c] == "advcl" and columns.tags[c] == "VBD"]
    if len(verbs) != 1 or not _may_be_deed(columns, deed, verbs[0]) or "," in words[deed : verbs[0]]:
        return None
    verb, tags, deps, heads = verbs[0], list(columns.tags), list(columns.deps), list(columns.heads)
    for c in dependents(columns, deed):
        heads[c] = verb if c > verb or deps[c] == "punct" else deed
        if c < verb:
            deps[c] = {"obl": "nmod", "nsubj": "compound" if tags[c] == "NNP" else "amod"}.get(deps[c], deps[c])
    tags[deed] = "NN" if tags[deed] == "VBG" else "NNS"
    deps[deed], heads[deed] = "nsubj", verb
    deps[verb], heads[verb] = "root", verb
    return Columns(tags, deps, heads)


def _may_be_deed(columns: Columns, deed: int, verb: int) -> bool:
    """A noun in -ing or a plural that looks like a verb, in front of a verb without a subject or a conjunction of its own."""
    before = [columns.deps[c] for c in dependents(columns, deed) if c < verb]
    own = {columns.deps[c] for c in dependents(columns, verb)}
    subjects = [c for c in dependents(columns, deed) if columns.deps[c] == "nsubj"]
    is_noun = columns.tags[deed] == "VBG" if not subjects else columns.tags[deed] in ("VBZ", "VBP") and subjects == [deed - 1]
    return is_noun and set(before) <= {"obl", "nsubj", "advmod", "amod"} and own.isdisjoint(NOT_BARE)
