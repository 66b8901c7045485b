"""How many: the numbers of each event by codebook section 6, the whole with its parts by sector.

    "killing 12 soldiers and a civilian contractor"      13, of them 12 MIL and 1 CVL
    "killed 20 people, including three children"         20, of them 3 CVL

A victim told by a singular phrase counts one; a bare plural gives no number. Numbers of one kind and side add up, except a
part ("including", "five of them"), a total ("a total of 13") or the same words again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.records import Candidate, Count, Participant, Quantity, Reading, Toll, Tree
from pipeline.resolve.companions import companion_kind, is_beside, orphan_kind
from pipeline.resolve.antecedents import real_head
from pipeline.resolve.tallies import PERSONAL, Bounds, Item, before_verb, conjoined, counts_people, gather, item_at, items_of, of_one_act, whole_of, with_parts

_TOTALS = frozenset(("total", "toll", "number", "altogether", "overall"))
_PER = "per "
_OTHER_TIMES = frozenset(("after", "since", "before", "when", "while", "whereas", "earlier", "previously", ";"))
_VERBS = {
    "killed": frozenset("kill die shoot murder slay massacre slaughter behead execute".split()),
    "injured": frozenset("wound injure hurt maim".split()),
    "abducted": frozenset("abduct kidnap seize capture take".split()),
    "detained": frozenset("arrest detain hold".split()),
    "displaced": frozenset("displace flee uproot".split()),
}


@dataclass(frozen=True, slots=True)
class Numbers:
    """The counted phrases of a reading's sentences, read when first asked for."""

    reading: Reading
    quantities: dict[int, list[Quantity]]
    known: dict[int, tuple[Item, ...]]

    def of(self, tree: Tree) -> tuple[Item, ...]:
        index = tree.sentence.index
        if index not in self.known:
            self.known[index] = items_of(tree, self.quantities[index])
        return self.known[index]


def count_candidates(
    reading: Reading, candidates: tuple[Candidate, ...], casts: tuple[tuple[Participant, ...], ...]
) -> tuple[tuple[Count, ...], ...]:
    """The counts of each candidate: every whole, without a sector, followed by its parts, with theirs."""
    numbers = read_numbers(reading)
    tolls = [_groups(reading, numbers, candidate) for candidate in candidates]
    _join_companions(reading, numbers, candidates, tolls)
    _join_orphans(reading, numbers, candidates, tolls)
    return tuple(tuple(_written(reading, groups)) for groups in tolls)


def read_numbers(reading: Reading) -> Numbers:
    """The numbers of a reading by sentence."""
    quantities: dict[int, list[Quantity]] = defaultdict(list)
    for quantity in reading.quantities:
        quantities[quantity.sentence].append(quantity)
    return Numbers(reading, quantities, {})


def _written(reading: Reading, groups: _Groups) -> Iterator[Count]:
    for (sentence, kind, whose), items in groups.items():
        unique = sorted({item.start: item for item in items}.values(), key=lambda item: item.start)
        tree = reading.trees[sentence]
        if unique and tree is not None:
            yield from _whole(reading, kind, whose, of_one_act(tree, unique, items[0]))


def _join_companions(
    reading: Reading, numbers: Numbers, candidates: tuple[Candidate, ...], tolls: list[_Groups]
) -> None:
    """Give every number that stands beside an event's number, and that no event counts, to that event."""
    counted = {(sentence, item.first) for groups in tolls for (sentence, _, _), items in groups.items() for item in items}
    for candidate, groups in zip(candidates, tolls, strict=True):
        for (sentence, kind, whose), items in [(key, list(items)) for key, items in groups.items()]:
            tree = reading.trees[sentence]
            if tree is None or kind not in ("killed", "injured") or candidate.modality.status not in ("occurred", "ongoing"):
                continue
            for other in numbers.of(tree):
                if not other.is_numbered or (sentence, other.first) in counted or not _is_companion(tree, items, other, kind):
                    continue
                counted.add((sentence, other.first))
                groups.setdefault((sentence, companion_kind(tree, other), whose), []).append(other)


def _join_orphans(reading: Reading, numbers: Numbers, candidates: tuple[Candidate, ...], tolls: list[_Groups]) -> None:
    """Give the killed and injured of a sentence that no event counts to its nearest attack without such a number."""
    counted = {(sentence, item.first) for groups in tolls for (sentence, _, _), items in groups.items() for item in items}
    attacks: dict[int, list[int]] = defaultdict(list)
    for n, candidate in enumerate(candidates):
        if candidate.event_type == "ASSAULT" and candidate.modality.status in ("occurred", "ongoing") and candidate.heads:
            attacks[candidate.sentence].append(n)
    for sentence, indices in attacks.items():
        tree = reading.trees[sentence]
        for item in numbers.of(tree) if tree is not None else ():
            kind = orphan_kind(tree, item) if tree is not None and item.is_numbered else ""
            if not kind or (sentence, item.first) in counted or item.bounds == (0, 0, 0):
                continue
            free = [n for n in indices if not any(key[1] == kind for key in tolls[n]) and _is_its(tree, candidates[n], item)]
            if free:
                nearest = min(free, key=lambda n: abs(candidates[n].heads[0].head - item.first))
                tolls[nearest].setdefault((sentence, kind, "recipient"), []).append(item)


def _is_its(tree: Tree | None, candidate: Candidate, item: Item) -> bool:
    """The number is not that of another time: "the raid came a day after 20 people were killed"."""
    trigger = candidate.heads[0].head
    if tree is None or trigger > item.first:
        return True
    between = {tree.tokens[i].text.lower() for i in range(trigger + 1, item.first)}
    return not between & _OTHER_TIMES


def _is_companion(tree: Tree, items: list[Item], other: Item, kind: str) -> bool:
    """Another fate beside one of the items; a person told without a number counts only with a word for it."""
    if not any(is_beside(tree, item, other) or is_beside(tree, other, item) for item in items):
        return False
    return companion_kind(tree, other) not in ("", kind)


_Groups = dict[tuple[int, str, str], list[Item]]  # by sentence, kind, whose


def _groups(reading: Reading, numbers: Numbers, candidate: Candidate) -> _Groups:
    """The counted phrases of a candidate's tolls, each for one kind."""
    read = [(toll, counted_items(reading, numbers, candidate, toll)) for toll in candidate.tolls]
    kinds: dict[tuple[int, int], set[str]] = defaultdict(set)
    for toll, items in read:
        for item in items:
            kinds[toll.argument.sentence, item.first].add(toll.kind)
    groups: _Groups = {}
    for toll, items in read:
        is_shared = any(len(kinds[toll.argument.sentence, item.first]) > 1 for item in items)
        own = _own_items(reading, numbers, candidate, toll, items) if is_shared else items
        for item in own:
            kind = _told_kind(reading, toll, item)
            groups.setdefault((toll.argument.sentence, kind, toll.whose), []).append(item)
    return groups


def _told_kind(reading: Reading, toll: Toll, item: Item) -> str:
    """What befell the people of a number: the word right beside it outweighs the verb of its list ("five dead and 24 wounded")."""
    tree = reading.trees[toll.argument.sentence]
    if tree is None or toll.kind not in ("killed", "injured"):
        return toll.kind
    return companion_kind(tree, item) or toll.kind


def counted_items(reading: Reading, numbers: Numbers, candidate: Candidate, toll: Toll) -> list[Item]:
    """The counted phrases of one toll: its own, or the whole that its phrase details, with the rest of a list."""
    tree = reading.trees[toll.argument.sentence]
    if tree is None:
        return []
    items = numbers.of(tree)
    head = real_head(tree, toll.argument.head)
    whole = whole_of(tree, items, head)
    item = whole or item_at(tree, items, head)
    if toll.kind in PERSONAL:
        items = tuple(one for one in items if counts_people(tree, one))
        item = item if item in items else None
    if item is None or (toll.kind not in PERSONAL and not item.is_numbered):
        return []
    if whole is not None or tree.tokens[head].lemma.lower() in _TOTALS or item.qualifier.startswith(_PER):
        return [with_parts(tree, items, item)]
    verbs = [a.head for a in candidate.heads if a.sentence == toll.argument.sentence]
    is_before_verb = bool(verbs) and all(head < verb for verb in verbs)
    listed = gather(tree, items, item, is_before_verb)
    return [with_parts(tree, items, one) for one in dict.fromkeys((*listed, *conjoined(tree, items, head, item)))]


def _own_items(
    reading: Reading, numbers: Numbers, candidate: Candidate, toll: Toll, shared: list[Item]
) -> list[Item]:
    """What a kind counts when its phrase seems to be that of another kind: the number right before its own verb, if there is
    one ("ten students were killed and 20 were wounded"), else the same people ("were beaten and abducted")."""
    tree = reading.trees[toll.argument.sentence]
    if tree is None:
        return shared
    for verb in candidate.heads:
        is_its_own = verb.sentence == toll.argument.sentence and tree.tokens[verb.head].lemma.lower() in _VERBS.get(toll.kind, ())
        item = before_verb(tree, numbers.of(tree), verb.head) if is_its_own else None
        if item is not None and item not in shared:
            return [with_parts(tree, numbers.of(tree), item)]
    return shared


def _whole(reading: Reading, kind: str, whose: str, items: list[Item]) -> Iterator[Count]:
    """The sum of all items, then every item and part whose sector the text tells."""
    text = reading.document.text
    parts = [part for item in items for part in (*((item,) if item.sector else ()), *item.parts)]
    qualifier = next((item.qualifier for item in items if item.qualifier), "")
    start, end = items[0].start, max(item.end for item in items)
    yield Count(kind, *_sum(item.bounds for item in items), qualifier, whose, None, None, text[start:end], start, end)
    for part in parts:
        yield Count(
            kind, *part.bounds, part.qualifier, whose, part.sector, None, text[part.start : part.end], part.start, part.end
        )


def _sum(bounds: Iterable[Bounds]) -> Bounds:
    """Numbers that add up; an end that one of them leaves open stays open."""
    columns = list(zip(*bounds, strict=True))
    low, best, high = (None if any(v is None for v in column) else sum(v for v in column if v is not None) for column in columns)
    return low, best, high
