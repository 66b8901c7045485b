"""Anchor what is counted from somewhere: this/last/next unit, N units ago or later, lengths, vague stretches,
references."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.resolve.anchor import day_value, one_day, week_value, weekend_of
from pipeline.resolve.day_spans import (
    RECENT_DAYS,
    UNIT_DAYS,
    UNIT_MONTHS,
    Span,
    add_days,
    add_months,
    month_span,
    part_of_month,
    part_of_span,
    part_of_year,
    quarter_span,
    shifted_month,
    week_span,
    year_span,
)
from pipeline.resolve.scene import Anchored, Focus, Scene, focus_on
from pipeline.tag.timex_expression import Expression

REPEATED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "NI": "XXXX-XX-XXTNI"}
STEP = {"last": -1, "previous": -1, "next": 1, "following": 1}
DAY_UNITS = ("D", "W", "FN", "NI")
CLOCK_UNITS = ("H", "MI", "S")


def _base(e: Expression, scene: Scene) -> date | None:
    """The day to count from: the date being told for "that", "the previous", "the following" and in narrative, else
    the DCT."""
    told = scene.told.first_day() if scene.told else None
    told_day = scene.told_day.first_day() if scene.told_day else None
    if e.relative in ("that", "previous", "following", "the") or scene.is_narrative or scene.dct is None:
        is_day = e.unit in ("D", "NI", "W", "WE", "H")
        chosen = (told_day if is_day and scene.told_day else None) or told
        if e.relative == "the" and not scene.is_narrative and scene.dct is not None:
            return scene.dct
        return chosen or (scene.dct if e.relative not in ("that",) or e.unit != "D" else None)
    return scene.dct


def anchor_unit(e: Expression, scene: Scene) -> Anchored:
    """ "this month", "last year", "the next day", "that week", "the end of the year"."""
    if e.relative in ("the", "latest", "that") and e.unit == "Q" and (quarter := _told_quarter(e, scene)):
        return quarter
    if (told := scene.told) and told.bc and told.year and e.relative != "this" and e.unit in ("Y", "DE", "CE"):
        return _before_christ(e.unit, told.year - STEP.get(e.relative, 0) * {"Y": 1, "DE": 10, "CE": 100}[e.unit])
    base = _base(e, scene)
    step = -1 if e.relative == "latest" else STEP.get(e.relative, 0)
    if e.unit in CLOCK_UNITS:
        return Anchored("PRESENT_REF" if step == 0 else f"PT1{e.unit[0]}")
    if base is None:
        return Anchored(_open_value(e))
    if e.unit in ("D", "NI"):
        return _open_day(e, scene, step) or _day_away(e, base, step)
    if e.unit == "WE":
        return _weekend(e, base, step, scene)
    anchored = unit_at(base, e.unit, step)
    return _sided(anchored, e, scene, base) if e.cue else _part(anchored, e)


def _before_christ(unit: str, year: int) -> Anchored:
    """Years before Christ count down."""
    value = {"Y": f"BC{year:04}", "DE": f"BC{year // 10:03}", "CE": f"BC{year // 100:02}"}[unit]
    return Anchored(value, None, "unknown", "relative", Focus(year, None, None, None, True))


def _told_quarter(e: Expression, scene: Scene) -> Anchored | None:
    """ "the quarter": the one that is being told, else the last one that is over."""
    if scene.quarter and scene.quarter.year and scene.quarter.quarter and e.relative != "latest":
        return _same_quarter(scene.quarter.year, scene.quarter.quarter)
    return unit_at(scene.dct, "Q", -1) if scene.dct else None


def _day_away(e: Expression, base: date, step: int) -> Anchored:
    day = add_days(base, step)
    return one_day(day, e.daypart) if day else Anchored("XXXX-XX-XX")


def _open_day(e: Expression, scene: Scene, step: int) -> Anchored | None:
    """ "The next day" of something told in a month or year: one of its days, moved on, and nobody knows which."""
    told = scene.told
    is_of_told = e.relative in ("that", "previous", "following") and not scene.is_narrative and scene.told_day is None
    if not is_of_told or told is None or told.day is not None or (span := told.span()) is None:
        return None
    first, last = add_days(span[0], step), add_days(span[1], step)
    return Anchored("XXXX-XX-XX", (first, last), "range", "relative", told) if first and last else None


def _open_value(e: Expression) -> str:
    unknown = {
        "D": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
        "Y": "XXXX",
        "WE": "XXXX-WXX-WE",
        "DE": "XXX",
        "CE": "XX",
    }
    return unknown.get(e.unit, "XXXX") + (f"T{e.daypart}" if e.daypart else "")


def unit_at(base: date, unit: str, step: int) -> Anchored:
    """The unit that lies `step` units from the one that holds `base`."""
    if unit == "W":
        day = add_days(base, 7 * step)
        return _week_of(day) if day else Anchored("XXXX-WXX")
    if unit == "FN":
        return unit_at(base, "W", 2 * step)
    if unit in ("M", "Q"):
        return _months_away(base, unit, step)
    if unit == "Y":
        year = base.year + step
        return _years(f"{year:04}" if year > 0 else f"BC{1 - year:04}", year, 1, "year")
    if unit == "DE":
        decade = base.year // 10 + step
        return _years(f"{decade:03}", decade * 10, 10, "decade")
    century = base.year // 100 + step
    return _years(f"{century:02}", century * 100, 100, "century")


def _week_of(day: date) -> Anchored:
    monday = week_span(day)[0]
    return Anchored(week_value(day), week_span(day), "week", "relative", Focus(monday.year, monday.month, monday=monday))


def _years(value: str, year: int, years: int, precision: str) -> Anchored:
    return Anchored(value, year_span(year, years), precision, "relative", Focus(year) if year > 0 else None)


def _months_away(base: date, unit: str, step: int) -> Anchored:
    size = UNIT_MONTHS[unit]
    first = base.month if unit == "M" else 3 * ((base.month - 1) // 3) + 1
    year, month = shifted_month(base.year, first, size * step)
    span = month_span(year, month, size)
    if unit == "M":
        return Anchored(f"{year:04}-{month:02}", span, "month", "relative", Focus(year, month))
    number = (month - 1) // 3 + 1
    return Anchored(f"{year:04}-Q{number}", span, "quarter", "relative", Focus(year, None, None, number))


def _weekend(e: Expression, base: date, step: int, scene: Scene) -> Anchored:
    monday = week_span(base)[0]
    if e.relative == "the":
        step = 0 if scene.tense == "future" or base.isoweekday() >= 6 else -1
    elif e.relative == "last" and base.isoweekday() < 6:
        step = -1
    return weekend_of(monday + timedelta(7 * step))


def _part(anchored: Anchored, e: Expression) -> Anchored:
    if e.mod not in ("START", "MID", "END") or anchored.span is None:
        return anchored
    if anchored.precision == "month":
        return anchored._replace(span=part_of_month(anchored.span, e.mod), precision="part_of_month")
    if anchored.precision == "year":
        return anchored._replace(span=part_of_year(anchored.span[0].year, e.mod), precision="part_of_year")
    return anchored._replace(span=part_of_span(anchored.span, e.mod))


def _sided(anchored: Anchored, e: Expression, scene: Scene, base: date) -> Anchored:
    """ "earlier this month" is what lies before the anchor day, "later this month" what lies after it."""
    if anchored.span is None:
        return anchored
    first, last = anchored.span
    precision = {"month": "part_of_month", "year": "part_of_year"}.get(anchored.precision, anchored.precision)
    is_current = first <= base <= last and (scene.dct == base or e.relative == "that")
    if not is_current:
        return _part(anchored, e)
    if e.cue == "earlier":
        return anchored._replace(span=(first, max(first, base - timedelta(1))), precision=precision)
    return anchored._replace(span=(min(last, base + timedelta(1)), last), precision=precision)


def anchor_shift(e: Expression, scene: Scene) -> Anchored:
    """N units ago (from the DCT) or earlier and later (from the date being told). Weeks give a week, months a month,
    years a year."""
    if e.amount is None:
        return _vague_shift(e, scene)
    told = scene.told_day if e.unit in DAY_UNITS and scene.told_day else scene.told
    if e.unit in ("W", "FN") and e.anchor != "dct" and scene.told and scene.told.monday and not scene.is_narrative:
        return unit_at(scene.told.monday, e.unit, int(e.amount * e.direction))  # "last week … from a week earlier"
    if told and not told.day and not told.bc and e.unit in DAY_UNITS and not scene.is_narrative and scene.dct:
        if e.direction > 0 and e.anchor != "dct":
            return Anchored(_open_value(e))
        told = None  # a month or a year that news tells is no day to count days and weeks from
    base = scene.dct if e.anchor == "dct" and not (scene.is_narrative and told) else (told.first_day() if told else scene.dct)
    if told and told.bc and told.year and e.anchor != "dct" and e.unit in ("Y", "DE"):
        return _before_christ("Y", told.year - int(e.amount * e.direction) * (10 if e.unit == "DE" else 1))
    if e.unit in CLOCK_UNITS:
        return _hours_away(e, base)
    if base is None:
        return Anchored(_open_value(e))
    amount = e.amount * e.direction
    near = scene.quarter if scene.is_quarter_near else None
    if e.unit == "Y" and e.amount == 1 and near and near.quarter and near.year:
        return _same_quarter(near.year + e.direction, near.quarter)
    if e.unit == "Y" and e.amount == 1 and e.direction < 0 and (month := scene.month) and month.year and month.month:
        return _same_month(month.year - 1, month.month)
    if amount != int(amount):
        return _fraction_away(e, base, amount)
    if e.unit in ("D", "NI"):
        return _day_away(e, base, int(amount))
    if e.unit == "WE":
        return _weekend(e, base, int(amount), scene)
    anchored = unit_at(base, e.unit, int(amount))
    is_exact = told is not None and told.day and e.anchor != "dct" and e.unit in ("W", "FN")
    day = add_days(base, int(amount) * UNIT_DAYS[e.unit]) if is_exact else None
    return one_day(day) if day else anchored


def anchor_shift_of_day(e: Expression, scene: Scene) -> Anchored:
    """ "A year ago today", "two years ago this month", "a week ago Friday"."""
    if scene.dct is None or e.amount is None:
        return Anchored(_open_value(e))
    base: date | None = scene.dct
    if e.weekday:
        base = scene.dct - timedelta((scene.dct.isoweekday() - e.weekday) % 7)
    elif e.value == "D":
        base = scene.dct + timedelta(e.offset)
    months = UNIT_MONTHS.get(e.unit)
    amount = int(e.amount * e.direction)
    day = base and (add_months(base, amount * months) if months else add_days(base, amount * UNIT_DAYS[e.unit]))
    if day is None:
        return Anchored(_open_value(e))
    return one_day(day, e.daypart) if e.value == "D" else unit_at(day, e.value, e.offset)


def _same_quarter(year: int, quarter: int) -> Anchored:
    return Anchored(f"{year:04}-Q{quarter}", quarter_span(year, quarter), "quarter", "relative", Focus(year, None, None, quarter))


def _same_month(year: int, month: int) -> Anchored:
    return Anchored(f"{year:04}-{month:02}", month_span(year, month), "month", "relative", Focus(year, month))


def _hours_away(e: Expression, base: date | None) -> Anchored:
    if base is None or e.anchor != "dct":
        return Anchored("XXXX-XX-XXTXX")
    days = (e.amount or 0) / {"H": 24, "MI": 1440, "S": 86400}[e.unit]
    start = base - timedelta(int(days + 1)) if e.direction < 0 else base
    return Anchored(
        f"{day_value(base)}TXX", (start, base) if e.direction < 0 else (base, base + timedelta(int(days + 1))), "days", "relative"
    )


def _fraction_away(e: Expression, base: date, amount: float) -> Anchored:
    months = UNIT_MONTHS.get(e.unit)
    day = add_months(base, int(amount * months)) if months else add_days(base, int(amount * UNIT_DAYS.get(e.unit, 1)))
    if day is None:
        return Anchored(_open_value(e))
    is_coarse = months is not None and abs(amount * months) >= UNIT_MONTHS["DE"] / 2  # "half a century ago" is a year, no month
    return unit_at(day, "Y" if is_coarse else "M", 0) if months else one_day(day)


def _vague_shift(e: Expression, scene: Scene) -> Anchored:
    """ "several days ago": some time before, in the interval of "in recent days"."""
    value = "PAST_REF" if e.direction < 0 else "FUTURE_REF"
    if scene.dct is None or e.anchor != "dct" or e.direction > 0:
        return Anchored(value)
    start = add_days(scene.dct, -RECENT_DAYS.get(e.unit, 1826))
    return Anchored(value, (start, scene.dct) if start else None, "vague", "relative")


def duration_value(unit: str, amount: float | None) -> str:
    """P3Y, PT2H, PXD; half units in the next finer unit where that is whole (half an hour is PT30M)."""
    if unit == "FN":
        return duration_value("W", None if amount is None else 2 * amount)
    if unit in ("H", "MI", "S"):
        if unit == "H" and amount is not None and amount < 1:
            return f"PT{_number(60 * amount)}M"
        return f"PT{_number(amount)}{unit[0]}"
    if amount is not None and amount != int(amount) and unit in ("DE", "CE"):
        return duration_value("Y", amount * UNIT_MONTHS[unit] / UNIT_MONTHS["Y"])
    letter = {"NI": "D", "WE": "WE", "ML": "ML"}.get(unit, unit)
    return f"P{_number(amount)}{letter}"


def _number(amount: float | None) -> str:
    if amount is None:
        return "X"
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"


def anchor_duration(e: Expression, scene: Scene) -> Anchored:
    """A length has no place in the calendar unless it has a side: "the past two weeks" end at the DCT, "the following three days"
    begin behind the day that is being told, and nowhere without one."""
    value = e.value or duration_value(e.unit, e.amount)
    if e.relative == "following":
        told = scene.told_day.first_day() if scene.told_day else None
        span = _length_from(told, e) if told is not None else None
        first = add_days(span[0], 1) if span is not None else None
        return (
            Anchored(value, (first, span[1]), "days", "relative") if span is not None and first is not None else Anchored(value)
        )
    if not e.direction or scene.dct is None or scene.is_narrative:
        return Anchored(value)
    span = _length_from(scene.dct, e)
    if span is None:
        return Anchored(value)
    is_one_day = span[1] - span[0] <= timedelta(1)  # "the past 24 hours", "the past few hours" are the two days of "overnight"
    return Anchored(value, span, "days" if is_one_day else "vague" if e.amount is None else "range", "relative")


def _length_from(dct: date, e: Expression) -> Span | None:
    if e.amount is None:
        days = RECENT_DAYS.get(e.unit, 30)
        far = add_days(dct, e.direction * days)
    elif e.unit in UNIT_MONTHS:
        far = add_months(dct, round(e.direction * e.amount * UNIT_MONTHS[e.unit]))
    elif e.unit in CLOCK_UNITS:
        far = add_days(dct, e.direction * max(1, round(e.amount / {"H": 24, "MI": 1440, "S": 86400}[e.unit])))
    else:
        far = add_days(dct, round(e.direction * e.amount * UNIT_DAYS.get(e.unit, 1)))
    if far is None:
        return None
    return (far, dct) if e.direction < 0 else (dct, far)


def anchor_recent(e: Expression, scene: Scene) -> Anchored:
    """ "in recent weeks": DCT−30..DCT and so on (codebook)."""
    if scene.dct is None or scene.is_narrative:
        return Anchored(e.value)
    far = add_days(scene.dct, e.direction * RECENT_DAYS.get(e.unit, 30))
    span = None if far is None else (far, scene.dct) if e.direction < 0 else (scene.dct, far)
    return Anchored(e.value, span, "vague", "relative")


def anchor_reference(e: Expression, scene: Scene) -> Anchored:
    """PRESENT_REF, PAST_REF, FUTURE_REF date nothing ("recently" is unknown: codebook)."""
    return Anchored(e.value)


def anchor_set(e: Expression, scene: Scene) -> Anchored:
    """A repetition has a value and no days. Narrative gold writes the pattern of days, newswire the period."""
    if scene.is_narrative and e.unit in REPEATED and e.amount == 1 and not e.value:
        return Anchored(REPEATED[e.unit])
    return Anchored(e.value or duration_value(e.unit, e.amount))


def anchor_that_time(e: Expression, scene: Scene) -> Anchored:
    """ "at that time" is the date being told in narrative, a past reference in news; "this time" is the present."""
    told = scene.told
    if scene.is_narrative and told is not None and not told.bc and (span := told.span()):
        value = "-".join(f"{part:02}" for part in told[:3] if part)
        return Anchored(value, span, "day" if told.day else "month" if told.month else "year", "relative")
    return Anchored("PRESENT_REF" if e.relative == "this" else "PAST_REF")


def anchor_year_ago(e: Expression, scene: Scene) -> Anchored:
    """ "the year-ago quarter": the matching period a year before the one that is being told, or before the DCT's."""
    told = scene.quarter or scene.told or (focus_on(scene.dct) if scene.dct else None)
    if told is None or told.year is None or told.bc:
        return Anchored("XXXX")
    year = e.year or told.year - 1
    quarter = e.number or told.quarter
    if e.unit == "Q" and quarter is None and scene.dct and (last := unit_at(scene.dct, "Q", -1).focus) and last.year:
        year, quarter = last.year - 1, last.quarter
    if quarter and e.unit in ("Q", "Y"):
        return _same_quarter(year, quarter)
    if e.unit == "M" and told.month:
        return _same_month(year, told.month)
    return _years(f"{year:04}", year, 1, "year")
