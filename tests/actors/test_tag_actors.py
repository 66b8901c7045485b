"""Mentions of actors in text: the longest wins, acronyms only as written, names only with a capital."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tag.actors import split_words, tag_actors


def tagged(text: str) -> list[tuple[str, str]]:
    return [(m.kind, text[m.start : m.end]) for m in tag_actors(text)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("the Syrian Democratic Forces", [("actor", "Syrian Democratic Forces")], id="longest match"),
        pytest.param("al-Shabaab", [("actor", "al-Shabaab")], id="hyphens do not matter"),
        pytest.param(
            "Abdel Fattah al-Burhan’s men", [("actor", "Abdel Fattah al-Burhan"), ("noun", "men")], id="curly apostrophe"
        ),
        pytest.param("they told us", [], id="us is no country"),
        pytest.param("the US army", [("actor", "US army")], id="US is"),
        pytest.param("the U.S. said", [("country", "U.S.")], id="with full stops"),
        pytest.param("he is who was there", [], id="acronyms in lower case are words"),
        pytest.param("ate turkey", [], id="names need a capital"),
        pytest.param("Islamic. State", [("noun", "State")], id="a full stop parts words"),
        pytest.param("the Washington Post", [("country", "Washington")], id="a noun in a newspaper's name is no outpost"),
        pytest.param("off the Gulf of Guinea", [], id="a gulf is no country"),
        pytest.param("the Indian Ocean", [], id="nor is an ocean"),
        pytest.param("India's navy in the Indian Ocean", [("country", "India"), ("noun", "navy")], id="beside an ocean"),
        pytest.param("defence minister", [("title", "defence minister")], id="an office"),
    ],
)
def test_tags(text: str, mentions: list[tuple[str, str]]) -> None:
    assert tagged(text) == mentions


def test_print_in_capitals() -> None:
    text = "PERUVIAN POLICE SAID THAT SHINING PATH GUERRILLAS TOLD US TO LEAVE IN MAY"
    assert ("actor", "SHINING PATH GUERRILLAS") in tagged(text)
    assert not any(words == "US" for _, words in tagged(text))


@given(st.text(max_size=80))
def test_junk_is_read_in_order_without_overlap(text: str) -> None:
    words = split_words(text)
    assert all(0 <= start < end <= len(text) for start, end in words.spans)
    assert all(one.end <= other.start for one, other in pairwise(tag_actors(text)))
