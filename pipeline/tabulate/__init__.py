"""Tables from events: one pandas frame a table, with exactly the columns and types of `schemas.columns`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pipeline.errors import DataError
from pipeline.records import Event, Extraction, Report
from pipeline.tabulate import rows
from schemas.frames import Tables, frame

__all__ = ["Tables", "tabulate"]

SURROGATE = re.compile("[\ud800-\udfff]")


def tabulate(extractions: Iterable[Extraction], events: Iterable[Event], *, build_id: str = "", texts: bool = False) -> Tables:
    """The tables of a dataset. Events come by `date_sort`, then id; what belongs to a document in the documents' order.

    Every event's documents must be among the extractions (KeyError). A string that is no valid Unicode is a DataError
    that names its document.
    """
    found = sorted(extractions, key=lambda each: (each.document.path, each.document.document_id))
    told = list(events)
    content = _rows(found, told)
    if texts:
        content["texts"] = ({"document_id": d.document_id, "text": d.text} for d in (each.document for each in found))
    try:
        frames = {name: frame(name, content[name]) for name in content}
    except UnicodeEncodeError as error:
        raise DataError(f"{_where_broken(found, told)}: text with half of a surrogate pair ({error.reason})") from error
    frames["events"] = frames["events"].sort_values(["date_sort", "event_id"], ignore_index=True)
    return Tables(**frames, build_id=build_id)


def _rows(found: list[Extraction], told: list[Event]) -> dict[str, Iterable[rows.Row]]:
    """The rows of every table but `texts`, made as they are asked for."""
    documents = {each.document.document_id: each.document for each in found}
    order = {document_id: index for index, document_id in enumerate(documents)}
    linked = [(event, each) for event in told for each in event.reports]
    linked.sort(key=lambda pair: _place_in_text(pair[1].report, order))
    n_reports = Counter(each.report.document_id for _, each in linked)
    tellings = [(event, each.report) for event, each in linked]
    return {
        "events": (rows.event_row(event, documents) for event in told),
        "reports": (rows.report_row(event, each) for event, each in linked),
        "participants": (row for event, report in tellings for row in rows.participant_rows(event, report)),
        "event_places": (row for event, report in tellings for row in rows.place_rows(event, report)),
        "counts": (row for event, report in tellings for row in rows.count_rows(event, report)),
        "documents": (rows.document_row(each, n_reports[each.document.document_id]) for each in found),
        "rejected": (rows.rejected_row(each) for extraction in found for each in extraction.rejected),
    }


def _place_in_text(report: Report, order: dict[str, int]) -> tuple[int, int, int, str]:
    return order[report.document_id], report.candidate.trigger_start, report.candidate.ordinal, report.report_id


def _where_broken(found: list[Extraction], told: list[Event]) -> str:
    """The path of the first document with a string that cannot be written as UTF-8."""
    quotes: dict[str, list[str]] = {}
    for report in (each.report for event in told for each in event.reports):
        quotes.setdefault(report.document_id, []).append(report.quote)
    for each in found:
        given = each.document
        strings = [given.text, given.path, given.title, given.publisher, given.url, given.reason]
        strings += quotes.get(given.document_id, []) + [rejected.quote for rejected in each.rejected]
        if any(string and SURROGATE.search(string) for string in strings):
            return given.path.encode("utf-8", "backslashreplace").decode()
    return "a value that follows from the lexicon"
