"""The analysis of some words as columns, in which trees are mended before they become trees."""

from __future__ import annotations

from typing import NamedTuple

SAYING = frozenset(("say", "says", "said", "saying"))  # nobody is said: an object that acts is the subject of what is said


class Wording(NamedTuple):
    """Words as a model gets them, and their intervals in the document."""

    words: list[str]
    spans: list[tuple[int, int]]


class Columns(NamedTuple):
    """Tags, relations and heads of some words; the root is its own head."""

    tags: list[str]
    deps: list[str]
    heads: list[int]


def dependents(columns: Columns, head: int) -> list[int]:
    """The words that hang on a word, in order."""
    return [i for i, h in enumerate(columns.heads) if h == head and i != head]
