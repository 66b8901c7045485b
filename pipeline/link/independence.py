"""How many independent sources tell an event: documents that are one source's words count once.

One source are: a document and its duplicates, the documents of one publisher and of publishers affiliated with it, a
copy that credits a wire service and that wire, and documents that tell the event in exactly the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline.records import Document, Publisher, Report

CREDIT_CHARACTERS = 300  # where "KABUL (AFP) -" stands, behind at most a heading and a by-line
_CREDIT = re.compile(r"\(([A-Z][\w .&'’-]{1,40})\)")
_WORD = re.compile(r"\w+")


class Sources:
    """Says which source a document belongs to. `publishers` by name; names are compared without case."""

    def __init__(self, documents: Mapping[str, Document], publishers: Iterable[Publisher]) -> None:
        self._documents = documents
        self._publishers = {publisher.name.casefold(): publisher for publisher in publishers}

    def kind_of(self, document_id: str) -> str:
        """The kind of a document's publisher (vocabulary PUBLISHER_KINDS); `independent` if it is not listed."""
        publisher = self._publisher(document_id)
        return publisher.kind if publisher else "independent"

    def count(self, reports: Sequence[Report]) -> int:
        """The number of independent sources among the documents of some tellings of one event."""
        documents = {report.document_id for report in reports}
        if len(documents) == 1:
            return 1
        marks = {document_id: {f"document {document_id}"} for document_id in documents}
        for report in reports:
            marks[report.document_id] |= {f"words {' '.join(_WORD.findall(report.quote.casefold()))}"}
        for document_id in documents:
            marks[document_id] |= self._marks(document_id)
        return _clusters(marks.values())

    def publishers(self, reports: Iterable[Report]) -> int:
        """The number of publishers that are known by name."""
        named = (self._documents.get(report.document_id) for report in reports)
        return len({document.publisher for document in named if document and document.publisher})

    def _marks(self, document_id: str) -> set[str]:
        document = self._documents.get(document_id)
        if document is None:
            return set()
        marks = {f"document {document.duplicate_of}"} if document.duplicate_of else set()
        if document.publisher:
            marks.add(f"publisher {self._house(document.publisher)}")
        wires = (name.casefold() for name in _CREDIT.findall(document.text[:CREDIT_CHARACTERS]))
        return marks | {f"publisher {self._house(name)}" for name in wires if self._is_wire(name)}

    def _house(self, name: str) -> str:
        """The publisher at the head of the affiliations; a circle ends where it began."""
        seen = [name.casefold()]
        while (publisher := self._publishers.get(seen[-1])) and publisher.affiliated_with:
            owner = publisher.affiliated_with.casefold()
            if owner in seen:
                return min(seen[seen.index(owner) :])
            seen.append(owner)
        return seen[-1]

    def _is_wire(self, name: str) -> bool:
        publisher = self._publishers.get(name)
        return publisher is not None and publisher.kind == "wire"

    def _publisher(self, document_id: str) -> Publisher | None:
        document = self._documents.get(document_id)
        return self._publishers.get((document.publisher or "").casefold()) if document else None


def _clusters(marks: Iterable[set[str]]) -> int:
    """The number of groups when sets that share a mark are one."""
    clusters: list[set[str]] = []
    for mark in marks:
        touching = [cluster for cluster in clusters if not cluster.isdisjoint(mark)]
        clusters = [cluster for cluster in clusters if cluster.isdisjoint(mark)]
        clusters.append(mark.union(*touching))
    return len(clusters)
