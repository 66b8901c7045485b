"""That nobody was hurt, told in the attack's own sentence or in the next: "No casualties were reported."

    "There were no casualties."                      casualties 0/0/0
    "There were no immediate reports of injuries."   injured 0/0/0, qualifier `not yet reported`
    "There was no word on casualties."               nothing: not told

Read on the words, for a sentence that only denies harm tells no event and may have no tree. Harm that is denied of some only
("no civilian casualties", "none of the soldiers") or of the rest ("no other injuries") says nothing of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.records import Candidate, Count, Reading, Sentence

NOT_YET = "not yet reported"
_KINDS = {
    "casualt": "casualties",
    "victim": "casualties",
    "harm": "casualties",
    "death": "killed",
    "fatalit": "killed",
    "kill": "killed",
    "loss": "killed",
    "injur": "injured",
    "hurt": "injured",
    "wound": "injured",
}
_REAL = ("occurred", "ongoing")
_HARM = ("killed", "injured", "casualties")
_NOUN = r"(?:casualt(?:y|ies)|injur(?:y|ies)|deaths?|fatalit(?:y|ies)|victims?|loss(?:es)? of (?:human )?life)"
_VERB = r"(?:killed|injured|hurt|wounded|harmed)"
_GERUND = r"(?:killing|injuring|hurting|wounding|harming)"
_FIRST = r"(?:immediate|initial|known|confirmed|reported|early|human|official)"
_DENIAL = re.compile(
    rf"\b(?:no|without|without any|without causing(?: any)?)(?: {_FIRST})*(?: reports? of)?(?: any)?"
    rf" (?P<nouns>{_NOUN}(?: (?:or|and) {_NOUN})?)\b"
    rf"|\b(?:no one|no-one|nobody|none)(?: else)?(?: (?:was|were|is|has|had|have|been|immediately|reported|reportedly|to|be))+"
    rf" (?P<verbs>{_VERB}(?: (?:or|and) {_VERB})?)\b"
    rf"|\b(?:without|not) (?P<gerunds>{_GERUND}(?: or {_GERUND})?) (?:anyone|anybody)\b",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    r"(?: (?:were|was|have|has|been|reported)){0,3},? (?:among|amongst|on (?:our|its|their|the) side|to (?:its|their|the))\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"\b(?:report(?:s|ed|edly)?|immediate(?:ly)?|initial|known|early|(?:so far|yet)[.,;])", re.IGNORECASE)
_UNREAL = re.compile(r"\b(?:if|would|could|should|may|might|will|ensure|hope[sd]?|avoid(?:ed)?|else)\b", re.IGNORECASE)


def count_unharmed(
    reading: Reading, candidates: Sequence[Candidate], counts: Sequence[tuple[Count, ...]]
) -> tuple[tuple[Count, ...], ...]:
    """The counts with what is denied of the dead and hurt, each denial at the attack told just before it.

    An attack with a number of its own keeps it, and the denial is then nobody's: it may speak of any of several."""
    out = list(counts)
    for sentence in reading.sentences:
        denied = tuple(_denials(reading.document.text, sentence)) if sentence.kind == "body" else ()
        attack = _attack_of(candidates, sentence, denied[0].start) if denied else None
        told = {count.kind: count.low or count.high for count in out[attack]} if attack is not None else {}
        if attack is not None and not any(told.get(kind) for kind in _HARM):
            out[attack] = (*out[attack], *(count for count in denied if count.kind not in told))
    return tuple(out)


def _denials(text: str, sentence: Sentence) -> Iterator[Count]:
    """The numbers of the first denial of a sentence: one of casualties, or one of each kind that it names."""
    found = _DENIAL.search(text, sentence.start, sentence.end)
    if found is None or _OF_SOME.match(text, found.end()) or _UNREAL.search(text, sentence.start, found.end()):
        return
    words = found.group("nouns") or found.group("verbs") or found.group("gerunds")
    kinds = dict.fromkeys(kind for stem, kind in _KINDS.items() if stem in words.lower())
    one = Count("", 0, 0, 0, "", "none", None, None, found.group(), found.start(), found.end())
    qualifier = NOT_YET if _REPORTED.search(text, found.start(), sentence.end) else ""
    yield from (replace(one, kind=kind, qualifier=qualifier) for kind in kinds)


def _attack_of(candidates: Sequence[Candidate], sentence: Sentence, place: int) -> int | None:
    """The position of the attack that a denial speaks of: the last of its sentence before it, else the next of it ("no casualties
    in the attack"), else the last of the sentence before."""
    real = [n for n, c in enumerate(candidates) if c.event_type == "ASSAULT" and c.modality.status in _REAL]
    own = [n for n in real if candidates[n].sentence == sentence.index]
    before = [n for n in own if candidates[n].trigger_start < place]
    previous = [n for n in real if candidates[n].sentence == sentence.index - 1]
    choice = before[-1:] or own[:1] or previous[-1:]
    return choice[0] if choice else None
