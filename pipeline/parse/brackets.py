"""Short asides in brackets, as they stand in a row of words."""

from __future__ import annotations

from collections.abc import Sequence

MAX_ASIDE = 5  # words between brackets that are still held back
OPENERS, CLOSERS = frozenset("(["), frozenset(")]")


def bracket_length(words: Sequence[str], i: int) -> int:
    """How many words an aside in brackets at i has, brackets included; 0 if none opens there or it is long or never closed."""
    if i >= len(words) or words[i] not in OPENERS:
        return 0
    for end in range(i + 2, min(i + MAX_ASIDE + 2, len(words))):
        if words[end] in CLOSERS:
            return end - i + 1
    return 0
