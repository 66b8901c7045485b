"""Why a word told nothing, in words that the frames have."""

from __future__ import annotations

import pytest

from pipeline.find import mark
from pipeline.find.near import near_misses
from pipeline.find.proof import read_sentence
from pipeline.parse import Parser


@pytest.mark.parametrize(
    ("text", "frame", "why"),
    [
        pytest.param("The plan came under scrutiny.", "accuse/condemn", "wants criticism beside it", id="a noun beside a verb"),
        pytest.param("He suspects that it fell.", "accuse/accuse", "wants of … beside it", id="whatever follows a preposition"),
        pytest.param("The man took a bus.", "assault/shelling", None, id="no trigger of the frame"),
    ],
)
def test_what_is_wanted_is_said_as_the_frame_has_it(text: str, frame: str, why: str | None, parser: Parser) -> None:
    reading = read_sentence(text, parser.parse)
    misses = {miss.frame: miss.why for tree in reading.trees if tree for miss in near_misses(tree, mark(tree, reading))}
    assert misses.get(frame) == why


def test_no_inflected_forms_are_listed(parser: Parser) -> None:
    """ "Criticism" is inflected to "criticisming" to recognise it, which nobody should read."""
    reading = read_sentence("The man came and took a bus, and the army said that it had a plan.", parser.parse)
    told = " ".join(miss.why for tree in reading.trees if tree for miss in near_misses(tree, mark(tree, reading)))
    assert told
    assert "ees" not in told
    assert "eing" not in told
