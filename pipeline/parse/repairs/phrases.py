"""Phrases and forms that were given a relation or a tag they cannot have.

was burned by Eritrean soldiers     read with the soldiers as an object: a noun with a preposition is none
demanded that the Tigers surrender  read with "surrender" as a noun: what has a subject and "that" is a verb
airlifted the injured to X          read with "injured" as a verb: behind an article it is people
an air raid north of the town of X  read with "north" and the town apart: it is one phrase of the verb
is due to visit Moscow              read with "due to" as a conjunction: what is due is the predicate
X said, as Y left                   read as what X said: a clause with "as" behind a comma goes with the main verb
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import FINITE_PAST, SAYING, Columns, dependents, having, relations_of
from pipeline.parse.repairs.moves import first_word, rehang

COMPASS = frozenset("north south east west northeast northwest southeast southwest outside".split())
CASES = frozenset("by for from to against into with near outside inside in at".split())
HARMED = frozenset("injured wounded dead killed displaced sick detained missing besieged disappeared".split())
DEMANDING = frozenset("demanded demand demands demanding asked insisted requested urged proposed recommended ordered".split())
BE = frozenset(("is", "are", "was", "were", "'s", "’s"))
BEFORE_NOUN = ("compound", "amod", "nmod:poss", "nummod", "flat")
PARTIES = ("obj", "nsubj", "nsubj:pass", "obl", "nmod", "conj")
BESIDE = frozenset(("as", "while"))


def part_cased(words: Sequence[str], columns: Columns) -> Columns | None:
    """An object with a preposition, as an adjunct, behind a passive with "by" as who does it; None when there is none."""
    for i in having(columns, "obj"):
        case, verb = first_word(columns, i), columns.heads[i]
        while case != i and columns.deps[case] in BEFORE_NOUN and dependents(columns, case):
            case = dependents(columns, case)[0]
        if case >= i or columns.deps[case] != "case" or words[case].lower() not in CASES:
            continue
        if columns.tags[verb].startswith("VB"):
            is_passive = "aux:pass" in relations_of(columns, verb)
            dep = "obl:agent" if is_passive and words[case].lower() == "by" else "obl"
            return rehang(rehang(columns, case, i, "case"), i, verb, dep)
    return None


def raise_due(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "Is due to visit", read as a visit with "due to" as its conjunction: "due" is the predicate, the visit its clause."""
    for due in having(columns, "mark", "case"):
        verb = columns.heads[due]
        to, own = due + 1, dependents(columns, verb)
        copula = next((c for c in own if c < due and columns.deps[c] in ("cop", "aux") and words[c].lower() in BE), None)
        if words[due].lower() != "due" or words[to].lower() != "to" or copula is None:
            continue
        if any(to < c < verb and columns.deps[c] in ("det", *BEFORE_NOUN) for c in own):  # "was due to a heart attack"
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        deps[due], heads[due] = deps[verb], due if heads[verb] == verb else heads[verb]
        deps[verb], heads[verb], deps[to], heads[to], tags[verb] = "xcomp", due, "mark", verb, "VB"
        for c in own:
            if c < due or deps[c] == "punct":
                deps[c], heads[c] = "cop" if c == copula else deps[c].removesuffix(":outer"), due
        return Columns(tags, deps, heads)
    return None


def verb_content(words: Sequence[str], columns: Columns) -> Columns | None:
    """A noun with "that" and a subject, as the bare verb of what is demanded; None when there is none."""
    for i in having(columns, "ccomp"):
        own = {columns.deps[c]: c for c in dependents(columns, i) if c < i}
        is_marked = "mark" in own and words[own["mark"]].lower() == "that"
        if columns.tags[i] != "NN" or "cop" in own or not is_marked:
            continue
        tags = list(columns.tags)
        tags[i] = "VB"
        if "nsubj" in own and "det" not in own:
            return columns._replace(tags=tags)
        if own.get("compound") == i - 1 and columns.tags[i - 1] == "NNP" and words[columns.heads[i]].lower() in DEMANDING:
            return rehang(columns._replace(tags=tags), i - 1, i, "nsubj")  # "demanded that the Union hand him over"
    return None


def people_harmed(words: Sequence[str], columns: Columns) -> Columns | None:
    """A participle behind an article with no noun behind it, as the people; None when there is none.

    What was hung on it goes to the verb: "airlifted the injured | to the coast"."""
    if HARMED.isdisjoint(words):
        return None
    for i, tag in enumerate(columns.tags):
        if tag not in FINITE_PAST or words[i] not in HARMED or columns.deps[i] not in (*PARTIES, "xcomp"):
            continue
        before = i - 2 if columns.tags[i - 1] == "RB" else i - 1
        if before < 0 or not is_opener(words[before], columns, i) or "aux" in relations_of(columns, i):
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[i], heads[before] = "NNS", i
        deps[i] = "obj" if deps[i] == "xcomp" else deps[i]
        for c in dependents(columns, i):
            if c > i and deps[c] in ("obl", "obl:unmarked") and tags[heads[i]].startswith("VB"):
                heads[c] = heads[i]
        return Columns(tags, deps, heads)
    return None


def is_opener(word: str, columns: Columns, i: int) -> bool:
    """ "The", or a number behind a verb that has the participle at i as its object: "evacuated 43 wounded"."""
    is_object = columns.deps[i] in ("obj", "ccomp", "xcomp") and relations_of(columns, i) <= {"nummod", "nsubj", "obl", "advmod"}
    return word.lower() == "the" or (word[0].isdigit() and is_object)


def free_beside(words: Sequence[str], columns: Columns) -> Columns | None:
    """A clause with "as" or "while" behind a comma, hung on "said" beside what was said before, under that."""
    for i in (*having(columns, "ccomp"), *having(columns, "advcl")):
        said = columns.heads[i]
        mark = next((c for c in dependents(columns, i) if columns.deps[c] == "mark" and c < i), None)
        is_read_so = mark is not None and words[mark].lower() in BESIDE and words[mark - 1] == "," and said < mark
        if not is_read_so or words[said].lower() not in SAYING:
            continue
        other = next((c for c in dependents(columns, said) if c < said and columns.deps[c] == "ccomp"), None)
        main = other if other is not None else columns.heads[said]
        if main < said:
            return rehang(columns, i, main, "advcl")
    return None


def join_compass(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "North of the town" with the town read under the noun before "north": a phrase of the verb above, opened by both words."""
    for side in having(columns, "advmod"):
        of = side + 1
        if words[side].lower() not in COMPASS or words[of : of + 1] != ["of"] or columns.deps[of] != "case":
            continue
        town, verb = columns.heads[of], columns.heads[side]
        if town < side or (columns.deps[town], columns.heads[town]) not in (("nmod", verb), ("obl", side)):
            continue
        while not columns.tags[verb].startswith("VB") and columns.heads[verb] != verb:
            verb = columns.heads[verb]
        if columns.tags[verb].startswith("VB"):
            return rehang(rehang(columns, side, town, "case"), town, verb, "obl")
    return None
