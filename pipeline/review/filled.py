"""A filled sheet read back: its rows as text, each cell with the place where it stands, for messages a person can act on."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.review.layout import FIRST_ROW, Field, column_letter


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is not empty: its cells as text by column, "" for an empty one. Days are YYYY-MM-DD."""

    sheet: str
    number: int
    cells: Mapping[str, str]
    letters: Mapping[str, str]

    def problem(self, column: str, what: str) -> str:
        """One line on a cell: where it stands and what is wrong with it."""
        letter = self.letters.get(column)
        return f"sheet {self.sheet}, row {self.number}, column {f'{letter} ' if letter else ''}({column}): {what}"

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(slots=True)
class Filled:
    """The rows of each sheet, and one line for every cell that cannot be read."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_book(path: Path, sheets: Mapping[str, Sequence[Field]]) -> Filled:
    """The rows of the sheets of an .xlsx that a person filled. Columns are found by their names, in any order; others than
    the fields are not read.

    Errors: UsageError when the file cannot be read, or is not one of these sheets.
    """
    import openpyxl

    if not path.is_file():
        raise UsageError(f"{path}: no such file.")
    try:
        book = openpyxl.load_workbook(path, read_only=True)
    except (openpyxl.utils.exceptions.InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as problem:
        raise UsageError(f"{path}: cannot be read as .xlsx. Save the sheet as an Excel workbook (.xlsx).") from problem
    try:
        missing = [name for name in sheets if name not in book.sheetnames]
        if missing:
            raise UsageError(f"{path}: lacks the sheet '{missing[0]}'. Use the file that was exported, with all its sheets.")
        filled = Filled()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a day that no calendar has becomes an error of its cell
            for name, fields in sheets.items():
                rows = (list(row) for row in book[name].iter_rows())
                filled.lines[name] = list(_lines(path, name, rows, fields, filled.problems))
        return filled
    finally:
        book.close()


def read_csv(path: Path, name: str, fields: Sequence[Field]) -> Filled:
    """The same from comma-separated text; `name` stands for the sheet. Errors as `read_book`."""
    if not path.is_file():
        raise UsageError(f"{path}: no such file.")
    try:
        text = path.read_bytes().decode("utf-8-sig")
        rows = [[Written(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), strict=True)]
    except (UnicodeDecodeError, csv.Error) as problem:
        raise UsageError(f"{path}: cannot be read as UTF-8 CSV: {problem}.") from problem
    filled = Filled()
    filled.lines[name] = list(_lines(path, name, iter(rows), fields, filled.problems))
    return filled


class Written:
    """A cell of a text file, as a cell of a workbook looks."""

    data_type = "s"

    def __init__(self, value: str) -> None:
        self.value = value


def _lines(path: Path, name: str, rows: Iterator[Sequence[Any]], fields: Sequence[Field], problems: list[str]) -> Iterator[Line]:
    head = [str(cell.value or "").strip() for cell in next(rows, ())]
    absent = [each.name for each in fields if each.name not in head]
    if absent:
        raise UsageError(f"{path}: sheet {name} lacks the column '{absent[0]}'. Columns: {', '.join(f.name for f in fields)}.")
    known = {each.name: each for each in fields}
    places = [(known[column], number) for number, column in enumerate(head) if column in known]
    letters = {each.name: column_letter(number + 1) for each, number in places}
    for number, row in enumerate(rows, start=FIRST_ROW):
        line = Line(name, number, cells := {}, letters)
        for each, place in places:
            try:
                cells[each.name] = _text(row[place] if place < len(row) else None, each)
            except ValueError as problem:
                problems.append(line.problem(each.name, str(problem)))
        if any(cells.values()) and len(cells) == len(places):  # a row with an unreadable cell would only raise more questions
            yield line


def _text(cell: Any, known: Field) -> str:
    """A cell in the words of a CSV. Errors: ValueError says what is wrong."""
    value = cell.value if cell is not None else None
    if value is None:
        return ""
    if cell.data_type == "f" and known.is_open:
        raise ValueError(f"holds the formula {value}. Write the value itself")
    if cell.data_type == "e" and known.is_open:
        raise ValueError(f"holds the error {value}. Write the value itself")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        if value.time() != time():
            raise ValueError(f"{value} has a time of day. Use YYYY-MM-DD")
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _as_choice(" ".join(str(value).split()) if known.name != "quote" else str(value).strip(), known.choices)


def _as_choice(text: str, choices: Iterable[str]) -> str:
    """The choice that a text means, whatever its capitals; the text itself if it is none."""
    return next((choice for choice in choices if choice.casefold() == text.casefold()), text)
