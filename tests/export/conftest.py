"""The sample dataset, published, and what exports read from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.choose import Filter
from pipeline.export import FORMATS, Options
from pipeline.export.dataset import Dataset, Row, read
from pipeline.publish import publish
from schemas.columns import TABLES
from tests.tables.sample import tables

HOSTILE = '=HYPERLINK("https://evil.example";"<script>alert(1)</script> & \x0b _x0041_")'
Edit = Callable[[Row], Row]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("published")
    publish(tables(), path)
    return path


@pytest.fixture(scope="session")
def dataset(folder: Path) -> Dataset:
    """All tables of the sample: six events, two of them without a place, one without a first day."""
    return read(folder, tuple(TABLES), Filter())


@pytest.fixture(scope="session")
def hostile(dataset: Dataset) -> Dataset:
    """The same with words in every free text that a spreadsheet, a browser or XML would take for more than words."""
    return edited(dataset, lambda row: {**row, "summary": f"1 Mar 2022: {HOSTILE}", "quote": HOSTILE, "url": "javascript:x"})


def edited(dataset: Dataset, edit: Edit) -> Dataset:
    """The dataset with changed events."""
    return replace(dataset, tables={**dataset.tables, "events": [edit(row) for row in dataset.events]})


def only(dataset: Dataset, **values: object) -> Dataset:
    """The dataset with its first event alone, some of its values replaced."""
    first = {**dataset.events[0], **values}
    return replace(dataset, tables={**dataset.tables, "events": [first]})


def render(form: str, dataset: Dataset, **options: object) -> bytes:
    """A dataset in a format."""
    return FORMATS[form].render(dataset, Options(**options)).content  # type: ignore[arg-type]
