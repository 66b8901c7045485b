"""Names that were struck and are nobody's: "Monday's attack on Zumbuli" alone does not say what Zumbuli is; another
article may."""

from __future__ import annotations

import re

from pipeline.gazetteer.keys import fold
from pipeline.records import Participant, Report

_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")
_ON = re.compile(r"\bon (?:the )?$")
_REACH = 8  # characters in front of a name


def struck_names(report: Report) -> tuple[str, ...]:
    """The folded names of whom no table knows, behind "on" or right behind the verb."""
    if report.candidate.event_type != "ASSAULT":
        return ()
    return tuple(fold(one.name) for one in report.participants if one.role == "recipient" and _is_struck(report, one))


def _is_struck(report: Report, one: Participant) -> bool:
    if one.actor_id or one.code or not one.start or not _NAME.fullmatch(one.name) or one.text != one.name:
        return False
    at = one.start - report.sentence_start
    is_object = 0 < one.start - report.candidate.trigger_end <= len(" the ")
    return is_object or _ON.search(report.quote[max(0, at - _REACH) : at]) is not None
