"""Tagging alone, over news-like text made of our own sentences."""

from __future__ import annotations

import random
import time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from pipeline.tag.timex import tag_times

TARGET_MB_PER_S = 5.0  # one quiet core; dateparser.search_dates manages 0.05, other rule-based taggers 0.001–0.005
WHO = [
    "The army",
    "A spokesman for the ministry",
    "Rebels in the north",
    "The prime minister",
    "Residents of the old quarter",
    "A monitor",
]
DID = [
    "shelled the outskirts",
    "said the truce had held",
    "withdrew from two villages",
    "met envoys in the capital",
    "blamed the other side",
]
WHEN = [
    "on Monday",
    "in late January",
    "last week",
    "on 5 March 2018",
    "two days later",
    "since December",
    "in recent weeks",
    "",
    "",
    "",
]
MORE = [
    "without giving any further detail about the number of people who had been hurt in the fighting around the town",
    "as aid groups called for safe passage out of the besieged districts and warned that stocks of food were running low",
    "according to local officials who spoke on condition that they would not be named because talks were still under way",
]


def news(megabytes: float, seed: int = 7) -> str:
    """Text of about this size; the same seed gives the same text."""
    pick = random.Random(seed)
    size, parts = 0, []
    while size < megabytes * 1e6:
        line = " ".join(pick.choice(choices) for choices in (WHO, DID, WHEN, MORE)).replace("  ", " ") + ".\n"
        parts.append(line)
        size += len(line)
    return "".join(parts)


@pytest.mark.benchmark(group="timex", timer=time.process_time)  # one core, whatever else runs
def test_tagging_speed(benchmark: BenchmarkFixture) -> None:
    text = news(1.0)
    mentions = benchmark.pedantic(tag_times, args=(text,), rounds=10, warmup_rounds=1)
    assert len(mentions) > 1000
    speed = len(text) / 1e6 / benchmark.stats.stats.min
    benchmark.extra_info["mb_per_s"] = round(speed, 2)
    assert speed >= TARGET_MB_PER_S / 2, "half the target, because other work may share the core"
