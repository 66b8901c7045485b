"""What may be added up: the codebook's example, and the ways in which a sum could count somebody twice."""

from __future__ import annotations

import pytest

from pipeline.link import link
from pipeline.records import Event
from tests.link.notation import telling

POSTS = "ASSAULT 2020-02-01..2020-02-10 SYR.Idlib SYRMIL>TURMIL killed=13 scope=multiple doc=doc_a"
THIRD = "ASSAULT 2020-02-03 SYR.Idlib.Saraqib SYRMIL>TURMIL killed=8 doc=doc_b said=2020-02-04"
TENTH = "ASSAULT 2020-02-10 SYR.Idlib.Taftanaz SYRMIL>TURMIL killed=5 doc=doc_c said=2020-02-11"
DAY = "ASSAULT 2020-02-03 SYR killed=23 doc=doc_a"
SINCE = "ASSAULT 2019-12-01..2020-02-19 SYR.Idlib SYRMIL>TURMIL killed=40 scope=aggregate doc=doc_d"


def dead(events: tuple[Event, ...]) -> int:
    """The sum of fatalities over countable rows."""
    totals = (event.total("killed") for event in events if event.countable)
    return sum(total.best or 0 for total in totals if total)


TOTAL = "result ASSAULT 2020-02-17 SYR killed=14 sentence=0 at=10"
SEVEN = "ASSAULT SYR.Idlib.Saraqib killed=7 sentence=1 at=110"
FIVE = "ASSAULT SYR.Aleppo.Azaz killed=5 sentence=2 at=210"
TWO = "ASSAULT SYR.Aleppo.Bab killed=2 sentence=3 at=310"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([TOTAL, SEVEN, FIVE, TWO], 14, id="parts-that-add-up"),
        pytest.param([TOTAL, SEVEN], 14, id="one-part"),
        pytest.param([TOTAL, SEVEN.replace("=7", "=13"), FIVE], 32, id="more-than-the-total-is-not-of-it"),
        pytest.param([TOTAL, SEVEN.replace("sentence=1", "sentence=9")], 21, id="told-far-below"),
        pytest.param([TOTAL, SEVEN + " doc=doc_b"], 21, id="told-in-another-article"),
        pytest.param([TOTAL, SEVEN + " quote=Another_raid_killed_seven."], 21, id="another"),
        pytest.param([TOTAL, SEVEN.replace("SYR.Idlib.Saraqib", "IRQ.Anbar.Qaim")], 21, id="in-another-country"),
        pytest.param([TOTAL.replace("SYR", "SYR.Aleppo"), FIVE, TWO], 14, id="of-a-province"),
        pytest.param([TOTAL.replace("result ", "").replace("SYR", "SYR.Aleppo"), FIVE], 19, id="one-act-in-a-province"),
        pytest.param([TOTAL.replace("17", "01..2020-02-17"), SEVEN], 21, id="a-total-of-weeks"),
    ],
)
def test_parts_without_a_day_behind_a_days_total(lines: list[str], expected: int) -> None:
    assert dead(link([telling(line) for line in lines], {})) == expected


@pytest.mark.parametrize(
    ("lines", "expected", "rows", "countable"),
    [
        pytest.param([POSTS], 13, 1, 1, id="the-whole-alone"),
        pytest.param([POSTS, THIRD], 13, 2, 1, id="one-part-does-not-replace-the-whole"),
        pytest.param([POSTS, THIRD, TENTH], 13, 3, 2, id="parts-that-add-up-replace-the-whole"),
        pytest.param([THIRD, TENTH], 13, 2, 2, id="the-parts-alone"),
        pytest.param([POSTS, THIRD, TENTH, SINCE], 13, 4, 2, id="an-aggregate-is-never-countable"),
        pytest.param([SINCE, POSTS, THIRD], 13, 3, 1, id="an-aggregate-around-a-whole-changes-nothing"),
        pytest.param([POSTS, THIRD, THIRD.replace("doc_b", "doc_e")], 13, 2, 1, id="a-part-told-twice-is-one-part"),
        pytest.param([POSTS, THIRD.replace("Idlib.Saraqib", "Aleppo.Azaz")], 21, 2, 2, id="elsewhere-is-no-part"),
        pytest.param([POSTS, THIRD.replace("02-03", "01-30")], 21, 2, 2, id="before-is-no-part"),
        pytest.param([POSTS, THIRD.replace("killed=8", "killed=57")], 70, 2, 2, id="larger-than-the-whole-is-no-part"),
        pytest.param([POSTS, THIRD.replace("SYRMIL>TURMIL", "TURMIL>SYRMIL")], 21, 2, 2, id="the-other-way-is-no-part"),
        pytest.param([POSTS, THIRD + " status=planned"], 13, 2, 1, id="a-plan-is-no-part"),
        pytest.param([DAY, THIRD], 23, 2, 1, id="a-country's-day-and-one-town"),
        pytest.param([DAY, THIRD, THIRD.replace("=8", "=16").replace("Saraqib", "Binnish")], 24, 3, 2, id="its-towns-add-up"),
        pytest.param([POSTS.replace("killed=13 ", ""), THIRD], 8, 2, 1, id="a-whole-without-number-gives-way"),
    ],
)
def test_the_dead_are_counted_once(lines: list[str], expected: int, rows: int, countable: int) -> None:
    events = link([telling(line) for line in lines], {})
    assert dead(events) == expected
    assert (len(events), sum(event.countable for event in events)) == (rows, countable)


def test_parts_point_to_the_narrowest_whole() -> None:
    events = {event.anchor.document_id: event for event in link(map(telling, [POSTS, THIRD, TENTH, SINCE]), {})}
    assert events["doc_b"].part_of == events["doc_c"].part_of == events["doc_a"].event_id
    assert events["doc_a"].part_of == events["doc_d"].event_id
    assert events["doc_d"].part_of is None


def test_a_campaign_without_numbers_and_its_battles_are_all_countable() -> None:
    campaign = telling("ASSAULT/offensive 2019-12-01..2019-12-31 SYR.Idlib SYRMIL>SYRREB doc=doc_a")
    battle = telling("ASSAULT/capture 2019-12-24 SYR.Idlib.Jarjanaz SYRMIL>SYRREB doc=doc_b killed=9")
    events = link([campaign, battle], {})
    assert [event.countable for event in events] == [True, True]
    assert events[1].part_of == events[0].event_id


@pytest.mark.parametrize("status", ["planned", "negated"])
def test_what_did_not_happen_is_not_countable(status: str) -> None:
    (event,) = link([telling(f"ASSAULT 2020-02-03 SYR.Idlib.Saraqib SYRMIL>TURMIL status={status}")], {})
    assert not event.countable


FRIDAY = "ASSAULT/suicide-attack 2020-02-14 SYR.Idlib.Saraqib"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(FRIDAY + " killed=10+", FRIDAY + " killed=37", 37, id="an open number rises far"),
        pytest.param(FRIDAY + " killed=10", FRIDAY + " killed=37", 47, id="a closed one does not"),
        pytest.param(
            FRIDAY + " killed=10+", "result " + FRIDAY + " killed=37", 47, id="a day's dead of a town are another number"
        ),
        pytest.param(
            FRIDAY + " killed=10",
            FRIDAY + " killed=37 trigger=rose quote=The_toll_of_the_blast_rose_to_37",
            37,
            id="a toll that rose",
        ),
        pytest.param(FRIDAY + " killed=62", FRIDAY.replace("14", "01..2020-02-29") + " killed=60+", 62, id="more than 60 are 62"),
        pytest.param(FRIDAY + " killed=62", FRIDAY.replace("14", "01..2020-02-29") + " killed=40+", 102, id="40 are not"),
    ],
)
def test_tolls_of_two_articles(first: str, second: str, expected: int) -> None:
    events = link([telling(first + " doc=doc_a said=2020-02-15"), telling(second + " doc=doc_b said=2020-02-20")], {})
    assert dead(events) == expected
