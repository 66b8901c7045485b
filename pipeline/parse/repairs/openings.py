"""Clauses by the word that opens them: conjunctions read as prepositions, relative clauses of events and dates.

since the truce took effect     read with "since" before the truce: it opens the clause
the attack, in which 26 died    read as a circumstance of what precedes: it describes the attack
stoned police, who fired gas    likewise: it is said of the police
on 7 October, when rebels struck  likewise: it says what happened on that day
after a bomb killed six, gunmen … read with what the gunmen did under what the bomb did
…, a claim that Oslo dismissed    read with "that" as a conjunction: it is what Oslo dismissed
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon.days import DAYS
from pipeline.parse.columns import (
    COUNTED,
    FINITE_PAST,
    NOUNS,
    Columns,
    dependents,
    has_case,
    has_conjunction,
    having,
    relations_of,
    subtree,
)
from pipeline.parse.repairs.moves import rehang

OPENING = frozenset(("since", "after", "before", "until", "as", "while"))
EVENTS = frozenset(
    "attack assault raid strike airstrike bombing blast explosion massacre operation incident clash fighting shooting ambush"
    " shelling killing offensive violence siege battle riot coup crackdown attacks clashes raids strikes killings".split()
)
OPENING_RELATIVES = frozenset(("which", "when", "who", "where"))
MAX_BACK = 12  # words before the comma in which the event noun of "…, in which" stands


def mark_clause(words: Sequence[str], columns: Columns) -> Columns | None:
    """A conjunction read as the preposition of a subject, given to the clause; None when there is none.

    A clause without "and" that was coordinated is one of time: "left on Sunday, a day after the army retook the town"."""
    for i in having(columns, "case"):
        subject = columns.heads[i]
        if words[i].lower() not in OPENING or not columns.deps[subject].startswith("nsubj"):
            continue
        verb = columns.heads[subject]
        is_bare = columns.deps[verb] == "conj" and not has_conjunction(columns, verb)
        if (is_bare or columns.deps[verb] in ("advcl", "ccomp", "parataxis")) and columns.tags[verb].startswith("VB"):
            return rehang(rehang(columns, i, verb, "mark"), verb, columns.heads[verb], "advcl")
    return None


def lower_opening(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "After a bomb killed six, gunmen attacked", read with the second clause under the first, the other way round."""
    for verb in having(columns, "advcl"):
        first = columns.heads[verb]
        opening = next((c for c in having(columns, "case", "mark") if words[c].lower() in OPENING), len(words))
        if columns.deps[first] != "root" or verb < first or columns.tags[verb] not in FINITE_PAST or opening > 1:
            continue
        subjects = [next((c for c in dependents(columns, v) if columns.deps[c].startswith("nsubj")), None) for v in (first, verb)]
        if None in subjects or columns.heads[opening] not in (subjects[0], first) or "mark" in relations_of(columns, verb):
            continue
        start = min(i for i in subtree(columns, verb) if columns.deps[i] != "punct")
        if words[start - 1] != ",":
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[verb] = "VBD"
        deps[verb], heads[verb], deps[first], heads[first] = "root", verb, "advcl", verb
        deps[opening], heads[opening] = "mark", first
        return Columns(tags, deps, heads)
    return None


def open_clause(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "Since Russia invaded", "after riots in Quito killed 60", read as phrases before a clause without a subject: the noun is
    the subject, what stands between hangs on it; None without one."""
    for i in having(columns, "case"):
        noun = columns.heads[i]
        if words[i].lower() not in OPENING or columns.deps[noun] not in ("obl", "nmod"):
            continue
        between, verb = phrases_behind(words, columns, noun)
        if verb >= len(words):
            continue
        is_clause = columns.deps[verb] == "advcl" and columns.tags[verb] in ("VBD", "VBN") and columns.tags[noun] in COUNTED
        own = {columns.deps[c] for c in dependents(columns, verb)}
        if is_clause and not any(relation.startswith(("nsubj", "aux", "mark")) for relation in own):
            for phrase in between:
                columns = rehang(columns, phrase, noun, "nmod")
            return rehang(rehang(columns, noun, verb, "nsubj"), i, verb, "mark")
    return None


def phrases_behind(words: Sequence[str], columns: Columns, noun: int) -> tuple[list[int], int]:
    """The phrases with a preposition that follow a noun and hang on the same word, and what stands behind them."""
    phrases: list[int] = []
    end = max(subtree(columns, noun)) + 1
    for c in dependents(columns, columns.heads[noun]):
        own = subtree(columns, c)
        if min(own) == end and columns.deps[c] == "obl" and has_case(columns, c):
            phrases.append(c)
            end = max(own) + 1
    return phrases, end


def hang_relative(words: Sequence[str], columns: Columns) -> Columns | None:
    """A clause with "in which", ", who", a date before ", when" or a place before ", where", as a relative clause of the event,
    of those named before the comma, of the date or of the place; None without one."""
    if not OPENING_RELATIVES.intersection(words):
        return None
    for verb in having(columns, "advcl", "advcl:relcl", "conj", "ccomp", "parataxis"):
        if not columns.tags[verb].startswith("VB"):
            continue
        first = min(subtree(columns, verb))
        first += words[first] == ","
        opening = words[first : first + 2]
        if first < 2 or (words[first - 1] != "," and opening[1:] != ["which"]):
            continue
        if opening in (["in", "which"], ["during", "which"]):
            noun = event_before(words, columns, first - 1)
        elif opening[0] in ("who", "where"):
            noun = named_before(columns, first - 1)
        else:
            noun = date_before(words, columns, first - 1) if opening[0] == "when" else None
        if noun is not None and noun not in subtree(columns, verb):
            return rehang(columns, verb, noun, "acl:relcl")
    return None


def event_before(words: Sequence[str], columns: Columns, comma: int) -> int | None:
    """The nearest noun for an attack before a comma."""
    return next((i for i in range(comma - 1, max(-1, comma - MAX_BACK), -1) if words[i].lower() in EVENTS), None)


def named_before(columns: Columns, comma: int) -> int | None:
    """The head of the noun or name right before a comma."""
    noun = comma - 1
    while columns.deps[noun] in ("flat", "compound") and columns.heads[noun] != noun:
        noun = columns.heads[noun]
    return noun if columns.tags[noun] in NOUNS else None


def date_before(words: Sequence[str], columns: Columns, comma: int) -> int | None:
    """The head of the date right before a comma: of "Oct. 7, 2023" and "7 October" what carries the rest."""
    inside = [i for i in range(max(0, comma - 4), comma) if is_date_word(words[i])]
    if not inside or inside[-1] != comma - 1:
        return None
    return next((i for i in inside if columns.heads[i] not in inside), inside[-1])


def is_date_word(word: str) -> bool:
    """A month, weekday or number."""
    return word.lower().rstrip(".") in DAYS | {day[:3] for day in DAYS} | {"sept"} or word.isdigit()


def mark_relative(words: Sequence[str], columns: Columns) -> Columns | None:
    """A finite clause with "who", "which" or "that" under a noun, read as a participle of that noun, as a relative clause."""
    for verb in having(columns, "acl"):
        own = dependents(columns, verb)
        has_pronoun = any(columns.tags[c] in ("WDT", "WP") and c < verb for c in own)
        is_finite = columns.tags[verb] in ("VBD", "VBZ", "VBP") or any(columns.deps[c].startswith("aux") for c in own)
        is_active = columns.tags[verb] == "VBN" and any(columns.deps[c] == "nsubj" for c in own)  # "that both signed"
        if has_pronoun and (is_finite or is_active):
            return rehang(columns, verb, columns.heads[verb], "acl:relcl")
    return None
