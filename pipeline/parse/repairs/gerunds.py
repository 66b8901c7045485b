"""Gerunds under the verb or noun that they belong to.

denied deliberately shelling it     read with "shelling" as a circumstance: it is what is denied
accused them of killing civilians   read as "killing civilians", like "living conditions": it is what they are accused of
accused X of a raid and left        read with "left" beside what X is accused of: a past form goes on from a past form
was ready to lead and urged them    likewise behind an infinitive or "would": "to urged" is no English
fired to disperse them, killing …   read with "killing" under the purpose: it is what the firing did
answered by bombing rebel areas     read as areas of bombing: behind "by" a participle is what was done
went on, banning arms exports       read as a kind of exports: behind a comma a participle opens a clause
leaders meeting in Yalta agreed     read as a meeting of leaders: they met there
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon.inflect import irregular
from pipeline.parse.columns import Columns, dependents, having
from pipeline.parse.repairs.modifiers import finite_above
from pipeline.parse.repairs.moves import rehang

WITH_GERUND = frozenset(
    "deny denies denied denying admit admits admitted admitting acknowledge acknowledges acknowledged".split()
)
ACCUSING = frozenset("accuse accuses accused accusing accusation accusations suspected convicted guilty".split())


def part_by(words: Sequence[str], columns: Columns) -> Columns | None:
    """A participle behind "by" that was read as a part of the noun it acts on: "retaliated by bombing rebel areas"."""
    for noun in having(columns, "obl:agent", "obl"):
        verb = columns.heads[noun]
        own = [c for c in dependents(columns, noun) if c < noun]
        by = own[0] if own and columns.deps[own[0]] == "case" and words[own[0]].lower() == "by" else None
        if by is None or columns.tags[by + 1] != "VBG" or columns.heads[by + 1] != noun:
            continue
        is_passive = any(columns.deps[c] == "aux:pass" for c in dependents(columns, verb))
        if is_passive or columns.deps[verb].startswith("acl") or not columns.tags[verb].startswith("VB"):
            continue
        gerund = by + 1
        columns = rehang(rehang(columns, gerund, verb, "advcl"), noun, gerund, "obj")
        return rehang(columns, by, gerund, "mark")
    return None


def part_meeting(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "Leaders meeting in Geneva" read as a meeting of leaders: it says of the leaders where they met."""
    for i in having(columns, "compound"):
        gerund = i + 1
        is_read_so = columns.heads[i] == gerund and columns.tags[i] == "NNS" and columns.deps[gerund] != "acl"
        if not is_read_so or words[gerund].lower() != "meeting" or words[gerund + 1 : gerund + 2] not in (["in"], ["at"], ["on"]):
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        above = columns.heads[gerund]
        deps[i], heads[i] = columns.deps[gerund], i if above == gerund else above
        tags[gerund], deps[gerund], heads[gerund] = "VBG", "acl", i
        for c in dependents(columns, gerund):
            if c < i:
                heads[c] = i
        return Columns(tags, deps, heads)
    return None


def deny_deed(words: Sequence[str], columns: Columns) -> Columns | None:
    """A gerund behind "denied", adverbs aside, as its complement; None where it is."""
    for i in sorted(having(columns, "advcl", "acl")):
        verb = columns.heads[i]
        if columns.tags[i] != "VBG" or words[verb].lower() not in WITH_GERUND:
            continue
        if verb < i and all(columns.tags[n] == "RB" for n in range(verb + 1, i)):
            return rehang(columns, i, verb, "xcomp")
    return None


def accuse_of_deed(words: Sequence[str], columns: Columns) -> Columns | None:
    """A gerund read as a modifier behind "accused … of", given the place of its noun, which is its object."""
    for i in having(columns, "amod", "compound"):
        noun = columns.heads[i]
        is_read_so = i < noun and words[i].lower().endswith("ing") and words[i - 1].lower() == "of"
        if i == 0 or not is_read_so or not any(word.lower() in ACCUSING for word in words[:i]):
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        accusing = max(n for n in range(i) if words[n].lower() in ACCUSING)
        tags[i], deps[i], heads[i] = "VBG", "advcl", accusing
        deps[noun], heads[noun] = "obj", i
        deps[i - 1], heads[i - 1] = "mark", i
        return Columns(tags, deps, heads)
    return None


def free_deed(words: Sequence[str], columns: Columns) -> Columns | None:
    """The deed behind "of", read as what describes who is accused or a word under him, given to the verb that accuses: "accused
    the army of bombing a clinic"."""
    for i in having(columns, "nmod", "acl"):
        if columns.tags[i] != "VBG" or words[i - 1].lower() != "of" or columns.heads[i - 1] != i:
            continue
        verb = columns.heads[i]
        while columns.heads[verb] != verb and not columns.tags[verb].startswith("VB"):
            verb = columns.heads[verb]
        if words[verb].lower() in ACCUSING and verb < i:
            return rehang(columns, i, verb, "advcl")
    return None


def part_from_gerund(words: Sequence[str], columns: Columns) -> Columns | None:
    """A past form coordinated with a gerund or an infinitive, given to the verb above, whose tense it has; None without one."""
    for i in having(columns, "conj"):
        gerund = columns.heads[i]
        is_past = columns.tags[i] in ("VBD", "VBN") if columns.tags[gerund] == "VBG" else columns.tags[i] == "VBD"
        if not is_past or columns.tags[gerund] not in ("VBG", "VB") or i < gerund or words[i] in irregular():
            continue
        own = [columns.deps[c] for c in dependents(columns, i)]
        verb = finite_above(columns, gerund)
        if verb is not None and verb < i and not {"aux", "aux:pass"} & set(own) and {"obj", "obl", "xcomp", "ccomp"} & set(own):
            return rehang(columns, i, verb, "conj")
    return None


def raise_result(words: Sequence[str], columns: Columns) -> Columns | None:
    """A participle behind a comma that hangs on a purpose, given to the verb that has the purpose."""
    for i in having(columns, "advcl"):
        purpose = columns.heads[i]
        if columns.tags[i] != "VBG" or i <= purpose or words[i - 1] != ",":
            continue
        has_to = any(columns.tags[c] == "TO" for c in dependents(columns, purpose))
        if has_to and columns.deps[purpose] == "advcl":
            return rehang(columns, i, columns.heads[purpose], "advcl")
    return None


def free_participle(words: Sequence[str], columns: Columns) -> Columns | None:
    """A participle behind a comma, read as a modifier of its own object, as a clause: "went further, banning arms exports"."""
    for verb in having(columns, "amod"):
        noun = columns.heads[verb]
        opens = columns.tags[verb] == "VBG" and verb and words[verb - 1] == "," and noun > verb
        governor = columns.heads[noun]
        if not opens or columns.deps[noun] not in ("obj", "obl", "dep", "parataxis", "conj") or governor > verb:
            continue
        if not columns.tags[governor].startswith("VB") or any(columns.deps[c] == "case" for c in dependents(columns, noun)):
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[verb], heads[verb] = "advcl", governor
        deps[noun], heads[noun] = "obj", verb
        return Columns(columns.tags, deps, heads)
    return None
