"""Numbers beside a told number whose verb the sentence leaves out or hides: "61 people were killed and 120 others wounded".

Such a number belongs to the event of the number beside it. Only numbers that no event counts yet, near enough, with their own
word for what befell the people, are taken.
"""

from __future__ import annotations

from pipeline.records import Token, Tree
from pipeline.resolve.tallies import Item

FATES = {
    **dict.fromkeys("kill die perish slay massacre behead".split(), "killed"),
    **dict.fromkeys("dead killed slain".split(), "killed"),
    **dict.fromkeys("wound injure hurt wounded injured maim".split(), "injured"),
}
_SUFFERED = frozenset(("sustain", "suffer", "receive"))
_HARM = frozenset(("injury", "wound", "burn"))
_CLOSE = 9  # tokens between the two numbers
_SKIPPED = ("RB", "MD")
_AUXILIARIES = frozenset("was were is are been be being have has had got get left also another more others reportedly".split())
_PERFECT = frozenset("has have had also already reportedly".split())
_UNREAL = frozenset("could would may might will should not never n't if".split())
_STOPS = frozenset((";", ":", "after", "since", "when", "where", "which", "who", "earlier", "last", "later", "previously"))


def companion_kind(tree: Tree, item: Item) -> str:
    """What befell the people of a number, by the word in it, right behind or right before it; "" when nothing says it."""
    if item.last > item.first and (kind := FATES.get(tree.tokens[item.last].text.lower(), "")):
        return kind
    return _behind(tree, item) or _before(tree, item)


def orphan_kind(tree: Tree, item: Item) -> str:
    """What befell the people of a number that stands alone; "" where a condition, wish or denial is near."""
    near = {tree.tokens[i].text.lower() for i in range(max(0, item.first - 4), min(len(tree.tokens), item.last + 5))}
    return "" if near & _UNREAL else companion_kind(tree, item)


def is_beside(tree: Tree, one: Item, other: Item) -> bool:
    """Two numbers of one clause or of two that "and" joins, the second close behind the first."""
    between = tree.tokens[one.last + 1 : other.first]
    words = [token.text.lower() for token in between]
    return 0 < len(words) <= _CLOSE and not _STOPS.intersection(words) and not _UNREAL.intersection(words)


def _behind(tree: Tree, item: Item) -> str:
    i, n = item.last + 1, len(tree.tokens)
    while i < n and (tree.tokens[i].tag.startswith(_SKIPPED) or tree.tokens[i].text.lower() in _AUXILIARIES):
        if tree.tokens[i].text.lower() in _UNREAL:
            return ""
        i += 1
    if i >= n:
        return ""
    token = tree.tokens[i]
    if token.lemma.lower() in _SUFFERED:
        following = tree.tokens[i + 1 : i + 4]
        return "injured" if any(t.lemma.lower() in _HARM for t in following) else ""
    skipped = {t.text.lower() for t in tree.tokens[item.last + 1 : i]}
    if skipped <= _PERFECT and i + 1 < n and _is_object(tree.tokens[i + 1]):
        return ""  # "two bombs (have) killed nine": they do it
    is_word = token.tag in ("VBN", "VBD", "JJ", "NN", "NNS")
    return FATES.get(token.lemma.lower(), FATES.get(token.text.lower(), "")) if is_word else ""


def _is_object(token: Token) -> bool:
    return token.tag in ("DT", "CD", "JJ", "JJR", "NNS", "PRP", "PRP$", "PDT") or token.text.lower() in ("at", "more", "up", "over", "about", "as")


def _before(tree: Tree, item: Item) -> str:
    i = item.first - 1
    while i >= 0 and tree.tokens[i].text.lower() in ("another", "also", "some", "a", "an", "further"):
        i -= 1
    if i < 0 or not tree.tokens[i].tag.startswith("VB") or tree.tokens[i].tag == "VB":
        return ""
    return FATES.get(tree.tokens[i].lemma.lower(), "")
