"""Every wrong row is named with its file, its row, what is wrong and what is allowed; a stub can be pasted back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.corrections import check_rows, correction_stub, find_corrections
from pipeline.corrections.fields import FIELDS
from pipeline.errors import CorrectionError, UsageError
from schemas.columns import EVENTS

GOOD = {
    "op": "set", "event_id": "ev_0123456789abcdef", "field": "status", "expect": "occurred", "value": "negated",
    "reason": "denied in the same sentence", "by": "AB", "date": "2020-03-01",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        pytest.param({"op": "delete"}, "op 'delete'. Allowed: set, confirm, add", id="op"),
        pytest.param({"event_id": ""}, "no target. Give event_id, or document and quote", id="no-target"),
        pytest.param({"event_id": "ev_12"}, "event_id 'ev_12' is no event id", id="event-id"),
        pytest.param({"field": "quad_class"}, "field 'quad_class' cannot be set. Fields: event_type, mode", id="derived-field"),
        pytest.param({"field": ""}, "field '' cannot be set", id="no-field"),
        pytest.param({"value": "happened"}, "status 'happened'. Allowed: occurred, ongoing", id="vocabulary"),
        pytest.param({"value": ""}, "value: status must not be empty", id="never-null"),
        pytest.param({"expect": "?"}, "expect: status '?'. Allowed", id="expect-is-checked-too"),
        pytest.param({"field": "date_start", "expect": "", "value": "3.2.2020"}, "'3.2.2020' is not a date", id="day"),
        pytest.param({"field": "fatalities_best", "expect": "", "value": "ten"}, "'ten' is not a number", id="number"),
        pytest.param({"field": "fatalities_best", "expect": "", "value": "-1"}, "-1. Allowed: 0 to", id="bounds"),
        pytest.param({"field": "countable", "expect": "", "value": "yes"}, "Allowed: true, false", id="truth"),
        pytest.param({"field": "country_iso3", "expect": "", "value": "Syria"}, "'Syria' does not match", id="pattern"),
        pytest.param({"op": "merge", "value": "rp_0123456789abcdef"}, "merge needs ids (ev_", id="merge-ids"),
        pytest.param({"op": "split", "value": ""}, "split needs ids (rp_", id="split-ids"),
        pytest.param({"op": "add", "value": "ASSAULT"}, "add needs document and quote", id="add-words"),
        pytest.param({"op": "add", "document": "a", "quote": "b", "value": "WAR"}, "Use TYPE or TYPE/mode", id="add-type"),
        pytest.param({"op": "add", "document": "a", "quote": "b", "value": "AID/drone"}, "Modes of AID: none", id="add-mode"),
        pytest.param({"reason": ""}, "reason is empty", id="no-reason"),
        pytest.param({"date": "yesterday"}, "date 'yesterday' is not a date. Use YYYY-MM-DD", id="date"),
        pytest.param({"comment": "x"}, "unknown column 'comment'. Columns: op, event_id", id="unknown-column"),
    ],
)
def test_a_wrong_row_is_refused_with_what_is_allowed(change: dict[str, str], problem: str) -> None:
    with pytest.raises(CorrectionError) as caught:
        check_rows([("corrections.csv: row 2", GOOD), ("corrections.csv: row 3", GOOD | change)])
    assert str(caught.value).startswith("corrections.csv: row 3: ")
    assert problem in str(caught.value)


def test_all_wrong_rows_are_named_at_once() -> None:
    rows = [(f"row {n}", GOOD | {"op": "x", "date": "y"}) for n in (2, 3)] + [("row 4", GOOD | {"by": "", "date": "y"})]
    with pytest.raises(CorrectionError) as caught:
        check_rows(rows)
    assert [problem.split(":")[0] for problem in caught.value.problems] == ["row 2", "row 3", "row 4", "row 4"]


def test_csv_and_toml_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "corrections.csv").write_text(",".join(GOOD) + "\n" + ",".join(GOOD.values()) + "\n\n", "utf-8-sig")
    lines = (f'{key} = "{value}"' if key != "date" else f"date = {value}" for key, value in GOOD.items())
    (tmp_path / "corrections.toml").write_text("[[correction]]\n" + "\n".join(lines), "utf-8")
    first, second = find_corrections(tmp_path)
    assert (first.where, second.where) == ("corrections.csv: row 2", "corrections.toml: correction 1")
    assert (first.op, first.value, first.date) == (second.op, second.value, second.date) == ("set", "negated", date(2020, 3, 1))


def test_a_folder_without_corrections_has_none(tmp_path: Path) -> None:
    assert find_corrections(tmp_path) == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("corrections.csv", b"op,event_id\n\xff", id="not-utf-8"),
        pytest.param("corrections.csv", b'op,by\n"set', id="open-quote"),
        pytest.param("corrections.toml", b"[[correction]\n", id="not-toml"),
    ],
)
def test_a_file_that_cannot_be_read_says_so(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CorrectionError, match=f"{name}: cannot be read"):
        find_corrections(tmp_path)


def test_more_cells_than_columns_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "corrections.csv").write_text(",".join(GOOD) + "\n" + ",".join(GOOD.values()) + ",more\n", "utf-8")
    with pytest.raises(CorrectionError, match="row 2: unknown column"):
        find_corrections(tmp_path)


def test_a_filled_in_stub_can_be_pasted(tmp_path: Path) -> None:
    values = {"status": "occurred", "fatalities_best": 8, "date_start": date(2020, 2, 3)}
    stub = correction_stub(GOOD["event_id"], values, ("status", "fatalities_best", "date_start"), by="AB", on=date(2020, 3, 1))
    filled = (
        stub.replace("occurred,,", "occurred,negated,denied")
        .replace(",8,,", ",8,9,typo")
        .replace("02-03,,", "02-03,2020-02-02,typo")
    )
    (tmp_path / "corrections.csv").write_text(filled, "utf-8")
    assert [(c.field, c.expect, c.value) for c in find_corrections(tmp_path)] == [
        ("status", "occurred", "negated"),
        ("fatalities_best", "8", "9"),
        ("date_start", "2020-02-03", "2020-02-02"),
    ]


def test_a_stub_of_a_derived_column_is_refused() -> None:
    with pytest.raises(UsageError, match="'summary' cannot be set"):
        correction_stub(GOOD["event_id"], {}, ("summary",))


def test_every_field_is_a_column_of_events() -> None:
    assert set(FIELDS) <= set(EVENTS.names)
