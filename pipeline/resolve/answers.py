"""Whom an answer is for that names only the deed: "France dismissed the decision", "Cairo rejected the step", "They refused".

The deed was told before. Its doer is who is rejected, blamed or praised, by the kind of deed that the noun says ("the charge" is
an accusation, "the drills" are exercises); a noun for any deed ("the move") means the last one. What says more of the deed than
that it is known ("the decision to leave") is not looked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.find import syntax
from pipeline.find.verdicts import is_definite
from pipeline.records import Argument, Candidate, Participant, Reading

REACH = 3  # sentences back
_ANSWERS = frozenset(("REJECT", "ACCUSE", "SUPPORT", "CONCEDE"))
_KINDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("accusation charge allegation criticism complaint remark comment claim".split(), ("ACCUSE", "REJECT")),
    **dict.fromkeys("demand call appeal request plea invitation ultimatum petition".split(), ("REQUEST", "THREATEN")),
    **dict.fromkeys("offer proposal pledge promise initiative plan".split(), ("AGREE", "REQUEST", "CONSULT", "COOPERATE")),
    **dict.fromkeys("threat warning".split(), ("THREATEN", "ACCUSE", "REQUEST")),
    **dict.fromkeys("attack raid strike shelling bombing assault killing airstrike ambush shooting coup".split(), ("ASSAULT",)),
    **dict.fromkeys("flight drill exercise manoeuvre maneuver deployment buildup build-up".split(), ("MOBILIZE", "COOPERATE")),
    **dict.fromkeys("test launch".split(), ("MOBILIZE",)),
    **dict.fromkeys("sanction embargo expulsion tariff".split(), ("SANCTION",)),
    **dict.fromkeys("arrest detention ban curfew crackdown seizure closure".split(), ("COERCE", "SANCTION")),
    **dict.fromkeys("protest rally strike march boycott".split(), ("PROTEST",)),
    **dict.fromkeys("deal agreement accord truce ceasefire pact visit meeting talk release withdrawal".split(), (
        "AGREE", "CONSULT", "RETREAT", "COOPERATE",
    )),
}  # fmt: skip
_ANY_DEED = frozenset(
    "decision move step action measure decree announcement statement declaration act ruling verdict order law bill vote"
    " referendum resolution motion development gesture operation result incident provocation it this that".split()
)
_DEATHS = frozenset(("killing", "murder", "assassination", "massacre", "execution"))
_SPOKEN_TO = ("REQUEST", "AGREE", "THREATEN")  # what is refused where nothing is named
_REFUSING = frozenset("refuse decline reject".split())

Cast = tuple[Participant, ...]


def answer(reading: Reading, candidates: Sequence[Candidate], casts: Sequence[Cast]) -> list[Cast]:
    """The casts, those of an answer to a deed told before with the doers of that deed as recipients."""
    out = list(casts)
    for n, candidate in enumerate(candidates):
        if candidate.event_type not in _ANSWERS or any(p.role == "recipient" for p in out[n]):
            continue
        kinds = _answered(reading, candidate)
        doers = _doers(candidates, out, n, kinds, _is_death(reading, candidate)) if kinds is not None else ()
        out[n] = (*out[n], *(replace(p, role="recipient", position=i, is_inherited=True) for i, p in enumerate(doers)))
    return out


def _answered(reading: Reading, candidate: Candidate) -> tuple[str, ...] | None:
    """The event types that the deed may be of, empty for any; None where the answer is to no deed told before."""
    tree = reading.trees[candidate.sentence]
    if tree is None or not candidate.heads:
        return None
    about = candidate.role("topic")
    head = candidate.heads[0].head
    if not about:
        has_object = syntax.first(tree, head, "obj", "ccomp", "xcomp", "obl") is not None
        is_bare = not has_object and tree.tokens[head].lemma.lower() in _REFUSING
        return _SPOKEN_TO if is_bare else None
    return next((kinds for one in about if (kinds := _kinds_of(reading, one)) is not None), None)


def _kinds_of(reading: Reading, about: Argument) -> tuple[str, ...] | None:
    tree = reading.trees[about.sentence]
    token = tree.tokens[about.head] if tree is not None else None
    if tree is None or token is None:
        return None
    noun = token.lemma.lower()
    if noun not in _KINDS and noun not in _ANY_DEED:
        return None
    says_more = syntax.first(tree, about.head, "nmod", "acl", "acl:relcl", "nmod:poss", "compound", "amod") is not None
    is_pronoun = token.tag in ("PRP", "DT")
    if says_more or not (is_pronoun or is_definite(tree, about.head)):
        return None
    return _KINDS.get(noun, ())


def _is_death(reading: Reading, candidate: Candidate) -> bool:
    """ "The killing": not an attack that killed nobody."""
    trees = ((reading.trees[one.sentence], one.head) for one in candidate.role("topic"))
    return any(tree is not None and tree.tokens[head].lemma.lower() in _DEATHS for tree, head in trees)


def _doers(
    candidates: Sequence[Candidate], casts: Sequence[Cast], n: int, kinds: tuple[str, ...], is_death: bool
) -> tuple[Participant, ...]:
    """Who did the deed of one of these kinds that was told last, by somebody else than who answers."""
    own = {p.name for p in casts[n] if p.role == "actor"}
    for m in range(n - 1, -1, -1):
        before = candidates[m]
        if candidates[n].sentence - before.sentence > REACH:
            return ()
        doers = tuple(p for p in casts[m] if p.role == "actor")
        is_kind = not kinds or before.event_type in kinds
        is_kind = is_kind and (not is_death or any(toll.kind == "killed" for toll in before.tolls))
        if is_kind and doers and own and own.isdisjoint(p.name for p in doers):
            return doers
    return ()
