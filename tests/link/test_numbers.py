"""Codebook section 6: which number of an event stands when tellings disagree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.link import link
from pipeline.records import Deaths, Event
from tests.link.notation import telling

BASE = "ASSAULT 2020-02-03 SYR.Idlib.Saraqib SYRMIL>TURMIL"


def told(*values: str) -> Event:
    """One event told by one article for each value, a day apart."""
    reports = [telling(f"{BASE} doc=doc_{n} said=2020-02-0{n + 4} {value}") for n, value in enumerate(values)]
    (event,) = link(reports, {})
    return event


@pytest.mark.parametrize(
    ("values", "expected", "contested"),
    [
        pytest.param(["killed=8"], (8, 8, 8), False, id="one-number"),
        pytest.param(["killed=8", "killed=12"], (12, 12, 12), False, id="the-narrator's-latest-toll"),
        pytest.param(["killed=8+", "killed=10"], (10, 10, 10), False, id="at-least-then-exact"),
        pytest.param(["killed=12", "killed=8 by=Ankara side=opponent"], (8, 12, 12), True,
                     id="narrator-before-opponent"),
        pytest.param(["killed=8 by=Damascus side=party", "killed=12 by=Ankara side=opponent"], (8, 12, 12), True,
                     id="opponent-before-party"),
        pytest.param(["killed=8 by=Ankara side=opponent", "killed=9 by=Ankara side=opponent"], (9, 9, 9), False,
                     id="one-claimant's-latest"),
        pytest.param(["killed=8 by=UN side=third", "killed=11 by=witnesses side=third"], (8, 11, 11), True,
                     id="equal-rank-the-latest"),
        pytest.param(["killed=10+", "killed=12 by=Ankara side=opponent"], (10, 10, None), False,
                     id="an-open-number-excludes-no-larger-one"),
        pytest.param(["killed=8@Ankara", "killed=8"], (8, 8, 8), False, id="a-claim-on-the-number-alone"),
        pytest.param(["killed=8 killed:actor=3"], (11, 11, 11), False, id="attackers-are-among-the-dead"),
        pytest.param(["injured=8"], None, False, id="no-number-of-dead"),
    ],
)  # fmt: skip
def test_dead(values: list[str], expected: tuple[int | None, ...] | None, contested: bool) -> None:
    event = told(*values)
    total = event.total("killed")
    assert (total and (total.low, total.best, total.high)) == expected
    assert event.contested is contested
    assert ("contested" in event.flags) is contested


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(f"{BASE} killed=8", Deaths(recipient=8), id="of-the-attacked-side"),
        pytest.param(f"{BASE} killed=8 killed:actor=3", Deaths(actor=3, recipient=8), id="attackers-apart"),
        pytest.param(f"{BASE} killed:none=8", Deaths(unknown=8), id="nobody-says-whose"),
        pytest.param(f"{BASE.split(' SYRMIL')[0]} SYRMIL>CVL killed=8", Deaths(civilians=8), id="only-civilians-were-hit"),
        pytest.param(BASE, None, id="not-reported"),
    ],
)
def test_split_of_the_dead(line: str, expected: Deaths | None) -> None:
    (event,) = link([telling(line)], {})
    assert event.deaths == expected


def test_parts_of_a_number_split_the_dead() -> None:
    base = telling(f"{BASE} killed=13")
    part = telling(f"{BASE} killed=1/CVL").counts
    (event,) = link([type(base)(**{name: getattr(base, name) for name in base.__slots__} | {"counts": base.counts + part})], {})
    assert event.deaths == Deaths(recipient=12, civilians=1)
    assert event.total("killed").best == 13  # type: ignore[union-attr]


def test_a_named_victim_does_not_unsay_the_number() -> None:
    first = telling("ASSAULT 2020-02-03 SYR.ID.Saraqib killed=4 doc=doc_a said=2020-02-04")
    named = telling("ASSAULT 2020-02-03 SYR.ID.Saraqib killed=1 doc=doc_b said=2020-02-09")
    named = replace(named, counts=tuple(replace(count, text="the mayor") for count in named.counts))
    (event,) = link([first, named], {})
    (total,) = event.totals
    assert (event.n_documents, total.best, event.contested) == (2, 4, False)


def test_no_casualties_are_no_dead_and_no_injured() -> None:
    (event,) = link([telling("ASSAULT 2020-02-03 SYR.ID.Saraqib casualties=0")], {})
    assert {kind: (total.low, total.best, total.high) for kind in ("killed", "injured") if (total := event.total(kind))} == {
        "killed": (0, 0, 0),
        "injured": (0, 0, 0),
    }


def test_the_dead_of_another_telling_outweigh_no_casualties() -> None:
    lines = ("casualties=0 doc=doc_a said=2020-02-03", "killed=4 doc=doc_b said=2020-02-04")
    (event,) = link([telling(f"ASSAULT 2020-02-03 SYR.ID.Saraqib {line}") for line in lines], {})
    assert [total.best for total in event.totals if total.kind == "killed"] == [4]
