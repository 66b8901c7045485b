"""Does the clause around a time expression speak of the past or of the future? By its verb where there is a tree, else
by cue words."""

from __future__ import annotations

import re

from pipeline.records import Tree
from pipeline.resolve.clauses import appointment

FUTURE_CUES = re.compile(
    r"\b(?<!had been )(?:will|won't|shall|'ll|’ll|scheduled|slated|due|expected|set to|set for|plans?|planned for|"
    r"planning|is to|are to|to be|going to|would|begins?|starts|opens|meets|ends|resumes?|"
    r"expires?|arrives?|leaves|(?:takes?|taking) (?:place|effect)|go(?:es)? on (?:sale|trial)|"
    r"(?<!\d )(?<!the )(?<!of )votes|airs|(?:has|have) until|(?:is|are|be|been) (?:payable|effective|until|available)|"
    r"upcoming|intends?|expects?|hopes?|deadline)\b|"
    r"\b(?:is|are|runs)\s+(?:(?:on|at|from|through|until)\s+)?(?:\d[\d:]*\s*[ap]\.?m\.?\s+(?:to|until|-)\s+)?$|"
    r"\b(?:effective|payable|starting|beginning|ending|maturing|expiring)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
PAST_CUES = re.compile(
    r"\b(?:was|were|had|did|said|told|killed|died|began|fell|took|held|came|went|made|left|met|rose|struck|shot|fought|broke|blew|fled|won|"
    r"lost|led|sent|set off|found|became|saw|gave|got|ran|hit|since|ago|last|[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
FINITE_PAST = re.compile(r"\b(?:was|were|had|did|said|told|began|fell|took|came|went|made|left|met)\b", re.IGNORECASE)
_ORDERED = re.compile(
    r"\b(?:ordered|asked|told|agreed|decided|voted|promised|pledged|invited|required|allowed|urged|vowed|moved|postponed|"
    r"delayed|rescheduled|given)\b[^,;]{0,60}\b(?:to|until)\s+[^,;]{0,40}$",
    re.IGNORECASE,
)
_MODAL_NEXT = re.compile(r"\s+(?:will|won't|would|shall|delivery|contracts?|futures)\b")
SCHEDULED = frozenset(
    "begin start open meet end resume expire arrive leave take vote air return visit".split()
)  # "the talks begin Monday"
CLAUSE_REACH = 90  # code points looked at on either side, within the sentence
_BREAK = re.compile(r"[.!?;:]\s|\n|[“”\"]|,\s(?:and|but|while|which|who|when|as)\s")
FUTURE_AUX = frozenset(("will", "shall", "'ll", "’ll", "wo"))
FUTURE_GOVERNORS = frozenset("plan schedule expect intend hope due set want vow pledge promise slate aim prepare agree".split())


def tense_in_text(text: str, start: int, end: int) -> str:
    """past, future or empty, from the words of the clause; the nearest cue on the left counts first, then one on the
    right."""
    before, after = text[max(0, start - CLAUSE_REACH) : start], text[end : end + CLAUSE_REACH]
    breaks = list(_BREAK.finditer(before))
    before = before[breaks[-1].end() :] if breaks else before
    if _MODAL_NEXT.match(after):
        return "future"
    if _ORDERED.search(before):
        return ""  # "ordered her to report March 30": after the order, whenever that was
    stop = _BREAK.search(after)
    after = after[: stop.start()] if stop else after
    left_future, left_past = _last(FUTURE_CUES, before), _last(PAST_CUES, before)
    if left_future >= 0 and not FINITE_PAST.search(before, left_future):
        return "future"  # "will be held": a participle after the modal is no past
    if left_future >= 0 or left_past >= 0:
        return "future" if left_future >= left_past else "past"
    right_future, right_past = FUTURE_CUES.search(after), PAST_CUES.search(after)
    if right_future and (right_past is None or right_future.start() < right_past.start()):
        return "future"
    return "past" if right_past else ""


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def tense_in_tree(tree: Tree, start: int, end: int) -> str:
    """past, future or empty, from the verb that governs the words `[start, end)`."""
    inside = [token for token in tree.tokens if start <= token.start < end]
    if not inside:
        return ""
    ids = {token.i for token in inside}
    token = next((t for t in inside if t.head not in ids or t.head == t.i), inside[-1])
    for _ in range(len(tree.tokens)):
        if token.pos in ("VERB", "AUX") and token.i not in ids:
            if appointment(tree, token.i, inside[0].i) is not None:
                return "future"
            verdict = verb_tense(tree, token.i)
            if verdict:
                return verdict
        if token.head == token.i:
            return verb_tense(tree, token.i)
        token = tree.tokens[token.head]
    return ""


def verb_tense(tree: Tree, verb: int) -> str:
    """The tense of one verb with its auxiliaries. An infinitive takes the time of what governs it: "plans to leave" is
    future."""
    token = tree.tokens[verb]
    aux = [tree.tokens[c] for c in tree.children[verb] if tree.tokens[c].dep.startswith(("aux", "cop"))]
    words = {a.text.lower() for a in aux}
    if words & FUTURE_AUX or "going" in words:
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
