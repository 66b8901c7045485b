"""`publishers.csv` of an input folder: who publishes, from where, of what kind, belonging to whom."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.read.decode import NotPlainTextError, decode
from pipeline.records import Publisher
from schemas.vocab import PUBLISHER_KINDS

NAME = "publishers.csv"
COLUMNS = ("publisher", "country", "kind", "affiliated_with")


def load_publishers(inputs: Sequence[Path]) -> tuple[Publisher, ...]:
    """The publishers that the tables beside the inputs name, in their order; the first row of a name counts.

    A table that is wrong raises UsageError: it ranks the claims of every article.
    """
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in inputs)
    rows = (row for folder in folders if (folder / NAME).is_file() for row in _read(folder / NAME))
    found: dict[str, Publisher] = {}
    for publisher in rows:
        found.setdefault(publisher.name, publisher)
    return tuple(found.values())


def _read(path: Path) -> list[Publisher]:
    try:
        rows = list(csv.DictReader(io.StringIO(decode(path.read_bytes()), newline=""), strict=True))
    except (OSError, NotPlainTextError, csv.Error) as problem:
        raise UsageError(f"{path}: {problem}") from None
    for column in COLUMNS:
        if rows and column not in rows[0]:
            raise UsageError(f"{path}: no column '{column}'. Columns are {', '.join(COLUMNS)}.")
    return [_publisher(path, number, row) for number, row in enumerate(rows, start=2)]


def _publisher(path: Path, number: int, row: dict[str, str | None]) -> Publisher:
    name, country, kind, house = ((row[column] or "").strip() for column in COLUMNS)
    if not name:
        raise UsageError(f"{path}: row {number}: no publisher.")
    if kind not in PUBLISHER_KINDS:
        raise UsageError(f"{path}: row {number}: kind '{kind}' is unknown. Use one of {', '.join(PUBLISHER_KINDS)}.")
    return Publisher(name, country or None, kind, house or None)
