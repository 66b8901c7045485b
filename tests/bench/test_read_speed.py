"""How fast sentences are split and copies found."""

from __future__ import annotations

import random
from typing import Any

from pipeline.read.duplicates import signature
from pipeline.records import Document
from pipeline.split import split

SENTENCES = (
    "Gen. Hassan Ali told reporters in the capital on Feb. 3 that 12 soldiers had been killed by the U.S. air strikes.",
    "“We will not leave,” he said. “We are at home here.”",
    "Some 3.5 million people have fled since the fighting began, according to the office of Dr. J. F. Okello.",
)


def article(seed: int, sentences: int = 40) -> str:
    chooser = random.Random(seed)
    return "\n".join(" ".join(chooser.choices(SENTENCES, k=3)) for _ in range(sentences // 3))


def test_split(benchmark: Any) -> None:
    documents = [Document(str(i), "", article(i), "") for i in range(200)]
    benchmark.extra_info["MB"] = sum(len(document.text) for document in documents) / 1e6
    benchmark(lambda: [split(document) for document in documents])


def test_signature(benchmark: Any) -> None:
    texts = [article(i) for i in range(50)]
    benchmark(lambda: [signature(text) for text in texts])
