"""Sentences of which the wrong word was made the root.

As troops advanced, the envoy left  read with "advanced" as the root: a clause with a conjunction is none, also where the main
                                    clause was read as what describes a day in it
Mali, whose junta fell, is …        read with "fell" as the root and two subjects: it is a relative clause of the first
The general, a veteran, surrendered read as a general with a veteran that is surrendered: the verb is the root
The IRA abducted and buried them    read with participles of the name: the first verb is the root
Relatives of sailors gathered in …  read with "gathered" as a participle: what cannot be a passive is the main verb
A bombing blamed on X killed 15     read with the bombing as the root: the verb behind its participle is
People who reached Chad blamed him  read with the people as the root, and what they did as what the clause says
Bombings targeting areas killed 14  read with "targeting" as the root: without an auxiliary it describes the bombings
X shot Y, the fourth man killed in Z read with "killed" as the root and two subjects: it describes the second
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import (
    FINITE_PAST,
    NOUNS,
    SAYING,
    Columns,
    dependents,
    has_conjunction,
    having,
    relations_of,
    subtree,
)
from pipeline.parse.repairs.content import is_sentence
from pipeline.parse.repairs.days import TIMES

BELOW = frozenset(("ccomp", "advcl", "xcomp", "parataxis"))
NOT_LED = frozenset(("nsubj", "nsubj:pass", "aux", "aux:pass", "cop"))  # what the head of an adjunct cannot have
FINITE = ("VBD", "VBZ", "VBP")
WITHOUT_PASSIVE = frozenset(
    "gathered assembled rallied marched protested demonstrated fled arrived converged clashed rioted".split()
)
OPENING = frozenset((("mark", "IN"), ("advmod", "WRB")))


def raise_main(words: Sequence[str], columns: Columns) -> Columns | None:
    """The main clause behind a subordinate one that was read as the root, made the root; None when there is none.

    "In May, as troops advanced, the envoy left" read with "advanced" as the root: a clause with a conjunction is none."""
    root = columns.root
    if root is None or not columns.tags[root].startswith("VB"):
        return None
    own = dependents(columns, root)
    mark = next((c for c in own if c < root and (columns.deps[c], columns.tags[c]) in OPENING), None)
    if mark is None:
        return None
    behind = [c for c in own if c > root and is_main(columns, c)] + [c for c in relatives_of_time(words, columns) if c > root]
    main = next((c for c in behind if is_sentence(columns, c)), None)
    return None if main is None else demote(columns, root, mark, main)


def relatives_of_time(words: Sequence[str], columns: Columns) -> list[int]:
    """Clauses that were read as what describes a day, without a relative pronoun: "When they came on Sunday ten had died"."""
    clauses = (i for i in having(columns, "acl:relcl") if words[columns.heads[i]].lower() in TIMES)
    return [i for i in clauses if not any(columns.tags[c].startswith("W") for c in dependents(columns, i))]


def is_main(columns: Columns, verb: int) -> bool:
    """A clause that stands beside another without a conjunction."""
    own = [columns.deps[c] for c in dependents(columns, verb)]
    return columns.deps[verb] == "parataxis" or (columns.deps[verb] == "conj" and "cc" not in own)


def demote(columns: Columns, root: int, mark: int, main: int) -> Columns:
    """The main verb as the root; what stands before the conjunction, and the end of the sentence, belong to it."""
    deps, heads = list(columns.deps), list(columns.heads)
    deps[main], heads[main] = "root", main
    deps[root], heads[root] = "advcl", main
    for i in dependents(columns, root):
        if i != main and (i < mark or i > main):
            heads[i] = main
    return Columns(columns.tags, deps, heads)


def lower_relative(words: Sequence[str], columns: Columns) -> Columns | None:
    """A relative clause that was read as the root, under its antecedent, and the main verb behind it made the root; None when
    there is none. A verb with two subjects, the second of them "who" or with "whose", is such a one."""
    root = columns.root
    if root is None or not columns.tags[root].startswith("VB"):
        return None
    own = dependents(columns, root)
    subjects = [c for c in own if c < root and columns.deps[c].startswith("nsubj")]
    if len(subjects) != 2 or not is_relative(columns, subjects[1]):
        return None
    main = next((c for c in own if c > root and is_bare_clause(columns, c)), None)
    return None if main is None else relate(columns, root, subjects[0], main)


def raise_told(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past form behind a participle of the noun that is the root, as the main verb: "a bombing blamed on X killed ten"."""
    root = columns.root
    if root is None or columns.tags[root] not in ("NN", "NNS"):
        return None
    for verb in having(columns, "advcl", "conj", "ccomp", "parataxis"):
        told = columns.heads[verb]
        is_told = columns.deps[told] == "acl" and columns.tags[told] == "VBN" and columns.heads[told] == root
        if not is_told or verb < told or not is_bare_clause(columns, verb) or columns.tags[verb] != "VBD":
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[verb], heads[verb], deps[root], heads[root] = "root", verb, "nsubj", verb
        for i in dependents(columns, root):
            if deps[i] in ("obl", "obl:unmarked", "advmod", "advcl") and i < root:
                heads[i] = verb
        return Columns(columns.tags, deps, heads)
    return None


def raise_behind_relative(words: Sequence[str], columns: Columns) -> Columns | None:
    """The main verb behind a relative clause of the noun that is the root, read as what the clause says with its object as the
    subject: "Refugees who reached Chad blamed the army"."""
    root = columns.root
    if root is None or columns.tags[root] not in NOUNS:
        return None
    for verb in having(columns, "ccomp"):
        clause = columns.heads[verb]
        subject = next((c for c in dependents(columns, verb) if columns.deps[c] == "nsubj"), None)
        is_clause = columns.deps[clause] == "acl:relcl" and columns.heads[clause] == root and words[clause] not in SAYING
        if not is_clause or subject is None or min(subtree(columns, subject)) != clause + 1 or columns.tags[verb] != "VBD":
            continue
        if "obj" in relations_of(columns, clause):
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[subject], heads[subject] = "obj", clause
        deps[verb], heads[verb], deps[root], heads[root] = "root", verb, "nsubj", verb
        return Columns(columns.tags, deps, heads)
    return None


def is_relative(columns: Columns, subject: int) -> bool:
    """ "Who", "which", or a noun with "whose"."""
    return columns.tags[subject] in ("WP", "WDT") or any(columns.tags[c] == "WP$" for c in dependents(columns, subject))


def is_bare_clause(columns: Columns, verb: int) -> bool:
    """A finite clause without a subject or a conjunction, read as one that depends on the verb before it."""
    own = dependents(columns, verb)
    is_finite = columns.tags[verb] in ("VBD", "VBZ", "VBP") or any(columns.deps[c] in ("aux", "aux:pass", "cop") for c in own)
    is_open = not any(columns.deps[c].startswith("nsubj") or columns.deps[c] in ("mark", "cc") for c in own)
    return columns.deps[verb] in ("advcl", "parataxis", "ccomp", "conj", "dep") and is_finite and is_open


def relate(columns: Columns, verb: int, noun: int, main: int) -> Columns:
    """The main verb as the root with the noun as its subject; the other verb is a relative clause of that noun."""
    deps, heads = list(columns.deps), list(columns.heads)
    has_passive = any(deps[c] == "aux:pass" for c in dependents(columns, main))
    deps[main], heads[main] = "root", main
    deps[verb], heads[verb] = "acl:relcl", noun
    deps[noun], heads[noun] = "nsubj:pass" if has_passive else "nsubj", main
    for i in dependents(columns, verb):
        if i < noun or i > main:
            heads[i] = main
    return Columns(columns.tags, deps, heads)


def raise_gathered(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past form that has no passive ("gathered", "rallied"), read as a participle of the last noun, as the main verb: "Hundreds
    of relatives of sailors gathered in the port to demand answers". None where the sentence has one."""
    root = columns.root
    if root is None or columns.tags[root] != "NNS" or NOT_LED & set(relations_of(columns, root)):
        return None
    verbs = (i for i in having(columns, "acl") if words[i].lower() in WITHOUT_PASSIVE and i > root)
    verb = next((i for i in verbs if "obj" not in relations_of(columns, i) and i in subtree(columns, root)), None)
    if verb is None:
        return None
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    tags[verb], deps[verb], heads[verb] = "VBD", "root", verb
    deps[root], heads[root] = "nsubj", verb
    for c in dependents(columns, root):
        if c > verb:
            heads[c] = verb
    return Columns(tags, deps, heads)


def is_past(columns: Columns, verb: int) -> bool:
    """A finite past form without a conjunction, or a participle with an object."""
    own = [columns.deps[c] for c in dependents(columns, verb)]
    if "mark" in own or "cc" in own or "aux" in own:
        return False
    return columns.tags[verb] == "VBD" or (columns.tags[verb] == "VBN" and "obj" in own)


def predicate(columns: Columns, root: int, verb: int, other: int, is_listed: bool) -> Columns:
    """The verb as the root with the noun as its subject; the other "subject" is a phrase of the noun, or ends a list in one."""
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    phrases = [c for c in dependents(columns, root) if root < c < other and deps[c] in ("obl", "nmod")]
    tags[verb], deps[verb], heads[verb] = "VBD", "root", verb
    tags[root] = "NNS" if tags[root] == "VBZ" else tags[root]
    deps[root], heads[root] = "nsubj", verb
    deps[other], heads[other] = ("conj", phrases[-1]) if is_listed and phrases else ("nmod", root)
    for c in dependents(columns, root):
        if c != verb and (c > verb or deps[c] == "punct" or (c < root and deps[c] == "obl")):
            heads[c] = verb
    return Columns(tags, deps, heads)


def lower_gerund(words: Sequence[str], columns: Columns) -> Columns | None:
    """A bare form in -ing behind its subject, read as the main verb, as a clause of that noun; the past verb behind it as the
    main verb, whose "subject" is what the first clause hits."""
    root = columns.root
    if root is None or columns.tags[root] != "VBG":
        return None
    own = dependents(columns, root)
    nouns = [c for c in own if c < root and columns.deps[c].startswith("nsubj")]
    verbs = [c for c in own if c > root and columns.tags[c] == "VBD" and columns.deps[c] in BELOW]
    if len(nouns) != 1 or len(verbs) != 1 or any(columns.deps[c] in ("aux", "cop", "mark") for c in own):
        return None
    noun, verb = nouns[0], verbs[0]
    below = dependents(columns, verb)
    if any(columns.deps[c] in ("mark", "aux", "aux:pass") for c in below) or "," in words[root:verb]:
        return None
    deps, heads = list(columns.deps), list(columns.heads)
    deps[verb], heads[verb], deps[root], heads[root], heads[noun] = "root", verb, "acl", noun, verb
    for c in own:
        if c not in (noun, verb) and (c > verb or c < noun):
            heads[c] = verb
    for c in below:
        if c < verb and columns.deps[c].startswith("nsubj"):
            deps[c], heads[c] = "obj", root
    return Columns(columns.tags, deps, heads)


def lower_last(words: Sequence[str], columns: Columns) -> Columns | None:
    """A bare participle read as the root, with two subjects, the second behind a comma: a clause of that one, which goes with the
    first."""
    root = columns.root
    if root is None or columns.tags[root] not in FINITE_PAST or relations_of(columns, root) & {"aux", "aux:pass", "cop", "obj"}:
        return None
    nouns = [c for c in dependents(columns, root) if c < root and columns.deps[c].startswith("nsubj")]
    if len(nouns) != 2 or nouns[1] != root - 1 or words[min(subtree(columns, nouns[1])) - 1] != ",":
        return None
    first, second = nouns
    if has_conjunction(columns, second):  # "envoys of A, B, and C met"
        return None
    deps, heads = list(columns.deps), list(columns.heads)
    deps[first], heads[first], deps[second], heads[second], deps[root], heads[root] = "root", first, "appos", first, "acl", second
    for c in dependents(columns, root):
        if c not in nouns and (c < root or deps[c] == "punct"):
            heads[c] = first
    return Columns(columns.tags, deps, heads)
