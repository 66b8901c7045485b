"""The command that makes a page of a dataset: `report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli_options import (
    DATA,
    Actor,
    EventType,
    Incidents,
    MinFatalities,
    PlaceName,
    Since,
    Until,
    read_filter,
)


def report(
    data: Annotated[Path, typer.Argument(help="Folder of the published tables.")] = DATA,
    out: Annotated[Path, typer.Option(help="The page; one that a report wrote before is replaced.")] = Path("report.html"),
    title: Annotated[str, typer.Option(help="Headline of the page.", show_default="made of the countries")] = "",
    event_type: EventType = "",
    actor: Actor = "",
    place: PlaceName = "",
    since: Since = None,
    until: Until = None,
    min_fatalities: MinFatalities = 0,
    incidents: Incidents = False,
) -> None:
    """Write one HTML page: the events in time, on the map, by parties, and the words behind each."""
    from pipeline.report import write_report

    wanted = read_filter(event_type, actor, place, since, until, min_fatalities, incidents)
    events = write_report(data, out, wanted, title)
    print(f"{out}: {events:,} events. Open it in a browser; it needs no network.")
