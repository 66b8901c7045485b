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
from pipeline.report.gather import NEEDED, TAKE_FEWER, gather

SCRIPTS = "data dom filters axis time counts span map matrix table evidence main".split()  # in the order they need each other
MOST_EVENTS = 20_000
MOST_BYTES = 15_000_000
GENERATOR = 'name="generator" content="conflict-timeline'
HEAD_BYTES = 2_000  # the generator stands in them


def write_report(data: Path, out: Path, wanted: Filter | None = None, title: str = "") -> int:
    """Writes the page of a published dataset, of the events that `wanted` keeps, and gives their number.

    Errors: UsageError when there are more events than a page holds, or when `out` is a file that no report wrote;
    PublishError when it cannot be written; those of `read_arrow`. What was there before then stays.
    """
    _refuse_foreign(out)
    content = gather(read_arrow(data, NEEDED), wanted or Filter(), title, most=MOST_EVENTS)
    page = render(content).encode()
    if len(page) > MOST_BYTES:
        raise UsageError(f"The page would have {len(page) / 1e6:.1f} MB of at most {MOST_BYTES / 1e6:.0f}. {TAKE_FEWER}")
    try:
        unfinished = out.with_name(f".{out.name}.part")
        unfinished.write_bytes(page)
        unfinished.replace(out)
    except OSError as error:
        raise PublishError(f"{out}: cannot be written ({error.strerror}).") from error
    return len(content["events"]["class"])


def _refuse_foreign(out: Path) -> None:
    """A file that is there is replaced only when it is a report."""
    try:
        with out.open("rb") as file:
            is_ours = GENERATOR.encode() in file.read(HEAD_BYTES)
    except FileNotFoundError:
        return
    except OSError as error:
        raise PublishError(f"{out}: cannot be written ({error.strerror}).") from error
    if not is_ours:
        raise UsageError(f"{out}: is there already and is no report. Name another file with --out.")


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
