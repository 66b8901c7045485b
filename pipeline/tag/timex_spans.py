"""Productions for lengths of time, distances, repetitions and fixed references."""

from __future__ import annotations

from dataclasses import replace

from pipeline.tag.timex_build import PRODUCTIONS, Build, Words, mod_of
from pipeline.tag.timex_clock import CLOCKS
from pipeline.tag.timex_expression import Expression

APPROX_PHRASES = (
    ("at least", "EQUAL_OR_MORE"), ("at most", "EQUAL_OR_LESS"), ("up to", "EQUAL_OR_LESS"),
    ("no more", "EQUAL_OR_LESS"), ("not more", "EQUAL_OR_LESS"),
    ("no less", "EQUAL_OR_MORE"), ("no fewer", "EQUAL_OR_MORE"), ("less than", "LESS_THAN"), ("fewer than", "LESS_THAN"),
    ("more than", "MORE_THAN"), ("longer than", "MORE_THAN"), ("or more", "EQUAL_OR_MORE"), ("or so", "APPROX"),
    ("close to", "APPROX"),
    ("just over", "MORE_THAN"), ("just under", "LESS_THAN"),
)  # fmt: skip


def _said(words: Words) -> str:
    return " ".join(token.text.lower() for token in words.tokens)


def approx_of(words: Words) -> str:
    """The TIMEX3 mod of "about", "more than", "at least" and the like."""
    said = f" {_said(words)} "
    for phrase, mod in APPROX_PHRASES:
        if f" {phrase} " in said:
            return mod
    return next((str(mod) for token in words.tokens if (mod := token.get("APPROX"))), "")


def amount_of(words: Words) -> tuple[float | None, float | None]:
    """How many units, lowest and highest; (None, None) when the words do not tell ("several days", "days")."""
    said = _said(words)
    head = [t for t in words.tokens if not (t.get("UNIT") or t.get("UNITS"))]
    if any(
        (t.get("VAGUE") and not t.get("APPROX")) or t.text.lower() in ("couple", "number", "dozens", "scores", "hundreds")
        for t in head
    ):
        return (2.0, 2.0) if "couple" in said else (None, None)
    numbers = [float(n) for n in words.all("NUM")]
    if "half" in said.replace("-", " ").split():
        return _with_half(numbers, said)
    factor = 1000.0 if "thousand" in said else 100.0 if "hundred" in said else 12.0 if "dozen" in said.split() else 1.0
    if not numbers:
        is_one = (
            factor > 1
            or any(word in said.replace("-", " ").split() for word in ("a", "an", "another"))
            or words.first("UNIT", "LONG")
        )
        return (factor, factor) if is_one else (None, None)
    if len(numbers) == 2 and words.first("TENS") and numbers[1] < 10 and numbers[0] >= 20 and " to " not in said:
        return (sum(numbers), sum(numbers))
    return (numbers[0] * factor, numbers[-1] * factor)


def _with_half(numbers: list[float], said: str) -> tuple[float, float]:
    whole = numbers[0] if numbers else (1.0 if " and a half" in said or " and half" in said else 0.0)
    return (whole + 0.5, whole + 0.5)


def _unit(words: Words) -> str:
    return str(words.first("UNITS", "UNIT", "LONG"))


def build_duration(words: Words) -> Expression | None:
    """A length of time: "about three years", "a month-long", "decades"."""
    units = [k for k, token in enumerate(words.tokens) if token.get("UNIT") or token.get("UNITS")]
    if len(units) == 2:
        return _two_lengths(words, units[0])
    low, high = amount_of(words)
    return Expression("duration", unit=_unit(words), amount=low, amount_high=high, mod=approx_of(words))


CALENDAR_UNITS = ("Y", "M", "W", "D")


def _two_lengths(words: Words, cut: int) -> Expression | None:
    """ "17 years and four months": P17Y4M."""
    parts = (words._replace(tokens=words.tokens[: cut + 1]), words._replace(tokens=words.tokens[cut + 1 :]))
    first, second = (build_duration(part) for part in parts)
    if first is None or second is None or first.amount is None or second.amount is None:
        return first
    if first.unit not in CALENDAR_UNITS or second.unit not in CALENDAR_UNITS:
        return first
    return replace(first, value=f"P{first.amount:g}{first.unit}{second.amount:g}{second.unit}")


def build_last_units(words: Words) -> Expression | None:
    """ "the past two weeks", "the next few days", "the first ten months": a length with a side."""
    low, high = amount_of(words)
    if words.first("UNIT") and low is None:
        low = high = 1.0
    if low is None and words.first("COMING"):
        return None
    relative = words.relative() or ("first" if words.has("first", "opening", "early") else "final")
    direction = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(relative, 0)
    return Expression(
        "duration", unit=_unit(words), amount=low, amount_high=high, direction=direction, relative=relative, mod=approx_of(words)
    )


def build_recent(words: Words) -> Expression | None:
    """ "recent weeks", "the coming days": a vague stretch on one side of now."""
    is_past = words.has("recent", "past")  # else coming, to come, ahead
    return Expression("recent", unit=_unit(words), direction=-1 if is_past else 1, value="PAST_REF" if is_past else "FUTURE_REF")


def build_shift(words: Words) -> Expression | None:
    """ "three days ago" counts from the DCT, "three days later/earlier" from the date that is being told."""
    is_part = words.has("quarter") and words.has("century")
    low, high = (25.0, 25.0) if is_part else amount_of(words)
    back = words.has("ago", "earlier", "previously", "before")
    anchor = "dct" if words.has("ago", "now", "today", "hence") else "reference"
    mod = approx_of(words) if low is not None else ""  # the "some" of "some years ago" is the number, not its doubt
    return Expression(
        "shift", unit="Y" if is_part else _unit(words), amount=low, amount_high=high, direction=-1 if back else 1,
        anchor=anchor, mod=mod,
    )  # fmt: skip


def build_shift_of_day(words: Words) -> Expression | None:
    """ "A year ago today", "two years ago this month": a whole number of units before a day, week or month that is named."""
    shift = build_shift(words._replace(tokens=words.tokens[: _ago(words) + 1]))
    named = words._replace(tokens=words.tokens[_ago(words) + 1 :])
    if shift is None or shift.amount is None or shift.unit not in CALENDAR_UNITS:
        return None
    unit = named.first("UNIT") or "D"
    if unit not in CALENDAR_UNITS or (unit == "Y" and shift.unit != "Y"):
        return None
    return replace(
        shift, kind="shift_of_day", value=str(unit), offset=int(named.first("DEICTIC") or 0) - (named.relative() == "last"),
        weekday=named.first("WDAY"), daypart=str(named.first("DAYPART", "TONIGHT") or ""),
    )  # fmt: skip


def _ago(words: Words) -> int:
    return next(k for k, token in enumerate(words.tokens) if token.get("AGO"))


def build_unit_after_next(words: Words) -> Expression:
    """ "the week after next", "the year before last": two away from the present one."""
    direction = 1 if words.has("next") else -1
    return Expression("shift", unit=_unit(words), amount=2.0, amount_high=2.0, direction=direction, anchor="dct")


def build_vague_shift(words: Words) -> Expression | None:
    """ "long ago", "some time later"."""
    is_past = words.has("ago", "earlier")
    return Expression("reference", value="PAST_REF" if is_past else "FUTURE_REF")


def build_year_ago(words: Words) -> Expression | None:
    """ "the year-ago quarter", "the same period last year": the matching period of the year before."""
    unit = words.first("UNIT") if not words.has("year") else "Y"
    if words.tokens[0].text.lower() == "the" and words.has("same", "corresponding", "comparable", "like") and words.first("YEAR"):
        return Expression("year_ago", year=words.first("YEAR"), unit="Y")
    number = words.first("ORD") if words.has("quarter") else None
    inner = "Q" if words.has("quarter") else "M" if words.has("month") else "W" if words.has("week") else ""
    return Expression("year_ago", unit=inner or str(unit or "Y"), number=int(number) if number else None, relative="last")


def build_every(words: Words) -> Expression | None:
    """ "every day", "each Friday", "every two weeks"; of "every few hours" the number stays open."""
    if weekday := words.first("WDAY"):
        return Expression("set", value=f"XXXX-WXX-{weekday}" + (f"T{words.first('DAYPART')}" if words.first("DAYPART") else ""))
    if season := words.first("SEASON"):
        return Expression("set", value=f"XXXX-{season}")
    if month := words.first("MONTH", "MONTHABBR", "MONTHAMB"):
        return Expression("set", value=f"XXXX-{month:02}")
    if not words.first("UNIT", "UNITS"):
        return Expression("set", value=f"XXXX-XX-XXT{words.first('DAYPART') or 'DT'}")
    low, _ = amount_of(words)
    if words.has("few") or words.first("VAGUE"):
        return Expression("set", unit=_unit(words), amount=None)
    low = 2.0 if words.has("other") else float(words.first("ORD")) if words.first("ORD") and words.first("UNIT") else low or 1.0
    return Expression("set", unit=_unit(words), amount=low)


def build_weekdays(words: Words) -> Expression | None:
    """ "Fridays", "Friday nights": every one of them."""
    weekday = words.first("WDAYS", "WDAY")
    if weekday is None:
        return Expression("set", value="XXXX-WXX-WE")
    part = next((code for word, code in _NIGHTS.items() if words.has(word)), "")
    return Expression("set", value=f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))


_NIGHTS = {"nights": "NI", "mornings": "MO", "afternoons": "AF", "evenings": "EV"}


def build_set_word(words: Words) -> Expression | None:
    """ "daily", "annual", "twice-yearly"."""
    if value := words.first("SETMULTI"):
        return Expression("set", value=value)
    return Expression("set", unit=words.first("SETWORD", "ANNUAL"), amount=1.0)


def build_per_unit(words: Words) -> Expression | None:
    """ "twice a week", "per day"."""
    unit = _unit(words)
    return Expression("set", unit=unit, amount=1.0, value=f"PT1{unit[0]}" if unit in ("H", "MI", "S") else f"P1{unit}")


def build_part_of_century(words: Words) -> Expression | None:
    """ "A quarter-century": 25 years; "three quarters of a century": 75."""
    amount = 0.75 if words.has("three") else 0.25
    return Expression("duration", unit="CE", amount=amount, amount_high=amount, mod=approx_of(words))


def build_first_amount(words: Words) -> Expression | None:
    """The "two" of "two to three weeks"."""
    numbers = [n for t in words.tokens if (n := t.get("NUM")) is not None]
    unit = next(value for t in words.after if (value := t.get("UNITS") or t.get("UNIT")))
    return Expression("duration", unit=str(unit), amount=float(numbers[-1]), mod=approx_of(words))


def build_reference(words: Words) -> Expression | None:
    """ "now", "recently", "the near future": TIMEX3's three references."""
    value = words.first("NOW", "CURRENT", "PRESENT", "PASTREF", "FUTUREREF", "FUTURE", "DATEWORD")
    if value is None:
        value = "PAST_REF" if words.has("past") else "FUTURE_REF" if words.has("soon") else "PRESENT_REF"
    return Expression("reference", value=str(value))


def build_of_history(words: Words) -> Expression | None:
    """ "Former", "once": references that only a history has; newswire's gold leaves them out."""
    return Expression("reference", value="PAST_REF", cue="history")


def build_named_day(words: Words) -> Expression | None:
    """A day with a name that holds its date: 9/11."""
    year, month, day = words.first("NAMEDDAY")
    return Expression("calendar", year=year, month=month, day=day)


def build_that_time(words: Words) -> Expression | None:
    """ "that time" points at what is being told, "this time" at the present."""
    return Expression("that_time", relative="this" if words.has("this", "present") else "that")


def build_holiday(words: Words) -> Expression | None:
    """A feast with its year, or this, last, next; or one of its days, by its number."""
    number = 0 if words.has("eve") else (-1 if words.has("last", "final") else words.first("ORD")) if words.has("day") else None
    return Expression(
        "holiday", holiday=words.first("HOLIDAY"), year=words.first("YEAR"), number=number,
        relative="" if number else words.relative(), daypart=words.first("DAYPART") or "", mod=mod_of(words),
    )  # fmt: skip


SPANS: dict[str, Build] = {
    "duration": build_duration,
    "last_units": build_last_units,
    "recent": build_recent,
    "first_amount": build_first_amount,
    "part_of_century": build_part_of_century,
    "shift": build_shift,
    "shift_of_day": build_shift_of_day,
    "unit_after_next": build_unit_after_next,
    "vague_shift": build_vague_shift,
    "year_ago": build_year_ago,
    "every": build_every,
    "weekdays": build_weekdays,
    "set_word": build_set_word,
    "per_unit": build_per_unit,
    "reference": build_reference,
    "of_history": build_of_history,
    "named_day": build_named_day,
    "that_time": build_that_time,
    "holiday": build_holiday,
}
BUILDS = {**PRODUCTIONS, **CLOCKS, **SPANS}
