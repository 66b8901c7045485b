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

    number, problem = 0, ""
    with path.open("rb") as file:
        unpacked = _Unpacked(file)
        try:
            for record in ArchiveIterator(io.BufferedReader(unpacked, CHUNK)):
                source = _read_record(name, number + 1, record)
                if unpacked.problem:
                    break
                number += record.format == "warc"
                if source:
                    yield source
        except (ArchiveLoadFailed, zlib.error, ValueError, OSError) as error:
            problem = " ".join(str(error).split())[:120] or type(error).__name__
    problem = problem or unpacked.problem
    if problem:
        place = f"{name}#record-{number + 1}"
        yield Source(place, place, "page", reason=f"{name}: broken after record {number}: {problem}")
    elif not number:
        yield Source(name, name, "page", reason=f"{name}: no WARC record in it.")


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


class _Unpacked(io.RawIOBase):
    """The bytes of a file, those of gzip members unpacked. At damage it ends, and `problem` says what was wrong.

    A member of more than MAX_MEMBER_BYTES counts as damage: in a WARC file a member is one record.
    """

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file
        self._is_packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        self._pending = b""
        self._member = zlib.decompressobj(wbits=31)
        self._size = 0
        self.problem = ""

    def readable(self) -> bool:
        """True: this is a stream to read from."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer and gives the number of bytes, 0 at the end."""
        try:
            data = self._unpack(len(buffer)) if self._is_packed else self._file.read(len(buffer))
        except zlib.error as error:
            self.problem, data = f"damaged gzip ({error})", b""
        buffer[: len(data)] = data
        return len(data)

    def _unpack(self, most: int) -> bytes:
        out = b""
        while not out and not self.problem:
            data = self._pending or self._file.read(CHUNK)
            if not data:
                self.problem = "" if self._member.eof else "the file breaks off"
                break
            if self._member.eof:
                self._member, self._size = zlib.decompressobj(wbits=31), 0
            out = self._member.decompress(data, most)
            self._pending = self._member.unused_data or self._member.unconsumed_tail
            self._size += len(out)
            if self._size > MAX_MEMBER_BYTES:
                self.problem, out = f"a record of more than {MAX_MEMBER_BYTES / 1e6:.0f} MB", b""
        return out
