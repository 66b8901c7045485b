"""A hand-coded file: CSV, JSON Lines or a filled coding sheet, as events by the unit that was coded.

Needed are the columns `document` (path, file name or id of the article) and `event_type` (TYPE or TYPE/mode); a row without a
type says that the article tells no event. All others are read where they are there; a column that is not there is not scored.
Several names are joined by ";" (a list in JSON); names that are right alike by "|".
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.coding.coded import read_coding
from pipeline.coding.layout import FIELDS
from pipeline.corrections.fields import Value, parse_value
from pipeline.errors import UsageError
from schemas.vocab import MODES

ALIASES: Mapping[str, str] = {
    "type": "event_type", "place": "place_name", "country": "country_iso3", "iso3": "country_iso3",
    "actor": "actor_names", "actors": "actor_names", "actor_name": "actor_names",
    "recipient": "recipient_names", "recipients": "recipient_names", "recipient_name": "recipient_names",
    "target": "recipient_names", "date": "dates", "killed": "fatalities_best", "deaths": "fatalities_best",
    "fatalities": "fatalities_best", "injured": "injured_best", "displaced": "displaced_best", "detained": "detained_best",
    "abducted": "abducted_best", "doc": "document", "id": "document", "document_id": "document", "sentence": "quote",
}  # fmt: skip
NEEDED = ("document", "event_type")
READ = (*NEEDED, *(name for name in FIELDS if name not in NEEDED), "dates", "counts", "quote", "events")
RIVAL = "|"
MOST_ROWS_NAMED = 20  # wrong rows that are listed; the others are counted

Coding = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Unit:
    """What was coded as a whole: an article, or one sentence of it (`span`, code points), and the events in it."""

    document_id: str
    span: tuple[int, int] | None
    events: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """A coded event. `values` by column of `events`; `quote` are words of the article, "" where none are given."""

    where: str
    values: Coding
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded file: its units, the fields that are scored, and columns that were not read."""

    units: tuple[Unit, ...]
    fields: tuple[str, ...]
    ignored: tuple[str, ...]


def read_gold(path: Path, documents: Sequence[Mapping[str, Any]]) -> Coded:
    """A coded file. `documents` are the rows of the table of that name.

    Errors: UsageError when the file cannot be read or lacks a column, and with a line for each row that is wrong.
    """
    if not path.is_file():
        raise UsageError(f"{path}: no such file.")
    if path.suffix.lower() == ".xlsx":
        return _from_sheet(path, {row["document_id"] for row in documents})
    if path.suffix.lower() not in READERS:
        raise UsageError(f"{path}: unknown kind of file '{path.suffix}'. Use .csv, .jsonl or a coding sheet (.xlsx).")
    try:
        rows = list(READERS[path.suffix.lower()](path.read_bytes().decode("utf-8-sig"), path.name))
    except (UnicodeDecodeError, csv.Error) as problem:
        raise UsageError(f"{path}: cannot be read: {problem}. Use UTF-8.") from problem
    if not rows:
        raise UsageError(f"{path}: holds no row.")
    named = [(where, _renamed(cells)) for where, cells in rows]
    present = {name for _, cells in named for name in cells}
    for name in NEEDED:
        if name not in present:
            also = ", ".join(READ[len(NEEDED) : -1])
            raise UsageError(f"{path}: lacks the column '{name}'. Needed: {', '.join(NEEDED)}; also read: {also}.")
    return _from_rows(named, present, documents)


def _from_sheet(path: Path, known: set[str]) -> Coded:
    items = read_coding(path)
    absent = [key for key in items if key[0] not in known]
    if absent:
        raise UsageError(f"{path}: {len(absent)} sentences are of articles that these tables lack, e.g. {absent[0][0]}.")
    units = [
        Unit(key[0], key[1:], tuple(Gold(f"{path.name}: {item.text}", event, item.text) for event in item.events))
        for key, item in items.items()
    ]
    if not units:
        raise UsageError(f"{path}: no sentence is coded yet. Fill the column `event`.")
    return Coded(tuple(units), tuple(FIELDS), ())


def _from_rows(rows: Sequence[tuple[str, Mapping[str, str]]], present: set[str], documents: Sequence[Mapping[str, Any]]) -> Coded:
    problems: list[str] = []
    found: dict[str, list[Gold]] = {}
    names = _Names(documents)
    for where, cells in rows:
        try:
            document_id = names.find(cells.get("document", ""))
            event = _event(where, cells)
        except ValueError as problem:
            problems.append(f"{where}: {problem}")
            continue
        found.setdefault(document_id, [])
        if event is not None:
            found[document_id].append(event)
    if problems:
        more = len(problems) - MOST_ROWS_NAMED
        raise UsageError("\n".join([*problems[:MOST_ROWS_NAMED], *([f"and {more} wrong rows more."] if more > 0 else [])]))
    fields = present | ({"date_start", "date_end"} if "dates" in present else set())
    fields |= {name for events in found.values() for event in events for name in event.values}
    units = tuple(Unit(document_id, None, tuple(events)) for document_id, events in found.items())
    ignored = sorted(name for name in present if name not in READ)
    return Coded(units, tuple(name for name in FIELDS if name in fields), tuple(ignored))


# ------------------------------------------------------------------------------------------------ rows
def _csv_rows(text: str, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    for number, cells in enumerate(reader, start=2):
        cells.pop(None, None)
        yield f"{name}: row {number}", {key: value or "" for key, value in cells.items()}


def _json_rows(text: str, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """An event a line, or an article a line with its `events`."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{name}: line {number}"
        try:
            record = json.loads(line)
        except json.JSONDecodeError as problem:
            raise UsageError(f"{where}: is no JSON ({problem.msg}). Use one object a line.") from None
        if not isinstance(record, dict) or not isinstance(record.get("events", []), list):
            raise UsageError(f"{where}: is no event. Use an object with document and event_type, or document and events.")
        if "events" not in record:
            yield where, record
            continue
        shared = {key: value for key, value in record.items() if key != "events"}
        for event in record["events"] or [{"event_type": ""}]:
            yield where, shared | event


READERS = {".csv": _csv_rows, ".jsonl": _json_rows, ".ndjson": _json_rows}


def _renamed(cells: Mapping[str, Any]) -> dict[str, str]:
    """The cells under the names of the table's columns, as text."""
    found: dict[str, str] = {}
    for key, value in cells.items():
        name = ALIASES.get(key.strip().lower(), key.strip().lower())
        if name == "counts" and isinstance(value, dict):
            found |= {ALIASES.get(kind, kind): _as_text(number) for kind, number in value.items()}
        else:
            found[name] = _as_text(value, "/" if name == "dates" else "; ")
    return found


def _as_text(value: Any, joint: str = "; ") -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return joint.join(RIVAL.join(map(str, each)) if isinstance(each, list) else str(each) for each in value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _event(where: str, cells: Mapping[str, str]) -> Gold | None:
    """The event of a row, None for a row that says there is none. Errors: ValueError says what is wrong."""
    kind, _, mode = cells.get("event_type", "").partition("/")
    given = {name: cells[name] for name in FIELDS if cells.get(name)}
    if not kind:
        others = [name for name in given if name != "event_type"]
        if others:
            raise ValueError(f"{others[0]} is filled, but event_type is empty")
        return None
    given |= {"event_type": kind.upper()} | ({"mode": mode} if mode else {}) | _days(cells)
    if "date_start" in given and "date_end" not in cells:
        given.setdefault("date_end", given["date_start"])
    values: dict[str, Value] = {}
    for name, text in given.items():
        parts = [parse_value(name, part.strip()) for part in text.split(RIVAL)]
        values[name] = parts[0] if len(parts) == 1 else text
    types = kind.upper().split(RIVAL)
    if given.get("mode") and not any(given["mode"] in MODES[each] for each in types):
        allowed = ", ".join(name for each in types for name in MODES[each]) or "none"
        raise ValueError(f"'{given['mode']}' is no mode of {kind.upper()}. Allowed: {allowed}")
    return Gold(where, values, cells.get("quote", ""))


def _days(cells: Mapping[str, str]) -> dict[str, str]:
    """Both days of a cell `dates`: one day, or two joined by "/" or ".."; nothing when there is none."""
    days = [part.strip() for part in cells.get("dates", "").replace("..", "/").split("/")]
    found = dict(zip(("date_start", "date_end"), (days[0], days[-1]), strict=True))
    return {name: day for name, day in found.items() if day}


class _Names:
    """Articles by every name that a person may give them."""

    def __init__(self, documents: Sequence[Mapping[str, Any]]) -> None:
        self._ids: dict[str, set[str]] = {}
        self._first = str(documents[0]["path"]) if documents else ""
        self._number = len(documents)
        for row in documents:
            path = str(row["path"])
            for name in {row["document_id"], path, Path(path).name, Path(path).stem, path.rpartition("#")[2]}:
                self._ids.setdefault(name, set()).add(row["document_id"])

    def find(self, name: str) -> str:
        """The id of an article. Errors: ValueError when the name fits none, or more than one."""
        found = self._ids.get(name, set())
        if len(found) != 1:
            wrong = f"fits {len(found)} articles" if found else "is not in the data"
            raise ValueError(f"document '{name}' {wrong}, which has {self._number} articles, e.g. '{self._first}'")
        return next(iter(found))
