"""What must hold between tables, as SQL for duckdb: each query gives the keys of the rows that break it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from schemas.columns import TABLES, foreign_keys


class Relation(NamedTuple):
    """A rule between tables. The query gives one text a row that breaks it."""

    table: str
    column: str
    text: str
    query: str


RELATIONS = (
    Relation(
        "events", "n_reports", "must count its reports",
        "select event_id from events left join (select event_id, count(*) as n from reports group by 1) "
        "using (event_id) where n_reports is distinct from n",
    ),
    Relation(
        "events", "n_documents", "must count the documents of its reports",
        "select event_id from events join (select event_id, count(distinct document_id) as n from reports group by 1) "
        "using (event_id) where n_documents <> n",
    ),
    Relation(
        "events", "quote", "must be the quote of one of its reports, and of that report's document",
        "select event_id from events anti join reports using (event_id, document_id, quote)",
    ),
    Relation(
        "events", "part_of", "must not lead back to the event itself",
        "with recursive up(event_id, whole) as ("
        "  select event_id, part_of from events where part_of is not null union "
        "  select up.event_id, events.part_of from up join events on up.whole = events.event_id where part_of is not null"
        ") select event_id from up where event_id = whole",
    ),
    Relation(
        "events", "countable", "must not be true of a part and of the several incidents that contain it",
        "select part.event_id from events part join events whole on part.part_of = whole.event_id "
        "where part.countable and whole.countable and whole.scope = 'multiple'",
    ),
    Relation(
        "events", "fatalities_best", "must not be counted in a part and again in the event that contains it",
        "select part.event_id from events part join events whole on part.part_of = whole.event_id "
        "where part.countable and whole.countable and part.fatalities_best > 0 and whole.fatalities_best > 0",
    ),
    *(
        Relation(
            name, "report_id", "must belong to the event of that row",
            f"select t.report_id from {name} t join reports r using (report_id) where t.event_id <> r.event_id",
        )
        for name in ("participants", "event_places", "counts")
    ),
    Relation(
        "documents", "n_reports", "must count its reports",
        "select document_id from documents left join (select document_id, count(*) as n from reports group by 1) "
        "using (document_id) where n_reports <> coalesce(n, 0)",
    ),
    Relation(
        "reports", "sentence_end", "must lie in the document",
        "select report_id from reports join documents using (document_id) where sentence_end > n_chars",
    ),
    Relation(
        "documents", "duplicate_of", "must not be a duplicate itself",
        "select one.document_id from documents one join documents other on one.duplicate_of = other.document_id "
        "where other.status = 'duplicate'",
    ),
)  # fmt: skip


def relations(tables: frozenset[str]) -> Iterator[Relation]:
    """The rules that can be tested with these tables: foreign keys first."""
    for name, column, target, key in foreign_keys():
        if name in tables:
            yield Relation(name, column, f"must stand in {target}.{key}", _dangling(name, column, target, key))
    yield from RELATIONS


def _dangling(name: str, column: str, target: str, key: str) -> str:
    row = TABLES[name].key[0] if TABLES[name].key else column
    return f"select {row} from {name} where {column} is not null and {column} not in (select {key} from {target})"
