"""How a telling agrees with an event, in five respects: type, date, place, parties, numbers.

Each function gives one verdict. What the verdicts together mean is not decided here but in rules.toml.
"""

from __future__ import annotations

import math

from pipeline.link.kindred import are_kindred
from pipeline.link.profile import Number, Profile, Spot, width
from pipeline.link.sides import CIVIL, Side
from pipeline.link.sites import share_rare_site

SAME = "same"  # the two say the same, specifically
EQUAL = "equal"  # the same, and yet of little weight: a round number, a whole country, a month
COMPATIBLE = "compatible"  # one contains or overlaps the other
NEAR = "near"  # days that touch, numbers that could be a revised toll, one act and several told as one
UNTOLD = "untold"  # the event is known in this respect, the telling says nothing
NEW = "new"  # the telling says what is not known of the event
PAST = "past"  # new, and long before the article that tells the event without a date
NONE = "none"  # neither says
DIFFERENT = "different"  # cannot be the same
VERDICTS = (SAME, EQUAL, COMPATIBLE, NEAR, UNTOLD, NEW, PAST, NONE, DIFFERENT)

SHORT_DAYS = 2  # last - first of a date that names one act's day: "overnight", "3 to 5 February"
LONG_DAYS = 31  # a wider interval ("in 2018", "since 2011") dates an act too loosely to be evidence for it
RECENT_DAYS = 31  # what an article tells without a date is mostly of the weeks before
WEEK_DAYS = 7  # "a week after", which is often said of six or eight days
NEAR_DAYS = 1  # "on Friday" and "on Saturday" of one night, or of two time zones
AROUND_KM = 100.0  # "south of Baghdad" and the town that lies there
NEAR_KM = 15.0  # a suburb and its city; most quarters of Aleppo, Homs, Mosul and Kharkiv lie within it
REGION_KM = 400.0  # how far a region ("northwestern Pakistan", "Donbas") reaches from its point
REVISED_RATIO = 2.0  # a toll that more than doubles is held to be another event
OPEN_RATIO = 5.0  # … unless the smaller was open ("at least 10" of the first hours, 37 at last) or the act is surely the same one
TOLL_RATIO = 10.0  # "the toll rose to 41" of 5 that the first article told
ROUNDED = 1.2  # "more than 60" is said of 62, of 71, not of 90
SMALL_NUMBER = 10
TELLING_NUMBER = 2  # equal numbers from here on are evidence; "one killed" is told of half of all attacks


def compare(event: Profile, telling: Profile) -> tuple[str, str, str, str, str] | None:
    """The verdicts on (type, date, place, who, number); None as soon as one is that they differ."""
    kind = type_verdict(event, telling)
    if kind == DIFFERENT:
        return None
    when = date_verdict(event, telling)
    if when == DIFFERENT:
        return None
    where = place_verdict(event.spots, telling.spots)
    if where == DIFFERENT:
        return None
    who = who_verdict(event, telling)
    if who == DIFFERENT:
        if not shares(event.wordings, telling.wordings):
            return None
        who = COMPATIBLE  # one sentence, whose "he" or "troops" was read in two ways
    number = number_verdict(event.numbers, telling.numbers)
    if event.scope != "aggregate":  # a total that has grown is another total
        number = _revised(event, telling, number)
    if number == NEAR and where == NEW and are_two_names(event.spots, telling.spots):
        return None
    return None if number == DIFFERENT else (kind, when, where, who, number)


def unsaid(event: object, telling: object) -> str:
    """The verdict when at least one of the two says nothing."""
    return UNTOLD if event else NEW if telling else NONE


def type_verdict(a: Profile, b: Profile) -> str:
    """Same type and mode; a mode told by one alone; two names of one act (types.csv). Totals never meet incidents."""
    if (a.scope == "aggregate") != (b.scope == "aggregate"):
        return DIFFERENT
    is_same_type = a.event_type == b.event_type
    if not (is_same_type and (a.mode == b.mode or not (a.mode and b.mode))):
        return COMPATIBLE if are_kindred(a.event_type, a.mode, b.event_type, b.mode) else DIFFERENT
    if a.scope != b.scope:
        return NEAR
    return SAME if a.mode == b.mode else unsaid(a.mode, b.mode)


def date_verdict(a: Profile, b: Profile) -> str:
    """Same day; same longer phrase; overlapping; touching days; or one of the two undated or hardly dated.

    A total runs to the day it is told on, and where it begins is told in many ways, so its days set no two totals apart
    unless both are of a day: "31 died on Monday".
    """
    if a.last is None or b.last is None or a.first is None or b.first is None:
        return _undated_verdict(a, b)
    gap = max(a.first, b.first) - min(a.last, b.last)
    is_short = a.last - a.first <= SHORT_DAYS and b.last - b.first <= SHORT_DAYS
    if gap <= 0:
        if is_short:
            return SAME
        if (a.first, a.last) == (b.first, b.last) and not (a.is_loose or b.is_loose):
            return EQUAL
        if max(a.last - a.first, b.last - b.first) <= LONG_DAYS:
            return COMPATIBLE
        return UNTOLD if b.last - b.first > LONG_DAYS else NEW
    if a.scope == b.scope == "aggregate" and not is_short:
        return UNTOLD
    return NEAR if gap <= NEAR_DAYS and (is_short or _are_of_a_week(a, b)) else DIFFERENT


def _are_of_a_week(a: Profile, b: Profile) -> bool:
    """Whether one attack that counts its dead is told of a day, the other of the week that begins or ends beside it."""
    widths = sorted((width(a), width(b)))
    return widths[0] <= SHORT_DAYS and widths[1] < WEEK_DAYS and "killed" in a.numbers and "killed" in b.numbers


def _undated_verdict(event: Profile, telling: Profile) -> str:
    """Of an undated one only the last possible day is known; it must not come before the other's first."""
    if event.first is None and telling.first is None:
        return NONE
    dated, undated = (event, telling) if telling.first is None else (telling, event)
    is_total = event.scope == telling.scope == "aggregate"
    if dated.first is not None and undated.last is not None and dated.first > undated.last and not is_total:
        return DIFFERENT
    if undated is telling:
        return UNTOLD
    is_past = None not in (dated.last, event.said) and (event.said or 0) - (dated.last or 0) > RECENT_DAYS
    return PAST if is_past else NEW


def place_verdict(a: tuple[Spot, ...], b: tuple[Spot, ...]) -> str:
    """The same spot or province; one inside the other or close by; another."""
    if not a or not b:
        return unsaid(a, b)
    if len(a) == len(b) == 1:
        return _spot_verdict(a[0], b[0])
    verdicts = {_spot_verdict(one, other) for one in a for other in b}
    return next(verdict for verdict in (SAME, EQUAL, COMPATIBLE, NEW, DIFFERENT) if verdict in verdicts)


def _spot_verdict(a: Spot, b: Spot) -> str:
    if a.key == b.key or (a.name == b.name and (a.iso3 == b.iso3 or None in (a.iso3, b.iso3))) or _are_namesakes(a, b):
        return SAME if a.is_fine or a.admin1 or a.iso3 is None or _is_unlisted(a) or _is_unlisted(b) else EQUAL
    if a.iso3 is None or b.iso3 is None:
        return NEW
    if a.iso3 != b.iso3:
        return NEW if a.said == b.said and (_is_unlisted(a) or _is_unlisted(b)) else DIFFERENT
    if a.is_fine and b.is_fine:
        return COMPATIBLE if is_close(a, b, AROUND_KM if a.is_near or b.is_near else NEAR_KM) else DIFFERENT
    if "region" in (a.level, b.level) and "country" not in (a.level, b.level):
        return COMPATIBLE if _is_unlisted(a) or _is_unlisted(b) or is_close(a, b, REGION_KM) else DIFFERENT
    return DIFFERENT if a.admin1 and b.admin1 and a.admin1 != b.admin1 else COMPATIBLE


def are_two_names(a: tuple[Spot, ...], b: tuple[Spot, ...]) -> bool:
    """Whether each tells a spot of its own, though of one nobody knows where it lies: with another number it is another act."""
    return all(any(spot.is_fine or _is_unlisted(spot) for spot in spots) for spots in (a, b))


def _is_unlisted(spot: Spot) -> bool:
    """Whether a place is in no gazetteer: a namesake in another country may have been taken for it elsewhere."""
    return isinstance(spot.key, str) and spot.level not in ("region", "country")


def _are_namesakes(a: Spot, b: Spot) -> bool:
    """Whether one word was read as a town here and as the province around it there: "Hama" is either."""
    return a.said == b.said and a.iso3 == b.iso3 and a.admin1 is not None and a.admin1 == b.admin1


def is_close(a: Spot, b: Spot, km: float = NEAR_KM) -> bool:
    """Within so many km of each other; on a plane with the cosine of the latitude, exact enough at these distances."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return False
    north = (a.latitude - b.latitude) * 111.2
    east = (a.longitude - b.longitude) * 111.2 * math.cos(math.radians(a.latitude))
    return math.hypot(north, east) <= km


def who_verdict(a: Profile, b: Profile) -> str:
    """Both sides the same; one side the same and the other untold; a side different.

    Statements are the same party's or are not compared: two who urge one government are two.
    Of a mutual act the parties are compared as one set, for "A clashed with B" may be told as "B attacked A".
    """
    if a.is_mutual or b.is_mutual:
        return _parties_verdict(a, b)
    actor = side_verdict(a.actors, b.actors)
    if actor == DIFFERENT:
        return DIFFERENT
    recipient = side_verdict(a.recipients, b.recipients)
    if recipient == DIFFERENT:
        return DIFFERENT
    if a.is_speech and actor in (NEW, UNTOLD):
        return actor
    known = {SAME, COMPATIBLE} & {actor, recipient}
    if known:
        return SAME if actor == SAME and recipient in known | {COMPATIBLE} else COMPATIBLE
    return next(verdict for verdict in (NEW, UNTOLD, NONE) if verdict in (actor, recipient))


def _parties_verdict(a: Profile, b: Profile) -> str:
    """Two parties in common are the same; one alone is compatible, for the other may be told in other words."""
    one, other = _together(a.actors, a.recipients), _together(b.actors, b.recipients)
    verdict = side_verdict(one, other)
    return COMPATIBLE if verdict == SAME and len({*one.names} & {*other.names}) == 1 else verdict


def _together(a: Side, b: Side) -> Side:
    return Side(a.names + b.names, a.kin + b.kin, a.bare + b.bare, a.people + b.people, a.groups + b.groups)


def side_verdict(a: Side, b: Side) -> str:
    """Whether one side of two tellings can be the same.

    A state's government, army and police stand for each other; so do a country's armed groups and its civilians.
    """
    if not a.names or not b.names:
        if _are_of_other_kinds(a, b):
            return DIFFERENT
        if a.is_told and b.is_told:
            return NONE if shares(a.bare, b.bare) else NEW
        return unsaid(a.is_told, b.is_told)
    if shares(a.names, b.names):
        return SAME
    return COMPATIBLE if shares(a.kin, b.kin) else DIFFERENT


def _are_of_other_kinds(a: Side, b: Side) -> bool:
    """Whether the one are civilians only and the other fight; "soldiers and volunteers" may be told as either."""
    if not a.groups or not b.groups:
        return False
    return {CIVIL} in ({*a.groups}, {*b.groups}) and not (CIVIL in a.groups and CIVIL in b.groups)


def shares(a: tuple[object, ...], b: tuple[object, ...]) -> bool:
    """Whether two short tuples have something in common."""
    for one in a:  # noqa: SIM110 (a loop: called for every pair, and half as slow as `any`)
        if one in b:
            return True
    return False


def number_verdict(a: dict[str, Number], b: dict[str, Number]) -> str:
    """By the first kind that both give, the dead before all others."""
    shared = sorted(a.keys() & b.keys(), key=lambda kind: (kind != "killed", kind)) if a and b else []
    if not shared:
        return unsaid(a, b)
    verdicts = [_number_verdict(a[kind], b[kind]) for kind in shared]
    if shared[0] == "killed":
        return verdicts[0]
    return next(verdict for verdict in (SAME, EQUAL, NEAR, COMPATIBLE, DIFFERENT) if verdict in verdicts)


def _number_verdict(a: Number, b: Number) -> str:
    if b.least <= a.most and a.least <= b.most:
        if b.least < TELLING_NUMBER or a.is_vague or b.is_vague:
            return COMPATIBLE
        return SAME if is_distinctive(b.least) else EQUAL
    below, above = (a.most, b.least) if a.most < b.least else (b.most, a.least)  # the nearest that the two tell
    if below and above <= below * REVISED_RATIO:
        return NEAR
    overlaps = (a.high is None or b.low <= a.high) and (b.high is None or a.low <= b.high)
    return COMPATIBLE if overlaps and (a.is_vague or b.is_vague) else DIFFERENT


def _revised(event: Profile, telling: Profile, verdict: str) -> str:
    """The verdict on the dead of one act, where one number rounds the other off, or one of the first hours has risen; the dead of
    a town that no act is told of ("26 were killed in Aleppo on Friday") are not those of one act there."""
    known, told = event.numbers.get("killed"), telling.numbers.get("killed")
    if known is None or told is None or verdict not in (NEAR, DIFFERENT):
        return verdict
    if _is_rounded(known, told) or _is_rounded(told, known):
        return EQUAL
    if telling.is_tally:  # another side's count of the same act may be any
        return NEAR
    if known.most >= told.least or told.least > known.most * (TOLL_RATIO if telling.is_toll else OPEN_RATIO):
        return verdict
    is_open = known.high is None and not known.is_vague and event.is_result == telling.is_result
    is_one_act = telling.is_definite or share_rare_site(event.sites, telling.sites)  # "Friday's attack", "the mosque"
    return NEAR if telling.is_toll or is_open or is_one_act else verdict


def _is_rounded(a: Number, b: Number) -> bool:
    """Whether the one is "more than 60" and the other a little more."""
    return a.high is None and not a.is_vague and is_round(a.most) and a.most < b.least <= a.most * ROUNDED


def is_distinctive(number: int) -> bool:
    """Whether a number is hardly ever told of two events of one time: neither small nor round."""
    return number > SMALL_NUMBER and not is_round(number)


def is_round(number: int) -> bool:
    """Whether a number is one that others are rounded to."""
    return number > SMALL_NUMBER and number % (10 if number < 100 else 100) == 0
