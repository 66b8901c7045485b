"""Places that a definite noun refers back to: "these posts", "the city", "the area", "there", "will send more"."""

from __future__ import annotations

from pipeline.find.syntax import subtree
from pipeline.lexicon.words import word_class
from pipeline.records import Argument, Candidate, EventPlace, Place, Tree
from pipeline.resolve.place_scene import Scene, steps
from pipeline.tag.place_words import words

Known = list[tuple[Candidate, tuple[EventPlace, ...]]]  # the candidates before this one and their places

REACH = 3  # sentences back
_LEVELS = {
    "city": ("place",), "town": ("place",), "village": ("place",), "settlement": ("place",), "camp": ("place",),
    "province": ("province",), "governorate": ("province",), "state": ("province",), "region": ("region", "province"),
    "district": ("district", "place"), "country": ("country",), "border": ("region",), "neighborhood": ("place",),
    "neighbourhood": ("place",), "capital": ("place",), "enclave": ("region", "province", "place"),
    "department": ("province",), "municipality": ("place",),
}  # fmt: skip
_ANY = frozenset({"area", "zone", "site", "scene", "place", "frontline", "territory"})
_ADVERBS = frozenset({"there", "here"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "our", "their", "its"})
_DEMONSTRATIVE = frozenset({"this", "that", "these", "those", "our", "such"})
_VIOLENT = ("ASSAULT", "COERCE")
_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them"})
_MORE = frozenset({"more", "another", "others", "further"})


def referred(
    scene: Scene, candidate: Candidate, earlier: tuple[Candidate, ...], found: list[tuple[EventPlace, ...]]
) -> list[Place]:
    """The places that a definite noun of the candidate's clause takes up; the first noun that refers decides."""
    known = list(zip(earlier, found, strict=True))
    for argument in _nouns(scene, candidate):
        places = _antecedent(scene, candidate, argument, known)
        if places:
            return places
    return _continued(scene, candidate, known) or _same_act(scene, candidate, known)


def _nouns(scene: Scene, candidate: Candidate) -> list[Argument]:
    """The words of the candidate's clause and roles, in text order; what relative clauses add is not asked."""
    result = []
    for argument in (*candidate.heads, *(a for _, arguments in candidate.roles for a in arguments)):
        tree = scene.tree(argument.sentence)
        if tree is not None:
            below = (index for index in subtree(tree, argument.head) if steps(tree, index, argument.head) is not None)
            result += [Argument(argument.sentence, index) for index in below]
    return list(dict.fromkeys(result))


def _antecedent(scene: Scene, candidate: Candidate, argument: Argument, known: Known) -> list[Place]:
    tree = scene.tree(argument.sentence)
    assert tree is not None
    token = tree.tokens[argument.head]
    lemma = token.lemma.lower()
    if lemma in _ADVERBS and token.dep.startswith("advmod"):
        return _last(scene, argument.sentence, None)
    determiners = {tree.tokens[child].text.lower() for child in tree.children[argument.head]}
    if lemma in _LEVELS and determiners & _DEFINITE:
        return _named_before(scene, candidate, argument, _LEVELS[lemma]) or _last(scene, argument.sentence, _LEVELS[lemma])
    if lemma in _ANY and determiners & _DEFINITE:
        return _last(scene, argument.sentence, None)
    if determiners & _DEMONSTRATIVE and token.tag.startswith("NN"):
        return _same_noun(scene, argument.sentence, lemma) or _same_people(scene, argument.sentence, lemma, known)
    return []


def _named_before(scene: Scene, candidate: Candidate, argument: Argument, levels: tuple[str, ...]) -> list[Place]:
    """The last place of a level named in the same sentence before the noun: "a Mogadishu doctor was shot outside the city". Not
    who does it, or anything else: "Norway cut aid to the country"."""
    tree = scene.tree(argument.sentence)
    subjects = {token.i for token in tree.tokens if token.dep.startswith("nsubj")} if tree is not None else set()
    doers = subjects | {one.head for one in candidate.role("actor") if one.sentence == argument.sentence}
    fitting = [
        spot.place
        for spot in scene.named[argument.sentence]
        if spot.token is not None and spot.token not in doers and spot.token < argument.head and spot.place.level in levels
    ]
    return fitting[-1:]


def _last(scene: Scene, sentence: int, levels: tuple[str, ...] | None) -> list[Place]:
    """The last place of a level named before the sentence, within reach."""
    for index in range(sentence - 1, max(-1, sentence - REACH - 1), -1):
        fitting = [spot.place for spot in scene.spots[index] if levels is None or spot.place.level in levels]
        if fitting:
            return [fitting[-1]]
    return []


def _same_noun(scene: Scene, sentence: int, lemma: str) -> list[Place]:
    """The place that stood with the same noun before: "posts in Idlib … these posts"."""
    for index in range(sentence - 1, max(-1, sentence - REACH - 1), -1):
        tree = scene.tree(index)
        places = _places_below(scene, tree, index, lemma) if tree is not None else _places_with(scene, index, lemma)
        if places:
            return places
    return []


def _places_with(scene: Scene, sentence: int, lemma: str) -> list[Place]:
    """The places of a sentence without a tree, if the noun stands in it."""
    span = scene.reading.sentences[sentence]
    words_there = scene.reading.document.text[span.start : span.end].lower().split()
    return [spot.place for spot in scene.spots[sentence]] if {lemma, lemma + "s"} & set(words_there) else []


def _places_below(scene: Scene, tree: Tree, sentence: int, lemma: str) -> list[Place]:
    result = []
    for token in tree.tokens:
        if token.lemma.lower() == lemma:
            below = set(subtree(tree, token.i))
            result += [spot.place for spot in scene.spots[sentence] if spot.token in below]
    return list(dict.fromkeys(result))


def _same_people(scene: Scene, sentence: int, lemma: str, known: Known) -> list[Place]:
    """Where an earlier event took place in which the same noun had a part: "surrounded by forces … these forces"."""
    for candidate, places in reversed(known):
        if not 0 < sentence - candidate.sentence <= REACH:
            continue
        lemmas = {_lemma(scene, argument) for _, arguments in candidate.roles for argument in arguments}
        if places and lemma in lemmas:
            return [one.place for one in places]
    return []


def _continued(scene: Scene, candidate: Candidate, known: Known) -> list[Place]:
    """ "Will send more": the place of the last event of the same type, where a role is filled by nothing but "more"."""
    roles = [argument for _, row in candidate.roles for argument in row]
    fillers = {_lemma(scene, argument) for argument in (*candidate.heads, *roles, *(toll.argument for toll in candidate.tolls))}
    if not fillers & _MORE:
        return []
    for other, places in reversed(known):
        if other.event_type == candidate.event_type and places and 0 <= candidate.sentence - other.sentence <= REACH:
            return [one.place for one in places]
    return []


def _same_act(scene: Scene, candidate: Candidate, known: Known) -> list[Place]:
    """Where the act of the sentence before took place, when this one refers to it or to the people in it.

    "Nine died in the attack", "They killed a guard", and victims added without an author, day or place of their own ("At
    least 30 were wounded"). Else the place of that sentence counts, if the act is named or no event at all is told in it.
    """
    sentence = candidate.sentence
    if candidate.event_type not in _VIOLENT or scene.spots[sentence]:
        return []
    is_named = _names_act(scene, candidate)
    if any(_lemma(scene, noun) in word_class("war") | {"conflict"} for noun in _nouns(scene, candidate)):
        return []  # the act before was only a part of it
    if not (is_named or _goes_on(scene, candidate) or _only_adds_victims(scene, candidate)):
        return []
    for other, places in reversed(known):
        if other.event_type in _VIOLENT and places and 0 < sentence - other.sentence <= 1:
            return [one.place for one in places]
    is_bare = is_named or not any(other.sentence == sentence - 1 for other, _ in known)
    before = scene.spots[sentence - 1] if sentence and is_bare else ()
    return [spot.place for spot in before if spot.place.reading == "literal"]


def _names_act(scene: Scene, candidate: Candidate) -> bool:
    """A definite noun for an act in the candidate's clause: "the attack killed nine", "wounded in the blast"."""
    for argument in _nouns(scene, candidate):
        tree = scene.tree(argument.sentence)
        assert tree is not None
        determiners = {tree.tokens[child].text.lower() for child in tree.children[argument.head]}
        if tree.tokens[argument.head].lemma.lower() in words("readings", "happening") and determiners & _DEFINITE:
            return True
    return False


def _goes_on(scene: Scene, candidate: Candidate) -> bool:
    """An undated clause about people only pointed at: "they", "him", "the men"."""
    if _is_dated(scene, candidate):
        return False
    for role in ("actor", "recipient"):
        for argument in candidate.role(role):
            tree = scene.tree(argument.sentence)
            token = tree.tokens[argument.head] if tree is not None else None
            if tree is None or token is None:
                continue
            determiners = {tree.tokens[child].text.lower() for child in tree.children[argument.head]}
            if token.lemma.lower() in _PRONOUNS or (token.tag in ("NN", "NNS") and "the" in determiners):
                return True
    return False


def _only_adds_victims(scene: Scene, candidate: Candidate) -> bool:
    has_author = any(argument.sentence == candidate.sentence for argument in candidate.role("actor"))
    return bool(candidate.tolls) and not has_author and not _is_dated(scene, candidate)


def _is_dated(scene: Scene, candidate: Candidate) -> bool:
    sentence = scene.reading.sentences[candidate.sentence]
    return any(sentence.start <= time.start < sentence.end for time in scene.reading.times)


def _lemma(scene: Scene, argument: Argument) -> str:
    tree = scene.tree(argument.sentence)
    return tree.tokens[argument.head].lemma.lower() if tree is not None else ""
