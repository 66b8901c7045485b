"""Anchor all time expressions of a document (`anchor_times`) and date its events (`date_candidates`).

Expressions are anchored in text order: each may stand on the DCT, on the date that is being told, or on nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from pipeline.find import syntax
from pipeline.records import Candidate, Document, EventDate, Reading, TimeMention, TimeValue, Tree
from pipeline.resolve import anchor, anchor_relative
from pipeline.resolve.attach import Attached, attach_times, leads_second
from pipeline.resolve.calendar import Calendar, dating
from pipeline.resolve.clauses import clause_of
from pipeline.resolve.date_events import day_of_verb, own_dating
from pipeline.resolve.day_spans import DAY_PRECISIONS
from pipeline.resolve.entries import entry_tense, label_of, labels
from pipeline.resolve.intervals import clipped, event_date, unknown_date
from pipeline.resolve.measured import measured_date, measured_from, measured_verb
from pipeline.resolve.narrative import is_narrative
from pipeline.resolve.retold import retelling
from pipeline.resolve.scene import Anchored, Scene
from pipeline.resolve.sequel import happening, sequel_of
from pipeline.resolve.speech_days import Speech, reporting_verbs, speech_dating, speeches, verb_dating
from pipeline.resolve.tense import is_present, tense_in_tree
from pipeline.resolve.tense_words import is_begun, tense_in_text
from pipeline.resolve.thread import Thread, is_comparison
from pipeline.tag.timex import tag_times
from pipeline.tag.timex_expression import Expression

ANCHORS: dict[str, Callable[[Expression, Scene], Anchored]] = {
    "calendar": anchor.anchor_calendar,
    "weekday": anchor.anchor_weekday,
    "deictic": anchor.anchor_deictic,
    "part": anchor.anchor_part,
    "clock": anchor.anchor_clock,
    "quarter": anchor.anchor_quarter,
    "half": anchor.anchor_half,
    "season": anchor.anchor_season,
    "decade": anchor.anchor_decade,
    "century": anchor.anchor_century,
    "holiday": anchor.anchor_holiday,
    "week_of_month": anchor.anchor_week_of_month,
    "week_of_day": anchor.anchor_week_of_day,
    "unit": anchor_relative.anchor_unit,
    "shift": anchor_relative.anchor_shift,
    "shift_of_day": anchor_relative.anchor_shift_of_day,
    "duration": anchor_relative.anchor_duration,
    "recent": anchor_relative.anchor_recent,
    "reference": anchor_relative.anchor_reference,
    "set": anchor_relative.anchor_set,
    "that_time": anchor_relative.anchor_that_time,
    "year_ago": anchor_relative.anchor_year_ago,
}


def anchor_times(reading: Reading) -> tuple[TimeValue, ...]:
    """One value a mention, in order. Without any DCT, values keep XXXX where the year is not told and have no days.

    A DCT known as a set is tried at its two ends: no rule moves an expression back when the DCT moves on, so that the
    days between the ends lie in the interval that covers both.
    """
    document = reading.document
    if document.published is None and document.published_low and document.published_high:
        first, last, bare = (_anchor_all(reading, dct) for dct in (document.published_low, document.published_high, None))
        return tuple(_covering(*each) for each in zip(reading.times, first, last, bare, strict=True))
    return tuple(
        _value(mention, found) for mention, found in zip(reading.times, _anchor_all(reading, document.published), strict=True)
    )


def _anchor_all(reading: Reading, dct: date | None) -> list[Anchored]:
    """Every mention anchored in text order, each on what the text has told before it."""
    text = reading.document.text
    narrative = is_narrative([mention.expression for mention in reading.times], dct)
    anchored: list[Anchored] = []
    thread, opened, entry = Thread(), labels(reading), None
    for mention in reading.times:
        thread = thread.enter(text, mention.start)
        is_entry = any(start <= mention.start < end for start, end in opened)
        tense = entry_tense(reading, mention.start) if is_entry else _tense(reading, mention)
        scene = thread.scene(dct, narrative or (is_entry and bool(entry)), tense)
        scene = replace(scene, told=entry, told_day=entry) if is_entry and entry else scene
        is_sure = is_entry or _tree_of(reading, mention) is not None or is_begun(text, mention.start)
        scene = replace(scene, is_tense_sure=is_sure)
        found = ANCHORS[mention.expression.kind](mention.expression, scene)
        if anchored and (span := found.span) and found.focus and found.focus.day:
            _end_unit(reading, anchored, len(anchored), span[1])
        anchored.append(found)
        thread = thread.follow(text, mention, None if not narrative and is_comparison(text, mention, scene) else found.focus)
        entry = found.focus if is_entry and found.focus else entry
    return _in_order(reading, anchored)


def _in_order(reading: Reading, anchored: list[Anchored]) -> list[Anchored]:
    """ "From Wednesday to Friday", told on a Thursday, began a week before the Wednesday that is just over."""
    text, times = reading.document.text, reading.times
    ordered = list(anchored)
    for k, (first, second) in enumerate(pairwise(anchored)):
        are_days = all(m.expression.kind == "weekday" and not m.expression.relative for m in times[k : k + 2])
        if are_days and first.span and second.span and second.span[0] < first.span[0] and _is_pair(text, times[k], times[k + 1]):
            ordered[k] = anchor.one_day(first.span[0] - timedelta(7), times[k].expression.daypart)
    return ordered


def _is_pair(text: str, first: TimeMention, second: TimeMention) -> bool:
    return _BETWEEN.fullmatch(text, first.end, second.start) is not None


_ENDED = re.compile(r",?\s+(?:that\s+|which\s+)?(?:ended|ending)\s+(?:on\s+)?")


def _end_unit(reading: Reading, anchored: list[Anchored], k: int, day: date) -> None:
    """ "the quarter ended Sept. 30": the unit before mention `k` is the one that ends on this day."""
    before, mention = reading.times[k - 1], reading.times[k]
    told = before.expression
    if told.kind not in ("unit", "quarter") or not _ENDED.fullmatch(reading.document.text, before.end, mention.start):
        return
    if told.kind == "unit":
        anchored[k - 1] = anchor_relative.unit_at(day, told.unit, 0)
    elif told.year is None:  # a company's own second quarter need not be the calendar's
        anchored[k - 1] = anchor.anchor_quarter(replace(told, year=day.year), Scene(None))


def _tree_of(reading: Reading, mention: TimeMention) -> Tree | None:
    for tree in reading.trees:
        if tree is not None and tree.sentence.start <= mention.start < tree.sentence.end:
            return tree
    return None


def _tense(reading: Reading, mention: TimeMention) -> str:
    if tree := _tree_of(reading, mention):
        return tense_in_tree(tree, mention.start, mention.end)
    return tense_in_text(reading.document.text, mention.start, mention.end)


def _value(mention: TimeMention, found: Anchored) -> TimeValue:
    start, end = found.span or (None, None)
    mod = mention.expression.mod
    return TimeValue(mention.start, mention.end, mention.type, found.value, mod, start, end, found.precision, found.basis)


def _covering(mention: TimeMention, first: Anchored, last: Anchored, bare: Anchored) -> TimeValue:
    """One value for two trials: where they differ, the days that cover both and the value that the words have without
    any DCT."""
    if first == last:
        return _value(mention, last)
    if first.span is None or last.span is None:
        return _value(mention, bare._replace(span=None, precision="unknown"))
    span = (min(first.span[0], last.span[0]), max(first.span[1], last.span[1]))
    return _value(mention, bare._replace(span=span, precision="range", basis=last.basis))


def date_candidates(reading: Reading, values: tuple[TimeValue, ...], candidates: tuple[Candidate, ...]) -> tuple[EventDate, ...]:
    """One date a candidate, by codebook section 3: own adjuncts, governing clause, the sentence, the speech, a cue of
    sequence."""
    calendar = calendar_of(reading, values)
    told = speeches(calendar)
    dated: list[EventDate] = []
    for candidate in candidates:
        dated.append(
            _date_of(calendar, candidate, told)
            or _after_cue(calendar, candidate, candidates, dated)
            or _came_after(calendar, candidate, candidates, dated)
            or _told_next(calendar, candidate)
            or _told_again(calendar, candidate, candidates)
            or _of_entry(calendar, candidate)
            or _open(calendar, candidate)
        )
    return tuple(within_range(calendar, date) for date in dated)


def within_range(calendar: Calendar, date: EventDate) -> EventDate:
    """The date, without its days when they lie outside 1900 to 2100 (codebook section 3): the words are kept."""
    if all(day is None or 1900 <= day.year <= 2100 for day in (date.start, date.end)):
        return date
    return replace(unknown_date(calendar.last_day), text=date.text, char_start=date.char_start, char_end=date.char_end)


def calendar_of(reading: Reading, values: tuple[TimeValue, ...]) -> Calendar:
    """The time values of a document, attached to its trees."""
    last_day = reading.document.published or reading.document.published_high
    attached = attach_times(reading, values)
    ranges = ranges_of(reading.document.text, values)
    return Calendar(
        reading, values, attached, {k: m for k, m in ranges.items() if not opens_clause(reading, attached, m)}, last_day
    )


def opens_clause(reading: Reading, attached: dict[int, list[Attached]], second: int) -> bool:
    """The value belongs to a second verb, so that it makes no range with the one before."""
    found = ((reading.trees[n], a) for n, each in attached.items() for a in each if a.value == second)
    return any(tree is not None and leads_second(tree, a) for tree, a in found)


_BETWEEN = re.compile(r"\s*(?:to|until|till|through|and|-|–|—|or)\s*(?:on\s+|the\s+)?", re.IGNORECASE)


def ranges_of(text: str, values: tuple[TimeValue, ...]) -> dict[int, int]:
    """Pairs of neighbouring values that make one interval: "3–5 February", "from … to …", "Friday and Saturday"."""
    return {
        k: k + 1
        for k in range(len(values) - 1)
        if values[k].date_start and values[k + 1].date_start and _BETWEEN.fullmatch(text, values[k].end, values[k + 1].start)
    }


def _date_of(calendar: Calendar, candidate: Candidate, told: tuple[Speech, ...]) -> EventDate | None:
    chosen = own_dating(calendar, candidate)
    if chosen is None and (counted := measured_date(calendar, candidate)) is not None:
        return counted
    if chosen is None and speaks_now(calendar, candidate):
        chosen = speech_dating(calendar, candidate, told)
    return event_date(calendar, candidate, chosen) if chosen else None


def speaks_now(calendar: Calendar, candidate: Candidate) -> bool:
    """Inside a dated speech only plans, what goes on, and the speaker's own speech acts take its day (codebook section
    8)."""
    tree = calendar.reading.trees[candidate.sentence]
    is_ongoing = candidate.modality.status == "ongoing" and not (tree and has_lasted(tree, candidate))
    if candidate.modality.status == "planned" or is_ongoing or candidate.is_speech_act:
        return True
    return tree is not None and any(
        is_present(tree, clause_of(tree, h.head)) for h in candidate.heads if h.sentence == candidate.sentence
    )


def has_lasted(tree: Tree, candidate: Candidate) -> bool:
    """A perfect with "since": it began before the day on which somebody says so."""
    verbs = [h.head for h in candidate.heads if h.sentence == candidate.sentence and tree.tokens[h.head].tag in ("VBN", "VBG")]
    return any("since" in syntax.cases_of(tree, c) or syntax.mark_of(tree, c) == "since" for v in verbs for c in tree.children[v])


SEQUENCE = re.compile(
    r"(?:Then|Later|Afterwards?|Subsequently|Thereafter|In response|In retaliation|In reprisal|In return|"
    r"In reaction|Hours later|Minutes later)\b"
)


def _after_cue(
    calendar: Calendar, candidate: Candidate, candidates: tuple[Candidate, ...], dated: list[EventDate]
) -> EventDate | None:
    """A sentence opened by a cue of consequence or sequence takes the interval of the last event before it; a sum "since May" has
    none that an answer to it could take."""
    tree = calendar.reading.trees[candidate.sentence]
    if tree is None or not dated or candidates[len(dated) - 1].sentence not in (candidate.sentence - 1, candidate.sentence):
        return None
    sentence = calendar.reading.document.text[tree.sentence.start : tree.sentence.end]
    words = {tree.tokens[h.head].lemma.lower() for h in candidate.heads if h.sentence == candidate.sentence}
    words |= {tree.tokens[tree.tokens[h.head].head].lemma.lower() for h in candidate.heads if h.sentence == candidate.sentence}
    if not SEQUENCE.match(sentence) and not words & {"respond", "retaliate", "answer"}:
        return None
    before = next(
        (
            d
            for c, d in zip(reversed(candidates[: len(dated)]), reversed(dated), strict=True)
            if c.sentence < candidate.sentence and d.start
        ),
        None,
    )
    is_one_time = before is not None and before.precision not in ("range", "vague")
    return replace(before, basis="inherited", kind="within") if before is not None and is_one_time else None


def _told_next(calendar: Calendar, candidate: Candidate) -> EventDate | None:
    """The day of a sentence that goes on "The incident occurred on …"."""
    sequel = sequel_of(calendar.reading, candidate)
    if sequel is None or candidate.modality.status not in ("occurred", "ongoing"):
        return None
    counted = measured_verb(calendar, candidate, sequel.sentence.index, sequel.verb) if sequel.verb is not None else None
    if counted is not None:
        return counted
    found = day_of_verb(calendar, candidate, sequel.sentence.index, sequel.verb)
    return event_date(calendar, candidate, found._replace(is_inherited=True)) if found is not None else None


def _came_after(
    calendar: Calendar, candidate: Candidate, candidates: tuple[Candidate, ...], dated: list[EventDate]
) -> EventDate | None:
    """The date of a deed that the act of the sentence before "came a day after"."""
    tree = calendar.reading.trees[candidate.sentence]
    verb = happening(tree) if tree is not None else None
    before = [d for c, d in zip(candidates, dated, strict=False) if c.sentence == candidate.sentence - 1]
    acts = [d for d in before if d.start is not None and d.precision in DAY_PRECISIONS]
    return measured_from(calendar, candidate, verb, acts[0]) if verb is not None and acts else None


def _told_again(calendar: Calendar, candidate: Candidate, candidates: tuple[Candidate, ...]) -> EventDate | None:
    """The day of a sentence behind that tells the same act again."""
    found = (own_dating(calendar, again) for again in retelling(calendar.reading, candidate, candidates))
    dated = next((f for f in found if f is not None and f.value.precision in DAY_PRECISIONS), None)
    return event_date(calendar, candidate, dated._replace(is_inherited=True)) if dated is not None else None


def _of_entry(calendar: Calendar, candidate: Candidate) -> EventDate | None:
    """The date of the timeline's entry that tells the event."""
    span = label_of(calendar.reading, candidate.sentence)
    if span is None or candidate.modality.status not in ("occurred", "ongoing"):
        return None
    label = next((k for k, value in enumerate(calendar.values) if span[0] <= value.start < span[1] and value.date_end), None)
    return event_date(calendar, candidate, dating(calendar, label, "")) if label is not None else None


def _open(calendar: Calendar, candidate: Candidate) -> EventDate:
    """On or before the day of its claim, when that is told, else on or before the DCT."""
    for verb in (*(claim.verb for claim in candidate.modality.claims), *reporting_verbs(calendar, candidate)):
        found = verb_dating(calendar, verb) if verb else None
        if found and found.value.date_end:
            return clipped(unknown_date(found.value.date_end), candidate, calendar.last_day)
    return unknown_date(calendar.last_day)


def timex_rows(document: Document) -> list[dict[str, Any]]:
    """Every time expression of a document as the command `timex` prints it; days as ISO strings or None.

    "Former", "once" are expressions in a history of the past only, as the gold of either genre has it.
    """
    times = tag_times(document.text)
    if not is_narrative([mention.expression for mention in times], document.published or document.published_high):
        times = tuple(mention for mention in times if mention.expression.cue != "history")
    reading = Reading(document, (), (), times)
    return [
        {
            "start": value.start,
            "end": value.end,
            "type": value.type,
            "value": value.value,
            "mod": value.mod or None,
            "date_start": value.date_start and value.date_start.isoformat(),
            "date_end": value.date_end and value.date_end.isoformat(),
        }
        for value in anchor_times(reading)
    ]
