"""Did it happen? What is planned, threatened, demanded, denied, possible or only a purpose gives no row of the deed."""

from __future__ import annotations

import pytest

from pipeline.build import read_text
from pipeline.find import find
from pipeline.parse import Parser
from pipeline.records import Document
from tests.find.reading import told


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("The army shelled the town.", "ASSAULT/heavy-weapons occurred", id="asserted"),
        pytest.param("The army did not shell the town.", "ASSAULT/heavy-weapons negated", id="negated"),
        pytest.param("No rebels shelled the town.", "ASSAULT/heavy-weapons negated", id="no rebels"),
        pytest.param("Neither side shelled the town.", "ASSAULT/heavy-weapons negated", id="neither side"),
        pytest.param("No fewer than 20 men shelled the town.", "ASSAULT/heavy-weapons occurred", id="no fewer than"),
        pytest.param("The army is no longer shelling the town.", "ASSAULT/heavy-weapons negated", id="no longer"),
        pytest.param("The guerrillas will no longer observe the truce.", "REJECT occurred", id="will no longer"),
        pytest.param("The army never attacked the town.", "ASSAULT negated", id="never"),
        pytest.param("The army denied that it had shelled the town.", "ASSAULT/heavy-weapons negated", id="denied"),
        pytest.param("Nine clerks have been detained.", "COERCE/arrest occurred", id="an arrest in the perfect"),
        pytest.param("Nine clerks are detained in Goma.", "COERCE/arrest ongoing", id="a lasting state"),
        pytest.param("The general ordered his troops to attack the town.", "ASSAULT planned", id="ordered"),
        pytest.param("The general ordered an attack on the town.", "ASSAULT planned", id="ordered an attack"),
        pytest.param("The king ordered the release of nine men.", "RETREAT/release planned", id="ordered a release"),
        pytest.param("Senators approved a deployment of troops to Mali.", "MOBILIZE/troops planned", id="approved a deployment"),
        pytest.param("The army could attack the town.", "possible: assault", id="could"),
        pytest.param("Deputies approved sending 800 soldiers to Pemba.", "MOBILIZE/troops planned", id="approved sending"),
        pytest.param("Had the bomb exploded, dozens would have died.", "conditional: assault", id="had it"),
        pytest.param("The rebels rejected a demand that they withdraw from Goma.", "possible: retreat", id="a demand that"),
        pytest.param("The police were ordered not to fire on marchers.", "obligation: assault", id="ordered not to"),
        pytest.param("The rebels were accused of planning to kidnap nuns.", "possible: assault", id="accused of a plan"),
        pytest.param("The army suspended the execution of nine men.", "possible: assault", id="suspended"),
        pytest.param("The rebels would limit their attacks on oil wells.", "possible: assault", id="would limit"),
        pytest.param("The council is expected to approve sanctions on Togo.", "possible: sanction", id="expected of others"),
        pytest.param("The two armies are discussing joint patrols.", "CONSULT ongoing", id="discussed"),
        pytest.param("The group, which Peru regards as terrorist, fled.", "state: accuse", id="an opinion"),
        pytest.param("Clerks are collecting evidence of war crimes.", "possible: assault", id="evidence of"),
        pytest.param("The army must attack the town.", "obligation: assault", id="must"),
        pytest.param("If the army attacks the town, we will leave.", "conditional: assault", id="if"),
        pytest.param("Such an attack on the town would be a disaster.", "conditional: assault", id="would"),
        pytest.param("The army wants to attack the town.", "possible: assault", id="wants"),
        pytest.param("Troops moved north to attack the town.", "purpose: assault", id="purpose"),
        pytest.param("The general threatened to attack the town.", "possible: assault", id="threatened"),
        pytest.param("The minister demanded an attack on the town.", "obligation: assault", id="demanded"),
        pytest.param("Police prevented an attack on the embassy.", "ASSAULT negated", id="prevented"),
        pytest.param("The militia failed to attack the convoy.", "ASSAULT negated", id="failed to"),
        pytest.param("The army is shelling the town.", "ASSAULT/heavy-weapons ongoing", id="is -ing"),
        pytest.param("The army continues to shell the town.", "ASSAULT/heavy-weapons ongoing", id="continues to"),
        pytest.param("The army began shelling the town in May.", "ASSAULT/heavy-weapons occurred", id="began"),
        pytest.param("Did the army attack the town?", "possible: assault", id="question"),
        pytest.param("Turkey will send more troops to the border.", "MOBILIZE/troops planned", id="will send"),
        pytest.param("Rwanda is to send 500 soldiers to the border.", "MOBILIZE/troops planned", id="is to"),
        pytest.param("Nurses marched in Cali, waving flags.", "PROTEST/demo occurred", id="as they marched"),
        pytest.param("The party said it would rally on 3 July.", "PROTEST/demo planned", id="called for a day"),
        pytest.param("Egypt will withdraw its envoys unless the shelling ends.", "THREATEN/relations occurred", id="unless"),
        pytest.param("Rebels have threatened to attack if troops move.", "THREATEN/violence occurred", id="threat if"),
        pytest.param("The army did not say how many rebels were killed.", "possible: assault", id="what is not said"),
        pytest.param("The rebels vowed to fight until the army left Gao.", "conditional: retreat", id="until, ahead"),
        pytest.param("The rebels fought until the army left Gao in May.", "RETREAT/withdraw occurred", id="until, done"),
        pytest.param("Kenya rejected a deal that Uganda signed in May.", "AGREE occurred", id="told of what is rejected"),
        pytest.param("Forty men were killed before troops retook the town.", "ASSAULT occurred", id="killed before"),
        pytest.param("The two sides reached no agreement.", "AGREE negated", id="no agreement"),
        pytest.param("Under the deal the army will seize the town.", "obligation: assault", id="under a deal"),
        pytest.param("The two presidents are expected to meet in May.", "AGREE planned", id="expected to meet"),
        pytest.param("Attacks on the town are likely to follow.", "possible: assault", id="foreseen"),
        pytest.param("A raid on the village was called off.", "ASSAULT negated", id="called off"),
        pytest.param("The village looked as if it had been bombed.", "conditional: assault", id="as if"),
        pytest.param("When rebels attack the town, people hide.", "description: assault", id="again and again"),
        pytest.param("There was less violence in the town.", "description: assault", id="less"),
        pytest.param("The snow meant that the army attacked late.", "ASSAULT occurred", id="meant that"),
        pytest.param("Many people will be wounded.", "possible: assault", id="harm foreseen"),
        pytest.param("A fire in a hotel killed nine people.", "agentless: assault", id="killed by a fire"),
        pytest.param("Tank fire killed nine people.", "ASSAULT/heavy-weapons occurred", id="killed by gunfire"),
        pytest.param("A helicopter crashed near Gao, killing nine people.", "agentless: assault", id="killed in a crash"),
        pytest.param("Walls fell in the earthquake, killing nine people.", "agentless: assault", id="killed by a disaster"),
        pytest.param("There is a risk of an attack on the town.", "possible: assault", id="risk of"),
        pytest.param("The judge was almost killed in Gao.", "possible: assault", id="almost"),
        pytest.param("They marched in a bid to win the release of the men.", "purpose: retreat", id="in a bid to win"),
        pytest.param("The group announced the suspension of its attacks.", "possible: assault", id="suspension"),
        pytest.param("The report that rebels shelled the town is unfounded.", "ASSAULT/heavy-weapons negated", id="untrue"),
        pytest.param("The army denied any role in the raid on the camp.", "ASSAULT negated", id="denied a part"),
        pytest.param("The group claimed to have seized the town.", "ASSAULT/capture occurred", id="claimed to have"),
        pytest.param("Chad has not named its dead but says 25 men were killed.", "ASSAULT occurred", id="beside a negation"),
    ],
)
def test_what_a_sentence_tells(text: str, row: str, parser: Parser) -> None:
    assert row in told(text, parser)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The general threatened to attack the town.", id="threatened"),
        pytest.param("The envoy called for an end to the attacks on the town.", id="called for an end"),
        pytest.param("If rebels attack the base, the army will respond.", id="if"),
        pytest.param("Residents fear that the army may attack the town.", id="may"),
        pytest.param("The council was asked to authorise an attack on the town.", id="asked to authorise"),
        pytest.param("The talks aim to prevent an attack on the town.", id="to prevent"),
    ],
)
def test_no_attack_is_told_as_real(text: str, parser: Parser) -> None:
    rows = told(text, parser)
    assert not [row for row in rows if row.startswith("ASSAULT") and row.endswith(("occurred", "ongoing"))]


def test_what_is_due_to_an_illness_is_nothing_that_is_due(parser: Parser) -> None:
    rows = told("He said the death of the minister was due to a heart attack.", parser)
    assert not [row for row in rows if row.startswith("THREATEN")]


def test_a_weapon_that_is_shot_down_is_one_attack(parser: Parser) -> None:
    rows = told("Jordan shot down two drones fired by the militia on Tuesday.", parser)
    assert rows == ["ASSAULT/heavy-weapons occurred"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Twelve people were killed in the village on Monday.", 1, id="no cause, no disaster"),
        pytest.param("The earthquake struck at noon. Twelve people were killed in the village.", 0, id="a disaster, no act"),
        pytest.param("The storm passed. Rebels raided the village. Ten people were killed.", 2, id="an act beside a storm"),
    ],
)
def test_dead_without_a_cause_need_an_act_where_a_disaster_is_told(text: str, count: int, parser: Parser) -> None:
    document = Document("doc_x", "x", text, "")
    candidates, _ = find(read_text(document, parser))
    assert sum(c.event_type == "ASSAULT" for c in candidates) == count


def test_what_stands_behind_a_semicolon_is_not_said_by_the_speaker_before_it(parser: Parser) -> None:
    document = Document("doc", "doc", "The militia said it had shelled a base; troops killed two farmers near the river.", "")
    first, second = find(read_text(document, parser))[0]
    assert len(first.modality.claims) == 1
    assert second.modality.claims == ()
