"""Finds names of actors, country words, titles and role nouns in a document's text, with or without a tree.

    tag_actors("Kremlin spokesman Dmitry Peskov …")    actor Kremlin, title spokesman, actor Dmitry Peskov

The leftmost longest match wins; of equally long ones: actor, country, title, noun. What a mention means is resolved later.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.gazetteer.countries import CountryWord, countries, country_of
from pipeline.lexicon.actors import Actor, RoleWord, actors, nouns, titles

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:\.(?=\s[A-Z])(?<=\b(?:Lt|Dr|Mr|Ms)\.))?")
_BREAK = re.compile(r"[.;:()\n\[\]“”\"?!]")
_CAPITALS_SHARE = 0.6  # of the letters: the whole text is printed in capitals
_ENGLISH_IN_CAPITALS = frozenset("US IS AA PA IT SO AM AN AS AT BE BY DO GO HE IF IN ME MY NO OF ON OR TO UP WE WHO SITE AL ANA EC EAC".split())

Meaning = tuple[Actor, ...] | CountryWord | RoleWord


class Word(NamedTuple):
    """One word of the text, finer than a token: hyphens, apostrophes and dots part words, except in "U.S."."""

    start: int
    end: int
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class ActorMention:
    """`kind`: actor, country, title, noun. `first` and `last` are word indices, both inside. For an actor, `meaning` holds
    every row that has this alias, in the table's order."""

    start: int
    end: int
    first: int
    last: int
    kind: str
    meaning: Meaning

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The rows of an actor's alias; empty for other kinds."""
        return self.meaning if isinstance(self.meaning, tuple) and not isinstance(self.meaning, CountryWord) else ()

    @property
    def country(self) -> CountryWord | None:
        """The country word, None for other kinds."""
        return self.meaning if isinstance(self.meaning, CountryWord) else None

    @property
    def role(self) -> RoleWord | None:
        """The title or role noun, None for other kinds."""
        return self.meaning if isinstance(self.meaning, RoleWord) else None


class _Entry(NamedTuple):
    keys: tuple[str, ...]
    spelled: str  # non-empty: the word must stand exactly so (acronyms)
    is_name: bool  # begins with a capital
    kind: str
    meaning: Meaning


def split_words(text: str) -> tuple[Word, ...]:
    """The words of a text in order."""
    return tuple(Word(m.start(), m.end(), m.group(), fold_word(m.group())) for m in _WORD.finditer(text))


def is_capitals(text: str) -> bool:
    """The whole text is printed in capitals, as old agency reports are."""
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper > _CAPITALS_SHARE * (upper + lower)


def tag_actors(text: str, words: tuple[Word, ...] | None = None) -> tuple[ActorMention, ...]:
    """All mentions of a text in order, without overlap."""
    words = split_words(text) if words is None else words
    capitals, table = is_capitals(text), _entries()
    out: list[ActorMention] = []
    i = 0
    while i < len(words):
        entry = next((e for e in table.get(words[i].key, ()) if _stands(text, words, i, e, capitals)), None)
        if entry is None:
            i += 1
            continue
        last = i + len(entry.keys) - 1
        out.append(ActorMention(words[i].start, words[last].end, i, last, entry.kind, entry.meaning))
        i = last + 1
    return tuple(out)


@lru_cache(maxsize=1 << 15)
def fold_word(word: str) -> str:
    """A word in lower case without accents and dots, as tables and texts are compared."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.replace(".", "").lower()


def _stands(text: str, words: tuple[Word, ...], i: int, entry: _Entry, capitals: bool) -> bool:
    """The entry's words stand at word i in the right case and with no punctuation that parts them."""
    size = len(entry.keys)
    if size > 1 and (i + size > len(words) or any(words[i + k].key != entry.keys[k] for k in range(1, size))):
        return False
    if entry.spelled and (words[i].text.replace(".", "") != entry.spelled or (capitals and entry.spelled in _ENGLISH_IN_CAPITALS)):
        return words[i].text.count(".") > 1
    if entry.is_name and not words[i].text[0].isupper():
        return False
    return size == 1 or not _BREAK.search(text, words[i].end, words[i + size - 1].start)


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """Entries by their first word, longest first, then in the order of kinds."""
    found: dict[str, dict[tuple[str, ...], _Entry]] = {}
    for entry in (*_actor_entries(), *_country_entries(), *_role_entries()):
        found.setdefault(entry.keys[0], {}).setdefault((*entry.keys, entry.spelled), entry)
    return {first: tuple(sorted(by.values(), key=lambda e: -len(e.keys))) for first, by in found.items()}


def _entry(words: str, kind: str, meaning: Meaning) -> _Entry:
    parts = split_words(words)
    letters = words.replace(".", "")
    is_acronym = len(parts) == 1 and len(letters) > 1 and sum(map(str.isupper, letters)) * 2 > len(letters) and letters[0].isupper()
    return _Entry(tuple(p.key for p in parts), letters if is_acronym else "", words[0].isupper() and kind != "noun", kind, meaning)


def _actor_entries() -> list[_Entry]:
    by_alias: dict[str, list[Actor]] = {}
    for actor in actors():
        for alias in (actor.name.partition(" (")[0], *actor.aliases):
            rows = by_alias.setdefault(alias, [])
            if actor not in rows:
                rows.append(actor)
    return [_entry(alias, "actor", tuple(rows)) for alias, rows in by_alias.items() if split_words(alias)]


def _country_entries() -> list[_Entry]:
    words = [w for c in countries() for w in (*c.names, *c.adjectives, *c.people, *c.capitals)]
    return [_entry(w, "country", found) for w in words if (found := country_of(w)) is not None]


def _role_entries() -> list[_Entry]:
    return [
        *(_entry(words, "title", word) for words, word in titles().items()),
        *(_entry(words, "noun", word) for words, word in nouns().items()),
    ]
