"""The codebook of the columns, generated: `python -m schemas.codebook` writes `schemas/CODEBOOK.md`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from schemas.columns import SCHEMA_VERSION, TABLES, Column, Table
from schemas.frames import PANDAS_TYPES
from schemas.vocab import ACLED_CELLS, MODES, VOCABULARIES, Values

PATH = Path(__file__).parent / "CODEBOOK.md"
NESTED: Mapping[str, Mapping[str, Values]] = {"mode": MODES, "acled_sub_event_type": ACLED_CELLS}
"""Vocabularies whose values belong to a value of another one."""

HEAD = f"""# Codebook

Generated from `schemas/columns.py` and `schemas/vocab.py` by `python -m schemas.codebook`; schema version {SCHEMA_VERSION}.

Days are naive timestamps at midnight, day intervals include both ends, and a null first day means "on or before the last".
Offsets are half-open `[start, end)` code points of the document's text as read. Codes are text. An empty value is null.
Numbers of people are `low`, `best`, `high`: "at least 20" is 20, 20, null; "up to 20" is 0, null, 20; 0 is "reported as none"
and null is "not reported". Only rows with `countable = true` may be added up.
"""


def render() -> str:
    """The codebook as Markdown."""
    lines = [HEAD]
    for table in TABLES.values():
        lines += _table(table)
    lines += ["## Vocabularies", ""]
    for name, values in VOCABULARIES.items():
        lines += _vocabulary(name, values)
    return "\n".join(lines).rstrip() + "\n"


def _table(table: Table) -> Iterator[str]:
    yield from (f"## Table `{table.name}`", "", f"A row is {table.row}.", "")
    yield f"Key: {', '.join(f'`{name}`' for name in table.key)}." if table.key else "Rows have no key."
    yield from ("", "| column | type | | what it holds |", "|---|---|---|---|")
    group = ""
    for column in table.columns:
        if column.group != group:
            group = column.group
            yield f"| **{group}** | | | |"
        yield f"| `{column.name}` | {PANDAS_TYPES[column.type]} | {_never_null(column)} | {_describe(column)} |"
    yield ""


def _never_null(column: Column) -> str:
    return "" if column.is_nullable else "never null"


def _describe(column: Column) -> str:
    notes = [column.description]
    if column.vocab:
        notes.append(f"Vocabulary [{column.vocab}](#{column.vocab}).")
    if column.unit:
        notes.append(f"Unit: {column.unit}.")
    if column.references:
        notes.append(f"Stands in `{column.references}`.")
    return " ".join(notes).replace("|", "\\|")


def _vocabulary(name: str, values: Values) -> Iterator[str]:
    yield from (f"### {name}", "")
    for parent, children in NESTED.get(name, {"": values}).items():
        if children:
            yield from (f"| {parent} | |", "|---|---|")
            yield from (f"| `{value}` | {text} |" for value, text in children.items())
            yield ""


if __name__ == "__main__":
    PATH.write_text(render(), encoding="utf-8", newline="\n")
