"""Which phrases are one person: "a soldier", "the mayor", "Ahmed Ali", "he"; no group, bare plural, thing or place."""

from __future__ import annotations

from functools import cache

from pipeline.gazetteer.countries import country_of
from pipeline.lexicon.actors import nouns, titles
from pipeline.lexicon.words import word_class
from pipeline.records import Token, Tree
from pipeline.tag.actors import tag_actors

_PRONOUNS = frozenset("he him she her himself herself i me".split())
_COLLECTIVE = frozenset(
    "people family group army police crowd community government regime population couple team crew staff force"
    " military militia gang company unit convoy village town city party side country media public press personnel"
    " youth opposition toll number death casualty navy cattle livestock anyone everyone everybody someone nobody"
    " somebody elderly life body property home house damage all security national foreign local".split()
)
_NOT_ONE = frozenset(("no", "every", "each", "any", "some"))


def is_one_person(tree: Tree, token: Token) -> bool:
    """The token heads a phrase for one person."""
    word = token.text.lower()
    if word == "another":
        following = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
        return following is not None and (
            following.tag.startswith("VB") or (token.dep == "obj" and following.tag in ("IN", ".", ","))
        )
    if token.tag in ("PRP", "PRP$"):
        return token.tag == "PRP" and word in _PRONOUNS
    if token.dep == "flat" and token.tag == "NNP" and tree.tokens[token.head].tag == "NNS" and token.head == token.i - 1:
        return _is_name(tree, token.i)  # "reporters Raul Nieves and Luis Soto"
    if word in _COLLECTIVE or token.lemma.lower() in _COLLECTIVE or token.dep in ("compound", "flat", "amod"):
        return False
    if token.tag == "NNP" and (not is_role(word) or _has_name(tree, token)):
        return not _is_renamed(tree, token) and _is_name(tree, token.i)
    return _is_noun(tree, token)


def _is_renamed(tree: Tree, token: Token) -> bool:
    """The name of a person who stands right before it: "the mayor, Abdou Sani, and his driver" are two."""
    return token.dep == "appos" and tree.tokens[token.head].tag == "NN" and is_one_person(tree, tree.tokens[token.head])


def _has_name(tree: Tree, title: Token) -> bool:
    """ "Mayor Carlos Ruiz", where the tree has the title as the head of the name."""
    return any(tree.tokens[c].dep == "flat" and tree.tokens[c].tag == "NNP" for c in tree.children[title.i])


def is_surname(word: str) -> bool:
    """A single name that no table knows as a country, a group or a role."""
    return (
        word[0].isupper() and len(word) > 2 and word.lower() not in nouns() and country_of(word) is None and not tag_actors(word)
    )


def _is_noun(tree: Tree, token: Token) -> bool:
    """A singular noun for a person; one that the tree does not call a noun ("a civilian") needs its article."""
    word = token.text.lower()
    if (
        token.tag == "NNS"
        or word.endswith("s")
        or not (is_role(word) or (token.tag == "NN" and token.lemma.lower() in _civilians()))
    ):
        return False
    before = [tree.tokens[c] for c in tree.children[token.i]]
    has_article = token.tag == "NN" or any(t.dep in ("det", "nmod:poss") for t in before)
    return has_article and not any(t.text.lower() in _NOT_ONE for t in before)


def is_role(word: str) -> bool:
    """A noun or title for one person."""
    role = nouns().get(word) or titles().get(word)
    return role is not None and role.kind in ("person", "title") and not word.endswith("s")


@cache
def _civilians() -> frozenset[str]:
    """Nouns for people that are no armed force."""
    return word_class("people") - word_class("armed")


def _is_name(tree: Tree, noun: int) -> bool:
    """A name with a title, or of two words; no country, acronym or group."""
    names = [noun, *(c for c in tree.children[noun] if tree.tokens[c].dep in ("flat", "compound"))]
    words = [tree.tokens[i].text for i in sorted(names)]
    if (
        country_of(" ".join(words))
        or country_of(words[-1])
        or any(w[0].isupper() and w.lower() in nouns() and w.lower() not in titles() for w in words[is_role(words[0].lower()) :])
    ):
        return False
    is_loud = all(t.text.isupper() for t in tree.tokens if t.text.isalpha())
    if not is_loud and any(w.isupper() and len(w) > 1 and w.lower() not in titles() for w in words):
        return False
    return any(w.lower() in titles() for w in words) or sum(w[0].isupper() for w in words) >= 2
