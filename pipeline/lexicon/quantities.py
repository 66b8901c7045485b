"""The words around numbers: qualifiers, vague quantities, measures. One table, `quantities.csv`, that users may override.

quantity_words().openers["at", "least"]          "open"
quantity_words().vague["dozens"]                 (24, 24, None)
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError

_TABLE = "quantities.csv"
_EFFECTS = frozenset(("open", "cap", "under", "about"))

Bounds = tuple[int | None, int | None, int | None]  # low, best, high; a null high is open

CARDINALS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * n for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
} | {"fourty": 40}
MULTIPLIERS = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "dozen": 12,
    "k": 1_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
}


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """The table by what the words do. `before` and `after` map the words of a qualifier, in order, to its effect."""

    before: dict[tuple[str, ...], str]
    after: dict[tuple[str, ...], str]
    vague: dict[tuple[str, ...], Bounds]
    none: frozenset[str]
    units: frozenset[str]
    goods: frozenset[str]


@cache
def quantity_words() -> QuantityWords:
    """The table, read once. Raises LexiconError naming the row for a role or number that it does not know."""
    lines = files("pipeline.lexicon").joinpath(_TABLE).read_text(encoding="utf-8").splitlines()
    before: dict[tuple[str, ...], str] = {}
    after: dict[tuple[str, ...], str] = {}
    vague: dict[tuple[str, ...], Bounds] = {}
    words_of: dict[str, set[str]] = {"none": set(), "unit": set(), "goods": set()}
    for number, row in enumerate(csv.DictReader(lines), start=2):
        words, role = tuple(row["words"].split()), row["role"]
        if role in _EFFECTS:
            before[words] = role
        elif role.removeprefix("after_") in _EFFECTS:
            after[words] = role.removeprefix("after_")
        elif role in ("vague", "exact"):
            vague[words] = _bounds(row, number)
        elif role in words_of:
            words_of[role].add(row["words"])
        else:
            raise LexiconError(f"{_TABLE}: row {number}: unknown role '{role}'")
    return QuantityWords(before, after, vague, *(frozenset(words_of[role]) for role in ("none", "unit", "goods")))


def _bounds(row: dict[str, str], number: int) -> Bounds:
    try:
        low, best = int(row["low"]), int(row["best"])
        return low, best, int(row["high"]) if row["high"] else None
    except ValueError as error:
        raise LexiconError(f"{_TABLE}: row {number} ({row['words']}): {error}") from error
