"""What a relative clause is about: an event, where the model hung it on the place, target or date named last.

the raid on Goma, which began on Monday   only what happens begins
Peru, Chile and Cuba, which back the deal  behind the subject, about all that it lists
a war over Ceuta that killed 90           a place kills nobody
the flood of 5 May, which left 20 dead    nor does a day
signed a truce on 20 May, which ended     where the day is of no noun, it is about the object
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon.words import word_class
from pipeline.parse.columns import NOUNS, Columns, dependents, having
from pipeline.parse.repairs.openings import is_date_word

HARMING = frozenset("killed kills left leaves wounded injured displaced claimed destroyed damaged".split())
HAPPENING = frozenset("began begins started happened occurred lasted erupted".split())
LASTING = frozenset(
    "war conflict insurgency uprising rebellion revolt genocide siege blockade coup campaign crisis protest rally march"
    " demonstration sit-in strike talks meeting summit conference negotiation ceasefire truce exercise drill visit".split()
)
BELOW = ("nmod", "obl", "flat", "compound")  # how a place hangs on the event


def hang_on_event(words: Sequence[str], columns: Columns) -> Columns:
    """The analysis with such clauses hung on the event; the same object if there is none."""
    for verb in having(columns, "acl:relcl"):
        noun = columns.heads[verb]
        if is_date_word(words[noun]) and _tells_of_thing(words, columns, verb):
            columns = _hang(columns, verb, _thing_dated(words, columns, noun, verb))
            continue
        if columns.deps[noun] == "conj" and _tells_of_list(words, columns, verb, noun):
            columns = _hang(columns, verb, columns.heads[noun])
            continue
        event = _event_above(words, columns, noun)
        if event is not None and event != noun and _tells_of_event(words, columns, verb, noun):
            columns = _hang(columns, verb, event)
    return columns


def _tells_of_list(words: Sequence[str], columns: Columns, verb: int, last: int) -> bool:
    """A clause with "which" or "who" behind the last of several names that are the subject; "which is" tells of one."""
    first = columns.heads[last]
    opener = next((c for c in dependents(columns, verb) if words[c].lower() in ("which", "who")), None)
    if opener is None or words[opener - 1] != "," or not columns.deps[first].startswith("nsubj"):
        return False
    names = [first, *(c for c in dependents(columns, first) if columns.deps[c] == "conj")]
    forms = (verb, *(c for c in dependents(columns, verb) if columns.deps[c].startswith(("aux", "cop"))))
    is_one = any(columns.tags[i] == "VBZ" or words[i].lower() == "was" for i in forms)
    return names[-1] == last and not is_one and all(columns.tags[name].startswith("NNP") for name in names)


def _hang(columns: Columns, verb: int, noun: int) -> Columns:
    heads = list(columns.heads)
    heads[verb] = noun
    return columns._replace(heads=heads)


def _tells_of_thing(words: Sequence[str], columns: Columns, verb: int) -> bool:
    """Behind a comma, with "which" as its subject."""
    own = dependents(columns, verb)
    return any(words[c].lower() == "which" and columns.deps[c].startswith("nsubj") and words[max(c - 1, 0)] == "," for c in own)


def _thing_dated(words: Sequence[str], columns: Columns, date: int, verb: int) -> int:
    """The noun whose day it is, or the object of the verb whose day it is; the date itself where there is neither."""
    above = date
    while is_date_word(words[above]) and columns.heads[above] != above:
        above = columns.heads[above]
    if columns.tags[above] in NOUNS:
        return above
    while columns.heads[above] != above and not columns.tags[above].startswith("VB"):
        above = columns.heads[above]
    return next((c for c in dependents(columns, above) if columns.deps[c] == "obj" and above < c < verb), date)


def _tells_of_event(words: Sequence[str], columns: Columns, verb: int, noun: int) -> bool:
    own = dependents(columns, verb)
    if not any(columns.deps[c] == "nsubj" and words[c].lower() in ("that", "which") for c in own):
        return False
    is_ground = columns.tags[noun] == "NNP" or words[noun].lower() in word_class("land") | word_class("facility")
    takes_place = words[verb] in ("took", "takes", "taken") and any(words[c] == "place" for c in own)
    return words[verb] in HAPPENING or takes_place or (words[verb] in HARMING and is_ground)


def _event_above(words: Sequence[str], columns: Columns, i: int) -> int | None:
    """The noun itself or the nearest above it that names an event; None without one."""
    while not _is_event(words, columns, i):
        if columns.deps[i] not in BELOW or columns.tags[i] not in NOUNS:
            return None
        i = columns.heads[i]
    return i


def _is_event(words: Sequence[str], columns: Columns, i: int) -> bool:
    word = words[i].lower()
    known = LASTING | word_class("event_cause")
    return columns.tags[i] in ("NN", "NNS") and not known.isdisjoint((word, word.removesuffix("s"), word.removesuffix("es")))
