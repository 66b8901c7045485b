"""From an entry of the gazetteer and the words around its name to a `Place`: precision, codes, grid cell."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from pipeline.gazetteer import load
from pipeline.gazetteer.countries import country
from pipeline.gazetteer.keys import fold
from pipeline.gazetteer.store import Entry
from pipeline.records import Place, PlaceMention
from pipeline.resolve.place_ground import Ground

PRECISION = {"place": 1, "feature": 1, "district": 3, "admin1": 4, "region": 5, "country": 6, "continent": 6, "sea": 7}
LEVELS = {"admin1": "province", "feature": "point", "continent": "region"}
NEAR, DISTRICT, REGION = 2, 3, 5
NAMED_FOR_BORDER = 1  # weight of a country of which only a border is named
_CONTAINING = {"place": NEAR, "feature": NEAR, "district": DISTRICT, "admin1": PRECISION["admin1"]}  # where a part of it is
_LEVEL_OF_HEAD = {"city": "place", "district": "district", "province": "province", "point": "point"}
_PRECISION_OF_HEAD = {"district": DISTRICT, "province": PRECISION["admin1"], "rural": NEAR, "area": NEAR, "land": REGION}
_NEAR_CUES = frozenset({"near", "outside", "around", "off"})
_KILOMETRES_OFF = re.compile(
    r"(?:km|kilomet\w+|miles?|\bmi)\.?(?: \([^)]*\))?(?: (?:to the )?[\w-]+)? (?:of|from) (?:the \w+ (?:of )?)?$", re.I
)
_COMPASS_OF = re.compile(
    r"\b(?:north|south|east|west|outskirts|suburbs?)[a-z-]* of (?:the |\w+ )?(?:capital(?: city)?,? )?$", re.I
)
_NOUN_BEHIND = re.compile(r"(?:['’]s?)? ([\w-]+)")
_COMPASS = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}
_KM_PER_DEGREE = 111.2
_SHIFT = 0.25  # how far into its corner the point of "north-west X" lies, as a part of the square root of the area
_CAPITAL_OF = re.compile(r"\bcapital(?: city)? of (?:the )?$", re.I)


def build_place(
    text: str,
    mention: PlaceMention,
    entry: Entry | None,
    reading: str,
    ground: Ground,
    around: tuple[Entry, ...] = (),
    home: str | None = None,
) -> Place:
    """The place of a mention. Without an entry its text is kept: with point, country and first-order area of what the text
    puts it in (`around`) and the precision that this gives, else with the country that the article gives it (`home`)."""
    if entry is None:
        return _unresolved(text, mention, reading, around, home)
    detail = mention.detail
    if detail.head == "border" and entry.kind in ("country", "admin1"):
        return _border(text, mention, entry, ground)
    is_capital = mention.detail.noun == "capital" or mention.kind == "capital" or bool(_CAPITAL_OF.search(text[: mention.start]))
    if entry.kind == "country" and is_capital:
        entry = capital_of(entry) or entry
    place = _plain(text, mention, entry, reading)
    if detail.direction and entry.kind == "country" and mention.kind != "demonym":
        return _corner(text, mention, place)
    return place


def _plain(text: str, mention: PlaceMention, entry: Entry, reading: str) -> Place:
    area = load().admin1(entry.iso3, entry.admin1)
    owner = country(entry.iso3) if entry.iso3 else None
    start, end = _with_noun(text, mention)
    return Place(
        start=start,
        end=end,
        text=text[start:end],
        name=entry.name,
        level=LEVELS.get(entry.kind, entry.kind),
        reading=reading,
        geonames_id=entry.geonames_id,
        admin1_name=area.name if area else None,
        admin1_code=entry.admin1,
        country=owner.name if owner else None,
        iso3=entry.iso3,
        gwno=owner.gwno if owner else None,
        latitude=rounded(entry.latitude),
        longitude=rounded(entry.longitude),
        where_prec=_precision(text, mention, entry),
        priogrid_gid=priogrid(entry.latitude, entry.longitude) if PRECISION[entry.kind] <= NEAR else None,
    )


def _unresolved(text: str, mention: PlaceMention, reading: str, around: tuple[Entry, ...], home: str | None) -> Place:
    outer = next((entry for entry in around if entry.iso3), None)
    iso3 = outer.iso3 if outer else home
    owner = country(iso3) if iso3 else None
    code = next((entry.admin1 for entry in around if entry.admin1), None)
    known = next((entry for entry in around if entry.kind in _CONTAINING), None)
    area = load().admin1(iso3, code)
    head = mention.detail.head
    start, end = _with_noun(text, mention)
    return Place(
        start=start,
        end=end,
        text=text[start:end],
        name=text[mention.start : mention.end],
        level=_LEVEL_OF_HEAD.get(head, "unknown"),
        reading=reading,
        admin1_name=area.name if area else None,
        admin1_code=area.admin1 if area else None,
        country=owner.name if owner else None,
        iso3=iso3,
        gwno=owner.gwno if owner else None,
        latitude=rounded(known.latitude) if known else None,
        longitude=rounded(known.longitude) if known else None,
        where_prec=_CONTAINING[known.kind] if known else _PRECISION_OF_HEAD.get(head, PRECISION["place"]),
    )


def capital_of(state: Entry) -> Entry | None:
    """The entry of a country's capital."""
    owner = country(state.iso3) if state.iso3 else None
    names = owner.capitals if owner else ()
    hits = (hit.entry for name in names for hit in load().find(fold(name)))
    return next((entry for entry in hits if entry.iso3 == state.iso3 and entry.kind == "place"), None)


def _precision(text: str, mention: PlaceMention, entry: Entry) -> int:
    """UCDP's where_prec: a settlement is exact unless the text says near it, or its district."""
    if entry.kind not in ("place", "feature"):
        return PRECISION[entry.kind]
    front = text[max(0, mention.start - 60) : mention.start]
    if mention.detail.head == "district" and mention.detail.noun not in ("county", "parish"):
        return DISTRICT
    is_off = _KILOMETRES_OFF.search(front) or _COMPASS_OF.search(front)
    is_near = mention.detail.cue in _NEAR_CUES or mention.detail.head in ("area", "rural") or is_off
    return NEAR if is_near else PRECISION[entry.kind]


def _border(text: str, mention: PlaceMention, entry: Entry, ground: Ground) -> Place:
    """ "The Turkish border" lies in the neighbour that the article is about; without one, in the country named, if more than its
    border is; else on which side is not told."""
    neighbours = country(entry.iso3).neighbours if entry.iso3 else ()  # type: ignore[union-attr]
    about = max(neighbours, key=lambda iso3: ground.countries[iso3], default=None)
    is_told = entry.iso3 is not None and ground.countries[entry.iso3] > NAMED_FOR_BORDER
    iso3 = about if about and ground.countries[about] else entry.iso3 if is_told else None
    owner = country(iso3) if iso3 else None
    start, end = _with_noun(text, mention)
    if (start, end) == (mention.start, mention.end):  # "the border with Turkey"
        start = max(text.rfind(mention.detail.noun, 0, mention.start), 0)
    return Place(
        start=start,
        end=end,
        text=text[start:end],
        name=text[start:end],
        level="region",
        reading="literal",
        country=owner.name if owner else None,
        iso3=iso3,
        gwno=owner.gwno if owner else None,
        where_prec=REGION,
    )


def _with_noun(text: str, mention: PlaceMention) -> tuple[int, int]:
    """The span widened to the noun behind it: "Turkish border", "Kayamula village"."""
    noun = mention.detail.noun
    behind = _NOUN_BEHIND.match(text, mention.end)
    if noun and behind and behind.group(1).lower() in (noun, noun + "s"):
        return mention.start, behind.end()
    return mention.start, mention.end


def _corner(text: str, mention: PlaceMention, place: Place) -> Place:
    """ "North-west Syria" or "the northeast": a region whose point lies that way from the
    country's middle (an approximation, precision 5)."""
    start = mention.start if mention.detail.start is None else mention.detail.start
    words = text[start : mention.end]
    name = f"{mention.detail.direction} {place.name}" if mention.kind == "corner" else words
    latitude, longitude = _shifted(place, mention.detail.direction)
    return replace(
        place, start=start, text=words, name=name, level="region", geonames_id=None, where_prec=REGION,
        latitude=latitude, longitude=longitude,
    )  # fmt: skip


def _shifted(place: Place, direction: str) -> tuple[float | None, float | None]:
    owner = country(place.iso3) if place.iso3 else None
    if owner is None or place.latitude is None or place.longitude is None:
        return place.latitude, place.longitude
    north = sum(step[0] for word, step in _COMPASS.items() if word in direction)
    east = sum(step[1] for word, step in _COMPASS.items() if word in direction)
    degrees = _SHIFT * math.sqrt(owner.area_km2) / _KM_PER_DEGREE
    return (
        round(place.latitude + north * degrees, 2),
        round(place.longitude + east * degrees / math.cos(math.radians(place.latitude)), 2),
    )


def priogrid(latitude: float | None, longitude: float | None) -> int | None:
    """The PRIO-GRID cell of a point: half-degree cells, 720 a row, counted from 1 in the south-west corner."""
    if latitude is None or longitude is None:
        return None
    row = min(359, math.floor((latitude + 90) * 2))
    column = min(719, math.floor((longitude + 180) * 2))
    return row * 720 + column + 1


def rounded(degrees: float | None) -> float | None:
    """Degrees to four decimals (about ten metres): the gazetteer holds 32-bit floats."""
    return None if degrees is None else round(degrees, 4)
