"""Trains the parser: `python -m pipeline.parse.train --treebanks DIR [--silver FILE] --out DIR [--size teacher]`.

`--out` becomes a folder like `model/`: spaCy's `weights/`, the word lists, `scores.json` and the manifest. The same
input gives the same model on one machine and one lock of versions.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.parse.augment import vary_case
from pipeline.parse.drill import drills
from pipeline.parse.inherit import inherit
from pipeline.parse.judge import judge
from pipeline.parse.lexicon import write_lexicon
from pipeline.parse.network import SIZES, Settings, config
from pipeline.parse.treebank import GoldSentence, read_treebank
from pipeline.parse.weights import CASINGS, LEMMAS, WEIGHTS, load_pipeline, set_precision, write_manifest

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

TREEBANKS = ("en_ewt-train", "en_pud", "en_gum-ccby-train")
POOL = 3000  # sentences that are sorted by length before they are cut into batches
MAX_WORDS = 150  # longer sentences are left out
REPORT_EVERY = 250  # steps; the weights so far are written then too

Gold = Sequence[Sequence[GoldSentence]]  # one sequence for each of TREEBANKS


def train(settings: Settings, gold: Gold, silver: Sequence[GoldSentence], out: Path, teacher: Path | None = None) -> None:
    """Trains on the treebanks, each repeated `settings.copies` times, silver sentences and drills; writes a spaCy folder.

    With the spaCy folder of a teacher of the same width, its parameters are where training begins (see inherit.py).
    The weights written are the running average over all steps.
    """
    nlp, optimizer = _begin(settings, gold)
    if teacher:
        inherit(nlp, load_pipeline(teacher))
    repeated = [s for treebank, n in zip(gold, settings.copies, strict=True) for s in treebank for _ in range(n)]
    losses: dict[str, float] = {}
    for step, batch in enumerate(_batches([*repeated, *silver, *drills(settings.drills, settings.seed)], settings)):
        optimizer.learn_rate = _rate(settings, step)
        nlp.update([_example(nlp, s) for s in batch], sgd=optimizer, drop=settings.dropout, losses=losses)
        if (step + 1) % REPORT_EVERY == 0:
            print(step + 1, {name: round(loss) for name, loss in losses.items()}, flush=True)
            losses.clear()
        if (step + 1) % REPORT_EVERY == 0 or step + 1 == settings.steps:
            with nlp.use_params(optimizer.averages):
                _write(nlp, out)


def _begin(settings: Settings, gold: Gold) -> tuple[Language, Any]:
    """An untrained pipeline that knows the labels of the treebanks, and its optimizer."""
    from spacy.util import fix_random_seed, load_model_from_config  # type: ignore[attr-defined]
    from thinc.api import Adam

    fix_random_seed(settings.seed)
    nlp: Language = load_model_from_config(config(settings), auto_fill=True)
    optimizer = Adam(settings.rate, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    nlp.initialize(lambda: [_example(nlp, s) for treebank in gold for s in treebank], sgd=optimizer)
    return nlp, optimizer


def _batches(sentences: Sequence[GoldSentence], settings: Settings) -> Iterator[list[GoldSentence]]:
    """`settings.steps` batches in varied casing. A batch holds sentences of like length: it costs as many parser steps as its
    longest sentence has."""
    rng = random.Random(settings.seed)
    short = [sentence for sentence in sentences if len(sentence.words) <= MAX_WORDS]
    step = 0
    while step < settings.steps:
        shuffled = rng.sample(short, len(short))
        for start in range(0, len(shuffled), POOL):
            pool = [vary_case(sentence, rng) for sentence in shuffled[start : start + POOL]]
            batches = list(_cut(sorted(pool, key=lambda s: len(s.words)), settings.batch_words))
            for batch in rng.sample(batches, min(len(batches), settings.steps - step)):
                yield batch
                step += 1


def _cut(sentences: Iterable[GoldSentence], size: int) -> Iterator[list[GoldSentence]]:
    """Consecutive sentences in batches of at least `size` words, but for the last."""
    batch: list[GoldSentence] = []
    words = 0
    for sentence in sentences:
        batch.append(sentence)
        words += len(sentence.words)
        if words >= size:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def _rate(settings: Settings, step: int) -> float:
    """The learning rate: up in `warmup` steps, then down to 0 in a straight line."""
    if step < settings.warmup:
        return settings.rate * (step + 1) / settings.warmup
    return settings.rate * (settings.steps - step) / (settings.steps - settings.warmup)


def _example(nlp: Language, sentence: GoldSentence) -> Example:
    from spacy.tokens import Doc
    from spacy.training import Example

    words, spaces = list(sentence.words), list(sentence.spaces)
    deps = ["ROOT" if dep == "root" else dep for dep in sentence.deps]
    tree = Doc(nlp.vocab, words, spaces, tags=list(sentence.tags), heads=list(sentence.heads), deps=deps)
    return Example(Doc(nlp.vocab, words, spaces), tree)


def _write(nlp: Language, out: Path) -> None:
    """Writes the pipeline in half precision, without the strings of the words it has met: it needs labels by name only."""
    out.mkdir(parents=True, exist_ok=True)
    set_precision(nlp, "float16")
    nlp.to_disk(out)
    set_precision(nlp, "float32")
    labels = {label for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ())}
    (out / "vocab" / "strings.json").write_text(json.dumps(sorted({*labels, "ROOT", "dep"})), encoding="utf-8")


def build(treebanks: Path, silver: Path | None, teacher: Path | None, out: Path, settings: Settings) -> None:
    """Trains, learns the word lists, scores the model, and writes everything to `out`."""
    gold = [list(read_treebank(treebanks / f"{name}.conllu.gz")) for name in TREEBANKS]
    taught = list(read_treebank(silver)) if silver else []
    train(settings, gold, taught, out / WEIGHTS, teacher / WEIGHTS if teacher else None)
    write_lexicon([s for treebank in gold for s in treebank], taught, out)
    files = [str(path.relative_to(out)) for path in (out / WEIGHTS).rglob("*") if path.is_file()]
    write_manifest(out, [*files, LEMMAS, CASINGS])
    scores = {"settings": asdict(settings), "scores": judge(out, treebanks)}
    (out / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of the .conllu.gz files")
    parser.add_argument("--silver", type=Path, help="sentences parsed by a teacher (see silver.py)")
    parser.add_argument("--teacher", type=Path, help="a folder made with --size teacher, to begin from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", choices=sorted(SIZES), default="shipped")
    arguments = parser.parse_args()
    build(arguments.treebanks, arguments.silver, arguments.teacher, arguments.out, SIZES[arguments.size])


if __name__ == "__main__":
    main()
