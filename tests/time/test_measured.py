"""A told length of time between two deeds dates the one from the other; a clause with "when" dates by the day before it."""

from __future__ import annotations

import pytest

from pipeline.parse import Parser
from tests.time.telling import dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gunmen killed a judge on Sunday. The attack came three days after rebels shelled the base.",
            ["killed: 2020-02-16 day relative", "attack came: ..2020-02-19 unknown none", "shelled: 2020-02-13 day relative"],
            id="back from the sentence before",
        ),
        pytest.param(
            "Gunmen killed a judge in Gao. The attack came two days after rebels shelled the base on Sunday.",
            [
                "killed: 2020-02-18 day inherited",
                "attack came: 2020-02-18 day relative",
                "shelled: 2020-02-16 day relative",
            ],
            id="on to the sentence before",
        ),
        pytest.param(
            "Gunmen killed a judge in Gao. The attack came two days after a raid on Sunday.",
            ["killed: 2020-02-18 day inherited", "attack came: 2020-02-18 day relative"],
            id="the day behind the noun",
        ),
        pytest.param(
            "Rebels shelled the base on Monday, four days after the army bombed the village.",
            ["shelled: 2020-02-17 day relative", "bombed: 2020-02-13 day relative"],
            id="back from the main clause",
        ),
        pytest.param(
            "Two days after rebels shelled the base on Friday, the army bombed the village.",
            ["shelled: 2020-02-14 day relative", "bombed: 2020-02-16 day relative"],
            id="on from the clause of time",
        ),
        pytest.param(
            "A day before the army bombed the village on Friday, rebels killed two policemen.",
            ["bombed: 2020-02-14 day relative", "killed: 2020-02-13 day relative"],
            id="before",
        ),
        pytest.param(
            "Soldiers attacked the palace in May 2019, two years after rebels bombed the barracks.",
            ["attacked: 2019-05-01..2019-05-31 month explicit", "bombed: 2017-01-01..2017-12-31 year explicit"],
            id="years are as wide as years",
        ),
        pytest.param(
            "Three days after the attack on the market on Friday, police arrested four men.",
            ["attack: 2020-02-14 day relative", "arrested: 2020-02-17 day relative"],
            id="behind a noun",
        ),
        pytest.param(
            "Police arrested five men on Tuesday, hours after rebels shelled the barracks.",
            ["arrested: 2020-02-18 day relative", "shelled: ..2020-02-19 unknown none"],
            id="hours do not say the day",
        ),
        pytest.param(
            "On 9 November 2019, a day after crowds stormed the palace, the president resigned.",
            ["stormed: 2019-11-08 day explicit", "resigned: 2019-11-09 day explicit"],
            id="the day before the clause is of the main one",
        ),
        pytest.param(
            "The envoy was expelled on Friday, the day after he criticised the arrests.",
            ["expelled: 2020-02-14 day relative", "criticised: 2020-02-13 day relative"],
            id="the day after",
        ),
        pytest.param(
            "The war began in May 2016, when the army bombed the province.", ["bombed: 2016-05-01..2016-05-31 month explicit"],
            id="when",
        ),
    ],
)  # fmt: skip
def test_lengths_of_time_between_deeds(parser: Parser, text: str, expected: list[str]) -> None:
    assert dated(text, parser) == expected
