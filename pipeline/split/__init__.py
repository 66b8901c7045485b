"""The sentences of an article, its headings, datelines, speaker labels and the dates of a timeline's entries apart.

Paragraphs first (`paragraphs`), then what stands before the first sentence of one (`entries`, `openings`), then sentence ends
(`boundaries`). Everything that is not white space lies in exactly one `Sentence`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import Document, Sentence
from pipeline.split.boundaries import sentence_spans
from pipeline.split.entries import entry_end, is_date_alone
from pipeline.split.openings import crosshead_end, dateline_end, label_end
from pipeline.split.paragraphs import Paragraph, find_paragraphs

OPENINGS = ((entry_end, "entry"), (dateline_end, "dateline"), (label_end, "speaker"), (crosshead_end, "heading"))

__all__ = ["split"]


def split(document: Document) -> tuple[Sentence, ...]:
    """The sentences of an article in text order: disjoint, without outer white space, covering all other characters.

    `paragraph` counts the article's paragraphs from 0; a heading is a paragraph of its own.
    """
    text = document.text
    paragraphs = find_paragraphs(text)
    spans = (
        (start, end, number, kind) for number, paragraph in enumerate(paragraphs) for start, end, kind in _pieces(text, paragraph)
    )
    return tuple(Sentence(i, *span) for i, span in enumerate(spans))


def _pieces(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int, str]]:
    start, end = paragraph.start, paragraph.end
    if is_date_alone(text, start, end):
        yield start, end, "entry"
        return
    if paragraph.is_heading:
        yield start, end, "heading"
        return
    for find_end, kind in OPENINGS:
        stop = find_end(text, start, end)
        if stop > start:
            yield start, start + len(text[start:stop].rstrip()), kind
            start = stop
    for first, last in sentence_spans(text, start, end):
        yield first, last, "body"
