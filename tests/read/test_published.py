"""The day of publication: exact from people, any form from machines, and never a guess."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from pipeline.read.published import NotADateError, read_day, read_metadata_day

EXACT = [
    pytest.param("2020-02-19", date(2020, 2, 19), id="a day"),
    pytest.param("2020-02-19T23:30:00-05:00", date(2020, 2, 19), id="late evening in New York is that day"),
    pytest.param("2020-02-19T00:30:00+03:00", date(2020, 2, 19), id="after midnight in Erbil is that day"),
    pytest.param("2020-02-19T00:30Z", date(2020, 2, 19), id="UTC"),
    pytest.param(" 2020-02-29 ", date(2020, 2, 29), id="leap day"),
]
FREE = [
    pytest.param("Wed, 19 Feb 2020 23:59:00 +0300", date(2020, 2, 19), id="RSS"),
    pytest.param("19 February 2020", date(2020, 2, 19), id="words"),
    pytest.param("February 19, 2020, 10:00 pm", date(2020, 2, 19), id="American words"),
    pytest.param("2020-02-19 10:00:00", date(2020, 2, 19), id="a moment without offset"),
    pytest.param("19/02/2020", date(2020, 2, 19), id="day first where it can only be so"),
    pytest.param("02/19/2020 10:00", date(2020, 2, 19), id="month first where it can only be so"),
    pytest.param("19 février 2020", date(2020, 2, 19), id="French"),
    pytest.param("20200219T101500Z", date(2020, 2, 19), id="compact"),
    pytest.param("20200219", date(2020, 2, 19), id="compact day"),
    pytest.param(datetime(2020, 2, 19, 23), date(2020, 2, 19), id="a moment of Parquet"),
    pytest.param(date(2020, 2, 19), date(2020, 2, 19), id="a day of TOML"),
]
WRONG = [
    "",
    "soon",
    "Wednesday",
    "February 2020",
    "2020",
    "20-2-19",
    "2020-02-30",
    "0025-01-01",
    "9999-12-31",
    "x" * 100,
    "1" * 5_000,
]


@pytest.mark.parametrize(("words", "day"), EXACT)
def test_a_persons_day(words: str, day: date) -> None:
    assert read_day(words) == day


@pytest.mark.parametrize(("words", "day"), [*EXACT, *FREE])
def test_a_machines_day(words: str | date, day: date) -> None:
    assert read_metadata_day(words) == day


@pytest.mark.parametrize("words", WRONG, ids=lambda words: words[:20] or "empty")
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(NotADateError):
        read_metadata_day(words)


@pytest.mark.parametrize(
    "words", [*WRONG, "19 February 2020", "2020-02-19T10:00:00", "20200219"], ids=lambda words: words[:20] or "empty"
)
def test_a_person_must_be_exact(words: str) -> None:
    with pytest.raises(NotADateError, match="published"):
        read_day(words)
