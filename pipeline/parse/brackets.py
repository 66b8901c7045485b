"""Short asides as they stand in a row of words: in brackets, or an acronym that a name goes by, between commas."""

from __future__ import annotations

from collections.abc import Sequence

MAX_ASIDE = 5  # words between brackets that are still held back
NAMING = frozenset("or also better widely known called as by the its acronym initials".split())
OPENERS, CLOSERS = frozenset("(["), frozenset(")]")


def bracket_length(words: Sequence[str], i: int) -> int:
    """How many words an aside in brackets at i has, brackets included; 0 if none opens there or it is long or never closed."""
    if i >= len(words) or words[i] not in OPENERS:
        return 0
    for end in range(i + 2, min(i + MAX_ASIDE + 2, len(words))):
        if words[end] in CLOSERS:
            return end - i + 1
    return 0


def alias_length(words: Sequence[str], i: int) -> int:
    """How many words ", or OPL," and ", known as OPL," have behind a name, commas included; 0 for anything else at i."""
    if not 0 < i < len(words) - 3 or not words[i - 1][:1].isupper():
        return 0
    for end in range(i + 2, min(i + MAX_ASIDE + 2, len(words) - 1)):
        if words[end - 1] not in NAMING:
            return 0
        if words[end].isupper() and len(words[end]) > 1:
            return end - i + 2 if words[end + 1] == "," else 0
    return 0
