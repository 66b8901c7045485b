"""Find every time expression of a text and say what its words mean: `tag_times(text)`.

No tree, no date, no guess: anchoring is the business of `resolve`. One compiled pattern looks for core words (months, weekdays, units,
years …); around each, a window of at most 90 code points on either side is cut into tokens, and the grammar parses the run of known
ones. Cost is linear in the text. Overlap policy: leftmost, then longest, then first in rules.toml.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pipeline.records import TimeMention
from pipeline.tag.timex_build import Words
from pipeline.tag.timex_core import core_words
from pipeline.tag.timex_expression import Expression
from pipeline.tag.timex_grammar import Grammar, load_grammar
from pipeline.tag.timex_guards import GUARDS, Guard
from pipeline.tag.timex_lexer import Token, cut, find_run
from pipeline.tag.timex_spans import BUILDS

TYPES = {"duration": "DURATION", "set": "SET", "clock": "TIME", "part": "TIME"}
KEPT_RUNS = 20_000  # runs of words whose readings are remembered; newswire repeats itself


class Reading(NamedTuple):
    """One way to read some tokens of a run: offsets relative to the run's start, the index of the token after it."""

    start: int
    end: int
    next: int
    type: str
    rule: str
    expression: Expression
    guard: Guard | None


Plan = tuple[tuple[Reading, ...], ...]  # for every token of a run its readings, in order of preference


def tag_times(text: str) -> tuple[TimeMention, ...]:
    """All time expressions in text order, not overlapping. Offsets are half-open code points into `text`."""
    lexicon = load_grammar().lexicon
    mentions: list[TimeMention] = []
    done = 0
    for hit in core_words().finditer("\n" + text):
        core = hit.start()  # the offset of the core word in `text`: one sign is matched before it, one was put in front
        if core < done:
            continue
        start, end = find_run(text, core, lexicon, done)
        if start < end:
            mentions += _mentions(text, start, read_run(text[start:end]))
        done = max(end, core + 1)
    return tuple(mentions)


def _mentions(text: str, base: int, plan: Plan) -> list[TimeMention]:
    """Of the readings of a run those that the words around it allow: leftmost, then longest."""
    found, i = [], 0
    while i < len(plan):
        for reading in plan[i]:
            start, end = base + reading.start, base + reading.end
            if reading.guard is None or reading.guard(text, start, end, reading.expression):
                found.append(TimeMention(start, end, reading.type, reading.rule, reading.expression))
                i = reading.next
                break
        else:
            i += 1
    return found


@lru_cache(maxsize=KEPT_RUNS)
def read_run(words: str) -> Plan:
    """All readings of a run of known words, whatever stands around it."""
    grammar = load_grammar()
    run = cut(words, grammar.lexicon)
    candidates = grammar.parse("".join(token.entry.category for token in run))
    return tuple(
        tuple(reading for hit in own if (reading := _reading(run, i, hit, grammar)) is not None)
        for i, own in enumerate(candidates)
    )


def _reading(run: list[Token], i: int, hit: tuple[int, int, int], grammar: Grammar) -> Reading | None:
    index, end, ahead = hit
    rule = grammar.rules[index]
    words = Words(tuple(run[i:end]), tuple(run[max(0, i - 3) : i]) if rule.before else (), tuple(run[end : end + ahead]))
    expression = BUILDS[rule.build](words)
    if expression is None:
        return None
    guard = GUARDS[rule.guard] if rule.guard else None
    return Reading(run[i].start, run[end - 1].end, end, timex_type(expression), rule.name, expression, guard)


def timex_type(expression: Expression) -> str:
    """The TIMEX3 type of a reading."""
    if expression.daypart:
        return "TIME"
    return TYPES.get(expression.kind, "DATE")
