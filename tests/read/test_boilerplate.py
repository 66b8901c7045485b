"""What stands on a web page around its article is not read as part of it."""

from __future__ import annotations

import pytest

from pipeline.read.boilerplate import is_boilerplate, without_boilerplate

BODY = "The army shelled the northern town on Monday, killing three people, officials said."


@pytest.mark.parametrize(
    ("line", "early", "late"),
    [
        pytest.param("READ MORE: Rebels storm prison in the east", True, True, id="pointer"),
        pytest.param("ALSO READ | Ten hurt as bus is attacked", True, True, id="pointer with a bar"),
        pytest.param("- See also: Troops open fire on crowd", True, True, id="pointer in a list"),
        pytest.param("Read more", True, True, id="bare pointer"),
        pytest.param("OSLO, Norway - Thousands rallied on Saturday against the war and ...", True, True, id="teaser"),
        pytest.param("Sign up for our newsletter and follow the war.", True, True, id="call"),
        pytest.param("Copyright © 2023 The Daily Example, LLC.", True, True, id="copyright"),
        pytest.param("Reporting by Ann Lee in Oslo; Editing by Bo Berg", False, True, id="credits at the end"),
        pytest.param("Ann Lee is a senior reporter who covers attacks on civilians.", False, True, id="the writer at the end"),
        pytest.param(BODY, False, False, id="article"),
        pytest.param("More than 40 people were killed, the ministry said.", False, False, id="more than"),
        pytest.param("Read the full verdict aloud, the judge told the court.", False, False, id="to read"),
        pytest.param("Related attacks killed two guards.", False, False, id="related attacks"),
        pytest.param("“If they attack again...”", False, False, id="a thought that trails off"),
        pytest.param("Watch towers were attacked overnight.", False, False, id="watch towers"),
        pytest.param("Copyright laws were broken.", False, False, id="copyright laws"),
        pytest.param("Writing by hand is banned in the prison.", False, False, id="writing"),
    ],
)
def test_is_boilerplate(line: str, early: bool, late: bool) -> None:
    assert (is_boilerplate(line, is_late=False), is_boilerplate(line, is_late=True)) == (early, late)


def test_other_lines_stay_as_they_are() -> None:
    assert without_boilerplate(f"{BODY}\nREAD MORE: Rebels storm prison\n{BODY}") == f"{BODY}\n{BODY}"
    assert without_boilerplate(BODY) == BODY


def test_a_page_of_nothing_else_keeps_its_words() -> None:
    assert without_boilerplate("Read more") == "Read more"
