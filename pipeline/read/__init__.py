"""Input files and folders → articles, one after the other. What cannot be read becomes a quarantined article.

sources(paths)   what lies there, cheaply: one `Source` per file or record
extract(source)  its articles (`pipeline.read.extract`); the slow part, done in workers during a build
read(paths)      both in a row
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.read.extract import extract
from pipeline.read.walk import sources
from pipeline.records import Document

__all__ = ["extract", "read", "sources"]


def read(paths: Iterable[Path]) -> Iterator[Document]:
    """The articles of files and folders in a fixed order, read as they are asked for. Raises UsageError for a path that
    does not exist; everything else that is wrong stands in the articles themselves (`status`, `reason`)."""
    for source in sources(paths):
        yield from extract(source)
