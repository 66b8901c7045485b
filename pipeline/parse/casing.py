"""Gives a sentence in capitals the casing that the model knows best.

The model has seen capitals in training, but a sentence whose names alone are capitalised parses better (figures in
`model/README.md`). `model/casing.txt` lists the words usually written small ("attack") or in capitals ("NATO"); all
others count as names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

MIN_WORDS = 3  # fewer words in capitals are an acronym or a dateline
_LETTERS = re.compile(r"[^\W\d_]")
_TITLE = re.compile(r"[A-Z]{2,6}\.")  # "MR.", "GEN."
_ACRONYM = re.compile(r"(?:[A-Z]\.)+[A-Z]?|[^AEIOUY]{2,5}|[A-Z]{1,3}\d+")  # dots, no vowel, or a number


def is_capitals(words: Sequence[str]) -> bool:
    """Whether no letter of the sentence is small and enough words have letters."""
    if any(len(word) > 1 and word.islower() for word in words):  # mostly the second word, and the answer
        return False
    lettered = [word for word in words if len(word) > 1 and _LETTERS.search(word)]
    return len(lettered) >= MIN_WORDS and all(word.isupper() for word in lettered)


def read_casings(text: str) -> dict[str, str]:
    """The usual casing of each word by its lower-case form, from a list of one word a line."""
    return {word.lower(): word for word in text.split()}


def recase(words: Sequence[str], casings: Mapping[str, str]) -> list[str]:
    """The words with capitals for the first, for names and for acronyms only; `casings` as from `read_casings`."""
    small = [_recased(word, casings) for word in words]
    first = next((i for i, word in enumerate(small) if _LETTERS.search(word)), None)
    if first is not None:
        small[first] = small[first][0].upper() + small[first][1:]
    return small


def _recased(word: str, casings: Mapping[str, str]) -> str:
    lower = word.lower()
    if len(lower) != len(word) or not _LETTERS.search(word):
        return word
    if lower in casings:
        return casings[lower]
    if word.startswith("'"):
        return lower
    return word if _ACRONYM.fullmatch(word) and not _TITLE.fullmatch(word) else word[0] + lower[1:]
