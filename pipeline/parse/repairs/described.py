"""What describes a noun, read as the verb of its clause, or the other way round, put right.

A car packed with bombs hit X     read with "packed" as the verb of the car: it describes it
Men believed to be spies hit X    read with "believed" as the root: the finite verb behind the description is the root
a raid carried out by the army    read with "carried" under the verb before: what somebody did stands right behind the deed
a bomb dropped by troops hit X    read with "dropped" as the subject
following clashes with X          read with "clashes" as a verb: it is a noun
a list drawn up by X              read with "drawn" as a noun
troops loyal to X attacked        read with "loyal" as the verb
President A and rebel leader B    read with B as the end of A's name: "rebel leader" describes B
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import FINITE_PAST, NAMES, NOUNS, Columns, dependents, having
from pipeline.parse.repairs.moves import rehang

PARTICIPLES = frozenset("known held led seen built made taken born caught driven hidden kept seized".split())
LOYAL = frozenset(("loyal", "allied", "opposed", "hostile", "close", "faithful"))
PRESENT = ("VBZ", "VBP")
FINITE = (*FINITE_PAST, *PRESENT)
CLAUSES = ("advcl", "ccomp", "parataxis", "conj", "xcomp")
TIMES = frozenset("day week month year night morning evening weekend afternoon".split())
DESCRIBING = frozenset(("suspected", "believed", "thought", "alleged", "said", "reported", "presumed", "known", "assumed"))


def lower_description(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "Suspected to be militia" read as the main clause, under the noun that it describes; None when there is none.

    The verb of the main clause was read as what they are suspected to do: a past form behind "to be" cannot be that."""
    for verb in having(columns, "xcomp"):
        described = columns.heads[verb]
        if words[described].lower() not in DESCRIBING or columns.tags[verb] not in ("VBD", "VBN"):
            continue
        own = dependents(columns, verb)
        be = next((c for c in own if words[c].lower() == "be"), None)
        noun = next((c for c in own if be is not None and be < c < verb and columns.deps[c].startswith("nsubj")), None)
        subject = next((c for c in dependents(columns, described) if columns.deps[c].startswith("nsubj")), None)
        if noun is not None and subject is not None and columns.heads[described] == described:
            return describe(columns, verb, described, noun, subject)
    return None


def describe(columns: Columns, verb: int, described: int, noun: int, subject: int) -> Columns:
    """The verb as the root with the subject as its own; "suspected" is a clause of the subject, with the noun as complement."""
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    tags[verb], deps[verb], heads[verb] = "VBD", "root", verb
    tags[described], deps[described], heads[described] = "VBN", "acl", subject
    deps[subject], heads[subject] = "nsubj", verb
    deps[noun], heads[noun] = "xcomp", described
    for i in dependents(columns, verb):
        if described < i < noun:
            heads[i], deps[i] = noun, "cop" if deps[i] == "aux:pass" else deps[i]
    for i in dependents(columns, described):
        if i > verb or (i < subject and deps[i] != "det"):
            heads[i] = verb
    return Columns(tags, deps, heads)


def lower_reduced(words: Sequence[str], columns: Columns) -> Columns | None:
    """A participle that was read as the main verb, under the noun that it describes, and the finite verb behind it in its place:
    "a car packed with explosives rammed the gate". Two finite verbs without a conjunction or a comma are no clause."""
    for main in having(columns, "advcl", "ccomp", "xcomp", "parataxis"):
        verb = columns.heads[main]
        if not is_finite(columns, main) or main < verb or "," in words[verb:main]:
            continue
        if columns.tags[verb] not in ("VBD", "VBN") or not (words[verb].lower().endswith("ed") or words[verb] in PARTICIPLES):
            continue
        own, below = dependents(columns, verb), dependents(columns, main)
        relations = {columns.deps[c] for c in own if c < main}
        subject = next((c for c in own if columns.deps[c] in ("nsubj", "nsubj:pass") and c < verb), None)
        time = next((c for c in below if columns.deps[c].startswith("nsubj") and words[c].lower() in TIMES and c < main), None)
        is_bare = not any(
            columns.deps[c] in ("mark", "cc", "advmod") or (columns.deps[c].startswith("nsubj") and c != time) for c in below
        )
        is_described = time is not None or "obl" in relations
        if subject is not None and is_bare and is_described and not relations & {"obj", "aux", "aux:pass", "ccomp"}:
            return reduce(columns if time is None else rehang(columns, time, verb, "obl:unmarked"), verb, main, subject)
    return None


def is_finite(columns: Columns, verb: int) -> bool:
    """A past tense, or a participle with an auxiliary before it."""
    return columns.tags[verb] == "VBD" or any(
        columns.deps[c] in ("aux", "aux:pass") and columns.tags[c] in ("VBD", "VBP", "VBZ") for c in dependents(columns, verb)
    )


def reduce(columns: Columns, verb: int, main: int, subject: int) -> Columns:
    """The main verb in the place of the participle, which is a clause of the subject."""
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    is_root = heads[verb] == verb
    tags[verb] = "VBN"
    heads[main], deps[main] = main if is_root else heads[verb], deps[verb]
    heads[verb], deps[verb] = subject, "acl"
    is_passive = any(deps[c] == "aux:pass" for c in dependents(columns, main))
    heads[subject], deps[subject] = main, "nsubj:pass" if is_passive else "nsubj"
    for i in dependents(columns, verb):
        if i not in (subject, main) and (i < subject or i > main):
            heads[i] = main
    return Columns(tags, deps, heads)


def lower_loyal(words: Sequence[str], columns: Columns) -> Columns | None:
    """An adjective with "to" read as the verb of its clause, "troops loyal to Jo Doe attacked", as said of the subject."""
    for i in having(columns, "root", "advcl", "ccomp"):
        own = dependents(columns, i)
        subject = next((c for c in own if columns.deps[c] == "nsubj" and last_listed(columns, c) == i - 1), None)
        if words[i] in LOYAL and subject is not None and columns.deps[i] != "root":
            return lower_in_clause(columns, i, subject)
        verb = next(
            (c for c in own if c > i and columns.deps[c] in CLAUSES and columns.tags[c] in (*FINITE_PAST, *PRESENT)), None
        )
        if words[i] not in LOYAL or subject is None or verb is None:
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[i], tags[verb] = "JJ", tags[verb] if tags[verb] in PRESENT else "VBD"
        deps[verb], heads[verb] = "root", verb
        deps[subject], heads[subject] = "nsubj", verb
        deps[i], heads[i] = "amod", i - 1
        for c in own:
            if c > verb:
                heads[c] = verb
        return Columns(tags, deps, heads)
    return None


def last_listed(columns: Columns, noun: int) -> int:
    """The noun, or the last of those listed with it: "the army and rebels loyal to Jo Doe"."""
    return max((c for c in dependents(columns, noun) if columns.deps[c] == "conj"), default=noun)


def lower_in_clause(columns: Columns, loyal: int, subject: int) -> Columns | None:
    """The same in a clause under another, whose verb was hung on that: "when men loyal to Jo Doe ambushed a patrol"; who they are
    loyal to may have been read as its subject."""
    above = columns.heads[loyal]
    verb = next((c for c in dependents(columns, above) if c > loyal and columns.tags[c] in FINITE_PAST), None)
    named = next((c for c in dependents(columns, verb) if columns.deps[c] == "nsubj"), None) if verb is not None else None
    if verb is None or columns.deps[verb] not in CLAUSES or (named is not None and not loyal < named < verb):
        return None
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    tags[loyal], deps[loyal], heads[loyal] = "JJ", "amod", loyal - 1
    deps[verb], heads[verb], tags[verb] = columns.deps[loyal], above, "VBD"
    deps[subject], heads[subject] = "nsubj", verb
    if named is not None:
        deps[named], heads[named] = "obl", loyal
    for c in dependents(columns, loyal):
        if c < subject:
            heads[c] = verb
        elif c != subject and named is not None:
            heads[c], deps[c] = named, "amod" if columns.deps[c] == "advcl" else columns.deps[c]
    return Columns(tags, deps, heads)


def describe_drawn(words: Sequence[str], columns: Columns) -> Columns | None:
    """A participle with its particle read as a noun that the one before it describes, as said of that: "a list drawn up by X"."""
    for particle in having(columns, "compound:prt"):
        verb, noun = particle - 1, particle - 2
        is_noun = columns.heads[particle] == verb and columns.tags[verb] == "NN" and noun >= 0
        if not is_noun or columns.heads[noun] != verb or columns.tags[noun] not in ("NN", "NNS"):
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[verb] = "VBN"
        deps[noun], heads[noun] = deps[verb], heads[verb]
        deps[verb], heads[verb] = "acl", noun
        for c in dependents(columns, verb):
            if c < noun:
                heads[c] = noun
            elif deps[c] == "nmod":
                deps[c] = "obl"
        return Columns(tags, deps, heads)
    return None


def part_described(words: Sequence[str], columns: Columns) -> Columns | None:
    """A name right behind a coordinated description, read as the end of the first name, as the second one."""
    for i in having(columns, "flat"):
        noun, first = i - 1, columns.heads[i]
        if (
            noun <= first
            or columns.deps[noun] != "conj"
            or columns.heads[noun] != first
            or not columns.tags[noun].startswith("NN")
        ):
            continue
        if columns.tags[noun] in NAMES or columns.tags[i] not in NAMES:
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[i], deps[noun], heads[noun] = "conj", "nmod:desc", i
        for c in dependents(columns, noun):
            if columns.deps[c] in ("cc", "punct"):
                heads[c] = i
        for c in dependents(columns, first):
            if c > i and columns.deps[c] == "flat":
                heads[c] = i
        return Columns(columns.tags, deps, heads)
    return None


def join_author(words: Sequence[str], columns: Columns) -> Columns | None:
    """A participle with "by" right behind a noun, read as a clause of the verb above, as one of that noun; else None."""
    for verb in having(columns, "advcl"):
        noun = verb - 1
        if noun < 1 or columns.tags[verb] not in FINITE_PAST or columns.tags[noun] not in NOUNS or columns.heads[verb] > verb:
            continue
        own = dependents(columns, verb)
        if any(columns.deps[c].startswith(("nsubj", "aux")) or columns.deps[c] in ("mark", "obj", "advmod") for c in own):
            continue
        authors = [c for c in own if columns.deps[c] in ("obl", "obl:agent")]
        if any(words[d].lower() == "by" for c in authors for d in dependents(columns, c)):
            deps, heads, tags = list(columns.deps), list(columns.heads), list(columns.tags)
            tags[verb], deps[verb], heads[verb] = "VBN", "acl", noun
            return Columns(tags, deps, heads)
    return None
