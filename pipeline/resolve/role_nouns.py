"""Who an office or a role noun stands for: "the Kenyan foreign minister", "regime forces", "Hamas fighters", "the police".

With an owner, a noun stands for the owner's institution or for the owner itself; without one for what the actor table says a
description means in a text about that country, or for the institution of the country that the text is about; else for its words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.lexicon.actors import Actor, RoleWord, described_actors, institution, nouns, titles
from pipeline.lexicon.days import DAYS
from pipeline.resolve.discourse import Discourse
from pipeline.resolve.institutions import institution_meant
from pipeline.resolve.introductions import is_parted, owner_of, speaks_for
from pipeline.resolve.named import located
from pipeline.resolve.nominal import WITHOUT_FORCES, Phrase, Referent
from pipeline.resolve.owners import (
    NO_LONGER,
    adjectives_before,
    country_behind,
    mentions_before,
    nations_behind,
    possessor,
    shared_owner,
)
from pipeline.resolve.seats import is_house
from pipeline.tag.actors import ActorMention

_ARMED = frozenset(("MIL", "REB", "UAF"))
_OWNED = frozenset(("MIL", "REB", "UAF", "GOV", "UNK", "COP", "SPY", "PTY", "OPP", "LEG", "LAB", "IGO"))
_STATELESS = frozenset("CVL OPP REB UAF PTY EDU LAB REL BUS MED LEG JUD CRM UNK".split())
_OFFICIAL = ("government", "forces", "police")
_INSTITUTIONS = frozenset(
    "government army military police authorities parliament navy cabinet junta presidency leadership".split()
) | {
    "security forces", "government forces", "government troops", "armed forces", "air force", "government soldiers", "regime",
    "military government", "military junta", "military regime", "defense forces", "defence forces", "interior ministry",
    "foreign ministry", "defense ministry", "defence ministry", "national guard", "national police", "federal police",
    "army troops", "interim government", "transitional government", "government officials",
}  # fmt: skip
_ONE_A_COUNTRY = frozenset(
    "government army military parliament navy cabinet junta presidency ministry regime administration embassy".split()
)
_NOT_THE_TOPIC = (
    "western foreign regional local international allied other both arab european african asian islamic neighboring neighbouring"
    " two three several many various unidentified unknown former provincial rival friendly enemy no municipal".split()
)
_CIVIL_PLACES = frozenset(
    "territory area village town district soil border airspace site infrastructure ship boat vessel plane warehouse".split()
)
_COUNTRIES = frozenset(("country", "nation", "state", "side"))
_SCENE = frozenset(("in", "inside", "across", "throughout"))
_STOP = re.compile(r"\.\s")
_SCENE_WORDS = 3  # before a country's name: "in the neighbouring …"
_WEAPONS = frozenset(("missile", "rocket", "airstrike", "drone", "air strike"))
_PARTIES_ANYWAY = frozenset(
    "side group movement organization organisation coalition alliance bloc countries council commission committee agency"
    " association federation league panel mission".split()
)
_OF_THE_STATE = frozenset("national royal federal imperial people's air army republican presidential special".split())
_LEADERS_OWN = ("his", "her")
_PEOPLE_ANYWAY = frozenset(("man", "sources", "source"))


def by_role(phrase: Phrase, owner: Actor | None) -> Referent | None:
    """The referent of a phrase that an office or a role noun heads; None where that is no actor, or there is no such word.

    `owner` is who a possessive pronoun before the noun stands for."""
    mention = phrase.at_head
    if (mention is None or mention.role is None) and phrase.token.tag.startswith("NNP"):
        mention = next((m for m in reversed(phrase.inside) if m.kind == "title"), None)
    role = mention.role if mention is not None else None
    if mention is None or role is None:
        return None
    return _office(phrase, mention, role, owner) if role.kind == "title" else _role(phrase, mention, role, owner)


# ------------------------------------------------------------------------------------------------ offices
def _office(phrase: Phrase, mention: ActorMention, role: RoleWord, owner: Actor | None) -> Referent:
    """The holder of an office acts for its owner; a subordinate one (a mayor) stays the words, with the country."""
    found, iso3, is_former = owner_of(phrase.discourse, phrase.discourse.mentions.index(mention))
    found = found or (owner if iso3 is None and role.word != "counterpart" else None)  # "his Burundian counterpart" is not his
    if (
        found is None
        and iso3 is None
        and phrase.is_plural
        and not _is_of_others(phrase, role)
        and not _inner(mentions_before(phrase))
    ):
        iso3 = located(phrase)
    actor = None if is_former else speaks_for(role, found, iso3)
    if actor is None and found is None and iso3 is None and not is_former:
        actor = _known_office(phrase, mention, role)
    if actor is None and found is None and iso3 is None and is_house(role.word) and (scene := _scene(phrase)):
        actor = institution(scene, "government")  # "In Ottawa, the foreign ministry …"
    several = _of_several(phrase, role) if phrase.is_plural and not is_former else ()
    if several:
        return Referent(several[-1], "people", True, others=several[:-1])
    if actor is None:
        actor = _named_behind(phrase, mention) or phrase.worded(role.sector, iso3 or (found.iso3 if found else None))
    return Referent(actor, "people" if phrase.is_plural else "person", phrase.is_plural, _gender(role.word))


def _named_behind(phrase: Phrase, title: ActorMention) -> Actor | None:
    """The known actor whose name stands behind the title: "commander Khalifa Haftar"."""
    named = next((m for m in phrase.inside if m.start >= title.end and m.actors), None)
    return phrase.discourse.pick(named.actors) if named is not None else None


def _of_several(phrase: Phrase, role: RoleWord) -> tuple[Actor, ...]:
    """Whom the holders of one office speak for, of several countries: "the presidents of Chad and Niger", "the French and German
    foreign ministers"; empty for those of one."""
    nations = nations_behind(phrase) or adjectives_before(phrase)
    spoken = tuple(speaks_for(role, None, iso3) for iso3 in nations)
    return tuple(actor for actor in spoken if actor is not None) if len(spoken) > 1 else ()


def _is_of_people(phrase: Phrase, title: ActorMention) -> bool:
    """A capitalised word before a title that is no country: the office is that of others ("the Abkhaz interior minister")."""
    words = phrase.discourse.words
    i = title.first - 1
    if i < 0 or is_parted(phrase.discourse, i):
        return False
    start, end = words.spans[i]
    word, before = phrase.discourse.text[start:end], phrase.discourse.text[:start].rstrip(' “"')
    is_opening = not before or before[-1] in ".!?\n”" or word.lower() in DAYS
    return word[0].isupper() and word.lower() not in ("the", "a", "an") and not is_opening and word.lower() not in titles()


def _known_office(phrase: Phrase, mention: ActorMention, role: RoleWord) -> Actor | None:
    """ "The president" of whom the text has told, else of the country that it is about."""
    discourse = phrase.discourse
    if not (_has_the(phrase) or phrase.token.tag.startswith("NNP")):
        return None
    if _is_of_people(phrase, mention):
        return None
    is_another = _is_named(phrase, mention) and phrase.person() is None  # "President Jo Doe" of whom the text has not told
    if role.word in discourse.offices and not phrase.is_plural and role.rank == 1 and not is_another:
        return discourse.offices[role.word]
    if role.sector == "IGO":  # "the Secretary-General": of the one named last that has such an office, never a government
        return institution_meant(discourse, "secretariat", mention.start)
    return speaks_for(role, None, discourse.topic) if role.stands_for in _OFFICIAL else None


def _is_named(phrase: Phrase, title: ActorMention) -> bool:
    """A name stands behind the title."""
    tokens = phrase.tree.tokens[phrase.core[0] : phrase.core[1] + 1]
    return any(t.start >= title.end and t.tag.startswith("NNP") for t in tokens)


def _gender(title: str) -> str:
    words = title.split()
    if any(w.endswith("woman") or w in ("queen", "princess", "lady", "wife", "mother") for w in words):
        return "female"
    return "male" if any(w.endswith("man") or w in ("king", "emir", "sultan", "prince", "pope") for w in words) else ""


# ------------------------------------------------------------------------------------------------ role nouns
def _role(phrase: Phrase, mention: ActorMention, role: RoleWord, owner: Actor | None) -> Referent | None:
    """A role noun with what stands before it: a group, a nationality, a side, or nothing."""
    before = mentions_before(phrase)
    inner = _inner([m for m in before if not _is_in_name(phrase, m)])
    side = _side(role, None if phrase.has("private") else inner)  # "a private military company" is nobody's army
    if _are_led(phrase, role):
        side = replace(role, sector="UAF", kind="group")
        owner = owner if owner is not None and owner.actor_id else None
    nations = [m.country.iso3 for m in before if m.country and (m.country.kind != "people" or role.kind != "person")]
    nations = nations or (nations_behind(phrase) if phrase.is_plural else [])
    group, iso3 = _owner(phrase, role, side, owner or possessor(phrase, before), nations, bool(before))
    actor = _owned(phrase.discourse, role, side, group, iso3)
    if actor is not None and role.kind == "person" and actor.sector in ("MIL", "COP") and phrase.has(*NO_LONGER):
        return Referent(phrase.worded("CVL", iso3), "people" if phrase.is_plural else "person", phrase.is_plural)
    if actor is None and iso3 is None and group is None:
        actor = _topical(phrase, mention, role, side)
    is_many = role.kind == "person" and phrase.is_plural
    kind = "people" if is_many else role.kind
    if actor is not None:
        others = (_owned(phrase.discourse, role, side, None, nation) for nation in dict.fromkeys(nations[:-1]) if nation != iso3)
        kind = "government" if actor.sector == "GOV" else kind
        return Referent(actor, kind, phrase.is_plural, others=tuple(other for other in others if other is not None))
    if (role.kind == "facility" and inner is None) or role.word in _WEAPONS:
        return None
    if role.kind == "generic" and iso3 is None and inner is None and role.word not in _PEOPLE_ANYWAY:
        is_party = bool(before) or role.word in _PARTIES_ANYWAY
        return Referent(phrase.worded("UNK", None), "group", phrase.is_plural) if is_party else None
    return Referent(phrase.worded(side.sector, iso3), kind, phrase.is_plural)


def _is_in_name(phrase: Phrase, mention: ActorMention) -> bool:
    """The capitalised noun belongs to a name: "Red Brigades gunmen", "the Workers' Party"."""
    discourse, start = phrase.discourse, mention.start
    if mention.kind != "noun" or not discourse.text[start].isupper():
        return False
    before = discourse.words.spans[mention.first - 1] if mention.first else (0, 0)
    is_joined = discourse.text[before[1] : start] == " " and discourse.text[before[0]].isupper() and phrase.span[0] <= before[0]
    return phrase.is_body or (is_joined and not discourse.within(*before))


def _are_led(phrase: Phrase, role: RoleWord) -> bool:
    """ "His men", "General Doe's men", "the warlord's men" are armed."""
    if role.word != "man" or not phrase.is_plural:
        return False
    owner = next((token for token in phrase.children() if token.dep == "nmod:poss"), None)
    if owner is None or owner.tag == "PRP$":
        return owner is not None and owner.text.lower() in _LEADERS_OWN
    found = next(iter(phrase.discourse.within(owner.start, owner.end)), None)
    is_leader = found is not None and found.role is not None and (found.kind == "title" or found.role.sector in _ARMED)
    return is_leader or (owner.tag.startswith("NNP") and (found is None or bool(found.actors)))


def _inner(before: list[ActorMention]) -> RoleWord | None:
    """The role noun before the head that tells the side: "rebel" of "rebel positions"."""
    found = next((m.role for m in reversed(before) if m.kind == "noun" and m.role is not None), None)
    return found if found is not None and found.sector not in ("CVL", "UNK") and found.kind != "facility" else None


def _side(role: RoleWord, inner: RoleWord | None) -> RoleWord:
    """The word that decides whose side it is: "rebel forces" are rebels, "army base" is the army, "police officers" police."""
    if inner is None:
        return role
    if inner.sector == "GOV" and role.sector in _ARMED:
        return replace(role, sector="MIL", stands_for="forces")
    return inner if role.kind in ("generic", "facility", "asset", "group") or role.sector in _ARMED else role


def _owner(
    phrase: Phrase, role: RoleWord, side: RoleWord, group: Actor | None, nations: list[str], is_modified: bool
) -> tuple[Actor | None, str | None]:
    """(group, country) that a role noun belongs to."""
    iso3 = nations[-1] if nations else group.iso3 if group is not None else None
    if iso3 is None and role.kind != "facility":
        iso3 = country_behind(phrase)
    if not is_modified and iso3 is None and group is None and side.sector in _OWNED:
        group, iso3 = shared_owner(phrase)
    is_anywhere = side.sector in _STATELESS or (side.sector == "GOV" and not _is_of_others(phrase, role))
    if iso3 is None and group is None and is_anywhere and role.kind in ("person", "group"):
        iso3 = located(phrase)
    return group, iso3


def _owned(discourse: Discourse, role: RoleWord, side: RoleWord, group: Actor | None, iso3: str | None) -> Actor | None:
    """The actor that a noun with an owner stands for: the group itself, or the owner's forces, police, government."""
    if group is not None and side.sector in _OWNED and not group.is_government:
        return group
    if iso3 is None:
        return None
    stands_for = "government" if role.word in _CIVIL_PLACES | _COUNTRIES or role.word == "leader" else side.stands_for
    if stands_for == "rebels":
        return _described(discourse, role.word, iso3)
    if role.kind == "generic" and side is role:
        return group if role.word in _COUNTRIES else None
    return institution(iso3, stands_for) if stands_for in _OFFICIAL else None


# ------------------------------------------------------------------------------------------------ without an owner
def _described(discourse: Discourse, words: str, iso3: str | None = None) -> Actor | None:
    """The actor that a description means in a text about its country: one valid row, or none."""
    valid = [row for row in described_actors().get(words, ()) if row.is_valid(discourse.day)]
    wanted = [row for row in valid if (row.iso3 == iso3 if iso3 else row.iso3 in discourse.countries)]
    if len({row.name for row in wanted}) > 1:
        most = max(discourse.countries.get(row.iso3 or "", 0) for row in wanted)
        wanted = [row for row in wanted if discourse.countries.get(row.iso3 or "", 0) == most]
    return wanted[0] if len({row.name for row in wanted}) == 1 else None


def _topical(phrase: Phrase, mention: ActorMention, role: RoleWord, side: RoleWord) -> Actor | None:
    """What the actor table says a description means here, else the institution of the country that the text is about."""
    discourse, words = phrase.discourse, phrase.words()
    found = _described(discourse, words) or _described(discourse, discourse.text[mention.start : mention.end].lower())
    if found is not None:
        return found
    if words == "regime" or words.startswith(("regime ", "pro-regime ")):
        regime = _described(discourse, "regime")
        if regime is not None and regime.iso3:
            return institution(regime.iso3, "forces" if side.sector in _ARMED else "government")
    if role.sector == "IGO":
        return None  # mediators are of no side
    is_institution = role.word in _INSTITUTIONS or (_has_the(phrase) and role.kind != "facility")
    country = _scene(phrase) or discourse.topic
    country = None if _has_own_name(phrase, role) else country
    country = None if country in WITHOUT_FORCES and side.stands_for == "forces" else country
    if country is None or not is_institution or side.stands_for not in _OFFICIAL or _is_of_several(phrase, role):
        return None
    return institution(country, side.stands_for)


def bare_institution(phrase: Phrase) -> str:
    """Which institution of a country "the army" or "the police" is; empty for a phrase that says whose, or has no "the"."""
    mention = phrase.at_head
    role = mention.role if mention is not None else None
    if role is None or role.kind == "title" or role.word not in _INSTITUTIONS or _is_of_several(phrase, role):
        return ""
    return role.stands_for if phrase.has("the") and role.stands_for in _OFFICIAL else ""


def _is_person(word: str) -> bool:
    role = nouns().get(word)
    return word in titles() or (role is not None and role.kind == "person")


def _scene(phrase: Phrase) -> str | None:
    """The country in which the paragraph plays: after "In neighbouring Chad, …" the police are those of Chad. One that an earlier
    sentence names further on ("they had trained in Chad") is none."""
    text = phrase.discourse.text
    paragraph = text.rfind("\n", 0, phrase.token.start) + 1
    if ". " not in text[paragraph : phrase.token.start]:  # of an article that gives each sentence a paragraph, the one before
        paragraph = text.rfind("\n", 0, max(0, paragraph - 1)) + 1
    for mention in reversed(phrase.discourse.within(paragraph, phrase.token.start)):
        if mention.country is not None and mention.country.kind in ("name", "capital"):
            before = _STOP.split(text[paragraph : mention.start])[-1].lower().split()
            if len(before) > 1 and _is_person(before[-2]):
                continue  # "their negotiator in Havana said"
            is_here = not _STOP.search(text, mention.end, phrase.token.start) or before[0:1] == ["in"]
            if is_here and not _SCENE.isdisjoint(before[-_SCENE_WORDS:]):
                return mention.country.iso3
    return None


def _is_of_others(phrase: Phrase, role: RoleWord) -> bool:
    """ "Western diplomats in X" are not X's; the "foreign" of "foreign ministry" belongs to the name."""
    return any(phrase.has(word) and word not in role.word.split() for word in _NOT_THE_TOPIC)


def _is_of_several(phrase: Phrase, role: RoleWord) -> bool:
    """ "Western governments", "foreign troops", "both armies" are not the institution of one country."""
    return (phrase.is_plural and role.word in _ONE_A_COUNTRY) or _is_of_others(phrase, role)


def _has_own_name(phrase: Phrase, role: RoleWord) -> bool:
    """An army with a name that is no country's: "the Zapatista army"."""
    before = [t for t in phrase.children() if t.i < phrase.head and t.dep in ("compound", "amod") and t.i > phrase.core[0]]
    return role.sector == "MIL" and any(t.text[:1].isupper() and t.text.lower() not in _OF_THE_STATE for t in before)


def _has_the(phrase: Phrase) -> bool:
    return phrase.has("the", "its", "their")
