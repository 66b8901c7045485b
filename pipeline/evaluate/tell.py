"""An evaluation in words: the figures, then misses, false rows and wrong values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.coding.tell import say
from pipeline.evaluate.score import Evaluation, FieldScore

SHOWN = 50  # lines of each list; the others are counted


def tell(found: Evaluation, *, limit: int = SHOWN) -> Iterator[str]:
    """The lines for a person; `limit` of each list."""
    units = f"{found.n_units} articles or sentences"
    yield f"{units} coded: {found.n_gold} events by the coder, {found.n_machine} by the machine, {found.n_found} by both."
    if found.ignored:
        yield f"Not read: the columns {', '.join(found.ignored)}."
    yield ""
    yield f"Events          precision {_share(found.precision)}   recall {_share(found.recall)}   F1 {say(found.found)}"
    yield f"with one type                                  F1 {say(found.typed)}"
    yield ""
    yield f"{'field':<18}{'coder':>7}{'machine':>9}{'right':>7}{'precision':>11}{'recall':>8}"
    yield from map(_row, found.fields)
    yield from _listed("missed", [_miss(row) for row in found.misses], limit)
    yield from _listed("false", [f"{row['event_id']}  {row['event_type']}  {row['summary']}" for row in found.false_rows], limit)
    wrong = [f"{w.event_id}  {w.field}: coder {w.gold or '(empty)'}, machine {w.machine or '(empty)'}" for w in found.wrong]
    yield from _listed("wrong values", wrong, limit)


def _row(field: FieldScore) -> str:
    shares = f"{_share(field.precision):>11}{_share(field.recall):>8}"
    return f"{field.field:<18}{field.gold:>7}{field.machine:>9}{field.right:>7}{shares}"


def _miss(row: Mapping[str, Any]) -> str:
    told = ", ".join(f"{value}" for name, value in row.items() if name not in ("where", "status", "scope"))
    return f"{row['where']}  {told}"


def _listed(what: str, lines: list[str], limit: int) -> Iterator[str]:
    yield ""
    yield f"{len(lines)} {what}{':' if lines else '.'}"
    yield from (f"  {line}" for line in lines[:limit])
    if len(lines) > limit:
        yield f"  and {len(lines) - limit} more; --json has them all"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"
