"""What is held back from the model hangs where it belongs afterwards."""

from __future__ import annotations

import pytest

from pipeline.parse import Parser
from pipeline.records import Sentence, Token


def tree(parser: Parser, text: str) -> tuple[Token, ...]:
    return parser.parse((Sentence(0, 0, len(text), 0),), text)[0].tokens


def governed(parser: Parser, text: str, word: str) -> tuple[str, str]:
    """A word's relation and the word it hangs on."""
    tokens = tree(parser, text)
    token = next(t for t in tokens if t.text == word)
    return token.dep, tokens[token.head].text


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ten traders were on Friday killed in the market.", "Friday", ("obl", "killed")),
        ("Police had held on Sunday three men in the market.", "Sunday", ("obl", "held")),
        ("The truce held, but on Tuesday two rockets wounded nine guards.", "Tuesday", ("obl", "wounded")),
        ("Ten traders were Friday night killed in the market.", "night", ("obl:unmarked", "killed")),
        ("The envoy was late on Monday released by the clan.", "envoy", ("nsubj:pass", "released")),
        ("Six guards were Thursday [24 April] wounded near the dam.", "guards", ("nsubj:pass", "wounded")),
    ],
    ids=["day", "before the object", "behind but", "part of a day", "late", "bracket"],
)
def test_a_day_before_its_participle(parser: Parser, text: str, word: str, expected: tuple[str, str]) -> None:
    assert governed(parser, text, word) == expected


@pytest.mark.parametrize(
    "text",
    ["Gunmen on motorbikes shot dead 27 shoppers in Zinder.", "The guards lined up ten men and shot them dead on Monday."],
    ids=["before the object", "behind a pronoun"],
)
def test_shot_dead_is_one_verb(parser: Parser, text: str) -> None:
    assert governed(parser, text, "dead") == ("xcomp", "shot")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kenya launched what it called a raid on the camp.", "raid", ("obj", "launched")),
        ("The rebels left in what the army described as a flight.", "flight", ("obl", "left")),
        ("The mayor fled on Monday, two days after rebels struck.", "struck", ("advcl", "fled")),
        ("Hours after the blast the mayor fled.", "blast", ("obl", "fled")),
    ],
    ids=["what it is called", "what it is described as", "days after", "hours after"],
)
def test_what_is_put_in_changes_no_clause(parser: Parser, text: str, word: str, expected: tuple[str, str]) -> None:
    assert governed(parser, text, word) == expected


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Abdel Fattah al-Burhan met the envoys in Port Sudan.", "Abdel", "met"),
        ("Islamic State in Iraq and the Levant killed nine guards.", "State", "killed"),
        ("The town is calm, Save the Children said.", "Save", "said"),
        ("ECOWAS sent troops to the border.", "ECOWAS", "sent"),
        ("On Monday Al Qaeda attacked a camp near the wells.", "Al", "attacked"),
        ("IS shot nine men in the square.", "IS", "shot"),
    ],
    ids=["surname", "organisation", "a name like a clause", "acronym", "behind a day", "a name like a verb"],
)
def test_a_name_is_the_subject_whatever_its_words_look_like(parser: Parser, text: str, subject: str, verb: str) -> None:
    assert governed(parser, text, subject) == ("nsubj", verb)


def test_the_words_of_a_name_keep_their_place_and_text(parser: Parser) -> None:
    text = "Police blamed Islamic State in Iraq and the Levant for the blast."
    tokens = tree(parser, text)
    assert [text[t.start : t.end] for t in tokens] == [t.text for t in tokens]
    inside = [t for t in tokens if text.index("Islamic") <= t.start < text.index(" for the blast")]
    assert [t.text for t in inside if tokens[t.head] not in inside] == ["State"]
