"""Two deeds of one sentence that happened at different times or places, and so are two events.

"three days after a bomb killed six, gunmen attacked a church"     a length of time lies between
"killed three guards on Thursday and wounded two on Friday"        each has its own day
"killed three villagers in Beni and abducted five in Oicha"        … or its own place
"the man who led the attack was killed"                            what the victim had done
"ten people died before troops retook the town"                    what others did later
"fired at the town, where two were killed on Friday"                what happened there
"the worst attack since May, when a bomb killed 30"                what happened the last time
"""

from __future__ import annotations

from collections.abc import Collection

from pipeline.find import syntax
from pipeline.find.match import Marks, Match
from pipeline.find.measured import are_measured_apart
from pipeline.records import Tree

_IN = frozenset(("in", "at", "near", "outside", "on"))
TOLLS = frozenset(("toll", "number"))
_DYING = frozenset(("die", "succumb"))  # "was shot on Tuesday and died on Friday" is one event, dated by the shooting


def is_apart(tree: Tree, one: Match, other: Match, marks: Marks) -> bool:
    """Do two matches tell deeds of different times or places?"""
    if are_measured_apart(tree, one.head, other.head):
        return True
    if any(is_there(tree, a.heads, b.heads, marks.times) for a, b in ((one, other), (other, one))):
        return True
    if any(is_later(tree, i) or is_last_time(tree, i) for i in {*one.heads} ^ {*other.heads}):
        return True
    if any(is_deed_of_victim(tree, a.head, h) for a, b in ((one, other), (other, one)) for h in b.heads):
        return True
    is_reckoned = any(is_reckoning(tree, m.head) for m in (one, other))  # the day of the count is not that of the deed
    is_death = not _DYING.isdisjoint(tree.tokens[m.head].lemma.lower() for m in (one, other))
    if not (is_death or is_reckoned) and have_own_days(tree, one.heads, other.heads, marks.times):
        return True
    return have_own_places(tree, one, other, marks)


def is_reckoning(tree: Tree, verb: int) -> bool:
    """Does a verb say what a toll has come to: "on Wednesday cut the toll of Sunday's raid"?"""
    people = syntax.dependents(tree, verb, "obj", "nsubj")
    return any(tree.tokens[i].lemma.lower() in TOLLS for i in people)


def have_own_places(tree: Tree, one: Match, other: Match, marks: Marks) -> bool:
    """Is each of two coordinated verbs told with a place of its own: "killed three in Beni and abducted five in Oicha"?"""
    joined = [(h, tree.tokens[h].head) for m in (one, other) for h in m.heads if tree.tokens[h].dep == "conj"]
    pairs = [(above, h) for h, above in joined if {h, above} & {*one.heads} and {h, above} & {*other.heads}]
    if not pairs or not all(syntax.is_verbal(tree.tokens[i]) for i in pairs[0]):
        return False
    names = [{marks.places[i].key for i in _where(tree, head, marks)} for head in pairs[0]]
    return all(names) and names[0].isdisjoint(names[1])


def _where(tree: Tree, verb: int, marks: Marks) -> list[int]:
    """The places right under a verb or its object, or that are its object; of a whole country only a part is one."""
    own = [c for i in syntax.dependents(tree, verb, "obj", "nsubj:pass") for c in syntax.conjuncts(tree, i)]
    beside = (*own, *(i for above in (verb, *own) for i in syntax.cased(tree, above, _IN)))
    named = (n for i in beside for n in (i, *syntax.dependents(tree, i, "compound")))  # "in Lahej province"
    found = [(i, marks.places[i]) for i in named if i in marks.places]
    return [i for i, place in found if place.kind not in ("country", "demonym") or (place.detail and place.detail.direction)]


def is_there(tree: Tree, one: Collection[int], other: Collection[int], times: Collection[int]) -> bool:
    """Does the other tell in a clause with "where" what happened at the place of the first, on a day of its own?"""
    clauses = [h for h in other if tree.tokens[h].dep == "acl:relcl" and _opens_with_where(tree, h)]
    return any(_days(tree, h, times) for h in clauses) and not any(_days(tree, h, times) for h in one)


def _opens_with_where(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].text.lower() == "where" for c in tree.children[verb])


def is_later(tree: Tree, verb: int) -> bool:
    """Is the verb that of a clause with "before" or "by the time" and a subject of its own? Of "killed two before storming the
    post" it is one act."""
    is_by_then = any(tree.tokens[c].text == "time" and tree.tokens[c].dep == "advmod" for c in tree.children[verb])
    is_after = is_by_then or syntax.mark_of(tree, verb) == "before"
    return is_after and syntax.first(tree, verb, "nsubj", "nsubj:pass") is not None


def is_last_time(tree: Tree, verb: int) -> bool:
    """Does the clause say what happened when it was last so: "the worst attack since May, when a bomb killed 30"?"""
    token = tree.tokens[verb]
    return token.dep == "acl:relcl" and syntax.case_of(tree, token.head) == "since"


def is_deed_of_victim(tree: Tree, result: int, clause: int) -> bool:
    """Does a relative clause tell what those had done who were killed: "the man who led the attack", "whose troops shelled …"?"""
    token = tree.tokens[clause]
    is_suffered = tree.tokens[result].lemma.lower() == "die" or bool(syntax.dependents(tree, result, "aux:pass"))
    if token.dep != "acl:relcl" or not is_suffered or tree.tokens[token.head].head != result or token.head > result:
        return False
    doer = syntax.first(tree, clause, "nsubj")
    return doer is not None and (tree.tokens[doer].tag == "WP" or any(tree.tokens[c].tag == "WP$" for c in tree.children[doer]))


def have_own_days(tree: Tree, one: Collection[int], other: Collection[int], times: Collection[int]) -> bool:
    """Do two deeds have a day each under their words, and not the same? `times` are the tokens of time expressions."""
    days = frozenset(day for head in one for day in _days(tree, head, times))
    others = frozenset(day for head in other for day in _days(tree, head, times))
    return bool(days) and bool(others) and days.isdisjoint(others)


def _days(tree: Tree, head: int, times: Collection[int]) -> frozenset[str]:
    """The names of days and months right under a word."""
    return frozenset(
        tree.tokens[i].text.lower()
        for c in tree.children[head]
        if c in times and tree.tokens[c].dep.startswith(("obl", "nmod"))
        for i in (c, *tree.children[c])
        if i in times and tree.tokens[i].tag == "NNP"
    )
