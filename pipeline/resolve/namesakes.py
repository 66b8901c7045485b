"""People who share a leader's name: after "a farmer named Luis Ortega", "Ortega" is no government.

    without_namesakes(text, words, mentions, day)     the mentions without those names

A stranger's full name has a given name that the table's leader does not have. Where the text also tells the leader's own full
name, only the stranger's full name is taken away. Whoever has the whole name of a leader is a stranger where that one is out of
office, or where the text gives no title and never names the country.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date

from pipeline.lexicon.actors import Actor
from pipeline.tag.actors import ActorMention, Words, split_words
from pipeline.tag.place_words import words as word_list

_CALLED = frozenset(("named", "called"))


def without_namesakes(text: str, words: Words, tagged: tuple[ActorMention, ...], day: date | None) -> tuple[ActorMention, ...]:
    """The mentions of a text that is published on a day, in order, without the names of strangers."""
    named = {m.country.iso3 for m in tagged if m.country}
    mentions = tuple(m for i, m in enumerate(tagged) if not _is_out_of_office(tagged[:i], m, named, day))
    strangers = {m.first for m in mentions if _is_stranger(text, words, m)}
    if not strangers:
        return mentions
    surnames = {words.keys[first] for first in strangers} - {words.keys[m.last] for m in mentions if _is_full_name(m)}
    return tuple(m for m in mentions if m.first not in strangers and not (_is_surname(m) and words.keys[m.first] in surnames))


def _is_out_of_office(
    before: Sequence[ActorMention], mention: ActorMention, named: Container[str | None], day: date | None
) -> bool:
    if not mention.actors or not all(actor.is_leader for actor in mention.actors):
        return False
    in_office = [actor for actor in mention.actors if actor.is_valid(day)]
    is_titled = bool(before) and before[-1].kind == "title" and before[-1].last + 1 == mention.first
    return not in_office or not (is_titled or any(actor.iso3 in named for actor in in_office))


def _is_surname(mention: ActorMention) -> bool:
    return bool(mention.actors) and mention.first == mention.last and bool(_full_names(mention))


def _is_full_name(mention: ActorMention) -> bool:
    return bool(mention.actors) and mention.first < mention.last and bool(mention.actors[0].people)


def _full_names(mention: ActorMention) -> set[str]:
    """The other names of the leaders whom a mention of one word may mean; empty where it is no leader's surname."""
    names = {name for actor in mention.actors for name in _people(actor)}
    alone = {name for name in names if len(name) == 1}
    own = {name for name in names if len(name) > 1 and any(name[-len(one) :] == one for one in alone)}
    return {word for name in own for word in name[:-1]}


def _people(actor: Actor) -> list[tuple[str, ...]]:
    return [split_words(name).keys for name in actor.people]


def _is_stranger(text: str, words: Words, mention: ActorMention) -> bool:
    """A given name that no leader of that surname has stands right before it."""
    if not _is_surname(mention) or not mention.first:
        return False
    start, end = words.spans[mention.first - 1]
    given = words.keys[mention.first - 1]
    is_name = text[start].isupper() and text[end : mention.start] == " " and given not in _full_names(mention)
    is_called = mention.first > 1 and words.keys[mention.first - 2] in _CALLED
    return is_name and (is_called or given in word_list("names", "given"))
