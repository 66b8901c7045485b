"""Every column is said once, and everything that repeats it agrees."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from schemas import vocab
from schemas.codebook import PATH, render
from schemas.columns import EVENTS, REPORTS, TABLES, foreign_keys
from schemas.frames import PANDAS_TYPES, arrow_schema, frame
from schemas.package import describe_table

ALL_COLUMNS = [
    pytest.param(table, column, id=f"{table.name}.{column.name}") for table in TABLES.values() for column in table.columns
]
OWN_OF_EVENTS = {"summary", "sources", "url", "part_of", "countable", "flags", "review", "first_published", "last_published"}


def test_the_committed_codebook_is_what_the_columns_say():
    assert PATH.read_text(encoding="utf-8") == render(), "run `python -m schemas.codebook`"


@pytest.mark.parametrize(("table", "column"), ALL_COLUMNS)
def test_a_column_is_well_said(table, column):
    assert re.fullmatch(r"[a-z][a-z0-9_]*", column.name)
    assert column.description.endswith("."), "a description is a sentence"
    assert column.group
    assert column.type in PANDAS_TYPES
    assert not column.vocab or column.vocab in vocab.VOCABULARIES
    assert table.names.count(column.name) == 1


@pytest.mark.parametrize("name", TABLES)
def test_a_key_is_of_columns_that_are_never_null(name):
    assert all(not TABLES[name].column(key).is_nullable for key in TABLES[name].key)


def test_every_foreign_key_leads_to_a_key():
    assert all(TABLES[target].key == (key,) for _, _, target, key in foreign_keys())


def test_a_report_has_the_columns_of_its_event_but_for_what_only_an_event_decides():
    apart = set(EVENTS.names) - set(REPORTS.names)
    assert apart - OWN_OF_EVENTS == {"n_reports", "n_documents", "n_publishers", "n_independent"}


def test_no_column_borrows_the_name_of_a_peer_for_another_meaning():
    peers = {"event_id_cnty", "sub_event_type", "interaction", "civilian_targeting", "goldstein", "best", "side_a", "dyad_name"}
    assert not peers & set(EVENTS.names)


@pytest.mark.parametrize("name", TABLES)
def test_arrow_and_the_package_say_the_same_as_the_columns(name):
    table, arrow, package = TABLES[name], arrow_schema(name), describe_table(TABLES[name])
    fields = {field["name"]: field for field in package["fields"]}
    assert tuple(arrow.names) == tuple(fields) == table.names
    for column in table.columns:
        metadata = {key.decode(): value.decode() for key, value in (arrow.field(column.name).metadata or {}).items()}
        assert metadata["description"] == fields[column.name]["description"] == column.description
        assert metadata.get("unit", "") == fields[column.name].get("unit", "") == column.unit
        assert arrow.field(column.name).nullable == column.is_nullable
    assert json.loads(json.dumps(package)) == package


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_has_all_columns_and_types(name):
    data = frame(name, [])
    assert {column: str(data[column].dtype) for column in data} == {
        column.name: PANDAS_TYPES[column.type] for column in TABLES[name].columns
    }


@pytest.mark.parametrize(("name", "values"), [pytest.param(*item, id=item[0]) for item in vocab.VOCABULARIES.items()])
def test_every_value_has_a_definition_that_is_a_sentence(name, values):
    assert all(text.endswith(".") and "  " not in text for text in values.values())


def test_a_type_of_the_codebook_has_modes_and_a_mode_its_type():
    assert vocab.MODES.keys() == vocab.EVENT_TYPES.keys()


def test_saying_the_columns_costs_no_library():
    modules = "schemas.columns, schemas.vocab, schemas.frames, schemas.rules, schemas.validate, pipeline"
    code = f"import sys, {modules}; print({{'pandas', 'pyarrow', 'pandera', 'numpy'}} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "set()"
