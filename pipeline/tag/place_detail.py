"""The words around a place name that say what it is: "the town of X", "X province", "north-west X", "the X border"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.tag.place_words import heads, words


@dataclass(frozen=True, slots=True)
class PlaceDetail:
    """What stands beside a place name.

    `head`: what its common noun says (city, district, province, area, rural, point, border, water, land), "" without one;
    `noun`: that noun; `direction`: compass word in lower case, "northwest", and `start` where it begins in the text (None
    without one); `cue`: the word in front of the whole name.
    """

    head: str = ""
    noun: str = ""
    direction: str = ""
    cue: str = ""
    start: int | None = None


_WORDS = re.compile(r"[\w'’.]+(?:-[\w'’.]+)*,?")
_BEHIND = re.compile(r"(?:['’]s?)? ([A-Za-z-]+)\b")
_ROW = re.compile(r"(?:(?:,| and| or|, and) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?){1,4} ([a-z]+s)\b")
_APPOSED = re.compile(
    r", (?:a|an|another|the) (?:[a-z-]+ ){0,3}?(village|town|city|hamlet|settlement|suburb|neighbou?rhood|district)\b"
)
_LOCAL_GOVERNMENT = re.compile(r" [Ll]ocal ([Gg]overnment|[Cc]ouncil|[Dd]evelopment)")
_GUARDS = re.compile(r" [Bb]order [Gg]uards?| [Bb]order (?:police|patrol|agents?|officers?|troops|forces|soldiers)\b")
_PARTY = re.compile(r" Front\b(?! [Ll]ine)")  # with a capital letter no line of battle: "the Popular Front"
_LINKS = frozenset({"of", "with", "called", "named"})
_ARTICLES = frozenset({"the", "a", "an"})


def detail_at(text: str, start: int, end: int, low: int, high: int) -> PlaceDetail:
    """The detail of the name `text[start:end]`, looked for inside its sentence `text[low:high]`."""
    found = list(_WORDS.finditer(text, max(low, start - 48), start))[-6:]
    ahead = [match.group().lower() for match in found]
    direction, begins = _direction(ahead)
    noun = _noun_inside(text[start:end]) or _noun_behind(text, end, high) or _noun_ahead(ahead)
    while ahead and ahead[-1] in _ARTICLES:
        ahead.pop()
    at = found[begins].start() if direction else None
    return PlaceDetail(heads().get(noun, ""), noun, direction, ahead[-1] if ahead else "", at)


def _direction(ahead: list[str]) -> tuple[str, int]:
    """The compass word that `ahead` ends with (taken off it) and where in it the phrase begins: "north west" is one."""
    compass = words("cues", "directions")
    direction = ahead.pop().replace("-", "") if ahead and ahead[-1] in compass else ""
    if direction and ahead and ahead[-1] + direction in compass:
        direction = ahead.pop() + direction
    return direction, len(ahead)


def _noun_behind(text: str, end: int, high: int) -> str:
    """The noun behind a name, also that of a row of names ("Idlib and Aleppo provinces")."""
    stop = min(high, end + 64)
    if _LOCAL_GOVERNMENT.match(text, end, stop):
        return "district"
    behind = _BEHIND.match(text, end, stop)
    if _GUARDS.match(text, end, stop) or _PARTY.match(text, end, stop):
        return ""
    if behind and behind.group(1).lower() not in ("and", "or"):
        return singular_head(behind.group(1))
    row = _ROW.match(text, end, stop) or _APPOSED.match(text, end, stop)
    return singular_head(row.group(1)) if row else ""


def _noun_ahead(ahead: list[str]) -> str:
    """The noun ahead of a name: "the town of X", "the village X", "the border with X"."""
    left = list(ahead)
    while left and left[-1] in _ARTICLES:
        left.pop()
    is_linked = bool(left) and left[-1] in _LINKS
    if is_linked:
        left.pop()
    found = singular_head(left[-1]) if left else ""
    if heads().get(found) == "border" and left[-2:-1] not in (["the"], ["its"], ["a"], ["their"]):
        return ""
    return found if is_linked or heads().get(found) in ("city", "district", "province") else ""


def _noun_inside(name: str) -> str:
    return singular_head(name.rsplit(" ", 1)[-1]) if " " in name else ""


@lru_cache(maxsize=20_000)
def singular_head(noun: str) -> str:
    """The singular of a noun that says what a place is, "" for any other word."""
    low = noun.lower()
    for form in (low, low[:-3] + "y" if low.endswith("ies") else low, low.removesuffix("s"), low.removesuffix("es")):
        if form in heads():
            return form
    return ""
