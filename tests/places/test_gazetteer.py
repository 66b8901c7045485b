"""The shipped gazetteer: what it must know, and that its tables do not contradict each other."""

from __future__ import annotations

import math
from collections import defaultdict
from importlib.resources import files

import pytest

from pipeline.gazetteer import load
from pipeline.gazetteer.collect import conflict_countries, reviewed_table
from pipeline.gazetteer.countries import countries, country
from pipeline.gazetteer.keys import fold, skeleton
from pipeline.gazetteer.store import Entry

ISO3 = {entry.iso2: entry.iso3 for entry in countries()}
MARGIN_DEGREES = 2.0  # how far a hand-entered point may lie outside the box of its country's places


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return [load().entry(row) for row in range(len(load()))]


@pytest.fixture(scope="module")
def boxes(entries: list[Entry]) -> dict[str, tuple[float, float, float, float]]:
    points = defaultdict(list)
    for entry in entries:
        if entry.kind == "place" and entry.geonames_id and entry.latitude is not None and entry.longitude is not None:
            points[entry.iso3].append((entry.latitude, entry.longitude))
    return {
        iso3: (min(p[0] for p in row), max(p[0] for p in row), min(p[1] for p in row), max(p[1] for p in row))
        for iso3, row in points.items()
        if iso3
    }


@pytest.mark.parametrize(
    ("name", "iso3", "kind"),
    [
        ("Idlib", "SYR", "admin1"),
        ("Saraqib", "SYR", "place"),
        ("Srebrenica", "BIH", "place"),
        ("Žepa", "BIH", "place"),
        ("Borovo Selo", "HRV", "place"),
        ("Kibeho", "RWA", "place"),
        ("Muttur", "LKA", "place"),
        ("Minembwe", "COD", "place"),
        ("Zalambessa", "ETH", "place"),
        ("Woldiya", "ETH", "place"),
        ("Deir al-Zour", "SYR", "admin1"),
        ("Halabja", "IRQ", "admin1"),
        ("Salahuddin", "IRQ", "admin1"),
        ("West Darfur", "SDN", "admin1"),
        ("Darfur", "SDN", "region"),
        ("Donbas", "UKR", "region"),
        ("Kyiv City", "UKR", "admin1"),
        ("Kurdistan Region", "IRQ", "region"),
        ("Eastern Ghouta", "SYR", "region"),
        ("Sahel", None, "region"),
        ("Sinai", "EGY", "region"),
        ("Gulf of Aden", None, "sea"),
        ("Fallujah", "IRQ", "place"),
        ("Rawalpindi", "PAK", "place"),
        ("Bab al-Hawa", "SYR", "feature"),
        ("Walker County", "USA", "district"),
        ("إدلب", "SYR", "place"),
        ("Донецк", "UKR", "place"),
    ],
)
def test_names_of_wars_are_known(name: str, iso3: str | None, kind: str) -> None:
    assert any((hit.entry.iso3, hit.entry.kind) == (iso3, kind) for hit in load().find(fold(name)))


@pytest.mark.parametrize(
    ("iso2", "code", "name"),
    [
        ("IQ", "19", "Halabja"),
        ("UA", "12", "Kyiv City"),
        ("SD", "47", "West Darfur"),
        ("SD", "61", "Central Darfur"),
        ("SD", "62", "West Kordofan"),
    ],
)
def test_areas_that_common_sources_lack_or_mislabel(iso2: str, code: str, name: str) -> None:
    area = load().admin1(ISO3[iso2], code)
    assert area is not None
    assert area.name == name


def test_every_area_of_a_country_at_war_has_a_name(entries: list[Entry]) -> None:
    people: dict[tuple[str, str], int] = defaultdict(int)
    for entry in entries:
        if entry.kind == "place" and entry.iso3 and entry.admin1:
            people[entry.iso3, entry.admin1] += entry.population
    at_war = {ISO3[iso2] for iso2 in conflict_countries()}
    nameless = [
        key
        for key, count in people.items()
        if key[0] in at_war and count > 100_000 and key[1] != "00" and load().admin1(*key) is None
    ]
    assert nameless == []  # 00: GeoNames has no area for it


def test_no_area_is_named_twice() -> None:
    rows = [(row["iso2"], row["code"]) for row in reviewed_table("admin1.csv")]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("table", ["admin1.csv", "regions.csv", "villages.csv"])
def test_points_entered_by_hand_lie_in_their_country(table: str, boxes: dict[str, tuple[float, float, float, float]]) -> None:
    outside = []
    for row in reviewed_table(table):
        iso3 = row.get("iso3") or ISO3.get(row.get("iso2", ""), "")
        if (
            not row["latitude"] or iso3 not in boxes or iso3 in ("USA", "RUS", "FJI", "NZL", "ATF")
        ):  # across the date line, far islands
            continue
        south, north, west, east = boxes[iso3]
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
        inside = south - MARGIN_DEGREES <= latitude <= north + MARGIN_DEGREES
        if not (inside and west - MARGIN_DEGREES <= longitude <= east + MARGIN_DEGREES):
            outside.append((row["name"], iso3))
    assert outside == []


def test_hand_entered_villages_lie_near_places_of_their_province(entries: list[Entry]) -> None:
    points = defaultdict(list)
    for entry in entries:
        if entry.kind == "place" and entry.geonames_id and entry.latitude is not None and entry.longitude is not None:
            points[entry.iso3].append((entry.latitude, entry.longitude, entry.admin1))
    astray = []
    for row in reviewed_table("villages.csv"):
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
        near = sorted(points[row["iso3"]], key=lambda p: math.hypot(p[0] - latitude, p[1] - longitude))[:40]
        if row["admin1"] not in {p[2] for p in near}:
            astray.append(row["name"])
    assert astray == []


def test_codes_in_the_tables_exist() -> None:
    known = {entry.iso3 for entry in countries()}
    for table in ("regions.csv", "villages.csv", "aliases.csv", "disputed.csv"):
        assert {row["iso3"] for row in reviewed_table(table)} - known - {""} == set(), table
    for row in (*reviewed_table("regions.csv"), *reviewed_table("villages.csv"), *reviewed_table("disputed.csv")):
        assert not row["admin1"] or load().admin1(row["iso3"], row["admin1"]), row["name"]


def test_disputed_places_stand_where_the_table_puts_them() -> None:
    assert [hit.entry.iso3 for hit in load().find("katzrin")] == ["SYR"]
    assert load().find("simferopol")[0].entry.iso3 == "UKR"
    assert load().find("pristina")[0].entry.iso3 == "XKX"


def test_the_files_are_small_and_name_their_source() -> None:
    folder = files("pipeline.gazetteer")
    sizes = [len(folder.joinpath(name).read_bytes()) for name in ("places.parquet", "names.parquet")]
    assert sum(sizes) < 10_000_000
    assert "GeoNames" in folder.joinpath("GAZETTEER_LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ma‘arrat al-Nu’mān", "Maarrat al Numan"),
        ("St. Louis", "st louis"),
        ("N'Djamena", "NDjamena"),
        ("Łódź", "Lodz"),
        ("Deir ez-Zor", "deir ez zor"),
    ],
)
def test_spellings_that_mean_one_place_share_a_key(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Maaret Numan", "Ma'arrat an-Nu'man"),
        ("Kamishly", "Al Qāmishlī"),
        ("Saraqeb", "Saraqib"),
        ("Deir al-Zour", "Dayr az Zawr"),
    ],
)
def test_transliterations_share_a_sound(left: str, right: str) -> None:
    assert skeleton(fold(left)) == skeleton(fold(right))


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("new york times", "new york"),
        ("san antonio river walk", "san antonio"),
        ("zzyzzx", ""),
        ("maarrat al numan in", "maarrat al numan"),
    ],
)
def test_the_longest_name_at_the_start_of_a_phrase(phrase: str, key: str) -> None:
    assert load().longest(phrase) == key


def test_every_country_has_an_entry_under_its_own_name() -> None:
    for entry in countries():
        hits = load().find(fold(entry.name))
        assert any(hit.entry.iso3 == entry.iso3 and hit.entry.kind == "country" for hit in hits), entry.name
    assert country("SYR") is not None
