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

_WORD = re.compile(r"\w+(?:\.[^\W\d_]\b)*(?:(?<=\.[^\W_])\.)?")
_BREAK = re.compile(r"[.;:()\n\[\]“”\"?!]")
_SEAS = frozenset("sea ocean gulf bay strait straits channel".split())
_CAPITALS_SHARE = 0.6  # of the letters: the whole text is printed in capitals
_SAMPLE = 1000  # characters that decide it
_ENGLISH_IN_CAPITALS = frozenset(
    "US IS AA PA IT SO AM AN AS AT BE BY DO GO HE IF IN ME MY NO OF ON OR TO UP WE WHO SITE AL ANA EC EAC CAR FACT TIP".split()
)

Meaning = tuple[Actor, ...] | CountryWord | RoleWord


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, finer than tokens: hyphens and apostrophes part them, dots do except in "U.S.". `spans[i]` are the
    characters of word i, `keys[i]` its letters in lower case without accents and dots."""

    spans: tuple[tuple[int, int], ...]
    keys: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.keys)


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


def split_words(text: str) -> Words:
    """The words of a text in order. Keys are in lower case without accents and dots, as tables and texts are compared."""
    folded = _fold(text)
    spans = [match.span() for match in _WORD.finditer(folded if len(folded) == len(text) else text)]
    keys = [key.replace(".", "") if "." in key else key for key in (folded[start:end] for start, end in spans)]
    return Words(tuple(spans), tuple(keys))


def is_capitals(text: str) -> bool:
    """The whole text is printed in capitals, as old agency reports are."""
    sample = text[:_SAMPLE]
    upper, lower = sum(map(str.isupper, sample)), sum(map(str.islower, sample))
    return upper > _CAPITALS_SHARE * (upper + lower)


def tag_actors(text: str, words: Words | None = None) -> tuple[ActorMention, ...]:
    """All mentions of a text in order, without overlap."""
    words = split_words(text) if words is None else words
    capitals, table = is_capitals(text), _entries()
    keys, spans = words.keys, words.spans
    out: list[ActorMention] = []
    free = 0  # the first word that no mention holds yet
    for i, key in enumerate(keys):
        if key not in table or i < free:
            continue
        by_second, alone = table[key]
        entries = (*by_second.get(keys[i + 1] if i + 1 < len(keys) else "", ()), *alone)
        entry = next((e for e in entries if _stands(text, words, i, e, capitals)), None)
        if entry is not None:
            free = i + len(entry.keys)
            out.append(ActorMention(spans[i][0], spans[free - 1][1], i, free - 1, entry.kind, entry.meaning))
    return tuple(out)


class _Folding(dict[int, int | str]):
    """One character for one, so that offsets stay: lower case without accent, where that is one character."""

    def __missing__(self, code: int) -> int | str:
        plain = "".join(c for c in unicodedata.normalize("NFKD", chr(code).lower()) if not unicodedata.combining(c))
        self[code] = folded = plain if len(plain) == 1 else code
        return folded


_FOLDING = _Folding()


def _fold(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(_FOLDING)


@lru_cache(maxsize=1 << 15)
def fold_word(word: str) -> str:
    """The key of one word."""
    return _fold(word).replace(".", "")


def _stands(text: str, words: Words, i: int, entry: _Entry, capitals: bool) -> bool:
    """The entry's words stand at word i in the right case and with no punctuation that parts them."""
    size, (start, end) = len(entry.keys), words.spans[i]
    if size > 2 and words.keys[i : i + size] != entry.keys:
        return False
    first = text[start:end]
    if entry.spelled and (first.replace(".", "") != entry.spelled or (capitals and entry.spelled in _ENGLISH_IN_CAPITALS)):
        return first.count(".") > 1
    if entry.is_name and not first[0].isupper():
        return False
    if entry.kind == "noun" and i and not capitals and first[0].isupper() and _is_in_name(text, words, i, entry):
        return False
    if entry.kind == "country" and _is_of_sea(words.keys, i, i + size):
        return False
    return size == 1 or not _BREAK.search(text, end, words.spans[i + size - 1][0])


def _is_of_sea(keys: tuple[str, ...], first: int, end: int) -> bool:
    """A country's name in that of a sea: "Gulf of Guinea", "South China Sea", "Indian Ocean"."""
    return not _SEAS.isdisjoint(keys[end : end + 1]) or (
        keys[first - 1 : first] == ("of",) and not _SEAS.isdisjoint(keys[first - 2 : first - 1])
    )


def _is_in_name(text: str, words: Words, i: int, entry: _Entry) -> bool:
    """A thing's noun that is part of a proper name: "the Washington Post", "Black Sea"."""
    is_thing = isinstance(entry.meaning, RoleWord) and entry.meaning.kind in ("facility", "asset", "generic")
    start, end = words.spans[i - 1]
    return is_thing and text[start].isupper() and text[end : words.spans[i][0]] == " "


_Table = dict[str, tuple[dict[str, tuple[_Entry, ...]], tuple[_Entry, ...]]]


@cache
def _entries() -> _Table:
    """By the first word: entries of several words by their second, longest first, and those of one; in the order of kinds."""
    found: dict[str, dict[tuple[str, ...], _Entry]] = {}
    for entry in (*_actor_entries(), *_country_entries(), *_role_entries()):
        found.setdefault(entry.keys[0], {}).setdefault((*entry.keys, entry.spelled), entry)
    table: _Table = {}
    for first, by_words in found.items():
        seconds: dict[str, list[_Entry]] = {}
        for entry in by_words.values():
            if len(entry.keys) > 1:
                seconds.setdefault(entry.keys[1], []).append(entry)
        longest = {second: tuple(sorted(entries, key=lambda e: -len(e.keys))) for second, entries in seconds.items()}
        table[first] = longest, tuple(entry for entry in by_words.values() if len(entry.keys) == 1)
    return table


def _entry(words: str, kind: str, meaning: Meaning) -> _Entry:
    parts = split_words(words).keys
    letters = words.replace(".", "")
    is_acronym = (
        len(parts) == 1 and len(letters) > 1 and sum(map(str.isupper, letters)) * 2 > len(letters) and letters[0].isupper()
    )
    return _Entry(parts, letters if is_acronym else "", words[0].isupper() and kind != "noun", kind, meaning)


def _actor_entries() -> list[_Entry]:
    by_alias: dict[str, list[Actor]] = {}
    for actor in actors():
        for alias in (actor.name.partition(" (")[0], *actor.aliases):
            rows = by_alias.setdefault(alias, [])
            if actor not in rows:
                rows.append(actor)
    return [
        _entry(alias, "actor", tuple(rows))
        for alias, rows in by_alias.items()
        if len(split_words(alias)) and not alias.startswith("the ")
    ]


def _country_entries() -> list[_Entry]:
    words = [w for c in countries() for w in (*c.names, *c.adjectives, *c.people, *c.capitals)]
    return [_entry(w, "country", found) for w in words if (found := country_of(w)) is not None]


def _role_entries() -> list[_Entry]:
    return [
        *(_entry(words, "title", word) for words, word in titles().items()),
        *(_entry(words, "noun", word) for words, word in nouns().items()),
    ]
