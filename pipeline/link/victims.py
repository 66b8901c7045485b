"""Victims as the words say them: "the missionaries" are those that were killed two sentences before."""

from __future__ import annotations

import re

from pipeline.link.sides import EVERYBODY
from pipeline.records import Participant, Report
from pipeline.resolve.full_names import person_name

_WORD = re.compile(r"[^\W\d_]{2,}")
_DEFINITE = re.compile(r"(?:the|these|those|both)\s", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:an?|another|one|other|some|several|many|more)\s", re.IGNORECASE)
_APPOSED = re.compile(r",\s([^,.;:]{3,60}),")  # "Ana Ruiz, a judge of the city's second court,"
_NAMED = re.compile(r",\s[A-Z]\w+ [A-Z]\w+,")  # "the French journalist, Ana Ruiz," is told for the first time
_SHORT = re.compile(r"\s[(\[]([A-Z]{2,8})[)\]]")  # "the Central Bank (CB)"
CROWDS = frozenset(
    "people person man woman child boy girl civilian protester demonstrator activist resident citizen villager peasant farmer "
    "worker youth student member soldier officer policeman police troop fighter militant rebel guerrilla insurgent terrorist "
    "gunman opponent supporter refugee victim body force patrol convoy post position town village city camp stronghold district "
    "neighborhood neighbourhood suburb area region province".split()
)  # hit so often that "the soldiers" are those told last only
SAME_CALLING = {"mp": "lawmaker", "legislator": "lawmaker", "parliamentarian": "lawmaker", "reporter": "journalist",
                "correspondent": "journalist"}  # fmt: skip
MEN = frozenset("soldier policeman officer sailor guard gendarme trooper".split())  # also where the table knows their force
_EMPTY = EVERYBODY | frozenset(
    "the these those both and two three four five six seven eight nine ten several some many other all former more".split()
)


def victims_of(report: Report) -> frozenset[str]:
    """The words for whom an act hits, as they are and singular, in small letters; also those that say who a named one is."""
    words = [word for one in _hit(report) for word in (*_words(one.text), *_words(one.name), *_beside(report, one))]
    return frozenset(words) | frozenset(map(_singular, words))


def known_victims(report: Report) -> frozenset[str]:
    """The nouns by which a telling takes up victims that were told before: "the judge was shot" takes up a judge.

    "The judges" takes up judges, not a judge.
    """
    told = ((one, _words(one.text)[-1:]) for one in _hit(report) if _DEFINITE.match(one.text))
    heads = (head for one, head in told if not one.actor_id or MEN.issuperset(map(_singular, head)))
    return frozenset(word for head in heads for word in head)


def recalled_victims(report: Report) -> frozenset[str]:
    """The nouns of victims that an article tells once: by them a telling takes up an act from however far above.

    "The judge", "the killing of two missionaries", "Diaz was shot"; no crowd, and nobody told as new ("the killing of a judge").
    """
    taken = known_victims(report) if not any(_NAMED.match(_behind(report, one)) for one in _hit(report)) else frozenset()
    if report.candidate.is_definite:
        told = (one for one in _hit(report) if not one.actor_id and not _INDEFINITE.match(one.text))
        taken |= {word for one in told for word in _words(one.text)[-1:]}
    return frozenset(word for word in taken if _singular(word) not in CROWDS) | _surnames(report)


def _surnames(report: Report) -> frozenset[str]:
    """The last words of the names of persons hit: nobody is killed twice."""
    named = (one for one in _hit(report) if not _DEFINITE.match(one.text) and not _INDEFINITE.match(one.text))
    surnames = frozenset(name[-1].casefold() for one in named if (name := person_name(one)))
    return surnames.difference(*(_words(each.place.text) for each in report.places)) if surnames else surnames


def _hit(report: Report) -> tuple[Participant, ...]:
    return tuple(one for one in report.participants if one.role == "recipient")


def _words(text: str) -> list[str]:
    found = (word for word in _WORD.findall(text.casefold()) if len(word) > 2 or word in SAME_CALLING)
    return [SAME_CALLING.get(word, word) for word in found if word not in _EMPTY]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"  # missionaries
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def _behind(report: Report, one: Participant) -> str:
    """What stands behind a victim in its sentence."""
    return report.quote[one.end - report.sentence_start :] if one.end else ""


def _beside(report: Report, one: Participant) -> list[str]:
    """The words of an apposition right behind a victim, and the short form of its name."""
    behind = _behind(report, one)
    match, short = _APPOSED.match(behind), _SHORT.match(behind)
    return [*(_words(match[1]) if match else ()), *([short[1].casefold()] if short else ())]
