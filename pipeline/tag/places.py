"""Place names, demonyms and composed places as the text says them; nothing is resolved here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from pipeline.gazetteer import load
from pipeline.gazetteer.store import Hit
from pipeline.records import PlaceMention, Sentence
from pipeline.tag.place_context import Seen, has_evidence, is_documented, is_person, judge
from pipeline.tag.place_detail import PlaceDetail, detail_at
from pipeline.tag.place_names import Piece, names
from pipeline.tag.place_rows import beside
from pipeline.tag.place_struck import taken_up
from pipeline.tag.place_unknown import runs, unknown_names
from pipeline.tag.place_words import is_capitals, is_small

__all__ = ["PlaceDetail", "tag_places"]

_NOT_IN_ROWS = ("country", "demonym", "continent", "sea", "corner", "capital")
_COMPASS = r"north|south|east|west|north-?east|north-?west|south-?east|south-?west"
_CORNER = re.compile(
    rf"\b(?:in|into|across|from|to|towards?|throughout) (?:the|its|the country['’]s) (?:far )?({_COMPASS})\b"
    r"(?! (?:side|bank|end|coast|wing))"
)
_CAPITAL = re.compile(
    r"\bthe (?:country's |country’s )?(capital)(?: city)?(?=[\s,.;'’)]|$)(?!(?: city)?,? (?:of|[A-Z]|punishment|market|letters))"
)
_SAINTS = frozenset("santa santo san sao saint sainte st".split())
_CHURCH = re.compile(
    r"(?:['’]s)? (?:[A-Z]\w+ ){0,2}(?:[Cc]hurch|[Cc]athedral|[Cc]hapel|[Pp]arish|[Cc]onvent|[Mm]onastery|[Hh]ospital)\b"
)
_INSTITUTION = re.compile(r" (?:[A-Z]\w+ )?(?:School|College|University|SCHOOL|COLLEGE|UNIVERSITY)\b")
_WORD_BEFORE = re.compile(r"([^\s()\[\]\"“”]+)[\s]+[(\[\"“”'‘]*$")


def tag_places(text: str, sentences: tuple[Sentence, ...]) -> tuple[PlaceMention, ...]:
    """All place mentions in text order, none overlapping another; of two the longer stays."""
    seen: list[Seen] = []
    unknown: list[PlaceMention] = []
    is_all_loud = is_capitals(text)
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        is_loud = is_capitals(words) or (is_all_loud and words.isupper())
        for offset, pieces in names(text, sentence.start, sentence.end, is_loud):
            seen += _seen(text, sentence, offset, pieces, is_loud)
            spans = unknown_names(text, sentence.start, offset, pieces, sentence.end, is_loud)
            unknown += [_unknown(text, sentence, start, end, key) for start, end, key in spans]
        unknown += _corners(text, sentence)
    about = frozenset(one.hits[0].entry.iso3 or "" for one in seen if one.kind in ("country", "demonym", "admin1"))
    supported = {one.piece.key for one in seen if has_evidence(one) or is_documented(one, about)}
    surnames = {one.piece.words for one in seen if is_person(one)}
    people = frozenset(surnames)
    known = [_known(one) for one in seen if judge(one, one.piece.key in supported, one.piece.words in surnames)]
    found = _without_overlap(known + unknown)
    more = [*_in_rows(text, sentences, found, people), *_taken_up(text, sentences, found, people)]
    return _without_overlap([*found, *more]) if more else found


def _in_rows(
    text: str, sentences: tuple[Sentence, ...], found: tuple[PlaceMention, ...], people: frozenset[str]
) -> Iterator[PlaceMention]:
    """Places that stand in one row with those found, sentence by sentence."""
    stops = [sentence.end for sentence in sentences]
    for number, group in groupby(found, key=lambda mention: bisect_right(stops, mention.start)):
        sentence, places = sentences[number], [mention for mention in group if mention.kind not in _NOT_IN_ROWS]
        words = text[sentence.start : sentence.end]
        if places and (" and " in words or " or " in words) and not is_capitals(words):
            yield from beside(text, sentence, tuple(runs(text, names(text, sentence.start, sentence.end))), places, people)


def _taken_up(
    text: str, sentences: tuple[Sentence, ...], found: tuple[PlaceMention, ...], people: frozenset[str]
) -> Iterator[PlaceMention]:
    """Names of no gazetteer that the article tells to be places elsewhere, or that were struck."""
    for sentence in sentences:
        if not is_capitals(text[sentence.start : sentence.end]):
            yield from taken_up(text, sentence, tuple(runs(text, names(text, sentence.start, sentence.end))), found, people)


def _seen(text: str, sentence: Sentence, offset: int, pieces: tuple[Piece, ...], is_loud: bool) -> list[Seen]:
    """The pieces of a name that the gazetteer knows, each with its neighbours."""
    begin = offset + pieces[0].start
    cue = _WORD_BEFORE.search(text, max(sentence.start, begin - 24), begin)
    word = cue.group(1).lower() if cue else ""
    found = ((index, _hits(piece)) for index, piece in enumerate(pieces) if piece.key)
    found = ((n, hits) for n, hits in found if not _is_only_last(text, sentence, offset + pieces[n].start, pieces[n], hits))
    seen = [_one(text, sentence, offset, pieces, index, hits, word, is_loud) for index, hits in found if hits]
    return [one for one in seen if not _is_of_saint(one)]


def _is_of_saint(one: Seen) -> bool:
    """Whether a name is the saint's whose church it is: "Santa Maria church", "San Pedro hospital"."""
    return one.piece.words.split()[0] in _SAINTS and _CHURCH.match(one.following) is not None


def _hits(piece: Piece) -> tuple[Hit, ...]:
    """The entries of a piece; a short form with its full stop is nothing but that."""
    hits = load().find(piece.key)
    return tuple(hit for hit in hits if hit.form == "abbreviation") or hits if piece.is_dotted else hits


def _is_only_last(text: str, sentence: Sentence, start: int, piece: Piece, hits: tuple[Hit, ...]) -> bool:
    """Whether the full stop that makes a state of a word is that of its sentence: "gathered for Mass.", not "Boston, Mass."."""
    if not piece.is_dotted or not hits or hits[0].entry.kind != "admin1" or text[start - 2 : start] == ", ":
        return False
    return not text[start + len(piece.words) : sentence.end].strip(" .\"”’'\n")


def _one(
    text: str,
    sentence: Sentence,
    offset: int,
    pieces: tuple[Piece, ...],
    index: int,
    hits: tuple[Hit, ...],
    cue: str,
    is_loud: bool,
) -> Seen:
    piece = pieces[index]
    start, end = offset + piece.start, offset + piece.end
    between = text[offset + pieces[index - 1].end : start] if index else ""
    touches = index > 0 and between in (" ", "-")
    follows = index + 1 < len(pieces) and text[end : offset + pieces[index + 1].start] == " "
    if index:
        cue = pieces[index - 1].words if touches else (between.split() or [""])[-1].lower()
    if is_loud:  # a word that would be written small is no part of the name
        touches = touches and not all(map(is_small, pieces[index - 1].words.split()))
        follows = follows and not all(map(is_small, pieces[index + 1].words.split()))
    return Seen(
        start=start,
        end=end,
        piece=piece,
        hits=hits,
        sentence=sentence,
        before=pieces[index - 1].words if touches else "",
        after=pieces[index + 1].words if follows else "",
        cue=cue,
        ahead=text[max(sentence.start, start - 32) : start],
        following=text[end : min(end + 40, sentence.end)],
        detail=detail_at(text, start, end, sentence.start, sentence.end),
        is_loud=is_loud,
    )


def _known(one: Seen) -> PlaceMention:
    """The mention of a name; with the noun beside it where that makes it another name ("Niger state", "Somali region", "the
    American School")."""
    named = _INSTITUTION.match(one.following) if one.kind == "demonym" else None
    if named:
        end = one.end + named.end()
        return PlaceMention(one.start, end, f"{one.piece.words}{named.group().lower()}", "unknown", one.detail)
    longer = f"{one.piece.key} {one.detail.noun}"
    hits = load().find(longer) if one.detail.noun else ()
    key, kind = (longer, hits[0].entry.kind) if hits else (one.piece.key, one.kind)
    return PlaceMention(one.start, one.end, key, kind, one.detail)


def _unknown(text: str, sentence: Sentence, start: int, end: int, key: str) -> PlaceMention:
    hits = load().find(key)
    kind = hits[0].entry.kind if hits else "unknown"
    return PlaceMention(start, end, key, kind, detail_at(text, start, end, sentence.start, sentence.end))


def _corners(text: str, sentence: Sentence) -> list[PlaceMention]:
    """Words that stand for a part of the country in question: "in the northeast", "the capital". They have no key."""
    start, end = sentence.start, sentence.end
    corners = ((match, "corner", match.group(1).replace("-", "")) for match in _CORNER.finditer(text, start, end))
    capitals = ((match, "capital", "") for match in _CAPITAL.finditer(text, start, end))
    return [
        PlaceMention(match.start(1), match.end(1), "", kind, PlaceDetail(direction=direction, cue="the"))
        for match, kind, direction in (*corners, *capitals)
    ]


def _without_overlap(mentions: list[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions in text order; of two that overlap the longer one."""
    kept: list[PlaceMention] = []
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return tuple(kept)
