"""The commands that take a dataset elsewhere: `export` and `cite`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli_options import (
    DATA,
    Actor,
    Data,
    EventType,
    Incidents,
    MinFatalities,
    PlaceName,
    Since,
    Until,
    read_filter,
)
from pipeline.export import FORMATS, STDOUT, Options
from pipeline.export import export as write_export


def export(
    form: Annotated[str, typer.Option("--format", help=f"{', '.join(FORMATS)}.")],
    out: Annotated[Path, typer.Option(help="The file; - prints a text format.")] = STDOUT,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
    table: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Which table; xlsx takes several.", show_default="events")
    ] = None,
    hxl: Annotated[bool, typer.Option("--hxl", help="csv: a second row of HXL hashtags.")] = False,
    spreadsheet_safe: Annotated[
        bool, typer.Option("--spreadsheet-safe", help="No cell that a spreadsheet would run as a formula.")
    ] = False,
    bom: Annotated[bool, typer.Option("--bom", help="A byte-order mark, by which Excel knows UTF-8.")] = False,
    articles: Annotated[
        Path | None, typer.Option("--input", help="review: the articles, for context.", show_default="seeds")
    ] = None,
    data: Data = DATA,
    event_type: EventType = "",
    actor: Actor = "",
    place: PlaceName = "",
    since: Since = None,
    until: Until = None,
    min_fatalities: MinFatalities = 0,
    incidents: Incidents = False,
) -> None:
    """Write events, all or those that a filter keeps, in a format of other programs."""
    wanted = read_filter(event_type, actor, place, since, until, min_fatalities, incidents)
    name = "conflict-timeline" if out == STDOUT else out.stem
    options = Options(tuple(table or ["events"]), hxl, spreadsheet_safe, bom, name, articles)
    for line in write_export(data, form, out, wanted, options, replace=force):
        print(line, file=sys.stderr if out == STDOUT else sys.stdout)


def cite(
    event: Annotated[str, typer.Argument(help="An event's id, or the beginning of it.")],
    style: Annotated[str, typer.Option(help="apa or bibtex.")] = "apa",
    data: Data = DATA,
) -> None:
    """Print how to cite an event: the dataset with its version and hash, and the article that tells it."""
    from pipeline.cite import cite as write_citation

    print(write_citation(data, event, style), end="")
