"""The contents of `datapackage.json`: a Frictionless Data Package of all tables, from `schemas.columns`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from schemas.columns import SCHEMA_VERSION, TABLES, Column, Table
from schemas.vocab import VOCABULARIES

NAME = "conflict-timeline"
TITLE = "Conflict events in news articles"
FILE = "datapackage.json"
LICENCES = (
    {
        "name": "CC-BY-4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
        "title": "Place names, ids and coordinates: GeoNames (geonames.org), CC BY 4.0",
    },
)
RIGHTS = "Quotes, titles and texts belong to the publishers of the articles. Rows are made by a machine: review them."


class File(NamedTuple):
    """One written table file."""

    table: str
    path: str
    sha256: str
    n_bytes: int
    n_rows: int


def describe(files: Iterable[File], build_id: str) -> dict[str, Any]:
    """The package of these files, in their order. The same files give the same package: nothing here knows the time."""
    return {
        "profile": "data-package",
        "name": NAME,
        "title": TITLE,
        "description": "Who did what to whom, when and where, with the words that say so. " + RIGHTS,
        "version": SCHEMA_VERSION,
        "build_id": build_id,
        "licenses": list(LICENCES),
        "resources": [_resource(file) for file in files],
    }


def _resource(file: File) -> dict[str, Any]:
    table = TABLES[file.table]
    return {
        "name": file.table,
        "path": file.path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": f"A row is {table.row}.",
        "hash": f"sha256:{file.sha256}",
        "bytes": file.n_bytes,
        "rows": file.n_rows,
        "schema": describe_table(table),
    }


def describe_table(table: Table) -> dict[str, Any]:
    """The Frictionless table schema of a table."""
    said: dict[str, Any] = {"fields": [_field(column) for column in table.columns]}
    if table.key:
        said["primaryKey"] = list(table.key)
    keys = [_foreign_key(table, column) for column in table.columns if column.references]
    return said | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, Any]:
    said: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    if column.group:
        said["group"] = column.group
    if column.unit:
        said["unit"] = column.unit
    constraints = _constraints(column)
    return said | ({"constraints": constraints} if constraints else {})


def _constraints(column: Column) -> dict[str, Any]:
    said: dict[str, Any] = {"required": True} if not column.is_nullable else {}
    if column.vocab and not column.is_list:
        said["enum"] = list(VOCABULARIES[column.vocab])
    limits = {"pattern": column.pattern or None, "minimum": column.minimum, "maximum": column.maximum}
    return said | {name: value for name, value in limits.items() if value is not None}


def _foreign_key(table: Table, column: Column) -> dict[str, Any]:
    target, _, key = column.references.partition(".")
    resource = "" if target == table.name else target  # Frictionless: empty = this table
    return {"fields": [column.name], "reference": {"resource": resource, "fields": [key]}}
