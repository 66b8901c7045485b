"""Whom pronouns, last names, acronyms and descriptions stand for within an article."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.parse import Parser
from tests.actors.article import act, actor, cast, read

CASES = [
    pytest.param(
        "The African Union urged the authorities in Mali to hold the vote that they promised.",
        "they",
        "Government of Mali",
        id="they are authorities",
    ),
    pytest.param(
        "Chadian President Idriss Deby called. Kenya's president, William Ruto, promised him help.",
        "him",
        "Government of Chad",
        id="nobody is helped by himself",
    ),
    pytest.param(
        "Kenyan Defence Minister Aden Duale visited Uganda. Duale threatened the rebels.",
        "Duale",
        "Government of Kenya",
        id="a minister's last name",
    ),
    pytest.param(
        "Mona Yacoub, the UN special envoy for Chad, left on Monday. Yacoub condemned the attack.",
        "Yacoub",
        "United Nations",
        id="an office behind the name",
    ),
    pytest.param(
        "The Front for Mountain Justice (FMJ) claimed the raid. The FMJ also shelled a camp.",
        "FMJ",
        "Front for Mountain Justice",
        id="an acronym that the text introduces",
    ),
    pytest.param(
        "The Atlas Agency (AA) has an office there. The AA rejected the charge.",
        "AA",
        "Atlas Agency",
        id="an introduced acronym outweighs the table",
    ),
    pytest.param(
        "Amnesty International accused Boko Haram of abuses. Its fighters shelled Gondar.",
        "Its",
        "Boko Haram",
        id="a rights group has no fighters",
    ),
    pytest.param(
        "Troops fought the Liberation Tigers of Tamil Eelam. The president urged the Tigers to leave.",
        "Tigers",
        "Liberation Tigers of Tamil Eelam",
        id="a word of a group's name",
    ),
    pytest.param(
        "The Saudi-led coalition spoke. The Red Cross saw bodies. The alliance accused Iran.",
        "alliance",
        "Saudi-led coalition",
        id="a coalition is an alliance, an aid agency none",
    ),
    pytest.param(
        "The Burmese army retreated, said the National Unity Government. Its president thanked all.",
        "Its",
        "National Unity Government of Myanmar",
        id="an army has no president",
    ),
    pytest.param(
        "Former Haitian president Michel Martelly spoke.", "Martelly", "Michel Martelly", id="a former president of a nation"
    ),
    pytest.param(
        "Former Colombian soldiers were arrested in Haiti.", "soldiers", "former Colombian soldiers", id="soldiers no longer"
    ),
    pytest.param("Hassan Nasrallah spoke on Monday. He accused Israel.", "He", "Hezbollah", id="he is a group's leader"),
    pytest.param(
        "Downing Street was silent. It accused Spain.", "It", "Government of the United Kingdom", id="a seat is no person"
    ),
    pytest.param(
        "The Front for Upland Freedom, known as FLH, claimed the raid. FLH also shelled a camp.",
        "FLH",
        "Front for Upland Freedom",
        id="letters of another language",
    ),
    pytest.param(
        "The Upland League, or UPL, burned a bridge. The UPL also shelled a camp.", "UPL", "Upland League", id="or its acronym"
    ),
    pytest.param(
        "The General Union of Dock Workers, UGD, condemned the ban. UGD urged talks.",
        "UGD",
        "General Union of Dock Workers",
        id="an acronym between commas",
    ),
    pytest.param(
        "The Organization of American States met. The Movement for the Defence of the North attacked.",
        "Movement",
        "Movement for the Defence of the North",
        id="the whole name of an organisation",
    ),
    pytest.param("Bolivia's Miners' Party attacked the plan.", "Party", "Miners' Party", id="whose members they are"),
    pytest.param("Members of the Upland Brigade attacked a bank.", "Members", "Upland Brigade", id="members are the group"),
    pytest.param("Troops loyal to Chad's president, Jo Doe, attacked.", "Troops", "Chadian Armed Forces", id="loyal to"),
    pytest.param("Chad left the pact. Its ally China urged restraint.", "ally", "Government of China", id="an ally by name"),
    pytest.param(
        "The interim government of Rosa Oten met in Kyrgyzstan. Oten condemned the riot.",
        "Oten",
        "Government of Kyrgyzstan",
        id="whose government it is",
    ),
    pytest.param(
        "MANILA, May 3 - Rebels trained in Thailand and Malaysia, Philippine officials said. Government troops attacked.",
        "troops",
        "Philippine Armed Forces",
        id="troops of the dateline's country",
    ),
    pytest.param(
        "Chad and Togo met the European Union. France and the European Union condemned it.",
        "Union",
        "European Union",
        id="a name is no description",
    ),
    pytest.param("Kenya mourned. It accused the rebels.", "It", "Government of Kenya", id="it is the government"),
    pytest.param(
        "Kenyan Defence Minister Aden Duale spoke on Monday. He threatened the rebels.",
        "He",
        "Government of Kenya",
        id="he is the minister",
    ),
    pytest.param(
        "Boko Haram raided a village near Biu. The group burned the market.",
        "group",
        "Boko Haram",
        id="the group",
    ),
    pytest.param(
        "Kenya has supported Boko Haram for years. It armed these militants.",
        "militants",
        "Boko Haram",
        id="these militants",
    ),
    pytest.param(
        "Kenyan Defence Minister Aden Duale spoke on Monday. His country rejects the plan.",
        "country",
        "Government of Kenya",
        id="his country",
    ),
    pytest.param(
        "Kenya's observation posts were shelled. Rebels surrounded these posts.",
        "posts",
        "Kenyan Armed Forces",
        id="these posts",
    ),
    pytest.param(
        "Defence Minister Aden Duale of Kenya spoke on Monday. “We will attack them,” Duale said.",
        "We",
        "Government of Kenya",
        id="we in a quotation is the speaker's side",
    ),
    pytest.param(
        "Boko Haram fighters stopped a bus, a mayor told reporters. “They burned it,” he said.",
        "They",
        "Boko Haram",
        id="they are not those who were told",
    ),
    pytest.param(
        "Malian troops left Gao, and Mali's army said so. In neighbouring Niger, students marched. Police arrested ten of them.",
        "Police",
        "Nigerien Police",
        id="police of the country that the paragraph is about",
    ),
    pytest.param(
        "Ghana, Togo and Congo closed a road. Rwanda shelled a farm near Goma on Monday. The army hit a clinic.",
        "army",
        "Rwandan Armed Forces",
        id="the army of the state that acted last",
    ),
    pytest.param(
        "Clashes spread in Ghana, Togo and Mali. In Ituri, the governor, Jean Mbayo, was seized. He blamed the rebels.",
        "He",
        "Jean Mbayo",
        id="the holder of an office by his name",
    ),
    pytest.param("The European Commission met in Brussels. It rejected the plan.", "It", "European Union", id="not the venue"),
    pytest.param("The African Union suspended Sudan. The bloc called for talks.", "bloc", "African Union", id="the bloc"),
    pytest.param(
        "Al-Shabaab shelled a base in Kenya. The al-Qaeda-linked group burned a school.",
        "group",
        "al-Shabaab",
        id="a group with a trait",
    ),
    pytest.param(
        "Chad's president, Idriss Deby, visited Bol on Monday. Deby threatened the rebels.",
        "Deby",
        "Government of Chad",
        id="a name between commas behind an office",
    ),
    pytest.param(
        "A judge freed Ana Soler. Her party, the National Dawn Platform, called for a march.",
        "party",
        "National Dawn Platform",
        id="a party by its name",
    ),
    pytest.param(
        "Boko Haram raided Biu. Chad struck the group's positions near the lake.",
        "positions",
        "Boko Haram",
        id="what the group owns",
    ),
    pytest.param(
        "Officials in Paris met. Officials in Paris rejected it.", "Officials", "Government of France", id="of a capital"
    ),
    pytest.param(
        "Gunmen raided two villages, shooting at farmers as they fled.", "they", "farmers", id="those who are shot at flee"
    ),
    pytest.param(
        "Mayor Ann Bell met Judge Carl Moss in Lima. She urged Bell to stay.", "She", "Carl Moss", id="not the one urged"
    ),
]


def test_it_is_nobody_where_the_text_speaks_of_an_event(parser: Parser) -> None:
    assert actor("The war between Chad and Boko Haram began in 2009. It has killed thousands.", "It", parser) is None


@pytest.mark.parametrize(("text", "word", "name"), CASES)
def test_references(text: str, word: str, name: str, parser: Parser) -> None:
    found = actor(text, word, parser)
    assert found is not None
    assert found.name == name


def test_a_pronoun_outside_quotation_marks_is_nobody_named_inside(parser: Parser) -> None:
    text = "Kenyan Defence Minister Aden Duale spoke on Monday. “We met President Idriss Deby of Chad,” he said."
    found = actor(text, "he", parser)
    assert found is not None
    assert found.name == "Government of Kenya"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("It accused the rebels.", "It", id="nobody came before"),
        pytest.param("The harvest was poor. It condemned many.", "It", id="a thing is no party"),
        pytest.param("Rain fell in Goma. She criticised the plan.", "She", id="no person came before"),
    ],
)
def test_no_name_is_better_than_a_wrong_one(text: str, word: str, parser: Parser) -> None:
    found = actor(text, word, parser)
    assert found is None or found.code is None


def test_the_regime_is_that_of_the_country_the_article_is_about(parser: Parser) -> None:
    text = "Syrian towns were shelled again. Syrian rebels fled. Regime forces took the hill from the rebels."
    reading = read(text, parser, date(2018, 3, 1))
    found = cast(reading, act(reading, event_type="ASSAULT", actor="forces", recipient="rebels"))
    assert [p.name for p in found] == ["Syrian Armed Forces", "Syrian opposition forces"]


def test_they_are_all_of_a_list(parser: Parser) -> None:
    reading = read("The African Union met. Chad, Mali and Niger said in May that they rejected the plan.", parser)
    assert {p.name for p in cast(reading, act(reading, event_type="REJECT", actor="they"))} == {
        "Government of Chad",
        "Government of Mali",
        "Government of Niger",
    }


def test_they_are_both_who_met(parser: Parser) -> None:
    reading = read("Journalists were barred. Kenya's president met the Chadian foreign minister. They signed a pact.", parser)
    found = {p.name for p in cast(reading, act(reading, event_type="AGREE", actor="They"))}
    assert found == {"Government of Chad", "Government of Kenya"}


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        pytest.param(
            "Chad and Mali fought for weeks. The two countries signed a pact.",
            "countries",
            ["Government of Chad", "Government of Mali"],
            id="coordinated",
        ),
        pytest.param(
            "Fighting between the M23 and Congolese troops resumed. Both sides agreed to a truce.",
            "sides",
            ["Armed Forces of the Democratic Republic of the Congo", "March 23 Movement"],
            id="between two sides",
        ),
        pytest.param(
            "Kenyan President William Ruto met Chadian President Idriss Deby. The two leaders signed a pact.",
            "leaders",
            ["Government of Chad", "Government of Kenya"],
            id="subject and object",
        ),
        pytest.param("Chad, Mali and Niger met in May. The two countries signed a pact.", "countries", [], id="not two of three"),
    ],
)
def test_the_two_are_those_told_together(text: str, word: str, names: list[str], parser: Parser) -> None:
    reading = read(text, parser)
    found = cast(reading, act(reading, event_type="AGREE", actor=word))
    assert sorted(p.name for p in found if p.actor_id) == names


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        pytest.param("General Jo Doe's men burned a village.", "UAF", id="whom a general leads"),
        pytest.param("The village's men marched to the well.", "CVL", id="whom nobody leads"),
        pytest.param("Amber Brigade gunmen shot a judge.", "UAF", id="a noun inside a name says nothing"),
    ],
)
def test_sector_of_people(text: str, sector: str, parser: Parser) -> None:
    found = actor(text, "gunmen" if "gunmen" in text else "men", parser)
    assert found is not None
    assert found.sector == sector
