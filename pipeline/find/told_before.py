"""Whether an act is told as one that is known already: "the attack", "the bomb went off", "the incident occurred when …"."""

from __future__ import annotations

from pipeline.find import arguments, syntax
from pipeline.find.match import Match
from pipeline.find.verdicts import is_definite
from pipeline.lexicon.words import word_class
from pipeline.records import Tree

HAPPENING = frozenset({"happen", "occur", "take", "come"})  # "took place", "came"
AS_IT_HAPPENED = frozenset({"when", "as"})
NAMELESS_ACTS = frozenset({"event", "crime", "tragedy", "accident", "action"})  # beside the nouns of violent acts


def is_told_before(tree: Tree, match: Match) -> bool:
    """An event noun that refers to a known event ("the attack"), what a known weapon did ("the bomb went off"), what became
    of the toll ("the toll rose to 21"), or how a known event came about ("the incident occurred when gunmen fired")."""
    if not syntax.is_verbal(tree.tokens[match.head]):
        return is_definite(tree, match.head)
    if match.frame.event_type in ("AGREE", "COOPERATE"):
        return is_known_deal(tree, match.head)
    if match.frame.event_type != "ASSAULT":
        return False
    if details_known_act(tree, match.head):
        return True
    subject = arguments.surface_subject(tree, match.head)
    of_toll = (subject, arguments.deep_object(tree, match.head))
    if any(i is not None and tree.tokens[i].lemma.lower() == "toll" and is_definite(tree, i) for i in of_toll):
        return True
    if subject is None:
        return False
    noun = tree.tokens[subject]
    return noun.tag == "NN" and noun.lemma.lower() in word_class("weapon") - word_class("armed") and is_definite(tree, subject)


def is_known_deal(tree: Tree, verb: int) -> bool:
    """Whether one known deal is signed or reached: "the accord was signed in Geneva", "under the deal that they reached"."""
    things = (arguments.surface_subject(tree, verb), arguments.deep_object(tree, verb), arguments.deep_subject(tree, verb))
    nouns = [tree.tokens[i] for i in things if i is not None]
    return any(noun.tag == "NN" and noun.lemma.lower() in word_class("deal") and is_definite(tree, noun.i) for noun in nouns)


def details_known_act(tree: Tree, verb: int) -> bool:
    """Whether a clause says how a known act came about: "the incident took place when two men fired at the bus"."""
    token = tree.tokens[verb]
    clause = token.head if token.dep == "acl" else verb  # also read as "two men fired at"
    happening = tree.tokens[clause].head
    if tree.tokens[clause].dep not in ("advcl", "obl") or tree.tokens[happening].lemma.lower() not in HAPPENING:
        return False
    if not any(tree.tokens[c].lemma.lower() in AS_IT_HAPPENED for c in tree.children[clause]):
        return False
    subject = arguments.surface_subject(tree, happening)
    if subject is None or tree.tokens[subject].tag != "NN" or not is_definite(tree, subject):
        return False
    return tree.tokens[subject].lemma.lower() in word_class("event_cause") | NAMELESS_ACTS
