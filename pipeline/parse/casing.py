"""Gives a sentence in capitals the casing that the model knows best.

The model has seen capitals in training, but a sentence whose names alone are capitalised parses better (figures in
`model/README.md`). Words that are commonly written small become small; all others count as names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

MIN_WORDS = 3  # fewer words in capitals are an acronym or a dateline
_LETTERS = re.compile(r"[^\W\d_]")
_ACRONYM = re.compile(r"(?:[A-Z]\.)+[A-Z]?|[^AEIOUY]{2,5}|[A-Z]{1,3}\d+|U[NKS]|[AE]U|US[AS]R?")


def is_capitals(words: Sequence[str]) -> bool:
    """Whether no letter of the sentence is small and enough words have letters."""
    lettered = [word for word in words if len(word) > 1 and _LETTERS.search(word)]
    return len(lettered) >= MIN_WORDS and all(word.isupper() for word in lettered)


def recase(words: Sequence[str], common: Collection[str]) -> tuple[str, ...]:
    """The words with capitals for the first, for names and acronyms only. `common` are the words to write small."""
    small = [_recased(word, common) for word in words]
    first = next((i for i, word in enumerate(small) if _LETTERS.search(word)), None)
    if first is not None:
        small[first] = small[first][0].upper() + small[first][1:]
    return tuple(small)


def _recased(word: str, common: Collection[str]) -> str:
    lower = word.lower()
    if len(lower) != len(word) or lower in common or not _LETTERS.search(word) or word.startswith("'"):
        return lower if len(lower) == len(word) else word
    return word if _ACRONYM.fullmatch(word) else word[0] + lower[1:]
