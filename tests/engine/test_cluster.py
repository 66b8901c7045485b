"""A Dask cluster on this machine gives what the local workers give, and an item that hangs or dies costs only itself."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.errors import ModelError, UsageError
from pipeline.workers import Task

TEXT = "Rebels shelled the town of Homs on Monday, killing 12 soldiers, the army said.\n"
HERE = Path(__file__).parents[2]


def prepare() -> int:
    return 10


def work(factor: int, item: object) -> Iterator[object]:
    if item == "hang":
        time.sleep(60)
    if item == "die":
        os._exit(9)
    if item == "raise":
        raise ValueError("of\na kind")
    yield (item, factor)


def fail(item: object, reason: str) -> object:
    return reason


def broken() -> int:
    raise ModelError("no such model")


def version() -> str:
    from pipeline.cache import fingerprint

    return fingerprint()


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> object:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    from pipeline import cluster

    return cluster


def test_results_come_in_the_order_of_the_items_and_bad_items_cost_only_themselves(cluster) -> None:  # type: ignore[no-untyped-def]
    items = ["a", "hang", "b", "raise", "c", "die", "d", "e"]
    found = list(cluster.run(Task(prepare, work, fail), items, 2, "", version(), seconds=3))
    assert [item for item, _ in found] == items
    results = dict(found)
    assert {item: results[item] for item in "abcde"} == {item: ((item, 10),) for item in "abcde"}
    assert results["hang"] == ("timeout: took longer than 3 s",)
    assert results["die"] == ("its worker ended, killed or out of memory",)
    assert results["raise"] == ("internal error, please report: ValueError: of a kind",)


def test_other_code_on_a_worker_is_refused(cluster) -> None:  # type: ignore[no-untyped-def]
    distributed = pytest.importorskip("distributed")
    options = {"n_workers": 1, "threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None}
    with distributed.LocalCluster(**options) as ours, pytest.raises(UsageError, match=r"runs code .*, this is old"):
        list(cluster.run(Task(prepare, work, fail), ["a"], 1, ours.scheduler_address, "old"))


def test_what_a_worker_cannot_prepare_is_raised_here(cluster) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ModelError, match="no such model"):
        list(cluster.run(Task(broken, work, fail), ["a"], 1, "", version()))


def test_known_results_need_no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    from pipeline import cluster

    known = Task(prepare, work, fail, known=lambda item: (item,))
    assert list(cluster.run(known, [1, 2], 1, "", "")) == [(1, (1,)), (2, (2,))]


def call(monkeypatch: pytest.MonkeyPatch, *args: object) -> int:
    monkeypatch.setattr(sys, "argv", ["conflict-timeline", *map(str, args)])
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def test_a_build_on_a_cluster_is_the_build_on_this_machine(cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(TEXT)
    for name, options in (("one", ()), ("two", ("--engine", "dask"))):
        command = ("build", tmp_path / "articles", "--out", tmp_path / name, "--cache", tmp_path / f"cache {name}", *options)
        assert call(monkeypatch, *command) == 0
    for table in ("events", "reports", "documents"):
        file = f"{table}.parquet"
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


@pytest.mark.parametrize(
    ("options", "is_installed", "message"),
    [
        pytest.param(("--engine", "ray"), True, "--engine 'ray' is unknown. Use local or dask.", id="engine"),
        pytest.param(("--scheduler", "tcp://127.0.0.1:1"), True, "--scheduler goes with --engine dask", id="scheduler-alone"),
        pytest.param(("--engine", "dask"), False, "-e '.[cluster]'", id="not-installed"),
        pytest.param(("--engine", "dask", "--scheduler", "here"), True, "'here' is no address", id="no-address"),
    ],
)
def test_what_cannot_be_is_one_line(
    options: tuple[str, ...],
    is_installed: bool,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if is_installed:
        pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    else:
        monkeypatch.setitem(sys.modules, "distributed", None)
    (tmp_path / "a.txt").write_text(TEXT)
    code = call(monkeypatch, "build", tmp_path / "a.txt", "--out", tmp_path / "data", "--cache", tmp_path / "cache", *options)
    error = capsys.readouterr().err
    assert (code, message in error, error.count("\n")) == (2, True, 1), error
    assert not (tmp_path / "data" / "events.parquet").exists()


def test_a_scheduler_that_does_not_answer_is_said(cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(cluster, "SECONDS_TO_CONNECT", 1.0)
    with pytest.raises(UsageError, match="no Dask scheduler answers there"):
        list(cluster.run(Task(prepare, work, fail), ["a"], 1, "tcp://127.0.0.1:9", version()))
