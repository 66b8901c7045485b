"""The command `conflict-timeline`. Every command imports what it needs when it runs, so that help is there at once.

Exit codes: 0 ok, 1 findings, 2 usage, 3 built but some inputs quarantined, 4 nothing readable, 5 nothing published.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.errors import ConflictTimelineError, UsageError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="News articles in, a validated, dated conflict event dataset out.",
)

Data = Annotated[Path, typer.Option("--data", help="Folder of the published tables.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
Documents = Annotated[Path, typer.Argument(help="Articles: a file or a folder.")]


def main() -> None:
    """Runs the command line; every error is one line on stderr and an exit code."""
    try:
        app()
    except ConflictTimelineError as problem:
        _fail(str(problem), problem.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # `show | head` is no error
    except KeyboardInterrupt:
        _fail("interrupted", 130)
    except Exception as problem:
        if os.environ.get("CONFLICT_TIMELINE_TRACEBACK"):
            raise
        _fail(f"internal error, please report: {type(problem).__name__}: {problem}", 1)


def _fail(message: str, code: int) -> None:
    print("conflict-timeline: " + " ".join(message.split()), file=sys.stderr)
    sys.exit(code)


def _read_date(words: str | None, option: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise UsageError(f"{option} {words!r} is not a date. Use YYYY-MM-DD.") from None


@app.command()
def build(
    inputs: Annotated[list[Path] | None, typer.Argument(help="Articles: files and folders.", show_default="seeds")] = None,
    out: Annotated[Path, typer.Option(help="Folder for the tables.")] = Path("data"),
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 1,
    model: Annotated[str | None, typer.Option(help="Another spaCy pipeline with UD labels.")] = None,
    texts: Annotated[bool, typer.Option("--texts", help="Also write the articles' texts (mind their copyright).")] = False,
    cache: Annotated[Path | None, typer.Option(help="Folder of the cache, outside the tables' folder.")] = None,
    as_json: Json = False,
) -> None:
    """Read articles, find their events, and publish the tables."""
    from pipeline.cache import default_folder
    from pipeline.engine import Settings, build_tables
    from pipeline.progress import progress_bar, say, summarize
    from pipeline.publish import publish

    paths = inputs or [Path("seeds")]
    settings = Settings(jobs, model, texts, cache or default_folder())
    with progress_bar(paths) as watch:
        tables = build_tables(paths, settings, watch)
    publish(tables, out)
    summary = summarize(out)
    print(json.dumps(summary, ensure_ascii=False, indent=1) if as_json else say(summary))
    raise typer.Exit(3 if summary["quarantined"] else 0)


@app.command()
def show(
    event: Annotated[str, typer.Argument(help="Show one event: its id or the beginning of it.")] = "",
    data: Data = Path("data"),
    event_type: Annotated[str, typer.Option("--type", help="Event type or mode, e.g. ASSAULT, assault/clash, siege.")] = "",
    actor: Annotated[str, typer.Option(help="Part of the name of a party.")] = "",
    place: Annotated[str, typer.Option(help="Part of the name of a place, province or country.")] = "",
    since: Annotated[str | None, typer.Option(help="Not over before this day (YYYY-MM-DD).")] = None,
    until: Annotated[str | None, typer.Option(help="Begun by this day (YYYY-MM-DD).")] = None,
    min_fatalities: Annotated[int, typer.Option(help="At least so many dead.")] = 0,
    incidents: Annotated[bool, typer.Option("--incidents", help="Only countable violent incidents.")] = False,
    as_json: Json = False,
) -> None:
    """Print the timeline, or one event with its sentences."""
    from pipeline.show import Filter, chronological, draw_event, draw_timeline, find_event

    days = _read_date(since, "--since"), _read_date(until, "--until")
    wanted = Filter(event_type, actor, place, *days, min_fatalities, incidents)
    events = _read_rows(data, "events")
    rows = [find_event(events, event)] if event else [row for row in events if wanted.keeps(row)]
    if as_json:
        print(json.dumps(chronological(rows), default=_json_value, ensure_ascii=False, indent=1))
    elif event:
        reports = [row for row in _read_rows(data, "reports") if row["event_id"] == rows[0]["event_id"]]
        draw_event(rows[0], reports, _console())
    else:
        draw_timeline(rows, _console())


def _console() -> Any:
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def _read_rows(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of one published table."""
    from pipeline.published import read_arrow

    rows: list[dict[str, Any]] = read_arrow(folder, [name])[name].to_pylist()
    return rows


def _json_value(value: Any) -> Any:
    return value.date().isoformat() if hasattr(value, "date") else value.isoformat()


@app.command()
def timex(documents: Documents) -> None:
    """Print the time expressions of each article as JSON Lines."""
    from pipeline.layers import timex_of

    _print_layer(documents, "timex", timex_of)


@app.command()
def places(documents: Documents) -> None:
    """Print the place names of each article as JSON Lines."""
    from pipeline.layers import places_of

    _print_layer(documents, "places", places_of)


def _print_layer(path: Path, name: str, layer: Any) -> None:
    from pipeline.read import read

    for document in read([path]):
        found = layer(document) if document.status in ("ok", "skipped") else []
        print(json.dumps({"id": document.path.split("#", 1)[-1], name: found}, ensure_ascii=False))


if __name__ == "__main__":
    main()
