"""The crosswalk: every type and mode finds its cell, conditions come from the row, and the table is refused when it is wrong."""

from __future__ import annotations

import pytest

from pipeline.errors import LexiconError
from pipeline.records import Participant
from pipeline.resolve.ontology import CONDITIONS, Harm, classify, conditions, lexicon, read_lines
from schemas import vocab

FIGHT = {"two_armed_sides", "armed_actor", "armed_victim", "state_holds"}
HEADING = "event_type,mode,condition,quad_class,acled_like_event_type,acled_like_sub_event_type,acled_match,cameo_root"


def party(role: str, sector: str, iso3: str | None = None, position: int = 0) -> Participant:
    return Participant(role, position, sector.lower(), None, None, iso3, sector, sector, 0, 1)


@pytest.mark.parametrize(
    ("said", "met"),
    [
        pytest.param({"sides": ["MIL>REB"]}, FIGHT, id="army on rebels"),
        pytest.param({"sides": ["MIL+REB"], "is_mutual": True}, FIGHT, id="clash"),
        pytest.param({"sides": ["REB>CVL"]}, {"armed_actor", "civilian_victim", "other_holds"}, id="rebels on civilians"),
        pytest.param({"sides": ["CVL>MIL"]}, {"civilian_actor", "armed_victim"}, id="crowd on soldiers"),
        pytest.param({"sides": ["MIL>"]}, {"armed_actor", "no_person", "state_holds"}, id="army on a place"),
        pytest.param({"sides": ["MIL>"], "outcome": "failed"}, {"armed_actor", "no_person"}, id="a failed attempt holds nothing"),
        pytest.param({"sides": [">"], "outcome": "intercepted"}, {"no_person", "intercepted"}, id="shot down"),
        pytest.param({"sides": [">"], "harms": [Harm("killed", 3)]}, {"hurt"}, id="dead of unknown side"),
        pytest.param({"sides": [">"], "harms": [Harm("killed", 0)]}, {"no_person"}, id="none dead"),
        pytest.param({"sides": [">"], "harms": [Harm("killed", 1, "CVL")]}, {"hurt", "civilian_victim"}, id="a civilian counted"),
        pytest.param({"sides": ["MIL>REB"], "iso3": "SYR", "home": "TUR"}, FIGHT ^ {"state_holds", "other_holds"}, id="abroad"),
        pytest.param({"sides": ["MIL>REB"], "iso3": "SYR", "home": "SYR"}, FIGHT, id="at home"),
    ],
)
def test_conditions_follow_from_the_row(said, met):
    actors, _, recipients = said["sides"][0].partition(">")
    parties = [party("actor", sector, said.get("home"), n) for n, sector in enumerate(filter(None, actors.split("+")))]
    parties += [party("recipient", sector, None, n) for n, sector in enumerate(filter(None, recipients.split("+")))]
    more = {key: said[key] for key in ("outcome", "is_mutual", "iso3") if key in said}
    assert conditions(parties, said.get("harms", ()), **more) == met


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        # type/mode and conditions: ACLED-like sub-event type, match, CAMEO root
        pytest.param("ASSAULT/offensive", (None, None, "19"), id="a campaign has no cell"),
        pytest.param("ASSAULT/drone", ("Air/drone strike", "good", "19"), id="drones"),
        pytest.param("ASSAULT/drone intercepted", ("Disrupted weapons use", "good", "19"), id="drones shot down"),
        pytest.param("ASSAULT/firearms two_armed_sides civilian_victim", ("Armed clash", "good", "19"), id="first match wins"),
        pytest.param("ASSAULT/firearms civilian_victim", ("Attack", "good", "18"), id="shooting of civilians"),
        pytest.param("ASSAULT/capture state_holds", ("Government regains territory", "good", "19"), id="government takes"),
        pytest.param("ASSAULT/capture other_holds", ("Non-state actor overtakes territory", "good", "19"), id="rebels take"),
        pytest.param("ASSAULT", (None, None, "18"), id="an attack nobody knows more of"),
        pytest.param("PROTEST/demo", ("Peaceful protest", "good", "14"), id="demonstration"),
        pytest.param("RETREAT/ceasefire", ("Agreement", "good", "08"), id="ceasefire keeps its leading zero"),
        pytest.param("THREATEN/violence", (None, "none", "13"), id="words are not in ACLED"),
        pytest.param("DISPLACE", (None, "none", None), id="flight"),
        pytest.param("DISPLACE armed_actor", (None, "none", "20"), id="driven out"),
    ],
)
def test_a_row_finds_its_cell(row, cell):
    event, *met = row.split()
    event_type, _, mode = event.partition("/")
    found = classify(event_type, mode, frozenset(met))
    assert (found.acled_like_sub_event_type, found.acled_match, found.cameo_root) == cell


@pytest.mark.parametrize("event_type", vocab.EVENT_TYPES)
def test_every_type_and_mode_has_a_line(event_type):
    for mode in ("", *vocab.MODES[event_type]):
        found = classify(event_type, mode)
        assert found.acled_match or found.cameo_root
        assert found.quad_class or event_type == "DISPLACE"


def test_every_condition_of_the_list_is_used_and_every_used_one_is_on_it():
    assert {line.condition for lines in lexicon().values() for line in lines} - {""} == set(CONDITIONS)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        pytest.param(["WAR,,,,,,,"], "row 2: unknown event type 'WAR'", id="type"),
        pytest.param(["AID,siege,,,,,,"], "unknown mode 'siege' of AID", id="mode of another type"),
        pytest.param(["AID,,if_rich,,,,,"], "unknown condition 'if_rich'. Allowed: two_armed_sides", id="condition"),
        pytest.param(["AID,,,nice,,,,"], "unknown value 'nice'", id="quad class"),
        pytest.param(["AID,,,,Battles,Arrests,,"], "unknown value 'Arrests'", id="sub-event type of another type"),
        pytest.param(["AID,,,,,,,7"], "unknown value '7'", id="root of one digit"),
        pytest.param(["AID,*,,,,,,", "AID,,hurt,,,,,"], "row 3: is never reached", id="hidden by an earlier line"),
    ],
)
def test_a_wrong_table_is_refused(lines, problem):
    with pytest.raises(LexiconError, match=r"ontology\.csv: row") as error:
        read_lines([HEADING, *lines])
    assert problem in str(error.value)


def test_an_unknown_type_is_refused():
    with pytest.raises(LexiconError, match="'WAR' is not one of"):
        classify("WAR", "")
