"""One act, several told as one, or a sum: codebook sections 1 and 8 on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.build import extract_events
from pipeline.parse import Parser, load
from pipeline.records import Document, Report


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load(None)


@pytest.fixture
def read(parser: Parser) -> Callable[[str], tuple[Report, ...]]:
    """The tellings of a text that is published on a Sunday, 1 July 2012."""

    def read_text(text: str) -> tuple[Report, ...]:
        document = Document("doc_a", "a.txt", text, "", published=date(2012, 7, 1), published_basis="given")
        return extract_events(document, parser).reports

    return read_text


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        ("incident", "Shells killed eight soldiers on Monday."),
        ("incident", "Three car bombs killed 20 people in Baghdad on Sunday."),
        ("incident", "At least 60 people have been killed in a bomb attack on a mosque in Kano."),
        ("incident", "The rebels killed nine soldiers in Marib."),
        ("incident", "Four nurses were freed on Monday after being held by rebels since March."),
        ("incident", "Eleven people have been killed by shelling in Donetsk over the past 24 hours."),
        ("incident", "At least 80 people have been killed so far in the bombing of a market in Kano."),
        ("incident", "Nine people have been killed in communal violence in Lafia."),
        ("incident", "Nine people were killed in a conflict between two villages near Lafia."),
        ("incident", "A judge was killed on his way home in the latest violence in the province."),
        ("incident", "A car bomb killed six people in the first major attack there since 2007."),
        ("incident", "The militants killed 18 people and burned 70 houses in Gubio."),
        ("incident", "Herders have killed 20 people, all of whom lived in the village."),
        ("incident", "Eight people were killed in a bomb attack near a camp for people displaced by the conflict."),
        ("incident", "The two presidents held talks in Geneva."),
        ("multiple", "Attacks on villages in the region killed 12 people."),
        ("multiple", "Army posts in the province came under fire in early June."),
        ("aggregate", "More than 9,000 people have been killed in the uprising, aid workers say."),
        ("aggregate", "The rebels blew up the pipeline three times in March."),
        ("incident", "The army launched an assault on the rebels' headquarters in Huambo."),
        ("aggregate", "About 3,000 people were killed and a million displaced in the war that ended in May 1994."),
        ("aggregate", "A brief war over Kashmir killed some 900 people in 1999."),
        ("aggregate", "The two states fought a war over the valley in the early 1990s, in which 900 people died."),
        ("aggregate", "The worst day came before a war in Nagorno-Karabakh that killed 900 people in 1993."),
        ("incident", "Six soldiers were killed in the war on Monday."),
        ("aggregate", "The army says it killed more than 13,000 rebels in 2009."),
        ("incident", "In 2009 militants killed 1,700 cadets at a camp near Tikrit."),
        ("incident", "Rebels shelled the town in the past few hours, killing four people."),
        ("aggregate", "Fighting that began on Tuesday has killed 60 people."),
        ("incident", "In the first week of June, gunmen killed 14 farmers."),
        ("incident", "Clashes on Monday and Tuesday killed nine soldiers in Aden."),
        ("aggregate", "Six days of rioting left 40 people dead in the city."),
        ("aggregate", "Nine soldiers were killed in two days of fighting in the port."),
        ("aggregate", "Clashes between two clans killed 17 people over three days."),
        ("aggregate", "Nine officers have been killed in the violence."),
        ("aggregate", "Some 700 people have been killed in ethnic violence in the state."),
        ("aggregate", "Nine soldiers were killed in the last three weeks."),
        ("aggregate", "The war has displaced two million people."),
        ("aggregate", "Rebels have killed 40 officers since March."),
        ("aggregate", "Last year alone gangs killed 4,000 people in Haiti."),
        ("aggregate", "In May alone, 31 people were killed in Jos."),
        ("aggregate", "Some 40 people were abducted in Zamfara last month alone."),
        ("aggregate", "The group said 270 people have been killed across the country since the protests began."),
        ("aggregate", "The offensive has killed 40 civilians so far."),
        ("aggregate", "The United Nations says 7,500 people were killed."),
        ("aggregate", "Officials say more than 250 soldiers have died in clashes with militants."),
        ("aggregate", "Nearly 60 people have been killed in three weeks of violence."),
        ("aggregate", "Some 50 people died in a month of attacks by rebels, the army said."),
        ("incident", "Nine people were killed in an attack on Monday, the second week of a truce."),
        ("aggregate", "Rebels repeatedly shelled the town."),
        ("aggregate", "So far this year, 45 reporters have been killed in Syria."),
        ("aggregate", "In this decade 300 people were killed in the region."),
        ("incident", "A clan had killed his brother in a feud earlier this year."),
        ("aggregate", "The army carried out 35 airstrikes on Idlib in 24 hours."),
    ],
)
def test_scope(scope: str, text: str, read: Callable[[str], tuple[Report, ...]]) -> None:
    assert scope in {report.scope for report in read(text)}, [(r.trigger, r.scope) for r in read(text)]
    assert len({report.scope for report in read(text)}) == 1


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        ("incident", "The truce was signed in March 2011. Gunmen attacked a village on Monday, killing 12 people."),
        ("incident", "The truce was signed in March 2011. Gunmen killed nine people in Kano last week."),
        ("aggregate", "The truce was signed in March 2011. Fighting since Monday has killed 12 people."),
        ("aggregate", "The truce was signed in March 2011. Fighting in the past two weeks has killed 12 people."),
    ],
)
def test_scope_without_the_day_of_publication(scope: str, text: str, parser: Parser) -> None:
    found = extract_events(Document("doc_a", "a.txt", text, ""), parser).reports
    assert [report.scope for report in found if report.counts] == [scope]
