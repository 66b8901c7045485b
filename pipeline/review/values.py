"""What the cells of a row mean together: their values, an event that has them, and what cannot stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.corrections import KEYS
from pipeline.corrections.consistent import clashes, unheard, why_uncountable
from pipeline.corrections.desk import Desk
from pipeline.corrections.fields import FIELDS, Value, format_value, parse_value
from pipeline.corrections.known import find_place, place_values
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

    def sets(
        self, line: Line, event: Event, wanted: Mapping[str, Value], known: Mapping[str, Value], **cells: str
    ) -> Iterator[Row]:
        """A `set` for each wanted value, in order; none where the event already has it. `known` are the machine's values."""
        for name, value in wanted.items():
            found = FIELDS[name].get(event)
            if found != value:
                expect = format_value(known.get(name, found))
                yield self.row(line, "set", **{**cells, "field": name, "expect": expect, "value": format_value(value)})
                event = FIELDS[name].set(event, value)


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


def with_place(line: Line, wanted: dict[str, Value], notes: list[str]) -> None:
    """Adds to wanted values what follows from another place: its country as the row has it, and, where the gazetteer knows one
    place of that name there, its codes and its point."""
    name = wanted.get("place_name")
    if not name:
        return
    iso3 = wanted.setdefault("country_iso3", line["country_iso3"] or None)
    admin1 = wanted.get("admin1_name")
    prec = int(line["where_prec"]) if line["where_prec"].isdigit() else None
    entry = find_place(str(name), str(iso3), str(admin1) if admin1 else None, prec) if iso3 else None
    if entry is None:
        where = f"in {iso3} " if iso3 else "without a country "
        which = "If there are several, say which by admin1_name or where_prec"
        notes.append(f"sheet {line.sheet}, row {line.number}: {name}: not one place {where}in the gazetteer. {which}.")
        return
    for column, value in place_values(entry).items():
        wanted.setdefault(column, value)


def judge(line: Line, event: Event, wanted: Mapping[str, Value], problems: list[str]) -> None:
    """Adds a line to the problems for everything that cannot stand together, at a cell that was filled."""
    for clash in (*clashes(event), *unheard(event, wanted)):
        column = next((name for name in clash.columns if name in wanted), None)
        if column:
            problems.append(line.problem(column, clash.why))
    if wanted.get("countable") and (why := why_uncountable(event)):
        problems.append(line.problem("countable", why))
