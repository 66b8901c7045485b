"""A day that belongs to another deed of the sentence dates that one alone: what somebody vowed, what is condemned, what had
befallen those whom the deed befell."""

from __future__ import annotations

import pytest

from pipeline.parse import Parser
from tests.time.telling import dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Students vowed to rally again on Sunday.", ["vowed: ..2020-02-19 unknown none"], id="vowed for a day"),
        pytest.param("On Sunday students vowed to rally again.", ["vowed: 2020-02-16 day relative"], id="vowed on a day"),
        pytest.param(
            "The murder of a judge on Monday was condemned by the governor.",
            ["murder: 2020-02-17 day relative", "condemned: ..2020-02-19 unknown none"],
            id="condemned on no told day",
        ),
        pytest.param(
            "The murder of a judge on Monday was condemned by the governor on Tuesday.",
            ["murder: 2020-02-17 day relative", "condemned: 2020-02-18 day relative"],
            id="condemned the day after",
        ),
        pytest.param(
            "Rebels killed two drivers who were kidnapped in December.",
            ["killed: ..2020-02-19 unknown none", "kidnapped: 2019-12-01..2019-12-31 month relative"],
            id="kidnapped before they were killed",
        ),
        pytest.param(
            "Rebels killed two drivers kidnapped in December.",
            ["killed: ..2020-02-19 unknown none", "kidnapped: 2019-12-01..2019-12-31 month relative"],
            id="kidnapped, told by a participle",
        ),
        pytest.param(
            "Two girls who were hurt in a blast on Sunday were killed in an air raid.",
            ["blast: 2020-02-16 day relative", "air raid: ..2020-02-19 unknown none"],
            id="hurt before they were killed",
        ),
        pytest.param("Monday saw rebels shell the town.", ["shell: 2020-02-17 day relative"], id="what a day saw"),
        pytest.param(
            "Rebels burned the village on the eve of Saturday's vote.",
            ["burned the village: 2020-02-14 day relative"],
            id="on the eve of a day",
        ),
    ],
)
def test_whose_day(text: str, expected: list[str], parser: Parser) -> None:
    assert dated(text, parser) == expected
