"""Which place lies in which, as the text nests them: "X village of Y district in Z province", "Z's X district", "X, Z"."""

from __future__ import annotations

import re

from pipeline.records import PlaceMention
from pipeline.tag.place_detail import singular_head
from pipeline.tag.place_words import words

_WORDS = re.compile(r"[\w'’-]+")
_LINKS = frozenset(
    "of in the a an and 's ’s local government administrative autonomous area areas lga ward capital city resort port".split()
)
_UNNAMED = ("demonym", "corner", "capital")  # mentions that are no names of places
_OWNED = re.compile(r"['’]s (?:[a-z-]+ ){0,5}$")
_APPOSED = re.compile(
    r"(?: \([^)]*\))?, (?:a|an|the|its|another) (?:[\w-]+,? ){0,5}?([a-z]+) (?:in|of) (?:the )?(?:[\w-]+ ){0,3}$"
)
_STOPS = re.compile(r"[.;:!?\n]")
OWN_ADJECTIVES = 2  # between "'s" and the name of a part: "Mogadishu's northern X"
_LONGEST_GAP = 60  # characters between a place and what it lies in


def outer_places(text: str, mentions: tuple[PlaceMention, ...]) -> list[int | None]:
    """For each mention the index of the mention that the text says it lies in, None if it says nothing."""
    behind = (_behind(text, mentions, index) for index in range(len(mentions)))
    return [_ahead(text, mentions, index) if found is None else found for index, found in enumerate(behind)]


def _behind(text: str, mentions: tuple[PlaceMention, ...], index: int) -> int | None:
    """The next mention, when only a comma, "of", "in" and nouns for places stand between."""
    if index + 1 >= len(mentions) or mentions[index].kind in _UNNAMED:
        return None
    following = mentions[index + 1]
    gap = text[mentions[index].end : following.start]
    if following.kind in (*_UNNAMED, "place") and not _names_inside(gap):
        return None
    if following.kind != "place" and _is_apposed(gap):
        return index + 1
    return index + 1 if _is_link(gap, needs_word=following.kind in ("place", "unknown")) else None


def _names_inside(gap: str) -> bool:
    return bool(re.search(r"\b(?:of|in)\b", gap))


def _ahead(text: str, mentions: tuple[PlaceMention, ...], index: int) -> int | None:
    """The mention in front, of which this is a part: "Mogadishu's Yaqshid district", "the Tunisian town of X"."""
    if not index or mentions[index].kind in _UNNAMED:
        return None
    gap = text[mentions[index - 1].end : mentions[index].start]
    if _OWNED.match(gap) and _ends_with_head(gap):
        return index - 1
    if mentions[index - 1].kind != "demonym":
        return None
    nouns = _WORDS.findall(gap)
    is_apposed = bool(nouns) and nouns[-1] == "of" and any(singular_head(noun) or noun == "capital" for noun in nouns)
    return index - 1 if (is_apposed and _is_link(gap, needs_word=False)) or gap in (" city ", " capital ", " capital, ") else None


def _ends_with_head(gap: str) -> bool:
    """Whether what stands behind "'s" can belong to a name: adjectives, or adjectives and a noun of a place with "of"."""
    nouns = gap.split()[1:]
    return len(nouns) <= OWN_ADJECTIVES or (nouns[-1] == "of" and bool(singular_head(nouns[-2])))


def _is_apposed(gap: str) -> bool:
    """ "X, a mainly Muslim town in oil-rich Y province": a noun for a place says where it lies."""
    match = _APPOSED.fullmatch(gap) if gap.startswith((",", " (")) else None
    return match is not None and bool(singular_head(match.group(1)))


def _is_link(gap: str, needs_word: bool) -> bool:
    if len(gap) > _LONGEST_GAP or _STOPS.search(gap) or not gap.strip(" "):
        return False
    between = [word.lower() for word in _WORDS.findall(gap)]
    known = words("cues", "directions")
    if not all(word in _LINKS or word in known or singular_head(word) for word in between) or "and" in between:
        return False
    return not needs_word or "of" in between or "in" in between
