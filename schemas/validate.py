"""Whether a table is what its schema says: columns, types, vocabularies, ranges, keys and the rules of `schemas.rules`.

The checks run in pandera: strict, lazy, without coercion (which would take "12" for a number). Its own report explodes
to one line a cell, so failures are gathered here into one finding a rule, with the first keys.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from schemas.columns import TABLES, Column
from schemas.frames import PANDAS_TYPES
from schemas.rules import Rule, rules_of
from schemas.vocab import VOCABULARIES

if TYPE_CHECKING:
    import pandas as pd
    from pandera.errors import SchemaError
    from pandera.pandas import Check, DataFrameSchema

KEYS_SHOWN = 3
SHAPE = ("COLUMN_NOT_IN_SCHEMA", "COLUMN_NOT_IN_DATAFRAME", "COLUMN_NOT_ORDERED", "WRONG_DATATYPE")
"""pandera's codes for a table of the wrong shape; then only this is reported, for nothing else can be tested."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold. `keys` name the first rows, `n_rows` counts all; 0 = the table as a whole.

    A note only says what was not tested. A table of the wrong shape (columns, types) cannot be tested further.
    """

    table: str
    rule: str
    column: str = ""
    keys: tuple[str, ...] = ()
    n_rows: int = 0
    is_note: bool = False
    is_shape: bool = False

    def __str__(self) -> str:
        where = f"{self.table}: {self.column}" if self.column else self.table
        if not self.n_rows:
            return f"{where}: {self.rule}"
        rows = "1 row" if self.n_rows == 1 else f"{self.n_rows} rows"
        more = ", …" if self.n_rows > len(self.keys) else ""
        return f"{where}: {self.rule}; not so in {rows}: {', '.join(self.keys)}{more}"


@cache
def schema(name: str) -> DataFrameSchema:
    """The pandera schema of a table: strict, ordered, no coercion."""
    import pandera.pandas as pandera

    table = TABLES[name]
    columns = {
        column.name: pandera.Column(PANDAS_TYPES[column.type], list(_checks(column)), nullable=column.is_nullable)
        for column in table.columns
    }
    checks = [_row_check(rule) for rule in rules_of(table)]
    unique = list(table.key) or None
    return pandera.DataFrameSchema(columns, checks, strict=True, ordered=True, coerce=False, unique=unique)


def _row_check(rule: Rule) -> Check:
    return _check(lambda data: rule.holds(data).fillna(True).astype(bool), rule.text)


def _check(holds: Callable[[Any], pd.Series[Any]], text: str) -> Check:
    from pandera.pandas import Check

    return Check(holds, error=text, n_failure_cases=KEYS_SHOWN)


def _checks(column: Column) -> Iterator[Check]:
    words = VOCABULARIES.get(column.vocab, {})
    if column.vocab and column.is_list:
        yield _check(lambda s: _all_in(s, words), f"must hold values of the vocabulary {column.vocab}")
    elif column.vocab:
        yield _check(lambda s: s.isin(list(words)), f"must be a value of the vocabulary {column.vocab}")
    if column.pattern:
        yield _check(lambda s: s.str.match(column.pattern), f"must look like {column.pattern}")
    if (least := column.minimum) is not None:
        yield _check(lambda s: s >= least, f"must be at least {least:g}")
    if (most := column.maximum) is not None:
        yield _check(lambda s: s <= most, f"must be at most {most:g}")
    if column.type == "date":
        yield _check(lambda s: s.dt.normalize() == s, "must have no time of day")


def _all_in(cells: pd.Series[Any], words: Collection[str]) -> pd.Series[Any]:
    return cells.str.split(";").explode().isin(words).groupby(level=0).all()


def validate(name: str, data: pd.DataFrame) -> list[Finding]:
    """What does not hold within a table; empty when all does. The frame's own index does not matter."""
    from pandera.errors import SchemaErrors

    data = data.reset_index(drop=True)
    try:
        schema(name).validate(data, lazy=True)
    except SchemaErrors as errors:
        found = errors.schema_errors
        misshapen = [error for error in found if error.reason_code.name in SHAPE]
        return [_finding(name, data, error) for error in misshapen or found]
    return []


def _finding(name: str, data: pd.DataFrame, error: SchemaError) -> Finding:
    """pandera's failure in our words."""
    said = {
        "COLUMN_NOT_IN_SCHEMA": f"has a column {error.failure_cases!r} that the schema does not know",
        "COLUMN_NOT_IN_DATAFRAME": f"lacks the column {error.failure_cases!r}",
        "COLUMN_NOT_ORDERED": f"has the column {error.failure_cases!r} in another place",
        "WRONG_DATATYPE": f"is of type {error.failure_cases}, not {_type(name, error.column_name)}",
        "SERIES_CONTAINS_NULLS": "must not be empty",
        "DUPLICATES": f"must be unique: {', '.join(TABLES[name].key)}",
    }
    code = error.reason_code.name
    bad = _bad_rows(error) if code not in SHAPE else []
    keys = tuple(row_key(name, data, index) for index in bad[:KEYS_SHOWN])
    column = error.column_name if error.column_name in data.columns else ""
    return Finding(name, said.get(code) or _rule_text(error), column, keys, len(bad), is_shape=code in SHAPE)


def _type(name: str, column: str | None) -> str:
    return PANDAS_TYPES[TABLES[name].column(column).type] if column else ""


def _rule_text(error: SchemaError) -> str:
    text = getattr(error.check, "error", None) or str(error.check)
    return text if error.reason_code.name == "DATAFRAME_CHECK" else f"cannot be tested: {text}"


def _bad_rows(error: SchemaError) -> list[int]:
    """Positions of the rows that fail, in order."""
    if error.check_output is not None:
        return [index for index, holds in error.check_output.items() if not holds]
    if hasattr(error.failure_cases, "columns"):
        return sorted({int(index) for index in error.failure_cases["index"].dropna()})
    return []


def row_key(name: str, data: pd.DataFrame, index: int) -> str:
    """The key of a row, or its position in a table without one."""
    key = TABLES[name].key
    return "/".join(str(data.iloc[index][part]) for part in key) if key else f"row {index}"
