"""Which sentences can hold an event, before anything is parsed: those with an inflected trigger of any frame.

Sets of word forms do the work of an automaton: one pass over the words. A trigger of several words ("take … hostage") needs them
all. Sentences with a quotation mark and a reporting verb
are kept as well, for the speaker of the quotation; so are those next to a quotation, which may name its speaker, and those
before "he" or "they", which may tell who that is.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.frameset import Frame, load_frames
from pipeline.lexicon.inflect import inflect
from pipeline.lexicon.words import word_class
from pipeline.records import Sentence

UNREAD = ("dateline", "entry")
PERSONAL = frozenset("he she his her him they their them".split())
_WORD = re.compile(r"[^\W\d_]+")
_QUOTE = re.compile("[“”\"«»]|''")


Needs = tuple[tuple[frozenset[str], ...], ...]


@cache
def trigger_needs() -> dict[str, Needs]:
    """Inflected form of a trigger, in lower case → what else must stand in its sentence, one choice a trigger: sets of words of
    each of which one is needed. A form that is enough by itself has an empty choice."""
    needs: dict[str, set[tuple[frozenset[str], ...]]] = {}
    for frame in load_frames():
        for trigger in frame.triggers:
            choice = (*(need.words for need in trigger.beside if need.is_literal and need.words), *wanted(frame, trigger.pos))
            for form in inflect(trigger.lemma):
                needs.setdefault(form, set()).add(choice)
    return {form: ((),) if () in choices else tuple(choices) for form, choices in needs.items()}


def wanted(frame: Frame, pos: str) -> tuple[frozenset[str], ...]:
    """The words that a frame's conditions ask for: one of each set must stand in the sentence."""
    must = (c for c in frame.where if c.is_required or (pos == "verb" and not c.is_optional))
    return tuple(c.allow for c in must if c.is_literal)


def can_trigger(words: set[str], needs: dict[str, Needs]) -> bool:
    """Some trigger stands among the words of a sentence with all that it needs."""
    present = words & needs.keys()
    return any(all(not words.isdisjoint(some) for some in choice) for word in present for choice in needs[word])


@cache
def reporting_forms() -> frozenset[str]:
    """Every inflected form of the reporting verbs."""
    return frozenset(form for lemma in word_class("say") for form in inflect(lemma)) | {"according"}


@cache
def owning_forms() -> tuple[frozenset[str], frozenset[str]]:
    """The inflected forms of "claim" and "responsibility", with which somebody claims the attack of another sentence."""
    verbs, nouns = (frozenset(f for lemma in word_class(name) for f in inflect(lemma)) for name in ("owning", "owned"))
    return verbs, nouns


def names_dead(words: set[str]) -> bool:
    """ "The dead included two nurses", of an attack told just before."""
    return not words.isdisjoint(word_class("the_dead")) and not words.isdisjoint(word_class("are_among"))


def scan(text: str, sentences: tuple[Sentence, ...]) -> tuple[bool, ...]:
    """For every sentence: is it worth parsing? Headings are (they are rejected with their reason), datelines are not."""
    needs, reports = trigger_needs(), reporting_forms()
    lowered = text.lower() if len(text.lower()) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    words = [set(_WORD.findall(lowered, s.start, s.end)) if s.kind not in UNREAD else set() for s in sentences]
    quoted = [bool(_QUOTE.search(text, s.start, s.end)) for s in sentences]
    keep: list[bool] = []
    for n, found in enumerate(words):
        near = quoted[n] or (n > 0 and quoted[n - 1])
        is_claim = all(not found.isdisjoint(forms) for forms in owning_forms())
        is_sequel = keep[-1:] == [True] and names_dead(found)
        keep.append(is_claim or is_sequel or can_trigger(found, needs) or (near and not found.isdisjoint(reports)))
    for n in range(1, len(keep)):
        is_antecedent = keep[n] and not words[n].isdisjoint(PERSONAL) and sentences[n - 1].kind not in (*UNREAD, "heading")
        keep[n - 1] = keep[n - 1] or is_antecedent
    return tuple(keep)
