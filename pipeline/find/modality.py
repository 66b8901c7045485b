"""Did it happen? One layer over the tree for all frames: walk from the event's head to the root and let each
clause (`verdicts.py`) and each edge (`edges.py`) speak.

Real unless something on the way says otherwise. A *boundary* (relative clause, "after …", "because …") ends what the governing
clause can say about reality; claims are collected beyond it. Irrealis events get a reason of the vocabulary `rejected_reason`;
"failed to, refused to, without, no" negate; "will, plans to, vowed to" plan.
Idea: factuality as lexical classes that compose along the tree (Sauri & Pustejovsky's FactBank); word classes in `words.toml`.
"""

from __future__ import annotations

from pipeline.find import arguments, syntax
from pipeline.find.edges import edge
from pipeline.find.verdicts import REAL, Verdict, is_future_in_past, is_nobodys, lemma, own_modality
from pipeline.lexicon.words import word_class
from pipeline.records import Tree


def shares_modals(tree: Tree, child: int) -> bool:
    """A coordinated verb without auxiliaries and subject of its own shares those of the first verb; not a verb with a tense of
    its own, which a modal or "did not" cannot have ("did not reply but said …")."""
    token = tree.tokens[child]
    if token.dep != "conj" or syntax.first(tree, child, "nsubj", "nsubj:pass", "aux", "mark") is not None:
        return False
    helpers = [tree.tokens[c] for c in syntax.dependents(tree, token.head, "aux")]
    if any(helper.lemma.lower() == "have" for helper in helpers) and token.tag == "VBZ":
        return False  # "has not disclosed its losses but says …"
    helped = any(helper.tag == "MD" or helper.lemma.lower() == "do" for helper in helpers)
    return not (helped and token.tag in ("VBD", "VBZ"))


def judge(tree: Tree, head: int) -> Verdict:
    """What the whole sentence says of an event's reality: its own clause first, then edge by edge up to the root."""
    own = own_modality(tree, head)
    reason, planned, negated, outcome = own.reason, own.is_planned, own.is_negated != is_nobodys(tree, head), own.outcome
    condition, ordered = own.condition, False
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
        ordered = ordered or said.is_ordered
        is_open = not said.is_boundary
        if is_open and tree.tokens[child].dep != "parataxis":
            reason, planned, negated = reason or above.reason, planned or above.is_planned, negated != above.is_negated
        child = governor
    return Verdict(reason, planned, negated, False, outcome, ordered, condition)


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
    is_perfect = any(t.lemma == "have" for t in aux)  # "have been detained" tells the arrest
    if is_now and not is_perfect and token.lemma.lower() in word_class("lasting") and arguments.is_passive(tree, head):
        return True
    governor = tree.tokens[token.head]
    return token.dep == "xcomp" and governor.lemma in ("continue", "keep", "remain") and governor.tag in ("VBZ", "VBP")
