"""The analysis of some words as columns, in which trees are mended before they become trees."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

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


def having(columns: Columns, relation: str) -> Sequence[int]:
    """The words with a relation, in order."""
    return columns.by_relation.get(relation, ())


def root_of(columns: Columns) -> int | None:
    """The word that governs all, None while none is called the root."""
    return next((i for i in having(columns, "root") if columns.heads[i] == i), None)


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
