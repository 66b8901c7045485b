"""Sheets for people to fill: an .xlsx with drop-downs, a frozen header, and text that is never taken for a formula.

Written row by row, so that a sheet of many thousand events stays small in memory.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.export.separated import FORMULA_STARTS
from pipeline.review.layout import FIRST_ROW, LISTS, MODES_OF, Field, column_letter

MOST_CHARACTERS = 32_767  # of a cell, by the format
LINE_HEIGHT, MOST_LINES = 13.5, 14  # points; a taller row hides its neighbours
FIRST_DAY, LAST_DAY = "DATE(1900,3,1)", "DATE(2100,12,31)"  # spreadsheets count the days before wrongly
SAFE_FROM = date(1900, 3, 1)
LAST_ROW = 1_048_576  # of the format
SPARE_ROWS = 2_000  # rows with drop-downs below the last one, where a person may add some
FONT = "Calibri"


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence between its neighbours: the sentence stands out."""

    before: str
    text: str
    after: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.before, self.text, self.after)))


@dataclass(frozen=True, slots=True)
class Plan:
    """One sheet: its columns and rows, each a value per column by name. `frozen` columns stay in sight.

    `is_locked` protects all cells but those of open columns, without a password. `changed_from` names a sheet with the
    same cells; where a cell differs from it, it is coloured.
    """

    name: str
    fields: Sequence[Field]
    rows: Sequence[Mapping[str, Any]]
    frozen: int = 0
    is_locked: bool = True
    is_hidden: bool = False
    changed_from: str = ""


def write_book(how_to: Sequence[tuple[str, str]], plans: Sequence[Plan]) -> bytes:
    """The bytes of an .xlsx: a sheet of instructions (pairs of a heading and a text), then the planned sheets."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _add_styles(book)
    _write_how_to(book, how_to)
    lists = _Lists(book, [field for plan in plans for field in plan.fields])
    for plan in plans:
        _write_sheet(book, plan, lists)
    lists.write(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def safe_text(text: str) -> str:
    """Text that a cell can hold: no control characters, no lone surrogates, cut to the format's limit."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    clean: str = ILLEGAL_CHARACTERS_RE.sub(" ", text.encode("utf-8", "replace").decode("utf-8"))
    return clean[:MOST_CHARACTERS]


# ------------------------------------------------------------------------------------------------ cells
class _Cell:
    """The cell of one column, used again for every row: styles are looked up once. Text that looks like a formula stays text,
    also when somebody edits it."""

    def __init__(self, sheet: Any, style: str) -> None:
        from openpyxl.cell import WriteOnlyCell

        self._plain, self._guarded = WriteOnlyCell(sheet), WriteOnlyCell(sheet)
        self._plain.style = self._guarded.style = style
        self._guarded.quotePrefix = True

    def hold(self, value: Any) -> Any:
        """The cell with a value, to be written before the next one."""
        shown = _shown(value)
        is_risky = isinstance(value, (str, Marked)) and str(shown).startswith(FORMULA_STARTS)
        cell = self._guarded if is_risky else self._plain
        cell.value = shown
        if is_risky:
            cell.data_type = "s"
        return cell


def _shown(value: Any) -> Any:
    if isinstance(value, Marked):
        return _rich(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return safe_text(value)
    return value.isoformat() if isinstance(value, date) and value < SAFE_FROM else value


def _rich(value: Marked) -> Any:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    pale, dark = InlineFont(rFont=FONT, sz=11, color="FF8A8F98"), InlineFont(rFont=FONT, sz=11, color="FF111827")
    parts = ((value.before + " ", pale), (value.text, dark), (" " + value.after, pale))
    return CellRichText(*(TextBlock(font, safe_text(text)) for text, font in parts if text.strip()))


def _add_styles(book: Any) -> None:
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

    line = Border(*[Side("thin", "FFD5D9E0")] * 4)
    top = Alignment(vertical="top", wrap_text=True)

    def add(name: str, colour: str, *, text: str = "FF111827", bold: bool = False, form: str = "", is_open: bool = False) -> None:
        style = NamedStyle(name, Font(FONT, 11, bold, color=text), PatternFill("solid", colour), line, top)
        style.protection = Protection(locked=not is_open)
        style.number_format = form or "General"
        book.add_named_style(style)

    add("machine head", "FF4B5563", text="FFFFFFFF", bold=True)
    add("open head", "FF1D4ED8", text="FFFFFFFF", bold=True)
    add("machine", "FFF3F4F6")
    add("machine day", "FFF3F4F6", form="yyyy-mm-dd")
    add("open", "FFFFFFFF", is_open=True)
    add("open day", "FFFFFFFF", form="yyyy-mm-dd", is_open=True)
    add("said", "FFFFFFFF")
    add("said head", "FFFFFFFF", bold=True)


# ------------------------------------------------------------------------------------------------ sheets
def _write_sheet(book: Any, plan: Plan, lists: _Lists) -> None:
    sheet = book.create_sheet(plan.name)
    sheet.sheet_state = "hidden" if plan.is_hidden else "visible"
    for number, field in enumerate(plan.fields, start=1):
        sheet.column_dimensions[column_letter(number)].width = field.width
    sheet.freeze_panes = f"{column_letter(plan.frozen + 1)}{FIRST_ROW}"
    rows = plan.rows
    for number, row in enumerate(() if plan.is_hidden else rows, start=FIRST_ROW):
        sheet.row_dimensions[number].height = _height(plan.fields, row)
    sheet.append([_Cell(sheet, "open head" if f.is_open else "machine head").hold(f.name) for f in plan.fields])
    cells = [(field.name, _Cell(sheet, _style(field))) for field in plan.fields]
    for row in rows:
        sheet.append([cell.hold(row.get(name)) for name, cell in cells])
    if plan.is_hidden:
        return
    last = min(len(rows) + SPARE_ROWS, LAST_ROW)
    sheet.auto_filter.ref = f"A1:{column_letter(len(plan.fields))}{max(len(rows) + 1, FIRST_ROW)}"
    _validate(sheet, plan.fields, lists, last)
    if plan.changed_from:
        _mark_changes(sheet, plan, len(rows) + 1)
    if plan.is_locked:
        _protect(sheet)


def _style(field: Field) -> str:
    is_day = field.name == "published" or (field.source is not None and field.source.type == "date")
    return ("open" if field.is_open else "machine") + (" day" if is_day else "")


def _height(fields: Sequence[Field], row: Mapping[str, Any]) -> float:
    """Points that the longest cell of a row needs, up to a limit."""
    lines = (math.ceil(len(str(row.get(field.name) or "")) / (field.width * 0.95)) for field in fields)
    return LINE_HEIGHT * min(MOST_LINES, max(1, *lines)) + 3


def _protect(sheet: Any) -> None:
    """Locks what is not open; filters and widths stay free, and the lock has no password."""
    sheet.protection.sheet = True
    for free in ("autoFilter", "formatColumns", "formatRows"):
        setattr(sheet.protection, free, False)


def _mark_changes(sheet: Any, plan: Plan, last: int) -> None:
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill

    values = [number for number, field in enumerate(plan.fields, start=1) if field.source is not None]
    if not values or last < FIRST_ROW:
        return
    first, end = f"{column_letter(values[0])}{FIRST_ROW}", f"{column_letter(values[-1])}{last}"
    changed = FormulaRule([f"{first}<>{plan.changed_from}!{first}"], fill=PatternFill(bgColor="FFFDE68A"))
    sheet.conditional_formatting.add(f"{first}:{end}", changed)


def _validate(sheet: Any, fields: Sequence[Field], lists: _Lists, last: int) -> None:
    for number, field in enumerate(fields, start=1):
        rule = lists.rule(field, fields) if field.is_open else None
        if rule is not None:
            letter = column_letter(number)
            rule.add(f"{letter}{FIRST_ROW}:{letter}{last}")
            sheet.data_validations.append(rule)


def _write_how_to(book: Any, how_to: Sequence[tuple[str, str]]) -> None:
    sheet = book.create_sheet("instructions")
    for letter, width in (("A", 24), ("B", 110)):
        sheet.column_dimensions[letter].width = width
    for number, (_, text) in enumerate(how_to, start=1):
        sheet.row_dimensions[number].height = LINE_HEIGHT * max(1, math.ceil(len(text) / 105)) + 4
    heads, texts = _Cell(sheet, "said head"), _Cell(sheet, "said")
    for heading, text in how_to:
        sheet.append([heads.hold(heading), texts.hold(text)])
    _protect(sheet)


# ------------------------------------------------------------------------------------------------ drop-downs
class _Lists:
    """The hidden sheet of values, and the rule of each column that draws on it."""

    def __init__(self, book: Any, fields: Iterable[Field]) -> None:
        self._columns: list[tuple[str, ...]] = list(dict.fromkeys(f.choices for f in fields if f.choices and f.name != "mode"))
        if any(field.name == "mode" for field in fields):
            self._name_modes(book)

    def _name_modes(self, book: Any) -> None:
        """A name for the modes of each type, so that a cell offers those of the type beside it."""
        from openpyxl.workbook.defined_name import DefinedName

        for event_type, modes in MODES_OF.items():
            if modes not in self._columns:
                self._columns.append(modes)
            name = f"modes_{event_type}"
            book.defined_names[name] = DefinedName(name, attr_text=self._range(modes))

    def _range(self, values: tuple[str, ...]) -> str:
        letter = column_letter(self._columns.index(values) + 1)
        return f"{LISTS}!${letter}$1:${letter}${max(1, len(values))}"

    def rule(self, field: Field, fields: Sequence[Field]) -> Any:
        """What a column's cells may hold, as the spreadsheet checks it; None for free text."""
        from openpyxl.worksheet.datavalidation import DataValidation

        kind = field.source.type if field.source else "string"
        if field.name == "mode":
            beside = next(n for n, other in enumerate(fields, start=1) if other.name == "event_type")
            rule = DataValidation("list", f'INDIRECT("modes_"&${column_letter(beside)}{FIRST_ROW})')
        elif field.choices:
            rule = DataValidation("list", self._range(field.choices))
        elif kind == "date":
            rule = DataValidation("date", FIRST_DAY, LAST_DAY, operator="between")
        elif kind == "integer":
            least, most = (int(bound) if bound is not None else None for bound in (field.source.minimum, field.source.maximum))  # type: ignore[union-attr]
            operator = "between" if most is not None else "greaterThanOrEqual"
            rule = DataValidation("whole", str(least or 0), None if most is None else str(most), operator=operator)
        else:
            return None
        rule.allowBlank = True
        rule.showErrorMessage = True
        rule.errorTitle, rule.error = field.name[:32], _shortened(field)
        return rule

    def write(self, book: Any) -> None:
        """Adds the sheet."""
        sheet = book.create_sheet(LISTS)
        sheet.sheet_state = "hidden"
        for number in range(max(map(len, self._columns), default=0)):
            sheet.append([column[number] if number < len(column) else None for column in self._columns])


def _shortened(field: Field) -> str:
    allowed = f" Allowed: {', '.join(field.choices)}." if field.choices and field.name != "mode" else ""
    text = field.about + allowed
    return text if len(text) <= 225 else field.about[:200] + " Choose from the list."
