"""Training, on a toy treebank: what is written loads, and the same input writes the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from pipeline.parse.judge import trees
from pipeline.parse.network import SIZES, Settings
from pipeline.parse.silver import write_silver
from pipeline.parse.train import TREEBANKS, train
from pipeline.parse.treebank import GoldSentence, read_treebank
from pipeline.parse.weights import set_precision

TOY = Settings(
    width=16,
    depth=1,
    pieces=2,
    rows=(200, 100, 100, 100),
    hidden=16,
    steps=150,
    batch_words=100,
    warmup=5,
    copies=(1, 1, 1),
    drills=0,
)


def sentence(subject: str, verb: str, thing: str) -> GoldSentence:
    return GoldSentence(
        words=(subject, verb, thing, "."),
        spaces=(True, True, False, False),
        tags=("NNS", "VBD", "NNS", "."),
        pos=("NOUN", "VERB", "NOUN", "PUNCT"),
        lemmas=(subject, verb, thing, "."),
        heads=(1, 1, 1, 1),
        deps=("nsubj", "root", "obj", "punct"),
    )


TREEBANK = [
    sentence(subject, verb, thing)
    for subject in ("Rebels", "Soldiers", "Gunmen")
    for verb in ("attacked", "shelled", "seized", "left")
    for thing in ("villages", "posts", "towns")
]


def loaded(folder: Path) -> spacy.language.Language:
    nlp = spacy.load(folder)
    set_precision(nlp, "float32")
    return nlp


def trained(folder: Path) -> Path:
    train(TOY, [TREEBANK for _ in TREEBANKS], TREEBANK, folder)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trained(tmp_path_factory.mktemp("toy"))


def test_a_trained_model_parses_what_it_has_seen(model: Path) -> None:
    assert trees(loaded(model), TREEBANK)["las"] > 95


def test_the_same_input_gives_the_same_weights(model: Path, tmp_path: Path) -> None:
    again = trained(tmp_path / "again")
    for path in sorted(model.rglob("model")):
        assert path.read_bytes() == (again / path.relative_to(model)).read_bytes()


def test_strings_of_words_are_not_written(model: Path) -> None:
    assert "Gunmen" not in (model / "vocab" / "strings.json").read_text(encoding="utf-8")


def test_silver_trees_can_be_read_back(model: Path, tmp_path: Path) -> None:
    path = tmp_path / "silver.conllu.gz"
    texts = ["Rebels attacked the villages near the big town.", "Too short."]
    assert write_silver(loaded(model), texts, path) == len(list(read_treebank(path)))


def test_every_size_has_a_number_of_copies_for_each_treebank() -> None:
    assert all(len(settings.copies) == len(TREEBANKS) for settings in SIZES.values())
