"""Who claims an attack as his own: that is no event, it names the doer, who says so himself (codebook section 8).

The Taliban claimed responsibility for the bombing of X    the Taliban did it, say the Taliban
an attack claimed by al-Shabab                             likewise
Rebels said they were behind the raid on the mine          likewise
the army denied any role in the raid                       the army did not do it, says the army
Islamic State claimed responsibility.                      the attack told before; also "for the attack", that names nothing new
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.find import arguments, syntax
from pipeline.find.edges import denying_verb
from pipeline.find.match import Marks, Match
from pipeline.find.modality import judge
from pipeline.find.verdicts import is_definite
from pipeline.lexicon.actors import nouns
from pipeline.lexicon.words import word_class
from pipeline.records import Argument, Candidate, Claim, Reading, Token, Tree

NOBODY = frozenset(("no", "nobody", "none", "neither"))
STEM = 4  # letters that a verb and its noun share: "bombed", "bombing"
REACH = 8  # sentences back to the attack that is claimed
OF_STATE = frozenset(("GOV", "MIL", "COP"))
NAMELESS = frozenset(("NN", "NNS"))


class Ownership(NamedTuple):
    """Somebody claims an attack: who, and the word that says so, as tokens of one sentence."""

    tree: Tree
    owner: int
    verb: int
    noun: str = ""  # what the attack is called, if it is named
    is_denied: bool = False  # he says that he did not do it

    @property
    def owners(self) -> tuple[Argument, ...]:
        """All who claim it."""
        return tuple(Argument(self.tree.sentence.index, i) for i in syntax.conjuncts(self.tree, self.owner))

    @property
    def claim(self) -> Claim:
        """Their word for it."""
        index, token = self.tree.sentence.index, self.tree.tokens[self.verb]
        own = Argument(index, self.owner)
        return Claim(own, None, token.start, token.end, self.is_denied, is_of_author=True)  # its day is not the deed's


def ownership_of(tree: Tree, noun: int) -> Ownership | None:
    """Who claims the attack that an event noun names; None if nobody does."""
    if syntax.case_of(tree, noun) == "behind":
        being = noun if syntax.first(tree, noun, "cop") is not None else tree.tokens[noun].head
        return _owned(tree, being, arguments.surface_subject(tree, being), noun) if _is_own_word(tree, being) else None
    verb = next((v for v in _claiming_verbs(tree, noun) if _is_owning(tree, v)), None)
    return None if verb is None else _owned(tree, verb, arguments.deep_subject(tree, verb), noun)


def denial_of(tree: Tree, noun: int) -> Ownership | None:
    """Who denies to have done what an event noun names: "denied responsibility for the attack"; None if nobody does."""
    verb = denying_verb(tree, noun)
    owner = arguments.deep_subject(tree, verb) if verb is not None else None
    return None if verb is None or owner is None else Ownership(tree, owner, verb, is_denied=True)


def only_denies(tree: Tree, match: Match, matches: Sequence[Match]) -> bool:
    """The word by which somebody denies a deed that is a row of its own."""
    acts = (other.head for other in matches if other.frame.event_type == "ASSAULT")
    return match.frame.event_type == "REJECT" and match.head in {denying_verb(tree, head) for head in acts}


def names_nothing_new(tree: Tree, match: Match, marks: Marks) -> bool:
    """ "The attack": a known one, without a victim, number or place of its own; a day behind it may be that of the claim
    ("claimed the attack on Sunday")."""
    if not is_definite(tree, match.head) or match.role("recipient") or match.tolls or syntax.is_verbal(tree.tokens[match.head]):
        return False
    inside = syntax.subtree(tree, match.head)
    return not any(i in marks.places or (i in marks.times and i < match.head) for i in inside)


def bare_claims(tree: Tree, marks: Marks) -> Iterator[Ownership]:
    """The claims of responsibility in a sentence that do not say for what."""
    owned = word_class("owned")
    for token in tree.tokens if not owned.isdisjoint(marks.words) else ():
        if token.lemma.lower() not in owned or not _is_owning(tree, token.head):
            continue
        if not syntax.cased(tree, token.i, frozenset(("for",))) and not arguments.adjuncts(tree, token.head, frozenset(("for",))):
            found = _owned(tree, token.head, arguments.deep_subject(tree, token.head))
            if found is not None:
                yield found


def give_owners(reading: Reading, candidates: Sequence[Candidate], claims: Sequence[Ownership]) -> list[Candidate]:
    """The candidates with each attack that somebody claims given to him: the last one before the claim whose doer has no name."""
    out = list(candidates)
    for claim in claims:
        n = meant_by(reading, out, claim)
        if n is not None:
            out[n] = own(out[n], claim)
    return out


def meant_by(reading: Reading, candidates: Sequence[Candidate], claim: Ownership) -> int | None:
    """The index of the attack that a claim is meant for; None if none was told: the last one told by the same word, else with
    victims, else the last. A sentence that only adds who was wounded is not the attack, where that was told before."""
    able = [n for n in reversed(range(len(candidates))) if _may_be_meant(reading, candidates[n], claim)]
    ranked = sorted(
        able,
        key=lambda n: (
            not _is_called(reading, candidates[n], claim.noun),
            _only_adds_wounded(candidates[n]),
            not candidates[n].tolls,
        ),
    )
    return ranked[0] if ranked else None


def _only_adds_wounded(candidate: Candidate) -> bool:
    """ "At least 20 people were wounded." """
    return candidate.is_result and {toll.kind for toll in candidate.tolls} == {"injured"}


def _is_called(reading: Reading, candidate: Candidate, noun: str) -> bool:
    """The attack is told by the word that names it later, or its verb: "attacked … the attack"."""
    told = reading.document.text[candidate.trigger_start : candidate.trigger_end].lower()
    return bool(noun) and noun[:STEM] in told


def own(candidate: Candidate, claim: Ownership) -> Candidate:
    """The candidate done by who claims it, on his word."""
    roles = tuple((role, who) for role, who in candidate.roles if role != "actor")
    modality = candidate.modality
    told = (*(c for c in modality.claims if c.speaker != claim.claim.speaker), claim.claim)  # who tells it comes first
    return replace(candidate, roles=(("actor", claim.owners), *roles), modality=replace(modality, claims=told))


def _claiming_verbs(tree: Tree, noun: int) -> Iterator[int]:
    """The verbs that may claim what a noun names: "claimed it", "it was claimed by", "claimed responsibility for it"."""
    governor = tree.tokens[noun].head
    participles = syntax.dependents(tree, noun, "acl", "acl:relcl")
    yield from (v for v in (governor, *participles) if tree.tokens[v].lemma.lower() == "claim" and _hits(tree, v, noun))
    if syntax.case_of(tree, noun) == "for":
        if tree.tokens[governor].lemma.lower() in word_class("owned"):
            yield tree.tokens[governor].head
        elif {tree.tokens[c].lemma.lower() for c in syntax.dependents(tree, governor, "obj", "nsubj:pass")} & word_class("owned"):
            yield governor


def _is_owning(tree: Tree, verb: int) -> bool:
    """ "Claimed (responsibility)", "took credit"."""
    lemma = tree.tokens[verb].lemma.lower()
    takes_credit = lemma == "take" and any(tree.tokens[c].lemma.lower() == "credit" for c in tree.children[verb])
    return takes_credit or lemma in word_class("owning")


def _hits(tree: Tree, verb: int, noun: int) -> bool:
    return verb != noun and syntax.is_verbal(tree.tokens[verb]) and arguments.deep_object(tree, verb) == noun


def _owned(tree: Tree, verb: int, owner: int | None, noun: int | None = None) -> Ownership | None:
    """The ownership, unless nobody claims it, or only may."""
    if owner is None or {t.text.lower() for t in _phrase(tree, owner)} & NOBODY:
        return None
    verdict = judge(tree, verb)
    if verdict.reason or verdict.is_negated or verdict.is_planned:
        return None
    return Ownership(tree, owner, verb, "" if noun is None else tree.tokens[noun].lemma.lower())


def _phrase(tree: Tree, head: int) -> Iterator[Token]:
    yield tree.tokens[head]
    yield from (tree.tokens[c] for c in tree.children[head] if c < head)


def _is_own_word(tree: Tree, verb: int) -> bool:
    """ "Said it was behind the raid": the subject of "said" says it of himself; not "is believed to be behind"."""
    token = tree.tokens[verb]
    subject = syntax.first(tree, verb, "nsubj")
    is_himself = subject is not None and tree.tokens[subject].text.lower() in ("it", "they", "he", "she", "we")
    return token.dep == "ccomp" and is_himself and tree.tokens[token.head].lemma.lower() in ("say", "claim", "announce", "admit")


def _may_be_meant(reading: Reading, candidate: Candidate, claim: Ownership) -> bool:
    """A real attack told shortly before a claim, its doer not named."""
    index = claim.tree.sentence.index
    if candidate.event_type != "ASSAULT" or candidate.modality.status not in ("occurred", "ongoing"):
        return False
    if not index - REACH <= candidate.sentence <= index or candidate.trigger_start > claim.tree.tokens[claim.verb].start:
        return False
    return all(_is_nameless(reading, a) for a in candidate.role("actor"))


def _is_nameless(reading: Reading, who: Argument) -> bool:
    """Common nouns only, none for the forces of a state: "gunmen", "a suicide bomber"."""
    tree = reading.trees[who.sentence]
    if tree is None:
        return True
    tokens = [tree.tokens[who.head], *(tree.tokens[c] for c in tree.children[who.head] if c < who.head)]
    known = nouns().get(tokens[0].text.lower())
    is_of_state = known is not None and known.sector in OF_STATE
    return tokens[0].tag in NAMELESS and not is_of_state and not any(t.tag.startswith("NNP") for t in tokens)
