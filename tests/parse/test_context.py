"""Layers of context computed in blocks are those of thinc."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.parse import context
from pipeline.parse.context import Context
from pipeline.parse.weights import WEIGHTS, load_pipeline, shipped_folder


@pytest.mark.parametrize("rows", [context.ROWS, 7], ids=["one block", "blocks that cut sentences"])
def test_every_word_gets_the_vector_that_the_encoder_gives(monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
    monkeypatch.setattr(context, "ROWS", rows)
    nlp = load_pipeline(shipped_folder() / WEIGHTS)
    layers = Context(nlp)
    random = np.random.default_rng(1)
    sentences = [random.standard_normal((length, 128)).astype(np.float32) for length in (1, 40, 3, 17)]
    gap, end = np.zeros((layers.gap, 128), np.float32), np.zeros((1, 128), np.float32)
    found = layers(np.concatenate([end, gap, *(part for sentence in sentences for part in (sentence, gap)), end]))
    start = layers.gap + 1
    for sentence, expected in zip(sentences, nlp.get_pipe("tok2vec").model.layers[1].predict(sentences), strict=True):  # type: ignore[attr-defined]
        np.testing.assert_allclose(found[start : start + len(sentence)], expected, atol=1e-4)
        start += len(sentence) + layers.gap
