"""What stands before a first sentence: a dateline, a speaker's label, a heading that lost its line break."""

from __future__ import annotations

import re

MAX_DATELINE = 120  # characters
MAX_LEAD = 250  # characters of title and by-line before a first paragraph
_DASH = r"(?:--+|[–—-]|_)"
_NAME = r"[A-Z][\w.'’/-]*(?:[ /-](?:[A-Z][\w.'’/-]*|of|the|de|al|el|la|del|and)){0,3}"
_CAPITALS = r"[A-Z][A-Z.'’/-]+(?: [A-Z][A-Z.'’/-]+){0,3}"
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? (?:19|20)?\d{{2}})?"
_AGENCY = r"\([A-Z][^()\n]{1,40}\)"
_STAMP = r"[A-Z][A-Z ]+\| [^|\n]{6,60}? "  # "LONDON | Tue Mar 15, 2011 1:48 pm GMT "

# Each form needs its own proof that it is no sentence with a dash: capitals, an agency in brackets, or a date.
DATELINES = tuple(
    re.compile(form)
    for form in (
        rf"(?:{_STAMP})?(?:{_NAME}(?:, {_NAME}){{0,3}}(?:,? {_DAY},?)? ?)?"
        rf"(?:{_AGENCY} )?{_AGENCY},?(?: {_DAY})?\s*(?:{_DASH}\s+|:\s+)",
        rf"{_CAPITALS}(?:, {_NAME}){{0,3}},? {_DAY}\s*{_DASH}\s+",
        rf"{_CAPITALS}(?:, {_NAME}){{0,2}}\s*(?:--+|[–—]|\s-|_)\s+(?=[\"“‘']?[A-Z\d])",
        rf"{_NAME}(?:, {_NAME}){{0,2}},? {_DAY}\s*{_DASH}\s+",
        rf"{_CAPITALS}(?:, {_NAME}){{0,2}}:\s+(?=[A-Z\d])",
    )
)
LEAD = re.compile(r"[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?(?:, [A-Z][a-z]+)?:\s+(?=[A-Z][a-z]|\d)")  # "Srinagar: Five soldiers …"
CAPITAL_FORMS = (2, 4)  # those that only capitals prove
OPENING = re.compile(r"[A-Z(][^\n]*?[-–—_:]\s")  # what all of them share, tried first
# "TOWNS WIPED OUT The full extent of …"
CROSSHEAD = re.compile(r"(?:[A-Z]['’A-Z-]+ ){3,8}(?=[\"“‘]?[A-Z][a-z]+,? [a-z])")
LABEL = re.compile(r"\[[A-Z][^\[\]\n]{1,40}\](?:\s*[:–—-]+)?\s+(?=\S)")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where a paragraph's first sentence begins after its dateline; `start` when it has none.

    In text of capitals only a date or an agency proves a dateline: any words may stand before a dash there.
    """
    stop = min(end, start + MAX_DATELINE)
    if not OPENING.match(text, start, stop):
        return start
    for i, form in enumerate(DATELINES):
        match = form.match(text, start, stop)
        if match and match.end() < end and not (i in CAPITAL_FORMS and text[match.end() : end][:60].isupper()):
            return match.end()
    lead = LEAD.match(text, start, stop) if 0 < start < MAX_LEAD and start > text.find("\n") else None
    return lead.end() if lead and lead.end() < end else start


def label_end(text: str, start: int, end: int) -> int:
    """Where the words begin after a speaker's label in brackets; `start` when there is none."""
    match = LABEL.match(text, start, end)
    return match.end() if match and match.end() < end else start


def crosshead_end(text: str, start: int, end: int) -> int:
    """Where the sentence begins after a run of words in capitals that is glued to it; `start` when there is none."""
    match = CROSSHEAD.match(text, start, end)
    return match.end() if match else start
