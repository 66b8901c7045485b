"""How to cite an event: the dataset in the version that holds it, with its hash, and the article that gives its quote.

A dataset does not know when or by whom it was built, so that the same articles give the same bytes: the year is "n.d." and
the title stands where APA puts it when there is no author. The build's id is the version.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.choose import find_event
from pipeline.errors import UsageError
from schemas.columns import SCHEMA_VERSION
from schemas.package import NAME, TITLE

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "→": r"$\rightarrow$", "↔": r"$\leftrightarrow$", "–": "--",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cited:
    """An event, the article of its quote, and the build that both stand in."""

    event: Mapping[str, Any]
    article: Mapping[str, Any]
    build_id: str
    file: str
    sha256: str

    @property
    def proof(self) -> str:
        """What tells whether a file is the one that is cited."""
        return f"SHA-256 of {self.file}: {self.sha256}."


def cite(data: Path, event_id: str, style: str) -> str:
    """The citation of an event, by its id or the beginning of it, as text that ends in a line break.

    UsageError for a style that does not exist, and when not exactly one event has that id.
    """
    if style not in STYLES:
        raise UsageError(f"--style '{style}' is unknown. Styles: {', '.join(STYLES)}.")
    return STYLES[style](_find(data, event_id))


def _find(data: Path, event_id: str) -> _Cited:
    from pipeline.published import read_arrow, read_package

    tables = {name: table.to_pylist() for name, table in read_arrow(data, ["events", "documents"]).items()}
    event = find_event(tables["events"], event_id)
    article = next(row for row in tables["documents"] if row["document_id"] == event["document_id"])
    package = read_package(data)
    return _Cited(event, article, package.build_id, package.files["events"].name, package.hashes["events"])


def _apa(cited: _Cited) -> str:
    article = cited.article
    version = f"Version {SCHEMA_VERSION}, build {cited.build_id}"
    dataset = (
        f"{TITLE} ({version}) [Data set]. (n.d.). {NAME}. Event {cited.event['event_id']}: {_sentence(cited.event['summary'])} "
        f"{cited.proof}"
    )
    parts = [_sentence(article["title"] or "[News article]"), f"({_say_day(article['published'])})."]
    parts += [_sentence(article["publisher"])] if article["publisher"] else []
    return "\n".join([dataset, " ".join([*parts, *([article["url"]] if article["url"] else [])])]) + "\n"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _say_day(day: date | None) -> str:
    return f"{day.year}, {MONTHS[day.month - 1]} {day.day}" if day else "n.d."


def _bibtex(cited: _Cited) -> str:
    event, article = cited.event, cited.article
    dataset = {
        "title": f"{{{_latex(TITLE)}}}",
        "howpublished": "Data set",
        "version": f"{SCHEMA_VERSION}, build {cited.build_id}",
        "note": f"Event {_latex(event['event_id'])}: {_latex(_sentence(event['summary']))} {_latex(cited.proof)}",
    }
    day = article["published"]
    source = {
        "title": f"{{{_latex(article['title'] or 'News article')}}}",
        "organization": _latex(article["publisher"] or ""),
        "year": str(day.year) if day else "",
        "month": MONTHS[day.month - 1][:3].lower() if day else "",
        "day": str(day.day) if day else "",
        "url": re.sub(r"[{}\\\s]", "", article["url"] or ""),
    }
    return _entry(event["event_id"], dataset) + "\n" + _entry(article["document_id"], source)


def _entry(key: str, fields: Mapping[str, str]) -> str:
    lines = [f"  {name} = {text if name == 'month' else f'{{{text}}}'},\n" for name, text in fields.items() if text]
    return f"@misc{{{key},\n{''.join(lines)}}}\n"


def _latex(text: str) -> str:
    return "".join(LATEX.get(character, character) for character in text)


STYLES = {"apa": _apa, "bibtex": _bibtex}
