"""All tables as a SQLite database, and the file that tells datasette what its tables and columns mean.

Days are text (YYYY-MM-DD), truth is 0 and 1. Keys, foreign keys and indexes are declared; the view `incidents` has the
events that count. Serve it with `datasette FILE.sqlite -m FILE.metadata.json`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.export import Options, Rendered
from pipeline.export.dataset import Dataset
from schemas.columns import SCHEMA_VERSION, TABLES, Column, Table
from schemas.package import LICENCES, RIGHTS, TITLE

TYPES = {"string": "TEXT", "integer": "INTEGER", "date": "TEXT", "boolean": "INTEGER", "number": "REAL"}
METADATA = ".metadata.json"
INCIDENTS = "CREATE VIEW incidents AS SELECT * FROM events WHERE countable AND violent"
FACETS = {"events": ["event_type", "country", "status"], "documents": ["publisher", "status"], "rejected": ["reason"]}


def render(dataset: Dataset, options: Options) -> Rendered:
    """The database, and beside it datasette's metadata."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.sqlite"
        _write(dataset, path)
        content = path.read_bytes()
    metadata = json.dumps(describe(dataset, options.name), ensure_ascii=False, indent=1) + "\n"
    return Rendered(content, sum(map(len, dataset.tables.values())), beside={METADATA: metadata.encode()})


def _write(dataset: Dataset, path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        for name in TABLES:
            if name in dataset.tables:
                _create(connection, dataset, TABLES[name])
        connection.execute(INCIDENTS)
        connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)")
        connection.executemany("INSERT INTO about VALUES (?, ?)", _about(dataset).items())
        connection.commit()
    finally:
        connection.close()


def _create(connection: sqlite3.Connection, dataset: Dataset, table: Table) -> None:
    clauses = [f'"{column.name}" {TYPES[column.type]}{"" if column.is_nullable else " NOT NULL"}' for column in table.columns]
    if table.key:
        clauses.append(f"PRIMARY KEY ({', '.join(table.key)})")
    linked = [column for column in table.columns if column.references]
    clauses += [_foreign_key(column) for column in linked if _holds(dataset, table, column)]
    connection.execute(f'CREATE TABLE "{table.name}" ({", ".join(clauses)})')
    rows = ([_value(row[column]) for column in table.names] for row in dataset.tables[table.name])
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})', rows)
    for column in linked:
        connection.execute(f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")')


def _foreign_key(column: Column) -> str:
    target, _, key = column.references.partition(".")
    return f'FOREIGN KEY ("{column.name}") REFERENCES "{target}" ("{key}")'


def _holds(dataset: Dataset, table: Table, column: Column) -> bool:
    """Whether every row that is pointed at is in the export: with a filter, an event's parent may not be."""
    target, _, key = column.references.partition(".")
    there = {row[key] for row in dataset.tables[target]}
    return all(row[column.name] in there for row in dataset.tables[table.name] if row[column.name] is not None)


def _value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _about(dataset: Dataset) -> dict[str, str]:
    part = {"part": "Some events of the build, chosen by a filter."} if dataset.is_part else {}
    said = {"schema_version": SCHEMA_VERSION, "build_id": dataset.build_id, "rights": RIGHTS, "licence": LICENCES[0]["title"]}
    return said | part


def describe(dataset: Dataset, name: str) -> dict[str, Any]:
    """What datasette's metadata file says about a database of that name: tables, columns with units, licence."""
    return {
        "title": TITLE,
        "description": RIGHTS,
        "license": LICENCES[0]["title"],
        "license_url": LICENCES[0]["path"],
        "source": f"conflict-timeline, schema {SCHEMA_VERSION}, build {dataset.build_id}",
        "databases": {name: {"tables": dict(_describe_tables(dataset))}},
    }


def _describe_tables(dataset: Dataset) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in dataset.tables:
        yield name, _describe(TABLES[name], f"A row is {TABLES[name].row}.")
    yield "incidents", _describe(TABLES["events"], "The countable violent events: those that may be counted and summed.")


def _describe(table: Table, description: str) -> dict[str, Any]:
    said: dict[str, Any] = {"description": description, "columns": {c.name: _describe_column(c) for c in table.columns}}
    if table.name == "events":
        said |= {"label_column": "summary", "sort": "date_sort"}
    return said | ({"facets": FACETS[table.name]} if table.name in FACETS else {})


def _describe_column(column: Column) -> str:
    return column.description + (f" Unit: {column.unit}." if column.unit else "")
