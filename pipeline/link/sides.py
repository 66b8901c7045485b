"""Who stands on one side of an event, as linking compares it: names, whom they may stand for, and bare nouns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.records import Participant
from pipeline.resolve.full_names import person_name
from schemas.vocab import ARMED_SECTORS, CIVILIAN_SECTORS, STATE_ARMED_SECTORS

EVERYBODY = frozenset({"people", "persons", "person", "others", "men", "dead", "victims", "casualties"})
STATE, ARMED, CIVIL = "state", "armed", "civil"
SECTOR_GROUPS = {
    **dict.fromkeys(CIVILIAN_SECTORS, CIVIL),
    **dict.fromkeys(ARMED_SECTORS - STATE_ARMED_SECTORS, ARMED),
    **dict.fromkeys(STATE_ARMED_SECTORS | {"JUD", "LEG"}, STATE),
    **dict.fromkeys(("OPP", "PTY"), None),
}  # sectors of one group and country may be two names for one party; oppositions are too many to be one


class Side(NamedTuple):
    """One side of an event.

    `names` are actor ids, else folded names; `kin` are (country, group) for which one member may stand for another;
    `bare` are the last words of nouns that could be anybody (gunmen, troops), but not those that are everybody (people).
    """

    names: tuple[str, ...]
    kin: tuple[tuple[str, str], ...]
    bare: tuple[str, ...]
    people: tuple[str, ...]  # of the names those of persons, whatever they are, and of what is in no actor table
    groups: tuple[str, ...]  # of all members but everybody

    @property
    def is_told(self) -> bool:
        """Whether anybody but everybody is on this side."""
        return bool(self.names or self.bare)


NOBODY = Side((), (), (), (), ())


def side_of(participants: Iterable[Participant], role: str) -> Side:
    """The members of one side."""
    names: list[str] = []
    kin: list[tuple[str, str]] = []
    bare: list[str] = []
    people: list[str] = []
    groups: list[str] = []
    for one in participants:
        name = _name(one) if one.role == role else None
        word = one.name.casefold().rpartition(" ")[2] if one.role == role else ""
        if not name and (not word or word in EVERYBODY):
            continue
        (names if name else bare).append(name or word)
        if name and ((not one.actor_id and not one.code) or len(person_name(one)) > 1):
            people.append(name)
        if group := SECTOR_GROUPS.get(one.sector or ""):
            groups.append(group)
            kin += [(one.iso3, group)] if name and one.iso3 else []
    return Side(tuple(names), tuple(kin), tuple(bare), tuple(people), tuple(groups)) if names or bare else NOBODY


def _name(one: Participant) -> str | None:
    return one.actor_id or (one.name.casefold() if one.code or _is_proper(one.name) else None)


def _is_proper(name: str) -> bool:
    """Two capitalised words: one alone may only open its sentence."""
    return sum(word[:1].isupper() for word in name.split()) > 1
