"""The events while corrections are applied: found by any of their ids or by words, taken apart and put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline.ids import report_id
from pipeline.link.ids import event_id, order
from pipeline.link.independence import Sources
from pipeline.link.merge import merge
from pipeline.records import Candidate, Document, Event, EventDate, LinkedReport, Modality, Report
from schemas.vocab import SPEECH_ACT_TYPES

BY_HAND = "corrected"  # link_rule of a telling that a person put where it is


class NotFoundError(Exception):
    """A correction's target is not there, or is not one. Its text says why."""


class Desk:
    """All events by id. An id that an event once had, or would have if its other tellings were gone, finds it too.

    For every telling names the event that it would be the anchor of: so a correction follows its event when an earlier
    article gives it a new id, when it is merged into another, and when it is split off again.
    """

    def __init__(self, events: Iterable[Event], documents: Mapping[str, Document], sources: Sources) -> None:
        self._events: dict[str, Event] = {}
        self._names: dict[str, str] = {}
        self._sources = sources
        self._documents = documents
        for event in events:
            self.put(event)

    def __iter__(self) -> Iterator[Event]:
        return iter(sorted(self._events.values(), key=lambda event: order(event.anchor)))

    def put(self, event: Event) -> None:
        """File an event, in the place of one that had its id."""
        self._events[event.event_id] = event
        self._names |= {event_id(each.report): event.event_id for each in event.reports}

    def drop(self, event: Event) -> None:
        """Take an event away; its ids find nothing from then on."""
        del self._events[event.event_id]

    def find(self, name: str) -> Event:
        """The event of an id. Errors: NotFoundError."""
        event = self._events.get(self._names.get(name, name))
        if event is None:
            raise NotFoundError(f"there is no event {name}")
        return event

    def find_words(self, document: str, quote: str) -> Event:
        """The one event that a document tells in these words, or by this trigger alone. Errors: NotFoundError."""
        found = self.told(document, quote) or self.told(document, quote, by_sentence=True)
        if len(found) != 1:
            ids = ", ".join(f"{each.event_id} ({each.event_type})" for each in found)
            raise NotFoundError(f"the words tell {len(found)} events{': ' + ids if ids else ''}. Give the event_id")
        return found[0]

    def told(self, document: str, quote: str, *, by_sentence: bool = False) -> list[Event]:
        """Events whose trigger stands in these words, or whose sentence meets them. Errors: NotFoundError."""
        start, end = self.span(document, quote)
        home = self.document(document).document_id

        def is_told(report: Report) -> bool:
            if by_sentence:
                return report.sentence_start < end and start < report.sentence_end
            return start <= report.candidate.trigger_start and report.candidate.trigger_end <= end

        return [
            event for event in self if any(each.report.document_id == home and is_told(each.report) for each in event.reports)
        ]

    def document(self, name: str) -> Document:
        """The document of an id or path. Errors: NotFoundError."""
        known = self._documents.get(name) or next((d for d in self._documents.values() if d.path == name), None)
        if known is None:
            raise NotFoundError(f"there is no document '{name}'")
        return known

    def span(self, document: str, quote: str) -> tuple[int, int]:
        """Where a document has these words, the first time. Errors: NotFoundError."""
        start = self.document(document).text.find(quote)
        if start < 0:
            raise NotFoundError(f"'{document}' does not have these words")
        return start, start + len(quote)

    def join(self, target: Event, other: Event) -> Event:
        """One event of two."""
        for event in (target, other):
            self.drop(event)
        return self._filed((*target.reports, *other.reports))

    def part(self, event: Event, report_ids: Iterable[str]) -> tuple[Event, Event]:
        """Two events of one: the tellings that stay, and the named ones. Errors: NotFoundError when a side has none."""
        wanted = set(report_ids)
        gone = [each for each in event.reports if each.report.report_id in wanted]
        stay = [each for each in event.reports if each.report.report_id not in wanted]
        if len(gone) < len(wanted) or not stay:
            raise NotFoundError(f"{event.event_id} does not have these tellings beside others")
        self.drop(event)
        return self._filed(stay), self._filed(gone)

    def add(self, document: str, quote: str, event_type: str, mode: str) -> Event:
        """A new event told by these words. Errors: NotFoundError when the document or the words are not there."""
        report = _written(self.document(document), self.span(document, quote), event_type, mode)
        return self._filed([LinkedReport(report, BY_HAND, 1.0)])

    def _filed(self, linked: Iterable[LinkedReport]) -> Event:
        """The merged event of these tellings, filed."""
        first, *rest = sorted(linked, key=lambda each: order(each.report))
        anchor = replace(first, rule="anchor", score=1.0)
        others = [replace(each, rule=BY_HAND, score=1.0) if each.rule == "anchor" else each for each in rest]
        event = merge([anchor, *others], self._sources)
        self.put(event)
        return event


def _written(document: Document, span: tuple[int, int], event_type: str, mode: str) -> Report:
    """The telling that a person points at: its quote is its trigger, its day open up to the publication."""
    start, end = span
    candidate = Candidate(
        sentence=0,
        frame="",
        event_type=event_type,
        mode=mode,
        heads=(),
        trigger_start=start,
        trigger_end=end,
        ordinal=0,
        roles=(),
        tolls=(),
        modality=Modality("occurred"),
        is_speech_act=event_type in SPEECH_ACT_TYPES,
    )
    quote = document.text[start:end]
    return Report(
        report_id=report_id(document.document_id, candidate),
        document_id=document.document_id,
        published=document.published,
        candidate=candidate,
        sentence_start=start,
        sentence_end=end,
        quote=quote,
        trigger=quote,
        status="occurred",
        outcome="",
        scope="incident",
        date=EventDate(None, document.published),
        places=(),
        participants=(),
        counts=(),
        claimed_by=None,
        claim_side="none",
        flags=("no_actor", "no_place", "date_unknown"),
    )
