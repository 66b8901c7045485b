"""A source → its articles: text worked out, day of publication read, language recognised.

This is the slow part of reading and runs in a worker that can be killed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pipeline.read.decode import NotPlainTextError, check_text, decode
from pipeline.read.feed import read_feed
from pipeline.read.language import foreign_language
from pipeline.read.plaintext import split_front_matter
from pipeline.read.published import NotADateError, read_metadata_day
from pipeline.read.source import MAX_ARTICLE_BYTES, Source, digest, document, quarantined
from pipeline.read.webpage import read_page
from pipeline.records import Document


def extract(source: Source) -> Iterator[Document]:
    """The articles of one source: one, or as many as a feed has entries. Never raises for what an input may hold."""
    if source.reason:
        yield quarantined(source, source.reason)
    elif source.metadata.sha256 not in (None, digest(source.content)):
        yield quarantined(source, _changed(source))
    elif source.kind == "feed":
        yield from _from_feed(source)
    elif source.kind in READERS:
        yield _worked_out(source)
    else:
        yield _finish(source, str(source.content), "metadata")


def _changed(source: Source) -> str:
    found, registered = digest(source.content)[:12], str(source.metadata.sha256)[:12]
    is_now = f"sha256 is {found}…, seeds.csv has {registered}…"
    return f"{source.path}: the file has changed: {is_now}. Register it again with `conflict-timeline new`."


def _from_feed(source: Source) -> Iterator[Document]:
    try:
        for entry in read_feed(source):
            yield from extract(entry)
    except NotPlainTextError as problem:
        yield quarantined(source, f"{source.path}: {problem}")


def _worked_out(source: Source) -> Document:
    reader, basis = READERS[source.kind]
    try:
        read, text = reader(source)
    except NotPlainTextError as problem:
        return quarantined(source, f"{source.path}: {problem}")
    return _finish(read, text, "given" if source.metadata.published else basis)


def _read_text(source: Source) -> tuple[Source, str]:
    return split_front_matter(source, decode(_bytes(source)))


def _bytes(source: Source) -> bytes:
    return source.content if isinstance(source.content, bytes) else source.content.encode("utf-8")


def _finish(source: Source, text: str, basis: str) -> Document:
    """The article as it goes on: ok, empty, skipped or quarantined. `basis` says who gave its day of publication."""
    if len(text) > MAX_ARTICLE_BYTES:
        return quarantined(source, f"{source.path}: longer than {MAX_ARTICLE_BYTES // 1_000_000} MB, no article.")
    try:
        article = document(source, check_text(text))
        published = _published(source, basis)
    except (NotPlainTextError, NotADateError) as problem:
        return quarantined(source, f"{source.path}: {problem}")
    if published:
        article = replace(article, published=published, published_basis=basis)
        article = replace(article, published_low=published, published_high=published)
    return _with_status(article, source.metadata.language)


def _published(source: Source, basis: str) -> date | None:
    words = source.metadata.published
    return None if words is None else read_metadata_day(words)


def _with_status(article: Document, given: str | None) -> Document:
    if not any(letter.isalnum() for letter in article.text):
        return replace(article, status="empty", reason="no words")
    language = foreign_language(article.text, given)
    if language:
        reason = f"language is {language}, only English is read"
        return replace(article, language=language, status="skipped", reason=reason)
    return replace(article, language="en")


READERS = {"text": (_read_text, "given"), "page": (read_page, "metadata")}  # kind → how, and who says when
