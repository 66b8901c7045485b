"""How many: the numbers of each event by codebook section 6, the whole with its parts by sector.

    "killing 12 soldiers and a civilian contractor"      13, of them 12 MIL and 1 CVL
    "killed 20 people, including three children"         20, of them 3 CVL

A victim told by a singular phrase counts one; a bare plural gives no number. Numbers of one kind and side add up, except a
part ("including", "five of them"), a total ("a total of 13") or the same words again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pipeline.find import syntax
from pipeline.gazetteer.countries import country_of
from pipeline.lexicon.actors import nouns, titles
from pipeline.lexicon.words import word_class
from pipeline.records import Candidate, Count, Participant, Quantity, Reading, Toll, Tree

Bounds = tuple[int | None, int | None, int | None]

_PERSONAL = frozenset(("killed", "injured", "abducted", "detained", "released", "captured", "casualties", "neutralized", "displaced"))
_ONE = frozenset("a an another one his her their its our my the this that".split())
_PERSON_PRONOUNS = frozenset("he him she her himself herself i me".split())
_COLLECTIVE = frozenset(
    "people family group army police crowd community government regime population couple team crew staff force military militia"
    " gang company unit convoy village town city party side country media public press personnel youth opposition toll number death"
    " casualty navy cattle livestock anyone everyone everybody someone nobody somebody life body property home house damage all".split()
)
_UNSPECIFIC = frozenset("people person man woman other more victim dead wounded injured casualty life individual body patient dozen".split())
_INCLUDING = frozenset(("including", "include", "among", "mostly", "inclusive"))
_TOTALS = frozenset(("total", "toll", "number", "altogether", "overall"))
_CONTAINERS = frozenset("total number group body life death remain corpse handful couple pair dozen score toll rest estimate rate family".split())
_PER = "per "


@dataclass(frozen=True, slots=True)
class _Tally:
    """One phrase's number with the sector of whom it counts. `is_total` sums what was told before."""

    kind: str
    whose: str
    bounds: Bounds
    qualifier: str
    sector: str | None
    start: int
    end: int
    parts: tuple[_Tally, ...] = ()
    is_total: bool = False


def count_candidates(
    reading: Reading, candidates: tuple[Candidate, ...], casts: tuple[tuple[Participant, ...], ...]
) -> tuple[tuple[Count, ...], ...]:
    """The counts of each candidate: every whole, without a sector, followed by its parts, with theirs."""
    numbers = _by_phrase(reading.quantities)
    return tuple(tuple(_counts(reading, numbers, candidate)) for candidate in candidates)


Numbers = dict[tuple[int, int], Quantity]


def _by_phrase(quantities: Iterable[Quantity]) -> Numbers:
    """Quantities by (sentence, counted noun) and (sentence, number word); the first number of a noun wins."""
    out: Numbers = {}
    for quantity in quantities:
        out.setdefault((quantity.sentence, quantity.head), quantity)
        if quantity.noun is not None:
            out.setdefault((quantity.sentence, quantity.noun), quantity)
    return out


def _counts(reading: Reading, numbers: Numbers, candidate: Candidate) -> Iterator[Count]:
    tallies = [t for toll in candidate.tolls if (t := _tally(reading, numbers, toll)) is not None]
    key = lambda t: (t.kind, t.whose)  # noqa: E731
    order = list(dict.fromkeys(map(key, tallies)))
    for _, group in groupby(sorted(tallies, key=lambda t: order.index(key(t))), key):
        yield from _whole(reading, _distinct(list(group)))


def _distinct(tallies: list[_Tally]) -> list[_Tally]:
    """Without the same words twice, and a total alone where there is one."""
    unique = list({t.start: t for t in reversed(tallies)}.values())[::-1]
    totals = [t for t in unique if t.is_total]
    return totals[-1:] or unique


def _whole(reading: Reading, tallies: list[_Tally]) -> Iterator[Count]:
    parts = [p for t in tallies for p in (*((t,) if t.sector else ()), *t.parts)]
    low, best, high = _sum(t.bounds for t in tallies)
    first, last = tallies[0], tallies[-1]
    qualifier = next((t.qualifier for t in tallies if t.qualifier), "")
    yield _count(reading, first, (low, best, high), qualifier, None, min(first.start, last.start), max(first.end, last.end))
    for part in parts:
        yield _count(reading, part, part.bounds, part.qualifier, part.sector, part.start, part.end)


def _count(
    reading: Reading, tally: _Tally, bounds: Bounds, qualifier: str, sector: str | None, start: int, end: int
) -> Count:
    text = reading.document.text[start:end]
    return Count(tally.kind, *bounds, qualifier, tally.whose, sector, None, text, start, end)


def _sum(bounds: Iterable[Bounds]) -> Bounds:
    """Numbers that add up; an end that one of them leaves open stays open."""
    columns = list(zip(*bounds, strict=True))
    low, best, high = (None if any(v is None for v in column) else sum(v for v in column if v is not None) for column in columns)
    return low, best, high


# ------------------------------------------------------------------------------------------- one phrase
def _tally(reading: Reading, numbers: Numbers, toll: Toll) -> _Tally | None:
    """The number of one phrase; None for a phrase without one."""
    sentence, head = toll.argument
    tree = reading.trees[sentence]
    if tree is None:
        return None
    head = syntax.antecedent(tree, head)
    if _is_part(tree, head):
        return None
    noun, quantity = _counted(tree, numbers, head)
    if quantity is not None:
        start, end = _span(tree, quantity, noun)
        bounds: Bounds = (quantity.low, quantity.best, quantity.high)
        parts = tuple(_parts(tree, numbers, toll, {noun, head, quantity.head}, quantity))
        is_total = _is_total(tree, head, quantity)
        return _Tally(toll.kind, toll.whose, bounds, quantity.qualifier, _sector(tree, noun), start, end, parts, is_total)
    if toll.kind in _PERSONAL and _is_one(tree, noun):
        first = min([noun, *(c for c in tree.children[noun] if c < noun and tree.tokens[c].dep in ("det", "amod", "compound", "nmod:poss"))])
        return _Tally(toll.kind, toll.whose, (1, 1, 1), "", _sector(tree, noun), tree.tokens[first].start, tree.tokens[noun].end)
    return None


def _counted(tree: Tree, numbers: Numbers, head: int) -> tuple[int, Quantity | None]:
    """(noun, number) of a phrase, through "a total of", "the bodies of", "a group of"."""
    sentence = tree.sentence.index
    quantity = numbers.get((sentence, head))
    if quantity is not None:
        noun = quantity.noun if quantity.noun is not None else head
        return noun, quantity
    if tree.tokens[head].lemma.lower() in _CONTAINERS or tree.tokens[head].tag == "CD":
        for c in tree.children[head]:
            if c > head and tree.tokens[c].dep == "nmod" and syntax.case_of(tree, c) == "of":
                return _counted(tree, numbers, c)
    for c in tree.children[head]:
        found = numbers.get((sentence, c))
        if found is not None and c < head and tree.tokens[c].dep in ("nummod", "amod", "compound", "det", "advmod"):
            return head, found
    return head, None


def _span(tree: Tree, quantity: Quantity, noun: int) -> tuple[int, int]:
    token = tree.tokens[noun]
    return min(quantity.start, token.start), max(quantity.end, token.end)


def _is_part(tree: Tree, head: int) -> bool:
    """The phrase details another: "20 people, including three children"."""
    token = tree.tokens[head]
    return any(tree.tokens[c].text.lower() in _INCLUDING for c in tree.children[head] if tree.tokens[c].dep in ("case", "mark")) or (
        token.dep in ("obj", "obl") and tree.tokens[token.head].text.lower() == "including"
    )


def _is_total(tree: Tree, head: int, quantity: Quantity) -> bool:
    """ "A total of 13", "bringing the toll to 13"."""
    token = tree.tokens[head]
    return token.lemma.lower() in _TOTALS or quantity.qualifier.startswith(_PER)


def _is_one(tree: Tree, noun: int) -> bool:
    """A phrase for one person: "a soldier", "the mayor", "Ahmed Ali", "he"; not a group, not a bare plural."""
    token = tree.tokens[noun]
    lemma = token.lemma.lower()
    if token.tag in ("PRP", "PRP$"):
        return token.text.lower() in _PERSON_PRONOUNS
    if lemma in _COLLECTIVE or token.text.lower() in _COLLECTIVE:
        return False
    if token.tag == "NNP":
        return _is_person_name(tree, noun)
    if token.tag != "NN" or any(tree.tokens[c].text.lower() in ("no", "every", "each", "any", "some") for c in tree.children[noun]):
        return False
    word = nouns().get(token.text.lower()) or titles().get(token.text.lower())
    is_person = word.kind in ("person", "title") if word is not None else lemma in word_class("people")
    return is_person and not token.text.lower().endswith("s")


def _is_person_name(tree: Tree, noun: int) -> bool:
    """A name with a title, a name of two words or more, or one that a verb of killing takes alone; no country or group."""
    names = [noun, *(c for c in tree.children[noun] if tree.tokens[c].dep in ("flat", "compound"))]
    words = [tree.tokens[i].text for i in sorted(names)]
    if country_of(" ".join(words)) or country_of(words[-1]) or any(w.isupper() and len(w) > 1 for w in words):
        return False
    has_title = any(w.lower() in titles() for w in words)
    return has_title or len([w for w in words if w[0].isupper()]) >= 2


def _parts(tree: Tree, numbers: Numbers, toll: Toll, taken: set[int], whole: Quantity) -> Iterator[_Tally]:
    """The numbers behind "including" or "among them" that detail a phrase."""
    for i in sorted({i for t in taken for i in tree.children[t] if i > t}):
        if i in taken or not _introduces_part(tree, i):
            continue
        heads = [i, *(c for c in tree.children[i] if tree.tokens[c].dep in ("obj", "obl", "nmod"))]
        for head in dict.fromkeys(h for one in heads for h in syntax.conjuncts(tree, one)):
            part = _part(tree, numbers, toll, head)
            if part is not None and part.sector and (whole.best is None or (part.bounds[1] or 0) <= whole.best):
                yield part


def _introduces_part(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    if token.text.lower() in _INCLUDING:
        return True
    return any(tree.tokens[c].text.lower() in _INCLUDING for c in tree.children[i] if tree.tokens[c].dep in ("case", "mark"))


def _part(tree: Tree, numbers: Numbers, toll: Toll, head: int) -> _Tally | None:
    if tree.tokens[head].text.lower() in _INCLUDING:
        return None
    noun, quantity = _counted(tree, numbers, head)
    sector = _sector(tree, noun)
    if quantity is not None:
        start, end = _span(tree, quantity, noun)
        return _Tally(toll.kind, toll.whose, (quantity.low, quantity.best, quantity.high), quantity.qualifier, sector, start, end)
    if _is_one(tree, noun):
        return _Tally(toll.kind, toll.whose, (1, 1, 1), "", sector, tree.tokens[noun].start, tree.tokens[noun].end)
    return None


def _sector(tree: Tree, noun: int) -> str | None:
    """The sector of whom a noun counts; None where the noun does not say ("people")."""
    token = tree.tokens[noun]
    if token.lemma.lower() in _UNSPECIFIC:
        return None
    before = [tree.tokens[c].text.lower() for c in tree.children[noun] if c < noun and tree.tokens[c].dep in ("compound", "amod")]
    word = token.text.lower()
    for phrase in (*(f"{b} {word}" for b in reversed(before)), word):
        found = nouns().get(phrase) or titles().get(phrase)
        if found is not None:
            return found.sector if found.sector not in ("UNK", "IGO") and found.kind != "facility" else None
    return None

