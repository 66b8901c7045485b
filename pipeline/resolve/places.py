"""Which place every mention of a document means, and whether it is meant as a place or as an actor."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from pipeline.gazetteer import load
from pipeline.gazetteer.countries import country
from pipeline.gazetteer.keys import fold
from pipeline.gazetteer.store import Entry
from pipeline.records import Document, Place, PlaceMention, Reading
from pipeline.resolve.event_places import place_candidates
from pipeline.resolve.place_build import build_place, rounded
from pipeline.resolve.place_choice import choose
from pipeline.resolve.place_ground import Ground, find_ground, with_actors, with_areas, with_namesakes
from pipeline.resolve.place_home import home_countries
from pipeline.resolve.place_nesting import outer_places
from pipeline.resolve.place_reading import readings
from pipeline.split import split
from pipeline.tag.places import tag_places

__all__ = ["place_candidates", "places_rows", "resolve_places"]


def resolve_places(reading: Reading) -> tuple[Place, ...]:
    """The place of each of `reading.places`, in their order.

    Chosen twice: the first choice tells which first-order areas the article is about, the second takes homonyms in them.
    One name means one place in a document unless the words right behind it ("Alexandria, La.") say otherwise.
    """
    text, mentions = reading.document.text, reading.places
    outer = outer_places(text, mentions)
    ground, entries = _meant(reading, outer)
    around = [_containers(mentions, entries, outer, index) for index in range(len(mentions))]
    said = readings(reading)
    homes = home_countries(reading, entries, said, ground)
    return tuple(
        build_place(text, mention, entry, meant, ground, inside, home)
        for mention, entry, meant, inside, home in zip(mentions, entries, said, around, homes, strict=True)
    )


def places_rows(document: Document) -> list[dict[str, Any]]:
    """One dict a place name or demonym for the command `places`, in text order: what the name itself means, without the
    words beside it ("northern Syria" is a mention of Syria)."""
    from pipeline.parse import load as load_parser

    sentences = split(document)
    trees = load_parser().parse(sentences, document.text)
    reading = Reading(document, sentences, tuple(trees), places=tag_places(document.text, sentences))
    _, entries = _meant(reading, outer_places(document.text, reading.places))
    named = zip(reading.places, entries, readings(reading), strict=True)
    return [_row(document.text, mention, entry, said) for mention, entry, said in named if mention.key]


def _row(text: str, mention: PlaceMention, entry: Entry | None, said: str) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "name": entry.name if entry else text[mention.start : mention.end],
        "geonames_id": entry.geonames_id if entry else None,
        "lat": rounded(entry.latitude) if entry else None,
        "lon": rounded(entry.longitude) if entry else None,
        "iso3": entry.iso3 if entry else None,
        "reading": said,
    }


def _meant(reading: Reading, outer: list[int | None]) -> tuple[Ground, list[Entry | None]]:
    """The ground of a document and the entry of each of its mentions; `outer` is the mention that each one lies in."""
    text, mentions = reading.document.text, reading.places
    ground = find_ground(text, mentions)
    first = _chosen(mentions, outer, ground)
    if None in first and not ground.is_told():
        ground = with_actors(ground, text)
        if not ground.is_told():
            ground = with_namesakes(ground, (mention.key for mention in mentions if mention.kind == "place"))
        first = _chosen(mentions, outer, ground)
    ground = with_areas(ground, [entry for entry in first if entry is not None])
    return ground, _chosen(mentions, outer, ground)


def _chosen(mentions: tuple[PlaceMention, ...], outer: list[int | None], ground: Ground) -> list[Entry | None]:
    """The entry of each mention; one without a container beside it follows one of the same name that has one."""
    means = cache(partial(choose, ground=ground))  # an article repeats its names
    entries: list[Entry | None] = [None] * len(mentions)
    told: dict[str, tuple[Entry, ...]] = {}
    for index in reversed(range(len(mentions))):  # a container mostly stands behind what it contains
        mention = mentions[index]
        containers = _containers(mentions, entries, outer, index)
        if containers:
            told[mention.key] = containers
        is_village = mention.detail.noun in ("village", "hamlet")
        entries[index] = means(mention.key, mention.detail.head, is_village, containers or told.get(mention.key, ()))
    for index, mention in enumerate(mentions):
        if not mention.key:
            about = ground.only_country() if mention.kind == "capital" else None
            entries[index] = _country_before(entries[:index], ground, about)
    return entries


def _containers(
    mentions: tuple[PlaceMention, ...], entries: list[Entry | None], outer: list[int | None], index: int
) -> tuple[Entry, ...]:
    """What a mention lies in, the nearest first: chosen already where it stands behind, all it can mean where in front."""
    if outer[index] is None:
        return ()
    result: list[Entry] = []
    seen = {index}
    while (at := outer[index]) is not None and at not in seen:
        seen.add(at)
        entry = entries[at]
        if entry is not None:
            result.append(entry)
        elif at < index:
            result += [hit.entry for hit in load().find(mentions[at].key)[:3]]
        index = at
    return tuple(result)


def _country_before(entries: list[Entry | None], ground: Ground, about: str | None) -> Entry | None:
    """The country that "the northeast" is a corner of: the one that the article is about, if that counts; that of the last place
    named, else the one most spoken of."""
    last = next((entry.iso3 for entry in reversed(entries) if entry is not None and entry.iso3 and entry.kind != "country"), None)
    iso3 = about or last or max(ground.countries, key=lambda one: ground.countries[one], default=None)
    owner = country(iso3) if iso3 else None
    return next((hit.entry for hit in load().find(fold(owner.name)) if hit.entry.kind == "country"), None) if owner else None
