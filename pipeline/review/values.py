"""What the cells of a row mean together: their values, an event that has them, and what cannot stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.corrections import KEYS
from pipeline.corrections.consistent import clashes, unheard, why_uncountable
from pipeline.corrections.desk import Desk
from pipeline.corrections.fields import FIELDS, Value, parse_value
from pipeline.link.independence import Sources
from pipeline.records import Document, Event
from pipeline.review.filled import Line
from schemas.vocab import MODES

Row = dict[str, str]

NO_REASON = "is empty. Say why, or give one reason for all with --reason"
FOUND_RIGHT = "read and found right"  # reason of a confirmation that gives none
TRUTHS = {"yes": "true", "no": "false"}
BLANK = Document("doc_", "", "act", "")
"""Stands in where only an event's values matter."""


@dataclass(frozen=True, slots=True)
class Coder:
    """Who decides, on which day, and the reason where a row gives none."""

    by: str
    on: str
    reason: str = ""

    def reason_of(self, line: Line) -> str:
        """Why a row is decided so."""
        return line["reason"] or self.reason

    def need_reason(self, line: Line, problems: list[str]) -> None:
        """Adds a line to the problems when there is no reason."""
        if not self.reason_of(line):
            problems.append(line.problem("reason", NO_REASON))

    def row(self, line: Line, op: str, **cells: str) -> Row:
        """The cells of a correction for the event of a row."""
        reason = self.reason_of(line) or (FOUND_RIGHT if op == "confirm" else "")
        given = {"op": op, "event_id": line["event_id"], "reason": reason, "by": self.by, "date": self.on, **cells}
        return {key: given.get(key, "") for key in KEYS}


def parsed(line: Line, cells: Mapping[str, str], problems: list[str]) -> dict[str, Value]:
    """The values of cells by column. Each cell that is none adds a line to the problems."""
    values: dict[str, Value] = {}
    modes = MODES.get(line["event_type"])
    for name, text in cells.items():
        if name == "mode" and text and modes is not None and text not in modes:
            allowed = ", ".join(modes) or "none; leave it empty"
            problems.append(line.problem(name, f"'{text}' is no mode of {line['event_type']}. Allowed: {allowed}"))
            continue
        try:
            values[name] = parse_value(name, TRUTHS.get(text, text))
        except ValueError as problem:
            problems.append(line.problem(name, str(problem).removeprefix(f"{name} ").replace("true, false", "yes, no")))
    return values


def blank_event(event_type: str) -> Event:
    """An event of which nothing but its type is known."""
    return Desk((), {"": BLANK}, Sources({}, ())).add(BLANK.path, BLANK.text, event_type, "")


def with_values(event: Event, values: Mapping[str, Value]) -> Event:
    """The event with values put in, as a build does it, in their order."""
    for name, value in values.items():
        if FIELDS[name].get(event) != value:
            event = FIELDS[name].set(event, value)
    return event


def judge(line: Line, event: Event, wanted: Mapping[str, Value], problems: list[str]) -> None:
    """Adds a line to the problems for everything that cannot stand together, at a cell that was filled."""
    for clash in (*clashes(event), *unheard(event, wanted)):
        column = next((name for name in clash.columns if name in wanted), None)
        if column:
            problems.append(line.problem(column, clash.why))
    if wanted.get("countable") and (why := why_uncountable(event)):
        problems.append(line.problem("countable", why))
