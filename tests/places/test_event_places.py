"""The places of events, by codebook section 4."""

from __future__ import annotations

import pytest

from tests.places.article import event_places


def named(text: str, trigger: str) -> list[tuple[str, str]]:
    """Names and roles of the places of the event with this trigger."""
    return [(one.place.name, one.role) for one in event_places(text)[trigger]]


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        pytest.param("Gunmen killed six people in Mosul, Iraq, on Monday.", "killed", ["Mosul"], id="adjunct of the verb"),
        pytest.param("Soldiers shelled rebel positions near Saraqib in Syria.", "shelled", ["Saraqib"], id="inside a role"),
        pytest.param("A bomb killed five in the Iraqi town of Hawija on Sunday.", "killed", ["Al Ḩawījah"], id="the town of"),
        pytest.param(
            "The army of Syria launched an offensive in Idlib in May.", "launched an offensive", ["Idlib"], id="campaign"
        ),
        pytest.param(
            "Ten people were killed in an air strike by the army north of the town of Hawija in Iraq.",
            "air strike",
            ["Al Ḩawījah"],
            id="north of the town of",
        ),
        pytest.param(
            "Officials in Paris condemned the attack on the embassy in Tripoli.", "attack", ["Tripoli"], id="not of who condemns"
        ),
        pytest.param("Mosul was shelled on Monday.", "shelled", ["Mosul"], id="subject of a passive"),
        pytest.param("Hundreds marched in Basra to protest the killing of a judge.", "killing", [], id="what a march was about"),
        pytest.param("Police held two men in Mosul over the bombing of a bridge.", "bombing", [], id="what an arrest was about"),
        pytest.param("The toll from the Mosul bombing rose to 9.", "bombing", ["Mosul"], id="the toll from a bombing there"),
        pytest.param(
            "Twelve people died in a suicide attack claimed by Islamic State on a mosque in Mosul.",
            "suicide attack",
            ["Mosul"],
            id="behind who claimed it",
        ),
        pytest.param("Ivory Coast pledged a battalion on Monday.", "pledged", [], id="a country named for its coast"),
        pytest.param("Israel and Hamas exchanged captives under a truce.", "exchanged captives", [], id="under a truce"),
        pytest.param("Niger's junta fell. Norway halted aid to the country.", "halted", [], id="the country is not the doer"),
        pytest.param("Oman mediated the truce along with Egypt.", "mediated", [], id="along with a government"),
        pytest.param("Iraq's second city, Mosul, came under fire.", "came under fire", ["Mosul"], id="under fire"),
        pytest.param(
            "A soldier was shot dead near Mosul in Iraq, the ministry in London said.",
            "shot dead",
            ["Mosul"],
            id="not the speaker's",
        ),
        pytest.param("The government in Zagreb accused rebels of arson.", "accused", [], id="the seat of a government"),
        pytest.param("Lawmakers in Lima rejected the demand.", "rejected", [], id="where the speakers sit"),
        pytest.param("A spokesman for the ministry in Prague condemned it.", "condemned", [], id="and their spokesman"),
        pytest.param("The junta in Conakry freed 30 prisoners.", "freed", [], id="where the doer sits"),
        pytest.param("Gunmen attacked the parliament in Bangui.", "attacked", ["Bangui"], id="a seat that is attacked"),
        pytest.param("Santa Maria church was attacked in Abuja.", "attacked", ["Abuja"], id="a saint's church"),
        pytest.param("Gao Wanfeng, a miner, was abducted in Abuja.", "abducted", ["Abuja"], id="somebody who is told to be one"),
        pytest.param("The engineer Gao Wanfeng was abducted in Abuja.", "abducted", ["Abuja"], id="with what he is before it"),
        pytest.param("Gunmen raided farms in the Nigerian state of Kaduna.", "raided", ["Kaduna"], id="a nation's state"),
        pytest.param("A bomb killed six officers in Jalalabad.", "killed", ["Jalalabad"], id="no other city's second name"),
        pytest.param(
            "Survivors who reached Aleppo described air strikes on villages.",
            "air strikes",
            [],
            id="where those who tell it went",
        ),
        pytest.param("The Ukrainian city of Kharkiv was bombed on Monday.", "bombed", ["Kharkiv"], id="the city of, was hit"),
    ],
)
def test_the_place_of_the_clause(text: str, trigger: str, names: list[str]) -> None:
    found = [one.place.name for one in event_places(text)[trigger] if one.place.level != "country"]
    assert found == names


def test_a_campaign_takes_the_province_and_a_single_attack_the_town() -> None:
    offensive = event_places("The army of Syria launched an offensive in Idlib in May.")["launched an offensive"][0].place
    attack = event_places("A suicide bomber killed nine people in Idlib in Syria on Monday.")["killed"][0].place
    assert (offensive.level, offensive.where_prec) == ("province", 4)
    assert (attack.level, attack.where_prec) == ("place", 1)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("A car bomb exploded near the Spanish embassy in Bogota.", ["Bogotá"], id="an embassy is abroad"),
        pytest.param("A car bomb exploded in the heart of Bogota.", ["Bogotá"], id="the heart of a city"),
        pytest.param("A car bomb exploded in the streets of Bogota.", ["Bogotá"], id="the streets of a capital"),
        pytest.param("A car bomb exploded. The incident occurred in Cali on Friday.", ["Cali"], id="told in the next sentence"),
        pytest.param(
            "A car bomb exploded in western Colombia. This took place in Cali on Friday.",
            ["Cali", "western Colombia"],
            id="finer there",
        ),
        pytest.param(
            "A car bomb exploded in western Colombia. The worst attack took place in Cali on Friday.",
            ["western Colombia"],
            id="one of many is not the one before",
        ),
        pytest.param(
            "A car bomb exploded. The attack came after a massacre in Cali in which nine people died.",
            [],
            id="what it came after was elsewhere",
        ),
        pytest.param("In Bogota, a bomb exploded at a clinic in Soacha.", ["Soacha", "Bogotá"], id="what opens is around"),
        pytest.param("A bomb exploded and the wounded were taken to a clinic in Cali.", [], id="where the wounded were taken"),
        pytest.param("A car bomb exploded in a bus carrying clerks north of Cali.", ["Cali"], id="some way from a town"),
        pytest.param(
            "Rebels claimed responsibility for an attack in Cali, where a car bomb exploded.", ["Cali"], id="who did it in Cali"
        ),
        pytest.param("Officials said in Bogota that a car bomb exploded in Cali.", ["Cali"], id="not where it was said"),
        pytest.param("A car bomb exploded in front of the house of Pedro Bolivar Gomez.", [], id="part of somebody's name"),
        pytest.param("A car bomb of Islamic State in Iraq and Syria exploded.", [], id="part of a group's name"),
        pytest.param("A bomb of the Moro Islamic Liberation Front exploded.", [], id="the first word of a group's name"),
    ],
)
def test_where_a_bomb_exploded(text: str, names: list[str]) -> None:
    assert [name for name, _ in named(text, "exploded")] == names


def test_the_finest_place_comes_first_and_the_others_follow() -> None:
    found = event_places("Gunmen killed six people in Hawija, in Kirkuk province in Iraq, on Monday.")["killed"]
    assert [one.place.level for one in found][:2] == ["place", "province"]


def test_flight_has_an_origin_and_a_destination() -> None:
    found = named("Thousands of civilians fled from Saraqib to Afrin in Syria on Monday.", "fled")
    assert ("Saraqib", "origin") in found
    assert found[0] == ("Saraqib", "origin")
    assert any(role == "destination" for _, role in found)


def test_a_speech_act_takes_the_place_of_what_it_is_about_not_its_venue() -> None:
    found = event_places("Erdogan threatened in Ankara to attack Syrian forces in Idlib.")["threatened"]
    assert [one.place.text for one in found] == ["Idlib"]


def test_governments_are_no_places() -> None:
    assert event_places("Russia and Turkey signed a deal in Sochi on Monday.")["signed"][0].place.name == "Sochi"
    found = event_places("Moscow and Ankara signed a deal on Monday.")["signed"]
    assert found == ()


def test_a_definite_noun_takes_up_a_place_told_before() -> None:
    text = "Turkey has observation posts in Idlib. Syrian forces shelled these posts on Monday."
    found = event_places(text)["shelled"]
    assert [(one.place.text, one.is_inherited) for one in found] == [("Idlib", True)]


def test_the_next_sentence_about_the_same_attack_keeps_its_place() -> None:
    text = "A car bomb killed nine people in Mosul in Iraq on Monday. Twelve people were wounded in the attack."
    found = event_places(text)["attack"]
    assert [one.place.name for one in found if one.place.level == "place"] == ["Mosul"]
    assert all(one.is_inherited for one in found)


def test_a_place_is_not_carried_to_another_act() -> None:
    text = "A car bomb killed nine people in Mosul in Iraq on Monday. Gunmen shot a judge on Tuesday."
    assert event_places(text)["shot"] == ()


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        pytest.param(
            "In the northern city of Kirkuk, officials say gunmen killed a baker.", "killed", ["Kirkuk"], id="opens the sentence"
        ),
        pytest.param(
            "Residents of Naubise village said 20 people were killed by gunmen.", "killed", ["Naubise"], id="whose residents tell"
        ),
        pytest.param("Officials in Kano said 20 people were killed by gunmen.", "killed", [], id="not whose officials do"),
        pytest.param(
            "Rebels ambushed a convoy in the capital of the Central African Republic.", "ambushed", ["Bangui"], id="capital of"
        ),
        pytest.param("The rebels' negotiator in Muscat blamed the army.", "blamed", [], id="where the speaker is"),
        pytest.param("Troops jailed nine men after talks in Muscat collapsed.", "jailed", [], id="where others talked"),
        pytest.param("Jordanian border guards killed nine smugglers.", "killed", [], id="guards of a border"),
        pytest.param("Six herders were killed by raiders from Ethiopia in Kenya.", "killed", ["Kenya"], id="not where from"),
        pytest.param(
            "A drone came down at an entrance to the city of Ramadi, killing six.", "killing", ["Ramadi"], id="an entrance to it"
        ),
        pytest.param(
            "Mortar rounds came down in and around Taiz. At least 12 people were killed.",
            "killed",
            ["Taiz"],
            id="victims told next",
        ),
    ],
)
def test_what_the_sentence_says_beside_the_clause(text: str, trigger: str, names: list[str]) -> None:
    assert [name for name, _ in named(text, trigger)] == names
