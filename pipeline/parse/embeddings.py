"""Keeps the vector of each word that has been met: it depends on the word alone, and words repeat.

The first part of a spaCy tok2vec turns four attributes of a word into a vector (hash tables, one dense layer) before the
layers of context begin. With it is kept what the word adds to the first of these layers as the word before, at and behind
the one that is looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language

    Matrix = np.ndarray[Any, np.dtype[np.float32]]

MAX_WORDS = 16_000  # kept, then begun anew; 5 kB each at width 128
_PLACES = 3  # of the window


class WordVectors:
    """Numbers words, from 1; 0 is no word, whose vector is zero.

    `vectors` has a row for each number, `shares` for each place of the window and each number.
    """

    def __init__(self, nlp: Language, first_layer: Matrix) -> None:
        tok2vec: Any = nlp.get_pipe("tok2vec")
        self._vocab = nlp.vocab
        self._embed = tok2vec.model.layers[0]
        self._weights = first_layer.reshape(_PLACES, -1, first_layer.shape[1])
        self._numbers: dict[str, int] = {}
        self.vectors: Matrix = np.zeros((1, self._weights.shape[1]), dtype=np.float32)
        self.shares: Matrix = np.zeros((_PLACES, 1, self._weights.shape[2]), dtype=np.float32)

    def learn(self, words: Collection[str]) -> None:
        """Has a number for each of the words."""
        from spacy.tokens import Doc

        if len(self._numbers) > MAX_WORDS:
            self._numbers.clear()
        new = sorted(set(words).difference(self._numbers))
        if not new:
            return
        first, end = len(self._numbers) + 1, len(self._numbers) + 1 + len(new)
        self._make_room(end)
        (self.vectors[first:end],) = self._embed.predict([Doc(self._vocab, words=new)])
        np.matmul(self.vectors[first:end], self._weights, out=self.shares[:, first:end])
        self._numbers.update(zip(new, range(first, end), strict=True))

    def numbers(self, words: Sequence[str]) -> list[int]:
        """The numbers of words that are known."""
        return [self._numbers[word] for word in words]

    def _make_room(self, size: int) -> None:
        """Room for some numbers, and for as many again: tables that grow with every article would be copied with every one."""
        missing = size - len(self.vectors)
        if missing > 0:
            self.vectors = np.pad(self.vectors, ((0, missing + size), (0, 0)))
            self.shares = np.pad(self.shares, ((0, 0), (0, missing + size), (0, 0)))
