"""One event out of its tellings: which telling each value is taken from (codebook sections 1 to 6).

A date comes whole from one telling and a place whole from one telling, never the month of one with the town of the
other's sentence. Values that one telling gives alone stand; nothing is averaged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from pipeline.link import ids
from pipeline.link.flags import event_flags
from pipeline.link.independence import Sources
from pipeline.link.numbers import decide_numbers
from pipeline.link.profile import SIDE_MODES
from pipeline.link.ranks import claim_rank
from pipeline.records import Event, EventDate, EventPlace, LinkedReport, Participant, Report

REAL = ("occurred", "ongoing")
BASIS_ORDER = ("explicit", "relative", "inherited", "none")
ROLES = ("actor", "recipient", "supporter")
SCOPE_ORDER = ("incident", "multiple", "aggregate")


def merge(linked: Sequence[LinkedReport], sources: Sources) -> Event:
    """The event of these tellings, in link order, the anchor first. What lies in what is decided later (parts)."""
    reports = [each.report for each in linked]
    anchor, told_real = reports[0], [report for report in reports if report.status in REAL] or reports
    dated, placed, peopled = _dated_by(told_real), _placed_by(told_real), _peopled_by(told_real, anchor)
    numbers = decide_numbers(told_real, [sources.kind_of(report.document_id) for report in told_real])
    denied_by = _denied_by(reports)
    believed = _believed(told_real, sources)
    days = sorted(report.published for report in reports if report.published)
    scope = max((report.scope for report in told_real), key=SCOPE_ORDER.index)
    status = _status(reports)
    contested = numbers.contested or denied_by is not None
    return Event(
        event_id=ids.event_id(anchor),
        anchor=anchor,
        reports=tuple(linked),
        event_type=anchor.candidate.event_type,
        mode=_mode(reports),
        status=status,
        outcome="" if anchor.candidate.is_speech_act else _outcome(told_real),
        scope=scope,
        first_published=days[0] if days else None,
        last_published=days[-1] if days else None,
        date=dated.date,
        places=placed.places,
        participants=participants_of(peopled),
        totals=numbers.totals,
        deaths=numbers.deaths,
        is_mutual=anchor.candidate.is_mutual,
        claimed_by=believed.claimed_by,
        claim_side=believed.claim_side,
        contested=contested,
        denied_by=denied_by,
        n_reports=len(reports),
        n_documents=len({report.document_id for report in reports}),
        n_publishers=sources.publishers(reports),
        n_independent=sources.count(reports),
        flags=event_flags(linked, dated, placed, peopled, believed, scope, contested),
        countable=is_countable(status, scope),
    )


def is_countable(status: str, scope: str) -> bool:
    """Whether a row may be summed as far as it goes by itself, whatever lies around or inside it."""
    return status in REAL and scope != "aggregate"


def interval_days(when: EventDate) -> int:
    """Days between the ends of an interval; an open one is wider than any other."""
    return 10**7 if when.start is None or when.end is None else (when.end - when.start).days


def fineness(places: Sequence[EventPlace]) -> tuple[int, int]:
    """How fine the finest place is: resolved before unresolved, then by UCDP's where_prec; larger is finer."""
    best = min((each.place.where_prec or 8 for each in places if each.place.iso3), default=9)
    return -best, bool(places)


def _dated_by(reports: Sequence[Report]) -> Report:
    """The narrowest telling; of equal ones the most explicit, then the earliest."""
    if len(reports) == 1:
        return reports[0]
    return min(reports, key=lambda report: (interval_days(report.date), BASIS_ORDER.index(report.date.basis)))


def _placed_by(reports: Sequence[Report]) -> Report:
    """The telling with the finest place; of equal ones one that names it in its own clause, then the earliest."""
    if len(reports) == 1:
        return reports[0]
    return max(reports, key=lambda report: (*fineness(report.places), not any(p.is_inherited for p in report.places)))


def _peopled_by(reports: Sequence[Report], anchor: Report) -> dict[str, Report]:
    """For each side the telling that names the most of it; an earlier one before a later one.

    Only tellings as mutual as the anchor: of "A clashed with B" both are actors, of "B attacked A" one is.
    """
    if len(reports) == 1:
        return dict.fromkeys(ROLES, reports[0])
    alike = [report for report in reports if report.candidate.is_mutual == anchor.candidate.is_mutual] or [anchor]
    return {role: max(alike, key=lambda report: _named(report, role)) for role in ROLES}


def _named(report: Report, role: str) -> tuple[int, int]:
    side = [one for one in report.participants if one.role == role]
    return sum(one.actor_id is not None or one.code is not None for one in side), len(side)


def participants_of(peopled: dict[str, Report]) -> tuple[Participant, ...]:
    """The sides of an event, each as its telling lists them."""
    return tuple(one for role, report in peopled.items() for one in report.participants if one.role == role)


def _mode(reports: Sequence[Report]) -> str:
    """The mode most tellings of the anchor's type give, the earliest of equals; "" when none does. What an act also destroyed
    names it only where its first telling does."""
    anchor = reports[0].candidate
    told = Counter(r.candidate.mode for r in reports if r.candidate.mode and r.candidate.event_type == anchor.event_type)
    if anchor.mode not in SIDE_MODES:
        told -= Counter({mode: told[mode] for mode in SIDE_MODES})
    return told.most_common(1)[0][0] if told else ""


def _status(reports: Sequence[Report]) -> str:
    """Occurred beats planned and negated; ongoing only while every telling of the latest day says so."""
    real = [report for report in reports if report.status in REAL]
    if not real:
        return "planned" if any(report.status == "planned" for report in reports) else "negated"
    latest = max(report.published or date.min for report in real)
    last_told = {report.status for report in real if (report.published or date.min) == latest}
    return "ongoing" if last_told == {"ongoing"} else "occurred"


def _outcome(reports: Sequence[Report]) -> str:
    """The latest outcome that is told."""
    told = [report.outcome for report in reports if report.outcome]
    return next((outcome for outcome in reversed(told) if outcome != "unknown"), told[0] if told else "")


def _denied_by(reports: Sequence[Report]) -> str | None:
    """Who denies it, each once in link order; of an event nobody tells as real nobody denies anything."""
    if not any(report.status in REAL for report in reports):
        return None
    deniers = [report.denied_by or (report.claimed_by if report.status == "negated" else None) for report in reports]
    return "; ".join(dict.fromkeys(name for name in deniers if name)) or None


def _believed(reports: Sequence[Report], sources: Sources) -> Report:
    """The telling whose claimant is believed first; of equal ones the earliest."""
    if len(reports) == 1:
        return reports[0]
    return min(reports, key=lambda r: claim_rank(r.claim_side, _claimant_sector(r), sources.kind_of(r.document_id)))


def _claimant_sector(report: Report) -> str | None:
    return next((one.sector for one in report.participants if one.role == "claimant"), None)
