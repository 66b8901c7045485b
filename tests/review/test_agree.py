"""Two coders: how well they agree, and on what they do not."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from pipeline.coding.agree import Agreement, agree
from pipeline.coding.alpha import alpha, with_interval
from pipeline.coding.layout import COLUMNS
from pipeline.errors import UsageError
from tests.review.conftest import Run

NAMES = [field.name for field in COLUMNS]
YES = {"event": "yes", "event_type": "ASSAULT"}
NO = {"event": "no"}
Rows = Sequence[Mapping[str, object]]


def sheet(folder: Path, name: str, rows: Rows) -> Path:
    """A coding sheet as CSV: each row a sentence, unless it says item = ""."""
    path = folder / f"{name}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, NAMES, restval="")
        writer.writeheader()
        for number, row in enumerate(rows, start=1):
            place = {"item": number, "document_id": "doc_1", "start": number, "end": number + 1}
            writer.writerow(place | {"sentence": f"Sentence {number}."} | dict(row))
    return path


def compare(folder: Path, a: Rows, b: Rows, times: int = 0) -> Agreement:
    return agree(sheet(folder, "a", a), sheet(folder, "b", b), times, 1)


def test_alpha_is_krippendorffs() -> None:
    """Two observers, ten binary units, worked out in his "Computing Krippendorff's alpha-reliability"."""
    pairs = list(zip([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0], strict=True))
    assert alpha(pairs, "nominal") == pytest.approx(0.095, abs=0.001)
    assert alpha([("x", "x"), ("x", "x")], "nominal") is None
    assert alpha([(1, 1), (5, 5), (9, 9)], "interval") == 1


def test_an_interval_holds_its_value_and_is_the_same_for_the_same_seed() -> None:
    units = [0, 1, 1, 1, 0, 1, 0, 1, 1, 1] * 5

    def share(drawn: Sequence[int]) -> float:
        return sum(drawn) / len(drawn)

    found = with_interval(units, share, 500, 1)
    assert found == with_interval(units, share, 500, 1)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0.7 < found.high
    assert found.high - found.low == pytest.approx(0.25, abs=0.06)  # 4 standard errors of a share of 0.7 among 50


def test_coders_who_say_the_same_agree(tmp_path: Path) -> None:
    rows = [YES | {"actor_names": "rebels; the Army", "fatalities_best": 3}, NO, YES | {"mode": "clash"}]
    found = compare(tmp_path, rows, [rows[0] | {"actor_names": "army; Rebels"}, *rows[1:]])
    assert (found.n_sentences, found.detection.value, found.typed.value, found.differences) == (3, 1, 1, ())
    by_name = {field.field: field for field in found.fields}
    assert by_name["mode"].alpha.value == 1
    assert by_name["event_type"].alpha.value is None  # nothing but ASSAULT: no variation to agree about
    assert (by_name["actor_names"].filled_by_both, by_name["actor_names"].share) == (1, 1)


def test_events_are_paired_within_a_sentence_by_what_they_share(tmp_path: Path) -> None:
    a = [YES | {"fatalities_best": 3}, {"item": "", **YES, "event_type": "COERCE"}, YES, NO]
    b = [YES | {"event_type": "COERCE"}, {"item": "", **YES, "fatalities_best": 4}, NO, YES]
    found = compare(tmp_path, a, b)
    assert (found.n_sentences, found.n_events_a, found.n_events_b) == (3, 3, 3)
    assert found.detection.value == pytest.approx(4 / 6)
    assert [(d.start, d.field, d.a, d.b) for d in found.differences] == [
        (1, "fatalities_best", "3", "4"),
        (3, "event", "ASSAULT", ""),
        (4, "event", "", "ASSAULT"),
    ]


def test_another_type_is_the_same_event_coded_otherwise(tmp_path: Path) -> None:
    found = compare(tmp_path, [YES, NO], [YES | {"event_type": "COERCE"}, NO])
    assert (found.detection.value, found.typed.value) == (1, 0)
    assert [(d.field, d.a, d.b) for d in found.differences] == [("event_type", "ASSAULT", "COERCE")]


def test_sentences_that_only_one_has_coded_are_counted_apart(tmp_path: Path) -> None:
    found = compare(tmp_path, [YES, NO, {}], [YES, {}, NO])
    assert (found.n_sentences, found.n_only_a, found.n_only_b) == (1, 1, 1)


WRONG = [
    pytest.param([{"event": "perhaps"}], "row 2, column F (event): 'perhaps'. Allowed: yes, no", id="neither-yes-nor-no"),
    pytest.param([{"event": "yes"}], "column G (event_type): is empty", id="no-type"),
    pytest.param([NO | {"status": "occurred"}], "is filled, but event is no", id="no-and-yes"),
    pytest.param([YES | {"event_type": "WAR"}], "(event_type): 'WAR'. Allowed: AGREE", id="type"),
    pytest.param([YES | {"date_start": "Monday"}], "'Monday' is not a date", id="date"),
    pytest.param([YES, YES | {"start": 1, "end": 2}], "stands in two rows", id="twice"),
    pytest.param([{"item": "", **YES}], "is empty, and there is no sentence above it", id="no-sentence"),
]


@pytest.mark.parametrize(("rows", "message"), WRONG)
def test_a_wrong_cell_is_named(rows: Rows, message: str, tmp_path: Path, run: Run) -> None:
    good = sheet(tmp_path, "good", [YES])
    done = run("agree", good, sheet(tmp_path, "bad", rows))
    assert (done.code, done.out) == (2, "")
    assert "bad.csv: sheet coding, row " in done.err
    assert message in done.err


def test_figures_in_words_and_for_machines(tmp_path: Path, run: Run) -> None:
    a, b = sheet(tmp_path, "a", [YES, NO, YES] * 4), sheet(tmp_path, "b", [YES, NO, YES | {"mode": "clash"}] * 4)
    text = run("agree", a, b, "--bootstrap", 50)
    assert text.code == 0
    assert "Events found by both       F1    1.00 [1.00–1.00]" in text.out
    assert "A: (empty)   B: clash" in text.out
    found = json.loads(run("agree", a, b, "--bootstrap", 0, "--json").out)
    assert (found["detection"]["value"], found["differences"][0]["field"]) == (1.0, "mode")
    assert found["fields"][0].keys() == {"field", "level", "n", "share", "alpha", "filled_by_both", "filled_by_one"}


def test_sheets_of_different_samples_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no coded sentence in common"):
        agree(sheet(tmp_path, "a", [YES]), sheet(tmp_path, "b", [YES | {"document_id": "doc_2"}]), 0, 1)


def test_without_the_library_the_message_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setitem(sys.modules, "krippendorff", None)
    done = run("agree", "a.csv", "b.csv")
    assert (done.code, "-e '.[agreement]'" in done.err) == (2, True), done
