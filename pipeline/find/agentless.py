"""Dead and damage that nobody is said to have caused, or that nature caused: an act of violence, or a disaster?

"Twelve people were killed" names no cause. It is an ASSAULT unless the article tells more of disasters (earthquakes, storms,
crashes) than of violent acts; then the result is rejected as `agentless`.
"""

from __future__ import annotations

import itertools
import re
from functools import cache

from pipeline.find import arguments, syntax
from pipeline.find.match import Match
from pipeline.lexicon.inflect import inflect
from pipeline.lexicon.words import word_class
from pipeline.records import Candidate, Tree

_WORD = re.compile(r"[^\W\d_]+")
CRASHING = frozenset(("crash", "collide", "overturn", "derail", "capsize", "plunge", "skid"))
CRAFT = frozenset("helicopter plane aircraft jet airliner bus truck lorry car train boat ferry ship vehicle minibus van".split())
DAMAGE_MODES = frozenset(("destroy", "bodies-found"))


def is_natural(tree: Tree, match: Match) -> bool:
    """An earthquake, a storm or an illness does it: as its subject, as "they" after one in the same sentence, or in the
    clause whose result it is ("the house collapsed in the quake, killing two")."""
    if match.frame.event_type not in ("ASSAULT", "COERCE"):
        return False
    subjects = [arguments.deep_subject(tree, head) for head in match.heads if syntax.is_verbal(tree.tokens[head])]
    doers = match.role("actor") or [i for i in subjects if i is not None]
    if any(_is_disaster(tree, doer) for doer in doers):
        return True
    verbs = (h for h in match.heads if h and syntax.is_verbal(tree.tokens[h]))
    if any(tree.tokens[h - 1].text.lower() in disaster_forms() for h in verbs):
        return True  # whatever the tree makes of "Hours after a strong earthquake hit the town"
    is_consequence = tree.tokens[match.head].dep == "advcl" and tree.tokens[match.head].tag == "VBG"
    return is_consequence and (_is_of_disaster(tree, match.head) or _is_of_crash(tree, match))


def _is_of_crash(tree: Tree, match: Match) -> bool:
    """ "A helicopter crashed, killing five", and nothing that brought it down is told: one event, and no attack."""
    above = itertools.islice(syntax.ancestors(tree, match.head), 2)  # "crashed after its engine failed, killing five"
    crash = next((i for i in above if tree.tokens[i].lemma.lower() in CRASHING), None)
    subject = arguments.surface_subject(tree, crash) if crash is not None else None
    if crash is None or subject is None or tree.tokens[subject].lemma.lower() not in CRAFT:
        return False
    return match.heads == (match.head,) and not syntax.cased(tree, crash, frozenset(("into",)))


def _is_of_disaster(tree: Tree, participle: int) -> bool:
    """The clause that a participle goes on with tells of a disaster."""
    verb = tree.tokens[participle].head
    beside = (c for c in tree.children[verb] if tree.tokens[c].dep in ("nsubj", "nsubj:pass", "obl"))
    return any(_is_disaster(tree, c) for c in beside)


def _is_disaster(tree: Tree, doer: int) -> bool:
    """A word for a disaster, also in a name ("Hurricane Ana"), or a pronoun for one before it."""
    token = tree.tokens[doer]
    if token.tag == "PRP" and token.text.lower() in ("it", "they"):
        before = (t for t in tree.tokens[:doer] if t.dep.startswith("nsubj"))
        return any(t.text.lower() in disaster_forms() for t in before)
    if token.lemma.lower() in ("fire", "blaze") and _is_of_itself(tree, doer):
        return True
    name = [doer, *(c for c in tree.children[doer] if tree.tokens[c].dep in ("flat", "compound", "nmod:desc"))]
    return any(tree.tokens[i].text.lower() in disaster_forms() for i in (name if token.tag.startswith("NNP") else [doer]))


def _is_of_itself(tree: Tree, fire: int) -> bool:
    """ "A fire in a hotel": of no weapon, from nobody and set by nobody."""
    own = tree.children[fire]
    is_one = any(tree.tokens[c].text.lower() in ("a", "the") for c in own)
    is_shot = any(tree.tokens[c].dep in ("compound", "amod", "nmod:poss", "acl") for c in own)
    return is_one and not is_shot and not any(syntax.case_of(tree, c) in ("from", "by") for c in own)


@cache
def disaster_forms() -> frozenset[str]:
    """The inflected forms of the words for disasters, in lower case."""
    return frozenset(form for lemma in word_class("disaster_report") for form in inflect(lemma))


def is_causeless(candidate: Candidate) -> bool:
    """A result of violence without an actor and without the act that caused it; a place taken from nobody,
    or cut off by nobody."""
    is_damage = candidate.mode in DAMAGE_MODES or (candidate.is_result and not candidate.mode)
    if candidate.mode == "capture" and not candidate.role("recipient"):  # control that is taken from nobody
        return True
    if candidate.mode == "siege":
        return not candidate.role("actor")
    return candidate.event_type == "ASSAULT" and is_damage and not candidate.role("actor")


def is_disaster_report(text: str, candidates: list[Candidate]) -> bool:
    """The article tells more of disasters than of violent acts."""
    acts = sum(c.event_type == "ASSAULT" and not is_causeless(c) for c in candidates)
    forms = disaster_forms()
    return sum(word in forms for word in _WORD.findall(text.lower())) > acts


def split_causeless(text: str, candidates: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The candidates to keep, and the causeless ones of a report on a disaster."""
    if not any(map(is_causeless, candidates)) or not is_disaster_report(text, candidates):
        return candidates, []
    return [c for c in candidates if not is_causeless(c)], [c for c in candidates if is_causeless(c)]
