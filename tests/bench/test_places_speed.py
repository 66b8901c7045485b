"""Speed of finding and resolving places, over news-like text made of our own sentences, and of loading the gazetteer."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from pipeline.gazetteer import load
from pipeline.records import Document, Reading
from pipeline.resolve.places import resolve_places
from pipeline.split import split
from pipeline.tag.places import tag_places

TARGET_MB_PER_S = 1.0  # one quiet core
TARGET_LOAD_SECONDS = 0.3
TARGET_RESIDENT_MB = 150
PLACES = [
    "Idlib",
    "Saraqib",
    "Aleppo",
    "Deir ez-Zor",
    "Raqqa",
    "Afrin",
    "Tal Rifaat",
    "northern Hama",
    "the Turkish border",
    "Qaminas",
]
WHO = ["Syrian officials", "The army", "Residents", "A monitor in London", "Turkish envoys", "Ahmed Hassan, a baker,"]
DID = [
    "said shells had fallen near",
    "told reporters that fighting went on in",
    "counted two strikes on",
    "had left their homes in",
]
MORE = [
    "without giving any further detail about the number of people who had been hurt in the days before the truce",
    "as aid groups called for safe passage out of the besieged districts and warned that stocks were running low",
    "according to local officials who spoke on condition that they would not be named because talks were under way",
]


def articles(count: int, seed: int = 7) -> list[Document]:
    """Articles of some 4,000 characters; the same seed gives the same text."""
    pick = random.Random(seed)
    parts = (WHO, DID, PLACES, MORE)
    texts = [" ".join(" ".join(pick.choice(part) for part in parts) + "." for _ in range(20)) for _ in range(count)]
    return [Document(str(number), str(number), text, "") for number, text in enumerate(texts)]


@pytest.mark.benchmark(group="places", timer=time.process_time)  # one core, whatever else runs
def test_tagging_and_resolution_speed(benchmark: BenchmarkFixture) -> None:
    documents = articles(60)
    readings = [Reading(d, split(d), (None,) * len(split(d))) for d in documents]
    size = sum(len(d.text) for d in documents) / 1e6

    def run() -> int:
        found = 0
        for reading in readings:
            mentions = tag_places(reading.document.text, reading.sentences)
            found += len(resolve_places(Reading(reading.document, reading.sentences, reading.trees, places=mentions)))
        return found

    assert benchmark.pedantic(run, rounds=5, warmup_rounds=1) > 1000
    speed = size / benchmark.stats.stats.min
    benchmark.extra_info["mb_per_s"] = round(speed, 2)
    assert speed >= TARGET_MB_PER_S / 4, "a quarter of the target, because other work may share the core"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_the_gazetteer_loads_fast_and_stays_small() -> None:
    code = (
        "import time, pyarrow.parquet\n"
        "from pathlib import Path\n"
        "from pipeline.gazetteer import load\n"
        "start = time.process_time(); load(); seconds = time.process_time() - start\n"
        "lines = dict(line.split(':', 1) for line in Path('/proc/self/status').read_text().splitlines())\n"
        "print(seconds, int(lines['VmHWM'].split()[0]) / 1024)"
    )
    seconds, resident = map(float, subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.split())
    assert resident < TARGET_RESIDENT_MB
    assert seconds < 4 * TARGET_LOAD_SECONDS, "four times the target, because other work may share the core"
    assert len(load()) > 100_000
