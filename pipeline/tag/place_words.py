"""The words that tell what a capitalised name is, from the reviewed tables of the gazetteer."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import tomli

from pipeline.gazetteer.collect import reviewed_table
from pipeline.gazetteer.keys import fold

CAPITALS = 0.85  # share of capital letters from which a sentence is set in capitals
SHORTEST_CAPITALS = 30  # characters
_ENDING = re.compile(
    r"....(?:ed|ing|ly|tions?|ments?|ists?|ness|ity|ities|ers|ors|ous|ive|ives|able|ful|less|ances?|ences?|ships?|isms?|ized?)$"
)
HEADS = ("city", "district", "province", "area", "rural", "point", "border", "water", "land")


@cache
def words(section: str, group: str) -> frozenset[str]:
    """One group of `words.toml`, each word also folded."""
    table = tomli.loads(files("pipeline.gazetteer").joinpath("words.toml").read_text(encoding="utf-8"))
    return frozenset(form for word in table[section][group].split() for form in (word, fold(word)))


@cache
def heads() -> dict[str, str]:
    """Common noun of a place -> what it says: city, district, province, area, rural, point, border, water, land."""
    return {noun: group for group in HEADS for noun in words("nouns", group)}


@cache
def ordinary() -> frozenset[str]:
    """English words that are also written small: at the start of a sentence they are no names."""
    lines = files("pipeline.gazetteer").joinpath("ordinary_words.txt").read_text(encoding="utf-8")
    return frozenset(lines.split())


def is_capitals(text: str) -> bool:
    """Whether a sentence is set in capitals, so that they say nothing about names."""
    if text.isupper():
        return len(text) >= SHORTEST_CAPITALS
    large = sum(map(text.count, "AEIOTNS"))  # common letters stand for all: five times as fast
    return len(text) >= SHORTEST_CAPITALS and large >= CAPITALS * (large + sum(map(text.count, "aeiotns")))


@cache
def is_small(word: str) -> bool:
    """Whether a folded word would be written small in ordinary type: an English word, by list or by its ending."""
    if word in words("names", "given") or word in words("names", "titles"):
        return False
    return word in ordinary() or word in words("cues", "function") or bool(_ENDING.search(word)) or not word.isalpha()


@cache
def false_friends() -> dict[str, str]:
    """Keys that are mostly something else, and what lets them be a place: never, cue."""
    return {fold(row["name"]): row["rule"] for row in reviewed_table("false_friends.csv")}
