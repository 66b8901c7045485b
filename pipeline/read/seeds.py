"""`seeds.csv`: what people know about the files of a folder. A mistake in a row costs only the article of that row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pipeline.read.decode import NotPlainTextError, decode
from pipeline.read.published import NotADateError, read_day
from pipeline.read.source import MAX_PAGE_BYTES, Metadata

NAME = "seeds.csv"
REQUIRED = ("file", "published")
COLUMNS = ("file", "title", "publisher", "url", "published", "published_note", "language", "licence", "sha256")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: the metadata of a file, or what is wrong with the row."""

    metadata: Metadata
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Seeds:
    """All rows by file, relative to the table's folder. `reason` tells why the table as a whole cannot be used."""

    folder: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    reason: str | None = None

    def entry(self, path: Path) -> Entry:
        """The row of a file in the folder or below; an empty one when the table does not name it."""
        if self.reason:
            return Entry(Metadata(), self.reason)
        return self.entries.get(path.relative_to(self.folder).as_posix(), Entry(Metadata()))

    def absent(self) -> Iterator[str]:
        """The files that the table names and the folder does not hold."""
        return (name for name in self.entries if not (self.folder / name).exists())


def load_seeds(folder: Path) -> Seeds | None:
    """The table of a folder, or None when there is none. Never raises: a broken table carries its reason."""
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        if path.stat().st_size > MAX_PAGE_BYTES:
            return Seeds(folder, reason=f"{NAME}: larger than {MAX_PAGE_BYTES // 1_000_000} MB")
        rows = list(csv.reader(io.StringIO(decode(path.read_bytes()), newline=""), strict=True))
    except (OSError, NotPlainTextError, csv.Error) as problem:
        return Seeds(folder, reason=f"{NAME}: {problem}")
    return _read_rows(folder, rows)


def _read_rows(folder: Path, rows: list[list[str]]) -> Seeds:
    header = [name.strip() for name in rows[0]] if rows else []
    for column in REQUIRED:
        if column not in header:
            return Seeds(folder, reason=f"{NAME}: no column '{column}'. Columns are {', '.join(COLUMNS)}.")
    seeds = Seeds(folder)
    for number, cells in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in cells):
            _add(seeds, number, header, cells)
    return seeds


def _add(seeds: Seeds, number: int, header: list[str], cells: list[str]) -> None:
    row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
    name, where = row["file"], f"{NAME}: row {number}:"
    entry = _read_row(where, row)
    if len(cells) != len(header):
        entry = Entry(Metadata(), f"{where} {len(cells)} cells, the header has {len(header)}.")
    if name in seeds.entries:
        entry = Entry(Metadata(), f"{where} file '{name}' is named twice.")
    if name:
        seeds.entries[name] = entry


def _read_row(where: str, row: dict[str, str]) -> Entry:
    published: date | None = None
    try:
        if row.get("published"):
            published = read_day(row["published"])
    except NotADateError as problem:
        return Entry(Metadata(), f"{where} {problem}")
    texts = {key: row.get(key) or None for key in ("title", "publisher", "url", "language", "sha256")}
    return Entry(Metadata(published=published, **texts))
