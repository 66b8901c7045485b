"""Clauses put into a sentence, which the model reads apart: one clause at a time it makes few mistakes.

the truce – the third this year – held        between two dashes
the group, which denies it, seized the town   a relative clause between commas, where the main verb goes on behind it
the men, believed to be guards, were shot     what is said of them, likewise
ten men, including two guards, were killed    who is among them, likewise
the bridge was hit, a witness said on Monday  who says it, at the end
the bridge was hit, a witness says, a charge  or between two commas
On Monday gunmen killed two guards            a date that opens the sentence (`leading.py`)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.days import WEEKDAYS
from pipeline.lexicon.inflect import irregular
from pipeline.parse.columns import SAYING
from pipeline.parse.leading import leading_date

MIN_DASHED, MAX_DASHED = 2, 30  # words from one dash to the next
MIN_RELATIVE, MAX_RELATIVE = 3, 30  # words from one comma to the next
MAX_OF_THEM = 3  # words before "of them"
MIN_MAIN = 4  # words before who says it
MAX_SPEAKER, MAX_BEHIND, MAX_AGO = 16, 12, 30  # words of who says it, behind "said", and from "said" to the end
DASHES = frozenset(("–", "—", "--"))
ENDS = frozenset((".", "!", "?"))
QUOTES = frozenset(('"', "“", "”", "''", "``"))
RELATIVE = frozenset(("who", "which", "whose"))
TO_BE, BY = ("to",), ("by",)
DESCRIBED = {
    **dict.fromkeys("believed thought suspected alleged presumed reported said understood".split(), TO_BE),
    **dict.fromkeys("led backed supported headed accompanied commanded funded organised organized founded owned".split(), BY),
    "known": ("as", "locally"),
    "described": ("as", "by"),
    "identified": ("as", "by"),
    "armed": ("with",),
}  # participles of what is said of the noun before, and the words behind them
THEM = frozenset(("them", "whom"))
REPORTED = frozenset(
    "said says say reported reports told added announced confirmed claimed tweeted acknowledged insisted".split()
)
FINITE = frozenset(
    "is are was were has have had will would can could may might must should do does did said says ai wo ca".split()
)
BETWEEN = frozenset("also then later now reportedly since already recently soon again still eventually subsequently".split())
NO_SPEAKER = RELATIVE | FINITE | BETWEEN | frozenset("when as while after before if because where that but to than".split())
AND = frozenset(("and", "or", "but", "nor"))
WHEN = frozenset(WEEKDAYS) | frozenset(
    "late early earlier later yesterday today on in at during via by"
    " through from after following without this last shortly".split()
)
NO_END = NO_SPEAKER - {"after", "as", "later", "to"}
HARMED = frozenset("wounded injured hurt missing abducted arrested".split())
COUNTING = frozenset(
    "at more some about dozens scores hundreds several nearly another two three four five six seven eight nine ten".split()
)
ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her"))


class Insert(NamedTuple):
    """Words `[first, last)` that are read apart, with the marks around them. They hang on the word `anchor`, or on the root of
    the rest (None). The word `including` before them is not read with them: it is their preposition."""

    first: int
    last: int
    marks: tuple[int, ...]
    anchor: int | None
    tag: str = ","  # of the marks
    including: int | None = None

    @property
    def span(self) -> tuple[int, int]:
        """All its words, marks included."""
        return min((self.first, *self.marks)), max((self.last, *(mark + 1 for mark in self.marks)))


def find_inserts(words: Sequence[str]) -> list[Insert]:
    """The inserts of a sentence in order, none inside or across another: dashes before who says it before relative clauses."""
    lowered = [word.lower() for word in words]
    out: list[Insert] = []
    said = (*attributed(words, lowered), *said_between(words, lowered))
    for one in (*dated(words, lowered), *dashed(words), *said, *between_commas(words, lowered)):
        start, end = one.span
        if all(end <= other.span[0] or other.span[1] <= start for other in out):
            out.append(one)
    return sorted(out)


def dated(words: Sequence[str], lowered: Sequence[str]) -> list[Insert]:
    """The date that opens the sentence; at most one."""
    end = leading_date(words, lowered)
    return [Insert(0, end, (), None)] if end else []


def dashed(words: Sequence[str]) -> list[Insert]:
    """The asides between two dashes; none if the dashes do not come in pairs."""
    dashes = [i for i, word in enumerate(words) if word in DASHES and 0 < i < len(words) - 1]
    pairs = list(zip(dashes[::2], dashes[1::2], strict=False))
    fits = len(dashes) % 2 == 0 and all(MIN_DASHED < j - i <= MAX_DASHED for i, j in pairs)
    return [Insert(i + 1, j, (i, j), i - 1, ":") for i, j in pairs] if fits else []


def attributed(words: Sequence[str], lowered: Sequence[str]) -> list[Insert]:
    """ ", a witness said on Monday" at the end of a sentence; at most one."""
    end = len(words)
    while end and words[end - 1] in ENDS:
        end -= 1
    verb = next((i for i in range(end - 1, max(end - MAX_AGO, 0), -1) if lowered[i] in REPORTED), None)
    if verb is None or not is_end(lowered, verb, end):
        return []
    comma = speaker_comma(words, lowered, verb)
    return [] if comma is None or comma < MIN_MAIN else [Insert(comma + 1, end, (comma,), None)]


def said_between(words: Sequence[str], lowered: Sequence[str]) -> Iterator[Insert]:
    """ ", France and Mali say," inside a sentence without quotation marks; what follows keeps its comma, a main verb has none."""
    if not QUOTES.isdisjoint(words):
        return
    for verb, word in enumerate(lowered):
        if word not in SAYING or lowered[verb + 1 : verb + 2] != [","] or verb + 2 >= len(words):
            continue
        comma = speaker_comma(words, lowered, verb)
        if comma is not None and comma >= MIN_MAIN:
            marks = (comma, verb + 1) if goes_on(lowered, verb + 2) else (comma,)
            yield Insert(comma + 1, verb + 1, marks, None)
        elif comma is not None and comma + 1 == leading_date(words, lowered):  # "On Friday, police said, gunmen …"
            yield Insert(comma + 1, verb + 1, (verb + 1,), None)


def is_end(lowered: Sequence[str], verb: int, end: int) -> bool:
    """Behind "said" comes nothing, or when, where and to whom; no comma, and no clause."""
    behind = lowered[verb + 1 : end]
    if not behind:
        return True
    if behind[0] == "," and len(behind) > 2 and behind[1].endswith("ing"):  # "said, blaming the army"
        return "," not in behind[1:] and QUOTES.isdisjoint(behind)
    if len(behind) > MAX_BEHIND or "," in behind or not NO_END.isdisjoint(behind) or not QUOTES.isdisjoint(behind):
        return False
    return lowered[verb] == "told" or behind[0] in WHEN


def speaker_comma(words: Sequence[str], lowered: Sequence[str], verb: int) -> int | None:
    """The comma before who says it; of "…, the mayor, Jo Doe, said" the one before the mayor. None if that is no noun phrase."""
    last = verb - 2 if words[verb - 1] == "," else verb - 1
    comma = comma_before(words, last)
    if last < verb - 1 and comma is not None and (lowered[comma + 1] in ARTICLES or words[comma + 1][0].isupper()):
        comma = described_comma(words, comma)
    elif last < verb - 1:
        return None
    if comma is None:
        return None
    speaker = lowered[comma + 1 : verb]
    is_noun_phrase = 0 < len(speaker) <= MAX_SPEAKER and speaker[0] not in AND and NO_SPEAKER.isdisjoint(speaker)
    return comma if is_noun_phrase and QUOTES.isdisjoint(speaker) else None


def described_comma(words: Sequence[str], comma: int) -> int | None:
    """The comma before the noun that an apposition behind `comma` names: a noun is in small letters, a place is not."""
    before = comma_before(words, comma - 1)
    is_noun = words[comma - 1].islower() and words[comma - 1].isalpha()
    return before if is_noun or words[comma + 1].lower() in ARTICLES else None


def comma_before(words: Sequence[str], i: int) -> int | None:
    """The last comma up to a word."""
    return next((n for n in range(i, 0, -1) if words[n] == ","), None)


def between_commas(words: Sequence[str], lowered: Sequence[str]) -> Iterator[Insert]:
    """Relative clauses, what is said of a noun, and who is among those told before, between two commas, the second before a
    finite verb."""
    commas = [i for i, word in enumerate(words) if word == ","]
    for i in commas:
        if i == 0 or i + 1 == len(words):
            continue
        if not (lowered[i + 1] in RELATIVE or names_some(lowered, i + 1) or describes(lowered, i + 1)):
            continue
        closing = (
            j for j in commas if MIN_RELATIVE < j - i <= MAX_RELATIVE and goes_on(lowered, j + 1, names_some(lowered, i + 1))
        )
        end = next(closing, None)
        if end is not None:
            including = i + 1 if lowered[i + 1] == "including" else None
            yield Insert(i + 1 if including is None else i + 2, end, (i, end), i - 1, including=including)


def describes(lowered: Sequence[str], i: int) -> bool:
    """ "Believed to be …", "known as …", "led by …"."""
    return lowered[i] in DESCRIBED and lowered[i + 1 : i + 2] != [] and lowered[i + 1] in DESCRIBED[lowered[i]]


def names_some(lowered: Sequence[str], i: int) -> bool:
    """ "Including …", "among them …", "most of them …"."""
    if lowered[i] == "including" or (lowered[i] == "among" and lowered[i + 1 : i + 2] and lowered[i + 1] in THEM):
        return True
    return any(lowered[n] == "of" and lowered[n + 1] in THEM for n in range(i + 1, min(i + 1 + MAX_OF_THEM, len(lowered) - 1)))


def goes_on(lowered: Sequence[str], i: int, may_count: bool = False) -> bool:
    """The main clause goes on at a word with its finite verb; behind those who are among the dead also "and 52 wounded"."""
    if may_count and lowered[i : i + 1] == ["and"] and not HARMED.isdisjoint(lowered[i + 2 : i + 6]):
        return lowered[i + 1][0].isdigit() or lowered[i + 1] in COUNTING
    while i < len(lowered) and lowered[i] in BETWEEN:
        i += 1
    return i < len(lowered) and (lowered[i] in FINITE or lowered[i].endswith("ed") or lowered[i] in past_forms())


@cache
def past_forms() -> frozenset[str]:
    """Irregular forms of verbs: "left", "fell". Those of nouns do no harm before a comma."""
    return frozenset(form for forms in irregular().values() for form in forms)
