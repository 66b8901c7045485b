"""Whose number is believed first: the codebook's order of claimants, as a table (lexicon/claim_ranks.csv)."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import NamedTuple

from pipeline.errors import LexiconError
from schemas.vocab import CLAIM_SIDE, PUBLISHER_KINDS, SECTORS


class _Row(NamedTuple):
    rank: int
    side: str
    sectors: frozenset[str]
    publisher_kinds: frozenset[str]


def claim_rank(side: str, sector: str | None, publisher_kind: str) -> int:
    """1 is believed first. The first row of the table that fits decides; an empty cell fits everything."""
    for row in _rows():
        fits = side == row.side and (not row.sectors or sector in row.sectors)
        if fits and (not row.publisher_kinds or publisher_kind in row.publisher_kinds):
            return row.rank
    raise LexiconError(f"lexicon/claim_ranks.csv: no row for side '{side}' and publisher kind '{publisher_kind}'")


@cache
def _rows() -> tuple[_Row, ...]:
    text = resources.files("pipeline.lexicon").joinpath("claim_ranks.csv").read_text("utf-8")
    return tuple(_row(number, cells) for number, cells in enumerate(csv.DictReader(text.splitlines()), start=2))


def _row(number: int, cells: dict[str, str]) -> _Row:
    where = f"lexicon/claim_ranks.csv: row {number}"
    sectors = frozenset(filter(None, cells["sectors"].split(";")))
    kinds = frozenset(filter(None, cells["publisher_kinds"].split(";")))
    if not cells["rank"].isdigit() or not cells["example"]:
        raise LexiconError(f"{where}: `rank` must be a number and `example` filled")
    for values, allowed in (({cells["side"]}, CLAIM_SIDE), (sectors, SECTORS), (kinds, PUBLISHER_KINDS)):
        if unknown := values - allowed.keys():
            raise LexiconError(f"{where}: '{min(unknown)}'. Allowed: {', '.join(allowed)}")
    return _Row(int(cells["rank"]), cells["side"], sectors, kinds)
