"""Layers of context computed in blocks are those of thinc."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.tokens import Doc

from pipeline.parse import context
from pipeline.parse.context import Context
from pipeline.parse.weights import WEIGHTS, load_pipeline, shipped_folder


@pytest.mark.parametrize("rows", [context.BLOCK, 7], ids=["one block", "blocks that cut sentences"])
def test_every_word_gets_the_vector_that_the_encoder_gives(monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
    monkeypatch.setattr(context, "BLOCK", rows)
    nlp = load_pipeline(shipped_folder() / WEIGHTS)
    embed, encoder = nlp.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]
    layers = Context(nlp)
    words = [f"word{n}" for n in range(40)]
    layers.words.learn(words)
    sentences = [words[:1], words, words[5:8], words[20:37]]
    gap = [0] * layers.gap
    numbers = [number for sentence in sentences for number in (*layers.words.numbers(sentence), *gap)]
    found = layers(np.array([0, *gap, *numbers, 0]))
    expected = encoder.predict(embed.predict([Doc(nlp.vocab, words=sentence) for sentence in sentences]))
    np.testing.assert_allclose(found, np.concatenate(expected), atol=1e-4)
