"""From the tolls of a candidate to the counted phrases behind them, each for one kind."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pipeline.records import Candidate, Quantity, Reading, Toll, Tree
from pipeline.resolve.antecedents import real_head
from pipeline.resolve.clauses import is_reporting
from pipeline.resolve.fates import fate_of
from pipeline.resolve.lists import accompanied, conjoined, gather, whole_of, with_parts
from pipeline.resolve.tallies import PERSONAL, Item, before_verb, counts_people, item_at, items_of

_TOTALS = frozenset(("total", "toll", "number", "altogether", "overall"))
_RATE = "per "
_VERBS = {
    "killed": frozenset("kill die shoot murder slay massacre slaughter behead execute".split()),
    "injured": frozenset("wound injure hurt maim".split()),
    "abducted": frozenset("abduct kidnap seize capture take".split()),
    "detained": frozenset("arrest detain hold".split()),
    "displaced": frozenset("displace flee uproot".split()),
}

Groups = dict[tuple[int, str, str], list[Item]]  # by sentence, kind, whose


@dataclass(frozen=True, slots=True)
class Numbers:
    """The counted phrases of a reading's sentences, read when first asked for."""

    quantities: dict[int, list[Quantity]]
    known: dict[int, tuple[Item, ...]]

    def of(self, tree: Tree) -> tuple[Item, ...]:
        """The counted phrases of one sentence, in text order."""
        index = tree.sentence.index
        if index not in self.known:
            self.known[index] = items_of(tree, self.quantities.get(index, ()))
        return self.known[index]


def read_numbers(reading: Reading) -> Numbers:
    """The numbers of a reading by sentence."""
    quantities: dict[int, list[Quantity]] = defaultdict(list)
    for quantity in reading.quantities:
        quantities[quantity.sentence].append(quantity)
    return Numbers(dict(quantities), {})


def group_items(reading: Reading, numbers: Numbers, candidate: Candidate) -> Groups:
    """The counted phrases of a candidate's tolls. A phrase that two kinds claim is the first's where the second has its own."""
    read = [(toll, _not_speaking(reading, toll, counted_items(reading, numbers, candidate, toll))) for toll in candidate.tolls]
    kinds: dict[tuple[int, int], set[str]] = defaultdict(set)
    for toll, items in read:
        for item in items:
            kinds[toll.argument.sentence, item.first].add(toll.kind)
    groups: Groups = {}
    for toll, items in read:
        sentence = toll.argument.sentence
        is_shared = any(len(kinds[sentence, item.first]) > 1 for item in items)
        for item in _own_items(reading, numbers, candidate, toll, items) if is_shared else items:
            groups.setdefault((sentence, _told_kind(reading, toll, item), toll.whose), []).append(item)
    return groups


def _not_speaking(reading: Reading, toll: Toll, items: list[Item]) -> list[Item]:
    """The items without those who say it: "killing seven people, police and a doctor said"."""
    tree = reading.trees[toll.argument.sentence]
    if tree is None:
        return items
    return [one for one in items if not (one.last + 1 < len(tree.tokens) and is_reporting(tree.tokens[one.last + 1]))]


def counted_items(reading: Reading, numbers: Numbers, candidate: Candidate, toll: Toll) -> list[Item]:
    """The counted phrases of one toll: its own, or the whole that its phrase details, with the rest of a list."""
    tree = reading.trees[toll.argument.sentence]
    if tree is None:
        return []
    items, head = numbers.of(tree), real_head(tree, toll.argument.head)
    whole = whole_of(tree, items, head)
    item = whole or item_at(tree, items, head) or _meant_by(tree, items, head)
    if item is None or not (counts_people(tree, item) if toll.kind in PERSONAL else item.is_numbered):
        return []
    if toll.kind == "troops" and not counts_people(tree, item):  # "sent 71 aircraft"
        return []
    if toll.kind in PERSONAL or toll.kind == "troops":
        items = tuple(one for one in items if counts_people(tree, one))
    if whole is not None or tree.tokens[head].lemma.lower() in _TOTALS or item.qualifier.startswith(_RATE):
        return [with_parts(tree, items, item)]
    verbs = [a.head for a in candidate.heads if a.sentence == toll.argument.sentence]
    above = tree.tokens[head].head if tree.tokens[head].dep.startswith("nsubj") else -1
    own = [above] if above in verbs else verbs  # of "killed three and ten were hurt" the second
    listed = gather(tree, items, item, is_before_verb=bool(own) and all(head < verb for verb in own))
    listed += conjoined(tree, items, head, item)
    for verb in verbs if toll.kind in PERSONAL else ():
        listed += accompanied(tree, items, item, verb)
    return [with_parts(tree, items, one) for one in dict.fromkeys(listed)]


def _meant_by(tree: Tree, items: tuple[Item, ...], head: int) -> Item | None:
    """The number that "them" takes up: "took two teachers out of a school and killed them"."""
    if tree.tokens[head].text.lower() != "them":
        return None
    before = (item for item in reversed(items) if item.last < head and item.is_numbered and counts_people(tree, item))
    return next((item for item in before if not tree.tokens[item.noun].dep.startswith("nsubj")), None)


def _own_items(reading: Reading, numbers: Numbers, candidate: Candidate, toll: Toll, shared: list[Item]) -> list[Item]:
    """What a kind counts when its phrase seems to be that of another kind: the number right before its own verb, if there is
    one ("ten students were killed and 20 were wounded"), else the same people ("were beaten and abducted")."""
    tree = reading.trees[toll.argument.sentence]
    if tree is None:
        return shared
    verbs = [a.head for a in candidate.heads if a.sentence == toll.argument.sentence]
    for verb in (verb for verb in verbs if tree.tokens[verb].lemma.lower() in _VERBS.get(toll.kind, ())):
        item = before_verb(tree, numbers.of(tree), verb)
        if item is not None and item not in shared:
            return [with_parts(tree, numbers.of(tree), item)]
    return shared


def _told_kind(reading: Reading, toll: Toll, item: Item) -> str:
    """What befell the people of a number: the word beside it outweighs the verb of its list ("five dead and 24 wounded")."""
    tree = reading.trees[toll.argument.sentence]
    is_harm = tree is not None and toll.kind in ("killed", "injured")
    return (fate_of(tree, item) if tree is not None and is_harm else "") or toll.kind
