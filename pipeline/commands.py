"""What the longer commands do: build and publish, check against the articles, explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.engine import Settings, build_tables, identify, is_lost, load_corrections
from pipeline.errors import DataError, UsageError
from pipeline.read import extract, read
from pipeline.read.source import Metadata, Source
from pipeline.records import Document

if TYPE_CHECKING:
    from pipeline.engine import Built
    from schemas.validate import Finding


def build_and_publish(inputs: Sequence[Path], out: Path, settings: Settings, *, is_strict: bool) -> dict[str, Any]:
    """Builds and publishes, and gives the summary of what is in the folder now; a folder that is up to date stays.

    Raises DataError, with nothing published, when the tables break the schema, or when `is_strict` and a correction is
    stale. Without a cache folder in the settings the user's default one is used.
    """
    from pipeline.cache import default_folder
    from pipeline.progress import progress_bar, summarize
    from pipeline.publish import locked, publish

    with locked(out), progress_bar(inputs) as watch:
        if _is_up_to_date(inputs, out, settings):
            return {**summarize(out), "stale": [], "changed": False}
        built = build_tables(inputs, replace(settings, cache=settings.cache or default_folder()), watch)
        if is_strict and built.stale:
            raise DataError("\n".join(["stale corrections; nothing was published.", *built.stale]))
        _refuse_broken(built)
        publish(built.tables, out)
    return {**summarize(out), "stale": list(built.stale), "changed": True}


def _is_up_to_date(inputs: Sequence[Path], out: Path, settings: Settings) -> bool:
    """Whether the folder holds, whole, what the inputs give. Never with corrections: whether one is stale shows only in a
    build. Nor where an article was lost to a timeout: it may be read this time."""
    from pipeline.published import is_half_done, read_arrow, read_package

    try:
        if is_half_done(out) or load_corrections(inputs) or read_package(out).build_id != identify(inputs, settings):
            return False
        reasons = read_arrow(out, ["documents"])["documents"].column("reason").to_pylist()
    except (UsageError, DataError):
        return False
    from pipeline.check import check_files

    return not any(map(is_lost, reasons)) and not list(check_files(out))


def _refuse_broken(built: Built) -> None:
    if built.faults:
        raise DataError("\n".join(["the tables break the schema; nothing was published. Please report.", *built.faults[:20]]))


def check_data(data: Path, articles: Path, jobs: int) -> list[Finding]:
    """What is wrong with a published dataset; freshness is checked where its articles are."""
    from pipeline.check import check

    if not articles.exists():
        return check(data)
    return check(data, lambda: build_tables([articles], Settings(jobs, texts=True)).tables)


def explain_text(text: str, published: date | None, model: str | None) -> str:
    """Why a text gives the rows it gives."""
    from pipeline.explain import explain
    from pipeline.parse import load

    source = Source("text", "text", "record", text, Metadata(published=published))
    return explain(next(extract(source)), load(model))


def explain_event(event_id: str, data: Path, articles: Path, model: str | None) -> str:
    """Why an event is as it is: each of its tellings, in the article that it stands in."""
    from pipeline.choose import find_event
    from pipeline.explain import explain
    from pipeline.parse import load
    from pipeline.published import read_arrow

    tables = {name: table.to_pylist() for name, table in read_arrow(data, ["events", "reports"]).items()}
    event = find_event(tables["events"], event_id)
    spans: dict[str, list[tuple[int, int]]] = {}
    for report in tables["reports"]:
        if report["event_id"] == event["event_id"]:
            spans.setdefault(report["document_id"], []).append((report["sentence_start"], report["sentence_end"]))
    parser = load(model)
    blocks = [explain(document, parser, spans[document.document_id]) for document in _find(articles, set(spans))]
    return "\n\n".join([event["summary"], *blocks])


def _find(articles: Path, wanted: set[str]) -> list[Document]:
    found = [document for document in read([articles]) if document.document_id in wanted]
    if not found:
        raise UsageError(f"{articles}: the articles of this event are not here. Name their folder with --input.")
    return found
