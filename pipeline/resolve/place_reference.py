"""Places that a definite noun refers back to: "these posts", "the city", "the area", "there", "will send more"."""

from __future__ import annotations

from pipeline.find.syntax import subtree
from pipeline.records import Argument, Candidate, EventPlace, Tree
from pipeline.resolve.place_scene import Scene, Spot

REACH = 3  # sentences back
_LEVELS = {
    "city": ("place",), "town": ("place",), "village": ("place",), "settlement": ("place",), "camp": ("place",),
    "province": ("province",), "governorate": ("province",), "state": ("province",), "region": ("region", "province"),
    "district": ("district",), "country": ("country",), "border": ("region",), "neighborhood": ("place",),
    "neighbourhood": ("place",), "capital": ("place",), "enclave": ("region", "province", "place"),
}  # fmt: skip
_ANY = frozenset({"area", "zone", "site", "scene", "place", "there", "here", "frontline", "territory"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "our", "their", "its"})
_DEMONSTRATIVE = frozenset({"this", "that", "these", "those", "our", "such"})


def referred(
    scene: Scene, candidate: Candidate, earlier: tuple[Candidate, ...], found: list[tuple[EventPlace, ...]]
) -> list[Spot]:
    """The spots that a definite noun of the candidate's clause takes up; the first noun that refers decides."""
    for argument in _nouns(scene, candidate):
        spots = _antecedent(scene, argument)
        if spots:
            return spots
    return []


def _nouns(scene: Scene, candidate: Candidate) -> list[Argument]:
    """The nouns in and below the candidate's words and roles, in text order, without duplicates."""
    result = []
    for argument in (*candidate.heads, *(a for _, arguments in candidate.roles for a in arguments)):
        tree = scene.tree(argument.sentence)
        if tree is not None:
            result += [Argument(argument.sentence, index) for index in subtree(tree, argument.head)]
    return list(dict.fromkeys(result))


def _antecedent(scene: Scene, argument: Argument) -> list[Spot]:
    tree = scene.tree(argument.sentence)
    assert tree is not None
    token = tree.tokens[argument.head]
    lemma = token.lemma.lower()
    if lemma in ("there", "here") and token.dep == "advmod":
        return _last(scene, argument.sentence, None)
    words = {tree.tokens[child].text.lower() for child in tree.children[argument.head]}
    if lemma in _LEVELS and words & _DEFINITE:
        return _last(scene, argument.sentence, _LEVELS[lemma])
    if lemma in _ANY and words & _DEFINITE:
        return _last(scene, argument.sentence, None)
    if words & _DEMONSTRATIVE and token.tag.startswith("NN"):
        return _same_noun(scene, argument.sentence, lemma)
    return []


def _last(scene: Scene, sentence: int, levels: tuple[str, ...] | None) -> list[Spot]:
    """The last place of a level named before the sentence, within reach."""
    for index in range(sentence - 1, max(-1, sentence - REACH - 1), -1):
        fitting = [spot for spot in scene.spots[index] if levels is None or spot.place.level in levels]
        if fitting:
            return [fitting[-1]]
    return []


def _same_noun(scene: Scene, sentence: int, lemma: str) -> list[Spot]:
    """The place that stood with the same noun before: "posts in Idlib … these posts"."""
    for index in range(sentence - 1, max(-1, sentence - REACH - 1), -1):
        tree = scene.tree(index)
        spots = _places_below(scene, tree, index, lemma) if tree is not None else []
        if spots:
            return spots
    return []


def _places_below(scene: Scene, tree: Tree, sentence: int, lemma: str) -> list[Spot]:
    result = []
    for token in tree.tokens:
        if token.lemma.lower() == lemma:
            below = set(subtree(tree, token.i))
            result += [spot for spot in scene.spots[sentence] if spot.token in below]
    return list(dict.fromkeys(result))
