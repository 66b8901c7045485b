"""Reports to events: which tellings, within and across articles, tell the same event, and what they say together.

Linking is a pure function of its input, whatever its order: tellings are sorted first (ids.order), the events of each
article are made (within), these join the events of earlier articles (across), the values of each event are merged
(merge, numbers), and last it is decided what lies in what and what may be added up (parts).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from pipeline.link.across import join_articles
from pipeline.link.ids import event_id, order
from pipeline.link.independence import Sources
from pipeline.link.merge import merge
from pipeline.link.parts import settle_parts
from pipeline.link.within import group_article
from pipeline.records import Document, Event, Publisher, Report

__all__ = ["event_id", "link"]


def link(reports: Iterable[Report], documents: Mapping[str, Document], publishers: Iterable[Publisher] = ()) -> tuple[Event, ...]:
    """The distinct events of all reports, in the order of their anchors.

    `documents` by id tell publishers and duplicates; a document that is missing counts as a source of its own.
    """
    ordered = sorted(reports, key=order)
    articles = (group_article(list(told)) for _, told in groupby(ordered, key=lambda report: report.document_id))
    sources = Sources(documents, publishers)
    linked = [group.reports for group in join_articles(articles)]  # what they were compared by is let go here
    return settle_parts([merge(each, sources) for each in linked])
