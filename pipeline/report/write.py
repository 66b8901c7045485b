"""The report as one HTML file that needs nothing else: style, script and data inside, and nothing may be fetched.

The page's own policy lets run only the script, and use only the style, whose hash it names: words of an article can be
neither. The data is compressed and in base64, so that it holds no character that HTML knows; the page writes it as text.
"""

from __future__ import annotations

import gzip
import html
import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from pipeline.choose import Filter
from pipeline.errors import PublishError, UsageError
from pipeline.published import read_arrow
from pipeline.report.gather import TABLES, gather

SCRIPTS = ("data", "dom", "filters", "time", "map", "matrix", "table", "evidence", "main")  # in the order they need each other
MOST_EVENTS = 20_000
MOST_BYTES = 15_000_000


def write_report(data: Path, out: Path, wanted: Filter, title: str = "") -> int:
    """Writes the page of a published dataset and gives the number of its events.

    Errors: UsageError when there are more events than a page holds, PublishError when the file cannot be written, and
    those of `read_arrow`.
    """
    content = gather(read_arrow(data, TABLES), wanted, title)
    events = len(content["events"]["class"])
    page = render(content).encode()
    if events > MOST_EVENTS or len(page) > MOST_BYTES:
        raise UsageError(
            f"{events:,} events in {len(page) / 1e6:.1f} MB; a page holds {MOST_EVENTS:,} in {MOST_BYTES / 1e6:.0f} MB. "
            "Take fewer with --since, --until, --type, --place, --actor or --incidents."
        )
    try:
        out.write_bytes(page)
    except OSError as error:
        raise PublishError(f"{out}: cannot be written ({error.strerror}).") from error
    return events


def render(content: Mapping[str, Any]) -> str:
    """The page of what `gather` gives; the same content gives the same bytes."""
    style = _read("style.css")
    script = "(() => {\n'use strict';\n" + "\n".join(_read(f"{name}.js") for name in SCRIPTS) + "\n})();\n"
    return Template(_read("page.html")).substitute(
        title=html.escape(str(content["title"])),
        build=html.escape(str(content["build"])),
        policy=f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'",
        style=style,
        script=script,
        data=b64encode(gzip.compress(json.dumps(content, separators=(",", ":"), allow_nan=False).encode(), mtime=0)).decode(),
    )


def _read(name: str) -> str:
    return files("pipeline.report").joinpath("page", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """A source of the page's policy: the inline element that has just this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
