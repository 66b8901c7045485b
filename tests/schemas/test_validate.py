"""A table that breaks a rule is refused, with the rule and the rows; the sample breaks none."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from schemas.columns import TABLES
from schemas.frames import frame, to_arrow
from schemas.rules import RULES
from schemas.validate import validate
from tests.tables.sample import tables

EARLIER, LATER = pd.Timestamp("2022-03-01"), pd.Timestamp("2022-04-01")


@pytest.fixture(scope="module")
def sample():
    return tables()


@pytest.mark.parametrize("name", TABLES)
def test_the_sample_breaks_no_rule(sample, name):
    assert validate(name, getattr(sample, name)) == []


BROKEN = [
    # table, values of the first row, words of the finding
    ("events", {"event_type": "WAR"}, "event_type: must be a value of the vocabulary event_type"),
    ("events", {"event_type": "AID", "mode": "siege"}, "the mode belongs to the event type"),
    ("events", {"event_id": "ev_1"}, "event_id: must look like"),
    ("events", {"date_start": pd.Timestamp("2022-03-20")}, "date_start is not after date_end"),
    ("events", {"date_end": pd.NaT}, "a start has an end"),
    ("events", {"date_start": pd.Timestamp("1800-01-01")}, "date_start lies in 1900 to 2100"),
    ("events", {"date_precision": "day"}, "precision day is one day"),
    ("events", {"date_precision": "unknown"}, "a date of unknown precision has no start"),
    ("events", {"date_basis": "none"}, "a date without a basis has no start"),
    ("events", {"date_sort": pd.Timestamp("2022-03-03 10:00")}, "date_sort: must have no time of day"),
    ("events", {"latitude": 91.0}, "latitude: must be at most 90"),
    ("events", {"latitude": 35.0}, "latitude and longitude come together"),
    ("reports", {"latitude": 35.0, "longitude": 36.0, "where_prec": pd.NA}, "a coordinate has a where_prec"),
    ("events", {"place_text": pd.NA}, "without a place there is no where_prec"),
    ("events", {"fatalities_low": 3, "fatalities_best": 2}, "fatalities_low is not above fatalities_best"),
    ("events", {"injured_best": 5, "injured_high": 4}, "injured_best is not above injured_high"),
    ("events", {"detained_low": 5, "detained_high": 4}, "detained_low is not above detained_high"),
    ("events", {"deaths_actor": 1}, "the deaths_ columns sum to fatalities_best"),
    ("events", {"scope": "incident", "toll_killed": 3}, "only an aggregate has toll_ columns"),
    ("events", {"scope": "aggregate", "injured_best": 3}, "an aggregate has its numbers in toll_ columns only"),
    ("events", {"status": "planned", "countable": True}, "is countable"),
    ("events", {"event_type": "REQUEST", "mode": pd.NA, "outcome": "failed"}, "words have no outcome"),
    ("events", {"claimed_by": pd.NA}, "what nobody claims has no side"),
    ("events", {"denied_by": "Karan Army"}, "what is denied is contested"),
    ("events", {"flags": "no_actor;odd"}, "flags: must hold values of the vocabulary flag"),
    ("events", {"n_documents": 9}, "no more documents than reports"),
    ("events", {"n_reports": 0}, "n_reports: must be at least 1"),
    ("events", {"summary": pd.NA}, "summary: must not be empty"),
    ("reports", {"trigger_start": 9_999}, "trigger_start is before trigger_end"),
    ("reports", {"date_char_start": 3}, "date_char_start is before date_char_end"),
    ("reports", {"sentence_end": 9_999}, "the quote is as long as its sentence"),
    ("counts", {"low": 5, "best": 4}, "low is not above best"),
    ("participants", {"code": "tur"}, "code: must look like"),
    ("documents", {"status": "duplicate"}, "duplicate_of stands exactly in duplicates"),
    ("documents", {"status": "skipped", "reason": pd.NA}, "what was skipped or quarantined has a reason"),
    ("documents", {"published_low": LATER, "published_high": EARLIER}, "published_low is not after published_high"),
    ("rejected", {"reason": "dull"}, "reason: must be a value of the vocabulary rejected_reason"),
]


@pytest.mark.parametrize(("name", "values", "words"), [pytest.param(*case, id=f"{case[0]}: {case[2]}") for case in BROKEN])
def test_a_broken_row_is_reported_with_rule_and_key(sample, name, values, words):
    data = getattr(sample, name).copy()
    for column, value in values.items():
        data.loc[0, column] = value
    found = [finding for finding in validate(name, data) if words in str(finding)]
    assert len(found) == 1, [str(finding) for finding in validate(name, data)]
    first = next(column for column in ("report_id", "event_id", "document_id") if column in data)
    assert found[0].keys == (data.loc[0, TABLES[name].key[0] if TABLES[name].key else first],)


def test_every_rule_between_columns_is_seen_to_fail():
    told = {rule.text for rule in RULES}
    kinds = ("fatalities", "injured", "displaced", "detained", "abducted")
    same_for_each_kind = {text for text in told if text.startswith(kinds)}
    seen = {words for _, _, words in BROKEN}
    unseen = {text for text in told - same_for_each_kind if not any(words in text for words in seen)}
    assert unseen <= {
        "no event is a part of itself",
        "date_end lies in 1900 to 2100",
        "date_sort and its basis come together",
        "best is not above high",
        "low is not above high",
        "no more publishers than documents",
        "no more independent tellings than documents",
        "first_published is not after last_published",
    }


def test_only_the_shape_is_reported_when_the_shape_is_wrong(sample):
    data = sample.events.drop(columns="mode").assign(extra=1, n_reports="12")
    found = [str(finding) for finding in validate("events", data)]
    assert len(found) == 3
    assert any("has a column 'extra'" in text for text in found)
    assert any("lacks the column 'mode'" in text for text in found)
    assert any("n_reports: is of type" in text and "not Int64" in text for text in found)


def test_a_number_written_as_text_is_not_taken_for_a_number(sample):
    data = sample.counts.astype({"best": "string"})
    assert [finding.column for finding in validate("counts", data)] == ["best"]


def test_a_duplicate_key_is_one_finding_whatever_the_index(sample):
    data = pd.concat([sample.documents, sample.documents.iloc[:1]])
    found = validate("documents", data)
    assert [finding.rule for finding in found] == ["must be unique: document_id"]
    assert len(found[0].keys) == 2


def test_many_bad_rows_are_one_finding_and_quick_to_report(sample):
    data = pd.concat([sample.reports] * 500, ignore_index=True)
    data["report_id"] = [f"rp_{number:016x}" for number in range(len(data))]
    data["fatalities_low"] = data["fatalities_low"].mask(data["fatalities_low"].notna(), 99)
    found = [finding for finding in validate("reports", data) if finding.rule == "fatalities_low is not above fatalities_best"]
    assert len(found) == 1
    assert len(found[0].keys) == 1000
    assert len(str(found[0])) < 200


@pytest.mark.parametrize(
    ("value", "error"),
    [
        pytest.param({"n_chars": "12"}, TypeError | ValueError, id="text for a number"),
        pytest.param({"path": 3}, TypeError | ValueError, id="number for text"),
        pytest.param({"published": "2020-01-01"}, TypeError | ValueError, id="text for a day"),
        pytest.param({"path": "\ud800"}, UnicodeEncodeError, id="lone surrogate"),
        pytest.param({"size": 3}, KeyError, id="a column that does not exist"),
    ],
)
def test_a_frame_refuses_values_of_a_wrong_type(value, error):
    row = dict.fromkeys(TABLES["documents"].names) | {"document_id": "doc_1", "published": date(2020, 1, 1), "n_chars": 3}
    assert str(frame("documents", [row])["n_chars"].dtype) == "Int64"
    with pytest.raises(error.__args__ if hasattr(error, "__args__") else error):
        frame("documents", [row | value])


def test_a_frame_with_an_empty_cell_that_must_be_filled_is_not_written(sample):
    data = sample.documents.copy()
    data.loc[0, "path"] = pd.NA
    with pytest.raises(ValueError, match="non-nullable"):
        to_arrow("documents", data)
