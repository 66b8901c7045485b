"""The crosswalk from a row's type and mode to quad class, ACLED-like cell and CAMEO root.

The first line of `pipeline/lexicon/ontology.csv` whose type, mode (`*` = any, empty = none) and condition fit wins; a
row that no line fits has nulls. Conditions come from the closed list below and are computed from the row alone.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pipeline.errors import LexiconError
from pipeline.records import Participant
from schemas import vocab

CONDITIONS: Mapping[str, str] = {
    "two_armed_sides": "Somebody armed on either side; of a mutual act, two armed parties.",
    "armed_actor": "An actor is of a state's forces or government, or an armed group.",
    "armed_victim": "A recipient is, or the counted are.",
    "civilian_actor": "The actors are civilians.",
    "civilian_victim": "A recipient is a civilian, or civilians are counted.",
    "state_holds": "The act did not fail, and an actor is of the forces of the state the place lies in.",
    "other_holds": "The act did not fail, and the actors are of an armed group or of another state.",
    "intercepted": "The outcome is intercepted.",
    "hurt": "Somebody is killed or injured.",
    "no_person": "Nobody receives it and nobody is counted.",
}
HARM = frozenset({"killed", "injured", "casualties", "neutralized"})


class Ontology(NamedTuple):
    """What a row is in other schemes; None where they have no word for it."""

    quad_class: str | None = None
    acled_like_event_type: str | None = None
    acled_like_sub_event_type: str | None = None
    acled_match: str | None = None
    cameo_root: str | None = None


class Harm(NamedTuple):
    """People counted by an event: kind as in the table `counts`, the best (else the least) number, sector of a part."""

    kind: str
    number: int | None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of ontology.csv."""

    event_type: str
    mode: str
    condition: str
    values: Ontology

    def fits(self, mode: str, conditions: frozenset[str]) -> bool:
        """Whether the line speaks of a row of its type with this mode and these conditions."""
        return self.mode in ("*", mode) and (not self.condition or self.condition in conditions)


def classify(event_type: str, mode: str, conditions: frozenset[str] = frozenset()) -> Ontology:
    """The other schemes' words for a row; all None when no line fits. An unknown type is a LexiconError."""
    if event_type not in vocab.EVENT_TYPES:
        raise LexiconError(f"event type {event_type!r} is not one of {', '.join(vocab.EVENT_TYPES)}")
    lines = lexicon().get(event_type, ())
    return next((line.values for line in lines if line.fits(mode, conditions)), Ontology())


def conditions(
    participants: Iterable[Participant],
    harms: Iterable[Harm] = (),
    *,
    outcome: str = "",
    is_mutual: bool = False,
    iso3: str | None = None,
) -> frozenset[str]:
    """The conditions of CONDITIONS that a row meets. `iso3` is the country of its place, None when not known.

    Of a mutual act every actor but the first stands on the other side.
    """
    parties = sorted(participants, key=lambda party: party.position)
    actors = [party for party in parties if party.role == "actor"]
    others = [party for party in parties if party.role == "recipient"]
    if is_mutual:
        actors, others = actors[:1], actors[1:] + others
    hurt = [harm for harm in harms if harm.number]
    return frozenset(_conditions(actors, others, hurt, outcome, iso3))


def _conditions(
    actors: list[Participant], others: list[Participant], hurt: list[Harm], outcome: str, iso3: str | None
) -> Iterator[str]:
    doers = {party.sector for party in actors} - {None}
    receivers = {party.sector for party in others} | {harm.sector for harm in hurt}
    if doers & vocab.ARMED_SECTORS:
        yield "armed_actor"
        yield from ["two_armed_sides"] if receivers & vocab.ARMED_SECTORS else []
        yield from [_holder(actors, iso3)] if outcome != "failed" else []
    elif doers and doers <= vocab.CIVILIAN_SECTORS:
        yield "civilian_actor"
    if receivers & vocab.ARMED_SECTORS:
        yield "armed_victim"
    if receivers & vocab.CIVILIAN_SECTORS:
        yield "civilian_victim"
    if outcome == "intercepted":
        yield "intercepted"
    if any(harm.kind in HARM for harm in hurt):
        yield "hurt"
    if not others and not hurt:
        yield "no_person"


def _holder(actors: list[Participant], iso3: str | None) -> str:
    """Who holds a place once it is taken. A state's forces abroad are another side."""
    at_home = (party.sector in vocab.STATE_ARMED_SECTORS and (iso3 is None or party.iso3 in (None, iso3)) for party in actors)
    return "state_holds" if any(at_home) else "other_holds"


@cache
def lexicon() -> Mapping[str, tuple[Line, ...]]:
    """The lines of ontology.csv by event type, in order. LexiconError when the table is not well formed."""
    table = files("pipeline.lexicon") / "ontology.csv"
    return read_lines(table.read_text(encoding="utf-8").splitlines())


def read_lines(rows: Iterable[str]) -> Mapping[str, tuple[Line, ...]]:
    """Lines by event type from the rows of a CSV with a heading. LexiconError names the row that is not well formed."""
    lines: dict[str, tuple[Line, ...]] = {}
    for number, row in enumerate(csv.DictReader(rows), 2):
        line = _line(row)
        before = lines.get(line.event_type, ())
        problem = next(_problems(line, before), None)
        if problem:
            raise LexiconError(f"ontology.csv: row {number}: {problem}")
        lines[line.event_type] = (*before, line)
    return lines


def _line(row: dict[str, str]) -> Line:
    values = Ontology(*(row.get(name) or None for name in Ontology._fields))
    return Line(row.get("event_type") or "", row.get("mode") or "", row.get("condition") or "", values)


def _problems(line: Line, before: tuple[Line, ...]) -> Iterator[str]:
    """What is wrong with a line, knowing the lines of its type that stand before it."""
    if line.event_type not in vocab.EVENT_TYPES:
        yield f"unknown event type {line.event_type!r}. Allowed: {', '.join(vocab.EVENT_TYPES)}"
        return
    modes = vocab.MODES[line.event_type]
    if line.mode not in ("", "*", *modes):
        yield f"unknown mode {line.mode!r} of {line.event_type}. Allowed: *, {', '.join(modes)}"
    if line.condition and line.condition not in CONDITIONS:
        yield f"unknown condition {line.condition!r}. Allowed: {', '.join(CONDITIONS)}"
    if any(earlier.mode in ("*", line.mode) and earlier.condition in ("", line.condition) for earlier in before):
        yield "is never reached; an earlier row fits whenever this one does"
    yield from _unknown_values(line.values)


def _unknown_values(values: Ontology) -> Iterator[str]:
    cells = vocab.ACLED_CELLS.get(values.acled_like_event_type or "", {})
    allowed: tuple[tuple[str | None, Iterable[str]], ...] = (
        (values.quad_class, vocab.QUAD_CLASS),
        (values.acled_like_event_type, vocab.ACLED_CELLS),
        (values.acled_like_sub_event_type, cells),
        (values.acled_match, vocab.ACLED_MATCH),
        (values.cameo_root, [f"{root:02}" for root in range(1, 21)]),
    )
    for value, words in allowed:
        if value is not None and value not in words:
            yield f"unknown value {value!r}. Allowed: {', '.join(words)}"
