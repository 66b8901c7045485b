"""Did it happen? One layer over the tree for all frames: walk from the event's head to the root and let each edge speak.

Real unless something on the way says otherwise. A *boundary* (relative clause, "after …", "because …") ends what the governing
clause can say about reality; claims are collected beyond it. Irrealis events get a reason of the vocabulary `rejected_reason`;
"failed to, refused to, without, no" negate; "will, plans to, vowed to" plan.
Idea: factuality as lexical classes that compose along the tree (Sauri & Pustejovsky's FactBank); word classes in `words.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.find import syntax
from pipeline.lexicon.words import word_class
from pipeline.records import Tree

MODALS = {
    "will": "planned", "shall": "planned", "'ll": "planned", "wo": "planned", "’ll": "planned", "'d": "conditional",
    "would": "conditional", "could": "possible", "may": "possible", "might": "possible", "can": "possible", "ca": "possible",
    "must": "obligation", "should": "obligation", "ought": "obligation", "need": "obligation",
}  # fmt: skip
NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "nor", "neither", "nt"))
CONDITIONS = frozenset(("if", "unless", "whether", "lest", "provided", "case", "should"))
PRESUPPOSING = frozenset(
    [
        "after",
        "following",
        "since",
        "during",
        "before",
        "despite",
        "amid",
        "in",
        "because",
        "as",
        "while",
        "until",
        "when",
        "where",
        "with",
        "over",
        "from",
        "by",
        "at",
        "on",
        "through",
    ]
)
SENDING = frozenset(("send", "deploy", "dispatch", "mobilise", "mobilize", "assign", "task"))
SCHEDULED = frozenset(("due", "slated", "schedule", "set"))  # … to begin
FORESEEN = frozenset(("expect", "likely", "poised"))
UNDER = frozenset(("under",))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one edge says: a reason to reject, plan or negation; `is_boundary` ends what the governors can say about reality."""

    reason: str = ""
    is_planned: bool = False
    is_negated: bool = False
    is_boundary: bool = False
    outcome: str = ""
    condition: str = ""  # announced with a condition, "if" or "unless": "will withdraw unless …"


REAL = Verdict()
BOUNDARY = Verdict(is_boundary=True)


def lemma(tree: Tree, i: int) -> str:
    """A token's lemma in lower case."""
    return tree.tokens[i].lemma.lower()


def own_modality(tree: Tree, head: int) -> Verdict:
    """What a clause or event noun says of itself: modal auxiliaries, negation, "possible", a condition that hangs on it."""
    reason, planned, negated, condition = "", False, False, ""
    for c in tree.children[head]:
        token = tree.tokens[c]
        word = token.text.lower()
        if token.dep in ("aux", "aux:pass", "cop") and token.tag == "MD":
            kind = MODALS.get(word, MODALS.get(lemma(tree, c), ""))
            planned = planned or kind == "planned"
            reason = reason or (kind if kind != "planned" else "")
        if word in NEGATIONS and token.dep in ("advmod", "det", "aux", "neg", "cc:preconj", "discourse"):
            negated = not negated
        if word in ("less", "little", "fewer") and token.dep in ("amod", "det", "advmod") and not syntax.clausal(tree, head):
            reason = reason or "description"  # "there was less violence"
        if token.dep == "det" and word == "any" and not syntax.is_verbal(tree.tokens[head]):
            reason = reason or "description"  # "condemned any attacks on civilians"
        if token.dep == "amod" and lemma(tree, c) in word_class("hypothetical_adjectives"):
            reason = reason or "possible"
        planned = planned or (token.dep == "amod" and lemma(tree, c) in word_class("planned_adjectives"))
        if token.dep == "advcl" and syntax.mark_of(tree, c) in ("if", "unless"):
            condition = syntax.mark_of(tree, c)
    planned = planned or is_due(tree, head)
    if planned and is_agreed_on(tree, head):
        reason = reason or "obligation"
    if condition and not planned and (reason or is_present(tree, head)) and not says_condition(tree, head):
        reason = "conditional"
    return Verdict(reason, planned, negated, condition=condition if planned else "")


def says_condition(tree: Tree, verb: int) -> bool:
    """ "Has threatened to strike if …": the condition is one of the words said, not of their saying."""
    is_perfect = tree.tokens[verb].tag == "VBN" and any(lemma(tree, c) == "have" for c in syntax.dependents(tree, verb, "aux"))
    has_content = bool(syntax.dependents(tree, verb, "xcomp", "ccomp"))
    return is_perfect or (has_content and lemma(tree, verb) in word_class("threaten") | word_class("demand"))


def is_due(tree: Tree, verb: int) -> bool:
    """ "Is to send": a form of be before the "to" of an infinitive."""
    to = next((c for c in tree.children[verb] if tree.tokens[c].tag == "TO"), None)
    forms = syntax.dependents(tree, verb, "aux", "aux:pass", "cop")
    return to is not None and any(c < to and lemma(tree, c) == "be" for c in forms)


def is_agreed_on(tree: Tree, verb: int) -> bool:
    """ "Under the deal the army will leave": what parties owe each other, said by neither."""
    above = tree.tokens[verb].head if tree.tokens[verb].dep == "conj" else verb
    phrases = (i for v in (verb, above) for i in syntax.cased(tree, v, UNDER))
    return any(lemma(tree, i) in word_class("deal") or lemma(tree, i) in ("term", "plan", "proposal") for i in phrases)


def is_awaited(tree: Tree, verb: int) -> bool:
    """ "Are due to meet", "are expected to meet": nobody says that he will."""
    return tree.tokens[verb].dep == "xcomp" and lemma(tree, tree.tokens[verb].head) in SCHEDULED | {"expect"}


def is_future_in_past(tree: Tree, verb: int) -> bool:
    """ "Said it would send": `would` in what was said, without a condition."""
    token = tree.tokens[verb]
    has_would = any(
        tree.tokens[c].text.lower() in ("would", "'d", "’d") for c in syntax.dependents(tree, verb, "aux", "aux:pass")
    )
    is_said = token.dep in ("ccomp", "conj") and lemma(tree, token.head) in word_class("say") | word_class("plan")
    return has_would and syntax.is_verbal(token) and is_said


def is_present(tree: Tree, head: int) -> bool:
    """The clause is in the present tense."""
    tags = [tree.tokens[head].tag, *(tree.tokens[c].tag for c in syntax.dependents(tree, head, "aux", "aux:pass", "cop"))]
    return any(tag in ("VBZ", "VBP") for tag in tags) and not any(tag in ("VBD", "MD") for tag in tags)


def is_definite(tree: Tree, noun: int) -> bool:
    """The noun phrase refers to something known: the, this, a possessor."""
    return any(
        (tree.tokens[c].dep == "det" and lemma(tree, c) in DEFINITE) or tree.tokens[c].dep == "nmod:poss"
        for c in tree.children[noun]
    )


def class_verdict(tree: Tree, governor: int) -> Verdict | None:
    """What a governing word of a known class says of its complement; None for other words."""
    word = lemma(tree, governor)
    if word in word_class("not_implicative"):
        return Verdict(is_negated=True)
    if word in word_class("attempt"):
        return Verdict(outcome="unknown")
    if word in word_class("threaten"):
        return Verdict("possible")
    if word in word_class("demand"):
        return Verdict("obligation")
    if word in word_class("permit"):
        return Verdict("permission")
    if word in word_class("prevent"):
        return Verdict(is_negated=True)
    if word in word_class("plan"):
        return None if is_set_off(tree, governor) else Verdict(is_planned=True)
    if word == "fear" and syntax.is_passive(tree, governor):
        return REAL  # "are feared dead": a report, see claims
    if word in word_class("want"):
        return Verdict("possible")
    return None


def is_set_off(tree: Tree, verb: int) -> bool:
    """ "Set off", "set up", "set in": done, not set to be done."""
    particles = syntax.dependents(tree, verb, "compound:prt")
    return lemma(tree, verb) == "set" and any(tree.tokens[c].text.lower() != "out" for c in particles)


def complement_edge(tree: Tree, child: int, governor: int) -> Verdict:
    """An infinitive, participle or content clause that a verb or adjective asks for."""
    if is_conditional(tree, child):  # "as if …", "asked whether …"
        return Verdict("conditional")
    if tree.tokens[child].dep == "ccomp" and is_open_question(tree, child) and own_modality(tree, governor).is_negated:
        return Verdict("possible")  # "did not say how many were killed"
    if tree.tokens[child].dep == "ccomp" and lemma(tree, governor) in word_class("say"):
        return Verdict("possible") if lemma(tree, governor) == "warn" and own_modality(tree, child).reason else REAL
    if lemma(tree, governor) in word_class("deny"):
        return Verdict(is_negated=True)
    infinitive = syntax.is_infinitive(tree, child)
    if infinitive and lemma(tree, governor) in SENDING:  # "commandos were sent to retake the town"
        return Verdict("purpose")
    known = class_verdict(tree, governor)
    if known is not None and known.is_planned and not infinitive and tree.tokens[child].dep == "xcomp":
        return REAL  # "set off a bomb, killing 12"
    if lemma(tree, governor) == "mean" and not infinitive:
        return REAL  # "the storm meant that flights were stopped"
    if known is not None:
        return known
    if infinitive and lemma(tree, governor) in ("have", "need"):
        return Verdict("obligation")
    if infinitive and lemma(tree, governor) == "be":
        return Verdict(is_planned=True)
    if infinitive and (is_hearsay_verb(tree, governor) or lemma(tree, governor) in word_class("implicative")):
        return REAL
    if infinitive and not any(lemma(tree, c) == "have" for c in syntax.dependents(tree, child, "aux")):
        return Verdict("purpose")
    return REAL


def is_open_question(tree: Tree, clause: int) -> bool:
    """An embedded question: "how many were killed", "who fired", "where it struck"."""
    first = min(syntax.subtree(tree, clause))
    return tree.tokens[first].tag in ("WRB", "WP", "WDT")


def is_hearsay_verb(tree: Tree, verb: int) -> bool:
    """ "is said to have", "claims to have": the infinitive is what somebody says."""
    return lemma(tree, verb) in word_class("say")


def is_conditional(tree: Tree, clause: int) -> bool:
    """One of the words that open a clause is a condition: if, unless, as if."""
    marks = (tree.tokens[c].text.lower() for c in tree.children[clause] if tree.tokens[c].dep in ("mark", "case"))
    return syntax.mark_of(tree, clause) in CONDITIONS or any(mark in CONDITIONS for mark in marks)


def adverbial_edge(tree: Tree, child: int, governor: int) -> Verdict:
    """A subordinate clause: condition, purpose, manner; time and cause are boundaries."""
    mark = syntax.mark_of(tree, child)
    if is_conditional(tree, child):
        return Verdict("conditional", is_boundary=True)
    if mark in ("when", "whenever") and is_present(tree, child) and is_present(tree, governor):
        return Verdict("description", is_boundary=True)  # what happens again and again
    if syntax.is_infinitive(tree, child):
        known = class_verdict(tree, governor)
        if lemma(tree, governor) in syntax.OBJECT_CONTROL & word_class("implicative"):  # "forced them to flee"
            return REAL
        return known if known is not None and known.is_planned else Verdict("purpose", is_boundary=True)
    if mark == "without":
        return Verdict(is_negated=True)
    if mark in ("against", "instead", "rather"):
        return Verdict("description")
    if mark == "that" and any(tree.tokens[c].tag == "MD" for c in tree.children[child]):
        return Verdict("purpose", is_boundary=True)
    if mark in ("when", "once", "until", "before", "as") and is_present(tree, child) and own_modality(tree, governor).is_planned:
        return Verdict("conditional", is_boundary=True)
    return BOUNDARY if mark or syntax.is_finite(tree, child) else REAL


def noun_clause_edge(tree: Tree, child: int, noun: int) -> Verdict:
    """A clause on a noun: relative clauses and participles are boundaries, infinitives ask the noun."""
    if tree.tokens[child].dep == "acl:relcl" or not syntax.is_infinitive(tree, child):
        nouns = [noun, *(a for a in syntax.ancestors(tree, noun) if not syntax.clausal(tree, a))]
        reason = next((own.reason for n in nouns[:3] if (own := own_modality(tree, n)).reason == "possible"), "")
        return Verdict(reason, is_boundary=True)
    word = lemma(tree, noun)
    if word in ("plan", "decision", "pledge", "vow", "promise", "intention", "order"):
        return Verdict(is_planned=True)
    if word in ("attempt", "bid", "effort"):
        return Verdict(outcome="failed")
    if word in ("refusal", "failure"):
        return Verdict(is_negated=True)
    if word in word_class("hypothetical_nouns"):
        return Verdict("possible")
    return Verdict("purpose", is_boundary=True)


def event_noun_edge(tree: Tree, child: int, governor: int) -> Verdict:
    """An event noun under a verb or noun: "planned an attack", "threat of attack", "after the attack"."""
    token = tree.tokens[child]
    if not syntax.clausal(tree, governor):
        if token.dep == "conj" and not syntax.case_of(tree, child):  # "talks on a truce and the release of prisoners"
            return event_noun_edge(tree, governor, tree.tokens[governor].head) if tree.tokens[governor].head != governor else REAL
        if token.dep in ("nmod", "compound", "nmod:poss") and lemma(tree, governor) in word_class("hypothetical_nouns"):
            return Verdict("purpose" if lemma(tree, governor) in ("talk", "negotiation", "ban") else "possible")
        return REAL
    if token.dep.startswith("nsubj") and syntax.dependents(tree, governor, "xcomp"):
        if lemma(tree, governor) in SCHEDULED:
            return Verdict(is_planned=True)  # "talks are due to resume"
        if lemma(tree, governor) in FORESEEN:
            return Verdict("possible")  # "more attacks are likely to follow"
    if token.dep == "nsubj:pass" and is_called_off(tree, governor):
        return Verdict(is_negated=True)
    case = syntax.case_of(tree, child)
    if case == "without":
        return Verdict(is_negated=True)
    if lemma(tree, governor) == "call" and token.dep == "obj" and syntax.dependents(tree, governor, "xcomp"):
        return REAL  # "called the raid an act of war": what it is called by
    if lemma(tree, governor) == "announce" and token.dep in ("obj", "nsubj:pass"):  # "announced a ban" imposes it
        return REAL
    if token.dep in ("obj", "nsubj:pass", "ccomp") or case in ("for", "of", "against", "to", "from"):
        known = class_verdict(tree, governor)
        if known is not None and not (
            known.is_planned and case == "for" and lemma(tree, governor) not in ("prepare", "plan", "call")
        ):
            return known
    if lemma(tree, governor) in word_class("deny") and token.dep in ("obj", "nsubj:pass"):
        return Verdict(is_negated=True)
    if case in PRESUPPOSING or is_definite(tree, child):
        return BOUNDARY
    return REAL


def is_called_off(tree: Tree, verb: int) -> bool:
    """ "Was cancelled", "was called off"."""
    is_off = any(tree.tokens[c].text.lower() == "off" for c in tree.children[verb])
    return lemma(tree, verb) in word_class("called_off") or (lemma(tree, verb) == "call" and is_off)


def edge(tree: Tree, child: int) -> Verdict:
    """What the edge from a token to its governor says of the token's reality."""
    token = tree.tokens[child]
    governor = token.head
    if not syntax.clausal(tree, child) and not syntax.is_verbal(token):
        return event_noun_edge(tree, child, governor)
    if token.dep in ("xcomp", "ccomp", "csubj"):
        return complement_edge(tree, child, governor)
    if token.dep == "advcl":
        return adverbial_edge(tree, child, governor)
    if token.dep in ("acl", "acl:relcl"):
        return noun_clause_edge(tree, child, governor)
    if is_conditional(tree, child):
        return Verdict("conditional", is_boundary=True)
    if token.dep in syntax.ADJUNCTS:
        return Verdict(is_negated=True) if syntax.case_of(tree, child) == "without" else BOUNDARY
    return REAL


def shares_modals(tree: Tree, child: int) -> bool:
    """A coordinated verb without auxiliaries and subject of its own shares those of the first verb; not a verb with a tense of
    its own, which a modal or "did not" cannot have ("did not reply but said …")."""
    token = tree.tokens[child]
    if token.dep != "conj" or syntax.first(tree, child, "nsubj", "nsubj:pass", "aux", "mark") is not None:
        return False
    helped = any(tree.tokens[c].tag == "MD" or lemma(tree, c) == "do" for c in syntax.dependents(tree, token.head, "aux"))
    return not (helped and token.tag in ("VBD", "VBZ"))


def judge(tree: Tree, head: int) -> Verdict:
    """What the whole sentence says of an event's reality: its own clause first, then edge by edge up to the root."""
    own = own_modality(tree, head)
    reason, planned, negated, outcome = own.reason, own.is_planned, own.is_negated, own.outcome
    condition = own.condition
    if reason == "conditional" and is_future_in_past(tree, head):
        reason, planned = "", True
        marks = (syntax.mark_of(tree, c) for c in syntax.dependents(tree, head, "advcl"))
        condition = next((mark for mark in marks if mark in ("if", "unless")), "")
    child, is_open = head, True
    while is_open and tree.tokens[child].head != child:
        governor = tree.tokens[child].head
        said = edge(tree, child)
        above = own_modality(tree, governor) if syntax.clausal(tree, governor) else REAL
        if tree.tokens[child].dep == "conj" and not shares_modals(tree, child):
            above = REAL
        if tree.tokens[child].dep in ("ccomp", "parataxis") and lemma(tree, governor) in word_class("say"):
            above = Verdict(is_negated=False, reason="conditional" if above.reason == "conditional" and planned else "")
        reason = reason or said.reason
        planned, negated, outcome = planned or said.is_planned, negated != said.is_negated, outcome or said.outcome
        is_open = not said.is_boundary
        if is_open and tree.tokens[child].dep != "parataxis":
            reason, planned, negated = reason or above.reason, planned or above.is_planned, negated != above.is_negated
        child = governor
    return Verdict(reason, planned, negated, False, outcome, condition)


def is_as_real(tree: Tree, act: int, result: int) -> bool:
    """Not an act that is only meant or imagined beside a result that came about ("died when they tried to stop an attack")."""
    return not judge(tree, act).reason or bool(judge(tree, result).reason)


def status_of(tree: Tree, head: int, verdict: Verdict) -> str:
    """The codebook's status of an event that is told as real or planned."""
    if verdict.is_negated:
        return "negated"
    if verdict.is_planned:
        return "planned"
    return "ongoing" if goes_on(tree, head) else "occurred"


def goes_on(tree: Tree, head: int) -> bool:
    """The words say that it still goes on: still, is -ing, continues to, has … since, and lasting states ("are surrounded")."""
    token = tree.tokens[head]
    around = [tree.tokens[c] for c in tree.children[head]]
    aux = [t for t in around if t.dep in ("aux", "cop", "aux:pass")]
    is_now = any(t.tag in ("VBZ", "VBP") for t in aux)
    if any(t.dep == "advmod" and t.text.lower() == "still" for t in around):
        return True
    if token.lemma == "continue" and token.tag in ("VBZ", "VBP"):
        return True
    if is_now and (token.tag == "VBG" or (not syntax.is_verbal(token) and any(t.dep == "cop" for t in aux))):
        return True  # "is advancing", "are on the move"
    if is_now and any(t.lemma == "have" for t in aux) and any("since" in syntax.cases_of(tree, t.i) for t in around):
        return True
    if is_now and token.lemma.lower() in word_class("lasting") and syntax.is_passive(tree, head):
        return True
    governor = tree.tokens[token.head]
    return token.dep == "xcomp" and governor.lemma in ("continue", "keep", "remain") and governor.tag in ("VBZ", "VBP")
