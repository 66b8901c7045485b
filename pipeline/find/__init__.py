"""Find the events that a document tells: frames in trees, joined, judged and claimed. `Reading` in, `Candidate`s out.

speakers   whose quotation it is            match     frames and roles in one tree
merge      several words, one event         ellipsis  one verb, several events
modality   did it happen                    announced a deed that is only promised, refused or threatened
claims     who says so
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from pipeline.find import arguments, syntax
from pipeline.find.agentless import is_natural, split_causeless
from pipeline.find.announced import announced, content_reason, is_announcement, is_forecast, is_same_act
from pipeline.find.claims import claims_of
from pipeline.find.ellipsis import Part, parts_of
from pipeline.find.match import Marks, Match, match_tree
from pipeline.find.merge import is_series, is_worst, join
from pipeline.find.modality import judge, status_of
from pipeline.find.responsibility import (
    Ownership,
    bare_claims,
    denial_of,
    give_owners,
    meant_by,
    names_nothing_new,
    only_denies,
    own,
    ownership_of,
)
from pipeline.find.speakers import attribute
from pipeline.find.told_before import is_told_before
from pipeline.find.verdicts import Verdict, is_awaited, is_definite
from pipeline.lexicon.words import word_class
from pipeline.records import Argument, Candidate, Claim, Modality, PlaceMention, Reading, Rejected, TimeMention, Token, Toll, Tree

BARE_MODES = ("", "destroy")  # what a weapon does is told by its effect
TOOLS = (
    ("aerial", "aerial"),
    ("uav", "drone"),
    ("heavy", "heavy-weapons"),
    ("bomb", "explosives"),
    ("small_arms", "firearms"),
)  # word class → mode
ONE_SITE = frozenset(("headquarters", "barracks"))  # of one form, also of one building
FLYING = frozenset(("aerial", "drone"))  # "jets bombed the camp": the bombs came from the air
M = TypeVar("M", PlaceMention, TimeMention, Token)
_START = attrgetter("start")
STANDING = frozenset(("it", "they", "he", "she"))

ORDERED = frozenset(("ASSAULT", "RETREAT", "MOBILIZE", "COERCE", "AID"))
IN_YEARS_OF = 2  # steps from "violence" to "the deadliest raid in ten years of violence"


def hear(reading: Reading) -> Reading:
    """The reading with the speakers of its quotations."""
    return replace(reading, quotes=attribute(reading.document.text, reading.quotes, reading.sentences, reading.trees))


def find(reading: Reading) -> tuple[tuple[Candidate, ...], tuple[Rejected, ...]]:
    """The events of a document in text order, and what looked like one but is none, with the reason.

    Expects the quotations' speakers (`hear`). A sentence without a tree gives nothing.
    """
    candidates: list[Candidate] = []
    rejected: list[Rejected] = []
    owners: list[Ownership] = []
    for tree in reading.trees:
        if tree is None:
            continue
        marks = mark(tree, reading)
        owners += bare_claims(tree, marks)
        matches = join(tree, match_tree(tree, marks), marks)
        for match in (m for m in matches if not is_same_act(tree, m, matches)):
            verdict = verdict_on(tree, match)
            reason = refusal(tree, match, verdict, reading, marks) or content_reason(tree, match, matches)
            reason = reason or ("description" if only_denies(tree, match, matches) else "")
            owner = ownership_of(tree, match.head) if match.frame.event_type == "ASSAULT" else None
            is_known = owner is not None and reason in ("", "no_participant") and names_nothing_new(tree, match, marks)
            if owner is not None and is_known and meant_by(reading, candidates, owner) is not None:
                owners.append(owner)
                reason = "no_participant"
            denial = denial_of(tree, match.head) if match.frame.event_type == "ASSAULT" else None
            if denial is not None:
                owner, reason = denial, "" if reason in ("no_participant", "possible") else reason
            if reason:
                rejected.append(reject(reading, tree, match, reason))
            else:
                told = candidates_of(reading, tree, match, verdict, marks)
                candidates += told if owner is None else [own(one, owner) for one in told]
    candidates = give_owners(reading, candidates, owners)
    kept, causeless = split_causeless(reading.document.text, candidates)
    rejected += [drop(reading, candidate, "agentless") for candidate in causeless]
    return tuple(kept), tuple(rejected)


def mark(tree: Tree, reading: Reading) -> Marks:
    """What was tagged in one sentence, by token."""
    start, end = tree.sentence.start, tree.sentence.end
    places, times = within(reading.places, start, end), within(reading.times, start, end)
    return Marks(
        {t.i: p for p in places for t in within(tree.tokens, p.start, p.end)},
        frozenset(t.i for m in times for t in within(tree.tokens, m.start, m.end)),
        frozenset([*[t.text.lower() for t in tree.tokens], *[t.lemma.lower() for t in tree.tokens]]),
    )


def within(mentions: Sequence[M], start: int, end: int) -> Sequence[M]:
    """Those of some mentions or words in text order that begin in `[start, end)`."""
    first = bisect_left(mentions, start, key=_START)
    return mentions[first : bisect_left(mentions, end, lo=first, key=_START)]


def verdict_on(tree: Tree, match: Match) -> Verdict:
    """What the sentence says of a match's reality. "Reached no deal" denies it as "did not reach a deal" does; the negation of a
    frame that is negative itself is a part of its trigger."""
    head = event_head(tree, match)
    verdict = judge(tree, head)
    if head != match.head and tree.tokens[head].lemma.lower() in word_class("ordering") and match.frame.event_type in ORDERED:
        verdict = replace(verdict, is_planned=True, is_ordered=True)  # "ordered the release of 40 prisoners"
    if match.frame.is_negative:
        return replace(verdict, is_negated=False)
    told = [*(i for i in match.words if i != head), *syntax.dependents(tree, head, "obj")]
    has_none = any(tree.tokens[c].text.lower() == "no" for i in told for c in syntax.dependents(tree, i, "det"))
    return replace(verdict, is_negated=not verdict.is_negated) if has_none else verdict


def event_head(tree: Tree, match: Match) -> int:
    """The word whose clause says whether it happened: the light verb, else the trigger."""
    return (
        next((h for h in match.heads if syntax.is_verbal(tree.tokens[h])), match.head)
        if match.heads[0] != match.head
        else match.head
    )


def refusal(tree: Tree, match: Match, verdict: Verdict, reading: Reading, marks: Marks) -> str:
    """Why a match is no event, "" when it is one."""
    if tree.sentence.kind != "body":
        return "heading"
    if verdict.reason:
        return verdict.reason
    if verdict.is_ordered and verdict.is_negated:
        return "obligation"  # "were ordered not to fire"
    if verdict.condition and not is_announcement(match, verdict):
        return "conditional"
    if tree.tokens[-1].text == "?" or (len(tree.tokens) > 1 and tree.tokens[-2].text == "?"):
        return "possible"
    if is_forecast(tree, match, verdict):
        return "possible"
    if is_natural(tree, match):
        return "agentless"
    if is_attitude(tree, match):
        return "state"
    if is_reporter(tree, match, reading):
        return "description"
    if only_dates(tree, match):
        return "dating_only"
    if is_latest_of(tree, match) or is_background(tree, match) or is_standing(tree, match, marks):
        return "description"
    if verdict.is_negated and match.is_result and not verdict.is_planned and not is_denied(tree, match, reading):
        return "description"
    if is_bare(tree, match, reading, marks):
        return "no_participant"
    return ""


def is_denied(tree: Tree, match: Match, reading: Reading) -> bool:
    """Somebody denies it: the denied act is a row."""
    return any(claim.denied for claim in claims_over(tree, match, reading))


def is_attitude(tree: Tree, match: Match) -> bool:
    """A standing attitude in the simple present: "politicians that oppose it", "they support terrorism"; where a country
    lies: "Kenya occupies the east of the island"; what it takes others for: "the group, which Spain regards as terrorist"."""
    token = tree.tokens[match.head]
    if token.tag not in ("VBZ", "VBP"):
        return False
    if token.lemma.lower() in word_class("lie_on"):
        return syntax.first(tree, match.head, "aux") is None
    if token.lemma.lower() in word_class("opinion"):
        return token.dep.startswith("acl") or "terrorist" in text_below(tree, match.head)
    if token.lemma.lower() not in word_class("attitude"):
        return False
    subject = arguments.surface_subject(tree, match.head)
    is_standing = token.dep.startswith("acl") or (subject is not None and tree.tokens[subject].text.lower() in STANDING)
    return is_standing and syntax.first(tree, match.head, "aux") is None


def text_below(tree: Tree, verb: int) -> set[str]:
    """The lemmas of what stands beside a verb: its objects and complements."""
    return {tree.tokens[c].lemma.lower() for c in tree.children[verb]}


def is_reporter(tree: Tree, match: Match, reading: Reading) -> bool:
    """ "Diplomats I spoke to": the author's own talks, outside of any quotation."""
    doers = {tree.tokens[i].text.lower() for i in match.role("actor")}
    return match.frame.event_type == "CONSULT" and "i" in doers and not in_speech(tree, match, reading)


def is_latest_of(tree: Tree, match: Match) -> bool:
    """ "…, the latest in a string of attacks on officials", "in the deadliest raid since May": what kind of thing the told event
    is, or among which it stands ("the deadliest raid in ten years of violence")."""
    if syntax.is_verbal(tree.tokens[match.head]) or match.tolls:
        return False
    around = (match.head, *itertools.islice(syntax.ancestors(tree, match.head), IN_YEARS_OF))
    return is_series(tree, match.head) or any(is_worst(tree, i) for i in around)


def is_background(tree: Tree, match: Match) -> bool:
    """What came before a known event, told in the present: "the violence comes a month after …"."""
    verb = tree.tokens[match.heads[0]]
    is_light = verb.i != match.head and verb.tag in ("VBZ", "VBP") and verb.lemma.lower() in ("come", "follow")
    return is_light and not match.tolls and is_definite(tree, match.head)


def is_standing(tree: Tree, match: Match, marks: Marks) -> bool:
    """A participle that says where a force stands or what people are suspected of, without a day or an author: "forces stationed
    in the valley opened fire"."""
    token = tree.tokens[match.head]
    if token.dep != "acl" or token.tag not in ("VBN", "VBD") or token.lemma.lower() not in word_class("standing"):
        return False
    return not match.role("actor") and not any(i in marks.times for i in syntax.subtree(tree, match.head))


def only_dates(tree: Tree, match: Match) -> bool:
    """An event noun that is named to date another: "since the eruption of the war", "before the uprising"."""
    token = tree.tokens[match.head]
    if syntax.is_verbal(token) or match.role("actor") or match.tolls:
        return False
    chain = [match.head, *syntax.ancestors(tree, match.head)][:3]
    opening = (syntax.mark_of(tree, i) if syntax.is_verbal(tree.tokens[i]) else syntax.case_of(tree, i) for i in chain)
    case = next((word for word in opening if word not in ("", "of")), "")
    return case in ("since", "before", "until") or (case in ("during", "after") and token.lemma.lower() in word_class("era"))


def is_bare(tree: Tree, match: Match, reading: Reading, marks: Marks) -> bool:
    """An event noun with nobody, nowhere and no day: "attacks are a problem", "reported three deaths"."""
    has_victims = any(counted != match.head for _, counted, _ in match.tolls)
    if match.roles or has_victims or match.heads[0] != match.head or syntax.is_verbal(tree.tokens[match.head]):
        return False
    inside = syntax.subtree(tree, match.head)
    start, end = tree.tokens[inside[0]].start, tree.tokens[inside[-1]].end
    return not any(i in marks.places for i in inside) and not any(start <= t.start < end for t in reading.times)


def candidates_of(reading: Reading, tree: Tree, match: Match, verdict: Verdict, marks: Marks) -> list[Candidate]:
    """The candidates of one match: one, or one for each elliptical group of adjuncts."""
    index = tree.sentence.index
    first, last = min(match.words), max(match.words)
    claims = claims_over(tree, match, reading)
    is_dated = any(i in marks.times for h in match.heads for i in syntax.subtree(tree, h))
    is_scheduled = is_dated or is_awaited(tree, event_head(tree, match))
    act = announced(match, verdict, status_of(tree, event_head(tree, match), verdict), is_scheduled)
    base = Candidate(
        sentence=index,
        frame=match.frame.name,
        event_type=act.event_type,
        mode=mode_by_tool(tree, match, act.mode) if act.event_type == "ASSAULT" else act.mode,
        heads=tuple(Argument(index, h) for h in match.heads),
        trigger_start=tree.tokens[first].start,
        trigger_end=tree.tokens[last].end,
        ordinal=0,
        roles=tuple((role, tuple(Argument(index, i) for i in tokens)) for role, tokens in match.roles if tokens),
        tolls=tuple(toll_of(tree, toll) for toll in tolls_of(tree, match, verdict)),
        modality=Modality(
            "planned" if match.frame.is_planned and not verdict.is_negated else act.status,
            "",
            claims,
            in_speech(tree, match, reading),
        ),
        outcome=match.outcome or verdict.outcome,
        is_mutual=match.frame.is_mutual,
        is_speech_act=act.is_speech_act,
        is_plural=is_plural(tree, match),
        is_definite=is_told_before(tree, match),
        is_result=match.is_result,
    )
    parts = parts_of(tree, match, reading.times, marks)
    return [part_of(tree, base, part, n) for n, part in enumerate(parts)] or [base]


def tolls_of(tree: Tree, match: Match, verdict: Verdict) -> tuple[tuple[str, int, str], ...]:
    """The numbers that came about: none of a plan or a denied act; whom an attempt was to kill lives ("tried to assassinate")."""
    if verdict.is_planned or verdict.is_negated:
        return ()
    is_tried = verdict.outcome in ("failed", "unknown")
    return tuple(t for t in match.tolls if t[0] != "killed" or not is_tried or tree.tokens[t[1]].head != match.head)


def part_of(tree: Tree, whole: Candidate, part: Part, ordinal: int) -> Candidate:
    """One of the events that a trigger tells, with its own adjuncts and number."""
    index = tree.sentence.index
    one = replace(whole, ordinal=ordinal, adjuncts=tuple(Argument(index, i) for i in part.adjuncts) or None)
    if part.targets:
        return aimed_at(tree, one, part.targets[0], part.targets[1:])
    if part.counted is None:
        return one
    verb, number = tree.tokens[part.counted].head, Argument(index, part.counted)
    is_named = tree.tokens[part.counted].tag == "NNS"  # "three soldiers in Homs and two nurses in Hama"
    roles = tuple((role, (number,) if is_named and role == "recipient" else who) for role, who in whole.roles)
    tolls = tuple(replace(toll, argument=number) for toll in whole.tolls if tree.tokens[toll.argument.head].head == verb)
    return replace(one, roles=roles, tolls=tolls, heads=(*whole.heads, number))


def aimed_at(tree: Tree, whole: Candidate, target: int, others: tuple[int, ...]) -> Candidate:
    """The event with one of its targets: that one in place of the others, and the people harmed there."""
    index = tree.sentence.index
    away = {i for other in others if tree.tokens[other].dep == "conj" for i in syntax.subtree(tree, other)}
    own = set(syntax.subtree(tree, target)) if tree.tokens[target].dep == "conj" else None

    def is_own(argument: Argument) -> bool:
        return argument.sentence != index or (argument.head not in away and (own is None or argument.head in own))

    roles = []
    for role, who in whole.roles:
        aimed = [a._replace(head=target) if a.head in others else a for a in who]
        kept = tuple(dict.fromkeys(a for a in aimed if role != "recipient" or is_own(a)))
        roles += [(role, kept)] if kept else []
    tolls = tuple(toll for toll in whole.tolls if is_own(toll.argument))
    heads = tuple(h for h in whole.heads if is_own(h)) if own is None else whole.heads[:1]
    return replace(whole, roles=tuple(roles), tolls=tolls, heads=heads)


def mode_by_tool(tree: Tree, match: Match, mode: str) -> str:
    """The mode that what did it makes of a bare one: "a bomb wrecked the shop", "hit by a mortar round", "jets bombed the camp",
    "a suicide bomber attacked the base"."""
    if mode not in (*BARE_MODES, "explosives", "heavy-weapons"):
        return mode
    tools = [i for head in match.heads for i in tools_of(tree, head)]
    if any(tree.tokens[c].lemma.lower() == "suicide" for i in tools for c in syntax.dependents(tree, i, "compound", "amod")):
        return "suicide-attack"
    words = {tree.tokens[c].lemma.lower() for i in tools for c in (i, *syntax.dependents(tree, i, "compound"))}
    words |= {"aircraft"} if {"air", "force"} <= words else set()
    by_tool = next((kind for name, kind in TOOLS if not words.isdisjoint(word_class(name))), "")
    return by_tool if by_tool in FLYING or (by_tool and mode in BARE_MODES) else mode


def tools_of(tree: Tree, head: int) -> list[int]:
    """What stands as the doer of an act or with it: "by rockets", "with a bomb", "one of the shells", "under mortar fire"."""
    doer = None if is_outcome(tree, head) else arguments.deep_subject(tree, head)
    doers = [] if doer is None else [doer, *syntax.cased(tree, doer, frozenset(("of",)))]
    parts = [] if syntax.is_verbal(tree.tokens[head]) else syntax.dependents(tree, head, "compound")  # "a mortar strike"
    return [*doers, *parts, *arguments.adjuncts(tree, head, frozenset(("with", "by", "under")))]


def is_outcome(tree: Tree, head: int) -> bool:
    """ "A plane was hit by gunfire, injuring two": the plane did not injure them."""
    token = tree.tokens[head]
    return token.dep == "advcl" and token.tag == "VBG" and arguments.is_passive(tree, token.head)


def claims_over(tree: Tree, match: Match, reading: Reading) -> tuple[Claim, ...]:
    """The claims over an event, else those over its result ("attacked the base, claiming to have killed 12")."""
    order = (event_head(tree, match), *match.heads)
    return next((claims for h in order if (claims := claims_of(tree, h, reading.quotes))), ())


def toll_of(tree: Tree, toll: tuple[str, int, str]) -> Toll:
    """A toll in the words of the records; who is "fatally wounded" is killed."""
    kind, token, whose = toll
    beside = (*tree.children[tree.tokens[token].head], *tree.children[token])
    is_fatal = any(tree.tokens[i].lemma.lower() in ("fatally", "mortally") for i in beside)
    return Toll("killed" if is_fatal and kind == "injured" else kind, Argument(tree.sentence.index, token), whose)


def in_speech(tree: Tree, match: Match, reading: Reading) -> bool:
    """The trigger stands inside a quotation."""
    start = tree.tokens[match.head].start
    return any(q.direct and q.start <= start < q.end for q in reading.quotes)


def is_plural(tree: Tree, match: Match) -> bool:
    """A plural act ("attacks") or plural targets ("posts came under fire")."""
    if tree.tokens[match.head].tag == "NNS":
        return True
    targets = [tree.tokens[i] for i in match.role("recipient")]
    many = [t for t in targets if t.tag == "NNS" and t.text.lower() not in ONE_SITE]
    return any(t.lemma.lower() in word_class("facility") for t in many)


def drop(reading: Reading, candidate: Candidate, reason: str) -> Rejected:
    """The row of the table `rejected` for a candidate."""
    sentence = reading.sentences[candidate.sentence]
    quote = reading.document.text[sentence.start : sentence.end]
    start, end = candidate.trigger_start, candidate.trigger_end
    return Rejected(reading.document.document_id, start, end, quote, candidate.frame, reason)


def reject(reading: Reading, tree: Tree, match: Match, reason: str) -> Rejected:
    """The row of the table `rejected` for a match."""
    sentence = tree.sentence
    start, end = tree.tokens[min(match.words)].start, tree.tokens[max(match.words)].end
    quote = reading.document.text[sentence.start : sentence.end]
    return Rejected(reading.document.document_id, start, end, quote, match.frame.name, reason)
