"""A claim of responsibility is no row: it names the doer of the attack, on his own word."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

import pipeline
from pipeline.read import extract as read_articles
from pipeline.read.source import Metadata, Source


def attacks(text: str) -> list[tuple[str | None, str | None]]:
    """(actor, claimant) of each telling of an attack."""
    reports = pipeline.extract(text, published=date(2024, 5, 8)).reports
    told = reports[reports.event_type == "ASSAULT"]
    return [
        tuple(None if pd.isna(value) else value for value in row) for row in zip(told.actor_name, told.claimed_by, strict=True)
    ]


TALIBAN = ("Taliban", "Taliban")


def test_who_denies_a_part_in_a_deed_is_told_not_to_have_done_it() -> None:
    reports = pipeline.extract(
        "The militia denied responsibility for the attack on the convoy.", published=date(2024, 5, 8)
    ).reports
    row = reports.iloc[0]
    assert (len(reports), row.event_type, row.status, row.actor_name, row.claimed_by) == (
        1,
        "ASSAULT",
        "negated",
        "militia",
        "militia",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb killed two guards in Herat on Monday. The Taliban claimed responsibility for the attack on Tuesday.", [TALIBAN]),
        ("A bomb killed two guards in Herat on Monday. The Taliban claimed responsibility.", [TALIBAN]),
        ("A bomb killed two guards in Herat on Monday. The Taliban claimed responsibility for the bombing.", [TALIBAN]),
        ("A bomb killed two guards in Herat on Monday. The attack was claimed by the Taliban.", [TALIBAN]),
        ("A bomb killed two guards in Herat on Monday. The Taliban said it was behind the blast.", [TALIBAN]),
        ("Gunmen stormed a school in Herat on Monday. The Taliban took credit for the raid.", [TALIBAN]),
        ("The Taliban claimed responsibility for a bombing that killed two guards in Herat.", [TALIBAN]),
        ("A bomb killed two guards in Herat on Monday. The minister accepted responsibility and resigned.", [(None, None)]),
        ("A bomb killed two guards in Herat on Monday. The minister took responsibility for the attack.", [(None, None)]),
        ("A bomb killed two guards in Herat on Monday. No group has claimed responsibility.", [(None, None)]),
        ("A bomb killed two guards in Herat on Monday. The Taliban has not claimed the attack.", [(None, None)]),
        (
            "Gunmen stormed a school in Herat on Monday. Afghan soldiers shot two of them. The Taliban claimed responsibility.",
            [TALIBAN, ("Afghan Armed Forces", None)],
        ),
    ],
    ids=[
        "on a day",
        "bare",
        "for the bombing",
        "passive",
        "behind",
        "gunmen",
        "told with it",
        "answers for it",
        "takes the blame",
        "nobody",
        "not",
        "not what soldiers did",
    ],
)
def test_who_claims_an_attack_did_it(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert attacks(text) == expected


def test_the_dead_are_the_narrators_number() -> None:
    """The word of an attacker for his deed does not make the number of the dead his: it outranks the one that he gives later."""
    told = [
        (7, "A bomb killed five soldiers in Herat on Monday. The Taliban claimed responsibility for the bombing."),
        (8, "Taliban fighters killed nine soldiers with a bomb in Herat on Monday, the Taliban said."),
    ]
    sources = [Source(f"{day}", f"{day}", "record", text, Metadata(published=date(2024, 5, day))) for day, text in told]
    events = pipeline.build([document for source in sources for document in read_articles(source)]).events
    assert events[["fatalities_low", "fatalities_best", "fatalities_high"]].to_numpy().tolist() == [[5, 5, 9]]


@pytest.mark.parametrize(
    "text",
    [
        "President Perez says military operations will continue in Peru and vowed that the rebels will be crushed.",
        "Police shoot dead five protesters in Conakry, as protests continue.",
    ],
)
def test_what_continues_says_nothing(text: str) -> None:
    assert pipeline.extract(text, published=date(2024, 5, 8)).reports.claimed_by.isna().all()
