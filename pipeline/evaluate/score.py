"""The machine's events beside the coded ones: which are the same, what is missed, what is false, which values are right.

Two events are one when they share their type or the coder's quote, and no more speaks against it than for it; within a
coded sentence they are paired whatever their type. Each event has one partner at most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.choose import Filter
from pipeline.coding.alpha import Measure, f1, with_interval
from pipeline.coding.layout import FIELDS
from pipeline.coding.pair import best_pairs, fold, likeness, overlap
from pipeline.corrections.fields import format_value
from pipeline.errors import UsageError
from pipeline.evaluate.gold import RIVAL, Gold, Unit, read_gold
from pipeline.evaluate.naming import is_same
from pipeline.evaluate.predicted import Machine, Predicted, pooled
from pipeline.export.dataset import read

LEAST = 4  # likeness of one event: the same type, or as much as that
SAME_WORDS = 6  # likeness that the coder's quote gives
DAYS_APART = 4  # likeness that days without any in common take away
NAMES = ("actor_names", "recipient_names")
ALWAYS = ("status", "scope", "date_precision")  # the machine always fills them; a coder who leaves them has not coded them


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit with its pairs of indices (gold, machine)."""

    unit: Unit
    machine: tuple[Predicted, ...]
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FieldScore:
    """One field of the paired events: how often the coder, the machine and both filled it, and how often they say the same.

    Of names every single one counts.
    """

    field: str
    gold: int
    machine: int
    both: int
    right: int

    @property
    def precision(self) -> float | None:
        """Right of what the machine says."""
        return self.right / self.machine if self.machine else None

    @property
    def recall(self) -> float | None:
        """Right of what the coder says."""
        return self.right / self.gold if self.gold else None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that is not the coder's."""

    where: str
    event_id: str
    field: str
    gold: str
    machine: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures. `found` are F1 of events that are paired, `typed` of those with the same type, too."""

    n_units: int
    n_gold: int
    n_machine: int
    n_found: int
    found: Measure
    typed: Measure
    fields: tuple[FieldScore, ...]
    misses: tuple[Mapping[str, Any], ...]
    false_rows: tuple[Mapping[str, Any], ...]
    wrong: tuple[Wrong, ...]
    ignored: tuple[str, ...]

    @property
    def precision(self) -> float | None:
        """Of the machine's events, those that a coder has."""
        return self.n_found / self.n_machine if self.n_machine else None

    @property
    def recall(self) -> float | None:
        """Of the coded events, those that the machine has."""
        return self.n_found / self.n_gold if self.n_gold else None

    def to_json(self) -> dict[str, Any]:
        """For machines."""
        shares = {"precision": self.precision, "recall": self.recall}
        fields = [asdict(each) | {"precision": each.precision, "recall": each.recall} for each in self.fields]
        measures = {"found": self.found._asdict(), "typed": self.typed._asdict()}
        return asdict(self) | shares | measures | {"fields": fields}


def evaluate(gold: Path, data: Path, types: Sequence[str], times: int, seed: int) -> Evaluation:
    """Scores published tables against a coded file. `types` limits both to these event types; empty = all.

    Errors: UsageError for a file that cannot be read, lacks a column or has wrong rows, and when nothing is published.
    """
    tables = read(data, ("events", "reports", "documents"), Filter()).tables
    coded = read_gold(gold, tables["documents"])
    machine = Machine(tables["events"], tables["reports"])
    scored = [_score(unit, machine, types) for unit in coded.units]
    if not any(each.unit.events or each.machine for each in scored):
        raise UsageError(f"{gold}: neither the coder nor the machine has an event of these types.")

    def measure(is_strict: bool) -> Measure:
        return with_interval(scored, lambda units: _f1(units, is_strict), times, seed)

    fields = [name for name in FIELDS if name in coded.fields and name != "date_start"]
    return Evaluation(
        n_units=len(scored),
        n_gold=sum(len(each.unit.events) for each in scored),
        n_machine=sum(len(each.machine) for each in scored),
        n_found=sum(len(each.pairs) for each in scored),
        found=measure(False),
        typed=measure(True),
        fields=tuple(_field(name, scored) for name in fields),
        misses=tuple(miss for each in scored for miss in _misses(each)),
        false_rows=tuple(row for each in scored for row in _false_rows(each)),
        wrong=tuple(value for each in scored for value in _wrong(each, fields)),
        ignored=coded.ignored,
    )


def _score(unit: Unit, machine: Machine, types: Sequence[str]) -> Scored:
    events = tuple(event for event in unit.events if not types or any(_is_type(event, name) for name in types))
    found = tuple(event for event in machine.of_unit(unit) if not types or event.values["event_type"] in types)
    least = LEAST if unit.span is None else -DAYS_APART
    return Scored(Unit(unit.document_id, unit.span, events), found, tuple(best_pairs(events, found, _like, least)))


def _like(gold: Gold, machine: Predicted) -> int:
    """How much speaks for two events being one."""
    first = {name: value.split(RIVAL)[0] if isinstance(value, str) else value for name, value in gold.values.items()}
    score = likeness(first, machine.values)
    if gold.quote and _meets(gold.quote, machine.quote):
        return score + SAME_WORDS
    is_dated = all(isinstance(each.get("date_end"), date) for each in (gold.values, machine.values))
    return score - DAYS_APART if is_dated and not overlap(gold.values, machine.values) else score


def _is_type(gold: Gold, name: str) -> bool:
    return name in str(gold.values["event_type"]).split(RIVAL)


def _meets(quote: str, sentence: str) -> bool:
    """Whether one holds the words of the other."""
    words, told = f" {fold(quote)} ", f" {fold(sentence)} "
    return bool(words.strip()) and (words in told or told in words)


def _f1(units: Sequence[Scored], is_strict: bool) -> float | None:
    pairs = [(each.unit.events[i], each.machine[k]) for each in units for i, k in each.pairs]
    paired = sum(not is_strict or _is_type(a, b.values["event_type"]) for a, b in pairs)
    return f1(paired, sum(len(each.unit.events) for each in units), sum(len(each.machine) for each in units))


# ------------------------------------------------------------------------------------------------ fields
def _field(name: str, scored: Sequence[Scored]) -> FieldScore:
    pairs = [(each.unit.events[i], each.machine[k]) for each in scored for i, k in each.pairs]
    gold = machine = both = right = 0
    for one, other in pairs:
        said, told = _said(_beside(one, other), name), _said(other.values, name)
        if name in ALWAYS and not said:
            continue
        gold, machine = gold + len(said), machine + len(told)
        both += bool(said and told)
        right += _n_right(name, said, told, other)
    return FieldScore("dates" if name == "date_end" else name, gold, machine, both, right)


def _beside(gold: Gold, machine: Predicted) -> Mapping[str, Any]:
    """The coder's values as they compare with the machine's."""
    return pooled(gold.values) if machine.is_mutual else gold.values


def _said(values: Mapping[str, Any], name: str) -> list[Any]:
    """What somebody says in one field: each name of names, both days as one, else the value; nothing where it is empty."""
    if name == "date_end":
        days = values.get("date_start"), values.get("date_end")
        return [days] if days[1] is not None and (days[0] is not None or values.get("date_precision") != "unknown") else []
    value = values.get(name)
    if value is None:
        return []
    return [part.strip() for part in str(value).split(";") if part.strip()] if name in NAMES else [value]


def _n_right(name: str, said: Sequence[Any], told: Sequence[Any], machine: Predicted) -> int:
    """How many of the machine's values the coder has, each used once."""
    if name in NAMES:
        return len(best_pairs(said, told, lambda a, b: is_same(a, b, are_actors=True), 1))
    if not said or not told:
        return 0
    if name == "place_name":
        return int(any(is_same(str(said[0]), place, are_actors=False) for place in machine.place_names))
    if name == "claimed_by":
        return int(is_same(str(said[0]), str(told[0]), are_actors=True))
    return int(told[0] == said[0] or str(told[0]) in str(said[0]).split(RIVAL))


def _wrong(each: Scored, fields: Sequence[str]) -> list[Wrong]:
    found = []
    for i, k in each.pairs:
        gold, machine = each.unit.events[i], each.machine[k]
        for name in fields:
            said, told = _said(_beside(gold, machine), name), _said(machine.values, name)
            is_coded = bool(said) or name not in ALWAYS
            if is_coded and max(len(said), len(told)) != _n_right(name, said, told, machine):
                shown = "dates" if name == "date_end" else name
                found.append(Wrong(gold.where, machine.event_id, shown, _show(said), _show(told)))
    return found


def _show(said: Sequence[Any]) -> str:
    return "; ".join(_show_days(*each) if isinstance(each, tuple) else format_value(each) for each in said)


def _show_days(start: date | None, end: date | None) -> str:
    return str(end) if start == end else f"{start or ''}..{end}"


# ------------------------------------------------------------------------------------------------ misses and false rows
def _misses(each: Scored) -> list[dict[str, Any]]:
    paired = {i for i, _ in each.pairs}
    return [
        {"where": gold.where, **{name: format_value(value) for name, value in gold.values.items() if value is not None}}
        for i, gold in enumerate(each.unit.events)
        if i not in paired
    ]


def _false_rows(each: Scored) -> list[dict[str, Any]]:
    paired = {k for _, k in each.pairs}
    return [
        {
            "document_id": each.unit.document_id,
            "event_id": event.event_id,
            "event_type": event.values["event_type"],
            "summary": event.summary,
            "quote": event.quote,
        }
        for k, event in enumerate(each.machine)
        if k not in paired
    ]
