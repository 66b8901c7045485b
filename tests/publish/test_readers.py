"""Other readers see the same types and values: pandas, polars, duckdb, plain pyarrow."""

from __future__ import annotations

import pandas as pd
import pytest

from pipeline.publish import publish
from schemas.columns import TABLES
from schemas.frames import PANDAS_TYPES
from tests.tables.sample import tables

DAY = "Datetime(time_unit='us', time_zone=None)"
POLARS = {"string": "String", "integer": "Int64", "date": DAY, "boolean": "Boolean", "number": "Float64"}
DUCKDB = {"string": "VARCHAR", "integer": "BIGINT", "date": "TIMESTAMP", "boolean": "BOOLEAN", "number": "DOUBLE"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("data")
    publish(tables(), path)
    return path


@pytest.mark.parametrize("name", TABLES)
def test_pandas(folder, name):
    data = pd.read_parquet(folder / f"{name}.parquet")
    pd.testing.assert_frame_equal(data, getattr(tables(), name))
    assert {c.name: PANDAS_TYPES[c.type] for c in TABLES[name].columns} == {c: str(data[c].dtype) for c in data}


@pytest.mark.parametrize("name", TABLES)
def test_polars(folder, name):
    polars = pytest.importorskip("polars")
    data = polars.read_parquet(folder / f"{name}.parquet")
    assert {column.name: POLARS[column.type] for column in TABLES[name].columns} == {k: str(v) for k, v in data.schema.items()}
    assert data.height == len(getattr(tables(), name))


@pytest.mark.parametrize("name", TABLES)
def test_duckdb(folder, name):
    import duckdb

    described = duckdb.sql(f"describe select * from '{folder}/{name}.parquet'").fetchall()
    assert {column.name: DUCKDB[column.type] for column in TABLES[name].columns} == {row[0]: row[1] for row in described}


def test_the_sum_of_the_dead_is_the_same_everywhere(folder):
    import duckdb

    polars = pytest.importorskip("polars")
    path = folder / "events.parquet"
    events = pd.read_parquet(path)
    by_polars = polars.read_parquet(path).filter(polars.col("countable"))["fatalities_best"].sum()
    by_duckdb = duckdb.sql(f"select sum(fatalities_best) from '{path}' where countable").fetchall()
    assert events.loc[events["countable"], "fatalities_best"].sum() == by_polars == by_duckdb[0][0] == 13


def test_days_are_the_same_days_in_duckdb_whatever_the_zone(folder):
    import duckdb

    query = f"select strftime(date_start, '%Y-%m-%d') from '{folder}/events.parquet' where date_start is not null order by 1"
    seen = []
    for zone in ("UTC", "America/New_York", "Asia/Tokyo"):
        connection = duckdb.connect()
        connection.execute(f"set timezone = '{zone}'")
        seen.append(connection.execute(query).fetchall())
    assert seen[0] == seen[1] == seen[2]
    assert seen[0][0] == ("2022-01-01",)
