"""Plain text: the file is the article. What stands at its top may say what seeds.csv would: TOML between two lines `+++`, or
lines `key: value` between two lines `---`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import tomli

from pipeline.read.decode import NotPlainTextError
from pipeline.read.source import Source

FRONT_MATTER = re.compile(r"\+\+\+[ \t]*\r?\n(.*?\r?\n)??\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL)
PLAIN_MATTER = re.compile(r"---[ \t]*\r?\n((?:[A-Za-z_][\w-]*:(?:[ \t][^\r\n]*)?\r?\n|[ \t]*\r?\n)+)---[ \t]*(?:\r?\n|\Z)")
FIELDS = ("title", "publisher", "url", "published", "language")
MARKUP = re.compile(r"\s*<(?:!doctype\s+html|html|\?xml|rss|feed)\b", re.IGNORECASE)


def split_front_matter(source: Source, text: str) -> tuple[Source, str]:
    """The source with the front matter's metadata filled in, and the text after it. Raises NotPlainTextError.

    seeds.csv wins where both speak: it is the later statement.
    """
    if MARKUP.match(text):
        raise NotPlainTextError("this is HTML or XML, not plain text. Name the file .html or .xml.")
    match = FRONT_MATTER.match(text) or PLAIN_MATTER.match(text)
    if not match:
        return source, text
    values = _toml(match.group(1) or "") if text.startswith("+") else _plain(match.group(1))
    said = {key: _value(key, values[key]) for key in FIELDS if key in values}
    missing = {key: value for key, value in said.items() if getattr(source.metadata, key) is None}
    return replace(source, metadata=replace(source.metadata, **missing)), text[match.end() :]


def _toml(block: str) -> dict[str, Any]:
    try:
        return tomli.loads(block)
    except (tomli.TOMLDecodeError, RecursionError) as problem:
        raise NotPlainTextError(f"front matter: {problem}.") from None


def _plain(block: str) -> dict[str, Any]:
    """The values of lines `key: value`, quotation marks around a value taken off; an empty one says nothing."""
    pairs = (line.partition(":")[::2] for line in block.splitlines() if line.strip())
    values = {key.strip(): value.strip() for key, value in pairs}
    return {key: value[1:-1] if value[:1] == value[-1] and value[0] in "\"'" else value for key, value in values.items() if value}


def _value(key: str, value: Any) -> Any:
    if not isinstance(value, str | date):
        raise NotPlainTextError(f"front matter: {key} is a {type(value).__name__}, not a string.")
    return value if key == "published" or isinstance(value, str) else str(value)
