"""Lists of people: what describes one of them does not end the list, and one person told twice is one."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline import extract
from pipeline.build import extract_events
from pipeline.parse import Parser, load
from pipeline.records import Document


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load(None)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        pytest.param(
            "The head of Jaghori district, Ali Reza, and his driver were killed in an ambush on Monday.", 2, id="apposed"
        ),
        pytest.param("Troops killed 51 militants in Swat and two neighbouring districts on Monday.", 51, id="no districts"),
        pytest.param("Seven people were killed, five wounded and six others abducted on Monday in Beni.", 7, id="and abducted"),
        pytest.param("A gunman killed three people and 10 others also were injured on Monday.", 3, id="others also"),
        pytest.param("Raiders killed the chief imam, Malam Isa Bello, along with his son in Yobe on Sunday.", 2, id="along with"),
        pytest.param("The mayor of Ozar was killed along with his wife and 10 other people on Sunday.", 12, id="behind the verb"),
        pytest.param(
            "A court officer based in Nyeri was killed with his wife and two children on Thursday.", 4, id="with his wife"
        ),
        pytest.param("An air strike killed a judge allied with the rebels and seven members of his family.", 8, id="described"),
        pytest.param("Gunmen killed mayor Luis Pena, a driver, two councillors and a resident on Monday.", 5, id="a long list"),
        pytest.param("Gunmen killed the district head, Alhaji Ibrahim Danladi, and 11 others on Monday.", 12, id="and others"),
        pytest.param("The attack killed a father, a mother and their three children on Monday.", 5, id="their children"),
        pytest.param("Mayor Carlos Ruiz and his brother were ambushed and killed near Iguala on Sunday.", 2, id="title and name"),
        pytest.param("A tribal elder and member of the local council was killed in Herat on Monday.", 1, id="told twice"),
        pytest.param("A man wanted for the murder of two policemen was shot dead in Lyon on Monday.", 1, id="whom he killed"),
        pytest.param("Soldiers murdered peasants Pedro Gomez and Luis Rojas on 4 March near Tejutla.", 2, id="names"),
        pytest.param("Both pilots were killed when rebels shot down their helicopter near Goma on Friday.", 2, id="both"),
        pytest.param(
            "Both soldiers and civilians were killed when rebels shelled Goma on Friday.", None, id="both this and that"
        ),
        pytest.param("Clashes in Marib on Monday left seven rebel fighters and four soldiers dead.", 11, id="left dead"),
        pytest.param("A raid in Marib on Monday left six members of the same family dead.", 6, id="members of"),
        pytest.param("Twelve lives were lost in an ambush near Diffa on Sunday.", 12, id="lives"),
        pytest.param(
            "An attack hit a house in Sangin on Monday and one child and eight women lost their lives.", 9, id="lost lives"
        ),
        pytest.param(
            "In an attack on a bus by six gunmen on Tuesday, 15 people, including a number of elders, were killed.",
            15,
            id="aside",
        ),
        pytest.param(
            "Four people, among them a small girl, were fatally wounded in a shooting in Nyeri on Sunday.", 4, id="fatally"
        ),
        pytest.param("TWO NUNS -- AGED 19 AND 21 -- WERE SHOT TO DEATH ON MONDAY BY A GANG IN LA PAZ.", 2, id="ages"),
        pytest.param("Twelve people were killed on Tuesday, seven in Aleppo and five in Homs.", 12, id="broken down"),
        pytest.param("Police found the bodies on Friday of five unknown women near Karbala.", 5, id="a day between"),
        pytest.param("Five gunmen stormed a school in Swat. Soldiers killed all five.", 5, id="all five"),
        pytest.param(
            "A bomber attacked a plant in Taji on Sunday. The dead included six clerks and two guards.", 8, id="the dead"
        ),
        pytest.param("A senator said the death toll in Friday's clash in Bama is 28.", 28, id="the toll is"),
        pytest.param("At least 33 inmates are dead following a prison riot in northern Chad on Friday.", 33, id="a riot"),
        pytest.param("Two women and a boy were killed when shells fell on a market in Donetsk on Thursday.", 3, id="shells fell"),
        pytest.param("A bomb went off near a ministry in Mosul. In all, at least six people were killed.", 6, id="in all"),
        pytest.param("The bishop condemned the six nuns' murder on Monday.", 6, id="whose murder"),
        pytest.param("Reporters Raul Nieves and Luis Galindo were killed by troops in Apopa.", 2, id="their names"),
        pytest.param("The police said Vargas Espina, 56, was shot dead by two men on Monday.", 1, id="an age"),
        pytest.param("MR. ORTIZ WAS KILLED IN LIMA ON MONDAY BY TWO GUNMEN.", 1, id="a title in capitals"),
    ],
)
def test_killed(text: str, killed: int | None, parser: Parser) -> None:
    document = Document("doc_a", "a.txt", text, "", published=date(2024, 5, 1), published_basis="given")
    counts = [c for report in extract_events(document, parser).reports for c in report.counts if c.kind == "killed"]
    assert max((c.best or 0 for c in counts), default=None) == killed


def test_a_toll_that_rises_is_the_attack_s(parser: Parser) -> None:
    tables = extract("A blast in Zamfara on Friday killed 15 people.\n\nThe toll later rose to 21, police said.", "2024-05-01")
    assert [(row.fatalities_best, row.n_reports) for row in tables.events.itertuples()] == [(21, 2)]


def test_who_claims_an_attack_claims_the_attack_not_its_wounded(parser: Parser) -> None:
    text = "At least 22 people were killed in a bombing in Leeds. At least 120 were wounded. Al-Qaeda claimed responsibility."
    tables = extract(text, "2024-05-01")
    assert [(row.fatalities_best, row.injured_best) for row in tables.events.itertuples()] == [(22, 120)]
