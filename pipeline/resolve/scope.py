"""Whether a telling is of one act, of several told as one, or of a number over separate occurrences (codebook 1 and 8).

A plural act or plural targets within a day or a few days are still one incident; over a longer phrase or without a date
they are several. A rate, a repeated act, or a number that is summed over a range phrase ("since December", "so far") is
an aggregate: its number never adds to those of incidents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.records import Candidate, Count, EventDate, Reading, Token

ONE_ACT = frozenset({"day", "days"})  # precisions within which several acts told together are one incident
SUMMING = frozenset({"range", "vague"})  # precisions over which a number is a sum: since, in recent weeks
LASTING = frozenset({"siege"})  # modes of one act that lasts; its number is no sum over its days
PLURAL_TYPES = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # "talks", "drills", "sanctions" are one act in plural form
RATE = "per "  # how the qualifier of a rate begins
REPEATING = frozenset({"repeatedly", "regularly", "routinely", "frequently", "constantly", "often", "daily", "nightly"})
MANY_ACTS = 10  # "35 air strikes" is a tally; "three bombs" of one day are one attack


def scope_of(candidate: Candidate, when: EventDate, counts: Sequence[Count], reading: Reading) -> str:
    """incident, multiple or aggregate (vocabulary SCOPE)."""
    is_sum = bool(counts) and when.precision in SUMMING and candidate.mode not in LASTING
    if is_sum or is_rate(counts) or is_repeated(candidate, reading):
        return "aggregate"
    is_plural = candidate.is_plural and candidate.event_type in PLURAL_TYPES
    return "multiple" if is_plural and when.precision not in ONE_ACT else "incident"


def is_rate(counts: Sequence[Count]) -> bool:
    """Whether a number is one per day, week or the like."""
    return any(count.qualifier.startswith(RATE) for count in counts)


def is_repeated(candidate: Candidate, reading: Reading) -> bool:
    """Whether the words say that the act was done again and again, or count the acts themselves."""
    heads = {(head.sentence, head.head) for head in candidate.heads}
    for sentence, token in heads:
        for modifier in _modifiers(reading, sentence, token):
            if modifier.dep == "advmod" and modifier.lemma.lower() in REPEATING:
                return True
    return any(
        quantity.noun is not None and (quantity.sentence, quantity.noun) in heads and (quantity.best or 0) >= MANY_ACTS
        for quantity in reading.quantities
    )


def _modifiers(reading: Reading, sentence: int, token: int) -> Iterator[Token]:
    tree = reading.trees[sentence]
    if tree is not None:
        yield from (tree.tokens[child] for child in tree.children[token])
