"""Workers: results in order, and an item that hangs, dies or runs wild costs only itself."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from pipeline.errors import ConflictTimelineError, ModelError
from pipeline.workers import Task, run


def prepare() -> int:
    return 10


def work(factor: int, item: int) -> Iterator[object]:
    yield item * factor


def misbehave(factor: int, item: str) -> Iterator[object]:
    yield "started"
    if item == "hang":
        time.sleep(60)
    if item == "die":
        os._exit(9)
    if item == "raise":
        raise ValueError("of\na kind")
    if item == "eat":
        bytearray(10**11)
    yield "ended"


def fail(item: object, reason: str) -> object:
    return reason


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    found = list(run(Task(prepare, work, fail), range(200), jobs))
    assert found == [(item, (item * 10,)) for item in range(200)]


BAD = [
    pytest.param("hang", "timeout: took longer than 0.5 s", id="hangs"),
    pytest.param("die", "its worker ended", id="dies"),
    pytest.param("raise", "internal error, please report: ValueError: of a kind", id="raises"),
    pytest.param("eat", "out of memory", id="eats memory"),
]


@pytest.mark.parametrize(("item", "reason"), BAD)
def test_a_bad_item_keeps_what_it_gave_and_gets_a_reason(item: str, reason: str) -> None:
    found = dict(run(Task(prepare, misbehave, fail), ["a", item, "b"], 2, seconds=0.5))
    assert found["a"] == found["b"] == ("started", "ended")
    assert found[item][0] == "started"
    assert reason in str(found[item][1])


def test_known_items_need_no_worker() -> None:
    def never() -> int:
        raise AssertionError

    assert list(run(Task(never, work, fail, known=lambda item: (item,)), range(3))) == [(i, (i,)) for i in range(3)]


def test_what_a_worker_cannot_prepare_is_raised_here() -> None:
    def broken() -> int:
        raise ModelError("no such model")

    with pytest.raises(ModelError, match="no such model"):
        list(run(Task(broken, work, fail), range(3)))


def test_a_worker_that_dies_while_it_prepares_is_an_error() -> None:
    def dying() -> int:
        os._exit(1)

    with pytest.raises(ConflictTimelineError, match="could not start"):
        list(run(Task(dying, work, fail), range(3)))


def test_no_items_no_results() -> None:
    assert list(run(Task(prepare, work, fail), [])) == []
