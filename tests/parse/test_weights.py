"""A model that is not what it should be is refused with a message to act on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import spacy

from pipeline.errors import ModelError
from pipeline.parse import load
from pipeline.parse.weights import LEMMAS, MANIFEST, shipped_folder, verify
from pipeline.records import Sentence

MAX_BYTES = 8_000_000


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_folder(), tmp_path / "model"))


def test_the_shipped_model_is_whole_and_small() -> None:
    verify(shipped_folder())
    assert sum(path.stat().st_size for path in shipped_folder().rglob("*")) <= MAX_BYTES


def test_a_changed_file_is_named(copy: Path) -> None:
    path = copy / "weights" / "parser" / "model"
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    with pytest.raises(ModelError, match=r"parser/model: not the file that manifest\.json names"):
        verify(copy)


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / LEMMAS).unlink()
    with pytest.raises(ModelError, match=r"lemmas\.tsv: missing"):
        verify(copy)


@pytest.mark.parametrize("manifest", [None, "{"], ids=["none", "broken"])
def test_a_model_without_manifest_is_refused(copy: Path, manifest: str | None) -> None:
    (copy / MANIFEST).unlink()
    if manifest is not None:
        (copy / MANIFEST).write_text(manifest, encoding="utf-8")
    with pytest.raises(ModelError, match=r"manifest\.json: cannot be read"):
        verify(copy)


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(ModelError, match="--model no_such_model: no spaCy pipeline of that name or folder"):
        load("no_such_model")


def test_a_model_without_universal_dependencies_is_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "dobj", "pobj", "prep", "ROOT"):
        parser.add_label(label)
    nlp.initialize()
    nlp.to_disk(tmp_path / "clear_nlp")
    with pytest.raises(ModelError, match="does not give Universal Dependencies"):
        load(str(tmp_path / "clear_nlp"))


def test_any_model_with_universal_dependencies_can_be_named() -> None:
    text = "Gunmen attacked the base and killed two guards."
    sentences = [Sentence(0, 0, len(text), 0)]
    assert load(str(shipped_folder() / "weights")).parse(sentences, text) == load().parse(sentences, text)
