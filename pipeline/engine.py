"""Runs the stages over all articles of some inputs: in workers, from the cache where nothing changed, copies marked.

What leaves a worker is small (no text), so that memory grows with the events and not with the articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cache import Cache, fingerprint, open_cache, source_key
from pipeline.errors import NothingReadableError
from pipeline.ids import digest
from pipeline.read import extract as read_articles
from pipeline.read import sources
from pipeline.read.duplicates import Sketch, find_duplicates, signature
from pipeline.read.publishers import load_publishers
from pipeline.read.source import Metadata, Source, quarantined
from pipeline.read.walk import CORRECTIONS
from pipeline.records import Document, Extraction
from pipeline.workers import ENDED, NO_MEMORY, TIMEOUT, Task, run

if TYPE_CHECKING:
    from pipeline.corrections import Correction
    from pipeline.parse import Parser
    from pipeline.tabulate import Tables
    from schemas.validate import Finding

KEPT_TEXT = 1000  # characters of an article that leave the worker: where an agency is credited
WARM_UP = "The army attacked the town of Homs on Monday, killing two people, officials said."
READ = ("ok", "duplicate")
LOST = (TIMEOUT, ENDED, NO_MEMORY)

Results = tuple[Extraction, ...]
Watch = Callable[[Source, Results], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run. `cache` is a folder, None for no cache; `texts` keeps the articles' texts for the table `texts`.

    `engine` is local (processes of this machine) or dask (a cluster, at the address `scheduler`).
    """

    jobs: int = 1
    model: str | None = None
    texts: bool = False
    cache: Path | None = None
    engine: str = "local"
    scheduler: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """A dataset, the corrections that no longer meet what they were made for, and what still breaks the schema; a line each."""

    tables: Tables
    stale: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def build_tables(inputs: Sequence[Path], settings: Settings, watch: Watch | None = None) -> Built:
    """The dataset that some files and folders give. `watch` is told of every finished source, in order.

    A document whose rows break the schema is quarantined, so that it costs no other one. Raises UsageError for an input that does
    not exist and NothingReadableError when not one article could be read.
    """
    reading = replace(settings, texts=settings.texts or bool(_corrected(inputs)))  # a correction may point at any words
    extractions = mark_copies(name_repeats(extract_all(sources(inputs), reading, watch, partial(_get_ready, inputs))))
    if not any(each.document.status in READ for each in extractions):
        raise NothingReadableError(_why_nothing(extractions))
    from pipeline.build import assemble
    from pipeline.check import blame

    put_together = partial(
        assemble,
        publishers=load_publishers(inputs),
        corrections=load_corrections(inputs),
        build_id=identify(inputs, settings),
        texts=settings.texts,
    )
    tables, stale = put_together(extractions)
    faults = schema_faults(tables)
    if broken := blame(tables, faults):
        tables, stale = put_together([_without_rows(each, broken) for each in extractions])
        faults = schema_faults(tables)
    return Built(tables, tuple(map(str, stale)), tuple(map(str, faults)))


def schema_faults(tables: Tables) -> list[Finding]:
    """What breaks the schema in a dataset; a build that has any is not published."""
    from pipeline.check import check_tables

    return [finding for finding in check_tables(tables) if not finding.is_note]


def _without_rows(extraction: Extraction, broken: Mapping[str, str]) -> Extraction:
    """A document quarantined for its rows, so that the others can be published; the rest as they are."""
    rule = broken.get(extraction.document.document_id)
    if rule is None:
        return extraction
    document = replace(extraction.document, status="quarantined", reason=f"its rows break the schema, please report: {rule}")
    return replace(extraction, document=document, reports=(), rejected=())


def load_corrections(inputs: Sequence[Path]) -> tuple[Correction, ...]:
    """The corrections that lie in, or beside, the inputs. Raises CorrectionError with a line for each wrong row."""
    folders = _corrected(inputs)
    if not folders:
        return ()
    from pipeline.corrections import find_corrections

    return tuple(correction for folder in folders for correction in find_corrections(folder))


def _corrected(inputs: Sequence[Path]) -> tuple[Path, ...]:
    """The folders of the inputs that have a file of corrections."""
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in inputs)
    return tuple(folder for folder in folders if any((folder / name).is_file() for name in CORRECTIONS))


def _why_nothing(extractions: Sequence[Extraction]) -> str:
    if not extractions:
        return "no article found in the input. Read are .txt, .md, .html, .jsonl, .csv, .parquet, .warc and feeds."
    first = extractions[0].document
    return f"none of {len(extractions)} articles could be read; the first: {_reason(first)}"


def _reason(document: Document) -> str:
    """Why a document gives no rows, with its path."""
    reason = document.reason or document.status
    return reason if document.path in reason else f"{document.path}: {reason}"


def identify(inputs: Sequence[Path], settings: Settings) -> str:
    """Names a build by all it follows from: sources, publishers, corrections, code, model, and the tables asked for."""
    from pipeline.publish import identify_build

    people = repr((load_publishers(inputs), load_corrections(inputs)))
    versions = {"code": fingerprint(), "model": settings.model or "", "texts": str(settings.texts), "people": people}
    return identify_build(map(source_key, sources(inputs)), versions)


def extract_all(
    found: Iterable[Source], settings: Settings, watch: Watch | None = None, meanwhile: Callable[[], None] = lambda: None
) -> Iterator[Extraction]:
    """What every source gives, in order; unchanged sources from the cache. `meanwhile` runs here while workers load."""
    state = "-".join((fingerprint(), digest("", settings.model or "", str(settings.texts))))
    with open_cache(settings.cache, state) as cache:
        task = Task(
            prepare=partial(_prepare, settings.model),
            work=partial(_work, settings.texts),
            fail=_fail,
            known=partial(_look_up, cache),
            meanwhile=meanwhile,
        )
        for source, results in _run(task, found, settings):
            if cache and not any(_is_lost(each) for each in results):
                cache.put(source_key(source), results)
            if watch:
                watch(source, results)
            yield from results


def _run(task: Task[Source, Extraction], found: Iterable[Source], settings: Settings) -> Iterator[tuple[Source, Results]]:
    if settings.engine == "local":
        return run(task, found, settings.jobs)
    from pipeline.cluster import run as run_on_cluster

    return run_on_cluster(task, found, settings.jobs, settings.scheduler, fingerprint())


def _prepare(model: str | None) -> Parser:
    """The parser, with all tables that the stages load at their first use: that time is no article's."""
    from pipeline.build import extract_events
    from pipeline.parse import load

    parser = load(model)
    extract_events(Document("", "", WARM_UP, ""), parser)
    return parser


def _work(texts: bool, parser: Parser, source: Source) -> Iterator[Extraction]:
    return (_extraction(document, parser, texts) for document in read_articles(source))


def _extraction(document: Document, parser: Parser, texts: bool) -> Extraction:
    """What an article gives, without its text unless that is wanted, with the sketch that copies are found by."""
    from pipeline.build import extract_events

    found = extract_events(document, parser)
    kept = document.text if texts else document.text[:KEPT_TEXT]
    sign = signature(document.text) if document.status in READ else b""
    return replace(found, document=replace(found.document, text=kept), signature=sign)


def _fail(source: Source, reason: str) -> Extraction:
    return Extraction(quarantined(source, f"{source.path}: {reason}"), 0, 0)


def _look_up(cache: Cache | None, source: Source) -> Results | None:
    return cache.get(source_key(source)) if cache else None


def _is_lost(extraction: Extraction) -> bool:
    """Whether its worker was lost; another run may have more luck, so it is not kept."""
    return is_lost(extraction.document.reason)


def is_lost(reason: str | None) -> bool:
    """Whether a document's reason tells of this run and not of the document."""
    return any(words in (reason or "") for words in LOST)


def _get_ready(inputs: Sequence[Path]) -> None:
    """Corrections are read, so that a wrong one is told at once, and a dataset without events is laid out and checked: the
    first time is the slow one."""
    from pipeline.build import assemble

    load_corrections(inputs)
    schema_faults(assemble(())[0])


def name_repeats(extractions: Iterable[Extraction]) -> Iterator[Extraction]:
    """Articles with distinct ids: a record that is given twice, same id and same text, is a copy of the first one."""
    times: dict[str, int] = {}
    for each in extractions:
        first = each.document.document_id
        times[first] = times.get(first, 0) + 1
        yield each if times[first] == 1 else _repeat(each, times[first])


def _repeat(extraction: Extraction, time: int) -> Extraction:
    first = extraction.document
    again: Document = replace(first, document_id=digest("doc_", first.document_id, time))
    if first.status in READ:
        again = replace(again, status="duplicate", duplicate_of=first.document_id, reason="the same record again")
    return Extraction(again, extraction.n_chars, extraction.n_sentences)


def mark_copies(extractions: Iterable[Extraction]) -> list[Extraction]:
    """The articles, those that repeat another marked; what they repeat is never a copy itself.

    A copy keeps its tellings: it has a publisher and a day of its own.
    """
    found = list(extractions)
    read = (each for each in found if each.document.status == "ok")
    copies = find_duplicates(Sketch(e.document.document_id, e.document.published, e.signature) for e in read)
    return [_marked(each, copies) for each in found]


def _marked(extraction: Extraction, copies: Mapping[str, str]) -> Extraction:
    document = extraction.document
    if document.document_id in copies:
        original, reason = copies[document.document_id], "nearly the same words"
    elif document.duplicate_of and document.duplicate_of in copies:
        original, reason = copies[document.duplicate_of], document.reason or ""
    else:
        return extraction
    copy = replace(document, status="duplicate", duplicate_of=original, reason=reason)
    return replace(extraction, document=copy, signature=b"")


def build(documents: Iterable[Document], model: str | None = None) -> Tables:
    """The dataset that some articles give, in this process. `pipeline.read.read` makes articles of files.

    Raises ModelError when the parser cannot be loaded.
    """
    from pipeline.build import assemble

    parser = _prepare(model)
    given = list(documents)
    extractions = mark_copies(name_repeats(_extraction(document, parser, texts=False) for document in given))
    return assemble(extractions)[0]


def extract(text: str, published: date | None = None, model: str | None = None) -> Tables:
    """The dataset that one text gives, published on a day; without one the day is inferred as far as the text allows."""
    metadata = Metadata(published=published)
    return build(read_articles(Source("text", "text", "record", text, metadata)), model)
