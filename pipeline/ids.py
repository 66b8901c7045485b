"""Ids that follow from the text alone. No counters, no extracted values, no folder names: a rule that reads a date better
changes no id."""

from __future__ import annotations

import hashlib

from pipeline.records import Candidate

HEX_DIGITS = 16  # 64 bits: among 10 million reports one chance in 370,000 of any collision


def report_id(document_id: str, candidate: Candidate) -> str:
    """`rp_` and 16 hex digits that name a telling by where it stands: document, trigger span, ordinal at that trigger."""
    return digest("rp_", document_id, candidate.trigger_start, candidate.trigger_end, candidate.ordinal)


def digest(prefix: str, *parts: str | int) -> str:
    """A prefix and the first hex digits of the parts' hash."""
    joined = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return prefix + hashlib.sha256(joined).hexdigest()[:HEX_DIGITS]
