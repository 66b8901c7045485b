"""What a told length of time parts: "they left on Sunday, four days after the army had retaken the region".

The army retook it four days before Sunday. In "two days after the blast on Monday they fled" the other one is dated so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from pipeline.lexicon.words import word_class
from pipeline.records import Candidate, EventDate, TimeValue, Tree
from pipeline.resolve.anchor_relative import unit_at
from pipeline.resolve.calendar import Calendar, Dating
from pipeline.resolve.clauses import clause_of, is_verb
from pipeline.resolve.date_events import clause_dating
from pipeline.resolve.day_spans import add_days
from pipeline.resolve.intervals import clipped

SIDES = {"after": -1, "before": 1}  # which way from the governing clause what follows the word lies
_PRECISIONS = {"W": "week", "M": "month", "Y": "year"}


class Measure(NamedTuple):
    """A length of time between two things: `head` governs what follows "after" or "before" (token `link`), and lies `amount`
    units from the clause of `outer`."""

    value: TimeValue
    link: int
    head: int
    outer: int
    unit: str
    amount: int


def measured_date(calendar: Calendar, candidate: Candidate) -> EventDate | None:
    """The date that a length of time gives a candidate, counted from the other thing's date; None without one."""
    tree = calendar.reading.trees[candidate.sentence]
    if tree is None:
        return None
    heads = [h.head for h in candidate.heads if h.sentence == candidate.sentence]
    for measure in measures(calendar, tree, candidate.sentence):
        for head in heads:
            if _is_of(tree, head, measure.head):
                found, sign = _dated_around(calendar, tree, measure.outer, candidate.sentence), 1
            elif clause_of(tree, head) == measure.outer:
                found, sign = clause_dating(calendar, tree, measure.head, candidate.sentence), -1
            else:
                continue
            dated = _counted(calendar, tree, measure, found, sign) if found is not None else None
            if dated is not None:
                return clipped(dated, candidate, calendar.last_day)
    return None


def measured_verb(calendar: Calendar, candidate: Candidate, sentence: int, verb: int) -> EventDate | None:
    """The day of a verb that tells when the candidate was, counted from what it came after: "The attack came a day after
    rebels shelled the town on Monday"."""
    tree = calendar.reading.trees[sentence]
    if tree is None:
        return None
    for measure in measures(calendar, tree, sentence):
        if measure.outer != verb:
            continue
        found = clause_dating(calendar, tree, measure.head, sentence)
        if found is not None:
            dated = _counted(calendar, tree, measure, found, -1)
            return clipped(replace(dated, basis="inherited"), candidate, calendar.last_day) if dated is not None else None
    return None


def measured_from(calendar: Calendar, candidate: Candidate, verb: int, told: EventDate) -> EventDate | None:
    """The date of what the act before came after, counted from that act's: "… on Monday. The attack came a day after rebels
    shelled the town"."""
    tree = calendar.reading.trees[candidate.sentence]
    if tree is None or told.end is None:
        return None
    heads = [h.head for h in candidate.heads if h.sentence == candidate.sentence]
    for measure in measures(calendar, tree, candidate.sentence):
        if measure.outer == verb and any(_is_of(tree, head, measure.head) for head in heads):
            value = replace(measure.value, date_start=told.start, date_end=told.end, precision=told.precision, basis="relative")
            dated = _counted(calendar, tree, measure, Dating(value, ""), 1)
            return clipped(dated, candidate, calendar.last_day) if dated is not None else None
    return None


def _dated_around(calendar: Calendar, tree: Tree, verb: int, sentence: int) -> Dating | None:
    """The time of a clause; that of a participle, "wounding ten, a day after …", is its main verb's."""
    found = clause_dating(calendar, tree, verb, sentence)
    while found is None and tree.tokens[verb].tag == "VBG" and tree.tokens[verb].dep == "advcl":
        verb = tree.tokens[verb].head
        found = clause_dating(calendar, tree, verb, sentence)
    return found


def measures(calendar: Calendar, tree: Tree, sentence: int) -> Iterator[Measure]:
    """The lengths of time in a sentence, right before "after" or "before", whose number and unit are told."""
    start, end = tree.sentence.start, tree.sentence.end
    for value, mention in zip(calendar.values, calendar.reading.times, strict=True):
        told = mention.expression
        if not start <= value.start < end or told.kind != "duration" or told.mod or not told.amount or told.amount % 1:
            continue
        link = next((token for token in tree.tokens if token.start >= value.end), None)
        sign = SIDES.get(link.text.lower(), 0) if link is not None else 0
        if link is None or not sign or link.head == link.i or told.unit not in ("D", "NI", "W", "M", "Y"):
            continue
        head = tree.tokens[link.head]
        if head.head != head.i:
            yield Measure(value, link.i, head.i, clause_of(tree, head.head), told.unit, sign * int(told.amount))


def _is_of(tree: Tree, head: int, goal: int) -> bool:
    """The event is what follows "after": its verb or noun, a word in that verb's clause, or what a clause tells of that noun:
    "two days after a raid that killed 13"."""
    clause = clause_of(tree, head)
    is_told_of = tree.tokens[clause].dep == "acl:relcl" and tree.tokens[clause].head == goal
    is_event = tree.tokens[goal].lemma.lower() in word_class("event_cause")
    return head == goal or (is_verb(tree.tokens[goal]) and clause == goal) or (is_event and is_told_of)


def _counted(calendar: Calendar, tree: Tree, measure: Measure, found: Dating, sign: int) -> EventDate | None:
    """The days so many units from a date, as wide as the unit."""
    value, step = found.value, sign * measure.amount
    if value.date_start is None or value.date_end is None or found.cue in ("since", "until", "till", "by"):
        return None
    first, last = _away(value.date_start, measure.unit, step), _away(value.date_end, measure.unit, step)
    if first is None or last is None:
        return None
    precision = _PRECISIONS.get(measure.unit, value.precision)
    precision = precision if precision == value.precision or first == last else "range"
    begin, close = min(value.start, measure.value.start), max(value.end, tree.tokens[measure.link].end)
    words = calendar.reading.document.text[begin:close]
    return EventDate(first[0], last[1], "within", precision, value.basis, words, begin, close)


def _away(day: date, unit: str, step: int) -> tuple[date, date] | None:
    """The days of the unit that lies some units from a day."""
    if unit in ("D", "NI"):
        moved = add_days(day, step)
        return (moved, moved) if moved else None
    return unit_at(day, unit, step).span
