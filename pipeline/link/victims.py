"""Victims as the words say them: "the missionaries" are those that were killed two sentences before."""

from __future__ import annotations

import re

from pipeline.link.sides import EVERYBODY
from pipeline.records import Participant, Report

_WORD = re.compile(r"[^\W\d_]{3,}")
_DEFINITE = re.compile(r"(?:the|these|those|both)\s", re.IGNORECASE)
_APPOSED = re.compile(r",\s([^,.;:]{3,60}),")  # "Ana Ruiz, a judge of the city's second court,"
_EMPTY = EVERYBODY | frozenset(
    "the these those both and two three four five six seven eight nine ten several some many other all former more".split()
)


def victims_of(report: Report) -> frozenset[str]:
    """The words for whom an act hits, as they are and singular, in small letters; also those that say who a named one is."""
    words = [word for one in _hit(report) for word in (*_words(one.text), *_words(one.name), *_apposed(report, one))]
    return frozenset(words) | frozenset(map(_singular, words))


def known_victims(report: Report) -> frozenset[str]:
    """The nouns by which a telling takes up victims that were told before: "the judge was shot" takes up a judge.

    "The judges" takes up judges, not a judge.
    """
    heads = (_words(one.text)[-1:] for one in _hit(report) if _DEFINITE.match(one.text) and not one.actor_id)
    return frozenset(word for head in heads for word in head)


def _hit(report: Report) -> tuple[Participant, ...]:
    return tuple(one for one in report.participants if one.role == "recipient")


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _EMPTY]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"  # missionaries
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def _apposed(report: Report, one: Participant) -> list[str]:
    """The words of an apposition right behind a victim."""
    match = _APPOSED.match(report.quote, (one.end or 0) - report.sentence_start) if one.end else None
    return _words(match[1]) if match else []
