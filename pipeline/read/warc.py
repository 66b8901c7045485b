"""WARC files: the web pages and plain texts (WET) of an archive, record by record, gzip or not."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from pipeline.read.source import MAX_PAGE_BYTES, Metadata, Source, printable

MAX_MEMBER_BYTES = 200_000_000  # unpacked, of one gzip member, which in a WARC file is one record
CHUNK = 64 * 1024
PAGE_TYPES = ("text/html", "application/xhtml+xml")
CHARSET = re.compile(r"charset=\"?([\w.:-]+)", re.IGNORECASE)


def read_warc(path: Path, name: str) -> Iterator[Source]:
    """The pages of an archive in its order. Where the archive breaks off or lies, a last source says so."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(open_gzip(file)):
                number += 1
                if source := _read_record(name, number, record):
                    yield source
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, OSError) as problem:
        place = f"{name}#record-{number + 1}"
        what = " ".join(str(problem).split())[:120] or type(problem).__name__
        yield Source(place, place, "page", reason=f"{name}: broken after record {number}: {what}")


def _read_record(name: str, number: int, record: Any) -> Source | None:
    """The page of a record, None for one that is none: a request, a redirect, a picture."""
    kind = _kind(record)
    if kind is None:
        return None
    url = printable(record.rec_headers.get_header("WARC-Target-URI") or f"record-{number}")
    body = record.content_stream().read(MAX_PAGE_BYTES + 1)
    if len(body) > MAX_PAGE_BYTES:
        return Source(f"{name}#{url}", url, kind, reason=f"{name}: {url}: larger than {MAX_PAGE_BYTES // 1_000_000} MB.")
    return Source(f"{name}#{url}", url, kind, _decoded(record, body), Metadata(url=url))


def _kind(record: Any) -> str | None:
    if record.rec_type == "conversion":
        return "text"
    if record.rec_type != "response" or record.http_headers is None:
        return None
    is_page = (record.http_headers.get_header("Content-Type") or "").lower().startswith(PAGE_TYPES)
    return "page" if is_page and record.http_headers.get_statuscode() == "200" else None


def _decoded(record: Any, body: bytes) -> bytes | str:
    """The body as the encoding of its HTTP header reads it; as bytes where there is none that fits."""
    declared = CHARSET.search((record.http_headers and record.http_headers.get_header("Content-Type")) or "")
    if declared is None or declared.group(1).lower() in ("utf-8", "utf8"):
        return body
    try:
        return body.decode(declared.group(1))
    except (LookupError, UnicodeError):
        return body


def open_gzip(file: IO[bytes]) -> io.BufferedReader:
    """The unpacked bytes of a gzip file of any number of members; of another file its bytes.

    Raises EOFError where the file breaks off inside a member and ValueError at a member of more than MAX_MEMBER_BYTES.
    """
    is_packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    return io.BufferedReader(_Gunzip(file), CHUNK) if is_packed else io.BufferedReader(file)  # type: ignore[arg-type]


class _Gunzip(io.RawIOBase):
    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._pending = file, b""
        self._member = zlib.decompressobj(wbits=31)
        self._unpacked = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while True:
            data = self._pending or self._file.read(CHUNK)
            if not data:
                if self._unpacked and not self._member.eof:
                    raise EOFError("the file breaks off")
                return 0
            if self._member.eof:
                self._member, self._unpacked = zlib.decompressobj(wbits=31), 0
            out = self._member.decompress(data, len(buffer))
            self._pending = self._member.unused_data or self._member.unconsumed_tail
            self._unpacked += len(out)
            if self._unpacked > MAX_MEMBER_BYTES:
                raise ValueError(f"a record of more than {MAX_MEMBER_BYTES // 1_000_000} MB")
            if out:
                buffer[: len(out)] = out
                return len(out)
