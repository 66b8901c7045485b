"""Reads short texts for the tests of this folder: mentions with and without trees, and the places of events."""

from __future__ import annotations

from datetime import date

from pipeline.build import read_text
from pipeline.find import find
from pipeline.parse import load
from pipeline.records import Document, EventPlace, Place, PlaceMention, Reading
from pipeline.resolve.places import place_candidates, resolve_places
from pipeline.split import split
from pipeline.tag.places import tag_places


def article(text: str) -> Document:
    return Document("doc", "doc", text, "", published=date(2020, 2, 19))


def mentions(text: str) -> dict[str, PlaceMention]:
    """The mentions of a text by their words."""
    return {text[m.start : m.end]: m for m in tag_places(text, split(article(text)))}


def places(text: str) -> dict[str, Place]:
    """The resolved places of a text, parsed as a whole, by the words of their mentions."""
    document = article(text)
    sentences = split(document)
    trees = tuple(load().parse(sentences, text))
    reading = Reading(document, sentences, trees, places=tag_places(text, sentences))
    found = zip(reading.places, resolve_places(reading), strict=True)
    return {text[mention.start : mention.end]: place for mention, place in found}


def event_places(text: str) -> dict[str, tuple[EventPlace, ...]]:
    """The places of each event of a text by the words of its trigger."""
    reading = read_text(article(text), load())
    candidates, _ = find(reading)
    found = place_candidates(reading, resolve_places(reading), candidates)
    return {text[c.trigger_start : c.trigger_end]: row for c, row in zip(candidates, found, strict=True)}
