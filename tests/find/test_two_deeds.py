"""Deeds that one sentence tells, each with its own day, place, victims and doer."""

from __future__ import annotations

import pytest

from pipeline import extract


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("There were nine deaths in the fighting.", [(None, None, 9, None)], id="deaths counted as such"),
        pytest.param("The army reported nine deaths in a raid on Monday.", [(None, None, 9, None)], id="deaths in a raid"),
        pytest.param("The clinic reported three deaths on Monday.", [], id="deaths of nobody knows what"),
        pytest.param(
            "In 1998, rebels took Goma in a war that drew in six nations and left 900 people dead.",
            [("Goma", "rebels", None, None), ("Goma", None, None, None)],
            id="the dead of a war are not those of one act in it",
        ),
        pytest.param(
            "In Kano, police arrested 20 people after an attack in Jos.",
            [("Jos", None, None, None), ("Kano", "police", None, None)],
            id="where they were arrested",
        ),
        pytest.param(
            "Boko Haram attacked Kayamula village in Borno State. They killed nine people.",
            [("Kayamula", "Boko Haram", 9, None)],
            id="a pronoun right behind a place",
        ),
        pytest.param(
            "A car bomb in Derry killed 28 people in the deadliest attack in three decades of violence in Ulster.",
            [("Derry", None, 28, None)],
            id="the deadliest in years of violence",
        ),
        pytest.param("Nine beheaded bodies were found on Friday.", [(None, None, 9, None)], id="one find"),
        pytest.param(
            "Rebels in Congo killed three villagers in Beni and abducted five in Goma.",
            [("Beni", "rebels", 3, None), ("Goma", "rebels", None, 5)],
            id="two verbs with their places",
        ),
        pytest.param(
            "M23 rebels seized two towns in eastern Congo and were advancing on Goma.",
            [("eastern Congo", "March 23 Movement", None, None), ("Goma", "March 23 Movement", None, None)],
            id="taken here, heading there",
        ),
        pytest.param(
            "Gunmen in Nigeria killed four and abducted nine villagers in Jos.",
            [("Jos", "gunmen", 4, 9)],
            id="one place for both",
        ),
        pytest.param(
            "Yemeni rebels fired rockets at Aden, killing six people and shaking windows, in revenge for a blast in Taiz.",
            [("Aden", "Yemeni rebels", 6, None), ("Taiz", None, None, None)],
            id="what it was the answer to",
        ),
        pytest.param(
            "Soldiers killed in Sunday's ambush near Kidal in Mali will be buried on Tuesday.",
            [("Kidal", None, None, None)],
            id="the killed are no killers",
        ),
        pytest.param(
            "In Bogota, sniper fire killed a clerk on Sunday and wounded a nurse on Monday.",
            [("Bogotá", None, 1, None), ("Bogotá", None, None, None)],
            id="two verbs with their days",
        ),
        pytest.param(
            "The war in Congo began on Monday when men loyal to ousted leader Jo Doe ambushed a bus near Goma, killing 13.",
            [("Goma", "men", 13, None)],
            id="those loyal to somebody",
        ),
        pytest.param(
            "Kenya accused the army of Somalia of bombing a clinic in Kismayo.",
            [("Kismayo", "Somali Armed Forces", None, None), (None, "Government of Kenya", None, None)],
            id="the accused did it",
        ),
        pytest.param(
            "Attackers shot at a bus near Cali on Monday, killing five in the worst violence to hit Colombia in years.",
            [("Cali", "attackers", 5, None)],
            id="the worst violence is the same",
        ),
        pytest.param(
            "Rebels in Ukraine fired rockets at Donetsk, where a couple were killed on Sunday.",
            [("Donetsk", "rebels", None, None), ("Donetsk", None, 2, None)],
            id="what happened there on a day of its own",
        ),
        pytest.param(
            "Gunmen shot dead a colonel and his guard in Gao province in Mali, and a bomb killed six men in Kidal.",
            [("Gao", "gunmen", 2, None), ("Kidal", None, 6, None)],
            id="the place of a list",
        ),
        pytest.param(
            "Kenya accuses the ex-minister of having tried to bomb a clinic in Kisumu.",
            [("Kisumu", "ex-minister", None, None), (None, "Government of Kenya", None, None)],
            id="of having tried",
        ),
        pytest.param(
            "In Colombia's capital, 600 rebels of the Green Patriotic Front raided a camp.",
            [("Bogotá", "Green Patriotic Front", None, None)],
            id="rebels of a front",
        ),
        pytest.param(
            "A Russian missile strike destroyed a school in Kharkiv in Ukraine, killing two.",
            [("Kharkiv", "Russian Armed Forces", 2, None)],
            id="whose strike destroyed it",
        ),
        pytest.param(
            "A Danish private military company attacked a mine near Goma in Congo.",
            [("Goma", "Danish private military company", None, None)],
            id="a company is no army",
        ),
        pytest.param(
            "Police in Kenya arrested 14 people over the killing last week of a judge.",
            [("Kenya", "Kenyan Police", None, None), ("Kenya", None, 1, None)],
            id="the police did not kill",
        ),
        pytest.param(
            "Police in Lyon arrested a man on Friday who had stabbed two nurses in March.",
            [("Lyon", "police", None, None), (None, None, None, None)],
            id="what was told of a person was not there",
        ),
        pytest.param(
            "A reporter who was killed by shelling in Homs was buried.", [("Homs", None, 1, None)], id="killed by shelling"
        ),
        pytest.param(
            "Air raids that were probably carried out by Russian forces kill nine people in Idlib.",
            [("Idlib", "Russian Armed Forces", 9, None)],
            id="who carried them out",
        ),
        pytest.param(
            "A colonel was killed in a US drone strike.", [(None, "United States Armed Forces", 1, None)], id="whose drones"
        ),
        pytest.param(
            "Forces loyal to Khalifa Haftar seize the port of Brega.",
            [("Al Burayqah", "Libyan National Army", None, None)],
            id="loyal, in the present",
        ),
        pytest.param("A gunman fatally shot a nun in Lyon.", [("Lyon", "gunman", 1, None)], id="fatally shot is killed"),
        pytest.param("A blast at a theatre in Lyon killed two.", [("Lyon", None, 2, None)], id="a theatre is a place"),
    ],
)
def test_deeds(text: str, rows: list[tuple[str | None, str | None, int | None, int | None]]) -> None:
    events = extract(text, "2024-05-01").events
    columns = (events[name].astype(object) for name in ("place_name", "actor_name", "fatalities_best", "abducted_best"))
    told = zip(*(column.where(column.notna(), None) for column in columns), strict=True)
    assert sorted(told, key=str) == sorted(rows, key=str)
