"""Place names that the gazetteer does not know, recognised by the words around them.

"the village of X", "X district", "in X" (a whole name behind in, near or outside), "X River", "X Street". They keep
their text and get no coordinates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.gazetteer import load
from pipeline.gazetteer.keys import fold
from pipeline.tag.place_names import Piece
from pipeline.tag.place_words import false_friends, heads, ordinary, words

_ENDINGS = frozenset(
    "county parish township district province governorate oblast prefecture river valley creek bay island islands mountains mountain "
    "peninsula forest desert strait canal sea heights hills lake village town wilderness refuge highlands colony".split()
)
_OPENINGS = frozenset("lake mount river fort camp highway interstate route".split())
_STRICT = frozenset("in near outside".split())
_HEAD_AHEAD = re.compile(r"\b(\w+) of (?:the )?['\"“‘]?$")


def unknown_names(
    text: str, low: int, offset: int, pieces: tuple[Piece, ...], high: int
) -> Iterator[tuple[int, int, str]]:
    """Spans and keys of unknown place names inside one capitalised name, in text order. A known name with its noun
    ("Kunduz Province") is given under the known name's key."""
    for run in _runs(text, offset, pieces):
        start, end = offset + run[0].start, offset + run[-1].end
        if _is_composed(run):
            base = " ".join(piece.words for piece in run[:-1])
            yield start, end, base if run[-1].words in heads() and load().find(base) else fold(text[start:end])
        elif all(not piece.key or piece.key in ordinary() for piece in run) and _is_told(text, low, start, end, high, run):
            yield start, end, fold(text[start:end])


def _runs(text: str, offset: int, pieces: tuple[Piece, ...]) -> Iterator[list[Piece]]:
    """Pieces that touch each other (one space), function words at the front left out."""
    run: list[Piece] = []
    for piece in pieces:
        if run and text[offset + run[-1].end : offset + piece.start] not in (" ", "-"):
            yield run
            run = []
        if run or piece.words not in words("cues", "function"):
            run.append(piece)
    if run:
        yield run


def _is_composed(run: list[Piece]) -> bool:
    """A name that says itself what it is: Neches River, Lake Lanier, Darby Street."""
    if len(run) < 2 or run[-1].key and " " in run[-1].key:
        return False
    first, last = run[0].words, run[-1].words
    if first in ("st", "main") or first in words("names", "titles"):
        return last in _ENDINGS or last in words("nouns", "streets")
    return last in _ENDINGS or last in words("nouns", "streets") or (first in _OPENINGS and len(run) == 2)


def _is_told(text: str, low: int, start: int, end: int, high: int, run: list[Piece]) -> bool:
    """An unknown name that the words beside it make a place."""
    if any(piece.words in words("cues", "function") or false_friends().get(piece.words) == "never" for piece in run):
        return False
    if all(word in ordinary() for piece in run for word in piece.words.split()) or text[start:end].isupper():
        return False
    front, back = text[max(low, start - 40) : start], text[end : min(high, end + 24)]
    ahead = _HEAD_AHEAD.search(front)
    if ahead and fold(ahead.group(1)) in heads():
        return True
    behind = re.match(r" ([a-z]+)", back)
    if behind and heads().get(behind.group(1)) in ("city", "district", "province"):
        return True
    cue = re.search(r"(\w+)\s$", front)
    is_person = run[0].words in words("names", "given") or run[0].words in words("names", "titles")
    return bool(cue) and cue.group(1).lower() in _STRICT and not is_person and len(run) <= 3  # type: ignore[union-attr]
