"""The analysis of some words as columns, in which trees are mended before they become trees."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

NAMES = ("NNP", "NNPS")
NOUNS = ("NN", "NNS", *NAMES)
COUNTED = (*NOUNS, "CD")
NOMINALS = (*COUNTED, "PRP")
FINITE_PAST = ("VBD", "VBN")  # a past form, also where it was read as a participle
SAYING = frozenset(("say", "says", "said", "saying"))  # nobody is said: an object that acts is the subject of what is said


class Aside(NamedTuple):
    """One word held back from the model: its index, the index of the word it hangs on, its relation and tag."""

    i: int
    head: int
    dep: str
    tag: str


class Wording(NamedTuple):
    """Words as a model gets them, and their intervals in the document."""

    words: list[str]
    spans: list[tuple[int, int]]


class _Columns(NamedTuple):
    tags: list[str]
    deps: list[str]
    heads: list[int]


class Columns(_Columns):
    """Tags, relations and heads of some words; the root is its own head."""

    @cached_property
    def children(self) -> list[list[int]]:
        """The words that hang on each word, in order."""
        lists: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                lists[head].append(i)
        return lists

    @cached_property
    def by_relation(self) -> dict[str, list[int]]:
        """The words with each relation, in order."""
        found: dict[str, list[int]] = {}
        for i, dep in enumerate(self.deps):
            found.setdefault(dep, []).append(i)
        return found

    @cached_property
    def root(self) -> int | None:
        """The word that governs all, None while none is called the root."""
        return next((i for i in having(self, "root") if self.heads[i] == i), None)


def having(columns: Columns, *relations: str) -> Sequence[int]:
    """The words with a relation, in order; those with several one relation after the other."""
    by_relation = columns.by_relation
    if len(relations) == 1:
        return by_relation.get(relations[0], ())
    return [i for relation in relations if relation in by_relation for i in by_relation[relation]]


def dependents(columns: Columns, head: int) -> list[int]:
    """The words that hang on a word, in order."""
    return columns.children[head]


def subtree(columns: Columns, head: int) -> list[int]:
    """A word and all that hangs on it."""
    out, stack = [], [head]
    while stack:
        i = stack.pop()
        out.append(i)
        stack += dependents(columns, i)
    return out


def is_tree(columns: Columns) -> bool:
    """Every word hangs on a root in the end, none on itself over others; what hangs on itself is called a root."""
    roots = [i for i, head in enumerate(columns.heads) if head == i]
    if any(columns.deps[root] != "root" for root in roots):
        return False
    return bool(roots) and sum(len(subtree(columns, root)) for root in roots) == len(columns.heads)


def relations_of(columns: Columns, head: int) -> set[str]:
    """The relations under a word."""
    return {columns.deps[c] for c in dependents(columns, head)}


def has_subject(columns: Columns, verb: int) -> bool:
    """A subject hangs on the verb."""
    return any(relation.startswith(("nsubj", "csubj", "expl")) for relation in relations_of(columns, verb))


def has_case(columns: Columns, i: int) -> bool:
    """A preposition stands before a word."""
    return any(columns.deps[c] == "case" and c < i for c in dependents(columns, i))


def has_conjunction(columns: Columns, i: int) -> bool:
    """ "And" stands before the word."""
    return any(columns.deps[c] == "cc" and c < i for c in dependents(columns, i))
