"""Numbers that share a verb, each with its own place or day: one event each, which sum as told."""

from __future__ import annotations

import pytest

from pipeline import extract


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Gunmen killed nine people in Jos on Monday and four in Bauchi on Tuesday.",
            [("2024-04-29", "Jos", 9), ("2024-04-30", "Bauchi", 4)],
            id="place and day of both",
        ),
        pytest.param(
            "Shelling killed two people in Kharkiv on Sunday, and six more in Odesa on Monday.",
            [("2024-04-28", "Kharkiv", 2), ("2024-04-29", "Odesa", 6)],
            id="more",
        ),
        pytest.param(
            "Rebels killed four soldiers in Homs on Sunday and another three the next day.",
            [("2024-04-28", "Homs", 4), ("2024-04-29", "Homs", 3)],
            id="the next day",
        ),
        pytest.param(
            "Three people were killed in Aleppo and two in Homs on Tuesday.",
            [("2024-04-30", "Aleppo", 3), ("2024-04-30", "Homs", 2)],
            id="one day for both",
        ),
        pytest.param(
            "Gunmen shot dead three soldiers in Homs and two civilians in Aleppo on Monday.",
            [("2024-04-29", "Homs", 3), ("2024-04-29", "Aleppo", 2)],
            id="people of two kinds",
        ),
        pytest.param(
            "Jets bombed Aleppo on Sunday, killing seven people, and Homs on Monday, killing two.",
            [("2024-04-28", "Aleppo", 7), ("2024-04-29", "Homs", 2)],
            id="a second target with its own dead",
        ),
        pytest.param(
            "Rebels killed eight villagers on Sunday and 11 on Monday.",
            [("2024-04-28", None, 8), ("2024-04-29", None, 11)],
            id="only the days differ",
        ),
        pytest.param(
            "Twelve people were killed on Tuesday, seven in Aleppo and five in Homs.",
            [("2024-04-30", "Aleppo", 12)],
            id="a whole and its parts",
        ),
        pytest.param(
            "Shells killed six people in Borno state on Monday, four in Gwoza and two in Bama.",
            [("2024-04-29", "Borno", 6)],
            id="the place of the whole",
        ),
        pytest.param(
            "Clashes across Sudan left 40 dead on Monday, among them 16 in El Fasher.",
            [("2024-04-29", "Sudan", 40)],
            id="among them",
        ),
        pytest.param(
            "Rebels shelled several towns overnight, killing three people in Kharkiv and two in Sumy.",
            [("2024-04-30", "Kharkiv", 3), ("2024-04-30", "Sumy", 2)],
            id="a day before the verb",
        ),
        pytest.param(
            "Strikes killed 24 people in Gaza on Monday, including nine in Rafah.",
            [("2024-04-29", "Gaza Strip", 24)],
            id="including",
        ),
        pytest.param(
            "At least 13 people were killed and 12 injured in a market in Quetta on Monday.",
            [("2024-04-29", "Quetta", 13)],
            id="two fates of one attack",
        ),
    ],
)
def test_dead(text: str, rows: list[tuple[str, str | None, int]]) -> None:
    events = extract(text, "2024-05-01").events
    places = events.place_name.astype(object).where(events.place_name.notna(), None)
    told = zip(events.date_start.dt.strftime("%Y-%m-%d"), places, events.fatalities_best, strict=True)
    assert sorted(told, key=str) == sorted(rows, key=str)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Rebels captured Herat on Sunday and Mazar-i-Sharif on Monday.",
            [("2024-04-28", "Herat"), ("2024-04-29", "Mazār-e Sharīf")],
            id="a second target",
        ),
        pytest.param(
            "Rebels captured Herat on Monday and Kunduz the night before.",
            [("2024-04-29", "Herat"), ("2024-04-28", "Kunduz")],
            id="a second target the night before",
        ),
        pytest.param(
            "Rebels captured Herat on Saturday, Kunduz on Sunday and Ghazni on Monday.",
            [("2024-04-27", "Herat"), ("2024-04-28", "Kunduz"), ("2024-04-29", "Ghazni")],
            id="three targets",
        ),
    ],
)
def test_targets(text: str, rows: list[tuple[str, str]]) -> None:
    events = extract(text, "2024-05-01").events
    assert sorted(zip(events.date_start.dt.strftime("%Y-%m-%d"), events.place_name, strict=True)) == sorted(rows)
