"""A person's decisions as written: seeds/corrections.csv or corrections.toml, row by row, with every row that is wrong.

op       set, confirm, add, drop, merge, split
target   event_id; or document and quote (words of the sentence that tells the event)
field    set, confirm: a column of the table `events`
expect   set, confirm: the value being corrected or confirmed; empty = it was empty
value    set: the right value; add: TYPE or TYPE/mode; merge: event ids that join the target; split: report ids to part
reason, by, date   why, who and when
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import tomli

from pipeline.corrections.fields import FIELDS, parse_value
from pipeline.errors import CorrectionError
from pipeline.read.walk import CORRECTIONS
from schemas.vocab import EVENT_TYPES, MODES

OPS = ("set", "confirm", "add", "drop", "merge", "split")
KEYS = ("op", "event_id", "document", "quote", "field", "expect", "value", "reason", "by", "date")


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision. `where` says file and row; empty strings stand for what the row does not give."""

    where: str
    op: str
    event_id: str
    document: str
    quote: str
    field: str
    expect: str
    value: str
    reason: str
    by: str
    date: date


def find_corrections(folder: Path) -> tuple[Correction, ...]:
    """The corrections of a folder of articles, from both files if both are there; none where there is no file.

    Errors: CorrectionError with one line for each wrong row of all files.
    """
    rows = [row for name in CORRECTIONS if (folder / name).is_file() for row in _rows(folder / name)]
    return check_rows(rows)


def check_rows(rows: Iterable[tuple[str, Mapping[str, str]]]) -> tuple[Correction, ...]:
    """Corrections from (where, cells). Errors: CorrectionError with one line for each row that is wrong."""
    corrections, problems = [], []
    for where, cells in rows:
        found = list(_problems(cells))
        problems += [f"{where}: {problem}" for problem in found]
        if not found:
            written = {key: cells.get(key, "").strip() for key in KEYS[:-1]}
            corrections.append(Correction(where=where, date=date.fromisoformat(cells["date"].strip()), **written))
    if problems:
        raise CorrectionError(problems)
    return tuple(corrections)


def _rows(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    try:
        text = path.read_text("utf-8-sig")
        yield from _toml_rows(path.name, text) if path.suffix == ".toml" else _csv_rows(path.name, text)
    except (UnicodeDecodeError, tomli.TOMLDecodeError, csv.Error) as error:
        raise CorrectionError([f"{path.name}: cannot be read: {error}. Use UTF-8 {path.suffix[1:].upper()}"]) from error


def _csv_rows(name: str, text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    for number, cells in enumerate(reader, start=2):
        extra = cells.pop(None, None)
        filled = {key: value or "" for key, value in cells.items()}
        if extra:
            filled["more columns than the header"] = ""
        if any(filled.values()):
            yield f"{name}: row {number}", filled


def _toml_rows(name: str, text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    for number, cells in enumerate(tomli.loads(text).get("correction", []), start=1):
        yield f"{name}: correction {number}", {key: _as_text(value) for key, value in cells.items()}


def _as_text(value: object) -> str:
    """TOML's own types in the words of the CSV."""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _problems(cells: Mapping[str, str]) -> Iterator[str]:
    """Everything that is wrong with one row."""
    unknown = [key for key in cells if key not in KEYS]
    if unknown:
        yield f"unknown column '{unknown[0]}'. Columns: {', '.join(KEYS)}"
    given = {key: cells.get(key, "").strip() for key in KEYS}
    if given["op"] not in OPS:
        yield f"op '{given['op']}'. Allowed: {', '.join(OPS)}"
        return
    yield from _target_problems(given)
    yield from _value_problems(given)
    yield from (f"{key} is empty. Say why, who and when" for key in ("reason", "by") if not given[key])
    try:
        date.fromisoformat(given["date"])
    except ValueError:
        yield f"date '{given['date']}' is not a date. Use YYYY-MM-DD"


def _target_problems(given: Mapping[str, str]) -> Iterator[str]:
    by_words = bool(given["document"] and given["quote"])
    if given["op"] == "add" and not by_words:
        yield "add needs document and quote: the words that tell the event"
    if not given["event_id"] and not by_words:
        yield "no target. Give event_id, or document and quote"
    if given["event_id"] and not _is_id(given["event_id"], "ev_"):
        yield f"event_id '{given['event_id']}' is no event id. Use ev_ and 16 hex digits"


def _value_problems(given: Mapping[str, str]) -> Iterator[str]:
    if given["op"] in ("set", "confirm") and (given["field"] or given["op"] == "set"):
        yield from _field_problems(given)
    if given["op"] == "add":
        event_type, _, mode = given["value"].partition("/")
        if event_type not in EVENT_TYPES:
            yield f"value '{given['value']}'. Use TYPE or TYPE/mode; types: {', '.join(EVENT_TYPES)}"
        elif mode and mode not in MODES[event_type]:
            yield f"mode '{mode}'. Modes of {event_type}: {', '.join(MODES[event_type]) or 'none'}"
    prefix = {"merge": "ev_", "split": "rp_"}.get(given["op"])
    if prefix and not all(_is_id(name, prefix) for name in listed(given["value"])):
        yield f"value '{given['value']}'. {given['op']} needs ids ({prefix} and 16 hex digits), joined by ';'"


def _field_problems(given: Mapping[str, str]) -> Iterator[str]:
    if given["field"] not in FIELDS:
        yield f"field '{given['field']}' cannot be set. Fields: {', '.join(FIELDS)}"
        return
    for key in ("expect", "value") if given["op"] == "set" else ("expect",):
        try:
            parse_value(given["field"], given[key])
        except ValueError as error:
            yield f"{key}: {error}"


def listed(value: str) -> list[str]:
    """The parts of a cell that joins several values by ";"; one empty part for an empty cell."""
    return [part.strip() for part in value.split(";")]


def _is_id(name: str, prefix: str) -> bool:
    digits = name.removeprefix(prefix)
    return name.startswith(prefix) and len(digits) == 16 and set(digits) <= set("0123456789abcdef")
