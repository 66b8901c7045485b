"""Parses raw sentences with a teacher model so that a smaller one can learn from them.

`python -m pipeline.parse.silver --teacher DIR --text wcep.jsonl.gz --ids "Arme|Law|Inte" --out silver.conllu.gz`
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.parse.pos import part_of_speech
from pipeline.parse.tokenizer import normalize, tokenize
from pipeline.parse.weights import WEIGHTS, load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MIN_WORDS, MAX_WORDS = 5, 80  # shorter ones teach little, longer ones are parsed badly
BATCH_SIZE = 64
_ABBREVIATIONS = ("[A-Z]", "(?:Mr|Dr|St|Lt|No|Sr|Jr|vs)", "(?:Mrs|Gen|Col|Sgt|Gov|Sen|Rep)")
_SEVERAL = re.compile("".join(rf"(?<!\b{words})" for words in _ABBREVIATIONS) + r"""[.?!]["')]* +["'(]*[A-Z]""")


def single_sentences(texts: Iterable[str]) -> Iterator[str]:
    """The texts, normalized, that are surely one sentence, each once, in order."""
    seen: set[str] = set()
    for text in texts:
        plain = " ".join(normalize(text).split())
        if plain not in seen and not _SEVERAL.search(plain):
            seen.add(plain)
            yield plain


def write_silver(teacher: Language, texts: Iterable[str], out: Path) -> int:
    """Writes the teacher's trees of all sentences of suitable length as gzipped CoNLL-U; gives their number."""
    count = 0
    with gzip.open(out, "wt", encoding="utf-8", compresslevel=6) as file:
        for doc in teacher.pipe(_docs(teacher, texts), batch_size=BATCH_SIZE):
            if sum(token.head.i == token.i for token in doc) == 1:
                file.write(_conllu(doc) + "\n")
                count += 1
    return count


def _docs(teacher: Language, texts: Iterable[str]) -> Iterator[Doc]:
    from spacy.tokens import Doc

    for text in single_sentences(texts):
        spans = tokenize(text)
        if MIN_WORDS <= len(spans) <= MAX_WORDS:
            spaces = [*(end < start for (_, end), (start, _) in pairwise(spans)), False]
            yield Doc(teacher.vocab, words=[text[start:end] for start, end in spans], spaces=spaces)


def _conllu(doc: Doc) -> str:
    """CoNLL-U lines of one sentence; lemmas and features are left out."""
    lines = []
    for token in doc:
        is_root = token.head.i == token.i
        head, dep = (0, "root") if is_root else (token.head.i + 1, token.dep_)
        pos = part_of_speech(token.tag_, dep, token.text)
        misc = "_" if token.whitespace_ else "SpaceAfter=No"
        lines.append(f"{token.i + 1}\t{token.text}\t_\t{pos}\t{token.tag_}\t_\t{head}\t{dep}\t_\t{misc}\n")
    return "".join(lines)


def read_texts(path: Path, ids: str = "") -> Iterator[str]:
    """The `text` of each record of a gzipped JSONL file whose `id` has a match for the regular expression."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if re.search(ids, record["id"]):
                yield record["text"]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", type=Path, required=True, help="folder of a model made by train --size teacher")
    parser.add_argument("--text", type=Path, required=True, help="gzipped JSONL with fields `id` and `text`")
    parser.add_argument("--ids", default="", help="a regular expression; only records whose id has a match")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()

    teacher = load_pipeline(arguments.teacher / WEIGHTS)
    texts = read_texts(arguments.text, arguments.ids)
    print(write_silver(teacher, texts, arguments.out), "sentences")


if __name__ == "__main__":
    main()
