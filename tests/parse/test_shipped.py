"""What the shipped model reads in plain matrices is what spaCy reads with the same weights."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.lexicon.frameset import load_frames
from pipeline.parse import embeddings, shipped
from pipeline.parse.columns import Columns, Wording
from pipeline.parse.foreign import ForeignModel
from pipeline.parse.shipped import ShippedModel
from pipeline.parse.tokenizer import normalize, tokenize
from pipeline.parse.transitions import attach_lifted
from pipeline.parse.weights import WEIGHTS, load_pipeline, load_shipped, shipped_folder


def wordings(texts: Sequence[str]) -> list[Wording]:
    spans = [tokenize(normalize(text)) for text in texts]
    return [Wording([text[a:b] for a, b in cut], cut) for text, cut in zip(texts, spans, strict=True)]


@pytest.fixture(scope="module")
def examples() -> list[Wording]:
    texts = [example.text for frame in load_frames() for example in frame.yes][::4]
    together = [" ".join(texts[i : i + 4]) for i in range(0, len(texts), 40)]  # several sentences read as one
    return wordings([*texts, *together, "!", "Homs", "( ( ) ) -- , ; and and the the to to", "he he was was that that which"])


@pytest.fixture(scope="module")
def expected(examples: list[Wording]) -> list[Columns]:
    return list(ForeignModel(load_pipeline(shipped_folder() / WEIGHTS)).read(examples))


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        pytest.param(embeddings.MAX_WORDS, shipped.BATCH_SIZE, id="words remembered"),
        pytest.param(50, 7, id="words forgotten, small batches"),
    ],
)
def test_trees_are_those_of_spacy(
    monkeypatch: pytest.MonkeyPatch, examples: list[Wording], expected: list[Columns], words: int, sentences: int
) -> None:
    monkeypatch.setattr(embeddings, "MAX_WORDS", words)
    monkeypatch.setattr(shipped, "BATCH_SIZE", sentences)
    model = ShippedModel(load_shipped())
    assert list(model.read(examples)) == expected
    assert list(model.read(examples[::-1])) == expected[::-1]


@pytest.mark.parametrize(
    ("relations", "heads", "expected"),
    [
        pytest.param(["root", "xcomp", "obj||xcomp"], [0, 0, 0], (["root", "xcomp", "obj"], [0, 0, 1]), id="a dependent"),
        pytest.param(
            ["root", "obl", "amod", "advcl||amod"], [0, 0, 1, 0], (["root", "obl", "amod", "advcl"], [0, 0, 1, 2]), id="below it"
        ),
        pytest.param(["root", "obj||xcomp"], [0, 0], (["root", "obj"], [0, 0]), id="none with that relation"),
        pytest.param(["root", "obj"], [0, 0], (["root", "obj"], [0, 0]), id="nothing lifted"),
    ],
)
def test_a_lifted_word_hangs_on_the_nearest_word_of_the_named_relation(
    relations: list[str], heads: list[int], expected: tuple[list[str], list[int]]
) -> None:
    attach_lifted(relations, heads)
    assert (relations, heads) == expected
