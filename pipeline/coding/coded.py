"""A filled coding sheet read back: the events that one coder found in each sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.coding.layout import COLUMNS, FIELDS, SHEET
from pipeline.corrections.fields import Value
from pipeline.errors import UsageError
from pipeline.review.filled import Line, read_book, read_csv
from pipeline.review.layout import YES_NO
from pipeline.review.values import parsed

Key = tuple[str, int, int]
Coding = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence and what a coder found in it; no events = the sentence tells none."""

    key: Key
    text: str
    events: tuple[Coding, ...]


def read_coding(path: Path) -> dict[Key, Item]:
    """The coded sentences of a sheet (.xlsx, or .csv with the same columns), those not coded yet left out.

    Keys are document id, start and end. Errors: UsageError, with one line for each cell that is wrong.
    """
    filled = read_csv(path, SHEET, COLUMNS) if path.suffix.lower() == ".csv" else read_book(path, {SHEET: COLUMNS})
    problems = filled.problems
    found: dict[Key, list[Line]] = {}
    key: Key | None = None
    for line in filled.lines[SHEET]:
        key = _key(line, problems) if line["item"] else key
        if key is None:
            problems.append(line.problem("item", "is empty, and there is no sentence above it"))
        elif line["item"] and key in found:
            problems.append(line.problem("item", f"{line['item']} stands in two rows. Leave it empty for a further event"))
        else:
            found.setdefault(key, []).append(line)
    items = {each: _item(each, lines, problems) for each, lines in found.items()}
    if problems:
        raise UsageError("\n".join(f"{path.name}: {problem}" for problem in problems))
    return {each: item for each, item in items.items() if item is not None}


def _key(line: Line, problems: list[str]) -> Key:
    places = []
    for name in ("start", "end"):
        if not line[name].isdigit():
            problems.append(line.problem(name, f"'{line[name]}' is no number. Leave grey cells alone"))
        places.append(int(line[name]) if line[name].isdigit() else line.number)
    return line["document_id"], places[0], places[1]


def _item(key: Key, lines: Sequence[Line], problems: list[str]) -> Item | None:
    """The sentence of some rows, None when it is not coded."""
    events = [event for line in lines for event in _events(line, is_first=line is lines[0], problems=problems)]
    is_coded = any(line["event"] or any(line[name] for name in FIELDS) for line in lines)
    return Item(key, lines[0]["sentence"], tuple(events)) if is_coded else None


def _events(line: Line, *, is_first: bool, problems: list[str]) -> list[Coding]:
    """The event of a row; none for a row that says no, or nothing."""
    said = {name: line[name] for name in FIELDS if line[name]}
    answer = line["event"]
    if answer and answer not in YES_NO:
        problems.append(line.problem("event", f"'{answer}'. Allowed: yes, no, or nothing"))
    elif answer == "no" and said:
        name = next(iter(said))
        problems.append(line.problem(name, "is filled, but event is no. Empty it, or say yes"))
    elif (answer == "yes" or said) and not line["event_type"]:
        problems.append(line.problem("event_type", "is empty, but the row codes an event"))
    elif said:
        return [parsed(line, {name: line[name] for name in FIELDS if line[name] or name not in REQUIRED}, problems)]
    return []


REQUIRED = ("status", "scope", "date_precision")
"""Columns that must not be empty in a dataset; a coder may leave them."""
