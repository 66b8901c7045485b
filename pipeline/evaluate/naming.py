"""When two names mean the same: the same words, or the same actor of the actor table. A country's name is its government."""

from __future__ import annotations

from functools import lru_cache

from pipeline.coding.pair import fold
from pipeline.evaluate.gold import RIVAL
from pipeline.tag.actor_named import actor_named


def is_same(gold: str, machine: str, *, are_actors: bool) -> bool:
    """Whether a machine's name is one of those that a coder accepts (joined by "|")."""
    known = meanings(machine) if are_actors else frozenset((fold(machine),))
    return any(known & (meanings(name) if are_actors else frozenset((fold(name),))) for name in gold.split(RIVAL))


@lru_cache(maxsize=10_000)
def meanings(name: str) -> frozenset[str]:
    """The folded name itself, and that of the actor that it is an alias of."""
    actor = actor_named(name)
    return frozenset({fold(name), fold(actor.name) if actor else ""} - {""})
