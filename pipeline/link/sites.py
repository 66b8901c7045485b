"""What a telling says was hit or where it was: "a market", "the Pearl Hotel".

An article calls "the hotel" what it told as a hotel, and two articles that tell of a mosque of one town and week tell of one
attack more often than not.
"""

from __future__ import annotations

import re

from pipeline.lexicon.words import word_class
from pipeline.records import Report

REACH = 90  # characters around the trigger in which its site stands
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_TAKING_UP = frozenset(("the", "that", "this", "same"))
_LEADING_AWAY = frozenset(("to", "from", "into"))  # "were taken to a hospital"
_NEW = frozenset(("a", "an", "another", "one", "some"))
_NUMBERS = frozenset(("two", "three", "four", "five", "several", "many"))  # new unless "the" stands before: "the two mosques"
_STAFF = re.compile(
    r"(?:official|director|spokes|source|staff|worker|doctor|chief|administrator|manager|guard|medic|mayor|owner)"
)
_GATHERINGS = frozenset("rally wedding funeral procession parade concert festival vigil ceremony party match".split())
_BEFORE = 4  # words in which the article of a site stands
_ALSO = {"marketplace": "market", "bazaar": "market", "barrack": "base", "block": "building", "apartment": "building",
         "outpost": "post", "hamlet": "village", "marketplaces": "market"}  # fmt: skip
_NO_SITES = frozenset(
    "town city district suburb neighborhood neighbourhood area region province capital territory border line frontier site "
    "target street center centre island tank aircraft helicopter plane warship launcher enclave grid".split()
)  # areas, and what attacks come from
COMMON = frozenset(
    "village base post checkpoint position camp house home building vehicle truck car van convoy patrol station road bridge farm "
    "field compound headquarters settlement ship boat plane bus stronghold office shop store square facility".split()
)  # hit so often that another article may mean another one


def sites_of(report: Report) -> frozenset[str]:
    """The sites around the trigger, singular."""
    return frozenset(site for site, _ in _told(report))


def known_sites(report: Report) -> frozenset[str]:
    """Those that a telling takes up: "the market", "the Pearl Hotel"; not "a market"."""
    return frozenset(site for site, is_known in _told(report) if is_known)


def share_rare_site(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two acts hit one kind of site of which few are hit."""
    return not (a & b).issubset(COMMON)


def _told(report: Report) -> list[tuple[str, bool]]:
    start = report.candidate.trigger_start - report.sentence_start
    end = report.candidate.trigger_end - report.sentence_start
    words = [m for m in _WORD.finditer(report.quote) if start - REACH <= m.start() and m.end() <= end + REACH]
    found = []
    for n, match in enumerate(words):
        site = _site(match.group().casefold())
        before = [word.group() for word in words[max(0, n - _BEFORE) : n]]
        behind = words[n + 1].group() if n + 1 < len(words) else ""
        if site and not _STAFF.match(behind.casefold()) and _LEADING_AWAY.isdisjoint(word.casefold() for word in before):
            found.append((site, _is_known(before)))
    return found


def _site(word: str) -> str:
    """The site that a word names, singular; empty when it names none."""
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        if form in _GATHERINGS or (form in word_class("facility") and form not in _NO_SITES):
            return _ALSO.get(form, form)
    return ""


def _is_known(before: list[str]) -> bool:
    """Behind "the", or a name that no "a" opens."""
    for n, word in enumerate(reversed(before)):
        if word.casefold() in _NEW:
            return False
        if word.casefold() in _NUMBERS:
            return before[-n - 2 : -n - 1] == ["the"]
        if word.casefold() in _TAKING_UP or (n == 0 and word[0].isupper()):
            return True
    return False
