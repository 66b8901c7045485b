"""Names that the model took apart, put together.

Gen. Ihor Terekhov said         a capitalised word inside a sentence is a name, whatever its ending looks like
they forced us to flee          a word in small letters behind "to" is a verb and no name
The envoy, an ex-judge, flew    a past that is no participle ("flown") is a verb of its own
Minister Edouard Bizimana said  read with two subjects: two names side by side are one
a Swiss and two Danes were …    read with two subjects: they are coordinated
the M23 and Congolese troops    read as a list of three: a name right before a noun belongs to it
his counterpart Ahmed Nur       read with two objects: the second says who the first is
charged Pedro Castillo with     read with "Castillo" as a preposition, or "Pedro" as a verb: capitals make names
Rwandan troops crossed          read with the troops as a part of a name: a noun in small letters heads what stands before it
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.actors import titles
from pipeline.lexicon.inflect import irregular
from pipeline.parse.columns import NAMES, Columns, dependents, having, subtree
from pipeline.parse.repairs.moves import rehang

NO_NAMES = ("VBD", "VBN", "VBZ", "VBP", "VB", "IN", "MD", "RB", "WDT")
TWINS = ("nsubj", "nsubj:pass", "obj")


def retag(words: Sequence[str], columns: Columns) -> Columns:
    """Tags that the letters rule out: names are written with a capital inside a sentence, nothing else is.

    In a sentence with more capitalised words than others, as a heading, capitals say nothing."""
    tags, deps = list(columns.tags), list(columns.deps)
    for i, word in enumerate(words):
        if tags[i] in ("VBN", "NNP") and word in only_past():
            tags[i] = "VBD"
        elif tags[i] == "VBZ" and any(columns.deps[c] == "compound" for c in dependents(columns, i)):
            tags[i] = "NNS"  # "in Unity and Upper Nile states"
    initials = [word[:1] for word in words]
    if sum(map(str.islower, initials)) < sum(map(str.isupper, initials)):
        return columns if tags == columns.tags else columns._replace(tags=tags)
    for i, word in enumerate(words):
        is_half = deps[i] in TWINS and is_half_name(words, i, tags[i])
        if is_half or (not word.islower() and is_name(words, i, tags[i], deps[i])):
            tags[i] = "NNP"
        elif tags[i] in NAMES and word.isalpha() and word.islower() and i and tags[i - 1] == "TO":
            tags[i], deps[i - 1] = "VB", "mark"  # "forced them to flee"
    return columns if tags == columns.tags else Columns(tags, deps, columns.heads)


def is_name(words: Sequence[str], i: int, tag: str, dep: str) -> bool:
    """A capitalised word read as a noun behind a word, as a number ("M23"), or as a verb that is a subject ("Addis Ababa")."""
    word = words[i]
    if tag in ("VB", "VBZ", "VBP") and word[0].isupper():
        return dep in TWINS
    if i == 0 or not (word[0].isupper() or ("-" in word and word.lower() != word)):  # "al-Hijri"
        return False
    return (
        (tag in ("NN", "JJ") and dep in TWINS)
        or (tag == "NN" and words[i - 1].isalnum())
        or (tag == "CD" and not word.isalpha())
        or (tag == "NNS" and is_titled(words, i))
    )


def is_titled(words: Sequence[str], i: int) -> bool:
    """ "Relief chief Griffiths", "aid chief Ann Amos"."""
    behind = i - 2 if i > 1 and words[i - 1][0].isupper() else i - 1
    return words[i - 1].lower() in titles() or words[behind].lower() in titles()


def is_half_name(words: Sequence[str], i: int, tag: str) -> bool:
    """The small half of a name with a hyphen: "moon" of "Ban Ki-moon"; not of "a Riyadh-led force"."""
    is_half = tag in ("NN", "JJ", "RB", "VB") and i > 2 and words[i - 1] == "-" and words[i].isalpha() and words[i].islower()
    return is_half and words[i - 2][0].isupper() and words[i - 3][0].isupper()


@cache
def only_past() -> frozenset[str]:
    """Past forms beside which the participle has one of its own: "flew", "took"; "came" has that of the present."""
    rows = (forms for forms in irregular().values() if len(forms) > 1 and not forms[1].endswith(("ing", "s")))
    return frozenset(forms[0] for forms in rows if forms[0] not in forms[1:]) - {"got"} | {"came", "became", "ran", "overran"}


def join_demonym(words: Sequence[str], columns: Columns) -> Columns | None:
    """A word right before a noun, both coordinated with the same word, as a part of that noun: "the M23 and Congolese troops",
    "police and army personnel"."""
    for i in having(columns, "conj"):
        is_beside = i + 1 < len(words) and columns.deps[i + 1] == "conj" and columns.heads[i + 1] == columns.heads[i]
        is_before = columns.tags[i] in NAMES or (is_beside and columns.tags[i] in ("NN", "JJ") and words[i].islower())
        if is_beside and is_before and columns.tags[i + 1] in ("NN", "NNS"):
            return rehang(columns, i, i + 1, "compound")
    return None


def join_twins(words: Sequence[str], columns: Columns) -> Columns | None:
    """Two subjects or two objects of one verb side by side, made one phrase; None when there are none."""
    for second in having(columns, *TWINS):
        verb, dep = columns.heads[second], columns.deps[second]
        first = next((c for c in dependents(columns, verb) if c < second and columns.deps[c] == dep), None)
        if first is None:
            continue
        between = range(max(subtree(columns, first)) + 1, min(subtree(columns, second)))
        if len(between) in (1, 2) and all(columns.deps[c] in ("punct", "cc") for c in between) and words[between[-1]] == "and":
            return rehang(
                rehang(columns, between[-1], second, "cc"), second, first, "conj"
            )  # "the mayor, Jo Doe, and his driver"
        if between:
            continue
        if any(columns.deps[c] == "cc" for c in dependents(columns, second)):
            return rehang(columns, second, first, "conj")
        if columns.tags[second] not in NAMES or columns.tags[first] in ("PRP", "WP", "WDT"):
            continue
        if columns.tags[first] == "NNS" and second == first + 1:  # "prime ministers Ann Doe and Jo Roe": the names lead
            return rehang(columns, first, second, "nmod:desc")
        is_one_name = columns.tags[first] in NAMES and second == first + 1
        return rehang(columns, second, first, "flat" if is_one_name else "appos")
    return None


def name_second(words: Sequence[str], columns: Columns) -> Columns | None:
    """A name right behind an office, read as the third of a list, "Ann Doe and rebel leader Jo Roe", as who holds the office."""
    for name in having(columns, "conj"):
        office = name - 1
        is_beside = columns.deps[office] == "conj" and columns.heads[office] == columns.heads[name]
        if is_beside and columns.tags[office] == "NN" and columns.tags[name] in NAMES:
            deps, heads = list(columns.deps), list(columns.heads)
            for c in dependents(columns, office):
                if deps[c] in ("cc", "punct"):
                    heads[c] = name
            deps[office], heads[office] = "nmod:desc", name
            return Columns(columns.tags, deps, heads)
    return None


def head_noun(words: Sequence[str], columns: Columns) -> Columns | None:
    """A noun in small letters read as the end of a name, as the head of what stands before it; None when there is none."""
    for noun in having(columns, "flat"):
        name = columns.heads[noun]
        if (
            columns.tags[noun] not in ("NN", "NNS")
            or noun != name + 1
            or not words[noun].islower()
            or not words[name][0].isupper()
        ):
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[noun], heads[noun] = deps[name], noun if heads[name] == name else heads[name]
        deps[name], heads[name] = "compound", noun
        for c in dependents(columns, name):
            if c != noun and not (c < name and deps[c] in ("compound", "flat")):
                heads[c] = noun
        return Columns(columns.tags, deps, heads)
    return None


def join_name(words: Sequence[str], columns: Columns) -> Columns | None:
    """Two words of a name behind a verb, one of them read as a verb or a preposition: "charged Pedro Castillo with"."""
    is_capital = [word[:1].isupper() and word.isalpha() and not word.isupper() for word in words]
    for second in range(2, len(words)):
        first = second - 1
        if not (is_capital[first] and is_capital[second]):
            continue
        verb = columns.heads[first]
        tags, deps = columns.tags, columns.deps
        is_end = tags[first] == "NNP" and tags[second] in NO_NAMES and columns.heads[second] == verb
        is_start = tags[second] == "NNP" and tags[first] in NO_NAMES and columns.heads[second] == first
        is_start = is_start and deps[first] in ("ccomp", "xcomp", "advcl")
        if verb < first and tags[verb].startswith("VB") and (is_end or is_start):
            return name_together(columns, first, second, verb)
    return None


def name_together(columns: Columns, first: int, second: int, verb: int) -> Columns:
    """Two words as one name, the verb's object; what hung on the one that was no name hangs on the verb."""
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    misread = second if columns.heads[second] == verb else first
    for c in dependents(columns, misread):
        heads[c] = verb
    deps[first], heads[first] = "obj", verb
    deps[second], heads[second] = "flat", first
    tags[first] = tags[second] = "NNP"
    return Columns(tags, deps, heads)
