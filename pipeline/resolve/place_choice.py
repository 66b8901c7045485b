"""Which entry of the gazetteer a name means in its document.

Priority is explicit: what the text says beside the name (a state behind the comma, "province"), then the countries the
document gives ground for, then the form of the name, then size. A small place in a country without ground is vetoed.
"""

from __future__ import annotations

import math
from difflib import SequenceMatcher
from functools import lru_cache

from pipeline.gazetteer import load
from pipeline.gazetteer.keys import SHORTEST_SOUND, SOUND_MARK, fold, has_same_first_vowel, skeleton
from pipeline.gazetteer.store import Entry, Hit
from pipeline.resolve.place_ground import (
    LARGE,
    LOCAL_PRESS,
    Ground,
    are_neighbours,
    is_capital,
    is_home_nation,
    is_only_one,
    is_own_ground,
    is_us_state_too,
)

METROPOLIS, METROPOLIS_BONUS = 500_000, 1.0  # inhabitants from which a city is meant rather than a hamlet of its name near by
SPELLED_ALIKE = 0.55  # of the letters of two names of one town: "gedaref", "al qadarif"
OUTSHONE = 3.0  # what a lesser place's other name loses that is the name of a metropolis
NEAR_DEGREES = 0.7  # of latitude and longitude, up to which a place may belong to a city of the area next door
SEAT = 100_000  # inhabitants from which the seat of a first-order area of its name is known without further ground
LARGEST_VILLAGE = 100_000  # inhabitants from which no place is called a village
Fame = tuple[float, float, float, float]
WEIGHTS = {"name": 1.0, "demonym": 1.0, "alternate": 0.5, "abbreviation": 1.0, "skeleton": 0.0}  # of the forms of a name
KINDS_OF_HEAD = {
    "province": ("admin1", "region"),
    "rural": ("admin1", "region", "district"),
    "city": ("place",),
    "district": ("district", "place", "region", "admin1"),
    "point": ("place", "feature"),
}


def choose(key: str, head: str, is_village: bool, containers: tuple[Entry, ...], ground: Ground) -> Entry | None:
    """The entry meant by a key, None when the document gives no ground for any. `is_village`: the text calls it one."""
    known = load().find(key)
    is_demonym = bool(known) and known[0].form == "demonym"  # "the Nigerian state"
    if head == "province" and not is_demonym and not any(hit.entry.kind in KINDS_OF_HEAD[head] for hit in known):
        known = tuple(hit for hit in _same_sound(key, ground, head) if hit.entry.kind == "admin1") or known
    hits = _of_head(known or _same_sound(key, ground, head), head)
    if is_village:
        hits = tuple(hit for hit in hits if hit.entry.kind != "place" or hit.entry.population < LARGEST_VILLAGE)
    if hits and hits[0].entry.kind == "country" and not is_us_state_too(hits):  # "China, Japan and Iran": no village of Japan
        containers = tuple(outer for outer in containers if outer.kind != "country")
    fames = zip(hits, _fame(hits), strict=True)
    ranked = sorted(
        ((_score(hit.entry, fame, containers, ground), -rank) for rank, (hit, fame) in enumerate(fames)), reverse=True
    )
    best = [hit for hit in (hits[-position] for _, position in ranked) if not _lies_elsewhere(hit, containers)]
    if not best:
        return None
    is_known = is_own_ground(key, hits) and (not is_village or hits[0].entry.iso3 in LOCAL_PRESS)  # few villages are on the map
    if not _is_vetoed(best[0], containers, ground) or is_known or is_only_one(hits, ground):
        return best[0].entry
    return next((hit.entry for hit in best if _is_metropolis(hit)), None)


def _same_sound(key: str, ground: Ground, head: str) -> tuple[Hit, ...]:
    """Entries of documented countries whose name sounds like an unknown one: "Maaret Numan" for "Maarrat an Numan".

    A name that the text calls a province is its own ground if only one country has a province of that sound.
    """
    sound = skeleton(key)
    if len(sound) < SHORTEST_SOUND:
        return ()
    hits = load().find(SOUND_MARK + sound)
    areas = tuple(hit for hit in hits if hit.entry.kind == "admin1") if head == "province" else ()
    if len({hit.entry.iso3 for hit in areas}) == 1:
        return areas
    return tuple(
        hit for hit in hits if ground.countries[hit.entry.iso3 or ""] > 0 and has_same_first_vowel(key, fold(hit.entry.name))
    )


def _of_head(hits: tuple[Hit, ...], head: str) -> tuple[Hit, ...]:
    """The entries that the common noun beside the name allows; all, if it fits none."""
    if hits and hits[0].entry.kind == "country":
        return hits  # "the Mali town of Gao"
    kinds = KINDS_OF_HEAD.get(head, ())
    return tuple(hit for hit in hits if hit.entry.kind in kinds) or hits


def _score(entry: Entry, fame: Fame, containers: tuple[Entry, ...], ground: Ground) -> tuple[float, float]:
    inside = max((_containment(entry, outer) for outer in containers), default=0) if containers else 0
    renown, named, size, standing = fame
    return inside, renown + _support(entry, ground) + named + size + standing


@lru_cache(maxsize=1 << 14)
def _fame(hits: tuple[Hit, ...]) -> tuple[Fame, ...]:
    """What speaks for each entry of a name in any document: renown, form of the name, size, standing."""
    return tuple((_renown(hit, hits), WEIGHTS[hit.form], _size(hit.entry), _standing(hit, hits)) for hit in hits)


def _renown(hit: Hit, hits: tuple[Hit, ...]) -> float:
    if hit.form == "alternate" and hit.entry.population < SEAT and any(map(_is_metropolis, hits)):
        return -OUTSHONE  # Frankfort is rarely called Frankfurt
    if hit.form == "alternate" and any(_is_area_of(other, hit) for other in hits):
        return -OUTSHONE  # Salvador is hardly called Bahia any more
    return METROPOLIS_BONUS if _is_metropolis(hit) else 0.0


def _is_area_of(area: Hit, town: Hit) -> bool:
    """Whether a hit is the first-order area in which a town lies, of another name than the town's own."""
    is_around = area.entry.kind == "admin1" and area.form == "name" and _containment(town.entry, area.entry) > 0
    return is_around and not _is_seat(town, area.entry)


def _standing(hit: Hit, hits: tuple[Hit, ...]) -> float:
    """What makes an entry the first meaning of its name: a whole country, a capital, a town with the name of the area
    that it lies in, and before that area; a town with the name of one of the United States is rarely meant. Sylhet has the
    name of its area, but that does not speak for it where it is called Jalalabad, as a city is by its first name."""
    entry = hit.entry
    if entry.kind == "country":
        return 0.0 if is_us_state_too(load().find(fold(entry.name))) else 8.0
    if is_home_nation(entry):
        return 8.0
    if entry.kind == "admin1":
        return -4.0 if any(_is_seat(hit, entry) for hit in hits) else 0.0
    if entry.kind == "place" and entry.population < SEAT and is_us_state_too(hits):
        return -1.0
    area = load().admin1(entry.iso3, entry.admin1) if entry.kind == "place" else None
    is_called_after = area is not None and area.name == entry.name and not (hit.form == "alternate" and any(map(_is_city, hits)))
    return float(is_capital(entry) or is_called_after)


def _is_city(hit: Hit) -> bool:
    return hit.form == "name" and hit.entry.kind == "place" and hit.entry.population >= SEAT


def _is_seat(hit: Hit, area: Entry) -> bool:
    """Whether a name that an area has is that of a town in it too."""
    town = hit.entry
    is_inside = town.kind == "place" and (town.iso3, town.admin1) == (area.iso3, area.admin1)
    is_called_so = hit.form == "name" or _is_spelling(fold(town.name), fold(area.name))  # Bahia is the old name of Salvador
    return is_inside and is_called_so and (town.name == area.name or town.population >= SEAT)


@lru_cache(maxsize=1 << 12)
def _is_spelling(one: str, other: str) -> bool:
    """Whether a folded name, or a word of it, is the other in another spelling: "ar raqqah" and "raqqa"."""
    words = (one, *one.split())
    return any(SequenceMatcher(None, word, other, autojunk=False).ratio() >= SPELLED_ALIKE for word in words)


def _containment(entry: Entry, outer: Entry) -> int:
    if entry.row == outer.row or entry.iso3 != outer.iso3:
        return 0
    if outer.kind == "country":
        return 1
    return 2 if outer.admin1 and entry.admin1 == outer.admin1 else 0


def _is_metropolis(hit: Hit) -> bool:
    """Whether it is a city that readers know without its country."""
    return hit.form == "name" and hit.entry.kind == "place" and hit.entry.population >= METROPOLIS


def _lies_elsewhere(hit: Hit, containers: tuple[Entry, ...]) -> bool:
    """Whether the text says what it lies in, and the entry is far off in another first-order area of that country, or abroad:
    the Zahraa district of Homs is not the village of Zahraa near Aleppo. A city that all know may only stand in one row with
    a country ("Moscow, Iran and Turkey")."""
    entry = hit.entry
    if entry.kind == "admin1":  # an area lies in no area or town of another country
        inner = {outer.iso3 for outer in containers if outer.kind in ("admin1", "district", "place")}
        return bool(inner) and entry.iso3 not in {outer.iso3 for outer in containers}
    if entry.kind not in ("place", "district"):
        return False
    told = {outer.iso3 for outer in containers if outer.iso3}
    if told and entry.iso3 not in told:
        return not _is_metropolis(hit)
    around = [outer for outer in containers if outer.admin1 and outer.iso3 == entry.iso3]
    is_here = any(outer.admin1 == entry.admin1 or _degrees_apart(outer, entry) < NEAR_DEGREES for outer in around)
    return bool(around) and not is_here


def _degrees_apart(one: Entry, other: Entry) -> float:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0
    return math.hypot(one.latitude - other.latitude, one.longitude - other.longitude)


def _support(entry: Entry, ground: Ground) -> float:
    """0..5: how much the document speaks for the entry's country and first-order area."""
    if entry.kind == "country" and _is_rather_a_state(entry, ground):
        return 0.0
    if entry.iso3 is None or entry.kind in ("country", "region", "sea"):
        return 3.0
    weight = ground.countries[entry.iso3]
    support = (1.0 + 2.0 * weight / ground.heaviest) if weight else 0.0
    if not weight and any(are_neighbours(entry.iso3, other) for other in ground.countries):
        support = 0.5
    near = ground.areas[entry.iso3, entry.admin1 or ""] if entry.admin1 else 0
    return support + (1.0 + near / ground.named_areas if near else 0.0)


def _is_rather_a_state(entry: Entry, ground: Ground) -> bool:
    """Whether a country's name is that of one of the United States (Georgia), and the document names them but neither the
    country nor a neighbour of it."""
    if not ground.countries["USA"] or not is_us_state_too(load().find(fold(entry.name))):
        return False
    iso3 = entry.iso3 or ""
    return not any(weight and (other == iso3 or are_neighbours(iso3, other)) for other, weight in ground.countries.items())


def _size(entry: Entry) -> float:
    """0..4: countries and areas as they come, places by the logarithm of their population."""
    wide = {"country": 4.0, "continent": 4.0, "admin1": 3.0, "region": 3.0, "sea": 3.0, "feature": 2.5, "district": 0.5}
    return wide.get(entry.kind, max(1.0, min(4.0, math.log10(entry.population + 1) * 4 / 7)))


def _is_vetoed(hit: Hit, containers: tuple[Entry, ...], ground: Ground) -> bool:
    entry = hit.entry
    is_large = entry.population >= LARGE and hit.form != "alternate"  # Rim is no Rome
    if entry.kind != "place" or is_large or ground.supports(entry):
        return False
    area = load().admin1(entry.iso3, entry.admin1)
    if (
        area is not None
        and entry.population >= SEAT
        and any(other.entry.row == area.row for other in load().find(fold(hit.entry.name)))
    ):
        return False
    return not any(_containment(entry, outer) for outer in containers)
