"""The words that tell what a capitalised name is, from the reviewed tables of the gazetteer."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pipeline.gazetteer.collect import reviewed_table
from pipeline.gazetteer.keys import fold

HEADS = ("city", "district", "province", "area", "rural", "point", "border", "water", "land")


@cache
def words(section: str, group: str) -> frozenset[str]:
    """One group of `words.toml`, each word also folded."""
    table = tomllib.loads(files("pipeline.gazetteer").joinpath("words.toml").read_text(encoding="utf-8"))
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


@cache
def false_friends() -> dict[str, str]:
    """Keys that are mostly something else, and what lets them be a place: never, cue."""
    return {fold(row["name"]): row["rule"] for row in reviewed_table("false_friends.csv")}
