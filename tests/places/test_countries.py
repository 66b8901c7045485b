"""Countries by the words that news use for them."""

from __future__ import annotations

import pytest

from pipeline.gazetteer.countries import countries, country, country_of


@pytest.mark.parametrize(
    ("word", "iso3", "kind"),
    [
        pytest.param("Syria", "SYR", "name", id="name"),
        pytest.param("SYRIA", "SYR", "name", id="name in capitals"),
        pytest.param("Türkiye", "TUR", "name", id="name with marks"),
        pytest.param("Cote d’Ivoire", "CIV", "name", id="name with a typographic apostrophe"),
        pytest.param("Syrians", "SYR", "people", id="people"),
        pytest.param("Turks", "TUR", "people", id="people with a word of their own"),
        pytest.param("Ivorian", "CIV", "adjective", id="adjective"),
        pytest.param("Moscow", "RUS", "capital", id="capital"),
        pytest.param("Kiev", "UKR", "capital", id="capital in its former spelling"),
        pytest.param("U.S.", "USA", "name", id="acronym with full stops"),
        pytest.param("DRC", "COD", "name", id="acronym"),
        pytest.param("Congo", "COD", "name", id="of two countries the one news mean"),
        pytest.param("Dominican", "DOM", "adjective", id="Dominican is of the Dominican Republic"),
    ],
)
def test_a_word_names_its_country(word: str, iso3: str, kind: str) -> None:
    assert country_of(word) == (iso3, kind)


@pytest.mark.parametrize("word", ["us", "car", "it", "Idlib", ""])
def test_other_words_name_none(word: str) -> None:
    assert country_of(word) is None


def test_codes_are_unique_and_numbers_given_once() -> None:
    numbers = [entry.gwno for entry in countries() if entry.gwno]
    assert len(numbers) == len(set(numbers))
    assert len({entry.iso3 for entry in countries()}) == len(countries())


@pytest.mark.parametrize(
    ("iso3", "gwno"),
    [("SYR", 652), ("TUR", 640), ("IRQ", 645), ("RUS", 365), ("UKR", 369), ("XKX", 347), ("SSD", 626), ("PSE", None)],
)
def test_gleditsch_ward_numbers(iso3: str, gwno: int | None) -> None:
    entry = country(iso3)
    assert entry is not None
    assert entry.gwno == gwno


def test_neighbours_are_mutual() -> None:
    border = {(entry.iso3, other) for entry in countries() for other in entry.neighbours}
    known = {entry.iso3 for entry in countries()}
    assert {pair for pair in border if pair[1] in known and (pair[1], pair[0]) not in border} == set()
