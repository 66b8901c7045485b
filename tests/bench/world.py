"""A made-up world whose articles tell made-up events: input of any size for the speed of linking.

Wars are unequal (the busiest of 20 countries has about a third of all events), an event is told by one to six articles
of the days after it, an article tells about six events, and tellings leave out or blur what real ones do: the town, the
number, the actor, the day.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.ids import report_id
from pipeline.records import Argument, Candidate, Count, EventDate, EventPlace, Modality, Participant, Place, Report

COUNTRIES, PROVINCES, TOWNS, SIDES = 20, 12, 15, 6
FIRST_DAY, DAYS = date(2015, 1, 1), 2000
TYPES = (("ASSAULT", ""), ("ASSAULT", "aerial"), ("ASSAULT", "heavy-weapons"), ("ASSAULT", "clash"), ("COERCE", "arrest"),
         ("PROTEST", "demo"), ("THREATEN", "violence"), ("AGREE", ""), ("CONSULT", "visit"))  # fmt: skip
SPEECH = frozenset({"THREATEN"})
HEADS, REAL = (Argument(0, 0),), Modality("occurred")


class Deed(NamedTuple):
    """What truly happened."""

    type: int
    day: int
    country: int
    province: int
    town: int
    actor: int
    recipient: int
    dead: int


def reports(n: int, seed: int = 1) -> Iterator[Report]:
    """About `n` tellings: on each front of a day happen six deeds, and up to six articles tell some of them."""
    chance = random.Random(seed)
    told = front = 0
    while told < n:
        day, country = chance.randrange(DAYS), min(int(chance.paretovariate(1.0)) - 1, COUNTRIES - 1)
        deeds = [_deed(chance, day, country) for _ in range(6)]
        for teller in range(min(6, 1 + int(chance.expovariate(0.5)))):
            said = FIRST_DAY + timedelta(day + chance.randrange(3))
            document = f"doc_{front:08d}{teller:08d}"
            for number, deed in enumerate(deeds):
                if chance.random() < 0.7:
                    yield _telling(deed, document, said, number * 400, chance)
                    told += 1
        front += 1


def _deed(chance: random.Random, day: int, country: int) -> Deed:
    actor = chance.randrange(SIDES)
    return Deed(
        chance.randrange(len(TYPES)), day, country, chance.randrange(PROVINCES), chance.randrange(TOWNS),
        actor, (actor + 1) % SIDES, min(int(chance.paretovariate(0.9)), 400),
    )  # fmt: skip


def _telling(deed: Deed, document: str, said: date, start: int, chance: random.Random) -> Report:
    event_type, mode = TYPES[deed.type]
    candidate = Candidate(
        0, "bench", event_type, mode if chance.random() < 0.7 else "", HEADS, start, start + 6, 0, (), (), REAL,
        is_speech_act=event_type in SPEECH,
    )  # fmt: skip
    return Report(
        report_id(document, candidate), document, said, candidate, start, start + 120, f"Told by {document} at {start}.",
        "struck", "occurred", "", "multiple" if chance.random() < 0.05 else "incident", _date(deed, said, chance),
        _places(deed, start, chance), _participants(deed, start, chance), _counts(deed, start, chance), None, "none",
    )  # fmt: skip


def _date(deed: Deed, said: date, chance: random.Random) -> EventDate:
    day, form = FIRST_DAY + timedelta(deed.day), chance.random()
    if form < 0.6:
        return EventDate(day, day, "within", "day", "relative", "Monday", 0, 6)
    if form < 0.75:
        return EventDate(day - timedelta(day.weekday()), day, "within", "week", "relative", "this week", 0, 9)
    if form < 0.85:
        return EventDate(day.replace(day=1), day, "within", "month", "relative", "this month", 0, 9)
    return EventDate(None, said)


def _places(deed: Deed, start: int, chance: random.Random) -> tuple[EventPlace, ...]:
    form = chance.random()
    if form < 0.15:
        return ()
    iso3, admin1 = f"C{deed.country:02d}", f"{deed.province:02d}"
    level, prec = ("place", 1) if form < 0.7 else ("province", 4) if form < 0.85 else ("country", 6)
    name = {
        "place": f"Town {deed.country}-{deed.province}-{deed.town}",
        "province": f"Province {deed.country}-{deed.province}",
    }
    latitude = deed.country + deed.province / 20 + deed.town / 400
    return (
        EventPlace(
            Place(
                start, start + 9, name.get(level, iso3), name.get(level, iso3), level, "literal",
                hash((deed.country, deed.province, deed.town, level)) % 10**7, None, admin1 if prec < 6 else None, iso3, iso3,
                None, latitude, latitude, prec,
            )
        ),
    )  # fmt: skip


def _participants(deed: Deed, start: int, chance: random.Random) -> tuple[Participant, ...]:
    found = []
    for role, side, share in (("actor", deed.actor, 0.8), ("recipient", deed.recipient, 0.6)):
        if chance.random() < share:
            iso3 = f"C{deed.country:02d}"
            name = f"Side {side} of {iso3}"
            found.append(Participant(role, 0, name, name, f"{iso3}MIL", iso3, "MIL", name, start, start + 9))
    return tuple(found)


def _counts(deed: Deed, start: int, chance: random.Random) -> tuple[Count, ...]:
    if TYPES[deed.type][0] != "ASSAULT" or chance.random() < 0.4:
        return ()
    best = deed.dead + (chance.randrange(3) if chance.random() < 0.2 else 0)
    return (Count("killed", best, best, best, "", "recipient", None, None, "killed", start, start + 6),)
