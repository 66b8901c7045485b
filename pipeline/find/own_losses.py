"""Losses of those who attacked: "gunmen attacked a post and two of them were killed"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.find import syntax
from pipeline.find.match import Match
from pipeline.lexicon.words import word_class
from pipeline.records import Tree

THEM = frozenset(("them", "they"))


def count_own_losses(tree: Tree, act: Match, result: Match) -> Match:
    """The result with its numbers as the attackers' own, where a clause coordinated with the attack tells it of "them" and the
    attack hit no people whom that could mean; else the result as it is."""
    if tree.tokens[result.head].dep != "conj" or not _tells_of_them(tree, result) or _hit_people(tree, act):
        return result
    doers = [tree.tokens[i] for i in act.role("actor")]
    if not any(doer.tag in ("NNS", "NNPS") or tree.tokens[doer.i].dep == "conj" for doer in doers):
        return result
    tolls = tuple((kind, counted, "actor") for kind, counted, _ in result.tolls)
    mode = result.mode if result.mode not in ("capture-combatant", "arrest") else ""
    return replace(result, tolls=tolls, mode=mode).with_role("recipient", ())


def _tells_of_them(tree: Tree, result: Match) -> bool:
    """ "They were killed", "two of them died"; the verb has a subject of its own."""
    subject = syntax.first(tree, result.head, "nsubj", "nsubj:pass")
    if subject is None:
        return False
    below = (subject, *syntax.dependents(tree, subject, "nmod", "obl"))
    return any(tree.tokens[i].text.lower() in THEM for i in below)


def _hit_people(tree: Tree, act: Match) -> bool:
    people = word_class("people") | word_class("armed")
    return any(
        tree.tokens[i].tag in ("NNS", "NNPS", "PRP") and (tree.tokens[i].tag == "PRP" or tree.tokens[i].lemma.lower() in people)
        for i in act.role("recipient")
    )
