"""Tests of the words around a match, for time words that have other uses ("May", "fall", "2000 troops").

A guard sees the text, the match's `[start, end)` and its reading, and says whether the match stands. Guards look at
most two words away.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.tag.timex_expression import Expression
from pipeline.tag.timex_grammar import neighbours

Guard = Callable[[str, int, int, Expression], bool]

_NEXT = re.compile(r"[ \n]?([^\W\d_]+|[^\s])")
_REACH = 24  # code points that a neighbouring word may take


def next_word(text: str, end: int) -> str:
    """The word or sign right after offset `end`; empty at a gap or the end of the text."""
    match = _NEXT.match(text, end, end + _REACH)
    return match[1] if match else ""


def previous_word(text: str, start: int) -> str:
    """The word or sign right before offset `start`; empty at the start of the text."""
    before = text[max(0, start - _REACH) : start].rstrip(" \n")
    cut = len(before)
    while cut and before[cut - 1].isalpha():
        cut -= 1
    return before[cut:] if cut < len(before) else before[-1:]


COUNTED = neighbours("counted")
YEAR_CUES = neighbours("year_cues")
NUMBER_CUES = neighbours("number_cues")


def is_year(text: str, start: int, end: int, expression: Expression) -> bool:
    """A four-digit number is a year unless money, a name's number, a phone number or a count stands around it."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    is_second = bool(re.search(r"(?<!\d)\d{4}[-–/]$", text[max(0, start - 6) : start]))  # of "1861–1863"
    if (re.search(r"[$£€¥#%+/.]$|\d-$|\w-$", before) and not is_second) or re.match(r"%|-\d{3}(?!\d)|[.,]\d|/\d|:\d", after):
        return False
    following, preceding = next_word(text, end).lower(), previous_word(text, start).lower()
    if preceding in NUMBER_CUES or following in COUNTED or (following in _COUNTING and preceding not in _SURE_CUES):
        return False
    if (expression.year or 0) < OLDEST_BARE and preceding not in YEAR_CUES and end - start == 4:  # "1235" in a live report
        return False
    clock = int(text[start:end]) if text[start:end].isdigit() else 9999
    if preceding == "at" and clock < 1900 and clock % 100 < 60:  # "at 1830"
        return False
    if preceding in YEAR_CUES or end - start > 4:
        return not (
            preceding in ("than", "about", "around", "to", "of", "by", "for", "at", "or")
            and following.endswith("s")
            and following not in _NOT_PLURAL
        )
    year = expression.year or 0
    if following.endswith("s") and following not in _NOT_PLURAL and following.islower():
        return year % 100 != 0 and 1900 <= year <= 2030
    return year % 100 != 0 or year in (1900, 2000) or following in ("", ",", ".", ";", ")", "and", "to", "was", "when", "-", "–")


OLDEST_BARE = 1500  # an older year is not written without a word that leads it
_NOT_PLURAL = neighbours("not_plural")
_COUNTING = neighbours("counting")
_SURE_CUES = frozenset(("in", "since", "during", "until", "before", "after"))


def is_apostrophe_year(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "'98" after a word that leads a year, not a quotation that opens with a number."""
    return (
        previous_word(text, start).lower() in YEAR_CUES - {"that", "this", "s", "than", "at"}
        and not text[end : end + 1].isalnum()
    )


def is_month_day(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "May 30 people": a number that counts the next noun is no day."""
    return next_word(text, end).lower() not in COUNTED | {"%", "°"} or text[end : end + 1] == ","


def is_day_month(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the 4 may": lower-case months were never read; what is left is a verb after a number only in capitals."""
    following = next_word(text, end).lower()
    return not (text[start:end].endswith(("MAY", "May")) and following in _AFTER_MAY)


_AFTER_MAY = neighbours("after_may")


def is_month_name(text: str, start: int, end: int, expression: Expression) -> bool:
    """April, June and August are names of people, abbreviations are other words: "Dec", "Sep" need a full stop or a
    date."""
    word = text[start:end]
    if word in ("Jan", "Sep", "Mar", "Dec", "Apr", "MAR", "JAN", "SEP", "DEC", "Mar.", "Jan"):
        return next_word(text, end)[:1].isdigit() or previous_word(text, start).lower() in ("in", "since", "of", "until", "by")
    if word in ("April", "June", "August", "January"):
        following = next_word(text, end)
        return not (
            following[:1].isupper()
            and following[1:].islower()
            and previous_word(text, start).lower() in ("said", "mr", "mrs", "ms", "and", ".")
        )
    return True


def is_not_name(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "Theresa May", "in March" — a month unless a verb or a surname's company follows."""
    following = next_word(text, end).lower()
    if text[start:end].isupper() and not text[max(0, start - 40) : start].isupper():
        return False
    if text[start:end].lower() == "may" and following in _AFTER_MAY:
        return False
    preceding = previous_word(text, start).lower()
    if preceding in (",", "and", "or", "-", "to", "for", "with"):
        return bool(re.search(_MONTHS_NEAR, text[max(0, start - 20) : start])) or bool(
            re.match(r"[ ,]+(?:\d{4}|\d{1,2}\b)", text[end : end + 6])
        )
    return True


_MONTHS_NEAR = r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|last|next|this"


def is_before_noun(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the March ceasefire": a lower-case word follows that is no preposition or verb."""
    following = next_word(text, end)
    return following.isalpha() and following.islower() and following not in _SMALL_WORDS


_SMALL_WORDS = neighbours("small_words")


def is_not_counting(text: str, start: int, end: int, expression: Expression) -> bool:
    """The second number of "March 5 and 9" is a day only where nothing is counted by it."""
    if expression.year is not None:
        return True
    following = next_word(text, end)
    return not (
        following.isalpha()
        and following.islower()
        and following not in _SMALL_WORDS | {"when", "after", "before", "as", "while", "during"}
    )


_NUMBERED = neighbours("numbered")


def is_ordinal_day(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "on the 14th" with nothing numbered after it."""
    following = next_word(text, end)
    return following.lower() not in _NUMBERED and not (
        following[:1].isupper() and text[end : end + 1] == " " and following not in ("The", "A")
    )


def is_decade(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the 20s" of years, not of degrees or ages."""
    if end - start > 9 or re.search(r"\d{3}", text[start:end]):
        return True
    return not _SCALE.search(text[max(0, start - 40) : end + 20].lower())


_SCALE = re.compile(r"temperature|degree|aged?\b|\bm[ae]n in|wom[ae]n in|people in|\bhis\b|\bher\b|\btheir\b|low|high")


def is_spelled_year(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "nineteen thirty-nine" unless people or things are counted."""
    following = next_word(text, end).lower()
    return (
        (expression.year or 0) >= 1000
        and not (following.endswith("s") and following not in _NOT_PLURAL)
        and following not in COUNTED
    )


def is_quarter(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the first quarter of the match" is sport, "the Christian quarter" a place."""
    if expression.year is None and not expression.relative and _GAME.search(text[max(0, start - 60) : end + 40]):
        return False
    return not re.match(r" of (?:the )?(?:game|match|season|play)", text[end : end + 20])


_GAME = re.compile(
    r"\b(?:touchdowns?|field goals?|halftime|overtime|quarterback|rebounds?|3-pointers?|free throws?|yards?|"
    r"scor(?:ed|ing) \w+ (?:points|of)|points in|(?:minutes|seconds) (?:left|into)|\d+ left)\b"
)


_BUSINESS = re.compile(rf"%|[$£€]|\b(?:{'|'.join(sorted(neighbours('business')))})\b")


def is_half(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the first half" counts with its year or in the company of money; otherwise games have halves, too."""
    if expression.year is not None or expression.relative:
        return True
    if re.match(
        r" of (?:the )?(?:game|match|play|season|century|decade|\d+(?:th|st)|\w+ (?:game|match))|[ -]time|s\b",
        text[end : end + 24],
    ):
        return False
    if re.search(r"\b(?:goal|scor|match|game|team|coach|penalt)", text[max(0, start - 60) : end + 60]):
        return False
    return bool(_BUSINESS.search(text[max(0, start - HALF_REACH) : end + HALF_REACH]))


def is_season(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "spring" the verb and "Arab Spring" the name are no seasons."""
    word = text[start:end]
    if word[:1].isupper() and len(word.split()) == 1 and previous_word(text, start)[:1].isupper():
        return False
    following, preceding = next_word(text, end).lower(), previous_word(text, start).lower()
    if word[:1].isupper() and not word.isupper() and len(word.split()) == 1 and next_word(text, end)[:1].isupper():
        return False
    if word == "spring" and (following in ("from", "up", "to", "into", "back", "water") or preceding in ("to", "hot", "a")):
        return False
    return following not in ("offensive's", "palace", "olympics", "games", "paralympics", "park")


def is_not_verb_fall(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "fall 1989" after a preposition or an article."""
    return text[start:end].lower().split()[0] != "fall" or previous_word(text, start).lower() in (
        "in",
        "of",
        "and",
        "-",
        "since",
        "by",
        "until",
        "–",
    )


def is_fall_season(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "in the fall" with nothing that falls after it."""
    return next_word(text, end).lower() not in ("of", "from", "in", "to", "s", "’", "'", "out")


_DAY_NAMES = re.compile(r"\b(?:Bloody|Black|Ash|Super|Red|Holy|Maundy|Cyber|Shrove|Ruby|Freaky|Cold|Low) $")
_NUMBERED_DAY = re.compile(r" the \d+(?:st|nd|rd|th)\b")
_DAY_TITLES = neighbours("day_titles")
_THAT_LEADS = ("on", "by", "until", "of", "since", "after", "before", "from", ".", ",", "early", "late", "")


def is_weekday(text: str, start: int, end: int, expression: Expression) -> bool:
    """Not a newspaper ("Sunday Times"), not a named day ("Bloody Sunday"), not "Friday the 13th Street"."""
    if text[start:end].endswith(("Night", "Morning")) and next_word(text, end)[:1].isupper():
        return False  # a broadcast
    if text[start:end].startswith("that ") and previous_word(text, start).lower() not in _THAT_LEADS:
        return False  # "said that Monday", "now that Monday"
    return (
        not _DAY_NAMES.search(text[max(0, start - 12) : start])
        and next_word(text, end) not in _DAY_TITLES
        and not _NUMBERED_DAY.match(text, end)
    )


def is_not_title(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "USA Today", "Russia Today": a capital inside a sentence after a capital is a name."""
    word, preceding = text[start:end], previous_word(text, start)
    if word == "Today" and next_word(text, end).lower() in ("show", "program", "programme") and preceding:
        return False
    is_inside = text[max(0, start - 1) : start] == " " and preceding[:1].isalpha()  # no sentence begins here
    return not (word[:1].isupper() and not word.isupper() and is_inside)


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
        said in ("noon", "midday", "midnight") and next_word(text, end)[:1].isupper() and next_word(text, end) in _DAY_TITLES
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
    if next_word(text, end) in _DAY_TITLES or previous_word(text, start).lower() not in _PART_CUES:
        return False
    return not (word[:1].isupper() and not word.isupper())


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


HALF_REACH = 160  # code points in which a bare half year keeps company with money
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


_CALENDARS = neighbours("calendars")
_LEADS = (YEAR_CUES | neighbours("part_cues")) | {"a", "every", "last", "next", "when", "and", "but", "western", "old", "happy"}


def is_holiday(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "al-Arbaeen" is a quarter of a town; the feasts of other calendars ("Islamic New Year") fall on other days."""
    preceding = previous_word(text, start)
    is_surname = preceding[:1].isupper() and preceding.lower() not in _LEADS and text[max(0, start - 1) : start] == " "
    return text[max(0, start - 1) : start] != "-" and preceding not in _CALENDARS and not is_surname


def is_the_unit(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the year he died" and "the year 2000" name their own year; "the day" alone tells nothing."""
    said, following = text[start:end].lower(), next_word(text, end).lower()
    if text[end : end + 1] == "-":
        return False
    if expression.unit in ("D", "H", "MI", "CE", "DE", "ML") and not expression.mod:
        return False
    if expression.unit == "D" and said.startswith("the "):
        return "end of" in said or "start of" in said
    if following in (
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
    ) and expression.unit in ("Y", "W", "M"):
        return bool(expression.mod) and following not in ("of",)
    return True


def _is_age(text: str, end: int) -> bool:
    return bool(re.match(r"[ -](?:old|olds|of age|younger|older|older|his junior|her junior|elder)\b", text[end : end + 12]))


def is_duration(text: str, start: int, end: int, expression: Expression) -> bool:
    """Not an age, not "a quarter of them", not "One day he left", and a plural where the number asks for one."""
    said = text[start:end].lower()
    if re.match(r"-[a-z]", text[end : end + 2]):
        return False
    if _is_age(text, end) or (
        expression.unit == "Q" and (said.startswith(("a ", "three", "one ")) or next_word(text, end).lower() == "of")
    ):
        return False
    if said == "one day" or said in ("some day", "a weekend", "a century", "an day"):
        is_opener = text[start:end] == "One day" and next_word(text, end) not in ("after", "before")
        return not is_opener and said != "some day"
    if previous_word(text, start) == "-" and text[start - 1 : start] == "-":
        return False
    is_plural = said.rstrip("'’s ").endswith(_SINGULAR) and not said.endswith(("s", "s'", "s’", "'s", "’s"))
    if is_plural and "-" not in said and expression.amount not in (1.0, 0.5, None) and expression.amount is not None:
        return expression.unit not in ("WE",)
    return not (expression.amount is None and is_plural)


_SINGULAR = ("day", "week", "month", "year", "decade", "hour", "minute", "quarter", "night", "weekend", "century", "fortnight")


def is_day_before(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the day before" alone; what it comes before would be its own anchor."""
    following = next_word(text, end)
    return following.lower() in _ALONE or not following.isalpha()


_ALONE = neighbours("alone")


def is_bare_units(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "for decades", "within days", "weeks of": a length, not the plural of a noun like any other."""
    preceding, following = previous_word(text, start).lower(), next_word(text, end).lower()
    if following in ("old", "gone", "ago") or _is_age(text, end) or expression.unit == "Q" or expression.unit == "WE":
        return False
    if following in ("apart", "of", "before", "after", "earlier", "beforehand"):
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
    """ "the Daily Star" is a name."""
    return not text[start:end][:1].isupper() or text[start:end].isupper()


def is_per_unit(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "a day" repeats only after a number, an amount or "times"; elsewhere it is a length."""
    said = text[start:end].lower()
    if said.startswith(("per", "once", "twice", "each", "several")) or "times" in said:
        return not (said.startswith("each") and len(said.split()) == 2) or True
    before = text[max(0, start - 30) : start].rstrip()
    return bool(
        re.search(
            r"(?:\d|million|billion|trillion|hundred|thousand|dozen|hours|days|times|cents|percent|dollars|barrels|tons|tonnes|people|miles|km|kilometers|\))$",
            before,
        )
    )


def is_reference(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "now that he left" is a reason, "Apocalypse Now" a name."""
    word, following = text[start:end], next_word(text, end).lower()
    if word.lower() == "now" and following == "that":
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


GUARDS: dict[str, Guard] = {
    "year_number": is_year,
    "apostrophe_year": is_apostrophe_year,
    "month_day": is_month_day,
    "day_month": is_day_month,
    "month_name": is_month_name,
    "not_name": is_not_name,
    "before_noun": is_before_noun,
    "not_counting": is_not_counting,
    "spelled_year": is_spelled_year,
    "ordinal_day": is_ordinal_day,
    "decade": is_decade,
    "quarter": is_quarter,
    "half": is_half,
    "season": is_season,
    "not_verb_fall": is_not_verb_fall,
    "fall_season": is_fall_season,
    "weekday": is_weekday,
    "not_title": is_not_title,
    "clock": is_clock,
    "part_of_day": is_part_of_day,
    "bare_part": is_bare_part,
    "this_unit": is_this_unit,
    "last_units": is_last_units,
    "the_unit": is_the_unit,
    "holiday": is_holiday,
    "duration": is_duration,
    "shift": is_duration,
    "bare_units": is_bare_units,
    "day_before": is_day_before,
    "set_word": is_set_word,
    "per_unit": is_per_unit,
    "reference": is_reference,
    "future": is_future,
    "that_time": is_that_time,
}
