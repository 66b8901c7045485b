"""Which institution a bare noun means: "the bloc", "the alliance", "the court", "the agency", after the text has named it.

A noun that is part of a name means the organisation with that name ("the union" the African Union, "the council" the Security
Council); "bloc", "alliance", "agency" and the like mean organisations of that kind. A word of a group's name with a capital
letter means the group: "the Tigers" the Liberation Tigers. The one named last before is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from pipeline.lexicon.actors import Actor
from pipeline.resolve.discourse import Discourse
from pipeline.tag.actors import ActorMention, fold_word

_OF_STATES = frozenset(
    ("IGO", "IGOAFU", "IGOEUR", "IGOECW", "IGOSAD", "IGOARL", "IGOGCC", "IGOOIC", "IGOOAS", "IGOASN", "IGOOPC")
)
_DEFENCE = frozenset(("IGONAT", "IGOMIL"))
_WITH_SECRETARY = _DEFENCE | frozenset(("IGOARL", "IGOOAS", "IGOOIC", "IGOASN", "IGOGCC"))  # the EU and the AU have a president
_LENDERS = frozenset(("IGOIMF", "IGOWBK"))
_NAMED = frozenset(
    "union council court tribunal commission league association committee mission front party movement congress"
    " federation agency fund bank assembly".split()
)
_KINDS: dict[str, Callable[[Actor], bool]] = {
    "bloc": lambda a: a.code in _OF_STATES,
    "grouping": lambda a: a.code in _OF_STATES,
    "alliance": lambda a: a.code in _DEFENCE,
    "agency": lambda a: a.code == "IGOUNO" and a.name != "United Nations",
    "organization": lambda a: a.sector in ("IGO", "NGO"),
    "organisation": lambda a: a.sector in ("IGO", "NGO"),
    "charity": lambda a: a.sector == "NGO",
    "watchdog": lambda a: a.sector == "NGO" or "nuclear" in " ".join(a.aliases) or "Prohibition" in a.name,
    "lender": lambda a: a.code in _LENDERS,
    "party": lambda a: a.sector == "PTY",
    "secretariat": lambda a: a.code in _WITH_SECRETARY or a.name == "United Nations",
    "body": lambda a: a.sector == "IGO",
}
_UNITED = frozenset(("alliance", "coalition"))
_ANYBODYS = frozenset(  # words of many names
    "army force forces state states republic government police people national international united islamic islam"
    " democratic popular liberation revolutionary armed security free new north south east west northern southern eastern western"
    " resistance defence defense peace justice freedom unity human rights red group".split()
)
KNOWN_BY = frozenset(
    "regional economic military west african western world trading political european arab southeast asian east"
    " southern central transatlantic rights aid humanitarian nuclear african-union u.n. un global lending gulf ruling".split()
)
_SIZES = ("-member", "-nation", "-country", "-strong", "-state")


def institution_meant(discourse: Discourse, noun: str, position: int, is_name: bool = False) -> Actor | None:
    """The institution that a bare noun at a position stands for; None for other nouns, or where the text named none before.
    `is_name`: it has a capital letter."""
    if noun not in _KINDS and noun not in _NAMED and not (is_name and noun not in _ANYBODYS):
        return None
    before = discourse.mentions[: bisect_left(discourse.starts, position)]
    named = (mention for mention in reversed(before) if mention.actors and mention.end <= position)
    actors = ((mention, discourse.pick(mention.actors) or _disbanded(mention)) for mention in named)
    fits = (actor for mention, actor in actors if actor is not None and _fits(discourse, noun, mention, actor, is_name))
    return next(fits, None)


def _disbanded(mention: ActorMention) -> Actor | None:
    """A group of an earlier time keeps its name."""
    return next((actor for actor in mention.actors if actor.sector not in ("GOV", "MIL")), None)


def says_nothing_more(words: set[str]) -> bool:
    """The words before the noun only repeat what is known of it: "the regional bloc", "the 15-nation bloc"."""
    return all(word in KNOWN_BY or word.endswith(_SIZES) or word[:1].isdigit() or word in ("member", "nation") for word in words)


def _fits(discourse: Discourse, noun: str, mention: ActorMention, actor: Actor, is_name: bool) -> bool:
    """The institution is of the noun's kind, or has the noun in its name or in the words that stand there."""
    is_of_kind = noun in _KINDS and _KINDS[noun](actor)
    words = {fold_word(word) for word in f"{discourse.text[mention.start : mention.end]} {actor.name}".split()}
    if noun in _UNITED and not words.isdisjoint(_UNITED):
        return True
    is_named = (noun in _NAMED or (is_name and noun not in _ANYBODYS)) and not words.isdisjoint((noun, f"{noun}s"))
    return is_of_kind or (is_named and actor.sector not in ("GOV", "MIL", "COP"))
