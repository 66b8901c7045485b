"""What a pronoun or a definite description may stand for: he, it, they, the country, these fighters, the bloc."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.lexicon.actors import nouns
from pipeline.resolve.nominal import Referent

_MALE, _FEMALE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
THING = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves".split())
_IRREGULARS = ("REB", "UAF", "CRM")
_RULING = frozenset("president premier minister parliament cabinet government embassy ambassador".split())
_RULED = frozenset(("MIL", "COP"))  # an army has no president
_UNARMED = frozenset("NGO JRN MED BUS LAB JUD EDU REL".split())
_FORCES = frozenset(("force", "troop", "soldier"))
_GROUPS = frozenset(
    "group militant fighter rebel organization organisation movement insurgent gunman attacker militia faction jihadist terrorist"
    " assailant guerrilla insurgency gang".split()
)
UNIONS = frozenset(("coalition", "alliance", "junta", "bloc", "league"))
_BODIES = frozenset("bloc union body league organization organisation agency charity".split())
NAMEABLE = frozenset(
    "party group movement organisation organization militia alliance coalition faction union gang cartel".split()
)
BESIDE = frozenset("ally neighbour neighbor rival backer partner foe enemy patron sponsor".split())  # "its ally China"
TRAITS = frozenset(  # of a group that was named before: "the Iran-aligned group"
    "align back link affiliate ally support lead aligned backed linked affiliated allied islamist jihadist shiite shi'ite shia"
    " sunni member nation state separatist leftist marxist maoist extremist insurgent terrorist ethnic nationalist outlaw ban"
    " outlawed banned guerrilla rebel paramilitary terror".split()
)
SAME = frozenset(("armed", "same", "militant"))

Fits = Callable[[Referent], bool]


def agreement(word: str, owned: str = "") -> Fits | None:
    """What a pronoun may stand for; of one before the noun `owned`, what may own it: no rights group has fighters."""
    fits = _agreement(word)
    is_armed = owned in nouns() and nouns()[owned].sector in ("MIL", *_IRREGULARS)
    others = _UNARMED if is_armed else _RULED if owned in _RULING else ()
    return (lambda r: fits(r) and r.actor.sector not in others) if fits is not None else None


def _agreement(word: str) -> Fits | None:
    if word in _MALE or word in _FEMALE:
        gender = "male" if word in _MALE else "female"
        return lambda r: r.kind in ("person", "name") and r.gender in ("", gender) and not r.is_plural
    if word in THING:
        return lambda r: r.kind in ("government", "group", "asset") and (not r.is_plural or is_band(r))
    return (lambda r: r.is_plural or r.kind in ("group", "people")) if word in PLURAL else None


def is_band(referent: Referent) -> bool:
    """A known armed group, which is "it" though its name is a plural: "the Rapid Support Forces said it had …"."""
    return referent.is_known and referent.actor.sector in _IRREGULARS


def description(lemma: str, is_plural: bool, determiner: str) -> Fits | None:
    """What a definite description may stand for; None for one that names nobody without more words. "The bodies" are the dead."""
    if lemma in ("country", "nation"):
        return None if is_plural else lambda r: r.actor.sector == "GOV" and bool(r.actor.iso3)
    if lemma in _FORCES and determiner != "the":
        return lambda r: r.is_known and r.actor.sector in ("MIL", *_IRREGULARS)
    sectors = (
        *(_IRREGULARS if lemma in _GROUPS else ()),
        *(("IGO", "NGO") if lemma in _BODIES and (lemma, is_plural) != ("body", True) else ()),
    )
    sectors += ("PTY", "OPP") if lemma == "party" and not is_plural else ()
    return (lambda r: r.is_known and r.actor.sector in sectors) if sectors else None
