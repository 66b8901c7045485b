"""Dead and damage that nobody is said to have caused: an act of violence, or a disaster?

"Twelve people were killed" names no cause. It is an ASSAULT unless the article tells more of disasters (earthquakes, storms,
crashes) than of violent acts; then the result is rejected as `agentless`.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.inflect import inflect
from pipeline.lexicon.words import word_class
from pipeline.records import Candidate

_WORD = re.compile(r"[^\W\d_]+")
DAMAGE_MODES = frozenset(("destroy", "bodies-found"))


@cache
def disaster_forms() -> frozenset[str]:
    """The inflected forms of the words for disasters, in lower case."""
    return frozenset(form for lemma in word_class("disaster_report") for form in inflect(lemma))


def is_causeless(candidate: Candidate) -> bool:
    """A result of violence without an actor and without the act that caused it."""
    is_damage = candidate.mode in DAMAGE_MODES or (candidate.is_result and not candidate.mode)
    return candidate.event_type == "ASSAULT" and is_damage and not candidate.role("actor")


def is_disaster_report(text: str, candidates: list[Candidate]) -> bool:
    """The article tells more of disasters than of violent acts."""
    acts = sum(c.event_type == "ASSAULT" and not is_causeless(c) for c in candidates)
    forms = disaster_forms()
    return sum(word in forms for word in _WORD.findall(text.lower())) > acts


def split_causeless(text: str, candidates: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The candidates to keep, and the causeless ones of a report on a disaster."""
    if not any(map(is_causeless, candidates)) or not is_disaster_report(text, candidates):
        return candidates, []
    return [c for c in candidates if not is_causeless(c)], [c for c in candidates if is_causeless(c)]
