"""Results that the tree leaves alone, joined by their order in the sentence.

    "Five people were killed and dozens wounded after raiders attacked a village"    wherever the parser hung "after"
    "Forces shelled the town using tanks and artillery, killing eight civilians"     wherever it hung "killing"
    "Five killed, 14 injured in a car bomb"                                          results told one after the other

Only results without a doer of their own are joined: to the result told just before, to the act before a participle, or to the
one act of the sentence that has no such number yet.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from pipeline.find import arguments, syntax
from pipeline.find.apart import is_apart
from pipeline.find.match import Marks, Match
from pipeline.find.modality import is_as_real
from pipeline.find.verdicts import is_not_quite
from pipeline.lexicon.words import word_class
from pipeline.records import Tree

NEAR = 14  # words between two results that are told together
Join = Callable[[Match, Match], Match]  # (act, result) → both in one


def join_remnants(tree: Tree, matches: list[Match], marks: Marks, joined: Join) -> list[Match]:
    """The matches of a tree with the results that stood alone joined to what they are results of, in text order."""
    current = sorted(matches, key=lambda m: m.head)
    for result in [m for m in current if m.is_result and is_violent(m) and not is_not_quite(tree, m.head)]:
        others = [m for m in current if m is not result and is_violent(m)]
        near = [m for m in others if not is_apart(tree, m, result, marks)]
        real = [m for m in near if is_as_real(tree, m.head, result.head)]
        act = told_before(result, real) or act_of_participle(tree, result, real) or lone_act(tree, result, real)
        if result in current and act is not None and not is_of_victim(tree, result, others):
            both = joined(act, result)
            current = sorted((both, *(m for m in others if m is not act), *not_violent(current)), key=lambda m: m.head)
    return current


def is_violent(match: Match) -> bool:
    """An act of violence or its result."""
    return match.frame.event_type == "ASSAULT"


def not_violent(matches: list[Match]) -> list[Match]:
    """All the others."""
    return [m for m in matches if not is_violent(m)]


def is_of_victim(tree: Tree, result: Match, others: list[Match]) -> bool:
    """A clause that only says which victims are meant: "killed two engineers who were seized in May" tells two events."""
    token = tree.tokens[result.head]
    noun = tree.tokens[token.head]
    return token.dep in ("acl", "acl:relcl") and any(noun.i in m.role("recipient") and noun.head in m.words for m in others)


def told_before(result: Match, others: list[Match]) -> Match | None:
    """A result of another kind that is told just before, by nobody else: "five killed, 14 injured"."""
    if result.role("actor"):
        return None
    kinds = {kind for kind, _, _ in result.tolls}
    near = [m for m in others if m.is_result and 0 < result.head - m.head <= NEAR]
    return next((m for m in reversed(near) if kinds.isdisjoint(kind for kind, _, _ in m.tolls)), None)


def act_of_participle(tree: Tree, result: Match, others: list[Match]) -> Match | None:
    """The last act before "killing 12", "leaving 12 dead"."""
    if tree.tokens[result.head].tag != "VBG":
        return None
    before = [m for m in others if m.head < result.head and not m.is_result]
    return before[-1] if before else None


def lone_act(tree: Tree, result: Match, others: list[Match]) -> Match | None:
    """The only act of the sentence, if it has no such number yet and the result nobody who did it; not one that only says since
    when ("31 have died since fighting broke out")."""
    acts = [m for m in others if not m.is_result and not any(opening_of(tree, h) == "since" for h in m.heads)]
    if len(acts) != 1 or result.role("actor") or is_of_course(tree, result) or is_before(tree, acts[0], result):
        return None
    kinds = {kind for kind, _, _ in result.tolls}
    return acts[0] if kinds.isdisjoint(kind for kind, _, _ in acts[0].tolls) else None


def is_before(tree: Tree, act: Match, result: Match) -> bool:
    """Whether the act came after the result: "the raid came days after a massacre in which 160 died"."""
    path = [result.head, *syntax.ancestors(tree, result.head)]
    steps = ((below, above) for below, above in pairwise(path) if above in act.words)
    below, above = next(steps, (None, None))
    is_sequel = below is not None and above is not None and tree.tokens[above].lemma.lower() == "come"
    return is_sequel and below is not None and opening_of(tree, below) == "after"


def is_of_course(tree: Tree, result: Match) -> bool:
    """What a war or a siege did is not what the one act told beside it did: "took Goma in a war that left 900 dead"."""
    subject = arguments.surface_subject(tree, result.head) if syntax.is_verbal(tree.tokens[result.head]) else None
    return subject is not None and tree.tokens[subject].lemma.lower() in word_class("war") | {"siege", "conflict"}


def opening_of(tree: Tree, head: int) -> str:
    """The conjunction or preposition that opens the clause or phrase of a word."""
    return syntax.mark_of(tree, head) if syntax.is_verbal(tree.tokens[head]) else syntax.case_of(tree, head)
