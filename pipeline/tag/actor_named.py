"""The known actor that a whole name means, as a person writes it into a table."""

from __future__ import annotations

from functools import cache

from pipeline.gazetteer.countries import countries
from pipeline.lexicon.actors import Actor, institution
from pipeline.tag.actors import split_words, tag_actors

KINDS = ("government", "forces", "police")


def actor_named(name: str) -> Actor | None:
    """The actor of that name or alias, a country's government for the country's name; None for anybody else.

    >>> actor_named("the Turkish army").name, actor_named("Turkey").name, actor_named("some gunmen")
    ('Turkish Armed Forces', 'Government of Turkey', None)
    """
    known = _institutions().get(split_words(name).keys)
    if known:
        return known
    mentions = tag_actors(name)
    first = split_words(name).keys[0] if mentions else ""
    whole = mentions and mentions[-1].last - mentions[0].first + 1 == len(split_words(name).keys) - (first == "the")
    if not whole or len(mentions) != 1:
        return None
    if mentions[0].actors:
        return mentions[0].actors[0]
    word = mentions[0].country
    return institution(word.iso3, "government") if word and word.iso3 else None


@cache
def _institutions() -> dict[tuple[str, ...], Actor]:
    """Governments, forces and police of all countries by the words of their names."""
    found = (institution(each.iso3, kind) for each in countries() for kind in KINDS)
    return {split_words(actor.name).keys: actor for actor in found if actor}
