"""The sentence that goes on "The incident occurred …", "This took place …": when and where the act before it was."""

from __future__ import annotations

import re

from pipeline.records import Candidate, Reading, Sentence

_SEQUEL = re.compile(r"(?:(?:the|this)(?: \w+)? incident|this|it) (?:occurred|happened|took place|unfolded)\b", re.IGNORECASE)


def sequel_of(reading: Reading, candidate: Candidate) -> Sentence | None:
    """The sequel right behind a candidate's sentence; None without one, and for all that is no violence."""
    following = candidate.sentence + 1
    if candidate.event_type != "ASSAULT" or following >= len(reading.sentences):
        return None
    sentence = reading.sentences[following]
    return sentence if _SEQUEL.match(reading.document.text, sentence.start, sentence.end) else None
