"""What befell the people of a number, by the words beside it: "120 others wounded", "five dead", "wounding 35"."""

from __future__ import annotations

from pipeline.records import Token, Tree
from pipeline.resolve.tallies import Item

_FATES = {
    **dict.fromkeys("kill die perish slay massacre behead dead killed slain deaths fatalities".split(), "killed"),
    **dict.fromkeys("wound injure hurt wounded injured maim injuries".split(), "injured"),
}
_SUFFERED = frozenset(("sustain", "suffer", "receive"))
_DEATHS = frozenset(("death", "killing", "murder", "massacre", "life"))
_HARM = frozenset(("injury", "wound", "burn"))
_CLOSE = 9  # tokens between two numbers that are told together
_AUXILIARIES = frozenset(
    "was were is are been be being have has had got get left also another more others reportedly feared confirmed reported"
    " believed presumed found".split()
)
_PERFECT = frozenset("has have had also already reportedly".split())
_UNREAL = frozenset("could would may might will should not never n't if".split())
_STOPS = frozenset((";", ":", "after", "since", "when", "where", "which", "who", "earlier", "last", "later", "previously"))
_MORE = frozenset(("another", "also", "some", "a", "an", "further"))
_OBJECT_TAGS = frozenset(("DT", "CD", "JJ", "JJR", "NNS", "PRP", "PRP$", "PDT"))
_OBJECT_WORDS = frozenset(("at", "more", "up", "over", "about", "as"))


def fate_of(tree: Tree, item: Item) -> str:
    """killed or injured, by the last word of the phrase, right behind it or right before it; "" when nothing says it."""
    if item.last > item.first and (kind := _FATES.get(tree.tokens[item.last].text.lower(), "")):
        return kind
    return _behind(tree, item) or _before(tree, item)


def real_fate_of(tree: Tree, item: Item) -> str:
    """The same; "" where a condition, wish or denial is near."""
    near = range(max(0, item.first - 4), min(len(tree.tokens), item.last + 5))
    return "" if any(tree.tokens[i].text.lower() in _UNREAL for i in near) else fate_of(tree, item)


def is_beside(tree: Tree, one: Item, other: Item) -> bool:
    """Two numbers of one clause or of two that "and" joins, the second close behind the first."""
    words = {tree.tokens[i].text.lower() for i in range(one.last + 1, other.first)}
    return 0 < other.first - one.last - 1 <= _CLOSE and not words & (_STOPS | _UNREAL)


def _behind(tree: Tree, item: Item) -> str:
    i, n = item.last + 1, len(tree.tokens)
    skipped: set[str] = set()
    while i < n and (tree.tokens[i].tag.startswith(("RB", "MD")) or tree.tokens[i].text.lower() in _AUXILIARIES):
        skipped.add(tree.tokens[i].text.lower())
        i += 1
    if i >= n or skipped & _UNREAL:
        return ""
    token = tree.tokens[i]
    if token.lemma.lower() in _SUFFERED:
        return "injured" if any(t.lemma.lower() in _HARM for t in tree.tokens[i + 1 : i + 4]) else ""
    if skipped <= _PERFECT and i + 1 < n and _is_object(tree.tokens[i + 1]):
        return ""  # "two bombs (have) killed nine": they do it
    is_word = token.tag in ("VBN", "VBD", "JJ", "NN", "NNS") or token.text.lower() == "dying"
    if "fatally" in skipped:
        return "killed"
    return _FATES.get(token.lemma.lower(), _FATES.get(token.text.lower(), "")) if is_word else ""


def _is_object(token: Token) -> bool:
    return token.tag in _OBJECT_TAGS or token.text.lower() in _OBJECT_WORDS


def _before(tree: Tree, item: Item) -> str:
    i = item.first - 1
    while i >= 0 and tree.tokens[i].text.lower() in _MORE:
        i -= 1
    if i > 0 and tree.tokens[i].text.lower() == "of" and tree.tokens[i - 1].lemma.lower() in _DEATHS:
        return "killed"
    is_verb = i >= 0 and tree.tokens[i].tag.startswith("VB") and tree.tokens[i].tag != "VB"
    return _FATES.get(tree.tokens[i].lemma.lower(), "") if is_verb else ""
