"""Whose word a telling is: the claimant, the claimant's side, and who denies it.

The innermost speaker claims. A speech act has its speaker as actor and no claimant; where its clause names no doer, the
speaker is the doer ("We expect …", Akar said). A denial is the denied act, `negated`, claimed by the denier.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.records import Candidate, Participant

UNNAMED = "(unnamed)"
PRONOUNS = frozenset(("we", "i", "he", "she", "it", "they"))


@dataclass(frozen=True, slots=True)
class Voice:
    """What the claims over a telling come to."""

    participants: tuple[Participant, ...]
    claimed_by: str | None
    claim_side: str
    denied_by: str | None


def same_side(one: Participant, other: Participant) -> bool:
    """The same actor, or of one country and both speaking or fighting for its state."""
    if one.name == other.name:
        return True
    state = ("GOV", "MIL", "COP", "SPY", "PTY", "LEG")
    return one.iso3 is not None and one.iso3 == other.iso3 and one.sector in state and other.sector in state


def hear_claims(candidate: Candidate, cast: tuple[Participant, ...]) -> Voice:
    """The claimant of a telling, its side, and the cast as the claims leave it."""
    claimants = [p for p in cast if p.role == "claimant"]
    others = tuple(p for p in cast if p.role != "claimant")
    if candidate.is_speech_act:
        others, claimants = speaker_as_actor(others, claimants)
    claimant = claimants[0] if claimants else None
    kept = number((*others, *claimants))
    denied = next((c for c in candidate.modality.claims if c.denied), None)
    denied_by = claimant.name if denied is not None and claimant is not None else None
    return Voice(kept, claimant.name if claimant else None, side_of(claimant, others), denied_by)


def speaker_as_actor(
    others: tuple[Participant, ...], claimants: list[Participant]
) -> tuple[tuple[Participant, ...], list[Participant]]:
    """A speech act's innermost speaker stands as its actor when it has none, and is no claimant of his own words: of an actor
    that is named by another word than a pronoun ("Moscow will continue talks, Peskov said") he is the claimant."""
    actors = [p for p in others if p.role == "actor"]
    named = [p for p in claimants if p.name != UNNAMED]
    if not actors and named:
        return (replace(named[0], role="actor", position=0), *others), [p for p in claimants if p is not named[0]]
    own = [a for a in actors if a.text.lower() in PRONOUNS or any((a.start, a.end) == (p.start, p.end) for p in named)]
    return others, [p for p in claimants if not any(same_side(p, a) for a in own)]


def side_of(claimant: Participant | None, others: tuple[Participant, ...]) -> str:
    """party, opponent, third, unnamed or none (vocabulary `claim_side`)."""
    if claimant is None:
        return "none"
    if claimant.name == UNNAMED:
        return "unnamed"
    if any(p.role == "actor" and same_side(claimant, p) for p in others):
        return "party"
    if any(p.role == "recipient" and same_side(claimant, p) for p in others):
        return "opponent"
    return "third"


def number(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The participants with positions from 0 within each role, each name once in a role."""
    out: dict[tuple[str, str], Participant] = {}
    for p in participants:
        position = sum(1 for role, _ in out if role == p.role)
        out.setdefault((p.role, p.name), replace(p, position=position))
    return tuple(out.values())
