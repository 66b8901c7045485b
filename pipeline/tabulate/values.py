"""The values of the columns that events and reports share, by group as in `schemas.columns`. Empty is None."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from pipeline.records import EventDate, Participant
from pipeline.resolve.ontology import Harm, classify, conditions
from pipeline.tabulate.told import Told
from schemas.columns import HOW_MANY, WHERE
from schemas.vocab import FORCEFUL

Values = dict[str, Any]

UCDP_DAYS = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))  # longest interval in days, UCDP's date_prec
NUMBERS = {
    "killed": "fatalities",
    "injured": "injured",
    "displaced": "displaced",
    "detained": "detained",
    "abducted": "abducted",
}
NUMBER_COLUMNS = tuple(column.name for column in HOW_MANY)
PLACE_COLUMNS = tuple(column.name for column in WHERE)
TOLLS = ("killed", "injured", "displaced")


def what(told: Told) -> Values:
    """Type, mode, status, outcome, scope, and what follows from them."""
    harms = [Harm(total.kind, total.best or total.low) for total in told.totals]
    harms += [Harm(part.kind, part.best or part.low, part.sector) for part in told.parts if part.sector]
    met = conditions(
        told.participants,
        harms,
        outcome=told.outcome,
        is_mutual=told.is_mutual,
        iso3=told.place.iso3 if told.place else None,
    )
    return {
        "event_type": told.event_type,
        "mode": told.mode or None,
        "status": told.status,
        "outcome": told.outcome or None,
        "scope": told.scope,
        "violent": is_violent(told.event_type, told.mode, "hurt" in met),
        **classify(told.event_type, told.mode, met)._asdict(),
    }


def is_violent(event_type: str, mode: str, is_hurt: bool) -> bool:
    """ASSAULT, a forceful mode, or PROTEST or COERCE in which somebody is killed or hurt."""
    by_force = (event_type, mode) in FORCEFUL or (event_type in ("PROTEST", "COERCE") and is_hurt)
    return event_type == "ASSAULT" or by_force


def when(told: Told, published: date | None) -> Values:
    """The date columns. `published` stands in for `date_sort` when the text gives no day at all."""
    given = told.date
    sort_day, sort_basis = sort_by(given, published)
    return {
        "date_start": given.start,
        "date_end": given.end,
        "date_kind": given.kind,
        "date_precision": given.precision,
        "date_prec": ucdp_precision(given),
        "date_basis": given.basis,
        "date_text": given.text,
        "date_sort": sort_day,
        "date_sort_basis": sort_basis,
    }


def ucdp_precision(given: EventDate) -> int | None:
    """UCDP's 1 to 5 from the length of the interval; None when it is open or longer than a year."""
    if given.start is None or given.end is None:
        return None
    days = (given.end - given.start).days + 1
    return next((prec for longest, prec in UCDP_DAYS if days <= longest), None)


def sort_by(given: EventDate, published: date | None) -> tuple[date | None, str | None]:
    """A day to sort by and what it is: the start of what lasted or is known to the day, else the middle."""
    if given.start is None or given.end is None:
        day = given.end or published
        return day, "assumed_dct" if day else None
    if given.kind == "throughout" or given.precision in ("day", "days"):
        return given.start, "start"
    return given.start + timedelta(days=(given.end - given.start).days // 2), "midpoint"


def where(told: Told) -> Values:
    """The columns of the place the row shows."""
    place = told.place
    if place is None:
        return dict.fromkeys(PLACE_COLUMNS)
    return {
        "place_name": place.name or None,
        "place_text": place.text or None,
        "place_level": place.level,
        "geonames_id": place.geonames_id,
        "admin1_name": place.admin1_name,
        "admin1_code": place.admin1_code,
        "country": place.country,
        "country_iso3": place.iso3,
        "gwno": place.gwno,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "where_prec": place.where_prec,
        "priogrid_gid": place.priogrid_gid,
    }


def who(told: Told) -> Values:
    """The columns of both sides."""
    actors, recipients = told.sides
    return {
        "directed": not told.is_mutual,
        **_party("actor", actors),
        **_party("recipient", recipients),
        "actor_names": join_names(actors),
        "recipient_names": join_names(recipients),
    }


def _party(role: str, side: tuple[Participant, ...]) -> Values:
    first = side[0] if side else None
    return {
        f"{role}_name": first.name if first else None,
        f"{role}_id": first.actor_id if first else None,
        f"{role}_code": first.code if first else None,
        f"{role}_iso3": first.iso3 if first else None,
        f"{role}_sector": first.sector if first else None,
    }


def join_names(side: tuple[Participant, ...]) -> str | None:
    """Each name once, in order, joined by "; "."""
    return "; ".join(dict.fromkeys(party.name for party in side)) or None


def how_many(told: Told) -> Values:
    """The number columns. An aggregate has its numbers in the toll columns only."""
    is_sum = told.scope == "aggregate"
    values: Values = dict.fromkeys(NUMBER_COLUMNS)
    for total in told.totals:
        if is_sum and total.kind in TOLLS:
            values[f"toll_{total.kind}"] = total.best
        elif not is_sum and total.kind in NUMBERS:
            name = NUMBERS[total.kind]
            values |= {f"{name}_low": total.low, f"{name}_best": total.best, f"{name}_high": total.high}
            if total.kind == "killed":
                values["fatalities_qualifier"] = total.qualifier or None
    if told.deaths and not is_sum:
        values |= {f"deaths_{whose}": getattr(told.deaths, whose) for whose in ("actor", "recipient", "civilians", "unknown")}
    return values


def claims(told: Told) -> Values:
    """Who says it and who denies it. What is denied is contested, and what nobody claims has no side."""
    return {
        "claimed_by": told.claimed_by,
        "claim_side": told.claim_side if told.claimed_by else "none",
        "contested": told.contested or told.denied_by is not None,
        "denied_by": told.denied_by,
    }
