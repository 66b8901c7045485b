"""Every table and column of the dataset, said once; schemas, datapackage.json and the codebook derive from it.

Types are Frictionless words; in pandas they are `string`, `Int64`, `datetime64[us]` (naive, midnight), `boolean` and
`Float64`. Day intervals are inclusive. Character offsets are half-open `[start, end)` code points of the text as read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

SCHEMA_VERSION = "1.0"
"""Raised in its first part when a column is removed or changes its meaning, in its second when one is added."""

Type = Literal["string", "integer", "date", "boolean", "number"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `vocab` names a vocabulary of `schemas.vocab`; with `is_list` a cell joins several values by ";".

    `references` is the "table.column" that every value must be found in. `minimum` and `maximum` are inclusive.
    """

    name: str
    type: Type
    description: str
    group: str = ""
    unit: str = ""
    vocab: str = ""
    is_nullable: bool = True
    is_list: bool = False
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None
    references: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, what a row is, and the columns that name a row (empty = rows have no name)."""

    name: str
    row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when the table has none."""
        try:
            return next(column for column in self.columns if column.name == name)
        except StopIteration:
            raise KeyError(f"{self.name} has no column {name!r}") from None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


EVENT_ID = r"^ev_[0-9a-f]{16}$"
REPORT_ID = r"^rp_[0-9a-f]{16}$"
DOCUMENT_ID = r"^doc_[0-9a-f]{16}$"
ISO3 = r"^[A-Z]{3}$"
ACTOR_CODE = r"^[A-Z]{3,9}$"


def _group(group: str, *columns: Column) -> tuple[Column, ...]:
    return tuple(replace(column, group=group) for column in columns)


def _text(name: str, description: str, *, required: bool = False, vocab: str = "", pattern: str = "") -> Column:
    return Column(name, "string", description, vocab=vocab, pattern=pattern, is_nullable=not required)


def _link(name: str, description: str, pattern: str, references: str = "", *, required: bool = True) -> Column:
    return Column(name, "string", description, pattern=pattern, references=references, is_nullable=not required)


def _day(name: str, description: str) -> Column:
    return Column(name, "date", description, unit="day")


def _truth(name: str, description: str) -> Column:
    return Column(name, "boolean", description, is_nullable=False)


def _whole(name: str, description: str, least: int = 0, most: int | None = None, *, unit: str = "") -> Column:
    return Column(name, "integer", description, unit=unit, minimum=least, maximum=most)


def _always(name: str, description: str, least: int = 0) -> Column:
    return Column(name, "integer", description, minimum=least, is_nullable=False)


def _people(name: str, description: str) -> Column:
    return _whole(name, description, unit="people")


def _numbers(name: str, what: str) -> tuple[Column, ...]:
    """The columns `name_low`, `name_best`, `name_high` of one kind of victims."""
    return (
        _people(f"{name}_low", f"{what}: the least that is reported."),
        _people(f"{name}_best", f"{what}: the best number, chosen among claims by the codebook's ranks."),
        _people(f"{name}_high", f"{what}: the most that is reported; null = open upwards."),
    )


def _offsets(name: str, what: str) -> tuple[Column, Column]:
    """The pair `name_start`, `name_end`; both are null when the words are not known."""
    prefix = f"{name}_" if name else ""
    return (
        _whole(f"{prefix}start", f"Where {what} start.", unit="code points"),
        _whole(f"{prefix}end", f"Where {what} end, exclusive.", unit="code points"),
    )


def _party(role: str, who: str) -> tuple[Column, ...]:
    return (
        _text(f"{role}_name", f"{who}: canonical name."),
        _text(f"{role}_id", f"{who}: id in the actor table."),
        _text(f"{role}_code", f"{who}: iso3 and sector.", pattern=ACTOR_CODE),
        _text(f"{role}_iso3", f"{who}: country.", pattern=ISO3),
        _text(f"{role}_sector", f"{who}: sector.", vocab="sector"),
    )


READ = _group(
    "read",
    _text("summary", "The event in one line.", required=True),
    _text("sources", "Publishers and days of the tellings, oldest first.", required=True),
    _text("url", "Address of the article that gives the quote."),
)

WHAT = _group(
    "what",
    _text("event_type", "What was done.", vocab="event_type", required=True),
    _text("mode", "How it was done; null = the text does not say.", vocab="mode"),
    _text("status", "Whether it happened.", vocab="status", required=True),
    _text("outcome", "How an act that was carried out ended; null for words.", vocab="outcome"),
    _text("scope", "One act, several told as one, or a sum.", vocab="scope", required=True),
)
DECIDED = _group(
    "what",
    _link("part_of", "The event that contains this one.", EVENT_ID, "events.event_id", required=False),
    _truth("countable", "Its numbers may be summed: no other countable row tells the same incidents."),
)
DERIVED = _group(
    "what",
    _truth("violent", "ASSAULT, a riot, or PROTEST or COERCE with people killed or hurt."),
    _text("quad_class", "Words or deeds, of cooperation or of conflict.", vocab="quad_class"),
    _text("acled_like_event_type", "The cell of ACLED's scheme nearest to the row.", vocab="acled_event_type"),
    _text("acled_like_sub_event_type", "The sub-event type of that cell.", vocab="acled_sub_event_type"),
    _text("acled_match", "How well that cell fits; null where it cannot, as for a campaign.", vocab="acled_match"),
    _text("cameo_root", "Nearest CAMEO root code, two digits.", pattern=r"^(0[1-9]|1\d|20)$"),
)

WHEN = _group(
    "when",
    _day("date_start", "First possible day; null = on or before date_end."),
    _day("date_end", "Last possible day."),
    _text("date_kind", "How to read the interval.", vocab="date_kind", required=True),
    _text("date_precision", "How precise the text is.", vocab="date_precision", required=True),
    _whole("date_prec", "UCDP: 1 day, 2 up to six days, 3 week, 4 up to a month, 5 up to a year; null = wider.", 1, 5),
    _text("date_basis", "What the date rests on.", vocab="date_basis", required=True),
    _text("date_text", "The words that date it."),
    _day("date_sort", "One day to sort and draw by; not a date of the event."),
    _text("date_sort_basis", "Which day that is.", vocab="date_sort_basis"),
)


def _degrees(name: str, description: str, most: int) -> Column:
    return Column(name, "number", description, unit="degrees", minimum=-most, maximum=most)


LATITUDE = _degrees("latitude", "WGS 84; from where_prec 3 on it is a point of an area.", 90)
LONGITUDE = _degrees("longitude", "WGS 84.", 180)
GEONAMES_ID = _whole("geonames_id", "GeoNames id.", 1)
ADMIN1_CODE = _text("admin1_code", "GeoNames code of the first-order division.")
COUNTRY_ISO3 = _text("country_iso3", "ISO 3166 code of the country (XKX for Kosovo).", pattern=ISO3)
WHERE_PREC = _whole(
    "where_prec", "UCDP: 1 exact, 2 near, 3 district, 4 province, 5 region or between, 6 country, 7 sea or air.", 1, 7
)

WHERE = _group(
    "where",
    _text("place_name", "Name of the place in the gazetteer."),
    _text("place_text", "The words that name it."),
    _text("place_level", "What kind of place it is.", vocab="place_level"),
    GEONAMES_ID,
    _text("admin1_name", "First-order division."),
    ADMIN1_CODE,
    _text("country", "Country or disputed territory."),
    COUNTRY_ISO3,
    _whole("gwno", "Gleditsch-Ward number of the country.", 1),
    LATITUDE,
    LONGITUDE,
    WHERE_PREC,
    _whole("priogrid_gid", "PRIO-GRID cell of the point.", 1, 259200),
)

WHO = _group(
    "who",
    _truth("directed", "False for a mutual act: party 1 stands as actor, the others as recipients."),
    *_party("actor", "Who does it"),
    *_party("recipient", "Who receives it"),
    _text("actor_names", 'All actors, joined by "; ".'),
    _text("recipient_names", 'All recipients, joined by "; ".'),
)

HOW_MANY = _group(
    "how many",
    *_numbers("fatalities", "Dead of all sides, attackers included"),
    _text("fatalities_qualifier", "Words that bound the number of dead: at least, up to, some."),
    _people("deaths_actor", "Dead of the actor's side. The four deaths_ are disjoint and sum to fatalities_best."),
    _people("deaths_recipient", "Dead of the recipient's side who are not civilians."),
    _people("deaths_civilians", "Dead civilians."),
    _people("deaths_unknown", "Dead of whom the text does not say what they are."),
    *_numbers("injured", "Wounded"),
    *_numbers("displaced", "Fled or driven out"),
    *_numbers("detained", "Arrested or detained"),
    *_numbers("abducted", "Kidnapped"),
    _people("toll_killed", "Dead, of an aggregate row: never add it to fatalities_."),
    _people("toll_injured", "Wounded, of an aggregate row."),
    _people("toll_displaced", "Displaced, of an aggregate row."),
)

CLAIMS = _group(
    "claims",
    _text("claimed_by", "Who says so; null = the article tells it; (unnamed) = nobody is named."),
    _text("claim_side", "On which side that claimant is.", vocab="claim_side", required=True),
    _truth("contested", "Denied by somebody, or the numbers of two claimants differ."),
    _text("denied_by", "Who denies it."),
)

TOLD = _group(
    "reports",
    _always("n_reports", "Tellings.", 1),
    _always("n_documents", "Documents that tell it.", 1),
    _always("n_publishers", "Publishers that tell it, of those known by name."),
    _always("n_independent", "Tellings of their own: copies of one text and publishers of one house count once.", 1),
    _day("first_published", "Publication day of the first telling."),
    _day("last_published", "Publication day of the last telling."),
    _text("quote", "The sentence of the telling that names the event.", required=True),
    _link("document_id", "The document of that sentence.", DOCUMENT_ID, "documents.document_id"),
)

REVIEWED = _group(
    "review",
    Column("flags", "string", 'Why to look at the row, joined by ";".', vocab="flag", is_list=True),
    _text("review", "Who stands behind the row.", vocab="review", required=True),
)

EVENTS = Table(
    "events",
    "one distinct event; fatalities_best of the countable rows may be summed",
    (
        *_group("ids", _link("event_id", "The event.", EVENT_ID)),
        *(READ + WHAT + DECIDED + DERIVED + WHEN + WHERE + WHO + HOW_MANY + CLAIMS + TOLD + REVIEWED),
    ),
    ("event_id",),
)

IN_EVENT = _group("ids", _link("event_id", "The event.", EVENT_ID, "events.event_id"))
IN_REPORT = IN_EVENT + _group("ids", _link("report_id", "The telling.", REPORT_ID, "reports.report_id"))
IN_DOCUMENT = _group("ids", _link("document_id", "The document.", DOCUMENT_ID, "documents.document_id"))
POSITION = _always("position", "Order within the role, from 0.")

TELLING = _group(
    "evidence",
    *_offsets("sentence", "the words of the sentence"),
    _text("quote", "The sentence.", required=True),
    *_offsets("trigger", "the words of the act"),
    _text("trigger", "Those words.", required=True),
    *_offsets("date_char", "the words of date_text"),
    *_offsets("place_char", "the words of place_text"),
    *_offsets("actor_char", "the actor's words"),
    *_offsets("recipient_char", "the recipient's words"),
    *_offsets("claimant_char", "the claimant's words"),
    _text("frame", "The frame that read it.", required=True),
    _text("link_rule", "Why it is a telling of this event; anchor = it names the event.", required=True),
    Column("link_score", "number", "How much the telling and the event have in common.", minimum=0, is_nullable=False),
)

REPORTS = Table(
    "reports",
    "one telling of an event in one document, with the values of this telling alone",
    (
        *_group("ids", _link("report_id", "The telling.", REPORT_ID)),
        *(IN_EVENT + IN_DOCUMENT),
        *_group("ids", _day("published", "Publication day of the document.")),
        *(WHAT + DERIVED + WHEN + WHERE + WHO + HOW_MANY + CLAIMS + TELLING),
    ),
    ("report_id",),
)

PARTICIPANTS = Table(
    "participants",
    "one party of one telling, in one role",
    IN_REPORT
    + _group(
        "who",
        _text("role", "What it does in the telling.", vocab="participant_role", required=True),
        POSITION,
        _text("name", "Canonical name.", required=True),
        _text("actor_id", "Id in the actor table."),
        _text("code", "Iso3 and sector.", pattern=ACTOR_CODE),
        _text("iso3", "Country.", pattern=ISO3),
        _text("sector", "Sector.", vocab="sector"),
    )
    + _group("evidence", _text("text", "The words that name it."), *_offsets("char", "those words")),
)

EVENT_PLACES = Table(
    "event_places",
    "one place of one telling, in one role",
    IN_REPORT
    + _group(
        "where",
        _text("role", "What the place is to the event.", vocab="place_role", required=True),
        POSITION,
        _text("name", "Name of the place in the gazetteer."),
        _text("text", "The words that name it."),
        _text("level", "What kind of place it is.", vocab="place_level"),
        GEONAMES_ID,
        ADMIN1_CODE,
        COUNTRY_ISO3,
        LATITUDE,
        LONGITUDE,
        WHERE_PREC,
    )
    + _group("evidence", *_offsets("char", "those words")),
)

COUNTS = Table(
    "counts",
    "one number of one telling; beside a number of its kind and side without a sector, one with a sector is a part of it",
    IN_REPORT
    + _group(
        "how many",
        _text("kind", "What is counted.", vocab="count_kind", required=True),
        _people("low", "The least."),
        _people("best", "The best number."),
        _people("high", "The most; null = open upwards."),
        _text("qualifier", "Words that bound the number: at least, up to, some."),
        _text("whose", "Of which side.", vocab="whose", required=True),
        _text("sector", "Sector of the counted; null = of several sectors, or not told.", vocab="sector"),
        _text("claimed_by", "Who gives the number, where that is not who tells the event."),
    )
    + _group("evidence", _text("text", "The words of the number."), *_offsets("char", "those words")),
)

DOCUMENTS = Table(
    "documents",
    "one input, also one that gave nothing",
    _group("ids", _link("document_id", "The document.", DOCUMENT_ID))
    + _group(
        "input",
        _text("path", 'File, relative to the input; a record ends in "#id".', required=True),
        _text("sha256", "Hash of the bytes.", pattern=r"^[0-9a-f]{64}$"),
        _text("title", "Headline."),
        _text("publisher", "Publisher."),
        _text("url", "Address."),
        _text("language", "Language, ISO 639.", pattern=r"^[a-z]{2,3}$"),
        _day("published", "Publication day; null = not known as one day."),
        _text("published_basis", "How it is known.", vocab="published_basis", required=True),
        _day("published_low", "First possible publication day."),
        _day("published_high", "Last possible publication day."),
    )
    + _group(
        "result",
        Column("n_chars", "integer", "Length of the text.", unit="code points", minimum=0, is_nullable=False),
        _always("n_sentences", "Sentences."),
        _always("n_reports", "Tellings found."),
        _text("status", "What became of it.", vocab="document_status", required=True),
        _link("duplicate_of", "The document it repeats.", DOCUMENT_ID, "documents.document_id", required=False),
        _text("reason", "Why it is not ok."),
    ),
    ("document_id",),
)

REJECTED = Table(
    "rejected",
    "one stretch of words that looked like an event and gave no row",
    IN_DOCUMENT
    + _group(
        "evidence",
        *_offsets("", "the words that looked like an event"),
        _text("quote", "The sentence that holds them.", required=True),
        _text("frame", "The frame that was tried."),
        _text("reason", "Why it is no row.", vocab="rejected_reason", required=True),
    ),
)

TEXTS = Table(
    "texts",
    "the text of one document as read; written only on request, because texts belong to their publishers",
    IN_DOCUMENT + _group("input", _text("text", "The text that all offsets count in.", required=True)),
    ("document_id",),
)

TABLES: Mapping[str, Table] = {
    table.name: table for table in (EVENTS, REPORTS, PARTICIPANTS, EVENT_PLACES, COUNTS, DOCUMENTS, REJECTED, TEXTS)
}
OPTIONAL = frozenset({"texts"})
"""Tables that a dataset may lack."""


def foreign_keys() -> Iterator[tuple[str, str, str, str]]:
    """(table, column, referenced table, referenced column) of every column that points to another row."""
    for table in TABLES.values():
        for column in table.columns:
            target, _, key = column.references.partition(".")
            if key:
                yield table.name, column.name, target, key
