"""A sentence cut into pieces by what its words say, so that the page can colour them without counting characters.

Offsets are code points and a browser counts UTF-16 units; pieces of text need no offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

KINDS = ("", "trigger", "date", "place", "actor", "recipient", "count", "claimant")
"""What words can say, the plain ones first. A page holds the number of a kind."""

PRIORITY = ("count", "date", "claimant", "actor", "recipient", "place", "trigger")
"""Of two spans that overlap the shorter keeps its words and the other what is left of its own; of two equals, the first here."""

Span = tuple[str, int, int]  # kind, start, end: code points of the text


def mark(quote: str, start: int, spans: Iterable[Span]) -> list[int | str]:
    """The quote as kind, piece, kind, piece … ; the pieces joined are the quote. `start` is where it stands in the text.

    Spans that lie outside of the quote are left out, those that lie half in it are cut.
    """
    kinds, cuts = bytearray(len(quote)), {0, len(quote)}
    for kind, begin, end in sorted(spans, key=lambda span: (span[1] - span[2], -PRIORITY.index(span[0]))):
        first, last = max(0, begin - start), min(len(quote), end - start)
        if first < last:
            kinds[first:last] = bytes([KINDS.index(kind)]) * (last - first)
            cuts |= {first, last}
    return _join(quote, kinds, sorted(cuts))


def _join(quote: str, kinds: bytes | bytearray, cuts: Sequence[int]) -> list[int | str]:
    """Pieces between cuts, neighbours of one kind made one."""
    pieces: list[int | str] = []
    for kind, stretches in groupby(pairwise(cuts), key=lambda cut: kinds[cut[0]]):
        ends = list(stretches)
        pieces += [kind, quote[ends[0][0] : ends[-1][1]]]
    return pieces
