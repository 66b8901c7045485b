"""Writes an article's row in `seeds.csv`, with the hash that later tells whether the file was changed."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Mapping
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.read.decode import NotPlainTextError, decode
from pipeline.read.published import NotADateError, read_day
from pipeline.read.seeds import COLUMNS, NAME
from pipeline.read.source import digest

LICENCE = "quote: the text belongs to its publisher"


def register(file: Path, given: Mapping[str, str | None]) -> tuple[Path, Mapping[str, str]]:
    """Writes the row of a file into the table beside it, and gives the table's path and the row.

    `given` are cells by column; what is not given stays as it was. A file that is registered already gets its present
    hash. Errors: UsageError for a file that is not there or is no text, a wrong date, a table that cannot be read.
    """
    if not file.is_file():
        raise UsageError(f"{file}: no such file.")
    try:
        content = file.read_bytes()
        decode(content)
        if given.get("published"):
            read_day(given["published"] or "")
    except (NotPlainTextError, NotADateError) as problem:
        raise UsageError(f"{file}: {problem}") from None
    table = file.parent / NAME
    header, rows = _read(table)
    row = next((row for row in rows if row.get("file") == file.name), None)
    if row is None:
        row = {"file": file.name, "language": "en", "licence": LICENCE}
        rows.append(row)
    row.update({key: value for key, value in given.items() if value})
    row["sha256"] = digest(content)
    _write(table, header, rows)
    return table, row


def _read(table: Path) -> tuple[list[str], list[dict[str, str]]]:
    if not table.is_file():
        return list(COLUMNS), []
    try:
        reader = csv.DictReader(io.StringIO(decode(table.read_bytes()), newline=""), strict=True, restval="")
        rows = list(reader)
    except (NotPlainTextError, csv.Error) as problem:
        raise UsageError(f"{table}: {problem}") from None
    header = list(reader.fieldnames or ())
    return [*header, *(column for column in COLUMNS if column not in header)], rows


def _write(table: Path, header: list[str], rows: list[dict[str, str]]) -> None:
    """Replaces the table at once, so that a build that reads it meanwhile finds the old one or the new one."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, header, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    partial = table.with_name(f".{table.name}.new")
    partial.write_text(out.getvalue(), encoding="utf-8", newline="")
    os.replace(partial, table)
