"""What changed between two builds, event by event, and which articles caused it; the text is a commit message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from schemas.columns import EVENTS

if TYPE_CHECKING:
    import pandas as pd

    from schemas.frames import Tables

SHOWN = 20  # events listed a section in the text; the others are counted
Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One value that changed."""

    column: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class Entry:
    """One event that is not as it was. `old_id` is set when it goes on under another id, `articles` are the causes."""

    event_id: str
    summary: str
    articles: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    old_id: str | None = None


@dataclass(frozen=True, slots=True)
class Diff:
    """The differences. `replaced` are events whose telling now belongs to another id: an earlier article came, or two
    events were found to be one. `tables` are those whose rows differ, by name; events may be the same all the same."""

    old_build: str
    new_build: str
    articles_added: tuple[str, ...]
    articles_removed: tuple[str, ...]
    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    replaced: tuple[Entry, ...]
    tables: tuple[str, ...]

    def __bool__(self) -> bool:
        """True when there is any difference."""
        return bool(self.tables)

    def to_json(self) -> dict[str, Any]:
        """The differences as plain lists and dictionaries, days as YYYY-MM-DD."""
        return asdict(self)

    def to_text(self) -> str:
        """One headline, an empty line, then a section for each kind of change."""
        sections = {"Added": self.added, "Changed": self.changed, "Removed": self.removed, "Replaced": self.replaced}
        lines = [line for title, entries in sections.items() for line in _section(title, entries)]
        return "\n".join([self.headline, *lines]) + "\n"

    @property
    def headline(self) -> str:
        """All changes in one line."""
        if not self:
            return "No changes"
        kinds = {"added": self.added, "changed": self.changed, "removed": self.removed, "replaced": self.replaced}
        counts = [f"{len(entries)} {word}" for word, entries in kinds.items() if entries]
        read = [f"{len(self.articles_added)} new"] if self.articles_added else []
        read += [f"{len(self.articles_removed)} gone"] if self.articles_removed else []
        events = f"Events: {', '.join(counts)}" if counts else f"Events unchanged; changed: {', '.join(self.tables)}"
        return events + (f"; articles: {', '.join(read)}" if read else "")


def diff(old: Tables, new: Tables) -> Diff:
    """What is in `new` that was not in `old`, and the other way round."""
    was, now = _by_id(old.events), _by_id(new.events)
    replaced = _replaced(old, new, was, now)
    paths = _paths(new)
    causes = _causes(old, new)
    successors = set(replaced.values())
    return Diff(
        old.build_id,
        new.build_id,
        tuple(sorted(_articles(new) - _articles(old))),
        tuple(sorted(_articles(old) - _articles(new))),
        tuple(_entry(now[i], (paths[str(now[i]["document_id"])],)) for i in now if i not in was and i not in successors),
        tuple(_changed(was, now, causes)),
        tuple(_entry(was[i], _gone(old, new, was[i])) for i in was if i not in now and i not in replaced),
        tuple(_entry(now[new_id], causes.get(new_id, ()), old_id=old_id) for old_id, new_id in replaced.items()),
        tuple(name for name, data in new.items() if not _same(dict(old.items()).get(name), data)),
    )


def _by_id(events: pd.DataFrame) -> dict[str, dict[str, Value]]:
    rows = ({str(name): plain(value) for name, value in row.items()} for row in events.to_dict("records"))
    return {str(row["event_id"]): row for row in rows}


def plain(value: Any) -> Value:
    """A cell as a plain value: an empty one as None, a day as YYYY-MM-DD."""
    import pandas as pd

    if pd.isna(value):
        return None
    found: Value = value.date().isoformat() if isinstance(value, pd.Timestamp) else value
    return found


def _entry(row: Mapping[str, Value], articles: Iterable[str], **more: Any) -> Entry:
    return Entry(str(row["event_id"]), str(row["summary"]), tuple(articles), **more)


def _changed(
    was: Mapping[str, Mapping[str, Value]],
    now: Mapping[str, Mapping[str, Value]],
    causes: Mapping[str, tuple[str, ...]],
) -> Iterator[Entry]:
    for event_id, row in now.items():
        before = was.get(event_id, row)
        cells = [Cell(name, before[name], row[name]) for name in EVENTS.names if before[name] != row[name]]
        if cells:
            yield _entry(row, causes.get(event_id, ()), cells=tuple(cells))


def _replaced(old: Tables, new: Tables, was: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, str]:
    """Old id to new id, of events whose first telling is told by another event now."""
    home = dict(zip(new.reports["report_id"], new.reports["event_id"], strict=True))
    anchors = old.reports[old.reports["link_rule"] == "anchor"]
    pairs = zip(anchors["event_id"], anchors["report_id"], strict=True)
    moved = {event_id: home[report_id] for event_id, report_id in pairs if event_id in was and report_id in home}
    return {event_id: home_id for event_id, home_id in moved.items() if event_id not in now and home_id != event_id}


def _causes(old: Tables, new: Tables) -> dict[str, tuple[str, ...]]:
    """New event id to the articles that tell it and did not before."""
    known = set(zip(old.reports["event_id"], old.reports["document_id"], strict=True))
    paths = _paths(new)
    found: dict[str, dict[str, None]] = {}
    for event_id, document_id in zip(new.reports["event_id"], new.reports["document_id"], strict=True):
        if (event_id, document_id) not in known:
            found.setdefault(event_id, {})[paths[document_id]] = None
    return {event_id: tuple(articles) for event_id, articles in found.items()}


def _gone(old: Tables, new: Tables, row: Mapping[str, Value]) -> tuple[str, ...]:
    """The article of an event that is no more, when it is no more itself."""
    path = _paths(old)[str(row["document_id"])]
    return () if path in _articles(new) else (path,)


def _paths(tables: Tables) -> dict[str, str]:
    return dict(zip(tables.documents["document_id"], tables.documents["path"], strict=True))


def _articles(tables: Tables) -> set[str]:
    return set(tables.documents["path"])


def _same(old: pd.DataFrame | None, new: pd.DataFrame) -> bool:
    return old is not None and old.equals(new)


def _section(title: str, entries: tuple[Entry, ...]) -> Iterator[str]:
    if not entries:
        return
    yield f"\n{title}:"
    for entry in entries[:SHOWN]:
        name = f"{entry.old_id} -> {entry.event_id}" if entry.old_id else entry.event_id
        cause = f"  [{', '.join(entry.articles)}]" if entry.articles else ""
        yield f"  {name}  {entry.summary}{cause}"
        yield from (f"    {cell.column}: {_say(cell.old)} -> {_say(cell.new)}" for cell in entry.cells)
    if len(entries) > SHOWN:
        yield f"  and {len(entries) - SHOWN} more"


def _say(value: Value) -> str:
    return "(empty)" if value is None else str(value)
