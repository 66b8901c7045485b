"""The map: cut to the page, turned to where the events are, and no point for what is an area."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pipeline.report.atlas import load
from pipeline.report.draw_map import PAGE, Spot, draw_map
from pipeline.report.geometry import Box, clip_line, clip_ring, outline, path

BOX = Box(0, 0, 10, 10)
TOWN = Spot("Idlib", "place", 1, "Syria", "SYR", "12", 35.93, 36.63)
PROVINCE = replace(TOWN, level="province", precision=4)
COUNTRY = Spot("Syria", "country", 6, "Syria", "SYR", None, 35.0, 38.5)
REGION = Spot("northwest Syria", "region", 5, "Syria", "SYR", None, 35.97, 36.82)


def corners(words: str) -> list[tuple[int, int]]:
    """The corners of a path's first ring."""
    numbers = [int(number) for number in re.findall(r"-?\d+", words.split("z")[0])]
    x, y, found = 0, 0, []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x, y))
    return found


def test_rings_and_lines_are_cut_to_the_box() -> None:
    assert set(clip_ring([(-5, -5), (5, -5), (5, 5), (-5, 5)], BOX)) == {(0, 0), (5, 0), (5, 5), (0, 5)}
    assert clip_ring([(20, 20), (30, 20), (30, 30)], BOX) == []
    assert list(clip_line([(-9, 5), (-5, 5), (5, 5), (15, 5), (20, 5)], BOX)) == [[(-5, 5), (5, 5), (15, 5)]]


def test_an_outline_leaves_out_what_is_far_off() -> None:
    square = [(0, 0), (4, 0), (4, 4), (0, 4), (2, 2), (1, 3)]
    assert sorted(outline([*square, (500, 500)])) == [(0, 0), (0, 4), (4, 0), (4, 4)]
    assert len(outline([(1, 1)])) < 3
    assert len(outline([(1, 1), (2, 2), (3, 3)])) < 3


def test_a_path_goes_in_steps() -> None:
    assert path([(1.2, 2), (3, 2), (3, 7)], is_closed=True) == "M1 2l2 0 0 5z"


@pytest.mark.parametrize(
    ("spot", "has_path"),
    [
        pytest.param(PROVINCE, True, id="a province has the outline of its places"),
        pytest.param(COUNTRY, True, id="a country has its shape"),
        pytest.param(REGION, False, id="a region has a circle"),
        pytest.param(replace(COUNTRY, iso3="ZZZ"), False, id="a country that the atlas does not know has a circle"),
        pytest.param(replace(REGION, level="something new"), False, id="a level that nobody knows has a circle"),
    ],
)
def test_what_is_known_roughly_is_an_area(spot: Spot, has_path: bool) -> None:
    drawn = draw_map([spot])
    assert drawn is not None
    mark = drawn["spots"][0]
    assert not spot.is_point
    assert mark["radius"] > 0
    assert bool(mark["area"]) is has_path


def test_a_province_lies_around_its_town() -> None:
    drawn = draw_map([TOWN, PROVINCE])
    assert drawn is not None
    town, province = drawn["spots"]
    assert "area" not in town
    xs, ys = zip(*corners(province["area"]), strict=True)
    assert min(xs) < town["x"] < max(xs)
    assert min(ys) < town["y"] < max(ys)


def test_the_page_is_turned_to_the_events_and_not_cut_between_them() -> None:
    drawn = draw_map([replace(TOWN, latitude=-17.7, longitude=178.0), replace(TOWN, latitude=-13.8, longitude=-171.8)])
    assert drawn is not None
    fiji, samoa = drawn["spots"]
    assert 0 < fiji["x"] < samoa["x"] < PAGE
    assert 0 < samoa["y"] < fiji["y"] < PAGE
    assert drawn["land"]


def test_events_all_over_the_world_show_all_land_within_the_page() -> None:
    drawn = draw_map([replace(TOWN, latitude=y, longitude=x) for x, y in ((-70, -50), (100, 65), (-150, 60), (20, 0))])
    assert drawn is not None
    assert {"Chad", "Peru", "Mongolia"} <= {name for name, _, _ in drawn["countries"]}
    assert all(0 <= n <= PAGE for ring in drawn["land"].split("z") if ring for point in corners(ring) for n in point)


def test_without_coordinates_there_is_no_map() -> None:
    assert draw_map([replace(TOWN, latitude=None)]) is None
    mixed = draw_map([TOWN, replace(TOWN, longitude=None)])
    assert mixed is not None
    assert mixed["spots"][1] == {"x": None, "y": None}


def test_the_atlas_has_the_countries_under_the_project_s_letters() -> None:
    letters = {country.iso3 for country in load().countries}
    assert {"SYR", "PSE", "XKX", "UKR", "SSD", "ESH", "TWN"} <= letters
    assert all(len(country.iso3) in (0, 3) for country in load().countries)
