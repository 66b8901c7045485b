"""Words that a writer puts between a verb and what belongs to it, held back from the model, which knows no such order.

Ten people were on Friday night killed   the model reads "ten people were killed"; the night then hangs on "killed"
Gunmen shot dead 27 people               the model reads "shot 27 people"; "dead" then hangs on "shot"
fled, two days after rebels struck       the model reads "fled, after rebels struck"; the days then hang on "after"
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.days import UNITS, WEEKDAYS
from pipeline.lexicon.inflect import irregular
from pipeline.parse.brackets import bracket_length
from pipeline.parse.columns import Aside

AUXILIARIES = frozenset(("was", "were", "been", "be", "is", "are", "has", "have", "had", "'ve"))
NEAR_DAYS = frozenset((*WEEKDAYS, "yesterday", "today"))
DAY_OPENERS = NEAR_DAYS | {"on", "late", "early"}
PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))
HOURS = frozenset(("late", "early"))
_WITHIN = {"on": ("case", "IN"), "late": ("advmod", "RB"), "early": ("advmod", "RB")}  # relation and tag inside such a day
SHOOTING = frozenset(("shot", "shoot", "shoots", "shooting"))
SHOT_AT = frozenset(("him", "her", "them", "himself"))
LENGTHS = UNITS | {unit + "s" for unit in UNITS}
COUNTING = frozenset("a an one two three four five six seven eight nine ten eleven twelve several".split())


def interposed_day(lowered: Sequence[str], i: int) -> list[Aside]:
    """A day that starts at i between an auxiliary and its participle, hung on the participle; none if there is no such day."""
    if i == 0 or lowered[i - 1] not in AUXILIARIES:
        return []
    on = next((n for n in (i, i + 1) if lowered[n : n + 1] == ["on"] and (n == i or lowered[i] in HOURS)), None)
    day = i if on is None else on + 1
    day += lowered[day : day + 1] in (["late"], ["early"])
    if day >= len(lowered) or lowered[day] not in NEAR_DAYS:
        return []
    last = day + (day + 1 < len(lowered) and lowered[day + 1] in PARTS_OF_DAY)
    verb = last + 1 + bracket_length(lowered, last + 1)
    if verb >= len(lowered) or not is_participle(lowered[verb]):
        return []
    own = [Aside(n, last, *_WITHIN.get(lowered[n], ("compound", "NNP"))) for n in range(i, last)]
    return [*own, Aside(last, verb, "obl:unmarked" if on is None else "obl", "NN" if last > day else "NNP")]


def is_participle(word: str) -> bool:
    """A word that can be a past participle."""
    return word.endswith("ed") or word in irregular_forms()


@cache
def irregular_forms() -> frozenset[str]:
    """Past forms that no rule gives."""
    return frozenset(form for forms in irregular().values() for form in forms if not form.endswith(("ing", "s")))


def dead_after_shot(lowered: Sequence[str], i: int) -> list[Aside]:
    """ "Dead" right behind a form of "shoot", or with a pronoun between, hung on it."""
    if lowered[i] != "dead" or i == 0:
        return []
    verb = i - 2 if i > 1 and lowered[i - 1] in SHOT_AT else i - 1
    return [Aside(i, verb, "xcomp", "JJ")] if lowered[verb] in SHOOTING else []


def measure(lowered: Sequence[str], i: int) -> list[Aside]:
    """A unit of time right before "after" or "before", with its number, hung on that word; "the day after" is no length."""
    before = lowered[i - 1] if i else ""
    is_counted = before in COUNTING or before.isdigit()
    if (
        lowered[i + 1 : i + 2] not in (["after"], ["before"])
        or i + 2 >= len(lowered)
        or not (is_counted or lowered[i].endswith("s"))
    ):
        return []
    unit = Aside(i, i + 1, "obl:unmarked", "NNS" if lowered[i].endswith("s") else "NN")
    number = Aside(i - 1, i, *(("det", "DT") if before in ("a", "an") else ("nummod", "CD")))
    return [number, unit] if is_counted else [unit]
