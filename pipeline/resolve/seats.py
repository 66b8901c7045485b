"""Where a state's institution sits ("the government in Zagreb", "officials in Khartoum"): it tells whose it is, not where."""

from __future__ import annotations

from pipeline.find.syntax import case_of
from pipeline.lexicon.actors import nouns, titles
from pipeline.records import Argument, Candidate, Tree
from pipeline.resolve.clauses import is_reporting

_AT_SEAT = frozenset(("in", "inside"))
_OF_STATE = frozenset(("GOV", "LEG", "JUD"))
_HOUSES = frozenset("government ministry parliament cabinet junta regime presidency administration legislature assembly".split())
_TELLING = frozenset("describe recount recall speak tell relate".split())
_LEADERS = frozenset(("leader", "leaders"))
_OF_MANY_STATES = frozenset(("brussels", "geneva"))  # officials there are mostly of the EU, NATO or the United Nations


def is_of_state(word: str) -> bool:
    """The noun is a state's institution or its people: "ministry", "officials", "lawmakers"."""
    role = nouns().get(word.lower()) or titles().get(word.lower())
    return word.lower() in _LEADERS or (role is not None and role.sector in _OF_STATE)


def is_house(title: str) -> bool:
    """A title that is an institution rather than a person: "defence ministry", "ministry of defence"."""
    return not _HOUSES.isdisjoint(title.split())


def tells_state(capital: str) -> bool:
    """Institutions that sit in a capital of this name are mostly those of its country."""
    return capital.lower() not in _OF_MANY_STATES


def is_seat(tree: Tree, candidate: Candidate, sentence: int, place: int) -> bool:
    """Whether a place is only where the one sits who speaks or, of a government or a ministry, who acts."""
    token = tree.tokens[place]
    noun = tree.tokens[token.head]
    owner = tree.tokens[noun.head] if noun.dep == "nmod" and case_of(tree, noun.i) in ("for", "of") else noun
    is_of_actor = any(Argument(sentence, t.i) in candidate.role("actor") for t in (noun, owner))
    if token.dep != "nmod" or case_of(tree, place) not in _AT_SEAT or not is_of_actor:
        return False
    is_word = candidate.is_speech_act or candidate.event_type == "AGREE"
    return noun.lemma.lower() in _HOUSES or (is_word and is_of_state(noun.text))


def is_of_speaker(tree: Tree, clause: int) -> bool:
    """Whether a clause only tells of who says the sentence: "survivors who reached X described killings"."""
    told = tree.tokens[clause]
    speaker = tree.tokens[told.head]
    is_said = is_reporting(tree.tokens[speaker.head]) or tree.tokens[speaker.head].lemma.lower() in _TELLING
    return told.dep in ("acl:relcl", "acl") and speaker.dep == "nsubj" and is_said
