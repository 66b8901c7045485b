"""Every guard by the name that the grammar gives it: a test of the words around a match, for time words with other uses.

A guard sees the text, the match's `[start, end)` and its reading, and says whether the match stands. Guards look at
most two words away.
"""

from __future__ import annotations

from pipeline.tag.timex_guards_calendar import (
    is_apostrophe_year,
    is_before_noun,
    is_day_month,
    is_decade,
    is_fall_season,
    is_half,
    is_holiday,
    is_month_day,
    is_month_name,
    is_month_of_figures,
    is_not_counting,
    is_not_name,
    is_not_title,
    is_not_verb_fall,
    is_ordinal_day,
    is_quarter,
    is_season,
    is_spelled_year,
    is_weekday,
    is_weekend,
    is_year,
)
from pipeline.tag.timex_guards_clock import (
    is_bare_part,
    is_clock,
    is_future,
    is_once,
    is_part_of_day,
    is_reference,
    is_that_time,
)
from pipeline.tag.timex_guards_units import (
    is_bare_units,
    is_day_before,
    is_duration,
    is_last_units,
    is_per_unit,
    is_set_word,
    is_the_unit,
    is_this_unit,
)
from pipeline.tag.timex_words import Guard

GUARDS: dict[str, Guard] = {
    "year_number": is_year,
    "apostrophe_year": is_apostrophe_year,
    "month_day": is_month_day,
    "day_month": is_day_month,
    "month_name": is_month_name,
    "not_name": is_not_name,
    "before_noun": is_before_noun,
    "month_of_figures": is_month_of_figures,
    "not_counting": is_not_counting,
    "spelled_year": is_spelled_year,
    "ordinal_day": is_ordinal_day,
    "decade": is_decade,
    "quarter": is_quarter,
    "half": is_half,
    "season": is_season,
    "not_verb_fall": is_not_verb_fall,
    "fall_season": is_fall_season,
    "weekday": is_weekday,
    "weekend": is_weekend,
    "not_title": is_not_title,
    "clock": is_clock,
    "part_of_day": is_part_of_day,
    "bare_part": is_bare_part,
    "this_unit": is_this_unit,
    "last_units": is_last_units,
    "the_unit": is_the_unit,
    "holiday": is_holiday,
    "duration": is_duration,
    "shift": is_duration,
    "bare_units": is_bare_units,
    "day_before": is_day_before,
    "set_word": is_set_word,
    "per_unit": is_per_unit,
    "reference": is_reference,
    "future": is_future,
    "once": is_once,
    "that_time": is_that_time,
}
