"""A sentence in pieces: nothing is lost, and of words that say two things the narrower reading is shown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.mark import KINDS, PRIORITY, Span, mark

QUOTE = "Posts came under regime fire in Homs 😀 on Monday."
SPANS = st.tuples(st.sampled_from(PRIORITY), st.integers(0, 80), st.integers(0, 80)).map(lambda s: (s[0], min(s[1:]), max(s[1:])))


def named(pieces: list[int | str]) -> list[tuple[str, str]]:
    """The pieces that say something, with what they say."""
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    return [(KINDS[int(kind)], str(text)) for kind, text in pairs if kind]


def span(kind: str, words: str) -> Span:
    start = QUOTE.index(words)
    return kind, 100 + start, 100 + start + len(words)


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        pytest.param([span("place", "Homs")], [("place", "Homs")], id="one"),
        pytest.param(
            [span("trigger", "came under regime fire"), span("actor", "regime")],
            [("trigger", "came under "), ("actor", "regime"), ("trigger", " fire")],
            id="the narrower one inside",
        ),
        pytest.param([span("recipient", "Posts"), span("count", "Posts")], [("count", "Posts")], id="two alike"),
        pytest.param([("date", 0, 50), ("date", 149, 160)], [], id="elsewhere"),
        pytest.param([span("date", "Monday")], [("date", "Monday")], id="behind a character of two UTF-16 units"),
        pytest.param([("actor", 90, 105)], [("actor", "Posts")], id="half in it"),
    ],
)
def test_words_get_their_kind(spans: list[Span], found: list[tuple[str, str]]) -> None:
    assert named(mark(QUOTE, 100, spans)) == found


@given(st.text(max_size=60), st.integers(0, 30), st.lists(SPANS, max_size=6))
def test_the_pieces_are_the_quote(quote: str, start: int, spans: list[Span]) -> None:
    pieces = mark(quote, start, spans)
    assert "".join(map(str, pieces[1::2])) == quote
    kinds = pieces[::2]
    assert all(one != other for one, other in pairwise(kinds))
