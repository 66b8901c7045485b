"""Is a document a narrative of the past, whose dates hang on each other, or news, whose dates hang on the day of
publication?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.tag.timex_expression import Expression

MIN_PAST_DATES = 5  # written years that lie before the DCT's
PAST_TO_PRESENT = 3  # so many of them for each weekday, "yesterday" or "last week"
LEAD = 3  # expressions of a news report among which its day stands


def is_narrative(expressions: Sequence[Expression], dct: date | None) -> bool:
    """Many written years of the past and hardly a word that counts from the day of writing, none at its beginning."""
    if dct is not None and any(_counts_from_now(e) for e in expressions[:LEAD]):
        return False
    past = sum(1 for e in expressions if e.year is not None and (e.bc or dct is None or e.year < dct.year - 1))
    return past >= MIN_PAST_DATES and past >= PAST_TO_PRESENT * sum(1 for e in expressions if _counts_from_now(e))


def _counts_from_now(e: Expression) -> bool:
    if e.kind in ("weekday", "deictic"):
        return True
    return (e.kind == "unit" and e.relative in ("this", "last", "next")) or (e.kind == "shift" and e.anchor == "dct")
