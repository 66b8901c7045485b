"""Which events lie inside others, and which rows may be added up (codebook section 1).

A row that tells several incidents at once (scope multiple or aggregate), a campaign, or a day's number for a country
holds the incidents of its days, places and parties. Of such a row and its parts one side is countable: the parts once
their numbers add up to the whole's, the whole before. So a sum over countable rows counts everybody once, however much
was told in detail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.link.compare import COMPATIBLE, DIFFERENT, REGION_KM, SAME, is_close, side_verdict
from pipeline.link.merge import REAL, is_countable
from pipeline.link.profile import Spot, spots_of
from pipeline.link.sides import Side, side_of
from pipeline.records import Event

OPEN_MODES = ("", "offensive", "clash")  # a whole of such a mode holds attacks of any mode
DECISIVE = ("killed", "injured", "casualties", "displaced", "detained", "abducted")  # the first that the whole counts
COUNTRYWIDE = 2
FOLLOWING = 6  # sentences behind a day's total in which its parts are told
LONG_MONTHS = 36  # a whole that spans more months is filed once, not under each month
_OTHER = re.compile(r"\b(?:another|separate|separately|earlier|previously|also|last|had)\b", re.IGNORECASE)  # no part of it


@dataclass(frozen=True, slots=True)
class Extent:
    """The days, places, parties and numbers of an event; days inclusive, as ordinals."""

    position: int
    event: Event
    first: int
    last: int
    spots: tuple[Spot, ...]
    actors: Side
    recipients: Side
    coarseness: int  # 0 a spot or unknown, 1 a province, 2 a country or region


def settle_parts(events: Sequence[Event]) -> tuple[Event, ...]:
    """The same events in the same order, with `part_of` and `countable` decided."""
    extents = [_extent(position, event) for position, event in enumerate(events)]
    holders = _holders(extents)
    holders |= _followers(events, extents, holders)
    parts: dict[int, list[Event]] = {}
    for position, holder in holders.items():
        parts.setdefault(holder, []).append(events[position])
    dissolved = {whole for whole, inner in parts.items() if _is_divided(events[whole]) and add_up(events[whole], inner)}
    return tuple(
        _settled(
            event,
            events[holders[position]].event_id if position in holders else None,
            is_countable(event.status, event.scope)
            and position not in dissolved
            and not _is_told_by_whole(position, events, holders, dissolved),
        )
        for position, event in enumerate(events)
    )


def _followers(events: Sequence[Event], extents: Sequence[Extent | None], holders: dict[int, int]) -> dict[int, int]:
    """Parts without a day → the day's total that their article tells just before: "14 people were killed in Iraq on Monday. A
    bomb killed seven in Mosul." Together with the parts that have a day they are no more than the total."""
    totals: dict[str, list[Extent]] = {}
    for extent in extents:
        if extent is not None and _is_days_total(extent):
            totals.setdefault(extent.event.anchor.document_id, []).append(extent)
    inner: dict[int, list[int]] = {}
    for position, event in enumerate(events):
        told_there = totals.get(event.anchor.document_id, ()) if _may_follow(event) else ()
        before = [whole for whole in told_there if _is_told_after(event, whole.event)]
        found = [whole for whole in before if holds(whole, _extent_on(position, event, whole))]
        if found:
            inner.setdefault(found[-1].position, []).append(position)
    return {n: whole for whole, parts in inner.items() if _is_within(events, whole, parts, holders) for n in parts}


def _is_days_total(extent: Extent) -> bool:
    """A day's number for a country; or for a province, where no single act of it is told."""
    told = extent.event.anchor.candidate
    is_sum = extent.coarseness == 1 and (told.is_plural or told.is_result) and _decisive(extent.event) is not None
    return extent.first == extent.last and (_is_tally(extent) or is_sum)


def _may_follow(event: Event) -> bool:
    """A real act without a day that no word sets apart from what was told before."""
    is_undated = event.status in REAL and event.date.start is None
    return is_undated and event.scope == "incident" and not _OTHER.search(event.anchor.quote)


def _is_told_after(event: Event, whole: Event) -> bool:
    """Within the next few sentences."""
    return 0 < event.anchor.candidate.sentence - whole.anchor.candidate.sentence <= FOLLOWING


def _extent_on(position: int, event: Event, whole: Extent) -> Extent:
    """The event as if it had happened on the day of a total."""
    return _extent_between(position, event, whole.first, whole.last)


def _is_within(events: Sequence[Event], whole: int, parts: Sequence[int], holders: dict[int, int]) -> bool:
    """Whether parts with and without a day are together no more than their total."""
    kind = _decisive(events[whole])
    known = [*parts, *(n for n, holder in holders.items() if holder == whole)]
    return kind is not None and sum(_best(events[n], kind) for n in known) <= _best(events[whole], kind)


def _settled(event: Event, part_of: str | None, countable: bool) -> Event:
    if (event.part_of, event.countable) == (part_of, countable):
        return event
    return replace(event, part_of=part_of, countable=countable)


def _is_divided(event: Event) -> bool:
    """Whether a row with parts may not be counted beside them. A campaign without numbers is an act of its own."""
    return event.scope == "multiple" or (event.scope == "incident" and _decisive(event) is not None)


def _is_told_by_whole(position: int, events: Sequence[Event], holders: dict[int, int], dissolved: set[int]) -> bool:
    """Whether some row around this one is counted in its stead."""
    while position in holders:
        position = holders[position]
        if _is_divided(events[position]) and position not in dissolved:
            return True
    return False


def add_up(whole: Event, parts: Sequence[Event]) -> bool:
    """Whether the parts' numbers reach the whole's. A whole without a number is told in full by any part."""
    kind = _decisive(whole)
    if kind is None:
        return True
    known = (part.total(kind) for part in parts)
    return sum(total.best or 0 for total in known if total) >= _best(whole, kind)


def _decisive(event: Event) -> str | None:
    return next((kind for kind in DECISIVE if _best(event, kind)), None)


def _best(event: Event, kind: str) -> int:
    total = event.total(kind)
    return total.best or 0 if total else 0


def _extent(position: int, event: Event) -> Extent | None:
    """None for an event that can neither hold nor lie inside another: not real, or open at an end."""
    if event.status not in REAL or event.date.start is None or event.date.end is None:
        return None
    return _extent_between(position, event, event.date.start.toordinal(), event.date.end.toordinal())


def _extent_between(position: int, event: Event, first: int, last: int) -> Extent:
    spots = spots_of(event.places)
    actors, recipients = side_of(event.participants, "actor"), side_of(event.participants, "recipient")
    coarseness = min((0 if spot.is_fine else 1 if spot.admin1 else COUNTRYWIDE for spot in spots), default=0)
    return Extent(position, event, first, last, spots, actors, recipients, coarseness)


def _holders(extents: Sequence[Extent | None]) -> dict[int, int]:
    """Position of each part → position of its whole: the narrowest, a `multiple` one before an aggregate."""
    filed: dict[tuple[object, ...], list[Extent]] = {}
    for whole in extents:
        if whole and _may_hold(whole):
            for month in _months(whole):
                for trait in _traits(whole):
                    filed.setdefault((whole.event.event_type, trait, month), []).append(whole)
    holders = {}
    for part in extents:
        found = [whole for whole in _filed_around(part, filed) if holds(whole, part)] if part else []
        if part and found:
            holders[part.position] = min(found, key=_narrowness).position
    return holders


def _may_hold(extent: Extent) -> bool:
    """Several told as one, a campaign, or a day's number for a whole country."""
    event = extent.event
    return event.scope != "incident" or event.mode == "offensive" or _is_tally(extent)


def _is_tally(extent: Extent) -> bool:
    return extent.event.scope == "incident" and extent.coarseness == COUNTRYWIDE and _decisive(extent.event) is not None


def _narrowness(whole: Extent) -> tuple[bool, int, int]:
    return whole.event.scope == "aggregate", whole.last - whole.first, whole.position


def _filed_around(part: Extent, filed: dict[tuple[object, ...], list[Extent]]) -> Iterator[Extent]:
    for month in (_month(part.first), None):
        for trait in _traits(part):
            yield from filed.get((part.event.event_type, trait, month), ())


def _traits(extent: Extent) -> set[str]:
    """What a whole and its parts have in common: a country, or a party."""
    return {spot.iso3 for spot in extent.spots if spot.iso3} | {*extent.actors.names}


def _months(extent: Extent) -> Sequence[int | None]:
    first, last = _month(extent.first), _month(extent.last)
    return range(first, last + 1) if last - first <= LONG_MONTHS else (None,)


def _month(ordinal: int) -> int:
    day = date.fromordinal(ordinal)
    return day.year * 12 + day.month


def holds(whole: Extent, part: Extent) -> bool:
    """Whether one event lies inside another's days, numbers, mode, places and parties, and is smaller."""
    if part.first < whole.first or part.last > whole.last or _size(part) >= _size(whole):
        return False
    if whole.event.mode not in OPEN_MODES and part.event.mode not in ("", whole.event.mode):
        return False
    return _counts_fit(whole.event, part.event) and _places_and_parties_fit(whole, part)


def _size(extent: Extent) -> tuple[int, int, int]:
    """Strictly larger wholes only, so that no two events hold each other."""
    scope = ("incident", "multiple", "aggregate").index(extent.event.scope)
    return extent.last - extent.first, scope, extent.coarseness


def _counts_fit(whole: Event, part: Event) -> bool:
    for total in whole.totals:
        inner = part.total(total.kind)
        if inner and total.high is not None and (inner.best or 0) > total.high:
            return False
    return True


def _places_and_parties_fit(whole: Extent, part: Extent) -> bool:
    sides = (side_verdict(whole.actors, part.actors), side_verdict(whole.recipients, part.recipients))
    if DIFFERENT in sides:
        return False
    if _is_tally(whole) and (whole.recipients.is_told or part.coarseness == COUNTRYWIDE) and sides[1] not in (SAME, COMPATIBLE):
        return False
    if whole.spots and part.spots:
        return any(contains(outer, inner) for outer in whole.spots for inner in part.spots)
    return sides[0] in (SAME, COMPATIBLE)


def contains(outer: Spot, inner: Spot) -> bool:
    """Whether a place lies in another: a spot by nearness, a region by distance, the rest by division."""
    if outer.key == inner.key:
        return True
    if outer.iso3 is None or outer.iso3 != inner.iso3:
        return False
    if outer.is_fine:
        return inner.is_fine and is_close(outer, inner)
    if outer.level == "region":
        return is_close(outer, inner, REGION_KM)
    return outer.level == "country" or (outer.admin1 is not None and outer.admin1 == inner.admin1)
