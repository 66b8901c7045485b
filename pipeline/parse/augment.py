"""Copies of training sentences in other typography: lower case, capitals, title case."""

from __future__ import annotations

import random

from pipeline.parse.treebank import GoldSentence

# Shares of the training sentences shown in another casing, drawn anew each time a sentence comes up.
LOWER_SHARE = 0.12
UPPER_SHARE = 0.09
TITLE_SHARE = 0.02  # headlines


def vary_case(sentence: GoldSentence, rng: random.Random) -> GoldSentence:
    """The sentence as it stands, or, for the shares above, in lower case, capitals or a headline's title case."""
    draw = rng.random()
    if draw < LOWER_SHARE:
        return sentence._replace(words=tuple(map(str.lower, sentence.words)))
    if draw < LOWER_SHARE + UPPER_SHARE:
        return sentence._replace(words=tuple(map(str.upper, sentence.words)))
    if draw < LOWER_SHARE + UPPER_SHARE + TITLE_SHARE:
        return sentence._replace(words=tuple(map(_capitalized, sentence.words, sentence.pos)))
    return sentence


def _capitalized(word: str, pos: str) -> str:
    return word if pos in {"ADP", "DET", "CCONJ", "PART"} else word[:1].upper() + word[1:]
