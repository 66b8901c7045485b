"""Hand-coded events beside the machine's: what is found, missed and false, and every error in the coded file named."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluate.naming import is_same
from tests.review.conftest import Run, World
from tests.review.sheets import Sheet

HOMS = {
    "document": "post.txt", "event_type": "ASSAULT/heavy-weapons", "date_start": "2020-02-17", "date_end": "2020-02-17",
    "place_name": "Hims|Homs", "recipient_names": "soldiers", "fatalities_best": "12",
}  # fmt: skip
NEVER = {"document": "post.txt", "event_type": "AID", "date_start": "2019-01-01", "date_end": "2019-01-01", "place_name": "Paris"}
NOTHING = {"document": "herald.txt", "event_type": ""}


def written(folder: Path, *rows: dict[str, Any], name: str = "gold.csv") -> Path:
    path = folder / name
    if path.suffix == ".jsonl":
        path.write_text("\n".join(map(json.dumps, rows)))
        return path
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(key for row in rows for key in row)), restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def scored(run: Run, world: World, gold: Path, *options: object) -> dict[str, Any]:
    done = run("evaluate", gold, "--data", world.data, "--bootstrap", 0, "--json", *options)
    assert done.code == 0, done
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_found_missed_and_false_rows(built: World, run: Run, tmp_path: Path) -> None:
    found = scored(run, built, written(tmp_path, HOMS, NEVER, NOTHING))
    in_post_and_herald = {r["event_id"] for r in built.rows("reports") if r["document_id"] != document(built, "echo.txt")}
    assert (found["n_gold"], found["n_found"], found["n_machine"]) == (2, 1, len(in_post_and_herald))
    assert (found["recall"], found["precision"]) == (0.5, 1 / len(in_post_and_herald))
    assert [(row["where"], row["event_type"]) for row in found["misses"]] == [("gold.csv: row 3", "AID")]
    fields = {field["field"]: field for field in found["fields"]}
    for name in ("event_type", "mode", "dates", "place_name", "recipient_names", "fatalities_best"):
        assert (fields[name]["gold"], fields[name]["right"]) == (1, 1), name
    assert "actor_names" not in fields  # not coded, so not scored
    falsely = {row["event_id"] for row in found["false_rows"]}
    assert falsely < in_post_and_herald
    assert all(row["quote"] for row in found["false_rows"])


def document(world: World, path: str) -> str:
    (found,) = (str(row["document_id"]) for row in world.rows("documents") if row["path"] == path)
    return found


def test_a_wrong_value_is_shown_beside_the_coders(built: World, run: Run, tmp_path: Path) -> None:
    gold = written(tmp_path, HOMS | {"fatalities_best": "13", "date_end": "2020-02-18"})
    wrong = {w["field"]: (w["gold"], w["machine"]) for w in scored(run, built, gold)["wrong"]}
    assert wrong == {"fatalities_best": ("13", "12"), "dates": ("2020-02-17..2020-02-18", "2020-02-17")}
    text = run("evaluate", gold, "--data", built.data, "--bootstrap", 0).out
    assert "fatalities_best: coder 13, machine 12" in text


def test_json_lines_say_the_same_in_their_own_words(built: World, run: Run, tmp_path: Path) -> None:
    event = {"type": "ASSAULT/heavy-weapons", "dates": ["2020-02-17"], "place": [["Hims", "Homs"]], "counts": {"killed": 12}}
    by_document = written(tmp_path, {"document": "post", "events": [event | {"recipient": ["soldiers"]}]}, name="a.jsonl")
    by_event = written(tmp_path, event | {"document": "post", "target": "soldiers"}, name="b.jsonl")
    first, *others = (scored(run, built, gold) for gold in (written(tmp_path, HOMS), by_document, by_event))
    for other in others:
        assert [other[key] for key in ("n_gold", "n_found", "fields")] == [first[key] for key in ("n_gold", "n_found", "fields")]


def test_only_the_types_asked_for_are_scored(built: World, run: Run, tmp_path: Path) -> None:
    found = scored(run, built, written(tmp_path, HOMS, NEVER, NOTHING), "--types", "assault")
    assert (found["n_gold"], found["misses"]) == (1, [])
    assert {row["event_type"] for row in found["false_rows"]} <= {"ASSAULT"}


def test_a_quote_pairs_events_that_are_coded_otherwise(built: World, run: Run, tmp_path: Path) -> None:
    row = HOMS | {"event_type": "COERCE", "quote": "Rebels shelled the town of Homs on Monday"}
    found = scored(run, built, written(tmp_path, row))
    assert (found["n_found"], found["found"]["value"] > found["typed"]["value"]) == (1, True)


def test_a_coding_sheet_is_gold_for_its_sentences(built: World, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "coding.xlsx"
    run("sample", "--n", 20, "--out", path, "--data", built.data, "--input", built.seeds)
    sheet = Sheet(path)
    for number, row in enumerate(sheet.rows("coding"), start=2):
        is_homs = "shelled" in row["sentence"] and "Homs" in row["sentence"]
        sheet.fill("coding", number, {"event": "yes", "event_type": "ASSAULT"} if is_homs else {"event": "no"})
    found = scored(run, built, sheet.save())
    assert (found["n_gold"], found["n_found"], found["misses"]) == (2, 2, [])
    fields = {field["field"]: field for field in found["fields"]}
    assert (fields["event_type"]["right"], fields["status"]["machine"]) == (2, 0)


WRONG = [
    pytest.param([{"document": "post.txt"}], "lacks the column 'event_type'. Needed: document, event_type", id="column"),
    pytest.param([HOMS | {"document": "x"}], "row 2: document 'x' is not in the data, which has 3 articles", id="document"),
    pytest.param([HOMS | {"event_type": "WAR"}], "row 2: event_type 'WAR'. Allowed: AGREE", id="type"),
    pytest.param([HOMS | {"event_type": "AID/drone"}], "'drone' is no mode of AID. Allowed: none", id="mode"),
    pytest.param([HOMS | {"date_end": "17.2."}], "date_end '17.2.' is not a date. Use YYYY-MM-DD", id="day"),
    pytest.param([HOMS | {"fatalities_best": "many"}], "fatalities_best 'many' is not a number", id="number"),
    pytest.param([HOMS | {"event_type": ""}], "is filled, but event_type is empty", id="no-type"),
    pytest.param([HOMS, HOMS | {"document": "y"}, HOMS | {"document": "z"}], "row 4: document 'z'", id="every-row"),
]


@pytest.mark.parametrize(("rows", "message"), WRONG)
def test_a_wrong_row_is_named(rows: list[dict[str, Any]], message: str, built: World, run: Run, tmp_path: Path) -> None:
    done = run("evaluate", written(tmp_path, *rows), "--data", built.data)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("gold.csv", b"document,event_type\n\xff", "cannot be read", id="not-utf-8"),
        pytest.param("gold.csv", b"document,event_type\n", "holds no row", id="empty"),
        pytest.param("gold.jsonl", b"[1]\n", "line 1: is no event", id="not-an-object"),
        pytest.param("gold.jsonl", b"{\n", "line 1: is no JSON", id="not-json"),
        pytest.param("gold.pdf", b"", "unknown kind of file '.pdf'", id="another-kind"),
        pytest.param("gold.xlsx", b"", "cannot be read as .xlsx", id="no-workbook"),
    ],
)
def test_a_file_that_cannot_be_read_is_said(
    name: str, content: bytes, message: str, built: World, run: Run, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("evaluate", tmp_path / name, "--data", built.data)
    assert (done.code, message in done.err) == (2, True), done


@pytest.mark.parametrize(
    ("gold", "machine", "is_right"),
    [
        ("Turkey", "Government of Turkey", True),
        ("Ankara|Damascus", "Government of Turkey", True),
        ("the Turkish army", "Turkish Armed Forces", True),
        ("HTS", "Hayat Tahrir al-Sham", True),
        ("Turkish army", "Government of Turkey", False),
        ("rebels", "Rebels", True),
        ("rebels", "rebel positions", False),
    ],
)
def test_names_of_one_actor_are_the_same(gold: str, machine: str, is_right: bool) -> None:
    assert is_same(gold, machine, are_actors=True) is is_right


@pytest.mark.parametrize("sides", [("Russia; Turkey", ""), ("Turkey", "Russia")], ids=["both act", "one to the other"])
def test_of_a_mutual_act_it_does_not_matter_who_stands_where(
    sides: tuple[str, str], built: World, run: Run, tmp_path: Path
) -> None:
    row = {"document": "herald.txt", "event_type": "AGREE", "actors": sides[0], "recipients": sides[1]}
    found = scored(run, built, written(tmp_path, row))
    fields = {field["field"]: (field["gold"], field["right"]) for field in found["fields"]}
    assert (fields["actor_names"], fields["recipient_names"]) == ((2, 2), (0, 0))
