"""Does the clause around a time expression speak of the past or of the future? By its verb, off the tree; without a
tree the words around decide (tense_words.py)."""

from __future__ import annotations

from pipeline.records import Tree
from pipeline.resolve.attach import reporting_verb_before
from pipeline.resolve.clauses import appointment

SCHEDULED = frozenset(
    "begin start open meet end resume expire arrive leave take vote air return visit".split()
)  # "the talks begin Monday"
FUTURE_AUX = frozenset(("will", "shall", "'ll", "’ll", "wo"))
FUTURE_GOVERNORS = frozenset(
    "plan schedule expect intend hope due set want vow pledge promise threaten slate aim prepare agree".split()
)

APPOINTED = frozenset("plan schedule slate due set".split())


def tense_in_tree(tree: Tree, start: int, end: int) -> str:
    """past, future or empty, from the verb that governs the words `[start, end)`. The day of "said on Monday they would go" is
    that of saying it."""
    inside = [token for token in tree.tokens if start <= token.start < end]
    if not inside:
        return ""
    reporting = reporting_verb_before(tree, inside[0])
    if reporting is not None and reporting.tag == "VBD":
        return "past"
    ids = {token.i for token in inside}
    token = next((t for t in inside if t.head not in ids or t.head == t.i), inside[-1])
    if token.dep in ("obl", "nmod") and any(tree.tokens[c].text.lower() == "for" for c in tree.children[token.i]):
        return "future"  # "called a strike for Friday"
    for _ in range(len(tree.tokens)):
        if token.pos in ("VERB", "AUX") and token.i not in ids:
            if appointment(tree, token.i, inside[0].i) is not None or _is_promised(tree, token.i, inside[0].i):
                return "future"
            verdict = verb_tense(tree, token.i)
            if verdict:
                return verdict
        if token.head == token.i:
            return verb_tense(tree, token.i)
        token = tree.tokens[token.head]
    return ""


def _is_promised(tree: Tree, verb: int, position: int) -> bool:
    """Whether words stand behind the infinitive of what somebody vowed, whatever the tree hangs them on: "vowed to rally on
    Sunday"."""
    if tree.tokens[verb].lemma.lower() not in FUTURE_GOVERNORS:
        return False
    promised = (c for c in tree.children[verb] if verb < c < position and tree.tokens[c].dep == "xcomp")
    return any(tree.tokens[c].tag == "VB" for c in promised)


def verb_tense(tree: Tree, verb: int) -> str:
    """The tense of one verb with its auxiliaries. An infinitive takes the time of what governs it: "plans to leave" is
    future."""
    token = tree.tokens[verb]
    aux = [tree.tokens[c] for c in tree.children[verb] if tree.tokens[c].dep.startswith(("aux", "cop"))]
    words = {a.text.lower() for a in aux}
    is_due = any(tree.tokens[c].text.lower() == "due" for c in tree.children[verb]) and token.tag == "VB"
    if words & FUTURE_AUX or "going" in words or is_due:
        return "future"
    if any(a.tag == "VBD" for a in aux) or token.tag == "VBD":
        return "past"
    if words & {"would", "could", "might", "may", "should", "can", "must"}:
        return "future" if "have" not in words else "past"
    if token.tag in ("VBZ", "VBP") and token.lemma.lower() in SCHEDULED and not aux:
        return "future"
    if token.tag == "VB" or "to" in words:
        governor = tree.tokens[token.head]
        return "future" if governor.lemma.lower() in FUTURE_GOVERNORS or governor.i == verb else ""
    if token.tag == "VBN" and not aux and token.lemma.lower() in APPOINTED:
        return "future"  # "a summit planned for Thursday"
    if token.tag == "VBN" and (words & {"has", "have", "'ve", "’ve", "having"} or not aux):
        return "past"
    if token.tag == "VBN" and words & {"is", "are", "being", "be"}:
        return "future" if token.lemma.lower() in FUTURE_GOVERNORS else ""
    return ""


def is_present(tree: Tree, verb: int) -> bool:
    """Does a clause speak of now: simple or progressive present, or "will"; the perfect tells what is past."""
    token = tree.tokens[verb]
    aux = [tree.tokens[c] for c in tree.children[verb] if tree.tokens[c].dep.startswith(("aux", "cop"))]
    if any(a.lemma.lower() == "have" for a in aux):
        return False
    return token.tag in ("VBP", "VBZ") or any(a.tag in ("VBP", "VBZ") or a.text.lower() in FUTURE_AUX for a in aux)
