"""Role paths: where a role stands, seen from a trigger's head.

    paths  = union ("," union)*        the first union that leads anywhere is taken
    union  = path ("&" path)*          all of them together
    path   = step (">" step)*
    step   = relation ["+" preposition ("/" preposition)*]

`nsubj` and `obj` are the deep ones (who does it, whom it hits), whatever the voice; `obl+X` is a phrase opened by the preposition
X at a verb or a noun; `poss`, `compound` (a noun or demonym before the head), `xcomp`, `ccomp`, `advcl`, `acl`, `iobj`, `head` …
are UD relations from the head, `head` being its governor.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.errors import LexiconError

RELATIONS = frozenset(
    [
        "nsubj",
        "obj",
        "iobj",
        "obl",
        "poss",
        "compound",
        "amod",
        "xcomp",
        "ccomp",
        "advcl",
        "acl",
        "appos",
        "conj",
        "head",
        "advmod",
        "aux",
        "nummod",
        "det",
        "cop",
        "surface",
        "parataxis",
        "case",
    ]
)


@dataclass(frozen=True, slots=True)
class Step:
    """One relation to follow, with the prepositions (or clause openers) it must have; empty = any."""

    relation: str
    cases: frozenset[str]


Path = tuple[Step, ...]
Paths = tuple[tuple[Path, ...], ...]


def parse_step(text: str, whole: str) -> Step:
    """One step. Raises LexiconError for a relation that the notation lacks."""
    relation, _, cases = text.strip().partition("+")
    if relation not in RELATIONS:
        raise LexiconError(f"path '{whole}': unknown relation '{relation}'. Allowed: {', '.join(sorted(RELATIONS))}")
    return Step(relation, frozenset(cases.split("/")) if cases else frozenset())


@cache
def parse_paths(text: str) -> Paths:
    """The paths that a text of the notation above names. Raises LexiconError."""
    return tuple(
        tuple(tuple(parse_step(step, text) for step in path.split(">")) for path in union.split("&")) for union in text.split(",")
    )
