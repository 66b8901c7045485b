"""Finite verbs that the model took for modifiers or participles of a noun.

The EU imposed sanctions on X       read as a noun phrase "imposed sanctions": the verb takes the noun's place, the noun
                                    becomes its object, the noun before the verb its subject
it had halted economic aid          read as "halted aid" with an auxiliary inside: likewise
has imposed sanctions               read as "have" with an object: it is the auxiliary
The envoy called on both sides      read as "the envoy called …" with a finite tag on the participle: the verb is the root
burned cars and blocked roads       read as "blocked roads" that are burned: the roads are what is blocked
and the president called on X       read as a noun with a participle beside a verb: a clause of its own
against A and B in areas of C       read with A as a compound of "areas": coordinated nouns are no compound
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import (
    FINITE_PAST,
    NOMINALS,
    NOUNS,
    Columns,
    dependents,
    has_case,
    has_conjunction,
    having,
    relations_of,
)
from pipeline.parse.repairs.content import SPEAKING
from pipeline.parse.repairs.moves import rehang, seat, with_tag

HAVING = frozenset(("have", "has", "had", "having", "'ve"))
CLAUSE = ("root", "ccomp", "parataxis")
BEFORE_NOUN = frozenset(("det", "amod", "compound", "nummod", "nmod:poss", "case", "flat", "nmod", "appos", "acl", "acl:relcl"))
OF_CLAUSE = frozenset(("punct", "parataxis", "advcl", "ccomp", "mark", "cc", "discourse"))
DOING = frozenset(
    "blocked threatened imposed demanded promised pledged vowed launched announced declared expelled looted torched ransacked"
    " stormed raided attacked shelled bombed ordered urged condemned rejected accused denounced destroyed".split()
)

CALLING = frozenset(("called", "appealed", "pleaded"))
GOING = frozenset(
    "crossed arrived surrendered marched gathered returned rallied protested clashed died withdrew retreated entered landed"
    " poured streamed remained escaped defected moved rolled slipped advanced fled fought battled exploded fell opened".split()
)


def raise_modifier(words: Sequence[str], columns: Columns) -> Columns | None:
    """A verb read as a modifier of the noun behind it, given the noun's place; None when there is none."""
    for verb in having(columns, "amod"):
        noun = columns.heads[verb]
        if noun < verb or columns.tags[verb] not in ("VBN", "VBD", "VB", "VBZ", "VBP", "JJ"):
            continue
        own = [columns.deps[c] for c in dependents(columns, verb)]
        subject = subject_before(columns, verb, noun)
        is_verb = "aux" in own or "nsubj" in own or (subject is not None and is_clause(columns, noun))
        if is_verb and columns.tags[verb] != "JJ":
            return swap(columns, verb, noun, None if "nsubj" in own else subject)
        other = next((c for c in dependents(columns, noun) if c < verb and columns.deps[c] == "nsubj"), None)
        is_parted = words[verb - 1] == "," and columns.tags[verb] in ("VBN", "VBD")  # "The bloc, its main donor, cut aid"
        if other is not None and is_clause(columns, noun) and (is_parted or stands_before_number(columns, verb)):
            return swap(columns, verb, noun, other)
    return None


def stands_before_number(columns: Columns, verb: int) -> bool:
    """A modifier stands behind a number; before it, without an article, stands a verb: "abducted 12 pupils"."""
    behind = columns.deps[verb + 1] == "nummod" and columns.heads[verb + 1] == columns.heads[verb]
    return behind and columns.tags[verb - 1] != "DT"


def subject_before(columns: Columns, verb: int, noun: int) -> int | None:
    """The noun of the same head right before a verb, adverbs aside."""
    before = verb - 1
    while before >= 0 and columns.tags[before] in ("RB", "MD"):
        before -= 1
    if before < 0 or columns.tags[before] not in NOMINALS:
        return None
    if columns.heads[before] != noun:
        is_loose = columns.deps[before] == "conj" and not has_conjunction(columns, before) and not has_case(columns, before)
        return before if columns.tags[verb] == "VBD" and is_loose else None
    return before if columns.deps[before] in ("compound", "nsubj", "nmod", "amod") else None


def is_clause(columns: Columns, noun: int) -> bool:
    """A noun that stands where a clause should, without a copula: as root or content, or behind "when"."""
    own = dependents(columns, noun)
    is_timed = any(columns.tags[c] == "WRB" and c < noun for c in own)
    is_noun = columns.tags[noun] in NOMINALS and all(columns.deps[c] != "cop" for c in own)
    return is_noun and (columns.deps[noun] in CLAUSE or is_timed)


def swap(columns: Columns, verb: int, noun: int, subject: int | None) -> Columns:
    """The verb in the noun's place, the noun as its object; what stood before the verb goes to the subject or the verb."""
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    is_root = heads[noun] == noun
    heads[verb], deps[verb] = (verb if is_root else heads[noun]), "advcl" if deps[noun] == "obl" else deps[noun]
    heads[noun], deps[noun] = verb, "obj"
    has_auxiliary = any(deps[c] == "aux" for c in dependents(columns, verb))
    tags[verb] = "VBD" if tags[verb] in ("VBN", "JJ") and not has_auxiliary else tags[verb]
    if subject is not None:
        heads[subject], deps[subject] = verb, "nsubj"
    for i in dependents(columns, noun):
        if i in (verb, subject):
            continue
        if deps[i] == "conj" and tags[i].startswith("VB") and i > noun:
            heads[i] = verb
        elif i < verb and subject is not None and i < subject and deps[i] in BEFORE_NOUN:
            heads[i] = subject
        elif i < verb or deps[i] in OF_CLAUSE:
            heads[i] = verb
            deps[i] = "obl" if deps[i] in ("compound", "amod", "det") else deps[i]
    return Columns(tags, deps, heads)


def raise_participle(words: Sequence[str], columns: Columns) -> Columns | None:
    """A root noun with a finite verb as its clause, turned into the verb and its subject; None when there is none."""
    root = columns.root
    if root is None or columns.tags[root] not in NOMINALS:
        return None
    own = dependents(columns, root)
    if any(columns.deps[c] in ("cop", "nsubj", "nsubj:pass", "aux") for c in own):
        return None
    clauses = [c for c in own if c > root and columns.deps[c] == "acl"]
    verb = next((c for c in clauses if is_active(words, columns, c) or is_going(words, columns, root, c)), None)
    verb = beside_apposition(words, columns, own) if verb is None else verb
    verb = next((c for c in clauses if goes_on_acting(columns, root, c)), None) if verb is None else verb
    return None if verb is None else reroot(columns, root, verb)


def goes_on_acting(columns: Columns, root: int, verb: int) -> bool:
    """A participle of the root noun, and beside it a past tense with an object, behind "and": "gunmen shot and killed one"."""
    beside = (c for c in dependents(columns, root) if c > verb and columns.deps[c] == "conj" and columns.tags[c] == "VBD")
    return any(
        {"cc", "obj"} <= relations_of(columns, c) and relations_of(columns, c).isdisjoint(("nsubj", "mark")) for c in beside
    )


def is_going(words: Sequence[str], columns: Columns, root: int, verb: int) -> bool:
    """A verb without an object right behind people or things in the plural: "some 6,000 civilians crossed into the town"."""
    is_plural = columns.tags[root] in ("NNS", "CD") or any(columns.deps[c] == "nummod" for c in dependents(columns, root))
    return is_plural and verb == root + 1 and words[verb].lower() in GOING


def beside_apposition(words: Sequence[str], columns: Columns, own: Sequence[int]) -> int | None:
    """A past tense without a subject behind an apposition: "The envoy, Ann Doe, urged them"; None when there is none. What was
    read as a participle behind a comma is one too, where it says something ("Her rival, Ann Doe, called for protests")."""
    apposition = next((c for c in own if columns.deps[c] == "appos"), None)
    verb = next((c for c in own if columns.deps[c] in ("parataxis", "conj") and columns.tags[c] == "VBD"), None)
    verb = verb or next((c for c in own if columns.deps[c] == "acl" and words[c - 1] == "," and words[c] in SPEAKING), None)
    if apposition is None or verb is None or verb < apposition:
        return None
    return None if any(r.startswith(("nsubj", "mark")) for r in relations_of(columns, verb)) else verb


def is_active(words: Sequence[str], columns: Columns, verb: int) -> bool:
    """A finite past form, or a participle with an object or an auxiliary of its own; "called for" something."""
    deps = [columns.deps[c] for c in dependents(columns, verb)]
    if words[verb].lower() in CALLING and words[verb + 1 : verb + 2] == ["for"]:
        return True
    return columns.tags[verb] == "VBD" or (columns.tags[verb] == "VBN" and not {"obj", "aux"}.isdisjoint(deps))


def reroot(columns: Columns, noun: int, verb: int) -> Columns:
    """The clause with the verb as its root and the noun as its subject."""
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    tags[verb], deps[verb], heads[verb] = "VBD", "root", verb
    deps[noun], heads[noun] = "nsubj", verb
    for i in dependents(columns, noun):
        if i != verb and (i > verb or deps[i] in OF_CLAUSE):
            heads[i] = verb
            deps[i] = "obl" if deps[i] == "nmod" else deps[i]
    return Columns(tags, deps, heads)


def raise_list(words: Sequence[str], columns: Columns) -> Columns | None:
    """A compound that is coordinated, given the place of the noun behind it, which joins the list; None when there is none.

    "Against A and B in areas of C" read with A as a compound of "areas": what stands between tells that it is none."""
    for i in having(columns, "compound"):
        head = columns.heads[i]
        if head < i or columns.tags[i] not in NOMINALS:
            continue
        own = [c for c in dependents(columns, i) if columns.deps[c] == "conj" and i < c < head]
        if own and columns.heads[head] != head and not (own[0] == head - 1 and _may_modify(words, columns, i, head)):
            return relist(columns, i, head)
    return None


def _may_modify(words: Sequence[str], columns: Columns, first: int, head: int) -> bool:
    """Whether two coordinated nouns right before a noun may both describe it: "fraud and corruption charges". A plural does not
    ("witnesses and rights activists"), nor does the first party of two ("between the army and rebel fighters")."""
    cases = {words[c].lower() for c in (*dependents(columns, first), *dependents(columns, head))}
    return columns.tags[first] not in ("NNS", "NNPS") and "between" not in cases


def relist(columns: Columns, first: int, last: int) -> Columns:
    """The first noun in the place of the last, with the preposition that stands before its name; the last joins its list."""
    deps, heads = list(columns.deps), list(columns.heads)
    deps[first], heads[first] = deps[last], heads[last]
    deps[last], heads[last] = "conj", first
    for i in dependents(columns, first):
        for c in dependents(columns, i):
            if columns.deps[i] == "compound" and columns.deps[c] == "case":
                heads[c] = first
    return Columns(columns.tags, deps, heads)


def raise_perfect(words: Sequence[str], columns: Columns) -> Columns | None:
    """A perfect read as "have" with an object: "has imposed sanctions" is no "imposed sanctions" that somebody has."""
    for verb in having(columns, "amod"):
        have, noun = verb - 1, columns.heads[verb]
        is_read_so = verb > 0 and columns.tags[verb] == "VBN" and words[have].lower() in HAVING
        if is_read_so and noun > verb and columns.deps[noun] == "obj" and columns.heads[noun] == have:
            return unhave(columns, have, verb, noun)
    return None


def unhave(columns: Columns, have: int, verb: int, noun: int) -> Columns:
    """The participle in the place of "have", which is its auxiliary; the noun is its object."""
    deps, heads = list(columns.deps), list(columns.heads)
    is_root = heads[have] == have
    deps[verb], heads[verb] = deps[have], verb if is_root else heads[have]
    for i in dependents(columns, have):
        heads[i] = verb
    deps[have], heads[have] = "aux", verb
    deps[noun], heads[noun] = "obj", verb
    return Columns(columns.tags, deps, heads)


def raise_conjunct(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past form behind "and", read as a modifier of a coordinated noun, as the second verb of the clause."""
    for i in having(columns, "amod"):
        noun = columns.heads[i]
        is_read_so = i == noun - 1 and words[i].lower() in DOING and columns.deps[noun] == "conj"
        if i == 0 or not is_read_so or columns.deps[i - 1] != "cc":
            continue
        verb = finite_above(columns, noun)
        if verb is None:
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[i], deps[i], heads[i] = "VBD", "conj", verb
        deps[noun], heads[noun], heads[i - 1] = "obj", i, i
        return Columns(tags, deps, heads)
    return None


def finite_above(columns: Columns, i: int) -> int | None:
    """The nearest governor in the past tense with a subject of its own, or as the root."""
    while columns.heads[i] != i:
        i = columns.heads[i]
        if columns.tags[i] == "VBD" or (columns.tags[i] == "VBN" and columns.deps[i] == "root"):
            return i
    return None


def raise_conjoined(words: Sequence[str], columns: Columns) -> Columns | None:
    """A coordinated noun with a finite verb behind it, read as a thing or as a participle, turned into a clause."""
    for noun in having(columns, "conj"):
        above = columns.heads[noun]
        if columns.tags[noun] not in NOUNS or not has_conjunction(columns, noun):
            continue
        if columns.tags[above].startswith("VB"):
            verb = next((c for c in dependents(columns, noun) if c > noun and is_clause_verb(columns, c, "acl")), None)
            if verb is not None:
                return seat(with_tag(columns, verb), noun, verb, "nsubj")
        if columns.deps[above] == "obj" and acts_beside(columns, noun + 1, columns.heads[above]):
            return seat(rehang(columns, noun + 1, columns.heads[above], "conj"), noun, noun + 1, "nsubj")
    return None


def acts_beside(columns: Columns, verb: int, main: int) -> bool:
    """A past tense under the main verb that says what the noun right before it did."""
    if verb >= len(columns.deps) or columns.tags[verb] != "VBD" or columns.heads[verb] != main:
        return False
    return is_clause_verb(columns, verb, "advcl")


def is_clause_verb(columns: Columns, verb: int, dep: str) -> bool:
    """A past form with this relation, with something said of it and no subject, auxiliary or conjunction of its own."""
    relations = relations_of(columns, verb)
    is_bare = not any(r.startswith(("nsubj", "aux", "mark")) or r == "obl:agent" for r in relations)
    is_followed = bool(relations & {"obj", "ccomp", "xcomp"}) or (columns.tags[verb] in FINITE_PAST and "obl" in relations)
    return columns.deps[verb] == dep and columns.tags[verb] in FINITE_PAST and is_bare and is_followed
