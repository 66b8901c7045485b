"""Fills a sheet as a person does: finds a row by what it says, and writes into its cells."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl


class Sheet:
    """A workbook on disk. Columns go by their names."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def columns(self, name: str) -> dict[str, int]:
        return {cell.value: cell.column for cell in self.book[name][1]}

    def rows(self, name: str) -> list[dict[str, Any]]:
        head = list(self.columns(name))
        return [dict(zip(head, row, strict=False)) for row in self.book[name].iter_rows(min_row=2, values_only=True)]

    def number(self, name: str, **said: Any) -> int:
        """The number of the one row that has these values."""
        found = [n for n, row in enumerate(self.rows(name), 2) if all(row[key] == value for key, value in said.items())]
        assert len(found) == 1, (said, found)
        return found[0]

    def fill(self, name: str, number: int, cells: Mapping[str, Any]) -> Sheet:
        columns = self.columns(name)
        for column, value in cells.items():
            self.book[name].cell(number, columns[column]).value = value
        return self

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path
