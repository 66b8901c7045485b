"""The actor tables: who is known by name, and what titles and role nouns say about an unnamed one.

    actors.csv    named groups, forces, organisations; governments where a leader or seat names them; validity in days, inclusive;
                  `aliases` name the actor itself, `people` the persons who stand for it
    leaders.csv   heads of state and government, and some ministers, who stand for their government in their days of office
    titles.csv    offices before a person's name: for whom they speak ("government", "forces", "police", "owner")
    nouns.csv     role nouns: sector, kind, and which national institution they stand for beside a nationality

Governments, armed forces and police of all countries are not listed: they follow from the country table by pattern.
`rank` of an actor is the rank of its word as a claimant: 1 international and monitors, 2 medical and rescue, 5 a party.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from pipeline.errors import LexiconError
from pipeline.gazetteer.countries import country

_PATTERNS = {"government": "Government of {name}", "forces": "{adjective} Armed Forces", "police": "{adjective} Police"}
_SECTORS = {"government": "GOV", "forces": "MIL", "police": "COP"}
_ARTICLE = frozenset(("USA GBR ARE NLD PHL BHS GMB MDV COM COD COG CAF DOM MHL SLB SYC CZE VAT").split())
_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "persons", "wife": "wives", "thief": "thieves"}


@dataclass(frozen=True, slots=True)
class Actor:
    """A known actor. `aliases` holds all names that mean it, those of its `people` last; `stands_for` the descriptions that mean
    it where its country is the topic ("the rebels")."""

    name: str
    actor_id: str
    code: str
    sector: str
    iso3: str | None
    rank: int = 5
    aliases: tuple[str, ...] = ()
    stands_for: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    people: tuple[str, ...] = ()  # who speaks for it: "Vladimir Putin", "Putin"

    @property
    def is_government(self) -> bool:
        """A country's government, which its forces and police are not."""
        return self.sector == "GOV" and self.name.startswith("Government of")

    @property
    def is_leader(self) -> bool:
        """A person who stands for a government, not the government itself."""
        return bool(self.people) and self.people == self.aliases

    def is_valid(self, day: date | None) -> bool:
        """The row holds on a day; on an unknown day every row does."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A title or role noun. `kind`: title, person, group, asset, facility, generic. `stands_for`: government, forces, police,
    rebels, owner."""

    word: str
    sector: str
    kind: str
    stands_for: str
    rank: int = 1


@cache
def actors() -> tuple[Actor, ...]:
    """All rows of actors.csv in its order, then the leaders: of two actors with one alias, the earlier row is meant."""
    named = (_actor(row, number) for number, row in _rows("actors.csv"))
    return (*named, *(_leader(row, number) for number, row in _rows("leaders.csv")))


@cache
def titles() -> dict[str, RoleWord]:
    """Titles by their words in lower case, plural forms included."""
    return _role_words("titles.csv", "title")


@cache
def nouns() -> dict[str, RoleWord]:
    """Role nouns by their words in lower case, plural forms included."""
    return _role_words("nouns.csv", "noun")


@cache
def described_actors() -> dict[str, tuple[Actor, ...]]:
    """Rows by the descriptions that stand for them, plural forms included."""
    found: dict[str, list[Actor]] = {}
    for row in actors():
        for words in row.stands_for:
            for form in dict.fromkeys((words, plural(words))):
                found.setdefault(form, []).append(row)
    return {words: tuple(rows) for words, rows in found.items()}


@cache
def actors_called(name: str) -> tuple[Actor, ...]:
    """Rows that have a government's pattern name among their aliases: the Taliban of "Government of Afghanistan"."""
    return tuple(row for row in actors() if name in row.aliases)


@cache
def institution(iso3: str, kind: str) -> Actor | None:
    """The government, forces or police of a country: "Government of Turkey", "Turkish Armed Forces", "Turkish Police".

    The name is that of the actor table where it has the same one; None for a code that no country has.
    """
    entry = country(iso3)
    if entry is None or kind not in _PATTERNS:
        return None
    return _special_forces().get((iso3, kind)) or _by_pattern(iso3, kind)


def _by_pattern(iso3: str, kind: str) -> Actor:
    """The government, forces or police of a country as the country table names it."""
    entry = country(iso3)
    assert entry is not None
    adjective = entry.adjectives[0] if entry.adjectives else entry.name
    adjective = entry.name if iso3 == "USA" else adjective
    name = _PATTERNS[kind].format(name=f"the {entry.name}" if iso3 in _ARTICLE else entry.name, adjective=adjective)
    sector = _SECTORS[kind]
    return Actor(name, actor_id(name), iso3 + sector, sector, iso3)


def actor_id(name: str) -> str:
    """A stable id: the name in lower case, with hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.replace("'", "").lower()).split())


@cache
def claim_rank(name: str) -> int:
    """Rank of an actor's word by codebook section 6; 5 for any that the table does not know."""
    return next((actor.rank for actor in actors() if actor.name == name), 5)


@cache
def _special_forces() -> dict[tuple[str, str], Actor]:
    """Forces and governments of one country that the table names otherwise than by pattern."""
    known = {"Pakistan Armed Forces", "Armed Forces of the Democratic Republic of the Congo", "Palestinian Authority"}
    rows = [a for a in actors() if a.name in known and a.iso3]
    return {(str(a.iso3), "government" if a.sector == "GOV" else "forces"): a for a in rows}


def _rows(table: str) -> Iterator[tuple[int, dict[str, str]]]:
    lines = files("pipeline.lexicon").joinpath(table).read_text(encoding="utf-8").splitlines()
    return enumerate(csv.DictReader(lines), start=2)


def _actor(row: dict[str, str], number: int) -> Actor:
    try:
        return Actor(
            name=row["name"],
            actor_id=actor_id(row["name"]),
            code=row["code"],
            sector=row["sector"],
            iso3=row["iso3"] or None,
            rank=int(row["rank"]),
            aliases=_listed(f"{row['aliases']};{row['people']}"),
            people=_listed(row["people"]),
            stands_for=_listed(row["stands_for"]),
            valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
            valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            note=row["note"],
        )
    except (KeyError, ValueError) as error:
        raise LexiconError(f"actors.csv: row {number} ({row.get('name', '')}): {error}") from error


def _leader(row: dict[str, str], number: int) -> Actor:
    try:
        names, ends = _listed(row["names"]), row["valid_to"]
        return replace(
            _by_pattern(row["iso3"], "government"),
            aliases=names,
            people=names,
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=date.fromisoformat(ends) if ends else None,
        )
    except (AssertionError, KeyError, ValueError) as error:
        raise LexiconError(f"leaders.csv: row {number} ({row.get('names', '')}): {error}") from error


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))


def _role_words(table: str, column: str) -> dict[str, RoleWord]:
    out: dict[str, RoleWord] = {}
    for number, row in _rows(table):
        try:
            word = RoleWord(row[column], row["sector"], row.get("kind", "title"), row["stands_for"], int(row.get("rank", "1")))
        except (KeyError, ValueError) as error:
            raise LexiconError(f"{table}: row {number}: {error}") from error
        out.setdefault(word.word, word)
        out.setdefault(plural(word.word), word)
    return out


def plural(words: str) -> str:
    """The plural of a noun phrase whose last word is its head; a form of "minister of X" makes its first word plural."""
    first, of, rest = words.partition(" of ")
    head, last = first.rsplit(" ", 1) if " " in first else ("", first)
    stem = next((one for one in _IRREGULAR if last.endswith(one) and (last == one or one in ("man", "woman"))), None)
    if stem:
        changed = last[: len(last) - len(stem)] + _IRREGULAR[stem]
    elif last.endswith(("s", "x", "ch", "sh")):
        changed = last if last.endswith("s") and not last.endswith("ss") else last + "es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        changed = last[:-1] + "ies"
    else:
        changed = last + "s"
    return f"{head} {changed}".strip() + of + rest
