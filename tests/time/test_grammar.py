"""Every rule of the time grammar carries its proof: what it must read, and what it must leave alone."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import LexiconError
from pipeline.resolve.dates import timex_rows
from pipeline.tag import timex_grammar
from pipeline.tag.timex import tag_times
from pipeline.tag.timex_grammar import load_rules
from tests.time.telling import EXAMPLE, anchored, document

RULES = load_rules()[1]


@pytest.mark.parametrize(("rule", "example"), [pytest.param(r.name, e, id=f"{r.name}: {e[:40]}") for r in RULES for e in r.yes])
def test_rule_reads(rule: str, example: str) -> None:
    match = EXAMPLE.fullmatch(example)
    assert match, f"{example!r} is not written as '… [words] … => value'"
    before, words, after, value, mod, kind = match.groups()
    text = before + words + after
    found = {
        (value.start, value.end): (mention.rule, value)
        for mention, (_, value) in zip(tag_times(text), anchored(text), strict=True)
    }
    assert (len(before), len(before) + len(words)) in found, f"read: {[text[s:e] for s, e in found]}"
    name, read = found[len(before), len(before) + len(words)]
    assert (name, read.value) == (rule, value)
    assert mod is None or read.mod == mod
    assert kind is None or read.type == kind


@pytest.mark.parametrize(("rule", "example"), [pytest.param(r.name, e, id=f"{r.name}: {e[:40]}") for r in RULES for e in r.no])
def test_rule_leaves_alone(rule: str, example: str) -> None:
    assert [example[m.start : m.end] for m in tag_times(example) if m.rule == rule] == []


def test_rule_without_examples_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = {"macro": {}, "rule": [{"name": "bare", "pattern": "YEAR", "build": "calendar", "yes": ["x"]}]}
    monkeypatch.setattr(timex_grammar, "_read", lambda name: bare)
    with pytest.raises(LexiconError, match="rule bare needs examples: both `yes` and `no`"):
        load_rules()


PIECES = (
    "in on the of at 5 12 31 2018 1999 march May Monday days year quarter third last next ago later - – , . : ' ’ \n ( ) "
    "ca BC a.m. night half two Eid al-Fitr 12:30 05/03/2018 İ 五"
)


@given(st.lists(st.sampled_from(PIECES.split(" ")), max_size=40).map(" ".join) | st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_junk_never_raises_and_spans_are_ordered(text: str) -> None:
    rows = timex_rows(document(text))
    assert all(0 <= row["start"] < row["end"] <= len(text) for row in rows)
    assert all(a["end"] <= b["start"] for a, b in itertools.pairwise(rows))
    assert all(row["date_start"] is None or row["date_start"] <= row["date_end"] for row in rows)


# a megabyte where nothing is found, a fifth of it where every word is an expression
HOSTILE = {
    "digits": "1" * 1_000_000,
    "numbers": "12 " * 333_000,
    "years": "2018 " * 40_000,
    "the": "the " * 250_000,
    "prepositions": "in the of and to - " * 52_000,
    "early early": "early " * 166_000,
    "months": "May " * 60_000,
    "units": "days " * 50_000,
    "dashes": "2018-" * 40_000,
    "quotes": "'9" * 500_000,
    "blanks": " " * 1_000_000,
    "newlines": "March\n" * 40_000,
    "ordinals": "first second third " * 52_000,
    "colons": "12:" * 80_000,
    "one word": "a" * 1_000_000,
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE.items()])
def test_hostile_text_is_read_in_seconds(text: str) -> None:
    started = time.process_time()
    tag_times(text)
    assert time.process_time() - started < 10
