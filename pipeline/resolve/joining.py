"""Whether two counted phrases of a sentence stand in one list, by the words between them.

"seven miners, three guards and a cook"                        commas and "and"
"the head of the village and his son"                          a description of the first before "and"
"the mayor, Ana Ruiz, and two guards"                          who the first is, between commas
"a trader along with his wife"                                 who was with the first
"""

from __future__ import annotations

from itertools import takewhile

from pipeline.find import syntax
from pipeline.records import Token, Tree
from pipeline.resolve.persons import is_role
from pipeline.resolve.tallies import Item

INCLUDING = frozenset(("including", "include", "includes", "among", "inclusive"))
ARTICLES = frozenset(("a", "an", "the"))
CONJUNCTIONS = frozenset(("and", "plus", "&", "well", "along", "together"))
_THEM = frozenset(("them", "whom", "those"))
_OWNERS = frozenset("his her their its the".split())
_LINKS = frozenset(("and", "plus", "&", "well", "as", ",")) | _OWNERS
_GUESSING = frozenset(("possibly", "perhaps", "maybe", "probably"))
_WITH = frozenset((("along", "with"), ("together", "with"), ("well", "as")))
_APART = frozenset("by after when while since before between against but from ; -- – ( )".split()) | INCLUDING
_KIN = frozenset("son daughter wife husband mother father brother sister child baby grandson granddaughter".split())
MAX_DESCRIPTION, NEXT = 16, 6  # tokens, and phrases, from one of a list to the next
_UP_TO_ALSO = 7  # tokens: "members of his escort were also"
_SHORT_NAME = 4  # tokens in which a name shows: ", Malam Isa"


def between(tree: Tree, one: Item, other: Item) -> set[str]:
    return {tree.tokens[i].text.lower() for i in range(one.last + 1, other.first)}


def joined(tree: Tree, one: Item, other: Item) -> bool:
    """Only commas and "and" stand between two phrases; what belongs to the second is not it: "and a teacher's car"."""
    behind = tree.tokens[other.last + 1 : other.last + 2]
    if behind and behind[0].tag == "POS":
        return False
    is_near = 0 < other.first - one.last - 1 <= 3 and between(tree, one, other) <= _LINKS
    if tree.tokens[other.first].text.lower() in _GUESSING:  # "hundreds, possibly thousands"
        return False
    return is_near and not is_of_them(tree, other) and not is_same_person(tree, one, other)


def is_same_person(tree: Tree, one: Item, other: Item) -> bool:
    """The second is the first again: "a farmer and father of six", "the chief, Ali Omar"; not "a father and son"."""
    token = tree.tokens[other.first]
    opening = tree.tokens[one.first].text.lower()
    if one.is_numbered or other.is_numbered or opening not in ARTICLES:
        return False
    is_name = tree.tokens[other.last].tag == token.tag == "NNP" and between(tree, one, other) == {","}
    is_bare = other.first == other.last and token.tag == "NN" and token.text.lower() not in _KIN
    return is_bare or (is_name and opening == "the")


def next_of_list(tree: Tree, items: tuple[Item, ...]) -> Item | None:
    """What a list goes on with behind the first of some phrases: the next, or what is joined behind a description."""
    behind = (other for n, other in enumerate(items[1:NEXT], 1) if _is_joined_behind(tree, items[0], items[1:n], other))
    following = items[1] if len(items) > 1 and joined(tree, items[0], items[1]) else None
    return next(behind, following)


def _is_joined_behind(tree: Tree, one: Item, inner_items: tuple[Item, ...], other: Item) -> bool:
    """Somebody else behind what describes the first: "the head of the village and his son", "Ana Ruiz, a judge, and a guard",
    "a trader who lived there along with two boys". Not what belongs to somebody inside it: "the son of a judge and a nurse"."""
    inside = tree.tokens[one.last + 1 : other.first]
    words = [token.text.lower() for token in inside]
    while words and words[-1] in _OWNERS:
        words.pop()
    is_with = is_accompanying(tree, other)
    if not 1 < len(words) <= MAX_DESCRIPTION or not (is_with or words[-1] == "and") or not _APART.isdisjoint(words):
        return False
    if any(_is_verb(token) for token in inside) or tree.tokens[other.noun].tag == "CD":
        return False
    is_name = _is_name(tree.tokens[one.last]) and tree.tokens[one.first].text.lower() not in ARTICLES
    is_named = is_name != any(_is_name(token) for token in inside[1:_SHORT_NAME])
    is_aside = is_named and words[0] == "," and (words[-2] == "," or other.is_numbered)
    is_open = words[:-1].count(",") % 2 == 1  # an apposition that "and" goes on with: "Ana Ruiz, a judge in the town and a poet"
    return is_aside or ((not is_open or is_with) and not any(joined(tree, inner, other) for inner in inner_items))


def _is_name(token: Token) -> bool:
    return token.tag == "NNP" and not is_role(token.text.lower())


def _is_verb(token: Token) -> bool:
    """A verb that is no mere description: "a judge allied with the rebels"."""
    return syntax.is_verbal(token) and not (token.tag == "VBN" and token.dep == "acl")


def is_added(tree: Tree, item: Item) -> bool:
    """The people of a number met the same fate as those before, though a verb stands between: "two guards were also killed"."""
    behind = takewhile(lambda token: token.tag != "CD", tree.tokens[item.last + 1 : item.last + 1 + _UP_TO_ALSO])
    return is_accompanying(tree, item) or any(token.text.lower() == "also" for token in behind)


def is_parted(tree: Tree, one: Item, other: Item) -> bool:
    """A verb stands between two phrases."""
    return any(_is_verb(tree.tokens[i]) for i in range(one.last + 1, other.first))


def is_of_them(tree: Tree, item: Item) -> bool:
    """ "Five of them", "three of whom"."""
    return any(tree.tokens[i].text.lower() in _THEM for i in range(item.first, item.last + 1))


def is_accompanying(tree: Tree, item: Item) -> bool:
    """ "Along with two guards", "with his wife"."""
    before = tuple(token.text.lower() for token in tree.tokens[max(0, item.first - 2) : item.first])
    return before in _WITH or (before[-1:] == ("with",) and tree.tokens[item.first].tag == "PRP$")
