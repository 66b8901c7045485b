"""Who a name names: a known actor, an introduced acronym or person, a country or capital that stands for its government."""

from __future__ import annotations

from pipeline.gazetteer.countries import country, country_of
from pipeline.lexicon.actors import Actor, actors_called, institution, nouns
from pipeline.resolve.discourse import Discourse
from pipeline.resolve.nominal import Phrase, Referent, is_against
from pipeline.resolve.seats import is_of_state, tells_state
from pipeline.tag.actors import ActorMention, split_words

_LOCATIVE = ("in", "from", "throughout", "across", "of", "inside")


def by_name(phrase: Phrase) -> Referent | None:
    """The referent of a phrase whose head is a name that somebody knows; None for any other phrase."""
    discourse, mention = phrase.discourse, phrase.at_head
    if phrase.token.text in discourse.acronyms:
        return Referent(discourse.acronyms[phrase.token.text], "group")
    person = phrase.person() if phrase.is_name else None
    if mention is not None and mention.actors and not is_against(discourse, mention):
        actor = discourse.pick(mention.actors)
        if actor is None and person is not None:
            return Referent(person, "person")  # "Dutch prime minister Mark Rutte", who has held another office since
        actor = actor or _out_of_time(discourse, mention)
        return Referent(actor, _kind(discourse, actor, mention))
    if mention is not None and mention.country:
        is_people = mention.country.kind in ("people", "adjective") and not phrase.is_modifier
        return _people(phrase, mention) if is_people else government_of(discourse, mention.country.iso3)
    return Referent(person, "person") if person is not None else None


def government_of(discourse: Discourse, iso3: str) -> Referent | None:
    """The government of a country on the document's day: the Taliban since 2021-08-15."""
    actor = institution(iso3, "government")
    if actor is None:
        return None
    current = (row for row in actors_called(actor.name) if row.is_valid(discourse.day) and row.name != actor.name)
    return Referent(next(current, actor), "government")


def located(phrase: Phrase) -> str | None:
    """The country that people are of by where they are: "opposition parties in Nepal", "the Albanians of southern Serbia",
    "officials in Kigali", "the government in Zagreb"."""
    text = phrase.discourse.text
    names = ("name", "capital") if is_of_state(phrase.token.text) else ("name",)
    mentions = (m for other in phrase.behind(*_LOCATIVE) for m in other.inside if m.country and m.country.kind in names)
    mentions = (m for m in mentions if tells_state(text[m.start : m.end]))
    found = next(mentions, None)
    return found.country.iso3 if found is not None and found.country else None


def _people(phrase: Phrase, mention: ActorMention) -> Referent | None:
    """ "Four Syrians" are civilians of Syria; "the Russians", bare, are their government; ethnic ones are of where they live."""
    word = mention.country
    entry = country(word.iso3) if word is not None else None
    if word is None or entry is None:
        return None
    before = [token.text.lower() for token in phrase.children() if token.dep != "case"]
    if before == ["the"]:
        government = institution(word.iso3, "government")
        return Referent(government, "government", is_plural=True) if government else None
    text = phrase.discourse.text[mention.start : mention.end]
    iso3 = located(phrase) or (None if "ethnic" in before else word.iso3)
    name = f"ethnic {text}" if "ethnic" in before else text
    if iso3 == word.iso3 and entry.adjectives and "ethnic" not in before:
        name = f"{entry.adjectives[0]} civilians"
    return Referent(Actor(name, "", iso3 + "CVL" if iso3 else "", "CVL", iso3), "people", is_plural=True)


def _kind(discourse: Discourse, actor: Actor, mention: ActorMention) -> str:
    """A leader's name is a person; a government's seat, a force or a group is none."""
    words = split_words(discourse.text[mention.start : mention.end]).keys
    if any(split_words(name).keys == words for name in actor.people):
        return "person"
    return "government" if actor.sector == "GOV" else "group"


def _out_of_time(discourse: Discourse, mention: ActorMention) -> Actor:
    """A name outside its days: a group keeps its name, a leader out of office is only a person of that country."""
    row = mention.actors[0]
    words = " ".join(discourse.text[mention.start : mention.end].split())
    nation = country_of(words.split()[0])
    if nation is not None and words.split()[-1].lower() in nouns():
        return Actor(words, "", nation.iso3 + row.sector, row.sector, nation.iso3)
    if row.sector not in ("GOV", "MIL"):
        return row
    return Actor(words, "", f"{row.iso3}UNK" if row.iso3 else "", "UNK", row.iso3)
