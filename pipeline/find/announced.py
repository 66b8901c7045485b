"""A deed that is only announced is an act of speech: a promise, a refusal or a threat (codebook sections 1 and 8).

    "will visit Monday, will release"     AGREE      a meeting or drill with a day is `planned`; a promise occurred when made
    "will not leave", "would not accept"  REJECT
    "will boycott, will close, will hit"  THREATEN   with the mode of what is threatened
    "will rally on 20 May"                stays PROTEST, planned: a day is set
    "will send more troops"               stays MOBILIZE, planned
    "ordered his troops to attack"        stays ASSAULT, planned
What an AGREE, REQUEST, REJECT or THREATEN is about ("agreed to hold talks", "demanded a withdrawal") is its content, no event.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

from pipeline.find import arguments, syntax
from pipeline.find.match import Match
from pipeline.find.verdicts import Verdict, is_definite, lemma
from pipeline.lexicon.words import word_class
from pipeline.records import Tree

PROMISES = frozenset(("CONSULT", "AID", "RETREAT", "CONCEDE", "COOPERATE", "SUPPORT", "AGREE"))
MENACES = frozenset(("SANCTION", "COERCE", "PROTEST", "ASSAULT"))
REFUSABLE = PROMISES | {"MOBILIZE"}
CALLED = frozenset(("demo", "strike"))  # what people are called to join on a day
THREAT_MODES = {
    "PROTEST": "restrict", "SANCTION": "relations", "ASSAULT": "violence", "COERCE": "restrict",
    "COERCE/arrest": "arrest", "COERCE/deport": "expel", "SANCTION/expel": "expel", "COERCE/seize": "territory",
}  # fmt: skip
CONTENT_REASONS = {
    "REQUEST": "obligation",
    "THREATEN": "possible",
    "REJECT": "possible",
    "AGREE": "possible",
    "CONCEDE": "possible",
}
EARLIER = frozenset(("after", "before", "following"))
DISCUSSING = frozenset(("discuss", "debate"))
MAX_STEPS = 3  # governors between the content and the act, coordination not counted
CONTENT_RELATIONS = frozenset(("xcomp", "ccomp", "obj", "advcl", "acl", "nmod", "obl", "nsubj:pass", "conj"))


class Act(NamedTuple):
    """What an announced deed counts as."""

    event_type: str
    mode: str
    status: str
    is_speech_act: bool


def announced(match: Match, verdict: Verdict, status: str, is_scheduled: bool) -> Act:
    """The type, mode and status of a deed as it is told; `is_scheduled` = with a day of its own."""
    kind, mode = match.frame.event_type, match.mode
    if verdict.is_ordered and not verdict.is_negated:
        return Act(kind, mode, "planned", match.frame.is_speech_act)
    if verdict.is_planned and verdict.is_negated:
        if kind == "REJECT":
            return Act(kind, mode, "occurred", True)
        if kind in REFUSABLE:
            return Act("REJECT", "", "occurred", True)
    elif verdict.is_planned and match.frame.is_negative and match.frame.is_speech_act:  # "we will not leave"
        return Act(kind, mode, "occurred", True)
    elif verdict.is_planned and verdict.condition == "unless":
        return Act("THREATEN", THREAT_MODES.get(kind, "relations"), "occurred", True)
    elif verdict.is_planned and kind == "REJECT":  # "said it would boycott the talks"
        return Act(kind, mode, "occurred", True)
    elif verdict.is_planned and mode == "ceasefire" and not match.role("actor") and is_scheduled:  # "will take effect on Sunday"
        return Act(kind, mode, "planned", False)
    elif verdict.is_planned and kind in PROMISES - {"AGREE"}:
        return Act("AGREE", "", "planned" if kind in ("CONSULT", "COOPERATE") and is_scheduled else "occurred", True)
    elif verdict.is_planned and mode in CALLED and is_scheduled:
        return Act(kind, mode, "planned", False)
    elif verdict.is_planned and kind in MENACES:
        return Act("THREATEN", THREAT_MODES.get(f"{kind}/{mode}", THREAT_MODES[kind]), "occurred", True)
    return Act(kind, mode, status, match.frame.is_speech_act)


def is_announcement(match: Match, verdict: Verdict) -> bool:
    """The announced deed counts as a promise, a refusal or a threat; a condition is then part of it ("will leave unless …")."""
    return announced(match, verdict, "planned", False).event_type in ("AGREE", "REJECT", "THREATEN")


def is_forecast(tree: Tree, match: Match, verdict: Verdict) -> bool:
    """Harm that is foreseen, and that nobody is said to do: "many will be hurt" is no threat; nor is what others expect of
    somebody a promise or a threat of his ("is expected to approve sanctions")."""
    verb = tree.tokens[match.heads[0]]
    is_expected = verb.dep == "xcomp" and lemma(tree, verb.head) == "expect" and arguments.is_passive(tree, verb.head)
    act = announced(match, verdict, "planned", True)
    if verdict.is_planned and act.status == "occurred" and (is_expected or is_plot(tree, match, act)):
        return True
    return verdict.is_planned and bool(match.tolls) and not match.role("actor") and arguments.is_passive(tree, match.head)


def is_plot(tree: Tree, match: Match, act: Act) -> bool:
    """What somebody is accused of planning: "charged with plotting to kill the king" tells no threat of his."""
    above = itertools.islice(syntax.ancestors(tree, match.heads[0]), MAX_STEPS)
    is_accused = any(syntax.is_verbal(tree.tokens[i]) and lemma(tree, i) in word_class("accuse") for i in above)
    return act.event_type == "THREATEN" and is_accused


def is_same_act(tree: Tree, match: Match, matches: list[Match]) -> bool:
    """An event noun that only completes a verb of the same type: "signed a deal", not "came after a raid that killed 13"; what
    marchers did as they marched: "waving flags"."""
    token = tree.tokens[match.heads[0]]
    governor, frame = token.head, match.frame
    is_manner = token.tag == "VBG" and token.dep == "advcl" and not syntax.dependents(tree, token.i, "mark")
    if frame.event_type == "PROTEST" and is_manner:
        return any(m.heads[0] == governor and (m.frame.event_type, m.mode) == ("PROTEST", match.mode) for m in matches)
    if token.dep in ("acl", "acl:relcl"):  # "shot down a missile fired from the coast"
        return any(governor in m.words and m.frame.outcome == "intercepted" for m in matches if m is not match)
    is_earlier = syntax.case_of(tree, token.i) in EARLIER and bool(match.roles or match.tolls)
    return not (syntax.is_verbal(token) or is_earlier) and any(
        governor in m.words and m.frame.event_type == frame.event_type for m in matches if m is not match
    )


def content_reason(tree: Tree, match: Match, matches: list[Match]) -> str:
    """Why a match is only what a speech act of the same sentence is about, "" when it is not."""
    heads = {w: m for m in matches for w in m.words if m is not match}
    child, steps = match.heads[0], 0
    while steps < MAX_STEPS:  # "agreed to hold talks on a ceasefire": the chain from ceasefire to agreed
        governor, dep = tree.tokens[child].head, tree.tokens[child].dep
        if governor == child or dep not in CONTENT_RELATIONS or (dep == "conj" and not shares_clause(tree, child)):
            return ""
        act = heads.get(governor) if dep != "conj" else None
        if act is not None and act.frame.event_type in CONTENT_REASONS:
            return "" if is_circumstance(tree, child) else CONTENT_REASONS[act.frame.event_type]
        if act is not None and is_discussed(tree, match, act, child):
            return "possible"
        child, steps = governor, steps + (dep != "conj")
    return ""


def is_discussed(tree: Tree, match: Match, talks: Match, child: int) -> bool:
    """A deed that talks are about: "discussed the release of hostages". A known attack they discuss because it happened."""
    is_object = tree.tokens[child].dep == "obj" and lemma(tree, tree.tokens[child].head) in DISCUSSING
    is_matter = is_object or syntax.case_of(tree, child) in ("on", "about", "over")
    if talks.frame.event_type != "CONSULT" or not is_matter or syntax.is_verbal(tree.tokens[match.heads[0]]):
        return False
    return match.frame.event_type in REFUSABLE - {"CONSULT"} or not (is_definite(tree, match.head) or match.tolls)


def shares_clause(tree: Tree, child: int) -> bool:
    """A coordinated noun or infinitive that has the same governor in meaning as the first one."""
    token = tree.tokens[child]
    return not syntax.is_verbal(token) or (token.tag in ("VB", "VBG") and syntax.first(tree, child, "nsubj", "aux") is None)


def is_circumstance(tree: Tree, child: int) -> bool:
    """The phrase or clause tells when, where or why, not what about: "after the attack", "when he visited"."""
    dep = tree.tokens[child].dep
    if dep in ("obl", "nmod"):
        return syntax.case_of(tree, child) in (
            "after",
            "before",
            "during",
            "since",
            "following",
            "in",
            "amid",
            "under",
            "despite",
            "from",
            "at",
        )
    return dep == "advcl" and not syntax.is_infinitive(tree, child)
