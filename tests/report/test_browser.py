"""The page in a real browser: it draws, filters, brushes, shows evidence, answers to keys, and lets nothing out or in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from pipeline.corrections.stub import correction_stub
from pipeline.show import stub
from tests.report.conftest import Arrow, Open, Opened

pytestmark = pytest.mark.browser

FIRST_PAINT_MS = 2_000
LARGE_READY_MS = 15_000  # 20,000 events on a slow machine that does other things too


def switch(opened: Opened, kind: str) -> None:
    """Turns a kind of rows on or off, and waits until it is drawn."""
    opened.page.locator(f"input[data-class={kind}]").click(force=True)
    settle(opened)


def settle(opened: Opened) -> None:
    opened.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def figure(opened: Opened, name: str) -> str:
    """The number above a name in the strip of figures."""
    return str(opened.page.locator(".figure", has_text=name).locator("b").inner_text())


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_it_draws_without_a_complaint_and_fits_the_screen(show: Open, sample: Arrow, width: int, theme: str) -> None:
    opened = show(sample, width=width, theme=theme)
    assert opened.faults == []
    assert opened.count("tr[data-n]") == 2
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    paint = opened.page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    assert paint <= FIRST_PAINT_MS


def test_nothing_leaves_the_page(show: Open, sample: Arrow) -> None:
    opened = show(sample)
    for box in opened.page.locator(".switch input:enabled").all():
        box.click(force=True)
    opened.page.locator("tr[data-n] .open").first.click()
    assert [url for url in opened.requests if not url.startswith("file:")] == []
    assert len(opened.requests) == 1


def test_words_of_an_article_do_nothing(show: Open, hostile: Arrow) -> None:
    opened = show(hostile)
    for kind in ("speech", "aggregate", "planned"):
        switch(opened, kind)
    opened.page.locator("tr[data-n] .open").first.click()
    opened.page.wait_for_selector("dialog[open] mark")
    assert opened.faults == []
    assert opened.page.evaluate("window.hacked") is None
    assert opened.count("body img, body b > b, a[href^=javascript]") == 0
    assert opened.count("script") == 2
    assert "</script><script>" in opened.page.locator("dialog blockquote").first.inner_text()


def test_its_policy_forbids_what_it_does_not_need(show: Open, sample: Arrow) -> None:
    opened = show(sample)
    add = "([tag, name, value]) => document.body.append(Object.assign(document.createElement(tag), { [name]: value }))"
    opened.page.evaluate(add, ["script", "textContent", "window.hacked = 1"])
    opened.page.evaluate(add, ["img", "src", "https://example.org/x.png"])
    settle(opened)
    assert opened.page.evaluate("window.hacked") is None
    assert len(opened.faults) == 2
    assert all("Content Security Policy" in fault for fault in opened.faults)


def test_only_countable_incidents_at_first_and_a_switch_for_the_rest(show: Open, sample: Arrow) -> None:
    opened = show(sample)
    assert figure(opened, "violent incidents") == "2"
    assert figure(opened, "reported dead") == "13"
    for kind, rows in (("speech", 3), ("aggregate", 4), ("planned", 5)):
        switch(opened, kind)
        assert opened.count("tr[data-n]") == rows
    assert figure(opened, "reported dead") == "13"


def test_a_drag_across_the_bars_chooses_a_period_everywhere(show: Open, sample: Arrow) -> None:
    opened = show(sample)
    before = opened.count("tr[data-n]")
    box = opened.page.locator(".lane .plot").first.bounding_box()
    opened.page.mouse.move(box["x"] + 3, box["y"] + 8)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + 20, box["y"] + 8, steps=4)
    opened.page.mouse.up()
    settle(opened)
    assert opened.page.locator("#from").input_value() != ""
    assert opened.count("tr[data-n]") < before
    assert opened.count("dialog[open]") == 0
    opened.page.locator("#whole").click()
    settle(opened)
    assert opened.count("tr[data-n]") == before


def test_dates_can_be_typed_instead(show: Open, sample: Arrow) -> None:
    opened = show(sample)
    switch(opened, "speech")
    opened.page.fill("#from", "2022-03-01")
    opened.page.fill("#until", "2022-03-02")
    settle(opened)
    assert opened.page.locator("td.c-when").all_inner_texts() == ["1–10 Mar 2022", "by 17 Mar 2022"]
    assert opened.page.locator(".chip").first.inner_text().startswith("1 Mar 2022 – 2 Mar 2022")
    assert opened.faults == []


def test_an_interval_is_never_a_point(show: Open, sample: Arrow) -> None:
    opened = show(sample)
    switch(opened, "speech")

    def width(kind: str) -> float:
        return float(opened.page.locator(f"g[data-n].{kind} .bar").bounding_box()["width"])

    assert width("within") > 1.8 * width("sure")
    assert width("open") > 1.8 * width("sure")
    assert "1 row without a date" in opened.page.locator("#time-note").inner_text()


def test_a_place_known_roughly_is_an_area(show: Open, sample: Arrow) -> None:
    opened = show(sample)
    switch(opened, "part")
    assert opened.page.locator("#areas .spot").get_attribute("aria-label").startswith("LOW")
    assert opened.page.locator("#marks .spot").get_attribute("aria-label").startswith("Dara")
    assert "1 row without a place" in opened.page.locator("#map-note").inner_text()


def test_the_map_filters_and_moves(show: Open, sample: Arrow) -> None:
    opened = show(sample)
    switch(opened, "part")
    place = opened.page.locator("#marks .spot")
    before = place.get_attribute("cx")
    opened.page.locator(".zoom button").first.click()
    assert place.get_attribute("cx") != before
    place.focus()
    opened.page.keyboard.press("Enter")
    settle(opened)
    assert opened.page.locator(".chip").first.inner_text().startswith("Dara")
    assert opened.count("tr[data-n]") == 1


def test_a_cell_of_the_matrix_filters_the_table(show: Open, sample: Arrow) -> None:
    opened = show(sample)
    opened.page.locator("#pairs button").first.click()
    settle(opened)
    assert opened.count(".cell[aria-pressed=true]") == 1
    assert opened.count("tr[data-n]") == int(opened.page.locator(".cell[aria-pressed=true]").inner_text().split()[0])


def test_searching_and_sorting(show: Open, sample: Arrow) -> None:
    opened = show(sample)
    switch(opened, "part")
    opened.page.locator("th.c-dead button").click()
    settle(opened)
    dead = opened.page.locator("td.c-dead").all_inner_texts()
    assert dead == ["13", "8", ""]
    opened.page.fill("#words", "dara")
    settle(opened)
    assert opened.count("tr[data-n]") == 1


def test_a_row_opens_its_evidence(show: Open, sample: Arrow) -> None:
    opened = show(sample)
    opened.page.locator("tr[data-n] .open", has_text="13 killed").click()
    dialog = opened.page.locator("dialog[open]")
    quote = dialog.locator("blockquote").inner_text()
    assert quote == "Army shells hit border posts in Lower Karan in early March, killing 12 guards and a driver."
    kinds = {mark.get_attribute("title"): mark.inner_text() for mark in dialog.locator("blockquote mark").all()}
    assert kinds["place"] == "Lower Karan"
    assert kinds["act"] == "hit"
    assert {"actor", "recipient", "count"} <= kinds.keys()
    assert "Karan Post, 17 Mar 2022" in dialog.locator("figcaption").inner_text()
    assert dialog.locator("figcaption a").get_attribute("href") == "https://karan.example/1"
    assert "12 killed of the recipient (MIL)" in dialog.locator("dl").inner_text()
    assert opened.page.evaluate("location.hash").startswith("#ev_")
    assert opened.faults == []


@pytest.fixture(scope="module")
def retold(sample: Arrow) -> Arrow:
    """The smaller shelling told as one more telling of the larger: two documents, two numbers."""
    event_id = sample["events"].column("event_id")[3]
    rows = sample["reports"].to_pylist()
    told = [{**row, "event_id": event_id.as_py()} if row["fatalities_best"] == 8 else row for row in rows]
    return {**sample, "reports": sample["reports"].from_pylist(told, schema=sample["reports"].schema)}


def test_claims_stand_side_by_side(show: Open, retold: Arrow) -> None:
    opened = show(retold)
    opened.page.locator("tr[data-n] .open", has_text="13 killed").click()
    table = opened.page.locator("dialog table.claims")
    assert table.locator("thead th").all_inner_texts() == ["", "Wire", "Karan Post"]
    dead = table.locator("tr", has_text="Dead")
    assert dead.locator("td").all_inner_texts() == ["8", "13"]
    assert dead.locator(".differs").inner_text() == "13"
    assert opened.page.locator("dialog blockquote").count() == 2


def test_the_correction_it_copies_is_the_one_of_the_command(show: Open, sample: Arrow, folder: Path) -> None:
    opened = show(sample, permissions=["clipboard-read", "clipboard-write"])
    for kind in ("speech", "aggregate", "planned"):
        switch(opened, kind)
    for row in opened.page.locator("tr[data-n] .open").all():
        row.click()
        event_id = opened.page.evaluate("location.hash").removeprefix("#")
        opened.page.locator("#copy").click()
        opened.page.locator(".stub [role=status]", has_text="Copied").wait_for()
        assert opened.page.evaluate("navigator.clipboard.readText()") == stub(folder, event_id)
        opened.page.keyboard.press("Escape")
    assert correction_stub("ev_0", {}).startswith("op,")


def test_an_address_names_an_event(show: Open, sample: Arrow) -> None:
    event_id = sample["events"].column("event_id")[3].as_py()
    opened = show(sample, hash=f"#{event_id}")
    assert event_id in opened.page.locator("dialog[open] dl").inner_text()


def test_all_can_be_done_with_keys(show: Open, sample: Arrow) -> None:
    opened = show(sample)
    press = opened.page.keyboard.press

    def focused(selector: str) -> bool:
        return bool(opened.page.evaluate("(selector) => Boolean(document.activeElement.closest(selector))", selector))

    def tab_to(selector: str) -> None:
        for _ in range(60):
            press("Tab")
            if focused(selector):
                return
        raise AssertionError(f"Tab does not reach {selector}")

    tab_to("input[data-class=speech]")
    press("Space")
    settle(opened)
    assert opened.count("tr[data-n]") == 3
    tab_to(".lane .bar-mark")
    first = opened.page.evaluate("document.activeElement.dataset.n")
    press("ArrowDown")
    assert opened.page.evaluate("document.activeElement.dataset.n") != first
    press("Enter")
    assert opened.count("dialog[open]") == 1
    press("Escape")
    assert opened.count("dialog[open]") == 0
    tab_to(".handle.first")
    before = opened.page.locator(".handle.first").get_attribute("aria-valuenow")
    press("ArrowRight")
    settle(opened)
    assert int(opened.page.locator(".handle.first").get_attribute("aria-valuenow")) == int(before) + 1
    assert focused(".handle.first")
    press("Escape")
    tab_to("#pairs button")
    press("Enter")
    settle(opened)
    assert opened.count(".chip") == 1
    tab_to("tr[data-n] .open")
    press("Enter")
    assert opened.count("dialog[open]") == 1
    press("ArrowRight")
    press("Escape")
    assert focused("tr[data-n] .open")


def test_the_theme_can_be_chosen(show: Open, sample: Arrow) -> None:
    opened = show(sample)

    def paper() -> Any:
        return opened.page.evaluate("getComputedStyle(document.body).backgroundColor")

    light = paper()
    opened.page.locator("#theme").click()
    opened.page.locator("#theme").click()
    assert opened.page.locator("#theme").inner_text() == "Theme: dark"
    assert paper() != light


def test_print_shows_all_rows_on_paper(show: Open, sample: Arrow) -> None:
    opened = show(sample, theme="dark")
    opened.page.emulate_media(media="print")
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not opened.page.locator("#words").is_visible()
    assert opened.page.pdf().startswith(b"%PDF")


def test_twenty_thousand_events(show: Open, many: Arrow, benchmark: BenchmarkFixture) -> None:
    opened = benchmark.pedantic(lambda: show(many), rounds=1)
    assert opened.faults == []
    assert opened.page.evaluate("performance.now()") < LARGE_READY_MS
    assert opened.page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime") <= FIRST_PAINT_MS
    assert opened.count("tr[data-n]") == 50
    assert opened.count(".bar-mark") < 2_000
    opened.page.locator("#pages button", has_text="Last").click()
    settle(opened)
    assert opened.count("tr[data-n]") >= 1
    assert opened.page.locator("#pages").inner_text().startswith("« First")


@pytest.fixture(scope="module")
def nothing(sample: Arrow) -> Arrow:
    """Articles that gave no event."""
    return {name: table if name == "documents" else table.slice(0, 0) for name, table in sample.items()}


def test_no_event_at_all(show: Open, nothing: Arrow) -> None:
    opened = show(nothing)
    assert opened.faults == []
    assert "gave no event" in opened.page.locator("#table").inner_text()
    assert figure(opened, "articles read") == "2"


@pytest.fixture(scope="module")
def single(sample: Arrow) -> Arrow:
    """One event."""
    return {**sample, "events": sample["events"].slice(0, 1)}


def test_one_event(show: Open, single: Arrow) -> None:
    opened = show(single)
    assert opened.faults == []
    assert opened.count("tr[data-n]") == 1
