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
    encoder = load_pipeline(shipped_folder() / WEIGHTS).get_pipe("tok2vec").model.layers[1]  # type: ignore[attr-defined]
    random = np.random.default_rng(1)
    sentences = [random.standard_normal((length, 128)).astype(np.float32) for length in (1, 40, 3, 0, 17)]
    expected = encoder.predict(sentences)
    found, _ = Context(encoder)(encoder, sentences, False)
    assert [len(matrix) for matrix in found] == [1, 40, 3, 0, 17]
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-4)
