"""Frames: which words tell an event of which type, and where its roles stand. Read from `pipeline/lexicon/frames/*.toml`.

One file per event type; `type = "ASSAULT"` on top, then one table a frame:

    [under-fire]
    verb  = ["come under fire|attack|shelling"]                    # triggers, see below
    noun  = ["shelling"]                                           # the event noun of the same act
    roles = { recipient = "nsubj", actor = "obl+under>compound" }   # paths from the trigger's head, see `paths.py`
    where = { nsubj = ["!minister", "@facility"] }                   # optional: words a path must, or (!) must not, lead to;
                                                                   # "?obj" may also lead nowhere, "+obj" must lead somewhere,
                                                                   # "-obj" must lead nowhere
    mode  = "heavy-weapons"                                        # optional
    planned = true                                                 # optional: what the frame tells lies ahead
    yes   = [{ text = "The posts came under regime fire.", recipient = "The posts", actor = "regime" }]
    no    = ["The minister came under fire for his remarks."]

A trigger is a lemma, and may go on with what must stand beside it: a particle ("blow up"), an object ("open fire"), a
prepositional phrase ("come under fire"), a predicate ("find =dead"); `a|b` are choices for one word. A noun trigger may have
modifiers before it ("car bomb"). `@class` is a word class of `words.toml`. Every frame must prove itself: `yes` and `no` are
both required, and both are run by the tests. Where several frames fit one word, the one with the most conditions wins, then
the one that stands first in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from pipeline.errors import LexiconError
from pipeline.lexicon.inflect import inflect
from pipeline.lexicon.paths import Paths, parse_paths
from pipeline.lexicon.words import TOKEN_TESTS, word_class
from schemas import vocab

PARTICLES = frozenset(("up out off down back in over away on through forward apart together around aside along").split())
PREPOSITIONS = frozenset(
    "under to into in on with from for at by of against over through as off behind between upon about before after across"
    " outside toward towards onto within".split()
)
NEGATIVE = frozenset(("no", "not", "never", "n't"))
KEYS = frozenset("verb noun adj roles where mode toll counted whose outcome mutual speech planned yes no".split())
ROLES = frozenset(("actor", "recipient", "supporter", "place", "origin", "destination", "topic"))
PREDICATE = "xcomp, obj>xcomp, advmod, acl, obj>amod, obj>acl"
DEFAULT_ROLES = {
    "verb": {"actor": "nsubj", "recipient": "obj"},
    "noun": {"actor": "nsubj, compound", "recipient": "obl+of/on/against"},
}


@dataclass(frozen=True, slots=True)
class Beside:
    """One of the words (any word, if there are none) must stand on the paths, or as "particle", as "own particle" (not a
    preposition), "before" the trigger, or as its "case". A word named by a class may fill a role as well; a word named by
    itself belongs to the trigger."""

    where: Paths | str
    words: frozenset[str]
    is_open: bool = False
    is_literal: bool = False  # only words, no tests on tokens: one of them must stand in the sentence
    written: tuple[str, ...] = field(default=(), compare=False)  # the words as the frame has them, lemmas and classes


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way to say it, with what must stand beside it."""

    lemma: str
    pos: str  # verb, noun, adj
    beside: tuple[Beside, ...] = ()

    @property
    def has_phrase(self) -> bool:
        """A prepositional phrase stands where the object would: "burst into X"."""
        paths = (need.where for need in self.beside if not isinstance(need.where, str))
        return any(unions[0][0][0].relation == "obl" for unions in paths)


@dataclass(frozen=True, slots=True)
class Condition:
    """A path that must lead to one of `allow` (when not empty) and to none of `forbid`. An optional one may lead nowhere; of an
    event noun every one may, unless it is required; an absent one must."""

    paths: Paths
    allow: frozenset[str]
    forbid: frozenset[str]
    is_optional: bool = False
    is_required: bool = False
    is_absent: bool = False
    is_literal: bool = False  # `allow` holds words and no tests on tokens
    written: tuple[str, ...] = field(default=(), compare=False)  # as in the frame: what is allowed, else what is not


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that the frame must read, with the words of some roles."""

    text: str
    roles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame, compiled. `toll` is the kind of count ("killed") of its recipients, or of what stands on the paths `counted`;
    `whose` they are is "recipient" or "actor" ("deployed 800 troops")."""

    name: str
    event_type: str
    mode: str
    triggers: tuple[Trigger, ...]
    verb_roles: tuple[tuple[str, Paths], ...]
    noun_roles: tuple[tuple[str, Paths], ...]
    where: tuple[Condition, ...]
    toll: str
    counted: Paths
    whose: str
    outcome: str
    is_mutual: bool
    is_speech_act: bool
    is_planned: bool  # what it tells lies ahead ("is due to meet")
    is_negative: bool  # a negation is part of what triggers it ("has no intention to")
    order: int
    yes: tuple[Example, ...]
    no: tuple[str, ...]


def read_triggers(phrase: str, pos: str, where: str) -> Iterator[Trigger]:
    """What a trigger phrase of the notation above may mean: "off" of "set off bomb" opens a phrase or belongs to the verb."""
    yield read_trigger(phrase, pos, where)
    words = phrase.split()
    if pos == "verb" and len(words) > 2 and words[1] in PARTICLES & PREPOSITIONS:
        yield read_trigger(phrase, pos, where, words[1])


def read_trigger(phrase: str, pos: str, where: str, particle: str = "") -> Trigger:
    """A trigger phrase of the notation above, with one of its words as a particle. Raises LexiconError naming the frame."""
    words = phrase.split()
    if not words:
        raise LexiconError(f"{where}: an empty trigger")
    if pos == "noun":
        opening = words[:1] if words[0] in PREPOSITIONS and len(words) > 1 else []
        case = tuple(Beside("case", frozenset([word]), written=(word,)) for word in opening)
        modifiers = words[len(case) : -1]
        before = (Beside("before", frozenset(modifiers), written=tuple(modifiers)),) if modifiers else ()
        return Trigger(words[-1], pos, (*case, *before))
    rest, beside = words[1:], []
    particles = "".join(f", obl+{word}" for word in rest if word in PARTICLES)  # "called off its strike", read as a phrase
    while rest:
        word = rest.pop(0)
        if word == particle:
            beside.append(Beside("own particle", frozenset([word]), is_literal=True, written=(word,)))
        elif word in PREPOSITIONS and rest:
            beside.append(read_beside(f"obl+{word}", rest.pop(0), where))
        elif word in PARTICLES:
            beside.append(Beside("particle", frozenset([word]), is_literal=True, written=(word,)))
        elif word in PREPOSITIONS:  # "call for": whatever follows
            beside.append(Beside(parse_paths(f"obl+{word}"), frozenset(), True, written=(f"{word} …",)))
        elif word.startswith("="):
            beside.append(read_beside(PREDICATE, word[1:], where))
        else:
            beside.append(read_beside("obj" + particles, word, where))
    return Trigger(words[0], pos, tuple(beside))


def read_beside(path: str, choices: str, where: str) -> Beside:
    """What must stand on a path beside a trigger: `a|b|@class`."""
    words = forms(choices.split("|"), where)
    return Beside(parse_paths(path), words, "@" in choices, words.isdisjoint(TOKEN_TESTS), tuple(choices.split("|")))


def forms(words: Iterable[str], where: str) -> frozenset[str]:
    """Words and classes with their inflected forms, so that a lemma the parser got wrong costs nothing; token tests stay.

    Raises LexiconError naming the frame for an unknown class.
    """
    try:
        return all_forms(tuple(words))
    except LexiconError as problem:
        raise LexiconError(f"{where}: {problem}") from None


@cache
def all_forms(words: tuple[str, ...]) -> frozenset[str]:
    """The forms of some words and classes; many frames and triggers share a list."""
    return frozenset().union(*map(forms_of, words))


@cache
def forms_of(word: str) -> frozenset[str]:
    """The forms of one word, or of all words of a class ("@armed"). A token test stands for itself."""
    if word.startswith("@") and word not in TOKEN_TESTS:
        return frozenset().union(*(inflect(one) if one.isalpha() else (one,) for one in word_class(word.removeprefix("@"))))
    return inflect(word) if word.isalpha() else frozenset((word,))


def read_condition(path: str, words: list[str], where: str) -> Condition:
    """One entry of `where`; an empty list of words only asks that the path leads somewhere."""
    forbid = [w[1:] for w in words if w.startswith("!")]
    allow = [w for w in words if not w.startswith("!")]
    wanted, banned = forms(allow, where), forms(forbid, where)
    is_literal = bool(wanted) and wanted.isdisjoint(TOKEN_TESTS)
    sign = path[0]
    return Condition(
        parse_paths(path.lstrip("?+-")), wanted, banned, sign == "?", sign == "+", sign == "-", is_literal, tuple(allow or forbid)
    )


def read_roles(table: Mapping[str, str], pos: str, where: str) -> tuple[tuple[str, Paths], ...]:
    """The roles of a frame for verbs or nouns: what it says, else what verbs and nouns usually do."""
    unknown = set(table) - ROLES
    if unknown:
        raise LexiconError(f"{where}: unknown role {sorted(unknown)}. Allowed: {', '.join(sorted(ROLES))}")
    merged = {**DEFAULT_ROLES[pos], **table}
    return tuple((role, parse_paths(path)) for role, path in merged.items() if path)


def read_frame(name: str, event_type: str, entry: Mapping[str, Any], order: int) -> Frame:
    """One table of a frame file. Raises LexiconError for unknown keys, types, modes, and for a frame without its proof."""
    unknown = set(entry) - KEYS
    if unknown:
        raise LexiconError(f"{name}: unknown key {sorted(unknown)}. Allowed: {', '.join(sorted(KEYS))}")
    if not entry.get("yes") or not entry.get("no"):
        raise LexiconError(f"{name}: a frame needs both `yes` and `no` examples")
    mode = entry.get("mode", "")
    if mode and mode not in vocab.MODES[event_type]:
        raise LexiconError(
            f"{name}: unknown mode '{mode}'. Allowed for {event_type}: {', '.join(sorted(vocab.MODES[event_type]))}"
        )
    roles = entry.get("roles", {})
    where = tuple(read_condition(p, words, name) for p, words in entry.get("where", {}).items())
    triggers = tuple(t for pos in ("verb", "noun", "adj") for p in entry.get(pos, ()) for t in read_triggers(p, pos, name))
    if not triggers:
        raise LexiconError(f"{name}: a frame needs a trigger: verb, noun or adj")
    return Frame(
        name=name,
        event_type=event_type,
        mode=mode,
        triggers=triggers,
        verb_roles=read_roles(roles, "verb", name),
        noun_roles=read_roles(roles, "noun", name),
        where=where,
        toll=entry.get("toll", ""),
        counted=parse_paths(entry["counted"]) if "counted" in entry else (),
        whose=entry.get("whose", "recipient"),
        outcome=entry.get("outcome", ""),
        is_mutual=entry.get("mutual", False),
        is_speech_act=entry.get("speech", event_type in vocab.SPEECH_ACT_TYPES),
        is_planned=entry.get("planned", False),
        is_negative=any(not c.allow.isdisjoint(NEGATIVE) for c in where),
        order=order,
        yes=tuple(Example(e["text"], tuple((k, v) for k, v in e.items() if k != "text")) for e in entry["yes"]),
        no=tuple(entry["no"]),
    )


def frame_tables() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """(frame name, event type, table) of every frame file, in the order of files and tables."""
    for path in sorted(files("pipeline.lexicon").joinpath("frames").iterdir(), key=lambda p: p.name):
        if not path.name.endswith(".toml"):
            continue
        try:
            content = tomli.loads(path.read_text(encoding="utf-8"))
        except tomli.TOMLDecodeError as problem:
            raise LexiconError(f"frames/{path.name}: {problem}") from None
        event_type = content.pop("type", None)
        if event_type not in vocab.EVENT_TYPES:
            raise LexiconError(f"frames/{path.name}: type {event_type!r} is not one of {', '.join(sorted(vocab.EVENT_TYPES))}")
        for name, entry in content.items():
            yield f"{path.name.removesuffix('.toml')}/{name}", event_type, entry


@cache
def load_frames() -> tuple[Frame, ...]:
    """Every frame of the lexicon, checked. Raises LexiconError."""
    return tuple(read_frame(name, kind, entry, n) for n, (name, kind, entry) in enumerate(frame_tables()))


@cache
def trigger_index() -> dict[tuple[str, str], tuple[tuple[Frame, Trigger], ...]]:
    """(inflected form, verb/noun/adj) → the frames it may trigger, the most demanding first."""
    index: dict[tuple[str, str], list[tuple[Frame, Trigger]]] = {}
    for frame in load_frames():
        for trigger in frame.triggers:
            for form in inflect(trigger.lemma) if trigger.pos != "adj" else (trigger.lemma,):
                index.setdefault((form, trigger.pos), []).append((frame, trigger))
    return {key: tuple(sorted(entries, key=demand)) for key, entries in index.items()}


@cache
def trigger_forms() -> frozenset[str]:
    """Every inflected form of a trigger."""
    return frozenset(form for form, _ in trigger_index())


def demand(entry: tuple[Frame, Trigger]) -> tuple[int, int, int]:
    """Sort key: more conditions beside the trigger first, then more of the frame, then the order of the files."""
    frame, trigger = entry
    return -len(trigger.beside), -len(frame.where), frame.order
