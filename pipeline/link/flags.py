"""The flags of an event: of each telling only those that speak of a value the event took from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.link.rules import WEAK_SCORE
from pipeline.records import LinkedReport, Report
from schemas.vocab import FLAGS

DATE_FLAGS = ("date_unknown", "date_inherited", "date_vague", "dct_inferred", "dct_unknown")
PLACE_FLAGS = ("no_place", "place_inherited", "place_unresolved", "place_ambiguous")
ACTOR_FLAGS = ("no_actor", "actor_inherited", "actor_unresolved")
RECIPIENT_FLAGS = ("no_recipient",)
ANY_FLAGS = ("vague_count", "unparsed")  # true of the event when true of any telling


def event_flags(
    linked: Sequence[LinkedReport],
    dated: Report,
    placed: Report,
    peopled: Mapping[str, Report],
    believed: Report,
    scope: str,
    contested: bool,
) -> tuple[str, ...]:
    """Flags in the vocabulary's order. `dated`, `placed`, `peopled`, `believed` are where the values come from."""
    raised = {
        *_own(dated, DATE_FLAGS),
        *_own(placed, PLACE_FLAGS),
        *_own(peopled["actor"], ACTOR_FLAGS),
        *_own(peopled["recipient"], RECIPIENT_FLAGS),
        *(flag for each in linked for flag in _own(each.report, ANY_FLAGS)),
        *_decided(linked, believed, scope, contested),
    }
    return tuple(flag for flag in FLAGS if flag in raised)


def _own(report: Report, about: Sequence[str]) -> Iterator[str]:
    return (flag for flag in report.flags if flag in about)


def _decided(linked: Sequence[LinkedReport], believed: Report, scope: str, contested: bool) -> Iterator[str]:
    """Flags that only the whole event can raise."""
    if scope != "incident":
        yield scope
    if believed.claim_side in ("party", "opponent"):
        yield "party_claim"
    if believed.claim_side == "unnamed":
        yield "unnamed_claim"
    if contested:
        yield "contested"
    if any(each.score < WEAK_SCORE for each in linked):
        yield "weak_link"
