"""Who takes part in each event: canonical names, ids, codes and the words that stand there.

    cast_candidates(reading, candidates)     one tuple of participants a candidate: actors, recipients, supporters, claimants

Several phrases for one actor are one participant ("Turkey's posts came under fire, killing 12 Turkish soldiers"). Things and
places are no participants. An unknown group keeps its words as its name, with the best sector and no code.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.gazetteer.countries import country_of
from pipeline.lexicon.actors import Actor, institution
from pipeline.lexicon.words import word_class
from pipeline.records import Argument, Candidate, Claim, Participant, Reading
from pipeline.resolve.answers import answer
from pipeline.resolve.antecedents import antecedent_head
from pipeline.resolve.coreference import Resolver
from pipeline.resolve.full_names import with_full_names
from pipeline.resolve.introductions import read_discourse
from pipeline.resolve.nominal import WITHOUT_FORCES, Phrase, Referent
from pipeline.resolve.place_reading import is_in_person
from pipeline.resolve.tallies import PERSONAL
from pipeline.resolve.toll_items import Numbers, counted_items, read_numbers

UNNAMED = "(unnamed)"
_STEM = 4  # letters that a country and its adjective share
_ROLES = ("actor", "recipient", "supporter")
_PRONOUNS = frozenset(("it", "they", "he", "she"))
_OWN = frozenset(("it", "its", "they", "their", "them", "him", "his", "her"))
_CIVIL = frozenset("MED REL BUS JRN EDU LAB UNK".split())
_COURSES = frozenset("insurgency rebellion uprising revolt war conflict campaign offensive operation".split())
_PHYSICAL = frozenset(("ASSAULT", "DISPLACE"))


def cast_candidates(reading: Reading, candidates: tuple[Candidate, ...]) -> tuple[tuple[Participant, ...], ...]:
    """The participants of each candidate, by role in the order of the text. A claim without a speaker is "(unnamed)"."""
    resolver = Resolver(reading, read_discourse(reading.document))
    numbers = read_numbers(reading)
    casts = with_full_names(reading.document.text, [_cast(resolver, numbers, candidate) for candidate in candidates])
    return tuple(answer(reading, candidates, casts))


def _cast(resolver: Resolver, numbers: Numbers, candidate: Candidate) -> tuple[Participant, ...]:
    out: list[Participant] = []
    for role in _ROLES:
        given = (*candidate.role(role), *_counted(resolver, numbers, candidate, role))
        arguments = [a for a in dict.fromkeys(given) if not _is_place(resolver, candidate, role, a)]
        referents = [r for a in arguments for r in _referents(resolver, candidate, role, a)]
        out += _participants(resolver, role, _joined(resolver, referents))
    out = _apart(out) if candidate.event_type in ("ASSAULT", "CONSULT") else _but_itself(out)
    for role, is_relay in (("claimant", False), ("relay", True)):
        speakers = {
            p.name: p for c in reversed(candidate.modality.claims) if c.is_relay is is_relay for p in [_speaker(resolver, c)]
        }
        out += [replace(p, role=role, position=n) for n, p in enumerate(reversed(speakers.values()))]
    return tuple(out)


def _but_itself(participants: list[Participant]) -> list[Participant]:
    """Without a recipient that is only a pronoun or a country's name read as the actor: a bloc that "suspended its membership"
    did so to another, a government "imposed a curfew in Chad" on nobody told."""
    doers = {p.name for p in participants if p.role == "actor"}
    return [p for p in participants if p.role != "recipient" or p.name not in doers or not _is_mere(p.text)]


def _is_mere(words: str) -> bool:
    return words.lower() in _OWN or country_of(words) is not None


def _apart(participants: list[Participant]) -> list[Participant]:
    """Nobody attacks himself: "regime fire" on Turkish posts is not Turkey's. Who was only guessed from what the text is about
    keeps the words; a pronoun is no guess: with it, the other is one ("it shot down 20 of the drones")."""
    said = {p.name for p in participants if p.role == "actor" and p.text.lower() in _PRONOUNS}
    participants = [p for p in participants if p.role != "recipient" or p.name not in said or _names(p.text, p.name)]
    hit = {p.name for p in participants if p.role == "recipient"}
    return [
        replace(p, name=p.text, actor_id=None, code=None, iso3=None)
        if p.role == "actor" and p.name in hit and not _names(p.text, p.name)
        else p
        for p in participants
    ]


def _names(words: str, name: str) -> bool:
    """The words share one with the name, or its beginning: "Turkey", "Turkish Armed Forces"."""
    return any(one[:_STEM] == other[:_STEM] for one in words.lower().split() for other in name.lower().split())


def _counted(resolver: Resolver, numbers: Numbers, candidate: Candidate, role: str) -> list[Argument]:
    """The people whom an event counts on one side: all of a list, also where the tree broke it up."""
    tolls = [toll for toll in candidate.tolls if toll.whose == role and toll.kind in PERSONAL]
    found = [(toll, item) for toll in tolls for item in counted_items(resolver.reading, numbers, candidate, toll)]
    return [Argument(toll.argument.sentence, item.noun) for toll, item in found if len(found) > 1]


def _referents(resolver: Resolver, candidate: Candidate, role: str, argument: Argument) -> list[Referent]:
    """Who fills a role by one argument: its referent; in speech acts, a thing stands for its owner."""
    found = resolver.referent(argument)
    may_own = role == "recipient" or (role == "actor" and candidate.is_speech_act)  # "the U.S. mission in Yemen accused …"
    if found is None and may_own and candidate.event_type not in _PHYSICAL:
        found = resolver.owner(argument)
    if found is None or (role == "recipient" and _is_ground(resolver, candidate, argument, found)):
        return []
    if role == "actor" and candidate.event_type == "ASSAULT":
        if _is_where(resolver, argument, found):
            return []
        if _is_course(resolver, argument):
            owner = resolver.owner(argument)
            return [owner] if owner is not None and owner.is_known else []
        found = _forces_of(resolver, argument, found)
    return [*(replace(found, actor=actor, others=()) for actor in found.others), found]


def _is_ground(resolver: Resolver, candidate: Candidate, argument: Argument, found: Referent) -> bool:
    """A nation's village or territory that is attacked is where it happens; nobody's government is hit there. So is a hospital
    or a church; a police post is the police's."""
    tree = resolver.reading.trees[argument.sentence]
    if tree is None or candidate.event_type not in _PHYSICAL:
        return False
    lemma = tree.tokens[argument.head].lemma.lower()
    last = resolver.reading.document.text[found.start : found.end].split()[-1:]  # "Santa Maria church", headed by "Santa"
    is_building = (
        any(word.lower() in word_class("facility") for word in (lemma, *last))
        and not found.is_known
        and found.actor.sector in _CIVIL
    )
    return is_building or (lemma in word_class("land") and found.actor.is_government)


def _is_course(resolver: Resolver, argument: Argument) -> bool:
    """A war or insurgency that "has killed thousands" is nobody; its owner is somebody: "the group's insurgency"."""
    tree = resolver.reading.trees[argument.sentence]
    return tree is not None and tree.tokens[argument.head].lemma.lower() in _COURSES


def _is_where(resolver: Resolver, argument: Argument, found: Referent) -> bool:
    """An unknown name before an event noun is a place rather than who did it: "the Yelwata massacre"."""
    tree = resolver.reading.trees[argument.sentence]
    is_before = tree is not None and tree.tokens[argument.head].dep == "compound" and tree.tokens[argument.head].tag == "NNP"
    return is_before and found.kind == "name" and not found.is_known


def _forces_of(resolver: Resolver, argument: Argument, found: Referent) -> Referent:
    """A nation's attack, "Russian air strikes", is its armed forces'; of a nation without any it is only that nation's."""
    tree = resolver.reading.trees[argument.sentence]
    is_nation = tree is not None and tree.tokens[argument.head].dep in ("amod", "compound") and found.actor.is_government
    if not is_nation or found.actor.iso3 is None:
        return found
    if found.actor.iso3 in WITHOUT_FORCES:
        words = resolver.reading.document.text[found.start : found.end]
        return replace(found, actor=Actor(words, "", f"{found.actor.iso3}UNK", "UNK", found.actor.iso3), kind="group")
    return replace(found, actor=institution(found.actor.iso3, "forces") or found.actor, kind="group")


def _joined(resolver: Resolver, referents: list[Referent]) -> list[Referent]:
    """Bare nouns that one phrase coordinates are one party: "militants and terrorist groups", "women and children"."""
    out: list[Referent] = []
    text = resolver.reading.document.text
    for referent in referents:
        last = out[-1] if out else None
        if last is not None and _is_bare(last) and _is_bare(referent) and text[last.end : referent.start].strip() == "and":
            name = f"{last.actor.name} and {referent.actor.name}"
            sector = last.actor.sector if last.actor.sector == referent.actor.sector else "REB"
            if last.actor.sector == referent.actor.sector or {last.actor.sector, referent.actor.sector} <= {"REB", "UAF"}:
                out[-1] = replace(last, actor=Actor(name, "", "", sector, None), end=referent.end)
                continue
        out.append(referent)
    return out


def _is_bare(referent: Referent) -> bool:
    """Only words, of nobody's country, and in the plural."""
    return not referent.is_known and referent.actor.iso3 is None and referent.is_plural and referent.kind != "name"


def _participants(resolver: Resolver, role: str, referents: list[Referent]) -> list[Participant]:
    """One participant a name, at its first words; a name that another one specifies is not repeated."""
    first: dict[str, Referent] = {}
    for referent in referents:
        first.setdefault(referent.actor.name, referent)
    return [_participant(resolver, role, n, referent) for n, referent in enumerate(first.values())]


def _participant(resolver: Resolver, role: str, position: int, referent: Referent) -> Participant:
    actor, text = referent.actor, resolver.reading.document.text
    return Participant(
        role=role,
        position=position,
        name=actor.name,
        actor_id=actor.actor_id or None,
        code=actor.code or None,
        iso3=actor.iso3,
        sector=actor.sector or None,
        text=text[referent.start : referent.end],
        start=referent.start,
        end=referent.end,
    )


def _speaker(resolver: Resolver, claim: Claim) -> Participant:
    """The claimant of a claim; a pronoun that stands for nobody known is unnamed, and so is a bare "report"."""
    referent = None
    if claim.speaker is not None:
        referent = resolver.referent(claim.speaker) or resolver.owner(claim.speaker) or _in_words(resolver, claim.speaker)
    if referent is not None:
        return _participant(resolver, "claimant", 0, referent)
    words = resolver.reading.document.text[claim.start : claim.end]
    return Participant("claimant", 0, UNNAMED, None, None, None, "UNK", words, claim.start, claim.end)


def _in_words(resolver: Resolver, speaker: Argument) -> Referent | None:
    """A speaker whom no table knows, by his words: whoever speaks is somebody ("the emergency room said")."""
    tree = resolver.reading.trees[speaker.sentence]
    token = tree.tokens[speaker.head] if tree is not None else None
    if tree is None or token is None or not token.tag.startswith("NN") or token.lemma.lower() in word_class("reporting_nouns"):
        return None
    phrase = Phrase(resolver.discourse, tree, speaker.head)
    start, end = phrase.span
    return Referent(phrase.worded("UNK", None), "group", phrase.is_plural, start=start, end=end)


def _is_place(resolver: Resolver, candidate: Candidate, role: str, argument: Argument) -> bool:
    """A town, region or capital that is hit is where it happens, not who is hit; a country that is attacked is a party.
    Neither is a time expression anybody."""
    tree = resolver.reading.trees[argument.sentence]
    if tree is None:
        return True
    token = tree.tokens[antecedent_head(tree, argument.head)]
    mention = next((m for m in resolver.discourse.within(token.start, token.end)), None)
    if mention is not None and mention.country is not None:
        is_capital = mention.country.kind == "capital"
        return is_capital and role == "recipient" and candidate.event_type in _PHYSICAL
    if mention is not None or token.text in resolver.discourse.acronyms:
        return False
    reading = resolver.reading
    if any(t.start <= token.start < t.end for t in reading.times):
        return True
    return any(
        p.start <= token.start < p.end + len(p.detail.noun) + 1
        and p.start >= tree.sentence.start  # "… of Borno State. They …"
        and p.kind not in ("country", "demonym")
        and not is_in_person(tree, p.start, p.end)
        for p in reading.places
    )
