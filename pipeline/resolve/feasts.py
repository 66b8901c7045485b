"""The days of movable feasts: Easter by the Gregorian computus, Islamic feasts by the tabular calendar with a day's
doubt either way."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.resolve.day_spans import Span
from pipeline.tag.timex_grammar import holidays

ISLAMIC_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram AH 1, civil reckoning, proleptic Gregorian
ISLAMIC_DOUBT = timedelta(1)  # the moon is sighted, not computed


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year (anonymous computus, as in Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, mod4 = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quarter, remainder = divmod(rest, 4)
    weekday = (32 + 2 * mod4 + 2 * quarter - epact - remainder) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def islamic_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a date of the tabular Islamic calendar (leap years 2 5 7 10 13 16 18 21 24 26 29 of 30)."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day - 1
    return date.fromordinal(ISLAMIC_EPOCH + days)


def feast_spans(key: str, year: int) -> tuple[tuple[date, Span], ...]:
    """Every (nominal first day, interval with its doubt) of a feast that begins in a Gregorian year: one, or none or
    two if Islamic."""
    feast = holidays()[key]
    length = timedelta(int(feast.get("days", 1)) - 1)
    if "islamic" in feast:
        guess = int((year - 622) * 1.0307)
        hijri = range(max(1, guess - 1), guess + 3)
        days = sorted(islamic_day(each, month, day) for each in hijri for month, day in feast["islamic"])
        return tuple((first, (first - ISLAMIC_DOUBT, first + length + ISLAMIC_DOUBT)) for first in days if first.year == year)
    if "easter" in feast:
        first = easter(year) + timedelta(int(feast["easter"]))
    elif "nth" in feast:
        first = _nth_weekday(year, *feast["nth"])
    else:
        first = date(year, int(feast["fixed"][:2]), int(feast["fixed"][3:]))
    return ((first, (first, first + length)),)


def feast_day(first: date, span: Span, number: int) -> tuple[date, Span]:
    """One day of a feast, with its doubt: 1 the first, 0 its eve, -1 the last."""
    doubt = first - span[0]
    day = span[1] - doubt if number < 0 else first + timedelta(number - 1)
    return day, (day - doubt, day + doubt)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
