"""The sheet `add` as corrections: events that the machine missed, each told by words of an article."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.corrections.desk import Desk
from pipeline.corrections.fields import Value
from pipeline.link.independence import Sources
from pipeline.records import Document
from pipeline.review.filled import Line
from pipeline.review.layout import ADD_FIELDS
from pipeline.review.values import Coder, Row, judge, parsed, with_place, with_values

FindDocument = Callable[[str], Document | None]
NEEDED = ("document", "quote", "event_type")


def read_added(line: Line, coder: Coder, find: FindDocument, problems: list[str], notes: list[str]) -> list[Row]:
    """An `add` and a `set` for each further cell. `find` gives an article by its path or id; none when a cell is wrong."""
    before = len(problems)
    problems += [line.problem(name, "is empty") for name in NEEDED if not line[name]]
    if line["date_start"] and not line["date_end"]:
        problems.append(line.problem("date_end", "is empty. Give both days"))
    coder.need_reason(line, problems)
    wanted = parsed(line, {name: line[name] for name in ("event_type", "mode", *ADD_FIELDS) if line[name]}, problems)
    found = None if len(problems) > before else _find_words(line, find, problems)
    return _rows(line, coder, *found, wanted, problems, notes) if found else []


def _find_words(line: Line, find: FindDocument, problems: list[str]) -> tuple[Document, str] | None:
    """The article of an added event, and its words as they stand there; line breaks do not matter."""
    document = find(line["document"])
    if document is None:
        what = f"'{line['document']}' is no article here. Use its path below the input, or its id"
        problems.append(line.problem("document", what))
        return None
    found = re.search(r"\s+".join(map(re.escape, line["quote"].split())), document.text)
    if found is None:
        problems.append(line.problem("quote", f"{document.path} does not have these words. Copy them exactly"))
        return None
    return document, found.group()


def _rows(
    line: Line, coder: Coder, document: Document, quote: str, wanted: dict[str, Value], problems: list[str], notes: list[str]
) -> list[Row]:
    event_type, mode = str(wanted.pop("event_type")), str(wanted.pop("mode", ""))
    event = Desk((), {document.document_id: document}, Sources({}, ())).add(document.document_id, quote, event_type, mode)
    with_place(line, wanted, notes)
    judge(line, with_values(event, wanted), wanted, problems)
    words = {"document": document.path, "quote": quote}
    rows = [coder.row(line, "add", value="/".join(filter(None, (event_type, mode))), **words)]
    return [*rows, *coder.sets(line, event, wanted, {}, **words, event_id=event.event_id)]
