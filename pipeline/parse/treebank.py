"""Reads Universal Dependencies treebanks (CoNLL-U, plain or gzipped) for training and judging the parser."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from pipeline.parse.tokenizer import normalize


class GoldSentence(NamedTuple):
    """One annotated sentence. `heads[i]` is the index of word i's governor, the root's is its own."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]

    @property
    def text(self) -> str:
        """The running text that the words were cut from."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True)).rstrip()

    def spans(self) -> list[tuple[int, int]]:
        """The `[start, end)` of each word in `text`."""
        lengths = [len(word) + space for word, space in zip(self.words, self.spaces, strict=True)]
        starts = accumulate(lengths, initial=0)
        return [(start, start + len(word)) for start, word in zip(starts, self.words, strict=False)]


def read_treebank(path: Path) -> Iterator[GoldSentence]:
    """The sentences of a `.conllu` or `.conllu.gz` file, quotation marks and dashes in their plain form."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for block in _blocks(lines):
            yield _sentence(block)


def _blocks(lines: Iterable[str]) -> Iterator[list[list[str]]]:
    """The word lines of each sentence, split into columns; comments are dropped."""
    block: list[list[str]] = []
    for line in lines:
        if line.strip() and not line.startswith("#"):
            block.append(line.rstrip("\n").split("\t"))
        elif not line.strip() and block:
            yield block
            block = []
    if block:
        yield block


def _sentence(block: list[list[str]]) -> GoldSentence:
    rows = [row for row in block if row[0].isdigit()]
    spaces = _spaces(block)
    return GoldSentence(
        words=tuple(normalize(row[1]).replace(" ", "") for row in rows),
        spaces=tuple(spaces[row[0]] for row in rows),
        tags=tuple(row[4] for row in rows),
        pos=tuple(row[3] for row in rows),
        lemmas=tuple(normalize(row[2]) for row in rows),
        heads=tuple(int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(rows)),
        deps=tuple(row[7].lower() for row in rows),
    )


def _spaces(block: list[list[str]]) -> dict[str, bool]:
    """Whether a space follows each word: none inside a multi-word token, whose range line says what follows it."""
    spaces: dict[str, bool] = {}
    ranges: dict[str, bool] = {}
    for row in block:
        follows = "SpaceAfter=No" not in row[9].split("|")
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            ranges |= {str(i): i == last and follows for i in range(first, last + 1)}
        spaces[row[0]] = ranges.get(row[0], follows)
    return spaces
