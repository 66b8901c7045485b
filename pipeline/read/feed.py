"""RSS and Atom files: each entry is an article, with the text that the feed itself carries; links are not followed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from pipeline.read.decode import NotPlainTextError
from pipeline.read.source import Metadata, Source, printable
from pipeline.read.webpage import MAX_DEPTH, nesting

BLOCK_END = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote|section|article)\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
MAX_ENTRIES = 10_000


def read_feed(source: Source) -> Iterator[Source]:
    """One record for each entry of a feed. Raises NotPlainTextError when the file is no feed, or is made to do harm."""
    import feedparser

    content = source.content if isinstance(source.content, bytes) else source.content.encode("utf-8")
    if re.search(rb"<!(DOCTYPE|ENTITY)", content, re.IGNORECASE):
        raise NotPlainTextError("a feed with a DOCTYPE is refused: its entities may grow without end.")
    if nesting(content.decode("utf-8", "replace")) > MAX_DEPTH:
        raise NotPlainTextError(f"more than {MAX_DEPTH} nested elements.")
    parsed = feedparser.parse(io.BytesIO(content), sanitize_html=True, resolve_relative_uris=False)
    if not parsed.entries:
        raise NotPlainTextError("no feed, or a feed without entries.")
    for number, entry in enumerate(parsed.entries[:MAX_ENTRIES], start=1):
        yield _read_entry(source, number, entry, parsed.feed)


def _read_entry(source: Source, number: int, entry: Any, feed: Any) -> Source:
    identity = printable(str(entry.get("id") or entry.get("link") or f"entry-{number}"))
    bodies = [content.get("value", "") for content in entry.get("content", ())] + [entry.get("summary", "")]
    metadata = Metadata(
        title=printable(plain_text(entry.get("title", ""))) or None,
        publisher=printable(feed.get("title", "")) or None,
        url=entry.get("link"),
        language=feed.get("language"),
        published=entry.get("published") or entry.get("updated"),
    )
    return Source(f"{source.path}#{identity}", identity, "record", plain_text(max(bodies, key=len)), metadata)


def plain_text(markup: str) -> str:
    """The words of a piece of HTML, a line for each block."""
    text = unescape(TAG.sub("", BLOCK_END.sub("\n", markup)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
