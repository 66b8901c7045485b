"""Verbs that the model took for modifiers, given the clause that the words before them ask for.

denied deliberately shelling it     read with "shelling" as a circumstance: it is what is denied
accused them of killing civilians   read as "killing civilians", like "living conditions": it is what they are accused of
sanctions on X, accusing him of …   read with "accusing" under the sanctions: the subject of the clause accuses
burned cars and blocked roads       read as "blocked roads" that are burned: the roads are what is blocked
accused X of a raid and left        read with "left" beside what X is accused of: a past form goes on from a past form
gunmen riding bikes shot two        read with the bikes as the subject: plurals do not stand before nouns
the US and others called on X to …  read with "called" under the last noun: it is the main verb
clashes over it displaced 4,200     read with the clashes as the root and "it" as what displaces: "displaced" is the main verb
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import Columns, dependents, having, root_of
from pipeline.parse.rehang import rehang

WITH_GERUND = frozenset(
    "deny denies denied denying admit admits admitted admitting acknowledge acknowledges acknowledged".split()
)
ACCUSING = frozenset("accuse accuses accused accusing accusation accusations suspected convicted guilty".split())
DOING = frozenset(
    "blocked threatened imposed demanded promised pledged vowed launched announced declared expelled looted torched ransacked"
    " stormed raided attacked shelled bombed ordered urged condemned rejected accused denounced destroyed".split()
)
NOUNS = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD")


def deny_deed(words: Sequence[str], columns: Columns) -> Columns | None:
    """A gerund behind "denied", adverbs aside, as its complement; None where it is."""
    for i, dep in enumerate(columns.deps):
        verb = columns.heads[i]
        if dep not in ("advcl", "acl") or columns.tags[i] != "VBG" or words[verb].lower() not in WITH_GERUND:
            continue
        if verb < i and all(columns.tags[n] == "RB" for n in range(verb + 1, i)):
            return rehang(columns, i, verb, "xcomp")
    return None


def accuse_of_deed(words: Sequence[str], columns: Columns) -> Columns | None:
    """A gerund read as a modifier behind "accused … of", given the place of its noun, which is its object."""
    for i, dep in enumerate(columns.deps):
        noun = columns.heads[i]
        is_read_so = (
            dep in ("amod", "compound") and i < noun and words[i].lower().endswith("ing") and words[i - 1].lower() == "of"
        )
        if i == 0 or not is_read_so or not any(word.lower() in ACCUSING for word in words[:i]):
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        accusing = max(n for n in range(i) if words[n].lower() in ACCUSING)
        tags[i], deps[i], heads[i] = "VBG", "advcl", accusing
        deps[noun], heads[noun] = "obj", i
        deps[i - 1], heads[i - 1] = "mark", i
        return Columns(tags, deps, heads)
    return None


def raise_accusing(words: Sequence[str], columns: Columns) -> Columns | None:
    """A participle behind a comma that hangs on an object, given to its verb; a noun that is killed does not accuse."""
    for i in having(columns, "acl"):
        noun = columns.heads[i]
        if columns.tags[i] != "VBG" or i < 2 or words[i - 1] != "," or columns.deps[noun] != "obj":
            continue
        if words[i].lower() in ACCUSING:
            return rehang(columns, i, columns.heads[noun], "advcl")
    return None


def raise_conjunct(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past form behind "and", read as a modifier of a coordinated noun, as the second verb of the clause."""
    for i, dep in enumerate(columns.deps):
        noun = columns.heads[i]
        is_read_so = dep == "amod" and words[i].lower() in DOING and columns.deps[noun] == "conj" and i == noun - 1
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


def part_from_gerund(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past form coordinated with a gerund, given to the verb above, whose tense it has; None when there is none."""
    for i in having(columns, "conj"):
        gerund = columns.heads[i]
        if columns.tags[i] not in ("VBD", "VBN") or columns.tags[gerund] != "VBG" or i < gerund:
            continue
        own = [columns.deps[c] for c in dependents(columns, i)]
        verb = finite_above(columns, gerund)
        if verb is not None and not {"aux", "aux:pass"} & set(own) and ("obj" in own or "obl" in own):
            return rehang(columns, i, verb, "conj")
    return None


def finite_above(columns: Columns, i: int) -> int | None:
    """The nearest governor in the past tense with a subject of its own, or as the root."""
    while columns.heads[i] != i:
        i = columns.heads[i]
        if columns.tags[i] == "VBD" or (columns.tags[i] == "VBN" and columns.deps[i] == "root"):
            return i
    return None


def raise_plural(words: Sequence[str], columns: Columns) -> Columns | None:
    """A plural and a gerund read as modifiers of a subject, which is the gerund's object: the plural is the subject."""
    for i, dep in enumerate(columns.deps):
        noun = columns.heads[i]
        is_read_so = dep in ("compound", "amod") and noun == i + 1 and columns.deps[noun].startswith("nsubj")
        if i == 0 or not is_read_so or not words[i].endswith("ing") or columns.tags[i - 1] != "NNS":
            continue
        if columns.heads[i - 1] not in (i, noun) or columns.deps[i - 1] not in ("compound", "amod"):
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[i], deps[i], heads[i] = "VBG", "acl", i - 1
        deps[i - 1], heads[i - 1] = deps[noun], heads[noun]
        deps[noun], heads[noun] = "obj", i
        for c in (*dependents(columns, noun), *dependents(columns, i)):
            if c < i - 1:
                heads[c] = i - 1
        return Columns(tags, deps, heads)
    return None


def raise_call(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "Called on … to …" under the root or a noun coordinated with it, as the main verb; None where it is."""
    root = root_of(columns)
    if root is None or columns.tags[root] not in NOUNS:
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
    root = root_of(columns)
    if root is None or columns.tags[root] not in (*NOUNS, "VBZ") or root + 1 == len(words):
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
