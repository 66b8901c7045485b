"""Names in no gazetteer that an article takes up as places: "a raid on Zumbuli" after "the village of Zumbuli", "stormed
Zumbuli in Borno". Alone, a name that was attacked may be anybody's."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from pipeline.gazetteer import load
from pipeline.records import PlaceMention, Sentence
from pipeline.tag.place_detail import detail_at
from pipeline.tag.place_rows import can_be_place
from pipeline.tag.place_unknown import Run

_STRUCK = re.compile(r"\b(?:attacks?|raids?|assaults?|(?:air ?)?strikes?|bombardments?|offensives?) on $")
_GROUND = re.compile(
    r"\b(?:storm(?:ed|ing)|raid(?:ed|ing)|overr[au]n|shell(?:ed|ing)|bomb(?:ed|ing)|bombard(?:ed|ing)|retook|recaptured|pounded"
    r"|besieg(?:ed|ing)) $"
)  # what only ground suffers
_CONTAINED = re.compile(r",? (?:in|of) (?:the )?(?:\w+ (?:of )?)?[A-Z]|,? in the same ")
_REACH = 32  # characters in front of a name


def taken_up(
    text: str, sentence: Sentence, runs: Sequence[Run], found: Sequence[PlaceMention], people: Container[str]
) -> Iterator[PlaceMention]:
    """The names of a sentence that are places elsewhere in the article, or were struck and lie in a place told behind them."""
    told = {mention.key for mention in found if mention.kind == "unknown" and mention.key}
    for run in runs:
        if any(place.start < run.end and run.start < place.end for place in found):
            continue
        is_ground = _is_behind(_GROUND, text, sentence, run)
        is_told = run.key in told or ((is_ground or _is_behind(_STRUCK, text, sentence, run)) and _lies_in_place(text, run))
        if is_told and can_be_place(text, run, people, is_ground):
            detail = detail_at(text, run.start, run.end, sentence.start, sentence.end)
            yield PlaceMention(run.start, run.end, run.key, "unknown", detail)


def _is_behind(words: re.Pattern[str], text: str, sentence: Sentence, run: Run) -> bool:
    return words.search(text, max(sentence.start, run.start - _REACH), run.start) is not None


def _lies_in_place(text: str, run: Run) -> bool:
    """Whether a place stands behind it that it lies in; not peoples and groups in the plural, nor somebody whose full name the
    article gives."""
    if run.key.endswith("s") or load().find(run.key) or not _CONTAINED.match(text, run.end):
        return False
    name = re.escape(text[run.start : run.end])
    return re.search(rf"\b[A-Z][a-z]+ {name}\b", text) is None
