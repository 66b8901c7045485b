"""Numbers of people and things in a tree: value, qualifier and the noun that is counted.

    tag_quantities(tree of "At least 12 soldiers were killed")     Quantity(noun=soldiers, 12/12/None, "at least")

Not counted: years, ages, ordinals, dates, times, money, distances and other measures, calibres, names with a number
("Resolution 2254", "S-400") and sizes in compounds ("a 12-member team").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.lexicon.days import DAYS
from pipeline.lexicon.quantities import CARDINALS, TENS, Bounds, quantity_words
from pipeline.records import Quantity, Token, Tree
from pipeline.tag.numbers import Number, digits_value, read_number

_TO_NOUN = frozenset(("nummod", "nummod:gov", "det", "amod", "compound", "advmod", "nmod:unmarked", "det:predet"))
_LABELLING = frozenset(("nummod", "compound", "flat", "nmod:unmarked"))
_HYPHENS = frozenset("-–‑")
_UP_TO, _GOING = ("up", "to"), frozenset(("go", "goes", "went", "gone", "going"))
_CURRENCIES = frozenset("$ € £ ¥ us$ rs rs. usd eur".split())
_BETWEEN = frozenset(("the", "other", "more", *_HYPHENS))
_BOTH = "both"
_STARTERS = frozenset(
    "a an half both no none nobody several few handful couple pair dozens scores tens hundreds thousands millions".split()
) | frozenset((*CARDINALS, *TENS))
_LONGEST_QUALIFIER = 4
_LONGEST_AGES = 4  # words: "aged 19, 20 and 24"
_SHIFTS = frozenset("after before earlier later ago into".split())
_WHICH = frozenset("last this next that past".split())
_RATES = frozenset("day week month year hour night".split())
_PERSON_NOUNS = frozenset("people person others more dead killed wounded injured missing".split())


class _Phrase(NamedTuple):
    """Number words `[start, end)` with what they say; `first` is where the qualifier begins."""

    first: int
    start: int
    end: int
    bounds: Bounds
    qualifier: str


def tag_quantities(tree: Tree) -> tuple[Quantity, ...]:
    """The quantities of a sentence in text order. A number whose noun the tree does not show has `noun` None."""
    words = [token.text.lower() for token in tree.tokens]
    out = []
    for phrase in _phrases(tree.tokens, words):
        head = _head(tree, phrase)
        noun = _noun(tree, words, phrase, head)
        if noun is not None and _is_measure(tree.tokens[noun]):
            continue
        if phrase.bounds == (0, 0, 0) and phrase.qualifier == "no" and (noun is None or noun == head):
            continue
        start, end = tree.tokens[phrase.first].start, tree.tokens[phrase.end - 1].end
        qualifier = phrase.qualifier if words[phrase.start] not in quantity_words().none else ""
        rate = _rate(words, phrase.end if noun is None else max(noun + 1, phrase.end))
        qualifier = " ".join(filter(None, (qualifier, rate)))
        out.append(Quantity(tree.sentence.index, head, noun, start, end, *phrase.bounds, qualifier))
    return tuple(out)


# ------------------------------------------------------------------------------------------- the words of the number
def _phrases(tokens: tuple[Token, ...], words: list[str]) -> Iterator[_Phrase]:
    i, n = 0, len(words)
    while i < n:
        is_number = words[i] in _STARTERS or words[i][0].isdigit() or tokens[i].tag == "CD"
        number = _number_at(tokens, words, i) if is_number else None
        if number is None:
            i += 1
            continue
        phrase = _ranged(words, number) or _qualified(words, number)
        if _is_counting(tokens, words, phrase):
            yield phrase
        i = phrase.end


def _number_at(tokens: tuple[Token, ...], words: list[str], i: int) -> Number | None:
    word = words[i]
    if word in quantity_words().none:
        return Number(i, i + 1, (0, 0, 0), word)
    if word == _BOTH:
        return Number(i, i + 1, (2, 2, 2)) if _counts_two(tokens, words, i) else None
    return None if word == "scores" and tokens[i].tag.startswith("VB") else read_number(words, i)


def _counts_two(tokens: tuple[Token, ...], words: list[str], i: int) -> bool:
    """ "Both pilots died", "both were shot", "killing both"; not "both soldiers and civilians"."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or "and" in words[i + 1 : i + 4]:
        return False
    return following.tag in ("NNS", "CC", ".", ",", "IN") or following.tag.startswith(("VB", "JJ"))


def _ranged(words: list[str], number: Number) -> _Phrase | None:
    """ "10 to 15", "10-15", "three or four", "between 10 and 15"; "from 10 to 15" is a change, not a range."""
    link = words[number.end] if number.end < len(words) else ""
    before = words[number.start - 1] if number.start else ""
    allowed = ("and",) if before == "between" else () if before == "from" else ("to", "or", *_HYPHENS)
    second = read_number(words, number.end + 1) if link in allowed else None
    if second is None or number.vague or second.vague:
        return None
    low, high = number.bounds[1], second.bounds[1]
    if low is None or high is None or not low < high:
        return None
    first = number.start - (before == "between")
    return _Phrase(first, number.start, second.end, (low, low, high), "to")


def _qualified(words: list[str], number: Number) -> _Phrase:
    table = quantity_words()
    for length in range(_LONGEST_QUALIFIER, 0, -1):
        key = tuple(words[number.end : number.end + length])
        if len(key) == length and key in table.after:
            bounds = _bounded(number.bounds, table.after[key])
            return _Phrase(number.start, number.start, number.end + length, bounds, " ".join(key))
    for length in range(_LONGEST_QUALIFIER, 0, -1):
        key = tuple(words[max(0, number.start - length) : number.start])
        if key == _UP_TO and words[max(0, number.start - 3)] in _GOING:  # "the toll has gone up to 26"
            continue
        if len(key) == length and key in table.before:
            bounds = _bounded(number.bounds, table.before[key])
            qualifier = " ".join(filter(None, (" ".join(key), number.vague)))
            return _Phrase(number.start - length, number.start, number.end, bounds, qualifier)
    return _Phrase(number.start, number.start, number.end, number.bounds, number.vague)


def _bounded(bounds: Bounds, effect: str) -> Bounds:
    """Codebook section 6: "at least N" is open above, "up to N" and "fewer than N" give no best number."""
    low, best, high = bounds
    if effect == "open":
        return low, best, None
    return (0, None, best) if effect in ("cap", "under") else (low, best, high)


# ------------------------------------------------------------------------------------------- what is no count
def _is_counting(tokens: tuple[Token, ...], words: list[str], phrase: _Phrase) -> bool:
    before = words[phrase.start - 1] if phrase.start else ""
    after = words[phrase.end] if phrase.end < len(words) else ""
    second = words[phrase.end + 1] if phrase.end + 1 < len(words) else ""
    if after in _HYPHENS and second and tokens[phrase.end].start == tokens[phrase.end - 1].end:
        return False  # 12-year-old, two-day
    if before in _CURRENCIES or before in ("aged", "age", "#", "no."):
        return False
    if before in ("and", ",", "to", "or") and "aged" in words[max(0, phrase.start - _LONGEST_AGES) : phrase.start]:
        return False
    if before in _HYPHENS and tokens[phrase.start - 1].end == tokens[phrase.start].start:
        return False  # S-400, Covid-19
    if after in ("%", "th", "st", "nd", "rd", "/", "°") or (before == "/"):
        return False
    units = quantity_words().units
    is_named = before.rstrip(".") in units and before not in ("second", "may", "march")  # "week two"
    is_named = is_named and words[max(0, phrase.start - 2)] not in _WHICH  # "last week two officers"
    is_named = is_named and not (before in DAYS and _counts_people(tokens, words, phrase))
    if after in units or after.rstrip("s") in units or is_named:
        return words[phrase.start] in quantity_words().none
    return not _is_year(tokens, words, phrase) and not _is_label(tokens, words, phrase)


def _counts_people(tokens: tuple[Token, ...], words: list[str], phrase: _Phrase) -> bool:
    """A number in words, or too large for a day, right before a plural: "in January three people", not "on January 12"."""
    value = digits_value(words[phrase.start])
    return tokens[phrase.end].tag in ("NNS", "JJ") and (value is None or value > 31) if phrase.end < len(tokens) else False


def _is_year(tokens: tuple[Token, ...], words: list[str], phrase: _Phrase) -> bool:
    """Four digits from 1900 to 2100 that no plural noun follows."""
    word = words[phrase.start]
    if phrase.end - phrase.start != 1 or len(word) != 4 or not word.isdigit() or not 1900 <= int(word) <= 2100:
        return False
    following = tokens[phrase.end] if phrase.end < len(tokens) else None
    counted = following is not None and (following.tag == "NNS" or following.text.lower() == "people")
    return not counted or (phrase.first == phrase.start and words[max(0, phrase.start - 1)] in ("in", "since", "of", "by", "the"))


def _is_label(tokens: tuple[Token, ...], words: list[str], phrase: _Phrase) -> bool:
    """A number that names the noun before it ("Resolution 2254", "Flight 17"), an age in commas ("Ali, 34, said") or a
    pronoun ("one of the reasons", "no one")."""
    token = tokens[phrase.start]
    governor = tokens[token.head]
    before = words[phrase.start - 1] if phrase.start else ""
    after = words[phrase.end] if phrase.end < len(words) else ""
    if words[phrase.start] == "one" and (before in ("no", "any", "every", "this", "that", "each", "which") or after == "another"):
        return True
    is_behind = token.dep in _LABELLING and phrase.start - 2 <= token.head < token.i and governor.tag in ("NNP", "NN")
    if is_behind and digits_value(words[phrase.start]) is not None:
        return True
    is_age = before == "," and after in (",", ".", ")") and (digits_value(words[phrase.start]) or 0) < 120
    return is_age and tokens[phrase.start - 2].tag.startswith("NNP")


def _is_measure(noun: Token) -> bool:
    units = quantity_words().units
    return noun.lemma.lower() in units or noun.text.lower() in units


def _rate(words: list[str], i: int) -> str:
    """ "per day" of "1,000 people a day"; "" when the number is no rate."""
    following = words[i : i + 2]
    if following[:1] == ["daily"]:
        return "per day"
    if words[i + 2 : i + 3] and words[i + 2] in _SHIFTS:
        return ""  # "12 people a day after their release"
    if len(following) == 2 and following[0] in ("a", "per", "every", "each") and following[1] in _RATES:
        return f"per {following[1]}"
    return ""


# ------------------------------------------------------------------------------------------- what is counted
def _head(tree: Tree, phrase: _Phrase) -> int:
    """The token of the number that the tree hangs on something outside it; the last such one."""
    inside = range(phrase.start, phrase.end)
    outer = [i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i]
    return next((i for i in reversed(outer) if tree.tokens[i].tag not in ("DT", "IN", "HYPH")), phrase.end - 1)


def _noun(tree: Tree, words: list[str], phrase: _Phrase, head: int) -> int | None:
    token = tree.tokens[head]
    is_near = token.head >= phrase.end and "," not in words[phrase.end : token.head]
    if token.dep in _TO_NOUN and is_near and _is_noun(tree.tokens[token.head]):
        return _last_noun(tree, token.head)
    partitive = _partitive(tree, phrase, head)
    if partitive is not None:
        return partitive
    return _next_noun(tree, words, phrase)


def _last_noun(tree: Tree, noun: int) -> int:
    """The noun that a compound belongs to: "officer" of "1 police officer"."""
    token = tree.tokens[noun]
    while token.dep == "compound" and token.i < token.head <= token.i + 2 and tree.tokens[token.head].tag.startswith("NN"):
        token = tree.tokens[token.head]
    return token.i


def _partitive(tree: Tree, phrase: _Phrase, head: int) -> int | None:
    """ "Dozens of soldiers", "three of the men"."""
    for child in tree.children[head]:
        if child >= phrase.end and tree.tokens[child].dep == "nmod" and _case(tree, child) == "of":
            return child
    return None


def _case(tree: Tree, i: int) -> str:
    return next((tree.tokens[c].text.lower() for c in tree.children[i] if tree.tokens[c].dep == "case"), "")


def _next_noun(tree: Tree, words: list[str], phrase: _Phrase) -> int | None:
    """The noun right behind the number where the tree does not say: the last noun of an unbroken run; none of "three the next
    day"."""
    found = None
    if words[phrase.end : phrase.end + 1] == ["the"] and words[phrase.end + 1 : phrase.end + 2] in (["next"], ["same"]):
        return None
    for i in range(phrase.end + (words[phrase.end : phrase.end + 1] == ["of"]), min(phrase.end + 6, len(words))):
        token = tree.tokens[i]
        if words[i] in _PERSON_NOUNS or (token.tag.startswith("NN") and not (found is not None and token.tag == "NNP")):
            found = i
        elif found is not None or not (token.tag.startswith("JJ") or words[i] in _BETWEEN):
            break
    return found


def _is_noun(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "PRON") or token.tag.startswith("NN") or token.text.lower() in _PERSON_NOUNS
