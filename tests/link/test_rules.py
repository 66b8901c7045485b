"""Every rule of linking proves itself on its own examples, and the loader refuses a rule that cannot."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.errors import LexiconError
from pipeline.link.kindred import kindred
from pipeline.link.profile import profile_of
from pipeline.link.rules import _check, find_rule, rule_table
from schemas.vocab import EVENT_TYPES, MODES
from tests.link.notation import telling

EXAMPLES = [
    pytest.param(rule, pair, verdict, id=f"{rule['where']}-{rule['name']}-{verdict}-{n}")
    for rule in rule_table()
    for verdict in ("yes", "no")
    for n, pair in enumerate(rule[verdict])
]


def found_by(rule: dict[str, Any], first: str, second: str) -> str | None:
    """The name of the rule by which the second telling joins the first."""
    found = find_rule(rule["where"], profile_of(telling(first)), profile_of(telling(second)))
    return found.name if found else None


@pytest.mark.parametrize(("rule", "pair", "verdict"), EXAMPLES)
def test_rule_keeps_its_examples(rule: dict[str, Any], pair: list[str], verdict: str) -> None:
    name = found_by(rule, *pair)
    assert (name == rule["name"]) if verdict == "yes" else (name is None)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        pytest.param({"no": []}, "needs at least one example", id="no-example"),
        pytest.param({"where": "between"}, "Allowed: across, within", id="unknown-where"),
        pytest.param({"date": ["similar"]}, "Allowed: same, equal, compatible", id="unknown-verdict"),
        pytest.param({"place": ["different"]}, "place has 'different'", id="may-not-link-what-differs"),
        pytest.param({"skore": 1}, "unknown key 'skore'", id="unknown-key"),
    ],
)
def test_a_rule_that_is_not_well_formed_is_refused(change: dict[str, Any], complaint: str) -> None:
    with pytest.raises(LexiconError, match=complaint):
        _check(rule_table()[0] | change)


def test_kindred_types_and_modes_are_in_the_vocabulary() -> None:
    for type_a, mode_a, _, _ in kindred():
        assert type_a in EVENT_TYPES
        assert mode_a == "*" or mode_a in MODES[type_a]


@pytest.mark.parametrize(
    ("quote", "is_apart"),
    [
        ("Another 35 people were said to be hurt", False),
        ("Another twelve, they said", False),
        ("Another bomb, police said", True),
        ("In a separate raid, they said", True),
    ],
)
def test_what_is_told_apart(quote: str, is_apart: bool) -> None:
    start = quote.index("said")
    found = telling("result ASSAULT ..2019-12-23 injured=8", quote=quote.replace(" ", "_"), at=str(start + 10))
    assert profile_of(replace(found, sentence_start=10)).is_apart == is_apart
