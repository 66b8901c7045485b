"""Where to look for the event of a telling: an index of keys that any two tellings of one event must share.

Every rule across articles asks for the same spot, the same number or the same parties at days that meet, or for a spot
together with its number or its party when days are not told. Events are filed under just these, so a telling is
compared with the events of its own days and places, and the cost does not grow with the number of all events.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations

from pipeline.link.compare import LONG_DAYS, NEAR_DAYS, SHORT_DAYS, TELLING_NUMBER, is_distinctive
from pipeline.link.kindred import family
from pipeline.link.likeness import sketches_of
from pipeline.link.profile import Profile, is_old, spot_names, width
from pipeline.link.rules import single_modes
from pipeline.link.sites import COMMON

DEALS = frozenset({"AGREE", "COOPERATE"})
SITE_DAYS, TOLL_DAYS = 7, 5  # between the articles that tell of a site, or of a toll, without a day
THERE_DAYS = 14  # between the articles that tell of the only act of one spot
TOLD_DAYS = 7  # between the articles that tell an act in much the same words
ANYWHERE = ""  # beside a country, which one of two tellings may not say
MAX_BLOCK = 100  # events under one key that are compared, the latest first: a busy day of a busy war has fewer

Key = tuple[object, ...]


class Blocks:
    """Events filed under their keys, each event known by its position."""

    def __init__(self) -> None:
        self._filed: dict[int, int | list[int]] = {}  # one position alone, for most keys have only one

    def file(self, position: int, profile: Profile) -> None:
        """File an event; again after it has learnt something, which adds only the keys that are new."""
        keys = (
            _dated(profile),
            _undated(profile),
            _told(profile, 0),
            _tolled(profile),
            _recent(profile, 0, 0),
            _there(profile, 0),
        )
        for key in _hashed(profile, chain.from_iterable(keys)):
            block = self._filed.setdefault(key, position)
            if isinstance(block, list):
                if position not in block[-MAX_BLOCK:]:
                    block.append(position)
            elif block != position:
                self._filed[key] = [block, position]

    def candidates(self, profile: Profile) -> list[int]:
        """Positions of the events that share a key with a telling, ascending, each once."""
        found: set[int] = set()
        tolled = _tolled(profile) if profile.is_toll or profile.is_definite else ()
        recent = _recent(profile, SITE_DAYS, TOLL_DAYS if profile.is_toll or profile.is_definite else -1)
        keys = chain(_sought(profile), _undated(profile), _told(profile, TOLD_DAYS), tolled, recent)
        if profile.is_toll or profile.is_definite or profile.is_background:
            keys = chain(keys, _there(profile, THERE_DAYS))
        for key in _hashed(profile, keys):
            block = self._filed.get(key, ())
            found.update(block[-MAX_BLOCK:] if not isinstance(block, int) else (block,))
        return sorted(found)


def _hashed(profile: Profile, keys: Iterator[Key]) -> set[int]:
    """Hashes stand for the keys to save memory; a collision would only cost a comparison."""
    kin = family(profile.event_type)
    return {hash((kin, *key)) for key in keys}


def _dated(profile: Profile) -> Iterator[Key]:
    """Keys an event is filed under by its days: day by day when they are few, week by week up to LONG_DAYS."""
    if profile.first is None or profile.last is None or width(profile) > LONG_DAYS:
        return
    traits = (*_numbers(profile), *_others(profile))
    if width(profile) <= SHORT_DAYS:
        yield from (("day", day, *trait) for day in range(profile.first, profile.last + 1) for trait in traits)
    else:
        yield from (("week", week, *trait) for week in _weeks(profile.first, profile.last) for trait in traits)


def _sought(profile: Profile) -> Iterator[Key]:
    """Keys under which the event of a telling may have been filed by its days."""
    if profile.first is None or profile.last is None or width(profile) > LONG_DAYS:
        return
    numbers, others = tuple(_numbers(profile)), tuple(_others(profile))
    first, last = profile.first, profile.last
    yield from (("day", day, *trait) for day in range(first - NEAR_DAYS, last + NEAR_DAYS + 1) for trait in numbers)
    yield from (("day", day, *trait) for day in range(first, last + 1) for trait in others)
    yield from (("week", week, *trait) for week in _weeks(first, last) for trait in (*numbers, *others))


def _undated(profile: Profile) -> Iterator[Key]:
    """Keys without a day: the wording, a number hardly two events share, a spot with its number or its first party."""
    yield from (("words", wording) for wording in (*profile.wordings, *profile.continuations))
    yield from (("saying", sketch) for saying in profile.sayings for sketch in sketches_of(saying))
    for kind, number in profile.numbers.items():
        if is_distinctive(number.most) or (profile.scope == "aggregate" and number.most > TELLING_NUMBER):
            yield kind, number.most, profile.scope == "aggregate"
    if profile.event_type in DEALS and len(profile.actors.names) > 1:  # told again for years
        yield from (("deal", *pair) for pair in combinations(sorted(profile.actors.names), 2))
    if is_old(profile):
        yield from (("old", profile.first, spot.name) for spot in profile.spots)
        yield from (("old", profile.first, actor) for actor in profile.actors.names)
    yield from (("victim", name) for name in profile.recipients.people)
    if profile.mode == "abduct" and profile.first is not None and width(profile) <= SHORT_DAYS:
        yield from (("abducted", profile.first, word) for word in profile.victims)
    if profile.mode in single_modes():
        yield from (("single", name, profile.mode) for name in (*_spot_names(profile), *profile.actors.names))
    for name in _spot_names(profile):
        if profile.is_named:
            yield "named", name
        yield from (("spot", name, *number) for number in _numbers(profile))
        yield from (("spot", name, "actor", actor) for actor in profile.actors.names)


def _told(profile: Profile, days: int) -> Iterator[Key]:
    """Keys of an act of one party by the day on which it was told, and so many days before."""
    if profile.said is not None and profile.sayings:
        for said in range(profile.said - days, profile.said + 1):
            yield from (("told", said, profile.event_type, profile.mode, actor) for actor in profile.actors.names)


def _there(profile: Profile, days: int) -> Iterator[Key]:
    """The spots of an attack by the day on which it was told, and so many days before."""
    if profile.said is not None and profile.event_type == "ASSAULT":
        names = spot_names(profile.spots)
        yield from (("there", said, name) for said in range(profile.said - days, profile.said + 1) for name in names)


def _tolled(profile: Profile) -> Iterator[Key]:
    """The country and the day of an act that counts its dead: its toll may rise, told of a wider area."""
    if "killed" in profile.numbers and profile.first is not None and width(profile) <= SHORT_DAYS:
        yield from (("toll", profile.first, iso3) for iso3 in {spot.iso3 for spot in profile.spots if spot.iso3})


def _recent(profile: Profile, site_days: int, toll_days: int) -> Iterator[Key]:
    """The country with the sites that few attacks hit, and of those that count their dead, by the days on which they were told;
    so many days before. A site is also sought where no country is told with it."""
    if profile.said is None or profile.event_type != "ASSAULT":
        return
    countries = {spot.iso3 for spot in profile.spots if spot.iso3}
    for said in range(profile.said - site_days, profile.said + 1):
        yield from (("site", said, country, site) for country in (*countries, ANYWHERE) for site in profile.sites - COMMON)
    for country in countries:
        if "killed" in profile.numbers:
            yield from (("dead", said, country) for said in range(profile.said - toll_days, profile.said + 1))


def _numbers(profile: Profile) -> Iterator[Key]:
    for kind, number in profile.numbers.items():
        if number.most >= TELLING_NUMBER:
            yield kind, number.most


def _others(profile: Profile) -> Iterator[Key]:
    yield from (("spot", name) for name in _spot_names(profile))
    yield from (("actor", actor) for actor in profile.actors.names)


def _spot_names(profile: Profile) -> set[str]:
    """The gazetteer's name of each place and, where it differs, the text's own."""
    return {name for spot in profile.spots for name in (spot.name, spot.said)}


def _weeks(first: int, last: int) -> range:
    return range(first // 7, last // 7 + 1)
