"""The map of the report: land, borders and names around the events, and the area that a place known only roughly covers.

Everything is projected here (Mercator, turned so that the events lie together), into whole numbers on a square page of
`PAGE` units; the report only zooms. An event known to a province or wider has an area instead of a point:

- province: the outline of the gazetteer's places in it,
- country: its shape in the atlas,
- district, region, sea, unknown: a circle of a size usual for such a place (`RADIUS_KM`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from math import asinh, atan, copysign, cos, degrees, radians, sinh, tan
from typing import Any

from pipeline.report.atlas import Atlas, Country, load
from pipeline.report.geometry import Box, Point, clip_line, clip_ring, outline, path, thin

PAGE = 60_000  # units across the drawn part of the world
FINEST = PAGE / 12_000  # units; boundary points closer than that are left out
TOP_LATITUDE = 80.0  # degrees; Mercator has no poles
LEAST_DEGREES = 7.0  # a single town is still shown in its surroundings
MARGIN = 0.6  # of the events' extent, drawn on each side so that one can look around
CITIES = 120  # names to choose from, the largest first
LEAST_CITY = 30_000  # people
KM_PER_DEGREE = 111.2
RADIUS_KM = {"district": 20, "province": 60, "region": 90, "country": 250, "sea": 120, "air": 120, "unknown": 60}
EXACT, NEAR, PROVINCE, COUNTRY = 1, 2, 4, 6  # values of where_prec


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of events, as the columns of `events` give it."""

    name: str
    level: str
    precision: int | None
    country: str | None
    iso3: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None

    @property
    def is_point(self) -> bool:
        """Whether it may be drawn as a dot."""
        return self.precision in (EXACT, NEAR)


@dataclass(frozen=True)
class Frame:
    """Which part of the world is drawn: degrees of longitude from `west` on, Mercator's ordinate from `north` down."""

    west: float
    north: float
    degrees: float

    def place(self, longitude: float, latitude: float) -> Point:
        """A point on the page, its longitude turned to the side where the events are."""
        turned = self.west + (longitude - self.west) % 360
        return self.project(turned, latitude)

    def project(self, longitude: float, latitude: float) -> Point:
        """A point on the page; longitudes beyond 180 degrees are fine."""
        return (longitude - self.west) * self.units, (self.north - _ordinate(latitude)) * self.units

    @cached_property
    def units(self) -> float:
        """Units of the page in one degree of longitude."""
        return PAGE / self.degrees

    @property
    def box(self) -> Box:
        """The page."""
        return Box(0, 0, PAGE, PAGE)

    @cached_property
    def degrees_box(self) -> Box:
        """The same in degrees: what lies outside need not be projected."""
        return Box(self.west, _latitude(self.north - self.degrees), self.west + self.degrees, _latitude(self.north))


def draw_map(spots: Sequence[Spot]) -> dict[str, Any] | None:
    """The map's layers and each spot's mark, None when no spot has coordinates.

    `spots` gives for each its point on the page and, unless it is a point, the path or the radius of its area.
    """
    placed = [(spot.longitude, spot.latitude) for spot in spots if spot.longitude is not None and spot.latitude is not None]
    if not placed:
        return None
    frame, atlas, places = _fit(placed), load(), _Places()
    return {
        "page": PAGE,
        "least": LEAST_DEGREES * frame.units,
        **_layers(atlas, frame),
        "countries": _labels(places.of_kind("country"), frame, PAGE),
        "cities": _labels(places.cities(), frame, CITIES),
        "spots": [_mark(spot, frame, atlas, places) for spot in spots],
    }


def _fit(points: Sequence[Point]) -> Frame:
    """The frame around all points: turned so that the widest gap between them is where the world is cut."""
    longitudes = sorted({longitude % 360 for longitude, _ in points})
    gaps = [(after - before) % 360 or 360 for before, after in zip(longitudes, longitudes[1:] + longitudes[:1], strict=True)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    west, width = longitudes[(widest + 1) % len(longitudes)], 360 - gaps[widest]
    ordinates = [_ordinate(latitude) for _, latitude in points]
    height = max(ordinates) - min(ordinates)
    size = min(360.0, max(width, height, LEAST_DEGREES) * (1 + 2 * MARGIN))
    middle = (max(ordinates) + min(ordinates)) / 2
    return Frame((west + width / 2 - size / 2 + 180) % 360 - 180, middle + size / 2, size)


def _ordinate(latitude: float) -> float:
    """Mercator's ordinate in degrees of longitude at the equator."""
    bounded = max(-TOP_LATITUDE, min(TOP_LATITUDE, latitude))
    return degrees(asinh(tan(radians(bounded))))


def _latitude(ordinate: float) -> float:
    """The latitude of an ordinate; nothing is cut off beyond the last one that `_ordinate` tells apart."""
    latitude = degrees(atan(sinh(radians(ordinate))))
    return latitude if abs(latitude) < TOP_LATITUDE else copysign(90.0, latitude)


# ------------------------------------------------------------------------------------------------ land and borders
def _layers(atlas: Atlas, frame: Frame) -> dict[str, str]:
    """Paths of all land, of the lines between countries and of the coasts."""
    uses = Counter(n if n >= 0 else ~n for country in atlas.countries for ring in country.rings for n in ring)
    lines = {n: "".join(_line_paths(arc, frame)) for n, arc in enumerate(atlas.arcs)}
    return {
        "land": "".join(_country_path(country, atlas, frame) for country in atlas.countries),
        "borders": "".join(line for n, line in lines.items() if uses[n] > 1),
        "coasts": "".join(line for n, line in lines.items() if uses[n] == 1),
    }


def _country_path(country: Country, atlas: Atlas, frame: Frame) -> str:
    return "".join(path_ for ring in country.rings for path_ in _ring_paths(atlas.ring(ring), frame))


def _ring_paths(ring: Sequence[Point], frame: Frame) -> Iterator[str]:
    for points in _turned(_close_at_pole(_unrolled(ring)), frame):
        clipped = clip_ring(points, frame.box)
        if len(clipped) > 2:
            yield path(thin(clipped, FINEST), is_closed=True)


def _line_paths(arc: Sequence[Point], frame: Frame) -> Iterator[str]:
    for points in _turned(_unrolled(arc), frame):
        for run in clip_line(points, frame.box):
            yield path(thin(run, FINEST), is_closed=False)


def _unrolled(line: Sequence[Point]) -> list[Point]:
    """A line whose longitudes run on beyond 180 degrees instead of jumping to the other side."""
    points, turn, before = [], 0, line[0][0]
    for longitude, latitude in line:
        turn += -360 if longitude - before > 180 else 360 if before - longitude > 180 else 0
        points.append((longitude + turn, latitude))
        before = longitude
    return points


def _close_at_pole(ring: list[Point]) -> list[Point]:
    """A ring once around the world (Antarctica) is closed along the pole."""
    (first, _), (last, _) = ring[0], ring[-1]
    return ring if abs(last - first) < 180 else [*ring, (last, -90.0), (first, -90.0)]


def _turned(line: Sequence[Point], frame: Frame) -> Iterator[list[Point]]:
    """The line on the page, once for each turn of the world that shows it."""
    for turn in (-360, 0, 360):
        if frame.degrees_box.touches([(longitude + turn, latitude) for longitude, latitude in line]):
            yield [frame.project(longitude + turn, latitude) for longitude, latitude in line]


# ------------------------------------------------------------------------------------------------ places
class _Places:
    """What the map takes from the gazetteer's table."""

    def __init__(self) -> None:
        import pyarrow.parquet as pq

        columns = ["name", "kind", "latitude", "longitude", "iso3", "admin1", "population"]
        with files("pipeline.gazetteer").joinpath("places.parquet").open("rb") as file:
            self._table = pq.read_table(file, columns=columns, use_threads=False)

    def of_kind(self, kind: str) -> list[Mapping[str, Any]]:
        """All entries of a kind."""
        return self._where({"kind": kind})

    def cities(self) -> list[Mapping[str, Any]]:
        """Populated places, the largest first."""
        import pyarrow.compute as pc

        towns = (pc.field("kind") == "place") & (pc.field("population") > LEAST_CITY)
        return self._rows(self._table.filter(towns).sort_by([("population", "descending")]))

    @cache  # noqa: B019 - lives as long as one map is drawn
    def inside(self, iso3: str, admin1: str) -> list[Point]:
        """Longitude and latitude of the populated places of a first-order area."""
        return [(row["longitude"], row["latitude"]) for row in self._where({"iso3": iso3, "admin1": admin1, "kind": "place"})]

    def _where(self, wanted: Mapping[str, str]) -> list[Mapping[str, Any]]:
        import pyarrow.compute as pc

        table = self._table
        for name, value in wanted.items():
            table = table.filter(pc.field(name) == value)
        return self._rows(table)

    @staticmethod
    def _rows(table: Any) -> list[Mapping[str, Any]]:
        return [row for row in table.to_pylist() if row["latitude"] is not None]


def _labels(rows: Iterable[Mapping[str, Any]], frame: Frame, most: int) -> list[tuple[str, int, int]]:
    """Names and points of places on the page, at most so many."""
    points = ((row["name"], frame.place(row["longitude"], row["latitude"])) for row in rows)
    return [(name, round(point[0]), round(point[1])) for name, point in points if frame.box.holds(point)][:most]


def _mark(spot: Spot, frame: Frame, atlas: Atlas, places: _Places) -> dict[str, Any]:
    """A spot on the page: x, y (null when not known), and its area as a path, else the radius of a circle."""
    if spot.longitude is None or spot.latitude is None:
        return {"x": None, "y": None}
    x, y = frame.place(spot.longitude, spot.latitude)
    mark: dict[str, Any] = {"x": round(x), "y": round(y)}
    if not spot.is_point:
        mark["area"] = _area(spot, frame, atlas, places)
        radius = RADIUS_KM.get(spot.level, RADIUS_KM["district"])
        mark["radius"] = round(radius / KM_PER_DEGREE * frame.units / cos(radians(min(abs(spot.latitude), TOP_LATITUDE))))
    return mark


def _area(spot: Spot, frame: Frame, atlas: Atlas, places: _Places) -> str:
    """The path of a province or country; empty where the gazetteer or the atlas does not tell its extent."""
    if spot.precision == COUNTRY and spot.iso3:
        return "".join(_country_path(country, atlas, frame) for country in atlas.countries if country.iso3 == spot.iso3)
    if spot.precision == PROVINCE and spot.iso3 and spot.admin1:
        inside = [frame.place(*point) for point in places.inside(spot.iso3, spot.admin1)]
        corners = outline(inside) if inside else []
        return path(corners, is_closed=True) if len(corners) > 2 else ""
    return ""
