"""What "and" joins: clauses with a subject of their own, names of a list, a second verb with its number.

rockets hit A and the port was shelled  read with "the port" beside A: what stands right before "was shelled" is its subject
killed three and 10 others were hurt    likewise
Peru, Chile and Panama condemned it     read with Chile as a circumstance of Peru: it is one of the list
ambushed a police | jeep                read with "jeep" as what the police become: it is a police jeep
raided A and bombs in B killed 300      read with "killed" as said of B: what has an object is finite
28 men, among them a captain, in a raid read with the captain as a second object: he is one of the men
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import (
    COUNTED,
    FINITE_PAST,
    NAMES,
    Columns,
    dependents,
    has_case,
    has_subject,
    having,
    relations_of,
    subtree,
)
from pipeline.parse.repairs.moves import rehang

ADVERBS = frozenset("also then later still already now subsequently reportedly since".split())
HELPING = ("aux", "aux:pass", "cop")
NAMING = frozenset(
    "elect elected name named appoint appointed call called make made declare declared consider considered proclaim proclaimed"
    " crown crowned deem deemed brand branded label labelled labeled".split()
)
OPENING = frozenset(("after", "as", "since", "before", "when", "while", "because"))
PARTING = frozenset(("among", "including"))
MEMBERS = frozenset(("them", "whom"))


def seat_joined(words: Sequence[str], columns: Columns) -> Columns | None:
    """A noun read as joined to one before it, as the subject of the finite verb right behind it that has none.

    A verb that shared the subject before it would have the "and" right before itself."""
    for verb in having(columns, "conj", "parataxis"):
        above, own = columns.heads[verb], dependents(columns, verb)
        helpers = [c for c in own if c < verb and columns.deps[c] in HELPING]
        is_finite = bool(helpers) or columns.tags[verb] == "VBD"
        if not is_finite or verb < above or has_subject(columns, verb) or "cc" in relations_of(columns, verb):
            continue
        start = min(helpers, default=verb)
        while start > above + 1 and (words[start - 1] == "," or words[start - 1].lower() in ADVERBS):
            start -= 1
        noun = joined_before(columns, above, start)
        if noun is not None:
            return seat_with_and(columns, noun, verb)
    return None


def joined_before(columns: Columns, above: int, start: int) -> int | None:
    """The noun behind "and" and behind the verb `above` whose phrase ends at `start`."""
    for noun in having(columns, "conj"):
        if not above < noun < start or columns.tags[noun] not in COUNTED or has_case(columns, noun):
            continue
        inside = [i for i in subtree(columns, noun) if columns.deps[i] != "punct"]
        conjunction = next((c for c in dependents(columns, noun) if columns.deps[c] == "cc" and c < noun), None)
        if conjunction is not None and conjunction == min(inside) and max(inside) == start - 1 and conjunction > above:
            return noun
    return None


def seat_with_and(columns: Columns, noun: int, verb: int) -> Columns:
    """The noun as the verb's subject; the "and" and the commas before it go to the verb."""
    deps, heads = list(columns.deps), list(columns.heads)
    is_passive = "aux:pass" in relations_of(columns, verb)
    for c in dependents(columns, noun):
        if c < noun and deps[c] in ("cc", "punct"):
            heads[c] = verb
    deps[noun], heads[noun], deps[verb] = "nsubj:pass" if is_passive else "nsubj", verb, "conj"
    return Columns(columns.tags, deps, heads)


def relist_bare(words: Sequence[str], columns: Columns) -> Columns | None:
    """A name between commas read as a circumstance of the name before it, as the next of a list that "and" closes."""
    for name in having(columns, "nmod:unmarked"):
        first = columns.heads[name]
        if columns.tags[first] not in NAMES or columns.tags[name] not in NAMES or name < first:
            continue
        is_closed = any(c > name and columns.deps[c] == "conj" and columns.tags[c] in NAMES for c in dependents(columns, first))
        opening = min(i for i in subtree(columns, name) if columns.deps[i] != "punct")
        if is_closed and words[opening - 1] == ",":
            return rehang(columns, name, first, "conj")
    return None


def compound_second(words: Sequence[str], columns: Columns) -> Columns | None:
    """An adjective right behind an object, read as an object too, as the noun that the first describes: "a charm offensive"."""
    for noun in having(columns, "obj"):
        first, verb = noun - 1, columns.heads[noun]
        is_twin = first > 0 and columns.deps[first] == "obj" and columns.heads[first] == verb
        if is_twin and columns.tags[noun] == "JJ" and columns.tags[first] == "NN":
            tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
            tags[noun], deps[first], heads[first] = "NN", "compound", noun
            for c in dependents(columns, first):
                heads[c] = noun
            return Columns(tags, deps, heads)
    return None


def part_member(words: Sequence[str], columns: Columns) -> Columns | None:
    """Who is named behind "among them", read as an object of the verb, as one of those told before."""
    for i in having(columns, "obj", "conj", "appos"):
        first = min(subtree(columns, i))
        if first < 3 or words[first - 1].lower() not in MEMBERS or words[first - 2].lower() not in PARTING:
            continue
        whole = columns.heads[first - 1]
        if columns.tags[whole].startswith("VB"):
            whole = next((c for c in dependents(columns, whole) if columns.deps[c] == "obj" and c < first), whole)
        while columns.tags[whole] == "NN" and columns.deps[whole] == "nmod":  # "nine members of a gang, among them …"
            whole = columns.heads[whole]
        if (
            columns.tags[whole] in COUNTED
            and whole < i
            and (columns.heads[i], columns.deps[i]) != (whole, "appos")
            and whole not in subtree(columns, i)
        ):
            return rehang(columns, i, whole, "appos")
    return None


def join_past(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past behind "and", read as describing the object of "to evacuate the wounded", as the second verb of the clause."""
    for verb in having(columns, "amod"):
        noun, own = columns.heads[verb], dependents(columns, verb)
        above = columns.heads[noun]
        is_opened = verb and columns.deps[verb - 1] == "cc" and columns.heads[verb - 1] == verb
        if columns.tags[verb] not in FINITE_PAST or not is_opened or columns.deps[noun] != "obj" or noun < verb or len(own) > 1:
            continue
        has_other = any(c < verb and columns.deps[c] == "obj" for c in dependents(columns, above))
        main = columns.heads[above] if columns.tags[above] == "VB" else above
        if has_other and columns.tags[main] in FINITE_PAST:
            tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
            tags[verb], deps[verb], heads[verb], heads[noun] = "VBD", "conj", main, verb
            return Columns(tags, deps, heads)
    return None
