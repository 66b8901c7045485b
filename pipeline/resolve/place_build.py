"""From an entry of the gazetteer and the words around its name to a `Place`: precision, codes, grid cell."""

from __future__ import annotations

import math

from pipeline.gazetteer import load
from pipeline.gazetteer.countries import country
from pipeline.gazetteer.store import Entry
from pipeline.records import Place, PlaceMention

PRECISION = {"place": 1, "feature": 1, "district": 3, "admin1": 4, "region": 5, "country": 6, "continent": 6, "sea": 7}
LEVELS = {"admin1": "province", "feature": "point", "continent": "region"}


def build_place(text: str, mention: PlaceMention, entry: Entry | None, reading: str) -> Place:
    """The place of a mention; without an entry its text is kept and everything else is null."""
    words = text[mention.start : mention.end]
    if entry is None:
        return Place(mention.start, mention.end, words, words, "unresolved", reading)
    area = load().admin1(entry.iso3, entry.admin1)
    owner = country(entry.iso3) if entry.iso3 else None
    place = Place(
        start=mention.start,
        end=mention.end,
        text=words,
        name=entry.name,
        level=LEVELS.get(entry.kind, entry.kind),
        reading=reading,
        geonames_id=entry.geonames_id,
        admin1_name=area.name if area else None,
        admin1_code=entry.admin1,
        country=owner.name if owner else None,
        iso3=entry.iso3,
        gwno=owner.gwno if owner else None,
        latitude=_rounded(entry.latitude),
        longitude=_rounded(entry.longitude),
        where_prec=PRECISION[entry.kind],
        priogrid_gid=priogrid(entry.latitude, entry.longitude) if PRECISION[entry.kind] <= 2 else None,
    )
    return place


def priogrid(latitude: float | None, longitude: float | None) -> int | None:
    """The PRIO-GRID cell of a point: half-degree cells, 720 a row, counted from 1 in the south-west corner."""
    if latitude is None or longitude is None:
        return None
    row = min(359, math.floor((latitude + 90) * 2))
    column = min(719, math.floor((longitude + 180) * 2))
    return row * 720 + column + 1


def _rounded(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, 4)
