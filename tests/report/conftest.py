"""Pages of the sample dataset, of hostile words and of many events, and a browser to open them in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from pipeline.choose import Filter
from pipeline.publish import publish
from pipeline.published import read_arrow
from pipeline.report.gather import NEEDED, gather
from pipeline.report.write import render
from tests.report.many import multiply
from tests.tables.sample import tables

Arrow = Mapping[str, pa.Table]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
           "--disable-sync"]  # fmt: skip
HOSTILE = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">\u2028"\'<b>😀'
POINTS = {"LOW": (37.0, 36.0), "Dara": (37.2, 36.3)}  # longitude, latitude; the first is known as a province only
WORDY = ("summary quote title publisher actor_names recipient_names place_name place_text claimed_by denied_by sources country "
         "admin1_name trigger date_text name text frame qualifier fatalities_qualifier path").split()  # fmt: skip


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample dataset, published."""
    path = tmp_path_factory.mktemp("published")
    publish(tables(), path)
    return path


@pytest.fixture(scope="session")
def sample(folder: Path) -> Arrow:
    """Its tables: six events of two articles, two without a place, one without a first day; on the map, see `POINTS`."""
    return {name: _located(table) for name, table in read_arrow(folder, NEEDED).items()}


def _located(table: pa.Table) -> pa.Table:
    if "latitude" not in table.column_names:
        return table
    name = "place_name" if "place_name" in table.column_names else "name"
    points = [POINTS.get(row[name], (None, None)) for row in table.to_pylist()]
    rows = [{**row, "latitude": y, "longitude": x} for row, (x, y) in zip(table.to_pylist(), points, strict=True)]
    return pa.Table.from_pylist(rows, schema=table.schema)


@pytest.fixture(scope="session")
def hostile(sample: Arrow) -> Arrow:
    """The same with a script in every free text, and a script for an address."""
    return {name: _hostile(table) for name, table in sample.items()}


def _hostile(table: pa.Table) -> pa.Table:
    evil = {**dict.fromkeys(WORDY, HOSTILE), "url": "javascript:window.hacked=1"}
    rows = [{name: evil.get(name, value) for name, value in row.items()} for row in table.to_pylist()]
    return pa.Table.from_pylist(rows, schema=table.schema)


@pytest.fixture(scope="session")
def many(sample: Arrow) -> Arrow:
    """As many events as a page may hold."""
    return multiply({name: table.select(NEEDED[name]) for name, table in sample.items()}, 20_000)


@dataclass
class Opened:
    """A page in the browser, and what it did that it should not."""

    page: Any
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def count(self, selector: str) -> int:
        """How many elements there are."""
        return int(self.page.locator(selector).count())


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no chromium here: apt-get install chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="no playwright here: pip install playwright")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield running
        running.close()


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def page_of() -> Callable[[Arrow], str]:
    """The page of some tables, made once."""
    made: dict[int, str] = {}

    def make(source: Arrow) -> str:
        if id(source) not in made:
            made[id(source)] = render(gather(source, Filter()))
        return made[id(source)]

    return make


@pytest.fixture
def show(browser: Any, tmp_path: Path, page_of: Callable[[Arrow], str]) -> Iterator[Open]:
    """Opens the page of some tables; `width` in pixels, `theme` of the system, `hash` at the end of the address."""
    contexts = []

    def open_page(source: Arrow, *, width: int = 1280, theme: str = "light", hash: str = "", **options: Any) -> Opened:
        file = tmp_path / "report.html"
        file.write_text(page_of(source), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, **options)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("console", lambda message: opened.faults.append(f"{message.type}: {message.text}"))
        opened.page.on("pageerror", lambda error: opened.faults.append(str(error)))
        opened.page.on("dialog", lambda dialog: opened.faults.append(f"dialog: {dialog.message}"))
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.goto(file.as_uri() + hash)
        opened.page.wait_for_selector("html[data-ready=yes]", timeout=30_000)
        return opened

    yield open_page
    for context in contexts:
        context.close()
