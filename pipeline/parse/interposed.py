"""A day, a length of time or a name put between a word and what belongs to it, held back from the model.

The model knows no such order:

Ten people were on Friday night killed   the model reads "ten people were killed"; the night then hangs on "killed"
They left and on Sunday killed ten       likewise "they left and killed ten"
Kenya last month expelled two envoys     likewise "Kenya expelled two envoys"
It has since taken nine posts            the model reads "it has taken nine posts"; "since" then hangs on "taken"
Gunmen shot dead 27 people               the model reads "shot 27 people"; "dead" then hangs on "shot"
They held on Sunday three men            the model reads "they held three men"; the day then hangs on "held"
… and on Friday the army left            the model reads "and the army left"; the day then hangs on "left"
The killing on Friday of six men         the model reads "the killing of six men"; the day then hangs on "killing"
the toll from the blast on Friday rose   likewise; the day then hangs on "blast"
a statement on Friday urging calm        the model reads "a statement urging calm"; the day then hangs on "statement"
fled, two days after rebels struck       the model reads "fled, after rebels struck"; the days then hang on "after"
launched what it called a raid           the model reads "launched a raid"; what it is called by is no clause of its own
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.days import MONTHS, PARTS_OF_DAY, UNITS, WEEKDAYS
from pipeline.lexicon.inflect import irregular
from pipeline.parse.brackets import bracket_length
from pipeline.parse.columns import Aside

AUXILIARIES = frozenset(("was", "were", "been", "be", "is", "are", "has", "have", "had", "'ve"))
NEAR_DAYS = frozenset((*WEEKDAYS, "yesterday", "today"))
SPANNING = frozenset(("last", "this"))
SPANS = frozenset(("week", "month", "year", "night"))
DAY_OPENERS = NEAR_DAYS | SPANNING | {"on", "late", "early"}
NO_SUBJECT = frozenset(
    "the a an of in on at by for from to with and or but as that which who until since before after during than later earlier not"
    " said says only late early".split()
)
REPORTED = frozenset("said told announced confirmed reported added claimed agreed".split())  # "said on Monday the truce held"
ARTICLES = frozenset("the a an its his her their".split())
NO_PLAIN_SUBJECT = frozenset("that which who when where as if to after before because while and or but".split())
MAX_TOLL = 16  # words from "toll" to the day
TOLLS = frozenset(("toll", "number"))
ACTS = frozenset(
    "attack attacks assault raid raids strike strikes airstrike airstrikes bombing bombings blast blasts explosion explosions"
    " massacre clash clashes fighting shooting ambush shelling siege violence riots".split()
)
MAX_SUBJECT = 8  # words from the day to its verb
HOURS = frozenset(("late", "early"))
JOINING = frozenset(("and", "but"))
DATING = frozenset((*WEEKDAYS, *MONTHS, *PARTS_OF_DAY))  # before "and on Sunday": another day
_WITHIN = {
    "on": ("case", "IN"),
    "late": ("advmod", "RB"),
    "early": ("advmod", "RB"),
    "last": ("amod", "JJ"),
    "this": ("det", "DT"),
}  # relation and tag inside such a day
_OF_TIME = (["last"], ["this"], ["that"], ["next"], ["each"], ["every"], ["holy"])  # "on Friday of last week"
SHOOTING = frozenset(("shot", "shoot", "shoots", "shooting"))
SHOT_AT = frozenset(("him", "her", "them", "himself"))
LENGTHS = UNITS | {unit + "s" for unit in UNITS}
WORDED = frozenset("statement letter resolution declaration communique decree order message note petition".split())
CALLING = frozenset("called calls termed dubbed labelled labeled described describes branded".split())
MAX_CALLER = 4  # words of who calls it so
COUNTING = frozenset("a an one two three four five six seven eight nine ten eleven twelve several".split())


def interposed_day(lowered: Sequence[str], i: int) -> list[Aside]:
    """A day or month that starts at i between an auxiliary, a noun or "and" and a past form, hung on that form; between a past
    form and its object, or a noun and whose it is, hung on the former; none without one."""
    is_second = i > 1 and lowered[i - 1] in JOINING and lowered[i - 2] not in DATING
    is_behind = i > 0 and is_participle(lowered[i - 1]) and lowered[i - 1] not in REPORTED | AUXILIARIES
    if i == 0 or not (is_second or is_behind or lowered[i - 1] in AUXILIARIES or may_be_subject(lowered[i - 1])):
        return []
    last, is_phrase = time_end(lowered, i)
    if last is None or (is_behind and not (is_phrase and begins_object(lowered, last + 1))):
        return []
    own = [Aside(n, last, *_WITHIN.get(lowered[n], ("compound", "NNP"))) for n in range(i, last)]
    tag = "NN" if last > i + is_phrase or lowered[last] not in NEAR_DAYS else "NNP"
    if is_phrase and lowered[last + 1 : last + 2] == ["of"] and lowered[last + 2 : last + 3] not in _OF_TIME:
        return [*own, Aside(last, i - 1, "nmod", tag)] if lowered[i - 1] not in AUXILIARIES | JOINING else []
    if lowered[i - 1] in WORDED and lowered[last + 1 : last + 2] and lowered[last + 1].endswith("ing"):
        return [*own, Aside(last, i - 1, "nmod", tag)]
    if is_behind:
        return [*own, Aside(last, i - 1, "obl", tag)]
    verb = last + 1 + bracket_length(lowered, last + 1)
    verb = next_verb(lowered, verb) if is_second and is_phrase else verb
    if verb >= len(lowered) or not is_participle(lowered[verb]):
        return []
    act = act_of_toll(lowered, i)
    if act is not None and lowered[i - 1] not in AUXILIARIES:
        return [*own, Aside(last, act, "nmod", tag)]
    return [*own, Aside(last, verb, "obl" if is_phrase else "obl:unmarked", tag)]


def act_of_toll(lowered: Sequence[str], i: int) -> int | None:
    """The act whose toll ends before i: "the toll from the blast in Homs on Friday rose" has Friday under the blast."""
    first = max(0, i - MAX_TOLL)
    toll = next((n for n in range(i - 1, first - 1, -1) if lowered[n] in TOLLS), None)
    if toll is None or "," in lowered[toll:i]:
        return None
    return next((n for n in range(i - 1, toll, -1) if lowered[n] in ACTS), None)


def begins_object(lowered: Sequence[str], i: int) -> bool:
    """An article or a number, but not of a length of time: "a day after"."""
    is_opening = i + 1 < len(lowered) and (lowered[i] in ARTICLES | COUNTING or lowered[i].isdigit())
    return is_opening and lowered[i + 1] not in UNITS | LENGTHS | frozenset(("of", ","))


def next_verb(lowered: Sequence[str], i: int) -> int:
    """The past form at i or behind the subject that begins there; i itself where no plain subject does."""
    for n in range(i, min(i + MAX_SUBJECT, len(lowered))):
        if lowered[n] in NO_PLAIN_SUBJECT or not (lowered[n].isalnum() or "-" in lowered[n]):
            return i
        is_described = lowered[n - 1] in ARTICLES or lowered[n + 1 : n + 2] == ["by"]
        if is_participle(lowered[n]) and (n == i or not is_described):
            return n
    return i


def may_be_subject(word: str) -> bool:
    """A word that may end a noun phrase: no verb and no word of grammar."""
    return word.isalpha() and word not in NO_SUBJECT and not is_participle(word)


def time_end(lowered: Sequence[str], i: int) -> tuple[int | None, bool]:
    """The last word of the time that starts at i, and whether a preposition opens it: "on Friday night", "last month"."""
    if lowered[i] in SPANNING:
        return (i + 1, False) if i + 1 < len(lowered) and lowered[i + 1] in SPANS | NEAR_DAYS else (None, False)
    on = next((n for n in (i, i + 1) if lowered[n : n + 1] == ["on"] and (n == i or lowered[i] in HOURS)), None)
    day = i if on is None else on + 1
    day += lowered[day : day + 1] in (["late"], ["early"])
    if day >= len(lowered) or lowered[day] not in NEAR_DAYS:
        return None, False
    return day + (day + 1 < len(lowered) and lowered[day + 1] in PARTS_OF_DAY), on is not None


def is_participle(word: str) -> bool:
    """A word that can be a past participle."""
    return word.endswith("ed") or word in irregular_forms()


@cache
def irregular_forms() -> frozenset[str]:
    """Past forms that no rule gives."""
    return frozenset(form for forms in irregular().values() for form in forms if not form.endswith(("ing", "s")))


def since_then(lowered: Sequence[str], i: int) -> list[Aside]:
    """ "Since" between an auxiliary and its past form, hung on that form; none elsewhere."""
    is_between = 0 < i < len(lowered) - 1 and lowered[i - 1] in AUXILIARIES and is_participle(lowered[i + 1])
    return [Aside(i, i + 1, "advmod", "RB")] if is_between else []


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


def called_so(lowered: Sequence[str], i: int) -> list[Aside]:
    """ "What it called", "what the army described as", hung on the word behind; none where nothing is called so."""
    verb = next((n for n in range(i + 2, min(i + 3 + MAX_CALLER, len(lowered))) if lowered[n] in CALLING), None)
    if verb is None or not all(word.isalpha() for word in lowered[i:verb]):
        return []
    last = verb + (lowered[verb + 1 : verb + 2] == ["as"])
    return [Aside(n, last + 1, "advmod", "RB") for n in range(i, last + 1)] if last + 1 < len(lowered) else []
