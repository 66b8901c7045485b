"""Keeps the vector of each word that has been met: it depends on the word alone, and words repeat.

The first part of a spaCy tok2vec turns four attributes of a word into a vector (hash tables, one dense layer) before the
layers of context begin.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language

    Matrix = np.ndarray[Any, np.dtype[np.float32]]

MAX_WORDS = 100_000  # vectors kept; then begun anew (512 bytes each at width 128)


class WordVectors:
    """A table of the vectors of words. Its first row is zero: no word."""

    def __init__(self, nlp: Language) -> None:
        tok2vec: Any = nlp.get_pipe("tok2vec")
        self._vocab = nlp.vocab
        self._embed = tok2vec.model.layers[0]
        self._empty = np.zeros((1, self._embed.get_dim("nO")), dtype=np.float32)
        self._rows: dict[str, int] = {}
        self._table = self._empty

    def __call__(self, sentences: Sequence[Sequence[str]], gap: int) -> tuple[Matrix, list[tuple[int, int]]]:
        """A matrix with a row for each word, and the intervals of rows of the sentences.

        `gap` rows of zeros lie between sentences, and one more before the first and behind the last.
        """
        self._learn({word for words in sentences for word in words})
        rows, spans = [0] * (gap + 1), []
        for words in sentences:
            start = len(rows)
            rows += map(self._rows.__getitem__, words)
            spans.append((start, len(rows)))
            rows += [0] * gap
        return self._table.take([*rows, 0], axis=0), spans

    def _learn(self, words: Collection[str]) -> None:
        from spacy.tokens import Doc

        if len(self._rows) > MAX_WORDS:
            self._rows, self._table = {}, self._empty
        if new := sorted(set(words).difference(self._rows)):
            (vectors,) = self._embed.predict([Doc(self._vocab, words=new)])
            self._rows.update(zip(new, range(len(self._table), len(self._table) + len(new)), strict=True))
            self._table = np.concatenate([self._table, vectors])
