"""The words beside a match, as the guards of time words ask for them."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.tag.timex_expression import Expression
from pipeline.tag.timex_grammar import neighbours

Guard = Callable[[str, int, int, Expression], bool]


_NEXT = re.compile(r"[ \n]?([^\W\d_]+|[^\s])")


_REACH = 24  # code points that a neighbouring word may take


def next_word(text: str, end: int) -> str:
    """The word or sign right after offset `end`; empty at a gap or the end of the text."""
    match = _NEXT.match(text, end, end + _REACH)
    return match[1] if match else ""


def previous_word(text: str, start: int) -> str:
    """The word or sign right before offset `start`; empty at the start of the text."""
    before = text[max(0, start - _REACH) : start].rstrip(" \n")
    cut = len(before)
    while cut and before[cut - 1].isalpha():
        cut -= 1
    return before[cut:] if cut < len(before) else before[-1:]


DAY_TITLES = neighbours("day_titles")
