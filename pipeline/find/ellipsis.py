"""One verb, several events.

    used them against the SDF in Afrin in 2018 and in the northeast in late 2019     two groups of adjuncts
    killed nine people in Jos on Monday and four in Bauchi on Tuesday                a second number with its own place or day
    struck Gorazde on Monday and Bihac on Tuesday, killing one                       a second target with its own day

A verb tells as many events as it has coordinated groups of adjuncts, where each group holds both a time and a place of its own,
or as numbers or targets are coordinated with it (the parser hangs them so: `repairs/gapped.py`, `repairs/second_targets.py`).
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from pipeline.find import syntax
from pipeline.find.match import Marks, Match
from pipeline.records import TimeMention, Tree

COUNTING = frozenset(("others", "more", "dozens", "scores", "hundreds", "several"))


class Part(NamedTuple):
    """One of several events: the adjuncts that are its own, who is counted in place of those whom the verb counts, and its target
    in place of the verb's (`targets`: those of all, its own first)."""

    adjuncts: tuple[int, ...]
    counted: int | None = None
    targets: tuple[int, ...] = ()


def parts_of(tree: Tree, match: Match, times: tuple[TimeMention, ...], marks: Marks) -> list[Part]:
    """The events of a trigger; empty when it tells only one."""
    return gapped(tree, match, marks) or aimed(tree, match) or [Part(group) for group in groups(tree, match.heads, times, marks)]


def gapped(tree: Tree, match: Match, marks: Marks) -> list[Part]:
    """The numbers that share a verb which counts people: its own first, then those coordinated with it. What only one side tells,
    the day or the place, holds for both."""
    counting = {tree.tokens[toll].head for _, toll, _ in match.tolls}
    verbs = [h for h in match.heads if h in counting and syntax.is_verbal(tree.tokens[h])]
    numbers = [c for verb in verbs for c in syntax.dependents(tree, verb, "conj") if is_gapped(tree, c)]
    if not numbers:
        return []
    around = sorted(set(all_adjuncts(tree, match.heads)))
    own = [syntax.dependents(tree, number, "obl") for number in numbers]
    before = [i for i in around if i < numbers[0]]
    shared = [i for i in around if i not in before and not any(i in group for group in own)]
    sides = [[*before, *lacking(own[-1], before, marks), *shared]]
    sides += [[*group, *lacking(before, group, marks), *shared] for group in own]
    return [Part(tuple(side), counted) for side, counted in zip(sides, (None, *numbers), strict=True)]


def aimed(tree: Tree, match: Match) -> list[Part]:
    """The targets that share a verb, each with its day: the verb's own first, then those coordinated with it."""
    for verb in (h for h in match.heads if syntax.is_verbal(tree.tokens[h])):
        own = syntax.dependents(tree, verb, "obj", "nsubj:pass")
        others = [c for c in syntax.dependents(tree, verb, "conj") if is_second_target(tree, c)]
        if own and others:
            targets = (own[0], *others)
            days = [syntax.dependents(tree, verb if target == own[0] else target, "obl", "obl:unmarked") for target in targets]
            return [
                Part((target, *day), targets=(target, *(t for t in targets if t != target)))
                for target, day in zip(targets, days, strict=True)
            ]
    return []


def is_second_target(tree: Tree, i: int) -> bool:
    """A name with a day of its own, which no verb has."""
    is_after_verb = syntax.is_verbal(tree.tokens[tree.tokens[i].head])
    return is_after_verb and tree.tokens[i].tag.startswith("NNP") and bool(syntax.dependents(tree, i, "obl", "obl:unmarked"))


def is_gapped(tree: Tree, i: int) -> bool:
    """A number, or people in a number, with adjuncts; "12 injured" is a fate, no number."""
    token = tree.tokens[i]
    is_noun = token.tag in ("NN", "NNS") and syntax.first(tree, i, "nummod") is not None
    return (is_noun or token.tag == "CD" or token.text.lower() in COUNTING) and bool(syntax.dependents(tree, i, "obl"))


def lacking(others: list[int], own: list[int], marks: Marks) -> list[int]:
    """Of the other side's adjuncts those of a kind, times or places, that this side has none of."""
    out: list[int] = []
    for kind in (marks.times, marks.places):
        if not any(i in kind for i in own):
            out += [i for i in others if i in kind]
    return out


def groups(tree: Tree, heads: tuple[int, ...], times: tuple[TimeMention, ...], marks: Marks) -> list[tuple[int, ...]]:
    """The adjunct groups of a trigger, each the adjuncts' heads; empty when there is only one event."""
    adjuncts = sorted(set(all_adjuncts(tree, heads)))
    cuts = [i for i in adjuncts if i != adjuncts[0] and opens_group(tree, i)]
    if not cuts:
        return []
    bounds = [adjuncts[0], *cuts, len(tree.tokens)]
    parts = [
        tuple(i for i in adjuncts if low <= i < high and high not in syntax.subtree(tree, i)) for low, high in pairwise(bounds)
    ]
    if all(
        has_time(tree, p, bounds[n], bounds[n + 1], times) and has_place(tree, p, bounds[n + 1], marks)
        for n, p in enumerate(parts)
    ):
        return parts
    return []


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
