"""Where a document's places stand on its trees, and how far each lies from the words of an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.find.syntax import case_of, is_infinitive
from pipeline.gazetteer.countries import country_of
from pipeline.records import Place, Reading, Tree
from pipeline.resolve.place_reading import head_token
from pipeline.resolve.relative_clauses import names_author
from pipeline.tag.place_words import words

# Relations that keep a place in the same noun phrase or clause on the way up to the event's word.
_NOMINAL = frozenset(
    {"nmod", "nmod:poss", "compound", "appos", "conj", "amod", "flat", "list", "dep", "parataxis", "nmod:unmarked"}
)
_CLAUSAL = frozenset({"xcomp", "ccomp"})
_AWAY = frozenset({"acl", "acl:relcl", "advcl", "csubj", "advcl:relcl"})


class Spot(NamedTuple):
    """A place and the token that heads it in the tree of its sentence (None where the sentence has no tree)."""

    place: Place
    sentence: int
    token: int | None


@dataclass(frozen=True, slots=True)
class Scene:
    """The places of a document by sentence, in text order: `spots` are those that can be where something happens, `named` all
    that a definite noun ("the city") can take up."""

    reading: Reading
    spots: tuple[tuple[Spot, ...], ...]
    named: tuple[tuple[Spot, ...], ...]

    def tree(self, sentence: int) -> Tree | None:
        """The tree of a sentence."""
        return self.reading.trees[sentence]


def make_scene(reading: Reading, places: tuple[Place, ...]) -> Scene:
    """Sort the places into their sentences. Actors and places without any reading as a place stay out."""
    spots: list[list[Spot]] = [[] for _ in reading.sentences]
    named: list[list[Spot]] = [[] for _ in reading.sentences]
    index = 0
    for place in places:
        while index + 1 < len(reading.sentences) and reading.sentences[index].end <= place.start:
            index += 1
        tree = reading.trees[index] if index < len(reading.trees) else None
        token = head_token(tree, place.start, place.end) if tree else None
        if can_be_scene(place, tree is not None):
            spots[index].append(Spot(place, index, token))
        if place.reading == "literal" or not _is_demonym(place):
            named[index].append(Spot(place, index, token))
    return Scene(reading, tuple(map(tuple, spots)), tuple(map(tuple, named)))


def _is_demonym(place: Place) -> bool:
    """Whether a place is only told by a word for its people, which names no country."""
    word = country_of(place.text)
    return word is not None and word.kind in ("people", "adjective")


def can_be_scene(place: Place, is_parsed: bool) -> bool:
    """Whether something can be said to happen there: read as a place; without a tree also a town whose reading is open."""
    return place.reading == "literal" or (not is_parsed and place.reading == "undetermined" and place.level != "country")


def steps(tree: Tree, token: int, head: int, takes_infinitive: bool = False) -> int | None:
    """How many clauses lie between a place's token and an event's word above it: 0 the same clause, 1 inside what is
    said or wanted. None if the word is not above it, or a relative or adverbial clause or one put in (", the ministry in London
    said") lies between; an infinitive read as one ("threatened in X to attack Y") is content if the word `takes_infinitive`."""
    clauses, at = 0, token
    while at != head:
        relation = tree.tokens[at].dep
        if relation == "advcl" and takes_infinitive and is_infinitive(tree, at):
            relation = "xcomp"
        is_away = relation in _AWAY and not names_author(tree, at)
        if tree.tokens[at].head == at or is_away or (relation in ("conj", "parataxis") and _is_clause(tree, at)):
            return None
        clauses += relation in _CLAUSAL
        at = tree.tokens[at].head
    return clauses


def attachment(tree: Tree, token: int, head: int) -> int:
    """The dependent of `head` that the place's token belongs to (the token itself when it hangs there)."""
    at = token
    while tree.tokens[at].head != head and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    return at


def preposition(tree: Tree, token: int) -> str:
    """The case of a place's noun phrase: that of its own token, else of the noun it belongs to ("in the city of X")."""
    at = token
    while tree.tokens[at].dep in _NOMINAL and _is_inside(tree, at) and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    return case_of(tree, at)


def _is_inside(tree: Tree, index: int) -> bool:
    """Whether a noun phrase only says of what the noun above it is a part: "of X", "an entrance to X"."""
    case = case_of(tree, index)
    governor = tree.tokens[tree.tokens[index].head].lemma.lower()
    return case in ("", "of") or (case == "to" and governor in words("readings", "portions"))


def clause_of(tree: Tree, token: int) -> int:
    """The verb or root that governs a token's clause."""
    at = token
    while tree.tokens[at].head != at and not _is_clause(tree, at):
        at = tree.tokens[at].head
    return at


def _is_clause(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.tag.startswith("VB") or any(
        tree.tokens[child].dep in ("nsubj", "nsubj:pass", "cop") for child in tree.children[index]
    )
