"""What is exported: the rows of published tables that belong to the events asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.choose import Filter, chronological
from schemas.columns import OPTIONAL, TABLES

if TYPE_CHECKING:
    import pyarrow as pa

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Dataset:
    """Rows by table; days are `datetime.date`, an empty value is None. Events are in the order of their days.

    `is_part` when a filter left events out; documents and rejected words are those of the whole build all the same.
    """

    build_id: str
    tables: Mapping[str, Sequence[Row]]
    is_part: bool = False

    @property
    def events(self) -> Sequence[Row]:
        """The events, which every export has read."""
        return self.tables["events"]


def read(folder: Path, names: Iterable[str], wanted: Filter, *, is_any: bool = False) -> Dataset:
    """The named tables of a published folder, without the rows of events that are not asked for.

    With `is_any`, tables that a dataset may lack are left out where they are not there; without, they are a UsageError, as
    is a folder without a dataset. DataError when files are missing or not of one build.
    """
    from pipeline.published import read_arrow, read_package

    missing = OPTIONAL - set(read_package(folder).files) if is_any else frozenset()
    found = read_arrow(folder, dict.fromkeys(["events", *(name for name in names if name not in missing)]))
    build_id = found["events"].schema.metadata[b"build_id"].decode()
    tables = {name: _rows(table) for name, table in found.items()}
    events = chronological(row for row in tables["events"] if wanted.keeps(row))
    is_part = len(events) < len(tables["events"])
    kept = {row["event_id"] for row in events}
    for name, rows in tables.items():
        if is_part and name != "events" and "event_id" in TABLES[name].names:
            tables[name] = [row for row in rows if row["event_id"] in kept]
    return Dataset(build_id, {**tables, "events": events}, is_part)


def _rows(table: pa.Table) -> list[dict[str, Any]]:
    import pyarrow as pa

    fields = [pa.field(field.name, pa.date32()) if pa.types.is_timestamp(field.type) else field for field in table.schema]
    rows: list[dict[str, Any]] = table.cast(pa.schema(fields)).to_pylist()
    return rows
