"""What one event says when several tellings say it: date, place, status, claim, flags, sources."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.link import link
from pipeline.records import Document, Event, Publisher
from tests.link.notation import telling

BASE = "ASSAULT 2020-02-03 SYR.Idlib.Saraqib SYRMIL>TURMIL killed=8"


def one(*lines: str) -> Event:
    """The single event that these lines tell, each in an article of its own unless it says otherwise."""
    (event,) = link([telling(line if "doc=" in line else f"{line} doc=doc_{n}") for n, line in enumerate(lines)], {})
    return event


def test_the_date_comes_whole_from_the_narrowest_telling() -> None:
    event = one(BASE.replace("2020-02-03", "2020-02-01..2020-02-10"), BASE)
    assert (event.date.start, event.date.end, event.date.precision) == (date(2020, 2, 3), date(2020, 2, 3), "day")


def test_the_place_comes_whole_from_the_finest_telling() -> None:
    event = one(BASE.replace(".Saraqib", ""), BASE)
    assert [place.place.name for place in event.places] == ["Saraqib"]


@pytest.mark.parametrize(
    ("statuses", "merged", "denied_by"),
    [
        pytest.param(["planned", "occurred"], "occurred", None, id="planned-then-done"),
        pytest.param(["planned", "planned"], "planned", None, id="only-planned"),
        pytest.param(["negated", "planned"], "planned", None, id="denied-plan"),
        pytest.param(["occurred", "negated by=Damascus side=party"], "occurred", "Damascus", id="told-and-denied"),
        pytest.param(["negated by=Damascus side=party"], "negated", None, id="only-denied"),
        pytest.param(["ongoing", "occurred said=2020-02-20"], "occurred", None, id="over-by-the-latest-telling"),
        pytest.param(["occurred", "ongoing said=2020-02-20"], "ongoing", None, id="goes-on-by-the-latest-telling"),
    ],
)
def test_status(statuses: list[str], merged: str, denied_by: str | None) -> None:
    event = one(*(f"{BASE} status={status}" for status in statuses))
    assert (event.status, event.denied_by, event.contested) == (merged, denied_by, denied_by is not None)


def test_a_plan_does_not_date_or_place_what_happened() -> None:
    plan = BASE.replace("2020-02-03", "2020-02-02..2020-02-04") + " status=planned"
    event = one(plan, BASE.replace("2020-02-03", "2020-02-01..2020-02-10"))
    assert event.date.start == date(2020, 2, 1)


def test_words_have_no_outcome_though_another_telling_makes_a_deed_of_them() -> None:
    words = "words=said_on_Monday_that_it_called_for_arms_for_the_rebels"
    event = one(f"SUPPORT 2020-02-03 USAGOV {words}", f"COOPERATE 2020-02-03 USAGOV outcome=succeeded {words}")
    assert (event.event_type, event.outcome, event.n_documents) == ("SUPPORT", "", 2)


def test_flags_of_a_value_that_another_telling_gives_better_are_gone() -> None:
    vague = BASE.replace("SYR.Idlib.Saraqib", "SYR.Idlib") + " flags=place_inherited;date_inherited basis=inherited"
    assert one(vague).flags == ("place_inherited", "date_inherited")
    assert one(vague, BASE).flags == ()


def test_a_claim_of_one_side_is_flagged_until_somebody_else_tells_it() -> None:
    claim = f"{BASE} by=Ankara side=opponent"
    assert one(claim).flags == ("party_claim",)
    told = one(claim, BASE)
    assert (told.flags, told.claimed_by, told.claim_side) == ((), None, "none")


def test_a_link_on_little_in_common_is_flagged() -> None:
    event = one(
        "ASSAULT/heavy-weapons said=2020-01-05 2019-12-01..2019-12-31 SYR.Idlib SYRMIL>SYRREB",
        "ASSAULT/heavy-weapons said=2020-01-09 2019-12-19 SYR.Idlib SYRMIL>SYRREB",
    )
    assert event.flags == ("weak_link",)
    assert [(each.rule, each.score) for each in event.reports] == [("anchor", 1.0), ("across:same-phrase", 0.65)]


def document(document_id: str, publisher: str | None = None, text: str = "", duplicate_of: str | None = None) -> Document:
    return Document(document_id, document_id, text, "", publisher=publisher, duplicate_of=duplicate_of)


PUBLISHERS = (
    Publisher("Big Wire", kind="wire"),
    Publisher("Town Paper", kind="local", affiliated_with="Big House"),
    Publisher("City Paper", kind="local", affiliated_with="Big House"),
)


@pytest.mark.parametrize(
    ("second", "quotes", "expected"),
    [
        pytest.param(document("b", "Other"), ("one", "two"), 2, id="two-publishers"),
        pytest.param(document("b", "Town Paper"), ("one", "two"), 1, id="one-publisher-twice"),
        pytest.param(document("b", "City Paper"), ("one", "two"), 1, id="affiliated"),
        pytest.param(document("b", "Other", duplicate_of="a"), ("one", "two"), 1, id="duplicate-document"),
        pytest.param(document("b", "Other"), ("It_fell.", "It_fell"), 1, id="the-same-words"),
        pytest.param(document("b", "Other", text="IDLIB (Big Wire) - Shells"), ("one", "two"), 1, id="credits-the-wire"),
        pytest.param(document("b", "Other", text="IDLIB (New Wire) - Shells"), ("one", "two"), 2, id="no-wire-we-know"),
        pytest.param(document("b"), ("one", "two"), 2, id="unknown-publisher"),
    ],
)
def test_a_syndicated_copy_is_no_second_source(second: Document, quotes: tuple[str, str], expected: int) -> None:
    first = document("a", "Town Paper", text="SARAQIB (Big Wire) - Shells")
    reports = [telling(f"{BASE} doc={name} quote={quote}") for name, quote in zip("ab", quotes, strict=True)]
    (event,) = link(reports, {"a": first, "b": second}, PUBLISHERS)
    assert (event.n_reports, event.n_documents, event.n_independent) == (2, 2, expected)


def test_a_circle_of_affiliations_ends() -> None:
    circle = (Publisher("A", affiliated_with="B"), Publisher("B", affiliated_with="A"))
    reports = [telling(f"{BASE} doc={name}") for name in "ab"]
    documents = {"a": document("a", "A"), "b": document("b", "B")}
    assert link(reports, documents, circle)[0].n_independent == 1
