"""Cuts a sentence into words the way the UD English treebanks do, which is what the model was trained on.

A pattern of our own rather than spaCy's English tokenizer, because that one keeps what UD splits ("city-state",
"and/or"), splits what UD keeps ("re-elected"), and loads a heap of exceptions. One word is one match; contractions come
apart afterwards ("don't" is "do" + "n't"). The cut of each chunk between two spaces is remembered: chunks repeat.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Typography that news vary in and treebanks do not. One character for one, so that offsets stay.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("’‘‛ʼ´`′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("—―‒", "–"),
        **dict.fromkeys("−‐‑", "-"),
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad", " "),  # characters of no width
    }
)

# Joined to what follows by a hyphen; every other one is a word of its own ("military - backed"), but for the article in names.
_AFFIXES = (
    "anti|arch|co|counter|cross|de|e|ex|extra|infra|inter|intra|mega|micro|mid|mini|mis|multi|neo|non|over|post|pre|pro|"
    "quasi|re|semi|socio|sub|super|trans|ultra|un|under|vice"
)
# Arabic, before a name. UD splits it off; in one piece names stay names, and the silver trees teach the model so.
_ARTICLES = "[AaEeUu]l|[Aa]s|[Aa]sh|[Aa]d|[Aa]dh|[Aa]n|[Aa]r|[Aa]z|[Aa]t|[Uu]d|AL|EL|AS|ASH|AD|AN|AR|AZ|AT"
_TITLES = (
    "Mr|Mrs|Ms|Mx|Messrs|Dr|Prof|Rev|Hon|St|Ste|Gen|Lt|Col|Maj|Brig|Adm|Capt|Cmdr|Cdr|Comdr|Cpl|Sgt|Pvt|Gov|Sen|Rep|Reps|"
    "Sens|Pres|Supt|Insp|Det|Mt|Ft|vs|approx|ca|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|Tues|Thurs|Vol|Art|Fig"
)
_ENDINGS = "Inc|Corp|Co|Ltd|Bros|Jr|Sr|etc|al|Ph\\.D|Ave|Blvd|Rd|dept|govt"  # may also end a sentence
_UNITS = "kms?|k?m|[cm]m|k?g|lbs?|ft|in|k|[mbt]n|[ap]m|[ap]\\.m\\.|[mk]ph|kmh|kts?|sq|hrs?|min|GMT|C|F|[MG]W|mi"

_WORD = re.compile(
    rf"""
      (?:https?://|www\.)\S+?(?=[)\]}}>.,;:!?'"]*$)             # links
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | [\#@]\w+                   # mail addresses, handles
    | (?:[\w-]+\.)+(?:com|org|net|gov|edu|info|tv|co\.uk)\b(?:/[^\s,;]*\w)?
    | (?:US|HK|NZ|[ACS])\$                                      # currencies before a number
    | \d[\d,]*(?:st|nd|rd|th|s)\b | \d+'s\b                          # 19th, 1990s
    | '\d\ds?\b(?!')                                            # '90s
    | \d+(?:[.,:/]\d+)*(?=(?:{_UNITS})\b) | (?<=\d)(?:{_UNITS})\b
    | (?:(?<!\w)\.)?\d+(?:[.,:/]\d+)*(?!\w)                     # 1,200; 10:30; 9/11; .38
    | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_]\b)? | [^\W\d_]\.[^\W\d_]\b  # U.S., U.S.A, a.m
    | (?:{_TITLES}|{_TITLES.upper()}|{_ENDINGS}|No(?=\.\s?\d)|No(?=\.$)|[^\W\d_])\.(?![.\w])
    | [A-Za-z]\d[\w]*
    | (?i:(?:(?:{_AFFIXES})-)+)(?=[^\W_]{{2}})\w+(?:'[^\W\d_]+)*
    | (?i:(?:sit|die|lie)-ins?)\b                              # sit-in, a protest
    | (?:{_ARTICLES})-[^\W\d_a-z][^\W_]*(?:'[^\W\d_]+)*      # al-Qaeda, as-Suwayda
    | [A-Z]&[A-Z]\b | AT&T\b | [A-Z]{{2}}&[A-Z]\b               # S&P, PG&E
    | \w+(?:'[^\W\d_]+)*
    | '(?i:s|m|re|ve|ll|d|em|til|cause)\b
    | \.{{2,}} | …\.* | --+ | [!?]+ | \*+ | =+ | _+ | -+ | ''   # marks that run together
    | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(?<=\w)(?:n't|'(?:s|m|re|ve|ll|d))$|(?<=^can)not$|(?<=^gon)na$|(?<=^wan)na$|(?<=^got)ta$")
_CHUNK = re.compile(r"\S+")
_MARKUP = re.compile(r"</?(?:b|i|u|em|strong|span|mark|font|a|br|p)(?:\s[^<>]*)?/?>", re.IGNORECASE)  # left over in a text
_SPLIT_AT_END = re.compile(
    rf"^(?:{_TITLES}|{_TITLES.upper()}|No|[^\W\d_])\.$"
)  # a full stop after these ends the sentence if it can


def normalize(text: str) -> str:
    """The text with plain quotation marks, dashes and spaces, and tags of markup blanked out; as long as it was."""
    plain = text.translate(_PLAIN)
    return _MARKUP.sub(lambda tag: " " * len(tag.group()), plain) if "<" in plain else plain


def tokenize(text: str) -> list[tuple[int, int]]:
    """The `[start, end)` of each word of one normalized sentence, in order; spaces belong to none."""
    chunks = ((chunk.start(), chunk.group()) for chunk in _CHUNK.finditer(text))
    spans = [(start + a, start + b) for start, chunk in chunks for a, b in _cut(chunk)]
    if spans and _SPLIT_AT_END.match(text[slice(*spans[-1])]):
        start, end = spans.pop()
        spans += [(start, end - 1), (end - 1, end)]
    return spans


@lru_cache(maxsize=1 << 16)
def _cut(chunk: str) -> tuple[tuple[int, int], ...]:
    """The words of a chunk without spaces."""
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(chunk):
        start, end = match.span()
        clitics: list[tuple[int, int]] = []
        while clitic := _CLITIC.search(chunk[start:end]):
            clitics.append((start + clitic.start(), end))
            end = start + clitic.start()
        spans += [(start, end), *reversed(clitics)]
    return tuple(spans)
