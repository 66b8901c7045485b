"""The sentence that goes on "The incident occurred …", "Police said the attack took place …": when and where the act before
it was. A definite event noun is that act; one that the text has not told yet would be "an attack".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.find.syntax import case_of
from pipeline.lexicon.words import word_class
from pipeline.records import Candidate, Reading, Sentence, Tree

_ACTS = frozenset("death killing murder slaying bomb device kidnapping abduction ambush ordeal".split())
_DEFINITE = frozenset(("the", "this", "that", "these"))
_PRONOUNS = frozenset(("this", "it"))
_PRONOUN_VERBS = frozenset(("occur", "happen", "take", "unfold"))
_VERBS = _PRONOUN_VERBS | frozenset("come explode detonate go pit hit strike".split())
_SHORT = re.compile(
    r"(?:the|this)(?: \w+)? (?:incident|deaths?|killings?) (?:occurred|happened|took place|came)\b", re.IGNORECASE
)
REACH = 2  # sentences behind the act; one between them tells no time, only "Six people were injured."


class Sequel(NamedTuple):
    """A sentence that tells when and where the act before it was, and the verb of happening there; None without a tree."""

    sentence: Sentence
    verb: int | None


def sequel_of(reading: Reading, candidate: Candidate) -> Sequel | None:
    """The sequel behind a candidate's sentence; None without one, and for all that is no violence."""
    if candidate.event_type != "ASSAULT":
        return None
    for index in range(candidate.sentence + 1, min(candidate.sentence + 1 + REACH, len(reading.sentences))):
        tree, sentence = reading.trees[index], reading.sentences[index]
        verb = happening(tree) if tree is not None else None
        if verb is not None or _SHORT.match(reading.document.text, sentence.start, sentence.end):
            return Sequel(sentence, verb)
        if any(sentence.start <= mention.start < sentence.end for mention in reading.times):
            return None
    return None


def happening(tree: Tree) -> int | None:
    """The verb that says of the act before that it happened."""
    for token in tree.tokens:
        if token.dep != "nsubj" or not _is_the_act(tree, token.i):
            continue
        lemma = tree.tokens[token.head].lemma.lower()
        if lemma == "come" and _comes_after(tree, token.head):
            continue
        if lemma in _PRONOUN_VERBS or (lemma in _VERBS and token.pos != "PRON"):
            return token.head
    return None


def _comes_after(tree: Tree, verb: int) -> bool:
    """Whether a clause only says what the act came after: where and when that was is not told of the act."""
    cases = [case_of(tree, c) for c in tree.children[verb] if tree.tokens[c].dep == "obl"]
    return "after" in cases and set(cases) == {"after"}


def _is_the_act(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    if token.text.lower() in _PRONOUNS:
        return i == 0
    is_act = token.lemma.lower() in word_class("event_cause") | _ACTS
    is_one_of_many = any(tree.tokens[c].tag == "JJS" for c in tree.children[i])  # "the deadliest attack took place in …"
    return is_act and not is_one_of_many and any(tree.tokens[c].text.lower() in _DEFINITE for c in tree.children[i])
