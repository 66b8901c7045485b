"""What the reference tables know of a name that a person wrote: an actor's codes, a place's codes and point."""

from __future__ import annotations

from functools import cache

from pipeline.corrections.fields import Value
from pipeline.gazetteer import load
from pipeline.gazetteer.countries import country
from pipeline.gazetteer.keys import fold
from pipeline.gazetteer.store import Entry
from pipeline.resolve.place_build import DISTRICT, LEVELS, PRECISION, rounded

EXACT = ("name", "alternate", "abbreviation")  # forms of a name; a demonym or a like sound is none


def find_place(name: str, iso3: str, admin1_name: str | None = None, where_prec: int | None = None) -> Entry | None:
    """The place of that name in a country, and in a first-order area if one is given; None for none or several.

    Of a town and its province `where_prec` says which is meant: up to 3 the town. Of several towns the one that has this name
    is preferred to those that it is another name of.
    """
    hits = (hit.entry for hit in load().find(fold(name)) if hit.form in EXACT and hit.entry.iso3 == iso3)
    found = list({entry.row: entry for entry in hits}.values())
    if admin1_name:
        found = [entry for entry in found if fold(admin1_name) == fold(_admin1_name(entry) or "")]
    if where_prec is not None:
        found = [entry for entry in found if _is_area(PRECISION[entry.kind]) == _is_area(where_prec)] or found
    if len({_is_area(PRECISION[entry.kind]) for entry in found}) > 1:
        return None
    found = [entry for entry in found if fold(entry.name) == fold(name)] or found
    return found[0] if len(found) == 1 else None


def _is_area(where_prec: int) -> bool:
    return where_prec > DISTRICT


def place_values(entry: Entry) -> dict[str, Value]:
    """The columns of `events` that follow from a place of the gazetteer, besides its name."""
    owner = country(entry.iso3) if entry.iso3 else None
    return {
        "country_iso3": entry.iso3,
        "admin1_name": _admin1_name(entry),
        "place_level": LEVELS.get(entry.kind, entry.kind),
        "geonames_id": entry.geonames_id,
        "admin1_code": entry.admin1,
        "country": owner.name if owner else None,
        "gwno": owner.gwno if owner else None,
        "latitude": rounded(entry.latitude),
        "longitude": rounded(entry.longitude),
        "where_prec": PRECISION[entry.kind],
    }


@cache
def _admin1_name(entry: Entry) -> str | None:
    area = load().admin1(entry.iso3, entry.admin1)
    return area.name if area else None
