"""Krippendorff's alpha of two coders, and intervals by resampling whole sentences or documents.

The library `krippendorff` measures; it is an extra, because of its licence (GPL-3.0-or-later).
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

from pipeline.errors import UsageError

Unit = TypeVar("Unit")
Pair = tuple[Any, Any]
Level = Literal["nominal", "interval", "ratio"]

COVERAGE = 0.95  # of an interval
LEAST_UNITS = 5  # sentences or articles; fewer say nothing about others
MISSING = "agree needs the extra `agreement`. In the checkout: python -m pip install -c constraints.txt -e '.[agreement]'"


class Measure(NamedTuple):
    """A figure and the interval around it; None where it is not defined, as for alpha without any variation."""

    value: float | None
    low: float | None = None
    high: float | None = None


def check_library() -> None:
    """UsageError when the library is not installed."""
    try:
        import krippendorff  # noqa: F401
    except ImportError:
        raise UsageError(MISSING) from None


def alpha(pairs: Sequence[Pair], level: Level) -> float | None:
    """Alpha of pairs of values that both coders gave; `level` nominal, interval or ratio. None when all values are alike."""
    import krippendorff
    import numpy as np

    values = sorted({value for pair in pairs for value in pair})
    if len(values) < 2:
        return None
    number = {value: index for index, value in enumerate(values)}
    counts = np.zeros((len(pairs), len(values)), dtype=int)
    for row, pair in enumerate(pairs):
        for value in pair:
            counts[row, number[value]] += 1
    domain = list(range(len(values))) if level == "nominal" else values
    found = float(krippendorff.alpha(value_counts=counts, value_domain=domain, level_of_measurement=level))
    return found if math.isfinite(found) else None


def with_interval(units: Sequence[Unit], measure: Callable[[Sequence[Unit]], float | None], times: int, seed: int) -> Measure:
    """A measure of some units, with the percentile interval of `times` samples of as many units, drawn with replacement.

    Without interval when there are too few units, or when fewer than half of the samples have the measure.
    """
    value = measure(units)
    if value is None or not times or len(units) < LEAST_UNITS:
        return Measure(value)
    chance = random.Random(seed)
    drawn = (measure([units[chance.randrange(len(units))] for _ in units]) for _ in range(times))
    found = sorted(each for each in drawn if each is not None)
    if len(found) < times / 2:
        return Measure(value)
    edge = (1 - COVERAGE) / 2
    low, high = found[int(edge * (len(found) - 1))], found[round((1 - edge) * (len(found) - 1))]
    return Measure(value, low, high)


def f1(n_paired: int, n_left: int, n_right: int) -> float | None:
    """F1 of two lists of events of which some are paired; None when both are empty."""
    return 2 * n_paired / (n_left + n_right) if n_left + n_right else None
