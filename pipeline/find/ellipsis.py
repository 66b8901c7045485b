"""One verb, several events: "used them against the SDF in Afrin in 2018 and in the northeast in late 2019" tells two.

A verb tells as many events as it has coordinated groups of adjuncts, where each group holds both a time and a place of its own.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.find import syntax
from pipeline.find.match import Marks
from pipeline.records import TimeMention, Tree


def groups(tree: Tree, heads: tuple[int, ...], times: tuple[TimeMention, ...], marks: Marks) -> list[tuple[int, ...]]:
    """The adjunct groups of a trigger, each the adjuncts' heads; a single empty list entry when there is only one event."""
    adjuncts = sorted(set(all_adjuncts(tree, heads)))
    cuts = [i for i in adjuncts if i != adjuncts[0] and opens_group(tree, i)]
    if not cuts:
        return [()]
    bounds = [adjuncts[0], *cuts, len(tree.tokens)]
    parts = [
        tuple(i for i in adjuncts if low <= i < high and high not in syntax.subtree(tree, i)) for low, high in pairwise(bounds)
    ]
    if all(
        has_time(tree, p, bounds[n], bounds[n + 1], times) and has_place(tree, p, bounds[n + 1], marks)
        for n, p in enumerate(parts)
    ):
        return parts
    return [()]


def all_adjuncts(tree: Tree, heads: tuple[int, ...]) -> list[int]:
    """Prepositional phrases under the trigger, those hung on one another or coordinated included."""
    out: list[int] = []
    stack = [c for h in heads for c in tree.children[h]]
    while stack:
        i = stack.pop()
        token = tree.tokens[i]
        if token.dep in syntax.ADJUNCTS or (token.dep == "conj" and syntax.first(tree, i, "case") is not None):
            out.append(i)
        if token.dep in syntax.ADJUNCTS or token.dep in ("conj", "obj"):
            stack.extend(tree.children[i])
    return [i for i in out if i not in heads]


def opens_group(tree: Tree, i: int) -> bool:
    """A coordinated phrase with a preposition of its own: "and in the northeast"."""
    return syntax.first(tree, i, "cc") is not None and syntax.first(tree, i, "case") is not None


def has_time(tree: Tree, part: tuple[int, ...], low: int, high: int, times: tuple[TimeMention, ...]) -> bool:
    """A time expression stands between the group's first adjunct and the next group."""
    start = tree.tokens[low].start
    end = tree.tokens[high].start if high < len(tree.tokens) else tree.sentence.end
    return bool(part) and any(start <= t.start < end for t in times)


def has_place(tree: Tree, part: tuple[int, ...], high: int, marks: Marks) -> bool:
    """A place or a direction ("the northeast") is among the group's adjuncts."""
    directions = ("north", "south", "east", "west")
    return any(i in marks.places or any(d in tree.tokens[i].text.lower() for d in directions) for i in part)
