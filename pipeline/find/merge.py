"""One event told by several words: light verb and event noun, an act and its dead, acts done in one go.

"launched an offensive", "responded with shelling"  verb + noun: the verb's subject does it
"came under fire …, killing 12"                 the act, and its result with the number
"12 were killed in an airstrike"                the result, and the act that caused it
"stormed the village, shot two guards and fled" coordinated acts of one subject, told without a date or place of their own
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from pipeline.find import arguments, syntax
from pipeline.find.apart import TOLLS, is_apart
from pipeline.find.match import Marks, Match, can_fill
from pipeline.find.modality import is_as_real
from pipeline.find.own_losses import count_own_losses
from pipeline.find.remnants import join_remnants
from pipeline.find.verdicts import is_not_quite
from pipeline.lexicon.words import word_class
from pipeline.records import Tree

CAUSE_CASES = frozenset(
    ("in", "by", "during", "from", "with", "after", "following", "as", "of", "amid", "through", "under", "to", "at")
)
AMOUNTS = frozenset(  # of attacks that somebody carried out
    "dozens dozen scores score hundreds hundred thousands thousand series wave number string most many several some both all half"
    " majority any none couple spate bulk day week month hour night round".split()
)
LATEST_BEFORE = 4  # words before the series in which "latest" stands
HAPPENING = frozenset(("in", "during", "after"))
SERIES = frozenset(("wave", "series", "string", "spate", "chain", "surge", "campaign"))
ANSWERS = frozenset(("retaliation", "response", "revenge", "reprisal", "reaction", "return", "exchange", "protest"))
DYING = frozenset(("die", "succumb", "perish"))
WORST = frozenset("deadliest bloodiest worst biggest largest heaviest fiercest".split())
BESIDE = frozenset(("appos", "parataxis", "advcl", "conj"))
BEFORE_MARKS = frozenset(("after", "because", "since"))
CAUSAL_MARKS = frozenset(("when", "after", "as", "while", "because", "before", ""))


def light_verb(tree: Tree, match: Match) -> tuple[int, str] | None:
    """(verb, "do" | "suffer" | "happen") when an event noun hangs on a light verb."""
    head = match.head
    above = tree.tokens[tree.tokens[head].head]
    if (above.lemma.lower() in AMOUNTS or above.tag == "CD") and syntax.case_of(tree, head) == "of":
        head = above.i  # "carried out hundreds of strikes"
    noun = tree.tokens[head]
    governor = noun.head
    if governor == head or not syntax.is_verbal(tree.tokens[governor]):
        return None
    lemma = tree.tokens[governor].lemma.lower()
    is_object = arguments.deep_object(tree, governor) == head or (noun.dep == "nsubj:pass" and governor == noun.head)
    if is_object and lemma in word_class("light_do"):
        return governor, "do"
    if is_object and lemma in word_class("light_suffer"):
        return governor, "suffer"
    if syntax.case_of(tree, match.head) == "with" and lemma in word_class("light_with"):
        return governor, "do"
    is_first = noun.dep == "nsubj:pass" and lemma == "follow"  # "the clash was followed by a raid" does not follow it
    earlier = (
        arguments.deep_object(tree, governor) if lemma == "follow" else None
    )  # "the raid followed two bombings that killed 15"
    is_first = is_first or (earlier is not None and tree.tokens[earlier].lemma.lower() in word_class("event_cause"))
    if noun.dep in ("nsubj", "nsubj:pass") and lemma in word_class("light_happen") and not is_first:
        return governor, "happen"
    if noun.dep == "nsubj" and lemma in word_class("light_hit"):
        return governor, "hit"
    return None


def join_light_verb(tree: Tree, match: Match, marks: Marks) -> Match:
    """An event noun with its light verb: the verb's subject is the actor ("do") or the recipient ("suffer"), what the event
    hits is the recipient."""
    if syntax.is_verbal(tree.tokens[match.head]):
        return match
    found = light_verb(tree, match)
    if found is None:
        return match
    verb, kind = found
    joined = replace(match, words=(verb, *match.words), heads=(verb, *match.heads))
    if kind == "happen":
        return joined
    role = "actor" if kind == "do" else "recipient"
    other = arguments.deep_object(tree, verb) if kind == "hit" else arguments.deep_subject(tree, verb)
    spread = syntax.conjuncts(tree, other) if other is not None else []
    filled = tuple(i for i in spread if i not in match.words and can_fill(tree, i, match.head, role, marks))
    if not filled or (joined.role(role) and kind != "do"):
        return joined
    is_shared = match.frame.is_mutual and joined.role("actor")
    return joined.with_role(role, tuple(dict.fromkeys((*filled, *joined.role("actor")))) if is_shared else filled)


def causes(tree: Tree, result: Match, by_head: dict[int, Match]) -> Match | None:
    """The act that a result ("killed 12") is the result of, if the sentence tells it."""
    kinds = {kind for kind, _, _ in result.tolls}
    told = {h for h, m in by_head.items() if m is not result and not kinds.isdisjoint(kind for kind, _, _ in m.tolls)}
    joined = (c for c in syntax.dependents(tree, result.head, "conj") if c in by_head and c not in told)
    beside = [c for c in joined if by_head[c].head != c]
    for i in (*cause_heads(tree, result.head, told), *beside):
        for c in syntax.conjuncts(tree, i) if not is_series(tree, i) else ():
            other = by_head.get(c)
            is_act = other is not None and other is not result and not other.is_result and other.frame.event_type == "ASSAULT"
            if other is None or not is_act or is_other_toll(tree, result, other):
                continue
            if is_as_real(tree, other.head, result.head) and not is_answer(tree, result, other):
                return other
    return None


def is_other_toll(tree: Tree, result: Match, act: Match) -> bool:
    """The dead of another act than the one told before them: "one strike killed 51; another killed seven"."""
    subject = syntax.first(tree, result.head, "nsubj")
    is_beside = tree.tokens[result.head].dep in ("parataxis", "conj")
    is_another = subject is not None and tree.tokens[subject].text.lower() in ("another", "others", "second", "third")
    return is_beside and is_another and bool({kind for kind, _, _ in result.tolls} & {kind for kind, _, _ in act.tolls})


def is_answer(tree: Tree, result: Match, act: Match) -> bool:
    """Somebody else's deed: "troops killed 13 fighters hours after the sect raided a village"."""
    token = tree.tokens[act.heads[0]]
    if token.dep != "advcl" or not syntax.is_verbal(tree.tokens[result.head]):
        return False
    own, others = set(result.role("actor")), set(act.role("actor"))
    return bool(own and others) and own.isdisjoint(others) and act.heads[0] > result.head


def is_series(tree: Tree, i: int) -> bool:
    """The attacks of "the latest in a wave of attacks": others than the one that is told."""
    above = [i, *syntax.ancestors(tree, i)]
    series = next((a for a in above[:3] if tree.tokens[a].lemma.lower() in SERIES), None)
    if series is None:
        return False
    before = range(max(0, series - LATEST_BEFORE), series)
    return any(tree.tokens[a].text.lower() in ("latest", "last") for a in (*above[:5], *before))


def cause_heads(tree: Tree, head: int, told: Collection[int]) -> list[int]:
    """Where the cause of a result may stand: its subject, agent or circumstance; the clause it is a participle or relative
    clause of; a clause with when, after, as; a verb coordinated with it
    before it. What stands under a coordinated verb with such numbers of its own (`told`) is that one's."""
    token = tree.tokens[head]
    out = [i for i in (arguments.deep_subject(tree, head), arguments.surface_subject(tree, head)) if i is not None]
    out += circumstances(tree, head)
    victim = arguments.deep_object(tree, head) if syntax.is_verbal(token) else None
    if victim is not None and tree.tokens[victim].lemma.lower() in TOLLS:
        out.append(victim)  # "on Wednesday cut the toll of Sunday's raid to 35"
    listed = syntax.conjuncts(tree, victim)[1:] if victim is not None else []
    out += [c for i in listed for c in syntax.cased(tree, i, HAPPENING)]  # "killed the chief and ten men in an air raid"
    doing = [c for i in syntax.dependents(tree, head, "obl:agent") for c in syntax.dependents(tree, i, "acl")]
    out += [i for c in doing for i in arguments.adjuncts(tree, c, HAPPENING)]  # "killed by men firing rifles in an attack"
    out += [c for c in syntax.dependents(tree, head, "advcl") if syntax.mark_of(tree, c) in CAUSAL_MARKS]
    joined = [c for c in syntax.dependents(tree, head, "conj") if syntax.is_verbal(tree.tokens[c]) and c not in told]
    out += [i for c in joined for i in (*syntax.dependents(tree, c, "advcl"), *circumstances(tree, c))]
    out += [n for i in list(out) for n in tree.children[i] if tree.tokens[n].dep in ("nmod", "acl", "acl:relcl", "nmod:poss")]
    is_before = (
        token.dep == "advcl" and syntax.mark_of(tree, head) in BEFORE_MARKS
    )  # "attacked the base after raiders killed two"
    if token.dep in ("advcl", "acl:relcl", "acl", "conj", "xcomp", "parataxis") and is_told(tree, head) and not is_before:
        out.append(token.head)
        governor = tree.tokens[token.head]
        if governor.dep in ("advcl", "conj") and governor.lemma.lower() in word_class("say"):  # "…, claiming to have killed 12"
            out.append(governor.head)
        out += [c for c in (arguments.deep_object(tree, token.head), arguments.deep_subject(tree, token.head)) if c is not None]
    return out


def circumstances(tree: Tree, head: int) -> list[int]:
    """The adjuncts that may tell the cause of a result; what it was the answer to is another deed."""
    found = (i for i in arguments.adjuncts(tree, head, CAUSE_CASES) if tree.tokens[i].lemma.lower() not in ANSWERS)
    return [i for i in found if not is_worst(tree, i)]


def is_worst(tree: Tree, noun: int) -> bool:
    """ "In the deadliest raid on the capital since May", "…, the deadliest fighting in years": another name of what was told
    before it."""
    rank = any(tree.tokens[c].tag == "JJS" or tree.tokens[c].text.lower() in WORST for c in tree.children[noun])
    own = [c for c in tree.children[noun] if c < noun]
    is_behind = bool(own) and tree.tokens[own[0]].text == "," and tree.tokens[noun].dep in BESIDE
    return rank and (syntax.case_of(tree, noun) == "in" or is_behind)


def is_told(tree: Tree, verb: int) -> bool:
    """The clause tells a fact: finite, a participle, or a perfect infinitive ("to have killed")."""
    has_done = any(tree.tokens[c].lemma == "have" for c in syntax.dependents(tree, verb, "aux"))
    return has_done or not syntax.is_infinitive(tree, verb)


def is_tool(tree: Tree, act: Match) -> bool:
    """What an act is done with stands before its noun: the helicopter of "killed him in a helicopter raid"."""
    tools = word_class("aerial") | word_class("uav")
    return all(tree.tokens[i].dep == "compound" and tree.tokens[i].lemma.lower() in tools for i in act.role("actor"))


def join_result(tree: Tree, act: Match, result: Match) -> Match:
    """An act with its result: the act's type, both their people, the result's numbers."""
    doers = tuple(i for i in result.role("actor") if i not in act.words and i not in act.role("recipient"))
    actors = (act.role("actor") or doers) if not doers or not is_tool(tree, act) else doers
    recipients = tuple(dict.fromkeys((*act.role("recipient"), *result.role("recipient"))))
    heads = tuple(dict.fromkeys((*act.heads, *result.heads)))
    joined = replace(
        act,
        heads=heads,
        mode=result.mode if act.mode == "destroy" and result.mode else act.mode or result.mode,
        tolls=tuple(dict.fromkeys((*act.tolls, *result.tolls))),
        outcome=act.outcome or result.outcome,
    )
    return joined.with_role("actor", actors).with_role("recipient", tuple(i for i in recipients if i not in actors))


def tells_more(tree: Tree, one: Match, two: Match) -> bool:
    """The second result has another kind of number than the first, or nobody of its own: not "30 died in May and 12 in June"."""
    kinds = {kind for kind, _, _ in one.tolls}
    has_own = syntax.first(tree, two.head, "nsubj", "nsubj:pass") is not None
    return not has_own or kinds.isdisjoint(kind for kind, _, _ in two.tolls)


def same_doer(tree: Tree, one: Match, two: Match) -> bool:
    """Two verbs of one sentence have the same subject and the second is coordinated with the first, or its participle."""
    token = tree.tokens[two.head]
    governors = one.heads if token.tag == "VBG" else one.words
    if not syntax.is_verbal(token) or token.dep not in ("conj", "advcl") or token.head not in governors:
        return False
    if syntax.first(tree, two.head, "nsubj", "nsubj:pass") is not None:
        return False
    return one.frame.event_type == two.frame.event_type and not one.frame.is_speech_act


def join(tree: Tree, matches: list[Match], marks: Marks) -> list[Match]:
    """All matches of a tree with those that tell one event joined, in text order."""
    results = {m.head for m in matches if m.is_result}
    current = [m if tree.tokens[m.head].head in results else join_light_verb(tree, m, marks) for m in matches]
    light = {w for m in current for w in m.words if w != m.head}
    current = [m for m in current if m.head not in light]
    changed = True
    while changed:
        changed = False
        by_head = {w: m for m in current for w in (*m.heads, *m.words)}
        for match in current:
            partner = partner_of(tree, match, by_head)
            if partner is not None and not is_apart(tree, *partner, marks):
                act, other = partner
                merged = join_result(tree, act, count_own_losses(tree, act, other))
                current = sorted((merged, *(m for m in current if m is not act and m is not other)), key=lambda m: m.head)
                changed = True
                break
    joined = join_remnants(tree, current, marks, partial(join_result, tree))
    return [of_either(tree, without_wound(tree, match)) for match in joined]


def without_wound(tree: Tree, match: Match) -> Match:
    """One who was wounded and died counts as dead only: "a man who was wounded on Monday died on Friday"."""
    dying = [h for h in match.heads if tree.tokens[h].lemma.lower() in DYING]
    dead = {arguments.surface_subject(tree, h) for h in dying}
    return replace(match, tolls=tuple(t for t in match.tolls if t[0] != "injured" or t[1] not in dead)) if dead else match


def of_either(tree: Tree, match: Match) -> Match:
    """One number for several fates is that of none: of "40 killed or wounded" nobody knows how many died."""
    is_either = any(tree.tokens[c].text.lower() == "or" for h in match.heads for c in syntax.dependents(tree, h, "cc"))
    kinds: dict[int, set[str]] = {}
    for kind, counted, _ in match.tolls:
        kinds.setdefault(counted, set()).add(kind)
    several = {i: "casualties" if found <= {"killed", "injured"} else "other" for i, found in kinds.items() if len(found) > 1}
    if not is_either or not several:
        return match
    tolls = ((several.get(counted, kind), counted, whose) for kind, counted, whose in match.tolls)
    return replace(match, tolls=tuple(dict.fromkeys(tolls)))


def partner_of(tree: Tree, match: Match, by_head: dict[int, Match]) -> tuple[Match, Match] | None:
    """(act, result) that are one event, the match being the second of them."""
    if match.frame.event_type != "ASSAULT" or is_not_quite(tree, match.head):
        return None
    first = causes(tree, match, by_head) if match.is_result else None
    first = first or counted_of(tree, match, by_head) or doer_of(tree, match, by_head) or verb_before(tree, match, by_head)
    first = first or same_victims(tree, match, by_head)
    return (first, match) if first is not None else None


def same_victims(tree: Tree, match: Match, by_head: dict[int, Match]) -> Match | None:
    """Another act that counts the very same people in the same way: "found the bodies of 14 people killed by rebels"."""
    told = {(kind, counted) for kind, counted, _ in match.tolls}
    others = (m for m in by_head.values() if m is not match and m.frame.event_type == "ASSAULT")
    real = (m for m in others if is_as_real(tree, m.head, match.head) and is_as_real(tree, match.head, m.head))
    return next((m for m in real if any((kind, counted) in told for kind, counted, _ in m.tolls)), None)


def counted_of(tree: Tree, match: Match, by_head: dict[int, Match]) -> Match | None:
    """What a number that rose is of: "the number of people killed in the raids has risen to 61"."""
    subject = arguments.surface_subject(tree, match.head) if match.frame.counted else None
    if subject is None:
        return None
    nouns = (subject, *syntax.dependents(tree, subject, "nmod", "obl"))
    found = (by_head[c] for noun in nouns for c in syntax.dependents(tree, noun, "acl") if c in by_head)
    return next((m for m in found if m is not match and m.frame.event_type == "ASSAULT"), None)


def doer_of(tree: Tree, match: Match, by_head: dict[int, Match]) -> Match | None:
    """The event noun that stands as the doer: "was destroyed by the explosion", "a Russian air strike destroyed it"."""
    subject = arguments.deep_subject(tree, match.head) if syntax.is_verbal(tree.tokens[match.head]) else None
    found = (by_head[i] for i in (*match.role("actor"), *((subject,) if subject is not None else ())) if i in by_head)
    return next((m for m in found if m is not match and m.frame.event_type == "ASSAULT"), None)


def verb_before(tree: Tree, match: Match, by_head: dict[int, Match]) -> Match | None:
    """The match on which this one hangs: two results ("killed 12 and wounded 30"), or two acts of one doer."""
    first = by_head.get(tree.tokens[match.head].head)
    if first is None or first is match or first.frame.event_type != "ASSAULT":
        return None
    hangs = tree.tokens[match.head].dep in ("conj", "advcl", "parataxis")
    both_results = first.is_result and match.is_result and hangs and tells_more(tree, first, match)
    is_apart = bool(match.outcome) != bool(first.outcome)  # "killed 20 soldiers and shot down a drone"
    return first if both_results or (same_doer(tree, first, match) and not is_apart) else None
