"""Place names that the gazetteer does not know, recognised by the words around them.

"the village of X", "X district", "in X" (a whole name behind in, near or outside), "X River", "X Street". They keep
their text and get no coordinates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pipeline.gazetteer import load
from pipeline.tag.actors import tag_actors
from pipeline.tag.place_context import is_contained
from pipeline.tag.place_detail import detail_at
from pipeline.tag.place_names import SHORT, Piece
from pipeline.tag.place_words import false_friends, heads, is_small, ordinary, words
from pipeline.tag.timex_grammar import holidays

_ENDINGS = frozenset(
    "county parish township district province governorate oblast prefecture river valley creek bay island islands "
    "mountains mountain peninsula forest desert strait canal sea heights hills lake village town wilderness refuge "
    "highlands colony".split()
)
_OPENINGS = frozenset("lake mount river fort camp highway interstate route".split())
_ARABIC_OPENINGS = frozenset(
    "tal deir dayr kafr kfar jabal jebel ain ayn beit bayt wadi qalat jisr burj bir maarat maaret maarrat khirbet khirbat".split()
)
_STRUCK = re.compile(r"\b(?:shelling|bombing|bombardment|siege|storming) of (?:the )?$")
_ONE = re.compile(r"\b(?:an?|one|two|three|another) $", re.IGNORECASE)  # "in a Chevrolet": one of a kind has no name
_FLED_TO = re.compile(r"\b(?:fled|fleeing|flee|escaped|retreated|withdrew|marched|advanced) (?:\w+ )?(?:to|towards?|into|for) $")
_MOVED = re.compile(
    r"\b(?:flew|flown|sailed|drove|driven|travell?ed|airlifted|evacuated|deported|bused|transferred)"
    r" (?:\w+ ){0,2}(?:from|to|towards?|into|for) $"
)
_HAPPENED_AT = re.compile(
    r"\b(?:attack|raid|blast|explosion|bombing|shooting|clash(?:es)?|fighting|battle|ambush|massacre|killed|slain|murdered"
    r"|exploded|truck|bus|convoy|vehicle|post|base|camp|checkpoint|station) at $",
    re.IGNORECASE,
)
_SITES = frozenset("camp airport airbase crossing checkpoint dam port garrison".split())  # of these a name says where they are
_STRICT = frozenset("in near outside".split())
_OFFICIAL = frozenset({"local", "government", "development", "administrative"})
_WITH_DEPARTMENTS = frozenset({"USA", "GBR", "CAN", "AUS"})  # where a department is an office and "X City" a name of its own
_INSIDE = re.compile(r"(?:,? in|,|,? of|,? \[)\s?(?:the )?(?:\w+ (?:of )?)?[A-Z]")
_COMPASS_OF = re.compile(r"\b(?:north|south|east|west)[a-z-]* of (?:the )?$")
WELL_KNOWN = 300_000  # inhabitants of a city that is not the first half of an unknown name
LONGEST_NAME = 4  # words of an unknown name


class Run(NamedTuple):
    """Words of a name that touch each other: offsets in the text, and their key."""

    start: int
    end: int
    key: str


def runs(text: str, names: Iterable[tuple[int, tuple[Piece, ...]]], is_loud: bool = False) -> Iterator[Run]:
    """The names of a sentence, parted by function words: "Homs and Hama" is two."""
    for offset, pieces in names:
        for run in _runs(text, offset, pieces, is_loud):
            yield Run(offset + run[0].start, offset + run[-1].end, _key(run))


def unknown_names(
    text: str, low: int, offset: int, pieces: tuple[Piece, ...], high: int, is_loud: bool = False
) -> Iterator[tuple[int, int, str]]:
    """Spans and keys of unknown place names inside one capitalised name, in text order. A known name with its noun
    ("Kunduz Province") is given under the known name's key."""
    for whole in _runs(text, offset, pieces, is_loud):
        run = _without_known(whole)
        start, end = offset + run[0].start, offset + run[-1].end
        is_told_so = _is_composed(run) and not (is_loud and all(is_small(piece.words) for piece in run[:-1]))  # PEACE VILLAGE
        is_told_so = is_told_so or ((len(run) > 1 or not run[0].key) and _is_told(text, low, start, end, high, run, is_loud))
        if is_told_so and not any(mention.actors for mention in tag_actors(text[start:end])):  # "a camp of Boko Haram"
            yield start, end, _key(run)


def _without_known(run: list[Piece]) -> list[Piece]:
    """A run without the well-known places in front ("Mogadishu Kahda district") and the officialese behind it."""
    left = list(run)
    while len(left) > 1 and left[0].words in words("cues", "directions"):
        left.pop(0)
    while len(left) > 1 and left[0].key and left[1].words not in heads() and _is_well_known(left[0].key):
        left.pop(0)
    while len(left) > 1 and left[-1].words in _OFFICIAL:
        left.pop()
    return left


def _is_well_known(key: str) -> bool:
    hits = load().find(key)
    first = hits[0].entry
    is_large = first.population >= WELL_KNOWN and hits[0].form != "alternate"
    return hits[0].form == "demonym" or first.kind in ("country", "admin1") or is_large


def _key(run: list[Piece]) -> str:
    """The folded words of a run; those in front of its noun where the gazetteer knows them."""
    name = list(run)
    while len(name) > 1 and (name[-1].words in heads() or name[-1].words in _OFFICIAL):
        name.pop()
    base = " ".join(piece.words for piece in name)
    if len(name) < len(run) and load().find(base):
        return base
    return " ".join(piece.words for piece in run)


def _runs(text: str, offset: int, pieces: tuple[Piece, ...], is_loud: bool) -> Iterator[list[Piece]]:
    """Pieces that touch each other (one space), parted by function words and links (of, and, the); in a sentence set in
    capitals also by every word that would be written small, unless it says what the place is."""
    run: list[Piece] = []
    for piece in pieces:
        is_link = piece.words in words("cues", "function")
        if is_loud and not is_link and len(piece.key) <= SHORT:
            is_link = is_small(piece.words) and not (run and piece.words in _ENDINGS)
        if run and (is_link or text[offset + run[-1].end : offset + piece.start] not in (" ", "-")):
            yield run
            run = []
        if not is_link:
            run.append(piece)
    if run:
        yield run


def _is_composed(run: list[Piece]) -> bool:
    """A name that says itself what it is: Neches River, Lake Lanier, Darby Street, Kwara State."""
    first, last = run[0].words, run[-1].words
    if len(run) < 2 or (run[-1].key and " " in run[-1].key):
        return False
    is_official = last in heads() and run[-2].words in _OFFICIAL and first not in _OFFICIAL  # "X Local Government Area"
    if last in _ENDINGS or last in words("nouns", "streets") or is_official:
        return True
    if first in _OPENINGS:
        return len(run) == 2
    if first in _ARABIC_OPENINGS:
        return len(run) <= LONGEST_NAME and run[-1].words not in words("names", "given")
    name = " ".join(piece.words for piece in run[:-1])
    base = load().find(name) if last in heads() and false_friends().get(name) != "never" else ()  # the Police Department
    return bool(base) and base[0].entry.iso3 not in _WITH_DEPARTMENTS


def _is_told(text: str, low: int, start: int, end: int, high: int, run: list[Piece], is_loud: bool) -> bool:
    """An unknown name that the words beside it make a place."""
    if any(false_friends().get(piece.words) == "never" for piece in run) or len(run) > LONGEST_NAME:
        return False
    if all(word in ordinary() or (is_loud and is_small(word)) for piece in run for word in piece.words.split()):
        return False
    if text[start:end].isupper() and not is_loud:
        return False
    if run[-1].words in words("names", "peoples"):  # "the Kurdish city of …"
        return False
    detail = detail_at(text, start, end, low, high)
    is_ground = detail.head in ("city", "district", "province", "rural", "land", "water") or detail.noun in _SITES
    is_person = run[0].words in words("names", "given") or run[0].words in words("names", "titles")
    if is_ground and detail.noun != run[-1].words:
        return not is_person or len(run) == 1 or detail.noun != "state"
    is_known = any(piece.key and not _is_common(piece.key) for piece in run)
    if is_known and not is_loud and detail.cue in _STRICT and is_contained(text[end:high]):
        return True  # "in Khan Bani Saad, Iraq", though there is a Saad
    if is_person or is_known or _ONE.search(text, max(low, start - 12), start):
        return False
    ahead = max(low, start - 32)
    if text[start:end] not in _feasts() and _HAPPENED_AT.search(text, ahead, start):
        return run[-1].words not in heads()
    if any(pattern.search(text, ahead, start) for pattern in (_STRUCK, _FLED_TO, _MOVED)):
        return True
    if detail.cue == "at" or (is_loud and len(run) == 1):  # also of times and people: only inside another place
        return detail.cue in _STRICT | {"at"} and bool(_INSIDE.match(text, end))
    return detail.cue in _STRICT or (detail.cue == "of" and bool(_COMPASS_OF.search(text[max(low, start - 20) : start])))


@cache
def _feasts() -> frozenset[str]:
    """What stands behind "killed at" and is a day: Easter."""
    return frozenset(form for feast in holidays().values() for form in feast["forms"])


def _is_common(key: str) -> bool:
    """A key of the gazetteer that is a word of everyday as well."""
    return key in ordinary() or key in words("names", "openings") or key in heads()
