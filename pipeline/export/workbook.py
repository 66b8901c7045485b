"""Tables as sheets of an .xlsx workbook, then one sheet on what their columns mean and one on what the file is.

Days are days, numbers are numbers, and text is never a formula, whatever it begins with.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from pipeline.errors import UsageError
from pipeline.export import Options, Rendered
from pipeline.export.dataset import Dataset, Row
from pipeline.export.separated import FORMULA_STARTS
from schemas.columns import SCHEMA_VERSION, TABLES, Column
from schemas.package import LICENCES, NAME, RIGHTS, TITLE

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

MOST_ROWS, MOST_CHARACTERS = 1_048_576, 32_767  # what a sheet and a cell of Excel can hold
WIDTHS = {"string": 22, "integer": 10, "date": 12, "boolean": 10, "number": 11}  # characters
WIDE = {"summary": 70, "quote": 70, "text": 70, "event_id": 21, "sources": 34}
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|_x(?=[0-9A-Fa-f]{4}_)")  # escaped as _xHHHH_, as Excel does


def render(dataset: Dataset, options: Options) -> Rendered:
    """A workbook with a sheet for each table that is asked for."""
    from openpyxl import Workbook

    names = tuple(dict.fromkeys(options.tables))
    for name in names:
        _refuse_too_much(name, dataset.tables[name])
    book = Workbook(write_only=True)
    for name in names:
        write_sheet(book, name, TABLES[name].columns, dataset.tables[name])
    write_sheet(book, "columns", COLUMNS, list(_explain(names)))
    write_sheet(book, "about", ABOUT, _about(dataset))
    file = io.BytesIO()
    book.save(file)
    return Rendered(file.getvalue(), sum(len(dataset.tables[name]) for name in names))


def _refuse_too_much(name: str, rows: Sequence[Row]) -> None:
    if len(rows) >= MOST_ROWS:
        raise UsageError(f"{name}: {len(rows):,} rows do not fit into a sheet of {MOST_ROWS:,}. Use csv, or a filter.")
    for row in rows:
        for column, value in row.items():
            if isinstance(value, str) and len(value) > MOST_CHARACTERS:
                raise UsageError(f"{name}.{column}: {len(value):,} characters do not fit into a cell. Use csv or sqlite.")


def write_sheet(book: Workbook, name: str, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    """A sheet with a heading that stays in view and can be filtered by, and a row for each mapping."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _width(column)
    heads = [text_cell(sheet, column.name) for column in columns]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    for row in rows:
        sheet.append([_cell(sheet, row[column.name]) for column in columns])


def _width(column: Column) -> float:
    return WIDE.get(column.name, max(WIDTHS[column.type], len(column.name) + 3))


def _cell(sheet: Any, value: Any) -> Any:
    """A value as the library takes it: most texts as they are, because cells cost time."""
    if isinstance(value, str):
        is_plain = value[:1].isalnum() and not NOT_IN_XML.search(value)
        return value if is_plain else text_cell(sheet, value)
    return _day_cell(sheet, value) if isinstance(value, date) else value


def _day_cell(sheet: Any, day: date) -> WriteOnlyCell:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, day)
    cell.number_format = "yyyy-mm-dd"
    return cell


def text_cell(sheet: Any, text: str) -> WriteOnlyCell:
    """A cell that shows a text as it is: no formula, no error value, also after somebody edits it."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, NOT_IN_XML.sub(_escape, text))
    cell.data_type = "s"
    if text.startswith(FORMULA_STARTS):
        cell.quotePrefix = True
    return cell


def _escape(match: re.Match[str]) -> str:
    return f"_x{ord(match.group()[0]):04X}_" + match.group()[1:]


def _text(name: str) -> Column:
    return Column(name, "string", "")


COLUMNS = tuple(map(_text, ("table", "column", "group", "type", "unit", "vocabulary", "description")))
ABOUT = (_text("name"), _text("text"))


def _explain(names: Iterable[str]) -> Iterator[dict[str, str]]:
    for name in names:
        for column in TABLES[name].columns:
            yield {
                "table": name,
                "column": column.name,
                "group": column.group,
                "type": column.type,
                "unit": column.unit,
                "vocabulary": column.vocab,
                "description": column.description,
            }


def _about(dataset: Dataset) -> list[dict[str, str]]:
    said = {
        "dataset": f"{NAME}: {TITLE}",
        "build_id": dataset.build_id,
        "schema_version": SCHEMA_VERSION,
        "rows": "Some events of the build, chosen by a filter." if dataset.is_part else "All events of the build.",
        "counting": "Sum numbers over rows with countable = TRUE only. An empty number is not reported; 0 is reported as none.",
        "rights": RIGHTS,
        "licence": LICENCES[0]["title"],
    }
    return [{"name": name, "text": text} for name, text in said.items()]
