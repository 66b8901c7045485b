"""Bare institutions and several parties in one phrase: whom they stand for in an article."""

from __future__ import annotations

import pytest

from pipeline.parse import Parser
from tests.actors.article import act, actor, cast, read

INSTITUTIONS = [
    pytest.param(
        "ECOWAS recalled its envoy on Sunday. Rain fell. The bloc has imposed sanctions.",
        "bloc",
        "Economic Community of West African States",
        id="the bloc",
    ),
    pytest.param("NATO will send troops, the alliance's secretary general said.", "general", "NATO", id="an alliance's office"),
    pytest.param(
        "The UN met. The secretary general urged Chad to talk.",
        "general",
        "United Nations",
        id="an office of no country",
    ),
    pytest.param(
        "The UN met. The European Union fined two firms. The secretary general urged Chad to talk.",
        "general",
        "United Nations",
        id="an office that the union lacks",
    ),
    pytest.param(
        "The International Criminal Court opened an inquiry. The court rejected his appeal.",
        "court",
        "International Criminal Court",
        id="the court",
    ),
    pytest.param(
        "The UN Security Council met. The 15-member council condemned the coup.", "council", "United Nations", id="with its size"
    ),
    pytest.param(
        "The Red Valley Party called a strike. The minister blamed the party.",
        "party",
        "Red Valley Party",
        id="a name of its own",
    ),
    pytest.param("The city council met. The African Union called. The council left.", "council", "council", id="another kind"),
]
SEVERAL = [
    pytest.param(
        "Peru and Chile quarrelled. The two countries' presidents pledged to talk.",
        "presidents",
        ["Government of Peru", "Government of Chile"],
        id="the presidents of both countries",
    ),
    pytest.param(
        "The presidents of Peru and Chile met. Both countries pledged to help.",
        "countries",
        ["Government of Peru", "Government of Chile"],
        id="both countries",
    ),
    pytest.param(
        "Armenia accused Azerbaijan of a raid. Russia urged the two sides to talk.",
        "sides",
        ["Government of Armenia", "Government of Azerbaijan"],
        id="two who were not told together",
    ),
    pytest.param(
        "Egypt, Sudan and Ethiopia failed to agree. Algeria invited the three countries.",
        "countries",
        ["Government of Egypt", "Government of Sudan", "Government of Ethiopia"],
        id="as many as the number says",
    ),
    pytest.param(
        "The Sudanese army and the Rapid Support Forces fought. Kenya urged the warring parties to talk.",
        "parties",
        ["Sudanese Armed Forces", "Rapid Support Forces"],
        id="warring parties",
    ),
    pytest.param("Ministers met. The two sides shook hands.", "sides", ["sides"], id="nobody knows which"),
    pytest.param("Refugees stoned officers. The two sides shook hands.", "sides", ["sides"], id="no crowd is a side"),
    pytest.param(
        "The French and German foreign ministers left.",
        "ministers",
        ["Government of France", "Government of Germany"],
        id="one office of two nations",
    ),
]


@pytest.mark.parametrize(("text", "word", "name"), INSTITUTIONS)
def test_bare_institutions(text: str, word: str, name: str, parser: Parser) -> None:
    found = actor(text, word, parser)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(("text", "word", "names"), SEVERAL)
def test_several_parties(text: str, word: str, names: list[str], parser: Parser) -> None:
    reading = read(text, parser)
    assert [p.name for p in cast(reading, act(reading, actor=word))] == names


def test_it_is_whoever_says_so(parser: Parser) -> None:
    found = actor("Qatar sent a plane on Friday, and UNICEF said it would resume its work.", "it", parser)
    assert found is not None
    assert found.name == "United Nations Children's Fund"


def test_a_host_speaks_for_the_country_where_he_is_met(parser: Parser) -> None:
    about = "China held drills. China fired missiles. "
    met = actor(about + "Pelosi met President Tsai Ing-wen in Taipei.", "Tsai", parser)
    seen = actor(about + "She flew to Tokyo, where Prime Minister Fumio Kishida spoke.", "Kishida", parser)
    assert met is not None
    assert seen is not None
    assert (met.iso3, seen.iso3) == ("TWN", "JPN")
