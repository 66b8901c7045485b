"""Finds a model, makes sure that it is what it should be, and loads it with spaCy."""

from __future__ import annotations

import hashlib
import json
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

MANIFEST = "manifest.json"  # file name -> sha256 of every file the loader reads
WEIGHTS = "weights"  # folder in spaCy's format
LEMMAS = "lemmas.tsv"
CASINGS = "casing.txt"
UNIVERSAL = frozenset({"nsubj", "obj", "obl", "nmod", "case"})  # relations that every UD v2 model of English has
_UNUSED = ("ner", "entity_ruler", "senter", "sentencizer", "textcat")


def shipped_folder() -> Path:
    """Where the weights of this package lie."""
    return Path(str(resources.files("pipeline.parse"))) / "model"


def verify(folder: Path) -> None:
    """Compares every file with the manifest beside it; ModelError names the first that is missing or changed."""
    try:
        expected: dict[str, str] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{folder / MANIFEST}: cannot be read ({error}). Install the package again.") from None
    for name, digest in expected.items():
        path = folder / name
        if not path.is_file():
            raise ModelError(f"{path}: missing from the parser's model. Install the package again.")
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise ModelError(f"{path}: not the file that {MANIFEST} names (sha256 differs). Install the package again.")


def write_manifest(folder: Path, names: list[str]) -> None:
    """Writes the hashes that `verify` compares with."""
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sorted(names)}
    (folder / MANIFEST).write_text(json.dumps(digests, indent=1) + "\n", encoding="utf-8")


def load_shipped() -> Language:
    """The pipeline of this package, after `verify`.

    Without spaCy's tokenizer, which is most of the time that loading takes and which the stage does not use; hence also
    the language without rules of its own.
    """
    import spacy

    folder = shipped_folder()
    verify(folder)
    nlp = spacy.load(folder / WEIGHTS, exclude=["tokenizer"], config={"nlp": {"lang": "xx"}})
    set_precision(nlp, "float32")
    return nlp


def set_precision(nlp: Language, precision: str) -> None:
    """Turns all parameters into `float16`, in which they are kept on disk, or `float32`, in which they are computed with."""
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if model else ():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype(precision, copy=False))


def load_pipeline(model: str | Path) -> Language:
    """A spaCy pipeline by package name or folder; ModelError unless its parser speaks Universal Dependencies."""
    import spacy

    try:
        nlp = spacy.load(model, exclude=[*_UNUSED])
    except OSError:
        raise ModelError(
            f"--model {model}: no spaCy pipeline of that name or folder. Install it, or leave --model out."
        ) from None
    except (ValueError, ImportError) as error:
        raise ModelError(f"--model {model}: cannot be loaded: {error}") from None
    set_precision(nlp, "float32")
    labels = {label.lower() for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ())}
    if missing := sorted(UNIVERSAL - labels):
        raise ModelError(
            f"--model {model}: its parser does not give Universal Dependencies (no {', '.join(missing)}). "
            "Use a pipeline trained on a UD v2 treebank, or leave --model out."
        )
    set_precision(nlp, "float32")
    return nlp
