"""Which word does a time expression belong to? Read off the dependency tree, for all expressions of a document at once.

An expression hangs on the word that governs its head. A modifier before a noun ("the 2018 Sochi deal") belongs to
that noun's name, and one that follows a reporting verb ("said on Friday") belongs to that verb whatever the tree
says.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.lexicon.words import word_class
from pipeline.records import Reading, TimeValue, Token, Tree
from pipeline.resolve.clauses import LENGTHS, appointment, clause_of, is_judging, is_reporting, is_verb
from pipeline.resolve.day_spans import DAY_PRECISIONS

CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "csubj", "parataxis", "csubj:pass"})
NOMINAL = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "obl:agent"})
SERVICES = frozenset("prayer mass sermon worship service".split())
TURNS = frozenset("dawn daybreak sunrise noon midday dusk sunset nightfall midnight".split())
LINKS = frozenset(("after", "before", "as", "when", "while", "since", "because"))
SEEING = frozenset(("see", "witness"))
DEEDS = frozenset("killing murder assassination abduction kidnapping arrest detention coup death beheading execution".split())
NAMING = frozenset({"compound", "nummod", "amod", "flat", "det", "nmod:poss"})


_SINCE_EVENT = re.compile(
    r"\bsince (?:(?:the|its|their|an?) )?(?:[\w'’-]+ ){1,3}(?:in|on|of) (?:the )?$"
)  # "since a war in 1971"


class Attached(NamedTuple):
    """A time value in a tree. `head` is its own head token, `governor` the token that it modifies; `is_naming` before
    a noun."""

    value: int  # its index among the values
    sentence: int
    head: int
    governor: int
    cue: str  # preposition in lower case: on, in, since, until …
    is_naming: bool


def attach_times(reading: Reading, values: tuple[TimeValue, ...]) -> dict[int, list[Attached]]:
    """Sentence index → its attached time values in text order. Sentences without a tree have none."""
    found: dict[int, list[Attached]] = {}
    for index, value in enumerate(values):
        for number, tree in _trees_at(reading, value):
            if (attached := _attach(tree, number, index, value, reading.document.text)) is not None:
                found.setdefault(number, []).append(attached)
    return found


def _trees_at(reading: Reading, value: TimeValue) -> list[tuple[int, Tree]]:
    return [
        (number, tree)
        for number, tree in enumerate(reading.trees)
        if tree is not None and tree.sentence.start <= value.start < tree.sentence.end
    ]


def _attach(tree: Tree, sentence: int, index: int, value: TimeValue, text: str) -> Attached | None:
    inside = [t for t in tree.tokens if value.start <= t.start < value.end]
    if not inside:
        return None
    ids = {t.i for t in inside}
    head = next((t for t in inside if t.head not in ids or t.head == t.i), inside[-1])
    governor = reporting_verb_before(tree, inside[0]) or tree.tokens[head.head]
    if governor.i > inside[-1].i and text[value.end : value.end + 1] == "," and inside[0].i > 1:
        governor = _verb_before(tree, inside[0]) or governor
    governor = _verb_behind_name(tree, inside[-1], governor) or governor
    governor = _verb_outside(tree, inside, head, governor, value) or governor
    governor = _verb_before_clause(tree, inside[-1], governor) or _measured_noun(tree, inside[0]) or governor
    governor = _seen(tree, head, governor) or _before_passive(tree, inside, governor, value) or governor
    if (meeting := appointment(tree, governor.i, inside[0].i)) is not None:
        governor = tree.tokens[meeting]
    is_naming = head.dep in NAMING and governor.i > head.i and (governor.pos in ("NOUN", "PROPN") or governor.dep in NOMINAL)
    if is_naming and is_service(governor):
        return Attached(index, sentence, head.i, governor.i, "", False)
    is_before_noun = head.dep in NAMING and governor.i > head.i  # "after weekend clashes": not after the weekend
    cue = cue_of(tree, head.i) if is_before_noun else _cue(tree, head.i, inside[0].i)
    cue = "since" if _SINCE_EVENT.search(text, max(0, value.start - 60), value.start) else cue
    return Attached(index, sentence, head.i, governor.i, cue, is_naming)


def _verb_before_clause(tree: Tree, last: Token, governor: Token) -> Token | None:
    """The main verb of a day that the tree puts into a clause whose conjunction only comes behind it: "on 9 November, a day
    after crowds stormed the palace, he resigned"."""
    if governor.dep != "advcl" or governor.i < last.i:
        return None
    marks = [c for c in tree.children[governor.i] if tree.tokens[c].dep == "mark" and tree.tokens[c].text.lower() in LINKS]
    main = tree.tokens[governor.head]
    return main if marks and marks[0] > last.i and is_verb(main) and main.i > governor.i else None


def _seen(tree: Tree, head: Token, governor: Token) -> Token | None:
    """What a time that stands as subject saw: "Monday saw rebels shell the town"."""
    if not head.dep.startswith("nsubj") or governor.lemma.lower() not in SEEING:
        return None
    return next((tree.tokens[c] for c in tree.children[governor.i] if tree.tokens[c].dep in ("ccomp", "xcomp")), None)


def _before_passive(tree: Tree, inside: list[Token], governor: Token, value: TimeValue) -> Token | None:
    """What a day right before a passive dates: the deed that is its subject, or what had befallen its subject: "the killing of X
    on Monday was condemned", "two men who were seized on Monday were freed"."""
    following = tree.tokens[inside[-1].i + 1] if inside[-1].i + 1 < len(tree.tokens) else None
    is_day = value.precision in DAY_PRECISIONS and tree.tokens[max(0, inside[0].i - 1)].text.lower() == "on"
    if not is_day or following is None or following.dep != "aux:pass" or governor.i not in (following.i, following.head):
        return None
    verb = tree.tokens[following.head]
    subject = next((tree.tokens[c] for c in tree.children[verb.i] if tree.tokens[c].dep == "nsubj:pass"), None)
    if subject is None or any(t.text == "," for t in tree.tokens[subject.i : inside[0].i]):
        return None
    told = next(
        (tree.tokens[c] for c in tree.children[subject.i] if c < inside[0].i and tree.tokens[c].dep.startswith("acl")), None
    )
    if told is not None:
        return told if told.tag in ("VBN", "VBD") else None
    is_deed = subject.lemma.lower() in word_class("event_cause") | DEEDS
    return subject if is_deed and is_judging(verb) else None


def _measured_noun(tree: Tree, first: Token) -> Token | None:
    """The other event of a length of days, right before the day: "came two days after a raid on Monday"."""
    i = first.i - 1 - (first.i > 0 and tree.tokens[first.i - 1].text.lower() == "on")
    if i < 0 or tree.tokens[i].tag not in ("NN", "NNS"):
        return None
    links = [c for c in tree.children[i] if tree.tokens[c].text.lower() in ("after", "before")]
    return tree.tokens[i] if links and links[0] and tree.tokens[links[0] - 1].lemma.lower() in LENGTHS else None


def is_service(token: Token) -> bool:
    """Prayers and the turns of a day: what came after "Friday prayers" or "before dawn on Friday" came on that Friday."""
    return token.lemma.lower() in SERVICES | TURNS


def _verb_behind_name(tree: Tree, last: Token, governor: Token) -> Token | None:
    """The verb right behind a day that the tree hangs on the name before it: "Ghana on Friday condemned …"."""
    following = tree.tokens[last.i + 1] if last.i + 1 < len(tree.tokens) else None
    if following is None or governor.tag not in ("NNP", "NNPS") or governor.i > last.i:
        return None
    return following if following.tag in ("VBD", "VBZ", "VBP") and following.dep not in ("acl", "amod") else None


def _verb_outside(tree: Tree, inside: list[Token], head: Token, governor: Token, value: TimeValue) -> Token | None:
    """The verb of a day that the tree makes part of a name, or puts into a clause that cannot hold it: "hit on Sunday a house",
    "on Monday soldiers shot", "Sunday gunmen shot", "shot a man who has led the party on Sunday"."""
    first, last = inside[0], inside[-1]
    if value.precision not in DAY_PRECISIONS or head.dep == "nmod:poss":
        return None
    if head.dep in NAMING and governor.i > last.i:
        has_article = any(t.tag in ("DT", "PRP$") for t in tree.tokens[last.i + 1 : governor.i])
        is_led = first.i > 0 and tree.tokens[first.i - 1].text.lower() == "on"
        is_doer = governor.dep.startswith("nsubj") and (is_led or (first.i == 0 and _is_people(governor)))
        verb = tree.tokens[clause_of(tree, governor.head)]
        return verb if (has_article or is_doer) and is_verb(verb) and not is_reporting(verb) else None
    is_perfect = any(tree.tokens[c].text.lower() in ("has", "have") for c in tree.children[governor.i])
    if governor.dep == "acl:relcl" and is_perfect and governor.i < first.i and _cue(tree, head.i, first.i) in ("on", ""):
        verb = tree.tokens[clause_of(tree, governor.head)]
        return verb if is_verb(verb) and not is_reporting(verb) else None
    return None


def _is_people(token: Token) -> bool:
    return token.tag == "NNS" and token.lemma.lower() in word_class("people") | word_class("armed")


def _cue(tree: Tree, head: int, first: int) -> str:
    """The preposition of the phrase: by the tree, else the word before it."""
    before = tree.tokens[first - 1] if first else None
    return cue_of(tree, head) or (before.text.lower() if before is not None and before.tag == "IN" else "")


def _verb_before(tree: Tree, first: Token) -> Token | None:
    """The nearest verb on the left: a date before a comma closes the clause that it stands in."""
    return next((t for t in reversed(tree.tokens[: first.i]) if t.pos == "VERB" and t.dep not in ("amod", "acl:relcl")), None)


def cue_of(tree: Tree, head: int) -> str:
    """The preposition of a phrase in lower case; empty without one."""
    return next((tree.tokens[c].text.lower() for c in tree.children[head] if tree.tokens[c].dep in ("case", "mark")), "")


def reporting_verb_before(tree: Tree, first: Token) -> Token | None:
    """The verb of "said Friday", "said on Friday", "told reporters on Friday"."""
    i = first.i - 1
    if i >= 0 and tree.tokens[i].text.lower() in ("on", "in", "late", "early", "at"):
        i -= 1
    if i >= 1 and tree.tokens[i].lemma.lower() in ("reporter", "journalist", "afp", "reuters", "statement", "television"):
        i -= 1
        while i >= 1 and tree.tokens[i].tag in ("DT", "IN", "NN", "JJ", "NNP") and tree.tokens[i].pos != "VERB":
            i -= 1
    verb = tree.tokens[i] if i >= 0 else None
    return verb if verb is not None and is_reporting(verb) else None


def leads_second(tree: Tree, attached: Attached) -> bool:
    """The expression stands before a coordinated verb, and dates nothing before it: "fled on Monday and on Tuesday attacked"."""
    verb = tree.tokens[attached.governor]
    return attached.governor > attached.head and verb.dep == "conj" and is_verb(verb)


def path_up(tree: Tree, start: int, goal: int) -> list[Token] | None:
    """The tokens from `start` to just below `goal`, following governors; None when `goal` does not govern `start`."""
    path: list[Token] = []
    i = start
    while i != goal:
        token = tree.tokens[i]
        path.append(token)
        if token.head == i or len(path) > len(tree.tokens):
            return None
        i = token.head
    return path
