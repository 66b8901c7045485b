"""What a row tells, be it an event or one report of it: one view of both, so that every column is computed once."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.link.numbers import decide_numbers
from pipeline.records import Count, Deaths, Event, EventDate, EventPlace, Participant, Report, Total

PLACE_ORDER = ("where", "origin", "destination")


@dataclass(frozen=True, slots=True)
class Told:
    """The values that events and reports share. `parts` are all numbers of all tellings, parts by sector among them."""

    event_type: str
    mode: str
    status: str
    outcome: str
    scope: str
    date: EventDate
    places: tuple[EventPlace, ...]
    participants: tuple[Participant, ...]
    totals: tuple[Total, ...]
    deaths: Deaths | None
    parts: tuple[Count, ...]
    is_mutual: bool
    claimed_by: str | None
    claim_side: str
    contested: bool
    denied_by: str | None

    @property
    def place(self) -> EventPlace | None:
        """The place the row shows: the first where it happened, else the first origin, else the first destination."""
        return next((place for role in PLACE_ORDER for place in self.places if place.role == role), None)

    def parties(self, role: str) -> tuple[Participant, ...]:
        """The participants of a role by their position."""
        found = (party for party in self.participants if party.role == role)
        return tuple(sorted(found, key=lambda party: party.position))

    @property
    def sides(self) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Actors and recipients as the row shows them: of a mutual act every actor but the first is a recipient."""
        actors, recipients = self.parties("actor"), self.parties("recipient")
        return (actors[:1], actors[1:] + recipients) if self.is_mutual else (actors, recipients)

    def total(self, kind: str) -> Total | None:
        """The number of one kind; None when nobody gives one."""
        return next((total for total in self.totals if total.kind == kind), None)


def of_event(event: Event) -> Told:
    """What an event's row tells."""
    return Told(
        event.event_type,
        event.mode,
        event.status,
        event.outcome,
        event.scope,
        event.date,
        event.places,
        event.participants,
        event.totals,
        event.deaths,
        tuple(count for linked in event.reports for count in linked.report.counts),
        event.is_mutual,
        event.claimed_by,
        event.claim_side,
        event.contested,
        event.denied_by,
    )


def of_report(report: Report) -> Told:
    """What one telling says by itself; its numbers are decided as for an event with this telling alone."""
    numbers = decide_numbers([report], ["independent"])
    return Told(
        report.candidate.event_type,
        report.candidate.mode,
        report.status,
        report.outcome,
        report.scope,
        report.date,
        report.places,
        report.participants,
        numbers.totals,
        numbers.deaths,
        report.counts,
        report.candidate.is_mutual,
        report.claimed_by,
        report.claim_side,
        numbers.contested or report.denied_by is not None,
        report.denied_by,
    )
