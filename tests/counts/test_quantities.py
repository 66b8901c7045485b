"""Which numbers of a sentence count people or things, how, and whom; and which do not."""

from __future__ import annotations

import pytest

from pipeline.parse import Parser
from tests.actors.article import read

Found = list[tuple[str, int | None, int | None, int | None, str, str]]


def quantities(text: str, parser: Parser) -> Found:
    """(counted noun, low, best, high, qualifier, words) of each quantity."""
    reading = read(text, parser)
    out = []
    for q in reading.quantities:
        tree = reading.trees[q.sentence]
        assert tree is not None
        noun = "" if q.noun is None else tree.tokens[q.noun].text
        out.append((noun, q.low, q.best, q.high, q.qualifier, text[q.start : q.end]))
    return out


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Last week two guards died in a raid.", ("guards", 2, 2, 2, "", "two"), id="behind last week"),
        pytest.param("The blast killed 12 soldiers.", ("soldiers", 12, 12, 12, "", "12"), id="plain"),
        pytest.param(
            "The blast killed at least 12 soldiers.", ("soldiers", 12, 12, None, "at least", "at least 12"), id="at least"
        ),
        pytest.param(
            "The blast killed more than 12 soldiers.", ("soldiers", 12, 12, None, "more than", "more than 12"), id="more than"
        ),
        pytest.param("The blast killed up to 12 soldiers.", ("soldiers", 0, None, 12, "up to", "up to 12"), id="up to"),
        pytest.param(
            "The blast killed fewer than 12 soldiers.", ("soldiers", 0, None, 12, "fewer than", "fewer than 12"), id="fewer"
        ),
        pytest.param("The blast killed some 12 soldiers.", ("soldiers", 12, 12, 12, "some", "some 12"), id="some"),
        pytest.param("The blast killed nearly 12 soldiers.", ("soldiers", 12, 12, 12, "nearly", "nearly 12"), id="nearly"),
        pytest.param("The blast killed 10 to 12 soldiers.", ("soldiers", 10, 10, 12, "to", "10 to 12"), id="range"),
        pytest.param("The blast killed 10-12 soldiers.", ("soldiers", 10, 10, 12, "to", "10-12"), id="range with a hyphen"),
        pytest.param(
            "The blast killed between 10 and 12 soldiers.", ("soldiers", 10, 10, 12, "to", "between 10 and 12"), id="between"
        ),
        pytest.param("The blast killed dozens of soldiers.", ("soldiers", 24, 24, None, "dozens", "dozens"), id="dozens of"),
        pytest.param("The blast killed several soldiers.", ("soldiers", 3, 3, None, "several", "several"), id="several"),
        pytest.param("No casualties were reported.", ("casualties", 0, 0, 0, "", "No"), id="none reported"),
        pytest.param("Three of the soldiers fled.", ("soldiers", 3, 3, 3, "", "Three"), id="partitive"),
        pytest.param("Some 1,000 people a day flee.", ("people", 1000, 1000, 1000, "some per day", "Some 1,000"), id="rate"),
        pytest.param("Twenty-two soldiers fled.", ("soldiers", 22, 22, 22, "", "Twenty-two"), id="spelled with a hyphen"),
    ],
)
def test_counted(text: str, found: tuple[str, int, int, int, str, str], parser: Parser) -> None:
    assert quantities(text, parser) == [found]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He left in 2014.", id="year"),
        pytest.param("He left on 3 March.", id="day of a month"),
        pytest.param("The 12-year-old boy fled.", id="age"),
        pytest.param("Omar Saleh, 34, fled.", id="age in commas"),
        pytest.param("The town is 20 km away.", id="distance"),
        pytest.param("The deal cost $12 million.", id="money"),
        pytest.param("They agreed on Resolution 2254.", id="number of a document"),
        pytest.param("They bought the S-400.", id="name of a weapon"),
        pytest.param("They fired a 155mm shell.", id="calibre"),
        pytest.param("The fifth attack failed.", id="ordinal"),
        pytest.param("It happened at 10:30.", id="time"),
        pytest.param("The two-day battle ended.", id="duration in a compound"),
        pytest.param("The battle took three hours.", id="duration"),
        pytest.param("About 40 percent fled.", id="share"),
    ],
)
def test_not_counted(text: str, parser: Parser) -> None:
    assert quantities(text, parser) == []
