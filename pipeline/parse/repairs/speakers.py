"""Who says it, where the model joined the speaker to the wrong clause.

has risen to 58, medics said     read with "said" as what has risen: it is put in, and the 58 is no part of it
…, the army said on Monday       read as coordinated: without a conjunction it is a parenthesis
…, UNRWA said                    read with the speaker as an adverb of "said"
…, Ali Adam, a colonel, said     read without a subject: the name before the apposition is it; also "…," the chief, Al Hu, said
…, the sides announced in Doha   read as a noun with a participle: they are who announced it
…, says the army                 read with an object: nobody is said
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import NAMES, NOMINALS, NOUNS, SAYING, Columns, dependents, has_subject, having, relations_of
from pipeline.parse.repairs.moves import first_word, rehang

ANNOUNCING = frozenset("announced said confirmed reported added claimed declared stated".split())

QUOTES = frozenset(('"', "”", "''"))


def unhook_speaker(words: Sequence[str], columns: Columns) -> Columns | None:
    """ ", medics said" behind a clause, read as the content of that clause, made a parenthesis; what stands before the comma goes
    back to the clause."""
    for said in having(columns, "ccomp", "conj"):
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


def seat_speaker(words: Sequence[str], columns: Columns) -> Columns | None:
    """A name right before "said" that was read as an adverb, as its subject: "…, UNRWA said"."""
    for name in having(columns, "advmod", "obl", "discourse", "vocative"):
        verb = name + 1
        if columns.heads[name] != verb or columns.tags[name] not in NAMES or words[verb].lower() not in SAYING:
            continue
        has_case = any(columns.deps[c] == "case" for c in dependents(columns, name))
        if not has_case and not any(columns.deps[c].startswith("nsubj") for c in dependents(columns, verb)):
            return rehang(columns, name, verb, "nsubj")
    return None


def unjoin_speaker(words: Sequence[str], columns: Columns) -> Columns | None:
    """A speaker and "said" behind a comma that were read as a coordinated clause, made a parenthesis; what stands before the
    comma goes back to the clause that is said."""
    for said in having(columns, "conj"):
        if words[said].lower() not in SAYING or relations_of(columns, said) & {"cc", "ccomp", "obj", "xcomp"}:
            continue
        own = dependents(columns, said)
        subjects = [c for c in own if columns.deps[c] == "nsubj" and c < said and "case" not in relations_of(columns, c)]
        first = first_word(columns, subjects[-1]) if subjects else 0
        if first and words[first - 1] == ",":
            deps, heads = list(columns.deps), list(columns.heads)
            deps[said] = "parataxis"
            for c in (c for c in own if c < first - 1):
                heads[c], deps[c] = heads[said], "obl" if deps[c] == "nsubj" else deps[c]
            return Columns(columns.tags, deps, heads)
    return None


def seat_introduced(words: Sequence[str], columns: Columns) -> Columns | None:
    """A name with an apposition before "said", read as part of the clause before, as the one who says it."""
    for said in range(4, len(words)):
        if words[said - 1] != "," or words[said].lower() not in SAYING or has_subject(columns, said):
            continue
        commas = [i for i in range(said - 1) if words[i] == ","][-2:]
        if len(commas) < 2:
            continue
        start = commas[0] + 1 + (words[commas[0] + 1] in QUOTES)
        is_name = columns.tags[commas[1] - 1] == "NNP" or all(tag == "NNP" for tag in columns.tags[commas[1] + 1 : said - 1])
        if columns.tags[start] not in ("NNP", "NNPS", "DT") or not is_name:
            continue
        name = outward(columns, start, commas[1])
        apposition = outward(columns, commas[1] + 1, said - 1)
        if name is not None and apposition is not None and columns.tags[apposition] in NOUNS:
            return introduce(columns, said, name, apposition)
    return None


def outward(columns: Columns, start: int, end: int) -> int | None:
    """The one word of `[start, end)` whose head lies outside; None when there are more."""
    found = [i for i in range(start, end) if not start <= columns.heads[i] < end or columns.heads[i] == i]
    found = [i for i in found if columns.deps[i] != "punct"]
    return found[0] if len(found) == 1 else None


def introduce(columns: Columns, said: int, name: int, apposition: int) -> Columns:
    """The name as the subject of the reporting verb, the apposition under the name."""
    deps, heads = list(columns.deps), list(columns.heads)
    deps[name], heads[name] = "nsubj", said
    deps[apposition], heads[apposition] = "appos", name
    if deps[said] == "conj":
        deps[said] = "parataxis"
    return Columns(columns.tags, deps, heads)


def invert_speaker(words: Sequence[str], columns: Columns) -> Columns | None:
    """What stands behind ", says", read as its object, as its subject."""
    for said in range(1, len(words)):
        if words[said - 1] not in (",", '"', "”") or words[said].lower() not in SAYING or has_subject(columns, said):
            continue
        speaker = next((c for c in dependents(columns, said) if c > said and columns.deps[c] == "obj"), None)
        if speaker is not None and not relations_of(columns, said) & {"aux", "xcomp"}:
            return rehang(columns, speaker, said, "nsubj")
    return None


def raise_announcer(words: Sequence[str], columns: Columns) -> Columns | None:
    """Who says it at the end, read as a noun with a participle, as a clause: "…, the two sides announced on Tuesday"."""
    for noun in having(columns, "parataxis", "root"):
        verb = next((c for c in dependents(columns, noun) if c > noun and columns.deps[c] == "acl"), None)
        is_said = verb is not None and verb == noun + 1 and words[verb].lower() in ANNOUNCING
        if verb is None or not is_said or columns.tags[noun] not in NOMINALS:
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[verb], deps[verb] = "VBD", deps[noun]
        heads[verb] = verb if heads[noun] == noun else heads[noun]
        deps[noun], heads[noun] = "nsubj", verb
        for c in dependents(columns, noun):
            if c != verb and (c > verb or deps[c] == "punct"):
                heads[c] = verb
        return Columns(tags, deps, heads)
    return None
