"""Every frame reads its own `yes` examples, with their roles, and none of its `no` examples."""

from __future__ import annotations

import pytest

from pipeline.find.proof import problems
from pipeline.lexicon.frameset import Frame, load_frames
from pipeline.parse import Parser


@pytest.mark.parametrize("frame", load_frames(), ids=lambda frame: frame.name)
def test_frame_reads_its_examples(frame: Frame, parser: Parser) -> None:
    assert problems(frame, parser.parse) == []
