"""Which clauses of a sentence share a time: the graph on which a date travels from its own clause to another one
(codebook section 3).

A date reaches the clauses above and below its own through adverbial clauses, participles, infinitives and
coordination. It never enters or leaves a relative clause, reported content or a reporting verb, and it does not cross
"before" or "until".
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.find.measured import is_measured
from pipeline.lexicon.words import word_class
from pipeline.records import Token, Tree

REPORTING = frozenset(
    "say tell report add state announce claim note confirm write warn declare insist argue acknowledge reveal".split()
)
IMPOSING = frozenset(("announce", "declare"))
JUDGING = frozenset(  # verbs whose day is that of the judgement, not of the deed that they judge
    "condemn denounce deplore criticise criticize accuse blame welcome praise deny demand regret lament mourn apologise apologize"
    " protest discuss debate investigate probe commemorate".split()
)
SPEAKING = JUDGING | frozenset("vow threaten pledge promise urge appeal offer swear hint pray".split())  # of what came before
APPOINTING = frozenset(("invite", "summon"))
FREEING = frozenset("free release rescue escape return ransom liberate".split())
LENGTHS = frozenset("day night week month year decade".split())
HOLDING = frozenset("hold detain keep imprison jail abduct kidnap seize capture arrest spend".split())
SHARING_MARKS = frozenset({"when", "as", "while", "since", "where", "with", "after", ""})
LOCATING = frozenset(
    "locate situate base border pack load fill fit line know call name dominate populate crowd inhabit guard".split()
)
EVENT_CASES = frozenset({"in", "during", "by", "from", "when", "at"})  # "killed in an attack that shook the city on Friday"
LOOSE_MARKS = frozenset({"after"})  # the clause lies before the main one: the same date only by inheritance
MAX_STEPS = 4
RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "latest", "last", "only"})


class Reach(NamedTuple):
    """A clause that shares the time of another: its verb, whether only by inheritance, and whether a "since" lies
    between."""

    verb: int
    is_inherited: bool
    is_since: bool = False


def is_verb(token: Token) -> bool:
    """A full verb, or an auxiliary that the tree makes the head of a clause."""
    return token.pos == "VERB" or token.tag.startswith("VB")


def appointment(tree: Tree, verb: int, position: int) -> int | None:
    """The meeting that a verb of inviting names before a token; a day behind it is that of the meeting."""
    if tree.tokens[verb].lemma.lower() not in APPOINTING:
        return None
    adjuncts = (c for c in tree.children[verb] if verb < c < position and tree.tokens[c].dep == "obl")
    return next((c for c in adjuncts if any(tree.tokens[m].text.lower() == "to" for m in tree.children[c])), None)


def is_reporting(token: Token) -> bool:
    """A verb that passes on what somebody says; its own date is the day of speaking."""
    return is_verb(token) and token.lemma.lower() in REPORTING


def passes_on(tree: Tree, verb: int) -> bool:
    """A reporting verb that passes on what is said; who announces a curfew imposes it, on that day."""
    token = tree.tokens[verb]
    if token.lemma.lower() not in IMPOSING:
        return is_reporting(token)
    own = {tree.tokens[c].dep for c in tree.children[verb]}
    return is_reporting(token) and ("obj" not in own or bool(own & {"ccomp", "parataxis"}))


def is_judging(token: Token) -> bool:
    """A verb that speaks about a deed: "condemned the coup on Friday" was said on Friday."""
    return is_verb(token) and token.lemma.lower() in JUDGING


def is_comparing(tree: Tree, i: int) -> bool:
    """Whether a phrase says among which something is the first, the latest or the worst, not when: "the deadliest attack there
    since 2007". `i` is its first word; whatever the tree says, it follows the noun with no verb between."""
    for token in reversed(tree.tokens[:i]):
        if is_verb(token):
            return False
        if _is_rank(token) and token.tag in ("JJ", "NN", "JJS") and tree.tokens[token.i - 1].text.lower() != "at":  # "at least"
            return True  # "the third since Sunday"
        if token.pos in ("NOUN", "PROPN") and any(_is_rank(tree.tokens[c]) for c in tree.children[token.i] if c < token.i):
            return True
    return False


def _is_rank(token: Token) -> bool:
    return token.tag in ("JJS", "RBS") or token.text.lower() in RANKS


def clause_of(tree: Tree, i: int) -> int:
    """The verb (or the root) of the clause in which a word stands; a verb is its own clause."""
    for _ in tree.tokens:
        token = tree.tokens[i]
        if any(tree.tokens[c].dep == "cop" for c in tree.children[i]):
            return i
        if is_verb(token) and not token.dep.startswith(("aux", "amod", "compound", "case", "nmod", "obl", "obj", "nsubj")):
            return i
        if token.head == i:
            return i
        i = token.head
    return i


def mark_of(tree: Tree, verb: int) -> str:
    """The conjunction that opens a clause, lower case; empty without one."""
    return next(
        (
            tree.tokens[c].text.lower()
            for c in tree.children[verb]
            if tree.tokens[c].dep in ("mark", "case") or tree.tokens[c].tag == "WRB"
        ),
        "",
    )


def sharing(tree: Tree, verb: int) -> Iterator[Reach]:
    """The clauses that share the time of this one, nearest first, this one itself first."""
    queue = deque([(Reach(verb, False), 0)])
    seen = {verb}
    while queue:
        reach, steps = queue.popleft()
        yield reach
        if steps == MAX_STEPS:
            continue
        for near in (*_above(tree, reach), *_below(tree, reach)):
            if near.verb not in seen:
                seen.add(near.verb)
                queue.append((near, steps + 1))


def _above(tree: Tree, reach: Reach) -> Iterator[Reach]:
    token = tree.tokens[reach.verb]
    if token.head == token.i or passes_on(tree, token.i):
        return
    up = clause_of(tree, token.head)
    is_passive = token.dep == "xcomp" and any(
        tree.tokens[c].dep == "aux:pass" for c in tree.children[up]
    )  # "was confirmed killed"
    if (passes_on(tree, up) and not is_passive) or token.dep in (
        "ccomp",
        "acl:relcl",
        "csubj",
        "parataxis",
        "advcl:relcl",
    ):
        return
    if token.dep == "acl" and tree.tokens[token.head].text.lower() == "those":  # "visited those hurt in the blast"
        return
    if token.dep == "acl" and token.tag == "VBN" and tree.tokens[token.head].lemma.lower() in word_class("deal"):
        return  # "a truce agreed in Doha took effect": what was agreed on came before what became of it
    mark = mark_of(tree, token.i)
    if token.dep == "advcl" and is_measured(tree, token.i):
        return
    if token.dep == "advcl" and mark in ("until", "till", "if", "because"):
        return
    if token.dep == "advcl" and mark == "after" and (_is_said(tree, up) or _ends_captivity(tree, token.i, up)):
        return  # "vowed on Friday to crush the rebels after a blast killed four"
    if token.dep == "advcl" and is_still_going_on(tree, token.i, up):
        return
    inherits = token.dep == "conj" or mark == "before" or (token.dep.startswith("acl") and token.tag != "VBG")
    yield Reach(up, reach.is_inherited or inherits, reach.is_since)


def _ends_captivity(tree: Tree, verb: int, main: int) -> bool:
    """ "Was freed on Sunday after being held": a captivity or anything told with its length began before the day that ends it."""
    told = [tree.tokens[c] for c in tree.children[verb]]
    lasts = any(t.dep.startswith("obl") and t.lemma.lower() in LENGTHS and mark_of(tree, t.i) == "for" for t in told)
    return lasts or (tree.tokens[main].lemma.lower() in FREEING and tree.tokens[verb].lemma.lower() in HOLDING)


def is_still_going_on(tree: Tree, verb: int, main: int) -> bool:
    """ "Fled on Monday as troops shell the outskirts": what is told in the present outlasts the day of the main clause."""
    is_now = tree.tokens[verb].tag in ("VBZ", "VBP") and mark_of(tree, verb) in ("as", "while")
    return is_now and tree.tokens[main].tag == "VBD"


def _is_said(tree: Tree, verb: int) -> bool:
    """Whether a clause speaks about deeds, or is what somebody vows to do: "vowed to crush them"."""
    while tree.tokens[verb].dep == "xcomp":
        verb = tree.tokens[verb].head
    return tree.tokens[verb].lemma.lower() in SPEAKING


def _below(tree: Tree, reach: Reach) -> Iterator[Reach]:
    for child in _clauses_under(tree, reach.verb):
        token = tree.tokens[child]
        if passes_on(tree, child) or not is_verb(token):
            continue
        mark = mark_of(tree, child)
        if token.dep == "conj":
            yield Reach(child, True, reach.is_since)
        elif (
            token.dep == "acl:relcl"
            or token.dep == "xcomp"
            or (_is_participle(token) and mark not in ("before", "without", "despite"))
        ):
            yield Reach(child, reach.is_inherited, reach.is_since)
        elif mark == "since" and is_comparing(tree, _first_of_clause(tree, child)):
            continue  # "one of the worst defeats since it seized power in 2021"
        elif token.dep == "advcl" and mark in SHARING_MARKS and token.tag != "VB" and not is_measured(tree, child):
            yield Reach(child, reach.is_inherited or mark in LOOSE_MARKS, reach.is_since or mark == "since")


def _first_of_clause(tree: Tree, verb: int) -> int:
    """The conjunction that opens a clause, or its verb."""
    return next((c for c in tree.children[verb] if tree.tokens[c].dep == "mark"), verb)


def _is_participle(token: Token) -> bool:
    """A participle that shares its clause's time: "killing 12", "located near the border"."""
    return token.dep in ("advcl", "acl") and (token.tag == "VBG" or token.lemma.lower() in LOCATING)


def _clauses_under(tree: Tree, verb: int) -> Iterator[int]:
    """The verbs whose clauses hang on this clause, also through its nouns ("a bomb killing 12")."""
    stack = list(tree.children[verb])
    while stack:
        i = stack.pop(0)
        token = tree.tokens[i]
        if (token.dep in ("conj", "xcomp", "advcl", "acl") and is_verb(token)) or (
            token.dep == "acl:relcl" and _is_event_phrase(tree, verb, token.head) and _shares_time(tree, i)
        ):
            yield i
        elif not is_verb(token) and token.dep not in ("nsubj", "nsubj:pass"):
            stack += tree.children[i]


def is_earlier(tree: Tree, verb: int) -> bool:
    """A clause that tells what had happened before."""
    return any(tree.tokens[c].text.lower() == "had" and tree.tokens[c].dep == "aux" for c in tree.children[verb])


def _shares_time(tree: Tree, clause: int) -> bool:
    """Not a relative clause of what else happened in the place, nor of what had happened before."""
    return mark_of(tree, clause) != "where" and not is_earlier(tree, clause)


def _is_event_phrase(tree: Tree, verb: int, noun: int) -> bool:
    """Does a noun name the event itself: the head of the clause, or "in an attack" under its verb? Its relative clause
    dates it."""
    token = tree.tokens[noun]
    if noun == verb:
        return True
    case = next((tree.tokens[c].text.lower() for c in tree.children[noun] if tree.tokens[c].dep == "case"), "")
    return token.head == verb and token.dep.startswith("obl") and case in EVENT_CASES and token.tag in ("NN", "NNS")
