"""The timeline in a terminal: published events as lines one can paste into a message.

Reads with pyarrow and draws with rich only, so that it is there at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.choose import Filter, Row, chronological, find_event, is_incident
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

WIDE, NARROW = 118, 60  # columns from which on each part of an event, or at least its day, has a column of its own
TYPE_STYLES = {"ASSAULT": "bold red", "DISPLACE": "magenta", "COERCE": "red", "THREATEN": "yellow", "ACCUSE": "yellow"}


def find_rows(data: Path, event: str, wanted: Filter) -> list[dict[str, Any]]:
    """The published events that meet the filter, in order; with an id, that event alone."""
    events = _read_rows(data, "events")
    return [find_event(events, event)] if event else chronological(row for row in events if wanted.keeps(row))


def _read_rows(folder: Path, name: str) -> list[dict[str, Any]]:
    from pipeline.published import read_arrow

    rows: list[dict[str, Any]] = read_arrow(folder, [name])[name].to_pylist()
    return rows


def draw(data: Path, event: str, wanted: Filter) -> None:
    """Prints the timeline, or one event with its tellings; no line ends in blanks, so that it can be pasted anywhere."""
    from rich.console import Console

    console = Console(highlight=False)
    rows = find_rows(data, event, wanted)
    with console.capture() as drawn:
        if event:
            reports = [row for row in _read_rows(data, "reports") if row["event_id"] == rows[0]["event_id"]]
            draw_event(rows[0], reports, console)
        else:
            draw_timeline(rows, console)
    print("\n".join(line.rstrip() for line in drawn.get().splitlines()))


def stub(data: Path, event: str) -> str:
    """Rows for corrections.csv with the event's present values, to be filled in."""
    from pipeline.corrections import correction_stub

    if not event:
        raise UsageError("--correction needs the id of an event.")
    row = find_event(_read_rows(data, "events"), event)
    values = {name: value.date() if isinstance(value, datetime) else value for name, value in row.items()}
    return correction_stub(row["event_id"], values)


def draw_timeline(rows: Sequence[Row], console: Console) -> None:
    """Prints events, a year's heading before each year's first, and what they add up to."""
    from rich.text import Text

    if not rows:
        console.print("No event matches.")
        return
    year: object = None
    for group, members in _by_year(rows):
        if group != year:
            console.print(Text(str(group), style="bold"))
            year = group
        console.print(_table(members, console.width))
    console.print(Text(total(rows), style="dim"))


def _by_year(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(str(row["date_sort"].year) if row["date_sort"] else "undated", []).append(row)
    return list(groups.items())


def _table(rows: Iterable[Row], width: int) -> RenderableType:
    """Rows of: when, what, told in one line, source. The narrower the terminal, the fewer of them have a column."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for ratio in (5, 6, 16, 6) if width >= WIDE else (2, 5) if width >= NARROW else (1,):
        table.add_column(ratio=ratio)
    for row in rows:
        days, told = say(row)
        cells = [Text(days), Text(_kind(row), style=_style(row)), Text(told), Text(row["sources"], style="dim")]
        if width < NARROW:
            cells = [Text("\n").join([Text("  ").join(cells[:2]), *cells[2:]])]
        elif width < WIDE:
            cells = [cells[0], Text("\n").join(cells[1:])]
        table.add_row(*cells)
    return table


def _style(row: Row) -> str:
    return TYPE_STYLES.get(row["event_type"], "cyan")


def say(row: Row) -> tuple[str, str]:
    """When, `~` before what is vague, and who, where, how many and by whom claimed. `summary` has the wording."""
    days, _, told = row["summary"].partition(": ")
    if row["date_precision"] in ("vague", "unknown"):
        days = f"~ {days}"
    elif row["date_kind"] == "throughout":
        days = f"{days} throughout"
    who = row["claimed_by"]
    claim = " [unconfirmed]" if who == "(unnamed)" else f" [says {who}]" if who else ""
    return days, told + claim + (" [contested]" if row["contested"] else "")


def _kind(row: Row) -> str:
    mode = f"/{row['mode']}" if row["mode"] else ""
    return f"{row['event_type']}{mode}" + ("" if row["scope"] == "incident" else f" ({row['scope']})")


def total(rows: Sequence[Row]) -> str:
    """What the events add up to: only countable violent ones are incidents, only their dead are summed."""
    incidents = [row for row in rows if is_incident(row)]
    dead = sum(row["fatalities_best"] or 0 for row in incidents)
    return (
        f"{len(rows)} events, {len(incidents)} of them countable violent incidents with {dead:,} reported dead. "
        "Machine rows: review before you publish."
    )


def draw_event(row: Row, reports: Sequence[Row], console: Console) -> None:
    """Prints all that is known of one event, group by group, and every telling with its words."""
    from rich.table import Table
    from rich.text import Text

    from schemas.columns import EVENTS

    console.print(Text(row["summary"], style="bold"))
    table = Table.grid(padding=(0, 2, 0, 0))
    group = ""
    for column in EVENTS.columns:
        if row[column.name] is None or column.name == "summary":
            continue
        label = column.group if column.group != group else ""
        group = column.group
        table.add_row(Text(label, style="dim"), column.name, Text(cell(row[column.name])))
    console.print(table)
    for report in reports:
        day = f" {cell(report['published'])}" if report["published"] else ""
        console.print(Text(f"\n{report['document_id']}{day}  {report['frame']}  {report['link_rule']}", style="dim"))
        console.print(_marked(report))


def cell(value: Any) -> str:
    """One value as text: a day as YYYY-MM-DD, truth as yes and no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.date().isoformat() if hasattr(value, "date") else str(value)


def _marked(report: Row) -> Any:
    """The sentence of a telling, its trigger set off."""
    from rich.text import Text

    text = Text("“" + report["quote"] + "”")
    if report["trigger_start"] is not None and report["sentence_start"] is not None:
        first = report["trigger_start"] - report["sentence_start"] + 1
        text.stylize("bold underline", first, first + report["trigger_end"] - report["trigger_start"])
    return text
