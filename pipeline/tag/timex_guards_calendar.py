"""Guards of the names of times: years, months, days, quarters, seasons, feasts, which may be none ("2000 troops", "may be")."""

from __future__ import annotations

import re

from pipeline.tag.timex_expression import Expression
from pipeline.tag.timex_grammar import neighbours
from pipeline.tag.timex_words import DAY_TITLES, next_word, previous_word

COUNTED = neighbours("counted")


YEAR_CUES = neighbours("year_cues")


NUMBER_CUES = neighbours("number_cues")


def is_year(text: str, start: int, end: int, expression: Expression) -> bool:
    """A four-digit number is a year unless money, a name's number, a phone number or a count stands around it."""
    before = text[max(0, start - 2) : start]
    is_second = bool(re.search(r"(?<!\d)\d{4}[-–/]$", text[max(0, start - 6) : start]))  # of "1861–1863"
    if (re.search(r"[$£€¥#%+/.]$|\d-$|\w-$", before) and not is_second) or re.match(
        r"%|-\d{3}(?!\d)|[.,]\d|/(?!\d\d(?![\d/]))\d|:\d", text[end : end + 5]
    ):
        return False
    following, preceding = next_word(text, end).lower(), previous_word(text, start)
    is_lead, preceding = (
        preceding in ("By", "In"),
        preceding.lower(),
    )  # of its sentence: "By 2025 cars must", not "hit by 2025 cars"
    is_counting = (following in COUNTED and not (following in _DEEDS and preceding in _SURE_CUES)) or (
        following in _COUNTING and preceding not in _SURE_CUES
    )
    if preceding in NUMBER_CUES or (is_counting and not is_lead) or text[max(0, start - 4) : start] == "No. ":
        return False
    if (expression.year or 0) < OLDEST_BARE and preceding not in YEAR_CUES and end - start == 4:  # "1235" in a live report
        return False
    clock = int(text[start:end]) if text[start:end].isdigit() else 9999
    if clock % 100 < 60 and ((preceding == "at" and clock < 1900) or following in ("gmt", "utc", "hrs")):  # "at 1830"
        return False
    if preceding in YEAR_CUES or end - start > 4:
        return is_lead or not (
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


_DEEDS = frozenset(("killed", "wounded", "injured", "displaced"))  # "a quake in 1935 killed 12"


_SURE_CUES = frozenset(("in", "since", "during", "until", "before", "after"))


def is_apostrophe_year(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "'98" after a word that leads a year, not a quotation that opens with a number."""
    return (
        previous_word(text, start).lower() in YEAR_CUES - {"that", "this", "s", "than", "at"}
        and not text[end : end + 1].isalnum()
    )


_DATE_TITLES = neighbours("date_titles")


def is_month_day(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "In May 30 people": a number that counts the next noun is no day, behind "on" it is; "the July 4 Movement" is a name."""
    following = next_word(text, end)
    is_counting = following.lower() in COUNTED | {"%", "°"} and text[end : end + 1] != ","
    return following not in _DATE_TITLES and (not is_counting or previous_word(text, start).lower() == "on")


def is_day_month(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the 4 may": lower-case months were never read; what is left is a verb after a number only in capitals."""
    following = next_word(text, end).lower()
    return not (text[start:end].endswith(("MAY", "May")) and following in _AFTER_MAY)


_AFTER_MAY = neighbours("after_may")


def is_month_name(text: str, start: int, end: int, expression: Expression) -> bool:
    """April, June and August are names of people, abbreviations are other words: "Dec", "Sep" need a full stop or a
    date."""
    word = text[start:end]
    if _DAY_NAMES.search(text[max(0, start - 12) : start]) or next_word(text, end) in _DATE_TITLES:
        return False  # "Black September"
    if word in ("Jan", "Sep", "Mar", "Dec", "Apr", "MAR", "JAN", "SEP", "DEC", "Mar.", "Jan"):
        return next_word(text, end)[:1].isdigit() or previous_word(text, start).lower() in ("in", "since", "of", "until", "by")
    if word in ("April", "June", "August", "January"):
        following = next_word(text, end)
        if _INITIAL.match(text, end):
            return False
        return not (
            following[:1].isupper()
            and following[1:].islower()
            and previous_word(text, start).lower() in ("said", "mr", "mrs", "ms", "and", ".")
        )
    return True


_INITIAL = re.compile(r" [A-Z]\. ")


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


def is_month_of_figures(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "March wheat", "May retail sales", but not "Theresa May sales"."""
    return next_word(text, end) in _OF_A_MONTH and not previous_word(text, start)[:1].isupper()


_OF_A_MONTH = neighbours("futures") | neighbours("figures")


def is_before_noun(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "the March ceasefire": a lower-case word follows that is no preposition or verb."""
    following = next_word(text, end)
    return following.isalpha() and following.islower() and following not in _SMALL_WORDS


_SMALL_WORDS = neighbours("small_words")


def is_weekend(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "A weekend attack", "weekend talks" are of one weekend; not "a weekend house"."""
    is_one = previous_word(text, start).lower() in _BEFORE_WEEKEND or not previous_word(text, start).isalnum()
    return is_one and is_before_noun(text, start, end, expression) and next_word(text, end) not in _OF_WEEKENDS


_BEFORE_WEEKEND = frozenset("a in of after during by from".split())
_OF_WEEKENDS = frozenset("house home getaway edition retreat trip break bag magazine newspaper hours days nights shift".split())


def is_not_counting(text: str, start: int, end: int, expression: Expression) -> bool:
    """The second number of "March 5 and 9" is a day only where nothing is counted by it; joined by a dash it always is."""
    if expression.year is not None or text[max(0, start - 1) : start] in ("-", "–"):
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
    """ "the 20s" of years, not of degrees or ages; "'60s" is written of years only, but for "in his '60s"."""
    if re.search(r"\d{3}", text[start:end]):
        return True
    if re.search(r"['’‘]\d", text[start:end]):
        return previous_word(text, start).lower() not in ("his", "her", "their", "my")
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
    return not re.match(r" (?:of (?:the )?(?:game|match|season|play)|in a row|running\b)", text[end : end + 20])


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


_DAY_NAMES = re.compile(r"\b(?:Bloody|Black|Blue|Ash|Super|Red|Holy|Maundy|Cyber|Shrove|Ruby|Freaky|Cold|Low|Mail on|Man) $")


_NUMBERED_DAY = re.compile(r" the \d+(?:st|nd|rd|th)\b")


_NAME_NEXT = re.compile(r" [A-Z][a-z]+(?! [A-Z])")  # of two names the first may be what the day owns


_THAT_LEADS = ("on", "by", "until", "of", "since", "after", "before", "from", ".", ",", "early", "late", "")


def is_weekday(text: str, start: int, end: int, expression: Expression) -> bool:
    """Not a newspaper ("Sunday Times"), not a named day ("Bloody Sunday"), not "Friday the 13th Street"."""
    if text[start:end].endswith(("Night", "Morning")) and next_word(text, end)[:1].isupper():
        return False  # a broadcast
    if text[start:end].startswith("that ") and previous_word(text, start).lower() not in _THAT_LEADS:
        return False  # "said that Monday", "now that Monday"
    if (text[start:end].startswith("the ") or text[max(0, start - 4) : start] == "the ") and _NAME_NEXT.match(text, end):
        return False  # "the Tuesday Group"
    return (
        not _DAY_NAMES.search(text[max(0, start - 12) : start])
        and next_word(text, end) not in DAY_TITLES
        and not _NUMBERED_DAY.match(text, end)
    )


def is_not_title(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "USA Today", "Russia Today": a capital inside a sentence after a capital is a name."""
    word, preceding = text[start:end], previous_word(text, start)
    if word == "Today" and next_word(text, end).lower() in ("show", "program", "programme") and preceding:
        return False
    is_inside = text[max(0, start - 1) : start] == " " and preceding[:1].isalpha()  # no sentence begins here
    return not (word[:1].isupper() and not word.isupper() and is_inside)


HALF_REACH = 160  # code points in which a bare half year keeps company with money


_CALENDARS = neighbours("calendars")


_LEADS = (YEAR_CUES | neighbours("part_cues")) | {"a", "every", "last", "next", "when", "and", "but", "western", "old", "happy"}


def is_holiday(text: str, start: int, end: int, expression: Expression) -> bool:
    """ "al-Arbaeen" is a quarter of a town; the feasts of other calendars ("Islamic New Year") fall on other days; a name
    before or behind makes a person's or an island's name of it."""
    preceding, following = previous_word(text, start), next_word(text, end)
    is_surname = preceding[:1].isupper() and preceding.lower() not in _LEADS and text[max(0, start - 1) : start] == " "
    is_first_name = following.istitle() and text[end : end + 1] == " " and preceding.lower() not in _LEADS
    return text[max(0, start - 1) : start] != "-" and preceding not in _CALENDARS and not (is_surname or is_first_name)
