"""Names of several words, shown to the model as one: "killed by Islamic State in Iraq and the Levant" as "killed by Hezbollah".

A name from a far country is a row of words that the treebanks do not have, and one of an organisation reads like a phrase of its
own. The model gets one short name in its place; the other words of the name then hang on that one. Such names are those of the
actor table. A word in capitals of an otherwise ordinary sentence ("AMISOM") and an Arabic surname ("al-Jubeir") are shown as an
acronym and a surname that the model knows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from functools import cache

from pipeline.lexicon.actors import actors, nouns
from pipeline.lexicon.words import word_class
from pipeline.parse.columns import Aside
from pipeline.parse.tokenizer import tokenize

GROUP, ACRONYM, SURNAME = "Hezbollah", "NATO", "Assad"  # names that the model reads well wherever they stand
INSTITUTION = "Pentagon"  # the same, behind "the"
_CAPITALS = re.compile(r"(?![IVXLC]+$)[A-Z]{3,}")
_ARABIC = re.compile(r"(?:[AaEe][lnrstdz]|[AaEe]sh)-[A-Z]\w+")
_LINKS = {"of": "IN", "for": "IN", "in": "IN", "to": "IN", "de": "IN", "and": "CC", "the": "DT"}
_JOINTS = frozenset("- – ' i e wal ul".split())
_DEPS = {"IN": "case", "CC": "cc", "DT": "det"}


def name_at(words: Sequence[str], i: int) -> tuple[str, ...]:
    """The longest known name of several words that stands at i; empty if none does."""
    named = known_names().get(words[i])
    return next((name for name in named if tuple(words[i : i + len(name)]) == name), ()) if named else ()


def head_of(name: Sequence[str]) -> int:
    """The word of a name on which the others hang: the one before "of", "for", "in"; a noun at the end ("al-Quds Brigades"); else
    the first, as of a person."""
    if tuple(name) in people():
        return 0
    link = next((n for n, word in enumerate(name) if word in _LINKS), None)
    if link is not None:
        return max(link - 1, 0)
    return len(name) - 1 if is_noun(name[-1]) else 0


def is_noun(word: str) -> bool:
    """An ordinary noun that ends a name: "Army", "Brigades"."""
    return word.lower() in nouns() or word.lower() in word_class("institution") or word.endswith("s")


def has_link(name: Sequence[str]) -> bool:
    """A name with "of", "for", "in" inside."""
    return any(word in _LINKS for word in name)


def held_name(name: Sequence[str], i: int) -> list[Aside]:
    """The words of a name at i but its head, in order, each under the word it hangs on."""
    head = head_of(name)
    if head == 0 and not has_link(name):
        return [Aside(i + n, i, *(("punct", "HYPH") if name[n] in "-–" else ("flat", "NNP"))) for n in range(1, len(name))]
    before = [Aside(i + n, i + head, "compound", "NNP") for n in range(head)]
    return [*before, *(Aside(i + n, i + g, dep, tag) for n, g, dep, tag in _behind(name, head))]


def _behind(name: Sequence[str], head: int) -> Iterator[tuple[int, int, str, str]]:
    """Index, governor, relation and tag of the words behind the head: runs of capitalised words with what links them."""
    for n in range(head + 1, len(name)):
        last = next(m for m in range(n, len(name)) if m + 1 == len(name) or (name[m] not in _LINKS and name[m + 1] in _LINKS))
        if name[n] in _LINKS:
            yield n, last, _DEPS[_LINKS[name[n]]], _LINKS[name[n]]
        else:
            yield (n, head, "nmod", "NNP") if n == last else (n, last, "compound", "NNP")


@cache
def known_names() -> dict[str, list[tuple[str, ...]]]:
    """First word → the names of several words in the actor table that begin with it, the longest first."""
    out: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for actor in actors():
        for name in (actor.name, *actor.aliases):
            words = tuple(name[start:end] for start, end in tokenize(name))
            if len(words) > 1 and is_name(words):
                out[words[0]].add(words)
    return {first: sorted(names, key=len, reverse=True) for first, names in out.items()}


@cache
def people() -> frozenset[tuple[str, ...]]:
    """The persons of the actor tables, as words."""
    names = (name for actor in actors() for name in actor.people)
    return frozenset(tuple(name[start:end] for start, end in tokenize(name)) for name in names)


@cache
def longest_name() -> int:
    """How many words the longest known name has."""
    return max(len(name) for names in known_names().values() for name in names)


@cache
def acronyms() -> frozenset[str]:
    """The acronyms of the actor table."""
    return frozenset(name for actor in actors() for name in (actor.name, *actor.aliases) if _CAPITALS.fullmatch(name))


def is_name(words: Sequence[str]) -> bool:
    """Only capitalised words and what links them: not "Kurdish fighters"."""
    is_own = [word[0].isupper() or _ARABIC.fullmatch(word) is not None for word in words]
    return (
        is_own[0] and is_own[-1] and all(o or w in _LINKS or w in _JOINTS or "-" in w for o, w in zip(is_own, words, strict=True))
    )


def shown_name(name: Sequence[str], has_article: bool) -> str:
    """What the model is shown for the head of a known name."""
    head = name[head_of(name)]
    if has_article:
        return INSTITUTION
    if has_link(name):
        return GROUP
    return head if is_noun(head) else ACRONYM if _CAPITALS.fullmatch(head) else SURNAME


def shown_word(word: str, known: Container[str]) -> str:
    """What the model is shown for one word of a sentence in ordinary casing; `known`: words that it knows, in lower case."""
    if _CAPITALS.fullmatch(word) and (word.lower() not in known or word in acronyms()):
        return ACRONYM
    return SURNAME if _ARABIC.fullmatch(word) else word
