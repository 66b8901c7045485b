"""ACLED's and GED's columns: what stands in them follows from the row, and what is not known is empty."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest

from pipeline.export import FORMATS, Options, acled, ged
from pipeline.export.dataset import Dataset
from pipeline.export.profile import HEAD, PATH, Profile, document
from schemas.columns import EVENTS
from schemas.vocab import ACLED_CELLS
from tests.export.conftest import only

ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 "
    "assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude "
    "geo_precision source source_scale notes fatalities tags timestamp"
).split()
GED = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id "
    "dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources "
    "source_article source_office source_date source_headline source_original where_prec where_coordinates where_description "
    "adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end "
    "deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
).split()
PROFILES = [pytest.param(acled.PROFILE, ACLED, id="acled"), pytest.param(ged.PROFILE, GED, id="ged")]

SHELLING = {
    "event_type": "ASSAULT", "status": "occurred", "scope": "incident", "countable": True, "violent": True,
    "acled_like_event_type": "Explosions/Remote violence", "acled_like_sub_event_type": "Shelling/artillery/missile attack",
    "acled_match": "good", "date_start": date(2022, 3, 3), "date_end": date(2022, 3, 3), "date_sort": date(2022, 3, 3),
    "country": "Syria", "country_iso3": "SYR", "latitude": 36.2, "longitude": 37.1, "where_prec": 1, "place_name": "Aleppo",
    "actor_name": "Syrian Armed Forces", "actor_names": "Syrian Armed Forces", "actor_iso3": "SYR", "actor_sector": "MIL",
    "recipient_name": "rebels", "recipient_names": "rebels", "recipient_iso3": "SYR", "recipient_sector": "REB",
    "fatalities_low": 3, "fatalities_best": 3, "fatalities_high": 3, "deaths_actor": 1, "deaths_recipient": 2,
    "deaths_civilians": 0, "deaths_unknown": 0,
}  # fmt: skip


def rows(form: str, dataset: Dataset) -> list[dict[str, str]]:
    content = FORMATS[form].render(dataset, Options()).content
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def row(form: str, dataset: Dataset, **values: Any) -> dict[str, str]:
    """The shelling, some of its values replaced, in a profile."""
    [found] = rows(form, only(dataset, **{**SHELLING, **values}))
    return found


@pytest.mark.parametrize(("profile", "columns"), PROFILES)
def test_a_profile_has_the_peers_columns_in_their_order(profile: Profile, columns: list[str], dataset: Dataset) -> None:
    assert [column.name for column in profile.columns] == columns
    assert list(row(profile.name, dataset)) == columns


@pytest.mark.parametrize(("profile", "columns"), PROFILES)
def test_every_column_and_rule_has_a_line_of_documentation(profile: Profile, columns: list[str]) -> None:
    lines = document(profile).splitlines()
    for column in profile.columns:
        assert column.description.strip(), column.name
        [line] = [line for line in lines if line.startswith(f"| `{column.name}` |")]
        assert ("*empty*" in line) == (column.value is None)
    assert {f"- {reason}" for reason, _ in profile.out} <= set(lines)


def test_the_document_of_the_profiles_is_up_to_date() -> None:
    assert PATH.read_text("utf-8") == "\n".join([HEAD, document(acled.PROFILE), document(ged.PROFILE)])


@pytest.mark.parametrize(("profile", "columns"), PROFILES)
def test_nothing_known_gives_nothing_guessed(profile: Profile, columns: list[str], dataset: Dataset) -> None:
    asked = {"event_id", "event_type", "status", "scope", "countable", "violent", "acled_match", "summary", "sources", "quote"}
    asked |= {"acled_like_event_type", "acled_like_sub_event_type", "fatalities_low", "document_id", "n_documents"}
    empty = {column.name: None for column in EVENTS.columns if column.name not in asked}
    given = {name for name, value in row(profile.name, dataset, **empty).items() if value}
    kind = {"event_id_cnty", "disorder_type", "event_type", "sub_event_type", "notes", "source"}
    sources = {"number_of_sources", "source_article", "source_office", "source_date", "source_headline"}
    assert given <= kind | sources | {"id", "event_clarity", "low"}


def test_the_codes_of_precision_stand_only_there() -> None:
    assert {"time_precision", "geo_precision"} & {column.name for column in EVENTS.columns} == set()


TIMES = [
    pytest.param(date(2022, 3, 3), date(2022, 3, 3), date(2022, 3, 3), ("2022-03-03", "2022", "1"), id="a day"),
    pytest.param(date(2022, 3, 1), date(2022, 3, 7), date(2022, 3, 4), ("2022-03-04", "2022", "2"), id="a week"),
    pytest.param(date(2022, 3, 1), date(2022, 3, 31), date(2022, 3, 16), ("2022-03-16", "2022", "3"), id="a month"),
    pytest.param(date(2022, 3, 1), date(2022, 4, 30), date(2022, 3, 31), ("", "2022", ""), id="two months"),
    pytest.param(date(2021, 12, 1), date(2022, 3, 1), date(2022, 1, 15), ("", "", ""), id="over a new year"),
    pytest.param(None, date(2022, 3, 3), date(2022, 3, 3), ("", "", ""), id="an open start is no day"),
]


@pytest.mark.parametrize(("first", "last", "middle", "said"), TIMES)
def test_acleds_time(first: date | None, last: date, middle: date, said: tuple[str, ...], dataset: Dataset) -> None:
    found = row("acled", dataset, date_start=first, date_end=last, date_sort=middle)
    assert (found["event_date"], found["year"], found["time_precision"]) == said


@pytest.mark.parametrize(("where_prec", "code"), [(1, "1"), (2, "2"), (3, "2"), (4, "3"), (5, "3"), (6, ""), (7, ""), (None, "")])
def test_acleds_place_has_coordinates_only_where_it_has_a_precision(where_prec: int | None, code: str, dataset: Dataset) -> None:
    found = row("acled", dataset, where_prec=where_prec)
    assert (found["geo_precision"], bool(found["latitude"]), bool(found["longitude"])) == (code, bool(code), bool(code))


KINDS = [
    pytest.param("MIL", "SYR", "SYR", "State forces", id="at home"),
    pytest.param("MIL", "TUR", "SYR", "External/Other forces", id="abroad"),
    pytest.param("MIL", None, "SYR", "", id="of an unknown country"),
    pytest.param("GOV", "SYR", None, "", id="in an unknown country"),
    pytest.param("REB", None, None, "Rebel group", id="rebels"),
    pytest.param("MED", None, None, "Civilians", id="unarmed"),
    pytest.param("UAF", "SYR", "SYR", "", id="of no known side"),
]


@pytest.mark.parametrize(("sector", "home", "place", "kind"), KINDS)
def test_acleds_kinds_of_actors(sector: str, home: str | None, place: str | None, kind: str, dataset: Dataset) -> None:
    found = row("acled", dataset, recipient_sector=sector, recipient_iso3=home, country_iso3=place)
    assert found["inter2"] == kind


def test_acleds_crowd_is_no_civilian_actor(dataset: Dataset) -> None:
    crowd = {"acled_like_event_type": "Protests", "acled_like_sub_event_type": "Peaceful protest", "actor_sector": "LAB"}
    assert row("acled", dataset, **crowd)["inter1"] == "Protesters"


def test_every_cell_of_acled_has_a_kind_of_disorder(dataset: Dataset) -> None:
    for event_type, cells in ACLED_CELLS.items():
        for sub_event_type in cells:
            cell = {"acled_like_event_type": event_type, "acled_like_sub_event_type": sub_event_type}
            assert row("acled", dataset, **cell)["disorder_type"], sub_event_type


def test_further_parties_are_associates(dataset: Dataset) -> None:
    found = row("acled", dataset, actor_names="Syrian Armed Forces; Hezbollah; militia")
    assert (found["actor1"], found["assoc_actor_1"], found["assoc_actor_2"]) == ("Syrian Armed Forces", "Hezbollah; militia", "")


OUT = [
    pytest.param("acled", {"status": "planned", "countable": False}, "planned or did not happen", id="planned"),
    pytest.param("acled", {"scope": "aggregate", "countable": False}, "a total over separate occurrences", id="a total"),
    pytest.param("acled", {"countable": False}, "contained in or told again", id="a part"),
    pytest.param("acled", {"acled_match": "none"}, "no cell", id="no such act in ACLED"),
    pytest.param("ged", dict.fromkeys(["fatalities_low", "fatalities_best", "fatalities_high"], 0), "nobody", id="no dead"),
    pytest.param("ged", {"actor_sector": "CVL"}, "unarmed", id="an unarmed actor"),
    pytest.param("ged", {"event_type": "PROTEST"}, "crowd", id="a riot"),
    pytest.param("ged", {"violent": False}, "not violent", id="no violence"),
]


@pytest.mark.parametrize(("form", "values", "why"), OUT)
def test_a_row_that_stays_out_is_counted_with_its_reason(form: str, values: dict[str, Any], why: str, dataset: Dataset) -> None:
    rendered = FORMATS[form].render(only(dataset, **{**SHELLING, **values}), Options())
    assert rendered.n_rows == 0
    [note] = rendered.notes
    assert note.startswith(f"{form}: 1 events stay out: ")
    assert why in note


SIDES = [
    pytest.param("MIL", "REB", ("1", "Syrian Armed Forces", "rebels", "1", "2"), id="a state attacks a group"),
    pytest.param("REB", "MIL", ("1", "rebels", "Syrian Armed Forces", "2", "1"), id="a group attacks a state, which is side A"),
    pytest.param("REB", "CRM", ("2", "Syrian Armed Forces", "rebels", "1", "2"), id="two groups"),
    pytest.param("MIL", "JRN", ("3", "Syrian Armed Forces", "Civilians", "1", "2"), id="one-sided"),
    pytest.param("UAF", "REB", ("", "Syrian Armed Forces", "rebels", "1", "2"), id="a side that is not known"),
    pytest.param(None, "REB", ("", "Syrian Armed Forces", "rebels", "1", "2"), id="nobody"),
]


@pytest.mark.parametrize(("actor", "recipient", "said"), SIDES)
def test_geds_sides_and_their_dead(actor: str | None, recipient: str, said: tuple[str, ...], dataset: Dataset) -> None:
    found = row("ged", dataset, actor_sector=actor, recipient_sector=recipient)
    sides = tuple(found[name] for name in ("type_of_violence", "side_a", "side_b", "deaths_a", "deaths_b"))
    assert sides == said
    assert found["gwnoa"] == ("652" if said[0] == "1" or actor == "MIL" else "")


def test_geds_point_is_longitude_then_latitude(dataset: Dataset) -> None:
    assert row("ged", dataset)["geom_wkt"] == "POINT (37.1 36.2)"


def test_the_sample_counts_its_dead_once(dataset: Dataset) -> None:
    assert sum(int(found["fatalities"] or 0) for found in rows("acled", dataset)) == 13
    assert sum(int(found["best"]) for found in rows("ged", dataset)) == 13
