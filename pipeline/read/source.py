"""What an input holds before its text is worked out: one `Source` per file or record, cheap to make and to send on."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date

from pipeline.ids import digest as name_by_content
from pipeline.records import Document

MAX_ARTICLE_BYTES = 5_000_000  # an article of more is no article: a dump, a log, a concatenation
MAX_METADATA = 2_000  # characters of a title, an address, a reason
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
MAX_PAGE_BYTES = 20_000_000  # a raw web page or a feed


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said about an article outside its text. `published` is still the words that stand there."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | date | None = None
    sha256: str | None = None  # of the file when it was registered


@dataclass(frozen=True, slots=True)
class Source:
    """One file or record. `path` is shown to people and ends in `#id` for a record; `key` names it within the input."""

    path: str
    key: str
    kind: str  # text (bytes of a file), record (a string), page (raw HTML), feed
    content: bytes | str = b""
    metadata: Metadata = Metadata()
    reason: str | None = None  # why it cannot be read at all; then `content` is empty


def printable(text: str) -> str:
    """`text` in one line, without lone surrogates and control characters: fit for a path, an id, a title, a message."""
    return " ".join(CONTROLS.sub(" ", text).encode("utf-8", "replace").decode("utf-8").split())[:MAX_METADATA]


def digest(content: bytes | str) -> str:
    """SHA-256 of bytes as read, or of a record's text in UTF-8."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()


def document(source: Source, text: str) -> Document:
    """The article of a source, its day of publication not yet read.

    Its id follows from its key and its text, so that it stays the same wherever the folder lies.
    """
    metadata = source.metadata
    return Document(
        document_id=name_by_content("doc_", source.key, text),
        path=source.path,
        text=text,
        sha256=digest(source.content),
        title=metadata.title and printable(metadata.title),
        publisher=metadata.publisher and printable(metadata.publisher),
        url=metadata.url and printable(metadata.url),
    )


def quarantined(source: Source, reason: str) -> Document:
    """The article of a source that cannot be used: no text, and the reason in one line."""
    content = source.content.decode("latin-1") if isinstance(source.content, bytes) else source.content
    return replace(document(source, content), text="", status="quarantined", reason=printable(reason))
