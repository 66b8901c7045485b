"""What the report's page holds: published tables in, plain JSON values out, in columns, so that 20,000 events stay small.

Days are whole numbers since 1970-01-01. A column of texts that repeat is `{"words": [...], "at": [...]}`: the distinct
texts and, for each row, its number there (null = empty). Reports are in the order of their events.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from pipeline.choose import Filter, chronological, is_incident
from pipeline.corrections.read import KEYS
from pipeline.corrections.stub import OFTEN_CORRECTED
from pipeline.errors import UsageError
from pipeline.report.draw_map import Spot, draw_map
from pipeline.report.mark import KINDS, Span, mark
from schemas.columns import DOCUMENTS, EVENTS, REPORTS, Table
from schemas.vocab import COUNT_KINDS, EVENT_TYPES, FLAGS, VOCABULARIES

if TYPE_CHECKING:
    import pyarrow as pa

Row = Mapping[str, Any]

EVENT_COLUMNS = (
    "event_id summary sources url event_type mode status outcome scope part_of countable violent quad_class date_start date_end "
    "date_kind date_precision date_basis date_text date_sort place_name place_text place_level admin1_name country where_prec "
    "directed actor_names recipient_names fatalities_low fatalities_best fatalities_high fatalities_qualifier deaths_actor "
    "deaths_recipient deaths_civilians deaths_unknown injured_low injured_best injured_high displaced_best detained_best "
    "abducted_best toll_killed toll_injured toll_displaced claimed_by claim_side contested denied_by n_reports n_publishers "
    "n_independent first_published flags review"
).split()
REPORT_COLUMNS = (
    "report_id event_type mode status date_start date_end date_kind date_precision place_name actor_names recipient_names "
    "fatalities_low fatalities_best fatalities_high fatalities_qualifier injured_low injured_best injured_high claimed_by "
    "claim_side denied_by frame link_rule"
).split()
DOCUMENT_COLUMNS = ["title", "publisher", "url", "path", "published", "status"]
COUNT_COLUMNS = ["kind", "low", "best", "high", "qualifier", "whose", "sector", "claimed_by"]
SPAN_COLUMNS = ["report_id", "text", "char_start", "char_end"]
OWN_SPANS = {"trigger": ("trigger", "trigger"), "date": ("date_char", "date_text")}  # kind: offsets and words in `reports`
NEEDED: Mapping[str, Sequence[str]] = {
    "events": [*EVENT_COLUMNS, *"actor_name recipient_name actor_id admin1_code country_iso3 latitude longitude".split()],
    "reports": [*REPORT_COLUMNS, *"event_id document_id published quote date_text trigger sentence_start sentence_end".split(),
                *(f"{offsets}_{end}" for offsets, _ in OWN_SPANS.values() for end in ("start", "end"))],
    "participants": [*SPAN_COLUMNS, "role"],
    "event_places": SPAN_COLUMNS,
    "counts": [*SPAN_COLUMNS, *COUNT_COLUMNS],
    "documents": ["document_id", *DOCUMENT_COLUMNS],
}  # fmt: skip
"""The tables that a page is made of, and their columns that it needs."""

ROLES = {"actor": "actor", "supporter": "actor", "recipient": "recipient", "claimant": "claimant", "relay": "claimant"}
EPOCH = date(1970, 1, 1)
TAKE_FEWER = "Take fewer with --since, --until, --type, --place, --actor, --min-fatalities or --incidents."
OF_COUNTRY = 0.6  # share of the located events that a country must have to name the page


def gather(tables: Mapping[str, pa.Table], wanted: Filter, title: str = "", *, most: int | None = None) -> dict[str, Any]:
    """All that the page shows, of the events that `wanted` keeps. `tables` are those named in `NEEDED`, of one build.

    Errors: UsageError when that are more events than `most`.
    """
    rows = {name: tables[name].select(columns).to_pylist() for name, columns in NEEDED.items()}
    events = chronological(row for row in rows["events"] if wanted.keeps(row))
    if most is not None and len(events) > most:
        raise UsageError(f"{len(events):,} events; a page holds {most:,}. {TAKE_FEWER}")
    numbers = {event["event_id"]: number for number, event in enumerate(events)}
    reports = [row for row in rows["reports"] if row["event_id"] in numbers]
    reports.sort(key=lambda row: (numbers[row["event_id"]], *_first_said(row)))
    spots, spot_of = _spots(events)
    metadata = tables["events"].schema.metadata
    return {
        "title": title or _title(events),
        "build": metadata[b"build_id"].decode(),
        "schema": metadata[b"schema_version"].decode(),
        "events": {**_columns(events, EVENT_COLUMNS, EVENTS), "spot": spot_of, "class": [_class(event) for event in events]},
        "reports": _reports(reports, numbers, rows),
        "documents": _columns(rows["documents"], DOCUMENT_COLUMNS, DOCUMENTS),
        "spots": [{"name": _spot_name(spot), "level": spot.level, "point": spot.is_point} for spot in spots],
        "map": draw_map(spots),
        "vocabulary": {"types": EVENT_TYPES, "flags": FLAGS, "counts": COUNT_KINDS, **_used_vocabularies()},
        "correction": {"keys": KEYS, "fields": OFTEN_CORRECTED},
    }


def _first_said(report: Row) -> tuple[str, str, int]:
    """What sorts tellings: the day of the article, unknown ones last, and the order in it."""
    return str(report["published"] or "9999"), report["document_id"], report["trigger_start"] or 0


def _used_vocabularies() -> dict[str, Mapping[str, str]]:
    return {name: VOCABULARIES[name] for name in ("status", "scope", "date_precision", "date_kind", "date_basis", "claim_side")}


def _class(event: Row) -> str:
    """Which switch of the page shows an event; each event has one. Only incidents count, see `is_incident`."""
    if event["status"] in ("negated", "planned"):
        return str(event["status"])
    if event["scope"] == "aggregate":
        return "aggregate"
    if (event["quad_class"] or "").startswith("verbal"):
        return "speech"
    if is_incident(event):
        return "incident"
    return "deed" if event["countable"] else "part"


def _title(events: Sequence[Row]) -> str:
    """“Conflict events in Syria”, where one country has most of those that are located."""
    countries = Counter(event["country"] for event in events if event["country"])
    if not countries:
        return "Conflict events"
    name, count = countries.most_common(1)[0]
    return f"Conflict events in {name}" if count >= OF_COUNTRY * countries.total() else "Conflict events"


# ------------------------------------------------------------------------------------------------ columns
def _columns(rows: Sequence[Row], names: Iterable[str], table: Table) -> dict[str, Any]:
    return {name: _column([row[name] for row in rows], table.column(name).type) for name in names}


def _column(values: Sequence[Any], type_: str) -> Any:
    if type_ == "date":
        return [_day(value) for value in values]
    if type_ == "boolean":
        return [None if value is None else int(value) for value in values]
    return _packed(values) if type_ == "string" else list(values)


def _packed(values: Sequence[str | None]) -> dict[str, Any]:
    words: dict[str, int] = {}
    at = [None if value is None else words.setdefault(value, len(words)) for value in values]
    return {"words": list(words), "at": at}


def _day(value: date | datetime | None) -> int | None:
    day = value.date() if isinstance(value, datetime) else value
    return None if day is None else (day - EPOCH).days


# ------------------------------------------------------------------------------------------------ places
def _spots(events: Iterable[Row]) -> tuple[list[Spot], list[int | None]]:
    """The distinct places, and for each event the number of its place; null = none with coordinates."""
    spots: dict[Spot, int] = {}
    numbers: list[int | None] = []
    for event in events:
        spot = Spot(event["place_name"] or event["place_text"] or event["country"] or "", event["place_level"] or "unknown",
                    event["where_prec"], event["country"], event["country_iso3"], event["admin1_code"],
                    event["latitude"], event["longitude"])  # fmt: skip
        is_placed = spot.latitude is not None and spot.longitude is not None
        numbers.append(spots.setdefault(spot, len(spots)) if is_placed else None)
    return list(spots), numbers


def _spot_name(spot: Spot) -> str:
    return spot.name if spot.country in (None, spot.name) else f"{spot.name}, {spot.country}"


# ------------------------------------------------------------------------------------------------ reports
def _reports(reports: Sequence[Row], numbers: Mapping[str, int], rows: Mapping[str, Sequence[Row]]) -> dict[str, Any]:
    """The tellings: own values, document, marked sentence, words from elsewhere in the article, and numbers."""
    documents = {row["document_id"]: number for number, row in enumerate(rows["documents"])}
    spans = _spans(rows)
    counts: defaultdict[str, list[list[Any]]] = defaultdict(list)
    for row in rows["counts"]:
        counts[row["report_id"]].append([row[name] for name in COUNT_COLUMNS])
    marked = [_mark(report, spans[report["report_id"]]) for report in reports]
    return {
        **_columns(reports, REPORT_COLUMNS, REPORTS),
        "event": [numbers[report["event_id"]] for report in reports],
        "document": [documents.get(report["document_id"]) for report in reports],
        "quote": [pieces for pieces, _ in marked],
        "elsewhere": [others for _, others in marked],
        "counts": [counts[report["report_id"]] for report in reports],
    }


def _spans(rows: Mapping[str, Sequence[Row]]) -> defaultdict[str, list[tuple[Span, str]]]:
    """For each telling the spans of its words with what they read."""
    found: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)

    def add(row: Row, kind: str) -> None:
        if row["char_start"] is not None:
            found[row["report_id"]].append(((kind, row["char_start"], row["char_end"]), row["text"] or ""))

    for row in rows["participants"]:
        add(row, ROLES[row["role"]])
    for row in rows["event_places"]:
        add(row, "place")
    for row in rows["counts"]:
        add(row, "count")
    return found


def _mark(report: Row, spans: Sequence[tuple[Span, str]]) -> tuple[list[int | str], list[list[int | str]]]:
    """The sentence in pieces, and the words of other sentences as kind and text."""
    own = [*spans, *_own_spans(report)]
    start, end = report["sentence_start"], report["sentence_end"]
    if start is None or end is None:
        return mark(report["quote"], 0, ()), []
    outside = {(span, text) for span, text in own if text and (span[2] <= start or span[1] >= end)}
    in_order = sorted(outside, key=lambda found: found[0][1])
    elsewhere: list[list[int | str]] = [[KINDS.index(kind), text] for (kind, _, _), text in in_order]
    return mark(report["quote"], start, (span for span, _ in own)), elsewhere


def _own_spans(report: Row) -> list[tuple[Span, str]]:
    return [
        ((kind, report[f"{offsets}_start"], report[f"{offsets}_end"]), report[words] or "")
        for kind, (offsets, words) in OWN_SPANS.items()
        if report[f"{offsets}_start"] is not None
    ]
