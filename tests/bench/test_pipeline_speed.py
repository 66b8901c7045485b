"""The whole way from an article to its tellings, on one core, with the share of each stage.

The articles are made of the frames' own examples and of plain sentences between them, 739 words each as in the news corpus of
the requirement. CONFLICT_TIMELINE_BENCH may name a .jsonl or .jsonl.gz of other articles ({"text", "published"}).
"""

from __future__ import annotations

import gzip
import importlib
import json
import os
import random
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from pipeline.lexicon.frameset import load_frames
from pipeline.parse import Parser
from pipeline.records import Document

build: Any = importlib.import_module("pipeline.build")  # the module, not the function of the same name
WORDS = 739  # of an article
ARTICLES = 20
FILLER = (
    "Shops in the centre stayed open until late in the evening and buses ran on most lines.",
    "The valley has long been known for its apricots, its narrow roads and its cold winters.",
    "Prices of bread and fuel have doubled within a year, and many young people look for work abroad.",
    "Officials gave no further details, and telephone lines to the district were down for most of the day.",
)
STAGES = ("split", "scan", "parse", "tag_times", "tag_places", "tag_quotes", "tag_quantities", "hear", "find", "resolve")


def articles() -> list[Document]:
    """The articles to read, the same in every run."""
    path = os.environ.get("CONFLICT_TIMELINE_BENCH")
    if path:
        opener = gzip.open if path.endswith(".gz") else open
        with opener(Path(path), "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines][:200]
        texts = [(row["text"], row.get("published")) for row in rows]
    else:
        texts = [(article(seed), "2021-06-16") for seed in range(ARTICLES)]
    return [
        Document(f"doc_{n:016x}", str(n), text, "", published=date.fromisoformat(day[:10]) if day else None)
        for n, (text, day) in enumerate(texts)
    ]


def article(seed: int) -> str:
    """Paragraphs of examples and plain sentences in turn."""
    pick = random.Random(seed)
    examples = [example.text for frame in load_frames() for example in frame.yes]
    parts: list[str] = []
    while len(" ".join(parts).split()) < WORDS:
        parts.append(f"{pick.choice(examples)} {pick.choice(FILLER)}")
    return "\n".join(parts)


def timed(function: Callable[..., Any], name: str, clock: Counter[str]) -> Callable[..., Any]:
    """The function, with the time it takes added to a clock."""

    def call(*arguments: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments)
        finally:
            clock[name] += int((time.process_time() - start) * 1e6)

    return call


@pytest.mark.benchmark(group="pipeline")
def test_articles_per_second(benchmark: BenchmarkFixture, parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = articles()
    for document in documents[:3]:
        build.extract_events(document, parser)
    clock: Counter[str] = Counter()
    for name in STAGES:
        monkeypatch.setattr(build, name, timed(getattr(build, name), name, clock))
    rows = benchmark.pedantic(lambda: [build.extract_events(d, parser) for d in documents], rounds=2, warmup_rounds=0)
    seconds = benchmark.stats.stats.min
    words = sum(len(d.text.split()) for d in documents) / len(documents)
    total = sum(clock.values())
    print(f"\n{len(documents) / seconds:.1f} articles/s of {words:.0f} words; share of each stage:")
    print("  ".join(f"{name} {100 * spent / total:.0f} %" for name, spent in clock.most_common()))
    assert sum(len(row.reports) for row in rows) > 0
