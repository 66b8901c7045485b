"""Export, fill, import, rebuild: the rows say what the person decided, and who stands behind them."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import pytest

from tests.review.conftest import Run, World
from tests.review.sheets import Sheet

HAMA = "Ḩamāh"  # the city, as GeoNames writes it


@pytest.fixture
def sheet(world: World, run: Run, tmp_path: Path) -> Sheet:
    path = tmp_path / "review.xlsx"
    done = run("export", "--format", "review", "--out", path, "--data", world.data, "--input", world.seeds)
    assert (done.code, "context" in done.out) == (0, False), done
    return Sheet(path)


def test_confirmed_corrected_dropped_and_added_rows_are_so_after_a_rebuild(sheet: Sheet, world: World, run: Run) -> None:
    hama = sheet.number("review", place_name=HAMA)
    sheet.fill("review", sheet.number("review", place_name="Homs"), {"decision": "confirm"})
    day = {"date_start": datetime(2020, 2, 16), "date_end": "2020-02-16", "date_basis": "relative"}
    sheet.fill("review", hama, {**day, "fatalities_best": 4, "actor_names": "Syrian Armed Forces", "reason": "read again"})
    sheet.fill("review", sheet.number("review", event_type="AGREE"), {"decision": "Drop", "reason": "not of this war"})
    words = {"document": "post.txt", "quote": "Shops in the  centre stayed closed all day", "reason": "missed"}
    told = {"event_type": "PROTEST", "mode": "strike", "date_start": "2020-02-17", "date_end": "2020-02-17", "place_name": "Homs"}
    sheet.fill("add", 2, words | told)

    taken = run("review", "import", sheet.save(), "--coder", "AB", "--input", world.seeds)
    assert taken.code == 0, taken
    assert "of 4 rows (1 add, 1 confirm, 1 correct, 1 drop)" in taken.out
    summary = world.build()
    assert summary["stale"] == []

    rows = {(row["event_type"], row["place_name"]): row for row in world.rows("events")}
    assert rows["ASSAULT", "Homs"]["review"] == "confirmed"
    hama_row = rows["ASSAULT", HAMA]
    assert (hama_row["review"], hama_row["fatalities_best"], hama_row["fatalities_high"]) == ("corrected", 4, 4)
    assert (hama_row["date_start"], hama_row["date_precision"]) == (datetime(2020, 2, 16), "day")
    assert hama_row["actor_names"] == "Syrian Armed Forces"
    assert not [key for key in rows if key[0] == "AGREE"]
    strike = rows["PROTEST", "Homs"]
    assert (strike["review"], strike["mode"], strike["date_precision"]) == ("added", "strike", "day")
    assert strike["quote"] == "Shops in the centre stayed closed all day"
    assert [row["review"] for key, row in rows.items() if key[1] == "Damascus"] == ["machine"]


def test_tellings_are_parted_and_rows_are_made_one(sheet: Sheet, world: World, run: Run) -> None:
    homs = sheet.rows("review")[sheet.number("review", place_name="Homs") - 2]
    sheet.fill("tellings", sheet.number("tellings", no=homs["no"], source="Echo"), {"split": "A", "reason": "another attack"})
    damascus, hama = (sheet.number("review", place_name=name) for name in ("Damascus", HAMA))
    same = {"decision": "merge", "same_as": sheet.rows("review")[hama - 2]["no"]}
    sheet.fill("review", damascus, same)

    assert run("review", "import", sheet.save(), "--coder", "AB", "--input", world.seeds, "--reason", "second reading").code == 0
    assert world.build()["stale"] == []
    events = world.rows("events")
    assert sorted(row["review"] for row in events if row["place_name"] == "Homs") == ["corrected", "corrected"]
    assert [row["n_documents"] for row in events if row["review"] == "corrected" and row["n_reports"] == 2] == [2]


def test_the_same_sheet_twice_adds_nothing_and_keeps_what_was_there(sheet: Sheet, world: World, run: Run) -> None:
    sheet.fill("review", 2, {"decision": "drop", "reason": 'no, "-1+1"'}).save()
    command = ("review", "import", sheet.path, "--coder", "AB", "--input", world.seeds, "--date", "2020-03-01")
    assert run(*command).code == 0
    first = (world.seeds / "corrections.csv").read_text()
    again = run(*command)
    assert (again.code, "0 corrections added" in again.out, "1 were there already" in again.out) == (0, True, True)
    assert (world.seeds / "corrections.csv").read_text() == first
    sheet.fill("review", 3, {"decision": "confirm"}).save()
    run(*command)
    text = (world.seeds / "corrections.csv").read_text()
    assert text.startswith(first)
    row = next(csv.DictReader(text.splitlines()))
    assert (row["op"], row["by"], row["date"], row["reason"]) == ("drop", "AB", "2020-03-01", 'no, "-1+1"')


def test_a_second_review_of_a_corrected_row_is_not_stale(sheet: Sheet, world: World, run: Run) -> None:
    number = sheet.number("review", place_name="Damascus")
    sheet.fill("review", number, {"fatalities_best": 2}).save()
    command = ("review", "import", sheet.path, "--input", world.seeds, "--reason", "r", "--coder")
    assert run(*command, "AB").code == 0
    world.build()
    run("export", "--format", "review", "--out", sheet.path, "--force", "--data", world.data, "--input", world.seeds)
    second = Sheet(sheet.path)
    number = second.number("review", place_name="Damascus")
    assert (second.rows("review")[number - 2]["review"], number) == ("corrected", len(second.rows("review")) + 1)
    second.fill("review", number, {"decision": "confirm"}).save()
    assert run(*command, "CD").code == 0
    assert world.build()["stale"] == []


def test_another_place_keeps_its_country_and_gets_its_point(sheet: Sheet, world: World, run: Run) -> None:
    number = sheet.number("review", place_name="Damascus")
    sheet.fill("review", number, {"place_name": "Saraqib", "reason": "r"})
    sheet.fill("review", sheet.number("review", place_name="Homs"), {"place_name": "Nowhere at all", "reason": "r"}).save()
    done = run("review", "import", sheet.path, "--coder", "AB", "--input", world.seeds)
    assert (done.code, "Nowhere at all: not one place in SYR in the gazetteer" in done.out) == (0, True), done
    assert world.build()["stale"] == []
    rows = {row["place_name"]: row for row in world.rows("events")}
    saraqib, nowhere = rows["Saraqib"], rows["Nowhere at all"]
    assert (saraqib["country"], saraqib["geonames_id"], saraqib["where_prec"]) == ("Syria", 164816, 1)
    assert saraqib["latitude"] == pytest.approx(35.86, abs=0.01)
    assert (nowhere["country_iso3"], nowhere["latitude"]) == ("SYR", None)
