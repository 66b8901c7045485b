"""What a telling says was hit: by it an article takes up an attack, and another article tells it again."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline import build
from pipeline.link.sites import known_sites, sites_of
from pipeline.records import Document
from tests.link.notation import telling


@pytest.mark.parametrize(
    ("quote", "sites", "known"),
    [
        pytest.param("Gunmen attacked a hotel in Homs", {"hotel"}, set(), id="told for the first time"),
        pytest.param("Soldiers who attacked the two mosques fled", {"mosque"}, {"mosque"}, id="taken up"),
        pytest.param("Gunmen attacked the Orient Hotel", {"hotel"}, {"hotel"}, id="by name"),
        pytest.param("Gunmen attacked them, hospital officials said", set(), set(), id="who said so"),
        pytest.param("Men hurt in the attacked bus were taken to a hospital", {"bus"}, {"bus"}, id="where the hurt were taken"),
        pytest.param("Tanks attacked the city centre", set(), set(), id="weapons and areas"),
    ],
)
def test_sites(quote: str, sites: set[str], known: set[str]) -> None:
    report = telling("ASSAULT 2020-02-18", quote=quote, trigger="attacked")
    assert (sites_of(report), known_sites(report)) == (sites, known)


@pytest.mark.parametrize(
    ("first", "second", "dead"),
    [
        pytest.param(
            "A missile hit an apartment block in Kramatorsk on Wednesday, killing three people.",
            "The death toll from a missile strike on an apartment building in Kramatorsk has risen to seven, officials said.",
            [7],
            id="a toll without a day",
        ),
        pytest.param(
            "Gunmen attacked a hotel in Mogadishu on Wednesday and killed at least eight people.",
            "Police on Thursday ended a siege of a hotel in Mogadishu in which 20 people were killed.",
            [20],
            id="a siege told the day after",
        ),
        pytest.param(
            "A bomb killed four people at a market in Kirkuk on Wednesday.",
            "A bomb killed six people at a mosque in Kirkuk, police said.",
            [4, 6],
            id="two sites",
        ),
    ],
)
def test_an_attack_told_by_two_articles(first: str, second: str, dead: list[int]) -> None:
    texts = [("doc_a", first, date(2024, 6, 5)), ("doc_b", second, date(2024, 6, 6))]
    documents = [Document(i, i, text, "", published=day, published_basis="given") for i, text, day in texts]
    events = build(documents).events
    assert sorted(events[events.countable & (events.event_type == "ASSAULT")].fatalities_best.dropna()) == dead
