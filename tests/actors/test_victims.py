"""Who is hit, freed or driven out: whom pronouns mean, and what is a building."""

from __future__ import annotations

import pytest

from pipeline import extract


def last(text: str, *columns: str) -> list[str | float | None]:
    """Some columns of the last event told."""
    events = extract(text, "2024-05-01").events
    row = events.sort_values("date_sort", kind="stable").iloc[-1][list(columns)]
    return row.where(row.notna(), None).tolist()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Gunmen seized 20 nuns on Friday. Five of them were freed on Monday.", "nuns", id="the captives are freed"),
        pytest.param(
            "The UN refugee agency said 900 villagers fled on Sunday. Masked men had driven them out of their homes on Monday.",
            "villagers",
            id="whom an agency spoke of",
        ),
        pytest.param("Pirates killed a Danish sailor on Monday.", "Danish sailor", id="a sailor is no navy"),
        pytest.param("Marines freed an American captain on Monday.", "American captain", id="a ship's captain"),
        pytest.param("Gunmen attacked a church on Monday.", None, id="a church is a place"),
        pytest.param("Shells hit two hospitals in Aleppo on Monday.", None, id="hospitals are places"),
        pytest.param("Gunmen attacked a police post on Monday.", "police post", id="a post is its owner's"),
        pytest.param("Officers stopped two lorries on Monday and shot three of them.", None, id="nobody shoots himself"),
    ],
)
def test_who_is_hit(text: str, name: str | None) -> None:
    assert last(text, "recipient_name") == [name]


def test_an_insurgency_is_nobody() -> None:
    assert last("The rebel group's insurgency has killed thousands in Mali since 2012.", "actor_name") == [None]


def test_an_answer_to_a_sum_has_no_day() -> None:
    text = "Since March, shelling has left 90 people dead in Homs. Rebels retaliated by firing rockets at Damascus."
    assert set(extract(text, "2024-05-01").events.date_precision) == {"range", "unknown"}


def test_who_died_of_wounds_is_dead_only() -> None:
    text = "A boy who was wounded in Monday's shelling of Homs died in hospital."
    assert last(text, "fatalities_best", "injured_best") == [1, None]


def test_nobody_arrested_is_no_row() -> None:
    assert len(extract("Nobody has been arrested.", "2024-05-01").events) == 0


@pytest.mark.parametrize(
    ("text", "hit", "lost"),
    [
        pytest.param("Gunmen attacked the base near Gao on Monday and two of them were killed.", 0, 2, id="of a base"),
        pytest.param("Gunmen tried to kill a judge in Cali on Monday, killing two guards.", 2, 0, id="who survived an attempt"),
        pytest.param("Gunmen attacked villagers near Gao on Monday and two of them were killed.", 2, 0, id="of people"),
    ],
)
def test_losses_of_those_who_attacked(text: str, hit: int | None, lost: int | None) -> None:
    assert last(text, "deaths_recipient", "deaths_actor") == [hit, lost]


def test_what_rejected_charges_tell_did_not_happen() -> None:
    events = extract("Peru rejected charges that its army had shelled a village.", "2024-05-01").events
    assert sorted(zip(events["event_type"], events["status"], strict=True)) == [("ASSAULT", "negated"), ("REJECT", "occurred")]


def test_where_a_negotiator_is_is_not_whose_government_he_blames() -> None:
    text = "Colombian troops shelled a Colombian village on Monday. The rebels' negotiator in Havana blamed the government."
    assert last(text, "recipient_name") == ["Government of Colombia"]


@pytest.mark.parametrize("victim", ["The opposition MP Jo Perez", "An MP", "A judge"])
def test_one_man_shot_during_a_robbery(victim: str) -> None:
    assert last(f"{victim} was shot dead during a robbery in Lima on Monday.", "mode", "fatalities_best") == ["firearms", 1]


def test_what_is_flown_in_a_raid_is_not_who_did_it() -> None:
    assert last("France killed a rebel chief in a helicopter raid on Monday.", "actor_name") == ["Government of France"]


def test_nobody_meets_himself() -> None:
    text = "Sudanese troops left a Sudanese town. The defence minister met Sudan's president in Khartoum on Tuesday."
    assert "The defence minister" in set(extract(text, "2024-05-01").events["actor_name"])


def test_police_of_where_the_article_is_told() -> None:
    text = (
        "NAIROBI (Agency) - Kenyan troops crossed into Somalia on Sunday, Kenyan officials said. Somali elders in the Somali town"
        " of Afmadow welcomed them. Kenya closed the Somali border. Police arrested nine men on Monday."
    )
    assert "Kenyan Police" in set(extract(text, "2024-05-01").events["actor_name"])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(
            "Men ambushed a Peruvian army unit on Monday, killing ten soldiers. The soldiers came under attack with grenades.",
            1,
            id="the soldiers",
        ),
        pytest.param(
            "MP Ann Otieno was shot dead in Nairobi. The legislator was killed when gunmen stormed her house.", 1, id="an MP"
        ),
        pytest.param(
            "Three guards were killed near Lapayan, in the Philippines. Nine men were hurt in a blast in Sarangani.",
            2,
            id="others elsewhere",
        ),
    ],
)
def test_victims_told_again_are_of_one_act(text: str, count: int) -> None:
    events = extract(text, "2024-05-01").events
    assert (events["event_type"] == "ASSAULT").sum() == count


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Rebels kidnapped a bishop in Chad. The prime minister told aides a joke. His government imposed a curfew on Monday.",
            "Government of Chad",
            id="told in a sentence without an event",
        ),
        pytest.param(
            "Georgian police left a Georgian town. The Abkhaz interior minister, Jo Doe, visited Iran on Monday.",
            "Jo Doe",
            id="a minister of nobody known",
        ),
    ],
)
def test_who_it_is(text: str, name: str) -> None:
    assert name in set(extract(text, "2024-05-01").events["actor_name"])


def test_they_are_those_who_were_taken() -> None:
    text = "Fighters kidnapped three priests on March 16; they were released the following day."
    assert last(text, "event_type", "recipient_name") == ["RETREAT", "priests"]
