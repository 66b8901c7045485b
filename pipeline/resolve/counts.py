"""How many: the numbers of each event by codebook section 6, the whole with its parts by sector.

    "killing 12 soldiers and a civilian contractor"      13, of them 12 MIL and 1 CVL
    "killed 20 people, including three children"         20, of them 3 CVL

A victim told by a singular phrase counts one; a bare plural gives no number. Numbers of one kind and side add up, except a
part ("including", "five of them"), a total ("a total of 13"), the same words again, and what a verb parts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.records import Candidate, Count, Participant, Reading
from pipeline.resolve.companions import join_companions, join_neighbours, join_orphans, join_sequels
from pipeline.resolve.lists import of_one_act
from pipeline.resolve.tallies import Bounds, Item
from pipeline.resolve.toll_items import Groups, group_items, read_numbers
from pipeline.resolve.unharmed import count_unharmed


def count_candidates(
    reading: Reading, candidates: tuple[Candidate, ...], casts: tuple[tuple[Participant, ...], ...]
) -> tuple[tuple[Count, ...], ...]:
    """The counts of each candidate: a number of one sector with it, one of several followed by its parts with theirs."""
    numbers = read_numbers(reading)
    groups = [group_items(reading, numbers, candidate) for candidate in candidates]
    groups = join_companions(reading, numbers, candidates, groups)
    groups = join_neighbours(reading, candidates, groups)
    groups = join_orphans(reading, numbers, candidates, groups)
    groups = join_sequels(reading, numbers, candidates, groups)
    return count_unharmed(reading, candidates, [tuple(_written(reading, one)) for one in groups])


def _written(reading: Reading, groups: Groups) -> Iterator[Count]:
    told = Counter((kind, whose) for _, kind, whose in groups)
    for (sentence, kind, whose), items in groups.items():
        unique = sorted({item.start: item for item in items}.values(), key=lambda item: item.start)
        tree = reading.trees[sentence]
        if unique and tree is not None:
            yield from _whole(reading.document.text, kind, whose, of_one_act(tree, unique, items[0]), told[kind, whose] == 1)


def _whole(text: str, kind: str, whose: str, items: list[Item], is_only: bool) -> Iterator[Count]:
    """The sum of all items, then every item and part whose sector the text tells; one row when they are the same.

    Not so where another sentence gives a number too (`is_only` is false): that one must not pass for its whole.
    """
    start, end = items[0].start, max(item.end for item in items)
    qualifier = next((item.qualifier for item in items if item.qualifier), "")
    low, best, high = _sum(item.bounds for item in items)
    only = items[0].sector if is_only and len(items) == 1 and not items[0].parts else None
    yield Count(kind, low, best, high, qualifier, whose, only, None, text[start:end], start, end)
    if only:
        return
    for part in (part for item in items for part in (*((item,) if item.sector else ()), *item.parts)):
        low, best, high = part.bounds
        words = text[part.start : part.end]
        yield Count(kind, low, best, high, part.qualifier, whose, part.sector, None, words, part.start, part.end)


def _sum(bounds: Iterable[Bounds]) -> Bounds:
    """Numbers that add up; an end that one of them leaves open stays open."""
    columns = list(zip(*bounds, strict=True))
    low, best, high = (None if any(v is None for v in column) else sum(v for v in column if v is not None) for column in columns)
    return low, best, high
