"""What is said, where the model took it for something else.

Officials say a bomber set off a vest  read as an object with a participle: it is a clause
Two died, medics said, as …            read with "died" as an adverbial clause of "said": it is what is said
551 protesters … were killed           read as what is said, beside its own verb: they are its subject
said in a note that rebels fled        read as a note that rebels fled: it is what is said
said that 20 people were killed        read with two subjects: "that" opens the clause
denied claims by X that it did      read as done when it did: that is what is claimed
denied it and blamed X                 read with "blamed" beside "it": it is the second thing done
said it was over and accused X         read as a second thing said: it is the second thing done
said they had left, closed the post    read as two things said without a subject for the second: they are one
said the men and their wives had left  read with the men as an object, the wives as what had left: both had
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import (
    COUNTED,
    FINITE_PAST,
    NOMINALS,
    NOUNS,
    SAYING,
    Columns,
    dependents,
    has_subject,
    having,
    relations_of,
)
from pipeline.parse.repairs.moves import rehang, seat, with_tag

CHARGES = frozenset(
    "claim claims charge charges accusation accusations allegation allegations report reports suggestion suggestions".split()
)
TELLING = frozenset("said says say warned warns told tells announced added confirmed claimed reported".split())
SPEAKING = frozenset(
    "called urged demanded warned accused vowed pledged promised threatened condemned asked appealed rejected denied denounced"
    " criticised criticized blamed dismissed offered refused thanked praised welcomed voiced expressed begged announced"
    " apologised apologized proposed invited cautioned complained insisted replied responded hailed backed pleaded objected"
    " protested lauded suggested recommended encouraged defended".split()
)


def raise_said(words: Sequence[str], columns: Columns) -> Columns | None:
    """What is said, read as an object with a participle, as a clause: "officials say a bomber set off a vest"."""
    for noun in having(columns, "obj"):
        governor = columns.heads[noun]
        if words[governor].lower() not in SAYING:
            continue
        own = dependents(columns, noun)
        verb = next((c for c in own if c > noun and columns.deps[c] == "acl" and columns.tags[c] in ("VBN", "VBD")), None)
        verb = verb if verb is not None else past_behind(columns, noun)
        if verb is not None:
            return reclause(columns, governor, noun, verb)
    return None


def past_behind(columns: Columns, noun: int) -> int | None:
    """A past tense that was read under the last noun of a list: "said 240 rebels and 27 of its men died"."""
    listed = [c for c in dependents(columns, noun) if columns.deps[c] == "conj" and c > noun]
    below = [d for c in listed for d in (c, *dependents(columns, c))]
    verbs = [v for d in below for v in dependents(columns, d) if v > d and columns.deps[v] == "acl" and columns.tags[v] == "VBD"]
    return verbs[0] if verbs else None


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


def is_sentence(columns: Columns, verb: int) -> bool:
    """A finite verb with a subject of its own."""
    own = [columns.deps[c] for c in dependents(columns, verb)]
    return columns.tags[verb] in ("VBD", "VBZ", "VBP", "VBN") and any(dep.startswith("nsubj") for dep in own)


def unsubject_clause(words: Sequence[str], columns: Columns) -> Columns | None:
    """A clause read as subject or auxiliary of "said", as what is said; the noun right before "said" is who says it."""
    for clause in having(columns, "nsubj", "aux"):
        dep, said = columns.deps[clause], columns.heads[clause]
        if words[said].lower() not in SAYING or not columns.tags[clause].startswith("VB"):
            continue
        own = [columns.deps[c] for c in dependents(columns, clause)]
        subject = next((c for c in dependents(columns, said) if columns.deps[c].startswith("nsubj") and c < clause), None)
        if clause < said and ("nsubj" in own if dep == "nsubj" else "obj" in own and subject is not None):
            return make_content(columns, clause, said)
    return None


def make_content(columns: Columns, clause: int, said: int) -> Columns:
    """The clause as the content of "said", with what stands before it; its object right before "said" is the speaker."""
    deps, heads = list(columns.deps), list(columns.heads)
    deps[clause] = "ccomp"
    for c in dependents(columns, said):
        heads[c] = clause if c < clause else said
    if columns.heads[said - 1] == clause and columns.tags[said - 1] in NOMINALS:
        deps[said - 1], heads[said - 1] = "nsubj", said
    return Columns(columns.tags, deps, heads)


def seat_said(words: Sequence[str], columns: Columns) -> Columns | None:
    """An object of "said" that stands before a content clause without a subject, as its subject; a gerund ("said shelling had
    stopped") is then a noun."""
    for noun in having(columns, "obj", "xcomp"):
        governor = columns.heads[noun]
        nouns = COUNTED if columns.deps[noun] == "obj" else ()
        if words[governor].lower() not in SAYING or columns.tags[noun] not in (*nouns, "VBG"):
            continue
        clause = next((c for c in dependents(columns, governor) if c > noun and columns.deps[c] == "ccomp"), None)
        if clause is None:
            continue
        relations = relations_of(columns, clause)
        if not any(r.startswith("nsubj") or r == "mark" for r in relations) and columns.tags[clause] in FINITE_PAST:
            named = with_tag(columns, noun, "NN") if columns.tags[noun] == "VBG" else columns
            return seat(named, noun, clause, "nsubj:pass" if "aux:pass" in relations else "nsubj")
    return None


def join_said(words: Sequence[str], columns: Columns) -> Columns | None:
    """A second thing said, without a subject or a conjunction of its own, beside the first: "said they had cancelled the
    vote, dissolved parliament and closed the borders"."""
    for verb in having(columns, "ccomp"):
        said = columns.heads[verb]
        if columns.tags[verb] not in FINITE_PAST or words[said].lower() not in SAYING or verb < said:
            continue
        before = [
            c for c in dependents(columns, said) if said < c < verb and columns.deps[c] == "ccomp" and has_subject(columns, c)
        ]
        if before and not has_subject(columns, verb) and not relations_of(columns, verb) & {"mark", "aux"}:
            return rehang(columns, verb, before[-1], "conj")
    return None


def raise_spoken(words: Sequence[str], columns: Columns) -> Columns | None:
    """A verb of speaking coordinated with what is said, put beside "said": "said it was over and accused them".

    Only where tense or build tells the two apart: what is said has an auxiliary or a copula, the second verb none."""
    for verb in having(columns, "conj"):
        said = columns.heads[verb]
        while columns.tags[said] in NOUNS and columns.heads[said] != said:  # "had attacked civilians and blamed the army"
            said = columns.heads[said]
        own, inside = relations_of(columns, verb), relations_of(columns, said)
        if words[verb].lower() not in SPEAKING or not is_content(words, columns, said):
            continue
        speaker = columns.heads[said]
        is_plain = not any(dep.startswith(("nsubj", "aux")) for dep in own)
        is_said = words[speaker].lower() in SAYING | TELLING | {"denied", "denies"}
        if is_plain and inside & {"aux", "aux:pass", "cop"} and is_said and speaker < said:
            return rehang(with_tag(columns, verb), verb, speaker, "conj")
    return None


def is_content(words: Sequence[str], columns: Columns, clause: int) -> bool:
    """What is said, or an adverbial clause with "that"."""
    if columns.deps[clause] == "ccomp":
        return True
    marks = (c for c in dependents(columns, clause) if columns.deps[c] == "mark")
    return columns.deps[clause] == "advcl" and any(words[c].lower() == "that" for c in marks)


def hang_charge(words: Sequence[str], columns: Columns) -> Columns | None:
    """A clause with "that" behind the charge that it spells out, read as a circumstance: "denied claims by Chad that it had"."""
    for verb in having(columns, "advcl"):
        governor = columns.heads[verb]
        that = next((c for c in dependents(columns, verb) if columns.deps[c] == "mark" and words[c].lower() == "that"), None)
        charge = next((c for c in dependents(columns, governor) if columns.deps[c] == "obj" and c > governor), None)
        if that is not None and charge is not None and charge < that and words[charge].lower() in CHARGES:
            return rehang(columns, verb, charge, "acl")
    return None


def mark_that(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "That" as the first of two subjects, made the conjunction; None when there is none."""
    for i in having(columns, "nsubj", "nsubj:pass"):
        if words[i].lower() != "that" or columns.heads[i] < i:
            continue
        if any(c > i and columns.deps[c].startswith("nsubj") for c in dependents(columns, columns.heads[i])):
            tags, deps = list(columns.tags), list(columns.deps)
            tags[i], deps[i] = "IN", "mark"
            return Columns(tags, deps, columns.heads)
    return None


def raise_content(words: Sequence[str], columns: Columns) -> Columns | None:
    """A clause with "that" and a subject of its own, read as describing a noun, as what the verb above says; None without one."""
    for verb in having(columns, "acl", "acl:relcl"):
        own = dependents(columns, verb)
        if not any(words[c].lower() == "that" and columns.deps[c] == "mark" for c in own):
            continue
        if not any(columns.deps[c].startswith("nsubj") for c in own):
            continue
        i = columns.heads[verb]
        while columns.tags[i] in COUNTED and columns.heads[i] != i:
            i = columns.heads[i]
        has_content = any(columns.deps[c] == "ccomp" for c in dependents(columns, i))
        if words[i].lower() in TELLING and not has_content:
            return rehang(columns, verb, i, "ccomp")
    return None


def raise_blaming(words: Sequence[str], columns: Columns) -> Columns | None:
    """A verb of speaking behind "and", read beside the last noun of what was said, beside the verb: "denied it and blamed X"."""
    for verb in having(columns, "conj"):
        noun = columns.heads[verb]
        is_past = columns.tags[verb] == "VBD" and words[verb].lower() in SPEAKING
        if (
            not is_past
            or columns.tags[noun] not in NOUNS
            or has_subject(columns, verb)
            or "cc" not in relations_of(columns, verb)
        ):
            continue
        above = noun
        while columns.heads[above] != above and not columns.tags[above].startswith("VB"):
            above = columns.heads[above]
        if columns.tags[above] != "VBD":
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[verb], heads[verb] = "conj", above
        loose = verb + 1
        if loose < len(words) and deps[loose] in ("appos", "nmod", "conj", "flat", "obj") and heads[loose] < verb:
            deps[loose], heads[loose] = "obj", verb
        return Columns(columns.tags, deps, heads)
    return None
