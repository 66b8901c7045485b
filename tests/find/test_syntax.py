"""Who did it to whom, whatever the construction."""

from __future__ import annotations

import pytest

from pipeline.find import find
from pipeline.find.proof import phrase, read_sentence
from pipeline.parse import Parser
from tests.find.reading import first, speakers, words


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        pytest.param("Rebels attacked the convoy.", ["Rebels"], ["the convoy"], id="active"),
        pytest.param("The convoy was attacked by rebels.", ["rebels"], ["The convoy"], id="passive"),
        pytest.param("The convoy was attacked near Goma.", [], ["The convoy"], id="passive without agent"),
        pytest.param("Police arrested the rebels who attacked the convoy.", ["the rebels"], ["the convoy"], id="relative clause"),
        pytest.param("Police arrested the rebels attacking the convoy.", ["the rebels"], ["the convoy"], id="participle"),
        pytest.param("Rebels carried out an attack on the convoy.", ["Rebels"], ["the convoy"], id="light verb"),
        pytest.param("The rebels' attack on the convoy killed a driver.", ["The rebels"], ["the convoy"], id="possessor"),
        pytest.param("The mayor's murder shocked the town.", [], ["The mayor"], id="possessor of a murder"),
        pytest.param("The rebels' murder of a monk shocked the town.", ["The rebels"], ["a monk"], id="possessor beside of"),
        pytest.param("I saw people under the rubble, and people killed.", [], ["people"], id="was left out"),
        pytest.param("An attack on the convoy by rebels killed two drivers.", ["rebels"], ["the convoy"], id="by and on"),
        pytest.param(
            "The general forced the militia to attack the convoy.", ["the militia"], ["the convoy"], id="object control"
        ),
        pytest.param("The militia tried to attack the convoy.", ["The militia"], ["the convoy"], id="subject control"),
        pytest.param("Rebels and bandits attacked the convoy.", ["Rebels", "bandits"], ["the convoy"], id="coordinated subjects"),
        pytest.param("Rebels crossed the river and attacked the convoy.", ["Rebels"], ["the convoy"], id="coordinated verbs"),
    ],
)
def test_roles(text: str, actor: list[str], recipient: list[str], parser: Parser) -> None:
    reading, candidate = first(text, parser, "ASSAULT")
    assert words(reading, candidate, "actor") == actor
    assert recipient == words(reading, candidate, "recipient")[: len(recipient)]


def test_a_result_joins_the_act_that_caused_it(parser: Parser) -> None:
    reading, candidate = first("Gunmen attacked the market in Gao, killing six traders and wounding nine.", parser, "ASSAULT")
    tolls = {(toll.kind, reading.trees[0].tokens[toll.argument.head].text) for toll in candidate.tolls if reading.trees[0]}
    assert tolls == {("killed", "traders"), ("injured", "nine")}
    assert candidate.frame == "assault/attack"


def test_a_place_before_an_event_noun_is_no_actor(parser: Parser) -> None:
    reading, candidate = first("The Mosul offensive of the army killed forty residents.", parser, "ASSAULT")
    assert "Mosul" not in words(reading, candidate, "actor")


def test_one_verb_tells_two_events_of_two_years(parser: Parser) -> None:
    text = "The army attacked the rebels in Goma in 2012 and in Beni in 2014."
    from pipeline.find import find
    from pipeline.find.proof import read_sentence

    found = [c for c in find(read_sentence(text, parser.parse))[0] if c.event_type == "ASSAULT"]
    assert [c.ordinal for c in found] == [0, 1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("The army said rebels attacked the convoy.", ["The army"], id="said that"),
        pytest.param("Rebels attacked the convoy, the army said.", ["the army"], id="inserted"),
        pytest.param("According to the army, rebels attacked the convoy.", ["the army"], id="according to"),
        pytest.param("Rebels reportedly attacked the convoy.", ["(unnamed)"], id="reportedly"),
        pytest.param("Rebels attacked the convoy.", [], id="nobody"),
        pytest.param("“The rebels attacked our convoy at dawn,” the driver said.", ["the driver"], id="direct speech"),
    ],
)
def test_who_claims_it(text: str, who: list[str], parser: Parser) -> None:
    reading, candidate = first(text, parser, "ASSAULT")
    assert speakers(reading, candidate) == who


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        pytest.param("A car bomb destroyed the shop.", "explosives", id="a bomb does it"),
        pytest.param("Rebels destroyed the bridge with dynamite.", "explosives", id="with dynamite"),
        pytest.param("Rebels destroyed the bridge.", "destroy", id="nobody says how"),
    ],
)
def test_how_it_was_destroyed(text: str, mode: str, parser: Parser) -> None:
    assert first(text, parser, "ASSAULT")[1].mode == mode


@pytest.mark.parametrize(
    ("text", "is_definite"),
    [
        pytest.param("The bomb went off near a school.", True, id="the bomb"),
        pytest.param("A bomb went off near a school.", False, id="a bomb"),
        pytest.param("The incident occurred when two men fired at the bus.", True, id="how an incident occurred"),
        pytest.param("Two men fired at the bus when the fair opened.", False, id="what else happened"),
        pytest.param("An incident occurred when two men fired at the bus.", False, id="how another one occurred"),
    ],
)
def test_what_is_known_points_back(text: str, is_definite: bool, parser: Parser) -> None:
    assert first(text, parser, "ASSAULT")[1].is_definite is is_definite


def test_who_is_accused_of_it_does_it(parser: Parser) -> None:
    reading, candidate = first("Her family accuses the guards of beating her.", parser, "ASSAULT")
    assert words(reading, candidate, "actor") == ["the guards"]


def test_who_issues_a_statement_says_what_it_says(parser: Parser) -> None:
    reading, candidate = first("Italy issued a statement condemning the attack on the convoy.", parser, "ACCUSE")
    assert words(reading, candidate, "actor") == ["Italy"]


def test_who_made_the_list_is_its_source(parser: Parser) -> None:
    text = "Rebels killed 52 people, according to a list drawn up by Reuters."
    reading, candidate = first(text, parser, "ASSAULT")
    assert speakers(reading, candidate) == ["Reuters"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param(
            "More than 30 people were killed in May in the protests, and at least 200 died in clashes in June.",
            [["30 people"], ["least 200"]],
            id="two numbers of one kind are two events",
        ),
        pytest.param(
            "Some 12 people were killed and 30 wounded in an attack on the camp.", [["12 people", "30"]], id="one attack"
        ),
        pytest.param(
            "Rebels took 40 peacekeepers hostage in retaliation for air strikes on a depot.",
            [["40 peacekeepers"], []],
            id="what it answers is another event",
        ),
    ],
)
def test_which_numbers_are_of_one_event(text: str, counted: list[list[str]], parser: Parser) -> None:
    reading = read_sentence(text, parser.parse)
    found = [[phrase(reading, toll.argument) for toll in c.tolls] for c in find(reading)[0] if c.event_type == "ASSAULT"]
    assert [[" ".join(words.split()[-2:]) for words in row] for row in found] == counted


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        pytest.param("The murder of Ali Hassan was denounced by France.", [], id="denounced by"),
        pytest.param("The killing of two priests was investigated by police.", [], id="investigated by"),
        pytest.param("The bombing of the mosque was carried out by rebels.", ["rebels"], id="carried out by"),
        pytest.param("Ten people were killed in an attack by rebels.", ["rebels"], id="an attack by"),
    ],
)
def test_who_speaks_of_an_attack_did_not_do_it(text: str, doers: list[str], parser: Parser) -> None:
    reading, candidate = first(text, parser, "ASSAULT")
    assert words(reading, candidate, "actor") == doers
