"""Writes the shipped atlas: `python -m pipeline.report.atlas.build countries-50m.json`, a file of the package world-atlas.

Only the countries are kept, under their ISO 3166 letters, as everywhere else in the project.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pipeline.report.atlas import FILE

WITHOUT_NUMBER = {"Kosovo": "XKX", "Somaliland": "SOM", "N. Cyprus": "CYP"}  # as the gazetteer files their places


def build(source: Path, target: Path) -> None:
    """Reads world-atlas' TopoJSON and writes ours."""
    import pycountry

    letters = {country.numeric: country.alpha_3 for country in pycountry.countries}
    atlas = json.loads(source.read_text(encoding="utf-8"))
    shapes = atlas["objects"]["countries"]["geometries"]
    kept = {
        "type": "Topology",
        "transform": atlas["transform"],
        "objects": {"countries": {"type": "GeometryCollection", "geometries": [_named(shape, letters) for shape in shapes]}},
        "arcs": atlas["arcs"],
    }
    target.write_text(json.dumps(kept, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")


def _named(shape: dict[str, Any], letters: dict[str, str]) -> dict[str, Any]:
    name = shape["properties"]["name"]
    iso3 = letters.get(shape.get("id", ""), WITHOUT_NUMBER.get(name, ""))
    return {"type": shape["type"], "arcs": shape["arcs"], "id": iso3, "properties": {"name": name}}


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(__file__).with_name(FILE))
