"""Cut the surroundings of a time word into tokens that the grammar knows.

Every known word or number belongs to a *category*, written as one character; a run of tokens is then a short string, and a grammar
rule is a regular expression over such strings. Words with the same classes share a category.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

WINDOW = 90  # code points looked at on either side of a core word
UNKNOWN = "\x00"

TOKEN = r"""
      \d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]) # ISO
    | \d{1,4}/\d{1,2}/\d{2,4}(?![\d/]) | \d{1,2}\.\d{1,2}\.\d{4}(?![\d.]) | \d{1,2}-\d{1,2}-\d{4}(?![\d-])
    | \d{1,2}:\d\d(?::\d\d)?(?![\d:]) | \d{1,2}\.\d\d(?=\ ?[apAP]\.?[mM])
    | \d{1,2}(?:st|nd|rd|th)(?![A-Za-z])
    | (?:\d{3}0['’]?|['’‘]\d0|\d0)s(?![A-Za-z])
    | ['’‘]\d\d(?![\d.,]\d|\w)
    | \d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?(?:\ [1-3]/[2-4](?!\d))?
    | [ap]\.m\.? | [AP]\.M\.? | B\.C\.(?:E\.)? | B\.C(?![A-Za-z]) | A\.D\.
    | (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun|ca|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\.
    | o['’]clock | Q[1-4](?![A-Za-z\d])
    | ['’]s(?![A-Za-z]) | [^\W\d_]+ | \n\s* | [^\s]
    """


class Entry(NamedTuple):
    """A category and what the word means in each of its classes."""

    category: str
    classes: Mapping[str, Any]


class Token(NamedTuple):
    """One known token; offsets `[start, end)` into the text."""

    start: int
    end: int
    text: str
    entry: Entry

    def get(self, name: str) -> Any:
        """The token's value in a class, None when it is not of that class."""
        return self.entry.classes.get(name)


def number_classes(text: str) -> dict[str, Any]:
    """The classes of a token that begins with a digit, an apostrophe or a Q; empty when it is no number."""
    plain = text.replace("’", "'").replace("‘", "'")
    for pattern, reader in _SHAPES:
        if match := pattern.fullmatch(plain):
            return reader(match)
    return {}


def _slashed(match: re.Match[str]) -> dict[str, Any]:
    parts = tuple(int(part) for part in re.split(r"[/.\-]", match.group()))
    return {"SLASH": parts}


def _ordinal(match: re.Match[str]) -> dict[str, Any]:
    n = int(match[1])
    return {"ORD": n, "ORDNUM": n} if 1 <= n <= 31 else {"ORD": n}


def _decade(match: re.Match[str]) -> dict[str, Any]:
    return {"DECADE": int(match[1]) // 10, **({"SHORTDECADE": 1} if len(match[1]) == 2 and match.group()[0] != "'" else {})}


def _number(match: re.Match[str]) -> dict[str, Any]:
    text = match.group()
    whole, _, fraction = text.partition(" ")
    value = float(whole.replace(",", "")) + (int(fraction[0]) / int(fraction[2]) if fraction else 0)
    if not whole.isdigit():
        return {"NUM": value}
    n = int(whole)
    classes: dict[str, Any] = {"NUM": value}
    if 1 <= n <= 31 and len(whole) <= 2:
        classes["DAYNUM"] = n
    if n <= 24 and len(whole) <= 2:
        classes["HOUR"] = n
    if len(whole) == 2:
        classes["YEAR2"] = n
    if len(whole) == 4 and 1000 <= n <= 2199:
        classes["YEAR"] = n
    if len(whole) == 4 and n // 100 <= 24 and n % 100 < 60:
        classes["MILCLOCK"] = f"{whole[:2]}:{whole[2:]}"
    return classes


_SHAPES = [
    (re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?"), lambda m: {"ISO": m.group()}),
    (re.compile(r"\d{1,4}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4}"), _slashed),
    (re.compile(r"(\d{1,2})[:.](\d\d)(?::\d\d)?"), lambda m: {"CLOCK": f"{int(m[1]):02}:{m[2]}"} if int(m[1]) < 25 and int(m[2]) < 60 else {}),
    (re.compile(r"(\d{1,2})(?:st|nd|rd|th)"), _ordinal),
    (re.compile(r"'?(\d{3}0|\d0)'?s"), _decade),
    (re.compile(r"'(\d\d)"), lambda m: {"APOYEAR": int(m[1])}),
    (re.compile(r"Q([1-4])"), lambda m: {"QNUM": int(m[1])}),
    (re.compile(r"\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?(?: [1-3]/[2-4])?"), _number),
]


class Lexicon:
    """All known words with their categories. `charset(name)` is the regular expression of the tokens of one class."""

    def __init__(self, words: Mapping[str, Mapping[str, Any]]) -> None:
        self._codes: dict[frozenset[str], str] = {}
        self.entries = {form: self._entry(classes) for form, classes in words.items()}
        for sample in _NUMBER_SAMPLES:
            self._entry(number_classes(sample))
        self.number = lru_cache(maxsize=20_000)(self._number)
        phrases = sorted((form for form in words if " " in form or "-" in form[1:]), key=len, reverse=True)
        self.token = re.compile("|".join([*(f"{re.escape(form)}(?![A-Za-z])" for form in phrases), TOKEN]), re.VERBOSE)

    def _entry(self, classes: Mapping[str, Any]) -> Entry:
        key = frozenset(classes)
        code = self._codes.setdefault(key, chr(0x4E00 + len(self._codes)))
        return Entry(code, classes)

    def _number(self, text: str) -> Entry | None:
        classes = number_classes(text)
        return self._entry(classes) if frozenset(classes) in self._codes else None

    def charset(self, names: Iterable[str]) -> str:
        """A character class that matches a token of any of these classes."""
        wanted = set(names)
        return "[" + "".join(code for key, code in self._codes.items() if key & wanted) + "]"

    def names(self) -> frozenset[str]:
        """Every class that some word or number has."""
        return frozenset().union(*self._codes)


_NUMBER_SAMPLES = (
    "2018-03-05", "1/2/2018", "1:30", "1st", "32nd", "1990s", "'90s", "90s", "'98", "Q1",
    "1", "05", "12", "25", "30", "31", "99", "00", "123", "1999", "1199", "0300", "2330", "2199", "2400", "2100", "9999", "1,200", "1.5", "12345", "1060", "0", "24", "1960", "9",
)  # fmt: skip
_STARTS_NUMBER = frozenset("0123456789'’‘Q")


def run_at(text: str, core: int, lexicon: Lexicon, floor: int = 0) -> list[Token]:
    """The longest run of known tokens around the core word at offset `core`; empty when the core is not a token of its own.
    Nothing before `floor` is looked at.

    A single line break inside a run is a break only where the next line opens with a capital and the line before it does not hang.
    """
    entries, number = lexicon.entries, lexicon.number
    run: list[Token] = []
    floor = max(floor, core - WINDOW)
    for match in lexicon.token.finditer(text, floor, min(len(text), core + WINDOW)):
        word, start = match.group(), match.start()
        entry = entries.get(word)
        if entry is None and word[0] in _STARTS_NUMBER:
            entry = number(word)
        if entry is not None:
            run.append(Token(start, match.end(), word, entry))
        elif word[0] == "\n" and _flows(text, match, run):
            continue
        elif start > core:
            break
        else:
            run = []
    return run


def _flows(text: str, match: re.Match[str], run: list[Token]) -> bool:
    """Does the sentence go on after this line break (hard-wrapped text)?"""
    if match.group().count("\n") > 1 or match.end() >= len(text):
        return False
    following, before = text[match.end()], text[match.start() - 1 : match.start()]
    if following.islower():
        return before not in ".!?:;”\""
    return bool(run) and before != "." and ("MONTH" in run[-1].entry.classes or run[-1].text.lower() in _HANGING) and match.start() - run[-1].end <= 1


_HANGING = frozenset("the a an this last next early late mid of in on by since until from to between and past each every about".split())
