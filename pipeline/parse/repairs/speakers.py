"""Who says it, where the model joined the speaker to the wrong clause.

…, the army said on Monday       read as coordinated: without a conjunction it is a parenthesis
…, the sides announced in Doha   read as a noun with a participle: they are who announced it
…, says the army                 read with an object: nobody is said
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import NOMINALS, SAYING, Columns, dependents, has_subject, having, relations_of
from pipeline.parse.repairs.moves import first_word, rehang

ANNOUNCING = frozenset("announced said confirmed reported added claimed declared stated".split())

QUOTES = frozenset(('"', "”", "''"))


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
