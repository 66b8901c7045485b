"""Which place every mention of a document means, and whether it is meant as a place or as an actor."""

from __future__ import annotations

import re
from typing import Any

from pipeline.gazetteer import load
from pipeline.gazetteer.store import Entry
from pipeline.records import Document, Place, PlaceMention, Reading
from pipeline.resolve.event_places import place_candidates
from pipeline.resolve.place_build import build_place
from pipeline.resolve.place_choice import choose
from pipeline.resolve.place_ground import Ground, find_ground
from pipeline.resolve.place_reading import readings
from pipeline.split import split
from pipeline.tag.places import tag_places

__all__ = ["place_candidates", "places_rows", "resolve_places"]

_CONTAINED = re.compile(r"^(?:, | in |, in )(?:the )?(?:\w+ern )?$")


def resolve_places(reading: Reading) -> tuple[Place, ...]:
    """The place of each of `reading.places`, in their order. One name means one place in a document unless the words
    right behind it ("Alexandria, La.") say otherwise."""
    text, mentions = reading.document.text, reading.places
    ground = find_ground(mentions)
    meant = {mention.key: None for mention in mentions}
    entries = [_entry(text, mentions, index, ground) for index in range(len(mentions))]
    for mention, (entry, is_told) in zip(mentions, entries, strict=True):
        if is_told and entry is not None and meant[mention.key] is None:
            meant[mention.key] = entry  # type: ignore[assignment]
    how = readings(reading)
    return tuple(
        build_place(text, mention, entry if is_told else meant[mention.key] or entry, said)
        for mention, (entry, is_told), said in zip(mentions, entries, how, strict=True)
    )


def places_rows(document: Document) -> list[dict[str, Any]]:
    """One dict a mention for the command `places`, in text order."""
    from pipeline.parse import load as load_parser

    sentences = split(document)
    trees = load_parser().parse(sentences, document.text)
    reading = Reading(document, sentences, tuple(trees), places=tag_places(document.text, sentences))
    return [
        {
            "start": place.start, "end": place.end, "name": place.name, "geonames_id": place.geonames_id,
            "lat": place.latitude, "lon": place.longitude, "iso3": place.iso3, "reading": place.reading,
        }
        for place in resolve_places(reading)
    ]  # fmt: skip


def _entry(text: str, mentions: tuple[PlaceMention, ...], index: int, ground: Ground) -> tuple[Entry | None, bool]:
    """The entry of one mention, and whether a container named beside it decides."""
    mention = mentions[index]
    containers = _containers(text, mentions, index)
    entry = choose(mention.key, mention.detail.head if mention.detail else "", containers, ground)
    return entry, bool(containers) and entry is not None and any(entry.iso3 == outer.iso3 for outer in containers)


def _containers(text: str, mentions: tuple[PlaceMention, ...], index: int) -> tuple[Entry, ...]:
    """What the next mention right behind this one can be, when the words between say that it contains it."""
    if index + 1 >= len(mentions):
        return ()
    mention, following = mentions[index], mentions[index + 1]
    if not _CONTAINED.match(text[mention.end : following.start]):
        return ()
    hits = load().find(following.key)
    return tuple(hit.entry for hit in hits if hit.entry.kind in ("country", "admin1", "district") and hit.form != "demonym")
