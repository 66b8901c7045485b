"""The pattern that looks for core words: the only one that sees the whole text.

It is a trie of literal words and a few digits of bounded length behind a single sign, so it cannot backtrack further
than one word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.tag.timex_grammar import load_grammar
from pipeline.tag.timex_trie import trie_pattern

NUMBER_CORES = (
    r"(?:(?:19|20)[0-9]{6}|[0-9]{4})(?![0-9]|,[0-9])|[0-9]{1,2}[:/.-][0-9]|[0-9]{1,4}['’]?s(?![a-z])|['’‘][0-9]{2}(?![0-9])"
    r"|[0-9]{1,2}(?:st|nd|rd|th)(?![a-z])|[0-9]{1,2} ?[ap]\.?m|[0-9]{1,4} [AB]\.?[CD]"
)


@lru_cache(maxsize=1)
def core_words() -> re.Pattern[str]:
    """The compiled pattern; a match starts one sign before the core word."""
    cores = load_grammar().cores
    lower = trie_pattern(core for core in cores if core[0].islower())
    upper = trie_pattern(core for core in cores if core[0].isupper())
    return re.compile(
        rf"[^A-Za-z0-9](?:(?=[a-z]){lower}(?![A-Za-z])|(?=[A-Z])(?:{upper}(?![A-Za-z])|(?:Q[1-4]|H[12]|FY(?:[0-9]{{2}})?[0-9]{{2}})(?![A-Za-z0-9]))|(?=[0-9'’‘])(?:{NUMBER_CORES}))"
    )
