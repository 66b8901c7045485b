"""Whether a published dataset can be trusted: its files, schema, relations between tables, quotes and freshness.

Findings that are notes (`is_note`) say what was not checked; any other finding is a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import contains, eq
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import DataError
from pipeline.publish import hash_file, locked, settle
from pipeline.published import is_half_done, load, read_package
from schemas.columns import TABLES
from schemas.frames import differences
from schemas.relations import relations
from schemas.validate import Finding, row_names, validate

if TYPE_CHECKING:
    import pandas as pd

    from schemas.frames import Tables

BUILD = "Run `conflict-timeline build`"
EVIDENCE = (
    ("reports", "quote", "sentence_start", "sentence_end"),
    ("reports", "trigger", "trigger_start", "trigger_end"),
    ("reports", "date_text", "date_char_start", "date_char_end"),
    ("reports", "place_text", "place_char_start", "place_char_end"),
    ("participants", "text", "char_start", "char_end"),
    ("event_places", "text", "char_start", "char_end"),
    ("counts", "text", "char_start", "char_end"),
    ("rejected", "quote", "start", "end"),
)
"""Table, column of words, and the columns of their offsets. A quote in `rejected` is the sentence around them."""


def check(folder: Path | str, rebuild: Callable[[], Tables] | None = None) -> list[Finding]:
    """All that is wrong with a published dataset; an interrupted publish is finished first.

    `rebuild` gives what the folder should hold now, with texts; without it freshness is not checked, and quotes only
    where the dataset has its texts. UsageError when nothing is published.
    """
    folder = Path(folder)
    if is_half_done(folder):
        with locked(folder):
            settle(folder)
    found = list(check_files(folder))
    try:
        tables = load(folder)
    except DataError as error:
        return [*found, Finding("datapackage", str(error))]
    fresh = rebuild() if rebuild else None
    texts = tables.texts if tables.texts is not None else fresh.texts if fresh else None
    found += check_tables(tables)
    found += check_quotes(tables, texts) if texts is not None else [_note("quotes not checked: no texts at hand")]
    found += check_fresh(tables, fresh) if fresh else [_note("freshness not checked: no input at hand")]
    return found


def _note(text: str) -> Finding:
    return Finding("dataset", text, is_note=True)


def check_files(folder: Path) -> Iterator[Finding]:
    """Files that are not as `datapackage.json` says."""
    package = read_package(folder)
    for name, path in package.files.items():
        if not path.is_file():
            yield Finding(name, f"the file {path.name} is missing")
        elif hash_file(path) != package.hashes[name]:
            yield Finding(name, f"the file {path.name} was changed after it was published")


def check_tables(tables: Tables) -> list[Finding]:
    """What breaks the schema, within and between tables. Relations are tested only when every table has its shape."""
    found = [finding for name, data in tables.items() for finding in validate(name, data)]
    return found if any(finding.is_shape for finding in found) else found + list(check_relations(tables))


def check_relations(tables: Tables) -> Iterator[Finding]:
    """Foreign keys and the rules between tables."""
    import duckdb
    import pyarrow as pa

    frames = dict(tables.items())
    with duckdb.connect() as connection:
        for name, data in frames.items():
            connection.register(name, pa.Table.from_pandas(data, preserve_index=False))  # four times as fast as pandas
        for relation in relations(frozenset(frames)):
            keys = sorted(str(row[0]) for row in connection.execute(relation.query).fetchall())
            if keys:
                yield Finding(relation.table, relation.text, relation.column, tuple(keys))


def blame(tables: Tables, findings: Iterable[Finding]) -> dict[str, str]:
    """The documents that the rows of some findings come from, each with the first rule that its rows break.

    Without these documents the other rows can be published; empty when the fault lies in a table as a whole.
    """
    told_in: dict[str, list[str]] = {}
    for report in tables.reports[["event_id", "report_id", "document_id"]].itertuples(index=False, name=None):
        for name in report:
            told_in.setdefault(name, []).append(report[2])
    found: dict[str, str] = {}
    for finding in findings:
        for key in finding.keys:
            for document_id in told_in.get(key, [key]):
                found.setdefault(document_id, f"{finding.table}: {finding.column}: {finding.rule}".replace(": : ", ": "))
    return found


def check_quotes(tables: Tables, texts: pd.DataFrame) -> Iterator[Finding]:
    """Words that are not what the text holds at their offsets; texts that the dataset needs and `texts` lacks."""
    by_id = dict(zip(texts["document_id"], texts["text"], strict=True))
    home = dict(zip(tables.reports["report_id"], tables.reports["document_id"], strict=True))
    lost = sorted(set(tables.reports["document_id"]) - set(by_id))
    if lost:
        yield Finding("texts", "must hold the text of every document", "", tuple(lost))
    for table, column, start, end in EVIDENCE:
        rows = getattr(tables, table)[[*_owner(table), column, start, end]].dropna()
        bad = tuple(_misquoted(rows, by_id, home, contains if table == "rejected" else eq))
        if bad:
            yield Finding(table, "must equal the text at its offsets", column, bad)


def _owner(table: str) -> list[str]:
    """The column that leads to the document."""
    return ["report_id"] if "report_id" in TABLES[table].names else ["document_id"]


def _misquoted(
    rows: pd.DataFrame, texts: Mapping[str, str], home: Mapping[str, str], fits: Callable[[str, str], bool]
) -> Iterator[str]:
    for owner, words, start, end in rows.itertuples(index=False, name=None):
        text = texts.get(home.get(owner, owner))
        if text is not None and not fits(words, text[start:end]):
            yield owner


def check_fresh(tables: Tables, fresh: Tables) -> Iterator[Finding]:
    """Tables whose content is not what the input gives now. Ids of builds and bytes of files do not matter."""
    now = dict(fresh.items())
    for name, data in tables.items():
        n_rows, n_now = len(data), len(now[name]) if name in now else 0
        if n_rows != n_now:
            yield Finding(name, f"is stale: has {n_rows} rows, a build now gives {n_now}. {BUILD}")
        elif changed := _changed_rows(data, now[name]):
            keys = row_names(name, data, changed)
            yield Finding(name, f"is stale: a build now gives other values. {BUILD}", "", keys)


def _changed_rows(old: pd.DataFrame, new: pd.DataFrame) -> list[int]:
    """Positions of the rows that differ."""
    if list(old.columns) != list(new.columns):
        return list(range(len(old)))
    changed = differences(old.reset_index(drop=True), new.reset_index(drop=True)).any(axis=1)
    return list(changed.index[changed])
