"""A filled sheet taken in: all its decisions are recorded, or none and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import CorrectionError, UsageError
from pipeline.records import Document
from pipeline.review.decide import read_decisions
from pipeline.review.record import NAME, record
from pipeline.review.values import Coder


@dataclass(frozen=True, slots=True)
class Taken:
    """What a sheet gave: corrections recorded, those known already, and rows of the sheet by decision."""

    path: Path
    new: int
    known: int
    decisions: dict[str, int]
    notes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """For machines."""
        return {"path": str(self.path), "new": self.new, "known": self.known, "decisions": self.decisions, "notes": self.notes}

    def to_text(self) -> str:
        """For people: what was written and what to do next."""
        said = ", ".join(f"{number} {decision}" for decision, number in self.decisions.items())
        known = f" {self.known} were there already." if self.known else ""
        then = " Run `conflict-timeline build` to apply them." if self.new else ""
        rows = sum(self.decisions.values())
        return "\n".join([f"{self.path}: {self.new} corrections added, of {rows} rows ({said}).{known}{then}", *self.notes])


def import_sheet(sheet: Path, articles: Path, coder: Coder) -> Taken:
    """Appends the decisions of a filled review sheet to the corrections beside the articles.

    Errors, with nothing written: CorrectionError with a line for each cell that is wrong; UsageError for a file that is no
    review sheet or holds no decision, and for a coder without a name; PublishError when the file cannot be written.
    """
    if not coder.by.strip():
        raise UsageError("--coder is empty. Give the initials of who decided.")
    folder = articles if articles.is_dir() else articles.parent
    decided = read_decisions(sheet, coder, _Articles(articles).find)
    if decided.problems:
        number = f"{len(decided.problems)} cells are" if len(decided.problems) > 1 else "1 cell is"
        raise CorrectionError([*(f"{sheet.name}: {line}" for line in decided.problems), f"{number} wrong; nothing was written."])
    if not decided.rows:
        raise UsageError(f"{sheet}: no row has a decision or a changed cell. Nothing was written.")
    new = record(folder, [row for _, row in decided.rows])
    return Taken(folder / NAME, new, len(decided.rows) - new, dict(sorted(decided.numbers.items())), tuple(decided.notes))


class _Articles:
    """The articles by path or id, read when the first one is asked for."""

    def __init__(self, articles: Path) -> None:
        self._articles = articles
        self._found: dict[str, Document] | None = None

    def find(self, name: str) -> Document | None:
        from pipeline.read import read

        if self._found is None:
            documents = list(read([self._articles]))
            self._found = {document.path: document for document in documents}
            self._found |= {document.document_id: document for document in documents}
        return self._found.get(name)
