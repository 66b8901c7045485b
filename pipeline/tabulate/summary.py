"""The event in one line: "1–10 Feb 2020: Syrian Armed Forces → Turkish Armed Forces, Idlib; 13 killed"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from pipeline.records import EventDate, Participant, Total
from pipeline.tabulate.told import Told

# Not strftime, which speaks the language of the machine.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ACTS = {
    "AGREE": "agreement",
    "CONSULT": "talks",
    "SUPPORT": "support",
    "CONCEDE": "concession",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "RETREAT": "retreat",
    "REQUEST": "request",
    "ACCUSE": "accusation",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "deployment",
    "COERCE": "coercion",
    "ASSAULT": "attack",
    "DISPLACE": "flight",
}
MODE_ACTS = {
    "CONSULT": {"visit": "visit", "phone": "call"},
    "RETREAT": {
        "withdraw": "withdrawal", "release": "release", "disarm": "disarmament", "ceasefire": "ceasefire",
        "access": "access", "resign": "resignation", "rescue": "rescue",
    },
    "ACCUSE": {"disapprove": "criticism", "investigate": "inquiry"},
    "PROTEST": {
        "demo": "demonstration", "riot": "riot", "strike": "strike", "hunger": "hunger strike", "boycott": "boycott",
        "obstruct": "blockade", "vandalize": "vandalism",
    },
    "SANCTION": {"convict": "conviction", "expel": "expulsion", "withdraw": "withdrawal"},
    "COERCE": {
        "seize": "seizure", "restrict": "restriction", "censor": "censorship", "curfew": "curfew",
        "martial-law": "martial law", "arrest": "arrest", "deport": "deportation", "misinformation": "disinformation",
        "cyber": "cyber attack", "siege": "siege",
    },
    "ASSAULT": {
        "abduct": "abduction", "beat": "beating", "torture": "torture", "sexual": "sexual violence",
        "targeted": "targeted killing", "destroy": "destruction", "firearms": "shooting", "explosives": "bombing",
        "suicide-attack": "suicide attack", "aerial": "air strike", "drone": "drone attack", "heavy-weapons": "shelling",
        "crowd-control": "crowd control", "clash": "clash", "offensive": "offensive", "capture": "capture",
        "capture-combatant": "fighters captured", "bodies-found": "bodies found",
    },
}  # fmt: skip
COUNTED = (
    "killed", "injured", "casualties", "neutralized", "captured",
    "displaced", "detained", "abducted", "released", "troops",
)  # fmt: skip
NOUNS = ("casualties", "troops")
BOUNDS = frozenset({
    "at least", "more than", "over", "up to", "fewer than", "less than", "some", "about", "around", "nearly", "almost",
})  # fmt: skip


def summarize(told: Told) -> str:
    """One line of text: when, who to whom, what (unless it is a mere attack with both sides named), where, how many."""
    where = (told.place.name or told.place.text) if told.place else None
    line = f"{say_days(told.date)}: {', '.join(filter(None, (_who_and_what(told), where)))}"
    return "; ".join((line, *say_numbers(told.totals)))


def _who_and_what(told: Told) -> str:
    actors, recipients = (_say_side(side) for side in told.sides)
    act = MODE_ACTS.get(told.event_type, {}).get(told.mode, ACTS[told.event_type])
    is_mere_attack = (act, told.status) == (ACTS["ASSAULT"], "occurred")
    act += "" if told.status == "occurred" else f", {told.status}"
    if actors and recipients:
        line = f"{actors} {'↔' if told.is_mutual else '→'} {recipients}"
        return line if is_mere_attack else f"{line} ({act})"
    if recipients:
        return f"→ {recipients} ({act})"
    return f"{actors} ({act})" if actors else act


def _say_side(side: tuple[Participant, ...]) -> str:
    names = list(dict.fromkeys(party.name for party in side))
    if len(names) < 3:
        return " and ".join(names)
    return f"{names[0]} and {len(names) - 1} others"


def say_days(given: EventDate) -> str:
    """An interval in words, as short as it can be said: a day, days of a month, whole months, a whole year."""
    if given.end is None:
        return given.text or "undated"
    if given.start is None:
        return f"by {_day(given.end)}"
    start, end = given.start, given.end
    is_whole_months = start.day == 1 and (end + timedelta(days=1)).day == 1
    if start == end:
        return _day(end)
    if is_whole_months and (start.month, end.month) == (1, 12):
        return str(end.year) if start.year == end.year else f"{start.year}–{end.year}"
    if is_whole_months:
        return _span(start, end, _month)
    return f"{start.day}–{_day(end)}" if (start.year, start.month) == (end.year, end.month) else _span(start, end, _day)


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _span(start: date, end: date, say: Callable[[date], str]) -> str:
    """Both ends; the first without its year when it is the same, and once when they say the same."""
    if say(start) == say(end):
        return say(end)
    first = say(start).removesuffix(f" {end.year}")
    return f"{first}–{say(end)}" if say is _month else f"{first} – {say(end)}"


def say_numbers(totals: Iterable[Total]) -> tuple[str, ...]:
    """Every number in words, in a fixed order: "13 killed", "at least 100 neutralized", "none injured"."""
    by_kind = {total.kind: total for total in totals}
    said = (_say_number(by_kind[kind]) for kind in COUNTED if kind in by_kind)
    return tuple(text for text in said if text)


def _say_number(total: Total) -> str:
    shown = next((number for number in (total.best, total.high, total.low) if number is not None), None)
    if shown is None:
        return ""
    number = f"{shown:,}" if shown else "no" if total.kind in NOUNS else "none"
    if total.qualifier in BOUNDS:
        return f"{total.qualifier} {number} {total.kind}"
    bounds = [end for end in (total.low, total.high) if end is not None and end != shown]
    notes = [f"{total.low:,}–{total.high:,}"] if bounds and None not in (total.low, total.high) else []
    notes += [total.qualifier] if total.qualifier else []
    return f"{number} {total.kind}" + (f" ({', '.join(notes)})" if notes else "")
