"""Whether a known name in its context is a place: the rules in the order in which they decide.

Every rule is a function of one `Seen` name and gives "keep", "drop" or nothing; the first that speaks decides. What
speaks for a place outside the name itself (a locative word, a state behind the comma, a noun such as "city") is
evidence that counts for the same name in the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.gazetteer.store import Hit
from pipeline.tag.place_names import Piece
from pipeline.tag.place_words import false_friends, heads, ordinary, words

WELL_KNOWN = 500_000  # inhabitants from which a single word needs no further evidence
_STREET = frozenset(
    "street st road rd avenue ave drive dr lane ln boulevard blvd highway hwy parkway trail bypass freeway turnpike way court "
    "expressway alley terrace circle".split()
)
_OFFICES = frozenset(
    "police sheriff sheriffs mayor fire public city council schools board jail circuit volunteer town superior community district army "
    "coroner detention county government parliament authorities forces regional international municipal metropolitan "
    "governor gov senate house legislature supreme court health water central jail state national assembly airport province "
    "governorate region oblast zoo mission bureau branch area attorney citizens residents".split()
)
_FUNCTION = frozenset(
    "the a an in at on of to for from by with as and or but if when while where after before since until that this these those it he "
    "she they we i you his her their its our my there here what who which how why not no all some most many both each every other another "
    "such than then so yet also only even just more less few one two three four five six seven eight nine ten last next first second "
    "about above across against along among around because between beyond during into like near off onto out over past through under "
    "up via within without according former meanwhile however although though despite officials".split()
)


@dataclass(slots=True)
class Seen:
    """A known name where it stands. `before` and `after` are pieces that touch it (one space), if any."""

    start: int
    end: int
    piece: Piece
    hits: tuple[Hit, ...]
    before: str  # folded word that touches it in front, "" if none
    after: str
    cue: str  # lower-case word in front of the whole name
    following: str  # text behind it, a few dozen characters
    is_initial: bool  # begins its sentence
    before_known: bool = False
    after_known: bool = False

    @property
    def kind(self) -> str:
        """demonym, or the kind of the best entry."""
        return "demonym" if self.hits[0].form == "demonym" else self.hits[0].entry.kind

    @property
    def is_strong(self) -> bool:
        """A name that needs no evidence: countries, provinces, regions, several words, or a large city."""
        wide = self.kind in ("country", "admin1", "region", "continent", "sea", "feature", "district")
        return wide or " " in self.piece.key or self.hits[0].entry.population >= WELL_KNOWN


def is_street(word: str) -> bool:
    """Whether a folded word makes the name in front of it a street."""
    return word in _STREET


def has_evidence(seen: Seen) -> bool:
    """Whether the words around the name say that it is a place."""
    if _FOLLOWED_BY_STATE.match(seen.following) or _FOLLOWED_BY_HEAD.match(seen.following):
        return True
    if seen.before:
        return seen.before in words("cues", "directions")
    return seen.cue in words("cues", "locative") or seen.cue in words("cues", "directions") or seen.after in _OFFICES


def judge(seen: Seen, has_support: bool, is_surname: bool) -> bool:
    """Whether the name is a place. `has_support`: evidence for it somewhere in the document; `is_surname`: somebody's name."""
    for rule in _RULES:
        verdict = rule(seen, has_support, is_surname)
        if verdict is not None:
            return verdict
    return has_support


def _never(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    rule = false_friends().get(seen.piece.key)
    return False if rule == "never" or (rule == "cue" and not has_evidence(seen)) else None


def _abbreviation(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    if seen.hits[0].form != "abbreviation":
        return None
    return seen.cue.endswith(",")


def _person_before(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    if not seen.before or seen.before in _FUNCTION:
        return None
    if seen.before in words("names", "titles") or seen.before in words("names", "given") or len(seen.before) == 1:
        return False
    return None


def _demonym(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    return True if seen.kind == "demonym" else None


def _person_after(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    if not seen.after or seen.after in _OFFICES or seen.after in _FUNCTION:
        return None
    if seen.after in ("jr", "sr", "ii", "iii") or seen.after in _STREET:
        return False
    if seen.piece.words in words("names", "given"):
        return False
    return None


def _strong(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    return True if seen.is_strong and not (is_surname and not has_evidence(seen)) else None


def _inside_other_name(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    """A small place between other capitalised words is part of another name."""
    if seen.after and seen.after not in _OFFICES and seen.after not in _FUNCTION:
        return False
    if seen.before and seen.before not in _FUNCTION and seen.before not in words("cues", "directions"):
        return seen.before in ordinary() and has_support and seen.is_initial
    return None


def _ordinary_word(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    if seen.piece.key in ordinary() or seen.piece.key in _FUNCTION:
        return has_evidence(seen) and not seen.is_initial
    return None


def _surname(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    return has_evidence(seen) if is_surname else None


_RULES: tuple[Callable[[Seen, bool, bool], bool | None], ...] = (
    _never, _abbreviation, _person_before, _demonym, _person_after, _strong, _inside_other_name, _ordinary_word, _surname,
)  # fmt: skip
_FOLLOWED_BY_STATE = re.compile(r", (?:[A-Z][a-z]+\.|(?:[A-Z]\.){2}|[A-Z]{2}\b|Ohio|Texas|Iowa|Utah)")
_FOLLOWED_BY_HEAD = re.compile(r"(?:'s|’s)? (?:" + "|".join(sorted(heads())) + r")\b")
