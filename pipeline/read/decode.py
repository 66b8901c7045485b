"""Bytes of a file → its text, or the reason why it is no plain text."""

from __future__ import annotations

import codecs

FOREIGN_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
OTHER_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (Word, Excel …)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)
MAX_CONTROL_SHARE = 0.01  # of the characters; a page break or a stray bell does not make a file binary
PLAIN_CONTROLS = frozenset("\t\n\r\f\v\x1c\x1d\x1e\x85")


class NotPlainTextError(ValueError):
    """The bytes are no UTF-8 text; the error says why in one line."""


def decode(content: bytes) -> str:
    """The text of UTF-8 bytes: one byte order mark removed, newlines untranslated. Raises NotPlainTextError."""
    for mark, name in FOREIGN_MARKS:
        if content.startswith(mark):
            raise NotPlainTextError(f"{name} text. Save it as UTF-8.")
    for mark, name in OTHER_FORMATS:
        if content.startswith(mark):
            raise NotPlainTextError(f"this is {name}, not plain text.")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise NotPlainTextError(_describe(content, problem)) from None
    return check_text(text.removeprefix("\ufeff"))


def check_text(text: str) -> str:
    """`text` itself when it can be an article. Raises NotPlainTextError for NUL, half characters and control codes."""
    if "\0" in text:
        raise NotPlainTextError(f"binary: a NUL character at {text.index(chr(0))}.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as problem:
        raise NotPlainTextError(f"a lone surrogate (half a character) at {problem.start}.") from None
    controls = sum(text.count(c) for c in map(chr, range(1, 32)) if c not in PLAIN_CONTROLS)
    if controls > MAX_CONTROL_SHARE * len(text):
        raise NotPlainTextError(f"binary: {controls} control characters.")
    return text


def _describe(content: bytes, problem: UnicodeDecodeError) -> str:
    if b"\0" in content[:4096]:
        return "binary: NUL bytes at the start."
    if problem.end == len(content):
        return f"not UTF-8: the text breaks off inside a character at byte {problem.start}."
    return f"not UTF-8: byte 0x{content[problem.start]:02x} at {problem.start}. Save it as UTF-8."
