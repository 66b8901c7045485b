"""Computes the encoder's layers of context for prediction: what thinc computes, in blocks that stay in the processor's cache.

spaCy's `MaxoutWindowEncoder` sees, at each layer, a word between its two neighbours: one dense layer with several pieces a
unit, of which the greatest counts, a normalisation, and the sum with what went in. What a word adds to the first layer is
the same wherever it stands and is looked up (`embeddings.py`). Between sentences only the rows that a word can see are
computed: each layer sees one row less far. The trees are those of spaCy (`tests/parse/test_shipped.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from pipeline.parse.embeddings import WordVectors

if TYPE_CHECKING:
    from spacy.language import Language

    Matrix = np.ndarray[Any, np.dtype[np.float32]]
    Rows = np.ndarray[Any, np.dtype[np.intp]]

BLOCK = 512  # rows
_EPSILON = 1e-8  # thinc's, under the root of the variance


class _Layer(NamedTuple):
    """Parameters of one layer for vectors of `width`: weights 3·width × pieces·width, the units of one piece side by side."""

    weights: Matrix
    bias: Matrix
    scale: Matrix
    shift: Matrix


class Context:
    """The layers of context of a trained tok2vec."""

    def __init__(self, nlp: Language) -> None:
        tok2vec: Any = nlp.get_pipe("tok2vec")
        encoder = tok2vec.model.layers[1]
        self._first, *self._others = [_layer(residual) for residual in encoder.layers[0].layers]
        self.words = WordVectors(nlp, self._first.weights)
        self.gap: int = encoder.attrs["pad"]  # words at least that lie between two sentences

    def __call__(self, numbers: Rows) -> Matrix:
        """The vectors of some words in their context, to a few units of the last place what the encoder gives.

        The words come as `words` numbers them. 0 is no word: `gap` of them between sentences, and one more at either end.
        """
        reach = _in_reach(numbers > 0, 1 + len(self._others))
        rows, values = reach[0], self._look_up(numbers, reach[0])
        for layer, wanted in zip(self._others, reach[1:], strict=True):
            whole = np.zeros((len(numbers), values.shape[1]), dtype=np.float32)
            whole[rows] = values
            rows, values = wanted, _apply(layer, whole, wanted)
        return values

    def _look_up(self, numbers: Rows, rows: Rows) -> Matrix:
        """Some rows after the first layer."""
        before, at, behind = self.words.shares
        pieces = at.take(numbers[rows], axis=0)
        pieces += before.take(numbers[rows - 1], axis=0)
        pieces += behind.take(numbers[rows + 1], axis=0)
        return self.words.vectors.take(numbers[rows], axis=0) + _activated(self._first, pieces)


def _in_reach(is_word: np.ndarray[Any, np.dtype[np.bool_]], layers: int) -> list[Rows]:
    """The rows that each layer has to compute, so that the last one gets all words right: one more to each side a layer."""
    reach = [np.flatnonzero(is_word)]
    for _ in range(layers - 1):
        is_near = is_word.copy()
        is_near[1:] |= is_word[:-1]
        is_near[:-1] |= is_word[1:]
        is_word = is_near
        reach.append(np.flatnonzero(is_word))
    return reach[::-1]


def _layer(residual: Any) -> _Layer:
    nodes = {node.name: node for node in residual.walk()}
    dense, norm = nodes["maxout"], nodes["layernorm"]
    weights, bias = dense.get_param("W"), dense.get_param("b")  # units × pieces × inputs, units × pieces
    units, pieces, inputs = weights.shape
    by_piece = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, pieces * units))
    return _Layer(by_piece, bias.T.reshape(-1), norm.get_param("G"), norm.get_param("b"))


def _apply(layer: _Layer, whole: Matrix, wanted: Rows) -> Matrix:
    """The wanted rows after one layer."""
    width = whole.shape[1]
    after = whole.take(wanted, axis=0)
    seen = sliding_window_view(whole.reshape(-1), 3 * width)[::width]  # a row and its neighbours lie side by side
    for start in range(0, len(wanted), BLOCK):
        rows = wanted[start : start + BLOCK]
        after[start : start + BLOCK] += _activated(layer, seen[rows - 1] @ layer.weights)
    return after


def _activated(layer: _Layer, pieces: Matrix) -> Matrix:
    """The greatest piece of each unit, with mean 0 and variance 1 in a row, then scaled and shifted."""
    pieces += layer.bias
    width = len(layer.scale)
    values = pieces[:, :width].copy()
    for start in range(width, pieces.shape[1], width):
        np.maximum(values, pieces[:, start : start + width], out=values)
    values -= values.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", values, values) / np.float32(width) + np.float32(_EPSILON)
    values *= (1 / np.sqrt(variance))[:, None]
    values *= layer.scale
    values += layer.shift
    return values
