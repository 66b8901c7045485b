"""Inflected forms of English lemmas, for recognising triggers before anything is parsed. A form too many costs nothing."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

VOWELS = "aeiou"


@cache
def irregular() -> dict[str, tuple[str, ...]]:
    """Lemma → the forms that no rule gives (`irregular.txt`)."""
    lines = files("pipeline.lexicon").joinpath("irregular.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {lemma: tuple(forms) for lemma, *forms in rows}


@cache
def inflect(lemma: str) -> frozenset[str]:
    """The forms of a lemma as verb or noun, itself included, in lower case."""
    forms = {lemma, *irregular().get(lemma, ())}
    if lemma.endswith("e"):
        forms |= {lemma + "s", lemma + "d", lemma[:-1] + "ing", lemma + "ing", lemma + "es"}
    elif lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    elif lemma.endswith(("s", "x", "z", "ch", "sh")):
        forms |= {lemma + "es", lemma + "ed", lemma + "ing"}
    else:
        forms |= {lemma + "s", lemma + "ed", lemma + "ing", lemma + "es"}
    if len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and lemma[-2] in VOWELS and lemma[-3] not in VOWELS:
        if sum(c in VOWELS for c in lemma) == 1:  # one syllable: "stab" has no form "stabed"
            forms -= {lemma + "ed", lemma + "ing"}
        forms |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return frozenset(forms)
