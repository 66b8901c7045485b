"""What a rule of linking may ask for beside its five verdicts: one condition for each optional key of rules.toml.

A condition gets an event and a telling and says whether the rule may join the two; rules.toml says what each key means. They
are listed the cheapest first. A new key is one function here, its line in `PLAIN` or `OF_VALUE`, and its line in rules.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pipeline.link.compare import EQUAL, SAME, WEEK_DAYS, shares
from pipeline.link.likeness import are_alike
from pipeline.link.profile import Profile, is_old, names_the_victim, spot_names, tells_other_victims, width
from pipeline.link.sites import share_rare_site

SHARED_CONTENT = 0.25  # of the stems of the shorter of two sentences
OF_RULE = frozenset(("together", "sole"))  # optional keys that are no condition on the two

Condition = Callable[[Profile, Profile], bool]


def conditions_of(written: Mapping[str, Any]) -> Iterator[Condition]:
    """The conditions of a rule as it is written."""
    is_within = written["where"] == "within"
    if is_within:
        yield from _within(written)
    for key, condition in (PLAIN if is_within else PLAIN_ACROSS).items():
        if written.get(key):
            yield condition
    for key, of_value in OF_VALUE.items():
        if key in written:
            yield of_value(written[key], written)


def _within(written: Mapping[str, Any]) -> Iterator[Condition]:
    """What holds in one article without being asked for: what is said to be another act, or one more, is."""
    if not written.get("words"):
        yield is_not_apart
    if {SAME, EQUAL}.issuperset(written["number"]):
        yield is_not_adding
    if "alike" in written or "around" in written:
        yield are_two_sentences


# ------------------------------------------------------------------------------------------------ without being asked for
def is_not_apart(event: Profile, telling: Profile) -> bool:
    return not telling.is_apart


def is_not_adding(event: Profile, telling: Profile) -> bool:
    return not telling.is_adding


def are_two_sentences(event: Profile, telling: Profile) -> bool:
    """Two acts of one sentence share all of its words."""
    return telling.sentence != event.sentence


# ------------------------------------------------------------------------------------------------ key = true
def points_back(event: Profile, telling: Profile) -> bool:
    return telling.is_definite and not event.is_course and not hits_something_else(event, telling)


def hits_something_else(event: Profile, telling: Profile) -> bool:
    """Whether a noun says that it hit what nothing told of the event names, of an event that says itself what it hit or that is
    of another day: "the shooting of six monks" is not the raid on a bank that was told before."""
    known = event.victims | event.sites
    if not telling.target or telling.target & {*known, *(word for name in spot_names(event.spots) for word in name.split())}:
        return False
    return bool(known) or telling.first not in (None, event.first)


def one_points_back(event: Profile, telling: Profile) -> bool:
    """Across articles either of the two may, of something that really was."""
    is_real = event.is_real and telling.is_real
    return is_real and not event.is_course and (telling.is_definite or event.is_definite)


def hits_one_person(event: Profile, telling: Profile) -> bool:
    return shares(event.recipients.people, telling.recipients.people)


def hits_again(event: Profile, telling: Profile) -> bool:
    return not event.victims.isdisjoint(telling.known_victims)


def recalls_victims(event: Profile, telling: Profile) -> bool:
    return not event.victims.isdisjoint(telling.recalled_victims)


def hits_alike(event: Profile, telling: Profile) -> bool:
    return not event.victims.isdisjoint(telling.victims)


def takes_up_site(event: Profile, telling: Profile) -> bool:
    """Within an article "the hotel" is the one that was told."""
    return not event.sites.isdisjoint(telling.known_sites)


def shares_site(event: Profile, telling: Profile) -> bool:
    """Across articles both must be of a kind of which few are hit."""
    return share_rare_site(event.sites, telling.sites)


def is_damage(event: Profile, telling: Profile) -> bool:
    return telling.mode == "destroy" and not telling.actors.is_told and not telling.is_definite


def is_aftermath(event: Profile, telling: Profile) -> bool:
    return telling.is_aftermath


def is_by_known_doer(event: Profile, telling: Profile) -> bool:
    return telling.has_known_doer


def are_old(event: Profile, telling: Profile) -> bool:
    return is_old(event) and is_old(telling)


def is_recalled(event: Profile, telling: Profile) -> bool:
    """Whether the telling takes up what was told before: "the attack", or no more than the background of another act."""
    return (telling.is_definite or telling.is_background) and not event.is_course


def names_one_spot(event: Profile, telling: Profile) -> bool:
    return not spot_names(event.spots).isdisjoint(spot_names(telling.spots))


def are_of_a_week(event: Profile, telling: Profile) -> bool:
    return max(width(event), width(telling)) < WEEK_DAYS


def says_toll(event: Profile, telling: Profile) -> bool:
    return telling.is_toll


def is_only_tally(event: Profile, telling: Profile) -> bool:
    return telling.is_tally and not event.is_course


def is_named_again(event: Profile, telling: Profile) -> bool:
    return event.is_named and telling.is_named and telling.is_definite


def shares_words(event: Profile, telling: Profile) -> bool:
    return shares(event.wordings, telling.wordings) or shares(event.continuations, telling.continuations)


PLAIN: dict[str, Condition] = {
    "definite": points_back,
    "back": points_back,
    "background": is_recalled,
    "spot": names_one_spot,
    "week": are_of_a_week,
    "aftermath": is_aftermath,
    "damage": is_damage,
    "site": takes_up_site,
    "doer": is_by_known_doer,
    "toll": says_toll,
    "tally": is_only_tally,
    "named": is_named_again,
    "old": are_old,
    "victim": hits_one_person,
    "again": hits_again,
    "recalled": recalls_victims,
    "hits": hits_alike,
    "beside": tells_other_victims,
    "one": names_the_victim,
    "words": shares_words,
}
PLAIN_ACROSS = PLAIN | {"definite": one_points_back, "site": shares_site}


# ------------------------------------------------------------------------------------------------ key = a value
def of_types(types: list[str], _: Mapping[str, Any]) -> Condition:
    wanted = frozenset(types)
    return lambda event, telling: event.event_type in wanted


def of_modes(modes: list[str], _: Mapping[str, Any]) -> Condition:
    wanted = frozenset(modes)
    return lambda event, telling: event.mode in wanted


def of_scope(scope: str, _: Mapping[str, Any]) -> Condition:
    return lambda event, telling: event.scope == scope


def within_days(days: int, _: Mapping[str, Any]) -> Condition:
    """Between the two publications; not where one of them is unknown."""
    return lambda event, telling: event.said is not None and telling.said is not None and abs(telling.said - event.said) <= days


def within_sentences(sentences: int, _: Mapping[str, Any]) -> Condition:
    return lambda event, telling: telling.sentence - event.sentence <= sentences


def counting_above(number: int, _: Mapping[str, Any]) -> Condition:
    """Both count more of one kind."""

    def condition(event: Profile, telling: Profile) -> bool:
        shared = event.numbers.keys() & telling.numbers.keys()
        return any(min(event.numbers[kind].least, telling.numbers[kind].least) > number for kind in shared)

    return condition


def sharing_content(stems: int, written: Mapping[str, Any]) -> Condition:
    """So many stems, and so large a part of the shorter sentence's unless the triggers share theirs or the two are neighbours."""
    share = 0.0 if "sentences" in written else SHARED_CONTENT

    def condition(event: Profile, telling: Profile) -> bool:
        shared = event.content & telling.content
        if len(shared) < stems:
            return False
        is_by_trigger = any(stem.startswith("=") for stem in shared)
        return is_by_trigger or len(shared) >= share * min(len(event.content), len(telling.content))

    return condition


def sayings_alike(share: float, _: Mapping[str, Any]) -> Condition:
    return lambda event, telling: any(are_alike(a, b, share) for a in event.sayings for b in telling.sayings)


def clauses_alike(share: float, _: Mapping[str, Any]) -> Condition:
    return lambda event, telling: any(are_alike(a, b, share) for a in event.clauses for b in telling.clauses)


OF_VALUE: dict[str, Callable[[Any, Mapping[str, Any]], Condition]] = {
    "types": of_types,
    "modes": of_modes,
    "scope": of_scope,
    "days": within_days,
    "sentences": within_sentences,
    "above": counting_above,
    "content": sharing_content,
    "alike": sayings_alike,
    "around": clauses_alike,
}
KEYS = OF_RULE | PLAIN.keys() | OF_VALUE.keys()
