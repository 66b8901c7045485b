"""What an article says about where it is: the countries and first-order areas that its words document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from pipeline.gazetteer import load
from pipeline.gazetteer.countries import country, country_of
from pipeline.gazetteer.keys import fold, skeleton, without_article
from pipeline.gazetteer.store import Entry, Hit
from pipeline.records import PlaceMention
from pipeline.tag.actors import tag_actors
from pipeline.tag.place_words import words

LARGE = 300_000  # inhabitants from which a city documents its country by itself
OWN_GROUND = 10_000  # the same of a town whose name no other country has
OWN_SPELLING = 20_000  # … or a spelling of whose name none other has: "Kismaayo"
SHORTEST_SPELLING = 6
VILLAGES = ("village", "hamlet")  # what the text calls so documents no country
_TITLE = re.compile(r"[A-Z]\w+ (?:of|for) (?:the )?$")
CITY, OUTSHINING = 100_000, 20  # a city so large, and so many times larger than all of its name abroad
VOTES, LEAD = 1.5, 1.5  # of towns that speak for a country nobody names: how many, and how many times those of the next
LOCAL_PRESS = ("USA", "GBR", "CAN", "AUS")  # countries whose papers tell of small places without naming the country
_AT_ONE_REMOVE = (
    1  # weight of a country in an organisation's name, of a backer and of the far side of a border: half of a place's
)
_BACKER = re.compile(r"-(?:led|backed|based|made|born|trained|funded|sponsored|brokered|allied|style|speaking|built|supplied)\b")
_WEIGHTS = {"country": 6, "demonym": 4, "admin1": 4, "place": 2, "region": 3}


@dataclass(frozen=True)
class Ground:
    """Weights of the countries (iso3) and first-order areas (iso3, code) that a document names."""

    countries: Counter[str] = field(default_factory=Counter)
    areas: Counter[tuple[str, str]] = field(default_factory=Counter)

    @cached_property
    def heaviest(self) -> int:
        """The weight of the country most spoken of. Asked only once the document has been read."""
        return max(self.countries.values(), default=0)

    @cached_property
    def named_areas(self) -> int:
        """How many names lie in first-order areas."""
        return sum(self.areas.values())

    def supports(self, entry: Entry) -> bool:
        """Whether the document gives any ground for the entry's country."""
        return entry.iso3 is None or self.countries[entry.iso3] > 0

    def is_told(self) -> bool:
        """Whether the document names any country as a place or a people, or a place that can lie in one only."""
        return self.heaviest >= _WEIGHTS["place"]

    def only_country(self) -> str | None:
        """The country the document is about: the one named more than twice as often as any other; None if there is none."""
        ranked = self.countries.most_common(2)
        if not ranked or ranked[0][1] < _WEIGHTS["place"] or (len(ranked) > 1 and ranked[0][1] <= 2 * ranked[1][1]):
            return None
        return ranked[0][0]


def find_ground(text: str, mentions: Iterable[PlaceMention]) -> Ground:
    """The ground of a document: countries and demonyms first, then names that can only be one well-known place.

    A city with the name of a town in a country that the document names (Tripoli, Athens) does not speak for its own country.
    """
    ground = Ground()
    known = ((mention, _certain(mention.key, mention.detail.head == "province")) for mention in mentions)
    certain = [
        (mention, entry) for mention, entry in known if entry is not None and entry.iso3 and not is_any_village(mention, entry)
    ]
    named = {entry.iso3 for mention, entry in certain if entry.kind == "country" or _is_area_only(mention.key, entry)}
    for mention, entry in certain:
        if entry.kind in ("place", "admin1") and entry.iso3 not in named and _has_namesake(mention.key, named):
            continue
        assert entry.iso3 is not None
        is_weak = _is_at_one_remove(text, mention)
        ground.countries[entry.iso3] += _AT_ONE_REMOVE if is_weak else _WEIGHTS.get(mention.kind, _WEIGHTS["place"])
        if entry.admin1:
            ground.areas[entry.iso3, entry.admin1] += 1
    return ground


def is_any_village(mention: PlaceMention, entry: Entry) -> bool:
    """Whether a place that the text calls a village may be another of its name: few villages are on the map, but where the press
    is local."""
    return entry.kind == "place" and mention.detail.noun in VILLAGES and entry.iso3 not in LOCAL_PRESS


def with_actors(ground: Ground, text: str) -> Ground:
    """The ground with the homes of the groups and people that an article names which leaves open where it is. An alias of several
    actors (Taliban) counts for the first row of the table."""
    countries = Counter(ground.countries)
    for mention in tag_actors(text):
        if mention.actors and (iso3 := mention.actors[0].iso3):
            countries[iso3] += _WEIGHTS["place"]
    return Ground(countries, ground.areas)


def with_namesakes(ground: Ground, keys: Iterable[str]) -> Ground:
    """The ground with the one country in which most of the towns named lie, for an article that names no country: each name
    has one vote, shared by the countries that have a town of that name."""
    votes: Counter[str] = Counter()
    for key in set(keys):
        owners = {hit.entry.iso3 for hit in load().find(key) if hit.form == "name" and hit.entry.kind == "place"} - {None}
        for iso3 in owners:
            votes[iso3 or ""] += 1 / len(owners)  # type: ignore[assignment]
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < VOTES or (len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]):
        return ground
    return Ground(ground.countries + Counter({ranked[0][0]: _WEIGHTS["place"]}), ground.areas)


def _is_at_one_remove(text: str, mention: PlaceMention) -> bool:
    """Whether a country is only named to say something else: "Front for the Liberation of X", "the X-led coalition",
    "pro-X rebels", "near the X border"."""
    is_named_after = _TITLE.search(text, max(0, mention.start - 40), mention.start)
    is_side = text.endswith(("pro-", "Pro-", "anti-", "Anti-"), 0, mention.start)
    return bool(is_side or is_named_after or mention.detail.head == "border" or _BACKER.match(text, mention.end))


def with_areas(ground: Ground, entries: Iterable[Entry]) -> Ground:
    """The ground with the first-order areas of all entries chosen so far."""
    areas = Counter((entry.iso3, entry.admin1) for entry in entries if entry.iso3 and entry.admin1)
    return Ground(ground.countries, areas)


@lru_cache(maxsize=1 << 14)
def _certain(key: str, is_province: bool) -> Entry | None:
    """The entry of a name that needs no context: a country, or a name whose best entry outweighs all others. `is_province`: the
    text calls it one."""
    hits = load().find(key)
    if not hits:
        return None
    first = hits[0].entry
    if first.kind in ("country", "region", "continent", "sea") and first.iso3:
        return first if not is_us_state_too(hits) else None
    if is_home_nation(first):
        return first
    if {hit.entry.kind for hit in hits} == {"district"}:
        return first if len(hits) == 1 else _without_area(first)
    names = [hit.entry for hit in hits if hit.form != "alternate"]
    strong = [entry for entry in names if entry.kind == "admin1" or entry.population >= LARGE]
    owners = {entry.iso3 for entry in strong}
    if len(owners) == 1 and first.iso3 in owners:
        is_told = is_province or not _has_rivals(hits, first)
        return first if is_told or any(is_capital(hit.entry) for hit in hits if hit.entry.iso3 == first.iso3) else None
    return first if is_own_ground(key, hits) else None


def is_own_ground(asked: str, hits: tuple[Hit, ...]) -> bool:
    """Whether a name is found in one country only, hamlets abroad beside a city aside, and is a town or several words: it
    documents its country itself. So does a spelling of the town's name (`asked` is the key), where no other has it."""
    first = hits[0]
    abroad = [hit.entry for hit in hits if hit.entry.iso3 != first.entry.iso3]
    is_street = first.entry.name.rsplit(" ", 1)[-1].lower() in words("nouns", "streets")
    is_spelling = not abroad and first.entry.population >= OWN_SPELLING and is_spelling_of(asked, first)
    if (
        not (first.form == "name" or is_spelling)
        or is_street
        or any(first.entry.population < max(OUTSHINING * each.population, CITY) for each in abroad)
    ):
        return False
    key = fold(first.entry.name)
    return (
        (is_reviewed(first.entry) and first.entry.kind != "place")
        or first.entry.population >= OWN_GROUND
        or " " in (without_article(key) or key)
    )


def is_spelling_of(key: str, hit: Hit) -> bool:
    """Whether a key spells the sounds of the name of an entry: "Kismaayo", not "Big" for Biga."""
    is_like = len(key) >= SHORTEST_SPELLING and skeleton(key) == skeleton(fold(hit.entry.name))
    return hit.form == "alternate" and is_like and hit.entry.iso3 not in LOCAL_PRESS


def is_reviewed(entry: Entry) -> bool:
    """Whether an entry was entered by hand, because the press names it."""
    return entry.geonames_id is None


def is_only_one(hits: tuple[Hit, ...], ground: Ground) -> bool:
    """Whether a name is found in one country only and the document names no country at all, so that nothing speaks against it."""
    first = hits[0]
    is_alone = len({hit.entry.iso3 for hit in hits}) == 1 and first.form == "name" and first.entry.iso3 not in LOCAL_PRESS
    return is_alone and not ground.countries


def _is_area_only(key: str, entry: Entry) -> bool:
    """Whether a name is that of a first-order area and of no town in it."""
    towns = (hit.entry for hit in load().find(key) if hit.form == "name" and hit.entry.kind == "place")
    return entry.kind == "admin1" and all((town.iso3, town.admin1) != (entry.iso3, entry.admin1) for town in towns)


def _has_namesake(key: str, countries: Container[str | None]) -> bool:
    """Whether one of some countries has a town of that name, or a village that the press of its war names."""
    hits = (hit for hit in load().find(key) if hit.form == "name" and hit.entry.kind == "place")
    return any(hit.entry.iso3 in countries and (hit.entry.population >= OWN_GROUND or is_reviewed(hit.entry)) for hit in hits)


def _has_rivals(hits: tuple[Hit, ...], first: Entry) -> bool:
    """Whether another country has a town of that name that it does not outshine, or one where the press is local any place."""
    abroad = [hit.entry for hit in hits if hit.entry.iso3 != first.iso3]
    rivals = [entry for entry in abroad if entry.population >= OWN_GROUND or entry.iso3 in LOCAL_PRESS]
    return any(first.population < OUTSHINING * max(rival.population, OWN_GROUND) for rival in rivals)


def _without_area(entry: Entry) -> Entry:
    """The entry without its first-order area: "Jackson County" documents the United States, not one of its states."""
    return entry._replace(admin1=None)


def is_us_state_too(hits: tuple[Hit, ...]) -> bool:
    """Whether a name is also that of one of the United States (Georgia)."""
    return any(hit.entry.kind == "admin1" and hit.entry.iso3 == "USA" for hit in hits)


def is_home_nation(entry: Entry) -> bool:
    """Whether it is England, Scotland, Wales or Northern Ireland, which are named as countries are."""
    return entry.kind == "admin1" and entry.iso3 == "GBR"


def is_capital(entry: Entry) -> bool:
    """Whether a place is the capital of its country."""
    word = country_of(entry.name)
    return entry.kind == "place" and word is not None and word == (entry.iso3, "capital")


def are_neighbours(left: str, right: str) -> bool:
    """Whether two countries share a border."""
    found = country(left)
    return found is not None and right in found.neighbours
