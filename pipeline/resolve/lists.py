"""Which counted phrases belong together: lists, wholes with their parts, and the numbers of one act.

A list that the tree breaks up ("seven civilians, three soldiers and four militants were killed") is put together again from the
order of words: numbers that only commas and "and" part belong together, unless a verb stands between them.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.find import syntax
from pipeline.find.ellipsis import is_gapped, is_second_target
from pipeline.records import Tree
from pipeline.resolve.clauses import is_reporting
from pipeline.resolve.joining import (
    ARTICLES,
    CONJUNCTIONS,
    INCLUDING,
    MAX_DESCRIPTION,
    NEXT,
    between,
    is_accompanying,
    is_added,
    is_of_them,
    is_parted,
    is_same_person,
    joined,
    next_of_list,
)
from pipeline.resolve.tallies import Item, item_at, sector_of

_MOSTLY = frozenset(("mainly", "mostly", "largely", "predominantly", "all", "chiefly"))
_FATES = frozenset("wounded injured hurt missing dead killed".split())
_BEFORE_PARTS = frozenset((",", "(", "-", "–", "of", "them", "whom", "others", "people", "more"))
_ADVERBS = frozenset(("also", "reportedly", "later", "then"))
_FAR, _NEAR = 12, 3  # tokens: how far "including" reaches, how near its whole must stand
_MANY = 2  # more list items behind "mayor Cem Kaya, a driver": then the driver is one of them


def gather(tree: Tree, items: tuple[Item, ...], item: Item, is_before_verb: bool) -> list[Item]:
    """A phrase with the others of its list, in text order. Numbers before the verb are its subjects: a list of them does not
    reach back over another verb ("killed 10 and 12 soldiers were wounded")."""
    items = items if item in items else tuple(sorted((*items, item), key=lambda one: one.first))
    first = last = items.index(item)
    while first and joined(tree, items[first - 1], items[first]) and not _is_elsewhere(tree, items[first - 1], is_before_verb):
        first -= 1
    if first and joined(tree, items[first - 1], items[first]) and _is_included(tree, items[first - 1]):
        first = last  # "…, including two guards and four clerks, and 52 wounded": those before are some of others
    run = list(items[first : last + 1])
    while (other := next_of_list(tree, items[last:])) is not None:
        if not is_before_verb and _opens_clause(tree, other):
            break
        last = items.index(other)
        run.append(other)
    return _coordinated(tree, run, item)


def conjoined(tree: Tree, items: tuple[Item, ...], head: int, item: Item) -> list[Item]:
    """The phrases that the tree coordinates with a counted one and that nothing else claims."""
    heads = (i for i in syntax.conjuncts(tree, head)[1:] if not syntax.is_verbal(tree.tokens[i]))
    found = [one for i in heads if (one := item_at(tree, items, i)) is not None and one.first > item.last]
    return [
        one
        for one in found
        if not _opens_clause(tree, one) and not is_same_person(tree, item, one) and not INCLUDING & between(tree, item, one)
    ]


def accompanied(tree: Tree, items: tuple[Item, ...], item: Item, verb: int) -> list[Item]:
    """Who met the same fate, told behind the verb: "was killed near the town along with his wife and two guards"."""
    behind = [other for other in items if other.first > verb > item.last]
    for other in behind[:NEXT]:
        inside = tree.tokens[verb + 1 : other.first]
        if len(inside) > MAX_DESCRIPTION or any(syntax.is_verbal(token) for token in inside):
            return []
        if is_accompanying(tree, other):
            return gather(tree, items, other, is_before_verb=False)
    return []


def of_one_act(tree: Tree, items: list[Item], first: Item) -> list[Item]:
    """The numbers that add up: with the first told one, those that no verb parts from it ("seven died after a raid killed four"
    is no sum)."""
    place = items.index(first) if first in items else 0
    kept = [items[place]]
    for other in items[place + 1 :]:
        if is_parted(tree, kept[-1], other) and not is_added(tree, other):
            break
        kept += [] if is_same_person(tree, kept[-1], other) else [other]
    for other in reversed(items[:place]):
        if is_parted(tree, other, kept[0]):
            break
        kept.insert(0, other)
    return _without_breakdown(kept)


def _without_breakdown(items: list[Item]) -> list[Item]:
    """A number that those behind it break down: "six people, two Turks and four Somalis" are six."""
    whole, rest = items[0], items[1:]
    numbers = [one.bounds[1] for one in rest]
    if len(rest) < 2 or not whole.is_numbered or None in numbers or sum(n or 0 for n in numbers) != whole.bounds[1]:
        return items
    return [replace(whole, parts=(*whole.parts, *(one for one in rest if one.sector)))]


# ------------------------------------------------------------------------------------------------ wholes and parts
def whole_of(tree: Tree, items: tuple[Item, ...], head: int) -> Item | None:
    """The number that a phrase details: 20 for the children of "20 people, including three children" or "20, three of them …"."""
    own = next((item for item in items if item.first <= head <= item.last + 1 and is_of_them(tree, item)), None)
    if own is not None:
        return _ending_in(items, own.first - _NEAR, own.first)
    following = [token.text.lower() for token in tree.tokens[head + 1 : head + 3]]
    if following in (["was", "among"], ["were", "among"]):  # "a child was among nine people killed"
        return next((item for item in items if head + 2 < item.first <= head + 2 + _NEAR and item.is_numbered), None)
    for i in range(head, max(-1, head - _FAR), -1):
        word = tree.tokens[i].text.lower()
        if word in INCLUDING or word in _MOSTLY:
            return _ending_in(items, i - (2 if word in _MOSTLY else _NEAR), i)
        if i != head and syntax.is_verbal(tree.tokens[i]):
            return None
    return None


def with_parts(tree: Tree, items: tuple[Item, ...], item: Item) -> Item:
    """The number with what "including" and "five of them" tell of it."""
    of_them = next((one for one in items if item.last < one.first <= item.last + _NEAR and is_of_them(tree, one)), None)
    if of_them is not None:
        sector = of_them.sector or _sector_near(tree, of_them)
        return replace(item, parts=(replace(of_them, sector=sector),)) if sector else item
    for i in range(item.last + 1, min(item.last + 1 + _NEAR, len(tree.tokens))):
        word = tree.tokens[i].text.lower()
        if word in INCLUDING:
            return replace(item, parts=_parts_behind(tree, items, item, i))
        if word not in _BEFORE_PARTS:
            break
    return item


def _parts_behind(tree: Tree, items: tuple[Item, ...], item: Item, mark: int) -> tuple[Item, ...]:
    """The numbers behind "including", none greater than the whole; those whose noun says no sector are left out."""
    first = next((one for one in items if mark < one.first <= mark + _NEAR + 1), None)
    if first is None:
        return ()
    listed = gather(tree, items, first, is_before_verb=True)
    best = item.bounds[1]
    return tuple(p for p in listed if p.sector and p.first > mark and (best is None or (p.bounds[1] or 0) <= best))


def _sector_near(tree: Tree, item: Item) -> str | None:
    """The sector of the noun behind "five of them"."""
    nearby = range(item.last + 1, min(item.last + 5, len(tree.tokens)))
    return next((sector for i in nearby if tree.tokens[i].tag.startswith("NN") and (sector := sector_of(tree, i))), None)


def _ending_in(items: tuple[Item, ...], start: int, end: int) -> Item | None:
    """The last phrase that ends in a stretch of tokens `[start, end)`."""
    return next((item for item in reversed(items) if start <= item.last < end), None)


# ------------------------------------------------------------------------------------------------ the order of words
def _coordinated(tree: Tree, run: list[Item], item: Item) -> list[Item]:
    """The run without appositions: a comma lists people only where "and" follows ("Ahmed Ali, a teacher" is one man)."""
    ends = [n for n in range(1, len(run)) if _lists(tree, run[n - 1], run[n])]
    if not ends:
        return [item]
    listed = run[: ends[-1] + 1]
    is_list = [
        n in ends or not n or not _is_apposition(tree, listed[n - 1], one, len(listed) - n - 1) for n, one in enumerate(listed)
    ]
    listed = [one for one, is_one in zip(listed, is_list, strict=True) if is_one]
    return listed if item in listed else [item]


def _lists(tree: Tree, one: Item, other: Item) -> bool:
    return (one.is_numbered and other.is_numbered) or bool(CONJUNCTIONS & between(tree, one, other))


def _is_apposition(tree: Tree, name: Item, other: Item, n_behind: int) -> bool:
    """A name and what the person is; not where a word before the name says that already and the list is long."""
    is_titled = "NN" in (token.tag for token in tree.tokens[max(0, name.first - 1) : name.last])
    is_described = tree.tokens[name.last].tag == "NNP" and tree.tokens[other.first].text.lower() in ARTICLES
    return is_described and not (is_titled and n_behind >= _MANY)


def _is_elsewhere(tree: Tree, item: Item, is_before_verb: bool) -> bool:
    """The phrase before belongs to another verb, to "including", or says itself what befell its people."""
    before = tree.tokens[item.first - 1] if item.first else None
    is_verb = before is not None and is_before_verb and syntax.is_verbal(before) and not is_reporting(before)
    if before is not None and (before.text.lower() in INCLUDING or is_verb):
        return True
    return _says_fate(tree, item)


def _is_included(tree: Tree, item: Item) -> bool:
    """ "Including" stands right before the phrase."""
    return bool(item.first) and tree.tokens[item.first - 1].text.lower() in INCLUDING


def _says_fate(tree: Tree, item: Item) -> bool:
    return any(tree.tokens[i].text.lower() in _FATES for i in range(item.first + 1, item.last + 1))


def _opens_clause(tree: Tree, item: Item) -> bool:
    """The phrase is the subject of what follows, or of an event that shares the verb: "killed two and five others | were hurt",
    "12 and 20 | wounded", "killed two in Homs and five soldiers | in Hama"."""
    noun = tree.tokens[item.noun]
    is_own = is_gapped(tree, item.noun) or is_second_target(tree, item.noun)
    if noun.dep == "conj" and syntax.is_verbal(tree.tokens[noun.head]) and is_own:
        return True
    behind = item.last + 1
    while behind < len(tree.tokens) and tree.tokens[behind].text.lower() in _ADVERBS:  # "10 others | also were hurt"
        behind += 1
    after = tree.tokens[behind] if behind < len(tree.tokens) else None
    if after is not None and after.dep == "xcomp" and tree.tokens[after.head].lemma.lower() == "leave":
        return False  # "left nine guards and six miners dead"
    return _says_fate(tree, item) or (after is not None and (syntax.is_verbal(after) or after.text.lower() in _FATES))
