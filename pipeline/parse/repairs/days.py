"""Days and stretches of time under what they date.

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
