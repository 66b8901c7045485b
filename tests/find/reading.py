"""Short ways to say what was found in a sentence."""

from __future__ import annotations

from pipeline.find import find
from pipeline.find.proof import phrase, read_sentence
from pipeline.parse import Parser
from pipeline.records import Candidate, Reading


def told(text: str, parser: Parser) -> list[str]:
    """What a sentence tells, one word a candidate: "ASSAULT/capture occurred"; what is refused stands as "reason: frame type"."""
    candidates, rejected = find(read_sentence(text, parser.parse))
    rows = [f"{c.event_type}/{c.mode} {c.modality.status}".replace("/ ", " ") for c in candidates]
    return rows + [f"{r.reason}: {r.frame.split('/')[0]}" for r in rejected]


def first(text: str, parser: Parser, event_type: str) -> tuple[Reading, Candidate]:
    """The first candidate of a type."""
    reading = read_sentence(text, parser.parse)
    return reading, next(c for c in find(reading)[0] if c.event_type == event_type)


def words(reading: Reading, candidate: Candidate, role: str) -> list[str]:
    """The phrases that fill a role."""
    return [phrase(reading, argument) for argument in candidate.role(role)]


def speakers(reading: Reading, candidate: Candidate) -> list[str]:
    """The phrases of those who claim it; "(unnamed)" for nobody named."""
    return [phrase(reading, c.speaker) if c.speaker else "(unnamed)" for c in candidate.modality.claims]
