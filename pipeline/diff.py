"""What changed between two builds, event by event, and which articles caused it; the text is a commit message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from schemas.frames import differences

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
    was, now = old.events.set_index("event_id"), new.events.set_index("event_id")
    replaced = _replaced(old, new)
    causes = _causes(old, new)
    came = now.index.difference([*was.index, *replaced.values()], sort=False)
    left = was.index.difference([*now.index, *replaced], sort=False)
    paths, said = _paths(new), _summaries(old) | _summaries(new)
    first = dict(zip(new.events["event_id"], new.events["document_id"], strict=True))
    last = dict(zip(old.events["event_id"], old.events["document_id"], strict=True))
    return Diff(
        old.build_id,
        new.build_id,
        tuple(sorted(_articles(new) - _articles(old))),
        tuple(sorted(_articles(old) - _articles(new))),
        tuple(Entry(i, said[i], (paths[first[i]],)) for i in came),
        tuple(Entry(i, said[i], causes.get(i, ()), cells) for i, cells in _changed(was, now)),
        tuple(Entry(i, said[i], _gone(old, new, last[i])) for i in left),
        tuple(Entry(i, said[i], causes.get(i, ()), old_id=old_id) for old_id, i in replaced.items()),
        tuple(name for name, data in new.items() if not _same(dict(old.items()).get(name), data)),
    )


def plain(value: Any) -> Value:
    """A cell as a plain value: an empty one as None, a day as YYYY-MM-DD."""
    import pandas as pd

    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    found: Value = value.item() if hasattr(value, "item") else value
    return found


def _changed(was: pd.DataFrame, now: pd.DataFrame) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    both = now.index[now.index.isin(was.index)]
    differs = differences(was.loc[both], now.loc[both])
    for event_id in both[differs.any(axis=1)]:
        names = differs.columns[differs.loc[event_id]]
        yield event_id, tuple(Cell(n, plain(was.at[event_id, n]), plain(now.at[event_id, n])) for n in names)


def _replaced(old: Tables, new: Tables) -> dict[str, str]:
    """Old id to new id, of events that are no more and whose first telling is told by another event now."""
    home = dict(zip(new.reports["report_id"], new.reports["event_id"], strict=True))
    kept = set(new.events["event_id"])
    anchors = old.reports[old.reports["link_rule"] == "anchor"]
    pairs = zip(anchors["event_id"], anchors["report_id"], strict=True)
    return {event_id: home[report_id] for event_id, report_id in pairs if event_id not in kept and home.get(report_id) in kept}


def _summaries(tables: Tables) -> dict[str, str]:
    return dict(zip(tables.events["event_id"], tables.events["summary"], strict=True))


def _causes(old: Tables, new: Tables) -> dict[str, tuple[str, ...]]:
    """New event id to the articles that tell it and did not before."""
    known = set(zip(old.reports["event_id"], old.reports["document_id"], strict=True))
    paths = _paths(new)
    found: dict[str, dict[str, None]] = {}
    for event_id, document_id in zip(new.reports["event_id"], new.reports["document_id"], strict=True):
        if (event_id, document_id) not in known:
            found.setdefault(event_id, {})[paths[document_id]] = None
    return {event_id: tuple(articles) for event_id, articles in found.items()}


def _gone(old: Tables, new: Tables, document_id: str) -> tuple[str, ...]:
    """The article of an event that is no more, when it is no more itself."""
    path = _paths(old)[document_id]
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
