"""Which expression dates which event (codebook section 3), through the real parser and frames."""

from __future__ import annotations

import pytest

from pipeline.parse import Parser
from tests.time.telling import dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rebels attacked the town on Monday.", "attacked: 2020-02-17 day relative", id="adjunct of the verb"),
        pytest.param(
            "Rebels attacked the town to free prisoners on Monday.", "attacked: 2020-02-17 day relative", id="behind the purpose"
        ),
        pytest.param(
            "Chad invited the rebels to talks on 30 March.", "invited: ..2020-02-19 unknown none", id="day of the talks"
        ),
        pytest.param(
            "An attack on the town on Monday killed five soldiers.",
            "attack: 2020-02-17 day relative",
            id="adjunct of the event noun",
        ),
        pytest.param(
            "The army has sent 500 troops there and on Sunday arrested ten men.",
            "sent: ..2020-02-19 unknown none",
            id="not backward",
        ),
        pytest.param("On Monday rebels attacked the town.", "attacked: 2020-02-17 day relative", id="opens without a comma"),
        pytest.param(
            "The rebels said on Monday they would attack the capital.", "said: 2020-02-17 day relative", id="day of the threat"
        ),
        pytest.param(
            "Before dawn on Tuesday, rebels shelled the village.", "shelled: 2020-02-18 day relative", id="before dawn on a day"
        ),
        pytest.param(
            "Rebels shelled the village between Tuesday and Friday.",
            "shelled: 2020-02-11..2020-02-14 days relative",
            id="days in their order",
        ),
        pytest.param(
            "Rebels shelled the village from Wednesday to Friday.",
            "shelled: 2020-02-12..2020-02-14 days relative",
            id="days before the day of writing",
        ),
        pytest.param(
            "Rebels shelled the village in the past few hours.", "shelled: 2020-02-18..2020-02-19 days relative", id="past hours"
        ),
        pytest.param(
            "The raid took place on Monday in Gao, where gunmen ambushed a patrol.",
            "ambushed: 2020-02-17 day inherited",
            id="where it took place",
        ),
        pytest.param(
            "Rebels on Monday raided a village where they killed eight people.",
            "killed: 2020-02-17 day inherited",
            id="what they did where they broke in",
        ),
        pytest.param(
            "Rebels on Monday raided the village where they had killed eight people.",
            "killed: ..2020-02-19 unknown none",
            id="what they had done there",
        ),
        pytest.param("The jets hit on Sunday a house.", "hit: 2020-02-16 day relative", id="before the object"),
        pytest.param("Police held on Sunday three men.", "held: 2020-02-16 day relative", id="before a number"),
        pytest.param(
            "Monday's clash was followed on Tuesday by a raid that killed four.",
            "clash: 2020-02-17 day relative",
            id="what was followed",
        ),
        pytest.param(
            "The commissioner yesterday said that a man killed eight people at a mosque at 4.30 a.m.",
            "killed: ..2020-02-18 unknown none",
            id="an hour of what was told on a day",
        ),
        pytest.param("Thursday insurgents attacked the town.", "attacked: 2020-02-13 day relative", id="opens without a word"),
        pytest.param(
            "A curfew was imposed after weekend clashes between clans killed six people.",
            "clashes: 2020-02-15..2020-02-16 days relative",
            id="not after the weekend",
        ),
        pytest.param(
            "It was the deadliest attack on villagers since 2015, when a bomb killed 30 people.",
            "killed: 2015-01-01..2015-12-31 year explicit",
            id="the last time",
        ),
        pytest.param(
            "The office recorded 28 kidnappings of crew in January, up from 17 a year earlier.",
            "kidnappings: 2020-01-01..2020-01-31 month relative",
            id="not what a number is compared with",
        ),
        pytest.param("It was on Monday that rebels attacked the town.", "attacked: 2020-02-17 day relative", id="cleft"),
        pytest.param(
            "The two presidents will hold a summit planned for Thursday.",
            "hold a summit: 2020-02-20 day relative",
            id="appointed",
        ),
        pytest.param(
            "In May 2019 rebels attacked the town.", "attacked: 2019-05-01..2019-05-31 month explicit", id="opening month"
        ),
        pytest.param("In 2018 fighters attacked the town.", "attacked: 2018-01-01..2018-12-31 year explicit", id="opening year"),
        pytest.param("Last week rebels attacked the town.", "attacked: 2020-02-10..2020-02-16 week relative", id="opening week"),
        pytest.param(
            "Rebels burned a post on Friday and on Monday attacked the town.",
            "attacked: 2020-02-17 day relative",
            id="second verb",
        ),
        pytest.param(
            "Rebels attacked the town on Friday and on Monday burned a post.",
            "attacked: 2020-02-14 day relative",
            id="first verb",
        ),
        pytest.param(
            "On Monday the party promised to withdraw the bill, which it had backed on Friday.",
            "promised: 2020-02-17 day relative",
            id="not the day of a relative clause",
        ),
        pytest.param(
            "Rebels attacked the town, police said on Tuesday.",
            "attacked: ..2020-02-18 unknown none",
            id="day of the claim is not its day",
        ),
        pytest.param(
            "The ministry said on Tuesday rebels had attacked the town.", "attacked: ..2020-02-18 unknown none", id="claim first"
        ),
        pytest.param(
            "The army violated the 2018 Geneva deal when it shelled the town.",
            "shelled: ..2020-02-19 unknown none",
            id="date in a name",
        ),
        pytest.param(
            "Rebels shelled the base that was built in 2014.",
            "shelled: ..2020-02-19 unknown none",
            id="date in a relative clause",
        ),
        pytest.param(
            "Rebels captured the town, in one of the worst defeats for the army since it left the delta in 2018.",
            "captured: ..2020-02-19 unknown none",
            id="the worst since",
        ),
        pytest.param(
            "The two sides agreed to a truce on Monday after two days of shelling that killed 40 people.",
            "shelling: ..2020-02-19 unknown none",
            id="what went before for days",
        ),
        pytest.param(
            "Mali and Chad have fought over the valley since a war in 2005.",
            "fought: 2005-01-01..2020-02-19 range explicit",
            id="since an event of that year",
        ),
        pytest.param(
            "Jets bombed the camp for the first time since a war in 2005.",
            "bombed: ..2020-02-19 unknown none",
            id="for the first time since an event",
        ),
        pytest.param(
            "The league, which rejected the 2016 accord, shelled a camp in December.",
            "shelled: 2019-12-01..2019-12-31 month relative",
            id="the year of an accord is not that of what follows",
        ),
        pytest.param(
            "The UN says rebels have killed at least 25 farmers since May 2019.",
            "killed: 2019-05-01..2020-02-19 range explicit",
            id="at least so many since",
        ),
        pytest.param(
            "Troops have besieged the city since May 2019.", "besieged: 2019-05-01..2020-02-19 range explicit", id="since"
        ),
        pytest.param(
            "Rebels attacked the village.", "attacked: ..2020-02-19 unknown none", id="no expression: nothing is guessed"
        ),
        pytest.param(
            "Gunmen attacked a checkpoint and killed two soldiers on Friday.",
            "attacked: 2020-02-14 day relative",
            id="result of the act",
        ),
        pytest.param(
            "A car bomb killed six people in the first major attack there since 2017.",
            "attack: ..2020-02-19 unknown none",
            id="what it is the first since",
        ),
        pytest.param(
            "Gunmen killed ten people in a raid. The incident occurred on Friday in Baquba.",
            "raid: 2020-02-14 day inherited",
            id="the incident occurred on",
        ),
        pytest.param(
            "Gunmen on Friday shot and killed a councillor in the town.",
            "shot: 2020-02-14 day relative",
            id="day right before its verbs",
        ),
        pytest.param(
            "Nine people were killed by men suspected to be rebels in the late hours of Friday.",
            "killed: 2020-02-14 day relative",
            id="day behind a supposition",
        ),
        pytest.param(
            "Rebels shelled the market at about 8:00 pm (1900 GMT) on Friday.",
            "shelled: 2020-02-14 day relative",
            id="clock, and its day behind a bracket",
        ),
        pytest.param(
            "Gunmen attacked a checkpoint at 8 pm.", "attacked: ..2020-02-19 unknown none", id="clock alone: no day is guessed"
        ),
        pytest.param(
            "Rebels attacked the town on 3 February and 5 February.",
            "attacked: 2020-02-03..2020-02-05 days relative",
            id="two days",
        ),
    ],
)
def test_event_is_dated_by(text: str, expected: str, parser: Parser) -> None:
    trigger = expected.split(":")[0]
    found = [row for row in dated(text, parser) if trigger in row.split(":")[0]]
    assert [row[row.index(":") :] for row in found[:1]] == [expected[expected.index(":") :]]


def test_sentence_of_consequence_takes_the_interval_before_it(parser: Parser) -> None:
    rows = dated("Rebels shelled the base in early February.\nThe army responded with attacks on the village.", parser)
    assert rows[-1].endswith("2020-02-01..2020-02-10 part_of_month inherited")


def test_plan_without_a_day_takes_the_day_of_its_announcement(parser: Parser) -> None:
    rows = dated("The minister said on Tuesday that his country will deploy more troops.", parser)
    assert [row for row in rows if "deploy" in row] == ["deploy: 2020-02-18 day relative"]


TIMELINE = """How it came to this

- Nov. 3, 2018: Soldiers detained the mayor. Police attacked a crowd.

- Jan. 14: Rebels attacked a camp.

- March 2019: Troops shelled the town, which had been attacked on 4 January.

The army attacked a village."""


def test_entries_of_a_timeline_are_dated_by_their_dates(parser: Parser) -> None:
    assert dated(TIMELINE, parser) == [
        "detained: 2018-11-03 day explicit",
        "attacked: 2018-11-03 day explicit",
        "attacked: 2019-01-14 day relative",
        "shelled: 2019-03-01..2019-03-31 month explicit",
        "attacked: 2019-01-04 day relative",
        "attacked: ..2020-02-19 unknown none",
    ]


def test_entries_without_a_year_are_of_the_past_though_told_in_the_present(parser: Parser) -> None:
    text = "May 13 – Rebels attack a camp near the river.\n\nSeptember 2 – Raiders attack a village."
    assert dated(text, parser) == ["attack: 2019-05-13 day relative", "attack: 2019-09-02 day relative"]


def test_a_single_date_before_a_report_dates_nothing(parser: Parser) -> None:
    assert dated("16 February 2020 - Rebels attacked a camp. It rained.", parser) == ["attacked: ..2020-02-19 unknown none"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "On Friday, Ghana condemned the coup in Mali.", ["2020-02-14 day relative", "..2020-02-14 unknown none"], id="before"
        ),
        pytest.param(
            "Hundreds marched in Basra on Friday to protest the killing of a judge.",
            ["2020-02-14 day relative", "..2020-02-14 unknown none"],
            id="what a march was about",
        ),
        pytest.param(
            "Ghana vowed on Friday to crush the rebels after a blast killed four people.",
            ["2020-02-14 day relative", "..2020-02-19 unknown none"],
            id="what was vowed after a deed",
        ),
        pytest.param(
            "The minister on Friday condemned the rebels after gunmen killed nine people in Kano.",
            ["2020-02-14 day relative", "..2020-02-19 unknown none"],
            id="condemned after a deed",
        ),
        pytest.param(
            "Police fired tear gas on Friday after protesters attacked a bank.",
            ["2020-02-14 day relative", "2020-02-14 day relative"],
            id="answered a deed",
        ),
        pytest.param(
            "In January, as troops advanced on the town, Ghana accused them of bad faith.",
            ["2020-01-01..2020-01-31 month relative", "2020-01-01..2020-01-31 month relative"],
            id="a circumstance shares the day",
        ),
        pytest.param(
            "Ghana accused the army of shelling the town on 3 February.",
            ["..2020-02-19 unknown none", "2020-02-03 day relative"],
            id="the day of the deed",
        ),
        pytest.param(
            "A truce agreed in Cairo took effect in Sirte on Sunday.",
            ["2020-02-16 day relative", "..2020-02-19 unknown none"],
            id="what was agreed on before",
        ),
        pytest.param(
            "On Monday, protesters accused police of brutality and threw stones.",
            ["2020-02-17 day relative", "2020-02-17 day inherited"],
            id="a second act",
        ),
    ],
)
def test_the_day_of_a_judgement_is_not_that_of_the_deed(text: str, expected: list[str], parser: Parser) -> None:
    assert [found.split(": ")[1] for found in dated(text, parser)] == expected


def test_a_number_behind_on_and_a_month_is_a_day(parser: Parser) -> None:
    assert dated("On January 26 soldiers shot at a car.", parser) == ["shot: 2020-01-26 day relative"]


def test_the_year_of_a_truce_is_not_that_of_a_call_to_keep_it(parser: Parser) -> None:
    assert [found.split()[-2:] for found in dated("The bloc urged the two sides to respect the truce of 1994.", parser)] == [
        ["unknown", "none"]
    ]


def test_a_year_since_which_somebody_rules_dates_nothing_else(parser: Parser) -> None:
    text = "The president, who has ruled since 1994, pardoned 15 prisoners on Feb. 14."
    assert dated(text, parser) == ["pardoned: 2020-02-14 day relative"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A raid on a camp left eight dead, the army said Tuesday. The raid took place late Saturday in the hills.",
            ["2020-02-15 day inherited", "2020-02-15 day relative"],
            id="the act took place",
        ),
        pytest.param(
            "Nine guards were shot in a raid on the dam. Four people were hurt. Police said the attack happened early Sunday.",
            ["2020-02-16 day inherited", "2020-02-16 day inherited", "2020-02-16 day relative"],
            id="a sentence without a time between",
        ),
        pytest.param(
            "A raid on a camp left eight dead. The raid came days after the bombing of Saturday.",
            ["..2020-02-19 unknown none", "..2020-02-19 unknown none"],
            id="the day of another event",
        ),
        pytest.param(
            "Militants killed 68 people at a village, residents said. The militants stormed the village on Tuesday.",
            ["2020-02-18 day inherited", "2020-02-18 day relative"],
            id="told again by those who did it",
        ),
        pytest.param(
            "A former lawmaker has been shot dead at his home. The lawmaker was killed on Saturday.",
            ["2020-02-15 day inherited", "2020-02-15 day relative"],
            id="told again by whom it befell",
        ),
        pytest.param(
            "The governor on Wednesday cut the death toll of Sunday's raid on the village to 35.",
            ["2020-02-16 day relative"],
            id="the act whose toll was cut",
        ),
        pytest.param(
            "Soldiers killed three militants in the hills. The militants attacked a post on Monday.",
            ["..2020-02-19 unknown none", "2020-02-17 day relative"],
            id="a deed of the victims",
        ),
        pytest.param(
            "Militants killed 12 people at a market. The militants attacked another village on Monday.",
            ["..2020-02-19 unknown none", "2020-02-17 day relative"],
            id="another deed of the same",
        ),
        pytest.param(
            "Fighting broke out on Tuesday. Two civilians were killed by mortar fire. On Saturday the rebels seized a hill.",
            ["2020-02-18 day relative", "..2020-02-19 unknown none", "2020-02-15 day relative"],
            id="the dead of the act before, and what its side did on another day",
        ),
    ],
)
def test_the_next_sentence_tells_the_day(text: str, expected: list[str], parser: Parser) -> None:
    assert [found.split(": ")[1] for found in dated(text, parser)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Two guards died in a prison riot Monday that killed a dozen inmates.",
            ["2020-02-17 day relative", "2020-02-17 day inherited"],
            id="of the noun that it goes on about",
        ),
        pytest.param(
            "The group claimed an attack Sunday in a district where a bomb killed ten people.",
            ["2020-02-16 day inherited"],
            id="of the event whose place it tells of",
        ),
        pytest.param(
            "Jets struck on Friday the militia that killed ten farmers.",
            ["2020-02-14 day relative", "..2020-02-19 unknown none"],
            id="not of those who did it",
        ),
        pytest.param(
            "Rebels killed seven hostages whom they seized on 7 February.",
            ["..2020-02-19 unknown none", "2020-02-07 day relative"],
            id="not the day of the clause",
        ),
        pytest.param(
            "Rebels killed two journalists kidnapped last year.",
            ["..2020-02-19 unknown none", "2019-01-01..2019-12-31 year relative"],
            id="not the year of the participle",
        ),
        pytest.param(
            "Six people died in an attack carried out by rebels on a depot on Tuesday.",
            ["2020-02-18 day relative"],
            id="whose attack it is",
        ),
        pytest.param(
            "Twenty people were killed during a massacre carried out by fighters led by a former colonel on Tuesday night.",
            ["2020-02-18 day relative"],
            id="who led those whose attack it is",
        ),
        pytest.param(
            "Three people were killed in the town, where the army arrived on Monday.",
            ["..2020-02-19 unknown none"],
            id="what else happened in the place",
        ),
        pytest.param(
            "A ceasefire reached on Sunday collapsed on Tuesday when troops shelled the town.",
            ["2020-02-16 day relative", "2020-02-18 day relative"],
            id="the making of a deal",
        ),
        pytest.param(
            "Gunmen have shot dead an elder who has joined the council in the capital on Tuesday.",
            ["2020-02-18 day relative"],
            id="not of a clause in the perfect",
        ),
    ],
)
def test_clauses_behind_a_noun(text: str, expected: list[str], parser: Parser) -> None:
    assert [found.split(": ")[1] for found in dated(text, parser)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gunmen killed three guards Thursday and wounded two on Friday.",
            ["killed: 2020-02-13 day relative", "wounded: 2020-02-14 day relative"],
            id="each its own day",
        ),
        pytest.param(
            "Three days after a bomb killed six people, gunmen on Sunday attacked a church.",
            ["killed: 2020-02-13 day relative", "attacked: 2020-02-16 day relative"],
            id="a length of time between",
        ),
        pytest.param(
            "The mayor was shot on Tuesday and died of his wounds on Friday.",
            ["shot: 2020-02-18 day relative"],
            id="a death is dated by the attack",
        ),
        pytest.param(
            "The man who led the 2015 raid on the barracks was killed on Monday.",
            ["led the 2015 raid: 2015-01-01..2015-12-31 year explicit", "killed: 2020-02-17 day relative"],
            id="what the victim had done",
        ),
        pytest.param(
            "On Monday rebels attacked the town, and on Tuesday soldiers arrested 40 people.",
            ["attacked: 2020-02-17 day relative", "arrested: 2020-02-18 day relative"],
            id="a day before each subject",
        ),
        pytest.param(
            "A court ordered on Monday the arrest of a general over the killing of protesters.",
            ["ordered on Monday the arrest: 2020-02-17 day relative", "killing: ..2020-02-19 unknown none"],
            id="what somebody is held over",
        ),
        pytest.param("A bomb hit a mosque after Friday prayers.", ["hit: 2020-02-14 day relative"], id="the day of prayers"),
        pytest.param(
            "The bodies of six men were found on Monday.",
            ["bodies of six men were found: ..2020-02-17 range relative"],
            id="killed on or before the day of the find",
        ),
        pytest.param(
            "The raid happened at about 8 p.m. (1900 GMT) on Thursday.",
            ["raid happened: 2020-02-13 day relative"],
            id="a time of day has no day of its own",
        ),
        pytest.param(
            "The junta on Monday announced a curfew and deployed tanks.",
            ["announced a curfew: 2020-02-17 day relative", "deployed: 2020-02-17 day inherited"],
            id="who announces a curfew imposes it",
        ),
        pytest.param(
            "Rebels have killed 40 guards this month, including 11 on Tuesday.",
            ["killed: 2020-02-01..2020-02-19 month relative"],
            id="the day of a part",
        ),
        pytest.param(
            "A bomb hit a bank on Monday, wounding ten people, a day after raids on two farms killed 13.",
            ["hit: 2020-02-17 day relative", "raids: 2020-02-16 day relative"],
            id="counted from the main verb's day",
        ),
        pytest.param(
            "A bomb hit a bank on Monday, two days after a raid in Herat that killed 13.",
            ["hit: 2020-02-17 day relative", "raid: 2020-02-15 day relative"],
            id="a clause of the noun counted from",
        ),
        pytest.param(
            "Troops entered Bama on Monday, two days after clashes in which 30 soldiers died.",
            ["entered: 2020-02-17 day relative", "clashes: 2020-02-15 day relative"],
            id="a clause with in which",
        ),
        pytest.param(
            "A mine killed 12 civilians including seven women in eastern Mali Monday.",
            ["killed: 2020-02-17 day relative"],
            id="a part told right behind those counted",
        ),
        pytest.param(
            "Since Sunday 40,000 people have fled the town.",
            ["fled: 2020-02-16..2020-02-19 range relative"],
            id="since a day before a number",
        ),
        pytest.param(
            "In an interview broadcast on Monday, the president accused the rebels of murder.",
            ["accused: 2020-02-17 day relative"],
            id="the day of the broadcast",
        ),
        pytest.param(
            "The president is due to visit Moscow on Monday.", ["due to visit: 2020-02-24 day relative"], id="what is due"
        ),
        pytest.param(
            "They chanted slogans against France, whose embassy had been attacked on Sunday.",
            ["chanted: ..2020-02-19 unknown none", "attacked: 2020-02-16 day relative"],
            id="what had happened before",
        ),
        pytest.param(
            "Fighting that began on Sunday has killed 60 people.",
            ["Fighting: 2020-02-16..2020-02-19 range relative"],
            id="what has gone on since it began",
        ),
        pytest.param(
            "The union condemned the coup of 1 February.", ["condemned: ..2020-02-19 unknown none"], id="condemned of another day"
        ),
        pytest.param(
            "Two people died on Tuesday of wounds suffered in a bombing on Sunday.",
            ["bombing: 2020-02-16 day relative"],
            id="died of wounds",
        ),
        pytest.param(
            "A reporter was released on Tuesday after being held for six months.",
            ["released: 2020-02-18 day relative", "held: ..2020-02-19 unknown none"],
            id="held for months",
        ),
        pytest.param(
            "Aid workers fled the town on Monday as rebels shell its outskirts.",
            ["fled: 2020-02-17 day relative", "shell: ..2020-02-19 unknown none"],
            id="what goes on in the present",
        ),
    ],
)
def test_deeds_of_different_times(text: str, expected: list[str], parser: Parser) -> None:
    assert dated(text, parser) == expected
