"""Why a word that might have told an event did not: the frames it could have triggered, and the condition that failed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.find import syntax
from pipeline.find.match import Marks, beside, holds, is_modifier, match_tree, part_of_speech, standing
from pipeline.find.walk import follow
from pipeline.lexicon.frameset import Condition, Frame, Trigger, trigger_index
from pipeline.records import Tree

SHOWN = 6  # words of a condition that are listed
BESIDE = "beside it"
MISSES = 4  # near misses that are listed for one word


class NearMiss(NamedTuple):
    """A frame that a word could have triggered, and why it did not."""

    token: int
    frame: str
    why: str


def near_misses(tree: Tree, marks: Marks) -> list[NearMiss]:
    """The near misses of a sentence, in text order; a word that triggered a frame has none."""
    taken = {w for m in match_tree(tree, marks) for w in m.words}
    return [miss for token in tree.tokens if token.i not in taken for miss in misses_at(tree, token.i, marks)]


def misses_at(tree: Tree, i: int, marks: Marks) -> list[NearMiss]:
    """The frames a word could have triggered, nearest first, each with the first thing that stood against it.

    Nearest are those whose trigger stands there whole; frames that miss a word of their trigger come last."""
    pos = part_of_speech(tree.tokens[i])
    out: dict[str, NearMiss] = {}
    for other in ("verb", "noun", "adj"):
        for frame, trigger in trigger_index().get((tree.tokens[i].text.lower(), other), ()):
            why = (
                f"read as {tree.tokens[i].tag}, the trigger is a {other}"
                if other != pos
                else reason(tree, i, frame, trigger, marks)
            )
            out.setdefault(frame.name, NearMiss(i, frame.name, why))
    return sorted(out.values(), key=lambda miss: miss.why.endswith(BESIDE))[:MISSES]


def reason(tree: Tree, i: int, frame: Frame, trigger: Trigger, marks: Marks) -> str:
    """What stood against one trigger of one frame."""
    if is_modifier(tree, i):
        return "stands before another noun"
    if beside(tree, i, trigger, marks) is None:
        missing = next(need for need in trigger.beside if not standing(tree, i, need, marks))
        return f"wants {listed(missing.written)} {BESIDE}"
    failed = next((c for c in frame.where if not holds(tree, i, c, marks)), None)
    return condition_reason(tree, i, failed) if failed else "another frame fits better, or the word is an auxiliary"


def condition_reason(tree: Tree, i: int, condition: Condition) -> str:
    """Which words a failed condition met, and which it wanted."""
    found = [tree.tokens[c].text for h in follow(tree, i, condition.paths, {}) for c in syntax.conjuncts(tree, h)]
    path = ", ".join(" & ".join(">".join(step.relation for step in p) for p in union) for union in condition.paths)
    is_so = f"{path} is {' and '.join(found) or 'empty'}"
    return f"{is_so}; {'wants' if condition.allow else 'must not be'} {listed(condition.written)}" if condition.written else is_so


def listed(words: Sequence[str]) -> str:
    """The first words of a list as the frame has it: what they are inflected to are not all words."""
    return ", ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
