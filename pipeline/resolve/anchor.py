"""Anchor dates: calendar dates, weekdays, deictics, seasons, quarters, decades, feasts, times of day."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.resolve.calendar_choice import choose_span, years_around
from pipeline.resolve.day_spans import (
    Span,
    half_span,
    month_span,
    part_of_month,
    part_of_span,
    part_of_year,
    quarter_span,
    season_span,
    shifted_month,
    week_span,
    year_span,
)
from pipeline.resolve.feasts import feast_day, feast_spans
from pipeline.resolve.scene import Anchored, Focus, Scene, focus_on
from pipeline.tag.timex_expression import Expression

PRECISE = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "H2": "part_of_year",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}


def day_value(day: date) -> str:
    """TIMEX3 value of a day."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def week_value(day: date) -> str:
    """TIMEX3 value of the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def one_day(day: date, daypart: str = "", basis: str = "relative", mod: str = "") -> Anchored:
    """A day, perhaps a part of it; the night belongs to the day on which it begins."""
    value = day_value(day) + (f"T{daypart}" if daypart else "")
    return Anchored(value, (day, day), "day", basis, focus_on(day))


def anchor_calendar(e: Expression, scene: Scene) -> Anchored:
    """Year, month and day as far as they are told; what is missing comes from the discourse or the DCT."""
    if e.bc:
        return _anchor_bc(e)
    if e.year is None and e.relative and e.unit == "Y":
        return _calendar_of(e, _relative_year(e.relative, scene), "relative")
    if e.month is None and e.day is not None:
        return _day_of_told_month(e, scene)
    if e.year is not None:
        return _calendar_of(e, e.year, "explicit")
    return _calendar_of(e, _missing_year(e, scene), "relative", _inherits_bc(scene))


def _anchor_bc(e: Expression) -> Anchored:
    value = f"BC{e.year:04}" + (f"-{e.month:02}" if e.month else "") + (f"-{e.season}" if e.season else "")
    return Anchored(value, None, "unknown", "explicit", Focus(e.year, e.month, None, None, True))


def _inherits_bc(scene: Scene) -> bool:
    return bool(scene.is_narrative and scene.told and scene.told.bc)


def _relative_year(relative: str, scene: Scene) -> int | None:
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(relative, 0)
    is_told = relative in ("that", "previous", "following") or scene.dct is None or scene.is_narrative
    base = scene.told.year if is_told and scene.told and scene.told.year else scene.dct.year if scene.dct else None
    return None if base is None else base + step


def _missing_year(e: Expression, scene: Scene) -> int | None:
    if _inherits_bc(scene) and scene.told:
        return scene.told.year
    spans = [span for year in years_around(scene) if (span := _calendar_span(year, e.month, e.day))]
    if e.relative in ("last", "previous", "next", "following") and scene.dct:
        return _sided_year(spans, e.relative, scene)
    if e.relative == "this" and scene.dct and not scene.is_narrative:
        return scene.dct.year
    if e.relative == "that" and scene.named_year is not None:  # "that October"
        return scene.named_year
    if (year := _year_gone_on(e, scene)) is not None:
        return year
    chosen = choose_span(spans, scene, "day" if e.day else "month")
    return chosen and chosen[0].year


def _year_gone_on(e: Expression, scene: Scene) -> int | None:
    """The January of "in November 2019 and in January" is the one behind it."""
    told = scene.told
    if not scene.is_continued or told is None or told.year is None or told.year != scene.sentence_year:
        return None
    if not (told.month and e.month) or e.month >= told.month or scene.dct is None:
        return None
    span = _calendar_span(told.year + 1, e.month, e.day)
    return told.year + 1 if span is not None and span[0] <= scene.dct else None


def _sided_year(spans: list[Span], relative: str, scene: Scene) -> int | None:
    base = scene.told.span() if scene.told and (scene.is_narrative or relative in ("previous", "following")) else None
    first, last = base or ((scene.dct, scene.dct) if scene.dct else (date.min, date.min))
    if relative in ("last", "previous"):
        before = [span for span in spans if span[1] < first]
        return before[-1][0].year if before else None
    return next((span[0].year for span in spans if span[0] > last), None)


def _calendar_span(year: int, month: int | None, day: int | None) -> Span | None:
    if not 1 <= year <= 9998:
        return None
    if month is None:
        return year_span(year)
    whole = month_span(year, month)
    if day is None or whole is None:
        return whole
    return (date(year, month, day),) * 2 if day <= whole[1].day else None


def _calendar_of(e: Expression, year: int | None, basis: str, bc: bool = False) -> Anchored:
    parts = [f"{year:04}" if year is not None else "XXXX"]
    parts += [f"{e.month:02}"] if e.month else []
    parts += [f"{e.day:02}"] if e.day and e.month else []
    value = ("BC" if bc else "") + "-".join(parts) + (f"T{e.daypart}" if e.daypart else "")
    span = _calendar_span(year, e.month, e.day) if year is not None and not bc else None
    focus = Focus(year, e.month, e.day, None, bc) if year is not None else None
    if span is None or year is None:
        return Anchored(value, None, "unknown", basis, focus)
    return _with_part(Anchored(value, span, "day" if e.day else "month" if e.month else "year", basis, focus), e.mod, year)


def _with_part(anchored: Anchored, mod: str, year: int) -> Anchored:
    """The interval of "early", "mid" and "late"."""
    if mod not in ("START", "MID", "END") or anchored.span is None or anchored.precision == "day":
        return anchored
    if anchored.precision == "month":
        return anchored._replace(span=part_of_month(anchored.span, mod), precision="part_of_month")
    if anchored.precision == "year":
        return anchored._replace(span=part_of_year(year, mod), precision="part_of_year")
    return anchored._replace(span=part_of_span(anchored.span, mod))


def _day_of_told_month(e: Expression, scene: Scene) -> Anchored:
    told = scene.told if scene.told and scene.told.month else None
    if e.relative in ("last", "next", "this") and e.unit == "M" and scene.dct:
        step = {"last": -1, "next": 1}.get(e.relative, 0)
        told = Focus(*shifted_month(scene.dct.year, scene.dct.month, step))
    elif told is None and scene.dct:
        told = Focus(scene.dct.year, scene.dct.month - (1 if (e.day or 0) > scene.dct.day and scene.dct.month > 1 else 0))
    if told is None or told.year is None or told.month is None:
        return Anchored(f"XXXX-XX-{e.day:02}" + (f"T{e.daypart}" if e.daypart else ""))
    span = _calendar_span(told.year, told.month, e.day) if not told.bc else None
    if span is None:
        return Anchored(f"XXXX-XX-{e.day:02}")
    return one_day(span[0], e.daypart)


def anchor_weekday(e: Expression, scene: Scene) -> Anchored:
    """The latest such day up to and including the DCT; the next one only with a future cue (codebook). In narrative,
    after the date told."""
    weekday = e.weekday or 1
    base = scene.dct
    told = scene.told_day.first_day() if scene.told_day else None
    if (scene.is_narrative or e.relative in ("following", "previous", "that")) and told:
        base = told
    if base is None:
        return Anchored(f"XXXX-WXX-{weekday}" + (f"T{e.daypart}" if e.daypart else ""))
    if e.unit == "W":
        return _weekday_of_week(e, base, weekday)
    if not e.relative and (joined := _after_joined(weekday, scene)):
        return one_day(joined, e.daypart)
    back, ahead = (base.isoweekday() - weekday) % 7, (weekday - base.isoweekday()) % 7
    if e.relative in ("next", "following"):
        day = base + timedelta(ahead or 7)
    elif e.relative in ("last", "previous"):
        day = base - timedelta(back or 7)
    elif (scene.is_narrative and base is told) or scene.tense == "future" or (e.relative == "this" and scene.tense != "past"):
        day = base + timedelta(ahead)
    elif e.relative == "this":
        day = week_span(base)[0] + timedelta(weekday - 1)
    else:
        day = base - timedelta(back)
    return one_day(day, e.daypart)


def _after_joined(weekday: int, scene: Scene) -> date | None:
    """The Tuesday of "Monday and Tuesday" follows that Monday, unless it were then a day to come, which Monday is not."""
    first = scene.joined_day.first_day() if scene.joined_day else None
    if first is None or scene.dct is None:
        return None
    day = first + timedelta((weekday - first.isoweekday()) % 7)
    is_to_come = scene.tense == "future" or (first >= scene.dct and scene.tense != "past")
    return day if day <= scene.dct or is_to_come else None


def _weekday_of_week(e: Expression, base: date, weekday: int) -> Anchored:
    weeks = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(e.relative, 0 if e.relative else 1)
    return one_day(week_span(base)[0] + timedelta(7 * weeks + weekday - 1), e.daypart)


def anchor_deictic(e: Expression, scene: Scene) -> Anchored:
    """Days counted from the DCT. "Overnight" is the night before: DCT−1..DCT."""
    if scene.dct is None or scene.is_narrative:
        return Anchored("XXXX-XX-XX" + (f"T{e.daypart}" if e.daypart else ""))
    if e.value == "overnight":
        start = scene.dct - timedelta(1) if scene.tense != "future" else scene.dct
        return Anchored(f"{day_value(start)}TNI", (start, start + timedelta(1)), "days", "relative", None)
    return one_day(scene.dct + timedelta(e.offset), e.daypart)


def anchor_part(e: Expression, scene: Scene) -> Anchored:
    """A part of the day that is being told; in news with no day told, of the day of writing, which dates no event by it."""
    told = scene.told_day.first_day() if scene.told_day else None
    if told is None and scene.dct is not None and not scene.is_narrative:
        return one_day(scene.dct, e.daypart)._replace(focus=None, precision="unknown", span=None)
    if told is None:
        return Anchored(f"XXXX-XX-XXT{e.daypart}")
    return one_day(told, e.daypart)._replace(focus=None, precision="unknown" if scene.is_day_reported else "day")


def anchor_clock(e: Expression, scene: Scene) -> Anchored:
    """A time of day on its own day, else on the day that is being told, else on the DCT, which dates no event by it."""
    if e.month or e.day:
        dated = anchor_calendar(e, scene)
    elif e.weekday:
        dated = anchor_weekday(e, scene)
    elif e.value == "dct":
        dated = anchor_deictic(e, scene)._replace(precision="day")
    else:
        told = scene.told_day if scene.is_day_near else None
        day = told.first_day() if told else scene.dct
        dated = one_day(day) if day else Anchored("XXXX-XX-XX")
        dated = dated._replace(focus=None, precision="day" if told and not scene.is_day_reported else "unknown")
    return dated._replace(value=f"{dated.value.split('T')[0]}T{e.clock}")


def anchor_quarter(e: Expression, scene: Scene) -> Anchored:
    """A quarter, of its year or of the one that tense and DCT leave."""
    number = e.number or 1
    year, basis = _year_or_choice(e, scene, lambda y: quarter_span(y, number))
    if year is None:
        return Anchored(f"XXXX-Q{number}")
    return Anchored(f"{year:04}-Q{number}", quarter_span(year, number), "quarter", basis, Focus(year, None, None, number))


def anchor_half(e: Expression, scene: Scene) -> Anchored:
    """A half year."""
    number = e.number or 1
    year, basis = _year_or_choice(e, scene, lambda y: half_span(y, number))
    if year is None:
        return Anchored(f"XXXX-H{number}")
    return Anchored(f"{year:04}-H{number}", half_span(year, number), "part_of_year", basis, Focus(year))


def anchor_season(e: Expression, scene: Scene) -> Anchored:
    """A season; a winter belongs to the year in which it begins."""
    if e.bc:
        return _anchor_bc(e)
    year, basis = _year_or_choice(e, scene, lambda y: season_span(y, e.season))
    if year is None:
        return Anchored(f"XXXX-{e.season}")
    prefix = "BC" if _inherits_bc(scene) and e.year is None else ""
    span = None if prefix else season_span(year, e.season)
    anchored = Anchored(f"{prefix}{year:04}-{e.season}", span, "season", basis, Focus(year, None, None, None, bool(prefix)))
    return _with_part(anchored, e.mod, year)


def _year_or_choice(e: Expression, scene: Scene, spans_of: object) -> tuple[int | None, str]:
    if e.year is not None:
        return e.year, "explicit"
    if _inherits_bc(scene) and scene.told:
        return scene.told.year, "relative"
    assert callable(spans_of)
    spans = [span for year in years_around(scene) if (span := spans_of(year))]
    if e.kind in ("quarter", "half") and e.relative:
        return _relative_year(e.relative, scene), "relative"
    if e.relative in ("last", "previous", "next", "following") and scene.dct:
        return _sided_year(spans, e.relative, scene), "relative"
    if e.relative == "this" and scene.dct and not scene.is_narrative and e.kind == "season":
        return scene.dct.year - (e.season == "WI" and scene.dct.month <= 2), "relative"
    chosen = choose_span(spans, scene, e.kind)
    return (chosen[0].year if chosen else None), "relative"


def anchor_decade(e: Expression, scene: Scene) -> Anchored:
    """199 is the years 1990–1999."""
    number = e.number or 0
    if e.bc:
        return Anchored(f"BC{number:03}", None, "unknown", "explicit")
    span = year_span(number * 10, 10)
    anchored = Anchored(f"{number:03}", span, "decade", "explicit", Focus(number * 10) if span else None)
    if span and e.mod in ("START", "MID", "END"):
        first, years = {"START": (0, 4), "MID": (4, 3), "END": (7, 3)}[e.mod]
        anchored = anchored._replace(span=year_span(number * 10 + first, years))
    return anchored


def anchor_century(e: Expression, scene: Scene) -> Anchored:
    """19 is the years 1900–1999, for "the 20th century", as TIMEX3 writes it."""
    number = e.number or 0
    if e.bc:
        return Anchored(f"BC{number:02}", None, "unknown", "explicit")
    anchored = Anchored(f"{number:02}", year_span(max(1, number * 100), 100), "century", "explicit")
    return _with_part(anchored, e.mod, number * 100)


def anchor_holiday(e: Expression, scene: Scene) -> Anchored:
    """A feast of its year, or of the one that tense and DCT leave; Islamic feasts carry a day's doubt in the interval."""
    years = range(e.year, e.year + 1) if e.year else years_around(scene)
    feasts = [feast for year in years if 1 <= year <= 9998 for feast in feast_spans(e.holiday, year)]
    if not feasts:
        return Anchored("XXXX-XX-XX")
    spans = [span for _, span in feasts]
    chosen = spans[0] if e.year else choose_span(spans, scene)
    if e.relative in ("last", "next") and scene.dct:
        year = _sided_year(spans, e.relative, scene)
        chosen = next((span for span in spans if span[0].year == year), None)
    if chosen is None:
        return Anchored("XXXX-XX-XX")
    first = next(day for day, span in feasts if span == chosen)
    if e.number is not None:
        first, chosen = feast_day(first, chosen, e.number)
    precision = "day" if chosen[0] == chosen[1] else "days"
    value = day_value(first) + (f"T{e.daypart}" if e.daypart else "")
    return Anchored(value, chosen, precision, "explicit" if e.year else "relative", focus_on(first))


def anchor_week_of_month(e: Expression, scene: Scene) -> Anchored:
    """ "the first week of March": days 1–7; "the last": the last seven days."""
    of_month = Expression("calendar", year=e.year, month=e.month, relative=e.relative)
    whole = _whole_month(e, scene) if e.value == "month" else anchor_calendar(of_month, scene)
    if whole.span is None:
        return Anchored("P1W")
    first, last = whole.span
    size = 1 if e.unit == "D" else 7
    start = last - timedelta(size - 1) if e.week == -1 else first + timedelta(size * ((e.week or 1) - 1))
    end = min(last, start + timedelta(size - 1))
    return Anchored(
        "P1W" if size == 7 else day_value(start), (start, end), "week" if size == 7 else "day", whole.basis, whole.focus
    )


def _whole_month(e: Expression, scene: Scene) -> Anchored:
    """The month of "the last day of the month", "the first week of last month"."""
    told = scene.told if scene.told and scene.told.month and (e.relative == "that" or scene.is_narrative) else None
    base = told or (focus_on(scene.dct) if scene.dct else None)
    if base is None or base.year is None or base.month is None or base.bc:
        return Anchored("XXXX-XX")
    year, month = shifted_month(base.year, base.month, {"last": -1, "previous": -1, "next": 1}.get(e.relative, 0))
    return Anchored(f"{year:04}-{month:02}", month_span(year, month), "month", "relative", Focus(year, month))


def anchor_week_of_day(e: Expression, scene: Scene) -> Anchored:
    """ "the week of March 5": the ISO week that holds the day; "the weekend of June 3" is its Saturday and Sunday."""
    dated = anchor_calendar(e, scene)
    if dated.span is None:
        return Anchored("XXXX-WXX")
    if e.unit == "WE":
        return weekend_of(dated.span[0])._replace(basis=dated.basis)
    return Anchored(week_value(dated.span[0]), week_span(dated.span[0]), "week", dated.basis, dated.focus)


def weekend_of(day: date) -> Anchored:
    """The Saturday and Sunday of the ISO week that holds a day."""
    saturday = week_span(day)[0] + timedelta(5)
    return Anchored(f"{week_value(saturday)}-WE", (saturday, saturday + timedelta(1)), "days", "relative", focus_on(saturday))
