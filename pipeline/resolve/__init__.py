"""Resolve what the tellings mean: dates, coordinates, codes, counts, claimants. `Candidate`s in, `Report`s out.

Each layer answers for all candidates of a document at once, because a date, a place or a referent may come from a neighbour:
`dates`, `places`, `actors`, `counts`; `claims`, `scope` and `flags` then read a telling whole.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from pipeline.find.verdicts import is_definite
from pipeline.ids import report_id
from pipeline.lexicon.words import word_class
from pipeline.records import Candidate, Count, EventDate, EventPlace, Reading, Rejected, Report
from pipeline.resolve.actors import cast_candidates
from pipeline.resolve.claims import Voice, hear_claims, same_side
from pipeline.resolve.counts import count_candidates
from pipeline.resolve.dates import anchor_times, date_candidates
from pipeline.resolve.event_places import place_candidates
from pipeline.resolve.flags import flags_of
from pipeline.resolve.places import resolve_places
from pipeline.resolve.scope import scope_of


class _Telling(NamedTuple):
    """What the layers say of one candidate."""

    candidate: Candidate
    date: EventDate
    places: tuple[EventPlace, ...]
    voice: Voice
    counts: tuple[Count, ...]


def resolve(reading: Reading, candidates: tuple[Candidate, ...]) -> tuple[tuple[Report, ...], tuple[Rejected, ...]]:
    """The tellings of a document, resolved, in text order, and those that turn out to be none, with the reason."""
    dates = date_candidates(reading, anchor_times(reading), candidates)
    places = place_candidates(reading, resolve_places(reading), candidates)
    casts = cast_candidates(reading, candidates)
    counts = count_candidates(reading, candidates, casts)
    tellings = [_Telling(c, dates[n], places[n], hear_claims(c, casts[n]), counts[n]) for n, c in enumerate(candidates)]
    reasons = [refusal(reading, t) for t in tellings]
    refused = [(t, reason) for t, reason in zip(tellings, reasons, strict=True) if reason]
    kept = [t for t, reason in zip(tellings, reasons, strict=True) if not reason]
    reports = tuple(report_of(reading, t, kinds_before(kept, t)) for t in kept)
    return reports, tuple(reject(reading, t, reason) for t, reason in refused)


def kinds_before(tellings: list[_Telling], telling: _Telling) -> frozenset[str]:
    """The kinds of numbers that are told in the sentences before a telling's."""
    before = (t for t in tellings if t.candidate.sentence < telling.candidate.sentence)
    return frozenset(count.kind for t in before for count in t.counts)


def refusal(reading: Reading, telling: _Telling) -> str:
    """Why a resolved telling is no row: nobody, nothing, nowhere and never; or somebody else's guess at what a party will do."""
    people = [p for p in telling.voice.participants if p.role in ("actor", "recipient")]
    if not people and not telling.counts and not telling.places and telling.date.precision == "unknown":
        return "" if hits_a_target(reading, telling.candidate) else "no_participant"
    is_open = telling.candidate.modality.status == "planned" and not is_scheduled(telling)
    if is_open and is_guess(telling.voice) and not is_ordered(reading, telling.candidate):
        return "possible"
    return ""


def hits_a_target(reading: Reading, candidate: Candidate) -> bool:
    """A thing that the text has not told of is attacked: "a cargo ship was hit", not "the ship was"."""
    if candidate.event_type != "ASSAULT" or candidate.modality.status != "occurred":
        return False
    for argument in candidate.role("recipient"):
        tree = reading.trees[argument.sentence]
        if tree is not None and tree.tokens[argument.head].lemma.lower() in word_class("facility"):
            return not is_definite(tree, argument.head)
    return False


def is_scheduled(telling: _Telling) -> bool:
    """A meeting with a day, which its host or a mediator announces as well as those who meet."""
    return telling.candidate.frame.startswith("consult/") and telling.date.precision != "unknown"


def is_ordered(reading: Reading, candidate: Candidate) -> bool:
    """ "The general ordered the killing, a court heard": whoever tells it, the order is no guess."""
    tree = reading.trees[candidate.sentence]
    if tree is None:
        return False
    heads = [argument.head for argument in candidate.heads if argument.sentence == candidate.sentence]
    above = [tree.tokens[heads[0]].head] if tree.tokens[heads[0]].dep == "xcomp" else []
    return any(tree.tokens[i].lemma.lower() in word_class("ordering") for i in (*heads, *above))


def is_guess(voice: Voice) -> bool:
    """Announced by somebody who is not of the actor's side, or by nobody."""
    actors = [p for p in voice.participants if p.role == "actor"]
    claimants = [p for p in voice.participants if p.role == "claimant"]
    return bool(claimants) and bool(actors) and not any(same_side(c, a) for c in claimants for a in actors)


def report_of(reading: Reading, telling: _Telling, told: Collection[str]) -> Report:
    """The record of a telling; `told` are the kinds of numbers that the sentences before give."""
    document, candidate, voice = reading.document, telling.candidate, telling.voice
    sentence = reading.sentences[candidate.sentence]
    scope = scope_of(candidate, telling.date, telling.places, telling.counts, reading, told)
    status = "negated" if voice.denied_by else candidate.modality.status
    return Report(
        report_id=report_id(document.document_id, candidate),
        document_id=document.document_id,
        published=document.published,
        candidate=candidate,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        quote=document.text[sentence.start : sentence.end],
        trigger=document.text[candidate.trigger_start : candidate.trigger_end],
        status=status,
        outcome=outcome_of(candidate, status),
        scope=scope,
        date=telling.date,
        places=telling.places,
        participants=voice.participants,
        counts=telling.counts,
        claimed_by=voice.claimed_by,
        claim_side=voice.claim_side,
        denied_by=voice.denied_by,
        flags=flags_of(
            document,
            candidate.event_type,
            scope,
            telling.date,
            telling.places,
            voice.participants,
            telling.counts,
            voice.claim_side,
        ),
    )


def outcome_of(candidate: Candidate, status: str) -> str:
    """succeeded, failed, intercepted or unknown of an act that was carried out; "" for speech acts and for what was not done."""
    if candidate.is_speech_act or candidate.event_type == "AGREE" or status in ("planned", "negated"):
        return ""
    return candidate.outcome or "succeeded"


def reject(reading: Reading, telling: _Telling, reason: str) -> Rejected:
    """The row of `rejected` for a telling."""
    candidate, sentence = telling.candidate, reading.sentences[telling.candidate.sentence]
    quote = reading.document.text[sentence.start : sentence.end]
    return Rejected(reading.document.document_id, candidate.trigger_start, candidate.trigger_end, quote, candidate.frame, reason)
