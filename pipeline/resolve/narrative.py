"""Is a document a narrative of the past, whose dates hang on each other, or news, whose dates hang on the day of
publication?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.tag.timex_expression import Expression

MIN_PAST_DATES = 5  # written years that lie before the DCT's
PAST_TO_PRESENT = 4  # so many of them for each weekday, "yesterday" or "last week"


def is_narrative(expressions: Sequence[Expression], dct: date | None) -> bool:
    """Many written years of the past and hardly a word that counts from the day of writing.

    News of many years (an obituary, a country's history) says at its head what happened on Monday: a word that counts
    from now before the years have come is news.
    """
    past = [k for k, e in enumerate(expressions) if e.year is not None and (e.bc or dct is None or e.year < dct.year - 1)]
    now = [k for k, e in enumerate(expressions) if _counts_from_now(e) or _is_stamp(e, dct)]
    if len(past) < MIN_PAST_DATES or len(past) < PAST_TO_PRESENT * len(now):
        return False
    return dct is None or not now or now[0] > past[MIN_PAST_DATES - 1]


def _is_stamp(e: Expression, dct: date | None) -> bool:
    """The day of writing, written out."""
    return dct is not None and (e.year, e.month, e.day) == (dct.year, dct.month, dct.day)


def _counts_from_now(e: Expression) -> bool:
    if e.kind in ("weekday", "deictic"):
        return True
    return (e.kind == "unit" and e.relative in ("this", "last", "next")) or (e.kind == "shift" and e.anchor == "dct")
