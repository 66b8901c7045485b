"""Why a telling needs a look: flags of the vocabulary `flag`, in the vocabulary's order."""

from __future__ import annotations

from pipeline.records import Count, Document, EventDate, EventPlace, Participant
from schemas import vocab

VAGUE_DAYS = 31  # an interval longer than the longest month


def flags_of(
    document: Document,
    event_type: str,
    scope: str,
    date: EventDate,
    places: tuple[EventPlace, ...],
    participants: tuple[Participant, ...],
    counts: tuple[Count, ...],
    claim_side: str,
) -> tuple[str, ...]:
    """The flags of one telling."""
    found = {
        *date_flags(document, date),
        *place_flags(places),
        *people_flags(event_type, participants),
        *({scope} & {"multiple", "aggregate"}),
    }
    if any(c.qualifier in ("several", "dozens", "scores", "hundreds", "thousands") for c in counts):
        found.add("vague_count")
    if claim_side in ("party", "opponent"):
        found.add("party_claim")
    if claim_side == "unnamed":
        found.add("unnamed_claim")
    return tuple(flag for flag in vocab.FLAGS if flag in found)


def date_flags(document: Document, date: EventDate) -> set[str]:
    """What is weak about a date."""
    found = {
        "date_unknown": date.precision == "unknown",
        "date_inherited": date.basis == "inherited",
        "date_vague": date.start is not None and date.end is not None and (date.end - date.start).days >= VAGUE_DAYS,
        "dct_inferred": document.published_basis == "inferred",
        "dct_unknown": document.published_basis == "unknown",
    }
    return {name for name, holds in found.items() if holds}


def place_flags(places: tuple[EventPlace, ...]) -> set[str]:
    """What is weak about a place."""
    if not places:
        return {"no_place"}
    found = {"place_inherited"} if places[0].is_inherited else set()
    return found | ({"place_unresolved"} if places[0].place.where_prec is None or places[0].place.latitude is None else set())


def people_flags(event_type: str, participants: tuple[Participant, ...]) -> set[str]:
    """What is weak about the parties."""
    actors = [p for p in participants if p.role == "actor"]
    recipients = [p for p in participants if p.role == "recipient"]
    found = {
        "no_actor": not actors,
        "no_recipient": event_type == "ASSAULT" and not recipients,
        "actor_inherited": any(p.is_inherited for p in actors),
        "actor_unresolved": any(p.actor_id is None and p.code is None for p in actors),
    }
    return {name for name, holds in found.items() if holds}
