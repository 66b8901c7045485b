"""Reads one number in words or digits: "12,000", "1.2 million", "two hundred and fifty", "a dozen", "tens of thousands".

Works on lower-case words; nothing here looks at a tree. Bounds are (low, best, high) as in codebook section 6.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.lexicon.quantities import CARDINALS, MULTIPLIERS, TENS, Bounds, quantity_words

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|mn|bn|m)?")
_HYPHENS = frozenset("-–‑")
_LARGEST = 10**10  # more people than there are: such a number counts nobody


class Number(NamedTuple):
    """A number at `[start, end)` of the words. `vague` holds the word that makes it vague ("dozens"), else ""."""

    start: int
    end: int
    bounds: Bounds
    vague: str = ""


def read_number(words: Sequence[str], start: int) -> Number | None:
    """The longest number that begins at a word; None when none does."""
    return _vague(words, start) or _halved(words, start) or _exact(words, start)


@lru_cache(maxsize=4096)
def digits_value(word: str) -> float | None:
    """The value of "12", "12,000", "1.2" or "12k"; None for anything else, such as "12:30" and "1990s"."""
    match = _DIGITS.fullmatch(word)
    if not match or len(word) > 15:
        return None
    scale = {"k": 1_000, "mn": 1_000_000, "m": 1_000_000, "bn": 1_000_000_000}.get(match[3] or "", 1)
    return float(match[1].replace(",", "") + (match[2] or "")) * scale


def _word(words: Sequence[str], i: int) -> str:
    return words[i] if 0 <= i < len(words) else ""


def _vague(words: Sequence[str], start: int) -> Number | None:
    """Words of the table: "several", "dozens", "tens of thousands", "a few hundred", "several dozen"."""
    table = quantity_words().vague
    i = start + (_word(words, start) == "a")
    for length in (3, 2, 1):
        key = tuple(words[i : i + length])
        if len(key) == length and key in table:
            break
    else:
        return None
    end, (low, best, high) = i + length, table[key]
    after = end + (_word(words, end) == "of")
    scale = MULTIPLIERS.get(_word(words, after), 0) if length == 1 and key[0] in ("several", "few", "couple") else 0
    if scale:
        return Number(start, after + 1, _times((low, best, high), scale), f"{key[0]} {words[after]}" if high is None else "")
    return Number(start, end, (low, best, high), " ".join(key) if high is None else "")


def _halved(words: Sequence[str], start: int) -> Number | None:
    """ "Half a million", "half a dozen"."""
    if _word(words, start) == "half" and _word(words, start + 1) in ("a", "-"):
        scale = MULTIPLIERS.get(_word(words, start + 2), 0)
        if scale:
            return Number(start, start + 3, (scale // 2,) * 3)
    return None


def _exact(words: Sequence[str], start: int) -> Number | None:
    """Digits and spelled numbers with their multipliers."""
    total, current, i, last = 0.0, _value(words, start), start + 1, start
    if current is None:
        if _word(words, start) not in ("a", "an") or _word(words, start + 1) not in MULTIPLIERS:
            return None
        current = 1.0
    while i < len(words):
        word = words[i]
        if word in MULTIPLIERS:
            current, i = (current or 1.0) * MULTIPLIERS[word], i + 1
            if MULTIPLIERS[word] >= 1000:
                total, current = total + current, 0.0
        elif word in _HYPHENS and words[i - 1] in TENS and _word(words, i + 1) in CARDINALS:
            current, i = current + CARDINALS[words[i + 1]], i + 2
        elif word == "and" and words[i - 1] in MULTIPLIERS and words[i - 1] != "dozen" and _small(words, i + 1) is not None:
            current, i = current + (_small(words, i + 1) or 0), i + 2
        elif (words[i - 1] in MULTIPLIERS or words[i - 1] in TENS) and (small := _small(words, i)) is not None:
            if words[i - 1] in TENS and word not in CARDINALS:
                break
            current, i = current + small, i + 1
        else:
            break
        last = i - 1
    value = total + current
    return Number(start, last + 1, (int(value),) * 3) if value == int(value) and value < _LARGEST else None


def _small(words: Sequence[str], i: int) -> int | None:
    """A spelled number below a hundred, or digits below a thousand, that goes on after "hundred" or "thousand"."""
    word = _word(words, i)
    return CARDINALS.get(word, TENS.get(word))


def _value(words: Sequence[str], i: int) -> float | None:
    word = _word(words, i)
    if word in CARDINALS or word in TENS:
        return float(CARDINALS.get(word, TENS.get(word, 0)))
    return digits_value(word) if word[:1].isdigit() else None


def _times(bounds: Bounds, scale: int) -> Bounds:
    low, best, high = (None if value is None else value * scale for value in bounds)
    return low, best, high
