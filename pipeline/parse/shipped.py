"""The shipped model as plain matrices: spaCy trains it and loads it, its predictions are made here, two to three times as fast.

Words become vectors (`embeddings.py`), vectors see their neighbours (`context.py`), and from what comes out tags are read by
one product and trees by the transition system (`transitions.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.parse.columns import Columns, Wording
from pipeline.parse.context import Context
from pipeline.parse.transitions import Transitions

if TYPE_CHECKING:
    from spacy.language import Language

BATCH_SIZE = 128  # sentences read at a time


class ShippedModel:
    """Reads sentences with the model of this package. Remembers words, which changes no answer."""

    def __init__(self, nlp: Language) -> None:
        parser: Any = nlp.get_pipe("parser")
        tagger: Any = nlp.get_pipe("tagger")
        self._context, self._transitions = Context(nlp), Transitions(parser)
        self._to_tags = _linear(tagger.model.layers[-1].layers[0])
        self._to_states = _linear(parser.model.get_ref("tok2vec").layers[-1])
        self._tags: Sequence[str] = tagger.labels

    def read(self, sentences: Sequence[Wording]) -> Iterator[Columns]:
        """Tags, relations and heads of each sentence, which has at least one word."""
        waiting = (sentence.words for sentence in sentences)
        while batch := list(islice(waiting, BATCH_SIZE)):
            yield from self._read(batch)

    def _read(self, sentences: Sequence[Sequence[str]]) -> Iterator[Columns]:
        words = self._context(self._numbers(sentences))
        weights, bias = self._to_tags
        tags = map(self._tags.__getitem__, (words @ weights + bias).argmax(axis=1).tolist())
        weights, bias = self._to_states
        for relations, heads in self._transitions.parse(words @ weights + bias, [len(each) for each in sentences]):
            yield Columns(list(islice(tags, len(heads))), relations, heads)

    def _numbers(self, sentences: Sequence[Sequence[str]]) -> np.ndarray[Any, np.dtype[np.intp]]:
        """The numbers of all words, with enough that are none between sentences and at either end."""
        known, gap = self._context.words, [0] * self._context.gap
        known.learn({word for words in sentences for word in words})
        return np.array([0, *gap, *(number for words in sentences for number in (*known.numbers(words), *gap)), 0])


def _linear(layer: Any) -> tuple[Any, Any]:
    """Weights and bias of a layer, for row vectors."""
    return np.ascontiguousarray(layer.get_param("W").T), layer.get_param("b")
