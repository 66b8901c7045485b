"""Words held back from the model and put into the tree afterwards, because small parsers stumble over them.

at least 20 people were killed      the model reads "20 people were killed"; "at least" then hangs on the number
Hayat Tahrir al-Sham (HTS) said     "(HTS)" then is an apposition of the word before it
the League, or OPL, said            and an acronym between commas
Ali Omar, 34, was killed            so the age, with its commas
shot dead two guards                likewise "dead", and a day between auxiliary and verb: "were on Friday killed"
Islamic State in Iraq said          the model reads a name that it knows; the other words of the name hang on its head
in an air raid on the camp          likewise "air"
by the time they came               the model reads "when they came"
our posts [in Idlib]                a prepositional aside becomes a nominal modifier of the word before it
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import NamedTuple

from pipeline.lexicon.quantities import CARDINALS, TENS
from pipeline.parse.brackets import OPENERS, alias_length, bracket_length
from pipeline.parse.columns import Aside, Columns
from pipeline.parse.inserts import Insert, describes, find_inserts, goes_on
from pipeline.parse.interposed import DAY_OPENERS, LENGTHS, called_so, dead_after_shot, interposed_day, measure, since_then
from pipeline.parse.known_names import head_of, held_name, known_names, name_at, shown_name
from pipeline.parse.present import tag_of, told_now
from pipeline.parse.standins import STANDINS, opens_with_time, shown

MAX_SCARE = 3  # words between quotation marks that are only quoted words
RELATIVE_TAGS = frozenset(("WDT", "WP", "WP$"))  # of the word that opens a relative clause
PREPOSITIONS = frozenset(["in", "of", "at", "on", "near", "from", "for", "to", "by", "with"])
NUMBER_WORDS = frozenset(
    (*CARDINALS, *TENS, "hundred", "thousand", "million", "dozen", "dozens", "scores", "hundreds", "thousands", "half")
)
_PHRASES = (
    "at least", "at most", "no fewer than", "no less than", "not less than", "not fewer than", "no more than", "not more than",
    "more than", "less than", "fewer than", "as many as", "as few as", "as much as", "up to", "close to", "well over",
    "just over", "just under", "upwards of", "in excess of", "an estimated", "over", "about", "around", "nearly", "almost",
    "some", "roughly", "approximately", "a total of",
)  # fmt: skip
_LONGEST_FIRST = sorted((tuple(phrase.split()) for phrase in _PHRASES), key=len, reverse=True)
QUANTIFIERS = {first: [p for p in _LONGEST_FIRST if p[0] == first] for first, *_ in _LONGEST_FIRST}  # by their first word
GIVEN = frozenset(
    "hand hands handed handing turn turned turning take took taken taking run ran give gave given sign signed".split()
)
GOING = frozenset("go goes went gone going".split())  # "the toll has gone up to 26"
MEANS = frozenset("air drone rocket missile suicide mortar bomb".split())
ACTS = frozenset("raid raids strike strikes attack attacks bombing bombings".split())
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


def asides(words: Sequence[str]) -> tuple[list[Aside], dict[int, str]]:
    """The words of a sentence to hold back, in order; and what the model is shown in place of the names among them, by index."""
    out: list[Aside] = []
    names: dict[int, str] = {}
    lowered, known = [word.lower() for word in words], known_names()
    i = 0
    while i < len(words):
        length = 0
        held = HELD.get(lowered[i])
        if held is not None and (found := held(lowered, i)):
            out += found
            length = found[-1].i + 1 - i
        elif words[i] == "," and (length := alias_length(words, i)):
            out += bracketed(words, i, length)
        elif words[i] in known and (name := name_at(words, i)):
            out += held_name(name, i)
            names[i + head_of(name)] = shown_name(name, has_article=i > 0 and lowered[i - 1] == "the")
            length = len(name)
        elif words[i] in OPENERS and i > 0:
            length = bracket_length(words, i)
            out += bracketed(words, i, length)
        elif words[i] == '"':
            length = scare_length(words, i)
            out += [Aside(n, i + length - 2, "punct", "''") for n in (i, i + length - 1)] if length else []
        i += max(length, 1)
    return (out, names) if len(out) < len(words) else ([], {})


def quantifier(lowered: Sequence[str], i: int) -> list[Aside]:
    """The words of a quantifier at i, on the number behind them; none without one."""
    before = lowered[i - 1] if i else ""
    is_particle = (lowered[i] == "over" and before in GIVEN) or (lowered[i] == "up" and before in GOING)
    length = 0 if is_particle else quantifier_length(lowered, i)
    return [Aside(n, i + length, "advmod", TAGS.get(lowered[n], "RB")) for n in range(i, i + length)]


def means(lowered: Sequence[str], i: int) -> list[Aside]:
    """What an act is done with, right before it: "air" of "air raid"."""
    return [Aside(i, i + 1, "compound", "NN")] if i + 1 < len(lowered) and lowered[i + 1] in ACTS else []


def age(lowered: Sequence[str], i: int) -> list[Aside]:
    """An age between two commas, on the name before it; the second comma too where the verb follows."""
    is_age = 0 < i < len(lowered) - 2 and lowered[i + 2] == "," and lowered[i + 1].isdigit() and len(lowered[i + 1]) < 3
    if not is_age or not lowered[i - 1].isalpha():
        return []
    found = [Aside(i, i + 1, "punct", ","), Aside(i + 1, i - 1, "appos", "CD")]
    return [*found, Aside(i + 2, i + 1, "punct", ",")] if goes_on(lowered, i + 3) else found


def by_the_time(lowered: Sequence[str], i: int) -> list[Aside]:
    """ "By the" of "by the time troops came": the model reads "when troops came" (standins.py)."""
    return [Aside(i, i + 2, "case", "IN"), Aside(i + 1, i + 2, "det", "DT")] if opens_with_time(lowered, i) else []


HELD: dict[str, Callable[[Sequence[str], int], list[Aside]]] = {  # what may be held back from a word on
    **dict.fromkeys(QUANTIFIERS, quantifier),
    **dict.fromkeys(DAY_OPENERS, interposed_day),
    **dict.fromkeys(MEANS, means),
    **dict.fromkeys(LENGTHS, measure),
    "dead": dead_after_shot,
    "since": since_then,
    ",": age,
    "what": called_so,
    "by": by_the_time,
}


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
    words: Sequence[str]  # as the model is shown them
    present: Mapping[int, str] = {}  # verbs that it is shown in the past, with the tags that they have


def plan(words: Sequence[str], known: Container[str], told: Mapping[int, str] | None = None) -> Plan:
    """The words that the model reads together, as indices; `known`: those that it has seen, in lower case; `told`: the verbs of
    the present with the past that it is shown, None for those that `told_now` finds."""
    held, names = asides(words)
    seen, inserts = shown(words, names, known), find_inserts(words)
    told = told_now(words, [word.lower() for word in words]) if told is None else told
    for i, past in told.items():
        seen[i] = STANDINS.get(past, past)
    away = {aside.i for aside in held} | {i for insert in inserts for i in insert.marks}
    away |= {insert.including for insert in inserts if insert.including is not None}
    inner = [[i for i in range(insert.first, insert.last) if i not in away] for insert in inserts]
    away |= {i for insert in inserts for i in range(insert.first, insert.last)}
    main = [i for i in range(len(words)) if i not in away]
    if not main or not all(inner):
        return Plan([list(range(len(words)))], [], [], words)
    return Plan([main, *inner], inserts, held, seen, {i: tag_of(words[i]) for i in told})


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
            when = "obl" if columns.tags[0] == "IN" else "obl:unmarked"
            whole[root] = (tag, "parataxis" if insert.marks else when, main)
        else:
            opener, anchor = columns.tags[0], noun_at(whole, climb(insert.anchor, how.held))
            is_said = describes(how.words, insert.first)
            tag = "VBN" if is_said and tag in ("VBD", "JJ") else tag
            dep = "acl:relcl" if opener in RELATIVE_TAGS else "acl" if is_said or tag in ("VBN", "VBG") else "parataxis"
            whole[root] = (tag, dep if insert.including is None else "nmod", anchor)
        if insert.including is not None:
            whole[insert.including] = ("VBG", "case", root)
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
