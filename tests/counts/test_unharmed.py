"""That nobody was hurt is a number of the attack told before it; no word on casualties is none."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.build import extract_events
from pipeline.parse import Parser, load
from pipeline.records import Count, Document
from pipeline.resolve.unharmed import NOT_YET

ATTACK = "Rebels shelled the town of Goma on Friday"
KINDS = ("killed", "injured", "casualties")


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load(None)


def told(text: str, parser: Parser) -> list[Count]:
    """The numbers of victims of all tellings."""
    document = Document("doc_a", "a.txt", text, "", published=date(2024, 5, 1), published_basis="given")
    reports = extract_events(document, parser).reports
    return [count for report in reports for count in report.counts if count.kind in KINDS]


@pytest.mark.parametrize(
    ("denial", "kinds", "qualifier"),
    [
        pytest.param(". There were no casualties.", {"casualties"}, "", id="a sentence of its own"),
        pytest.param(". No casualties were reported.", {"casualties"}, NOT_YET, id="reported"),
        pytest.param(". There were no immediate reports of casualties.", {"casualties"}, NOT_YET, id="no immediate reports"),
        pytest.param(", but no casualties were reported.", {"casualties"}, NOT_YET, id="the same sentence"),
        pytest.param(" without casualties.", {"casualties"}, "", id="without"),
        pytest.param(". Nobody was injured.", {"injured"}, "", id="nobody"),
        pytest.param(". No one was killed or injured.", {"killed", "injured"}, "", id="killed or injured"),
        pytest.param(". No deaths or injuries were reported.", {"killed", "injured"}, NOT_YET, id="deaths or injuries"),
    ],
)
def test_nobody_was_hurt(denial: str, kinds: set[str], qualifier: str, parser: Parser) -> None:
    counts = told(ATTACK + denial, parser)
    assert {count.kind for count in counts} == kinds
    assert {(count.low, count.best, count.high) for count in counts} == {(0, 0, 0)}
    assert {count.qualifier for count in counts} == {qualifier}


@pytest.mark.parametrize(
    "denial",
    [
        pytest.param(". There was no word on casualties.", id="no word"),
        pytest.param(". There were no civilian casualties.", id="of some"),
        pytest.param(". No casualties were reported among the soldiers.", id="among some"),
        pytest.param(". No other injuries were reported.", id="of the rest"),
        pytest.param(". They warned the town first to ensure no casualties.", id="a purpose"),
        pytest.param(". The army moved in. There were no casualties.", id="two sentences on"),
    ],
)
def test_it_is_not_told(denial: str, parser: Parser) -> None:
    assert told(ATTACK + denial, parser) == []


def test_an_attack_with_a_number_keeps_it(parser: Parser) -> None:
    counts = told("Rebels shelled Goma on Friday, killing five soldiers. No injuries were reported.", parser)
    assert [(count.kind, count.best) for count in counts] == [("killed", 5)]
