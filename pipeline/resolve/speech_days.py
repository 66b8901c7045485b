"""The day on which somebody speaks: from the reporting verb's own date, or from another reporting verb of the same
speech.

A speech is a run of utterances by one speaker: the same name, or a pronoun or "the spokesman" for the last one, in
sentences that follow one another. Reporting verbs in parsed sentences are utterances, quotations without one go on
with the speech before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.find import syntax
from pipeline.records import Argument, Candidate, Tree
from pipeline.resolve.attach import path_up
from pipeline.resolve.calendar import Calendar, Dating, dating
from pipeline.resolve.clauses import REPORTING, clause_of, is_judging, is_reporting, is_verb

SPEAKING = REPORTING | frozenset("speak address stress ask reply answer quote urge".split())
MAX_GAP = 2  # sentences between two utterances of one speech
_SAID = re.compile(
    r"(?:\b([A-Z][\w’'-]+)|\b([Hh]e|[Ss]he|[Tt]hey))\s+(?:also\s+|later\s+)?(?:said|told|added|stressed|stated|warned|announced)\b"
)
_STATEMENTS = frozenset(
    "statement letter communique declaration speech message post tweet report interview decree piece article op-ed column essay"
    " editorial address broadcast video resolution appeal".split()
)
_NOT_SPOKEN = ("ccomp", "acl:relcl", "csubj")


class Utterance(NamedTuple):
    """Somebody says something in a sentence. `speaker` is a lower-case name; empty = whoever spoke last."""

    sentence: int
    speaker: str
    dating: Dating | None


class Speech(NamedTuple):
    """One speech: its speaker, its sentences from first to last, and its dated utterances."""

    speaker: str
    first: int
    last: int
    dated: tuple[Utterance, ...]


def speeches(calendar: Calendar) -> tuple[Speech, ...]:
    """The speeches of a document, in text order."""
    runs: list[list[Utterance]] = []
    for utterance in utterances(calendar):
        last = runs[-1] if runs else []
        known = next((u.speaker for u in last if u.speaker), "")
        is_same = not utterance.speaker or utterance.speaker == known or not known
        if last and is_same and utterance.sentence - last[-1].sentence <= MAX_GAP:
            last.append(utterance)
        else:
            runs.append([utterance])
    return tuple(
        Speech(
            next((u.speaker for u in run if u.speaker), ""), run[0].sentence, run[-1].sentence, tuple(u for u in run if u.dating)
        )
        for run in runs
    )


def utterances(calendar: Calendar) -> Iterator[Utterance]:
    """Every reporting verb with its speaker and date, and every sentence without one that a quotation opens."""
    reading = calendar.reading
    quoted = {s.index for s in reading.sentences for q in reading.quotes if q.start <= s.start + 1 < q.end}
    for sentence in reading.sentences:
        tree = reading.trees[sentence.index]
        found = list(_in_tree(calendar, tree, sentence.index) if tree else _in_text(calendar, sentence.index))
        if found:
            yield from found
        elif sentence.index in quoted:
            yield Utterance(sentence.index, "", None)


def _in_tree(calendar: Calendar, tree: Tree, sentence: int) -> Iterator[Utterance]:
    for token in tree.tokens:
        if not is_verb(token) or token.lemma.lower() not in SPEAKING:
            continue
        subject = _subject(tree, token.i)
        if subject is None and token.dep in ("conj", "advcl"):
            subject = _subject(tree, token.head)
        if subject is None and token.dep not in ("conj", "advcl", "parataxis"):
            continue
        name = _name(tree, subject) if subject is not None else ""
        yield Utterance(sentence, name, verb_dating(calendar, Argument(sentence, token.i)))


def _subject(tree: Tree, verb: int) -> int | None:
    return next((c for c in tree.children[verb] if tree.tokens[c].dep.startswith("nsubj")), None)


def _name(tree: Tree, subject: int) -> str:
    """A key for the speaker: the last word of a name; empty for a pronoun or "the spokesman"."""
    token = tree.tokens[subject]
    if token.tag.startswith("PRP") or token.tag in ("WP", "WDT"):
        return ""
    names = [
        t.text.lower()
        for t in tree.tokens
        if (t.i == subject or (t.head == subject and t.dep in ("flat", "appos"))) and t.tag.startswith("NNP")
    ]
    if names:
        return names[-1]
    is_definite = any(tree.tokens[c].text.lower() == "the" for c in tree.children[subject])
    return "" if is_definite and token.tag == "NN" else token.text.lower()


def _in_text(calendar: Calendar, sentence: int) -> Iterator[Utterance]:
    """The same for a sentence without a tree: a capitalised word before "said", and the first day after it."""
    span = calendar.reading.sentences[sentence]
    match = _SAID.search(calendar.reading.document.text, span.start, span.end)
    if match is None:
        return
    days = [k for k, v in enumerate(calendar.values) if match.end() <= v.start < span.end and v.precision in ("day", "days")]
    near = [k for k in days if calendar.values[k].start - match.end() <= 60]
    yield Utterance(sentence, (match[1] or "").lower(), dating(calendar, near[0], "") if near else None)


def reporting_verbs(calendar: Calendar, candidate: Candidate) -> Iterator[Argument]:
    """The verbs that, by the tree, report a candidate: above its clause, hung on it ("…, police said on Friday"), or judging
    what it names ("condemned the coup")."""
    tree = calendar.reading.trees[candidate.sentence]
    for head in candidate.heads if tree else ():
        if tree is None or head.sentence != candidate.sentence:
            continue
        clause = clause_of(tree, head.head)
        above = tree.tokens[clause].head
        loose = [c for c in tree.children[clause] if tree.tokens[c].dep in ("parataxis", "conj", "ccomp")]
        yield from (Argument(candidate.sentence, i) for i in (above, *loose) if is_reporting(tree.tokens[i]))
        if is_judging(tree.tokens[clause]) and clause != head.head:
            yield Argument(candidate.sentence, clause)


def verb_dating(calendar: Calendar, verb: Argument) -> Dating | None:
    """The date that a reporting verb itself carries: "said on Tuesday", "said in a statement issued on Tuesday"."""
    tree = calendar.reading.trees[verb.sentence] if verb.sentence < len(calendar.reading.trees) else None
    if tree is None:
        return None
    for a in calendar.attached.get(verb.sentence, ()):
        if calendar.values[a.value].date_start is None or a.is_naming or a.cue in ("until", "till"):
            continue
        if a.cue == "of" and tree.tokens[a.governor].lemma.lower() not in _STATEMENTS:
            continue  # "urged them to respect the truce of 1994"
        if _is_said_on(tree, a.governor, verb.head):
            return dating(calendar, a.value, a.cue)
    return None


def _is_said_on(tree: Tree, governor: int, verb: int) -> bool:
    if governor == verb:
        return True
    path = path_up(tree, governor, verb)
    if path is not None:
        return not any(t.dep in _NOT_SPOKEN or t.dep.startswith("nsubj") or (t.dep == "parataxis" and is_verb(t)) for t in path)
    own, other = tree.tokens[verb], tree.tokens[governor]
    if own.dep in ("conj", "advcl") and governor == own.head:
        return True
    return other.dep == "advcl" and other.head == verb


def speech_dating(calendar: Calendar, candidate: Candidate, told: tuple[Speech, ...]) -> Dating | None:
    """The day of the speech in which a candidate stands: its own reporting verbs first, then the others of the same
    speech."""
    for claim in candidate.modality.claims:
        if claim.verb and (found := verb_dating(calendar, claim.verb)):
            return found._replace(is_inherited=claim.verb.sentence != candidate.sentence)
    if candidate.is_speech_act and (found := _statement_dating(calendar, candidate.heads[0])):
        return found
    speech = next((s for s in told if s.first <= candidate.sentence <= s.last), None)
    if speech and speech.dated and not _is_of_another(calendar, candidate, speech):
        before = [u for u in speech.dated if u.sentence <= candidate.sentence]
        chosen = before[-1] if before else speech.dated[0]
        return chosen.dating and chosen.dating._replace(is_inherited=chosen.sentence != candidate.sentence)
    return _announced(calendar, candidate, told)


def _statement_dating(calendar: Calendar, head: Argument) -> Dating | None:
    """The day of the statement by which a speech act was done: "in a statement issued on Tuesday, they expressed …"."""
    tree = calendar.reading.trees[head.sentence]
    for a in calendar.attached.get(head.sentence, ()) if tree is not None else ():
        path = path_up(tree, a.governor, head.head) if tree is not None else None
        is_stated = any(token.lemma.lower() in _STATEMENTS and token.dep == "obl" for token in path or ())
        if is_stated and calendar.values[a.value].date_start is not None and not a.is_naming:
            return dating(calendar, a.value, a.cue)
    return None


def _is_of_another(calendar: Calendar, candidate: Candidate, speech: Speech) -> bool:
    """A speech act whose doer its sentence names, and who is not the speaker."""
    tree = calendar.reading.trees[candidate.sentence]
    if tree is None or not candidate.is_speech_act:
        return False
    named = {_name(tree, a.head) for a in candidate.role("actor") if a.sentence == candidate.sentence} - {""}
    return bool(named) and speech.speaker not in named


def _announced(calendar: Calendar, candidate: Candidate, told: tuple[Speech, ...]) -> Dating | None:
    """ "Akar also ruled it out. “…,” Akar told reporters on Wednesday": a speech act whose words the next sentence
    quotes."""
    tree = calendar.reading.trees[candidate.sentence]
    speech = next((s for s in told if s.first == candidate.sentence + 1), None)
    if tree is None or speech is None or not speech.dated or not speech.speaker:
        return None
    actors = [a.head for a in candidate.role("actor") if a.sentence == candidate.sentence]
    names = {tree.tokens[i].text.lower() for head in actors for i in syntax.noun_phrase(tree, head)}
    names |= {t.text.lower() for head in actors for t in tree.tokens if t.dep == "appos" and t.head == head}
    return speech.dated[0].dating if speech.speaker in names else None
