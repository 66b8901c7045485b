"""Sentences in, dependency trees out: Penn Treebank tags, UD v2 relations and lemmas.

The project's own small model (`model/`, made by `train.py`) or any spaCy pipeline with UD labels. spaCy is imported by
`load`, not before. Words are always cut by `tokenizer.py`, whatever the model, so that trees stay comparable.
"""

from __future__ import annotations

from pipeline.parse.parser import Parser, load

__all__ = ["Parser", "load"]
