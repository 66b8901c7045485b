"""The countries of the world as shapes: Natural Earth's 1:50 million boundaries, as packed by world-atlas (TopoJSON).

An arc is a line between two corners of the map and is stored once, however many countries it bounds. Boundaries are
drawn as they stand on the ground; they are no opinion on anybody's claim.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

FILE = "countries.topojson"

Point = tuple[float, float]  # longitude, latitude
Line = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Country:
    """One country. A ring is a sequence of arcs' numbers; `~n` is arc `n` walked backwards. `iso3` is empty for a few."""

    iso3: str
    name: str
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """All arcs and the countries that they bound."""

    arcs: tuple[Line, ...]
    countries: tuple[Country, ...]

    def ring(self, arcs: Sequence[int]) -> list[Point]:
        """The corners of a ring, the first not repeated at the end."""
        points: list[Point] = []
        for number in arcs:
            line = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            points.extend(line[:-1])
        return points


@cache
def load() -> Atlas:
    """The shipped atlas, read once in a process."""
    said = json.loads(files(__name__).joinpath(FILE).read_text(encoding="utf-8"))
    arcs = tuple(_degrees(arc, said["transform"]) for arc in said["arcs"])
    return Atlas(arcs, tuple(map(_country, said["objects"]["countries"]["geometries"])))


def _degrees(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Line:
    """TopoJSON keeps an arc as steps on a grid."""
    (step_x, step_y), (west, south) = transform["scale"], transform["translate"]
    return tuple(
        (west + x * step_x, south + y * step_y)
        for x, y in zip(accumulate(p[0] for p in arc), accumulate(p[1] for p in arc), strict=True)
    )


def _country(geometry: Mapping[str, Any]) -> Country:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    rings = tuple(tuple(ring) for polygon in polygons for ring in polygon)
    return Country(geometry.get("id", ""), geometry["properties"]["name"], rings)
