"""Cut the surroundings of a time word into tokens that the grammar knows.

Every known word or number belongs to a *category*, written as one character; a run of tokens is then a short string,
and a grammar rule is a regular expression over such strings. Words with the same classes share a category.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from pipeline.tag.timex_trie import trie_pattern

WINDOW = 90  # code points looked at on either side of a core word
UNKNOWN = "\x00"

WORD = r"""
      [ap]\.m\.? | [AP]\.M\.? | B\.C\.(?:E\.)? | B\.C(?![A-Za-z]) | A\.D\.
    | (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun|ca|JAN|FEB|MAR|APR|JUN|JUL
    |AUG|SEPT?|OCT|NOV|DEC)\. | o['’]clock | (?:Q[1-4]|H[12]|FY(?:\d\d)?\d\d)(?![A-Za-z\d]) | [^\W\d_]+
    """
OTHER = r"""
      \d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]) # ISO
    | (?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d|[.,]\d)
    | \d{1,4}/\d{1,2}/\d{2,4}(?![\d/]) | \d{1,2}\.\d{1,2}\.\d{4}(?![\d.]) | (?:\d{1,2}-\d{1,2}-\d{4}|\d\d-\d\d-\d\d)(?![\d-])
    | 9/11(?![\d/]) | \d{1,2}:\d\d(?::\d\d)?(?![\d:]) | \d{1,2}\.\d\d(?=\ ?[apAP]\.?[mM])
    | \d{1,2}(?:st|nd|rd|th)(?![A-Za-z])
    | (?:\d{3}0['’]?|['’‘]\d0|\d0['’]?)s(?![A-Za-z])
    | ['’‘]\d\d(?![\d.,]\d|\w)
    | \d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?(?:\ [1-3]/[2-4](?!\d)|[½¼¾])?
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
    """The classes of a token that begins with a digit, an apostrophe, Q, H or FY; empty when it is no number."""
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


_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75} | {f"{n}/{d}": n / d for d in (2, 3, 4) for n in range(1, d)}


def _number(match: re.Match[str]) -> dict[str, Any]:
    text = match.group()
    whole, fraction = (text[:-1], text[-1]) if text[-1] in _FRACTIONS else text.partition(" ")[::2]
    value = float(whole.replace(",", "")) + _FRACTIONS.get(fraction, 0.0)
    if fraction:
        return {"NUM": value}
    if not whole.isdigit():
        clock = re.fullmatch(r"(\d{1,2})\.([0-5]\d)", whole)
        return {"NUM": value, "DOTCLOCK": f"{int(clock[1]):02}:{clock[2]}"} if clock and int(clock[1]) <= 12 else {"NUM": value}
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


_SHAPES: list[tuple[re.Pattern[str], Callable[[re.Match[str]], dict[str, Any]]]] = [
    (re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?"), lambda m: {"ISO": m.group()}),
    (re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"), lambda m: {"ISO": "-".join(m.groups())}),
    (re.compile(r"\d{1,4}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d\d-\d\d-\d\d"), _slashed),
    (
        re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?"),
        lambda m: {"CLOCK": f"{int(m[1]):02}:{m[2]}"} if int(m[1]) < 25 and int(m[2]) < 60 else {},
    ),
    (re.compile(r"(\d{1,2})(?:st|nd|rd|th)"), _ordinal),
    (re.compile(r"'?(\d{3}0|\d0)'?s"), _decade),
    (re.compile(r"'(\d\d)"), lambda m: {"APOYEAR": int(m[1])}),
    (re.compile(r"Q([1-4])"), lambda m: {"QNUM": int(m[1])}),
    (re.compile(r"H([12])"), lambda m: {"HNUM": int(m[1])}),
    (re.compile(r"FY(\d{4}|\d\d)"), lambda m: {"FYEAR": int(m[1])}),
    (re.compile(r"9/11"), lambda m: {"NAMEDDAY": (2001, 9, 11)}),
    (re.compile(r"\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?(?: [1-3]/[2-4]|[½¼¾])?"), _number),
]


_ALPHABET = [chr(code) for code in range(1, 0x400) if chr(code) not in r"\^$.|?*+()[]{}-&~#"]
"""The categories: signs without a meaning in a regular expression, small ones first, whose sets compile fastest."""


class Lexicon:
    """All known words with their categories, a character each, by the set of classes that a word has."""

    def __init__(self, words: Mapping[str, Mapping[str, Any]]) -> None:
        self._codes: dict[frozenset[str], str] = {}
        self.entries = {form: self._entry(classes) for form, classes in words.items()}
        for sample in _NUMBER_SAMPLES:
            self._entry(number_classes(sample))
        self._having: dict[str, list[str]] = {}  # class → the categories that have it
        for key, code in self._codes.items():
            for name in key:
                self._having.setdefault(name, []).append(code)
        self.pieces = frozenset(part for form in words for part in (form, *form.split())) | {""}
        self.number = lru_cache(maxsize=20_000)(self._number)
        phrases = trie_pattern(form for form in words if " " in form or "-" in form[1:])
        self.token = re.compile(rf"(?=[A-Za-z])(?:{phrases}(?![A-Za-z])|{WORD})|{OTHER}", re.VERBOSE)

    def _entry(self, classes: Mapping[str, Any]) -> Entry:
        key = frozenset(classes)
        code = self._codes.setdefault(key, _ALPHABET[len(self._codes)])
        return Entry(code, classes)

    def _number(self, text: str) -> Entry | None:
        classes = number_classes(text)
        return self._entry(classes) if frozenset(classes) in self._codes else None

    def look_up(self, word: str) -> Entry | None:
        """The entry of a token as written; None when the grammar does not know it."""
        entry = self.entries.get(word)
        return self.number(word) if entry is None and word[0] in _STARTS_NUMBER else entry

    def codes(self, names: Iterable[str]) -> list[str]:
        """The categories that have any of these classes."""
        return sorted({code for name in names for code in self._having.get(name, ())})

    def names(self) -> frozenset[str]:
        """Every class that some word or number has."""
        return frozenset().union(*self._codes)


_NUMBER_SAMPLES = (
    "2018-03-05", "1/2/2018", "1:30", "1st", "32nd", "1990s", "'90s", "90s", "'98", "Q1", "H1", "FY2012", "9/11",
    "1", "05", "12", "25", "30", "31", "99", "00", "123", "1999", "1199", "0300", "2330", "2199", "2400", "2100", "9999",
    "1,200", "8.30", "1.5", "12345", "1060", "0", "24", "1960", "9",
)  # fmt: skip
_STARTS_NUMBER = frozenset("0123456789'’‘QHF")


def cut(words: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of a run, which are all known."""
    tokens = []
    for match in lexicon.token.finditer(words):
        if (entry := lexicon.look_up(match.group())) is not None:
            tokens.append(Token(match.start(), match.end(), match.group(), entry))
    return tokens


def run_at(text: str, core: int, lexicon: Lexicon, floor: int = 0) -> list[Token]:
    """The longest run of known tokens around the core word at offset `core`; empty when the core is not a token of
    its own.

    Nothing before `floor` is looked at. A single line break is a break only where the next line opens with a capital
    and the line before it does not hang.
    """
    known, number = lexicon.entries.get, lexicon.number
    run: list[Token] = []
    start = run_start(text, core, lexicon, max(floor, core - WINDOW))
    last = min(len(text), core + WINDOW)
    for match in lexicon.token.finditer(text, start, last):
        word = match[0]
        entry = known(word) or (number(word) if word[0] in _STARTS_NUMBER else None)
        start = match.start()
        if entry is not None:
            run.append(Token(start, match.end(), word, entry))
        elif word[0] == "\n" and run and _flows(text, match, run[-1].text, run[-1].end):
            continue
        elif start > core:
            break
        else:
            run.clear()
    if run and run[-1].end == last and text[last : last + 1].isalnum():
        run.pop()  # the window ends inside this word
    return run if run and run[0].start <= core < run[-1].end else []


def run_start(text: str, core: int, lexicon: Lexicon, floor: int) -> int:
    """Where the run around a core word may begin: back over words, as written between spaces, while some part of them
    is known."""
    pieces, start = lexicon.pieces, core
    while start > floor:
        space = max(text.rfind(" ", floor, start - 1), text.rfind("\n", floor, start - 1))
        word = text[space + 1 if space >= 0 else floor : start].strip()
        if word and word not in pieces and not _holds_known(word, lexicon):
            return start
        start = space + 1 if space >= 0 else floor
    return floor


def _holds_known(word: str, lexicon: Lexicon) -> bool:
    """Does the last part of a written word belong to the grammar ("mid-", "(early", "2018,")?"""
    if word[-1].isdigit() or word[0].isdigit():
        return True
    return word.rstrip(",-–—").rpartition("-")[2].lstrip("(“\"‘'[") in lexicon.pieces


def _flows(text: str, gap: re.Match[str], last: str, end: int) -> bool:
    """Does the sentence go on after this line break (hard-wrapped text)? `last` is the word before it, which ends at
    `end`."""
    if gap.group().count("\n") > 1 or gap.end() >= len(text) or gap.start() - end > 1:
        return False
    following, before = text[gap.end()], text[gap.start() - 1 : gap.start()]
    if following.islower():
        return before not in '.!?:;”"'
    if following.isdigit() and (before == "," or last.rstrip(".").lower() in _MONTHS_CUT):
        return True  # "Oct.\n5", "Oct. 5,\n1997"
    return before != "." and last.lower() in _HANGING


_MONTHS_CUT = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_HANGING = frozenset(
    "the a an this last next early late mid of in on by since until from to between and past each every about "
    "january february march april may june july august september october november december".split()
)
