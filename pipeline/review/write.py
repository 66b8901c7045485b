"""Events of a published dataset as a review sheet: those that most need a look first, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.records import Document
from pipeline.review import layout
from pipeline.review.book import Marked, Plan, write_book
from pipeline.review.context import Passages, find_documents, in_one_line
from pipeline.review.layout import DECISIONS, FIELDS, SHEETS
from pipeline.review.priority import WEIGHTS, by_need, look
from schemas.columns import EVENTS
from schemas.vocab import FLAGS, VOCABULARIES

if TYPE_CHECKING:
    from pipeline.export import Options, Rendered
    from pipeline.export.dataset import Dataset

SEEDS = Path("seeds")
Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

STEPS = (
    (
        "What to do",
        "Read the quote of a row in the sheet `review`. White cells are yours: choose a decision, or put a value right in place; "
        "a changed cell turns yellow. Grey cells cannot be changed. A row without decision and change stays as it is. Rows that "
        "most need a look come first; stop wherever you like.",
    ),
    (
        "Then",
        "conflict-timeline review import FILE --coder YOUR-INITIALS   writes your decisions to seeds/corrections.csv; the next "
        "`conflict-timeline build` applies them. A cell that cannot be understood is named, and nothing is written until all "
        "are right.",
    ),
    ("An empty cell", "The text does not say. To empty a cell is a correction, too."),
    (
        "Days",
        "YYYY-MM-DD, both days included; without date_start: on or before date_end. If you change the days and leave "
        "date_precision, it follows: one day is `day`, up to six are `days`, more are a `range`.",
    ),
    ("Numbers", "fatalities_best alone is enough: low and high follow it where it lies outside them. 0 = reported as none."),
    ("Several names", "actor_names and recipient_names join names by ';'. Of a mutual act (directed = no) one is the actor."),
    (
        "Another place",
        "Write its place_name and see that country_iso3 is right: coordinates and the rest follow where the gazetteer has one "
        "place of that name there. Of several, say which by admin1_name, and by where_prec (1 = the town, 4 = the province).",
    ),
    ("One event told twice", "Decision `merge` in one of the rows, and the other row's number (no) in same_as."),
    ("Two events in one row", "Sheet `tellings`: give the tellings that belong to another event the same letter."),
    ("A missing event", "Sheet `add`: the article, its words copied exactly, the type, and what you know."),
)


def render(dataset: Dataset, options: Options) -> Rendered:
    """A dataset as a review sheet. Context comes from the table `texts`, else from the articles of the options.

    Errors: UsageError when articles are named that are not there.
    """
    from pipeline.export import Rendered

    articles = options.articles or (SEEDS if SEEDS.is_dir() else None)
    wanted = {event["document_id"] for event in dataset.events}
    documents = find_documents(wanted, dataset.tables.get("texts", ()), articles)
    content, bare = write_review(dataset.tables, documents, dataset.build_id)
    where = f"not in {articles}" if articles else "not at hand"
    note = f"{bare} rows have no context: their articles are {where}. Name them with --input."
    return Rendered(content, len(dataset.events), (note,) if bare else ())


def write_review(tables: Tables, documents: Mapping[str, Document], build_id: str) -> tuple[bytes, int]:
    """The bytes of the sheet, and how many of its events stand without context because their article is not at hand.

    `tables` has the rows of events, reports and documents; days are `date`. `documents` by id, those that are at hand.
    """
    passages = Passages(documents)
    spans = {(row["event_id"], row["document_id"], row["quote"]): row for row in tables["reports"]}
    events = by_need(tables["events"])
    rows = [_event(number, event, _quote(event, spans, passages)) for number, event in enumerate(events, start=1)]
    numbers = {row["event_id"]: row for row in rows}
    copy = [{field.name: row[field.name] for field in layout.MACHINE_COLUMNS} for row in rows]
    plans = (
        Plan(layout.REVIEW, SHEETS[layout.REVIEW], rows, frozen=4, changed_from=layout.MACHINE),
        Plan(layout.TELLINGS, SHEETS[layout.TELLINGS], list(_tellings(tables, numbers)), frozen=4),
        Plan(layout.ADD, SHEETS[layout.ADD], (), frozen=2, is_locked=False),
        Plan(layout.MACHINE, SHEETS[layout.REVIEW], copy, is_hidden=True),
    )
    bare = sum(not isinstance(row["quote"], Marked) for row in rows)
    return write_book(how_to(build_id), plans), bare


def _event(number: int, event: Row, quote: Marked | str) -> dict[str, Any]:
    return {
        "no": number,
        "quote": quote,
        "look": look(event),
        **{name: event[name] for name in ("summary", *FIELDS, "review", "sources", "directed", "url", "event_id")},
        "flags": (event["flags"] or "").replace(";", "; ") or None,
    }


def _quote(event: Row, spans: Mapping[tuple[str, str, str], Row], passages: Passages) -> Marked | str:
    """The sentence of an event in its context; alone where its article is not at hand."""
    telling = spans[event["event_id"], event["document_id"], event["quote"]]
    found = passages.around(event["document_id"], telling["sentence_start"], telling["sentence_end"])
    return Marked(found.before, found.sentence, found.after) if found else in_one_line(event["quote"])


def _tellings(tables: Tables, numbers: Mapping[str, Row]) -> Iterator[dict[str, Any]]:
    """The tellings of events that have several, event by event."""
    known = {row["document_id"]: row for row in tables["documents"]}
    of_event: dict[str, list[Row]] = {}
    for report in tables["reports"]:
        of_event.setdefault(report["event_id"], []).append(report)
    for event_id, event in numbers.items():
        for report in of_event[event_id] if len(of_event[event_id]) > 1 else ():
            document = known[report["document_id"]]
            yield {
                "no": event["no"],
                "summary": event["summary"],
                "quote": in_one_line(report["quote"]),
                "source": document["publisher"] or document["path"],
                **{name: report[name] for name in ("published", "link_rule", "report_id")},
            }


# ------------------------------------------------------------------------------------------------ instructions
def how_to(build_id: str) -> list[tuple[str, str]]:
    """The sheet of instructions: pairs of a heading and a text."""
    return [
        ("Review of events", f"Machine-coded events of build {build_id}. Only a person can say whether they are right."),
        *STEPS,
        ("", ""),
        ("Decisions", ""),
        *DECISIONS.items(),
        ("", ""),
        ("Flags", "Why a row deserves a look. `look` is the sum of the weights in brackets."),
        *((flag, f"{FLAGS[flag]} ({weight})") for flag, weight in WEIGHTS.items()),
        ("", ""),
        ("Columns", ""),
        *((name, EVENTS.column(name).description) for name in FIELDS),
        *vocabulary(FIELDS),
    ]


def vocabulary(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The values of each vocabulary that the columns use, with their meaning."""
    for vocab in dict.fromkeys(EVENTS.column(name).vocab for name in names):
        if vocab:
            yield "", ""
            yield f"Values of {vocab}", ""
            yield from VOCABULARIES[vocab].items()
