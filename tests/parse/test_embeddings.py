"""Looking word vectors up changes no tree."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.parse import embeddings
from pipeline.parse.weights import WEIGHTS, load_pipeline, load_shipped, shipped_folder

TEXTS = ["The army shelled the village of Maarat .", "Shelled villages emptied .", "the ARMY left", "!"]


def trees(nlp: Language) -> list[list[tuple[str, str, int]]]:
    docs = nlp.pipe(Doc(nlp.vocab, words=text.split()) for text in TEXTS * 2)
    return [[(token.tag_, token.dep_, token.head.i) for token in doc] for doc in docs]


@pytest.mark.parametrize("limit", [embeddings.MAX_WORDS, 2], ids=["kept", "begun anew"])
def test_vectors_that_are_looked_up_give_the_same_trees(monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    monkeypatch.setattr(embeddings, "MAX_WORDS", limit)
    quick = load_shipped()
    plain = load_pipeline(shipped_folder() / WEIGHTS)
    expected = trees(plain)
    assert trees(quick) == expected
    assert trees(quick) == expected
