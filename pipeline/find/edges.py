"""What a governing word says of the reality of what hangs on it: "failed to", "plans to", "threat of", "after", "denied that".

Each edge of the tree gives one verdict by the class of the governor (`words.toml`) and by the kind of the clause. A boundary
ends what words further up can say.
"""

from __future__ import annotations

from pipeline.find import arguments, syntax
from pipeline.find.verdicts import BOUNDARY, REAL, SCHEDULED, Verdict, is_definite, is_present, lemma, own_modality
from pipeline.lexicon.words import word_class
from pipeline.records import Tree

CONDITIONS = frozenset(("if", "unless", "whether", "lest", "provided", "case", "should"))
BRINGING_ABOUT = frozenset("win secure obtain gain negotiate achieve ensure".split())
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
COMMANDING = frozenset(("order", "command", "instruct", "direct"))
SENDING = frozenset(("send", "deploy", "dispatch", "mobilise", "mobilize", "assign", "task"))
FORESEEN = frozenset(("expect", "likely", "poised"))


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
    if infinitive and is_command(tree, governor):
        return Verdict(is_planned=True, is_ordered=True)
    if tree.tokens[child].dep == "xcomp" and tree.tokens[child].tag == "VBG" and lemma(tree, governor) in word_class("ordering"):
        return Verdict(is_planned=True, is_ordered=True)  # "approved sending 500 men"
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


def is_command(tree: Tree, verb: int) -> bool:
    """ "Ordered his troops to attack": the ordered act, not yet carried out."""
    ordered = arguments.deep_object(tree, verb) if lemma(tree, verb) in COMMANDING else None
    return ordered is not None and lemma(tree, ordered) in word_class("armed")


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
    if word == "fear" and arguments.is_passive(tree, governor):
        return REAL  # "are feared dead": a report, see claims
    if word in word_class("want"):
        return Verdict("possible")
    return None


def is_set_off(tree: Tree, verb: int) -> bool:
    """ "Set off", "set up", "set in": done, not set to be done."""
    particles = syntax.dependents(tree, verb, "compound:prt")
    return lemma(tree, verb) == "set" and any(tree.tokens[c].text.lower() != "out" for c in particles)


def is_open_question(tree: Tree, clause: int) -> bool:
    """An embedded question: "how many were killed", "who fired", "where it struck"."""
    first = min(syntax.subtree(tree, clause))
    return tree.tokens[first].tag in ("WRB", "WP", "WDT")


def is_hearsay_verb(tree: Tree, verb: int) -> bool:
    """ "is said to have", "claims to have": the infinitive is what somebody says."""
    return lemma(tree, verb) in word_class("say")


def is_conditional(tree: Tree, clause: int) -> bool:
    """One of the words that open a clause is a condition: if, unless, as if; or "had", as in "had the bomb gone off"."""
    opens = tree.tokens[clause].dep == "advcl" and tree.tokens[min(syntax.subtree(tree, clause))].text.lower() == "had"
    if opens and own_modality(tree, tree.tokens[clause].head).reason == "conditional":
        return True
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
        if lemma(tree, governor) in arguments.OBJECT_CONTROL & word_class("implicative"):  # "forced them to flee"
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
    if mark == "until" and is_ahead(tree, governor):  # "vowed to march until the prisoners were freed"
        return Verdict("conditional", is_boundary=True)
    return BOUNDARY if mark or syntax.is_finite(tree, child) else REAL


def is_ahead(tree: Tree, verb: int) -> bool:
    """The deed is still to be done: under "will" or "would", or what somebody plans, threatens or is asked to do."""
    said = own_modality(tree, verb)
    if said.is_planned or said.reason:
        return True
    token = tree.tokens[verb]
    if token.dep not in ("xcomp", "acl", "advcl", "ccomp") or token.head == verb or syntax.is_finite(tree, verb):
        return False
    asked = class_verdict(tree, token.head) if syntax.is_infinitive(tree, verb) else None
    is_asked = asked is not None and (asked.is_planned or asked.is_negated or bool(asked.reason))
    return is_asked or is_ahead(tree, token.head)


def noun_clause_edge(tree: Tree, child: int, noun: int) -> Verdict:
    """A clause on a noun: relative clauses and participles are boundaries, infinitives ask the noun."""
    if is_refuted(tree, child, noun):  # "the report that rebels struck is unfounded"
        return Verdict(is_negated=True, is_boundary=True)
    is_wish = tree.tokens[min(syntax.subtree(tree, child))].text.lower() == "that" and tree.tokens[child].tag in ("VB", "VBP")
    if is_wish and lemma(tree, noun) in word_class("hypothetical_nouns"):
        return Verdict("possible")  # "a demand that they withdraw"
    if tree.tokens[child].dep == "acl:relcl" or not syntax.is_infinitive(tree, child):
        nouns = [noun, *(a for a in syntax.ancestors(tree, noun) if not syntax.clausal(tree, a))]
        reason = next((own.reason for n in nouns[:3] if (own := own_modality(tree, n)).reason == "possible"), "")
        return Verdict(reason, is_boundary=True)
    word = lemma(tree, noun)
    if word in ("plan", "decision", "pledge", "vow", "promise", "intention", "order"):
        return Verdict(is_planned=True)
    if word in ("attempt", "bid", "effort") and syntax.case_of(tree, noun) == "in":
        return Verdict("purpose")  # "seized four men in a bid to win the release of others"
    if word in ("attempt", "bid", "effort"):
        return Verdict(outcome="failed")
    if word in ("refusal", "failure"):
        return Verdict(is_negated=True)
    if word in word_class("hypothetical_nouns"):
        return Verdict("possible")
    return Verdict("purpose", is_boundary=True)


def is_refuted(tree: Tree, clause: int, noun: int) -> bool:
    """A clause with "that" on a report or claim that the sentence calls untrue, or that somebody denies or dismisses."""
    if syntax.mark_of(tree, clause) != "that" or lemma(tree, noun) not in word_class("tale"):
        return False
    token = tree.tokens[noun]
    if token.dep == "obj" or (token.dep == "nsubj:pass" and lemma(tree, token.head) in word_class("deny")):
        return lemma(tree, token.head) in word_class("deny")
    return token.dep.startswith("nsubj") and tree.tokens[token.head].text.lower() in word_class("untrue")


def denying_verb(tree: Tree, noun: int) -> int | None:
    """The verb with which somebody denies a part in the deed that a noun names: "denied responsibility for the attack"."""
    part = tree.tokens[noun].head
    verb = tree.tokens[part].head
    is_part = lemma(tree, part) in word_class("part_in") and syntax.case_of(tree, noun) in ("for", "in", "with", "to")
    is_denied = lemma(tree, verb) == "deny" and tree.tokens[part].dep in ("obj", "nsubj:pass")
    return verb if is_part and is_denied else None


def event_noun_edge(tree: Tree, child: int, governor: int) -> Verdict:
    """An event noun under a verb or noun: "planned an attack", "threat of attack", "after the attack"."""
    token = tree.tokens[child]
    if not syntax.clausal(tree, governor):
        if token.dep == "conj" and not syntax.case_of(tree, child):  # "talks on a truce and the release of prisoners"
            return event_noun_edge(tree, governor, tree.tokens[governor].head) if tree.tokens[governor].head != governor else REAL
        if token.dep == "nmod" and lemma(tree, governor) in word_class("ending_nouns"):
            return Verdict("possible")  # "the suspension of its attacks"
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
        if known is None and lemma(tree, governor) in word_class("curbing"):
            return Verdict("possible")  # "suspended the expulsion of migrants"
        if known is not None and not (
            known.is_planned and case == "for" and lemma(tree, governor) not in ("prepare", "plan", "call")
        ):
            return known
    if lemma(tree, governor) in word_class("deny") and token.dep in ("obj", "nsubj:pass"):
        return Verdict(is_negated=True)
    if token.dep == "obj" and lemma(tree, governor) in BRINGING_ABOUT:
        return REAL  # "the release" of "win the release" is as real as the winning
    if case in PRESUPPOSING or is_definite(tree, child):
        return BOUNDARY
    return REAL


def is_called_off(tree: Tree, verb: int) -> bool:
    """ "Was cancelled", "was called off"."""
    is_off = any(tree.tokens[c].text.lower() == "off" for c in tree.children[verb])
    return lemma(tree, verb) in word_class("called_off") or (lemma(tree, verb) == "call" and is_off)
