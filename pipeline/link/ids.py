"""The id of an event, and the one order in which tellings are linked.

An event is named by its anchor, the smallest telling in `order`: an article published later never changes its id, an
earlier one may.
"""

from __future__ import annotations

from datetime import date

from pipeline.ids import digest
from pipeline.records import Report


def event_id(anchor: Report) -> str:
    """`ev_` and 16 hex digits that name an event by its anchor telling."""
    return digest("ev_", anchor.report_id)


def order(report: Report) -> tuple[date, str, int, int, int, str]:
    """Sort key of tellings: publication day (unknown last), document, place in the text, ordinal at that place.

    The trigger's end and the report id only break ties between two triggers that start at the same character.
    """
    where = report.candidate
    known = report.published or date.max
    return known, report.document_id, where.trigger_start, where.ordinal, where.trigger_end, report.report_id
