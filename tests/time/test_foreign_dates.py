"""Days in metadata and by-lines; and the time grammar and dateparser agree on full dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.tag.foreign_dates import parse_metadata_date
from tests.time.telling import anchored


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2018-03-05", date(2018, 3, 5), id="ISO day"),
        pytest.param("2018-03-05T23:30:00+03:00", date(2018, 3, 5), id="ISO with offset keeps its local day"),
        pytest.param("Mon, 05 Mar 2018 23:30:00 +0300", date(2018, 3, 5), id="RSS"),
        pytest.param("Updated 3:45 PM ET, Mon March 5, 2018", date(2018, 3, 5), id="by-line"),
        pytest.param("5 mars 2018", date(2018, 3, 5), id="French"),
        pytest.param("5 марта 2018 г.", date(2018, 3, 5), id="Russian"),
        pytest.param("5 Mart 2018", date(2018, 3, 5), id="Turkish"),
        pytest.param("٥ مارس ٢٠١٨", date(2018, 3, 5), id="Arabic"),
        pytest.param("March 2018", None, id="no day"),
        pytest.param("5 March", None, id="no year"),
        pytest.param("yesterday", None, id="relative"),
        pytest.param("Resolution 2254 of 2015", None, id="a number and a year"),
        pytest.param("March 5, 2018 – March 7, 2018", None, id="two days"),
        pytest.param("2018-02-31", None, id="no such day"),
        pytest.param("1 2 3 " * 40, None, id="long junk"),
        pytest.param("", None, id="empty"),
    ],
)
def test_metadata_date(text: str, expected: date | None) -> None:
    assert parse_metadata_date(text) == expected


FORMS = [
    "{d} {month} {y}",
    "{month} {d}, {y}",
    "{d:02} {short} {y}",
    "{short} {d}, {y}",
    "{y}-{m:02}-{d:02}",
    "{weekday}, {month} {d}, {y}",
]


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.sampled_from(FORMS))
@settings(max_examples=60, deadline=None)
def test_grammar_and_dateparser_agree_on_full_dates(day: date, form: str) -> None:
    import dateparser

    text = form.format(d=day.day, m=day.month, y=day.year, month=f"{day:%B}", short=f"{day:%b}", weekday=f"{day:%A}")
    parsed = dateparser.parse(text, languages=["en"], settings={"REQUIRE_PARTS": ["day", "month", "year"]})
    ((words, value),) = anchored(text)
    assert parsed is not None
    assert (words, value.date_start, value.date_end) == (text, parsed.date(), day)
