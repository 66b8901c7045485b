"""Days and places that only a part of a total belongs to.

killed 40 people this month, including 11 on Tuesday            the 40 were killed this month
killed 24 people across Gaza, nine of them in Rafah             the 24 were killed across Gaza
killed six people in Donetsk, four in Bakhmut and two in Lyman  the same, without a word that says so
"""

from __future__ import annotations

from pipeline.find import syntax
from pipeline.records import Token, Tree

_OPENING = frozenset(("including", "among"))
_OF_WHOM = (["of", "them"], ["of", "whom"], ["of", "which"])
_INSIDE = frozenset({"IN", "CD", "DT", "JJ", "JJR", "JJS", "RBS", "NN", "NNS", "PRP", "WP"})  # "… at least 11 officers on"
_NAMES = frozenset({"NNP", "NNPS"})
_LOCAL = frozenset(("in", "at", "near", "on", "outside"))


def part_before(tree: Tree, i: int) -> range:
    """The words from what opens the part to a day or a place behind its number; empty when there is no such phrase."""
    k = i - 1
    while k > 0 and tree.tokens[k].tag in _NAMES and tree.tokens[k + 1].tag in _NAMES:  # "in El | Fasher"
        k -= 1
    while k > 0 and (tree.tokens[k].tag in _INSIDE or tree.tokens[k].pos in ("NOUN", "ADJ")) and not _opens(tree.tokens[k]):
        k -= 1
    words = range(k, i) if _is_included(tree, k) or _is_detailed(tree, k, i) else range(0)
    return words if any(tree.tokens[n].tag == "CD" for n in words) else range(0)


def _opens(token: Token) -> bool:
    return token.text.lower() in _OPENING


def _is_included(tree: Tree, k: int) -> bool:
    """Behind "including"; where that stands right behind those counted, what follows is told of all: "killed 12 people including
    two nurses in Kabul"."""
    before = tree.tokens[max(k - 1, 0)]
    is_right_behind = before.tag == "CD" or syntax.first(tree, before.i, "nummod") is not None
    return _opens(tree.tokens[k]) and not is_right_behind


def _is_detailed(tree: Tree, before: int, i: int) -> bool:
    """Behind a comma or an "and" a number that says some of those told before: "nine of them in", or a bare "four in" that the
    tree has not made an event of its own."""
    if before + 2 >= i or tree.tokens[before].text.lower() not in (",", "and") or tree.tokens[before + 1].tag != "CD":
        return False
    number, behind = tree.tokens[before + 1], [token.text.lower() for token in tree.tokens[before + 2 : i]]
    if behind[:2] in _OF_WHOM:
        return True
    is_event = number.dep == "conj" and syntax.is_verbal(tree.tokens[number.head])
    is_subject = number.dep.startswith("nsubj")
    return behind[0] in _LOCAL and not is_event and not is_subject and _has_whole(tree, before)


def _has_whole(tree: Tree, before: int) -> bool:
    """A number, behind a verb or as its subject, stands before the word."""
    return any(token.tag == "CD" or token.dep == "nummod" for token in tree.tokens[:before])
