"""The pictures of README.md: `make pictures`, that is `python -m tests.report.pictures REPORT FOLDER`. Needs chromium."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, sync_playwright

from tests.report.conftest import CHROMIUM, OPTIONS

WIDTH, MARGIN = 1160, 18  # pixels
THEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
EXAMPLE = "13 killed"  # words of the row whose evidence is shown


def take(report: Path, folder: Path) -> None:
    """Writes the page in both themes, and one row's evidence."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        for theme in THEMES:
            page = browser.new_page(viewport={"width": WIDTH, "height": 900}, color_scheme=theme)
            _open(page, report)
            bottom = page.locator(".pair").bounding_box()
            assert bottom
            clip = {"x": 0, "y": 0, "width": WIDTH, "height": bottom["y"] + bottom["height"] + MARGIN}
            page.screenshot(path=folder / f"report-{theme}.png", full_page=True, clip=clip)  # type: ignore[arg-type]
        page = browser.new_page(viewport={"width": 680, "height": 640})
        _open(page, report)
        page.locator("tr[data-n] .open", has_text=EXAMPLE).click()
        page.screenshot(path=folder / "evidence.png")
        browser.close()


def _open(page: Page, report: Path) -> None:
    page.goto(report.resolve().as_uri())
    page.wait_for_selector("html[data-ready=yes]")


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
