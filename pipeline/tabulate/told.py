"""What a row tells, be it an event or one report of it: one view of both, so that every column is computed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from pipeline.link.numbers import decide_numbers
from pipeline.records import Count, Deaths, Event, EventDate, EventPlace, Participant, Place, Report, Total
from schemas.vocab import PLACE_ROLES

Side = tuple[Participant, ...]


@dataclass(frozen=True)
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

    @cached_property
    def place(self) -> Place | None:
        """The place the row shows: the first where it happened, else the first origin, else the first destination."""
        found = (each.place for role in PLACE_ROLES for each in self.places if each.role == role)
        return next(found, None)

    @cached_property
    def sides(self) -> tuple[Side, Side]:
        """Actors and recipients as the row shows them: of a mutual act every actor but the first is a recipient."""
        actors, recipients = self.parties("actor"), self.parties("recipient")
        return (actors[:1], actors[1:] + recipients) if self.is_mutual else (actors, recipients)

    def parties(self, role: str) -> Side:
        """The participants of a role by their position."""
        found = [party for party in self.participants if party.role == role]
        return tuple(sorted(found, key=attrgetter("position")))


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
