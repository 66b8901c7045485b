"""A told length of time between two clauses: "a day after rebels shelled the base"."""

from __future__ import annotations

from pipeline.find.syntax import is_nominal, is_verbal
from pipeline.lexicon.days import DAYS, UNITS
from pipeline.records import Tree

LINKS = frozenset(("after", "before"))


def is_measured(tree: Tree, verb: int) -> bool:
    """ "a day after rebels shelled the base": a length of time stands between the clause and the one around it. Where the tree
    does not hang "after" on the verb, it is looked for before what alone can be the verb's subject."""
    link = next((c for c in tree.children[verb] if tree.tokens[c].text.lower() in LINKS), 0) or _link_before(tree, verb)
    return link > 0 and tree.tokens[link - 1].lemma.lower() in UNITS


def _link_before(tree: Tree, verb: int) -> int:
    """The "after" or "before" in front of a verb and one noun of it; 0 without one."""
    nouns = 0
    for i in range(verb - 1, 0, -1):
        token = tree.tokens[i]
        if token.text.lower() in LINKS:
            return i if nouns <= 1 and is_verbal(tree.tokens[verb]) else 0
        if token.text in ",;" or token.tag in ("WDT", "WP") or (is_verbal(token) and not token.dep.startswith("aux")):
            return 0
        nouns += token.head == verb and is_nominal(token) and token.text.lower() not in DAYS
    return 0


def are_measured_apart(tree: Tree, one: int, two: int) -> bool:
    """A told length of time parts two words: they are of different deeds."""
    return measured_above(tree, one) != measured_above(tree, two)


def measured_above(tree: Tree, i: int) -> set[int]:
    """The clauses with a length of time in which a word stands; a clause that is only strung on stands in none."""
    found = set()
    while True:
        if is_measured(tree, i):
            found.add(i)
        if tree.tokens[i].dep == "parataxis" or tree.tokens[i].head == i:
            return found
        i = tree.tokens[i].head
