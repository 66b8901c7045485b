"""The Python code of the README runs as it stands, on the published data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def test_the_readme_s_code_runs_and_the_libraries_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    blocks = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert len(blocks) >= 4
    names: dict[str, Any] = {}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), names)
    assert {"deaths.png", "months.png"} <= {path.name for path in tmp_path.iterdir()}
    events = names["events"]
    placed = events[events.countable & events.violent & events.country_iso3.notna()]
    assert names["panel"].to_numpy().sum() == placed.fatalities_best.sum() == names["by_duckdb"].fatalities_best.sum()
    assert names["by_polars"]["fatalities_best"].sum() == placed.fatalities_best.sum()
    assert isinstance(names["counts"], pd.DataFrame)
    assert names["counts"]["quote"].notna().all()
