"""What the codebook's phrases come to on a Wednesday, 19 February 2020, and how newswire and narratives anchor theirs."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.records import Document, Reading
from pipeline.resolve.dates import anchor_times, timex_rows
from pipeline.tag.timex import tag_times
from tests.time.telling import anchored, days, document, values

CODEBOOK = [
    ("They met on Wednesday.", "2020-02-19 day relative"),
    ("The town fell on 4 February. Over the following three days it was looted.", "2020-02-05..2020-02-07 days relative"),
    ("The town fell in 2017. Troops retook it that October.", "2017-10-01..2017-10-31 month relative"),
    ("The town fell in January. Troops retook it the next day.", "2020-01-02..2020-02-01 range relative"),
    ("They met on 3 May. The town fell in 2017. Troops retook it that June.", "2017-06-01..2017-06-30 month relative"),
    ("They met on Tuesday.", "2020-02-18 day relative"),
    ("They will meet on Friday.", "2020-02-21 day relative"),
    ("They signed it in September 2018.", "2018-09-01..2018-09-30 month explicit"),
    ("Rebels took the town in December.", "2019-12-01..2019-12-31 month relative"),
    ("They fled in early February.", "2020-02-01..2020-02-10 part_of_month relative"),
    ("They fled in mid-January.", "2020-01-11..2020-01-20 part_of_month relative"),
    ("They fled in late January.", "2020-01-21..2020-01-31 part_of_month relative"),
    ("It ended in late 2019.", "2019-09-01..2019-12-31 part_of_year explicit"),
    ("It ended in early 2019.", "2019-01-01..2019-04-30 part_of_year explicit"),
    ("He resigned earlier this month.", "2020-02-01..2020-02-18 part_of_month relative"),
    ("Dozens died in recent days.", "2020-02-12..2020-02-19 vague relative"),
    ("Dozens died in recent weeks.", "2020-01-20..2020-02-19 vague relative"),
    ("Dozens died in recent months.", "2019-08-20..2020-02-19 vague relative"),
    ("He resigned last week.", "2020-02-10..2020-02-16 week relative"),
    ("He resigned this week.", "2020-02-17..2020-02-23 week relative"),
    ("Jets struck overnight.", "2020-02-18..2020-02-19 days relative"),
    ("It fell in the 1990s.", "1990-01-01..1999-12-31 decade explicit"),
    ("It fell in the 19th century.", "1800-01-01..1899-12-31 century explicit"),
    ("It fell in the spring of 2011.", "2011-03-01..2011-05-31 season explicit"),
    ("It fell in the third quarter of 2018.", "2018-07-01..2018-09-30 quarter explicit"),
    ("It fell on Feb. 4.", "2020-02-04 day relative"),
    ("It fell on 12/30/2019.", "2019-12-30 day explicit"),
    ("He left three days ago.", "2020-02-16 day relative"),
    ("It was hit over the past two weeks.", "2020-02-05..2020-02-19 range relative"),
    ("They were attacked during Eid al-Fitr 2019.", "2019-06-04..2019-06-08 days explicit"),
    ("It was recently seized.", ".. unknown relative"),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=t) for t, e in CODEBOOK])
def test_codebook_phrase(text: str, expected: str) -> None:
    _, value = anchored(text)[-1]
    assert f"{days(value)} {value.precision} {value.basis}" == expected


NEWSWIRE = [
    ("Profit in the third quarter rose from a year earlier.", ["the third quarter = 2019-Q3", "a year earlier = 2018-Q3"]),
    ("In the quarter ended Sept. 30, 2019, sales fell.", ["the quarter = 2019-Q3", "Sept. 30, 2019 = 2019-09-30"]),
    ("The loss for fiscal 2019 was small.", ["fiscal 2019 = 2019"]),
    ("Talks resume Monday at 9:30 a.m., they will say.", ["Monday = 2020-02-24", "9:30 a.m. = 2020-02-24T09:30"]),
    ("The court will rule by year-end.", ["year-end = 2020"]),
    ("He served for nearly three years.", ["nearly three years = P3Y"]),
    ("He served several years, then half an hour.", ["several years = PXY", "half an hour = PT30M"]),
    ("It hires 200 people a year.", ["a year = P1Y"]),
    ("The deal is due Dec. 15.", ["Dec. 15 = 2020-12-15"]),
    ("A decade ago he left; two weeks ago he returned.", ["A decade ago = 201", "two weeks ago = 2020-W06"]),
    ("Fighting broke out on Tuesday night.", ["Tuesday night = 2020-02-18TNI"]),
    ("He comes from March 3 to 5.", ["March 3 = 2020-03-03", "5 = 2020-03-05"]),
    ("The 25-year-old man is now former mayor.", ["now = PRESENT_REF", "former = PAST_REF"]),
    ("Ores fell in January from a year earlier.", ["January = 2020-01", "a year earlier = 2019-01"]),
    ("He was jailed in December and freed in January.", ["December = 2019-12", "January = 2020-01"]),
    ("They struck in November 2017 and in January.", ["November 2017 = 2017-11", "January = 2018-01"]),
    ("He was jailed from November 2017 until March.", ["November 2017 = 2017-11", "March = 2018-03"]),
    ("They struck in November 2017 after a raid in January.", ["November 2017 = 2017-11", "January = 2017-01"]),
    ("Jailed since April 2016, she will be freed by June.", ["April 2016 = 2016-04", "June = 2020-06"]),
    ("The judge ordered her to report March 30.", ["March 30 = 2020-03-30"]),
    ("The vote, first set for Feb. 5, was put off.", ["Feb. 5 = 2020-02-05"]),
    ("It expects a loss for the fourth quarter.", ["the fourth quarter = 2019-Q4"]),
    ("He was named president, effective April 1.", ["April 1 = 2020-04-01"]),
    (
        "Sales in January rose from a year earlier and a month earlier; in the year-earlier month they fell.",
        ["January = 2020-01", "a year earlier = 2019-01", "a month earlier = 2019-12", "the year-earlier month = 2019-01"],
    ),
    ("Driving a 1996 pickup, he struck her on Dec. 6.", ["1996 = 1996", "Dec. 6 = 2019-12-06"]),
    ("A vote could come as early as Friday.", ["Friday = 2020-02-21"]),
    ("The May contract rose.", ["May = 2020-05"]),
    ("Game 5 is Friday night.", ["Friday night = 2020-02-21TNI"]),
    ("Monday's vote and last quarter's loss were bad.", ["Monday = 2020-02-17", "last quarter = 2019-Q4"]),
    ("They had been due on Monday.", ["Monday = 2020-02-17"]),
    ("People fled Tuesday's quake and will need help.", ["Tuesday = 2020-02-18"]),
    ("The mayor will speak before Friday's vote.", ["Friday = 2020-02-21"]),
    ("After the plan was read, the port on Sunday called for help.", ["Sunday = 2020-02-16"]),
    ("He will be available after joining on Thursday.", ["Thursday = 2020-02-13"]),
    ("He promised elections by May.", ["May = 2020-05"]),
    ("The king has set March 2 as the day.", ["March 2 = 2020-03-02"]),
    ("The crop will be smaller than in its January forecast.", ["January = 2020-01"]),
    ("He said that Monday's vote stands.", ["Monday = 2020-02-17"]),
    ("The trip set for Wednesday and Thursday was off.", ["Wednesday = 2020-02-19", "Thursday = 2020-02-20"]),
    ("They fought on Friday and Monday.", ["Friday = 2020-02-14", "Monday = 2020-02-17"]),
    ("December gold settled higher.", ["December = 2020-12"]),
    ("The fiscal third quarter, which ended Jan. 31, was weak.", ["The fiscal third quarter = 2020-Q3", "Jan. 31 = 2020-01-31"]),
    ("Humans left 60,000 years ago.", ["60,000 years ago = BC57981"]),
    ("They won on Sunday and play Detroit Friday.", ["Sunday = 2020-02-16", "Friday = 2020-02-21"]),
    ("Members return to work Monday, and a vote is possible Tuesday.", ["Monday = 2020-02-24", "Tuesday = 2020-02-25"]),
    ("A judge ordered him held until a hearing Monday.", ["Monday = 2020-02-24"]),
    ("The two sides did not meet Friday.", ["Friday = 2020-02-14"]),
    ("The Games end Sunday; the end Monday was sad.", ["Sunday = 2020-02-23", "Monday = 2020-02-17"]),
    (
        "He left in the first week of last month, on the last day of last year.",
        ["the first week of last month = P1W", "the last day of last year = 2019-12-31"],
    ),
    ("It rose from 2018; a week earlier it had fallen.", ["2018 = 2018", "a week earlier = 2020-W07"]),
    ("Rates fell to 9% last week from 10% a week earlier.", ["last week = 2020-W07", "a week earlier = 2020-W06"]),
    ("A march was called for Saturday.", ["Saturday = 2020-02-22"]),
    ("The council called a special meeting for Friday.", ["Friday = 2020-02-21"]),
    ("The figures come out on Friday.", ["Friday = 2020-02-21"]),
    ("The premier faces voters on Sunday.", ["Sunday = 2020-02-23"]),
    ("They will need oil for plants shut by the Jan. 11 quake.", ["Jan. 11 = 2020-01-11"]),
    ("They will meet after the Sept. 3 election.", ["Sept. 3 = 2020-09-03"]),
    ("A quake in 1935 killed 3,276 people.", ["1935 = 1935"]),
    ("For the week it was down a fraction.", ["the week = 2020-W08"]),
    ("As recently as 1991 it was a crime.", ["1991 = 1991"]),
    ("The troops could move in as early as Friday.", ["Friday = 2020-02-21"]),
    (
        "Output in January was down 1% from December and up 3% from a year earlier.",
        ["January = 2020-01", "December = 2019-12", "a year earlier = 2019-01"],
    ),
    ("The annual meeting is in April.", ["annual = P1Y", "April = 2020-04"]),
    ("The first boats left at dawn.", ["dawn = 2020-02-19TMO"]),
    ("It sank on Oct. 5,\n1997, off Bari.", ["Oct. 5,\n1997 = 1997-10-05"]),
    ("In the 18th and 19th centuries it was a port.", ["the 18th = 17", "19th centuries = 18"]),
    ("In 1989/90 it fell.", ["1989 = 1989", "90 = 1990"]),
    ("About 2000 troops and 1,990 tanks left for $2018.", []),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=t) for t, e in NEWSWIRE])
def test_newswire_value(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_day_that_has_come_is_not_moved_ahead() -> None:
    found = anchored("Since Jan. 1, 12 banks have failed; from Jan. 1 to Oct. 20, 9 failed.", date(2019, 11, 1))
    assert [value.value for _, value in found] == ["2019-01-01", "2019-01-01", "2019-10-20"]


def test_former_is_an_expression_of_histories_only() -> None:
    news = "The former president was once a mayor. He died on Monday."
    history = "The former king fled. " + " ".join(f"In {year} it fell." for year in range(1911, 1917))
    assert [row["value"] for row in timex_rows(document(news))] == ["2020-02-17"]
    assert timex_rows(document(history))[0]["value"] == "PAST_REF"


def test_word_cut_by_the_window_is_no_expression() -> None:
    for ones in range(30, 45):
        found = values("He left two days ago, " + "1 " * ones + "each weekday")
        assert not [words for words in found if words.startswith("each")]


CLOCKS = [
    pytest.param(
        "The jet fell early Monday, officials said Tuesday. It went down at about 1:40 a.m. in fog.",
        "about 1:40 a.m. = 2020-02-17T01:40",
        id="the day of the event, not of the statement",
    ),
    pytest.param(
        "A blast hit the port on Jan. 3. It was rebuilt. Ships are back. The council agreed. A rally begins at 6:30 p.m.",
        "6:30 p.m. = 2020-02-19T18:30",
        id="a day told long before dates no time of day",
    ),
    pytest.param(
        "The war began on March 19, 2003. It goes on. The Mass began at 9:30 a.m.",
        "9:30 a.m. = 2020-02-19T09:30",
        id="nor does a day of another year",
    ),
    pytest.param(
        "He arrived Monday. Talks will be held Friday. The next day he rested.",
        "The next day = 2020-02-18",
        id="what is past does not stand on a day to come",
    ),
]


@pytest.mark.parametrize(("text", "last"), CLOCKS)
def test_day_that_is_told(text: str, last: str) -> None:
    assert values(text)[-1] == last


def test_month_takes_the_year_told_earlier_in_its_sentence() -> None:
    assert values("In 2015 the army took the port in March and the pass in July.") == [
        "2015 = 2015",
        "March = 2015-03",
        "July = 2015-07",
    ]


def test_narrative_goes_on_from_date_to_date() -> None:
    text = (
        "The siege began on 3 March 1971. Two days later the bridge fell. In April the garrison, formed in 1969, gave up. "
        "In June a truce was signed. It ended on 1 July 1971, and in January the war resumed. In May 1972 it was over. "
        "It lasted until 1973."
    )
    assert values(text) == [
        "3 March 1971 = 1971-03-03",
        "Two days later = 1971-03-05",
        "April = 1971-04",
        "1969 = 1969",
        "June = 1971-06",
        "1 July 1971 = 1971-07-01",
        "January = 1972-01",
        "May 1972 = 1972-05",
        "1973 = 1973",
    ]


def test_news_of_many_years_is_no_narrative() -> None:
    years = " ".join(f"In {year} he moved." for year in range(1951, 1963))
    assert values(f"He died Monday. {years} He will be buried Friday.")[::13] == ["Monday = 2020-02-17", "Friday = 2020-02-21"]


def test_without_any_dct_only_written_years_have_days() -> None:
    found = anchored("They met on Monday, in December and in May 2018.", published=None)
    assert [(value.value, value.date_start) for _, value in found] == [
        ("XXXX-WXX-1", None),
        ("XXXX-12", None),
        ("2018-05", date(2018, 5, 1)),
    ]


def test_a_set_of_possible_dcts_gives_the_covering_interval() -> None:
    text = "They met on Monday."
    document = Document("d", "d.txt", text, "", published_low=date(2020, 2, 18), published_high=date(2020, 2, 25))
    (value,) = anchor_times(Reading(document, (), (), times=tag_times(text)))
    assert days(value) == "2020-02-17..2020-02-24"
