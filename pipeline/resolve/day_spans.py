"""Calendar units as day intervals, both ends inclusive, and the parts of them that "early", "mid" and "late" name
(codebook section 3)."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

Span = tuple[date, date]

DAY_PRECISIONS = ("day", "days")
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
UNIT_MONTHS = {"M": 1, "Q": 3, "H2": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
UNIT_DAYS = {"D": 1, "W": 7, "FN": 14, "WE": 7, "NI": 1}
RECENT_DAYS = {
    "D": 7,
    "W": 30,
    "M": 183,
    "Y": 1826,
    "DE": 7305,
    "H": 1,
    "MI": 1,
    "Q": 366,
    "WE": 30,
}  # "in recent days": codebook


def shifted_month(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month that lie so many months away."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def month_span(year: int, month: int, months: int = 1) -> Span | None:
    """The days of `months` whole months from this one; None outside the calendar."""
    after = shifted_month(year, month, months)
    if not MINYEAR <= year <= MAXYEAR or not MINYEAR <= after[0] <= MAXYEAR:
        return None
    return date(year, month, 1), date(after[0], after[1], 1) - timedelta(1)


def year_span(year: int, years: int = 1) -> Span | None:
    """The days of `years` whole years from this one."""
    return month_span(year, 1, 12 * years)


def quarter_span(year: int, quarter: int) -> Span | None:
    """The days of a calendar quarter, 1–4."""
    return month_span(year, 3 * quarter - 2, 3)


def half_span(year: int, half: int) -> Span | None:
    """The days of a half year, 1–2."""
    return month_span(year, 6 * half - 5, 6)


def season_span(year: int, season: str) -> Span | None:
    """The days of a season of the northern year; winter begins in December of `year`."""
    return month_span(year, SEASON_MONTHS[season][0], 3)


def week_span(day: date) -> Span:
    """The ISO week that holds the day."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def add_days(day: date, days: int) -> date | None:
    """The day so many days away; None outside the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The same day of another month, or that month's last day."""
    year, month = shifted_month(day.year, day.month, months)
    span = month_span(year, month)
    return span and date(year, month, min(day.day, span[1].day))


def part_of_month(span: Span, mod: str) -> Span:
    """Early, mid and late: days 1–10, 11–20, 21–end."""
    first, last = span
    return {
        "START": (first, first + timedelta(9)),
        "MID": (first + timedelta(10), first + timedelta(19)),
        "END": (first + timedelta(20), last),
    }[mod]


def part_of_year(year: int, mod: str) -> Span | None:
    """Early, mid and late: January–April, May–August, September–December."""
    return month_span(year, {"START": 1, "MID": 5, "END": 9}[mod], 4)


def part_of_span(span: Span, mod: str) -> Span:
    """Thirds of any other interval, the middle one takes the remainder."""
    first, last = span
    third = max(1, ((last - first).days + 1) // 3)
    if mod == "START":
        return first, first + timedelta(third - 1)
    if mod == "END":
        return last - timedelta(third - 1), last
    return first + timedelta(third), max(first + timedelta(third), last - timedelta(third))
