"""A small war of our own: three articles, built once, copied for every test that changes something."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pipeline.cli import main
from pipeline.commands import build_and_publish
from pipeline.engine import Settings
from pipeline.published import read_arrow

ARTICLES = {
    "post.txt": (
        "Heavy fire in the north\n\nRebels shelled the town of Homs on Monday, killing 12 soldiers, the army said. Shops in the "
        "centre stayed closed all day. On Sunday government forces attacked rebel positions near Hama, killing three people. The "
        "river road was empty by noon and the market was gone by night.\n"
    ),
    "echo.txt": (
        "The army counted its losses. Rebel gunners shelled Homs on Monday and 12 soldiers were killed, officials said. "
        "Police arrested 20 protesters in Damascus on Tuesday. Nobody was hurt there.\n"
    ),
    "herald.txt": (
        "Turkey and Russia signed a deal in Sochi in September 2018, officials said. The weather was mild. =SUM(1) was written "
        "on the wall. Thousands of people fled Aleppo last week.\n"
    ),
}
PUBLISHERS = {"post.txt": "Post", "echo.txt": "Echo", "herald.txt": "Herald"}


class Result(NamedTuple):
    code: int
    out: str
    err: str


class World(NamedTuple):
    """The articles and their tables."""

    seeds: Path
    data: Path
    cache: Path

    def build(self) -> dict[str, Any]:
        return build_and_publish([self.seeds], self.data, Settings(cache=self.cache), is_strict=False)

    def rows(self, name: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = read_arrow(self.data, [name])[name].to_pylist()
        return rows


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> World:
    root = tmp_path_factory.mktemp("world")
    world = World(root / "seeds", root / "data", root / "cache")
    world.seeds.mkdir()
    for name, text in ARTICLES.items():
        (world.seeds / name).write_text(text, "utf-8")
    rows = ["file,publisher,published", *(f"{name},{PUBLISHERS[name]},2020-02-19" for name in ARTICLES)]
    (world.seeds / "seeds.csv").write_text("\n".join(rows) + "\n")
    world.build()
    return world


@pytest.fixture
def world(built: World, tmp_path: Path) -> World:
    """The same, to be changed."""
    for name in ("seeds", "data"):
        shutil.copytree(getattr(built, name), tmp_path / name)
    return World(tmp_path / "seeds", tmp_path / "data", built.cache)


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """The command line: exit code, stdout, stderr."""

    def call(*args: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["conflict-timeline", *map(str, args)])
        capfd.readouterr()
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        return Result(code, *capfd.readouterr())

    return call
