"""A surname told alone is the person whose full name the article tells."""

from __future__ import annotations

import pytest

from pipeline.records import Participant
from pipeline.resolve.full_names import with_full_names

TEXT = "But Moreno denied it. Carla Moreno, who leads the march, met Minister Vega on Monday. Monday Vega had left."


def named(*names: str) -> list[str]:
    """The names of recipients with these names, one an event, in one article."""
    casts = [(Participant("recipient", 0, name, None, None, None, None, name, 0, 1),) for name in names]
    return [one.name for cast in with_full_names(TEXT, casts) for one in cast]


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        pytest.param(("Judge Ana Ruiz Soto", "Ruiz"), ["Ana Ruiz Soto"] * 2, id="a surname"),
        pytest.param(("Soto", "former mayor Ana Soto"), ["Ana Soto"] * 2, id="told in full only later"),
        pytest.param(("Ana Ruiz", "Omar Ruiz", "Ruiz"), ["Ana Ruiz", "Omar Ruiz", "Ruiz"], id="two of one surname"),
        pytest.param(("Moreno",), ["Carla Moreno"], id="told in full by the text alone"),
        pytest.param(("Vega",), ["Vega"], id="an office or a day is no first name"),
        pytest.param(("Ana Ruiz", "Ana"), ["Ana Ruiz"] * 2, id="a given name"),
        pytest.param(("senator ANA DE LA CRUZ", "DE LA CRUZ"), ["ANA DE LA CRUZ", "ANA DE LA CRUZ"], id="in capitals"),
        pytest.param(("masked gunmen", "Popular Front fighters"), ["masked gunmen", "Popular Front fighters"], id="no persons"),
    ],
)
def test_full_names(told: tuple[str, ...], meant: list[str]) -> None:
    assert named(*told) == meant
