"""Place names as the text says them: what is one, what is none, and the words that belong to it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.split import split
from pipeline.tag.places import tag_places
from tests.places.article import article, mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Shelling resumed in Idlib and near Saraqib.", ["Idlib", "Saraqib"], id="behind in and near"),
        pytest.param("Turkish and Iraqi officials met.", ["Turkish", "Iraqi"], id="demonyms"),
        pytest.param("In the Philippines, troops left the West Bank.", ["Philippines", "West Bank"], id="behind In the"),
        pytest.param("Talks in The Hague failed.", ["The Hague"], id="with its article"),
        pytest.param("They fled Ma'arrat al-Nu'man on foot.", ["Ma'arrat al-Nu'man"], id="several words and marks"),
        pytest.param(
            "He was shot in Alexandria, La., on Monday.", ["Alexandria", "La."], id="state abbreviation behind the comma"
        ),
        pytest.param(
            "Troops crossed the Euphrates near Deir ez-Zor.", ["Euphrates", "Deir ez-Zor"], id="river and hyphenated town"
        ),
        pytest.param("Rockets hit the village of Qarbatin at dawn.", ["Qarbatin"], id="unknown village after its noun"),
        pytest.param("Gunmen raided Zumbuli village in Borno.", ["Zumbuli", "Borno"], id="unknown village before its noun"),
        pytest.param("Clashes broke out in Marwa Province.", ["Marwa Province"], id="unknown province with its noun"),
        pytest.param("A ferry sank off the island of Xanvo.", ["Xanvo"], id="unknown island"),
        pytest.param("Rebels shelled Xanvo camp.", ["Xanvo"], id="unknown camp"),
        pytest.param("The wounded were flown to Xanvo.", ["Xanvo"], id="unknown end of a flight"),
        pytest.param("Residents of Saraqib fled on foot.", ["Saraqib"], id="home of residents"),
        pytest.param("The convoy left for Walker County.", ["Walker County"], id="county"),
        pytest.param("Two bodies lay on Garden Street.", ["Garden Street"], id="street"),
        pytest.param("A bomb went off on Mosul Zarwan road in Kabul.", ["Kabul"], id="a road named after a place far off"),
        pytest.param("A bomb tore through the Parachinar vegetable market.", [], id="no word says that it is there"),
        pytest.param("A bomb went off at the Parachinar vegetable market.", ["Parachinar"], id="a market there"),
        pytest.param("Shells hit the Kurdish city of Marivan.", ["Marivan"], id="a people is no city"),
        pytest.param("Rebels took the town of Chin Zhu Bar.", ["Chin Zhu Bar"], id="unknown name that begins like a known one"),
        pytest.param("The UAE and the U.S. agreed.", ["UAE", "U.S."], id="acronyms"),
        pytest.param("A storm hit Port-au-Prince on Monday.", ["Port-au-Prince"], id="small words between hyphens"),
        pytest.param("Ohioans and Iowans voted.", ["Ohioans", "Iowans"], id="people of states"),
        pytest.param("Syria said shells fell in Tal Tawil.", ["Syria", "Tal Tawil"], id="unknown name that opens like many"),
        pytest.param("Miners stopped work at Kalgoorlie.", ["Kalgoorlie"], id="behind at"),
        pytest.param("Nine monks were killed at Qarbatin.", ["Qarbatin"], id="unknown name behind killed at"),
        pytest.param("The blast at Qarbatin left five dead.", ["Qarbatin"], id="unknown name where a blast was"),
        pytest.param("Gunmen attacked Chibok in Borno state.", ["Chibok", "Borno"], id="its area behind in"),
        pytest.param("They were killed in an attack on Chibok.", ["Chibok"], id="ground of an attack"),
        pytest.param("Gunmen stormed Dan Zumbu in Borno.", ["Dan Zumbu", "Borno"], id="unknown ground of a raid, in its area"),
        pytest.param("The raid on Zumbuli, in the same district, was long.", ["Zumbuli"], id="unknown target, in its area"),
        pytest.param("A truck blew up in Khan Beni Saada, Iraq.", ["Khan Beni Saada", "Iraq"], id="its country behind"),
        pytest.param("Stocks fell in Rome after Frankfurt opened.", ["Rome", "Frankfurt"], id="short name of a large city"),
        pytest.param(
            "Residents of Khartoum waited in the north.", ["Khartoum", "north"], id="compass word for a part of the country"
        ),
    ],
)
def test_places_are_found(text: str, names: list[str]) -> None:
    assert list(mentions(text)) == names


def test_a_village_keeps_being_one() -> None:
    text = "Gunmen raided the village of Zumbuli. The attack on Zumbuli lasted an hour."
    assert [text[one.start : one.end] for one in tag_places(text, split(article(text)))] == ["Zumbuli", "Zumbuli"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A bomb went off as they gathered for Mass.", id="a word and the full stop of its sentence"),
        pytest.param("The attack on Zumbuli shocked many.", id="a target that may be anybody"),
        pytest.param("Ali Zumbuli was hurt. The attack on Zumbuli in a bar shocked many.", id="a target with a given name"),
        pytest.param("She is an ally of dos Santos.", id="a surname with its particle"),
        pytest.param("Michael Jordan and Paris Hilton arrived.", id="people named like places"),
        pytest.param("Mr. Lancaster said no.", id="surname behind a title"),
        pytest.param("Jordan Henderson scored twice.", id="given name that is a country"),
        pytest.param("Ayman al-Zawahiri and Bashar al-Assad spoke.", id="names with an article"),
        pytest.param("Jets bombed a camp of Jaish-e-Mohammad on Tuesday.", id="whose camp it is"),
        pytest.param("They fired a Badr 1 ballistic missile.", id="a weapon called after a place"),
        pytest.param("He named two men, Innocent Kaina and Jo Doe.", id="a first name that is a word"),
        pytest.param("The Development Community met on Thursday.", id="an organisation of no place"),
        pytest.param("He told the Police Department about it.", id="an office of no place"),
        pytest.param("She hiked in Talbot National Park.", id="half of the name of a park"),
        pytest.param("Nine monks were killed at Easter.", id="a feast behind killed at"),
        pytest.param("They met at Maraba Foron on Tuesday.", id="city that begins an unknown name"),
        pytest.param("She works at Queen Elizabeth Hospital.", id="hospital called after a queen"),
        pytest.param("Of course Nice people were Reading.", id="ordinary words that are places elsewhere"),
        pytest.param("SANA reported it on Monday.", id="news agency"),
        pytest.param("The Red Cross sent a team in March.", id="organisation and month"),
        pytest.param("They told us to buy a car.", id="small words like US and CAR"),
        pytest.param("The Wal-Mart was closed.", id="half of a hyphenated name"),
        pytest.param("The two former Soviet republics fought.", id="what a country once was"),
        pytest.param("Gunmen shot the judge Maria Elena Diaz.", id="given names that are a town"),
        pytest.param("Protesters cheered Carlos Lopez Huila.", id="a surname behind given names"),
        pytest.param("Members of the Orlando de Sola group left.", id="a given name before a particle"),
    ],
)
def test_other_names_are_none(text: str) -> None:
    assert mentions(text) == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "THREE SOLDIERS WERE WOUNDED IN A CLASH NEAR CHALATENANGO, THE GARRISON REPORTED.",
            ["CHALATENANGO"],
            id="town behind near",
        ),
        pytest.param(
            "THE GUATEMALAN ARMY SAID IN SAN MARCOS THAT FIGHTING GOES ON.", ["GUATEMALAN", "SAN MARCOS"], id="demonym and town"
        ),
        pytest.param(
            "PEACE AND UNITY WERE THE THEMES OF A SPEECH THAT HE GAVE YESTERDAY.", [], id="words that are provinces elsewhere"
        ),
        pytest.param("A MINE WENT OFF NEAR A BRIDGE IN DOWNTOWN CALI.", ["CALI"], id="city of four letters"),
        pytest.param("SHOTS WERE FIRED AT A SCHOOL IN LA PAZ LAST NIGHT.", ["LA PAZ"], id="name that begins like an acronym"),
        pytest.param("THE GUNMEN HIT THE CAR AND THEN SHOT AT US.", [], id="small words like CAR and US"),
        pytest.param("A BOMB WENT OFF IN THE CASCAJAL NEIGHBORHOOD EARLY THIS MORNING.", ["CASCAJAL"], id="unknown quarter"),
        pytest.param(
            "A NUN WAS SHOT AT DAWN NEAR SAN JACINTO CANTON, SAN VICENTE DEPARTMENT.",
            ["SAN JACINTO", "SAN VICENTE"],
            id="a canton",
        ),
        pytest.param("THE CABINET OF VIRGILIO BARCO VARGAS MET IN BOGOTA ON MONDAY.", ["BOGOTA"], id="a surname"),
        pytest.param("FATHER RIVERA Y SOLIS WAS ATTACKED IN SAN SALVADOR BY TROOPS.", ["SAN SALVADOR"], id="two surnames"),
        pytest.param("TWO MEN IN A CHEVROLET OPALA AUTOMOBILE FIRED AT THE STUDENTS.", [], id="a make of car"),
    ],
)
def test_text_in_capitals(text: str, names: list[str]) -> None:
    assert list(mentions(text)) == names


@pytest.mark.parametrize(
    ("text", "name", "head", "direction"),
    [
        pytest.param("Shelling hit southern Idlib province.", "Idlib", "province", "southern", id="direction and noun behind"),
        pytest.param("It fell on the town of Binnish.", "Binnish", "city", "", id="noun ahead"),
        pytest.param("They camp at the Turkish border.", "Turkish", "border", "", id="border"),
        pytest.param("Troops went to northwest Syria.", "Syria", "", "northwest", id="compass word"),
        pytest.param("Idlib and Aleppo provinces were hit.", "Idlib", "province", "", id="a noun for a row of names"),
        pytest.param("Fighters took Bama local government area.", "Bama", "district", "", id="local government area"),
        pytest.param("Fighters took Karsin, a small village near the river.", "Karsin", "city", "", id="noun behind a comma"),
    ],
)
def test_the_words_beside_a_name(text: str, name: str, head: str, direction: str) -> None:
    detail = mentions(text)[name].detail
    assert (detail.head, detail.direction) == (head, direction)


def test_a_name_that_is_a_place_once_is_one_elsewhere_in_the_article() -> None:
    text = "Firefighters in Watertown saved the mill. Watertown Savings lent the money."
    found = tag_places(text, split(article(text)))
    assert [text[m.start : m.end] for m in found] == ["Watertown", "Watertown"]


def test_a_surname_stays_a_surname() -> None:
    assert "Jackson" not in mentions("Charles Jackson was charged on Friday. Jackson denied it.")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_gives_ordered_spans_that_do_not_overlap(text: str) -> None:
    found = tag_places(text, split(article(text)))
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Shells fell on Kafr Abc, Xyza and Deir Qwe in Syria.", ["Kafr Abc", "Xyza", "Deir Qwe"], id="a row of villages"
        ),
        pytest.param("Jets raided Xyza, Qwerti and Saraqib in Syria.", ["Saraqib", "Xyza", "Qwerti"], id="what was raided"),
        pytest.param("Cases rose in Kampala, Xyza and Qwerti.", ["Kampala", "Xyza", "Qwerti"], id="a row with a city"),
        pytest.param("The police in Mosul, Hezbollah and John Smith agreed.", ["Mosul"], id="a row with somebody"),
        pytest.param("The car of a man from Ballinasloe burned.", ["Ballinasloe"], id="people from a small town"),
    ],
)
def test_names_in_a_row_and_homes_of_people(text: str, names: list[str]) -> None:
    assert {name for name, one in mentions(text).items() if one.kind != "country"} == set(names)
