"""Quotations: where direct speech stands, over sentences and paragraphs.

A mark that opens a paragraph while the last quotation is not closed continues that quotation. A quotation of fewer than three
words ("neutralized") is a quoted word, no speech. Who speaks is found on the trees, in `pipeline/find/speakers.py`.
"""

from __future__ import annotations

import re

from pipeline.records import Quote, Sentence

_OPEN = {"“": "”", "„": "“", "«": "»", '"': '"', "``": "''"}
_MARK = re.compile(r"[“”„«»\"]|``|''")
_WORD = re.compile(r"\w+")
MIN_WORDS = 3  # shorter quotations are quoted words
MAX_LENGTH = 4000  # code points; a quotation that never closes ends with its paragraph


def tag_quotes(text: str, sentences: tuple[Sentence, ...]) -> tuple[Quote, ...]:
    """The stretches of direct speech of a text, in text order, marks included; speakers are left open."""
    bounds = paragraph_bounds(sentences)
    out: list[Quote] = []
    for start, end in bounds:
        out.extend(quotes_in(text, start, end))
    return tuple(q for q in out if len(_WORD.findall(text, q.start, q.end)) >= MIN_WORDS)


def paragraph_bounds(sentences: tuple[Sentence, ...]) -> list[tuple[int, int]]:
    """First and last offset of every paragraph of body text."""
    bounds: dict[int, tuple[int, int]] = {}
    for s in sentences:
        if s.kind == "body":
            start, _ = bounds.get(s.paragraph, (s.start, s.end))
            bounds[s.paragraph] = (start, s.end)
    return list(bounds.values())


def quotes_in(text: str, start: int, end: int) -> list[Quote]:
    """Quotations of one paragraph. One that is still open at its end (the speech goes on in the next paragraph) ends there."""
    out: list[Quote] = []
    opened: int | None = None
    closer = ""
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if mark.group() in _OPEN:
                opened, closer = mark.start(), _OPEN[mark.group()]
        elif mark.group() == closer:
            out.append(Quote(opened, mark.end()))
            opened = None
    if opened is not None and end - opened <= MAX_LENGTH:
        out.append(Quote(opened, end))
    return out
