"""Guards of hours, parts of the day and words that point to a time: "4-3", "good morning", "the then minister"."""

from __future__ import annotations

import re

from pipeline.tag.timex_expression import Expression
from pipeline.tag.timex_grammar import neighbours
from pipeline.tag.timex_words import DAY_TITLES, next_word, previous_word


def is_clock(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "3:1", "2-1:30" and verse numbers are no times; a bare "8 am" is one only as "8am" or "8 a.m."."""
    if re.search(r"[\d:-]$", text[max(0, start - 1) : start]) or re.match(r"-\d", text[end : end + 2]):
        return False
    said = text[start:end].lower()
    if (
        said.isascii()
        and said.replace(":", "").isdigit()
        and (previous_word(text, start).lower() in ("in", "of", "time") or _GAME_CLOCK.match(text, end) or said.count(":") > 1)
    ):
        return False
    return not (
        said in ("noon", "midday", "midnight") and next_word(text, end)[:1].isupper() and next_word(text, end) in DAY_TITLES
    )


_GAME_CLOCK = re.compile(r" (?:left|remaining|to (?:play|go)|into|of the (?:first|second|third|fourth|half)|(?:mark|run|mile))\b")


def is_part_of_day(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "overnight bags" is luggage; "that night" is a time unless "night" begins a compound name."""
    return next_word(text, end).lower() not in (
        "bag",
        "bags",
        "train",
        "trains",
        "success",
        "sensation",
        "delivery",
        "interest",
        "lending",
        "rate",
        "rates",
        "repo",
        "vision",
        "club",
    )


_PART_CUES = neighbours("part_cues")


def is_bare_part(text: str, start: int, end: int, expression: Expression) -> bool:
    """A part of the day alone needs a preposition; greetings and names are no times."""
    word = text[start:end]
    if next_word(text, end) in DAY_TITLES or previous_word(text, start).lower() not in _PART_CUES:
        return False
    return not (word[:1].isupper() and not word.isupper())


def is_reference(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "now that he left" is a reason, "Apocalypse Now" a name; "as recently as May" says no more than May."""
    word, following = text[start:end], next_word(text, end).lower()
    if word == "former" and not following.isalpha():
        return False  # "the former" of two
    is_as_as = following == "as" and (word.lower().startswith("as ") or previous_word(text, start).lower() == "as")
    if (word.lower() == "now" and following == "that") or is_as_as:
        return False
    return not (
        word[:1].isupper()
        and not word.isupper()
        and " " not in word
        and previous_word(text, start)[:1].isupper()
        and text[max(0, start - 2) : start - 1].isalpha()
    )


def is_future(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "soon" points ahead only beside a future verb; in narrative ("he soon left") it dates nothing."""
    said, following = text[start:end].lower(), next_word(text, end).lower()
    if said == "soon":
        near = text[max(0, start - 40) : end + 30].lower()
        return following != "as" and bool(
            re.search(r"\b(?:will|would|could|should|may|might|expected|hopes?|plans?|can|to be|very|as early)\b|'ll", near)
        )
    if said == "future" and text[start:end] != said and previous_word(text, start) not in ("", ".", "”", '"'):
        return False  # "Back to the Future"
    return following not in ("contracts", "prices", "shock")


_ONCE_BEFORE = frozenset("was were had who he she it they we i".split())
_NO_PAST_ONCE = frozenset("again more a an per every he she it they we i in on at".split())


def is_once(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "was once a town", "the once-mighty army"; not "once elected", "once a week", "once again"."""
    following, preceding = next_word(text, end).lower(), previous_word(text, start).lower()
    if following == "-" or (preceding in ("the", "a") and following.isalpha()):
        return text[end : end + 1] == "-" or text[end : end + 1] == " "
    if preceding in ("was", "were") and following in ("a", "an"):
        return not _REPEATED.match(text, end)
    return preceding in _ONCE_BEFORE and following.isalpha() and following not in _NO_PAST_ONCE


_REPEATED = re.compile(r" an? (?:day|week|month|year|night|hour|minute)")


_TIME_ALONE = neighbours("time_alone")


def is_alone(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "He was mayor at the time", not "at the time of the blast", "at the time he left"."""
    following = next_word(text, end)
    return following.lower() in _TIME_ALONE or not following.isalpha()


def is_to_date(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "The worst raid to date", not "to date back to", "hard to date"."""
    following = next_word(text, end)
    return following.lower() in _AFTER_DATE or (
        following in (",", ".", ";") and not _HARD.search(text[max(0, start - 16) : start])
    )


_AFTER_DATE = frozenset("have has had is are was were rose fell total totals totaled number stand stands and but".split())
_HARD = re.compile(r"\b(?:hard|difficult|easy|able|impossible|used|try|trying|want|wants|like) $")


def is_named_day(text: str, start: int, end: int, expression: Expression) -> bool:
    """9/11 the day, not a fraction."""
    return not text[max(0, start - 1) : start].strip(" (“\"'‘\n-") and next_word(text, end) != "of"


def is_that_time(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "at that time", not "this time he won" or "the same time as"."""
    preceding, following = previous_word(text, start).lower(), next_word(text, end).lower()
    if "same" in text[start:end].lower():
        return False
    return preceding in (
        "at",
        "by",
        "until",
        "since",
        "from",
        "around",
        "till",
        "before",
        "after",
        "about",
        "during",
        "up",
    ) and following not in ("zone",)
