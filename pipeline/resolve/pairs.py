"""Several parties that the text told together, which it then counts: "the two sides", "both governments", "the three leaders".

Sudan and Chad signed a pact. The two countries …     coordinated
The envoy met the rebel leader. The two men …         subject and object of one verb
The presidents of Peru and Chile met. They …          one phrase for several

Where no sentence near tells so many together, they are those of the last list in the text before, headings as well; else the
countries that it names by far the most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.find import syntax
from pipeline.lexicon.actors import Actor
from pipeline.lexicon.quantities import CARDINALS
from pipeline.records import Token, Tree
from pipeline.resolve.antecedents import antecedent_head
from pipeline.resolve.discourse import Discourse
from pipeline.resolve.named import government_of
from pipeline.resolve.nominal import Referent
from pipeline.tag.actors import ActorMention

WINDOW = 5  # sentences back in which the parties were told
LEAD = 2  # times as often as any other country
MOST = 6  # parties that one noun stands for
_STATES = frozenset("country nation state government neighbour neighbor capital power republic superpower".split())
_PERSONS = frozenset("man woman general commander politician candidate".split())
_HOLDERS = frozenset("leader president minister official diplomat envoy premier king".split())  # persons, or their governments
_PARTIES = frozenset(
    "side party rival foe enemy adversary faction group ally mediator army force organization organisation body"
    " delegation".split()
)
_ABLE = ("government", "group", "people")  # kinds of those who can be a side
_SIDES = frozenset(("side", "party"))
_WARRING = frozenset(("war", "rival", "oppose", "opposing", "warring"))
_POINTING = frozenset(("the", "these", "those", "both"))
_OTHERS = frozenset(
    "other another some many several most foreign western eastern political opposition third no new former armed small local"
    " different separate more".split()
)
_CASES = frozenset(("with", "and", "against", "by", "between"))
_BEHIND = frozenset(("nmod", "acl", "acl:relcl", "appos", "flat"))
_JOINED = re.compile(r"(?:,?\s+and\s+(?:the\s+)?|,\s+)")

Fits = Callable[[Referent], bool]


class Several(NamedTuple):
    """How many parties a phrase stands for (None: as many as were told together), what each must be, and of which sectors."""

    number: int | None
    fits: Fits
    sectors: frozenset[str]

    def is_many(self, number: int) -> bool:
        """So many parties may be meant."""
        return number == self.number if self.number is not None else 2 <= number <= MOST


def pair_of(tree: Tree, head: int) -> Several | None:
    """What a phrase says of parties that it points back to; None for one that names them itself or points back to none."""
    token, own = tree.tokens[head], [tree.tokens[c] for c in tree.children[head]]
    before = [t for t in own if t.i < head]
    words = {t.lemma.lower() for t in before} | {t.text.lower() for t in before}
    if token.tag != "NNS" or words.isdisjoint(_POINTING) or words & _OTHERS or any(_names(t, head) for t in own):
        return None
    lemma, count = token.lemma.lower(), _count(words)
    if count is None and lemma in _SIDES and (lemma == "side" or words & _WARRING):
        count = 2  # "the sides", "the warring parties"
    if count is None and (lemma not in _STATES | _HOLDERS or words - _POINTING):
        return None
    if lemma in _STATES:
        return Several(count, lambda r: r.actor.sector == "GOV" and bool(r.actor.iso3), frozenset(("GOV",)))
    if lemma in _PERSONS | _HOLDERS:
        sectors = frozenset(("GOV",)) if lemma in _HOLDERS else frozenset[str]()
        return Several(count, lambda r: r.kind in ("person", "name"), sectors)
    sectors = frozenset(("GOV", "MIL", "REB", "UAF", "OPP", "PTY", "IGO"))
    is_main = lemma in _SIDES  # of a war or of talks: no crowd, and nobody whom no table knows but by a name
    return Several(count, lambda r: _is_able(r, is_main), sectors) if lemma in _PARTIES else None


def _is_able(referent: Referent, is_main: bool) -> bool:
    """Who can be a side."""
    is_named = referent.is_known or referent.actor.name[:1].isupper() or referent.kind != "people"
    return referent.kind in _ABLE and referent.actor.sector not in ("CVL", "COP") and (is_named or not is_main)


def told_together(tree: Tree, wanted: Several, until: int) -> Iterator[list[int]]:
    """The heads of phrases before token `until` that the sentence tells together, coordinated ones first."""
    for first in range(until):
        together = syntax.conjuncts(tree, first)
        is_list = wanted.is_many(len(together)) and together[0] == first and tree.tokens[first].dep != "conj"
        if is_list and together[-1] < until:
            yield list(together)
    if wanted.number != 2:
        return
    for verb in (t.i for t in tree.tokens if syntax.is_verbal(t)):
        own = [c for c in tree.children[verb] if c < until]
        subject = next((c for c in own if tree.tokens[c].dep.startswith("nsubj")), None)
        other = next((c for c in own if c > verb and _is_other(tree, c)), None)
        if subject is not None and other is not None:
            yield [antecedent_head(tree, subject), antecedent_head(tree, _partner(tree, other))]


def are_listed(tree: Tree, heads: list[int]) -> bool:
    """The phrases are coordinated."""
    return all(tree.tokens[i].dep == "conj" for i in heads[1:])


def are_main(discourse: Discourse, found: list[Referent]) -> bool:
    """No country of the text is named more often than those of the parties: who urges a warring side is none of the two."""
    times = [discourse.countries.get(r.actor.iso3, 0) for r in found if r.actor.iso3 and r.actor.sector == "GOV"]
    own = {r.actor.iso3 for r in found}
    others = [n for iso3, n in discourse.countries.items() if iso3 not in own]
    return len(times) < len(found) or min(times) >= max(others, default=0)


def parties_named(discourse: Discourse, position: int, wanted: Several) -> tuple[Actor, ...]:
    """The parties that the text before a position lists last, as many as wanted; else the only countries named there."""
    before = [m for m in discourse.mentions if m.end <= position and (m.actors or m.country)]
    lists = (listed for listed in _lists(discourse, before) if wanted.is_many(len(listed)))
    found = next((listed for listed in lists if all(actor.sector in wanted.sectors for actor in listed)), ())
    if found or wanted.number is None or not wanted.sectors:
        return found
    times = Counter(a for m in before if m.country and (a := _named(discourse, m)) is not None)
    top = times.most_common(wanted.number + 1)
    is_clear = len(top) == wanted.number or (len(top) > wanted.number and top[-2][1] >= LEAD * top[-1][1])
    return tuple(actor for actor, _ in top[: wanted.number]) if is_clear else ()


def _lists(discourse: Discourse, mentions: list[ActorMention]) -> Iterator[tuple[Actor, ...]]:
    """The actors and countries that a text lists with "and", the last list first."""
    end = len(mentions)
    while end > 1:
        start = end - 1
        while start and _JOINED.fullmatch(discourse.text, mentions[start - 1].end, mentions[start].start):
            start -= 1
        listed = mentions[start:end]
        if " and " in discourse.text[listed[0].end : listed[-1].start]:
            actors = (_named(discourse, mention) for mention in listed)
            yield tuple({actor.name: actor for actor in actors if actor is not None}.values())
        end = start


def _named(discourse: Discourse, mention: ActorMention) -> Actor | None:
    """The actor of a mention; of a country, its government."""
    government = government_of(discourse, mention.country.iso3) if mention.country else None
    return government.actor if government is not None else discourse.pick(mention.actors)


def _count(words: set[str]) -> int | None:
    """The number that stands before a noun: "the two", "both"."""
    numbers = {CARDINALS.get(w) or (int(w) if w.isdigit() and len(w) == 1 else 0) for w in words} - {0, None}
    count = 2 if "both" in words else next(iter(numbers), 0)
    return count if count is not None and 2 <= count <= MOST else None


def _names(token: Token, head: int) -> bool:
    """A name, an owner or a phrase that says which parties are meant: "the two sides of the border", "their leaders"."""
    is_behind = token.i > head and token.dep in _BEHIND and token.tag != "VB"
    return is_behind or token.dep == "nmod:poss" or (token.i < head and token.tag in ("NNP", "NNPS"))


def _is_other(tree: Tree, i: int) -> bool:
    """The object of a verb, or whom it is done with or against."""
    dep = tree.tokens[i].dep
    return dep in ("obj", "obl:agent") or (dep == "obl" and syntax.case_of(tree, i) in _CASES)


def _partner(tree: Tree, i: int) -> int:
    """With whom the talks are that stand as an object: "ruled out talks with Odinga"."""
    return next((c for c in syntax.cased(tree, i, frozenset(("with",))) if tree.tokens[i].dep == "obj"), i)
