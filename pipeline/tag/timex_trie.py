"""Many words as one pattern."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def trie_pattern(words: Iterable[str]) -> str:
    """One pattern that matches exactly these words and looks at each letter once."""
    branches: dict[str, list[str]] = defaultdict(list)
    is_word = False
    for word in words:
        if word:
            branches[word[0]].append(word[1:])
        else:
            is_word = True
    parts = [re.escape(letter) + trie_pattern(rest) for letter, rest in sorted(branches.items())]
    body = parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})" if parts else ""
    return f"(?:{body})?" if is_word and body else body
