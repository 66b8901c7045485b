"""Who a phrase names: known groups, nations with a noun, offices, seats of government."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.parse import Parser
from tests.actors.article import act, actor, cast, read

CASES = [
    pytest.param("Boko Haram attacked the village.", "Haram", "Boko Haram", "NGAREB", id="a named group"),
    pytest.param("Al-Shabab fighters attacked the base.", "fighters", "al-Shabaab", "SOMREB", id="other spelling"),
    pytest.param("Al-Qaeda militants attacked the base.", "militants", "al-Qaeda", "IMGREB", id="of many countries"),
    pytest.param("Kurdish rebels attacked the base.", "rebels", "Kurdish rebels", None, id="a people keeps its capital"),
    pytest.param("PJAK fighters attacked the base.", "fighters", "Kurdistan Free Life Party", "IRNREB", id="an acronym"),
    pytest.param("Real IRA members attacked the base.", "members", "Real Irish Republican Army", "GBRREB", id="a splinter"),
    pytest.param("Members of Boko Haram attacked the village.", "Members", "Boko Haram", "NGAREB", id="members of a group"),
    pytest.param("Kenyan soldiers shelled the camp.", "soldiers", "Kenyan Armed Forces", "KENMIL", id="nationality and soldiers"),
    pytest.param("Kenya's army shelled the camp.", "army", "Kenyan Armed Forces", "KENMIL", id="possessor and army"),
    pytest.param("The army of Chad shelled the camp.", "army", "Chadian Armed Forces", "TCDMIL", id="army of a country"),
    pytest.param("Chilean police arrested students.", "police", "Chilean Police", "CHLCOP", id="nationality and police"),
    pytest.param("Nairobi rejected the offer.", "Nairobi", "Government of Kenya", "KENGOV", id="capital for its government"),
    pytest.param("Kenya rejected the offer.", "Kenya", "Government of Kenya", "KENGOV", id="country for its government"),
    pytest.param("The Kremlin rejected the offer.", "Kremlin", "Government of Russia", "RUSGOV", id="seat of a government"),
    pytest.param("The Pentagon rejected the offer.", "Pentagon", "United States Armed Forces", "USAMIL", id="seat of forces"),
    pytest.param(
        "Peruvian warplanes bombed the camp.", "warplanes", "Peruvian Armed Forces", "PERMIL", id="a nation's warplanes"
    ),
    pytest.param("Kenyan military bases came under fire.", "bases", "Kenyan Armed Forces", "KENMIL", id="a nation's bases"),
    pytest.param(
        "The Kenyan foreign minister condemned it.", "minister", "Government of Kenya", "KENGOV", id="a nation's office"
    ),
    pytest.param("A U.N. spokesman condemned it.", "spokesman", "United Nations", "IGOUNO", id="its office"),
    pytest.param("Peruvian farmers blocked the road.", "farmers", "Peruvian farmers", "PERCVL", id="nationality and civilians"),
    pytest.param("Opposition parties in Peru rejected it.", "parties", "opposition parties", "PEROPP", id="parties of a country"),
    pytest.param(
        "Serbs fled. The army in Zagreb hit back. The government in Zagreb denied it.",
        "government",
        "Government of Croatia",
        "HRVGOV",
        id="an institution by its seat",
    ),
    pytest.param(
        "Iran and Oman met. The Defence Ministry in Kyiv denied it.",
        "Ministry",
        "Government of Ukraine",
        "UKRGOV",
        id="a ministry by its seat",
    ),
    pytest.param(
        "Iran and Oman met. A spokesman for the Interior Ministry in Lima denied it.",
        "spokesman",
        "Government of Peru",
        "PERGOV",
        id="its spokesman",
    ),
    pytest.param("Iran and Oman met. Lawmakers in Lima denied it.", "Lawmakers", "lawmakers", "PERLEG", id="a lawmaker's seat"),
    pytest.param("Western diplomats in Lima denied it.", "diplomats", "Western diplomats", None, id="guests of a capital"),
    pytest.param("Rebel officials in Nairobi denied it.", "officials", "rebel officials", None, id="rebels abroad"),
    pytest.param("Officials in Brussels denied it.", "Officials", "officials", None, id="a seat of many states"),
    pytest.param("The attorney general's office denied it.", "general", "attorney general", None, id="a title of two words"),
    pytest.param("A lawyers' group denied it.", "group", "lawyers' group", None, id="whose members stand before it"),
    pytest.param("Police and army personnel denied it.", "personnel", "army personnel", None, id="joined to one word"),
    pytest.param(
        "Pro-Russian activists stormed the police station in Odesa.",
        "station",
        "police station",
        None,
        id="a country that somebody is for is not told about",
    ),
    pytest.param(
        "A farmer named Luis Ortega fled. Later Ortega denied it.", "Ortega", "Luis Ortega", None, id="a leader's namesake"
    ),
    pytest.param(
        "President Daniel Ortega fled. Later Ortega denied it.",
        "Ortega",
        "Government of Nicaragua",
        "NICGOV",
        id="the leader himself",
    ),
    pytest.param("Mexico protested. The Zapatista army denied it.", "army", "Zapatista army", None, id="an army by its own name"),
    pytest.param("Mexico protested. The National Army denied it.", "Army", "Mexican Armed Forces", "MEXMIL", id="the nation's"),
    pytest.param(
        "Manila protested. In Ottawa, the foreign ministry denied it.",
        "ministry",
        "Government of Canada",
        "CANGOV",
        id="a ministry of the capital that opens the sentence",
    ),
    pytest.param("Later gunmen attacked the bus.", "gunmen", "gunmen", None, id="nor is when"),
    pytest.param(
        "BANGUI - Seleka fighters fled. Anti-balaka fighters hid. Two French generals met French aid workers. The "
        "president denied it.",
        "president",
        "Government of the Central African Republic",
        "CAFGOV",
        id="an article about groups, told from their capital",
    ),
    pytest.param("Police arrested nine men. Two of them were charged.", "them", "men", None, id="who was arrested is charged"),
    pytest.param("Several masked gunmen attacked the bus.", "gunmen", "masked gunmen", None, id="nobody known keeps the words"),
    pytest.param("SEVERAL MASKED GUNMEN ATTACKED THE BUS.", "GUNMEN", "masked gunmen", None, id="small letters"),
    pytest.param("Twelve farmers attacked the bus.", "farmers", "farmers", None, id="numbers are no part of a name"),
    pytest.param("On Sunday masked gunmen attacked the bus.", "gunmen", "masked gunmen", None, id="days are no part of a name"),
    pytest.param("Twenty-one farmers attacked the bus.", "farmers", "farmers", None, id="nor are numbers with a hyphen"),
    pytest.param("A 76-year-old farmer attacked the bus.", "farmer", "76-year-old farmer", None, id="an age is"),
    pytest.param(
        "Dutch Prime Minister Mark Rutte rejected it.", "Mark", "Government of the Netherlands", "NLDGOV", id="the office told"
    ),
    pytest.param("Anti-Taliban fighters attacked the base.", "fighters", "anti-Taliban fighters", None, id="against a group"),
]


@pytest.mark.parametrize(("text", "word", "name", "code"), CASES)
def test_names(text: str, word: str, name: str, code: str | None, parser: Parser) -> None:
    found = actor(text, word, parser)
    assert found is not None
    assert (found.name.replace("Anti", "anti"), found.code) == (name, code)


@pytest.mark.parametrize(("event_type", "name"), [("ASSAULT", "Peruvian Armed Forces"), ("REQUEST", "Government of Peru")])
def test_a_nation_before_a_noun_is_never_its_people(event_type: str, name: str, parser: Parser) -> None:
    reading = read("Peruvian attacks continued.", parser)
    (participant,) = cast(reading, act(reading, event_type=event_type, actor="Peruvian"))
    assert participant.name == name


@pytest.mark.parametrize(
    ("published", "name", "code"),
    [
        pytest.param(date(2010, 3, 1), "Taliban", "AFGREB", id="insurgents in 2010"),
        pytest.param(date(2023, 3, 1), "Taliban", "AFGGOV", id="rulers in 2023"),
    ],
)
def test_rule_changes_hands(published: date, name: str, code: str, parser: Parser) -> None:
    found = actor("The Taliban rejected the offer.", "Taliban", parser, published)
    assert found is not None
    assert (found.name, found.code) == (name, code)


PAKISTAN = "Government of Pakistan"


@pytest.mark.parametrize(
    ("text", "published", "name"),
    [
        pytest.param(
            "Chad and Niger met. Imran Khan called Pakistan a friend.", date(2019, 3, 1), "Government of Pakistan", id="in"
        ),
        pytest.param(
            "Chad met Pakistan. Prime Minister Imran Khan agreed.", date(2019, 3, 1), "Government of Pakistan", id="title"
        ),
        pytest.param("Chad met Pakistan. Imran Khan criticised the deal.", date(2024, 3, 1), "Imran Khan", id="out of office"),
        pytest.param("A driver was shot in Leeds. Imran Khan called for help.", date(2019, 3, 1), "Imran Khan", id="namesake"),
    ],
)
def test_leaders_stand_for_their_government_in_office(text: str, published: date, name: str, parser: Parser) -> None:
    found = actor(text, "Khan", parser, published)
    assert found is not None
    assert found.name == name


def test_a_name_of_two_groups_is_that_of_the_country_told_about(parser: Parser) -> None:
    somali = actor("Kenya said al-Shabaab raided Mandera.", "al-Shabaab", parser, date(2021, 4, 8))
    mozambican = actor("Mozambique said al-Shabab raided Palma.", "al-Shabab", parser, date(2021, 4, 8))
    assert somali is not None
    assert mozambican is not None
    assert (somali.name, mozambican.name) == ("al-Shabaab", "Islamic State Mozambique")


def test_a_leader_out_of_office_does_not_speak_for_the_country(parser: Parser) -> None:
    in_office = actor("Bashar al-Assad rejected the offer.", "al-Assad", parser, date(2015, 1, 1))
    fallen = actor("Bashar al-Assad rejected the offer.", "al-Assad", parser, date(2025, 6, 1))
    assert in_office is not None
    assert fallen is not None
    assert in_office.name == "Government of Syria"
    assert (fallen.name, fallen.actor_id, fallen.iso3) == ("Bashar al-Assad", None, "SYR")


def test_several_nations_with_one_noun_are_several_actors(parser: Parser) -> None:
    reading = read("Kenyan and Ugandan soldiers shelled the camp.", parser)
    names = [p.name for p in cast(reading, act(reading, actor="soldiers"))]
    assert names == ["Kenyan Armed Forces", "Ugandan Armed Forces"]


def test_two_phrases_for_one_actor_are_one_participant(parser: Parser) -> None:
    reading = read("Kenya's bases came under fire, killing four Kenyan soldiers.", parser)
    found = cast(reading, act(reading, recipient=("bases", "soldiers")))
    assert [(p.role, p.position, p.name) for p in found] == [("recipient", 0, "Kenyan Armed Forces")]
    text = reading.document.text
    assert text[found[0].start : found[0].end] == found[0].text == "Kenya's bases"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Rockets hit the pipeline.", "pipeline", id="a thing"),
        pytest.param("Shops closed in Goma after rockets hit Goma.", "Goma", id="a town"),
        pytest.param("Rockets hit Nairobi.", "Nairobi", id="a capital"),
        pytest.param("Rockets hit it on Tuesday.", "Tuesday", id="a day"),
        pytest.param("Bandits raided a Kenyan village.", "village", id="a nation's village"),
        pytest.param("Rockets hit Chad's territory.", "territory", id="a nation's territory"),
        pytest.param("Pirates boarded a Liberian-flagged tanker.", "tanker", id="a ship under a nation's flag"),
    ],
)
def test_things_places_and_days_are_not_hit_people(text: str, word: str, parser: Parser) -> None:
    reading = read(text, parser)
    assert cast(reading, act(reading, event_type="ASSAULT", recipient=word)) == ()


def test_nobody_is_himself_who_kills_himself(parser: Parser) -> None:
    reading = read("A suicide bomber killed himself and four policemen.", parser)
    found = cast(reading, act(reading, event_type="ASSAULT", actor="bomber", recipient=("himself", "policemen")))
    assert [(p.role, p.name) for p in found] == [("actor", "suicide bomber"), ("recipient", "policemen")]


def test_a_person_is_no_town_of_his_name(parser: Parser) -> None:
    reading = read("Gao Wanfeng, a Chinese engineer, was abducted by gunmen in Mali.", parser)
    found = cast(reading, act(reading, event_type="ASSAULT", actor="gunmen", recipient="Gao"))
    assert [(p.role, p.name) for p in found] == [("actor", "gunmen"), ("recipient", "Gao Wanfeng")]


def test_in_speech_a_thing_stands_for_its_owner(parser: Parser) -> None:
    reading = read("Peru rejected Chile's demands.", parser)
    found = cast(reading, act(reading, event_type="REJECT", actor="Peru", recipient="demands"))
    assert [p.name for p in found] == ["Government of Peru", "Government of Chile"]


def test_everyone_whom_a_toll_counts_is_a_recipient(parser: Parser) -> None:
    reading = read("The blast killed two Kenyan soldiers and a nurse.", parser)
    found = cast(reading, act(reading, event_type="ASSAULT", recipient="soldiers", tolls=(("killed", "soldiers"),)))
    assert [p.name for p in found] == ["Kenyan Armed Forces", "nurse"]


def test_claimants(parser: Parser) -> None:
    reading = read("The Kenyan army said rebels attacked the camp.", parser)
    named = cast(reading, act(reading, actor="rebels", speaker="army"))
    unnamed = cast(reading, act(reading, actor="rebels", claimed=True))
    assert [(p.role, p.name) for p in named] == [("actor", "rebels"), ("claimant", "Kenyan Armed Forces")]
    assert [(p.role, p.name) for p in unnamed] == [("actor", "rebels"), ("claimant", "(unnamed)")]


def test_nobody_attacks_himself(parser: Parser) -> None:
    reading = read("Peru's posts in Peru came under regime fire.", parser)
    first, second = cast(reading, act(reading, event_type="ASSAULT", actor="regime", recipient="posts"))
    assert (first.name, first.code) == ("regime", None)
    assert second.name == "Peruvian Armed Forces"
