"""Sentences on a toll, whose day and number are hung on the wrong word.

the toll of the blast last month rose    read with the month under the verb: it is that of the blast
bringing the toll of the attack to 12    read with "to 12" under a noun before it: it is what the toll is brought to
put the toll at 12 dead and 30 hurt      read with "at 12" under the dead: it is what the toll is put at
visited those hurt in the blast          read with "hurt" as what the visited did: it says who they are
killed two men seized in May             read with "seized" as what the killers did: it says who they are
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon.days import DAYS
from pipeline.parse.columns import Columns, dependents, having, subtree
from pipeline.parse.interposed import ACTS, TOLLS
from pipeline.parse.repairs.days import TIMES
from pipeline.parse.repairs.moves import rehang

RAISING = frozenset(
    "bring brings brought bringing raise raises raised raising push pushes pushed pushing take takes took taking cut cuts cutting"
    " lower lowers lowered lowering revise revises revised revising reduce reduces reduced reducing".split()
)
LEAVING = frozenset("leave leaves left leaving find finds found finding see saw seeing have has had get got keep kept".split())


def date_toll(words: Sequence[str], columns: Columns) -> Columns | None:
    """A day between a toll's act and the verb, read as the day of the rise, as the day of the act; None without one."""
    for i in having(columns, "obl", "obl:unmarked"):
        verb = columns.heads[i]
        if i > verb or words[i].lower() not in DAYS | TIMES:
            continue
        subject = next((c for c in dependents(columns, verb) if columns.deps[c].startswith("nsubj") and c < i), None)
        if subject is None or words[subject].lower() not in TOLLS:
            continue
        acts = [n for n in subtree(columns, subject) if n < i and words[n].lower() in ACTS]
        if acts and "," not in words[max(acts) : i]:
            return rehang(columns, i, max(acts), "nmod")
    return None


def raise_number(words: Sequence[str], columns: Columns) -> Columns | None:
    """A number with "to" under a noun, given to the verb that brings a toll there; None without one."""
    for i in having(columns, "nmod", "obl"):
        noun = columns.heads[i]
        if columns.tags[i] != "CD" or words[noun].lower() in RAISING:
            continue
        if not any(words[c].lower() == "to" and columns.deps[c] == "case" for c in dependents(columns, i)):
            continue
        verb = noun
        while columns.heads[verb] != verb and words[verb].lower() not in RAISING:
            verb = columns.heads[verb]
        objects = [c for c in dependents(columns, verb) if columns.deps[c] == "obj"]
        if words[verb].lower() in RAISING and any(words[c].lower() in TOLLS for c in objects):
            return rehang(columns, i, verb, "obl")
    return None


def part_from_dead(words: Sequence[str], columns: Columns) -> Columns | None:
    """A number with "at" or "to" under "dead" behind a verb of tolls, given to that verb; None without one."""
    for i in having(columns, "nummod"):
        dead, verb = columns.heads[i], columns.heads[columns.heads[i]]
        cases = [c for c in dependents(columns, i) if columns.deps[c] == "case" and words[c].lower() in ("at", "to")]
        tolled = [c for c in dependents(columns, verb) if words[c].lower() in TOLLS]
        if cases and tolled and words[dead].lower() == "dead" and verb < i:
            return rehang(columns, i, verb, "obl")
    return None


def describe_those(words: Sequence[str], columns: Columns) -> Columns | None:
    """A bare participle right behind an object, read as a clause of the verb, as what those people are: "those kept there",
    "killed two men seized in May"; None without one."""
    for i in having(columns, "xcomp", "advcl", "ccomp"):
        if columns.tags[i] not in ("VBN", "VBD") or i == 0 or columns.heads[i - 1] != columns.heads[i]:
            continue
        if words[i - 1].lower() == "those":
            is_described = columns.deps[i - 1] in ("obj", "obl")
        else:
            is_people = columns.deps[i - 1] == "obj" and columns.tags[i - 1] in ("NN", "NNS") and columns.deps[i] != "ccomp"
            is_described = is_people and words[columns.heads[i]].lower() not in LEAVING and not tells_more(columns, i)
        if is_described:
            return rehang(columns, i, i - 1, "acl")
    return None


def tells_more(columns: Columns, verb: int) -> bool:
    """Whether a verb has somebody who does it, an auxiliary, a conjunction or an object, so that it is no bare participle."""
    return any(columns.deps[c].startswith(("nsubj", "aux", "mark", "obj", "advmod")) for c in dependents(columns, verb))
