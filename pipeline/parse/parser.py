"""The parse stage: from sentences of a text to trees."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Protocol, cast

from pipeline.parse.asides import Plan, plan, restore
from pipeline.parse.casing import is_capitals, read_casings, recase
from pipeline.parse.columns import Columns, Wording
from pipeline.parse.foreign import ForeignModel
from pipeline.parse.lemma import Lemmatizer, read_rules
from pipeline.parse.pos import part_of_speech
from pipeline.parse.present import as_present, is_told, told_after_all
from pipeline.parse.repairs import repair
from pipeline.parse.shipped import ShippedModel
from pipeline.parse.tokenizer import normalize, tokenize
from pipeline.parse.told_of import hang_on_event
from pipeline.parse.weights import CASINGS, LEMMAS, load_pipeline, load_shipped, shipped_folder
from pipeline.records import Sentence, Token, Tree

MAX_WORDS = 200  # longer sentences are parsed in pieces
_CLAUSE_WORDS = 5  # fewer than these behind or before a semicolon are no clause
_REMEMBERED = 1 << 17  # words whose lemma and part of speech are kept
_CUTS = (frozenset(";"), frozenset(":–"), frozenset(","))  # where a long sentence is best cut, best first
_new_token = cast(Callable[[tuple[Any, ...]], Token], partial(tuple.__new__, Token))  # Token(*columns), but in C


class Model(Protocol):
    """What reads words: the shipped network or any spaCy pipeline."""

    def read(self, sentences: Sequence[Wording]) -> Iterator[Columns]:
        """Tags, UD relations ("root" for roots) and heads of each sentence, which has at least one word."""


class Parser:
    """Parses sentences with a loaded model. Holds caches but no state that changes an answer."""

    def __init__(self, model: Model, lemmatizer: Lemmatizer, casings: Mapping[str, str]) -> None:
        self._model = model
        self._lemma = lemmatizer.lemma
        self._casings = casings
        self._known: dict[tuple[str, str, str], tuple[str, str]] = {}  # (word, tag, relation) -> (lemma, pos)

    def parse(self, sentences: Sequence[Sentence], text: str) -> list[Tree]:
        """One tree for each sentence, offsets into `text`; a sentence without words gets a tree without tokens.

        A sentence in capitals reaches the model in ordinary casing. One of more than MAX_WORDS words is parsed in
        pieces, cut after a semicolon, colon, dash or comma where there is one; the roots of later pieces hang on the
        first as `parataxis`, as does any second root.
        """
        pieces = [self._pieces(sentence, text) for sentence in sentences]
        analyses = self._analyse([piece for group in pieces for piece in group])
        return [
            self._tree(sentence, text, group, [next(analyses) for _ in group])
            for sentence, group in zip(sentences, pieces, strict=True)
        ]

    def _pieces(self, sentence: Sentence, text: str) -> list[Wording]:
        plain = normalize(text[sentence.start : sentence.end])
        spans = tokenize(plain)
        words = [plain[start:end] for start, end in spans]
        if is_capitals(words):
            words = recase(words, self._casings)
        offset = sentence.start
        placed = [(offset + start, offset + end) for start, end in spans]
        return [Wording(words[i:j], placed[i:j]) for i, j in _cuts(words)]

    def _analyse(self, pieces: Sequence[Wording]) -> Iterator[Columns]:
        found = self._read(pieces, [plan(piece.words, self._casings) for piece in pieces])
        doubted = {i: told for i, piece in enumerate(pieces) if (told := told_after_all(piece.words, found[i]))}
        again = [pieces[i] for i in doubted]
        plans = [plan(piece.words, self._casings, told) for piece, told in zip(again, doubted.values(), strict=True)]
        for (i, told), columns in zip(doubted.items(), self._read(again, plans), strict=True):
            found[i] = columns if is_told(columns, told) else found[i]
        return iter(found)

    def _read(self, pieces: Sequence[Wording], plans: Sequence[Plan]) -> list[Columns]:
        """The analyses of pieces that are shown to the model as planned."""
        whole = [(piece, how, own) for piece, how in zip(pieces, plans, strict=True) for own in how.segments]
        read = self._model.read(
            [Wording([how.words[i] for i in own], [piece.spans[i] for i in own]) for piece, how, own in whole]
        )
        repaired = map(repair, ([piece.words[i] for i in own] for piece, _, own in whole), read)
        found = []
        for piece, how in zip(pieces, plans, strict=True):
            parts = [next(repaired) for _ in how.segments]
            restored = restore(parts, how) if how.held or how.inserts else parts[0]
            found.append(as_present(hang_on_event(piece.words, restored), how.present))
        return found

    def _tree(self, sentence: Sentence, text: str, pieces: list[Wording], analyses: list[Columns]) -> Tree:
        tags = [tag for analysis in analyses for tag in analysis.tags]
        words = [word for piece in pieces for word in piece.words]
        spans = [span for piece in pieces for span in piece.spans]
        heads, deps = _joined(analyses)
        lemmas, poses = self._lemmas_and_poses(words, tags, deps)
        starts, ends = zip(*spans, strict=True) if spans else ((), ())
        texts = [text[start:end] for start, end in spans]
        columns = zip(range(len(spans)), starts, ends, texts, lemmas, tags, poses, deps, heads, strict=True)
        return Tree(sentence, tuple(map(_new_token, columns)), _children(heads))

    def _lemmas_and_poses(self, words: list[str], tags: list[str], deps: list[str]) -> tuple[list[str], list[str]]:
        known = self._known
        keys = list(zip(words, tags, deps, strict=True))
        for key in set(keys).difference(known):
            word, tag, dep = key
            known[key] = self._lemma(word, tag), part_of_speech(tag, dep, word)
        pairs = [known[key] for key in keys]
        if len(known) > _REMEMBERED:
            known.clear()
        return [lemma for lemma, _ in pairs], [pos for _, pos in pairs]


def load(model: str | None = None) -> Parser:
    """The parser of this package, its files checked against their hashes; or a spaCy pipeline by name or folder.

    ModelError if the shipped files are damaged, if there is no such pipeline, or if it has no UD labels.
    """
    folder = shipped_folder()
    reader = ShippedModel(load_shipped()) if model is None else ForeignModel(load_pipeline(model))
    rules = read_rules((folder / LEMMAS).read_text(encoding="utf-8"))
    casings = read_casings((folder / CASINGS).read_text(encoding="utf-8"))
    return Parser(reader, Lemmatizer(rules), casings)


def _cuts(words: Sequence[str]) -> list[tuple[int, int]]:
    """Intervals of at most MAX_WORDS words that cover the sentence; a clause behind a semicolon has one of its own."""
    cuts, start = [], 0
    for end in (*_clause_ends(words), len(words)):
        while end - start > MAX_WORDS:
            cut = start + _best_cut(words[start : start + MAX_WORDS])
            cuts.append((start, cut))
            start = cut
        if start < end:
            cuts.append((start, end))
            start = end
    return cuts


def _clause_ends(words: Sequence[str]) -> Iterator[int]:
    """Where a semicolon parts two clauses: words enough for one on either side, and no "and", which goes on with a list."""
    start = 0
    for i, word in enumerate(words):
        is_list = word != ";" or words[i + 1 : i + 2] == ["and"]
        if not is_list and i - start >= _CLAUSE_WORDS and len(words) - i > _CLAUSE_WORDS:
            yield i + 1
            start = i + 1


def _best_cut(words: Sequence[str]) -> int:
    """How many words the first piece gets: up to the last good mark in its second half, else all."""
    for marks in _CUTS:
        for i in range(len(words) - 1, len(words) // 2, -1):
            if words[i] in marks:
                return i + 1
    return len(words)


def _joined(analyses: list[Columns]) -> tuple[list[int], list[str]]:
    """Heads and relations of a whole sentence with one root, the first."""
    heads: list[int] = []
    deps: list[str] = []
    for analysis in analyses:
        shift = len(heads)
        heads += [shift + head for head in analysis.heads]
        deps += analysis.deps
    roots = [i for i, head in enumerate(heads) if i == head]
    for i in roots[1:]:
        heads[i], deps[i] = roots[0], "parataxis"
    return heads, deps


def _children(heads: list[int]) -> tuple[tuple[int, ...], ...]:
    lists: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            lists[head].append(i)
    return tuple(map(tuple, lists))
