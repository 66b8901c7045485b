"""What several repairs do to a tree: one word hung elsewhere, a noun seated as a subject, a verb made the root."""

from __future__ import annotations

from pipeline.parse.columns import Columns, dependents


def rehang(columns: Columns, i: int, head: int, dep: str) -> Columns:
    """A word under another head with another relation."""
    deps, heads = list(columns.deps), list(columns.heads)
    deps[i], heads[i] = dep, head
    return Columns(columns.tags, deps, heads)


def seat(columns: Columns, noun: int, verb: int, dep: str) -> Columns:
    """The noun as the subject of the verb, which takes over the noun's conjunction; a verb below the noun rises in its place."""
    deps, heads = list(columns.deps), list(columns.heads)
    if heads[verb] == noun:
        heads[verb], deps[verb] = heads[noun], deps[noun]
    heads[noun], deps[noun] = verb, dep
    for c in dependents(columns, noun):
        if c != verb and (deps[c] == "cc" or (deps[c] == "punct" and c < noun)):
            heads[c] = verb
    return Columns(columns.tags, deps, heads)


def lift(columns: Columns, root: int, noun: int, verb: int) -> Columns:
    """The verb as the root with the noun as its subject; the old root is its adjunct."""
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    tags[verb], deps[verb], heads[verb] = "VBD", "root", verb
    deps[root], heads[root] = "obl", verb
    deps[noun], heads[noun] = "nsubj", verb
    for c in dependents(columns, root):
        if c > verb:
            heads[c] = verb
    return Columns(tags, deps, heads)


def with_tag(columns: Columns, i: int, tag: str = "VBD") -> Columns:
    """The word read as a past tense, or with another tag."""
    tags = list(columns.tags)
    tags[i] = tag
    return columns._replace(tags=tags)


def first_word(columns: Columns, head: int) -> int:
    """Where the phrase of a word begins, punctuation left out."""
    return min((head, *(c for c in dependents(columns, head) if columns.deps[c] != "punct")))
