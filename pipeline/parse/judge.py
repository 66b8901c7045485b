"""Scores a model on treebanks: `python -m pipeline.parse.judge --treebanks DIR [--model DIR] [--text FILE]`.

Prints JSON: trees given the treebank's words, words and lemmas from its running text, and, with `--text`, the speed of
the whole stage on that news text.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.parse.casing import read_casings, recase
from pipeline.parse.lemma import Lemmatizer, read_rules
from pipeline.parse.parser import Parser, load
from pipeline.parse.silver import read_texts
from pipeline.parse.tokenizer import tokenize
from pipeline.parse.treebank import GoldSentence, read_treebank
from pipeline.parse.weights import CASINGS, LEMMAS, WEIGHTS, load_pipeline, shipped_folder
from pipeline.records import Sentence

if TYPE_CHECKING:
    from spacy.language import Language

REPORTED = ("en_ewt-dev", "en_ewt-test", "en_gum-news")
DOMAIN = "en_gum-news"  # the treebank whose copies in other casings are scored too
BATCH_SIZE = 128
_ROUGH_SENTENCE = re.compile(r"\S.+?(?:[.!?][\"”]?(?=\s)|$)", re.MULTILINE)

Scores = dict[str, float]


def judge(folder: Path, treebanks: Path) -> dict[str, Scores]:
    """All scores of a model folder as `train` writes it."""
    nlp = load_pipeline(folder / WEIGHTS)
    lemmatizer = Lemmatizer(read_rules((folder / LEMMAS).read_text(encoding="utf-8")))
    scores: dict[str, Scores] = {}
    for name in REPORTED:
        sentences = list(read_treebank(treebanks / f"{name}.conllu.gz"))
        scores[name] = trees(nlp, sentences) | {"words_f": words_f(sentences), "lemma": lemmas(lemmatizer, sentences)}
        if name == DOMAIN:
            scores |= {f"{name} {copy}": trees(nlp, varied) for copy, varied in _copies(folder, sentences)}
    return scores


def _copies(folder: Path, sentences: list[GoldSentence]) -> Iterator[tuple[str, list[GoldSentence]]]:
    casings = read_casings((folder / CASINGS).read_text(encoding="utf-8"))
    capitals = [s._replace(words=tuple(map(str.upper, s.words))) for s in sentences]
    yield "in lower case", [s._replace(words=tuple(map(str.lower, s.words))) for s in sentences]
    yield "in capitals", capitals
    yield "in capitals, recased", [s._replace(words=tuple(recase(s.words, casings))) for s in capitals]


def trees(nlp: Language, sentences: Sequence[GoldSentence]) -> Scores:
    """Percent of the treebank's words with the right `tag`, head (`uas`), head and relation (`las`).

    Relations count in full, with their subtypes; `las_no_punct` leaves words out whose relation is punct.
    """
    from spacy.tokens import Doc

    docs = (Doc(nlp.vocab, words=list(s.words), spaces=list(s.spaces)) for s in sentences)
    right = dict.fromkeys(("tag", "uas", "las", "las_no_punct"), 0)
    words = lexical = 0
    for doc, gold in zip(nlp.pipe(docs, batch_size=BATCH_SIZE), sentences, strict=True):
        for token, head, dep, tag in zip(doc, gold.heads, gold.deps, gold.tags, strict=True):
            attached = token.head.i == head
            labelled = attached and token.dep_.lower() == dep
            words += 1
            lexical += dep != "punct"
            right["tag"] += token.tag_ == tag
            right["uas"] += attached
            right["las"] += labelled
            right["las_no_punct"] += labelled and dep != "punct"
    return {name: _percent(n, lexical if name == "las_no_punct" else words) for name, n in right.items()}


def words_f(sentences: Sequence[GoldSentence]) -> float:
    """F1 of the words cut from each sentence's running text against the treebank's."""
    common = cut = true = 0
    for sentence in sentences:
        expected, found = set(sentence.spans()), set(tokenize(sentence.text))
        common, cut, true = common + len(expected & found), cut + len(found), true + len(expected)
    return _percent(2 * common, cut + true)


def lemmas(lemmatizer: Lemmatizer, sentences: Sequence[GoldSentence]) -> float:
    """Percent of lemmas that are the treebank's but for case, given its words and tags."""
    pairs = [
        (lemmatizer.lemma(word, tag).lower(), lemma.lower())
        for sentence in sentences
        for word, tag, lemma in zip(sentence.words, sentence.tags, sentence.lemmas, strict=True)
    ]
    return _percent(sum(found == true for found, true in pairs), len(pairs))


def speed(parser: Parser, texts: Sequence[str]) -> Scores:
    """Words per second of processor time of the whole stage, tokenizer to trees, an article at a time."""
    jobs = [([Sentence(i, *m.span(), 0) for i, m in enumerate(_ROUGH_SENTENCE.finditer(text))], text) for text in texts]
    parser.parse(*jobs[0])
    start = time.process_time()
    words = sum(len(tree.tokens) for sentences, text in jobs for tree in parser.parse(sentences, text))
    return {"words": words, "words_per_second": round(words / (time.process_time() - start))}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2)


def main() -> None:
    """Command line."""
    arguments_parser = argparse.ArgumentParser(description=__doc__)
    arguments_parser.add_argument("--treebanks", type=Path, required=True, help="folder of the .conllu.gz files")
    arguments_parser.add_argument("--model", type=Path, help="a folder made by train.py; else the model of the package")
    arguments_parser.add_argument("--text", type=Path, help="gzipped JSONL with a field `text`, to measure speed on")
    arguments = arguments_parser.parse_args()
    scores = judge(arguments.model or shipped_folder(), arguments.treebanks)
    if arguments.text:
        parser = load(str(arguments.model / WEIGHTS) if arguments.model else None)
        scores["speed"] = speed(parser, list(read_texts(arguments.text)))
    print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
