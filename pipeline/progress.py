"""What a person sees of a build: a bar while it runs, on a terminal only, and what became of the articles at its end."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.published import read_arrow, read_package
from pipeline.read.source import Source
from pipeline.read.walk import input_bytes
from pipeline.records import Extraction

if TYPE_CHECKING:
    from pipeline.engine import Watch

SHOWN = 20  # inputs listed that were not read; the others are counted


@contextmanager
def progress_bar(inputs: Sequence[Path]) -> Iterator[Watch | None]:
    """A function to be told of every finished source; None when nobody is watching (a pipe, a file, a log)."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = (SpinnerColumn(), TextColumn("{task.fields[said]}"), BarColumn(), TimeRemainingColumn(compact=True))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=input_bytes(inputs) or None, said="loading the model")
        articles = 0

        def watch(source: Source, extractions: Sequence[Extraction]) -> None:
            nonlocal articles
            articles += len(extractions)
            bar.advance(task, len(source.content))
            spent = bar.tasks[task].elapsed or 0
            rate = f"{articles / spent:.0f}/s" if spent > 1 else ""
            bar.update(task, said=f"{articles:,} articles {rate}")

        yield watch


def summarize(folder: Path) -> dict[str, Any]:
    """What a published dataset holds: articles by status, tellings, events, what gave no row by reason, who was not read."""
    names = {"documents": ["path", "status", "reason"], "events": ["countable", "violent", "fatalities_best"]}
    tables = read_arrow(folder, ["documents", "events", "rejected", "reports"])
    documents = tables["documents"].select(names["documents"]).to_pylist()
    events = tables["events"].select(names["events"]).to_pylist()
    incidents = [event for event in events if event["countable"] and event["violent"]]
    return {
        "out": str(folder),
        "build_id": read_package(folder).build_id,
        "articles": dict(Counter(document["status"] for document in documents).most_common()),
        "events": len(events),
        "reports": tables["reports"].num_rows,
        "incidents": len(incidents),
        "fatalities": sum(event["fatalities_best"] or 0 for event in incidents),
        "rejected": dict(Counter(tables["rejected"].column("reason").to_pylist()).most_common()),
        "quarantined": [document["reason"] for document in documents if document["status"] == "quarantined"],
    }


def say(summary: dict[str, Any]) -> str:
    """The summary in a few lines."""
    articles = ", ".join(f"{number:,} {status}" for status, number in summary["articles"].items())
    rejected = ", ".join(f"{number:,} {reason}" for reason, number in summary["rejected"].items())
    lines = [
        f"{summary['out']}: {summary['events']:,} events in {summary['reports']:,} reports; {summary['incidents']:,} of "
        f"them countable violent incidents with {summary['fatalities']:,} reported dead. "
        f"Build {summary['build_id']}{'' if summary['changed'] else ', unchanged'}.",
        f"Articles: {articles}.",
        *([f"No row for: {rejected}."] if rejected else []),
        *(f"Not read: {reason}" for reason in summary["quarantined"][:SHOWN]),
    ]
    lines += [f"Stale correction: {line}" for line in summary["stale"]]
    more = len(summary["quarantined"]) - SHOWN
    return "\n".join([*lines, *([f"Not read: {more:,} more, see documents.reason."] if more > 0 else [])])
