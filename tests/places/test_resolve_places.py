"""Which place a name means, and whether it is meant as a place."""

from __future__ import annotations

import pytest

from pipeline.resolve.place_build import priogrid
from pipeline.resolve.places import places_rows
from tests.places.article import article, places


@pytest.mark.parametrize(
    ("text", "name", "iso3", "level", "where_prec"),
    [
        pytest.param("Syria said shells fell on Saraqib.", "Saraqib", "SYR", "place", 1, id="town"),
        pytest.param("Syria said shells fell in Idlib province.", "Idlib", "SYR", "province", 4, id="province by its noun"),
        pytest.param("In Syria a bomb hit the city of Idlib.", "Idlib", "SYR", "place", 1, id="town by its noun"),
        pytest.param("Syria said shells fell near Saraqib.", "Saraqib", "SYR", "place", 2, id="near a town"),
        pytest.param("Iraq said a convoy burned 20 km north of Mosul.", "Mosul", "IRQ", "place", 2, id="some way from a town"),
        pytest.param("Fighting raged in Darfur, Sudan said.", "Darfur", "SDN", "region", 5, id="region of several provinces"),
        pytest.param(
            "Ten people died in the Borno State village of Abc.", "Borno State", "NGA", "province", 4, id="state of a village"
        ),
        pytest.param("Rebels killed ten people in Ramadi.", "Ramadi", "IRQ", "place", 1, id="city and hamlets abroad"),
        pytest.param("Gunmen stormed a house in Latifiya.", "Latifiya", "IRQ", "place", 1, id="name of one country alone"),
        pytest.param("Clashes broke out in Yemen.", "Yemen", "YEM", "country", 6, id="country"),
        pytest.param("A ship was seized in the Gulf of Aden.", "Gulf of Aden", None, "sea", 7, id="sea"),
        pytest.param("Troops massed in northwest Syria.", "Syria", "SYR", "region", 5, id="corner of a country"),
        pytest.param(
            "Refugees reached the Turkish border from Syria.",
            "Turkish",
            "SYR",
            "region",
            5,
            id="border lies in the other country",
        ),
        pytest.param("A car bomb went off in the Iraqi capital.", "Iraqi", "IRQ", "place", 1, id="capital by description"),
        pytest.param("The army bombed Ma'aret Nu'man, Syria said.", "Ma'aret Nu'man", "SYR", "place", 1, id="transliteration"),
        pytest.param("A blast shook Alexandria, Egypt.", "Alexandria", "EGY", "place", 1, id="country behind the comma"),
        pytest.param("A fire gutted a mill in Alexandria, La.", "Alexandria", "USA", "place", 1, id="state behind the comma"),
        pytest.param("Police in Ohio and Georgia met.", "Georgia", "USA", "province", 4, id="a state among states"),
        pytest.param(
            "Russia sent troops to Georgia, Ohio's senator said.", "Georgia", "GEO", "country", 6, id="a neighbour named"
        ),
        pytest.param("Trains from New York to Boston stopped.", "Boston", "USA", "place", 1, id="city before a hamlet near by"),
        pytest.param(
            "Gunmen in Syria shot an imam in al-Suwayda.", "al-Suwayda", "SYR", "province", 4, id="article before any letter"
        ),
        pytest.param(
            "Syria said bombs fell on rural Damascus.", "rural Damascus", "SYR", "province", 4, id="rural makes a province"
        ),
        pytest.param("China, Japan and Iran will meet on Monday.", "China", "CHN", "country", 6, id="a country in a row"),
        pytest.param("He flew from Ohio to England.", "England", "GBR", "province", 4, id="England among states"),
        pytest.param(
            "A shell hit Lebanon's main northern city of Tripoli.", "Tripoli", "LBN", "place", 1, id="a country's city of"
        ),
        pytest.param(
            "Six died in Riyadh, a mainly rural town in oil-rich Kirkuk province.", "Riyadh", "IRQ", "place", 1, id="apposed"
        ),
        pytest.param(
            "Mozambique's troops retook Palma. Fighters had overrun Palma and burned Palma's port.",
            "Palma",
            "MOZ",
            "place",
            1,
            id="a village that a war made known, not a city without ground",
        ),
        pytest.param("Gunmen shot a farmer in Gara village in Kaduna State.", "Gara", "NGA", "place", 4, id="not one abroad"),
        pytest.param("Troops in Nigeria left Niger state.", "Niger", "NGA", "province", 4, id="a name with its noun"),
        pytest.param("The Saudi-led coalition struck Abcdo village in Yemen.", "Abcdo", "YEM", "place", 1, id="not the backer's"),
        pytest.param("Boko Haram burned Abcdo village.", "Abcdo", "NGA", "place", 1, id="where the group is at home"),
        pytest.param("Gunmen raided Mairi village near Maiduguri, Nigeria.", "Mairi", "NGA", "place", 1, id="no town far off"),
        pytest.param("Jets hit the Hiran area of Hajja province in Yemen.", "Hiran", "YEM", "unknown", 4, id="no area abroad"),
        pytest.param("The Taliban left Zabol province, Afghanistan said.", "Zabol", "AFG", "province", 4, id="no town abroad"),
        pytest.param("Rebels hit a village near the Chadian border.", "Chadian", None, "region", 5, id="the side is not told"),
        pytest.param("Police in Rim village shot a farmer.", "Rim", None, "place", 1, id="no city is a village"),
        pytest.param(
            "Thieves from Mullingar fled to Tullamore, Athlone and Longford.",
            "Longford",
            "IRL",
            "place",
            1,
            id="most of the towns",
        ),
        pytest.param("Gunmen fired on Lebanese troops in Tripoli.", "Tripoli", "LBN", "place", 1, id="not the capital abroad"),
        pytest.param("Alabama sent crews to Athens after the storm.", "Athens", "USA", "place", 1, id="not the capital far off"),
        pytest.param("Melbourne sent crews to fires in Victoria.", "Victoria", "AUS", "province", 4, id="state of a city named"),
        pytest.param(
            "Russian rockets hit homes in Kramatorsk.", "Kramatorsk", "UKR", "place", 1, id="a town no other country has"
        ),
        pytest.param("A bomb went off in Hama on Monday.", "Hama", "SYR", "place", 1, id="a city by another spelling"),
        pytest.param("A bomb went off in Hodeidah on Monday.", "Hodeidah", "YEM", "place", 1, id="a city by a far spelling"),
        pytest.param("Zika reached Bahia in Brazil.", "Bahia", "BRA", "province", 4, id="state, not a city's other name"),
        pytest.param("Shells fell on Abc in Al Manshiya, Syria.", "Al Manshiya", "SYR", "unknown", 1, id="no town abroad"),
        pytest.param("The ferry sank in the Kattegat.", "Kattegat", None, "sea", 7, id="strait"),
        pytest.param("Floods hit the Vendée in France.", "Vendée", "FRA", "district", 3, id="department of France"),
        pytest.param("A rocket killed two in Hodeidah, Yemen.", "Hodeidah", "YEM", "place", 1, id="town before its area"),
        pytest.param("In Mali, gunmen attacked Ogossagou.", "Ogossagou", "MLI", "place", 1, id="village that was attacked"),
        pytest.param("Russian shells hit Donetsk.", "Donetsk", "UKR", "place", 1, id="seat of an area of its name"),
        pytest.param("A bank in Chicago has a branch in Frankfurt.", "Frankfurt", "DEU", "place", 1, id="a metropolis"),
        pytest.param("Canada flew the patient to Birmingham.", "Birmingham", "GBR", "place", 1, id="large city without ground"),
    ],
)
def test_a_name_in_its_context(text: str, name: str, iso3: str | None, level: str, where_prec: int) -> None:
    place = places(text)[name]
    assert (place.iso3, place.level, place.where_prec) == (iso3, level, where_prec)


def test_a_quarter_lies_in_the_city_that_is_named_with_it() -> None:
    place = places("Syria said two bombs went off in the Zahraa district of Homs.")["Zahraa"]
    assert (place.iso3, place.admin1_name) == ("SYR", "Homs")  # not the village of that name near Aleppo


def test_a_city_is_not_a_hamlet_next_to_what_is_named() -> None:
    place = places("Trains from New York to Boston stopped.")["Boston"]
    assert place.admin1_name == "Massachusetts"


def test_a_province_has_its_codes() -> None:
    place = places("Shelling went on in Idlib province, Syria.")["Idlib"]
    assert (place.name, place.admin1_name, place.admin1_code, place.country, place.gwno) == ("Idlib", "Idlib", "12", "Syria", 652)
    assert place.priogrid_gid is None  # an area lies in several cells
    assert place.latitude == pytest.approx(35.9, abs=0.3)


def test_nothing_is_placed_in_a_country_without_ground() -> None:
    place = places("Villagers in Santa Rosa fled, the minister of Chad said.")["Santa Rosa"]
    assert (place.latitude, place.geonames_id) == (None, None)
    assert place.text == "Santa Rosa"


def test_an_unknown_village_lies_where_the_text_puts_it() -> None:
    place = places("Gunmen burned Zumbuli village in Borno State, Nigeria.")["Zumbuli"]
    assert (place.name, place.iso3, place.admin1_name, place.geonames_id) == ("Zumbuli", "NGA", "Borno", None)
    assert place.where_prec == 4  # as exact as the province that holds it


def test_one_name_means_one_place_in_an_article() -> None:
    found = places("Firefighters in Springfield, Ill., saved a mill. The mayor of Springfield thanked them.")
    assert (found["Springfield"].iso3, found["Springfield"].admin1_name) == ("USA", "Illinois")


@pytest.mark.parametrize(
    ("text", "name", "reading"),
    [
        pytest.param("Shells fell in Idlib on Monday.", "Idlib", "literal", id="behind in"),
        pytest.param("Moscow said on Monday that it would help.", "Moscow", "associative", id="subject of said"),
        pytest.param("Turkish soldiers were killed.", "Turkish", "associative", id="demonym"),
        pytest.param("The army launched an Idlib offensive on Monday.", "Idlib", "literal", id="compound of offensive"),
        pytest.param("Ten people were killed in Kenya's restive north.", "Kenya", "literal", id="compass word behind it"),
        pytest.param("A judge was shot dead in his Baghdad home.", "Baghdad", "literal", id="home there"),
        pytest.param("The Sochi deal collapsed on Monday.", "Sochi", "undetermined", id="name of an event"),
        pytest.param("The minister accused Russia of lying.", "Russia", "associative", id="object of accused"),
        pytest.param("The rebels captured Palmyra on Monday.", "Palmyra", "literal", id="object of captured"),
        pytest.param("An Ankara-based group published the list.", "Ankara", "associative", id="based there"),
        pytest.param("A blast hit the town of Binnish on Monday.", "Binnish", "literal", id="the town of"),
        pytest.param("Cases rose in Edo State, Nigeria, on Monday.", "Nigeria", "literal", id="country behind the comma"),
        pytest.param(
            "Cases rose in Huambo, Angola's minister said.", "Angola", "associative", id="its minister behind the comma"
        ),
        pytest.param("Tonga, Iran and Turkey agreed on Monday.", "Turkey", "associative", id="country in a row of countries"),
        pytest.param("The ship sank between Tunisia and Malta.", "Tunisia", "literal", id="sank between"),
        pytest.param("Talks between Armenia and Iran failed.", "Armenia", "associative", id="talks between"),
        pytest.param("The envoy will not talk to Pyongyang.", "Pyongyang", "associative", id="talk to"),
        pytest.param("The plane left Rio for Paris on Monday.", "Paris", "literal", id="left for"),
        pytest.param("Zagreb was among the cities on the list.", "Zagreb", "literal", id="was among the cities"),
        pytest.param("Egypt saw clashes on Friday.", "Egypt", "literal", id="saw clashes"),
        pytest.param("The Bekaa Valley hosts thousands of refugees.", "Bekaa Valley", "literal", id="valley as subject"),
        pytest.param("Rift Valley fever killed ten people.", "Rift Valley", "associative", id="a disease named after it"),
        pytest.param("Under pressure from Ankara, the rebels left.", "Ankara", "associative", id="pressure from"),
        pytest.param("A Turkish court jailed two mayors.", "Turkish", "associative", id="court of a state"),
    ],
)
def test_place_or_actor(text: str, name: str, reading: str) -> None:
    assert places(text)[name].reading == reading


@pytest.mark.parametrize(
    ("latitude", "longitude", "gid"),
    [(-90.0, -180.0, 1), (-89.6, -179.4, 2), (-89.4, -180.0, 721), (35.93, 36.63, 181154), (90.0, 180.0, 259200)],
)
def test_grid_cells_count_from_the_south_west(latitude: float, longitude: float, gid: int) -> None:
    assert priogrid(latitude, longitude) == gid


def test_a_place_without_a_point_has_no_cell() -> None:
    assert priogrid(None, 36.6) is None


def test_rows_of_the_command_places() -> None:
    text = "Shells fell on Saraqib in Syria’s northwest, Turkish officials said."
    rows = places_rows(article(text))
    assert [text[row["start"] : row["end"]] for row in rows] == ["Saraqib", "Syria", "Turkish"]
    assert set(rows[0]) == {"start", "end", "name", "geonames_id", "lat", "lon", "iso3", "reading"}
    assert rows[2]["reading"] == "associative"
