"""Two or three parties that the text told together, which it then counts: "the two sides", "both governments", "the two men".

Sudan and Chad signed a pact. The two countries …     coordinated
The envoy met the rebel leader. The two men …         subject and object of one verb
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.find import syntax
from pipeline.records import Tree
from pipeline.resolve.antecedents import antecedent_head
from pipeline.resolve.nominal import Referent

WINDOW = 5  # sentences back in which the parties were told
_COUNTS = {"two": 2, "2": 2, "both": 2, "three": 3, "3": 3}
_WARRING = frozenset(("war", "rival", "oppose", "opposing", "warring"))
_STATES = frozenset("country nation state government neighbour neighbor capital".split())
_PERSONS = frozenset("man woman leader president minister official general diplomat envoy politician premier commander".split())
_PARTIES = frozenset(
    "side party rival foe enemy adversary faction group ally mediator army force organization organisation body power".split()
)
_ABLE = ("government", "group", "people")  # kinds of those who can be a side
_SIDES = frozenset(("side", "party"))
_CASES = frozenset(("with", "and", "against", "by", "between"))

Fits = Callable[[Referent], bool]


def pair_of(tree: Tree, head: int) -> tuple[int, Fits] | None:
    """(how many parties a phrase counts, what each must be); None for a phrase that points back to no such parties."""
    token, own = tree.tokens[head], [tree.tokens[c] for c in tree.children[head] if c < head]
    counts = {_COUNTS[t.text.lower()] for t in own if t.text.lower() in _COUNTS}
    lemma, words = token.lemma.lower(), {t.lemma.lower() for t in own}
    if not counts and lemma in _SIDES and "the" in words and (lemma == "side" or words & _WARRING):
        counts = {2}  # "the sides", "the warring parties"
    if token.tag != "NNS" or len(counts) != 1 or words - {"the", "these", *_COUNTS, *_WARRING}:
        return None
    (count,) = counts
    if "the" not in words and "these" not in words and "both" not in words:
        return None
    if lemma in _STATES:
        return count, lambda r: r.actor.sector == "GOV" and bool(r.actor.iso3)
    if lemma in _PERSONS:
        return count, lambda r: r.kind in ("person", "name")
    return (count, lambda r: r.kind in _ABLE and r.actor.sector != "CVL") if lemma in _PARTIES else None


def told_together(tree: Tree, count: int, until: int) -> Iterator[list[int]]:
    """The heads of phrases before token `until` that the sentence tells together, coordinated ones first."""
    for first in range(until):
        together = syntax.conjuncts(tree, first)
        if len(together) == count and together[0] == first and tree.tokens[first].dep != "conj" and together[-1] < until:
            yield list(together)
    if count != 2:
        return
    for verb in (t.i for t in tree.tokens if syntax.is_verbal(t)):
        own = [c for c in tree.children[verb] if c < until]
        subject = next((c for c in own if tree.tokens[c].dep.startswith("nsubj")), None)
        other = next((c for c in own if c > verb and _is_other(tree, c)), None)
        if subject is not None and other is not None:
            yield [antecedent_head(tree, subject), antecedent_head(tree, other)]


def _is_other(tree: Tree, i: int) -> bool:
    """The object of a verb, or whom it is done with or against."""
    dep = tree.tokens[i].dep
    return dep in ("obj", "obl:agent") or (dep == "obl" and syntax.case_of(tree, i) in _CASES)
