"""The counted phrases of a sentence: numbers with whom they count, and single people ("a civilian contractor")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.find import syntax
from pipeline.lexicon.actors import nouns, titles
from pipeline.lexicon.quantities import quantity_words
from pipeline.records import Quantity, Tree
from pipeline.resolve.persons import is_one_person, is_surname

Bounds = tuple[int | None, int | None, int | None]  # low, best, high

PERSONAL = frozenset("killed injured abducted detained released captured casualties neutralized displaced".split())
_ONE: Bounds = (1, 1, 1)
_NONE: Bounds = (0, 0, 0)
_UNSPECIFIC = frozenset(
    "people person man woman other more victim dead wounded injured casualty life individual body patient dozen suspect".split()
)
_CONTAINERS = frozenset(
    "total number group body life death remain corpse handful couple pair dozen score toll rest estimate rate family".split()
)
_BEFORE_A_PERSON = ("det", "amod", "compound", "nmod:poss", "nmod:desc")
_OF_A_NUMBER = ("nummod", "amod", "compound", "det", "advmod")
_ARGUMENTS = ("obj", "nsubj:pass", "nsubj", "conj", "nmod")
_LONGEST_NAME = 8  # words before the head: "his nine - year - old step-son"


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
    """All counted phrases of a sentence in text order."""
    found = _but_those_of_none([_numbered(tree, quantity) for quantity in quantities])
    taken = {i for item in found for i in range(item.first, item.last + 1)}
    singles = [_single(tree, token.i) for token in tree.tokens if token.i not in taken and is_one_person(tree, token)]
    found += [item for item in singles if taken.isdisjoint(range(item.first, item.last + 1))]
    return tuple(sorted(found, key=lambda item: item.first))


def _but_those_of_none(items: list[Item]) -> list[Item]:
    """The numbers without the 12 of "none of the 12 passengers"."""
    none = [item for item in items if item.bounds == _NONE]
    return [item for item in items if not any(one is not item and one.first <= item.first <= one.last for one in none)]


def item_at(tree: Tree, items: tuple[Item, ...], head: int) -> Item | None:
    """The counted phrase that a token heads, also through "a total of" and "the bodies of"; None without one."""
    found = next((item for item in items if item.first <= head <= item.last), None)
    if found is not None:
        return found
    token = tree.tokens[head]
    if token.text.lower() == "themselves":  # how many they are is told elsewhere, if at all
        others = (c for c in tree.children[head] if tree.tokens[c].dep == "conj")
        return next((item for c in others if (item := item_at(tree, items, c)) is not None), None)
    if token.tag == "NNP" and token.dep in _ARGUMENTS and is_surname(token.text):
        return Item(head, head, _ONE, "", None, token.start, token.end, is_numbered=False, noun=head)
    if token.tag == "NNS":  # "murdered farmers Luis Mora and Juan Gil"
        named = next((item for item in items if item.first == head + 1 and not item.is_numbered), None)
        if named is not None and tree.tokens[named.last].tag == "NNP":
            return named
    if token.lemma.lower() in _CONTAINERS and head + 1 < len(tree.tokens) and tree.tokens[head + 1].text.lower() == "of":
        return next((item for item in items if head + 2 <= item.first <= head + 3), None)
    inner = (item_at(tree, items, c) for c in tree.children[head] if _leads_on(tree, head, c))
    return next((item for item in inner if item is not None), None)


def before_verb(tree: Tree, items: tuple[Item, ...], verb: int) -> Item | None:
    """The number right before a verb or its auxiliaries: "20" of "and 20 were also wounded"."""
    i = verb - 1
    while i >= 0 and (tree.tokens[i].tag.startswith(("VB", "RB", "MD")) or tree.tokens[i].dep.startswith("aux")):
        i -= 1
    return next((item for item in items if item.first <= i <= item.last), None)


def counts_people(tree: Tree, item: Item) -> bool:
    """The noun is none of the animals and goods that articles count beside people."""
    return tree.tokens[item.noun].lemma.lower() not in quantity_words().goods


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


def _leads_on(tree: Tree, head: int, c: int) -> bool:
    """The number stands on this dependent of a phrase's head."""
    if c > head:
        return tree.tokens[head].lemma.lower() in _CONTAINERS and syntax.case_of(tree, c) == "of"
    return tree.tokens[c].dep in _OF_A_NUMBER


def _numbered(tree: Tree, quantity: Quantity) -> Item:
    noun = quantity.head if quantity.noun is None else quantity.noun
    first = next((t.i for t in tree.tokens if t.start >= quantity.start), quantity.head)
    start, end = min(quantity.start, tree.tokens[noun].start), max(quantity.end, tree.tokens[noun].end)
    bounds = (quantity.low, quantity.best, quantity.high)
    last = max(quantity.head, noun)
    return Item(min(first, noun), last, bounds, quantity.qualifier, sector_of(tree, noun), start, end, noun=noun)


def _single(tree: Tree, i: int) -> Item:
    before = [c for c in tree.children[i] if i - _LONGEST_NAME <= c < i and tree.tokens[c].dep in _BEFORE_A_PERSON]
    first = min([i, *before])
    last = max([i, *(c for c in tree.children[i] if tree.tokens[c].dep == "flat")])
    start, end = tree.tokens[first].start, tree.tokens[last].end
    return Item(first, last, _ONE, "", sector_of(tree, i), start, end, is_numbered=False, noun=i)
