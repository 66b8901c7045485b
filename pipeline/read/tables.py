"""CSV and Parquet: one record a row, with the columns of JSON Lines (id, text, title, published, source, url, language)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from pipeline.read.jsonl import FIELDS, read_record
from pipeline.read.source import MAX_ARTICLE_BYTES, Source

COLUMNS = ("id", "text", *FIELDS)
MAX_COLUMNS = 1_000
MAX_CHUNK_BYTES = 1_000_000_000  # of one column in one row group of a Parquet file, unpacked
ROWS_AT_ONCE = 64


def read_csv(path: Path, name: str) -> Iterator[Source]:
    """The rows of a CSV file with a header. What follows a row that cannot be read is lost, and a last source says so."""
    number = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            csv.field_size_limit(MAX_ARTICLE_BYTES)
            rows = csv.reader(_lines(file), strict=True)
            header = [column.strip() for column in next(rows, [])]
            if problem := _missing(header):
                yield _broken(name, number, problem)
                return
            for number, cells in enumerate(rows, start=2):
                if cells:
                    yield read_record(name, f"row {number}", dict(zip(header, cells, strict=False)))
    except (csv.Error, UnicodeDecodeError) as problem:
        yield _broken(name, number + 1, f"{problem}; the rows from here on are not read.")


def _lines(file: IO[str]) -> Iterator[str]:
    while line := file.readline(MAX_ARTICLE_BYTES + 1):
        if len(line) > MAX_ARTICLE_BYTES:
            raise csv.Error(f"a line of more than {MAX_ARTICLE_BYTES // 1_000_000} MB")
        yield line


def _missing(header: list[str]) -> str:
    """What is wrong with a header, "" when nothing is."""
    if len(header) > MAX_COLUMNS:
        return f"{len(header)} columns; at most {MAX_COLUMNS} are read."
    absent = next((column for column in ("id", "text") if column not in header), None)
    return f"no column '{absent}'. Columns are {', '.join(COLUMNS)}." if absent else ""


def _broken(name: str, number: int, what: str) -> Source:
    return Source(f"{name}#row-{number}", f"{name}#row-{number}", "record", reason=f"{name}: row {number}: {what}")


def read_parquet(path: Path, name: str) -> Iterator[Source]:
    """The rows of a Parquet file, a few at a time. A damaged file gives one source that says so."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(path) as file:
            if problem := _missing(file.schema_arrow.names) or _oversized(file.metadata):
                yield _broken(name, 1, problem)
                return
            wanted = [column for column in COLUMNS if column in file.schema_arrow.names]
            for batch in file.iter_batches(ROWS_AT_ONCE, columns=wanted, use_threads=False):
                for row in batch.to_pylist():
                    number += 1
                    yield read_record(name, f"row {number}", row)
    except (pa.ArrowException, UnicodeDecodeError, ValueError) as problem:
        yield _broken(name, number + 1, f"not readable as Parquet ({str(problem).splitlines()[0][:120]}).")


def _oversized(metadata) -> str:  # type: ignore[no-untyped-def]
    groups = (metadata.row_group(i) for i in range(metadata.num_row_groups))
    largest = max((g.column(i).total_uncompressed_size for g in groups for i in range(g.num_columns)), default=0)
    return f"a column chunk of {largest / 1e9:.1f} GB." if largest > MAX_CHUNK_BYTES else ""
