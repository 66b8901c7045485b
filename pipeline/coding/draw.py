"""A stratified sample of sentences, those without a machine row among them, so that misses can be found.

The same seed gives the same sentences, whatever the order of the input; a new article only takes places of others in its
strata. Strata get equal numbers as far as they last, so that rare types are seen, too: shares in the sample are not those of
the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.errors import UsageError
from pipeline.ids import digest
from pipeline.records import Document, Sentence
from pipeline.split import split
from schemas.columns import TABLES

Row = Mapping[str, Any]
NOTHING, REJECTED = "(none)", "(rejected)"  # in place of a report's value: no machine row; only words that gave none
UNKNOWN = "(unknown)"
SOURCES = ("reports", "documents", "rejected")  # tables
EMPTY_SHARE = 1 / 3  # of the sample: sentences without a machine row


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sentence to be coded, in its article. `stratum` must not reach a coder."""

    document: Document
    sentences: Sequence[Sentence]
    start: int
    end: int
    stratum: tuple[str, ...]
    is_told: bool  # the machine has a row for it

    def rank(self, seed: int) -> str:
        """Orders sentences by chance, each independently of the others."""
        return digest("", seed, self.document.document_id, self.start)


def check_columns(names: Sequence[str]) -> None:
    """UsageError when a stratum is asked for that is no column of reports or documents."""
    for name in names:
        if not any(name in TABLES[table].names for table in ("reports", "documents")):
            few = "event_type, mode, country_iso3, publisher …"
            raise UsageError(f"--by '{name}' is no column of the tables reports and documents. Use {few}")


def draw(documents: Iterable[Document], tables: Mapping[str, Sequence[Row]], by: Sequence[str], n: int, seed: int) -> list[Drawn]:
    """`n` sentences of the articles, or all if there are fewer, in an order by chance. `by` names columns of the tables
    reports and documents. Errors: UsageError for a column that is in neither."""
    check_columns(by)
    rows: dict[tuple[str, str], list[Row]] = {}
    for name in SOURCES:
        for row in tables[name]:
            rows.setdefault((name, row["document_id"]), []).append(row)
    found = [each for document in documents for each in _sentences(document, rows, by)]
    told = [each for each in found if each.is_told]
    untold = [each for each in found if not each.is_told]
    n_untold = min(len(untold), max(round(n * EMPTY_SHARE), n - len(told)))
    drawn = [*_spread(told, n - n_untold, seed), *_spread(untold, n_untold, seed)]
    return sorted(drawn, key=lambda each: each.rank(seed))


def _spread(pool: Iterable[Drawn], n: int, seed: int) -> list[Drawn]:
    """Sentences from the strata in turn; strata, and sentences within one, in an order by chance."""
    strata: dict[tuple[str, ...], list[Drawn]] = {}
    for each in sorted(pool, key=lambda each: each.rank(seed)):
        strata.setdefault(each.stratum, []).append(each)
    queues = [strata[name] for name in sorted(strata, key=lambda name: digest("", seed, *name))]
    rounds = (queue[turn] for turn in range(max(map(len, queues), default=0)) for queue in queues if turn < len(queue))
    return [each for _, each in zip(range(n), rounds, strict=False)]


def _sentences(document: Document, rows: Mapping[tuple[str, str], Sequence[Row]], by: Sequence[str]) -> Iterator[Drawn]:
    """The sentences of an article with their strata; headings and the like are none."""
    reports, (about,), rejected = (rows.get((name, document.document_id), ()) for name in SOURCES)
    sentences = split(document)
    for one in sentences:
        if one.kind != "body":
            continue
        told = [row for row in reports if row["sentence_start"] < one.end and one.start < row["sentence_end"]]
        first = min(told, key=lambda row: row["trigger_start"], default=None)
        is_rejected = any(row["start"] < one.end and one.start < row["end"] for row in rejected)
        stratum = tuple(_value(name, first, about, REJECTED if is_rejected else NOTHING) for name in by)
        yield Drawn(document, sentences, one.start, one.end, stratum, first is not None)


def _value(name: str, report: Row | None, document: Row, nothing: str) -> str:
    """What a sentence is in one column: its report's value, else its document's."""
    if name in TABLES["documents"].names:
        return str(document[name] or UNKNOWN)
    return nothing if report is None else str(report[name] or UNKNOWN)
