"""One table for Stata 14 or newer: days as %td, truth as 0 and 1, codes and other text as strings, long ones as strL.

A variable's label is its description, cut to the 80 characters that Stata allows; a name that is a word of Stata's own
begins with "_" (`_end`); a null text is the empty string, which is Stata's missing one. The file's time is the last
publication day, so that the same data give the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from pipeline.export import Options, Rendered
from pipeline.export.dataset import Dataset
from schemas.columns import SCHEMA_VERSION, TABLES, Column

if TYPE_CHECKING:
    import pandas as pd

VERSION: Final = 118  # of the .dta format: Unicode, strL, up to 32,767 variables
LABEL_CHARACTERS = 80
LONG_TEXTS = ("quote", "text", "summary", "sources")
RENAMED = {"end": "_end"}
NO_DAY = datetime(1960, 1, 1)  # Stata's day 0, for a build without any publication day


def render(dataset: Dataset, options: Options) -> Rendered:
    """The one table that is asked for."""
    import pandas as pd

    from schemas.frames import frame

    [name] = options.tables
    columns = {RENAMED.get(column.name, column.name): column for column in TABLES[name].columns}
    table, file = frame(name, dataset.tables[name]), io.BytesIO()
    table = pd.DataFrame({variable: _series(table[column.name], column) for variable, column in columns.items()})
    table.to_stata(
        file,
        write_index=False,
        version=VERSION,
        convert_dates={variable: "td" for variable, column in columns.items() if column.type == "date"},
        convert_strl=[variable for variable in LONG_TEXTS if variable in columns],
        variable_labels={variable: label(column) for variable, column in columns.items()},
        data_label=f"conflict-timeline {name}, schema {SCHEMA_VERSION}, build {dataset.build_id}"[:LABEL_CHARACTERS],
        time_stamp=_last_published(dataset),
        byteorder="little",
    )
    return Rendered(file.getvalue(), len(table))


def label(column: Column) -> str:
    """The description of a column in at most 80 characters, cut after a word."""
    text = column.description
    return text if len(text) <= LABEL_CHARACTERS else text[: LABEL_CHARACTERS - 1].rsplit(" ", 1)[0] + "…"


def _series(values: pd.Series[Any], column: Column) -> pd.Series[Any]:
    if column.type == "string":
        return values.fillna("").astype(object)
    if column.type == "boolean":
        return values.astype("Int8")
    return values


def _last_published(dataset: Dataset) -> datetime:
    days = [row["last_published"] for row in dataset.events if row["last_published"]]
    return datetime.combine(max(days), time.min) if days else NO_DAY
