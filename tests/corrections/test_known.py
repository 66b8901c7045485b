"""A name that a person writes gets its codes and its point where the reference tables know one bearer of it."""

from __future__ import annotations

import pytest

from pipeline.corrections.fields import FIELDS
from pipeline.corrections.known import find_place, place_values
from pipeline.link import link
from pipeline.tag.actor_named import actor_named
from tests.link.notation import telling


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        pytest.param(("Saraqib", "SYR"), "place", id="one place"),
        pytest.param(("Homs", "SYR"), None, id="town or province"),
        pytest.param(("Homs", "SYR", None, 1), "place", id="the town"),
        pytest.param(("Homs", "SYR", None, 4), "admin1", id="the province"),
        pytest.param(("Springfield", "USA"), None, id="several"),
        pytest.param(("Springfield", "USA", "Missouri"), "place", id="one in its state"),
        pytest.param(("Homs", "FRA"), None, id="in another country"),
    ],
)
def test_a_place_is_found_where_it_is_the_only_one(asked: tuple[str, str], kind: str | None) -> None:
    found = find_place(*asked)
    assert (found.kind if found else None) == kind


def test_what_follows_from_a_place_can_be_set() -> None:
    saraqib = find_place("Saraqib", "SYR")
    assert saraqib is not None
    values = place_values(saraqib)
    assert set(values) <= set(FIELDS)
    assert (values["country"], values["place_level"], values["where_prec"]) == ("Syria", "place", 1)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Syrian Police", "SYRCOP"),
        ("the Turkish army", "TURMIL"),
        ("Turkey", "TURGOV"),
        ("Syrian army and rebels", None),
        ("some gunmen", None),
        ("", None),
    ],
)
def test_an_actor_is_known_by_its_whole_name(name: str, code: str | None) -> None:
    found = actor_named(name)
    assert (found.code if found else None) == code


def test_a_corrected_actor_has_its_codes_and_a_corrected_point_its_cell() -> None:
    (event,) = link([telling("ASSAULT 2022-03-01 SYR CVL")], {})
    event = FIELDS["actor_names"].set(event, "Turkish Armed Forces; gunmen")
    assert [(one.name, one.code) for one in event.participants if one.role == "actor"] == [
        ("Turkish Armed Forces", "TURMIL"),
        ("gunmen", None),
    ]
    for name, value in (("place_name", "Saraqib"), ("latitude", 35.9), ("longitude", 36.8), ("where_prec", 1)):
        event = FIELDS[name].set(event, value)
    assert event.places[0].place.priogrid_gid == 251 * 720 + 433 + 1
