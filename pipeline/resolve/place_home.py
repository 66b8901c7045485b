"""The country of a place that the gazetteer does not know, or not where the article is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pipeline.gazetteer.store import Entry
from pipeline.records import Reading
from pipeline.resolve.place_ground import Ground


def home_countries(reading: Reading, entries: Sequence[Entry | None], said: Sequence[str], ground: Ground) -> list[str | None]:
    """For each mention without an entry the country (iso3) that it lies in, as far as the article tells; None for the others.

    The country that the article is about; else the only one in which its sentence, or else the article, places something. A
    country that acts (the X-led coalition) or lies behind a border is none of these.
    """
    starts = [sentence.start for sentence in reading.sentences]
    placed: dict[int, set[str]] = {}
    for mention, entry, meant in zip(reading.places, entries, said, strict=True):
        if entry is not None and entry.iso3 and meant == "literal" and mention.detail.head != "border":
            placed.setdefault(bisect_right(starts, mention.start), set()).add(entry.iso3)
    everywhere = set().union(*placed.values())
    about = ground.only_country() or ""
    homes: list[str | None] = []
    for mention, entry in zip(reading.places, entries, strict=True):
        beside = placed.get(bisect_right(starts, mention.start), everywhere)
        homes.append((about or _only(beside) or _only(everywhere) or None) if entry is None else None)
    return homes


def _only(countries: set[str]) -> str:
    return next(iter(countries)) if len(countries) == 1 else ""
