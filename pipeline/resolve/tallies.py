"""Reads the number of a phrase, its list and its parts off a tree, with the word order as a second witness.

A list that the tree breaks up ("seven civilians, three soldiers and four militants were killed") is put together again from the
order of words: numbers that only commas and "and" part belong together, unless a verb stands between them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from functools import cache

from pipeline.find import syntax
from pipeline.gazetteer.countries import country_of
from pipeline.lexicon.actors import nouns, titles
from pipeline.lexicon.quantities import quantity_words
from pipeline.lexicon.words import word_class
from pipeline.records import Quantity, Token, Tree
from pipeline.tag.actors import tag_actors

Bounds = tuple[int | None, int | None, int | None]  # low, best, high

PERSONAL = frozenset(("killed", "injured", "abducted", "detained", "released", "captured", "casualties", "neutralized", "displaced"))
_PERSON_PRONOUNS = frozenset("he him she her himself herself i me his".split())
_COLLECTIVE = frozenset(
    "people family group army police crowd community government regime population couple team crew staff force military militia"
    " gang company unit convoy village town city party side country media public press personnel youth opposition toll number death"
    " casualty navy cattle livestock anyone everyone everybody someone nobody somebody life body property home house damage all"
    " security national foreign local everyone".split()
)
_UNSPECIFIC = frozenset(
    "people person man woman other more victim dead wounded injured casualty life individual body patient dozen victim suspect".split()
)
_INCLUDING = frozenset(("including", "include", "includes", "among", "inclusive"))
_CONTAINERS = frozenset("total number group body life death remain corpse handful couple pair dozen score toll rest estimate rate family".split())
_LINKS = frozenset((",", "and", "plus", "&", "as", "well"))
_MOSTLY = frozenset(("mainly", "mostly", "largely", "predominantly", "all", "chiefly"))
_THEM = frozenset(("them", "whom", "those"))
_CONJUNCTIONS = frozenset(("and", "plus", "&", "well"))
_ARTICLES = frozenset("a an his her their another its one".split())
_AFTER = frozenset("wounded injured hurt missing dead killed".split())
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Item:
    """One number of people at tokens `first..last`, both inside, with the sector of whom it counts."""

    first: int
    last: int
    bounds: Bounds
    qualifier: str
    sector: str | None
    start: int
    end: int
    parts: tuple[Item, ...] = ()
    is_numbered: bool = True  # a number stands there; False for "a teacher"
    noun: int = -1  # the token that names whom it counts


def items_of(tree: Tree, quantities: Iterable[Quantity]) -> tuple[Item, ...]:
    """All counted phrases of a sentence in text order: numbers with their nouns, and single people ("a civilian contractor")."""
    found = [_numbered(tree, quantity) for quantity in quantities]
    taken = {i for item in found for i in range(item.first, item.last + 1)}
    singles = [item for token in tree.tokens if token.i not in taken and (item := single(tree, token.i)) is not None]
    found += [item for item in singles if taken.isdisjoint(range(item.first, item.last + 1))]
    return tuple(sorted(found, key=lambda item: item.first))


def item_at(tree: Tree, items: tuple[Item, ...], head: int) -> Item | None:
    """The counted phrase that a token heads, also through "a total of", "the bodies of" and stray marks; None without one."""
    found = next((item for item in items if item.first <= head <= item.last), None)
    if found is not None:
        return found
    token = tree.tokens[head]
    if token.tag == "NNP" and token.dep in ("obj", "nsubj:pass", "nsubj", "conj", "nmod") and _is_surname(token.text):
        return Item(head, head, (1, 1, 1), "", None, token.start, token.end, is_numbered=False, noun=head)
    for c in tree.children[head]:
        is_of = c > head and token.lemma.lower() in _CONTAINERS and syntax.case_of(tree, c) == "of"
        is_number = c < head and tree.tokens[c].dep in ("nummod", "amod", "compound", "det", "advmod")
        if is_of or is_number:
            inner = item_at(tree, items, c)
            if inner is not None:
                return inner
    return None


def before_verb(tree: Tree, items: tuple[Item, ...], verb: int) -> Item | None:
    """The number right before a verb or its auxiliaries: "20" of "and 20 were also wounded"."""
    i = verb - 1
    while i >= 0 and (tree.tokens[i].tag.startswith(("VB", "RB", "MD")) or tree.tokens[i].dep.startswith("aux")):
        i -= 1
    return next((item for item in items if item.first <= i <= item.last), None)


def single(tree: Tree, i: int) -> Item | None:
    """A phrase for one person: "a soldier", "the mayor", "Ahmed Ali", "he"; None for groups, bare plurals and things."""
    token = tree.tokens[i]
    if not _is_one(tree, token):
        return None
    before = [c for c in tree.children[i] if i - _LONGEST_NAME <= c < i and tree.tokens[c].dep in ("det", "amod", "compound", "nmod:poss")]
    first = min([i, *before])
    last = max([i, *(c for c in tree.children[i] if tree.tokens[c].dep == "flat")])
    start, end = tree.tokens[first].start, tree.tokens[last].end
    return Item(first, last, (1, 1, 1), "", sector_of(tree, i), start, end, is_numbered=False, noun=i)


def gather(tree: Tree, items: tuple[Item, ...], item: Item, is_before_verb: bool) -> list[Item]:
    """A phrase with the others of its list, in text order. Numbers before the verb are its subjects: a list of them does not
    reach back over another verb ("killed 10 and 12 soldiers were wounded")."""
    items = items if item in items else tuple(sorted((*items, item), key=lambda one: one.first))
    place = items.index(item)
    first = last = place
    while first and _joined(tree, items[first - 1], items[first]) and not _is_elsewhere(tree, items[first - 1], is_before_verb):
        first -= 1
    while last + 1 < len(items) and _joined(tree, items[last], items[last + 1]) and (is_before_verb or not _opens_clause(tree, items[last + 1])):
        last += 1
    return _coordinated(tree, list(items[first : last + 1]), item)


def conjoined(tree: Tree, items: tuple[Item, ...], head: int, item: Item) -> list[Item]:
    """The phrases that the tree coordinates with a counted one and that nothing else claims."""
    heads = (i for i in syntax.conjuncts(tree, head)[1:] if not syntax.is_verbal(tree.tokens[i]))
    found = (item_at(tree, items, i) for i in heads)
    return [
        one
        for one in found
        if one is not None and one.first > item.last and not _opens_clause(tree, one) and not _details(tree, item, one)
    ]


def _details(tree: Tree, item: Item, other: Item) -> bool:
    return any(tree.tokens[i].text.lower() in _INCLUDING for i in range(item.last + 1, other.first))


def of_one_act(tree: Tree, items: list[Item], first: Item) -> list[Item]:
    """The numbers that add up: with the first told one, those that no verb parts from it ("seven died after a raid killed four"
    is no sum)."""
    place = items.index(first) if first in items else 0
    kept = [items[place]]
    for other in items[place + 1 :]:
        if _is_parted(tree, kept[-1], other):
            break
        kept.append(other)
    for other in reversed(items[:place]):
        if _is_parted(tree, other, kept[0]):
            break
        kept.insert(0, other)
    return kept


def _is_parted(tree: Tree, one: Item, other: Item) -> bool:
    return any(syntax.is_verbal(tree.tokens[i]) for i in range(one.last + 1, other.first))


def whole_of(tree: Tree, items: tuple[Item, ...], head: int) -> Item | None:
    """The number that a phrase details: 20 for the children of "20 people, including three children" or "20, three of them …"."""
    own = next((item for item in items if item.first <= head <= item.last + 1 and _is_of_them(tree, item)), None)
    if own is not None:
        return next((item for item in reversed(items) if own.first - 3 <= item.last < own.first), None)
    for i in range(head, max(-1, head - 12), -1):
        word = tree.tokens[i].text.lower()
        if word in _INCLUDING or word in _MOSTLY:
            return next((item for item in reversed(items) if i - (2 if word in _MOSTLY else 3) <= item.last < i), None)
        if i != head and syntax.is_verbal(tree.tokens[i]):
            return None
    return None


def with_parts(tree: Tree, items: tuple[Item, ...], item: Item) -> Item:
    """The number with what "including" and "five of them" tell of it."""
    of_them = next((other for other in items if item.last < other.first <= item.last + 3 and _is_of_them(tree, other)), None)
    if of_them is not None:
        nearby = range(of_them.last + 1, min(of_them.last + 5, len(tree.tokens)))
        sector = of_them.sector or next((found for i in nearby if tree.tokens[i].tag.startswith("NN") and (found := sector_of(tree, i))), None)
        return replace(item, parts=(replace(of_them, sector=sector),)) if sector else item
    for i in range(item.last + 1, min(item.last + 4, len(tree.tokens))):
        word = tree.tokens[i].text.lower()
        if word in _INCLUDING:
            first = next((n for n, other in enumerate(items) if i < other.first <= i + 4), None)
            if first is None:
                return item
            listed = gather(tree, items, items[first], is_before_verb=True)
            parts = tuple(p for p in listed if p.sector and p.first > i and (p.bounds[1] or 0) <= (item.bounds[1] or p.bounds[1] or 0))
            return replace(item, parts=parts)
        if word not in (",", "(", "-", "–", "of", "them", "whom", "others", "people", "more"):
            break
    return item


def sector_of(tree: Tree, noun: int) -> str | None:
    """The sector of whom a noun counts; None where the noun does not say ("people")."""
    token = tree.tokens[noun]
    if token.lemma.lower() in _UNSPECIFIC:
        return None
    before = [tree.tokens[c].text.lower() for c in tree.children[noun] if c < noun and tree.tokens[c].dep in ("compound", "amod")]
    word = token.text.lower()
    for phrase in (*(f"{b} {word}" for b in reversed(before)), word):
        found = nouns().get(phrase) or titles().get(phrase)
        if found is not None:
            return found.sector if found.sector not in ("UNK", "IGO") and found.kind != "facility" else None
    return None


# ------------------------------------------------------------------------------------------------ one phrase
def counts_people(tree: Tree, item: Item) -> bool:
    """The noun is none of the animals and goods that articles count beside people."""
    return tree.tokens[item.noun].lemma.lower() not in quantity_words().goods


def _numbered(tree: Tree, quantity: Quantity) -> Item:
    noun = quantity.head if quantity.noun is None else quantity.noun
    first = next((t.i for t in tree.tokens if t.start >= quantity.start), quantity.head)
    last = max(quantity.head, noun)
    start, end = min(quantity.start, tree.tokens[noun].start), max(quantity.end, tree.tokens[noun].end)
    bounds = (quantity.low, quantity.best, quantity.high)
    return Item(min(first, noun), last, bounds, quantity.qualifier, sector_of(tree, noun), start, end, noun=noun)


def _is_one(tree: Tree, token: Token) -> bool:
    lemma, word = token.lemma.lower(), token.text.lower()
    if word == "another":
        following = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
        return following is not None and following.tag.startswith("VB")
    if token.tag in ("PRP", "PRP$"):
        return token.tag == "PRP" and word in _PERSON_PRONOUNS
    if lemma in _COLLECTIVE or word in _COLLECTIVE or token.dep in ("compound", "flat", "amod"):
        return False
    role = nouns().get(word) or titles().get(word)
    is_role = role is not None and role.kind in ("person", "title") and not word.endswith("s")
    if token.tag == "NNP" and not is_role:
        return _is_person_name(tree, token.i)
    if token.tag == "NNS" or not (token.tag == "NN" or is_role) or any(tree.tokens[c].text.lower() in ("no", "every", "each", "any", "some") for c in tree.children[token.i]):
        return False
    if token.tag != "NN" and not any(tree.tokens[c].dep in ("det", "nmod:poss") for c in tree.children[token.i]):
        return False
    return is_role or (lemma in _civilians() and not word.endswith("s"))


@cache
def _civilians() -> frozenset[str]:
    """Nouns for people that are no armed force."""
    return word_class("people") - word_class("armed")


def _is_surname(word: str) -> bool:
    """A single name that no table knows as a country, a group or a role."""
    return word[0].isupper() and len(word) > 2 and word.lower() not in nouns() and country_of(word) is None and not tag_actors(word)


def _is_person_name(tree: Tree, noun: int) -> bool:
    """A name with a title, or of two words; no country, acronym or group."""
    names = [noun, *(c for c in tree.children[noun] if tree.tokens[c].dep in ("flat", "compound"))]
    words = [tree.tokens[i].text for i in sorted(names)]
    if country_of(" ".join(words)) or country_of(words[-1]) or any(w.lower() in nouns() for w in words):
        return False
    is_acronym = any(w.isupper() and len(w) > 1 for w in words) and not all(t.text.isupper() for t in tree.tokens if t.text.isalpha())
    return not is_acronym and (any(w.lower() in titles() for w in words) or len([w for w in words if w[0].isupper()]) >= 2)


# ------------------------------------------------------------------------------------------------ the order of words
def _joined(tree: Tree, one: Item, other: Item) -> bool:
    """Only commas and "and" stand between two phrases."""
    between = [tree.tokens[i].text.lower() for i in range(one.last + 1, other.first)]
    return not _is_of_them(tree, other) and 0 < len(between) <= 3 and all(word in _LINKS for word in between)


def _is_of_them(tree: Tree, item: Item) -> bool:
    """ "Five of them", "three of whom"."""
    return any(tree.tokens[i].text.lower() in _THEM for i in range(item.first, item.last + 1))


def _coordinated(tree: Tree, run: list[Item], item: Item) -> list[Item]:
    """The run without appositions: a comma lists only where "and" follows ("Ahmed Ali, a teacher" is one man)."""
    ends = [
        n
        for n in range(1, len(run))
        if (run[n - 1].is_numbered and run[n].is_numbered)
        or any(tree.tokens[i].text.lower() in _CONJUNCTIONS for i in range(run[n - 1].last + 1, run[n].first))
    ]
    if not ends:
        return [item]
    listed = run[: ends[-1] + 1]
    listed = [one for n, one in enumerate(listed) if n in ends or not n or not _is_apposition(tree, listed[n - 1], one)]
    return listed if item in listed else [item]


def _is_apposition(tree: Tree, name: Item, other: Item) -> bool:
    """A name and what the person is."""
    return tree.tokens[name.last].tag == "NNP" and tree.tokens[other.first].text.lower() in (*_ARTICLES, "the")


def _is_elsewhere(tree: Tree, item: Item, is_before_verb: bool) -> bool:
    """The phrase before belongs to another verb, to "including", or says itself what befell its people."""
    before = tree.tokens[item.first - 1] if item.first else None
    if before is not None and (before.text.lower() in _INCLUDING or (is_before_verb and syntax.is_verbal(before))):
        return True
    return _says_fate(tree, item)


def _says_fate(tree: Tree, item: Item) -> bool:
    return any(tree.tokens[i].text.lower() in _AFTER for i in range(item.first + 1, item.last + 1))


def _opens_clause(tree: Tree, item: Item) -> bool:
    """The phrase is the subject of what follows: "killed two and five others | were hurt", "12 and 20 | wounded"."""
    after = tree.tokens[item.last + 1] if item.last + 1 < len(tree.tokens) else None
    return _says_fate(tree, item) or (after is not None and (syntax.is_verbal(after) or after.text.lower() in _AFTER))

