"""The tables as Arrow tables and pandas frames, with the types that `schemas.columns` says.

A frame always goes through Arrow, so that an empty table has its types too and text never stands for a number.
pandas and pyarrow are imported where they are used: importing this module is cheap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from schemas.columns import SCHEMA_VERSION, TABLES, Column, Table

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Row = Mapping[str, Any]
ROUNDING = 1e-9  # numbers as near as this are the same, on another machine too
CHUNK_ROWS = 20_000  # rows held as Python objects at a time

PANDAS_TYPES = {
    "string": "string",
    "integer": "Int64",
    "date": "datetime64[us]",
    "boolean": "boolean",
    "number": "Float64",
}


@dataclass(frozen=True, eq=False)
class Tables:
    """A dataset. `texts` is None unless it was asked for. `build_id` names the inputs and the code it follows from."""

    events: pd.DataFrame
    reports: pd.DataFrame
    participants: pd.DataFrame
    event_places: pd.DataFrame
    counts: pd.DataFrame
    documents: pd.DataFrame
    rejected: pd.DataFrame
    texts: pd.DataFrame | None = None
    build_id: str = ""

    def items(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """(name, frame) of every table there is, in the order of `schemas.columns.TABLES`."""
        for name in TABLES:
            data = getattr(self, name)
            if data is not None:
                yield name, data


@cache
def arrow_schema(name: str) -> pa.Schema:
    """The Arrow schema of a table, with description and unit of every field and the table's own description."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "date": pa.timestamp("us"),
        "boolean": pa.bool_(),
        "number": pa.float64(),
    }
    table = TABLES[name]
    fields = [pa.field(c.name, types[c.type], c.is_nullable, _field_metadata(c)) for c in table.columns]
    return pa.schema(fields, {"schema_version": SCHEMA_VERSION, "table": name, "row": table.row})


def _field_metadata(column: Column) -> dict[str, str]:
    said = {"description": column.description, "unit": column.unit, "vocabulary": column.vocab}
    return {name: value for name, value in said.items() if value}


def frame(name: str, rows: Iterable[Row]) -> pd.DataFrame:
    """A table's frame from rows that give every column, by name. Days are `datetime.date`.

    KeyError for a column too many or too few; pyarrow's ArrowTypeError or ArrowInvalid for a value of a wrong type;
    UnicodeEncodeError for a string with a lone surrogate.
    """
    import pyarrow as pa

    schema = arrow_schema(name)
    batches = [_batch(TABLES[name], rows, schema) for rows in _chunks(TABLES[name], rows)]
    return from_arrow(pa.Table.from_batches(batches, schema=schema))


def _chunks(table: Table, rows: Iterable[Row]) -> Iterator[list[Row]]:
    wanted, stream = set(table.names), iter(rows)
    while chunk := list(islice(stream, CHUNK_ROWS)):
        for row in chunk:
            if row.keys() != wanted:
                raise KeyError(f"{table.name}: columns {sorted(row.keys() ^ wanted)} are too many or missing")
        yield chunk


def _batch(table: Table, rows: list[Row], schema: pa.Schema) -> pa.RecordBatch:
    import pyarrow as pa

    arrays = []
    cells = zip(*map(itemgetter(*table.names), rows), strict=True)
    for column, arrow_field, values in zip(table.columns, schema, cells, strict=True):
        is_day = column.type == "date"
        array = pa.array(values, pa.date32() if is_day else arrow_field.type)
        arrays.append(array.cast(arrow_field.type) if is_day else array)
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def from_arrow(table: pa.Table) -> pd.DataFrame:
    """The pandas frame of an Arrow table: string, Int64, datetime64[us], boolean, Float64."""
    import pandas as pd
    import pyarrow as pa

    types = {
        pa.string(): pd.StringDtype(),
        pa.int64(): pd.Int64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
        pa.float64(): pd.Float64Dtype(),
    }
    data: pd.DataFrame = table.to_pandas(types_mapper=types.get)
    return data


def differences(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """True in every cell that is not the same in two frames with the same index and columns; rounding is no difference."""
    import pandas as pd

    return pd.DataFrame({name: ~_same(old[name], new[name]) for name in old.columns}, index=old.index)


def _same(old: pd.Series[Any], new: pd.Series[Any]) -> pd.Series[Any]:
    equal = (old - new).abs() <= ROUNDING if str(old.dtype) == "Float64" else old == new
    return equal.fillna(False).astype(bool) | (old.isna() & new.isna())


def to_arrow(name: str, data: pd.DataFrame, metadata: Mapping[str, str] | None = None) -> pa.Table:
    """The Arrow table of a frame, with pandas' own metadata (so that types survive), the schema's and `metadata`."""
    import pyarrow as pa

    schema = arrow_schema(name)
    table = pa.Table.from_pandas(data, schema=schema, preserve_index=False)
    return table.replace_schema_metadata({**schema.metadata, **table.schema.metadata, **(metadata or {})})
