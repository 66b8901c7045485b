"""JSON Lines: one record a line, `{"id", "text"}` and optionally title, published, source, url, language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.read.source import MAX_ARTICLE_BYTES, Metadata, Source, printable

FIELDS = {"title": "title", "published": "published", "source": "publisher", "url": "url", "language": "language"}


def read_jsonl(path: Path, name: str) -> Iterator[Source]:
    """The records of a file in its order. A line that is no record becomes a source with its reason."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(MAX_ARTICLE_BYTES + 1):
            number += 1
            if not line.endswith(b"\n") and len(line) > MAX_ARTICLE_BYTES:
                _skip_line(file)
                yield _broken(name, number, f"longer than {MAX_ARTICLE_BYTES // 1_000_000} MB.")
            elif line.strip():
                yield _read_line(name, number, line)


def _skip_line(file: Any) -> None:
    while (rest := file.readline(MAX_ARTICLE_BYTES)) and not rest.endswith(b"\n"):
        pass


def _read_line(name: str, number: int, line: bytes) -> Source:
    try:
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except RecursionError:
        return _broken(name, number, "nested too deeply.")
    except UnicodeDecodeError as problem:
        return _broken(name, number, f"not UTF-8: byte 0x{line[problem.start]:02x} at {problem.start}.")
    except ValueError as problem:
        return _broken(name, number, f"not JSON: {problem}.")
    if not isinstance(record, dict):
        return _broken(name, number, 'not a record. Write {"id": …, "text": …}.')
    return read_record(name, f"line {number}", record)


def _broken(name: str, number: int, what: str) -> Source:
    return Source(f"{name}#line-{number}", f"{name}#line-{number}", "record", reason=f"{name}: line {number}: {what}")


def read_record(name: str, where: str, record: Mapping[str, Any]) -> Source:
    """One record of any tabular format. Without an id or a text it becomes a source with its reason."""
    identity, text = record.get("id"), record.get("text")
    if isinstance(identity, bool) or not isinstance(identity, str | int) or identity == "":
        place = f"{name}#{where.replace(' ', '-')}"
        return Source(place, place, "record", reason=f"{name}: {where}: no id. A record has id and text.")
    key = printable(str(identity))
    if not isinstance(text, str):
        return Source(f"{name}#{key}", key, "record", reason=f"{name}: {where}: no text. A record has id and text.")
    return Source(f"{name}#{key}", key, "record", text, _metadata(record))


def _metadata(record: Mapping[str, Any]) -> Metadata:
    given = {ours: record.get(theirs) for theirs, ours in FIELDS.items()}
    return Metadata(**{ours: printable(str(value)) for ours, value in given.items() if value not in (None, "")})
