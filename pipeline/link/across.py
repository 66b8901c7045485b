"""The events of all articles put together, one article after the other in link order.

Each event of an article joins the best event so far, else it becomes one itself; by a rule that is `sole` only where no second
event could be meant. Nothing is ever taken apart again, so
what was linked for earlier articles stays when later ones come. An event takes at most one event of each article: what
one writer tells apart, another's vaguer words do not join.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.link.blocks import Blocks
from pipeline.link.profile import grow
from pipeline.link.rules import Rule, find_rule
from pipeline.link.within import Group
from pipeline.records import LinkedReport


def join_articles(articles: Iterable[list[Group]]) -> list[Group]:
    """All events, in the order of their anchors. `articles` come in link order, and so do the events in each."""
    events: list[Group] = []
    blocks = Blocks()
    for groups in articles:
        for group in groups:
            found = _best(events, blocks, group)
            if found is None:
                events.append(group)
                blocks.file(len(events) - 1, group.profile)
                continue
            position, rule = found
            _absorb(events[position], group, rule)
            blocks.file(position, events[position].profile)
    return events


def _best(events: list[Group], blocks: Blocks, group: Group) -> tuple[int, Rule] | None:
    """The event a group joins, by the best rule; of equal rules the latest event, for news tells what is new."""
    found = list(_candidates(events, blocks, group))
    is_unclear = sum(rule.is_sole for _, rule in found) > 1
    clear = ((position, rule) for position, rule in found if not (rule.is_sole and is_unclear))
    return max(clear, key=lambda each: (each[1].score, each[0]), default=None)


def _candidates(events: list[Group], blocks: Blocks, group: Group) -> Iterator[tuple[int, Rule]]:
    """The events of other articles that a group could join, each with the rule by which."""
    for position in blocks.candidates(group.profile):
        event = events[position]
        if event.documents.isdisjoint(group.documents):
            rule = find_rule("across", event.profile, group.profile)
            if rule is not None:
                yield position, rule


def _absorb(event: Group, group: Group, rule: Rule) -> None:
    """All tellings of the group join by one rule; the rule that held them together stands behind it."""
    for each in group.reports:
        is_first = each is group.reports[0]
        name = f"across:{rule.name}" if is_first else f"across:{rule.name}+{each.rule}"
        event.reports.append(LinkedReport(each.report, name, min(each.score, rule.score)))
    grow(event.profile, group.profile)
    event.documents |= group.documents
