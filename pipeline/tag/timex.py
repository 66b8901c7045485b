"""Find every time expression of a text and say what its words mean: `tag_times(text)`.

No tree, no date, no guess: anchoring is the business of `resolve`. One compiled pattern looks for core words (months, weekdays, units,
years …); around each, a window of at most 90 code points on either side is cut into tokens, and the grammar parses the run of known
ones. Cost is linear in the text. Overlap policy: leftmost, then longest, then first in rules.toml.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from pipeline.records import TimeMention
from pipeline.tag.timex_build import Words
from pipeline.tag.timex_expression import Expression
from pipeline.tag.timex_grammar import Grammar, Rule, load_grammar
from pipeline.tag.timex_guards import GUARDS
from pipeline.tag.timex_lexer import Token, run_at
from pipeline.tag.timex_spans import BUILDS

NUMBER_CORES = r"[0-9]{4}(?![0-9]|,[0-9])|[0-9]{1,2}[:/.-][0-9]|[0-9]{1,4}['’]?s(?![a-z])|['’][0-9]{2}|[0-9]{1,2}(?:st|nd|rd|th)(?![a-z])|[0-9]{1,2} ?[ap]\.?m|Q[1-4](?![A-Za-z0-9])"
TYPES = {"duration": "DURATION", "set": "SET", "clock": "TIME", "part": "TIME"}


def core_pattern(cores: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all core words; every alternative starts after a sign that cannot be part of a word."""
    by_initial: dict[str, list[str]] = defaultdict(list)
    for core in cores:
        by_initial[core[0]].append(re.escape(core[1:]))
    words = "|".join(f"{initial}(?:{'|'.join(sorted(rest, key=len, reverse=True))})" for initial, rest in sorted(by_initial.items()))
    return re.compile(rf"[^A-Za-z0-9](?:(?:{words})(?![A-Za-z])|{NUMBER_CORES})")


@lru_cache(maxsize=1)
def _core() -> re.Pattern[str]:
    return core_pattern(load_grammar().cores)


@lru_cache(maxsize=50_000)
def _parse(categories: str) -> tuple[tuple[tuple[int, int, int], ...], ...]:
    return load_grammar().parse(categories)


def tag_times(text: str) -> tuple[TimeMention, ...]:
    """All time expressions in text order, not overlapping. Offsets are half-open code points into `text`."""
    grammar = load_grammar()
    mentions: list[TimeMention] = []
    padded, done = "\n" + text, 0
    for hit in _core().finditer(padded):
        core = hit.start()  # the offset of the core word in `text`: one sign is matched before it, one was put in front
        if core < done:
            continue
        run = run_at(text, core, grammar.lexicon, done)
        found = _read(text, run, grammar)
        mentions += found
        done = max(run[-1].end if run else 0, core + 1)
    return tuple(mentions)


def _read(text: str, run: list[Token], grammar: Grammar) -> list[TimeMention]:
    """The expressions of one run of tokens."""
    if not run:
        return []
    candidates = _parse("".join(token.entry.category for token in run))
    found, i = [], 0
    while i < len(run):
        mention, i = _match_at(text, run, i, candidates[i], grammar)
        if mention is not None:
            found.append(mention)
    return found


def _match_at(text: str, run: list[Token], i: int, candidates: tuple[tuple[int, int, int], ...], grammar: Grammar) -> tuple[TimeMention | None, int]:
    for index, end, ahead in candidates:
        rule = grammar.rules[index]
        words = Words(tuple(run[i:end]), tuple(run[max(0, i - 3) : i]) if rule.before else (), tuple(run[end : end + ahead]))
        mention = _mention(text, rule, words)
        if mention is not None:
            return mention, end
    return None, i + 1


def _mention(text: str, rule: Rule, words: Words) -> TimeMention | None:
    expression = BUILDS[rule.build](words)
    if expression is None:
        return None
    start, end = words.tokens[0].start, words.tokens[-1].end
    if rule.guard and not GUARDS[rule.guard](text, start, end, expression):
        return None
    return TimeMention(start, end, timex_type(expression), rule.name, expression)


def timex_type(expression: Expression) -> str:
    """The TIMEX3 type of a reading."""
    if expression.daypart:
        return "TIME"
    return TYPES.get(expression.kind, "DATE")
