"""Reads trees off word vectors with spaCy's arc-eager transition system, all sentences of an article at once.

A sentence is read from left to right, with a stack of open words and a buffer of words to come. Each step takes the best of
the moves that are allowed; the network sees eight words around the front of the buffer and the top of the stack. spaCy's own
loop gives the interpreter's lock back and takes it again for each of these words, which is half of its time. Here all
sentences take their next step together, and one product scores their moves; the trees are the same
(`tests/parse/test_shipped.py` compares the two).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    Matrix = np.ndarray[Any, np.dtype[np.float32]]

SHIFT, REDUCE, LEFT, RIGHT, BREAK = "SDLRB"  # spaCy's names; "L-nsubj" has a relation as well
LIFTED = "||"  # in a relation that also names the relation of its true head: spaCy's mark for arcs that cross
_CAN_SHIFT, _CAN_REDUCE, _CAN_LINK, _CAN_BREAK = 1, 2, 4, 8  # added up: what a state allows
_NEEDS = {SHIFT: _CAN_SHIFT, REDUCE: _CAN_REDUCE, LEFT: _CAN_LINK, RIGHT: _CAN_LINK, BREAK: _CAN_BREAK}

State = tuple[int, int]  # the word at the front of the buffer and the one on top of the stack
Arcs = tuple[list[str], list[int]]  # relations and heads of a sentence; a root is its own head


class Scorer:
    """The network that scores moves. A word's part in each of the places of a state is computed once for all states."""

    def __init__(self, model: Any, barred: Matrix) -> None:
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weights = lower.get_param("W")  # places × units × pieces × inputs
        self.places, self._units, pieces, inputs = weights.shape
        self._width = self._units * pieces
        self._parts = np.ascontiguousarray(weights.transpose(3, 0, 2, 1).reshape(inputs, -1))
        self._none = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1)
        self._bias = lower.get_param("b").T.reshape(-1)
        self._upper = np.ascontiguousarray(upper.get_param("W").T)
        self._added = barred + upper.get_param("b")
        self._offsets = np.arange(self.places)
        self._ones = np.ones((1, self.places), dtype=np.float32)

    def prepare(self, vectors: Matrix) -> Matrix:
        """The parts of words, one row for each word and place; first the rows of no word."""
        parts = np.empty((len(vectors) + 1, self._parts.shape[1]), dtype=np.float32)
        parts[0] = self._none
        np.dot(vectors, self._parts, out=parts[1:])
        parts[:, : self._width] += self._bias  # every state has a word, or none, in the first place
        return parts.reshape(-1, self._width)

    def best(self, parts: Matrix, seen: Sequence[int], allowed: Sequence[int]) -> list[int]:
        """The best move of each state, from the words that stand in its places and what it allows."""
        rows = np.fromiter(seen, np.intp, len(seen)).reshape(-1, self.places) * self.places
        rows += self._offsets
        pieces = np.matmul(self._ones, parts.take(rows, axis=0, mode="clip"))[:, 0]  # their sums, faster than `sum`
        scores = np.maximum(pieces[:, : self._units], pieces[:, self._units :]).dot(self._upper)
        scores += self._added.take(allowed, axis=0)
        best: list[int] = scores.argmax(axis=1).tolist()
        return best


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of all sentences and how they are linked so far. Numbered from 1; 0 is no word, also as a neighbour."""

    after: list[int]  # in the buffer
    below: list[int]  # on the stack
    head: list[int]
    move: list[int]  # that gave the head
    left: list[int]  # the last dependent before the word
    right: list[int]  # and behind it
    elder: list[int]  # the one behind the head before this one
    is_start: list[bool]  # of another sentence, so the network thinks: what comes before is read to its end first
    was_put_back: list[bool]  # from the stack: not shifted again

    def arcs(self, start: int, end: int, relations: Sequence[str]) -> Arcs:
        """The links of the words from `start` to `end`, counted from 0; words without a head are roots."""
        heads = [head - start - 1 if head else i for i, head in enumerate(self.head[start + 1 : end + 1])]
        deps = [relations[move] for move in self.move[start + 1 : end + 1]]
        for i, head in enumerate(heads):
            if head == i:
                deps[i] = "root"
        attach_lifted(deps, heads)
        return deps, heads


class Transitions:
    """The moves of a trained parser."""

    def __init__(self, parser: Any) -> None:
        names: Sequence[str] = parser.move_names
        self._kinds = [name[0] for name in names]
        self._relations = [name[2:] for name in names]
        needs = np.array([_NEEDS[kind] for kind in self._kinds])
        barred = np.where(np.arange(16)[:, None] & needs, np.float32(0), np.float32(-np.inf))
        self._scorer = Scorer(parser.model, barred)

    def parse(self, vectors: Matrix, lengths: Sequence[int]) -> list[Arcs]:
        """Relations and heads of sentences that lie one behind the other in `vectors`."""
        bounds = [0, *accumulate(lengths)]
        words = _unlinked(bounds)
        parts = self._scorer.prepare(vectors)
        states: list[State] = [(start + 1, 0) for start, end in pairwise(bounds) if start < end]
        while states:
            states = self._advance(words, states, self._scorer.best(parts, *_look(words, states)))
        return [words.arcs(start, end, self._relations) for start, end in pairwise(bounds)]

    def _advance(self, words: _Words, states: Sequence[State], moves: Sequence[int]) -> list[State]:
        """The states after a move each; finished sentences have none."""
        after, below, kinds = words.after, words.below, self._kinds
        moved: list[State] = []
        for (front, top), move in zip(states, moves, strict=True):
            kind = kinds[move]
            if kind == LEFT:
                _link_left(words, front, top, move)
                top = below[top]
            elif kind in (RIGHT, SHIFT):
                if kind == RIGHT:
                    _link_right(words, front, top, move)
                below[front] = top
                front, top = after[front], front
            elif kind == REDUCE:
                front, top = _reduce(words, front, top)
            else:
                words.is_start[after[front]] = True
            while top and not front:  # at the end of a sentence nothing else is allowed
                front, top = _reduce(words, front, top)
            if front:
                moved.append((front, top))
        return moved


def _unlinked(bounds: Sequence[int]) -> _Words:
    size = bounds[-1] + 1
    after = list(range(1, size + 1))
    for end in bounds:
        after[end] = 0
    below, head, move, left, right, elder = ([0] * size for _ in range(6))
    return _Words(after, below, head, move, left, right, elder, [False] * size, [False] * size)


def _look(words: _Words, states: Sequence[State]) -> tuple[list[int], list[int]]:
    """The words that the network was trained to see of each state, in this order, and the moves that it allows, as a sum."""
    after, below, left, right = words.after, words.below, words.left, words.right
    is_start, was_put_back = words.is_start, words.was_put_back
    seen: list[int] = []
    allowed: list[int] = []
    for front, top in states:
        following, second = after[front], below[top]
        seen += (front, following, top, second, below[second], left[front], left[top], right[top])
        if not top:
            can = _CAN_SHIFT
        elif is_start[front]:
            can = _CAN_REDUCE
        elif following and not was_put_back[front]:
            can = _CAN_SHIFT + _CAN_REDUCE + _CAN_LINK
        else:
            can = _CAN_REDUCE + _CAN_LINK
        can_break = following == front + 1 and not is_start[following]
        allowed.append(can + _CAN_BREAK if can_break else can)
    return seen, allowed


def _reduce(words: _Words, front: int, top: int) -> State:
    """Takes the top off the stack; a word without a head goes back to the buffer, unless it is the last one."""
    if words.head[top] or not words.below[top]:
        return front, words.below[top]
    words.was_put_back[top] = True
    words.after[top] = front
    return top, words.below[top]


def _link_left(words: _Words, front: int, top: int, move: int) -> None:
    """Hangs the top on the front; a head that it had is forgotten, whose last dependent it is."""
    if former := words.head[top]:
        words.right[former] = words.elder[top]
    words.head[top], words.move[top] = front, move
    words.left[front] = top
    words.was_put_back[front] = False


def _link_right(words: _Words, front: int, top: int, move: int) -> None:
    """Hangs the front on the top."""
    words.head[front], words.move[front] = top, move
    words.elder[front] = words.right[top]
    words.right[top] = front


def attach_lifted(relations: list[str], heads: list[int]) -> None:
    """Hangs words that were lifted out of a crossing arc where they belong, in place."""
    for i, relation in enumerate(relations):
        if LIFTED in relation:
            relations[i], governor = relation.split(LIFTED)
            heads[i] = _true_head(i, governor, relations, heads)


def _true_head(i: int, governor: str, relations: Sequence[str], heads: Sequence[int]) -> int:
    """The nearest word with the relation `governor` under the head of a word, else that head."""
    level = [heads[i]]
    while level:
        below = [c for above in level for c, head in enumerate(heads) if head == above and c not in (above, i)]
        found = next((c for c in below if relations[c] == governor), None)
        if found is not None:
            return found
        level = below
    return heads[i]
