"""A clause before "X said" that was read as subject or auxiliary of "said", made what X says."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import SAYING, Columns, dependents, having

NOUNS = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD")


def unsubject_clause(words: Sequence[str], columns: Columns) -> Columns | None:
    """A clause read as subject or auxiliary of "said", as what is said; the noun right before "said" is who says it."""
    for clause in (*having(columns, "nsubj"), *having(columns, "aux")):
        dep, said = columns.deps[clause], columns.heads[clause]
        if words[said].lower() not in SAYING or not columns.tags[clause].startswith("VB"):
            continue
        own = [columns.deps[c] for c in dependents(columns, clause)]
        subject = next((c for c in dependents(columns, said) if columns.deps[c].startswith("nsubj") and c < clause), None)
        if clause < said and ("nsubj" in own if dep == "nsubj" else "obj" in own and subject is not None):
            return make_content(columns, clause, said)
    return None


def make_content(columns: Columns, clause: int, said: int) -> Columns:
    """The clause as the content of "said", with what stands before it; its object right before "said" is the speaker."""
    deps, heads = list(columns.deps), list(columns.heads)
    deps[clause] = "ccomp"
    for c in dependents(columns, said):
        heads[c] = clause if c < clause else said
    if columns.heads[said - 1] == clause and columns.tags[said - 1] in NOUNS:
        deps[said - 1], heads[said - 1] = "nsubj", said
    return Columns(columns.tags, deps, heads)
