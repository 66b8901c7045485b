"""The productions of the time grammar: from the words of a match to an Expression.

A production reads its words by class, not by position ("the month is the word of class MONTH"), so one production
serves many word orders. It returns None where the words, seen together, are no time expression after all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from pipeline.tag.timex_expression import Expression
from pipeline.tag.timex_lexer import Token

MONTH_CLASSES = ("MONTH", "MONTHABBR", "MONTHAMB")
WEEKDAY_CLASSES = ("WDAY", "WDAYABBR")
RELATIVE_CLASSES = ("LAST", "PAST", "PREVIOUS", "NEXT", "COMING", "FOLLOWING", "THIS", "CURRENT", "SAME", "THAT")
RELATIVE = {
    "LAST": "last", "PAST": "last", "PREVIOUS": "previous", "NEXT": "next", "COMING": "next", "FOLLOWING": "following",
    "THIS": "this", "CURRENT": "this", "SAME": "that", "THAT": "that",
}  # fmt: skip
HUNDREDS = 150  # "the 1500s" to "the 1900s" are centuries, "the 2000s" a decade
PIVOT = 30  # two-digit years up to this one belong to the 21st century


class Words(NamedTuple):
    """The tokens of one match, and those of its left and right context."""

    tokens: tuple[Token, ...]
    before: tuple[Token, ...]
    after: tuple[Token, ...]

    def first(self, *names: str) -> Any:
        """The value of the first token of one of these classes, None without one."""
        for token in self.tokens:
            for name in names:
                if (value := token.get(name)) is not None:
                    return value
        return None

    def all(self, name: str) -> list[Any]:
        """The values of all tokens of this class, in text order."""
        return [value for token in self.tokens if (value := token.get(name)) is not None]

    def has(self, *words: str) -> bool:
        """Does one of these words, lower case, stand in the match?"""
        return any(token.text.lower() in words for token in self.tokens)

    def relative(self) -> str:
        """Which one: this, last, next, that, previous, following; empty without such a word."""
        found = [RELATIVE[name] for token in self.tokens for name in RELATIVE_CLASSES if token.get(name)]
        return next((which for which in found if which != "this"), found[0] if found else "")  # "this past week" is the last


Build = Callable[[Words], "Expression | None"]


def full_year(two_digits: int) -> int:
    """The year of a two-digit number: 31–99 are 19.., 0–30 are 20.. ."""
    return two_digits + (2000 if two_digits <= PIVOT else 1900)


def mod_of(words: Words) -> str:
    """START, MID, END of "early", "mid-", "the end of"; empty without such a word. The first one counts ("late in the
    first half")."""
    for token in words.tokens:
        for name in ("EARLY", "EDGE", "EARLIER", "HALFPART"):
            if (value := token.get(name)) and (token.get("DAWN") is None or words.has("of")):  # "the dawn of", not "at dawn"
                return str(value)
    if words.has("half") and (words.first(*MONTH_CLASSES) or words.has("century") or words.first("DECADE")):
        return "END" if words.has("second") else "START"
    return ""


def _day_of(tokens: tuple[Token, ...]) -> int | None:
    tokens = tuple(t for k, t in enumerate(tokens) if not (t.get("ORD") and tokens[k + 1 : k + 2] and tokens[k + 1].get("HALF")))
    tens = next((t.get("TENS") for t in tokens if t.get("TENS") and any(x.get("ORD") for x in tokens)), 0)
    for token in tokens:
        if (day := token.get("DAYNUM")) or (day := token.get("ORD")):
            return int(day) + (int(tens) if token.get("ORD") and tens and day < 10 else 0)
    return None


def _year_of(words: Words, tokens: tuple[Token, ...]) -> int | None:
    for token in tokens:
        if (year := token.get("YEAR")) is not None:
            return int(year)
        if (short := token.get("APOYEAR")) is not None:
            return full_year(int(short))
        if (fiscal := token.get("FYEAR")) is not None:
            return int(fiscal) if fiscal > 99 else full_year(int(fiscal))
    twos = [t.get("YEAR2") for t in tokens if t.get("YEAR2") is not None]
    if twos and (words.first("DAYNUM") is None or (len(twos) > 1 and words.has("-"))):
        return full_year(int(twos[-1]))
    return None


def _first(tokens: tuple[Token, ...], names: tuple[str, ...]) -> Any:
    return next((value for t in tokens for name in names if (value := t.get(name)) is not None), None)


def build_calendar(words: Words) -> Expression | None:
    """Month, day and year wherever they stand; what is missing may stand in the context ("3 to 5 February")."""
    own, around = words.tokens, words.after + words.before
    month = _first(own, MONTH_CLASSES) or _first(around, MONTH_CLASSES)
    day = _day_of(own) if month or words.has("month") or words.first("ORDNUM", "ORD", "DAYNUM") else None
    year = _year_of(words, own) or _year_of(words, around)
    relative, unit = words.relative(), ""
    if words.has("year"):
        unit = "Y" if year is None else ""
    elif words.has("month"):
        unit = "M"
    expression = Expression(
        "calendar", year=year, month=month, day=day, relative="" if year else relative, unit=unit, mod=mod_of(words),
        daypart=_daypart(words), weekday=words.first(*WEEKDAY_CLASSES), offset=words.first("DEICTIC") or 0,
    )  # fmt: skip
    if expression.daypart and month is None and day is None:
        return _part_of_reference(words, expression)
    if month is None and day is not None and not unit and not expression.daypart:
        return replace(expression, relative="that", unit="M")
    return expression if _is_possible(month, day, year) else None


def _part_of_reference(words: Words, expression: Expression) -> Expression:
    """ "the morning of the following day", "the night of Friday"."""
    if words.first("DEICTIC") is not None:
        return replace(expression, kind="deictic")
    if words.first("DAYPART") and expression.relative in ("this", "last"):  # "the small hours of this morning"
        return replace(expression, kind="deictic", offset=-1 if expression.relative == "last" else 0, relative="")
    if expression.weekday:
        return replace(expression, kind="weekday")
    return replace(expression, kind="unit", unit="D", relative=words.relative() or "that")


def _is_possible(month: int | None, day: int | None, year: int | None) -> bool:
    if day is None or month is None:
        return True
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    if month == 2 and day == 29 and year is not None:
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day <= longest


def _daypart(words: Words) -> str:
    if (part := words.first("DAYPART", "DAWN", "TONIGHT", "OVERNIGHT")) is not None:
        return str(part)
    if words.has("hours") and (part := _part_of_hours(words)):
        return part
    return "MI" if words.first("NOON") == "12:00" else "NI" if words.first("NOON") else ""


def _part_of_hours(words: Words) -> str:
    """ "The early hours", "the small hours" are of the morning, "the late hours" of the night."""
    if words.has("wee") or words.has("small"):
        return "MO"
    return {"START": "MO", "END": "NI"}.get(words.first("EARLY") or "", "")


def build_first_month(words: Words) -> Expression | None:
    """The month of "October to March 1945": of that year, or of the one before when it comes later in the year."""
    month, other = words.first(*MONTH_CLASSES), _first(words.after, MONTH_CLASSES)
    year = _year_of(words, words.after)
    if year is None:
        return None
    return Expression("calendar", year=year - (month > other), month=month, mod=mod_of(words))


def build_iso(words: Words) -> Expression | None:
    """2018-03-05 and 2018-03-05T17:30; the offset of a zone is dropped, the day stays as written."""
    text = str(words.first("ISO"))
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    if not 1 <= month <= 12 or not 1 <= day <= 31 or not _is_possible(month, day, year):
        return None
    clock = text[11:16] if len(text) > 10 else ""
    return Expression("clock" if clock else "calendar", year=year, month=month, day=day, clock=clock)


def build_slashed(words: Words) -> Expression | None:
    """1/2/2018. American order unless that is impossible or the separator is a full stop; 2018/1/2 is year first."""
    a, b, c = words.tokens[0].get("SLASH")
    if a > 31:
        year, month, day = a, b, c
    else:
        month, day, year = (a, b, c) if "." not in words.tokens[0].text else (b, a, c)
        if month > 12 and year > 99:
            month, day = day, month
    year = full_year(year) if year < 100 else year
    if not 1000 <= year <= 2199 or not 1 <= month <= 12 or not 1 <= day <= 31 or not _is_possible(month, day, year):
        return None
    return Expression("calendar", year=year, month=month, day=day)


def build_bc(words: Words) -> Expression | None:
    """Years before Christ; the number is kept positive."""
    number = words.first("NUM")
    if number is None or number != int(number):
        return None
    return Expression(
        "season" if words.first("SEASON") else "calendar", year=int(number), bc=True, month=words.first(*MONTH_CLASSES),
        season=words.first("SEASON") or "",
        mod=mod_of(words) or ("APPROX" if words.has("ca", "ca.", "circa", "about", "around") else ""),
    )  # fmt: skip


def build_spelled_year(words: Words) -> Expression | None:
    """ "nineteen thirty-nine", "two thousand and six"."""
    numbers = [int(n) for n in words.all("NUM")]
    if words.has("thousand"):
        return Expression("calendar", year=2000 + sum(numbers[1:]))  # the first is the "two"
    if words.has("hundred"):
        return Expression("calendar", year=100 * numbers[0])
    return Expression("calendar", year=100 * numbers[0] + sum(numbers[1:]))


def build_short_year(words: Words) -> Expression | None:
    """The "97" of "1996-97": of the same century as the year before it, and later."""
    mark, second = words.before[-1], words.tokens[0]
    if mark.end != second.start and mark.text != "to":
        return None
    first = next(t.get("YEAR") for t in words.before if t.get("YEAR"))
    year = first // 100 * 100 + words.first("YEAR2")
    return Expression("calendar", year=year) if first < year <= first + 60 else None


def build_decade(words: Words) -> Expression | None:
    """ "the 1990s", "the late '60s", "the seventies" (of the 20th century, unless another century is spelled)."""
    if (number := words.first("DECADE")) is not None:
        if words.first("SHORTDECADE") and not words.has("the"):
            return None
        number = number if number > 9 else 190 + number
        if HUNDREDS <= number < 200 and number % 10 == 0:
            return Expression("century", number=number // 10, mod=mod_of(words), bc=words.first("ERA") is not None)
    else:
        number = (words.first("CENTURYNUM") or 19) * 10 + words.first("DECADEWORD")
    return Expression("decade", number=number, mod=mod_of(words), bc=words.first("ERA") is not None)


def build_second_decade(words: Words) -> Expression | None:
    """The "80s" of "the 1970s and 80s": of the same century."""
    first, second = _first(words.before, ("DECADE",)), words.first("DECADE")
    if first < 10 or words.tokens[-1].get("SHORTDECADE") is None:
        return None
    return Expression("decade", number=first // 10 * 10 + second, mod=mod_of(words))


def build_century(words: Words) -> Expression | None:
    """ "the 20th century" is 19: the years 1900–1999, as TIMEX3 has it."""
    ordinal = _day_of(words.tokens[3:] if words.has("half") else words.tokens)  # not the "first" of "the first half of"
    if ordinal is None or ordinal > 30:
        return None
    era = words.first("ERA") is not None
    return Expression("century", number=ordinal - 1, mod="START" if words.has("turn") else mod_of(words), bc=era)


def build_quarter(words: Words) -> Expression | None:
    """A numbered quarter, of a year that is told, relative, or left open."""
    is_fourth = words.has("final") or (words.first("LAST") and (words.has("year") or words.first("YEAR")))
    number = words.first("QNUM") or words.first("ORD") or (4 if is_fourth else None)
    if number is None or number > 4:
        return None
    relative = words.relative() if words.has("year") else ""
    return Expression("quarter", number=int(number), year=_year_of(words, words.tokens), relative=relative, mod=mod_of(words))


def build_half(words: Words) -> Expression | None:
    """ "the first half of 2019": H1."""
    number = words.first("HNUM") or (2 if words.has("second", "latter", "2nd") else 1)
    if (words.first("ORD") or 1) > 2:
        return None
    relative = words.relative() if words.has("year") else ""
    return Expression("half", number=number, year=_year_of(words, words.tokens), relative=relative)


def build_season(words: Words) -> Expression | None:
    """A season, with its year or with this, last, next."""
    year = _year_of(words, words.tokens) or _year_of(words, words.after)
    return Expression(
        "season", season=words.first("SEASON", "FALL"), year=year, relative="" if year else words.relative(), mod=mod_of(words)
    )


def build_weekday(words: Words) -> Expression | None:
    """A weekday, perhaps with a part of the day and this, last, next; "Wednesday last week" counts from the week."""
    unit = "W" if words.has("week") else ""
    mod = mod_of(words)
    return Expression(
        "weekday", weekday=words.first("WDAY", "WDAYABBR"), relative=words.relative(), unit=unit, daypart=_daypart(words), mod=mod
    )


def build_eve(words: Words) -> Expression | None:
    """ "The eve of Saturday": a Friday, which has come when the Saturday may not."""
    weekday = words.first("WDAY")
    return Expression("weekday", weekday=(int(weekday) - 2) % 7 + 1) if weekday else None


def build_deictic(words: Words) -> Expression | None:
    """Today, yesterday, tomorrow and their neighbours, with the part of the day."""
    offset = words.first("DEICTIC") or 0
    if words.has("before", "after"):
        offset *= 2
    return Expression("deictic", offset=offset, daypart=_daypart(words), mod=mod_of(words))


def build_part_of_day(words: Words) -> Expression | None:
    """ "this morning", "last night", "that evening", "the night before", "overnight" (the night before)."""
    relative = "previous" if words.has("before") else "following" if words.has("after") else words.relative()
    if words.first("OVERNIGHT"):
        return Expression("deictic", offset=-1, daypart="NI", mod=mod_of(words), value="overnight")
    if relative in ("that", "previous", "following"):
        return Expression("unit", unit="D", relative=relative, daypart=_daypart(words), mod=mod_of(words))
    if relative == "next":
        return Expression("unit", unit="D", relative="following", daypart=_daypart(words), mod=mod_of(words))
    return Expression("deictic", offset=-1 if relative == "last" else 0, daypart=_daypart(words), mod=mod_of(words))


def build_bare_part(words: Words) -> Expression | None:
    """ "the evening": a part of the day that is being told."""
    return Expression("part", daypart=_daypart(words), mod=mod_of(words))


def build_unit(words: Words) -> Expression | None:
    """ "this month", "last year", "the next day", "that same week"."""
    relative = "latest" if words.has("latest", "recent") else words.relative()
    unit = next(value for token in reversed(words.tokens) if (value := token.get("UNIT")))
    said = [token.text.lower() for token in words.tokens]
    if "next" in said and said[: said.index("next")][-1:] in (["the"], ["that"]):
        relative = "following"
    return Expression(
        "unit", unit=str(unit), relative=relative or "this", mod=mod_of(words), fiscal=words.has("fiscal"), cue=_side(words)
    )


def _side(words: Words) -> str:
    """ "earlier this month" ends at the anchor, "later this month" begins there."""
    return next((word for word in ("earlier", "later") if words.has(word)), "")


def build_the_unit(words: Words) -> Expression | None:
    """ "the year", "the end of the month", "year-end": the one that is being told."""
    unit = next(value for token in reversed(words.tokens) if (value := token.get("UNIT")))
    relative = "latest" if words.has("latest") else words.relative()
    if unit == "WE":
        return Expression("unit", unit="WE", relative=relative or "the")
    is_end = words.has("'s", "’s", "-") and unit != "W" and not words.has("date")  # "year-end", not "year-to-date"
    mod = mod_of(words) or ("END" if is_end else "")
    return Expression("unit", unit=str(unit), relative=relative or "the", mod=mod, cue=_side(words))


def build_week_of_month(words: Words) -> Expression | None:
    """ "the first week of March": a week of a month, counted from its first day; "the week of March 5" holds that day."""
    kept = tuple(t for t in words.tokens[2:] if not (t.get("UNIT") and t.text.lower() not in ("month", "year")))
    dated = build_calendar(words._replace(tokens=kept))
    if dated is None:
        return None
    if dated.day:
        return replace(dated, kind="week_of_day", unit=str(words.first("UNIT")))
    number = -1 if words.has("last", "final") else int(words.first("ORD") or 1)
    unit = words.first("UNIT", "UNITS")
    if unit not in ("W", "WE", "D"):
        return None
    return replace(dated, kind="week_of_month", week=number, unit=str(unit), value=_span_unit(words))


def _span_unit(words: Words) -> str:
    if words.first(*MONTH_CLASSES):
        return ""
    return "year" if words.has("year") else "month" if words.has("month") else ""


PRODUCTIONS: dict[str, Build] = {
    "calendar": build_calendar,
    "first_month": build_first_month,
    "iso": build_iso,
    "slashed": build_slashed,
    "bc": build_bc,
    "spelled_year": build_spelled_year,
    "short_year": build_short_year,
    "decade": build_decade,
    "second_decade": build_second_decade,
    "century": build_century,
    "quarter": build_quarter,
    "half": build_half,
    "season": build_season,
    "weekday": build_weekday,
    "eve": build_eve,
    "deictic": build_deictic,
    "part_of_day": build_part_of_day,
    "bare_part": build_bare_part,
    "unit": build_unit,
    "the_unit": build_the_unit,
    "week_of_month": build_week_of_month,
}
