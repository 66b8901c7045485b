"""Whether a place name is meant as a place (literal), as an actor (associative), or cannot be told (undetermined).

Decided on the tree: the subject of saying and deciding, the agent of a passive and a demonym are actors; what stands
behind in, near or at, and the compound of "offensive", is a place.
"""

from __future__ import annotations

import re

from pipeline.records import PlaceMention, Reading, Tree

_LOCATIVE = frozenset("in at near from to into outside inside around through across toward towards between within via over off".split())
_TEXT_LOCATIVE = re.compile(r"\b(?:in|at|near|from|to|into|outside|inside|around|through|across|towards?|within)\s(?:the\s)?(?:\w+ern\s)?$", re.I)
_EVENT_NOUNS = frozenset("deal talks agreement accord summit conference process declaration treaty protocol pact".split())
_PLACE_NOUNS = frozenset(
    "offensive airstrike airstrikes attack attacks operation battle campaign bombing strike strikes raid massacre siege "
    "front province city district border airport camp".split()
)


def readings(reading: Reading) -> tuple[str, ...]:
    """The reading of each of `reading.places`, in their order."""
    trees = {sentence.index: tree for sentence, tree in zip(reading.sentences, reading.trees, strict=True)}
    spans = [(sentence.start, sentence.end, sentence.index) for sentence in reading.sentences]
    result, position = [], 0
    for mention in reading.places:
        while position + 1 < len(spans) and spans[position][1] <= mention.start:
            position += 1
        tree = trees.get(spans[position][2]) if spans else None
        result.append(read_one(reading.document.text, mention, tree))
    return tuple(result)


def read_one(text: str, mention: PlaceMention, tree: Tree | None) -> str:
    """The reading of one mention, on its tree if there is one, else on the words in front of it."""
    if mention.kind == "demonym":
        return "associative"
    if tree is None:
        return "literal" if _TEXT_LOCATIVE.search(text[max(0, mention.start - 30) : mention.start]) else "undetermined"
    head = head_token(tree, mention.start, mention.end)
    return "undetermined" if head is None else _by_relation(tree, head)


def head_token(tree: Tree, start: int, end: int) -> int | None:
    """The token of a span that governs the others: the one whose own governor lies outside. None if no token is inside."""
    inside = [token for token in tree.tokens if token.start < end and token.end > start]
    names = {token.i for token in inside}
    return next((token.i for token in inside if token.head not in names or token.head == token.i), None)


def _by_relation(tree: Tree, index: int) -> str:
    token = tree.tokens[index]
    cases = {tree.tokens[child].lemma.lower() for child in tree.children[index] if tree.tokens[child].dep == "case"}
    if token.dep == "conj" and not cases:
        return _by_relation(tree, token.head) if token.head != index else "undetermined"
    if cases & _LOCATIVE:
        return "literal"
    if token.dep.startswith("nsubj") or (token.dep.startswith("obl") and "by" in cases):
        return "associative"
    if token.dep == "compound":
        noun = tree.tokens[token.head].lemma.lower()
        return "literal" if noun in _PLACE_NOUNS else "associative" if noun not in _EVENT_NOUNS else "undetermined"
    if token.dep in ("appos", "root", "obj", "flat", "dep"):
        return "literal"
    return "undetermined"
