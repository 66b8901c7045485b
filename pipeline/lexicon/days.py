"""The names of days and months, in lower case and in their order."""

from __future__ import annotations

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
DAYS = frozenset((*WEEKDAYS, *MONTHS))  # either: what the head of a date can be
PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))
UNITS = frozenset(("day", "week", "month", "year", "hour", "minute", "night"))  # in which lengths of time are told
