"""What the documentation says about building on a schedule works: the workflow's steps and the units of systemd."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github/workflows/rebuild.yml"
STUB = """#!/bin/sh
case "$1" in
  build) [ {code} -eq 5 ] || {build}; echo '{{}}'; exit {code} ;;
  diff) echo "Events: 1 added"; exit 1 ;;
esac
"""

pytestmark = pytest.mark.skipif(not all(map(shutil.which, ("git", "bash"))), reason="needs git and bash")


def steps() -> dict[str, str]:
    """The shell of each named step of the workflow, by the first word of its name."""
    found = re.findall(r"- name: (\w+).*\n        run: (?:\|\n((?:          .*\n)+)|(.*)\n)", WORKFLOW.read_text("utf-8"))
    return {name: re.sub(r"(?m)^ {10}", "", block) or line for name, block, line in found}


def bash(script: str, folder: Path, temporary: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "RUNNER_TEMP": str(temporary), "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A clone with data of one file, and where it pushes to."""
    folder, origin = tmp_path / "checkout", tmp_path / "origin.git"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "events.txt").write_text("old\n")
    (folder / ".gitignore").write_text(".venv\n")
    setup = f"""git init --quiet --bare {origin} && git init --quiet && git add . &&
    git -c user.name=A -c user.email=a@example.org commit --quiet -m first &&
    git remote add origin {origin} && git push --quiet -u origin HEAD"""
    assert bash(setup, folder, tmp_path).returncode == 0
    return folder


def rebuild(checkout: Path, code: int, build: str) -> tuple[list[int], str]:
    """Runs the steps as GitHub does, up to the first that fails: their exit codes, and the last message pushed."""
    command = checkout / ".venv/bin/conflict-timeline"
    command.parent.mkdir(parents=True, exist_ok=True)
    command.write_text(STUB.format(code=code, build=build))
    command.chmod(0o755)
    codes = []
    for name in ("Build", "Commit", "Call"):
        codes.append(bash(steps()[name], checkout, checkout.parent).returncode)
        if codes[-1]:
            break
    return codes, bash("git log -1 --format=%B '@{push}'", checkout, checkout.parent).stdout.strip()


CHANGED, SAME = "echo new > data/events.txt; echo x > data/more.txt", "true"


@pytest.mark.parametrize(
    ("code", "build", "codes", "message"),
    [
        pytest.param(0, CHANGED, [0, 0, 0], "Rebuild the data\n\nEvents: 1 added", id="changed"),
        pytest.param(0, SAME, [0, 0, 0], "first", id="nothing-new"),
        pytest.param(3, CHANGED, [0, 0, 3], "Rebuild the data\n\nEvents: 1 added", id="quarantined-is-published-and-tells"),
        pytest.param(1, CHANGED, [0, 0, 1], "Rebuild the data\n\nEvents: 1 added", id="stale-correction-is-published-and-tells"),
        pytest.param(5, CHANGED, [5], "first", id="nothing-published"),
    ],
)
def test_the_workflow(checkout: Path, code: int, build: str, codes: list[int], message: str) -> None:
    assert rebuild(checkout, code, build) == (codes, message)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_the_units_of_systemd(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    block = re.search(r"```ini\n(.*?)```", text, re.DOTALL)
    assert block
    parts = re.split(r"(?m)^# (conflict-timeline\.\w+)\n", block[1])[1:]
    for name, unit in zip(parts[::2], parts[1::2], strict=True):
        (tmp_path / name).write_text(re.sub(r"/srv/conflict-timeline(?:/\.venv/bin/conflict-timeline)?", _existing, unit))
    found = subprocess.run(
        ["systemd-analyze", "verify", *(str(tmp_path / name) for name in parts[::2])], capture_output=True, text=True, check=False
    )
    assert (found.returncode, [line for line in found.stderr.splitlines() if str(tmp_path) in line]) == (0, [])


def _existing(path: re.Match[str]) -> str:
    """A folder or program that is there, in the place of the one in the documentation."""
    return "/bin/true" if path[0].endswith("-timeline") and "bin" in path[0] else "/tmp"
