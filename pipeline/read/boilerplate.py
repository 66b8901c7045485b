"""Lines of a web page that are no part of its article: pointers to others, teasers that break off, credits, the writer.

A line goes only when its form leaves no doubt; what the article says in a line of its own stays.
"""

from __future__ import annotations

import re

LAST_LINES = 6  # where the writer is introduced and credits stand
_POINTER = re.compile(
    r"[-–•*]?\s*(?:read|also read|read also|read more|more|see also|see more|related|watch|listen|"
    r"recommended|don.t miss|trending|top stor(?:y|ies)|most read|you (?:may|might) also like)\b(?:\s*[:|»>]|\s*\.{3}|$)",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"[-–•*]?\s*(?:click here|sign up|subscribe|follow us|download (?:the|our) app|advertisement|loading\.{3}|"
    r"copyright (?:©|\(c\)|\d{4})|©|\(c\) \d{4}|all rights reserved)",
    re.IGNORECASE,
)
_TEASER = re.compile(r"[\w,] (?:\.{3}|…)$")  # "and strong ..."; a thought that trails off has no space before its dots
_CREDIT = re.compile(r"\(?(?i:(?:additional )?reporting|writing|editing|compiled|written) by [A-Z]")
_WRITER = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} (?:is|was|has been) (?:an?|the|[A-Z][\w' ]{1,40}['’]s?) [^.]{0,80}"
    r"\b(?:reporter|editor|journalist|correspondent|writer|columnist|anchor|producer|contributor)\b"
)


def without_boilerplate(text: str) -> str:
    """The text of a page without such lines; as it was when no other line would be left."""
    lines = text.split("\n")
    kept = [line for i, line in enumerate(lines) if not is_boilerplate(line.strip(), len(lines) - i <= LAST_LINES)]
    return "\n".join(kept) if any(line.strip() for line in kept) else text


def is_boilerplate(line: str, is_late: bool) -> bool:
    """Whether a line is no part of the article; credits and writers only among the last ones (`is_late`)."""
    if _POINTER.match(line) or _CALL.match(line) or _TEASER.search(line):
        return True
    return is_late and bool(_CREDIT.match(line) or _WRITER.match(line))
