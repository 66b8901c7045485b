"""Two coders side by side: did they find the same events, and say the same of them?

Events are paired within a sentence, whatever their type, so that a disagreement about the type is one. Alpha is measured
over the pairs: nominal for words and codes, where an empty cell is a value of its own; interval for days and ratio for
numbers, where both must have given one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.coding.alpha import Level, Measure, Pair, alpha, check_library, f1, with_interval
from pipeline.coding.coded import Coding, Item, Key, read_coding
from pipeline.coding.layout import FIELDS
from pipeline.coding.pair import COUNTS, best_pairs, likeness, names
from pipeline.corrections.fields import Value, format_value
from pipeline.errors import UsageError

LEVELS: Mapping[str, Level] = {"date_start": "interval", "date_end": "interval", **dict.fromkeys(COUNTS, "ratio")}
BY_NAMES = ("place_name", "actor_names", "recipient_names", "claimed_by")
EMPTY = ""


@dataclass(frozen=True, slots=True)
class Both:
    """A sentence that both coded: the events of each and the pairs among them."""

    key: Key
    text: str
    a: tuple[Coding, ...]
    b: tuple[Coding, ...]
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Agreement on one field: the pairs of events that alpha looks at, the share of them alike, alpha, and of all pairs how
    many have it filled by both and by one only."""

    field: str
    level: Level
    n: int
    share: float | None
    alpha: Measure
    filled_by_both: int
    filled_by_one: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What two coders say differently of one sentence. `field` is "event" where only one of them has one."""

    document_id: str
    start: int
    end: int
    text: str
    field: str
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well two coders agree. `detection` and `typed` are F1 over events: paired at all, and with the same type."""

    n_sentences: int
    n_only_a: int
    n_only_b: int
    n_events_a: int
    n_events_b: int
    detection: Measure
    typed: Measure
    sentences: Measure
    fields: tuple[FieldAgreement, ...]
    differences: tuple[Difference, ...]

    def to_json(self) -> dict[str, Any]:
        """For machines."""
        return asdict(self) | {
            "fields": [asdict(each) | {"alpha": each.alpha._asdict()} for each in self.fields],
            **{name: getattr(self, name)._asdict() for name in ("detection", "typed", "sentences")},
        }


def agree(a: Path, b: Path, times: int, seed: int) -> Agreement:
    """Compares two filled coding sheets of the same sample. `times` samples make the intervals.

    Errors: UsageError for a sheet that cannot be read or has wrong cells, for sheets without a common sentence, and without
    the library.
    """
    check_library()
    first, second = read_coding(a), read_coding(b)
    common = [_both(first[key], second[key]) for key in first if key in second]
    if not common:
        raise UsageError(f"{a} and {b} have no coded sentence in common. Both must be filled sheets of one sample.")
    measure = partial(with_interval, times=times, seed=seed)
    return Agreement(
        n_sentences=len(common),
        n_only_a=len(first.keys() - second.keys()),
        n_only_b=len(second.keys() - first.keys()),
        n_events_a=sum(len(each.a) for each in common),
        n_events_b=sum(len(each.b) for each in common),
        detection=measure(common, _f1_of(lambda one, other: True)),
        typed=measure(common, _f1_of(lambda one, other: one["event_type"] == other["event_type"])),
        sentences=measure(common, lambda units: alpha([(int(bool(each.a)), int(bool(each.b))) for each in units], "nominal")),
        fields=tuple(_field(name, common, measure) for name in FIELDS),
        differences=tuple(difference for each in common for difference in _differences(each)),
    )


def _both(one: Item, other: Item) -> Both:
    return Both(one.key, one.text, one.events, other.events, tuple(best_pairs(one.events, other.events, likeness, 0)))


def _f1_of(counts: Callable[[Coding, Coding], bool]) -> Callable[[Sequence[Both]], float | None]:
    def measure(units: Sequence[Both]) -> float | None:
        paired = sum(counts(each.a[i], each.b[k]) for each in units for i, k in each.pairs)
        return f1(paired, sum(len(each.a) for each in units), sum(len(each.b) for each in units))

    return measure


def _field(name: str, common: Sequence[Both], measure: Callable[..., Measure]) -> FieldAgreement:
    level: Level = LEVELS.get(name, "nominal")
    shown = [_values(each, name, level) for each in common]
    said = [pair for pairs in shown for pair in pairs]
    cells = [(each.a[i].get(name), each.b[k].get(name)) for each in common for i, k in each.pairs]
    return FieldAgreement(
        field=name,
        level=level,
        n=len(said),
        share=sum(a == b for a, b in said) / len(said) if said else None,
        alpha=measure(shown, lambda units: alpha([pair for pairs in units for pair in pairs], level)),
        filled_by_both=sum(a is not None and b is not None for a, b in cells),
        filled_by_one=sum((a is None) != (b is None) for a, b in cells),
    )


def _values(each: Both, name: str, level: str) -> list[Pair]:
    """What both say in one field, of every pair; of days and numbers only where both say something."""
    cells = ((_comparable(name, each.a[i].get(name)), _comparable(name, each.b[k].get(name))) for i, k in each.pairs)
    return [(a, b) for a, b in cells if level == "nominal" or EMPTY not in (a, b)]


def _comparable(name: str, value: Value) -> Any:
    """A value as it is compared: names folded and in any order, days as numbers."""
    if value is None:
        return EMPTY
    if isinstance(value, date):
        return value.toordinal()
    return "; ".join(sorted(names(str(value)))) if name in BY_NAMES else value


def _differences(each: Both) -> list[Difference]:
    def differ(field: str, a: str, b: str) -> Difference:
        return Difference(*each.key, each.text, field, a, b)

    found = [
        differ(name, format_value(each.a[i].get(name)), format_value(each.b[k].get(name)))
        for i, k in each.pairs
        for name in FIELDS
        if _comparable(name, each.a[i].get(name)) != _comparable(name, each.b[k].get(name))
    ]
    paired = {i for i, _ in each.pairs}, {k for _, k in each.pairs}
    found += [differ("event", str(event["event_type"]), "") for i, event in enumerate(each.a) if i not in paired[0]]
    found += [differ("event", "", str(event["event_type"])) for k, event in enumerate(each.b) if k not in paired[1]]
    return found
