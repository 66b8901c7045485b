"""Clauses that are read apart are found by their words."""

from __future__ import annotations

import pytest

from pipeline.parse.inserts import find_inserts


@pytest.mark.parametrize(
    ("sentence", "inserts"),
    [
        pytest.param(
            "A shell hit the depot , a local official said on Monday .",
            ["a local official said on Monday"],
            id="who said it when",
        ),
        pytest.param(
            "Two men died in the raid , a ministry source told Reuters .", ["a ministry source told Reuters"], id="who told whom"
        ),
        pytest.param(
            "The post fell overnight , Ali Dar , a rebel commander , said .",
            ["Ali Dar , a rebel commander , said"],
            id="who said it, and who that is",
        ),
        pytest.param(
            "Nine men , believed to be guards , were shot dead .", ["believed to be guards"], id="what somebody is believed to be"
        ),
        pytest.param("The league , known as Dawn , met in Oran .", ["known as Dawn"], id="what somebody is known as"),
        pytest.param("They freed three men , believed to be guards , and a cook .", [], id="a list goes on"),
        pytest.param(
            "The raid killed ten , a rights group said , blaming the army .",
            ["a rights group said , blaming the army"],
            id="what the speaker does by saying it",
        ),
        pytest.param(
            "The group , which denies the charge , seized the port .", ["which denies the charge"], id="a relative clause"
        ),
        pytest.param(
            "Chad , whose troops left in May , has closed the border .", ["whose troops left in May"], id="a relative with whose"
        ),
        pytest.param("The truce – the third this year – held until noon .", ["the third this year"], id="between dashes"),
        pytest.param("On Monday gunmen killed two guards .", ["On Monday"], id="a date that runs into the subject"),
        pytest.param("In the past two weeks gunmen killed nine guards .", ["In the past two weeks"], id="a stretch of time"),
        pytest.param("Half a year later rebels took the hill .", ["Half a year later"], id="a time after another"),
        pytest.param("At 2 a.m. on Tuesday rebels took the hill .", ["At 2 a.m. on Tuesday"], id="an hour and its day"),
        pytest.param("Shortly before midnight rebels took the hill .", ["Shortly before midnight"], id="an hour, about"),
        pytest.param("Last year alone gangs killed 4,000 people .", ["Last year alone"], id="a year alone"),
        pytest.param("Last year brought a truce to the hills .", [], id="a year that is the subject"),
        pytest.param("The weekend clashes killed nine guards .", [], id="a time in a name for what happened"),
        pytest.param("Two weeks of clashes killed nine guards .", [], id="a length of something"),
        pytest.param("The former king met the envoys .", [], id="a time in an office"),
        pytest.param("On 3 May , Abiy met the envoys .", ["On 3 May ,"], id="a date before a name"),
        pytest.param("On May 3 , 2019 , Abiy met the envoys .", ["On May 3 , 2019 ,"], id="a date with its year behind a comma"),
        pytest.param("On Monday , after the talks failed , rebels took the hill .", [], id="a date before another opening"),
        pytest.param("On Monday , the day of the vote , rebels took the hill .", [], id="a date that is described"),
        pytest.param("The army said two men died in the raid .", [], id="what is said behind it"),
        pytest.param("Rebels took the hill , and the army said nothing .", [], id="a second clause"),
        pytest.param("He met the envoy , who said that talks were over .", [], id="a relative clause at the end"),
        pytest.param("She named three men , who fled , as the killers .", [], id="a short relative clause"),
    ],
)
def test_inserts(sentence: str, inserts: list[str]) -> None:
    words = sentence.split()
    assert [" ".join(words[one.first : one.last]) for one in find_inserts(words)] == inserts
