"""Where sentences end inside a paragraph.

One pattern finds the places where a full stop, question or exclamation mark meets white space; what stands around it
decides. Closing quotes, brackets and note marks stay with their sentence. The words that take a full stop are in
`abbreviations.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources

import tomli

MAX_SENTENCE = 1_500  # characters; a longer stretch without an end is cut at its last semicolon, comma or space
CLOSERS = "\"'”’»)]"
END = re.compile(rf"[.!?…]+(?:[{re.escape(CLOSERS)}]|\[\d+\])*(?=\s|$|[A-Z][a-z]*\s)")
OPENERS = "\"'“‘«(["
WORD_OPENERS = "\"'“‘«([—–/\n\t\r"
MAX_WORD = 24  # characters looked back for the word before a full stop
NEXT_WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?\.?")
CUT = re.compile(r"[;,]\s|\s")

_tables = tomli.loads(resources.files("pipeline.split").joinpath("abbreviations.toml").read_text("utf-8"))
TITLES, MONTHS, NUMBERED, OTHERS, HOURS, STARTERS, HOUR_TAILS = (
    frozenset(_tables[name]) for name in ("titles", "months", "numbered", "others", "hours", "starters", "hour_tails")
)
ABBREVIATIONS = TITLES | MONTHS | NUMBERED | OTHERS | HOURS


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph `[start, end)`: disjoint, in order, stripped, none left out."""
    first = start
    for match in END.finditer(text, start, end):
        stop = match.end()
        if stop < end and not _is_end(text, first, match.start(), stop, end):
            continue
        yield from _cut(text, first, stop)
        first = stop
    yield from _cut(text, first, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stripped span, in pieces when it is too long for one sentence; nothing for white space."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    while end - start > MAX_SENTENCE:
        stop = _last_break(text, start, start + MAX_SENTENCE)
        yield start, start + len(text[start:stop].rstrip())
        start = stop + len(text[stop:end]) - len(text[stop:end].lstrip())
    if start < end:
        yield start, end


def _last_break(text: str, start: int, limit: int) -> int:
    piece = text[start:limit]
    for mark in ("; ", ", ", " "):
        if (at := piece.rfind(mark)) > MAX_SENTENCE // 2:
            return start + at + len(mark)
    return limit


def _is_end(text: str, first: int, mark: int, stop: int, end: int) -> bool:
    """Whether the punctuation `[mark, stop)` of the sentence begun at `first` ends it."""
    if not text[stop].isspace() and not _lacks_space(text, first, mark, stop):
        return False
    following = text[stop : stop + 40].lstrip()
    bare = following.lstrip(OPENERS)
    if not bare:
        return True
    if bare[0].islower():
        return _is_lower_copy(text, first, mark)
    if text[mark] != "." or stop - mark != 1:
        return True
    return _is_end_after_stop(text, first, mark, bare)


def _lacks_space(text: str, first: int, mark: int, stop: int) -> bool:
    """ "the town.The army", but not "Example.Org" nor "U.S.Army"."""
    following = NEXT_WORD.match(text, stop)
    is_starter = following is not None and following.group().lower() in STARTERS
    return is_starter and text[max(first, mark - 3) : mark].islower()


def _is_lower_copy(text: str, first: int, mark: int) -> bool:
    """Whether a lower-case word may open a sentence: after a full stop in copy that uses no capitals at all."""
    words = text[first:mark]
    return text[mark] == "." and len(words) > 20 and words.islower() and words[-4:].isalpha()


def _is_end_after_stop(text: str, first: int, mark: int, bare: str) -> bool:
    """A single full stop before a capital or a number: no end after a title, an initial or inside a date or hour."""
    word = text[max(first, mark - MAX_WORD) : mark].rpartition(" ")[2].lstrip(WORD_OPENERS)
    key = word.lower()
    if key not in ABBREVIATIONS and "." not in word and len(word) > 1 and not word.isdigit():
        return True
    following = NEXT_WORD.match(bare)
    after = following.group().rstrip(".") if following else ""
    is_number = bare[0].isdigit()
    if key in TITLES:
        return False
    if key in MONTHS or key in NUMBERED:
        return not is_number and (key in MONTHS or not after.isupper())
    if word.isdigit() and not text[first : mark - len(word)].strip():
        return False
    if key in HOURS:
        is_aside = is_number and text[mark + 1 : mark + 3].strip()[:1] in ("(", "[")  # "at 8 p.m. (1900 GMT)"
        return after.lower() not in HOUR_TAILS and not is_aside
    if _is_initial(word) or key in OTHERS or _is_acronym(word):
        return after.lower() in STARTERS
    return True


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _is_acronym(word: str) -> bool:
    return "." in word and all(len(part) == 1 and part.isalpha() for part in word.split("."))
