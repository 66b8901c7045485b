"""What articles gave, kept between builds: one SQLite file per state of the code, outside `data/`.

An entry is found by the content of its source and the fingerprint of code, model and reference tables, so it can be
stale in no way; losing the file costs time only.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sqlite3
import sys
import time
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from pipeline.read.source import Source, digest
from pipeline.records import Extraction

LIBRARIES = ("spacy", "numpy", "trafilatura", "htmldate", "dateparser", "feedparser", "py3langid")  # change results
NOT_IN_RESULTS = frozenset(  # files and folders that only run the stages or read what they gave
    ("cli.py cli_options.py cli_export.py cli_report.py cli_review.py __main__.py choose.py show.py cite.py progress.py "
     "workers.py cluster.py cache.py layers.py review coding evaluate export report").split()
)  # fmt: skip
UNUSED_DAYS = 30  # after which the file of another state of the code is deleted
COMMIT_EVERY = 200  # articles


def default_folder() -> Path:
    """`$XDG_CACHE_HOME/conflict-timeline`, or the same below the home folder's cache."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "conflict-timeline"


@cache
def fingerprint() -> str:
    """A hash of what a result follows from besides the input: the package's code and data, and the libraries' versions."""
    root = Path(__file__).parent
    files = sorted(path for path in (*root.rglob("*"), *(root.parent / "schemas").rglob("*")) if _counts(path))
    state = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for path in files:
        state.update(f"{path.relative_to(root.parent)}\0".encode())
        state.update(hashlib.sha256(path.read_bytes()).digest())
    for name in LIBRARIES:
        state.update(f"{name} {metadata.version(name)}\0".encode())
    return state.hexdigest()[:16]


def _counts(path: Path) -> bool:
    within = path.relative_to(Path(__file__).parent.parent).parts  # ("pipeline", "review", "write.py")
    return path.is_file() and "__pycache__" not in within and within[1] not in NOT_IN_RESULTS


def source_key(source: Source) -> str:
    """A hash of all that an article is made of."""
    parts = (source.path, source.key, source.kind, digest(source.content), repr(source.metadata), source.reason or "")
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class Cache:
    """Entries of one state of the code. Any trouble with the file (locked, damaged, no space) only makes it useless."""

    def __init__(self, folder: Path, state: str) -> None:
        self._pending = 0
        self._store: sqlite3.Connection | None = None
        with contextlib.suppress(OSError, sqlite3.Error):
            folder.mkdir(parents=True, exist_ok=True)
            _forget_unused(folder, keep=f"{state}.sqlite")
            store = sqlite3.connect(folder / f"{state}.sqlite", timeout=2)
            store.execute("create table if not exists extractions (key text primary key, value blob) without rowid")
            self._store = store

    def get(self, key: str) -> tuple[Extraction, ...] | None:
        """What a source gave in an earlier build, None when it is not known."""
        if self._store is None:
            return None
        try:
            row = self._store.execute("select value from extractions where key = ?", (key,)).fetchone()
            return pickle.loads(row[0]) if row else None
        except (sqlite3.Error, pickle.PickleError, EOFError, AttributeError, ImportError):
            return None

    def put(self, key: str, extractions: tuple[Extraction, ...]) -> None:
        """Keeps what a source gave."""
        if self._store is None:
            return
        with contextlib.suppress(sqlite3.Error):
            value = pickle.dumps(extractions, protocol=pickle.HIGHEST_PROTOCOL)
            self._store.execute("insert or replace into extractions values (?, ?)", (key, value))
            self._pending += 1
            if self._pending % COMMIT_EVERY == 0:
                self._store.commit()

    def close(self) -> None:
        """Writes what is pending."""
        if self._store is not None:
            with contextlib.suppress(sqlite3.Error):
                self._store.commit()
            self._store.close()


@contextlib.contextmanager
def open_cache(folder: Path | None, state: str) -> Iterator[Cache | None]:
    """The cache in a folder; None when there is none to be used."""
    if folder is None:
        yield None
        return
    found = Cache(folder, state)
    try:
        yield found
    finally:
        found.close()


def _forget_unused(folder: Path, keep: str) -> None:
    oldest = time.time() - UNUSED_DAYS * 86_400
    for path in folder.glob("*.sqlite"):
        if path.name != keep and path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
