"""The event that a relative clause goes on about: "died in a riot Monday that killed a dozen", "an attack on Friday in a
district where a bomb went off".

The clause tells of the same event, so it shares the day of the noun; of a person or a thing it may tell any earlier deed.
"""

from __future__ import annotations

from pipeline.lexicon.words import word_class
from pipeline.records import Tree
from pipeline.resolve.clauses import is_verb

_PLACING = frozenset("in at near outside inside around".split())
_DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest kilometers kilometres km miles".split())
_STEPS = 6
_DOING = frozenset("perpetrate carry commit launch stage conduct mount execute wage orchestrate".split())
_MAKING = frozenset("sign reach agree strike conclude broker negotiate declare hold convene plan schedule slate set".split())
_OWNING = frozenset(
    ("claim", "blame")
)  # later than the deed, unless its place stands between: "claimed by X on a base on Friday"


def event_told_about(tree: Tree, clause: int) -> int | None:
    """The event noun whose relative clause this verb heads; None where it is no such clause, or one of what had happened."""
    token = tree.tokens[clause]
    pronoun = next((c for c in tree.children[clause] if tree.tokens[c].tag in ("WDT", "WRB") and c < clause), None)
    if pronoun is None or token.dep not in ("acl:relcl", "parataxis", "ccomp") or _is_pluperfect(tree, clause):
        return None
    if tree.tokens[pronoun].tag == "WDT" and not tree.tokens[pronoun].dep.startswith("nsubj"):
        return None
    if tree.tokens[pronoun].tag == "WRB" and tree.tokens[pronoun].text.lower() != "where":
        return None
    return _event_above(tree, token.head, pronoun)


def tells_when(tree: Tree, clause: int) -> bool:
    """A clause of an event noun whose day is the event's: "the raid, which took place on Monday", "an attack that they launched
    on Monday", "the accord signed on Monday"; not "the bill that they had backed on Monday"."""
    token = tree.tokens[clause]
    if token.dep == "acl":
        return token.lemma.lower() in _MAKING
    pronouns = [tree.tokens[c] for c in tree.children[clause] if tree.tokens[c].tag in ("WDT", "WP")]
    is_subject = any(t.dep.startswith("nsubj") for t in pronouns)
    return token.dep == "acl:relcl" and (is_subject or token.lemma.lower() in word_class("light_do") | _MAKING)


def _is_pluperfect(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].text.lower() == "had" and tree.tokens[c].dep.startswith("aux") for c in tree.children[verb])


def _event_above(tree: Tree, noun: int, pronoun: int) -> int | None:
    """The noun itself, or the event that it is the place of."""
    i = noun
    for _ in range(_STEPS):
        token = tree.tokens[i]
        if is_verb(token) and not token.dep.startswith("acl"):
            beside = (c for c in reversed(tree.children[i]) if c < pronoun and tree.tokens[c].dep.startswith(("obj", "obl")))
            return next((c for c in beside if _is_event(tree, c)), None)
        if _is_event(tree, i):
            return i
        if not (is_verb(token) or _is_place(tree, i)) or token.head == i:
            return None
        i = token.head
    return None


def _is_event(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.tag in ("NN", "NNS") and token.lemma.lower() in word_class("event_cause")


def _is_place(tree: Tree, i: int) -> bool:
    """A phrase of place: "in the district", "near Balad", "north of the city"."""
    if tree.tokens[i].text.lower() in _DIRECTIONS:
        return True
    case = next((tree.tokens[c] for c in tree.children[i] if tree.tokens[c].dep == "case"), None)
    if case is None:
        return False
    is_direction = case.text.lower() == "of" and case.i > 0 and tree.tokens[case.i - 1].text.lower() in _DIRECTIONS
    return case.text.lower() in _PLACING or is_direction or tree.tokens[tree.tokens[i].head].dep in ("obl", "nmod")


def names_author(tree: Tree, participle: int) -> bool:
    """The participle only says whose the event is: "an attack carried out by rebels on Friday" was on Friday."""
    token = tree.tokens[participle]
    lemma = token.lemma.lower()
    if token.dep != "acl" or token.tag not in ("VBN", "VBD") or not _is_event(tree, token.head):
        return False
    if lemma in _DOING:
        return True
    placed = [c for c in tree.children[participle] if tree.tokens[c].dep == "obl" and tree.tokens[c].tag in ("NN", "NNS")]
    return lemma in _OWNING and bool(placed)
