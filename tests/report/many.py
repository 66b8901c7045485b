"""A dataset of any size, made of the sample's rows told again on other days, at other places, in other words."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pyarrow as pa

IDS = {"event_id": "ev", "report_id": "rp", "document_id": "doc"}
DAYS = 2_500
PUBLISHERS, PLACES = 9, 400
WORDS = "shells hit the northern quarter market road while guards and drivers waited near a bridge over two rivers".split()


def multiply(tables: Mapping[str, pa.Table], events: int) -> dict[str, pa.Table]:
    """Tables with so many events, each with its own ids, day, place and quote; the same in every run."""
    times = -(-events // tables["events"].num_rows)
    rows = {name: table.to_pylist() for name, table in tables.items()}
    found = {name: [_vary(row, n, random.Random(n)) for n in range(times) for row in part] for name, part in rows.items()}
    kept = {row["event_id"] for row in found["events"][:events]}
    found["events"] = found["events"][:events]
    found["reports"] = [row for row in found["reports"] if row["event_id"] in kept]
    return {name: pa.Table.from_pylist(part, schema=tables[name].schema) for name, part in found.items()}


def _vary(row: Mapping[str, Any], n: int, dice: random.Random) -> dict[str, Any]:
    later = timedelta(days=dice.randrange(DAYS))
    place = dice.randrange(PLACES)
    varied = dict(row)
    for name, value in row.items():
        if value is None:
            continue
        if name in IDS:
            varied[name] = f"{IDS[name]}_{(int(value[-16:], 16) + n * 7919) % 16**16:016x}"
        elif hasattr(value, "year"):
            varied[name] = value + later
        elif name == "latitude":
            varied[name] = value + place % 20 * 0.3 - 3
        elif name == "longitude":
            varied[name] = value + place // 20 * 0.3 - 3
        elif name == "place_name":
            varied[name] = f"{value} {place}"
        elif name == "publisher":
            varied[name] = f"{value} {dice.randrange(PUBLISHERS)}"
        elif name == "quote":
            varied[name] = value + " " + " ".join(dice.choices(WORDS, k=20))
    return varied
