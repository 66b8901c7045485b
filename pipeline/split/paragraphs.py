"""Lines → paragraphs and headings.

A line is a paragraph, as in copy taken from the web, unless the text is hard-wrapped: then a line break that the
wrapping made is no end. The test is what a word wrapper does: it breaks where the next word would not have fitted.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

FINAL = re.compile(r"[.!?…:;](?:\s?[\"'”’»)\]])*$")
FINAL_LENGTH = 6  # characters looked at for it
INNER_END = re.compile(r"\w{2}[.!?][\"”’]?\s+[\"“‘\[]?[A-Z]")
LINE = re.compile(r"(\s*)(\S[^\n\r\u2028\u2029\x0b\x0c\x85]*)")  # the space before it, its words
WORD = re.compile(r"\S+")
BULLET = re.compile(r"(?:[-–—•*·▪◦‣●○>]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
MAX_WRAP = 132  # columns: the widest line printer; wider lines are paragraphs
MIN_WRAPPED_LINES = 3  # fewer lines tell nothing about a width
MAX_HEADING_WORDS = 14
MAX_TITLE_WORDS = 28  # the first line of an article


class Paragraph(NamedTuple):
    """A stretch `[start, end)` without outer white space."""

    start: int
    end: int
    is_heading: bool = False


class _Line(NamedTuple):
    start: int
    end: int
    after_blank: bool


def find_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs and headings of a text in order; blank lines belong to none."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    joined: list[_Line] = []
    for previous, line in zip([None, *lines], lines, strict=False):
        if previous and not line.after_blank and _continues(text, previous, line, width):
            joined[-1] = joined[-1]._replace(end=line.end)
        else:
            joined.append(line)
    return _with_headings(text, joined)


def _lines(text: str) -> list[_Line]:
    return [
        _Line(match.start(2), match.start(2) + len(match.group(2).rstrip()), _breaks(match.group(1)) != 1)
        for match in LINE.finditer(text)
    ]


def _breaks(space: str) -> int:
    return space.count("\n") or space.count("\r") or len(space.splitlines())


def _wrap_width(text: str, lines: list[_Line]) -> int:
    """The column at which a text was wrapped by a program, 0 when it was not: most lines that are followed by another
    without a blank one end in the middle of a sentence, and none is wide."""
    inner = [line for line, following in pairwise(lines) if not following.after_blank]
    if len(inner) < MIN_WRAPPED_LINES:
        return 0
    width = max(line.end - line.start for line in lines)
    unfinished = sum(not FINAL.search(text, max(line.start, line.end - FINAL_LENGTH), line.end) for line in inner)
    full = sum(line.end - line.start > 0.7 * width for line in inner)
    return width if width <= MAX_WRAP and unfinished > 0.6 * len(inner) and full > 0.6 * len(inner) else 0


def _continues(text: str, previous: _Line, line: _Line, width: int) -> bool:
    """Whether a line goes on with the one before: broken by a wrapper, or before a lower-case word in mid-sentence."""
    if not width and not text[line.start].islower():
        return False
    if BULLET.match(text, line.start, line.end):
        return False
    if width:
        first_word = WORD.match(text, line.start, line.end)
        return previous.end - previous.start + 1 + len(first_word.group() if first_word else "") > width
    return not FINAL.search(text, max(previous.start, previous.end - FINAL_LENGTH), previous.end)


def _with_headings(text: str, lines: list[_Line]) -> list[Paragraph]:
    """Marks headings. Where no line at all ends like a sentence (one sentence, a list of items), none is a heading."""
    finished = [bool(FINAL.search(text, max(line.start, line.end - FINAL_LENGTH), line.end)) for line in lines]
    has_contrast = any(finished) and len(lines) > 1
    return [
        Paragraph(line.start, line.end, has_contrast and not done and _is_heading(text[line.start : line.end], i == 0))
        for i, (line, done) in enumerate(zip(lines, finished, strict=True))
    ]


def _is_heading(words: str, is_first: bool) -> bool:
    """A short line without final punctuation that holds no sentence end: title case or not, quoted or not."""
    if BULLET.match(words) or words.endswith((",", "-", "–", "—")):
        return False
    limit = MAX_TITLE_WORDS if is_first else MAX_HEADING_WORDS
    return len(words.split(None, limit)) <= limit and not INNER_END.search(words)
