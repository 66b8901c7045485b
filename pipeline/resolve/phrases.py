"""Who a noun phrase names: "Turkish soldiers", "Kremlin spokesman Peskov", "regime positions", "Ankara", "12 civilians".

A referent is a known actor, or the words themselves with the best sector. What is no actor at all (a pipeline, a town) gives
None. Pronouns and descriptions that need the text before them are resolved by `coreference`, which calls this module.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pipeline.lexicon.actors import Actor, nouns
from pipeline.lexicon.quantities import CARDINALS, TENS
from pipeline.lexicon.words import word_class
from pipeline.records import Tree
from pipeline.resolve.acronyms import sector_of_name
from pipeline.resolve.discourse import Discourse
from pipeline.resolve.named import by_name, government_of
from pipeline.resolve.nominal import TIMES, Phrase, Referent, is_against
from pipeline.resolve.role_nouns import by_role

LONGEST_MAKE = 3  # letters: "MiG"
NUMBERS = frozenset((*CARDINALS, *TENS))  # "Seven were freed" says how many, not who


def resolve_phrase(discourse: Discourse, tree: Tree, head: int, owner: Actor | None = None) -> Referent | None:
    """Who the phrase at `head` names. `owner` is who a possessive pronoun in it stands for, already resolved.

    None for things, places and days, and for phrases that say nothing without the text before ("the group").
    """
    phrase = Phrase(discourse, tree, head)
    if phrase.token.text.lower() in TIMES or phrase.token.text.lower() in NUMBERS or is_model(tree, head):
        return None
    found = by_name(phrase) or by_role(phrase, owner) or (None if _is_role(phrase) else _words_only(phrase))
    if found is None or not any(c.isalpha() for c in found.actor.name):
        return None
    found = _introduced(phrase, found)
    start, end = phrase.span
    is_plural = found.is_plural or (phrase.is_plural and (found.kind != "government" or phrase.token.text.islower()))
    return replace(found, start=start, end=end, is_plural=is_plural)


def is_model(tree: Tree, head: int) -> bool:
    """A make of weapon: "an F-16", "two Su-25s"."""
    behind = tree.tokens[head + 1 : head + 3]
    is_short = tree.tokens[head].text[:1].isupper() and len(tree.tokens[head].text) <= LONGEST_MAKE
    return is_short and [t.text for t in behind[:1]] == ["-"] and behind[-1].text[:1].isdigit()


def _introduced(phrase: Phrase, found: Referent) -> Referent:
    """An organisation by its whole name as by the acronym that the text gives it; one without a sector by its name's."""
    if found.is_known or not phrase.token.text[:1].isupper():
        return found
    same = next((a for a in phrase.discourse.acronyms.values() if a.name == found.actor.name), None)
    if same is not None:
        return replace(found, actor=same, kind="group")
    if phrase.core[1] == phrase.head or found.actor.sector != "UNK":
        return found
    sector, iso3 = sector_of_name(found.actor.name), found.actor.iso3
    return replace(found, actor=replace(found.actor, sector=sector, code=f"{iso3}{sector}" if iso3 else ""))


def owner_of_thing(discourse: Discourse, tree: Tree, head: int) -> Referent | None:
    """Whose a thing is that somebody supports, rejects or demands: "Turkey's efforts", "a demand from the US president", "an
    Australian ultimatum". None when nobody owns it."""
    phrase = Phrase(discourse, tree, head)
    owners = [t.i for t in phrase.children() if t.dep == "nmod:poss" and t.tag != "PRP$"]
    owners += [other.head for other in phrase.behind("of", "by", "from")]
    found = next((r for i in owners if (r := resolve_phrase(discourse, tree, i)) is not None), None)
    if found is not None:
        return found
    mention = next((m for m in phrase.inside if m.country or m.actors), None)
    if mention is None or is_against(discourse, mention):
        return None
    start, end = phrase.span
    actor = discourse.pick(mention.actors)
    owner = Referent(actor, "group") if actor else government_of(discourse, mention.country.iso3) if mention.country else None
    return replace(owner, start=start, end=end) if owner is not None else None


def _is_role(phrase: Phrase) -> bool:
    """A table knows the noun: where it gives no actor, there is none."""
    return phrase.at_head is not None and phrase.at_head.role is not None


def _words_only(phrase: Phrase) -> Referent | None:
    """A phrase whose head no table knows: a name of somebody, or a noun for people; None for anything else."""
    iso3 = next((m.country.iso3 for m in reversed(phrase.inside) if m.country and m.country.kind == "adjective"), None)
    if phrase.token.tag.startswith("NNP"):
        known = next((m for m in phrase.inside if m.actors and not is_against(phrase.discourse, m)), None)
        actor = phrase.discourse.pick(known.actors) if known is not None else None
        return Referent(actor, "group") if actor else Referent(phrase.worded("UNK", iso3), "name", phrase.is_plural)
    if phrase.token.lemma.lower() in _humans() and phrase.token.tag.startswith("NN"):
        role = nouns().get(phrase.token.text.lower())
        sector = role.sector if role is not None else "UNK"
        return Referent(phrase.worded(sector, iso3), "people" if phrase.is_plural else "person", phrase.is_plural)
    return None


@cache
def _humans() -> frozenset[str]:
    """Nouns for people, their professions among them."""
    return word_class("people") | word_class("profession")
