"""Which articles lie in the given files and folders: the walk, the tables of metadata, and the format by suffix."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.read.jsonl import read_jsonl
from pipeline.read.seeds import Entry, Seeds, load_seeds
from pipeline.read.source import MAX_ARTICLE_BYTES, MAX_PAGE_BYTES, Metadata, Source, printable
from pipeline.read.tables import read_csv, read_parquet
from pipeline.read.warc import read_warc

NOT_ARTICLES = ("seeds.csv", "publishers.csv")
CORRECTIONS = ("corrections.csv", "corrections.toml")  # read after linking, by `pipeline.corrections`
CONTAINERS: dict[str, Callable[[Path, str], Iterator[Source]]] = {
    ".jsonl": read_jsonl,
    ".csv": read_csv,
    ".parquet": read_parquet,
    ".warc": read_warc,
    ".warc.gz": read_warc,
}
WHOLE_FILES = {
    ".txt": ("text", MAX_ARTICLE_BYTES),
    ".md": ("text", MAX_ARTICLE_BYTES),
    ".html": ("page", MAX_PAGE_BYTES),
    ".htm": ("page", MAX_PAGE_BYTES),
    ".xml": ("feed", MAX_PAGE_BYTES),
    ".rss": ("feed", MAX_PAGE_BYTES),
    ".atom": ("feed", MAX_PAGE_BYTES),
}


def sources(paths: Iterable[Path]) -> Iterator[Source]:
    """Every article-to-be of the inputs, a folder sorted by name. Raises UsageError for a path that is not there."""
    for path in paths:
        if path.is_dir():
            yield from _walk(path, path, None, set())
        elif path.exists():
            seeds = load_seeds(path.parent)
            yield from _read_file(path, path.name, seeds.entry(path) if seeds else Entry(Metadata()))
        else:
            raise UsageError(f"{printable(str(path))}: no such file or folder.")


def input_bytes(paths: Iterable[Path]) -> int:
    """About how much there is to read, for a progress bar."""
    return sum(_size(path) for path in paths)


def _size(path: Path) -> int:
    if not path.is_dir():
        return path.stat().st_size if path.is_file() else 0
    return sum((Path(folder) / name).lstat().st_size for folder, _, names in os.walk(path) for name in names)


def _walk(root: Path, folder: Path, seeds: Seeds | None, seen: set[Path]) -> Iterator[Source]:
    """The files of a folder and its subfolders; a folder met twice (a loop of links) is read once."""
    if folder.resolve() in seen:
        return
    seen.add(folder.resolve())
    own = load_seeds(folder)
    seeds = own or seeds
    try:
        names = sorted(os.listdir(folder))
    except OSError as problem:
        yield _unreadable(_name(root, folder), problem)
        return
    for name in names:
        path = folder / name
        if path.is_dir() and not name.startswith("."):
            yield from _walk(root, path, seeds, seen)
        elif _is_article(name):
            yield from _read_file(path, _name(root, path), seeds.entry(path) if seeds else Entry(Metadata()))
    if own:
        yield from (_absent(own, name) for name in own.absent())


def _name(root: Path, path: Path) -> str:
    return printable(os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "replace"))


def _is_article(name: str) -> bool:
    return not name.startswith(".") and name not in NOT_ARTICLES and not name.startswith("corrections.")


def _read_file(path: Path, name: str, entry: Entry) -> Iterator[Source]:
    suffix = _suffix(path)
    try:
        if entry.reason:
            yield Source(name, name, "text", reason=entry.reason)
        elif not path.is_file():
            yield Source(name, name, "text", reason=f"{name}: not a regular file.")
        elif suffix in CONTAINERS:
            yield from CONTAINERS[suffix](path, name)
        elif suffix in WHOLE_FILES:
            yield _whole(path, name, entry)
        else:
            allowed = ", ".join(sorted({*CONTAINERS, *WHOLE_FILES}))
            reason = f"{name}: unknown kind of file '{printable(suffix)}'. Readable: {allowed}."
            yield Source(name, name, "text", reason=reason)
    except OSError as problem:
        yield _unreadable(name, problem)


def _suffix(path: Path) -> str:
    return ".warc.gz" if path.name.lower().endswith(".warc.gz") else path.suffix.lower()


def _whole(path: Path, name: str, entry: Entry) -> Source:
    kind, limit = WHOLE_FILES[_suffix(path)]
    size = path.stat().st_size
    if size > limit:
        reason = f"{name}: {size / 1e6:.0f} MB; an article may have {limit // 1_000_000} MB."
        return Source(name, name, kind, reason=reason)
    return Source(name, name, kind, path.read_bytes(), entry.metadata)


def _unreadable(name: str, problem: OSError) -> Source:
    return Source(name, name, "text", reason=f"{name}: cannot be read ({problem.strerror or problem}).")


def _absent(seeds: Seeds, name: str) -> Source:
    shown = printable(name)
    return Source(shown, shown, "text", reason=f"seeds.csv names the file '{shown}', which is not there.")
