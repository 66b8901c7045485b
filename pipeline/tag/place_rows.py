"""Names that stand in one row with places: "shells fell on Kafr X, Y and Z"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from pipeline.gazetteer import load
from pipeline.gazetteer.keys import without_article
from pipeline.lexicon.days import DAYS
from pipeline.records import PlaceMention, Sentence
from pipeline.tag.actors import tag_actors
from pipeline.tag.place_detail import detail_at
from pipeline.tag.place_names import SHORT
from pipeline.tag.place_unknown import LONGEST_NAME, Run
from pipeline.tag.place_words import false_friends, heads, ordinary, words

_JOINT = re.compile(r", (?:and |or )?| (?:and|or|&|to) ")
_LEAD = re.compile(r"([a-z]+) (?:the )?$")
_LEADS = frozenset({"of", "on", "including", "hit", "struck", "bombarded", "raided", "pounded"})


def rows(text: str, runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Names of one sentence that only commas, "and", "or" and "to" part; the last joint is a word."""
    row: list[Run] = []
    for run in runs:
        joint = text[row[-1].end : run.start] if row else ""
        if row and not _JOINT.fullmatch(joint):
            row = []
        row.append(run)
        if len(row) > 1 and joint.strip(", ") and _is_last(text, row, runs):
            yield row


def _cues() -> tuple[frozenset[str], ...]:
    return words("cues", "locative"), words("cues", "strict"), words("cues", "directions")


def _is_last(text: str, row: list[Run], runs: Sequence[Run]) -> bool:
    behind = runs.index(row[-1]) + 1
    return behind == len(runs) or not _JOINT.fullmatch(text[row[-1].end : runs[behind].start])


def beside(
    text: str, sentence: Sentence, runs: Sequence[Run], found: Sequence[PlaceMention], people: Container[str]
) -> Iterator[PlaceMention]:
    """The further places of a sentence: names in one row with one of `found` (countries apart), behind a word for where.

    A name of somebody, of a known actor, or of something inside a place is none.
    """
    for row in rows(text, runs):
        lead = _LEAD.search(text, max(sentence.start, row[0].start - 24), row[0].start)
        if not lead or not any(lead.group(1) in leads for leads in (_LEADS, *_cues())):
            continue
        taken = [any(place.start < run.end and run.start < place.end for place in found) for run in row]
        if not any(taken):
            continue
        for run, is_taken in zip(row, taken, strict=True):
            if not is_taken and can_be_place(text, run, people):
                hits = load().find(run.key)
                kind = hits[0].entry.kind if hits else "unknown"
                detail = detail_at(text, run.start, run.end, sentence.start, sentence.end)
                yield PlaceMention(run.start, run.end, run.key, kind, detail)


def can_be_place(text: str, run: Run, people: Container[str], is_ground: bool = False) -> bool:
    """Whether a name is nobody's that is known: no person's, known actor's, people's or day's, and no site inside a place.
    What is told to be ground may begin like a person: "stormed Dan Gulbi"."""
    name, names = text[run.start : run.end], without_article(run.key).split() or run.key.split()
    if len(names) > LONGEST_NAME or (name.isupper() and len(name) <= SHORT) or run.key in people:
        return False
    if all(word in ordinary() or word in DAYS for word in names) or heads().get(names[-1]) == "point":
        return False
    if {names[0], names[-1]} & (words("names", "titles") | words("names", "peoples")):
        return False
    if {names[0], names[-1]} & words("names", "given") and not is_ground:
        return False
    hits = load().find(run.key)
    is_other = any(false_friends().get(word) == "never" for word in (run.key, *names)) or (hits and hits[0].form == "demonym")
    return not is_other and not tag_actors(name)
