"""The rows of a filled review sheet as corrections: what a person decided, what that changes, and what cannot be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.corrections import check_rows
from pipeline.corrections.fields import format_value, precision_of
from pipeline.errors import CorrectionError
from pipeline.review import layout
from pipeline.review.added import FindDocument, read_added
from pipeline.review.filled import Line, read_book
from pipeline.review.layout import CONFIRMED, DECISIONS, FIELDS, SPLIT_GROUPS
from pipeline.review.values import NO_REASON, Coder, Row, blank_event, judge, parsed, with_place, with_values

LEAVE = "Leave grey cells alone"


@dataclass(slots=True)
class Decided:
    """Corrections as cells of corrections.csv, each with the place of its decision; a line for each cell that is wrong;
    what the person should know; and how many rows of the sheet decide what."""

    rows: list[tuple[str, Row]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)


def read_decisions(path: Path, coder: Coder, find: FindDocument) -> Decided:
    """What a filled sheet says. `find` gives an article by its path or id, asked only for events that are added.

    Errors: UsageError when the file is no review sheet; what is wrong in its cells stands in `problems`.
    """
    filled = read_book(path, {**layout.SHEETS, layout.MACHINE: layout.MACHINE_COLUMNS})
    decided = Decided(problems=filled.problems)
    sheet = _Sheet(filled.lines, coder, decided.problems, decided.notes)
    rest = coder, find, decided.problems, decided.notes
    added = ((line, "add", read_added(line, *rest)) for line in filled.lines[layout.ADD])
    for line, decision, rows in (*sheet.splits(), *added, *sheet.decisions()):
        if rows:
            decided.numbers[decision] += 1
            decided.rows += [(f"sheet {line.sheet}, row {line.number}", row) for row in rows]
    if not decided.problems:
        try:
            check_rows(decided.rows)
        except CorrectionError as wrong:
            decided.problems += wrong.problems
    return decided


class _Sheet:
    """The sheets `review` and `tellings`, beside the hidden copy of the machine's cells."""

    def __init__(self, lines: Mapping[str, list[Line]], coder: Coder, problems: list[str], notes: list[str]) -> None:
        self._lines, self._coder, self._problems, self._notes = lines, coder, problems, notes
        self._machine = {line["event_id"]: line for line in lines[layout.MACHINE]}
        self._ids = {line["no"]: line["event_id"] for line in lines[layout.MACHINE]}

    def decisions(self) -> Iterator[tuple[Line, str, list[Row]]]:
        """Each row of the sheet `review`, its decision and its corrections; none for a row that decides nothing."""
        seen: set[str] = set()
        for line in self._lines[layout.REVIEW]:
            machine = self._machine.get(line["event_id"])
            if machine is None:
                self._wrong(line, "event_id", f"'{line['event_id']}' is no event of this sheet. {LEAVE}")
            elif line["event_id"] in seen:
                self._wrong(line, "event_id", "stands in two rows. Delete one of them")
            else:
                seen.add(line["event_id"])
                yield line, line["decision"] or "correct", self._decide(line, machine)

    def _wrong(self, line: Line, column: str, what: str) -> None:
        self._problems.append(line.problem(column, what))

    def _decide(self, line: Line, machine: Line) -> list[Row]:
        decision, before = line["decision"], len(self._problems)
        changed = {name: line[name] for name in FIELDS if line[name] != machine[name]}
        self._check_decision(line, machine, changed)
        if not (decision or changed) or len(self._problems) > before:
            return []
        if decision == "confirm":
            known = parsed(machine, {name: machine[name] for name in CONFIRMED}, self._problems)
            return [self._coder.row(line, "confirm", field=name, expect=format_value(known[name])) for name in CONFIRMED]
        self._coder.need_reason(line, self._problems)
        if decision == "drop":
            return [self._coder.row(line, "drop")]
        return self._merge(line) if decision == "merge" else self._set(line, machine, changed)

    def _check_decision(self, line: Line, machine: Line, changed: Mapping[str, str]) -> None:
        decision = line["decision"]
        if decision and decision not in DECISIONS:
            self._wrong(line, "decision", f"'{decision}'. Allowed: {', '.join(DECISIONS)}, or nothing")
        if line["same_as"] and decision != "merge":
            self._wrong(line, "same_as", "is filled, but the decision is not merge")
        if decision == "correct" and not changed:
            self._wrong(line, "decision", "is correct, but no cell of the row was changed")
        if decision in ("confirm", "drop", "merge"):
            for name, text in changed.items():
                was = f"was changed from '{machine[name]}' to '{text}', but the decision is {decision}"
                self._wrong(line, name, f"{was}. Restore it, or choose correct")

    def _merge(self, line: Line) -> list[Row]:
        named = [name.strip() for name in line["same_as"].split(";") if name.strip()]
        ids = [self._ids.get(name, name) for name in named]
        unknown = [name for name, event_id in zip(named, ids, strict=True) if event_id not in self._machine]
        if not ids:
            self._wrong(line, "same_as", "is empty. Give the number (no) of the row that is the same event")
        elif unknown:
            self._wrong(line, "same_as", f"'{unknown[0]}' is no number (no) of a row")
        elif line["event_id"] in ids:
            self._wrong(line, "same_as", "is this row itself. Give the number (no) of the other one")
        return [self._coder.row(line, "merge", value="; ".join(ids))]

    def _set(self, line: Line, machine: Line, changed: Mapping[str, str]) -> list[Row]:
        before = len(self._problems)
        wanted = parsed(line, changed, self._problems)
        known = parsed(machine, {name: machine[name] for name in FIELDS}, self._problems)
        if len(self._problems) > before:
            return []
        event = replace(blank_event(str(known["event_type"])), is_mutual=machine["directed"] == "no")
        before_all = with_values(event, known)
        with_place(line, wanted, self._notes)
        event = with_values(before_all, wanted)
        days = event.date
        if {"date_start", "date_end"} & wanted.keys() and "date_precision" not in wanted and days.start and days.end:
            wanted["date_precision"] = precision_of(days.start, days.end)
            event = with_values(event, wanted)
        judge(line, event, wanted, self._problems)
        return list(self._coder.sets(line, before_all, wanted, known))

    def splits(self) -> Iterator[tuple[Line, str, list[Row]]]:
        """The first telling of each group that leaves its event, and the correction."""
        groups: dict[tuple[str, str], list[Line]] = {}
        staying = {line["no"] for line in self._lines[layout.TELLINGS] if not line["split"]}
        for line in self._lines[layout.TELLINGS]:
            if line["split"] and line["split"] not in SPLIT_GROUPS:
                self._wrong(line, "split", f"'{line['split']}'. Allowed: {', '.join(SPLIT_GROUPS)}, or nothing")
            elif line["no"] not in self._ids:
                self._wrong(line, "no", f"'{line['no']}' is no row of the sheet review. {LEAVE}")
            elif line["split"]:
                groups.setdefault((line["no"], line["split"]), []).append(line)
        for (number, _), members in groups.items():
            if number in staying:
                yield members[0], "split", [self._split(self._ids[number], members)]
            else:
                self._wrong(members[0], "split", f"all tellings of row {number} leave it. Leave those that stay without a letter")

    def _split(self, event_id: str, members: Sequence[Line]) -> Row:
        said = next((line for line in members if line["reason"]), members[0])
        if not self._coder.reason_of(said):
            self._wrong(said, "reason", NO_REASON)
        return self._coder.row(said, "split", event_id=event_id, value="; ".join(line["report_id"] for line in members))
