"""A number that is broken down behind itself counts once; what others did before is no cause of the dead."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.build import extract_events
from pipeline.parse import Parser, load
from pipeline.records import Document


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load(None)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        pytest.param("Six people, two Turkish nationals and four Somalis, were killed in Mogadishu.", 6, id="before the verb"),
        pytest.param("A bomb exploded in Aden, killing nine people, three women and six men.", 9, id="behind the verb"),
        pytest.param("A bomb exploded in Aden, killing nine soldiers, three women and two men.", 14, id="a list is no breakdown"),
        pytest.param("A bomb exploded in Aden, killing seven people, police and a doctor said.", 7, id="who says it"),
        pytest.param("Police found 17 bullet-riddled bodies in Kirkuk.", 17, id="bodies"),
        pytest.param("Police found the bodies of 14 people killed by rebels in Kirkuk.", 14, id="bodies of people killed"),
        pytest.param("The bodies of nine men were dumped near Aden.", 9, id="bodies of"),
        pytest.param("Rebels slit the throats of 12 people in Aden.", 12, id="throats"),
        pytest.param(
            "Five people were killed when a bomber struck near the gate, the latest in a wave of bombings in Aden.",
            5,
            id="the latest in a wave",
        ),
    ],
)
def test_killed(text: str, killed: int, parser: Parser) -> None:
    document = Document("doc_a", "a.txt", text, "", published=date(2020, 2, 19), published_basis="given")
    counts = [c for report in extract_events(document, parser).reports for c in report.counts]
    assert [c.best for c in counts if c.kind == "killed" and c.sector is None] == [killed]


@pytest.mark.parametrize(
    ("sequel", "numbers"),
    [
        pytest.param("There were ten deaths including the village chief.", {"killed": 10}, id="deaths"),
        pytest.param("There were 12 deaths and 30 injuries.", {"killed": 12, "injured": 30}, id="deaths and injuries"),
        pytest.param("There were 20 passengers on the bus.", {}, id="no victims"),
        pytest.param("Police came. There were ten deaths.", {}, id="two sentences on"),
    ],
)
def test_numbers_that_the_next_sentence_only_states(sequel: str, numbers: dict[str, int], parser: Parser) -> None:
    text = f"Gunmen attacked a bus near Quetta on Monday. {sequel}"
    document = Document("doc_a", "a.txt", text, "", published=date(2020, 2, 19), published_basis="given")
    counts = [c for report in extract_events(document, parser).reports for c in report.counts]
    assert {c.kind: c.best for c in counts if c.sector is None} == numbers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Some 40 people were killed or wounded in the shelling.", "casualties", id="killed or wounded"),
        pytest.param("Some 40 people were killed, injured or kidnapped in Haiti.", "other", id="or kidnapped"),
    ],
)
def test_one_number_for_several_fates(text: str, kind: str, parser: Parser) -> None:
    document = Document("doc_a", "a.txt", text, "", published=date(2020, 2, 19), published_basis="given")
    counts = [c for report in extract_events(document, parser).reports for c in report.counts]
    assert [(c.kind, c.best) for c in counts if c.sector is None] == [(kind, 40)]
