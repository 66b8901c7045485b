"""Which sentences can hold an event, before anything is parsed: those with an inflected trigger of any frame.

A set of word forms does the work of an automaton: one pass over the words. Sentences with a quotation mark and a reporting verb
are kept as well, for the speaker of the quotation; so are those next to a quotation, which may name its speaker.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.frameset import load_frames
from pipeline.lexicon.inflect import inflect
from pipeline.lexicon.words import word_class
from pipeline.records import Sentence

_WORD = re.compile(r"[^\W\d_]+")
_QUOTE = re.compile("[“”\"«»]|''")


@cache
def trigger_forms() -> frozenset[str]:
    """Every inflected form of every trigger lemma, in lower case."""
    return frozenset(form for frame in load_frames() for trigger in frame.triggers for form in inflect(trigger.lemma))


@cache
def reporting_forms() -> frozenset[str]:
    """Every inflected form of the reporting verbs."""
    return frozenset(form for lemma in word_class("say") for form in inflect(lemma)) | {"according"}


def scan(text: str, sentences: tuple[Sentence, ...]) -> tuple[bool, ...]:
    """For every sentence: is it worth parsing? Headings are (they are rejected with their reason), datelines are not."""
    triggers, reports = trigger_forms(), reporting_forms()
    lowered = text.lower() if len(text.lower()) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    words = [set(_WORD.findall(lowered, s.start, s.end)) if s.kind != "dateline" else set() for s in sentences]
    quoted = [bool(_QUOTE.search(text, s.start, s.end)) for s in sentences]
    keep = []
    for n, found in enumerate(words):
        near = quoted[n] or (n > 0 and quoted[n - 1])
        keep.append(not found.isdisjoint(triggers) or (near and not found.isdisjoint(reports)))
    return tuple(keep)
