"""The command `conflict-timeline`: options and exit codes. Every command imports what it needs when it runs, so that help
is there at once.

Exit codes: 0 ok, 1 findings, 2 usage, 3 built but some inputs quarantined, 4 nothing readable, 5 nothing published.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.cli_export import cite, export
from pipeline.cli_options import (
    DATA,
    FINDINGS,
    QUARANTINED,
    SEEDS,
    Actor,
    Data,
    Day,
    Documents,
    EventType,
    Incidents,
    Input,
    Inputs,
    Jobs,
    Json,
    MinFatalities,
    Model,
    PlaceName,
    Since,
    Until,
    print_result,
    read_date,
    read_filter,
)
from pipeline.cli_report import report
from pipeline.cli_review import agree, evaluate, review, sample
from pipeline.errors import ConflictTimelineError, UsageError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="News articles in, a validated, dated conflict event dataset out.",
)


def main() -> None:
    """Runs the command line; an error is a line on stderr and an exit code, never a traceback."""
    gc.set_threshold(100_000, 20, 20)  # hardly anything here is a cycle, and looking for them takes a tenth of a start
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one core a process: `--jobs` says how many of them
    try:
        app()
    except ConflictTimelineError as problem:
        _fail(str(problem), problem.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # `show | head` is no error
    except KeyboardInterrupt:
        _fail("interrupted; nothing was published", 130)
    except Exception as problem:
        if os.environ.get("CONFLICT_TIMELINE_TRACEBACK"):
            raise
        _fail(f"internal error, please report: {type(problem).__name__}: {problem}", FINDINGS)


def _fail(message: str, code: int) -> None:
    lines = (" ".join(line.split()) for line in message.splitlines())
    print("conflict-timeline: " + "\n".join(filter(None, lines)), file=sys.stderr)
    sys.exit(code)


@app.command()
def build(
    inputs: Inputs = None,
    out: Annotated[Path, typer.Option(help="Folder for the tables.")] = DATA,
    jobs: Jobs = 1,
    model: Model = None,
    texts: Annotated[bool, typer.Option("--texts", help="Also write the texts; mind their copyright.")] = False,
    cache: Annotated[Path | None, typer.Option(help="Folder of the cache, kept between builds.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Publish nothing when a correction is stale.")] = False,
    with_report: Annotated[bool, typer.Option("--report", help="Also write report.html beside the tables.")] = False,
    engine: Annotated[str, typer.Option(help="local: processes of this machine; dask: a cluster.")] = "local",
    scheduler: Annotated[str, typer.Option(help="dask: address of the scheduler; none = a cluster of this machine.")] = "",
    as_json: Json = False,
) -> None:
    """Read articles, find their events and publish the tables."""
    if engine not in ("local", "dask"):
        raise UsageError(f"--engine '{engine}' is unknown. Use local or dask.")
    if scheduler and engine != "dask":
        raise UsageError("--scheduler goes with --engine dask.")
    from pipeline.commands import build_and_publish
    from pipeline.engine import Settings
    from pipeline.progress import say

    summary = build_and_publish(inputs or [SEEDS], out, Settings(jobs, model, texts, cache, engine, scheduler), is_strict=strict)
    text = say(summary)
    if with_report:
        from pipeline.report import FILE, write_report

        write_report(out, out / FILE)
        summary["report"] = str(out / FILE)
        text += f"\nReport: {out / FILE}"
    print_result(summary, as_json, text)
    raise typer.Exit(FINDINGS if summary["stale"] else QUARANTINED if summary["quarantined"] else 0)


@app.command()
def check(
    data: Data = DATA,
    articles: Annotated[Path, typer.Option("--input", help="The articles; `check` builds them again.")] = SEEDS,
    jobs: Jobs = 1,
    as_json: Json = False,
) -> None:
    """Is a published dataset whole, as the schema says, true to the texts, and what its articles give now?"""
    from pipeline.commands import check_data

    findings = check_data(data, articles, jobs)
    faults = [finding for finding in findings if not finding.is_note]
    lines = [f"{'note' if finding.is_note else 'fault'}: {finding}" for finding in findings]
    closing = f"{len(faults)} faults." if faults else f"{data}: no faults."
    print_result([{"fault": not f.is_note, "text": str(f)} for f in findings], as_json, "\n".join([*lines, closing]))
    raise typer.Exit(FINDINGS if faults else 0)


@app.command()
def show(
    event: Annotated[str, typer.Argument(help="Show one event: its id or the beginning of it.")] = "",
    data: Data = DATA,
    event_type: EventType = "",
    actor: Actor = "",
    place: PlaceName = "",
    since: Since = None,
    until: Until = None,
    min_fatalities: MinFatalities = 0,
    incidents: Incidents = False,
    correction: Annotated[bool, typer.Option("--correction", help="Print rows for corrections.csv.")] = False,
    as_json: Json = False,
) -> None:
    """Print the timeline, or one event with the sentences that tell it."""
    from pipeline import show as timeline

    wanted = read_filter(event_type, actor, place, since, until, min_fatalities, incidents)
    if correction:
        print(timeline.stub(data, event), end="")
    elif as_json:
        print_result(timeline.find_rows(data, event, wanted), True)
    else:
        timeline.draw(data, event, wanted)


@app.command()
def explain(
    what: Annotated[str, typer.Argument(help="An event's id, or a text.")],
    published: Day = None,
    data: Data = DATA,
    articles: Input = SEEDS,
    model: Model = None,
) -> None:
    """Say why: the frame and the words behind every field of an event, and what was refused in a text."""
    from pipeline.commands import explain_event, explain_text

    if what.startswith("ev_"):
        print(explain_event(what, data, articles, model))
    else:
        print(explain_text(what, read_date(published, "--published"), model))


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="Folder of the older tables.")],
    new: Annotated[Path, typer.Argument(help="Folder of the newer tables.")],
    as_json: Json = False,
) -> None:
    """Say what changed between two builds, and which article caused it. Exit code 1 when anything did."""
    from pipeline.diff import diff as compare
    from pipeline.published import load

    found = compare(load(old), load(new))
    print_result(found.to_json(), as_json, found.to_text().rstrip("\n"))
    raise typer.Exit(FINDINGS if found else 0)


@app.command()
def schema(
    form: Annotated[str, typer.Option("--format", help="json (Frictionless) or md (the codebook of columns).")] = "md",
) -> None:
    """Print every table and column: type, unit, vocabulary, meaning."""
    if form == "md":
        from schemas.codebook import render

        print(render(), end="")
    elif form == "json":
        from schemas.columns import TABLES
        from schemas.package import describe_table

        print_result({name: describe_table(table) for name, table in TABLES.items()}, True)
    else:
        raise UsageError(f"--format '{form}' is unknown. Use json or md.")


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


@app.command()
def new(
    file: Annotated[Path, typer.Argument(help="A text file in a folder of articles.")],
    published: Day = None,
    published_note: Annotated[str | None, typer.Option(help="How the day is known.")] = None,
    title: Annotated[str | None, typer.Option(help="Headline.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher.")] = None,
    url: Annotated[str | None, typer.Option(help="Address.")] = None,
    licence: Annotated[str | None, typer.Option(help="Whose the text is.")] = None,
) -> None:
    """Register an article in the seeds.csv beside it, or record that its text was changed on purpose."""
    from pipeline.read.register import register

    cells = {"title": title, "publisher": publisher, "url": url, "licence": licence}
    table, row = register(file, {**cells, "published": published, "published_note": published_note})
    print(f"{table}: {row['file']}, published {row.get('published') or 'on an unknown day'}, {row['sha256'][:12]}…")


def _print_layer(path: Path, name: str, layer: Any) -> None:
    import json

    from pipeline.read import read

    for document in read([path]):
        found = layer(document) if document.text else []
        print(json.dumps({"id": document.path.split("#", 1)[-1], name: found}, ensure_ascii=False))


app.command()(export)
app.command()(cite)
app.command()(report)
app.add_typer(review, name="review")
app.command()(sample)
app.command()(agree)
app.command()(evaluate)

if __name__ == "__main__":
    main()
