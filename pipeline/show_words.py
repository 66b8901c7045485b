"""Parts of an event in words: when, who, where, how many, by whom told. Rows are dicts of the table `events`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

Row = Mapping[str, Any]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
COUNTED = {"fatalities": "killed", "injured": "injured", "displaced": "displaced", "detained": "detained", "abducted": "abducted"}
TOLLS = {"toll_killed": "killed", "toll_injured": "injured", "toll_displaced": "displaced"}


def when(row: Row) -> str:
    """An event's interval with its precision: `19 Feb 2020`, `Sep 2018`, `1–10 Feb 2020`, `by 19 Feb 2020`, `~ …` (vague)."""
    first, last = _day(row["date_start"]), _day(row["date_end"])
    if last is None:
        return row["date_text"] or "no date"
    if first is None:
        return f"by {_full(last)}"
    words = _interval(first, last, row["date_precision"])
    if row["date_kind"] == "throughout" and first != last:
        return f"{words}, throughout"
    return f"~ {words}" if row["date_precision"] == "vague" else words


def _interval(first: date, last: date, precision: str) -> str:
    if first == last:
        return _full(first)
    if precision == "year" and first.year == last.year:
        return str(first.year)
    if precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_full(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {_full(last)}"
    return f"{_full(first)} – {_full(last)}"


def _full(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _day(value: Any) -> date | None:
    return value.date() if hasattr(value, "date") else value


def parties(row: Row) -> str:
    """Who did it to whom: `A → B`, or `A ↔ B` of a mutual act; `?` for a side that the text does not name."""
    actor, recipient = row["actor_names"] or row["actor_name"], row["recipient_names"] or row["recipient_name"]
    if not row["directed"]:
        return " ↔ ".join(dict.fromkeys(name for name in (row["actor_name"], row["recipient_name"]) if name)) or "?"
    return f"{actor or '?'} → {recipient}" if recipient else (actor or "?")


def place(row: Row) -> str:
    """Where: the place and its country, `?` after a name that is on no map."""
    name = row["place_name"] or row["place_text"] or ""
    country = row["country"]
    return f"{name}, {country}" if name and country and country != name else name or country or ""


def counts(row: Row) -> str:
    """The reported numbers with their bounds: `13 killed, at least 4 injured`."""
    parts = []
    for column, word in COUNTED.items():
        best, qualifier = row[f"{column}_best"], row.get(f"{column}_qualifier")
        if best is not None:
            low, high = row[f"{column}_low"], row[f"{column}_high"]
            spread = f" ({low}–{high})" if low is not None and high is not None and low != high else ""
            parts.append(f"{qualifier + ' ' if qualifier else ''}{best:,}{spread} {word}")
    parts += [f"{row[column]:,} {word} in total" for column, word in TOLLS.items() if row[column] is not None]
    return ", ".join(parts) + (" (contested)" if parts and row["contested"] else "")


def source(row: Row) -> str:
    """Who tells it."""
    return str(row["sources"] or "")
