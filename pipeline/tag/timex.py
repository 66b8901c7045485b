"""Find every time expression of a text and say what its words mean: `tag_times(text)`.

No tree, no date, no guess: anchoring is the business of `resolve`. One compiled pattern looks for core words (months,
weekdays, units, years …); around each, a window of at most 90 code points on either side is cut into tokens, and the
grammar parses the run of known ones. Cost is linear in the text. Overlap policy: leftmost, then longest, then first
in rules.toml.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pipeline.records import TimeMention
from pipeline.tag.timex_build import Words
from pipeline.tag.timex_core import core_words
from pipeline.tag.timex_expression import Expression
from pipeline.tag.timex_grammar import load_grammar
from pipeline.tag.timex_guards import GUARDS
from pipeline.tag.timex_lexer import Token, cut, run_at
from pipeline.tag.timex_spans import BUILDS
from pipeline.tag.timex_words import Guard

TYPES = {"duration": "DURATION", "set": "SET", "clock": "TIME", "part": "TIME"}
KEPT = 50_000  # word shapes and readings that are remembered; newswire repeats itself


class Reading(NamedTuple):
    """What some words say under one rule. `guard` still has to look at the words around."""

    type: str
    rule: str
    expression: Expression
    guard: Guard | None


def tag_times(text: str) -> tuple[TimeMention, ...]:
    """All time expressions in text order, not overlapping. Offsets are half-open code points into `text`."""
    lexicon = load_grammar().lexicon
    mentions: list[TimeMention] = []
    done = 0
    for hit in core_words().finditer("\n" + text):
        core = hit.start()  # the offset of the core word in `text`: one sign is matched before it, one was put in front
        if core < done:
            continue
        run = run_at(text, core, lexicon, done)
        if run:
            _read_run(text, run, mentions)
        done = max(run[-1].end if run else 0, core + 1)
    return tuple(mentions)


def _read_run(text: str, run: list[Token], mentions: list[TimeMention]) -> None:
    """Add the expressions of one run of tokens: leftmost, then longest, then first in the file."""
    candidates = parse("".join([token.entry.category for token in run]))
    i, last = 0, len(run)
    while i < last:
        for rule, end, back, ahead in candidates[i]:
            first, final = run[i].start, run[end - 1].end
            start, stop = run[i - back].start if back else first, run[end + ahead - 1].end
            reading = read_words(rule, text[start:stop], back, end - i)
            if reading and (reading.guard is None or reading.guard(text, first, final, reading.expression)):
                mentions.append(TimeMention(first, final, reading.type, reading.rule, reading.expression))
                i = end - 1
                break
        i += 1


@lru_cache(maxsize=KEPT)
def parse(categories: str) -> tuple[tuple[tuple[int, int, int, int], ...], ...]:
    """For every token the rules that match there: rule, end, tokens of left context, tokens of right context."""
    return load_grammar().parse(categories)


@lru_cache(maxsize=KEPT)
def read_words(rule: int, words: str, back: int, length: int) -> Reading | None:
    """What a rule makes of these words, the first `back` tokens and those after `length` more being context; None:
    nothing."""
    grammar = load_grammar()
    tokens = cut(words, grammar.lexicon)
    own = grammar.rules[rule]
    expression = BUILDS[own.build](
        Words(tuple(tokens[back : back + length]), tuple(tokens[:back]), tuple(tokens[back + length :]))
    )
    if expression is None:
        return None
    return Reading(timex_type(expression), own.name, expression, GUARDS[own.guard] if own.guard else None)


def timex_type(expression: Expression) -> str:
    """The TIMEX3 type of a reading."""
    if expression.daypart:
        return "TIME"
    return TYPES.get(expression.kind, "DATE")
