"""Sentences of which the wrong word was made the root.

As troops advanced, the envoy left  read with "advanced" as the root: a clause with a conjunction is none, also where the main
                                    clause was read as what describes a day in it
Mali, whose junta fell, is …        read with "fell" as the root and two subjects: it is a relative clause of the first
The general, a veteran, surrendered read as a general with a veteran that is surrendered: the verb is the root
The IRA abducted and buried them    read with participles of the name: the first verb is the root
Relatives of sailors gathered in …  read with "gathered" as a participle: what cannot be a passive is the main verb
the US and others called on X to …  read with "called" under the last noun: it is the main verb
clashes over it displaced 4,200     read with the clashes as the root and "it" as what displaces: "displaced" is the main verb
Bombings targeting areas killed 14  read with "targeting" as the root: without an auxiliary it describes the bombings
X shot Y, the fourth man killed in Z read with "killed" as the root and two subjects: it describes the second
In a video posted Monday, X accused read with "posted" as the root, or the last noun: what stands before the comma is an adjunct
Fighting in Homs left 20 dead       read with "fighting" as the verb: it is the deed, and what it did is the root
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import (
    FINITE_PAST,
    NOMINALS,
    NOUNS,
    Columns,
    dependents,
    has_conjunction,
    has_subject,
    having,
    relations_of,
    subtree,
)
from pipeline.parse.repairs.content import is_sentence
from pipeline.parse.repairs.days import TIMES
from pipeline.parse.repairs.moves import lift, rehang

BELOW = frozenset(("ccomp", "advcl", "xcomp", "parataxis"))
NOT_LED = frozenset(("nsubj", "nsubj:pass", "aux", "aux:pass", "cop"))  # what the head of an adjunct cannot have
FINITE = ("VBD", "VBZ", "VBP")
WITHOUT_PASSIVE = frozenset("gathered assembled rallied marched protested demonstrated fled arrived converged clashed".split())
OPENING = frozenset((("mark", "IN"), ("advmod", "WRB")))
NOT_BARE = frozenset(("mark", "nsubj", "nsubj:pass", "cc", "aux", "aux:pass", "expl"))  # what a clause of its own has


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


def raise_series(words: Sequence[str], columns: Columns) -> Columns | None:
    """The first of several coordinated acts behind a name, read as participles of it, made the root: "the IRA abducted, killed
    and buried 16 people"."""
    noun = columns.root
    if noun is None or columns.tags[noun] not in NOUNS or noun + 1 >= len(words):
        return None
    verbs = [c for c in dependents(columns, noun) if c > noun and columns.tags[c] in FINITE_PAST]
    has_object = bool(verbs) and "obj" in relations_of(columns, verbs[-1])
    if len(verbs) < 2 or verbs[0] != noun + 1 or not has_object or has_conjunction(columns, noun):
        return None
    lifted = lift(columns, noun, noun, verbs[0])
    deps, heads, tags = list(lifted.deps), list(lifted.heads), list(lifted.tags)
    for verb in verbs[1:]:
        deps[verb], heads[verb], tags[verb] = "conj", verbs[0], "VBD"
    return Columns(tags, deps, heads)


def raise_parted(words: Sequence[str], columns: Columns) -> Columns | None:
    """The verb behind a subject's apposition, read as a participle of the apposition or as a second one, made the root."""
    noun = columns.root
    if noun is None or columns.tags[noun] not in NOUNS:
        return None
    own = dependents(columns, noun)
    if any(columns.deps[c] in ("cop", "nsubj", "nsubj:pass", "aux", "case") for c in own):
        return None
    described = (c for c in own if c > noun and columns.deps[c] in ("appos", "conj") and "cc" not in relations_of(columns, c))
    for apposition in described:
        below = [c for c in dependents(columns, apposition) if columns.deps[c] == "acl"]
        beside = [c for c in own if columns.deps[c] in ("appos", "acl") and "obj" in relations_of(columns, c)]
        for verb in (c for c in (*below, *beside) if c > apposition and words[c - 1] == ","):
            if columns.tags[verb] in FINITE_PAST and "obl:agent" not in relations_of(columns, verb):
                mended = rehang(rehang(columns, verb, noun, "acl"), apposition, noun, "appos")
                return lift(mended, noun, noun, verb)
    return None


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


def raise_call(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "Called on … to …" under the root or a noun coordinated with it, as the main verb; None where it is."""
    root = columns.root
    if root is None or columns.tags[root] not in NOMINALS:
        return None
    for i in having(columns, "acl"):
        noun = columns.heads[i]
        is_under_root = noun == root or (columns.deps[noun] == "conj" and columns.heads[noun] == root)
        if not is_under_root or words[i].lower() != "called" or words[i + 1 : i + 2] != ["on"]:
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[i], deps[i], heads[i] = "VBD", "root", i
        deps[root], heads[root] = "nsubj", i
        for c in dependents(columns, root):
            if c > i:
                heads[c] = i
        return Columns(tags, deps, heads)
    return None


def raise_predicate(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past form behind a root noun that has no subject but a phrase of that noun, as the main verb; None where it is."""
    root = columns.root
    if root is None or columns.tags[root] not in (*NOMINALS, "VBZ") or root + 1 == len(words):
        return None
    own = dependents(columns, root)
    if any(columns.deps[c] in ("cop", "nsubj", "nsubj:pass", "aux") for c in own):
        return None
    for verb in (c for c in own if c > root and columns.deps[c] in ("conj", "advcl", "parataxis") and is_past(columns, c)):
        subjects = [c for c in dependents(columns, verb) if columns.deps[c].startswith("nsubj")]
        opens = [columns.deps[c] for s in subjects for c in dependents(columns, s) if c < s]
        if len(subjects) == 1 and ("case" in opens or "cc" in opens):
            return predicate(columns, root, verb, subjects[0], "cc" in opens)
    return None


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


def raise_outcome(words: Sequence[str], columns: Columns) -> Columns | None:
    """A deed that was read as the verb, and what it did as hanging on it; no clause is only a past verb behind a verb."""
    deed = columns.root
    if deed is None:
        return None
    verbs = [c for c in dependents(columns, deed) if c > deed and columns.deps[c] == "advcl" and columns.tags[c] == "VBD"]
    if len(verbs) != 1 or not _may_be_deed(columns, deed, verbs[0]) or "," in words[deed : verbs[0]]:
        return None
    verb, tags, deps, heads = verbs[0], list(columns.tags), list(columns.deps), list(columns.heads)
    for c in dependents(columns, deed):
        heads[c] = verb if c > verb or deps[c] == "punct" else deed
        if c < verb:
            deps[c] = {"obl": "nmod", "nsubj": "compound" if tags[c] == "NNP" else "amod"}.get(deps[c], deps[c])
    tags[deed] = "NN" if tags[deed] == "VBG" else "NNS"
    deps[deed], heads[deed] = "nsubj", verb
    deps[verb], heads[verb] = "root", verb
    return Columns(tags, deps, heads)


def raise_led(words: Sequence[str], columns: Columns) -> Columns | None:
    """The main verb behind a phrase with "in" and its participle, of which one was read as the root: "in a video posted on
    Monday, the militia accused"."""
    root = columns.root
    if root is None or words[0].lower() != "in" or columns.deps[0] != "case" or relations_of(columns, root) & NOT_LED:
        return None
    led = columns.heads[0]
    is_noun = columns.tags[root] in NOUNS and columns.deps[led] == "compound"
    is_participle = columns.tags[root] in FINITE_PAST and columns.deps[led] == "obl"
    if columns.heads[led] != root or led > root or not (is_noun or is_participle):
        return None
    main = [c for c in dependents(columns, root) if c > root and columns.deps[c] == "parataxis" and columns.tags[c] in FINITE]
    first = min(subtree(columns, main[0])) if main else 0
    if len(main) != 1 or not has_subject(columns, main[0]) or "," not in words[first - 1 : first + 1]:
        return None
    deps, heads = list(columns.deps), list(columns.heads)
    verb, phrase = main[0], root if is_noun else led
    deps[verb], heads[verb], deps[phrase], heads[phrase] = "root", verb, "obl", verb
    if is_participle:
        deps[root], heads[root] = "acl", led
    for c in dependents(columns, led if is_noun else root):
        if c != verb and (deps[c] == "case" if is_noun else c > verb or c < led):
            heads[c] = root if is_noun else verb
    if deps[len(words) - 1] == "punct":
        heads[len(words) - 1] = verb
    return Columns(columns.tags, deps, heads)


def _may_be_deed(columns: Columns, deed: int, verb: int) -> bool:
    """A noun in -ing or a plural that looks like a verb, in front of a verb without a subject or a conjunction of its own."""
    before = [columns.deps[c] for c in dependents(columns, deed) if c < verb]
    own = {columns.deps[c] for c in dependents(columns, verb)}
    subjects = [c for c in dependents(columns, deed) if columns.deps[c] == "nsubj"]
    is_noun = columns.tags[deed] == "VBG" if not subjects else columns.tags[deed] in ("VBZ", "VBP") and subjects == [deed - 1]
    return is_noun and set(before) <= {"obl", "nsubj", "advmod", "amod"} and own.isdisjoint(NOT_BARE)


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
    deps, heads = list(columns.deps), list(columns.heads)
    deps[first], heads[first], deps[second], heads[second], deps[root], heads[root] = "root", first, "appos", first, "acl", second
    for c in dependents(columns, root):
        if c not in nouns and (c < root or deps[c] == "punct"):
            heads[c] = first
    return Columns(columns.tags, deps, heads)
