"""Workbook, database and Stata file, opened by the programs that read them."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.choose import Filter
from pipeline.errors import UsageError
from pipeline.export import FORMATS, Options
from pipeline.export.dataset import Dataset, read
from pipeline.export.stata import LABEL_CHARACTERS, label
from schemas.columns import EVENTS, TABLES
from tests.export.conftest import HOSTILE, only, render


def open_book(content: bytes) -> Any:
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(content))


def plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


@pytest.mark.parametrize("name", TABLES)
def test_a_sheet_holds_every_value(name: str, dataset: Dataset) -> None:
    sheet = open_book(render("xlsx", dataset, tables=(name,)))[name]
    heads, *rows = sheet.iter_rows(values_only=True)
    assert heads == TABLES[name].names
    said = [[None if value == "" else value for value in row.values()] for row in dataset.tables[name]]
    assert [[plain(value) for value in row] for row in rows] == said


def test_a_workbook_has_the_sheets_asked_for_and_explains_their_columns(dataset: Dataset) -> None:
    book = open_book(render("xlsx", dataset, tables=("events", "counts")))
    assert book.sheetnames == ["events", "counts", "columns", "about"]
    explained = [row[:2] for row in book["columns"].iter_rows(min_row=2, values_only=True)]
    assert explained == [(name, column) for name in ("events", "counts") for column in TABLES[name].names]
    assert dataset.build_id in [row[1].value for row in book["about"]]
    assert book["events"].freeze_panes == "A2"


def test_days_are_days_and_codes_are_text(dataset: Dataset) -> None:
    sheet = open_book(render("xlsx", only(dataset, date_start=date(1900, 1, 15), cameo_root="04")))["events"]
    cells = dict(zip(EVENTS.names, sheet[2], strict=True))
    assert plain(cells["date_start"].value) == date(1900, 1, 15)
    assert cells["date_start"].is_date
    assert cells["cameo_root"].value == "04"


def test_no_text_of_a_sheet_is_a_formula_or_an_error(hostile: Dataset) -> None:
    sheet = open_book(render("xlsx", hostile))["events"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}
    quote = dict(zip(EVENTS.names, sheet[2], strict=True))["quote"]
    assert quote.value == HOSTILE.replace("\x0b", "_x000B_").replace("_x0041_", "_x005F_x0041_")
    assert quote.quotePrefix
    error = open_book(render("xlsx", only(hostile, quote="#N/A")))["events"]
    assert dict(zip(EVENTS.names, error[2], strict=True))["quote"].data_type == "s"


def test_a_text_too_long_for_a_cell_is_refused_and_never_cut(dataset: Dataset) -> None:
    with pytest.raises(UsageError, match="quote: 32,768 characters do not fit"):
        render("xlsx", only(dataset, quote="x" * 32_768))


@pytest.fixture(scope="module")
def database(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("sqlite") / "sample.sqlite"
    path.write_bytes(render("sqlite", dataset))
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize("name", TABLES)
def test_the_database_holds_every_value(name: str, dataset: Dataset, database: sqlite3.Connection) -> None:
    cursor = database.execute(f'SELECT * FROM "{name}"')
    said = [[value.isoformat() if isinstance(value, date) else value for value in row.values()] for row in dataset.tables[name]]
    assert tuple(head[0] for head in cursor.description) == TABLES[name].names
    assert [list(row) for row in cursor] == said


def test_the_database_is_whole_and_its_view_counts(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert len(database.execute("PRAGMA foreign_key_list(reports)").fetchall()) == 2
    assert database.execute("SELECT sum(fatalities_best) FROM incidents").fetchone() == (13,)


def test_a_part_of_a_build_is_whole_too(folder: Path, tmp_path: Path) -> None:
    part = read(folder, tuple(TABLES), Filter(place="Dara"))
    assert [row["part_of"] is not None for row in part.events] == [True]  # its parent is not in the export
    (tmp_path / "part.sqlite").write_bytes(render("sqlite", part))
    with closing(sqlite3.connect(tmp_path / "part.sqlite")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT count(*) FROM reports").fetchone() == (1,)
        assert connection.execute("SELECT value FROM about WHERE name = 'part'").fetchone() is not None


def test_datasette_is_told_of_every_column_with_its_unit_and_of_the_licence(dataset: Dataset) -> None:
    beside = FORMATS["sqlite"].render(dataset, Options(name="mine")).beside or {}
    metadata = json.loads(beside[".metadata.json"])
    tables = metadata["databases"]["mine"]["tables"]
    assert {name: tuple(table["columns"]) for name, table in tables.items() if name != "incidents"} == {
        name: table.names for name, table in TABLES.items()
    }
    assert all(text for table in tables.values() for text in table["columns"].values())
    assert tables["events"]["columns"]["injured_best"].endswith("Unit: people.")
    assert tables["events"]["label_column"] in EVENTS.names
    assert metadata["license_url"].startswith("https://creativecommons.org/")


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", TABLES)
def test_stata_reads_back_every_value(name: str, dataset: Dataset) -> None:
    import pandas as pd

    back = pd.read_stata(io.BytesIO(render("dta", dataset, tables=(name,))))
    assert tuple(name.removeprefix("_") for name in back) == TABLES[name].names
    for column, values in zip(TABLES[name].columns, back, strict=True):
        said = [None if row[column.name] == "" else row[column.name] for row in dataset.tables[name]]
        read_back = [None if pd.isna(value) or value == "" else value for value in back[values]]
        assert [plain(value.to_pydatetime()) if isinstance(value, pd.Timestamp) else value for value in read_back] == said, column


def test_stata_knows_days_labels_and_long_texts(dataset: Dataset) -> None:
    from pandas.io.stata import StataReader

    long = "é" * 3000
    content = render("dta", only(dataset, quote=long))
    assert content == render("dta", only(dataset, quote=long))
    with StataReader(io.BytesIO(content)) as reader:
        assert reader.read()["quote"].tolist() == [long]
        assert reader.variable_labels() == {column.name: label(column) for column in EVENTS.columns}
        assert dataset.build_id in reader.data_label
        formats = dict(zip(EVENTS.names, reader._fmtlist, strict=True))
    days = {column.name for column in EVENTS.columns if column.type == "date"}
    assert {name for name, form in formats.items() if form == "%td"} == days


def test_names_and_labels_fit_into_stata() -> None:
    columns = [column for table in TABLES.values() for column in table.columns]
    assert [column.name for column in columns if len(column.name) > 32] == []
    assert [column.name for column in columns if not 0 < len(label(column)) <= LABEL_CHARACTERS] == []
