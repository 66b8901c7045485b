"""The codebook's example end to end: the seed article and two more must sum to 13 dead, and with one of them too."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.build import extract_events
from pipeline.link import link
from pipeline.parse import Parser, load
from pipeline.records import Document, Report

SEED = Path(__file__).parents[2] / "seeds" / "000_cd743356db1a5fa2.txt"
ARTICLES = {
    "seed": (date(2020, 2, 19), SEED.read_text("utf-8")),
    "third": (
        date(2020, 2, 4),
        "Syrian government forces shelled a Turkish observation post in Idlib on 3 February 2020, killing eight Turkish "
        "soldiers, the defence ministry in Ankara said.",
    ),
    "third again": (
        date(2020, 2, 3),
        "Eight Turkish soldiers were killed in Idlib on Monday when Syrian regime forces shelled their positions.",
    ),
    "tenth": (
        date(2020, 2, 11),
        "Five Turkish soldiers were killed on 10 February 2020 when Syrian regime forces shelled their post at Taftanaz "
        "in Idlib province.",
    ),
}


@pytest.fixture(scope="module")
def told() -> dict[str, tuple[Report, ...]]:
    """What each article tells."""
    parser: Parser = load(None)
    found = {}
    for name, (published, text) in ARTICLES.items():
        document = Document(f"doc_{name}", name, text, "", published=published, published_basis="given")
        found[name] = extract_events(document, parser).reports
    return found


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["seed"], id="the-seed-alone"),
        pytest.param(["seed", "third"], id="with-the-first"),
        pytest.param(["seed", "third", "tenth"], id="with-both"),
        pytest.param(["tenth", "third", "seed"], id="in-any-order"),
        pytest.param(["seed", "third", "third again", "tenth"], id="with-one-of-them-told-twice"),
        pytest.param(["third", "third again", "tenth"], id="without-the-seed"),
    ],
)
def test_thirteen_dead(names: list[str], told: dict[str, tuple[Report, ...]]) -> None:
    events = link([report for name in names for report in told[name]], {})
    totals = [event.total("killed") for event in events if event.countable]
    assert sum(total.best or 0 for total in totals if total) == 13


@pytest.mark.parametrize(
    "triggers",
    [
        pytest.param({"launched an offensive", "launched its offensive"}, id="background"),
        pytest.param({"send more", "continue the deployment"}, id="plan-repeated-in-a-quote"),
    ],
)
def test_the_same_event_told_twice_in_the_seed_is_one_event(triggers: set[str], told: dict[str, tuple[Report, ...]]) -> None:
    events = link(told["seed"], {})
    assert any(triggers <= {each.report.trigger for each in event.reports} for event in events)
