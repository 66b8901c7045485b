"""The language of an article. Only English is coded; anything else is skipped and says so."""

from __future__ import annotations

import re
from functools import cache

ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the of and to a in that it is was for on with as by at from he she they his her their has have had were be "
        "been are not but said who which after an or this",
    )
)
ENGLISH_SHARE = 0.18  # of the words; English news has about .40, its nearest neighbours (Dutch, Scots aside) below .10
MIN_LETTERS = 120  # shorter texts give only weak evidence against English
MIN_CONFIDENCE = 0.5
SAMPLE = 5_000  # characters looked at
TAG = re.compile(r"([a-z]{2,3})(?:[-_]|$)")
WORD = re.compile(r"[^\W\d_]+")


def foreign_language(text: str, given: str | None = None) -> str | None:
    """The code of the language a text is written in when that is not English, else None.

    The text itself decides; what its metadata say (`given`, any form) only where it gives too little evidence. A short
    text, or one that the identifier is not sure of, counts as English: skipping is the graver mistake.
    """
    sample = text[:SAMPLE]
    words = WORD.findall(sample.lower())
    if sum(map(len, words)) < MIN_LETTERS and not _is_other_script(words):
        return _foreign_code(given)
    if sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words):
        return None
    language, confidence = _identifier().classify(sample.lower())
    if confidence < MIN_CONFIDENCE:
        return _foreign_code(given)
    return None if language == "en" else str(language)


def _foreign_code(given: str | None) -> str | None:
    """The language of a tag such as `de` or `fr-CA`; None for English, for no tag and for what is none."""
    match = TAG.match((given or "").strip().lower())
    return match.group(1) if match and match.group(1) != "en" else None


def _is_other_script(words: list[str]) -> bool:
    letters = "".join(words)
    return len(letters) >= 20 and sum(letter > "\u024f" for letter in letters) > 0.8 * len(letters)


@cache
def _identifier():  # type: ignore[no-untyped-def]
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
