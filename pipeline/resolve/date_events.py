"""From time expression to event: which value dates which candidate (codebook section 3), and what interval that makes.

Order: adjuncts of the candidate's own words (nearest first), of the clause that governs them, then of another clause of the same
sentence. A date inside a relative clause, inside another clause's content or inside a name never counts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.records import Candidate, EventDate, Reading, TimeValue, Token, Tree
from pipeline.resolve.attach import CLAUSES, Attached, cue_of, path_up
from pipeline.resolve.clauses import Reach, clause_of, is_reporting, is_verb, sharing

OTHER_TIMES = frozenset("after before following despite about because over amid regarding concerning like than ahead".split())
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD", "WDT", "WP", "WP$", "WRB", "TO"})  # tags that open another clause
DAY_PRECISIONS = ("day", "days")


class Dating(NamedTuple):
    """A value chosen for a candidate, with its cue, and whether it came from another clause."""

    value: TimeValue
    cue: str
    is_inherited: bool = False
    other: TimeValue | None = None  # the second end of a range


class Calendar(NamedTuple):
    """What dates candidates in one document: values, their places in the trees, ranges (first index → second), the DCT's last day."""

    reading: Reading
    values: tuple[TimeValue, ...]
    attached: dict[int, list[Attached]]
    ranges: dict[int, int]
    last_day: date | None


def own_dating(calendar: Calendar, candidate: Candidate) -> Dating | None:
    """The value told by the candidate's own sentence; None when no expression there dates it."""
    tree = calendar.reading.trees[candidate.sentence]
    attached = [a for a in calendar.attached.get(candidate.sentence, ()) if _may_date(calendar, candidate, calendar.values[a.index])]
    if tree is None or not attached:
        return None
    usable = [a for a in attached if _is_allowed(tree, a, candidate)]
    heads = [h.head for h in candidate.heads if h.sentence == candidate.sentence]
    for head in heads:
        if found := _best(calendar, _adjuncts(tree, head, usable)):
            return found
        relative = [c for c in tree.children[head] if tree.tokens[c].dep == "acl:relcl" and not is_verb(tree.tokens[head])]
        if found := _best(calendar, [hit for child in relative for hit in _adjuncts(tree, child, usable)]):
            return found
    others = [a for a in usable if not a.is_naming]
    for head in heads:
        if found := _from_clauses(calendar, tree, clause_of(tree, head), others):
            return found
    return _in_line(calendar, tree, heads, others)


def _may_date(calendar: Calendar, candidate: Candidate, value: TimeValue) -> bool:
    """An expression with days; what has happened is not dated by a day to come ("promised to leave on Saturday")."""
    if value.date_end is None:
        return False
    is_ahead = calendar.last_day is not None and value.date_start is not None and value.date_start > calendar.last_day
    return candidate.modality.status == "planned" or not is_ahead


def _in_line(calendar: Calendar, tree: Tree, heads: list[int], attached: list[Attached]) -> Dating | None:
    """A day that follows the trigger with no other clause between, or that stands right before its participle, whatever the tree says."""
    for head in heads:
        for a in attached:
            value = calendar.values[a.index]
            if value.precision not in DAY_PRECISIONS or is_reporting(tree.tokens[a.governor]):
                continue
            between = tree.tokens[head + 1 : a.head] if a.head > head else tree.tokens[a.head + 1 : head]
            if a.head > head and not any(t.tag in FINITE or t.text in '";“”' for t in between):
                return dating(calendar, a.index, a.cue)
            if a.head < head and tree.tokens[head].tag == "VBG" and len(between) <= 2 and any(t.text == "," for t in between):
                return dating(calendar, a.index, a.cue)
    return None


def _is_allowed(tree: Tree, attached: Attached, candidate: Candidate) -> bool:
    if candidate.adjuncts is None:
        return True
    own = {a.head for a in candidate.adjuncts if a.sentence == candidate.sentence}
    i = attached.head
    for _ in tree.tokens:
        if i in own:
            return True
        if tree.tokens[i].head == i:
            break
        i = tree.tokens[i].head
    return False


def _adjuncts(tree: Tree, head: int, attached: list[Attached]) -> list[tuple[int, Attached, str]]:
    """(distance, expression, cue) of the expressions under a word that no clause, name or other event keeps from it."""
    found = []
    for a in attached:
        if a.is_naming and a.governor != head:
            continue
        path = [] if a.governor == head else path_up(tree, a.governor, head)
        if path is None or any(_is_boundary(token) for token in path):
            continue
        cases = [cue_of(tree, token.i) for token in path]
        if any(case in OTHER_TIMES for case in cases) or any(
            token.dep in ("nsubj", "nsubj:pass") and token.i > head for token in path
        ):
            continue
        cue = "since" if "since" in cases else a.cue
        found.append((len(path) + 3 * any(token.dep.startswith("nsubj") for token in path), a, cue))
    return found


def _is_boundary(token: Token) -> bool:
    """A clause that keeps its dates to itself. A noun that the tree hangs on loosely (an apposition) is none."""
    return (token.dep in CLAUSES | {"conj"} and is_verb(token)) or is_reporting(token)


def _best(calendar: Calendar, found: list[tuple[int, Attached, str]]) -> Dating | None:
    """The nearest expression; of equally near ones the narrowest, then the first in the text."""
    if not found:
        return None

    def rank(hit: tuple[int, Attached, str]) -> tuple[int, int, int]:
        value = calendar.values[hit[1].index]
        width = (value.date_end - value.date_start).days if value.date_start and value.date_end else 10**6
        return (hit[0] > 0, width, hit[1].index)

    _, attached, cue = min(found, key=rank)
    return dating(calendar, attached.index, cue)


def dating(calendar: Calendar, index: int, cue: str) -> Dating:
    """A value as a date, with the other end of its range."""
    if index in calendar.ranges:
        return Dating(calendar.values[index], cue, False, calendar.values[calendar.ranges[index]])
    first = next((k for k, second in calendar.ranges.items() if second == index), None)
    if first is not None:
        return Dating(calendar.values[first], cue, False, calendar.values[index])
    return Dating(calendar.values[index], cue)


def _from_clauses(calendar: Calendar, tree: Tree, verb: int, attached: list[Attached]) -> Dating | None:
    """The expressions of the event's own clause, then of the clauses that share its time, nearest first."""
    for reach in sharing(tree, verb):
        found = [hit for a in attached if (hit := _in_clause(calendar, tree, reach, a)) is not None]
        if best := _best(calendar, found):
            return best._replace(is_inherited=reach.is_inherited)
    return None


def _in_clause(calendar: Calendar, tree: Tree, reach: Reach, attached: Attached) -> tuple[int, Attached, str] | None:
    """An expression that stands in a clause and dates it, not one of the things that the clause is about."""
    if clause_of(tree, attached.governor) != reach.verb:
        return None
    path = path_up(tree, attached.governor, reach.verb)
    if path is None:
        return (0, attached, attached.cue) if attached.governor == reach.verb else None
    cases = [cue_of(tree, token.i) for token in path]
    is_day = calendar.values[attached.index].precision in DAY_PRECISIONS
    if any(case in OTHER_TIMES for case in cases) or any(_is_boundary(token) for token in path):
        return None
    if any(token.dep.startswith("nsubj") for token in path) and not is_day:
        return None
    return len(path), attached, "since" if reach.is_since or "since" in cases else attached.cue


def event_date(calendar: Calendar, candidate: Candidate, chosen: Dating) -> EventDate:
    """The interval of a chosen expression: cues open or close it, past events end by the DCT."""
    value = chosen.value
    basis = "inherited" if chosen.is_inherited else value.basis
    start, end, precision, kind = value.date_start, value.date_end, value.precision, "within"
    if chosen.other is not None and chosen.other.date_end is not None and end is not None and chosen.other.date_end >= end:
        end = chosen.other.date_end
        precision = "days" if value.precision == chosen.other.precision == "day" else "range"
    elif chosen.cue == "since" and candidate.modality.status != "planned":
        end, precision, kind = calendar.last_day or end, "range", "throughout"
    elif value.type == "TIME":
        pass  # "before dawn on Thursday" is still Thursday
    elif chosen.cue in ("until", "till", "by"):
        start, precision = None, "range"
    elif chosen.cue == "before" and start is not None:
        start, end, precision = None, start - timedelta(1), "range"
    elif chosen.cue == "after" and end is not None and calendar.last_day and end < calendar.last_day:
        start, end, precision = end, calendar.last_day, "range"
    text_end = chosen.other.end if chosen.other else value.end
    dated = EventDate(
        start, end, kind, precision, basis, calendar.reading.document.text[value.start : text_end], value.start, text_end
    )
    return clipped(dated, candidate, calendar.last_day)


def clipped(dated: EventDate, candidate: Candidate, last_day: date | None) -> EventDate:
    """Past and ongoing events end by the DCT."""
    if last_day is None or candidate.modality.status == "planned" or dated.end is None or dated.end <= last_day:
        return dated
    start = min(dated.start, last_day) if dated.start else None
    return replace(dated, start=start, end=last_day)


def unknown_date(last_day: date | None) -> EventDate:
    """On or before the DCT; nothing in the text says more."""
    return EventDate(None, last_day)
