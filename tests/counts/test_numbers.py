"""Numbers in words and digits: the value first, then ways to say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tag.numbers import digits_value, read_number

SAID = {
    12: ["12", "twelve", "a dozen"],
    22: ["22", "twenty two", "twenty - two"],
    24: ["two dozen"],
    6: ["half a dozen"],
    100: ["a hundred", "one hundred", "100"],
    250: ["two hundred and fifty", "two hundred fifty", "250"],
    12_000: ["12,000", "twelve thousand", "12 thousand"],
    1_200_000: ["1.2 million", "1.2 mn"],
    500_000: ["half a million"],
    3_405: ["three thousand four hundred and five", "3,405"],
    2: ["a couple", "two"],
}
VAGUE = {"several": 3, "a few": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "tens of thousands": 20_000,
         "hundreds of thousands": 200_000, "several hundred": 300, "several dozen": 36, "a few thousand": 3_000}  # fmt: skip


@pytest.mark.parametrize(("value", "words"), [pytest.param(v, w, id=w) for v, said in SAID.items() for w in said])
def test_exact_numbers(value: int, words: str) -> None:
    number = read_number(words.split(), 0)
    assert number is not None
    assert (number.bounds, number.end, number.vague) == ((value, value, value), len(words.split()), "")


@pytest.mark.parametrize(("words", "value"), [pytest.param(w, v, id=w) for w, v in VAGUE.items()])
def test_vague_quantities_are_open_above(words: str, value: int) -> None:
    number = read_number(words.split(), 0)
    assert number is not None
    assert number.bounds == (value, value, None)
    assert number.vague


@pytest.mark.parametrize("words", ["soldiers", "a soldier", "and", "tenth", "10:30", "1990s", "hundredth"])
def test_other_words_are_no_numbers(words: str) -> None:
    assert read_number(words.split(), 0) is None


def test_two_numbers_in_a_row_stay_two() -> None:
    assert read_number(["12", "13"], 0) == (0, 1, (12, 12, 12), "")


@given(st.integers(0, 10**9))
def test_digits_with_commas(value: int) -> None:
    assert digits_value(f"{value:,}") == digits_value(str(value)) == value


@given(
    st.lists(
        st.sampled_from("a the of and two twenty hundred thousand million dozen dozens several half - 5 1,000".split()),
        max_size=8,
    )
)
def test_any_words_are_read_within_bounds(words: list[str]) -> None:
    for start in range(len(words)):
        number = read_number(words, start)
        assert number is None or start == number.start < number.end <= len(words)
