"""Events in ACLED's columns (the layout of 2023 and later). The 1–3 codes of precision stand here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from pipeline.export import Options, Rendered
from pipeline.export.dataset import Dataset, Row
from pipeline.export.profile import Filled, Profile, Told, copied, join
from pipeline.export.profile import render as render_profile
from schemas.vocab import CIVILIAN_SECTORS, STATE_ARMED_SECTORS

MOST_DAYS = ((1, 1), (2, 7), (3, 31))  # time_precision, and the longest interval that it stands for, in days
GEO_PRECISION: Mapping[int, int] = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}  # by where_prec; a country or a sea has none
DISORDER: Mapping[str, str] = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
SUB_DISORDER: Mapping[str, str] = {
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Mob violence": "Political violence",
}
MIXED = frozenset({"Explosions/Remote violence", "Riots"})  # types that target civilians only when civilians receive them
CROWDS: Mapping[str, str] = {"Protests": "Protesters", "Riots": "Rioters"}


def render(dataset: Dataset, options: Options) -> Rendered:
    """The events that ACLED has a cell for, as comma-separated text."""
    return render_profile(PROFILE, dataset, options)


def _days(event: Row) -> int | None:
    if event["date_start"] is None or event["date_end"] is None:
        return None
    days: timedelta = event["date_end"] - event["date_start"]
    return days.days + 1


def _time_precision(told: Told) -> int | None:
    days = _days(told.event)
    return None if days is None else next((code for code, most in MOST_DAYS if days <= most), None)


def _event_date(told: Told) -> Any:
    return told.event["date_sort"] if _time_precision(told) else None


def _year(told: Told) -> int | None:
    first, last = told.event["date_start"], told.event["date_end"]
    return first.year if first and last and first.year == last.year else None


def _disorder(told: Told) -> str | None:
    event = told.event
    return SUB_DISORDER.get(event["acled_like_sub_event_type"]) or DISORDER.get(event["acled_like_event_type"])


def _others(role: str) -> Any:
    def value(told: Told) -> str | None:
        return "; ".join((told.event[f"{role}_names"] or "").split("; ")[1:]) or None

    return value


def _inter(role: str) -> Any:
    def value(told: Told) -> str | None:
        return _kind(told.event, role)

    return value


def _kind(event: Row, role: str) -> str | None:
    """ACLED's type of an actor, as far as its sector, its country and the event's country tell it."""
    sector, home, place = event[f"{role}_sector"], event[f"{role}_iso3"], event["country_iso3"]
    if sector in STATE_ARMED_SECTORS:
        return ("State forces" if home == place else "External/Other forces") if home and place else None
    if sector in CIVILIAN_SECTORS:
        crowd = CROWDS.get(event["acled_like_event_type"]) if role == "actor" else None
        return crowd or "Civilians"
    return "Rebel group" if sector == "REB" else None


def _civilian_targeting(told: Told) -> str | None:
    event = told.event
    of_type = event["acled_like_event_type"] == "Violence against civilians"
    of_sub_type = event["acled_like_sub_event_type"] == "Excessive force against protesters"
    of_victims = event["acled_like_event_type"] in MIXED and event["recipient_sector"] in CIVILIAN_SECTORS
    return "Civilian targeting" if of_type or of_sub_type or of_victims else None


def _if_placed(column: str) -> Any:
    def value(told: Told) -> Any:
        return told.event[column] if told.event["where_prec"] in GEO_PRECISION else None

    return value


INTER = "State forces or External/Other forces for a state's armed sectors, by whether the place is in their country (empty \
when either country is unknown); Rebel group for REB; Civilians for unarmed sectors; empty for others"

PROFILE = Profile(
    "acled",
    "the columns of ACLED",
    "A row is an event with a cell in ACLED's scheme, of the kind that may be counted. `acled_match = partial` rows are in: \
ACLED would code some of them otherwise; join `acled_match` by `event_id` to leave them out.",
    (
        copied("event_id_cnty", "event_id", "Not ACLED's id."),
        Filled(
            "event_date",
            "The day; of a longer interval `date_sort`, the day in its middle (or its first, for what lasted), which stands "
            "for it as in ACLED. Empty when the interval is longer than 31 days or its start is open.",
            _event_date,
        ),
        Filled("year", "Year of the interval; empty when it spans several or its start is open.", _year),
        Filled(
            "time_precision",
            "By the length of the interval: 1 one day, 2 up to seven days, 3 up to 31 days, else empty.",
            _time_precision,
        ),
        Filled("disorder_type", "Follows from the two types, as ACLED defines it.", _disorder),
        copied("event_type", "acled_like_event_type"),
        copied("sub_event_type", "acled_like_sub_event_type"),
        copied("actor1", "actor_name", "Canonical name, not ACLED's; who acts, where ACLED implies no direction."),
        Filled("assoc_actor_1", "The other actors in `actor_names`.", _others("actor")),
        Filled("inter1", f"{INTER}. Protesters or Rioters for the unarmed actor of a protest or riot.", _inter("actor")),
        copied("actor2", "recipient_name"),
        Filled("assoc_actor_2", "The other recipients in `recipient_names`.", _others("recipient")),
        Filled("inter2", f"{INTER}.", _inter("recipient")),
        Filled("interaction", "follows from inter1 and inter2 by ACLED's own list."),
        Filled(
            "civilian_targeting",
            "Civilian targeting for violence against civilians, excessive force against protesters, and explosions and riots "
            "whose recipient is of an unarmed sector.",
            _civilian_targeting,
        ),
        Filled("iso", "the numeric code of the country is not in the tables; `country_iso3` is."),
        Filled("region", "ACLED's regions are its own list."),
        copied("country", "country"),
        copied("admin1", "admin1_name"),
        Filled("admin2", "the gazetteer has no second-order divisions."),
        Filled("admin3", "the gazetteer has no third-order divisions."),
        Filled(
            "location", "`place_name`, or `place_text` where the gazetteer does not know the place.",
            lambda told: told.event["place_name"] or told.event["place_text"],
        ),
        Filled("latitude", "`latitude`; empty for a country or a sea (`where_prec` 6, 7).", _if_placed("latitude")),
        Filled("longitude", "`longitude`; empty for a country or a sea.", _if_placed("longitude")),
        Filled(
            "geo_precision", "By `where_prec`: 1 is 1; 2 and 3 are 2; 4 and 5 are 3; else empty.",
            lambda told: GEO_PRECISION.get(told.event["where_prec"]),
        ),
        Filled("source", "Publishers that tell it, oldest first, joined by `;`.",
               lambda told: join([row["publisher"] for row in told.documents])),
        Filled("source_scale", "not known of a publisher."),
        copied("notes", "summary"),
        copied("fatalities", "fatalities_best", "Empty means not reported, where ACLED writes 0."),
        Filled("tags", "ACLED's tags are its own."),
        Filled("timestamp", "a build knows no clock; its id is in the Parquet files."),
    ),
    (
        ("planned or did not happen", lambda event: event["status"] in ("planned", "negated")),
        ("a total over separate occurrences", lambda event: event["scope"] == "aggregate"),
        ("contained in or told again by another countable event", lambda event: not event["countable"]),
        ("ACLED's scheme has no cell for it",
         lambda event: event["acled_match"] in (None, "none") or event["acled_like_event_type"] is None),
    ),
)  # fmt: skip
