"""A sentence cut into pieces by what its words say, so that the page can colour them without counting characters.

Offsets are code points and a browser counts UTF-16 units; pieces of text need no offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

KINDS = ("", "trigger", "date", "place", "actor", "recipient", "count", "claimant")
"""What words can say, the plain ones first. A page holds the number of a kind."""

PRIORITY = ("trigger", "count", "date", "claimant", "actor", "recipient", "place")
"""Of two spans that overlap the first in this list keeps its words; the other one what is left of its own."""

Span = tuple[str, int, int]  # kind, start, end: code points of the text


def mark(quote: str, start: int, spans: Iterable[Span]) -> list[int | str]:
    """The quote as kind, piece, kind, piece … ; the pieces joined are the quote. `start` is where it stands in the text.

    Spans that lie outside of the quote are left out, those that lie half in it are cut.
    """
    kinds = [0] * len(quote)
    for kind, first, last in sorted(spans, key=lambda span: -PRIORITY.index(span[0])):
        for position in range(max(0, first - start), min(len(quote), last - start)):
            kinds[position] = KINDS.index(kind)
    return _join(quote, kinds)


def _join(quote: str, kinds: Sequence[int]) -> list[int | str]:
    pieces: list[int | str] = []
    begin = 0
    for position in range(1, len(quote) + 1):
        if position == len(quote) or kinds[position] != kinds[begin]:
            pieces += [kinds[begin], quote[begin:position]]
            begin = position
    return pieces
