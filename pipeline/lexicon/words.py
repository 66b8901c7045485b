"""Word classes of the lexicon (`words.toml`): lists of lemmas that frames, modality and speech name as `@class`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import tomli

from pipeline.errors import LexiconError


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """Class name → lemmas. A class may hold other classes (`@name`). Raises LexiconError for a class nobody defined."""
    try:
        raw = tomli.loads(files("pipeline.lexicon").joinpath("words.toml").read_text(encoding="utf-8"))
    except tomli.TOMLDecodeError as problem:
        raise LexiconError(f"words.toml: {problem}") from None

    def members(name: str, seen: tuple[str, ...]) -> frozenset[str]:
        if name not in raw or name in seen:
            raise LexiconError(f"words.toml: class '@{name}' is {'circular' if name in seen else 'not defined'}")
        words = raw[name].split() if isinstance(raw[name], str) else raw[name]
        parts = (members(w[1:], (*seen, name)) if w.startswith("@") else frozenset([w]) for w in words)
        return frozenset().union(*parts)

    return {name: members(name, ()) for name in raw}


@cache
def word_class(name: str) -> frozenset[str]:
    """The lemmas of one class. Raises LexiconError naming the classes that exist."""
    classes = word_classes()
    if name not in classes:
        raise LexiconError(f"unknown word class '@{name}'. Available: {', '.join(sorted(classes))}")
    return classes[name]


TOKEN_TESTS = frozenset(("@named", "@pronoun", "@number", "@plural", "@demonym", "@place"))
"""Tests on a token that frames write like classes."""
