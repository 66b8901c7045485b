"""What befell the people of a number, by the words beside it: "120 others wounded", "five dead", "wounding 35"."""

from __future__ import annotations

from itertools import pairwise

from pipeline.records import Token, Tree
from pipeline.resolve.tallies import Item

_FATES = {
    **dict.fromkeys("kill die perish slay massacre behead dead killed slain deaths fatalities".split(), "killed"),
    **dict.fromkeys("wound injure hurt wounded injured maim injuries".split(), "injured"),
}
_DYING = frozenset(("die", "succumb", "perish"))
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
_TAKEN = frozenset(("lose", "claim", "take", "cost"))  # lives
_LEFT = frozenset(("left", "leave", "leaves", "leaving"))
_LEFT_AS = {"dead": "killed", "wounded": "injured", "injured": "injured", "hurt": "injured"}
_NAMING = frozenset(("including", "among"))  # who was among them: "ten people, including a boy, were killed"
_THEM = frozenset(("them", "whom"))
_LONGEST_ASIDE, _FAR = 24, 10  # tokens
_OBJECT_TAGS = frozenset(("DT", "CD", "JJ", "JJR", "NNS", "PRP", "PRP$", "PDT"))
_OBJECT_WORDS = frozenset(
    "at more up over about as some nearly almost around dozens scores hundreds thousands several many".split()
)


def fate_of(tree: Tree, item: Item) -> str:
    """killed or injured, by the last word of the phrase, right behind it or right before it; "" when nothing says it."""
    if item.last > item.first and (kind := _FATES.get(tree.tokens[item.last].text.lower(), "")):
        return kind
    return _dying(tree, item) or _behind(tree, item) or _before(tree, item) or _left(tree, item) or _as_toll(tree, item)


def real_fate_of(tree: Tree, item: Item) -> str:
    """The same; "" where a condition, wish or denial is near."""
    near = range(max(0, item.first - 4), min(len(tree.tokens), item.last + 5))
    return "" if any(tree.tokens[i].text.lower() in _UNREAL for i in near) else fate_of(tree, item)


def is_beside(tree: Tree, one: Item, other: Item) -> bool:
    """Two numbers of one clause or of two that "and" joins, the second close behind the first."""
    words = {tree.tokens[i].text.lower() for i in range(one.last + 1, other.first)}
    return 0 < other.first - one.last - 1 <= _CLOSE and not words & (_STOPS | _UNREAL)


def _dying(tree: Tree, item: Item) -> str:
    """Who "injured in the raid, died on Friday" is dead, whatever stands right behind the number."""
    token = tree.tokens[item.noun]
    verb = tree.tokens[token.head]
    is_told = token.dep == "nsubj" and verb.lemma.lower() in _DYING and verb.tag in ("VBD", "VBN", "VBZ", "VBP")
    return "killed" if is_told else ""


def _behind(tree: Tree, item: Item) -> str:
    i, n = _end_of_aside(tree, item.last + 1), len(tree.tokens)
    skipped: set[str] = set()
    while i < n and (tree.tokens[i].tag.startswith(("RB", "MD")) or tree.tokens[i].text.lower() in _AUXILIARIES):
        skipped.add(tree.tokens[i].text.lower())
        i += 1
    if i >= n or skipped & _UNREAL:
        return ""
    token = tree.tokens[i]
    if token.lemma.lower() in _SUFFERED:
        return "injured" if any(t.lemma.lower() in _HARM for t in tree.tokens[i + 1 : i + 4]) else ""
    if token.lemma.lower() in _TAKEN and _are_lives(tree, item, i):
        return "killed"
    if skipped <= _PERFECT and i + 1 < n and _is_object(tree.tokens[i + 1]):
        return ""  # "two bombs (have) killed nine": they do it
    is_word = token.tag in ("VBN", "VBD", "JJ", "NN", "NNS") or token.text.lower() == "dying"
    if "fatally" in skipped:
        return "killed"
    return _FATES.get(token.lemma.lower(), _FATES.get(token.text.lower(), "")) if is_word else ""


def _end_of_aside(tree: Tree, i: int) -> int:
    """Where the sentence goes on behind who was among the people, told between two commas; i itself without such an aside."""
    tokens = tree.tokens
    if i + 3 >= len(tokens) or tokens[i].text != ",":
        return i
    opening = [token.text.lower() for token in tokens[i + 1 : i + 5]]
    if opening[0] not in _NAMING and not any(a == "of" and b in _THEM for a, b in pairwise(opening)):
        return i
    ends = (n for n in range(i + 3, min(i + _LONGEST_ASIDE, len(tokens) - 1)) if tokens[n].text == ",")
    return next((n + 1 for n in ends if tokens[n + 1].tag.startswith(("VB", "MD"))), i)


def _are_lives(tree: Tree, item: Item, verb: int) -> bool:
    """ "12 people lost their lives", "12 lives were lost"."""
    behind = tree.tokens[verb + 1 : verb + 3]
    return tree.tokens[item.noun].lemma.lower() == "life" or any(token.lemma.lower() == "life" for token in behind)


def _left(tree: Tree, item: Item) -> str:
    """What the people are left as: "left six guards and four miners dead". The first such word behind them, no verb between."""
    before = (tree.tokens[i] for i in range(item.first - 1, max(-1, item.first - _FAR), -1))
    verb = next((token for token in before if token.tag.startswith("VB")), None)
    if verb is None or verb.text.lower() not in _LEFT:
        return ""
    for token in tree.tokens[item.last + 1 : item.last + 1 + _FAR]:
        kind = _LEFT_AS.get(token.text.lower(), "")
        if kind or token.tag.startswith("VB") or token.text in (";", "while"):
            return kind
    return ""


def _as_toll(tree: Tree, item: Item) -> str:
    """ "The death toll in the clash is 28"."""
    subjects = (tree.tokens[c] for c in tree.children[item.noun] if tree.tokens[c].dep == "nsubj" and c < item.first)
    return "killed" if any(subject.lemma.lower() == "toll" for subject in subjects) else ""


def _is_object(token: Token) -> bool:
    return token.tag in _OBJECT_TAGS or token.text.lower() in _OBJECT_WORDS


def _before(tree: Tree, item: Item) -> str:
    i = item.first - 1
    while i >= 0 and tree.tokens[i].text.lower() in _MORE:
        i -= 1
    if i > 0 and tree.tokens[i].text.lower() == "of" and tree.tokens[i - 1].lemma.lower() in _DEATHS:
        return "killed"
    is_verb = i >= 0 and tree.tokens[i].tag.startswith("VB") and tree.tokens[i].tag != "VB"
    if is_verb and tree.tokens[item.noun].lemma.lower() == "life" and tree.tokens[i].lemma.lower() in _TAKEN:
        return "killed"
    return _FATES.get(tree.tokens[i].lemma.lower(), "") if is_verb else ""
