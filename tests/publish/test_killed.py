"""A publish that is killed leaves the old build, the new one, or a folder that says so and that the next publish finishes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from pipeline import publish as publishing
from pipeline import published
from pipeline.errors import ConflictTimelineError
from pipeline.publish import publish
from pipeline.published import is_half_done, read_arrow
from schemas.frames import Tables
from tests.tables.sample import tables

KILLS = 100
STEPS = ("replace", "rename", "mkdir", "unlink", "rmdir", "fsync", "open")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(scope="module")
def builds() -> dict[str, Tables]:
    """Two builds with other rows, one of them without texts."""
    old = tables(build_id="old")
    return {"old": old, "new": replace(tables(build_id="new"), texts=None, counts=old.counts.iloc[:2])}


@pytest.fixture
def folder(tmp_path, builds, monkeypatch) -> Path:
    """A folder with the old build. Writing the files of a build is replaced by copying them, so that kills fall into all
    steps alike."""
    for name, build in builds.items():
        publish(build, tmp_path / name)
    monkeypatch.setattr(published, "TRIES", 1)
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    monkeypatch.setattr(publishing, "_stage", lambda build, staging: shutil.copytree(tmp_path / build.build_id, staging))
    publish(builds["old"], tmp_path / "data")
    return tmp_path / "data"


def state(folder: Path) -> str:
    """The build that is read, all of it; "half done" when reading is refused with the way out."""
    if is_half_done(folder):
        with pytest.raises(ConflictTimelineError, match=r"half done\. Run `conflict-timeline build` again to finish it"):
            read_arrow(folder)
        return "half done"
    read = read_arrow(folder)
    names = {table.schema.metadata[b"build_id"].decode() for table in read.values()}
    assert len(names) == 1
    (name,) = names
    assert (len(read["counts"]), "texts" in read) == ((2, False) if name == "new" else (6, True))
    return name


def run_and_die(act: Callable[[], None]) -> int:
    """Runs in a child process; the child's id."""
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(0)
    return child


def die_at(step: int) -> None:
    """Makes this process kill itself before its n-th call that touches the file system."""
    left = [step]

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def counting(*arguments: object, **more: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **more)

        return counting

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))


def test_killed_before_every_single_step(folder, builds):
    seen = set()
    for step in range(1, 400):
        child = run_and_die(lambda step=step: (die_at(step), publish(builds["new"], folder)))
        killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        seen.add(state(folder))
        if not killed:
            break
        publish(builds["old"], folder)
        assert state(folder) == "old"
    assert not killed, "the last run came to its end"
    assert step > 20
    assert seen == {"old", "half done", "new"}


def test_killed_at_random_moments(folder, builds):
    chance = random.Random(20220303)
    began = time.perf_counter()
    os.waitpid(run_and_die(partial(publish, builds["new"], folder)), 0)
    usual = time.perf_counter() - began

    def publish_for_ever(first: str, second: str) -> None:
        while True:
            publish(builds[first], folder)
            publish(builds[second], folder)

    seen = []
    for kill in range(KILLS):
        child = run_and_die(partial(publish_for_ever, *(("old", "new") if kill % 2 else ("new", "old"))))
        time.sleep(chance.uniform(0, 2 * usual))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen.append(state(folder))
    publish(builds["old"], folder)
    assert state(folder) == "old"
    assert set(seen) >= {"old", "new"}
    assert not (folder / publishing.STAGING).exists()
