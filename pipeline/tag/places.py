"""Place names, demonyms and composed places as the text says them; nothing is resolved here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.gazetteer import load
from pipeline.records import PlaceMention, Sentence
from pipeline.tag.place_context import Seen, has_evidence, judge
from pipeline.tag.place_names import Piece, names
from pipeline.tag.place_words import ordinary, words

_WORD_BEFORE = re.compile(r"([^\s()\[\]\"“”]+)[\s]+[(\[\"“”'‘]*$")


@dataclass(frozen=True, slots=True)
class PlaceDetail:
    """The words around a place name. `head`: common noun of it (province, city, border …); `direction`: northwest …"""

    head: str = ""
    direction: str = ""
    cue: str = ""


def tag_places(text: str, sentences: tuple[Sentence, ...]) -> tuple[PlaceMention, ...]:
    """All place mentions in text order, none overlapping another."""
    seen = [one for sentence in sentences for one in _seen(text, sentence)]
    supported = {one.piece.key for one in seen if has_evidence(one)}
    surnames = _surnames(seen)
    kept = (one for one in seen if judge(one, one.piece.key in supported, one.piece.words in surnames))
    return tuple(_mention(text, one) for one in kept)


def _seen(text: str, sentence: Sentence) -> list[Seen]:
    found = []
    for offset, pieces in names(text, sentence.start, sentence.end):
        cue = _WORD_BEFORE.search(text, max(sentence.start, offset - 24), offset)
        for index, piece in enumerate(pieces):
            hits = load().find(piece.key) if piece.key else ()
            if hits:
                found.append(_one(text, sentence, offset, pieces, index, hits, cue.group(1).lower() if cue else ""))
    return found


def _one(text: str, sentence: Sentence, offset: int, pieces: tuple[Piece, ...], index: int, hits, cue: str) -> Seen:  # type: ignore[no-untyped-def]
    piece = pieces[index]
    start, end = offset + piece.start, offset + piece.end
    before = pieces[index - 1] if index and text[offset + pieces[index - 1].end : start] in (" ", "-") else None
    after = pieces[index + 1] if index + 1 < len(pieces) and text[end : offset + pieces[index + 1].start] == " " else None
    if index and before is None:
        cue = (text[offset + pieces[index - 1].end : start].split() or [""])[-1].lower()
    elif index and before is not None:
        cue = before.words
    return Seen(
        start, end, piece, hits, before.words if before else "", after.words if after else "",
        cue, text[end : min(end + 40, sentence.end)], start == sentence.start,
        bool(before and before.key), bool(after and after.key),
    )  # fmt: skip


def _surnames(seen: list[Seen]) -> set[str]:
    given, titles = words("names", "given"), words("names", "titles")
    return {one.piece.words for one in seen if one.before in given or one.before in titles or len(one.before) == 1}


def _mention(text: str, one: Seen) -> PlaceMention:
    return PlaceMention(one.start, one.end, one.piece.key, one.kind, PlaceDetail(cue=one.cue))
