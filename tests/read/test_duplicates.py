"""Copies are found whatever the order; reports on one event by two authors, and updates, are none."""

from __future__ import annotations

import random
from datetime import date

from pipeline.read.duplicates import Sketch, find_duplicates, signature

WORDS = (
    "army town rebels north river bridge soldiers shells market hospital road camp fighters border village militia dawn".split()
)


def story(seed: int, length: int = 300) -> str:
    chooser = random.Random(seed)
    return " ".join(chooser.choice(WORDS) for _ in range(length))


def sketch(name: str, text: str, day: int | None = 1) -> Sketch:
    return Sketch(name, date(2020, 2, day) if day else None, signature(text))


def test_the_first_published_is_the_original_whatever_the_order() -> None:
    text = story(1)
    sketches = [sketch("c", text, 3), sketch("a", text, 2), sketch("b", text.upper(), 1), sketch("d", text, None)]
    for seed in range(5):
        random.Random(seed).shuffle(sketches)
        assert dict(find_duplicates(sketches)) == {"a": "b", "c": "b", "d": "b"}


def test_a_shortened_copy_with_another_head_is_a_copy() -> None:
    text = story(2)
    copy = "From our correspondent. " + " ".join(text.split()[:260])
    assert dict(find_duplicates([sketch("a", text), sketch("b", copy, 2)])) == {"b": "a"}


def test_a_story_rewritten_by_half_is_no_copy() -> None:
    text = story(3)
    update = " ".join(text.split()[:150]) + " " + story(4, 150)
    assert not find_duplicates([sketch("a", text), sketch("b", update, 2)])


def test_different_stories_are_no_copies() -> None:
    assert not find_duplicates(sketch(str(i), story(i)) for i in range(10, 60))


def test_a_later_article_changes_no_earlier_verdict() -> None:
    early = [sketch("a", story(5), 1), sketch("b", story(5), 2)]
    late = [sketch("c", story(5), 3), sketch("d", story(6), 3)]
    assert find_duplicates(early).items() <= find_duplicates([*late, *early]).items()


def test_short_texts_are_copies_only_word_for_word_and_at_the_same_time() -> None:
    text = "At least 24 people were killed across the country."
    assert dict(find_duplicates([sketch("a", text), sketch("b", text, 2)])) == {"b": "a"}
    assert not find_duplicates([sketch("a", text), sketch("b", text.replace("24", "25"), 1)])
    assert not find_duplicates([sketch("a", text), sketch("b", text, 20)])


def test_case_and_punctuation_do_not_matter() -> None:
    assert signature("The army left.") == signature("the ARMY left")
