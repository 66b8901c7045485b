"""The day on which somebody speaks: from the reporting verb's own date, or from another reporting verb of the same speech.

A speech is a run of quotations by one speaker: the same name, or a pronoun for the last one, in sentences that follow one another.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.records import Argument, Candidate, Quote, Reading
from pipeline.resolve.attach import path_up
from pipeline.resolve.date_events import Calendar, Dating, dating

PRONOUNS = frozenset("he she they it who".split())
MAX_GAP = 2  # sentences between two quotations of one speech


class Speech(NamedTuple):
    """One speech: its quotations' sentences and reporting verbs."""

    sentences: frozenset[int]
    verbs: tuple[Argument, ...]


def speeches(reading: Reading) -> tuple[Speech, ...]:
    """The speeches of a document, in text order."""
    runs: list[tuple[str, list[Quote]]] = []
    for quote in sorted(reading.quotes, key=lambda q: q.start):
        name = _speaker(reading, quote)
        last = runs[-1] if runs else None
        if last and (name in ("", last[0]) or not last[0]) and _sentence_of(reading, quote.start) - _sentence_of(reading, last[1][-1].end - 1) <= MAX_GAP:
            runs[-1] = (last[0] or name, [*last[1], quote])
        else:
            runs.append((name, [quote]))
    return tuple(_speech(reading, quotes) for _, quotes in runs)


def _speech(reading: Reading, quotes: list[Quote]) -> Speech:
    numbers = {_sentence_of(reading, at) for quote in quotes for at in (quote.start, quote.end - 1)}
    return Speech(frozenset(range(min(numbers), max(numbers) + 1)), tuple(q.verb for q in quotes if q.verb))


def _speaker(reading: Reading, quote: Quote) -> str:
    """A key for the speaker; empty for a pronoun or when unknown."""
    if quote.speaker is None:
        return ""
    tree = reading.trees[quote.speaker.sentence]
    word = tree.tokens[quote.speaker.head].text.lower() if tree else ""
    return "" if word in PRONOUNS else word


def _sentence_of(reading: Reading, offset: int) -> int:
    return next((s.index for s in reading.sentences if s.start <= offset < s.end), len(reading.sentences))


def verb_dating(calendar: Calendar, verb: Argument) -> Dating | None:
    """The date that a reporting verb itself carries: "said on Tuesday", "said in a statement issued on Tuesday"."""
    tree = calendar.reading.trees[verb.sentence] if verb.sentence < len(calendar.reading.trees) else None
    if tree is None:
        return None
    for a in calendar.attached.get(verb.sentence, ()):
        value = calendar.values[a.index]
        if value.date_start is None or a.is_naming:
            continue
        path = [] if a.governor == verb.head else path_up(tree, a.governor, verb.head)
        if path is not None and not any(t.dep in ("ccomp", "parataxis", "acl:relcl", "csubj") or t.dep.startswith("nsubj") for t in path):
            return dating(calendar, a.index, a.cue)
        own = tree.tokens[verb.head]
        if own.dep in ("conj", "advcl", "parataxis") and a.governor == own.head and own.dep != "parataxis":
            return dating(calendar, a.index, a.cue)
        if tree.tokens[a.governor].dep == "advcl" and tree.tokens[a.governor].head == verb.head:
            return dating(calendar, a.index, a.cue)
    return None


def speech_dating(calendar: Calendar, candidate: Candidate, told: tuple[Speech, ...]) -> Dating | None:
    """The day of the speech in which a candidate stands: its own reporting verbs first, then the others of the same speech."""
    for claim in candidate.modality.claims:
        if claim.verb and (found := verb_dating(calendar, claim.verb)):
            return found._replace(is_inherited=claim.verb.sentence != candidate.sentence)
    speech = next((s for s in told if candidate.sentence in s.sentences), None)
    for verb in speech.verbs if speech else ():
        if found := verb_dating(calendar, verb):
            return found._replace(is_inherited=True)
    return None
