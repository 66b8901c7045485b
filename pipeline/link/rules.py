"""The decision table of linking (rules.toml), compiled so that five verdicts find their rule in one look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import product
from typing import Any

import tomli

from pipeline.errors import LexiconError
from pipeline.link.compare import DIFFERENT, VERDICTS, compare
from pipeline.link.conditions import KEYS, Condition, conditions_of
from pipeline.link.profile import Profile

ASPECTS = ("type", "date", "place", "who", "number")  # in the order of compare.compare
WEAK_SCORE = 0.7  # a link below it puts `weak_link` on its event
_ALLOWED = {"where": {"within", "across"}, "acts": {"any", "speech", "deeds"}}
_KEYS = {"name", "where", "acts", "score", "yes", "no", *ASPECTS}

Verdicts = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to know that two tellings tell one event."""

    name: str
    score: float
    conditions: tuple[Condition, ...] = ()  # the cheapest first
    is_together: bool = False
    is_sole: bool = False  # joins nothing where the article tells two acts that could be meant


def find_rule(where: str, event: Profile, telling: Profile) -> Rule | None:
    """The first rule by which a telling joins an event, None when they are two events."""
    verdicts = compare(event, telling)
    if verdicts is None:
        return None
    for rule in _compiled().get((where, telling.is_speech, verdicts), ()):
        for condition in rule.conditions:
            if not condition(event, telling):
                break
        else:
            return rule
    return None


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
    if unknown := rule.keys() - _KEYS - KEYS:
        raise LexiconError(f"{where}: unknown key '{min(unknown)}'. Keys: {', '.join(sorted(_KEYS | KEYS))}")
    if missing := _KEYS - rule.keys():
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
        conditions = tuple(conditions_of(written))
        is_sole = bool(written.get("recalled") or written.get("sole"))
        rule = Rule(written["name"], written["score"], conditions, bool(written.get("together")), is_sole)
        acts = {"any": (True, False), "speech": (True,), "deeds": (False,)}[written["acts"]]
        for is_speech, *verdicts in product(acts, *(written[aspect] for aspect in ASPECTS)):
            key = (written["where"], is_speech, tuple(verdicts))
            table[key] = (*table.get(key, ()), rule)
    return table
