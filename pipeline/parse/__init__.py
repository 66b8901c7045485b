"""Sentences in, dependency trees out: Penn Treebank tags, UD v2 relations and lemmas.

The project's own small model (`model/`, made by `train.py`) or any spaCy pipeline with UD labels. spaCy is imported by
`load`, not before. Words are always cut by `tokenizer.py`, whatever the model, so that trees stay comparable.

The way of a sentence, as `parser.py` leads it:

1. cut into words           `tokenizer.py`; a sentence in capitals gets ordinary casing (`casing.py`)
2. parts read apart         `inserts.py`: clauses between dashes or commas, who says it at the end
3. words held back          `asides.py`: quantifiers, brackets (`brackets.py`), what stands between a verb and its own words
                            (`interposed.py`), all but the head of a name that the actor table knows (`known_names.py`)
4. words shown as others    `standins.py`: words and names that the treebanks do not have
5. read by the model        `shipped.py`: vectors (`embeddings.py`, `context.py`), then tags and trees (`transitions.py`);
                            `foreign.py` for another spaCy pipeline
6. misreadings put right    `repairs/`, one file for each kind
7. put together again       `asides.restore`: inserts and words held back hang where they belong
8. made a tree              lemmas (`lemma.py`) and parts of speech (`pos.py`)

`columns.py` is the form of the analysis from 5 to 7. Only training and judging need the rest: `train.py` (with `network.py`,
`augment.py`, `drill.py`, `inherit.py`, `lexicon.py`, `silver.py`, `treebank.py`) and `judge.py`.
"""

from __future__ import annotations

from pipeline.parse.parser import Parser, load

__all__ = ["Parser", "load"]
