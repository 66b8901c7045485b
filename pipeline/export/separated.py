"""One table as comma-separated text (RFC 4180, UTF-8, lines end in "\\n"): days as YYYY-MM-DD, truth as true and false, an
empty value as an empty cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from pipeline.export import Options, Rendered
from pipeline.export.dataset import Dataset
from pipeline.export.hxl import hashtags
from schemas.columns import TABLES

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of a formula."""


def render(dataset: Dataset, options: Options) -> Rendered:
    """The one table that is asked for."""
    [name] = options.tables
    rows = dataset.tables[name]
    heads = [list(TABLES[name].names), *([hashtags(name)] if options.hxl else [])]
    return Rendered(write_cells(heads, ((row[column] for column in TABLES[name].names) for row in rows), options), len(rows))


def write_cells(heads: Iterable[Sequence[str]], rows: Iterable[Iterable[Any]], options: Options) -> bytes:
    """Rows of values below rows of headings, as bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows(heads)
    say = _say_safely if options.spreadsheet_safe else _say
    writer.writerows(map(say, row) for row in rows)
    return text.getvalue().encode("utf-8-sig" if options.bom else "utf-8")


def _say(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else value


def _say_safely(value: Any) -> Any:
    """Text that a spreadsheet shows and does not run: an apostrophe before what looks like a formula. Numbers stay."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else _say(value)
