"""Citations: enough to find the very row again, and nothing that LaTeX would trip over."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from pipeline.cite import cite
from pipeline.errors import UsageError
from pipeline.export.dataset import Dataset


@pytest.fixture
def event_id(dataset: Dataset) -> str:
    """The shelling, told by an article that has a title, a publisher, a day and an address."""
    return next(row["event_id"] for row in dataset.events if row["url"])


@pytest.mark.parametrize("style", ["apa", "bibtex"])
def test_a_citation_names_event_version_hash_and_article(style: str, event_id: str, folder: Path) -> None:
    text = cite(folder, event_id[:9], style).replace("\\_", "_")
    sha256 = hashlib.sha256((folder / "events.parquet").read_bytes()).hexdigest()
    for words in (event_id, "build-1", sha256, "Karan Post", "https://karan.example/1", "2022", "Shells on the border"):
        assert words in text, words


def test_apa_writes_days_as_apa_does_and_no_date_that_is_not_known(event_id: str, folder: Path) -> None:
    dataset, article = cite(folder, event_id, "apa").splitlines()
    assert article == "Shells on the border. (2022, March 17). Karan Post. https://karan.example/1"
    assert dataset.startswith("Conflict events in news articles (Version 1.0, build build-1) [Data set]. (n.d.). ")


def test_bibtex_is_balanced_and_escaped(event_id: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline import cite as module

    assert module._latex("50% of A_B & {C} → ~") == r"50\% of A\_B \& \{C\} $\rightarrow$ \textasciitilde{}"
    text = cite(folder, event_id, "bibtex")
    bare = re.sub(r"\\.", "", text)
    assert bare.count("{") == bare.count("}")
    assert [line for line in text.splitlines() if line.startswith("@")] == [
        f"@misc{{{event_id},",
        "@misc{doc_0000000000000001,",
    ]
    assert "  month = mar,\n" in text


def test_an_article_of_which_little_is_known_can_be_cited(dataset: Dataset, folder: Path) -> None:
    untitled = next(row for row in dataset.events if row["document_id"] == "doc_0000000000000002")
    assert cite(folder, untitled["event_id"], "apa").splitlines()[1] == "[News article]. (2022, March 4). Wire."


@pytest.mark.parametrize(
    ("event", "style", "words"),
    [
        pytest.param("ev_", "chicago", "Styles: apa, bibtex", id="no such style"),
        pytest.param("ev_zzzz", "apa", "no events have an id", id="no such event"),
        pytest.param("ev_", "apa", "6 events have an id", id="several events"),
    ],
)
def test_what_cannot_be_cited_is_said(event: str, style: str, words: str, folder: Path) -> None:
    with pytest.raises(UsageError, match=words):
        cite(folder, event, style)
