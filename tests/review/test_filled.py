"""A cell that cannot be meant is named with its place and what is allowed; then nothing is written at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.review.conftest import Run, World
from tests.review.sheets import Sheet


@pytest.fixture(scope="module")
def exported(built: World, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    from pipeline.choose import Filter
    from pipeline.export import Options, export

    path = tmp_path_factory.mktemp("exported") / "review.xlsx"
    export(built.data, "review", path, Filter(), Options(articles=built.seeds))
    return path.read_bytes()


@pytest.fixture
def sheet(exported: bytes, tmp_path: Path) -> Sheet:
    path = tmp_path / "review.xlsx"
    path.write_bytes(exported)
    return Sheet(path)


SAID = {"reason": "r"}
WRONG = [
    pytest.param({"status": "happened"}, "(status): 'happened'. Allowed: occurred, ongoing", id="vocabulary"),
    pytest.param({"mode": "strike"}, "(mode): 'strike' is no mode of ASSAULT. Allowed: abduct", id="mode-of-another-type"),
    pytest.param({"event_type": "THREATEN", "outcome": "failed"}, "(outcome): words have no outcome", id="words-have-no-outcome"),
    pytest.param({"date_start": "16.2.2020"}, "(date_start): '16.2.2020' is not a date. Use YYYY-MM-DD", id="no-date"),
    pytest.param({"date_start": "2021-02-16"}, "(date_start): date_start is after date_end", id="start-after-end"),
    pytest.param({"date_end": ""}, "(date_end): a start needs an end", id="no-end"),
    pytest.param({"date_precision": "unknown"}, "cannot stand here: with the other values it is 'day'", id="unknown-but-dated"),
    pytest.param({"fatalities_best": "ten"}, "(fatalities_best): 'ten' is not a number", id="no-number"),
    pytest.param({"fatalities_best": 12.5}, "'12.5' is not a number", id="half-a-person"),
    pytest.param({"fatalities_low": 20}, "(fatalities_low): fatalities_low, fatalities_best and", id="low-above-best"),
    pytest.param({"deaths_civilians": 40}, "must not add up to more than fatalities_best", id="parts-above-the-whole"),
    pytest.param({"toll_killed": 40}, "only an aggregate has toll_ columns", id="toll-of-an-incident"),
    pytest.param({"countable": "maybe"}, "(countable): 'maybe'. Allowed: yes, no", id="neither-yes-nor-no"),
    pytest.param({"country_iso3": "Syria"}, "(country_iso3): 'Syria' does not match", id="code"),
    pytest.param({"place_name": "=A1"}, "(place_name): holds the formula =A1. Write the value itself", id="formula"),
    pytest.param({"status": "negated", "reason": None}, "(reason): is empty. Say why", id="no-reason"),
    pytest.param({"decision": "delete"}, "(decision): 'delete'. Allowed: confirm, correct, drop, merge", id="decision"),
    pytest.param({"decision": "correct"}, "(decision): is correct, but no cell", id="nothing-corrected"),
    pytest.param({"decision": "confirm", "status": "negated"}, "was changed from 'occurred' to 'negated'", id="both"),
    pytest.param({"decision": "merge"}, "(same_as): is empty", id="merge-with-nothing"),
    pytest.param({"decision": "merge", "same_as": 99}, "(same_as): '99' is no number", id="merge-with-nobody"),
    pytest.param({"same_as": 1}, "(same_as): is filled, but the decision is not merge", id="same-as-without-merge"),
    pytest.param({"event_id": "ev_x"}, "(event_id): 'ev_x' is no event of this sheet", id="grey-cell"),
]


@pytest.mark.parametrize(("cells", "message"), WRONG)
def test_a_wrong_cell_is_named_and_nothing_is_written(
    cells: dict[str, Any], message: str, sheet: Sheet, world: World, run: Run
) -> None:
    sheet.fill("review", 2, {"decision": "confirm"} if sheet.number("review", place_name="Homs") != 2 else {})
    number = sheet.number("review", place_name="Homs")
    sheet.fill("review", number, SAID | cells).save()
    done = run("review", "import", sheet.path, "--coder", "AB", "--input", world.seeds)
    assert done.code == 2
    assert f"review.xlsx: sheet review, row {number}, column " in done.err
    assert message in done.err
    assert done.err.endswith("1 cell is wrong; nothing was written.\n")
    assert not (world.seeds / "corrections.csv").exists()


WORDS = {"document": "post.txt", "quote": "the market was gone by night"}
ADDED = WORDS | {"event_type": "ASSAULT", "mode": "destroy", "reason": "r"}


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        pytest.param({"document": "gone.txt"}, "(document): 'gone.txt' is no article here", id="article"),
        pytest.param({"quote": "the market was sold"}, "(quote): post.txt does not have these words", id="words"),
        pytest.param({"quote": None}, "(quote): is empty", id="no-words"),
        pytest.param({"mode": "siege"}, "(mode): 'siege' is no mode of ASSAULT", id="mode"),
        pytest.param({"date_start": "2020-02-17"}, "(date_end): is empty. Give both days", id="one-day-of-two"),
    ],
)
def test_a_missing_event_needs_an_article_its_words_and_a_type(
    cells: dict[str, Any], message: str, sheet: Sheet, world: World, run: Run
) -> None:
    sheet.fill("add", 2, ADDED | cells).save()
    done = run("review", "import", sheet.path, "--coder", "AB", "--input", world.seeds)
    assert (done.code, message in done.err) == (2, True), done


@pytest.mark.parametrize("splits", [pytest.param(("A", "A"), id="all-leave"), pytest.param(("Z", None), id="no-such-letter")])
def test_a_group_of_tellings_leaves_others_behind(splits: tuple[Any, Any], sheet: Sheet, world: World, run: Run) -> None:
    for number, letter in enumerate(splits, start=2):
        sheet.fill("tellings", number, {"split": letter, "reason": "r"})
    sheet.save()
    done = run("review", "import", sheet.path, "--coder", "AB", "--input", world.seeds)
    assert (done.code, "sheet tellings, row 2, column B (split)" in done.err) == (2, True), done


def test_what_is_no_review_sheet_is_refused(tmp_path: Path, world: World, run: Run) -> None:
    (tmp_path / "a.xlsx").write_text("no workbook")
    openpyxl.Workbook().save(tmp_path / "b.xlsx")
    for name, message in (("a.xlsx", "cannot be read as .xlsx"), ("b.xlsx", "lacks the sheet 'review'")):
        done = run("review", "import", tmp_path / name, "--coder", "AB", "--input", world.seeds)
        assert (done.code, message in done.err) == (2, True), done


def test_corrections_with_wrong_rows_are_not_touched(sheet: Sheet, world: World, run: Run) -> None:
    (world.seeds / "corrections.csv").write_text("op,event_id\nerase,ev_1\n")
    sheet.fill("review", 2, {"decision": "confirm"}).save()
    done = run("review", "import", sheet.path, "--coder", "AB", "--input", world.seeds)
    assert (done.code, "corrections.csv: row 2: op 'erase'" in done.err) == (2, True), done
    assert (world.seeds / "corrections.csv").read_text() == "op,event_id\nerase,ev_1\n"


def test_the_line_ends_and_columns_of_the_file_are_kept(sheet: Sheet, world: World, run: Run) -> None:
    from pipeline.corrections.read import KEYS

    header = ",".join(reversed(KEYS))
    (world.seeds / "corrections.csv").write_bytes(f"\ufeff{header}\r\n".encode())
    sheet.fill("review", 2, {"decision": "drop", "reason": "r"}).save()
    assert run("review", "import", sheet.path, "--coder", "AB", "--input", world.seeds, "--date", "2020-03-01").code == 0
    lines = (world.seeds / "corrections.csv").read_bytes().decode().split("\r\n")
    assert (lines[0], lines[1].startswith("2020-03-01,AB,r,"), lines[2:]) == ("\ufeff" + header, True, [""])
