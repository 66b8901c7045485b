"""What linking compares: a telling, or an event so far, reduced to days, places, parties and numbers.

A profile is made once for each telling and grown as tellings join the event. It grows only towards the narrower date
and the finer place and never forgets its first parties, so an event cannot drift from telling to telling.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from pipeline.gazetteer.keys import fold
from pipeline.link.ground import struck_names
from pipeline.link.likeness import Saying, sayings_of
from pipeline.link.sides import NOBODY, Side, side_of
from pipeline.link.sites import known_sites, sites_of
from pipeline.link.victims import known_victims, recalled_victims, victims_of
from pipeline.link.wording import (
    NO_CONTENT,
    content_of,
    has_known_doer,
    is_adding,
    is_apart,
    is_background,
    is_consequence,
    is_course,
    is_named,
    is_tally,
    points_back,
    target_of,
    tells_aftermath,
    tells_toll,
    wordings_of,
)
from pipeline.records import Count, EventPlace, Report

FINE_LEVELS = frozenset({"point", "place", "district"})  # levels of `Place.level` that name one spot
VAGUE = frozenset({"few", "a few", "several", "many", "dozens", "scores", "hundreds", "thousands"})  # qualifiers of no number
OLD_DAYS = 730
_KINDS_OF_PLACE = re.compile(
    r"^(?:the )?(?:city|town|village|province|region|district) of | (?:city|town|province|governorate|region|district|area)$"
)
ONE = frozenset({"a", "an", "one", "another", "single"})  # words that do count
VICTIMS = frozenset({"killed", "injured", "casualties"})
AROUND = 2  # UCDP's where_prec of "near Hama", "south of Baghdad"
MAX_SAYINGS = 6  # sentences of an event that others are compared with
_T = TypeVar("_T")
SIDE_MODES = frozenset({"destroy"})  # what an act also did: houses that raiders burned do not make their raid an arson
LOOSE = frozenset({"vague", "range", "unknown"})  # precisions of dates


class Spot(NamedTuple):
    """One place of an event. `key` is its gazetteer id, else its folded name; `said` the name in the text, folded."""

    key: int | str
    name: str
    said: str
    level: str
    is_fine: bool
    iso3: str | None
    admin1: str | None
    is_near: bool  # only said to be near or in some direction from it
    latitude: float | None
    longitude: float | None


class Number(NamedTuple):
    """How many, over all tellings so far: the smallest and largest `best`, and the span that the words allow."""

    least: int
    most: int
    low: int
    high: int | None
    is_vague: bool


@dataclass(slots=True)
class Profile:
    """Days are proleptic ordinals, both ends inclusive; `first` is None for "on or before `last`"."""

    event_type: str
    mode: str
    scope: str
    is_real: bool  # occurred or ongoing
    is_speech: bool
    is_mutual: bool
    is_definite: bool  # points back: "the attack", "that deal"
    is_background: bool  # told as what came before another act: "after a raid on Bama"
    is_named: bool  # told by a noun that with its place is a name: "the Houla massacre"
    is_result: bool  # only who was killed or hurt is told
    is_aftermath: bool  # only tells what became of people told before
    is_consequence: bool  # came of the act of its own sentence
    has_known_doer: bool  # done by "the gunmen"
    is_course: bool  # is itself the course of things, which no noun points back to as to an act
    first: int | None
    last: int | None
    sentence: int  # of the latest telling in its article
    is_adding: bool  # counts victims beside those told before: "two others were killed"
    is_apart: bool  # told as another: "in a separate attack", "elsewhere"
    is_toll: bool  # says what a death toll has come to
    is_tally: bool  # says only that, and of which act is not told
    is_loose: bool  # the interval is that of "recently" or "since", which many acts share
    said: int | None  # day of publication of the first telling
    spots: tuple[Spot, ...]
    actors: Side
    recipients: Side
    victims: frozenset[str]  # words for whom it hits
    known_victims: frozenset[str]  # nouns by which it takes up victims told before
    recalled_victims: frozenset[str]  # the same of victims that an article tells once
    target: frozenset[str]  # words for what its noun says it hit, as new: "Friday's raid on a bank"
    sites: frozenset[str]  # what it hits or where it is: "market", "hotel"
    known_sites: frozenset[str]  # those it takes up: "the hotel"
    numbers: dict[str, Number]
    wordings: tuple[int, ...]  # of the words around each trigger
    continuations: tuple[int, ...]  # of the words from each trigger on
    sayings: tuple[Saying, ...]  # of the sentences of the first tellings
    clauses: tuple[Saying, ...]  # of what stands around their triggers
    content: frozenset[str]  # what a speech act is about; empty for deeds


def profile_of(report: Report) -> Profile:
    """The profile of one telling."""
    candidate, when = report.candidate, report.date
    wordings, continuations = wordings_of(report)
    start = report.sentence_start
    saying, clause = sayings_of(report.quote, candidate.trigger_start - start, candidate.trigger_end - start)
    return Profile(
        event_type=candidate.event_type,
        mode=candidate.mode,
        scope=report.scope,
        is_real=report.status in ("occurred", "ongoing"),
        is_speech=candidate.is_speech_act,
        is_mutual=candidate.is_mutual,
        is_definite=candidate.is_definite and points_back(report),
        is_background=is_background(report),
        is_named=is_named(report),
        is_result=candidate.is_result,
        is_aftermath=tells_aftermath(report),
        is_consequence=is_consequence(report),
        has_known_doer=has_known_doer(report),
        is_course=is_course(report),
        first=when.start.toordinal() if when.start else None,
        last=when.end.toordinal() if when.end else None,
        sentence=candidate.sentence,
        is_adding=bool(report.counts) and is_adding(report),
        is_apart=is_apart(report),
        is_toll=tells_toll(report),
        is_tally=is_tally(report),
        is_loose=when.precision in LOOSE,
        said=report.published.toordinal() if report.published else None,
        spots=_with_ground(spots_of(report.places), report),
        actors=side_of(report.participants, "actor"),
        recipients=_recipients(report),
        victims=victims_of(report),
        known_victims=known_victims(report),
        recalled_victims=recalled_victims(report),
        target=target_of(report) if candidate.is_definite and candidate.event_type == "ASSAULT" else NO_CONTENT,
        sites=sites_of(report) if not candidate.is_speech_act else NO_CONTENT,
        known_sites=known_sites(report) if not candidate.is_speech_act else NO_CONTENT,
        numbers=numbers_of(report.counts),
        wordings=wordings,
        continuations=continuations,
        sayings=(saying,) if saying else (),
        clauses=(clause,) if clause else (),
        content=content_of(report.quote, report.trigger) if candidate.is_speech_act else NO_CONTENT,
    )


def _recipients(report: Report) -> Side:
    """Those whom a telling hits, not the ground; nobody where it only counts more ("nine others were hurt") and names none."""
    ground = struck_names(report)
    side = side_of((one for one in report.participants if fold(one.name) not in ground), "recipient")
    is_bare_addition = report.candidate.is_result and not side.people and is_adding(report)
    return NOBODY if is_bare_addition else side


def grow(event: Profile, telling: Profile) -> None:
    """Let an event learn what one more telling says: a narrower date, a finer place, a side or number not known yet.

    A total keeps its first place: "5,000 dead" is not of the town that one sentence names beside it.
    """
    if not event.mode and event.event_type == telling.event_type and telling.mode not in SIDE_MODES:
        event.mode = telling.mode
    event.is_real = event.is_real or telling.is_real
    event.is_named = event.is_named or telling.is_named
    event.is_result = event.is_result and telling.is_result
    event.is_toll = event.is_toll or telling.is_toll
    event.sentence = telling.sentence
    if width(telling) < width(event):
        event.first, event.last, event.is_loose = telling.first, telling.last, telling.is_loose
    if fineness(telling.spots) > fineness(event.spots) and not (event.spots and event.scope == "aggregate"):
        event.spots = telling.spots
    event.actors = _better_known(event.actors, telling.actors)
    event.recipients = _better_known(event.recipients, telling.recipients)
    event.victims |= telling.victims
    event.sites |= telling.sites
    for kind, number in telling.numbers.items():
        event.numbers[kind] = _joined(event.numbers.get(kind), number)
    event.wordings = _with(event.wordings, telling.wordings)
    event.continuations = _with(event.continuations, telling.continuations)
    event.sayings = _with(event.sayings, telling.sayings)[:MAX_SAYINGS]
    event.clauses = _with(event.clauses, telling.clauses)[:MAX_SAYINGS]


def _with(known: tuple[_T, ...], told: tuple[_T, ...]) -> tuple[_T, ...]:
    return (*known, *(each for each in told if each not in known)) if told else known


def _better_known(known: Side, told: Side) -> Side:
    """A side by name rather than by a bare noun, and by that rather than not at all."""
    return told if (told.names and not known.names) or not known.is_told else known


def tells_other_victims(event: Profile, telling: Profile) -> bool:
    """Whether a telling is no more than the number of victims of a kind that the event counts by no exact number yet."""
    if telling.is_consequence and telling.sentence != event.sentence:
        return False
    own = VICTIMS & telling.numbers.keys()
    is_bare = telling.is_result and bool(own) and not telling.actors.is_told
    return is_bare and all(kind not in event.numbers or event.numbers[kind].is_vague for kind in own)


def names_the_victim(event: Profile, telling: Profile) -> bool:
    """Whether both tell one death, and the telling names who died or says it by the same noun."""
    for each in (event, telling):
        killed = each.numbers.get("killed")
        if killed is None or killed.most != 1:
            return False
    known, told = event.recipients, telling.recipients
    return bool(told.people and not known.people) or bool(set(known.bare) & set(told.bare))


def width(profile: Profile) -> int:
    """Days between the ends of the interval; an open or unknown one is wider than any other."""
    return 10**7 if profile.first is None or profile.last is None else profile.last - profile.first


def is_old(profile: Profile) -> bool:
    """Whether it was years ago when it was told: what is still told of such a year and place is one event."""
    return profile.last is not None and profile.said is not None and profile.said - profile.last > OLD_DAYS


def fineness(spots: tuple[Spot, ...]) -> int:
    """0 no place, 1 a country, 2 a province or region, 3 a spot."""
    return max((3 if spot.is_fine else 2 if spot.admin1 else 1 for spot in spots), default=0)


def spots_of(places: tuple[EventPlace, ...]) -> tuple[Spot, ...]:
    """The places where an event happened, as linking compares them; what it is near to only where nothing nearer is told. A
    village of no gazetteer stands near the town that is told with it, and yet is what others tell."""
    spots = _all_spots(places)
    if len(spots) > 1 and any(spot.is_fine and not spot.is_near for spot in spots):
        return tuple(spot for spot in spots if not spot.is_near or isinstance(spot.key, str))
    return spots


def spot_names(spots: tuple[Spot, ...]) -> frozenset[str]:
    """The names of single spots, the gazetteer's and the text's own; also of those that no gazetteer knows."""
    fine = [spot for spot in spots if spot.is_fine or (isinstance(spot.key, str) and spot.level not in ("region", "country"))]
    return frozenset(name for spot in fine for name in (spot.name, spot.said))


def _with_ground(spots: tuple[Spot, ...], report: Report) -> tuple[Spot, ...]:
    """With the names that were struck, where no spot is told: "Monday's attack on Zumbuli"."""
    if any(spot.is_fine or isinstance(spot.key, str) for spot in spots):
        return spots
    ground = (Spot(name, name, name, "place", True, None, None, False, None, None) for name in struck_names(report))
    return (*ground, *spots)


def _all_spots(places: tuple[EventPlace, ...]) -> tuple[Spot, ...]:
    return tuple(
        Spot(
            key=place.geonames_id if place.geonames_id is not None else fold(place.name),
            name=fold(place.name),
            said=_KINDS_OF_PLACE.sub("", fold(place.text)) or fold(place.text),
            level=place.level,
            is_fine=place.level in FINE_LEVELS,
            iso3=place.iso3,
            admin1=place.admin1_code,
            is_near=place.where_prec == AROUND,
            latitude=place.latitude,
            longitude=place.longitude,
        )
        for place in (each.place for each in places)
    )


def numbers_of(counts: tuple[Count, ...]) -> dict[str, Number]:
    """The numbers of a telling by kind: the largest whole of each kind, parts left aside unless there is no whole."""
    numbers: dict[str, Number] = {}
    for count in counts:
        kind = f"{count.kind} of the actor" if count.whose == "actor" else count.kind
        if count.best is None or (count.sector is not None and kind in numbers):
            continue
        is_vague = _is_vague(count.qualifier) or is_one_named(count)
        number = Number(count.best, count.best, count.low or 0, None if is_one_named(count) else count.high, is_vague)
        known = numbers.get(kind)
        if known is None or number.most > known.most:
            numbers[kind] = number
    return numbers


def is_one_named(count: Count) -> bool:
    """Whether it counts no more than one person who is named or described, who may have been one of many: "the mayor"."""
    first = count.text.casefold().partition(" ")[0]
    return count.best == 1 and not count.qualifier and first not in ONE and not first[:1].isdigit()


def _is_vague(qualifier: str) -> bool:
    return qualifier in VAGUE or " of " in qualifier  # "tens of thousands"


def _joined(known: Number | None, new: Number) -> Number:
    if known is None:
        return new
    high = None if known.high is None or new.high is None else max(known.high, new.high)
    return Number(
        min(known.least, new.least),
        max(known.most, new.most),
        min(known.low, new.low),
        high,
        known.is_vague and new.is_vague,
    )
