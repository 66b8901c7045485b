"""A frame that is not well formed is refused, by name and with what is allowed."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon.frameset import load_frames, read_frame
from pipeline.records import Document
from pipeline.scan import scan
from pipeline.split import split

GOOD: dict[str, Any] = {"verb": ["shell"], "yes": [{"text": "They shelled the town."}], "no": ["She sells shells."]}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"yes": []}, "needs both `yes` and `no`", id="no example that must be read"),
        pytest.param({"no": []}, "needs both `yes` and `no`", id="no example that must not be read"),
        pytest.param({"verbs": ["shell"]}, r"unknown key \['verbs'\]. Allowed: .*verb", id="a misspelt key"),
        pytest.param({"mode": "naval"}, "unknown mode 'naval'. Allowed for ASSAULT: .*aerial", id="a mode the type lacks"),
        pytest.param({"roles": {"victim": "obj"}}, r"unknown role \['victim'\]. Allowed: actor", id="an unknown role"),
        pytest.param({"roles": {"actor": "dobj"}}, "unknown relation 'dobj'. Allowed: .*obj", id="an unknown relation"),
        pytest.param(
            {"where": {"obj": ["@nobody"]}}, "unknown word class '@nobody'. Available: .*armed", id="an unknown word class"
        ),
        pytest.param({"verb": []}, "needs a trigger", id="nothing that triggers it"),
    ],
)
def test_a_bad_frame_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        read_frame("assault/test", "ASSAULT", {**GOOD, **change}, 0)


def test_scan_keeps_every_example_of_every_frame() -> None:
    for frame in load_frames():
        for example in frame.yes:
            document = Document("doc_x", "x", example.text, "")
            assert any(scan(example.text, split(document))), f"{frame.name}: {example.text}"
