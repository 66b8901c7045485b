"""Whose weapons they are: "Russian missiles", "the army's shells", "a mine laid by rebels". A weapon itself does nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pipeline.find import syntax
from pipeline.lexicon.actors import actors
from pipeline.lexicon.words import word_class
from pipeline.records import PlaceMention, Tree

FIRED = frozenset(
    "missile rocket shell mortar artillery drone munition projectile warhead salvo barrage bullet round gunfire fire".split()
)  # of "a Baghdad bomb", "the Iraqi blast" the words before say only where

USING = frozenset("plant lay place set detonate fire launch throw hurl lob drop carry wear leave hide bury".split())


def is_weapon(tree: Tree, i: int) -> bool:
    """A common noun for a weapon, which is no party."""
    token = tree.tokens[i]
    return token.lemma.lower() in word_class("weapon") - word_class("armed") and token.tag in ("NN", "NNS")


def owner_of_weapon(tree: Tree, i: int, places: Mapping[int, PlaceMention]) -> int | None:
    """Who used a weapon by the words behind it, else the word before it that says whose it is: a nation, an armed force or a
    known group; None for a make ("Grad rockets") or a town."""
    if not is_weapon(tree, i):
        return None
    if (user := _user(tree, i)) is not None or tree.tokens[i].lemma.lower() not in FIRED:
        return user
    before = [c for c in syntax.dependents(tree, i, "nmod:poss", "amod", "compound") if c < i]
    return next((c for c in reversed(before) if _is_party(tree, c, places)), None)


def _user(tree: Tree, i: int) -> int | None:
    """Who is told behind a weapon to have used it: "a bomb planted by separatists"."""
    used = [c for c in syntax.dependents(tree, i, "acl") if tree.tokens[c].lemma.lower() in USING]
    return next((agent for c in used for agent in syntax.dependents(tree, c, "obl:agent")), None)


def _is_party(tree: Tree, i: int, places: Mapping[int, PlaceMention]) -> bool:
    token = tree.tokens[i]
    if i in places:
        is_country = places[i].kind == "country" and token.dep == "nmod:poss"
        return (is_country or places[i].kind == "demonym") and "-" not in token.text
    return token.lemma.lower() in word_class("armed") - word_class("small_arms") - FIRED or token.text in _known_names()


@cache
def _known_names() -> frozenset[str]:
    return frozenset(name for actor in actors() for name in (actor.name, *actor.aliases))
