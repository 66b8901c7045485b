"""Corrections to paste: the rows a person fills in, with everything that is known already written."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.corrections.fields import FIELDS, Value, format_value
from pipeline.corrections.read import KEYS
from pipeline.errors import UsageError

OFTEN_CORRECTED = ("event_type", "mode", "status", "date_start", "date_end", "place_name", "actor_names",
                   "recipient_names", "fatalities_best")  # fmt: skip


def correction_stub(
    event_id: str,
    values: Mapping[str, Value],
    fields: Sequence[str] = OFTEN_CORRECTED,
    *,
    by: str = "",
    on: date | None = None,
) -> str:
    """Lines of corrections.csv, the header first: one `set` for each field with its present value in `expect`.

    `values` are the event's cells by column of the table `events`; null or absent = empty. Only `value` and `reason`
    are left to fill in; rows that need no change are deleted. Errors: UsageError for a field that cannot be set.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, KEYS, restval="", lineterminator="\n")
    writer.writeheader()
    for field in fields:
        if field not in FIELDS:
            raise UsageError(f"field '{field}' cannot be set. Fields: {', '.join(FIELDS)}")
        expect = format_value(values.get(field))
        writer.writerow({"op": "set", "event_id": event_id, "field": field, "expect": expect, "by": by,
                         "date": on.isoformat() if on else ""})  # fmt: skip
    return out.getvalue()
