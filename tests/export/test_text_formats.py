"""Comma-separated text, GeoJSON and TimelineJS: what another program reads is what the tables hold."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from typing import Any

import pytest

from pipeline.errors import UsageError
from pipeline.export.dataset import Dataset
from pipeline.export.hxl import HASHTAGS
from schemas.columns import EVENTS, TABLES
from tests.export.conftest import HOSTILE, only, render

Cells = list[list[str]]


def read_cells(content: bytes) -> Cells:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_csv_holds_every_value_of_every_table(name: str, dataset: Dataset) -> None:
    heads, *rows = read_cells(render("csv", dataset, tables=(name,)))
    said = [["" if value is None else str(value) for value in row.values()] for row in dataset.tables[name]]
    assert heads == list(TABLES[name].names)
    assert [[cell.replace("true", "True").replace("false", "False") for cell in row] for row in rows] == said


def test_csv_is_read_by_pandas_with_days_and_truth(dataset: Dataset) -> None:
    import pandas as pd

    read = pd.read_csv(io.BytesIO(render("csv", dataset)), parse_dates=["date_start"], dtype={"cameo_root": "string"})
    assert str(read["countable"].dtype) == "bool"
    assert [day.date() if pd.notna(day) else None for day in read["date_start"]] == [row["date_start"] for row in dataset.events]
    assert set(read["cameo_root"].dropna().str.len()) == {2}


def test_a_spreadsheet_safe_cell_starts_no_formula(hostile: Dataset) -> None:
    heads, *rows = read_cells(render("csv", hostile, spreadsheet_safe=True))
    cells = [dict(zip(heads, row, strict=True)) for row in rows]
    assert {cell["quote"] for cell in cells} == {"'" + HOSTILE}
    texts = [cell[c.name] for cell in cells for c in EVENTS.columns if c.type == "string"]
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    assert {row[heads.index("quote")] for row in read_cells(render("csv", hostile))[1:]} == {HOSTILE}


def test_a_negative_number_stays_a_number(dataset: Dataset) -> None:
    heads, row = read_cells(render("csv", only(dataset, longitude=-77.5), spreadsheet_safe=True))
    assert row[heads.index("longitude")] == "-77.5"


def test_the_byte_order_mark_is_there_on_request_only(dataset: Dataset) -> None:
    assert render("csv", dataset, bom=True).startswith(b"\xef\xbb\xbfevent_id,")
    assert render("csv", dataset).startswith(b"event_id,")


def test_the_second_row_holds_hxl_hashtags(dataset: Dataset) -> None:
    heads, tags, first = read_cells(render("csv", dataset, hxl=True))[:3]
    by_name = dict(zip(heads, tags, strict=True))
    assert by_name["fatalities_best"] == "#affected+killed"
    assert by_name["latitude"] == "#geo+lat"
    assert first[0] == dataset.events[0]["event_id"]


@pytest.mark.parametrize("table", HASHTAGS)
def test_hashtags_are_well_formed_and_of_columns(table: str) -> None:
    core = "adm1 affected country date description event geo group loc meta status".split()
    tag = re.compile(rf"#({'|'.join(core)})(\+[a-z][a-z0-9_]*)*")
    assert [each for each in HASHTAGS[table].values() if not tag.fullmatch(each)] == []
    known = {*TABLES[table].names, *EVENTS.names}
    assert sorted(HASHTAGS[table].keys() - known) == []


def test_a_table_without_hashtags_says_so(dataset: Dataset) -> None:
    with pytest.raises(UsageError, match="rejected has no hashtags"):
        render("csv", dataset, tables=("rejected",), hxl=True)


def check_geojson(value: Any) -> None:
    """The demands of RFC 7946 on a collection of points, section by section."""
    assert value["type"] == "FeatureCollection"  # 3.3
    assert "crs" not in value  # 4
    assert not {"coordinates", "geometries", "geometry", "properties"} & value.keys()  # 7.1
    ids = [feature["id"] for feature in value["features"]]
    assert len(set(ids)) == len(ids)
    for feature in value["features"]:
        assert {"type", "geometry", "properties"} <= feature.keys()  # 3.2
        assert feature["type"] == "Feature"
        assert isinstance(feature["id"], str)
        assert isinstance(feature["properties"], dict)
        assert "features" not in feature
        if feature["geometry"] is not None:
            assert feature["geometry"].keys() == {"type", "coordinates"}
            assert feature["geometry"]["type"] == "Point"  # 3.1.2
            longitude, latitude = feature["geometry"]["coordinates"]  # 3.1.1: in this order
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90


def test_geojson_is_valid_and_holds_every_event_with_all_its_columns(dataset: Dataset) -> None:
    collection = json.loads(render("geojson", dataset))
    check_geojson(collection)
    assert [feature["id"] for feature in collection["features"]] == [row["event_id"] for row in dataset.events]
    assert {*EVENTS.names, "point_of"} == collection["features"][0]["properties"].keys()
    assert collection["build_id"] == dataset.build_id


@pytest.mark.parametrize(
    ("where_prec", "point_of"), [pytest.param(1, "place", id="exact"), pytest.param(4, "area", id="province")]
)
def test_a_point_says_what_it_stands_for(where_prec: int, point_of: str, dataset: Dataset) -> None:
    [feature] = json.loads(render("geojson", only(dataset, longitude=36.1, latitude=-3.5, where_prec=where_prec)))["features"]
    assert feature["geometry"]["coordinates"] == [36.1, -3.5]
    assert feature["properties"]["point_of"] == point_of


def test_an_unplaced_event_has_a_null_geometry(dataset: Dataset) -> None:
    unplaced = only(dataset, longitude=None, latitude=None, where_prec=None)
    [feature] = json.loads(render("geojson", unplaced))["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["point_of"] is None


def test_geojson_of_no_event_is_valid(dataset: Dataset) -> None:
    empty = Dataset(dataset.build_id, {**dataset.tables, "events": []}, True)
    collection = json.loads(render("geojson", empty))
    check_geojson(collection)
    assert collection["features"] == []


DATES = [
    pytest.param("day", date(2022, 3, 3), date(2022, 3, 3), {"year": 2022, "month": 3, "day": 3}, None, id="a day"),
    pytest.param("month", date(2022, 3, 1), date(2022, 3, 31), {"year": 2022, "month": 3}, None, id="a month"),
    pytest.param("year", date(2022, 1, 1), date(2022, 12, 31), {"year": 2022}, None, id="a year"),
    pytest.param(
        "part_of_month", date(2022, 3, 1), date(2022, 3, 10),
        {"year": 2022, "month": 3, "day": 1}, {"year": 2022, "month": 3, "day": 10}, id="early in a month",
    ),
    pytest.param("unknown", None, date(2022, 3, 10), {"year": 2022, "month": 3, "day": 10}, None, id="by a day"),
]  # fmt: skip


@pytest.mark.parametrize(("precision", "first", "last", "start", "end"), DATES)
def test_a_slide_is_no_more_precise_than_its_event(
    precision: str, first: date | None, last: date, start: object, end: object, dataset: Dataset
) -> None:
    told = only(dataset, date_precision=precision, date_start=first, date_end=last, summary="early Mar 2022: a clash")
    [slide] = json.loads(render("timelinejs", told))["events"]
    assert slide["start_date"] == start
    assert slide.get("end_date") == end
    assert slide["display_date"] == ("~ early Mar 2022" if precision == "unknown" else "early Mar 2022")


def test_every_dated_event_is_a_slide_and_its_words_are_no_html(hostile: Dataset) -> None:
    timeline = json.loads(render("timelinejs", hostile))
    assert timeline["scale"] == "human"
    dated = [row["event_id"] for row in hostile.events if row["date_end"]]
    assert [slide["unique_id"] for slide in timeline["events"]] == dated
    for slide in timeline["events"]:
        assert slide.keys() <= {"unique_id", "group", "display_date", "start_date", "end_date", "text", "autolink"}
        shown = slide["text"]["headline"] + slide["text"]["text"] + slide["display_date"]
        assert "<script" not in shown
        assert "javascript:" not in shown
        assert slide["autolink"] is False


def test_an_undated_event_is_no_slide_and_is_counted(dataset: Dataset) -> None:
    from pipeline.export import FORMATS, Options

    undated = only(dataset, date_start=None, date_end=None)
    rendered = FORMATS["timelinejs"].render(undated, Options())
    assert json.loads(rendered.content)["events"] == []
    assert "1 events without any date" in rendered.notes[0]
