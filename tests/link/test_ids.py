"""design.md section 3: what may and what may not change when articles are shuffled, added later or added earlier."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.link import link
from pipeline.records import Event, Report
from tests.link.notation import telling

TYPES = ("ASSAULT", "ASSAULT/aerial", "THREATEN/violence", "AGREE")
PLACES = ("SYR.Idlib.Saraqib", "SYR.Idlib", "SYR", "UKR.Donetsk.Bakhmut", "")
SIDES = ("SYRMIL>TURMIL", "SYRMIL>CVL", "TURGOV+RUSGOV", "")
NUMBERS = ("", "killed=8", "killed=9", "killed=60", "killed=1")


@st.composite
def articles(draw: st.DrawFn, first: date = date(2020, 2, 1), days: int = 20, name: str = "doc") -> list[Report]:
    """One article: a few tellings at rising characters, all of one publication day."""
    said = first + timedelta(draw(st.integers(0, days)))
    document = f"{name}_{draw(st.integers(0, 2**32)):08x}"
    lines = draw(
        st.lists(st.tuples(*map(st.sampled_from, (TYPES, PLACES, SIDES, NUMBERS)), st.integers(0, 4)), min_size=1, max_size=4)
    )
    return [
        telling(f"{kind} {said - timedelta(back)} {place} {sides} {number} said={said} doc={document} at={100 * n}")
        for n, (kind, place, sides, number, back) in enumerate(lines)
    ]


def flat(found: list[list[Report]]) -> list[Report]:
    """All tellings; of articles that happen to have one name only the first is kept."""
    unique = {article[0].document_id: article for article in reversed(found)}
    return [report for article in unique.values() for report in article]


def members(events: tuple[Event, ...]) -> dict[str, set[str]]:
    return {event.event_id: {each.report.report_id for each in event.reports} for event in events}


@settings(max_examples=60, deadline=None)
@given(st.lists(articles(), max_size=8), st.randoms())
def test_the_order_of_the_input_changes_nothing(found: list[list[Report]], random) -> None:  # type: ignore[no-untyped-def]
    reports = flat(found)
    shuffled = reports[:]
    random.shuffle(shuffled)
    assert link(shuffled, {}) == link(reports, {})


@settings(max_examples=60, deadline=None)
@given(st.lists(articles(), max_size=6), st.lists(articles(first=date(2020, 3, 1), name="late"), max_size=4))
def test_later_articles_change_no_id_and_part_no_tellings(old: list[list[Report]], new: list[list[Report]]) -> None:
    before, after = members(link(flat(old), {})), members(link(flat(old + new), {}))
    assert all(reports <= after[event_id] for event_id, reports in before.items())


@settings(max_examples=60, deadline=None)
@given(st.lists(articles(), max_size=6), articles(first=date(2020, 1, 1), days=10, name="early"))
def test_an_earlier_article_renames_only_events_that_it_tells(old: list[list[Report]], early: list[Report]) -> None:
    after = members(link(flat([*old, early]), {}))
    named = {report.report_id for report in early}
    anchors = {event.event_id: event.anchor.report_id for event in link(flat([*old, early]), {})}
    for event_id, reports in after.items():
        assert (anchors[event_id] in named) == bool(reports & named)


@settings(max_examples=60, deadline=None)
@given(st.lists(articles(), max_size=8))
def test_every_telling_is_in_one_event_and_names_it_when_it_is_the_first(found: list[list[Report]]) -> None:
    reports = flat(found)
    events = link(reports, {})
    told = [each.report.report_id for event in events for each in event.reports]
    assert sorted(told) == sorted(report.report_id for report in reports)
    for event in events:
        assert event.reports[0].report == event.anchor
        assert event.reports[0].rule == "anchor"
        assert {each.rule for each in event.reports[1:]}.isdisjoint({"anchor"})


def test_values_do_not_name_an_event() -> None:
    line = "ASSAULT 2020-02-03 SYR.Idlib.Saraqib killed=8"
    (first,), (second,) = (
        link([telling(line)], {}),
        link([telling(line.replace("8", "9").replace("02-03", "02-04"))], {}),
    )
    assert first.event_id == second.event_id


def test_undated_articles_come_last() -> None:
    line = "ASSAULT 2020-02-03 SYR.Idlib.Saraqib SYRMIL>TURMIL killed=8"
    (event,) = link([telling(f"{line} doc=doc_a said=?"), telling(f"{line} doc=doc_b said=2020-02-09")], {})
    assert event.anchor.document_id == "doc_b"
    assert (event.first_published, event.last_published) == (date(2020, 2, 9), date(2020, 2, 9))
