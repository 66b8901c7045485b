"""Events in the columns of UCDP's Georeferenced Event Dataset (the 49 columns of its recent versions)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipeline.export import Options, Rendered
from pipeline.export.dataset import Dataset, Row
from pipeline.export.profile import Filled, Profile, Told, copied, join
from pipeline.export.profile import render as render_profile
from schemas.vocab import CIVILIAN_SECTORS, STATE_ARMED_SECTORS

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
GROUPS = frozenset({"REB", "CRM"})  # armed, organised and surely of no state
ARMED = STATE_ARMED_SECTORS | GROUPS | {"UAF"}
CIVILIANS = "Civilians"
CLEAR, SUMMED = 1, 2  # event_clarity


def render(dataset: Dataset, options: Options) -> Rendered:
    """The events in which somebody died, as comma-separated text."""
    return render_profile(PROFILE, dataset, options)


def _type_of_violence(event: Row) -> int | None:
    """Which kind of organised violence; None when the sectors of the two sides do not tell."""
    actor, recipient = event["actor_sector"], event["recipient_sector"]
    sides = {actor, recipient}
    if actor in ARMED and recipient in CIVILIAN_SECTORS:
        return ONE_SIDED
    if sides <= ARMED and sides & STATE_ARMED_SECTORS:
        return STATE_BASED
    return NON_STATE if sides <= GROUPS else None


def _side_a(event: Row) -> str:
    """Which role is side A: a state against a group that is none, else who acts."""
    is_group = event["actor_sector"] not in STATE_ARMED_SECTORS
    is_swapped = _type_of_violence(event) == STATE_BASED and is_group
    return "recipient" if is_swapped else "actor"


def _side_b(event: Row) -> str:
    return "actor" if _side_a(event) == "recipient" else "recipient"


def _name_a(told: Told) -> Any:
    return told.event[f"{_side_a(told.event)}_name"]


def _name_b(told: Told) -> Any:
    event = told.event
    return CIVILIANS if _type_of_violence(event) == ONE_SIDED else event[f"{_side_b(event)}_name"]


def _dyad(told: Told) -> str | None:
    names = _name_a(told), _name_b(told)
    return " - ".join(names) if all(names) else None


def _gwno(side: Callable[[Row], str]) -> Callable[[Told], int | None]:
    def value(told: Told) -> int | None:
        from pipeline.gazetteer.countries import country

        role = side(told.event)
        iso3 = told.event[f"{role}_iso3"]
        known = country(iso3) if iso3 and told.event[f"{role}_sector"] in STATE_ARMED_SECTORS else None
        return known.gwno if known else None

    return value


def _year(told: Told) -> int | None:
    first, last = told.event["date_start"], told.event["date_end"]
    return first.year if first and last and first.year == last.year else None


def _point(told: Told) -> str | None:
    latitude, longitude = told.event["latitude"], told.event["longitude"]
    return None if latitude is None or longitude is None else f"POINT ({longitude} {latitude})"


def _article(row: Row) -> str:
    return ", ".join(str(row[part]) for part in ("publisher", "published", "title") if row[part] is not None)


def _of_documents(column: str) -> Callable[[Told], str | None]:
    return lambda told: join([row[column] for row in told.documents])


def _is_deadly(event: Row) -> bool:
    return any((event[f"fatalities_{bound}"] or 0) > 0 for bound in ("low", "best", "high"))


OWN_LIST = "UCDP's own list."
SIDE = "A state's side is A against a group of no state; else A is who acts."

PROFILE = Profile(
    "ged",
    "the columns of UCDP GED",
    "A row is a countable event of an armed side in which somebody is reported dead. UCDP's thresholds are not applied: it \
has only conflicts with 25 dead in a year, of actors that it has identified.",
    (
        copied("id", "event_id", "Text, not UCDP's number."),
        Filled("relid", OWN_LIST),
        Filled("year", "Year of the interval; empty when it spans several or its start is open.", _year),
        Filled("active_year", "needs UCDP's count of a conflict's dead in the year."),
        Filled("code_status", "UCDP's own checks."),
        Filled(
            "type_of_violence",
            "By the sectors of the two sides: 1 a state's against an armed one, 2 two groups of no state (REB, CRM), 3 an armed "
            "actor against an unarmed recipient; empty when a sector does not tell.",
            lambda told: _type_of_violence(told.event),
        ),
        *(Filled(name, OWN_LIST) for name in ("conflict_dset_id", "conflict_new_id", "conflict_name")),
        *(Filled(name, OWN_LIST) for name in ("dyad_dset_id", "dyad_new_id")),
        Filled("dyad_name", "side_a and side_b, when both are known.", _dyad),
        *(Filled(name, OWN_LIST) for name in ("side_a_dset_id", "side_a_new_id")),
        Filled("side_a", f"`actor_name` or `recipient_name`. {SIDE} Canonical name, not UCDP's.", _name_a),
        *(Filled(name, OWN_LIST) for name in ("side_b_dset_id", "side_b_new_id")),
        Filled("side_b", f"The other one; {CIVILIANS} in one-sided violence.", _name_b),
        copied("number_of_sources", "n_documents"),
        Filled("source_article", "Publisher, day and title of each document, joined by `;`.",
               lambda told: join([_article(row) or None for row in told.documents])),
        Filled("source_office", "Publishers, joined by `;`.", _of_documents("publisher")),
        Filled("source_date", "Publication days, joined by `;`.", _of_documents("published")),
        Filled("source_headline", "Titles, joined by `;`.", _of_documents("title")),
        copied("source_original", "claimed_by"),
        copied("where_prec", "where_prec", "Already UCDP's scale."),
        copied("where_coordinates", "place_name"),
        copied("where_description", "place_text"),
        copied("adm_1", "admin1_name"),
        Filled("adm_2", "the gazetteer has no second-order divisions."),
        copied("latitude", "latitude"),
        copied("longitude", "longitude"),
        Filled("geom_wkt", "The point as WKT: longitude, then latitude.", _point),
        copied("priogrid_gid", "priogrid_gid"),
        copied("country", "country"),
        copied("country_id", "gwno"),
        Filled("region", OWN_LIST),
        Filled("event_clarity", f"{CLEAR} for one incident, {SUMMED} for several told as one (`scope`).",
               lambda told: CLEAR if told.event["scope"] == "incident" else SUMMED),
        copied("date_prec", "date_prec", "Already UCDP's scale."),
        copied("date_start", "date_start", "Empty means on or before date_end."),
        copied("date_end", "date_end"),
        Filled("deaths_a", "Dead of side A: `deaths_actor`, or `deaths_recipient` where A is the recipient.",
               lambda told: told.event[f"deaths_{_side_a(told.event)}"]),
        Filled("deaths_b", "Dead of side B who are not civilians.", lambda told: told.event[f"deaths_{_side_b(told.event)}"]),
        copied("deaths_civilians", "deaths_civilians"),
        copied("deaths_unknown", "deaths_unknown"),
        copied("best", "fatalities_best"),
        copied("high", "fatalities_high", "Empty means open upwards."),
        copied("low", "fatalities_low"),
        Filled("gwnoa", "Gleditsch-Ward number of side A, when it is a state's.", _gwno(_side_a)),
        Filled("gwnob", "The same of side B.", _gwno(_side_b)),
    ),
    (
        ("planned or did not happen", lambda event: event["status"] in ("planned", "negated")),
        ("a total over separate occurrences", lambda event: event["scope"] == "aggregate"),
        ("contained in or told again by another countable event", lambda event: not event["countable"]),
        ("not violent, or the violence of a crowd", lambda event: not event["violent"] or event["event_type"] == "PROTEST"),
        ("nobody is reported dead", lambda event: not _is_deadly(event)),
        ("done by somebody unarmed", lambda event: event["actor_sector"] in CIVILIAN_SECTORS),
    ),
)  # fmt: skip
