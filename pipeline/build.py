"""The stages of the flow, in order, and nothing else. Who runs them, and over what, is in `pipeline/engine.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.find import find, hear
from pipeline.records import Document, Extraction, Publisher, Reading, Sentence, Tree
from pipeline.resolve import resolve
from pipeline.resolve.dct import infer_dct
from pipeline.scan import scan
from pipeline.split import split
from pipeline.tag.places import tag_places
from pipeline.tag.quantities import tag_quantities
from pipeline.tag.speech import tag_quotes
from pipeline.tag.timex import tag_times

if TYPE_CHECKING:
    from pipeline.corrections import Correction, Stale
    from pipeline.parse import Parser
    from pipeline.tabulate import Tables

FIRST_YEAR, LAST_YEAR = 1900, 2100  # of days that the tables hold (codebook section 3)


def read_text(document: Document, parser: Parser) -> Reading:
    """All that an article's text says: sentences, trees of those that can hold an event, and the mentions in them."""
    text = document.text
    sentences = split(document)
    trees = parse(text, sentences, scan(text, sentences), parser)
    reading = Reading(
        document,
        sentences,
        trees,
        times=tag_times(text),
        places=tag_places(text, sentences),
        quotes=tag_quotes(text, sentences),
        quantities=tuple(quantity for tree in trees if tree for quantity in tag_quantities(tree)),
    )
    return hear(reading)


def parse(text: str, sentences: Sequence[Sentence], is_wanted: Sequence[bool], parser: Parser) -> tuple[Tree | None, ...]:
    """One tree for each wanted sentence, None for the others."""
    wanted = [sentence for sentence, wanted in zip(sentences, is_wanted, strict=True) if wanted]
    trees = {tree.sentence.index: tree for tree in parser.parse(wanted, text)}
    return tuple(trees.get(sentence.index) for sentence in sentences)


def dated(reading: Reading) -> Reading:
    """The reading with the days on which its article may have been written, if no publication day is known."""
    document = reading.document
    if document.published is not None or document.published_low is not None:
        return reading
    days = infer_dct(reading)
    low, high = (day if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR else None for day in (days.low, days.high))
    basis = "unknown" if low is None and high is None else "inferred"
    inferred = replace(document, published_basis=basis, published_low=low, published_high=high)
    return replace(reading, document=inferred)


def extract_events(document: Document, parser: Parser) -> Extraction:
    """What one article gives: its tellings, and what looked like one and is none; nothing for one that is not read."""
    if document.status not in ("ok", "duplicate"):
        return Extraction(document, len(document.text), 0)
    reading = dated(read_text(document, parser))
    candidates, unreal = find(reading)
    reports, unresolved = resolve(reading, candidates)
    return Extraction(reading.document, len(document.text), len(reading.sentences), reports, unreal + unresolved)


def assemble(
    extractions: Sequence[Extraction],
    publishers: Sequence[Publisher] = (),
    corrections: Sequence[Correction] = (),
    *,
    build_id: str = "",
    texts: bool = False,
) -> tuple[Tables, tuple[Stale, ...]]:
    """The tables of a dataset, and the corrections that no longer meet what they were made for.

    Tellings are linked to events across articles, people's corrections applied, and all laid out in columns. These stages
    are imported here: a worker, which only reads articles, does without them.
    """
    from pipeline.corrections import apply_corrections
    from pipeline.link import link
    from pipeline.tabulate import tabulate

    reports = [report for extraction in extractions for report in extraction.reports]
    documents = {each.document.document_id: each.document for each in extractions}
    corrected = apply_corrections(link(reports, documents, publishers), corrections, documents, publishers)
    return tabulate(extractions, corrected.events, build_id=build_id, texts=texts), corrected.stale
