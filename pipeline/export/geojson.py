"""Events as GeoJSON (RFC 7946): longitude before latitude, WGS 84, a null geometry where no place is known.

A point of an area (`where_prec` from 3 on) has `point_of = "area"`: draw it as an area or leave it out, never as a dot.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from pipeline.export import Options, Rendered
from pipeline.export.dataset import Dataset, Row
from schemas.columns import EVENTS, SCHEMA_VERSION
from schemas.package import LICENCES, RIGHTS

DIGITS = 6  # of degrees: 10 cm
AREA_FROM = 3  # the where_prec from which on a point stands for an area


def render(dataset: Dataset, options: Options) -> Rendered:
    """A FeatureCollection; each event is a feature with all its columns as properties."""
    features = [_feature(row) for row in dataset.events]
    collection = {
        "type": "FeatureCollection",
        "name": options.name,
        "description": RIGHTS,
        "license": "; ".join(licence["title"] for licence in LICENCES),
        "schema_version": SCHEMA_VERSION,
        "build_id": dataset.build_id,
        "features": features,
    }
    lines = json.dumps({**collection, "features": []}, ensure_ascii=False)[: -len("]}")]
    body = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)  # a feature per line: for diff, grep
    unplaced = sum(feature["geometry"] is None for feature in features)
    notes = (f"{unplaced:,} events have no coordinates: their geometry is null.",) if unplaced else ()
    return Rendered(f"{lines}\n{body}\n]}}\n".encode(), len(features), notes)


def _feature(row: Row) -> dict[str, Any]:
    geometry = _point(row)
    point_of = ("area" if row["where_prec"] >= AREA_FROM else "place") if geometry else None
    return {
        "type": "Feature",
        "id": row["event_id"],
        "geometry": geometry,
        "properties": {**{column: _value(row[column]) for column in EVENTS.names}, "point_of": point_of},
    }


def _point(row: Row) -> Mapping[str, Any] | None:
    if row["latitude"] is None or row["longitude"] is None:
        return None
    return {"type": "Point", "coordinates": [round(row["longitude"], DIGITS), round(row["latitude"], DIGITS)]}


def _value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
