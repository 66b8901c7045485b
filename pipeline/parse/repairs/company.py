"""Those who act along with others, read as adjuncts of the verb: they are of the list that is its subject.

Chad, along with Niger, urged …       read as "urged … with Niger"
Together with Niger, Chad sent …      likewise
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import NOUNS, Columns, dependents, having, subtree

COMPANY = frozenset(("along", "together", "alongside"))
SUBJECTS = ("nsubj", "nsubj:pass")


def join_company(words: Sequence[str], columns: Columns) -> Columns | None:
    """A noun behind "along with" beside the subject or before it, as a part of the list that is the subject."""
    for noun in having(columns, "obl", "nmod"):
        case = next((c for c in dependents(columns, noun) if words[c].lower() == "with" and columns.deps[c] == "case"), None)
        if case is None or not case or words[case - 1].lower() not in COMPANY or columns.tags[noun] not in NOUNS:
            continue
        verb = columns.heads[noun]
        subject = next((c for c in dependents(columns, verb) if columns.deps[c] in SUBJECTS), None)
        is_led = subject is not None and noun < verb and columns.tags[subject] in NOUNS
        if subject is None or not is_led or not stands_beside(words, columns, subject, noun, case - 1):
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[noun], heads[noun] = "conj", subject
        deps[case - 1], heads[case - 1] = "cc", noun
        deps[case], heads[case] = "fixed", case - 1
        return Columns(columns.tags, deps, heads)
    return None


def stands_beside(words: Sequence[str], columns: Columns, subject: int, noun: int, along: int) -> bool:
    """Nothing but a comma parts the subject and the company, or the company opens the sentence."""
    if noun < subject:
        return along == 0
    last = max(i for i in subtree(columns, subject) if i < along)
    return all(words[i] == "," for i in range(last + 1, along))
