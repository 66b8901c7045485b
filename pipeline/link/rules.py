"""The decision table of linking (rules.toml), compiled so that five verdicts find their rule in one look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import product
from typing import Any

import tomli

from pipeline.errors import LexiconError
from pipeline.link.compare import DIFFERENT, VERDICTS, compare, shares
from pipeline.link.likeness import are_alike
from pipeline.link.profile import Profile, is_old, names_the_victim, tells_other_victims

ASPECTS = ("type", "date", "place", "who", "number")  # in the order of compare.compare
SHARED_CONTENT = 0.25  # of the stems of the shorter of two sentences
WEAK_SCORE = 0.7  # a link below it puts `weak_link` on its event
_ALLOWED = {"where": {"within", "across"}, "acts": {"any", "speech", "deeds"}}
_OPTIONAL = {
    "above",
    "alike",
    "around",
    "together",
    "beside",
    "aftermath",
    "again",
    "recalled",
    "hits",
    "doer",
    "one",
    "old",
    "types",
    "modes",
    "named",
    "scope",
    "words",
    "content",
    "victim",
    "sentences",
    "definite",
    "days",
}
_KEYS = {"name", "where", "acts", "score", "yes", "no", *_OPTIONAL, *ASPECTS}

Verdicts = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to know that two tellings tell one event."""

    name: str
    score: float
    is_definite: bool = False
    needs_words: bool = False
    scope: str = ""
    types: frozenset[str] = frozenset()
    days: int | None = None
    content: int = 0
    needs_victim: bool = False
    sentences: int | None = None
    modes: frozenset[str] = frozenset()
    is_old: bool = False
    is_beside: bool = False
    is_again: bool = False
    is_hitting: bool = False
    has_doer: bool = False
    is_of_one: bool = False
    alike: float = 0.0
    around: float = 0.0
    is_together: bool = False
    is_by_number: bool = False
    is_named: bool = False
    above: int = 0
    is_recalled: bool = False
    is_aftermath: bool = False


def find_rule(where: str, event: Profile, telling: Profile) -> Rule | None:
    """The first rule by which a telling joins an event, None when they are two events.

    A rule that limits the days between the two publications does not hold when one of them is unknown.
    """
    verdicts = compare(event, telling)
    if verdicts is None:
        return None
    for rule in _compiled().get((where, telling.is_speech, verdicts), ()):
        if _meets_conditions(rule, where, event, telling):
            return rule
    return None


def _meets_conditions(rule: Rule, where: str, event: Profile, telling: Profile) -> bool:
    """What a rule asks for beside the verdicts, the cheapest first. Across articles either of the two may point back."""
    if (rule.types and event.event_type not in rule.types) or (rule.scope and event.scope != rule.scope):
        return False
    if rule.days is not None and _days_apart(event, telling) > rule.days:
        return False
    if rule.around and not (event.clauses and telling.clauses):
        return False
    if rule.is_definite and (event.is_course or not (telling.is_definite or (where == "across" and event.is_definite))):
        return False
    if rule.is_definite and where == "across" and not (event.is_real and telling.is_real):
        return False
    if telling.is_apart and where == "within" and not rule.needs_words:
        return False
    if rule.sentences is not None and telling.sentence - event.sentence > rule.sentences:
        return False
    if rule.needs_victim and not shares(event.recipients.people, telling.recipients.people):
        return False
    if rule.is_again and event.victims.isdisjoint(telling.known_victims):
        return False
    if rule.is_aftermath and not telling.is_aftermath:
        return False
    if rule.is_recalled and event.victims.isdisjoint(telling.recalled_victims):
        return False
    if rule.is_hitting and event.victims.isdisjoint(telling.victims):
        return False
    if rule.is_beside and not tells_other_victims(event, telling):
        return False
    if rule.has_doer and not telling.has_known_doer:
        return False
    if rule.is_of_one and not names_the_victim(event, telling):
        return False
    if rule.is_old and not (is_old(event) and is_old(telling)):
        return False
    if rule.modes and event.mode not in rule.modes:
        return False
    share = SHARED_CONTENT if rule.sentences is None else 0.0  # a neighbour may say it in few of the same words
    if rule.content and not _share_content(event.content, telling.content, rule.content, share):
        return False
    if rule.needs_words and not _share_words(event, telling):
        return False
    if rule.is_by_number and where == "within" and telling.is_adding:
        return False
    if rule.above and not _counts_more(event, telling, rule.above):
        return False
    if rule.is_named and not (event.is_named and telling.is_named and telling.is_definite):
        return False
    if (rule.alike or rule.around) and where == "within" and telling.sentence == event.sentence:
        return False  # two acts of one sentence share all of its words
    if rule.alike and not any(are_alike(a, b, rule.alike) for a in event.sayings for b in telling.sayings):
        return False
    return not rule.around or any(are_alike(a, b, rule.around) for a in event.clauses for b in telling.clauses)


def _share_words(event: Profile, telling: Profile) -> bool:
    return shares(event.wordings, telling.wordings) or shares(event.continuations, telling.continuations)


def _share_content(event: frozenset[str], telling: frozenset[str], least: int, share: float) -> bool:
    """Whether so many stems are shared, and so large a part of the shorter sentence's unless the triggers share theirs."""
    shared = event & telling
    is_by_trigger = any(stem.startswith("=") for stem in shared)
    return len(shared) >= least and (is_by_trigger or len(shared) >= share * min(len(event), len(telling)))


def _counts_more(event: Profile, telling: Profile, number: int) -> bool:
    """Whether both count more of one kind."""
    shared = event.numbers.keys() & telling.numbers.keys()
    return any(min(event.numbers[kind].least, telling.numbers[kind].least) > number for kind in shared)


def _days_apart(event: Profile, telling: Profile) -> float:
    if event.said is None or telling.said is None:
        return float("inf")
    return abs(telling.said - event.said)


@cache
def rule_table() -> tuple[dict[str, Any], ...]:
    """The rules as written, in their order. Errors: LexiconError names the rule and what it lacks."""
    text = resources.files("pipeline.link").joinpath("rules.toml").read_text("utf-8")
    rules = tuple(tomli.loads(text)["rule"])
    for rule in rules:
        _check(rule)
    return rules


@cache
def single_modes() -> frozenset[str]:
    """The modes that an undated telling across articles can be linked by."""
    return frozenset(mode for rule in rule_table() if rule["where"] == "across" for mode in rule.get("modes", ()))


def _check(rule: dict[str, Any]) -> None:
    where = f"link/rules.toml: rule '{rule.get('where')}/{rule.get('name')}'"
    if unknown := rule.keys() - _KEYS:
        raise LexiconError(f"{where}: unknown key '{min(unknown)}'. Keys: {', '.join(sorted(_KEYS))}")
    if missing := _KEYS - _OPTIONAL - rule.keys():
        raise LexiconError(f"{where}: '{min(missing)}' is missing")
    if not rule["yes"] or not rule["no"]:
        raise LexiconError(f"{where}: needs at least one example in `yes` and in `no`")
    for key, allowed in _ALLOWED.items():
        if rule[key] not in allowed:
            raise LexiconError(f"{where}: {key} = '{rule[key]}'. Allowed: {', '.join(sorted(allowed))}")
    for aspect in ASPECTS:
        if wrong := set(rule[aspect]) - set(VERDICTS) | {DIFFERENT} & set(rule[aspect]):
            raise LexiconError(f"{where}: {aspect} has '{min(wrong)}'. Allowed: {', '.join(VERDICTS[:-1])}")


@cache
def _compiled() -> dict[tuple[str, bool, Verdicts], tuple[Rule, ...]]:
    table: dict[tuple[str, bool, Verdicts], tuple[Rule, ...]] = {}
    for written in rule_table():
        rule = Rule(
            written["name"],
            written["score"],
            written.get("definite", False),
            written.get("words", False),
            written.get("scope", ""),
            frozenset(written.get("types", ())),
            written.get("days"),
            written.get("content", 0),
            written.get("victim", False),
            written.get("sentences"),
            frozenset(written.get("modes", ())),
            written.get("old", False),
            written.get("beside", False),
            written.get("again", False),
            written.get("hits", False),
            written.get("doer", False),
            written.get("one", False),
            written.get("alike", 0.0),
            written.get("around", 0.0),
            written.get("together", False),
            {"same", "equal"}.issuperset(written["number"]),
            written.get("named", False),
            written.get("above", 0),
            written.get("recalled", False),
            written.get("aftermath", False),
        )
        acts = {"any": (True, False), "speech": (True,), "deeds": (False,)}[written["acts"]]
        for is_speech, *verdicts in product(acts, *(written[aspect] for aspect in ASPECTS)):
            key = (written["where"], is_speech, tuple(verdicts))
            table[key] = (*table.get(key, ()), rule)
    return table
