"""Names and what explains them, taken for one another or for a list.

Peru, its main ally, left            read as a list of two: without "and" the second explains the first
A, president of X, and premier B met read with B as an explanation of A: behind "and" it is the second of a list
Prime ministers A and B met          read with A as an object of "ministers": A is who met
held joint naval exercises           read with "exercises" as a verb: behind an adjective it is the noun
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon.actors import nouns, titles
from pipeline.parse.columns import NAMES, NOUNS, Columns, dependents, having, relations_of, subtree
from pipeline.parse.repairs.moves import rehang

DESCRIBED = frozenset(("det", "nmod:poss", "amod", "compound", "nmod"))
VERB_FORMS = {"VBZ": "NNS", "VBP": "NN", "VB": "NN"}


def appose(words: Sequence[str], columns: Columns) -> Columns | None:
    """The second of two nouns between commas, read as coordinated without "and", as what explains the first."""
    for noun in having(columns, "conj"):
        first = columns.heads[noun]
        if columns.tags[first] not in NOUNS or columns.tags[noun] not in ("NN", "NNP") or noun < first:
            continue
        family = [c for c in dependents(columns, first) if columns.deps[c] == "conj"]
        own = subtree(columns, noun)
        opening = min(own)
        is_alone = family == [noun] and all(columns.deps[c] not in ("cc", "conj") for c in own if c != noun)
        is_between = words[opening] == "," or words[opening - 1] == ","
        closing = max(own) + 1
        is_closed = closing < len(words) and words[closing] == ","
        if is_alone and is_between and is_closed and explains(columns, first, noun):
            return rehang(columns, noun, first, "appos")
    return None


def explains(columns: Columns, first: int, noun: int) -> bool:
    """A name and a described noun, whichever stands first: "Peru, its ally", "the envoy, Ann Doe"."""
    is_name = (columns.tags[first] in NAMES, columns.tags[noun] in NAMES)
    if is_name == (True, True):
        return False
    described = first if is_name == (False, True) else noun
    return bool(relations_of(columns, described) & DESCRIBED)


def list_second(words: Sequence[str], columns: Columns) -> Columns | None:
    """A name read as an explanation of another, though "and" opens its phrase, as the second of a list."""
    for name in having(columns, "appos", "flat"):
        first = columns.heads[name]
        own = [i for i in subtree(columns, name) if columns.deps[i] != "punct"]
        opening = min(own)
        if opening == name or columns.deps[opening] != "cc" or first > opening or columns.tags[name] not in NAMES:
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[name], heads[opening] = "conj", name
        return Columns(columns.tags, deps, heads)
    return None


def raise_listed_name(words: Sequence[str], columns: Columns) -> Columns | None:
    """What is coordinated with the end of a name, coordinated with the name: "Ann Doe and Jo Roe"."""
    for noun in having(columns, "conj"):
        end = columns.heads[noun]
        if columns.deps[end] == "flat" and columns.tags[end] in NAMES and end < noun:
            return rehang(columns, noun, columns.heads[end], "conj")
    return None


def raise_holder(words: Sequence[str], columns: Columns) -> Columns | None:
    """A name between commas read as that of the place behind an office, as its holder: "the head of X district, Ann Doe"."""
    for name in having(columns, "appos"):
        place = columns.heads[name]
        office = columns.heads[place]
        is_place = columns.deps[place] == "nmod" and columns.tags[place] in NAMES and columns.tags[name] in NAMES
        is_office = words[office] in titles() or words[office] in nouns()
        if is_place and is_office and behind_comma(words, columns, name) and is_full(columns, name):
            return rehang(columns, name, office, "appos")
    return None


def behind_comma(words: Sequence[str], columns: Columns, name: int) -> bool:
    """A comma opens the name."""
    first = min(c for c in (name, *dependents(columns, name)) if words[c] != ",")
    return words[first - 1] == ","


def is_full(columns: Columns, name: int) -> bool:
    """A given name and a surname, whichever heads the other."""
    return "flat" in relations_of(columns, name) or any(
        columns.deps[c] == "compound" and columns.tags[c] in NAMES for c in dependents(columns, name)
    )


def name_holders(words: Sequence[str], columns: Columns) -> Columns | None:
    """A name right behind the plural office that its holders have, read as the office's object, in the place of the office."""
    for name in having(columns, "obj"):
        office = columns.heads[name]
        is_office = columns.tags[office] == "NNS" and columns.deps[office] != "root"  # "The council urges Mali": a verb
        if not is_office or name != office + 1 or columns.tags[name] not in NAMES:
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[name], heads[name] = deps[office], heads[office]
        deps[office], heads[office] = "nmod:desc", name
        return Columns(columns.tags, deps, heads)
    return None


def call_noun(words: Sequence[str], columns: Columns) -> Columns | None:
    """An object with an adjective or a compound before it that was read as a verb, as the noun it is."""
    for i in having(columns, "obj", "nsubj", "ccomp"):
        if columns.tags[i] not in VERB_FORMS or columns.tags[i - 1] == "TO":
            continue
        is_clause = columns.deps[i] == "ccomp"
        if is_clause and (columns.tags[i] != "VBZ" or relations_of(columns, i) & {"nsubj", "nsubj:pass", "obj", "mark", "aux"}):
            continue
        if any(c < i and columns.deps[c] in ("amod", "compound") for c in dependents(columns, i)):
            tags = list(columns.tags)
            tags[i] = VERB_FORMS[tags[i]]
            deps = ["obj" if n == i and is_clause else dep for n, dep in enumerate(columns.deps)]
            return Columns(tags, deps, columns.heads)
    return None
