"""R's arrow sees the same days in every time zone. R is not needed here: its rules are emulated with pyarrow.

arrow hands R the stored count of microseconds of a timestamp without a zone as a POSIXct of so many seconds, and gives it no
zone. R then prints it in the session's zone (in New York the evening before), and `as.Date(x, tz = "UTC")`, which the README
asks for, counts whole days in UTC. What is tested is that the stored count is midnight UTC of the right day, that it carries
no zone which R would take over, and that a session in New York reads the same counts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.publish import publish
from schemas.columns import TABLES
from tests.tables.sample import tables

DAY = 24 * 60 * 60  # seconds
READ = """
import json, sys
from datetime import datetime
import pyarrow as pa, pyarrow.parquet as pq
table = pq.read_table(sys.argv[1])
days = [name for name in table.column_names if pa.types.is_timestamp(table.schema.field(name).type)]
seconds = {name: [None if n is None else n // 1_000_000 for n in table[name].cast(pa.int64()).to_pylist()] for name in days}
zones = {name: table.schema.field(name).type.tz for name in days}
print(json.dumps([seconds, zones, datetime.fromtimestamp(0).isoformat()]))
"""


def read_in(zone: str, path: Path) -> tuple[dict[str, list[int | None]], dict[str, str | None], str]:
    """The POSIXct that a session in a zone would get: seconds and zone by column; and how that session prints second 0."""
    command = [sys.executable, "-c", READ, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "TZ": zone})
    seconds, zones, epoch = json.loads(done.stdout)
    return seconds, zones, epoch


def as_date(seconds: int) -> date:
    """R's `as.Date(x, tz = "UTC")`."""
    return date(1970, 1, 1) + timedelta(days=seconds // DAY)


@pytest.mark.parametrize("name", ["events", "reports", "documents"])
def test_days_are_the_same_in_new_york(name: str, tmp_path: Path) -> None:
    publish(tables(), tmp_path)
    path = tmp_path / f"{name}.parquet"
    seconds, zones, epoch = read_in("America/New_York", path)
    assert epoch == "1969-12-31T19:00:00"  # the session really is there, and printing without tz = "UTC" would be wrong
    assert seconds.keys() == {column.name for column in TABLES[name].columns if column.type == "date"}
    assert set(zones.values()) == {None}
    assert (seconds, zones) == read_in("Asia/Tokyo", path)[:2]
    frame = getattr(tables(), name)
    for column, counts in seconds.items():
        assert [count % DAY for count in counts if count is not None] == [0] * frame[column].notna().sum()
        assert [None if count is None else as_date(count) for count in counts] == [
            None if day is None else day for day in frame[column].dt.date.where(frame[column].notna(), None)
        ]
        assert all(as_date(count) == datetime.fromtimestamp(count, UTC).date() for count in counts if count is not None)
