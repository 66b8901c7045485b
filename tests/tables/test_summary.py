"""The event in one line."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.records import EventDate, Total
from pipeline.tabulate.summary import ACTS, MODE_ACTS, say_days, say_numbers, summarize
from pipeline.tabulate.told import of_report
from schemas.vocab import EVENT_TYPES, MODES
from tests.link.notation import telling


@pytest.mark.parametrize(
    ("line", "summary"),
    [
        ("2022-03-01..2022-03-10 KAR.Lower KARMIL>BORMIL killed=13", "1–10 Mar 2022: KARMIL → BORMIL, Lower; 13 killed"),
        ("2022-03-03 KAR.Lower KARMIL+KARREB", "3 Mar 2022: KARMIL ↔ KARREB, Lower"),
        ("2022-03-03 KARMIL+KARREB>BORMIL", "3 Mar 2022: KARMIL and KARREB → BORMIL"),
        ("2022-03-03 KARMIL+KARREB+TURMIL>BORMIL", "3 Mar 2022: KARMIL and 2 others → BORMIL"),
        ("2022-03-03 KAR.Lower >BORMIL killed=2", "3 Mar 2022: → BORMIL (attack), Lower; 2 killed"),
        ("2022-03-03 KAR.Lower", "3 Mar 2022: attack, Lower"),
        ("2022-03-03 KARMIL>BORMIL status=planned", "3 Mar 2022: KARMIL → BORMIL (attack, planned)"),
        ("2022-03-03 KARMIL>BORMIL status=negated", "3 Mar 2022: KARMIL → BORMIL (attack, negated)"),
    ],
)
def test_an_attack(line, summary):
    assert summarize(of_report(telling(f"ASSAULT {line}"))) == summary


def test_the_mode_says_what_kind_of_attack():
    told = of_report(telling("ASSAULT/drone 2022-03-17 KAR.Lower BORMIL>KARMIL killed=2"))
    assert summarize(told) == "17 Mar 2022: BORMIL → KARMIL (drone attack), Lower; 2 killed"


def test_words_are_not_mistaken_for_an_attack():
    told = of_report(telling("THREATEN/violence 2022-03-17 KAR.Lower BORGOV>KARMIL"))
    assert summarize(told) == "17 Mar 2022: BORGOV → KARMIL (threat), Lower"


def test_every_type_has_its_word_and_only_modes_that_exist_have_one():
    assert ACTS.keys() == EVENT_TYPES.keys()
    assert all(words.keys() <= MODES[event_type].keys() for event_type, words in MODE_ACTS.items())


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-03-03", "2022-03-03", "3 Mar 2022"),
        ("2022-03-01", "2022-03-10", "1–10 Mar 2022"),
        ("2022-03-01", "2022-03-31", "Mar 2022"),
        ("2019-09-01", "2019-12-31", "Sep–Dec 2019"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2011-01-01", "2020-12-31", "2011–2020"),
        ("2020-01-20", "2020-02-19", "20 Jan – 19 Feb 2020"),
        ("2019-12-01", "2020-02-19", "1 Dec 2019 – 19 Feb 2020"),
        ("2019-12-01", "2020-02-29", "Dec 2019–Feb 2020"),
        (None, "2020-02-19", "by 19 Feb 2020"),
        (None, None, "undated"),
    ],
)
def test_days_in_words(start, end, words):
    assert say_days(EventDate(start and date.fromisoformat(start), end and date.fromisoformat(end))) == words


def test_a_date_outside_the_calendar_keeps_its_words():
    assert say_days(EventDate(None, None, text="in 480 BC")) == "in 480 BC"


@pytest.mark.parametrize(
    ("total", "words"),
    [
        (Total("killed", 13, 13, 13), "13 killed"),
        (Total("killed", 5, 8, 13), "8 killed (5–13)"),
        (Total("killed", 0, 0, 0), "none killed"),
        (Total("neutralized", 100, 100, None, "at least"), "at least 100 neutralized"),
        (Total("killed", 0, None, 20, "up to"), "up to 20 killed"),
        (Total("displaced", 900_000, 900_000, 900_000, "some"), "some 900,000 displaced"),
        (Total("troops", 2000, 2000, None, "thousands"), "2,000 troops (thousands)"),
        (Total("casualties", 0, 0, 0, "not yet reported"), "no casualties (not yet reported)"),
    ],
)
def test_numbers_in_words(total, words):
    assert say_numbers([total]) == (words,)


def test_what_nobody_counted_is_not_said():
    assert say_numbers([Total("killed", None, None, None)]) == ()
