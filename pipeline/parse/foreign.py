"""Any spaCy pipeline with UD labels, in the place of the shipped model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.parse.columns import Columns, Wording

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH_SIZE = 128  # sentences given to the pipeline at a time


class ForeignModel:
    """Reads sentences with a spaCy pipeline. spaCy's "ROOT" is UD's root."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def read(self, sentences: Sequence[Wording]) -> Iterator[Columns]:
        """Tags, relations and heads of each sentence, which has at least one word."""
        from spacy.tokens import Doc

        docs = (Doc(self._nlp.vocab, words=words, spaces=_spaces(spans)) for words, spans in sentences)
        return map(_columns, self._nlp.pipe(docs, batch_size=BATCH_SIZE))


def _spaces(spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether there is a space behind each word; none behind the last."""
    return [*(end < start for (_, end), (start, _) in pairwise(spans)), False]


def _columns(doc: Doc) -> Columns:
    deps = ["root" if token.dep_ == "ROOT" else token.dep_ for token in doc]
    return Columns([token.tag_ for token in doc], deps, [token.head.i for token in doc])
