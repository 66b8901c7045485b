"""The day of writing as a set of days, when nobody tells it."""

from __future__ import annotations

from datetime import date

from pipeline.records import Reading
from pipeline.resolve.dct import DctSet, infer_dct
from pipeline.tag.timex import tag_times
from tests.time.telling import document


def inferred(text: str) -> DctSet:
    return infer_dct(Reading(document(text, None), (), (), times=tag_times(text)))


def test_stamp_at_the_head_leaves_two_days() -> None:
    found = inferred("Tue Mar 15, 2016 1:48 pm GMT\nRebels attacked the town.")
    assert found.days == (date(2016, 3, 15), date(2016, 3, 16))


def test_weekdays_alone_fix_nothing() -> None:
    found = inferred("The minister said on Wednesday that troops attacked on Monday.")
    assert (found.low, found.high, found.days) == (None, None, ())


def test_a_dated_past_event_is_a_lower_bound_only() -> None:
    found = inferred("The treaty of 5 May 2014 was broken. It was signed in 1998.")
    assert found.low == date(2014, 5, 5)
    assert found.contains(date(2015, 1, 1))


def test_a_planned_day_is_no_bound() -> None:
    assert inferred("Elections will be held on 5 May 2030.").low is None


def test_months_a_part_and_this_month_close_the_set() -> None:
    found = inferred(
        "The truce was signed in late 2015. In December the army advanced. In late January it shelled the port. "
        "The minister resigned earlier this month. Rebels were hit in early February. "
        "The spokesman said on Tuesday that it was over."
    )
    assert found.low is not None
    assert found.high is not None
    assert date(2016, 2, 11) <= found.low <= found.high <= date(2016, 2, 24)
    assert {reason.rule for reason in found.reasons} == {"past-date", "latest-year", "this-month", "part-over", "reporting-day"}
    assert {day.weekday() for day in found.days} == {1, 2, 3}


def test_a_weekday_beside_the_day_of_the_month_tells_the_year() -> None:
    found = inferred("Protests began in October 2019. Police killed two men on Wednesday, 16 October.")
    assert (found.low, found.high) == (date(2019, 10, 16), date(2020, 10, 15))
    assert found.reasons[-1].rule == "weekday-date"


def test_a_weekday_that_no_year_has_is_a_slip() -> None:
    found = inferred("Protests began in October 2019. Police killed two men on Sunday, 16 October.")
    assert found.reasons[-1].rule == "latest-year"
