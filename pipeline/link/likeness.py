"""Which sentences say the same in nearly the same words: agency copy that an editor shortened, background repeated.

A sentence, or what stands around a trigger, is the set of the stems of its longer words and of its numbers, kept as sorted
hashes in one string of bytes.
Two are alike when they have many stems in common (Jaccard), or when a long one holds nearly all of the other. They are
found by sketches: under each of a few orders of all stems the two that come first; sentences that are alike share at
least one sketch in nine of ten cases.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from itertools import islice
from zlib import crc32

LEAST_STEMS = 6  # a sentence of fewer says nothing of its own
LEAST_AROUND = 4  # the same of the words around a trigger
AROUND = 8  # words to each side of a trigger, about its clause
CONTAINED = 0.8  # of the stems of the shorter one, when it says enough
ENOUGH_STEMS = 12
STEM = 5  # letters: "withdrawal" and "withdrawing" are of one stem
SHORT = 3  # letters of words that are left out: "have", "that"
SALTS = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F)  # one order of all stems each
_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+")

Saying = bytes


def sayings_of(quote: str, start: int, end: int) -> tuple[Saying, Saying]:
    """The stems of a sentence, and of the words around its trigger, which stands at [start, end); empty where they are too few.

    Two sentences of one act often share no more than its clause.
    """
    before, own, after = (_WORD.findall(part) for part in _parts(quote.lower(), start, end))
    whole = _stems_of([*before, *own, *after])
    is_short = len(before) <= AROUND and len(after) <= AROUND
    clause = whole if is_short else _stems_of([*before[-AROUND:], *own, *after[:AROUND]])
    return _saying(whole, LEAST_STEMS), _saying(clause, LEAST_AROUND)


def _parts(text: str, start: int, end: int) -> tuple[str, str, str]:
    return text[:start], text[start:end], text[end:]


def _stems_of(words: Iterable[str]) -> set[int]:
    return {crc32(word[:STEM].encode()) for word in words if len(word) > SHORT or word[0].isdigit()}


def _saying(stems: set[int], least: int) -> Saying:
    return array("I", sorted(stems)).tobytes() if len(stems) >= least else b""


def are_alike(a: Saying, b: Saying, share: float) -> bool:
    """Whether two sentences have such a share of all their stems in common, or one is nearly all in the other."""
    if a == b:
        return bool(a)
    one, other = set(_stems(a)), set(_stems(b))
    shared, shorter = len(one & other), min(len(one), len(other))
    is_contained = shorter >= ENOUGH_STEMS and shared >= CONTAINED * shorter
    return is_contained or (shorter > 0 and shared >= share * (len(one) + len(other) - shared))


def sketches_of(saying: Saying) -> list[int]:
    """A key for each order of the stems; none for an empty saying."""
    stems = _stems(saying)
    return [hash((salt, *islice(sorted((stem * salt & 0xFFFFFFFF, stem) for stem in stems), 2))) for salt in SALTS if stems]


def _stems(saying: Saying) -> array[int]:
    stems = array("I")
    stems.frombytes(saying)
    return stems
