"""Countries by name, demonym and capital, without loading the big gazetteer.

    country("SYR").gwno                   652
    country_of("Syrians")                 CountryWord(iso3="SYR", kind="people")
    country_of("Moscow")                  CountryWord(iso3="RUS", kind="capital")

The table is `countries.csv`: codes and neighbours from GeoNames (CC BY 4.0), names from ISO 3166, adjectives, people,
capitals in use and Gleditsch-Ward numbers entered by hand. Points are a country's middle, as gazetteers give it.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pipeline.errors import LexiconError
from pipeline.gazetteer.keys import fold

_TABLE = "countries.csv"
_KINDS = (("name", "names"), ("people", "people"), ("adjective", "adjectives"), ("capital", "capitals"))


@dataclass(frozen=True, slots=True)
class Country:
    """One row of the table. `names` begins with the name this project writes; `gwno` is the Gleditsch-Ward number."""

    iso3: str
    iso2: str
    geonames_id: int
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    gwno: int | None
    continent: str
    latitude: float
    longitude: float
    area_km2: int
    population: int
    neighbours: tuple[str, ...]


class CountryWord(NamedTuple):
    """What a word says about a country. `kind`: name, adjective (Syrian), people (Syrians), capital."""

    iso3: str
    kind: str


@cache
def countries() -> tuple[Country, ...]:
    """All countries and territories with an ISO code, and Kosovo (XKX), by iso3."""
    lines = files("pipeline.gazetteer").joinpath(_TABLE).read_text(encoding="utf-8").splitlines()
    return tuple(_country(row, number) for number, row in enumerate(csv.DictReader(lines), start=2))


def country(iso3: str) -> Country | None:
    """The country of an iso3 code, None for a code that no country has."""
    return _by_iso3().get(iso3)


def country_of(word: str) -> CountryWord | None:
    """The country that a name, adjective, noun for its people, or capital belongs to; None if it is no such word.

    A word with two countries goes to the one that news mean without more words (Congo: COD, Guinean: GIN, Dominican:
    DOM). Acronyms count only as written (US, UAE, DRC), so that "us" and "car" are no countries.
    """
    exact, folded = _words()
    return exact.get(word) or folded.get(fold(word))


@cache
def _by_iso3() -> dict[str, Country]:
    return {entry.iso3: entry for entry in countries()}


@cache
def _words() -> tuple[dict[str, CountryWord], dict[str, CountryWord]]:
    """Words as written, and folded keys of those that are no acronyms; the earlier kind and the larger country win."""
    exact: dict[str, CountryWord] = {}
    folded: dict[str, CountryWord] = {}
    ranked = sorted(countries(), key=lambda entry: (entry.iso3 == "COG", -entry.population))
    for kind, attribute in _KINDS:
        for entry in ranked:
            for word in getattr(entry, attribute):
                exact.setdefault(word, CountryWord(entry.iso3, kind))
                if not _is_acronym(word):
                    folded.setdefault(fold(word), CountryWord(entry.iso3, kind))
    return exact, folded


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace(" ", "")
    return len(letters) <= 4 and letters.isupper()


def _country(row: dict[str, str], number: int) -> Country:
    try:
        return Country(
            iso3=row["iso3"],
            iso2=row["iso2"],
            geonames_id=int(row["geonames_id"]),
            name=row["name"],
            names=(row["name"], *_listed(row["alternate_names"])),
            adjectives=_listed(row["adjectives"]),
            people=_listed(row["people"]),
            capitals=_listed(row["capital"]),
            gwno=int(row["gwno"]) if row["gwno"] else None,
            continent=row["continent"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            area_km2=int(row["area_km2"]),
            population=int(row["population"]),
            neighbours=_listed(row["neighbours"]),
        )
    except (KeyError, ValueError) as error:
        raise LexiconError(f"{_TABLE}: row {number} ({row.get('iso3', '')}): {error}") from error


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()
