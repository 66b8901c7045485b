"""The sentences around a sentence, for a reader who has to judge it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import UsageError
from pipeline.read import read
from pipeline.records import Document, Sentence
from pipeline.split import split

AROUND = 2  # sentences of context: one before and one after; at an end of the article, both on the other side


class Passage(NamedTuple):
    """A sentence and its context, each in one line; an empty string where there is none."""

    before: str
    sentence: str
    after: str


class Passages:
    """Cuts passages out of documents; each is split into sentences once."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._sentences: dict[str, Sequence[Sentence]] = {}

    def around(self, document_id: str, start: int, end: int) -> Passage | None:
        """The passage of the words `[start, end)`; None when the document is not at hand."""
        document = self._documents.get(document_id)
        if document is None:
            return None
        if document_id not in self._sentences:
            self._sentences[document_id] = split(document)
        return cut(document.text, self._sentences[document_id], start, end)


def cut(text: str, sentences: Sequence[Sentence], start: int, end: int) -> Passage:
    """The words `[start, end)` of a text between the sentences beside them."""
    before = [one for one in sentences if one.end <= start]
    after = [one for one in sentences if one.start >= end]
    n_after = min(len(after), AROUND - min(len(before), AROUND // 2))
    n_before = min(len(before), AROUND - n_after)
    earlier = _join(text, before[len(before) - n_before :])
    return Passage(earlier, in_one_line(text[start:end]), _join(text, after[:n_after]))


def _join(text: str, sentences: Sequence[Sentence]) -> str:
    return " ".join(in_one_line(text[one.start : one.end]) for one in sentences)


def in_one_line(text: str) -> str:
    """The text with every run of white space as one blank."""
    return " ".join(text.split())


def find_documents(wanted: Collection[str], texts: Sequence[Mapping[str, Any]], articles: Path | None) -> dict[str, Document]:
    """The wanted documents by id, their texts from the table `texts` or else read from the articles; some may be missing.

    Errors: UsageError when the articles are needed, given and not there.
    """
    found = {row["document_id"]: Document(row["document_id"], "", row["text"], "") for row in texts}
    if articles is not None and not set(wanted) <= set(found):
        if not articles.exists():
            raise UsageError(f"{articles}: no such file or folder. Name the articles with --input.")
        found |= {each.document_id: each for each in read([articles]) if each.document_id in wanted}
    return found
