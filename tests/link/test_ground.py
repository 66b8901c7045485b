"""Places that only the target of an attack names, and what an act also did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.link.across import join_articles
from pipeline.link.ground import struck_names
from pipeline.link.independence import Sources
from pipeline.link.merge import merge
from pipeline.link.within import group_article
from pipeline.records import Participant, Report
from tests.link.notation import telling


def struck(quote: str, name: str, trigger: str, **keys: str) -> Report:
    """A telling of an attack whose recipient is a name that no table knows."""
    line = " ".join(f"{key}={value}" for key, value in keys.items())
    report = telling(f"ASSAULT 2020-02-17 {line}", quote=quote, trigger=trigger)
    start = quote.index(trigger)
    candidate = replace(report.candidate, trigger_start=start, trigger_end=start + len(trigger))
    at = quote.index(name)
    target = Participant("recipient", 0, name, None, None, None, None, name, at, at + len(name))
    return replace(report, candidate=candidate, participants=(target,), sentence_start=0)


@pytest.mark.parametrize(
    ("quote", "name", "trigger", "expected"),
    [
        pytest.param("Monday's attack on Zumbuli killed nine", "Zumbuli", "attack", ("zumbuli",), id="behind on"),
        pytest.param("Gunmen stormed Dan Zumbu on Monday", "Dan Zumbu", "stormed", ("dan zumbu",), id="object of the verb"),
        pytest.param("Gunmen attacked guards of Zumbuli", "Zumbuli", "attacked", (), id="elsewhere"),
        pytest.param("The attack on villagers killed nine", "villagers", "attack", (), id="no name"),
    ],
)
def test_names_that_were_struck(quote: str, name: str, trigger: str, expected: tuple[str, ...]) -> None:
    assert struck_names(struck(quote, name, trigger)) == expected


def events(*reports: Report) -> list[int]:
    """How many tellings each event has, each telling an article of its own."""
    return [len(group.reports) for group in join_articles(group_article([report]) for report in reports)]


def test_a_target_is_the_place_that_another_article_names() -> None:
    first = struck("Monday's attack on Zumbuli killed nine", "Zumbuli", "attack", doc="doc_a", killed="9")
    second = struck("The toll of Monday's attack on Zumbuli rose to 12", "Zumbuli", "attack", doc="doc_b", killed="12")
    other = struck("Monday's attack on Karsin killed 11", "Karsin", "attack", doc="doc_c", killed="11")
    assert events(first, second, other) == [2, 1]


def test_burned_houses_do_not_make_a_raid_an_arson() -> None:
    lines = (
        "ASSAULT 2020-02-17 SYR.ID.Saraqib killed=9 sentence=1",
        "the ASSAULT/destroy 2020-02-17 SYR.ID.Saraqib sentence=2 at=200",
    )
    (group,) = group_article([telling(line) for line in lines])
    assert len(group.reports) == 2
    assert merge(group.reports, Sources({}, ())).mode == ""
    assert group.profile.mode == ""
