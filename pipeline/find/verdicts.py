"""What a clause or an event noun says of its own reality: modal auxiliaries, negation, "possible", a condition."""

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
UNDER = frozenset(("under",))
NOT_QUITE = frozenset(("almost", "nearly"))
SCHEDULED = frozenset(("due", "slated", "schedule", "set"))  # … to begin
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one edge says: a reason to reject, plan or negation; `is_boundary` ends what the governors can say about reality."""

    reason: str = ""
    is_planned: bool = False
    is_negated: bool = False
    is_boundary: bool = False
    outcome: str = ""
    is_ordered: bool = False  # planned by an order to those who are to do it
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
        if word == "longer" and any(tree.tokens[n].text.lower() == "no" for n in tree.children[c]):
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
    if is_not_quite(tree, head):
        reason = reason or "possible"
    planned = planned or is_due(tree, head)
    if planned and is_agreed_on(tree, head):
        reason = reason or "obligation"
    if condition and not planned and (reason or is_present(tree, head)) and not says_condition(tree, head):
        reason = "conditional"
    return Verdict(reason, planned, negated, condition=condition if planned else "")


def is_nobodys(tree: Tree, head: int) -> bool:
    """ "Nobody has been arrested", "no one was detained", "no rebels attacked", "neither side", "none of the two"."""
    subject = syntax.first(tree, head, "nsubj", "nsubj:pass")
    if subject is None:
        return False
    own = (tree.tokens[c] for c in tree.children[subject] if c < subject)
    is_none = any(t.text.lower() in ("no", "neither") and t.dep == "det" for t in own)
    is_no_one = tree.tokens[subject].text.lower() == "one" and tree.tokens[subject - 1].text.lower() == "no"
    return is_none or is_no_one or tree.tokens[subject].text.lower() in ("nobody", "no-one", "noone", "none", "neither")


def is_not_quite(tree: Tree, head: int) -> bool:
    """ "Was almost killed", "nearly died"."""
    return syntax.is_verbal(tree.tokens[head]) and any(
        tree.tokens[c].text.lower() in NOT_QUITE for c in syntax.dependents(tree, head, "advmod")
    )


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
