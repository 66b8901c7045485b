"""Whether a table is what its schema says: columns, types, vocabularies, ranges, keys and the rules of `schemas.rules`.

The checks run in pandera: strict, lazy, without coercion (which would take "12" for a number). Its own report explodes
to one line a cell, so failures are gathered here into one finding a rule, with the first keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from schemas.columns import TABLES
from schemas.frames import PANDAS_TYPES
from schemas.rules import Rule, rules_of

if TYPE_CHECKING:
    import pandas as pd
    from pandera.errors import SchemaError
    from pandera.pandas import DataFrameSchema

KEYS_SHOWN = 3
SAID = {
    "COLUMN_NOT_IN_SCHEMA": "has a column {what!r} that the schema does not know",
    "COLUMN_NOT_IN_DATAFRAME": "lacks the column {what!r}",
    "COLUMN_NOT_ORDERED": "has the column {what!r} in another place",
    "WRONG_DATATYPE": "is of type {what}, not {type}",
    "SERIES_CONTAINS_NULLS": "must not be empty",
    "DUPLICATES": "must be unique: {key}",
}
"""pandera's codes for what it tests itself, in our words."""
SHAPE = ("COLUMN_NOT_IN_SCHEMA", "COLUMN_NOT_IN_DATAFRAME", "COLUMN_NOT_ORDERED", "WRONG_DATATYPE")
"""The codes of a table of the wrong shape; then only these are reported, for nothing else can be tested."""
RULES = "the rules of schemas.rules"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold. `keys` name the rows, by an event, report or document; none = the table as a whole.

    A note only says what was not tested. A table of the wrong shape (columns, types) cannot be tested further.
    """

    table: str
    rule: str
    column: str = ""
    keys: tuple[str, ...] = ()
    is_note: bool = False
    is_shape: bool = False

    def __str__(self) -> str:
        where = f"{self.table}: {self.column}" if self.column else self.table
        if not self.keys:
            return f"{where}: {self.rule}"
        rows = "1 row" if len(self.keys) == 1 else f"{len(self.keys)} rows"
        first = list(dict.fromkeys(self.keys))
        more = ", …" if len(first) > KEYS_SHOWN else ""
        return f"{where}: {self.rule}; not so in {rows}: {', '.join(first[:KEYS_SHOWN])}{more}"


@cache
def schema(name: str) -> DataFrameSchema:
    """The pandera schema of a table: strict, ordered, no coercion. Its rules are one check: 300 single ones take a second."""
    import pandera.pandas as pandera

    table = TABLES[name]
    columns = {
        c.name: pandera.Column(_string() if c.type == "string" else PANDAS_TYPES[c.type], nullable=c.is_nullable)
        for c in table.columns
    }
    rules = pandera.Check(lambda data: ~_broken(data, tuple(rules_of(table))).any(axis=1), error=RULES, n_failure_cases=1)
    return pandera.DataFrameSchema(columns, rules, strict=True, ordered=True, coerce=False, unique=list(table.key) or None)


@cache
def _string() -> Any:
    """pandera's string type, quick to agree: pandera lays a report out for each column of strings, broken or not, which is
    a third of the time that a small dataset's check takes."""
    from pandera.engines.pandas_engine import STRING

    class String(STRING):
        def check(self, pandera_dtype: Any, data_container: Any = None) -> Any:
            found = super().check(pandera_dtype, data_container)
            return found if isinstance(found, bool) or not all(found) else True

    return String()  # type: ignore[call-arg]


def _broken(data: pd.DataFrame, rules: Sequence[Rule]) -> pd.DataFrame:
    """A column for every rule, true where a row breaks it."""
    import pandas as pd

    columns = {number: ~rule.holds(data).to_numpy(dtype=bool, na_value=True) for number, rule in enumerate(rules)}
    return pd.DataFrame(columns, index=data.index)


def validate(name: str, data: pd.DataFrame) -> list[Finding]:
    """What does not hold within a table; empty when all does. The frame's own index does not matter."""
    from pandera.errors import SchemaErrors

    data = data.reset_index(drop=True)
    try:
        schema(name).validate(data, lazy=True)
    except SchemaErrors as errors:
        found = [_finding(name, data, error) for error in errors.schema_errors if error.reason_code.name in SAID]
        return [finding for finding in found if finding.is_shape] or found + list(_rule_findings(name, data))
    return []


def _rule_findings(name: str, data: pd.DataFrame) -> Iterator[Finding]:
    rules = tuple(rules_of(TABLES[name]))
    for rule, (_, is_bad) in zip(rules, _broken(data, rules).items(), strict=True):
        if is_bad.any():
            yield Finding(name, rule.text, rule.column, row_names(name, data, list(data.index[is_bad])))


def _finding(name: str, data: pd.DataFrame, error: SchemaError) -> Finding:
    """pandera's own failure in our words."""
    code = error.reason_code.name
    column = error.column_name if error.column_name in data.columns else ""
    type_name = PANDAS_TYPES[TABLES[name].column(column).type] if code == "WRONG_DATATYPE" else ""
    text = SAID[code].format(what=error.failure_cases, type=type_name, key=", ".join(TABLES[name].key))
    if code in SHAPE:
        return Finding(name, text, column, is_shape=True)
    bad = sorted({int(index) for index in error.failure_cases["index"]})
    return Finding(name, text, column, row_names(name, data, bad))


def row_names(name: str, data: pd.DataFrame, positions: Sequence[int]) -> tuple[str, ...]:
    """What names some rows: their key; in a table without one the report, else the document, that they belong to."""
    table = TABLES[name]
    column = table.key[0] if table.key else "report_id" if "report_id" in table.names else "document_id"
    return tuple(map(str, data[column].iloc[list(positions)]))
