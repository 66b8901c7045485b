"""Capitalised names in running text, cut into what the gazetteer knows and what it does not.

A name is a run of capitalised words with the particles that names have (al, de, of the …). Inside it the longest names
of the gazetteer are found from left to right; "Lancaster County Sheriff" is "Lancaster County" and an unknown "Sheriff".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.gazetteer import load
from pipeline.gazetteer.keys import fold

_GAP = r"(?:[ \u00a0-]|['’])"
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚḐḨḪḤṢṬẔƏ"
_WORD = r"[^\W\d_]\w*(?:['’ʼ‘ʿʾ`.][^\W\d_]\w*)*"
_CAPITAL = rf"['’ʼ‘ʿʾ`]?(?=[{_UPPER}]){_WORD}\.?"
_ARTICLE = "al|el|ad|an|ar|as|ash|at|az|ez|es"
_ARTICLES = frozenset(_ARTICLE.split("|"))
_PARTICLE = (
    r"(?:al|el|ad|an|ar|as|ash|at|az|ez|es|et|ul|il|de|del|della|di|da|do|dos|das|du|des|la|le|les|los|las|of|the|and|y|e|i"
    r"|au|aux|bin|ibn|bou|sur|upon|on|am|an|der|den|van|von|and|o|na|ya|ye|va|wa|en|sous|l|d)"
)
NAME = re.compile(
    rf"(?<![\w'’])(?:(?:{_ARTICLE})[- ]|rural )?{_CAPITAL}"
    rf"(?:[ \u00a0-]{{1,2}}(?:{_PARTICLE}{_GAP}){{0,2}}{_CAPITAL}|-(?:{_PARTICLE}-){{1,2}}{_CAPITAL})*"
)
_TOKEN = re.compile(rf"{_WORD}\.?")
_POSSESSIVE = re.compile(r"['’`]s?$|['’]s$", re.IGNORECASE)


SHORT = 4  # letters up to which a word in capitals may be an acronym


class Piece(NamedTuple):
    """Part of a name: offsets in the name, the gazetteer's key ("" for a word it does not know), its folded words."""

    start: int
    end: int
    key: str
    words: str
    is_dotted: bool  # ends with the full stop of a short form


def names(text: str, start: int, end: int, is_loud: bool = False) -> Iterator[tuple[int, tuple[Piece, ...]]]:
    """The names of `text[start:end]`: the offset of each in the text, and its pieces. `is_loud`: it is set in capitals."""
    for match in NAME.finditer(text, start, end):
        yield match.start(), segment(match.group(), is_loud)


@lru_cache(maxsize=200_000)
def segment(name: str, is_loud: bool = False) -> tuple[Piece, ...]:
    """A name cut into pieces, the longest known names first taken from the left."""
    spans = [_bare(match) for match in _TOKEN.finditer(name)]
    pieces, position = [], 0
    while position < len(spans):
        position += _is_the(name, spans, position)  # "In the Philippines" is read as "the Philippines" inside a sentence
        words = [name[start:end] for start, end in spans[position : position + 7]]
        key, width = _longest(words, is_loud)
        if not key and words[0] in _ARTICLES and name[spans[position][1]] == "-":  # "al-Suwayda" for As-Suwayda
            key, width = _longest(words[1:], is_loud)
            width += bool(key)
        if not key and position == 0 and _is_no_part(words, name[spans[0][1] : spans[0][1] + 1]):
            position = 1
            continue
        start, end = spans[position][0], spans[position + width - 1][1]
        folded = " ".join(fold(name[a:b]) for a, b in spans[position : position + width])
        pieces.append(Piece(start, end, key, folded, name[end - 1] == "."))
        position += width
    return tuple(pieces)


def _is_no_part(words: list[str], gap: str) -> bool:
    """Whether a small first word only stands in front of the name: "at Kalgoorlie", "rural Homs"."""
    return len(words) > 1 and gap == " " and (words[0] in _ARTICLES or words[0] == "rural")


def _is_the(name: str, spans: list[tuple[int, int]], position: int) -> bool:
    """A small "the" before a name that is known without it."""
    start, end = spans[position]
    if name[start:end] != "the" or position + 1 == len(spans):
        return False
    return bool(load().longest(" ".join(fold(name[a:b]) for a, b in spans[position + 1 : position + 8])))


def _longest(words: list[str], is_loud: bool) -> tuple[str, int]:
    """The longest key that the words begin with and how many words it takes; ("", 1) where the first word begins none.

    A short word in capitals is an acronym, unless all words are in capitals.
    """
    acronym = words[0].replace(".", "")
    folded = [fold(word) for word in words]
    key = load().longest(" ".join(folded))
    is_longer = is_loud and " " in key  # LA PAZ
    if len(acronym) <= SHORT and acronym.isupper() and not is_longer and load().find(acronym):
        return acronym, 1
    is_small = " " not in key and not words[0][:1].isupper()
    is_acronym = 1 < len(acronym) <= (SHORT - 1 if is_loud else SHORT) and acronym.isupper()
    if not key or is_small or (" " not in key and is_acronym):
        return "", 1
    return key, _width(key, folded)


def _width(key: str, folded: list[str]) -> int:
    taken = ""
    for count, word in enumerate(folded, start=1):
        taken = f"{taken} {word}".strip()
        if len(taken) >= len(key):
            return count
    return len(folded)


def _bare(match: re.Match[str]) -> tuple[int, int]:
    """A word's span without a possessive ending and without a full stop that is no part of an abbreviation."""
    word = match.group()
    if word.endswith(".") and "." not in word[:-1] and not _is_abbreviation(word):
        word = word[:-1]
    return match.start(), match.start() + len(_POSSESSIVE.sub("", word))


def _is_abbreviation(word: str) -> bool:
    """Whether a word with its full stop is a short form that names have (St., Mt., Calif.)."""
    return word in ("St.", "Mt.", "Ft.") or any(hit.form == "abbreviation" for hit in load().find(fold(word)))
