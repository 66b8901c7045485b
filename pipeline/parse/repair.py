"""Trees that no English clause can have, put right: finite verbs that a small parser takes for participles.

The EU imposed sanctions on X     read as a noun phrase "imposed sanctions": the verb takes the noun's place, the noun
                                  becomes its object, the noun before the verb its subject
it had halted economic aid        read as "halted aid" with an auxiliary inside: likewise
The envoy called on both sides    read as "the envoy called …" with a finite tag on the participle: the verb is the root
Mali, whose junta fell, is …      read with "fell" as the root and two subjects: it is a relative clause of the first
Two died, medics said, as …       read with "died" as an adverbial clause of "said": it is what is said
has risen to 58, medics said      read with "said" as what has risen: it is put in, and the 58 is no part of it
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.parse.clauses import (
    hang_relative,
    hang_time,
    mark_clause,
    mark_that,
    open_clause,
    raise_content,
    seat_amount,
    seat_subject,
)
from pipeline.parse.columns import SAYING, Columns, dependents, having, root_of
from pipeline.parse.complements import (
    accuse_of_deed,
    deny_deed,
    part_from_gerund,
    raise_accusing,
    raise_call,
    raise_conjunct,
    raise_plural,
    raise_predicate,
)
from pipeline.parse.deeds import raise_outcome
from pipeline.parse.described import lower_description, lower_reduced, settle_noun
from pipeline.parse.names import join_twins, part_from_month, retag
from pipeline.parse.quoted import unsubject_clause
from pipeline.parse.reclause import (
    free_captives,
    free_time,
    invert_speaker,
    join_said,
    part_captive,
    raise_conjoined,
    raise_dated,
    raise_parted,
    raise_series,
    raise_spoken,
    seat_first,
    seat_introduced,
    seat_number,
    seat_said,
    unjoin_speaker,
)
from pipeline.parse.rehang import (
    free_particle,
    free_subject,
    lower_day,
    raise_object,
    raise_result,
    seat_speaker,
    unhang_from_day,
)

HAVING = frozenset(("have", "has", "had", "having", "'ve"))
MAX_REPAIRS = 5  # in one sentence
NOUNS = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD")
CLAUSE = ("root", "ccomp", "parataxis")
BEFORE_NOUN = frozenset(("det", "amod", "compound", "nummod", "nmod:poss", "case", "flat", "nmod", "appos", "acl", "acl:relcl"))
OF_CLAUSE = frozenset(("punct", "parataxis", "advcl", "ccomp", "mark", "cc", "discourse"))


def repair(words: Sequence[str], columns: Columns) -> Columns:
    """The analysis with misread finite verbs put right; the same object when there is none."""
    columns = retag(words, columns)
    for _ in range(MAX_REPAIRS):
        better = next((mended for mend in REPAIRS if (mended := mend(words, columns)) is not None), None)
        if better is None:
            return columns
        columns = better
    return columns


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
        if other is not None and is_clause(columns, noun) and stands_before_number(columns, verb):
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
    if before < 0 or columns.tags[before] not in NOUNS or columns.heads[before] != noun:
        return None
    return before if columns.deps[before] in ("compound", "nsubj", "nmod", "amod") else None


def is_clause(columns: Columns, noun: int) -> bool:
    """A noun that stands where a clause should, without a copula: as root or content, or behind "when"."""
    own = dependents(columns, noun)
    is_timed = any(columns.tags[c] == "WRB" and c < noun for c in own)
    is_noun = columns.tags[noun] in NOUNS and all(columns.deps[c] != "cop" for c in own)
    return is_noun and (columns.deps[noun] in CLAUSE or is_timed)


def swap(columns: Columns, verb: int, noun: int, subject: int | None) -> Columns:
    """The verb in the noun's place, the noun as its object; what stood before the verb goes to the subject or the verb."""
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    is_root = heads[noun] == noun
    heads[verb], deps[verb] = (verb if is_root else heads[noun]), "advcl" if deps[noun] == "obl" else deps[noun]
    heads[noun], deps[noun] = verb, "obj"
    has_auxiliary = any(deps[c] == "aux" for c in dependents(columns, verb))
    tags[verb] = "VBD" if tags[verb] in ("VBN", "JJ") and not has_auxiliary else tags[verb]
    for i in dependents(columns, noun):
        if i == verb:
            continue
        if i == subject:
            heads[i], deps[i] = verb, "nsubj"
        elif i < verb and subject is not None and i < subject and deps[i] in BEFORE_NOUN:
            heads[i] = subject
        elif i < verb or deps[i] in OF_CLAUSE:
            heads[i] = verb
            deps[i] = "obl" if deps[i] in ("compound", "amod", "det") else deps[i]
    return Columns(tags, deps, heads)


def raise_participle(words: Sequence[str], columns: Columns) -> Columns | None:
    """A root noun with a finite verb as its clause, turned into the verb and its subject; None when there is none."""
    root = root_of(columns)
    if root is None or columns.tags[root] not in NOUNS:
        return None
    own = dependents(columns, root)
    if any(columns.deps[c] in ("cop", "nsubj", "nsubj:pass", "aux") for c in own):
        return None
    verb = next((c for c in own if c > root and columns.deps[c] == "acl" and is_active(columns, c)), None)
    return None if verb is None else reroot(columns, root, verb)


def is_active(columns: Columns, verb: int) -> bool:
    """A finite past form, or a participle with an object of its own."""
    deps = [columns.deps[c] for c in dependents(columns, verb)]
    return columns.tags[verb] == "VBD" or (columns.tags[verb] == "VBN" and "obj" in deps)


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

    "Against A and B in areas of C" read with A as a compound of "areas": coordinated nouns are no compound."""
    for i in having(columns, "compound"):
        head = columns.heads[i]
        if head < i or columns.tags[i] not in NOUNS:
            continue
        own = [c for c in dependents(columns, i) if columns.deps[c] == "conj" and i < c < head]
        if own and columns.heads[head] != head:
            return relist(columns, i, head)
    return None


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


def raise_main(words: Sequence[str], columns: Columns) -> Columns | None:
    """The main clause behind a subordinate one that was read as the root, made the root; None when there is none.

    "In May, as troops advanced, the envoy left" read with "advanced" as the root: a clause with a conjunction is none."""
    root = root_of(columns)
    if root is None or not columns.tags[root].startswith("VB"):
        return None
    own = dependents(columns, root)
    mark = next((c for c in own if c < root and columns.deps[c] == "mark" and columns.tags[c] == "IN"), None)
    main = next((c for c in own if c > root and is_main(columns, c) and is_sentence(columns, c)), None)
    return None if mark is None or main is None else demote(columns, root, mark, main)


def is_main(columns: Columns, verb: int) -> bool:
    """A clause that stands beside another without a conjunction."""
    own = [columns.deps[c] for c in dependents(columns, verb)]
    return columns.deps[verb] == "parataxis" or (columns.deps[verb] == "conj" and "cc" not in own)


def is_sentence(columns: Columns, verb: int) -> bool:
    """A finite verb with a subject of its own."""
    own = [columns.deps[c] for c in dependents(columns, verb)]
    return columns.tags[verb] in ("VBD", "VBZ", "VBP", "VBN") and any(dep.startswith("nsubj") for dep in own)


def demote(columns: Columns, root: int, mark: int, main: int) -> Columns:
    """The main verb as the root; what stands before the conjunction, and the end of the sentence, belong to it."""
    deps, heads = list(columns.deps), list(columns.heads)
    deps[main], heads[main] = "root", main
    deps[root], heads[root] = "advcl", main
    for i in dependents(columns, root):
        if i != main and (i < mark or i > main):
            heads[i] = main
    return Columns(columns.tags, deps, heads)


def raise_said(words: Sequence[str], columns: Columns) -> Columns | None:
    """What is said, read as an object with a participle, as a clause: "officials say a bomber set off a vest"."""
    for noun in having(columns, "obj"):
        governor = columns.heads[noun]
        if words[governor].lower() not in SAYING:
            continue
        own = dependents(columns, noun)
        verb = next((c for c in own if c > noun and columns.deps[c] == "acl" and columns.tags[c] in ("VBN", "VBD")), None)
        if verb is not None:
            return reclause(columns, governor, noun, verb)
    return None


def reclause(columns: Columns, governor: int, noun: int, verb: int) -> Columns:
    """The participle as the content clause of the governor, the noun as its subject."""
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    is_passive = not any(deps[c] in ("obj", "ccomp", "xcomp") for c in dependents(columns, verb)) and tags[verb] == "VBN"
    tags[verb] = tags[verb] if is_passive else "VBD"
    heads[verb], deps[verb] = governor, "ccomp"
    heads[noun], deps[noun] = verb, "nsubj:pass" if is_passive else "nsubj"
    for i in dependents(columns, noun):
        if i > verb:
            heads[i] = verb
            deps[i] = "obl" if deps[i] == "nmod" else deps[i]
    return Columns(tags, deps, heads)


def raise_perfect(words: Sequence[str], columns: Columns) -> Columns | None:
    """A perfect read as "have" with an object: "has imposed sanctions" is no "imposed sanctions" that somebody has."""
    for verb in range(1, len(words)):
        have, noun = verb - 1, columns.heads[verb]
        is_read_so = columns.deps[verb] == "amod" and columns.tags[verb] == "VBN" and words[have].lower() in HAVING
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


def lower_relative(words: Sequence[str], columns: Columns) -> Columns | None:
    """A relative clause that was read as the root, under its antecedent, and the main verb behind it made the root; None when
    there is none. A verb with two subjects, the second of them "who" or with "whose", is such a one."""
    root = root_of(columns)
    if root is None or not columns.tags[root].startswith("VB"):
        return None
    own = dependents(columns, root)
    subjects = [c for c in own if c < root and columns.deps[c].startswith("nsubj")]
    if len(subjects) != 2 or not is_relative(columns, subjects[1]):
        return None
    main = next((c for c in own if c > root and is_bare_clause(columns, c)), None)
    return None if main is None else relate(columns, root, subjects[0], main)


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


def claim_clause(words: Sequence[str], columns: Columns) -> Columns | None:
    """A finite clause before "X said", without a conjunction, is what X said; None where it was read so."""
    for verb in having(columns, "advcl"):
        governor = columns.heads[verb]
        if verb > governor or words[governor].lower() not in SAYING:
            continue
        own = dependents(columns, verb)
        subject = next((c for c in dependents(columns, governor) if columns.deps[c] == "nsubj"), None)
        relations = {columns.deps[c] for c in own}
        is_finite = is_sentence(columns, verb) and (columns.tags[verb] != "VBN" or "aux:pass" in relations)
        if subject is not None and verb < subject and is_finite and "mark" not in relations:
            deps = list(columns.deps)
            deps[verb] = "ccomp"
            return Columns(columns.tags, deps, columns.heads)
    return None


def unhook_speaker(words: Sequence[str], columns: Columns) -> Columns | None:
    """ ", medics said" behind a clause, read as the content of that clause, made a parenthesis; what stands before the comma goes
    back to the clause."""
    for said in (*having(columns, "ccomp"), *having(columns, "conj")):
        verb = columns.heads[said]
        is_conjunct = columns.deps[said] == "conj" and any(columns.deps[c] == "cc" for c in dependents(columns, said))
        if is_conjunct or verb > said or words[said].lower() not in SAYING or not columns.tags[verb].startswith("VB"):
            continue
        own = dependents(columns, said)
        subject = next((c for c in own if columns.deps[c] == "nsubj" and c < said), None)
        if subject is None:
            continue
        comma = min((subject, *dependents(columns, subject))) - 1
        if comma <= verb or words[comma] != ",":
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[said] = "parataxis"
        for c in own:
            if c < comma:
                heads[c] = verb
        return Columns(columns.tags, deps, heads)
    return None


REPAIRS: tuple[Callable[[Sequence[str], Columns], Columns | None], ...] = (
    raise_modifier,
    raise_participle,
    raise_list,
    raise_main,
    raise_said,
    raise_perfect,
    lower_relative,
    lower_description,
    lower_reduced,
    settle_noun,
    claim_clause,
    raise_object,
    seat_speaker,
    unhang_from_day,
    lower_day,
    free_subject,
    free_particle,
    raise_result,
    unhook_speaker,
    unsubject_clause,
    raise_dated,
    raise_parted,
    raise_series,
    join_said,
    seat_first,
    free_time,
    seat_said,
    seat_number,
    seat_introduced,
    invert_speaker,
    unjoin_speaker,
    raise_conjoined,
    raise_spoken,
    free_captives,
    part_captive,
    join_twins,
    part_from_month,
    deny_deed,
    accuse_of_deed,
    raise_accusing,
    raise_conjunct,
    part_from_gerund,
    raise_plural,
    raise_call,
    raise_predicate,
    seat_subject,
    mark_that,
    raise_content,
    mark_clause,
    open_clause,
    seat_amount,
    hang_time,
    hang_relative,
    raise_outcome,
)  # the first that applies is made, then all are tried again
