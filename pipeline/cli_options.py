"""What the commands share: options that mean the same everywhere, exit codes, and how a result is printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.choose import Filter
from pipeline.errors import UsageError

SEEDS, DATA = Path("seeds"), Path("data")
FINDINGS, QUARANTINED = 1, 3  # exit codes

Inputs = Annotated[list[Path] | None, typer.Argument(help="Articles: files and folders.", show_default="seeds")]
Input = Annotated[Path, typer.Option("--input", help="The articles that the tables were built from.")]
Documents = Annotated[Path, typer.Argument(help="Articles: a file or a folder.")]
Data = Annotated[Path, typer.Option("--data", help="Folder of the published tables.")]
Jobs = Annotated[int, typer.Option(min=1, help="Worker processes.")]
Model = Annotated[str | None, typer.Option(help="Another spaCy pipeline with UD labels.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
Day = Annotated[str | None, typer.Option(help="Day of publication, YYYY-MM-DD.")]

EventType = Annotated[str, typer.Option("--type", help="Type or mode: ASSAULT, assault/clash, siege.")]
Actor = Annotated[str, typer.Option(help="Part of the name of a party.")]
PlaceName = Annotated[str, typer.Option(help="Part of the name of a place, province or country.")]
Since = Annotated[str | None, typer.Option(help="Not over before this day, YYYY-MM-DD.")]
Until = Annotated[str | None, typer.Option(help="Begun by this day, YYYY-MM-DD.")]
MinFatalities = Annotated[int, typer.Option(min=0, help="At least so many dead.")]
Incidents = Annotated[bool, typer.Option("--incidents", help="Only countable violent incidents.")]


def read_date(words: str | None, option: str) -> date | None:
    """The day that an option gives, None when it is not given. Errors: UsageError."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise UsageError(f"{option} {words!r} is not a date. Use YYYY-MM-DD.") from None


def read_filter(
    event_type: str, actor: str, place: str, since: str | None, until: str | None, min_fatalities: int, incidents: bool
) -> Filter:
    """The filter that the options of `show` and `export` ask for. Errors: UsageError."""
    days = read_date(since, "--since"), read_date(until, "--until")
    return Filter(event_type, actor, place, *days, min_fatalities, incidents)


def print_result(value: Any, as_json: bool, text: str = "") -> None:
    """Prints a value as JSON, or what it says to a person."""
    import json

    print(json.dumps(value, default=_json_value, ensure_ascii=False, indent=1) if as_json else text)


def _json_value(value: Any) -> Any:
    return value.date().isoformat() if hasattr(value, "date") else value.isoformat()
