"""Drawn sentences as a coding sheet. Nothing in it says what the machine made of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.choose import Filter
from pipeline.coding.draw import Drawn, Row, check_columns, draw
from pipeline.coding.layout import COLUMNS, FIELDS, SHEET
from pipeline.errors import UsageError
from pipeline.export import Rendered
from pipeline.export.dataset import read
from pipeline.export.target import write
from pipeline.review.book import Plan, write_book
from pipeline.review.context import cut, find_documents
from pipeline.review.write import vocabulary
from schemas.columns import EVENTS

TABLES = ("reports", "documents", "rejected", "texts")
STEPS = (
    (
        "What to do",
        "Read each sentence in the sheet `coding` and say in `event` whether it tells an event (yes, no). If yes, fill what the "
        "sentence itself says; the pale neighbours only help to understand it. Code alone: do not look at the machine's rows, "
        "and do not talk about a sentence before both of you have coded it.",
    ),
    ("Several events", "Insert a row below, leave `item` empty, and code the next event there."),
    ("An empty cell", "The text does not say."),
    ("Days", "YYYY-MM-DD, both included; without date_start: on or before date_end. What the text does not date stays empty."),
    ("Several names", "Joined by ';'."),
    ("No event", "Headings, comment, states, and what is only possible, wished, feared or a condition."),
    (
        "Then",
        "conflict-timeline agree A.xlsx B.xlsx   says how well two coders agree; conflict-timeline evaluate A.xlsx   how well "
        "the machine agrees with one.",
    ),
)


class Sampled(NamedTuple):
    """What was written: where, how many sentences, how many of them without a machine row, and how many strata."""

    path: Path
    n: int
    n_untold: int
    n_strata: int
    n_absent: int

    def to_text(self, asked: int) -> str:
        """For people. It does not say which sentences are which."""
        few = f" There are no more; {asked} were asked for." if self.n < asked else ""
        absent = f" {self.n_absent} articles are not at hand; name them with --input." if self.n_absent else ""
        drawn = f"{self.n} sentences of {self.n_strata} strata, {self.n_untold} of them without a machine row"
        return f"{self.path}: {drawn}.{few}{absent}"


def sample(data: Path, articles: Path, out: Path, by: Sequence[str], n: int, seed: int, *, replace: bool) -> Sampled:
    """Writes a blind coding sheet. Errors: UsageError for a column that cannot be drawn by, for articles that are not there
    and for a file that exists (unless `replace`); PublishError when it cannot be written."""
    check_columns(by)
    dataset = read(data, TABLES, Filter(), is_any=True)
    rows = [row for row in dataset.tables["documents"] if row["status"] == "ok"]
    known = {row["document_id"]: row for row in rows}
    documents = find_documents(known, dataset.tables.get("texts", ()), articles)
    drawn = draw((documents[name] for name in sorted(known) if name in documents), dataset.tables, by, n, seed)
    if not drawn:
        raise UsageError(f"{articles}: no sentence of the articles of {data} is here. Name their folder with --input.")
    lines = [_line(number, each, known[each.document.document_id]) for number, each in enumerate(drawn, start=1)]
    how = f"{len(drawn)} sentences by {', '.join(by) or 'nothing'} with seed {seed}, of build {dataset.build_id}."
    content = write_book(_how_to(how), [Plan(SHEET, COLUMNS, lines, frozen=5, is_locked=False)])
    write(out, Rendered(content, len(drawn)), replace=replace)
    untold = sum(not each.is_told for each in drawn)
    return Sampled(out, len(drawn), untold, len({each.stratum for each in drawn}), len(known) - len(documents.keys() & known))


def _line(number: int, drawn: Drawn, document: Row) -> dict[str, Any]:
    passage = cut(drawn.document.text, drawn.sentences, drawn.start, drawn.end)
    return {
        "item": number,
        "published": document["published"],
        "title": document["title"],
        "context": " ".join(filter(None, (passage.before, "[…]", passage.after))),
        "sentence": passage.sentence,
        "document_id": document["document_id"],
        "start": drawn.start,
        "end": drawn.end,
    }


def _how_to(how_drawn: str) -> list[tuple[str, str]]:
    columns = [(name, EVENTS.column(name).description) for name in FIELDS]
    head = ("Coding of sentences", "Blind: what the machine found is not shown.")
    return [head, ("Sample", how_drawn), *STEPS, ("", ""), *columns, *vocabulary(FIELDS)]
