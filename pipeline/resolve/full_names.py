"""One person, one name: a surname told alone is the person whose full name the article tells, without titles.

"Judge Maria Diaz Perez … Diaz was shot" is Maria Diaz Perez twice. A name that two persons of the article have stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.gazetteer.countries import country_of
from pipeline.lexicon.actors import nouns, titles
from pipeline.lexicon.days import DAYS
from pipeline.records import Participant
from pipeline.tag.place_words import ordinary

PARTICLES = frozenset("al el bin ibn ben de del della di la las los le van von der den dos da du y e".split())
LONGEST = 6  # words of a person's name

Name = tuple[str, ...]


def with_full_names(text: str, casts: Sequence[tuple[Participant, ...]]) -> tuple[tuple[Participant, ...], ...]:
    """The participants of each candidate of one article, in the same order, each person by the fullest name."""
    told = {one.name: name for cast in casts for one in cast if (name := person_name(one))}
    alone = {name for name in told.values() if len(name) == 1}
    full = fullest((*told.values(), *(named for name in alone if (named := _named_in(text, name[0])))))
    return tuple(tuple(_renamed(one, told.get(one.name), full) for one in cast) for cast in casts)


def person_name(one: Participant) -> Name:
    """The words of a person's name behind titles and descriptions; empty for groups, things, and actors that are known."""
    if one.actor_id or one.role in ("claimant", "relay"):
        return ()
    words = one.name.split()
    if one.text.lower().startswith("the ") and not any(word.casefold() in titles() for word in words):
        return ()  # "the National Unity Front" is a group
    start = len(words)
    while start and _is_name_word(words, start - 1):
        start -= 1
    while start < len(words) and words[start].casefold() in PARTICLES:
        start += 1
    name = tuple(words[start:])
    before = [word.casefold().rstrip(".") for word in words[:start]]
    is_whole = set(before) <= PARTICLES or any(word in titles() for word in before)
    return name if len(name) <= LONGEST and (is_whole or len(name) > 1) else ()


def fullest(names: Iterable[Name]) -> dict[Name, Name]:
    """Every name and the one longest name that holds it; itself where none or more than one does."""
    known = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
    return {name: _longest(name, known) for name in known}


def _named_in(text: str, surname: str) -> Name:
    """The first name and surname by which the text first tells of a person; empty where it tells only the surname."""
    for match in re.finditer(rf"\b([A-Z][a-z]+(?:-[A-Z][a-z]+)?) {re.escape(surname)}\b", text):
        word = match[1].casefold()
        is_word = word in titles() or word in nouns() or word in DAYS or word in ordinary()
        if not is_word and country_of(match[1]) is None:
            return match[1], surname
    return ()


def _longest(name: Name, known: Sequence[Name]) -> Name:
    longer = [other for other in known if len(other) > len(name) and _holds(other, name)]
    tops = [one for one in longer if not any(_holds(other, one) for other in longer if len(other) > len(one))]
    return tops[0] if len(tops) == 1 else name


def _holds(longer: Name, shorter: Name) -> bool:
    width = len(shorter)
    return any(longer[i : i + width] == shorter for i in range(len(longer) - width + 1))


def _is_name_word(words: Sequence[str], i: int) -> bool:
    """A capitalised word that is no title and no common noun; a particle between two of them."""
    word = words[i]
    low = word.casefold().rstrip(".")
    if low in PARTICLES:
        return i + 1 < len(words)
    is_noun = low in nouns() or low in titles()
    return word[:1].isupper() and not is_noun and not any(c.isdigit() for c in word)


def _renamed(one: Participant, name: Name | None, full: dict[Name, Name]) -> Participant:
    """The participant under the full name; a surname of one word alone only where a full name has it."""
    if not name:
        return one
    best = full[name]
    return replace(one, name=" ".join(best)) if len(best) > 1 else one
