"""Words held back from the model and put into the tree afterwards, because small parsers stumble over them.

at least 20 people were killed      the model reads "20 people were killed"; "at least" then hangs on the number
Hayat Tahrir al-Sham (HTS) said     "(HTS)" then is an apposition of the word before it
shot dead two guards                likewise "dead"
in an air raid on the camp          likewise "air"
our posts [in Idlib]                a prepositional aside becomes a nominal modifier of the word before it
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.lexicon.quantities import CARDINALS, TENS
from pipeline.parse.columns import Columns
from pipeline.parse.inserts import Insert, find_inserts

MAX_ASIDE = 5  # words between brackets that are still held back
MAX_SCARE = 3  # words between quotation marks that are only quoted words
RELATIVE_TAGS = frozenset(("WDT", "WP", "WP$"))  # of the word that opens a relative clause
OPENERS, CLOSERS = frozenset("(["), frozenset(")]")
PREPOSITIONS = frozenset(["in", "of", "at", "on", "near", "from", "for", "to", "by", "with"])
NUMBER_WORDS = frozenset(
    (*CARDINALS, *TENS, "hundred", "thousand", "million", "dozen", "dozens", "scores", "hundreds", "thousands", "half")
)
_PHRASES = (
    "at least", "at most", "no fewer than", "no less than", "not less than", "not fewer than", "no more than", "not more than",
    "more than", "less than", "fewer than", "as many as", "as few as", "as much as", "up to", "close to", "well over",
    "just over", "just under", "upwards of", "in excess of", "an estimated", "over", "about", "around", "nearly", "almost",
    "some", "roughly", "approximately",
)  # fmt: skip
_LONGEST_FIRST = sorted((tuple(phrase.split()) for phrase in _PHRASES), key=len, reverse=True)
QUANTIFIERS = {first: [p for p in _LONGEST_FIRST if p[0] == first] for first, *_ in _LONGEST_FIRST}  # by their first word
MEANS = frozenset("air drone rocket missile suicide mortar bomb".split())
ACTS = frozenset("raid raids strike strikes attack attacks bombing bombings".split())
SHOOTING = frozenset(("shot", "shoot", "shoots", "shooting"))
TAGS = {
    "at": "IN",
    "least": "JJS",
    "most": "JJS",
    "than": "IN",
    "of": "IN",
    "an": "DT",
    "no": "DT",
    "fewer": "JJR",
    "less": "JJR",
    "more": "JJR",
}


class Aside(NamedTuple):
    """One word held back: its index, the index of the word it hangs on, its relation and tag."""

    i: int
    head: int
    dep: str
    tag: str


def asides(words: Sequence[str]) -> list[Aside]:
    """The words of a sentence to hold back, in order."""
    out: list[Aside] = []
    lowered = [word.lower() for word in words]
    i = 0
    while i < len(words):
        length = quantifier_length(lowered, i) if lowered[i] in QUANTIFIERS else 0
        if length:
            out += [Aside(n, i + length, "advmod", TAGS.get(lowered[n], "RB")) for n in range(i, i + length)]
        elif words[i] in OPENERS and i > 0:
            length = bracket_length(words, i)
            out += bracketed(words, i, length)
        elif words[i] == '"':
            length = scare_length(words, i)
            out += [Aside(n, i + length - 2, "punct", "''") for n in (i, i + length - 1)] if length else []
        elif lowered[i] == "dead" and i and lowered[i - 1] in SHOOTING:
            out.append(Aside(i, i - 1, "xcomp", "JJ"))
        elif lowered[i] in MEANS and i + 1 < len(words) and lowered[i + 1] in ACTS:
            out.append(Aside(i, i + 1, "compound", "NN"))
        i += max(length, 1)
    return out if len(out) < len(words) else []


def quantifier_length(lowered: Sequence[str], i: int) -> int:
    """How many words of a quantifier stand at i, right before a number; 0 for none."""
    for phrase in QUANTIFIERS.get(lowered[i], ()):
        end = i + len(phrase)
        if tuple(lowered[i:end]) == phrase and end < len(lowered) and is_amount(lowered, end):
            return len(phrase)
    return 0


def is_amount(lowered: Sequence[str], i: int) -> bool:
    """A number, or "a hundred", "a dozen"."""
    return is_number(lowered[i]) or (lowered[i] == "a" and i + 1 < len(lowered) and lowered[i + 1] in NUMBER_WORDS)


def is_number(word: str) -> bool:
    """Digits or a number word; a year is no number of anything."""
    if word[:1].isdigit():
        return not (len(word) == 4 and word.isdigit() and word[:2] in ("19", "20"))
    return word in NUMBER_WORDS or ("-" in word and word.split("-")[0] in NUMBER_WORDS)


def bracket_length(words: Sequence[str], i: int) -> int:
    """How many words an aside in brackets at i has, brackets included; 0 if it is long, empty or never closed."""
    for end in range(i + 2, min(i + MAX_ASIDE + 2, len(words))):
        if words[end] in CLOSERS:
            return end - i + 1
    return 0


def scare_length(words: Sequence[str], i: int) -> int:
    """How many words a quoted word or two at i have, marks included ("neutralized"); 0 for a longer quotation."""
    for end in range(i + 2, min(i + MAX_SCARE + 2, len(words))):
        if words[end] == '"':
            return end - i + 1
    return 0


def bracketed(words: Sequence[str], i: int, length: int) -> list[Aside]:
    """The words of an aside in brackets, hung on the word before it."""
    if not length:
        return []
    last = i + length - 2
    is_phrase = words[i + 1].lower() in PREPOSITIONS and last > i + 1
    out = [Aside(i, last, "punct", "-LRB-")]
    for n in range(i + 1, last):
        dep = "case" if is_phrase and n == i + 1 else "compound"
        out.append(Aside(n, last, dep, "IN" if dep == "case" else "NNP"))
    out.append(Aside(last, i - 1, "nmod" if is_phrase else "appos", "CD" if words[last].isdigit() else "NNP"))
    return [*out, Aside(i + length - 1, last, "punct", "-RRB-")]


class Plan(NamedTuple):
    """How a sentence is given to the model: the words of the main clause and of each insert, and what is held back."""

    segments: list[list[int]]  # indices, the main clause first
    inserts: list[Insert]
    held: list[Aside]


def plan(words: Sequence[str]) -> Plan:
    """The words that the model reads together, as indices."""
    held, inserts = asides(words), find_inserts(words)
    away = {aside.i for aside in held} | {i for insert in inserts for i in insert.marks}
    inner = [[i for i in range(insert.first, insert.last) if i not in away] for insert in inserts]
    away |= {i for insert in inserts for i in range(insert.first, insert.last)}
    main = [i for i in range(len(words)) if i not in away]
    if not main or not all(inner):
        return Plan([list(range(len(words)))], [], [])
    return Plan([main, *inner], inserts, held)


def restore(parts: Sequence[Columns], how: Plan) -> Columns:
    """The analysis of a whole sentence out of those of its parts."""
    whole: dict[int, tuple[str, str, int]] = {}
    for columns, indices in zip(parts, how.segments, strict=True):
        heads = (indices[h] for h in columns.heads)
        whole.update(zip(indices, zip(columns.tags, columns.deps, heads, strict=True), strict=True))
    main = root_of(whole, how.segments[0])
    for insert, columns, indices in zip(how.inserts, parts[1:], how.segments[1:], strict=True):
        root = root_of(whole, indices)
        tag = whole[root][0]
        if insert.anchor is None:
            whole[root] = (tag, "parataxis", main)
        else:
            opener, anchor = columns.tags[0], noun_at(whole, climb(insert.anchor, how.held))
            dep = "acl:relcl" if opener in RELATIVE_TAGS else "acl" if tag in ("VBN", "VBG") else "parataxis"
            whole[root] = (tag, dep, anchor)
        whole.update(dict.fromkeys(insert.marks, (insert.tag, "punct", root)))
    for aside in how.held:
        head = climb(aside.head, how.held) if aside.dep in ("appos", "nmod") else aside.head
        whole[aside.i] = (aside.tag, aside.dep, head)
    rows = [whole[i] for i in range(len(whole))]
    return Columns([tag for tag, _, _ in rows], [dep for _, dep, _ in rows], [head for _, _, head in rows])


def root_of(whole: Mapping[int, tuple[str, str, int]], indices: Sequence[int]) -> int:
    """The root of the words of one part."""
    return next(i for i in indices if whole[i][2] == i)


def noun_at(whole: Mapping[int, tuple[str, str, int]], i: int) -> int:
    """The head of the name or compound that a word is part of: what follows describes the whole of it."""
    while whole[i][1] in ("flat", "compound") and whole[i][2] != i:
        i = whole[i][2]
    return i


def climb(i: int, held: Sequence[Aside]) -> int:
    """The first word from i upward that is not held back."""
    heads = {aside.i: aside.head for aside in held}
    for _ in range(len(heads) + 1):
        if i not in heads:
            return i
        i = heads[i]
    return i
