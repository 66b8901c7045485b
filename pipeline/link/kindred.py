"""Types and modes under which one act may be told (types.csv)."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from pipeline.errors import LexiconError


@cache
def are_kindred(type_a: str, mode_a: str, type_b: str, mode_b: str) -> bool:
    """Whether types.csv says that the two may name one act; a `*` there is every mode and none."""
    table = kindred()
    return any((type_a, one, type_b, other) in table for one in (mode_a, "*") for other in (mode_b, "*"))


@cache
def kindred() -> frozenset[tuple[str, str, str, str]]:
    """Quadruples (type, mode, type, mode) of types.csv, in both directions. A row without example is a LexiconError."""
    table = resources.files("pipeline.link").joinpath("types.csv").read_text("utf-8")
    pairs = set()
    for number, row in enumerate(csv.DictReader(table.splitlines()), start=2):
        if not all(row.values()):
            raise LexiconError(f"link/types.csv: row {number}: every cell must be filled, also `example`")
        for mode_a in row["modes_a"].split(";"):
            for mode_b in row["modes_b"].split(";"):
                pairs.add((row["type_a"], mode_a, row["type_b"], mode_b))
                pairs.add((row["type_b"], mode_b, row["type_a"], mode_a))
    return frozenset(pairs)


@cache
def family(event_type: str) -> str:
    """The smallest of the types that one act could have been given instead: what blocks are made of."""
    kin = {event_type}
    while True:
        wider = kin | {b for a, _, b, _ in kindred() if a in kin}
        if wider == kin:
            return min(kin)
        kin = wider
