"""The rows of every table, each a dictionary with a value for every column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.records import Document, Event, Extraction, LinkedReport, Participant, Rejected, Report
from pipeline.tabulate import told as tell
from pipeline.tabulate import values
from pipeline.tabulate.summary import summarize

Row = dict[str, Any]
Documents = Mapping[str, Document]
SOURCES_SHOWN = 10  # publishers and days listed in `sources`; the others are counted


def event_row(event: Event, documents: Documents) -> Row:
    """The row of the table `events`."""
    told = tell.of_event(event)
    return {
        "event_id": event.event_id,
        "summary": summarize(told),
        "sources": list_sources(event, documents),
        "url": documents[event.anchor.document_id].url,
        **values.what(told),
        "part_of": event.part_of,
        "countable": event.countable,
        **values.when(told, event.first_published),
        **values.where(told),
        **values.who(told),
        **values.how_many(told),
        **values.claims(told),
        "n_reports": event.n_reports,
        "n_documents": event.n_documents,
        "n_publishers": event.n_publishers,
        "n_independent": event.n_independent,
        "first_published": event.first_published,
        "last_published": event.last_published,
        "quote": event.anchor.quote,
        "document_id": event.anchor.document_id,
        "flags": ";".join(event.flags) or None,
        "review": event.review,
    }


def list_sources(event: Event, documents: Documents) -> str:
    """Publisher and day of every document that tells it, oldest first: "Rudaw 2020-02-19; AA 2020-02-20"."""
    told_in = dict.fromkeys(linked.report.document_id for linked in event.reports)
    found = [documents[document_id] for document_id in told_in]
    found.sort(key=lambda document: (document.published is None, str(document.published or ""), document.path))
    names = list(dict.fromkeys(_source(document) for document in found))
    more = len(names) - SOURCES_SHOWN
    return "; ".join(names[:SOURCES_SHOWN]) + (f"; and {more} more" if more > 0 else "")


def _source(document: Document) -> str:
    name = document.publisher or document.path
    return f"{name} {document.published}" if document.published else name


def report_row(event: Event, linked: LinkedReport) -> Row:
    """The row of the table `reports`."""
    report = linked.report
    told = tell.of_report(report)
    return {
        "report_id": report.report_id,
        "event_id": event.event_id,
        "document_id": report.document_id,
        "published": report.published,
        **values.what(told),
        **values.when(told, report.published),
        **values.where(told),
        **values.who(told),
        **values.how_many(told),
        **values.claims(told),
        **_evidence(report, told),
        "frame": report.candidate.frame,
        "link_rule": linked.rule,
        "link_score": float(linked.score),
    }


def _evidence(report: Report, told: tell.Told) -> Row:
    actors, recipients = told.sides
    place = told.place
    return {
        "sentence_start": report.sentence_start,
        "sentence_end": report.sentence_end,
        "quote": report.quote,
        "trigger_start": report.candidate.trigger_start,
        "trigger_end": report.candidate.trigger_end,
        "trigger": report.trigger,
        "date_char_start": report.date.char_start,
        "date_char_end": report.date.char_end,
        "place_char_start": place.start if place else None,
        "place_char_end": place.end if place else None,
        **_words_of("actor", actors),
        **_words_of("recipient", recipients),
        **_words_of("claimant", told.parties("claimant")),
    }


def _words_of(role: str, parties: tuple[Participant, ...]) -> Row:
    first = parties[0] if parties else None
    return {f"{role}_char_start": first.start if first else None, f"{role}_char_end": first.end if first else None}


def participant_rows(event: Event, report: Report) -> Iterator[Row]:
    """The rows of the table `participants` of one telling."""
    for party in report.participants:
        yield {
            "event_id": event.event_id,
            "report_id": report.report_id,
            "role": party.role,
            "position": party.position,
            "name": party.name,
            "actor_id": party.actor_id,
            "code": party.code,
            "iso3": party.iso3,
            "sector": party.sector,
            "text": party.text,
            "char_start": party.start,
            "char_end": party.end,
        }


def place_rows(event: Event, report: Report) -> Iterator[Row]:
    """The rows of the table `event_places` of one telling."""
    positions: dict[str, int] = {}
    for each in report.places:
        positions[each.role] = position = positions.get(each.role, -1) + 1
        place = each.place
        yield {
            "event_id": event.event_id,
            "report_id": report.report_id,
            "role": each.role,
            "position": position,
            "name": place.name or None,
            "text": place.text,
            "level": place.level,
            "geonames_id": place.geonames_id,
            "admin1_code": place.admin1_code,
            "country_iso3": place.iso3,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "where_prec": place.where_prec,
            "char_start": place.start,
            "char_end": place.end,
        }


def count_rows(event: Event, report: Report) -> Iterator[Row]:
    """The rows of the table `counts` of one telling."""
    for count in report.counts:
        yield {
            "event_id": event.event_id,
            "report_id": report.report_id,
            "kind": count.kind,
            "low": count.low,
            "best": count.best,
            "high": count.high,
            "qualifier": count.qualifier or None,
            "whose": count.whose,
            "sector": count.sector,
            "claimed_by": count.claimed_by,
            "text": count.text,
            "char_start": count.start,
            "char_end": count.end,
        }


def document_row(extraction: Extraction, n_reports: int) -> Row:
    """The row of the table `documents`. `n_reports` counts the rows of `reports`, after a human's decisions."""
    document = extraction.document
    return {
        "document_id": document.document_id,
        "path": document.path,
        "sha256": document.sha256 or None,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "published": document.published,
        "published_basis": document.published_basis,
        "published_low": document.published_low,
        "published_high": document.published_high,
        "n_chars": extraction.n_chars,
        "n_sentences": extraction.n_sentences,
        "n_reports": n_reports,
        "status": document.status,
        "duplicate_of": document.duplicate_of,
        "reason": document.reason,
    }


def rejected_row(rejected: Rejected) -> Row:
    """The row of the table `rejected`."""
    return {
        "document_id": rejected.document_id,
        "start": rejected.start,
        "end": rejected.end,
        "quote": rejected.quote,
        "frame": rejected.frame or None,
        "reason": rejected.reason,
    }
