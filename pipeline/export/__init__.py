"""A published dataset, or a part of it, in the formats that other programs read.

Each format is one module with one function, `render(dataset, options) -> Rendered`; `FORMATS` names it once. To add one,
write the module and a line below.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from schemas.columns import TABLES

if TYPE_CHECKING:
    from pipeline.choose import Filter
    from pipeline.export.dataset import Dataset

STDOUT = Path("-")
EVENTS, EVIDENCE, ALL = ("events",), ("events", "reports", "documents"), tuple(TABLES)
CONTEXT = (*EVIDENCE, "texts")


@dataclass(frozen=True, slots=True)
class Options:
    """What a format may be asked for. `name` is the name of the file without its ending; `articles` are those that the
    tables were built from."""

    tables: tuple[str, ...] = EVENTS
    hxl: bool = False
    spreadsheet_safe: bool = False
    bom: bool = False
    name: str = "conflict-timeline"
    articles: Path | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file's content, how many rows it has, what the user should know, and the files that belong beside it, by the
    ending that their name has in place of the file's."""

    content: bytes
    n_rows: int
    notes: tuple[str, ...] = ()
    beside: Mapping[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """One format: who renders it, which tables it reads (None = those asked for), which options it knows."""

    name: str
    module: str
    about: str
    tables: tuple[str, ...] | None = EVENTS
    options: frozenset[str] = frozenset()
    most_tables: int = 1
    is_text: bool = True
    package: str = "pipeline.export"

    def render(self, dataset: Dataset, options: Options) -> Rendered:
        """The dataset in this format."""
        rendered: Rendered = import_module(f"{self.package}.{self.module}").render(dataset, options)
        return rendered


CELLS = frozenset({"spreadsheet-safe", "bom"})
FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("csv", "separated", "one table as comma-separated text", None, CELLS | {"table", "hxl"}),
        Format("xlsx", "workbook", "tables as sheets, and what their columns mean", None, frozenset({"table"}), 8, False),
        Format("geojson", "geojson", "events as features (RFC 7946)"),
        Format("timelinejs", "timelinejs", "events as slides of TimelineJS 3"),
        Format("acled", "acled", "countable events in ACLED's columns, comma-separated", EVIDENCE, CELLS),
        Format("ged", "ged", "deadly events in the columns of UCDP GED, comma-separated", EVIDENCE, CELLS),
        Format("sqlite", "database", "all tables, with a description for datasette", ALL, is_text=False),
        Format("dta", "stata", "one table for Stata 14 or newer", None, frozenset({"table"}), is_text=False),
        Format("review", "write", "a sheet for people to fill", CONTEXT, frozenset({"input"}), 1, False, "pipeline.review"),
    )
}


def export(data: Path, form: str, out: Path, wanted: Filter, options: Options, *, replace: bool = False) -> tuple[str, ...]:
    """Writes the events that meet the filter, and what belongs to them, to a file or to stdout ("-").

    Gives what the user should know: what was written where, and which rows are not in it and why. UsageError for a
    format or option that does not exist, a file that exists (unless `replace`) or a folder that does not; PublishError
    when the file cannot be written. A file is whole or not there.
    """
    from pipeline.export.dataset import read
    from pipeline.export.target import write, write_stdout

    chosen = FORMATS.get(form)
    if chosen is None:
        raise UsageError(f"--format '{form}' is unknown. Formats: {', '.join(FORMATS)}.")
    _refuse_options(chosen, options)
    if out == STDOUT and not chosen.is_text:
        raise UsageError(f"{form} is no text. Name a file with --out.")
    dataset = read(data, chosen.tables or options.tables, wanted, is_any=chosen.tables is not None)
    rendered = chosen.render(dataset, options)
    notes = (*rendered.notes, *_say_whole(dataset, chosen, options))
    if out == STDOUT:
        write_stdout(rendered.content)
        return notes
    paths = write(out, rendered, replace=replace)
    return (f"{', '.join(map(str, paths))}: {rendered.n_rows:,} rows of build {dataset.build_id}.", *notes)


def _say_whole(dataset: Dataset, chosen: Format, options: Options) -> list[str]:
    """A note on each table asked for by name that a filter for events does not touch."""
    asked = options.tables if chosen.tables is None and dataset.is_part else ()
    whole = [name for name in asked if "event_id" not in TABLES[name].names]
    return [f"{name}: not about events, so all its rows are there." for name in whole]


def _refuse_options(chosen: Format, options: Options) -> None:
    asked = {"table": options.tables != EVENTS, "hxl": options.hxl, "bom": options.bom}
    asked |= {"spreadsheet-safe": options.spreadsheet_safe, "input": options.articles is not None}
    for name in sorted(name for name, is_asked in asked.items() if is_asked and name not in chosen.options):
        knowing = [each.name for each in FORMATS.values() if name in each.options]
        raise UsageError(f"--{name} does not go with {chosen.name}. It goes with {', '.join(knowing)}.")
    unknown = [name for name in options.tables if name not in TABLES]
    if unknown:
        raise UsageError(f"--table '{unknown[0]}' is unknown. Tables: {', '.join(TABLES)}.")
    if len(set(options.tables)) > chosen.most_tables:
        raise UsageError(f"a file of format {chosen.name} holds one table. Export {', '.join(options.tables)} one by one.")
