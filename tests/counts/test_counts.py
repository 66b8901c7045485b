"""The numbers of an event: wholes and parts, lists, several fates in one clause."""

from __future__ import annotations

import pytest

from pipeline.parse import Parser
from pipeline.records import Count
from pipeline.resolve.counts import count_candidates
from tests.actors.article import act, read

Tolls = tuple[tuple[str, str], ...]


def counted(text: str, tolls: Tolls, parser: Parser) -> tuple[Count, ...]:
    reading = read(text, parser)
    candidate = act(reading, event_type="ASSAULT", tolls=tolls)
    return count_candidates(reading, (candidate,), ((),))[0]


def wholes(counts: tuple[Count, ...]) -> dict[str, tuple[int | None, int | None, int | None]]:
    """The first number of each kind."""
    return {c.kind: (c.low, c.best, c.high) for c in reversed(counts)}


def parts(counts: tuple[Count, ...]) -> list[tuple[int | None, str | None]]:
    """The numbers behind the whole, or the whole itself when it is of one sector."""
    return [(c.best, c.sector) for c in counts[1:] or counts if c.sector]


KILLED: Tolls = (("killed", "soldiers"),)


@pytest.mark.parametrize(
    ("text", "tolls", "whole", "split"),
    [
        pytest.param("It killed 12 soldiers.", KILLED, 12, [(12, "MIL")], id="a number"),
        pytest.param(
            "It sent 300 soldiers and 12 tanks.", (("troops", "soldiers"),), 300, [(300, "MIL")], id="tanks are no troops"
        ),
        pytest.param("It killed 12 soldiers and a civilian contractor.", KILLED, 13, [(12, "MIL"), (1, "CVL")], id="a list"),
        pytest.param(
            "It killed 12 soldiers, three nurses and a priest.",
            KILLED,
            16,
            [(12, "MIL"), (3, "MED"), (1, "REL")],
            id="a long list",
        ),
        pytest.param("It killed 20 people, including three soldiers.", (("killed", "people"),), 20, [(3, "MIL")], id="including"),
        pytest.param("It killed 20 people, five of them soldiers.", (("killed", "people"),), 20, [(5, "MIL")], id="of them"),
        pytest.param("It killed 15, among them seven children.", (("killed", "children"),), 15, [(7, "CVL")], id="among them"),
        pytest.param("A nurse was among nine people killed.", (("killed", "nurse"),), 9, [], id="among"),
        pytest.param("They seized two teachers and killed them.", (("killed", "them"),), 2, [(2, "EDU")], id="taken up by them"),
        pytest.param("A soldier was killed.", (("killed", "soldier"),), 1, [(1, "MIL")], id="one person"),
        pytest.param("The mayor of Gao was killed.", (("killed", "mayor"),), 1, [(1, "GOV")], id="one office"),
        pytest.param("The bodies of six soldiers were found.", (("killed", "bodies"),), 6, [(6, "MIL")], id="bodies of"),
        pytest.param("A total of nine people were killed.", (("killed", "total"),), 9, [], id="a total of"),
        pytest.param("It killed dozens, perhaps hundreds of people.", (("killed", "dozens"),), 24, [], id="a guess is not added"),
        pytest.param("It killed dozens of people.", (("killed", "dozens"),), 24, [], id="vague"),
    ],
)
def test_wholes_and_parts(text: str, tolls: Tolls, whole: int, split: list[tuple[int, str]], parser: Parser) -> None:
    found = counted(text, tolls, parser)
    assert wholes(found)[tolls[0][0]][1] == whole
    assert parts(found) == split


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Soldiers were killed.", "Soldiers", id="bare plural"),
        pytest.param("The army was hit.", "army", id="a body of people"),
        pytest.param("A family was killed.", "family", id="a family"),
    ],
)
def test_no_number_is_told(text: str, word: str, parser: Parser) -> None:
    assert counted(text, (("killed", word),), parser) == ()


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        pytest.param("It killed 12 people and wounded 30.", (("killed", "people"), ("injured", "30")), id="two verbs"),
        pytest.param("It caused the death of 12 people and wounded 30.", (("injured", "30"),), id="death of"),
        pytest.param("12 people were killed and 30 others wounded.", (("killed", "people"),), id="left-out verb"),
        pytest.param(
            "12 people were killed and 30 were wounded.", (("killed", "people"), ("injured", "people")), id="own number"
        ),
        pytest.param(
            "The blast left 12 dead and 30 wounded.", (("killed", "dead"), ("killed", "wounded")), id="left dead, wounded"
        ),
    ],
)
def test_killed_and_wounded_in_one_clause(text: str, tolls: Tolls, parser: Parser) -> None:
    assert wholes(counted(text, tolls, parser)) == {"killed": (12, 12, 12), "injured": (30, 30, 30)}


def test_an_open_number_keeps_its_sum_open(parser: Parser) -> None:
    found = counted("It killed at least 12 soldiers and two nurses.", KILLED, parser)
    assert wholes(found) == {"killed": (14, 14, None)}
    assert found[0].qualifier == "at least"


def test_words_and_offsets_agree(parser: Parser) -> None:
    text = "It killed at least 12 soldiers and two nurses."
    for count in counted(text, KILLED, parser):
        assert text[count.start : count.end] == count.text


def test_a_name_and_what_the_person_is_are_one(parser: Parser) -> None:
    found = counted("Omar Saleh, a teacher, was killed.", (("killed", "Saleh"),), parser)
    assert wholes(found) == {"killed": (1, 1, 1)}


def test_a_number_of_one_sector_stands_once(parser: Parser) -> None:
    assert [(c.best, c.sector) for c in counted("It killed 12 soldiers.", KILLED, parser)] == [(12, "MIL")]


def test_the_same_people_told_twice_count_once(parser: Parser) -> None:
    found = counted("It killed 12 soldiers.", (("killed", "soldiers"), ("killed", "soldiers")), parser)
    assert wholes(found) == {"killed": (12, 12, 12)}
