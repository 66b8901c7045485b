"""Whose a noun is: the group or country before it, behind "of", or shared with the noun that it is coordinated with."""

from __future__ import annotations

from pipeline.find import syntax
from pipeline.lexicon.actors import Actor
from pipeline.resolve.nominal import Phrase, is_against
from pipeline.tag.actors import ActorMention, fold_word

_LOYAL = frozenset(("loyal", "faithful"))
NO_LONGER = frozenset("former ex retired ousted deposed toppled late overthrown".split())


def mentions_before(phrase: Phrase) -> list[ActorMention]:
    """The mentions before the head that say whose it is."""
    start = phrase.at_head.start if phrase.at_head is not None else phrase.token.start
    return [m for m in phrase.inside if m.end <= start and not is_against(phrase.discourse, m)]


def possessor(phrase: Phrase, before: list[ActorMention]) -> Actor | None:
    """The named group before the noun, or behind "of": "Hamas fighters", "Assad's army", "members of Boko Haram", "troops loyal
    to Khalifa Haftar"."""
    discourse = phrase.discourse
    named = next((m for m in reversed(before) if m.actors), None)
    if named is not None:
        return discourse.pick(named.actors)
    for token in phrase.tree.tokens[phrase.core[0] : phrase.head]:
        if token.text in discourse.acronyms:
            return discourse.acronyms[token.text]
        if token.tag.startswith("NNP") and (person := discourse.people.get(fold_word(token.text))) is not None:
            return person
    return _actor_behind(phrase) or _actor_of(_leader(phrase))


def country_behind(phrase: Phrase) -> str | None:
    """The country of "the army of Chad"."""
    other = next(phrase.behind("of", "from"), None) or _leader(phrase)
    found = next((m for m in other.inside if m.country), None) if other is not None else None
    return found.country.iso3 if found is not None and found.country else None


def _leader(phrase: Phrase) -> Phrase | None:
    """Whom the people are loyal to: "troops loyal to President Deby"; None for one who holds no office any more."""
    tree = phrase.tree
    for c in tree.children[phrase.head]:
        if tree.tokens[c].lemma.lower() not in _LOYAL:
            continue
        behind = (i for i in tree.children[c] if i > c and tree.tokens[i].tag.startswith("NN"))
        leader = next((Phrase(phrase.discourse, tree, i) for i in behind), None)
        return leader if leader is not None and not leader.has(*NO_LONGER) else None
    return None


def nations_behind(phrase: Phrase) -> list[str]:
    """The countries of "the leaders of Chad, Niger and Mali", "ministers from Peru and Chile"; empty for fewer than two."""
    first = next(phrase.behind("of", "from"), None)
    listed = syntax.conjuncts(phrase.tree, first.head) if first is not None else []
    inside = (Phrase(phrase.discourse, phrase.tree, i).inside for i in listed)
    nations = [m.country.iso3 for mentions in inside for m in mentions[:1] if m.country]
    return list(dict.fromkeys(nations)) if len(nations) > 1 else []


def adjectives_before(phrase: Phrase) -> list[str]:
    """The countries of "the French and German ministers"; empty for fewer than two."""
    nations = [m.country.iso3 for m in phrase.inside if m.country and m.country.kind == "adjective"]
    return list(dict.fromkeys(nations)) if len(set(nations)) > 1 else []


def shared_owner(phrase: Phrase) -> tuple[Actor | None, str | None]:
    """(group, country) that a second noun shares with the first: "Syria's authorities and armed forces"."""
    if phrase.token.dep != "conj" or any(t.dep in ("det", "nmod:poss", "nummod") for t in phrase.children()):
        return None, None
    first = Phrase(phrase.discourse, phrase.tree, phrase.token.head)
    before = [m for m in first.inside if m.start < first.token.start]
    owner = next((phrase.discourse.pick(m.actors) for m in before if m.actors), None)
    return owner, next((m.country.iso3 for m in before if m.country), None)


def _actor_behind(phrase: Phrase) -> Actor | None:
    return _actor_of(next(phrase.behind("of", "from"), None))


def _actor_of(other: Phrase | None) -> Actor | None:
    """The known actor that a phrase names, or for whom the person that it names speaks."""
    if other is None:
        return None
    if other.token.text in other.discourse.acronyms:
        return other.discourse.acronyms[other.token.text]
    found = next((m for m in other.inside if m.actors), None)
    return other.discourse.pick(found.actors) if found is not None else other.person()
