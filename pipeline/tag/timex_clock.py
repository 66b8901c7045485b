"""Productions for times of day, alone, beside their day, or in the stamp of an agency."""

from __future__ import annotations

from dataclasses import replace

from pipeline.tag.timex_build import MONTH_CLASSES, Build, Words, build_calendar, build_iso, build_slashed
from pipeline.tag.timex_expression import Expression
from pipeline.tag.timex_lexer import Token


def build_clock(words: Words) -> Expression | None:
    """A time of day, perhaps with its day."""
    clock = _clock_of(words)
    if clock is None:
        return None
    clock = _shifted(clock, words.first("AMPM") or ("pm" if words.first("DAYPART") in ("AF", "EV", "NI") else None))
    whole = words._replace(tokens=_without_hour(words.tokens) + _without_hour(words.after))
    dated = build_calendar(whole) if whole.first(*MONTH_CLASSES) else None
    if dated is not None:
        return replace(dated, kind="clock", clock=clock, daypart="", day=_last_day(whole))
    is_dct = whole.first("DEICTIC", "TONIGHT") is not None or (words.relative() in ("this", "last") and words.first("DAYPART"))
    return Expression(
        "clock", clock=clock, weekday=whole.first("WDAY"), relative=words.relative(),
        offset=whole.first("DEICTIC") or (-1 if is_dct and words.relative() == "last" else 0),
        value="dct" if is_dct else "", mod=words.first("APPROX") or "",
    )  # fmt: skip


def build_first_hour(words: Words) -> Expression | None:
    """The "1" of "from 1 to 3 p.m.": of the same half of the day, unless it were then later ("from 11 to 1 p.m.")."""
    last = build_clock(words._replace(tokens=words.after, before=(), after=()))
    number = words.first("HOUR")
    clock = words.first("CLOCK") or (f"{int(number):02}:00" if number else None)
    if last is None or clock is None:
        return None
    same_half = _shifted(clock, _first_ampm(words.after))
    return replace(last, clock=same_half if same_half < last.clock else clock, mod="")


def _first_ampm(tokens: tuple[Token, ...]) -> str | None:
    return next((str(half) for token in tokens if (half := token.get("AMPM"))), None)


def _without_hour(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens but for hours: the "10" of "10 p.m. March 28" is no part of the date."""
    hours = {k for k in range(len(tokens) - 1) if tokens[k].get("HOUR") is not None and tokens[k + 1].get("AMPM")}
    return tuple(token for k, token in enumerate(tokens) if k not in hours)


def _clock_of(words: Words) -> str | None:
    if words.has("past"):
        return f"{int(words.first('NUM')):02}:30" if 1 <= words.first("NUM") <= 12 else None
    for token in words.tokens:
        if (
            clock := token.get("CLOCK")
            or token.get("DOTCLOCK")
            or token.get("NOON")
            or (token.get("MILCLOCK") if words.first("TZ") is not None else None)
        ):
            return str(clock)
        hour = token.get("NUM") if words.first("OCLOCK", "DAYPART") else token.get("HOUR")
        if hour is not None:
            return f"{int(hour):02}:00" if hour <= (12 if words.first("AMPM", "OCLOCK", "DAYPART") else 24) else None
    return None


def _last_day(words: Words) -> int | None:
    months = [k for k, t in enumerate(words.tokens) if any(t.get(name) for name in MONTH_CLASSES)]
    near = [t.get("DAYNUM") or t.get("ORD") for t in words.tokens[max(0, months[0] - 2) : months[0] + 3]]
    return next((day for day in reversed(near) if day), None)


def _shifted(clock: str, ampm: str | None) -> str:
    hour = int(clock[:2])
    if ampm == "pm" and hour < 12:
        return f"{hour + 12:02}{clock[2:]}"
    if ampm == "am" and hour == 12:
        return f"00{clock[2:]}"
    return clock


CLOCK_CLASSES = ("CLOCK", "DOTCLOCK", "NOON", "MILCLOCK", "HOUR")


def build_stamp(words: Words) -> Expression | None:
    """A day and then its time of day, as stories are stamped. Seconds are kept where they are written."""
    tokens = words.tokens
    cut = next(k for k in reversed(range(len(tokens))) if any(tokens[k].get(name) is not None for name in CLOCK_CLASSES))
    day, time = words._replace(tokens=tokens[:cut]), words._replace(tokens=tokens[cut:])
    read = build_slashed if day.first("SLASH") else build_iso if day.first("ISO") else build_calendar
    dated, clock = read(day), _clock_of(time)
    if dated is None or clock is None:
        return None
    seconds = time.tokens[0].text[5:] if time.tokens[0].text.count(":") == 2 else ""
    return replace(dated, kind="clock", clock=_shifted(clock, time.first("AMPM")) + seconds)


CLOCKS: dict[str, Build] = {"clock": build_clock, "first_hour": build_first_hour, "stamp": build_stamp}
