"""Does the clause around a time expression speak of the past or of the future? By cue words, where there is no tree.

The word lists are in pipeline/lexicon/time/neighbours.toml; what stands here are phrases and the order in which the
cues count.
"""

from __future__ import annotations

import re

from pipeline.tag.timex_grammar import neighbours


def _any(name: str) -> str:
    return "|".join(sorted(neighbours(name)))


# "expected to be held", but not "suspected to be rebels", "yet to be identified"
_TO_BE = "".join(f"(?<!{word} )" for word in sorted(neighbours("supposing"))) + "to be"
FUTURE_CUES = re.compile(
    r"\b(?<!had been )(?:will|won't|shall|'ll|’ll|scheduled|slated|due|expected|set to|set for|plans? (?:to|on|an?)|planned for|"
    rf"planning|is to|are to|{_TO_BE}|going to|would(?!-be)|begins?|starts|opens|meets|ends|resumes?|expires?|runs out|"
    r"arrives|(?<!to )arrive|leaves|(?-i:may|must)(?! have\b)|(?:takes?|taking) (?:place|effect)|go(?:es)? on (?:sale|trial)|"
    r"com(?:es?|ing) into|comes? out|(?<!\d )(?<!the )(?<!of )votes|airs|(?:has|have) until|"
    r"(?:could|might) (?:come|begin|start|happen|resume|arrive|vote|open|end|be(?! (?:seen|heard|felt|reached|behind)))\b|"
    r"(?:is|are|be|been) (?:payable|effective|until|available)|upcoming|intends?|expects?|hopes?|deadline)\b|"
    rf"\b(?:called|planned|booked|fixed|{_any('scheduled')}|strike|rally|march|protest|protests)\s+for\s+$|"
    r"\b(?:could|may|might)\s(?!have\b)[^,;]{0,40}\bas (?:early|soon) as\s+$|"
    r"\b(?:is|are|runs)\s+(?:(?:on|at|in|from|through|until)\s+)?(?:\d[\d:]*\s*[ap]\.?m\.?\s+(?:to|until|-)\s+)?$|"
    r"\b(?:effective|payable|starting|beginning|ending|maturing|expiring)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
PAST_CUES = re.compile(rf"\b(?:{_any('past_verbs')}|set off|after [a-z]+ing|since|ago|last|[a-z]{{2,}}ed)\b", re.IGNORECASE)
FINITE_PAST = re.compile(
    rf"(?<!\bbe )(?<!\bbeen )\b(?:{_any('finite_past')}|after [a-z]+ing|to have)\b", re.IGNORECASE
)  # "will be left" is no past
_ORDERED = re.compile(rf"\b(?:{_any('orders')})\b[^,;]{{0,60}}\b(?:to|until|by)\s+[^,;]{{0,40}}$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|until|till)\s+(?:the\s+)?(?:end\s+of\s+)?$")
_BEGUN = re.compile(r"\b(?:since|from)\s+(?:the\s+)?$", re.IGNORECASE)
_PAST_NEXT = re.compile(rf"\s+(?:{_any('past_next')})\b")
_POSSESSED = re.compile(r"['’]s\s")
_SCHEDULED_NEXT = re.compile(rf"['’]s(?: [\w-]+){{0,3}}? (?:{_any('scheduled')})s?\b")
_NAMED = re.compile(r"\bthe $")
_NOUN_NEXT = re.compile(rf" (?!(?:{_any('small_words')})\b)[a-z]+")
_TO_COME_NEXT = re.compile(rf" (?:[\w-]+ )?(?:{_any('scheduled')}|deadline|ballot|poll|polls|ceremony|event|celebration)s?\b")
_FUTURE_NEXT = re.compile(rf"\s+(?:will|won't|would|shall|{_any('futures')})\b")
CLAUSE_REACH = 90  # code points looked at on either side, within the sentence
# no full stop of a sentence: after an initial, "Mr", "Inc", "Oct" and the like
STOP = r"\.(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?<!\bSept\.)(?<!\bCorp\.)"
_BREAK = re.compile(rf"(?:{STOP}|[!?;:])\s|\n|[“”\"]|,\s(?:and|but|while|which|who|when|as)\s")


_NO_PRESENT = "".join(f"(?<!\\b{word} )" for word in ("to", "the", "a", "an", "of", "in", "not", "could", "did"))
_ARRANGED = re.compile(
    rf"{_NO_PRESENT}\b(?:{_any('arranged')})\b|(?<=[a-z]s )(?:{_any('arranged_plural')})\b|\b(?:is|are) (?:possible|likely)\b"
    rf"|\bforecast to\b|\b(?:until|pending) an? (?:[\w-]+ ){{0,2}}(?:{_any('scheduled')})\b"
)


def tense_in_text(text: str, start: int, end: int) -> str:
    """past, future or empty: what the next word says, else the nearest cue on the left, else one on the right."""
    before, after = text[max(0, start - CLAUSE_REACH) : start], text[end : end + CLAUSE_REACH]
    breaks = list(_BREAK.finditer(before))
    before = before[breaks[-1].end() :] if breaks else before
    stop = _BREAK.search(after)
    after = after[: stop.start()] if stop else after
    if _FUTURE_NEXT.match(after):
        return "future"
    if _PAST_NEXT.match(after) or (_POSSESSED.match(after) and not _SCHEDULED_NEXT.match(after)):
        return "past"  # "Damascus on Sunday called for", "Tuesday's earthquake"
    if _ORDERED.search(before):
        return (
            "future" if _BY.search(before) or _last(_ARRANGED, before) >= 0 else ""
        )  # "ordered her to report March 30", "promised elections by May"
    tense = _cue_before(before) or _cue_after(after) or ("future" if _BY.search(before) else "")
    is_name = bool(_NAMED.search(before) and _NOUN_NEXT.match(after) and not _TO_COME_NEXT.match(after))
    return "" if is_name and tense == "future" else tense  # "will need fuel for plants shut by the March 11 tsunami"


def is_begun(text: str, start: int) -> bool:
    """Does a word before a date say that it has come ("since Jan. 1", "from Jan. 1 to")?"""
    return bool(_BEGUN.search(text, max(0, start - CLAUSE_REACH), start))


def _cue_before(before: str) -> str:
    future = max(_last(FUTURE_CUES, before), _last(_ARRANGED, before))
    past = _last(PAST_CUES, before)
    if future >= 0 and not FINITE_PAST.search(before, future):
        return "future"  # "will be held": a participle after the modal is no past
    if future >= 0 or past >= 0:
        return "future" if future >= past else "past"
    return ""


def _cue_after(after: str) -> str:
    future, past = FUTURE_CUES.search(after), PAST_CUES.search(after)
    if future and (past is None or future.start() < past.start()):
        return "future"
    return "past" if past else ""


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
