"""The tellings of one article put together: told in the lead, told again below, pointed back to as "the attack"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.link.kindred import family
from pipeline.link.profile import Profile, grow, profile_of
from pipeline.link.rules import Rule, find_rule
from pipeline.link.wording import are_two_acts
from pipeline.records import LinkedReport, Report

ANCHOR = "anchor"
NEAR_SENTENCES = 2  # as far back as "the attacks" may mean one act told before


@dataclass(slots=True)
class Group:
    """An event so far: its tellings in link order, its profile, and the documents that tell it."""

    reports: list[LinkedReport]
    profile: Profile
    documents: set[str]


def group_article(reports: Sequence[Report]) -> list[Group]:
    """The events of one article from its tellings in link order; each telling joins the best event so far.

    The best rule wins; of equal rules the nearest event before it, for "the attack" is the last one told.
    """
    groups: list[Group] = []
    for report in reports:
        profile = profile_of(report)
        found = _best(groups, report, profile)
        if found is None:
            groups.append(Group([LinkedReport(report, ANCHOR, 1.0)], profile, {report.document_id}))
            continue
        group, rule = found
        group.reports.append(LinkedReport(report, f"within:{rule.name}", rule.score))
        grow(group.profile, profile)
    return groups


def _best(groups: Sequence[Group], report: Report, profile: Profile) -> tuple[Group, Rule] | None:
    best: tuple[Group, Rule] | None = None
    found = list(_candidates(groups, report, profile))
    # hit twice: which of the two is meant is not told
    is_unclear = sum(rule.is_sole for _, rule in found) > 1 or _means_several(groups, profile)
    for group, rule in found:
        if rule.is_sole and is_unclear:
            continue
        if best is None or rule.score > best[1].score or (rule.score == best[1].score and _is_nearer(group, best[0])):
            best = group, rule
    return best


def _means_several(groups: Iterable[Group], telling: Profile) -> bool:
    """Whether it is "the attacks" right after two acts: what is told of both belongs to neither, wherever the last one was."""
    if telling.scope != "multiple" or not telling.is_definite:
        return False
    kin = family(telling.event_type)
    acts = (group.profile for group in groups if family(group.profile.event_type) == kin)
    near = [act for act in acts if act.is_real and not act.is_result and telling.sentence - act.sentence <= NEAR_SENTENCES]
    return sum(act.scope == "incident" for act in near) > 1


def _is_nearer(group: Group, other: Group) -> bool:
    """Whether the later of two events stands nearer: not where both were told in one sentence, whose first is its main act."""
    return group.profile.sentence > other.profile.sentence


def _candidates(groups: Iterable[Group], report: Report, profile: Profile) -> Iterator[tuple[Group, Rule]]:
    """The events that a telling could join, each with the rule by which."""
    kin = family(profile.event_type)
    for group in groups:
        if family(group.profile.event_type) != kin or _is_sibling(group, report):
            continue
        rule = find_rule("within", group.profile, profile)
        if rule is None or (not rule.is_together and any(are_two_acts(each.report, report) for each in group.reports)):
            continue
        yield group, rule


def _is_sibling(group: Group, report: Report) -> bool:
    """Whether the event has a telling by the same trigger: "in Afrin in 2018 and in Manbij in 2019" are two."""
    start = report.candidate.trigger_start
    return any(each.report.candidate.trigger_start == start for each in group.reports)
