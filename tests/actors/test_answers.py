"""Whom an answer is for that names only the deed: the doer of the deed that was told before."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.find import find
from pipeline.parse import Parser
from pipeline.resolve.actors import cast_candidates
from tests.actors.article import read

CASES = [
    pytest.param(
        "India demanded that Pakistan hand over the men. Islamabad rejected the demand.", ["Government of India"], id="a demand"
    ),
    pytest.param(
        "Kenya held drills with Uganda. Sudan condemned the drills.",
        ["Government of Kenya", "Government of Uganda"],
        id="deeds of two",
    ),
    pytest.param("Serbia sent troops to the border. NATO criticised the move.", ["Government of Serbia"], id="any deed"),
    pytest.param("Peru offered talks to the rebels. They refused.", ["Government of Peru"], id="no deed named"),
    pytest.param(
        "Rebels killed a hostage. Peru shelled the camp. Chile condemned the killing.", ["rebels"], id="the deed that killed"
    ),
    pytest.param("Peru sent troops to the border. Chile condemned the accusation.", [], id="a deed of another kind"),
    pytest.param("Peru sent troops to the border. Chile condemned the move of the rebels.", ["rebels"], id="a deed of others"),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_answers(text: str, names: list[str], parser: Parser) -> None:
    reading = read(text, parser, date(2022, 5, 11))
    candidates, _ = find(reading)
    casts = cast_candidates(reading, candidates)
    last = next(cast for one, cast in zip(candidates, casts, strict=True) if one.event_type in ("REJECT", "ACCUSE"))
    assert [p.name for p in last if p.role == "recipient"] == names
