"""Numbers that no toll names, given to the event they belong to.

A number beside an event's own ("61 people were killed and 120 others wounded") is that event's, also when another event of the
clause told it; killed and injured that stand alone in a sentence are those of its nearest attack, unless another time parts them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.find.apart import have_own_days
from pipeline.lexicon.words import word_class
from pipeline.records import Candidate, Reading, Tree
from pipeline.resolve.fates import fate_of, is_beside, real_fate_of
from pipeline.resolve.lists import gather
from pipeline.resolve.tallies import Item
from pipeline.resolve.toll_items import Groups, Numbers

_HARM = ("killed", "injured")
_REAL = ("occurred", "ongoing")
_VIOLENT = ("ASSAULT", "PROTEST", "COERCE")
_OTHER_TIMES = frozenset(("after", "since", "before", "when", "while", "whereas", "earlier", "previously", ";"))
_NONE = (0, 0, 0)
_BARE = ("assault/kill", "assault/die", "assault/wound")  # frames that only say what befell the people, the fullest first


def join_companions(reading: Reading, numbers: Numbers, candidates: Sequence[Candidate], groups: list[Groups]) -> list[Groups]:
    """The groups with every uncounted number that stands beside one of theirs and tells another fate."""
    counted = _counted(groups)
    out = [{key: list(items) for key, items in one.items()} for one in groups]
    for candidate, own, joined in zip(candidates, groups, out, strict=True):
        if candidate.modality.status not in _REAL:
            continue
        for (sentence, kind, whose), items in own.items():
            tree = reading.trees[sentence]
            for other in _free(numbers, tree, counted) if tree is not None and kind in _HARM else ():
                if tree is not None and _is_companion(tree, items, other, kind):
                    counted.add((sentence, other.first))
                    joined.setdefault((sentence, fate_of(tree, other), whose), []).append(other)
    return out


def join_neighbours(reading: Reading, candidates: Sequence[Candidate], groups: list[Groups]) -> list[Groups]:
    """The groups with killed and injured of one clause at one event: "a blast killed five people and wounded 11" is told once.

    The event that says more than that people were hit takes both numbers; they are moved, never repeated."""
    out = [{key: list(items) for key, items in one.items()} for one in groups]
    for n, one in enumerate(out):
        for m, other in enumerate(out):
            is_pair = n != m and _takes(candidates[n], candidates[m]) and not _are_apart(reading, candidates[n], candidates[m])
            if is_pair and _are_beside(reading, one, other):
                for key in [key for key in other if key[1] in _HARM]:
                    one[key] = other.pop(key)
    return out


def _takes(one: Candidate, other: Candidate) -> bool:
    """Both are real attacks of a sentence, and the first is the one that says more."""
    is_pair = one.sentence == other.sentence and one.event_type == other.event_type == "ASSAULT"
    is_real = one.modality.status in _REAL and other.modality.status in _REAL
    return (
        is_pair
        and is_real
        and (other.frame in _BARE)
        and (one.frame not in _BARE or _BARE.index(one.frame) < _BARE.index(other.frame))
    )


def _are_apart(reading: Reading, one: Candidate, other: Candidate) -> bool:
    """Each has its own day: "killed three on Thursday and wounded two on Friday"."""
    tree = reading.trees[one.sentence]
    if tree is None:
        return False
    times = {t.i for m in reading.times for t in tree.tokens if m.start <= t.start < m.end}
    return have_own_days(tree, [a.head for a in one.heads], [a.head for a in other.heads], times)


def _are_beside(reading: Reading, one: Groups, other: Groups) -> bool:
    """Their numbers are of different fates and stand side by side."""
    kinds, others = {key[1] for key in one if key[1] in _HARM}, {key[1] for key in other if key[1] in _HARM}
    if len(kinds) != 1 or len(others) != 1 or kinds == others:
        return False
    pairs = (
        (key[0], a, b) for key, items in one.items() for a in items for k, more in other.items() if k[0] == key[0] for b in more
    )
    trees = ((reading.trees[sentence], a, b) for sentence, a, b in pairs)
    return any(tree is not None and (is_beside(tree, a, b) or is_beside(tree, b, a)) for tree, a, b in trees)


def join_orphans(reading: Reading, numbers: Numbers, candidates: Sequence[Candidate], groups: list[Groups]) -> list[Groups]:
    """The groups with the uncounted killed and injured of a sentence, each at its nearest attack without such a number, or its
    nearest riot where it tells no attack."""
    counted = _counted(groups)
    out = [{key: list(items) for key, items in one.items()} for one in groups]
    real = [n for n, c in enumerate(candidates) if c.event_type in _VIOLENT and c.modality.status in _REAL and c.heads]
    for sentence in dict.fromkeys(candidates[n].sentence for n in real):
        tree = reading.trees[sentence]
        violent = [n for n in real if candidates[n].sentence == sentence]
        here = [n for n in violent if candidates[n].event_type == "ASSAULT"] or violent
        for item in _free(numbers, tree, counted) if tree is not None else ():
            listed = (
                gather(tree, numbers.of(tree), item, is_before_verb=True) if tree is not None and item.bounds != _NONE else []
            )
            kind = next((fate for one in (item, *listed[-1:]) if tree is not None and (fate := real_fate_of(tree, one))), "")
            open_ones = [n for n in here if not any(key[1] == kind for key in out[n]) and _is_its(tree, candidates[n], item)]
            if tree is not None and kind and open_ones:
                nearest = min(open_ones, key=lambda n: abs(candidates[n].heads[0].head - item.first))
                told = [one for one in listed if fate_of(tree, one) in ("", kind)]
                out[nearest].setdefault((sentence, kind, "recipient"), []).extend(told)
    return out


def join_sequels(reading: Reading, numbers: Numbers, candidates: Sequence[Candidate], groups: list[Groups]) -> list[Groups]:
    """The groups with the dead and injured that the next sentence only states: "There were ten deaths and 12 injuries.",
    "The dead included six nurses and a guard."

    They are the last attack's of the sentence before, if that has no number of victims yet."""
    out = [{key: list(items) for key, items in one.items()} for one in groups]
    telling = {candidate.sentence for candidate in candidates}
    for tree in (tree for tree in reading.trees if tree is not None):
        index = tree.sentence.index
        named = _named_dead(numbers, tree)
        if not named and index in telling:
            continue
        before = [n for n, c in enumerate(candidates) if c.sentence == index - 1 and c.event_type == "ASSAULT"]
        real = [n for n in before if candidates[n].modality.status in _REAL]
        if not real or any(key[1] in _HARM for key in out[real[-1]]):
            continue
        if named:
            out[real[-1]][index, "killed", "recipient"] = named
        if named or not _only_states(tree):
            continue
        for item in numbers.of(tree):
            kind = real_fate_of(tree, item) if item.is_numbered and item.bounds != _NONE else ""
            if kind:
                out[real[-1]].setdefault((index, kind, "recipient"), []).append(item)
    return out


def _named_dead(numbers: Numbers, tree: Tree) -> list[Item]:
    """Who they are in "The dead included six nurses and a guard": no fewer, but there may be more."""
    words = [token.text.lower() for token in tree.tokens[:3]]
    if (
        words[:1] != ["the"]
        or len(words) < 3
        or words[1] not in word_class("the_dead")
        or words[2] not in word_class("are_among")
    ):
        return []
    items = numbers.of(tree)
    first = next((item for item in items if item.first == 3), None)
    named = gather(tree, items, first, is_before_verb=False) if first is not None else []
    is_open = tree.tokens[2].lemma.lower() == "include"
    return [replace(one, bounds=(*one.bounds[:2], None), qualifier="included") for one in named] if is_open else named


def _only_states(tree: Tree) -> bool:
    """The sentence begins with "there were"."""
    words = [token.text.lower() for token in tree.tokens[:2]]
    return words in (["there", "were"], ["there", "was"])


def _counted(groups: list[Groups]) -> set[tuple[int, int]]:
    """(sentence, first token) of every number that an event counts."""
    return {(sentence, item.first) for one in groups for (sentence, _, _), items in one.items() for item in items}


def _free(numbers: Numbers, tree: Tree, counted: set[tuple[int, int]]) -> Iterator[Item]:
    """The numbers of a sentence that no event counts."""
    return (item for item in numbers.of(tree) if item.is_numbered and (tree.sentence.index, item.first) not in counted)


def _is_companion(tree: Tree, items: list[Item], other: Item, kind: str) -> bool:
    """Another fate beside one of the items."""
    is_near = any(is_beside(tree, item, other) or is_beside(tree, other, item) for item in items)
    return is_near and fate_of(tree, other) not in ("", kind)


def _is_its(tree: Tree | None, candidate: Candidate, item: Item) -> bool:
    """The number is not that of another time: "the raid came a day after 20 people were killed"."""
    trigger = candidate.heads[0].head
    if tree is None or trigger > item.first:
        return True
    return not any(tree.tokens[i].text.lower() in _OTHER_TIMES for i in range(trigger + 1, item.first))
