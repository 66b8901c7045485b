"""Sentences that say the same in nearly the same words are known, however they begin and whatever was left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.link.likeness import LEAST_STEMS, Saying, are_alike, sayings_of, sketches_of

KUWAIT = "Kuwait followed its larger neighbour on Monday and recalled the ambassador from Tripoli for consultations."


def sentence(text: str) -> Saying:
    """The stems of a whole sentence."""
    return sayings_of(text, 0, 0)[0]


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        pytest.param(KUWAIT, True, id="the same"),
        pytest.param(
            "On Monday, Kuwait recalled its ambassador from Tripoli, following its larger neighbour.", True, id="turned"
        ),
        pytest.param(
            "The emirate ordered its envoy home on Monday after a night of shooting in Tripoli.", False, id="other words"
        ),
        pytest.param("Kuwait recalled its ambassador.", False, id="too short to tell"),
        pytest.param("", False, id="empty"),
    ],
)
def test_alike(other: str, alike: bool) -> None:
    assert are_alike(sentence(KUWAIT), sentence(other), 0.6) == alike


def test_copies_with_a_word_changed_share_a_sketch() -> None:
    words = KUWAIT.split()
    for left_out in range(len(words)):
        other = sentence(" ".join(words[:left_out] + words[left_out + 1 :]))
        assert set(sketches_of(other)) & set(sketches_of(sentence(KUWAIT)))


def test_the_words_around_a_trigger_are_those_of_its_clause() -> None:
    said = "While envoys of four states were still at lunch in a hotel by the lake, Kuwait recalled the ambassador from Tripoli."
    clause = sayings_of(said, said.index("recalled"), said.index(" the ambassador"))[1]
    again = "Kuwait recalled the ambassador from Tripoli, which nobody in the ministry of the emirate would explain to reporters."
    other = sayings_of(again, again.index("recalled"), again.index(" the ambassador"))[1]
    assert are_alike(clause, other, 0.4)
    assert not are_alike(sentence(said), sentence(again), 0.4)


@given(st.text(max_size=200))
def test_any_text_has_a_saying_that_is_like_itself_alone_or_none(text: str) -> None:
    saying = sentence(text)
    assert are_alike(saying, saying, 0.6) == bool(saying)
    assert not saying or len(saying) >= 4 * LEAST_STEMS
    assert len(sketches_of(saying)) == (4 if saying else 0)
