"""Acronyms that a document introduces, and what sort of organisation a name tells of.

the Front for Mountain Justice (FMJ)          the letters are the initials
the Confederation of Farmers, known as CCO,   said to be its name
the General Union of Workers, UGT, called     between commas, with most of the initials
the United Front for Change (FUC)             another language's: the whole name before the bracket
"""

from __future__ import annotations

import re
from collections import Counter

from pipeline.lexicon.actors import Actor, actor_id
from pipeline.lexicon.words import word_class
from pipeline.resolve.discourse import Discourse

_LETTERS = r"(?:the\s+)?([A-Z][A-Za-z]*[A-Z][A-Za-z0-9/-]*)"
_NAMING = r"(?:better\s+|also\s+|widely\s+)?(?:known|abbreviated|called)\s+(?:as\s+)?|known\s+by\s+(?:its|their)\s+[\w\s-]{4,24}?"
_ACRONYM = re.compile(rf"\(\s*{_LETTERS}\s*[),;]|,\s+(or\s+|{_NAMING})?{_LETTERS}(?=\s*[,.;])")
_SMALL = frozenset("of for the and to de del della la le les du des da do dos das el al y e et i".split())
_ARTICLES = frozenset(("the", "and"))
_MAX_LONG_FORM = 12  # words of a name with its small ones
_MIN_WORDS = 2  # capitalised words of a name in another language's letters
_SHARED = 0.5  # share of the letters that a name between commas must give
_KINDS_OF_NAMES = {
    **dict.fromkeys(("army", "front", "brigade", "brigades", "movement"), "REB"),
    **dict.fromkeys(("association", "committee", "centre", "center", "foundation", "observatory"), "NGO"),
    **dict.fromkeys(("company", "corporation", "bank"), "BUS"),
    **dict.fromkeys(("parliament", "congress"), "LEG"),
    **dict.fromkeys(("union", "unions", "workers", "teachers"), "LAB"),
    **{"party": "PTY", "militia": "UAF", "agency": "JRN", "university": "EDU"},
    **{"court": "JUD", "ministry": "GOV", "police": "COP"},
}


def introduced_acronyms(discourse: Discourse) -> dict[str, Actor]:
    """Acronyms behind the name that they abbreviate; they count before the table's."""
    out: dict[str, Actor] = {}
    for match in _ACRONYM.finditer(discourse.text):
        bracketed, naming, listed = match.groups()
        letters = bracketed or listed
        found = _long_form(discourse, match.start(), letters)
        if found is None and (whole := _whole_name(discourse, match.start())) is not None:
            is_said = bool(bracketed or naming) and not _is_known(discourse, match.end(1 if bracketed else 3))
            found = whole if is_said or _shares(discourse.text[slice(*whole)], letters) else None
        if found is None:
            continue
        start, end = found
        known = next((m for m in discourse.within(start, end) if m.actors and m.end == end), None)
        actor = (discourse.pick(known.actors) or known.actors[0]) if known is not None else None
        name = " ".join(discourse.text[start:end].split())
        out.setdefault(letters, actor or Actor(name, actor_id(name), "", sector_of_name(name), None))
    return out


def sector_of_name(name: str) -> str:
    """The sector that the last telling word of an organisation's name gives."""
    return next((_KINDS_OF_NAMES[w] for w in reversed(name.lower().split()) if w in _KINDS_OF_NAMES), "UNK")


def _long_form(discourse: Discourse, mark: int, letters: str) -> tuple[int, int] | None:
    """The shortest run of words up to a mark whose capitals give the letters, small words left out: `[start, end)`."""
    wanted = [c for c in letters if c.isupper()]
    spans = discourse.words.spans
    last = _last_word(discourse, mark)
    initials: list[str] = []
    for i in range(last, max(-1, last - _MAX_LONG_FORM), -1):
        if _is_upper(discourse, i):
            initials.insert(0, discourse.text[spans[i][0]])
            if initials == wanted:
                return spans[i][0], spans[last][1]
    return None


def _whole_name(discourse: Discourse, mark: int) -> tuple[int, int] | None:
    """The name of an organisation that ends at a bracket or comma: its capitalised words and the small ones between them."""
    spans, keys = discourse.words.spans, discourse.words.keys
    last = first = _last_word(discourse, mark)
    for i in range(last, max(-1, last - _MAX_LONG_FORM), -1):
        if i < last and any(c in ",.;:()\n" for c in discourse.text[spans[i][1] : spans[i + 1][0]]):
            break
        if _is_upper(discourse, i) and keys[i] not in _ARTICLES:
            first = i
        elif keys[i] not in _SMALL:
            break
    names = [keys[i] for i in range(first, last + 1) if _is_upper(discourse, i)]
    is_body = any(key in word_class("body") for key in names)
    return (spans[first][0], spans[last][1]) if is_body and len(names) >= _MIN_WORDS else None


def _shares(name: str, letters: str) -> bool:
    """Most of the letters are initials of the name."""
    initials = Counter(word[0] for word in name.split() if word[0].isupper())
    wanted = Counter(c for c in letters if c.isupper())
    return sum((initials & wanted).values()) > _SHARED * sum(wanted.values())


def _is_known(discourse: Discourse, end: int) -> bool:
    """The actor table knows the letters that end there."""
    return any(mention.actors and mention.end == end for mention in discourse.within(end - 1, end))


def _last_word(discourse: Discourse, mark: int) -> int:
    spans = discourse.words.spans
    return next((i for i in range(len(spans) - 1, -1, -1) if spans[i][1] <= mark), -1)


def _is_upper(discourse: Discourse, i: int) -> bool:
    return 0 <= i < len(discourse.words) and discourse.text[discourse.words.spans[i][0]].isupper()
