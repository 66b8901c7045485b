"""Phrases that hang on a word they cannot belong to, put under the right one. The clause stays what it was.

hacked to death ten people        read with the people as an object of "death": a noun has none
…, UNRWA said                     read with the speaker as an adverb of "said"
in clashes on Sunday between …    read with "between" under "Sunday": it belongs to the noun before the day
since the death of X on 16 May    read with the day under the verb: it is the day of the death
On Monday Abiy met the envoys     read with "Abiy" as part of the day: a verb has a subject
handed four hostages over to X     read with "over" under the hostages: it belongs to the verb, as does what follows it
fired to disperse them, killing … read with "killing" under the purpose: it is what the firing did
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import SAYING, Columns, dependents, having

DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december".split()
)
_PARTICLES = frozenset(("over", "up", "down", "out", "off", "away", "back"))
_OF_A_DAY = frozenset(("flat", "appos", "nmod:unmarked", "nmod", "compound", "conj"))


def raise_object(words: Sequence[str], columns: Columns) -> Columns | None:
    """An object of a noun in a prepositional phrase, given to the verb that the phrase belongs to."""
    for i in having(columns, "obj"):
        noun = columns.heads[i]
        if columns.tags[noun] not in ("NN", "NNS") or columns.deps[noun] != "obl":
            continue
        verb = columns.heads[noun]
        if columns.tags[verb].startswith("VB") and not any(columns.deps[c] == "obj" for c in dependents(columns, verb)):
            return rehang(columns, i, verb, "obj")
    return None


def seat_speaker(words: Sequence[str], columns: Columns) -> Columns | None:
    """A name right before "said" that was read as an adverb, as its subject: "…, UNRWA said"."""
    for verb in range(1, len(words)):
        name = verb - 1
        is_read_so = columns.heads[name] == verb and columns.deps[name] in ("advmod", "obl", "discourse", "vocative")
        if not is_read_so or columns.tags[name] not in ("NNP", "NNPS") or words[verb].lower() not in SAYING:
            continue
        has_case = any(columns.deps[c] == "case" for c in dependents(columns, name))
        if not has_case and not any(columns.deps[c].startswith("nsubj") for c in dependents(columns, verb)):
            return rehang(columns, name, verb, "nsubj")
    return None


def rehang(columns: Columns, i: int, head: int, dep: str) -> Columns:
    """A word under another head with another relation."""
    deps, heads = list(columns.deps), list(columns.heads)
    deps[i], heads[i] = dep, head
    return Columns(columns.tags, deps, heads)


def unhang_from_day(words: Sequence[str], columns: Columns) -> Columns | None:
    """A phrase with "between" that hangs on a day, given to the noun before the day, else to what governs the day."""
    for i, dep in enumerate(columns.deps):
        day = columns.heads[i]
        if dep not in ("nmod", "obl") or i < day or words[day].lower() not in DAYS:
            continue
        if not any(words[c].lower() == "between" for c in dependents(columns, i) if columns.deps[c] == "case"):
            continue
        before = min((day, *dependents(columns, day))) - 1
        if before >= 0 and columns.tags[before] in ("NN", "NNS"):
            return rehang(columns, i, before, "nmod")
        if columns.heads[day] != day:
            return rehang(columns, i, columns.heads[day], "obl")
    return None


def lower_day(words: Sequence[str], columns: Columns) -> Columns | None:
    """A date with "on" right behind a phrase with "since", under that phrase: "since the death of the general on 16 May"."""
    for i in having(columns, "obl"):
        verb = columns.heads[i]
        if i < verb:
            continue
        own = dependents(columns, i)
        if not any(words[c].lower() == "on" and columns.deps[c] == "case" for c in own):
            continue
        first = min((i, *own))
        for c in dependents(columns, verb):
            has_since = any(words[m].lower() == "since" and columns.deps[m] == "case" for m in dependents(columns, c))
            is_right_before = columns.deps[c] == "obl" and verb < c < first and "," not in words[c:first]
            if has_since and is_right_before and is_date(words, columns, i):
                return rehang(columns, i, c, "nmod")
    return None


def is_date(words: Sequence[str], columns: Columns, i: int) -> bool:
    """A weekday, a month, or a number beside a month."""
    return any(words[j].lower() in DAYS for j in (i, *dependents(columns, i)))


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


def free_subject(words: Sequence[str], columns: Columns) -> Columns | None:
    """A name right behind the day that opens a sentence, as the subject of a verb that has none."""
    day = next((i for i in range(min(2, len(words))) if words[i].lower() in DAYS), None)
    if day is None or day + 1 >= len(words) or not columns.tags[day + 1].startswith("NNP"):
        return None
    name = next((c for c in dependents(columns, day) if c > day and columns.deps[c] in _OF_A_DAY), None)
    is_below = name is None and columns.deps[day] == "compound" and columns.deps[columns.heads[day]].startswith("obl")
    name = columns.heads[day] if is_below else name
    if name is None:
        return None
    verb = columns.heads[name] if is_below else columns.heads[day]
    own = [columns.deps[c] for c in dependents(columns, verb)]
    if verb <= name or not columns.tags[verb].startswith("VB") or any(dep.startswith("nsubj") for dep in own):
        return None
    deps, heads = list(columns.deps), list(columns.heads)
    deps[name], heads[name] = "nsubj:pass" if "aux:pass" in own else "nsubj", verb
    deps[day], heads[day] = "obl" if day else "obl:unmarked", verb
    if day:
        deps[0], heads[0] = "case", day
    return Columns(columns.tags, deps, heads)


def free_particle(words: Sequence[str], columns: Columns) -> Columns | None:
    """A particle behind the object, given to the verb, with the phrase behind it: "handed four hostages over to the police"."""
    for i in having(columns, "advmod"):
        noun = columns.heads[i]
        verb = columns.heads[noun]
        is_particle = words[i].lower() in _PARTICLES and i > noun
        if not is_particle or columns.deps[noun] != "obj" or not columns.tags[verb].startswith("VB"):
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[i], heads[i] = "compound:prt", verb
        for c in dependents(columns, noun):
            if c > i and deps[c] == "nmod":
                deps[c], heads[c] = "obl", verb
        return Columns(columns.tags, deps, heads)
    return None
