"""Days and stretches of time under what they date.

in clashes on Sunday between …  read with "between" under "Sunday": it belongs to the noun before the day
since the death of X on 16 May  read with the day under the verb: it is the day of the death
resumed on 1 March in X and Y   read with "on 1 March" under Y: a number with a preposition and a month dates the verb
since May, when 40 people died  read with "died" under the noun before "since": it tells what happened in May
told a briefing on Sunday that  read as a briefing of Sunday: it is the day of the telling
before dawn on Thursday         read with Thursday under "dawn": both say when
India last month expelled them  read with the month under India: it says when they were expelled
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon.days import DAYS
from pipeline.parse.columns import Columns, dependents, has_case, having, subtree
from pipeline.parse.repairs.moves import rehang

HOURS = frozenset("dawn daybreak sunrise dusk sunset nightfall noon midday midnight".split())
TELLING = frozenset(("told", "tell", "tells", "telling"))
TIMES = DAYS | frozenset("month week year weekend night morning evening afternoon yesterday today".split())


def unhang_from_day(words: Sequence[str], columns: Columns) -> Columns | None:
    """A phrase with "between" that hangs on a day, given to the noun before the day, else to what governs the day."""
    for i in sorted(having(columns, "nmod", "obl")):
        day = columns.heads[i]
        if i < day or words[day].lower() not in DAYS:
            continue
        if not any(words[c].lower() == "between" for c in dependents(columns, i) if columns.deps[c] == "case"):
            continue
        before = min((day, *dependents(columns, day))) - 1
        if before >= 0 and columns.tags[before] in ("NN", "NNS"):
            return rehang(columns, i, before, "nmod")
        if columns.heads[day] != day:
            return rehang(columns, i, columns.heads[day], "obl")
    return None


def lower_day(words: Sequence[str], columns: Columns) -> Columns | None:
    """A date with "on" right behind a phrase with "since", under that phrase: "since the death of the general on 16 May"."""
    for i in having(columns, "obl"):
        verb = columns.heads[i]
        if i < verb:
            continue
        own = dependents(columns, i)
        if not any(words[c].lower() == "on" and columns.deps[c] == "case" for c in own):
            continue
        first = min((i, *own))
        for c in dependents(columns, verb):
            has_since = any(words[m].lower() == "since" and columns.deps[m] == "case" for m in dependents(columns, c))
            is_right_before = columns.deps[c] == "obl" and verb < c < first and "," not in words[c:first]
            if has_since and is_right_before and is_date(words, columns, i):
                return rehang(columns, i, c, "nmod")
    return None


def hang_when(words: Sequence[str], columns: Columns) -> Columns | None:
    """A clause with "when" right behind "since" and a date, under that date: it tells what happened then."""
    for when in having(columns, "advmod"):
        verb = columns.heads[when]
        day = when - 1 - (words[when - 1] == ",")
        if (
            words[when] != "when"
            or day < 1
            or columns.deps[verb] not in ("acl", "acl:relcl", "advcl")
            or columns.heads[verb] == day
        ):
            continue
        since = any(words[c].lower() == "since" and columns.deps[c] == "case" for c in dependents(columns, day))
        if since and (words[day].lower() in TIMES or words[day].isdigit()) and day not in subtree(columns, verb):
            return rehang(columns, verb, day, "acl:relcl")
    return None


def is_date(words: Sequence[str], columns: Columns, i: int) -> bool:
    """A weekday, a month, or a number beside a month."""
    return any(words[j].lower() in DAYS for j in (i, *dependents(columns, i)))


def hang_time(words: Sequence[str], columns: Columns) -> Columns | None:
    """A day or month between a subject and its verb, read as a part of the subject, given to the verb; None without one."""
    for i in having(columns, "nmod", "nmod:unmarked", "appos"):
        subject = columns.heads[i]
        if i < subject or words[i].lower() not in TIMES or not columns.deps[subject].startswith("nsubj"):
            continue
        verb, own = columns.heads[subject], dependents(columns, i)
        between = columns.tags[max((i, *own)) + 1 : verb]
        if verb > i and "," not in words[subject:i] and all(tag in ("RB", "MD", "VBZ", "VBD", "VBP") for tag in between):
            return rehang(columns, i, verb, "obl" if has_case(columns, i) else "obl:unmarked")
    return None


def raise_day_told(words: Sequence[str], columns: Columns) -> Columns | None:
    """A day behind those who are told something, read as theirs, as the day of the telling: "told a briefing on Sunday that"."""
    for i in having(columns, "nmod"):
        hearers = columns.heads[i]
        verb = columns.heads[hearers]
        is_told = words[verb].lower() in TELLING and columns.deps[hearers] in ("obj", "iobj")
        if is_told and words[i].lower() in DAYS and has_case(columns, i):
            return rehang(columns, i, verb, "obl")
    return None


def raise_day(words: Sequence[str], columns: Columns) -> Columns | None:
    """A day that hangs on the hour before it, "before dawn on Thursday", given to the verb."""
    for i in having(columns, "obl", "nmod"):
        hour = columns.heads[i]
        is_hour = words[hour].lower() in HOURS and columns.deps[hour] == "obl"
        if is_hour and words[i].lower() in DAYS and has_case(columns, i):
            return rehang(columns, i, columns.heads[hour], "obl")
    return None


def free_date(words: Sequence[str], columns: Columns) -> Columns | None:
    """A day of the month with its preposition, read as what counts a noun behind it, given to the verb; None without one."""
    for i in having(columns, "nummod"):
        own = dependents(columns, i)
        is_dated = has_case(columns, i) and any(words[c].lower() in DAYS and c == i + 1 for c in own)
        verb = columns.heads[i]
        while columns.heads[verb] != verb and not columns.tags[verb].startswith("VB"):
            verb = columns.heads[verb]
        if is_dated and columns.tags[verb].startswith("VB"):
            return rehang(columns, i, verb, "obl")
    return None
