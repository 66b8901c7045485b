"""Which event of one list is meant by which of another: by what they have in common, the best pairs first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TypeVar

from pipeline.corrections.fields import Value

Coding = Mapping[str, Value]
Left = TypeVar("Left")
Right = TypeVar("Right")

ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
COUNTS = ("fatalities_best", "injured_best", "displaced_best", "detained_best", "abducted_best")
WEIGHTS: Mapping[str, int] = {"event_type": 4, "days": 2, "place": 2, "actors": 2, "recipients": 2, "counts": 2, "mode": 1}
"""What two events may have in common, and how much it speaks for their being one."""


def fold(name: str) -> str:
    """A name without case, accents, punctuation and article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", ARTICLE.sub("", name.strip())) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s]", " ", plain).casefold().split())


@cache
def names(cell: str) -> frozenset[str]:
    """The folded names that a cell joins by ";"."""
    return frozenset(filter(None, map(fold, cell.split(";"))))


def likeness(one: Coding, other: Coding) -> int:
    """The sum of the weights of what two events have in common; what one of them does not say counts for nothing."""
    return sum(weight for name, weight in WEIGHTS.items() if _COMMON[name](one, other))


def best_pairs(
    left: Sequence[Left], right: Sequence[Right], like: Callable[[Left, Right], float], least: float
) -> list[tuple[int, int]]:
    """One-to-one pairs of indices, the most alike first; none below `least`. Ties go to the earlier ones."""
    scored = [(-like(a, b), i, k) for i, a in enumerate(left) for k, b in enumerate(right)]
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for score, i, k in sorted(scored):
        if -score >= least and i not in taken[0] and k not in taken[1]:
            pairs.append((i, k))
            taken[0].add(i)
            taken[1].add(k)
    return sorted(pairs)


def overlap(one: Coding, other: Coding) -> bool:
    """Whether two intervals have a day in common; an open start reaches back without end."""
    (first, last), (start, end) = _days(one), _days(other)
    return last is not None and end is not None and max(first, start) <= min(last, end)


def _days(event: Coding) -> tuple[date, date | None]:
    start, end = event.get("date_start"), event.get("date_end")
    return start if isinstance(start, date) else date.min, end if isinstance(end, date) else None


def _same(name: str) -> Callable[[Coding, Coding], bool]:
    return lambda one, other: one.get(name) is not None and one.get(name) == other.get(name)


def _share_names(name: str) -> Callable[[Coding, Coding], bool]:
    return lambda one, other: bool(names(str(one.get(name) or "")) & names(str(other.get(name) or "")))


_COMMON: Mapping[str, Callable[[Coding, Coding], bool]] = {
    "event_type": _same("event_type"),
    "mode": _same("mode"),
    "days": overlap,
    "place": _share_names("place_name"),
    "actors": _share_names("actor_names"),
    "recipients": _share_names("recipient_names"),
    "counts": lambda one, other: any(_same(name)(one, other) for name in COUNTS),
}
