"""Nouns for a deed, with what stands between them and whom or where they hit.

over the killing last week of a judge   read as a participle, and as a week of a judge: the judge was killed, last week
the raid, some 30 km north of Kaya,     read with Kaya under the verb behind it: it says where the raid was
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lexicon.days import DAYS
from pipeline.parse.columns import NOUNS, Columns, dependents, having
from pipeline.parse.repairs.days import TIMES
from pipeline.parse.repairs.moves import first_word, rehang, with_tag
from pipeline.parse.repairs.phrases import COMPASS

YEAR = re.compile(r"(19|20)\d\d")
ARTICLES = frozenset(("a", "an", "the", "this", "that", "these", "those"))
PARTIES = ("obl", "nmod", "obj", "nsubj", "nsubj:pass", "conj")
LENGTHS = frozenset("km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters".split())


def name_gerund(words: Sequence[str], columns: Columns) -> Columns | None:
    """A participle right behind an article or as what a passive was done by, without an object, as the noun that it is: "over the
    killing of", "killed by shelling"."""
    for i in having(columns, *PARTIES, "obl:agent"):
        own = dependents(columns, i)
        opening = ("by",) if columns.deps[i] == "obl:agent" else ARTICLES
        is_bare = i > 0 and words[i - 1].lower() in opening and columns.heads[i - 1] == i
        if is_bare and columns.tags[i] == "VBG" and not any(columns.deps[c] in ("obj", "nsubj", "aux") for c in own):
            return with_tag(columns, i, "NN")
    return None


def give_victim(words: Sequence[str], columns: Columns) -> Columns | None:
    """What "of" opens behind a time that stands right behind a noun, read as "a week of a judge", given to the noun with the
    time: "the killing last week of a judge"."""
    for victim in having(columns, "nmod"):
        time = columns.heads[victim]
        of = first_word(columns, victim)
        head = columns.heads[time] if columns.deps[time] == "nmod:unmarked" else time  # "April | 2014"
        noun = first_word(columns, head) - 1
        is_time = {words[time].lower(), words[head].lower()} & (DAYS | TIMES) or YEAR.fullmatch(words[time])
        if not is_time or words[of].lower() != "of" or of != time + 1 or noun < 0 or columns.tags[noun] not in NOUNS:
            continue
        if columns.heads[head] in (noun, columns.heads[noun]) and columns.deps[noun] in PARTIES:
            dep = "nmod" if columns.deps[head] in ("obl", "nmod") else "nmod:unmarked"
            return rehang(rehang(columns, victim, noun, "nmod"), head, noun, dep)
    return None


def place_measured(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "North of Kaya" behind a length that says where a noun is, read as a phrase of the verb, given to the length."""
    for place in having(columns, "obl"):
        case = first_word(columns, place)
        length = case - 1
        is_measured = length >= 0 and words[length].lower() in LENGTHS and columns.deps[length] == "appos"
        if is_measured and words[case].lower() in COMPASS | {"from"} and columns.deps[case] == "case":
            return rehang(columns, place, length, "nmod")
    return None
