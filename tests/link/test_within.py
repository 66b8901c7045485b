"""Tellings of one article by what they take up: the victims, the act, its aftermath."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pandas import isna

from pipeline import extract
from pipeline.link.within import group_article
from tests.link.notation import telling

JUDGE_IN_SULUK = "ASSAULT/firearms 2019-12-23 SYR.RA.Suluk >JUD killed=1 sentence=1 at=100"
JUDGE_IN_HAMA = "ASSAULT/firearms 2019-12-20 SYR.HA.Hama >JUD killed=1 sentence=4 at=400"
THE_JUDGE = "ASSAULT ..2019-12-23 >the_JUD sentence=25 at=2500"


def sizes(*lines: str) -> list[int]:
    """How many tellings each event has."""
    return [len(group.reports) for group in group_article([telling(line) for line in lines])]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param((JUDGE_IN_SULUK, THE_JUDGE), [2], id="the one judge that was told"),
        pytest.param((JUDGE_IN_SULUK, JUDGE_IN_HAMA, THE_JUDGE), [1, 1, 1], id="which of two judges is not told"),
    ],
)
def test_victims_are_recalled_where_only_one_act_hit_them(lines: tuple[str, ...], expected: list[int]) -> None:
    assert sizes(*lines) == expected


def test_what_points_back_means_the_main_act_of_a_sentence() -> None:
    groups = group_article(
        [
            telling("ASSAULT/firearms 2019-12-23 MIL>CVL killed=5 sentence=1 at=100"),
            telling("ASSAULT/firearms 2019-12-23 COP>MIL killed=1 sentence=1 at=140"),
            telling("the ASSAULT ..2019-12-23 SYR.RA.Suluk injured=9 sentence=2 at=200"),
        ]
    )
    assert [len(group.reports) for group in groups] == [2, 1]


@pytest.mark.parametrize(
    ("aftermath", "expected"),
    [
        pytest.param("result ASSAULT ..2019-12-23 >the_CVL sentence=3 at=300", [2], id="the passengers were hurt"),
        pytest.param("result ASSAULT ..2019-12-23 >CVL killed=9 sentence=3 at=300", [1, 1], id="nine people were killed"),
    ],
)
def test_what_became_of_people_told_before(aftermath: str, expected: list[int]) -> None:
    assert sizes("ASSAULT/explosives 2019-12-23 SYR.RA.Suluk killed=2 sentence=1 at=100", aftermath) == expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        pytest.param("They_burned_houses.", [2], id="they"),
        pytest.param("Rebels_say_they_burned_houses.", [1, 1], id="they who say so"),
    ],
)
def test_what_they_did_next(quote: str, expected: list[int]) -> None:
    attack = "ASSAULT ..2019-12-23 SYR.RA.Suluk SYRREB>CVL killed=12 sentence=1 at=100"
    next_act = telling(f"ASSAULT/destroy ..2019-12-23 SYRREB sentence=2 at=200 quote={quote} trigger=burned")
    they = next_act.sentence_start + next_act.quote.casefold().index("they")
    actors = tuple(replace(one, text="they", start=they) for one in next_act.participants)
    groups = group_article([telling(attack), replace(next_act, participants=actors)])
    assert [len(group.reports) for group in groups] == expected


@pytest.mark.parametrize(
    ("text", "events"),
    [
        pytest.param("The attack took place on March 1 in Kano, where gunmen killed 33 civilians.", 1, id="where it took place"),
        pytest.param("Gunmen attacked a bus in Kano on March 1, where raiders later killed 33.", 2, id="another there"),
    ],
)
def test_what_happened_where_an_attack_took_place(text: str, events: int) -> None:
    assert len(extract(text, "2025-03-08").events) == events


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        pytest.param(("ASSAULT 2019-12-22 SYR.HA.Hama sentence=2 at=200",), [2], id="one attack"),
        pytest.param(
            ("ASSAULT 2019-12-21 SYR.RA.Suluk sentence=1 at=100", "ASSAULT 2019-12-22 SYR.HA.Hama sentence=2 at=200"),
            [1, 1, 1],
            id="a raid on Suluk, then one on Hama",
        ),
    ],
)
def test_the_attacks_after_two_are_not_the_last_one(acts: tuple[str, ...], expected: list[int]) -> None:
    assert sizes(*acts, "the ASSAULT scope=multiple ..2019-12-23 SYR.HA.Hama killed=9 sentence=3 at=300") == expected


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        pytest.param("The raid came days after a massacre in which 160 people died.", [None, 160], id="came after"),
        pytest.param("The raid came days after an attack that killed 23 people.", [None, 23], id="came after an attack that"),
        pytest.param("The number killed has risen to 26, the army said.", [26], id="the number killed"),
        pytest.param("The number of people killed has risen to 26.", [26], id="the number of people killed"),
        pytest.param("The raid came at dawn and left 12 people dead.", [12], id="what the raid itself did"),
    ],
)
def test_a_toll_is_of_the_act_told_not_of_what_it_came_after(text: str, dead: list[int | None]) -> None:
    events = extract(f"Gunmen attacked the village of Bunu on Monday. {text}", "2023-05-05").events
    assert [None if isna(number) else number for number in events["fatalities_best"]] == dead
