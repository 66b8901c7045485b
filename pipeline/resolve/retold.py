"""The act that the next sentence tells again, with its day: "Militants killed 68 people, residents said. The militants stormed
the village on Tuesday". One event told twice has the day of either telling.

Who did it, or whom it befell, must be pointed back to: "the militants", "the lawmaker". A word like "another" or "earlier"
makes it another act.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records import Argument, Candidate, Reading, Token, Tree

REACH = 2  # sentences behind the first telling; one between them tells no time
ATTACKERS = frozenset(
    "attacker gunman militant assailant raider bomber shooter insurgent rebel jihadist terrorist bandit gang robber"
    " fighter".split()
)
VICTIMS = frozenset("victim man woman boy girl two three four five six seven eight nine ten dead deceased pair couple".split())
OTHERS = frozenset(
    "another also earlier previous previously separate separately second meanwhile elsewhere again other later had since".split()
)
DEFINITE = frozenset(("the", "these", "both", "this"))


def retelling(reading: Reading, candidate: Candidate, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates behind one that tell it again, nearest first."""
    if candidate.event_type != "ASSAULT" or candidate.modality.status != "occurred" or candidate.is_plural:
        return ()
    if _is_result_of_dated(reading, candidate, candidates):
        return ()
    found = []
    for index in range(candidate.sentence + 1, min(candidate.sentence + 1 + REACH, len(reading.sentences))):
        tree, sentence = reading.trees[index], reading.sentences[index]
        if tree is None or not OTHERS.isdisjoint(token.text.lower() for token in tree.tokens):
            break
        found += [c for c in candidates if c.sentence == index and _tells_again(reading, tree, candidate, c)]
        if any(sentence.start <= mention.start < sentence.end for mention in reading.times):
            break
    return tuple(found)


def _is_result_of_dated(reading: Reading, candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether it is nobody's, right behind an act with a time: "Fighting broke out on Monday. Two civilians were killed." """
    before = candidate.sentence - 1
    if candidate.role("actor") or not any(c.sentence == before and c.event_type == "ASSAULT" for c in candidates):
        return False
    start, end = reading.sentences[before].start, reading.sentences[before].end
    return any(start <= mention.start < end for mention in reading.times)


def _tells_again(reading: Reading, tree: Tree, first: Candidate, second: Candidate) -> bool:
    """Is the second the first once more?"""
    if second.event_type != "ASSAULT" or second.modality.status != "occurred" or second.ordinal:
        return False
    return _is_by_them(reading, tree, first, second) or _befell_them(reading, tree, first, second)


def _is_by_them(reading: Reading, tree: Tree, first: Candidate, second: Candidate) -> bool:
    """The doers are those of the first telling: by the same noun, or attackers where none were named before as its victims."""
    doers, before = _lemmas(reading, first.role("actor")), _lemmas(reading, first.role("recipient"))
    for token in _definite(tree, second.role("actor")):
        lemma = token.lemma.lower()
        if lemma not in before and (lemma in doers or lemma in ATTACKERS):
            return True
    return False


def _befell_them(reading: Reading, tree: Tree, first: Candidate, second: Candidate) -> bool:
    """The victims are those of the first telling, and met the same fate."""
    kinds = {toll.kind for toll in first.tolls}
    if kinds.isdisjoint(toll.kind for toll in second.tolls):
        return False
    victims = first.role("recipient")
    is_one = len(victims) == 1 and _is_singular(reading, victims[0])
    for token in _definite(tree, second.role("recipient")):
        if token.lemma.lower() in _lemmas(reading, victims) | VICTIMS or (is_one and token.tag == "NN"):
            return True
    return False


def _definite(tree: Tree, arguments: Sequence[Argument]) -> list[Token]:
    """The heads among some phrases of a sentence that point back."""
    own = [tree.tokens[a.head] for a in arguments if a.sentence == tree.sentence.index]
    nouns = [t for t in own if not t.tag.startswith("NNP")]  # "the TPLF" may do any number of things
    return [t for t in nouns if any(tree.tokens[c].text.lower() in DEFINITE for c in tree.children[t.i])]


def _lemmas(reading: Reading, arguments: Sequence[Argument]) -> frozenset[str]:
    trees = ((reading.trees[a.sentence], a.head) for a in arguments)
    return frozenset(tree.tokens[head].lemma.lower() for tree, head in trees if tree is not None)


def _is_singular(reading: Reading, argument: Argument) -> bool:
    tree = reading.trees[argument.sentence]
    return tree is not None and tree.tokens[argument.head].tag in ("NN", "NNP")
