"""The actor tables are sound, and the names that follow from the country table read as English does."""

from __future__ import annotations

from itertools import combinations

import pytest

from pipeline.gazetteer.countries import countries, country
from pipeline.lexicon.actors import Actor, actor_id, actors, claim_rank, institution, nouns, plural, titles
from schemas.vocab import SECTORS


def test_rows_are_sound() -> None:
    for row in actors():
        assert row.sector in SECTORS, row
        assert row.iso3 is None or country(row.iso3), row
        assert row.valid_from is None or row.valid_to is None or row.valid_from <= row.valid_to, row


def test_role_words_have_known_sectors() -> None:
    assert {word.sector for word in (*nouns().values(), *titles().values())} <= set(SECTORS)


def test_an_alias_names_one_actor_on_any_day() -> None:
    """Two rows may share an acronym; a longer name may not, unless their days differ."""
    seen: dict[str, list[Actor]] = {}
    for row in actors():
        for alias in row.aliases:
            if len(alias) > 6 and " " in alias and "coalition" not in alias:
                seen.setdefault(alias, []).append(row)
    pairs = [(alias, a, b) for alias, rows in seen.items() for a, b in combinations(rows, 2) if a.name != b.name]
    assert not [(alias, a.name, b.name) for alias, a, b in pairs if overlap(a, b)]


def overlap(one: Actor, other: Actor) -> bool:
    """Both rows hold on some day, the last of one and the first of the next aside."""
    return all(a.valid_from is None or b.valid_to is None or a.valid_from < b.valid_to for a, b in ((one, other), (other, one)))


def test_a_leader_stands_for_the_government_of_his_country() -> None:
    leader = next(row for row in actors() if row.is_leader and "Ellen Johnson Sirleaf" in row.people)
    assert (leader.name, leader.code, leader.is_government) == ("Government of Liberia", "LBRGOV", True)


def test_every_country_has_its_institutions() -> None:
    for entry in countries():
        for kind in ("government", "forces", "police"):
            actor = institution(entry.iso3, kind)
            assert actor is not None
            assert actor.code == entry.iso3 + actor.sector


@pytest.mark.parametrize(
    ("iso3", "kind", "name"),
    [
        pytest.param("USA", "government", "Government of the United States", id="with an article"),
        pytest.param("PER", "government", "Government of Peru", id="without one"),
        pytest.param("PER", "forces", "Peruvian Armed Forces", id="forces"),
        pytest.param("USA", "forces", "United States Armed Forces", id="a name for an adjective"),
    ],
)
def test_names_of_institutions(iso3: str, kind: str, name: str) -> None:
    actor = institution(iso3, kind)
    assert actor is not None
    assert (actor.name, actor.actor_id) == (name, actor_id(name))


def test_no_country_no_institution() -> None:
    assert institution("XXX", "government") is None


def test_monitors_rank_before_parties() -> None:
    assert claim_rank("Syrian Observatory for Human Rights") < claim_rank("Government of Peru")


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("gunman", "gunmen"),
        ("agency", "agencies"),
        ("minister of defence", "ministers of defence"),
        ("child", "children"),
        ("troops", "troops"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
