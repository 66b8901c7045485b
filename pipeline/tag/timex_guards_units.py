"""Guards of units of time: spans, "this week", "the quarter", "daily", and what only looks like them ("a 12-year-old")."""

from __future__ import annotations

import re

from pipeline.tag.timex_expression import Expression
from pipeline.tag.timex_grammar import neighbours
from pipeline.tag.timex_guards_calendar import is_before_noun
from pipeline.tag.timex_words import next_word, previous_word


def is_this_unit(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "that day" the determiner; "the next hour's" is fine; "last days" was never read."""
    said, following = text[start:end].lower(), next_word(text, end).lower()
    if expression.unit in ("H", "MI"):
        return said.startswith(("this", "the next", "next", "last", "the last", "the past"))
    if said.startswith("that ") and previous_word(text, start).lower() in ("said", "says", "told", "announced", "reported"):
        return following not in ("old",)
    if expression.unit == "Q" and following == "of" and "quarter" in said:
        return False
    return following not in ("olds", "door")


_LASTS = re.compile(r"\b(?:will|would|to|can|could|may|might|should|not|only|must) $")


def is_last_units(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the first day" is an ordinal day, not a length; "past two men" was never read; "will last two days" is a verb."""
    if text[start:end].startswith("last ") and _LASTS.search(text[max(0, start - 12) : start]):
        return False
    if text[start:end].startswith("following ") and expression.amount is None:
        return False  # "following weeks of bombing": after them
    if expression.unit in ("MI", "S") and text[start:end].lower().endswith(("minute", "second")):
        return False
    if expression.relative in ("first", "final") and text[start:end].lower().endswith(
        ("day", "hour", "minute", "quarter", "weekend", "century")
    ):
        return False
    if expression.relative in ("first", "final") and not text[start:end].lower().startswith(
        ("the", "his", "her", "its", "their", "about")
    ):
        return expression.amount is not None
    return not _is_age(text, end)


def is_the_unit(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the year he died" and "the year 2000" name their own year, "Man of the Year" is a title; "the day" alone tells
    nothing."""
    said, following = text[start:end].lower(), next_word(text, end).lower()
    if text[end : end + 1] == "-" or (text[start:end] == "the Year" and previous_word(text, start) == "of"):
        return False
    if expression.unit in ("D", "H", "MI", "CE", "DE", "ML") and not expression.mod:
        return False
    if expression.unit == "D" and said.startswith("the "):
        return "end of" in said or "start of" in said
    if (
        following
        in (
            "he",
            "she",
            "they",
            "it",
            "i",
            "we",
            "when",
            "that",
            "in",
            "of",
            "before",
            "after",
            "-",
        )
        and expression.unit in ("Y", "W", "M")
        and previous_word(text, start) != "For"
    ):  # "For the week it fell"
        return bool(expression.mod and following != "of") or bool(_OF_AMOUNT.match(text, end))
    return True


_OF_AMOUNT = re.compile(
    r" of (?:about|almost|around|nearly|over|more than|less than|at least|up to|[$£€¥\d])"
)  # "a loss for the year of $2 million"


def _is_age(text: str, end: int) -> bool:
    return bool(re.match(r"[ -](?:old|olds|of age|younger|older|older|his junior|her junior|elder)\b", text[end : end + 12]))


def is_duration(text: str, start: int, end: int, expression: Expression) -> bool:
    """Not "a 25-year-old", not "a quarter of them", not "One day he left", not the "many days" of "in as many days",
    and a plural where the number asks for one."""
    said = text[start:end].lower()
    if expression.amount is None and previous_word(text, start).lower() == "as":
        return False  # "the second raid in as many days"
    if said.endswith(" old"):
        return said.endswith("s old")  # "18 years old", not "an 18 year old boy"
    if re.match(r"-[a-z]", text[end : end + 2]) or (text[end : end + 4] == " War" and _CAPITAL_UNIT.search(text[start:end])):
        return False  # "the Six-Day War"
    if _is_age(text, end) or (
        expression.unit == "Q"
        and not _IN_A_ROW.search(said)
        and (said.startswith(("a ", "three", "one ")) or next_word(text, end).lower() == "of")
    ):
        return False
    if said == "a weekend" and is_before_noun(text, start, end, expression):
        return False  # "a weekend attack"
    if said == "one day" or said in ("some day", "a weekend", "a century", "an day"):
        is_opener = text[start:end] == "One day" and next_word(text, end) not in ("after", "before")
        return not is_opener and said != "some day"
    if previous_word(text, start) == "-" and text[start - 1 : start] == "-":
        return False
    is_plural = said.rstrip("'’s ").endswith(_SINGULAR) and not said.endswith(("s", "s'", "s’", "'s", "’s"))
    if is_plural and "-" not in said and expression.amount not in (1.0, 0.5, None) and expression.amount is not None:
        return expression.unit not in ("WE",)
    return not (expression.amount is None and is_plural)


_CAPITAL_UNIT = re.compile(r"[- ][A-Z][a-z]+['’]?$")
_IN_A_ROW = re.compile(r"\b(?:consecutive|straight|successive|full|more)\b")


_SINGULAR = ("day", "week", "month", "year", "decade", "hour", "minute", "quarter", "night", "weekend", "century", "fortnight")


def is_day_before(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the day before" alone; what it comes before would be its own anchor."""
    following = next_word(text, end)
    return following.lower() in _ALONE or not following.isalpha()


_ALONE = neighbours("alone")


def is_from_event(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "The day after the attack" is a day's distance from it; "the day after" alone is a day."""
    link = next_word(text, end)
    following = next_word(text, end + 1 + len(link))
    return following.isalpha() and following.lower() not in _ALONE | {"next", "last", "that", "tomorrow"}


def is_units_before(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "It had left two days before." alone, not "two days before the attack"."""
    following = next_word(text, end)
    return (
        not following.isalnum() and following not in ("“", '"', "$", "'", "‘", "(") and is_duration(text, start, end, expression)
    )


def is_bare_units(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "for decades", "within days", "weeks of": a length, not the plural of a noun like any other."""
    preceding, following = previous_word(text, start).lower(), next_word(text, end).lower()
    if following in ("old", "gone", "ago") or _is_age(text, end) or expression.unit == "Q" or expression.unit == "WE":
        return False
    if preceding == "of" and text[max(0, start - 10) : start] == "matter of ":
        return True
    if following in ("apart", "ahead", "of", "before", "after", "earlier", "beforehand"):
        return preceding not in ("these", "those", "office", "the", "his", "her", "their", "my", "our", "-")
    if preceding == "been":  # "it has been years"
        return not following.isalpha() or following == "since"
    return preceding in (
        "for",
        "in",
        "within",
        "over",
        "after",
        "took",
        "takes",
        "take",
        "taken",
        "taking",
        "lasted",
        "last",
        "lasting",
        "even",
        "spent",
        "spend",
        "by",
        "and",
    )


def is_set_word(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the Daily Star" is a name, "Annual sales" are none."""
    if not text[start:end][:1].isupper() or text[start:end].isupper():
        return True
    following = next_word(text, end)
    is_word = following == "," or (following.isalpha() and following.islower())
    return is_word and not previous_word(text, start).isalnum()


_COUNTED_NOUN = re.compile(r"\d,?\d* (?!(?:day|week|month|year|hour|minute)s)[a-z]+s$")  # "4,000 cars a week"


def is_per_unit(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "a day" repeats only after a number, an amount or "times"; elsewhere it is a length."""
    said = text[start:end].lower()
    if said.startswith(("per", "once", "twice", "each", "several")) or "times" in said:
        return not (said.startswith("each") and len(said.split()) == 2) or True
    before = text[max(0, start - 30) : start].rstrip()
    if _COUNTED_NOUN.search(before):
        return True
    return bool(
        re.search(
            r"(?:\d|million|billion|trillion|hundred|thousand|dozen|hours|days|times|cents|percent|dollars|barrels|tons|tonnes|people|miles|km|kilometers|\))$",
            before,
        )
    )
