"""Which year does "December" mean: the choices that tense, DCT and discourse leave open."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.resolve.day_spans import Span
from pipeline.resolve.scene import Focus, Scene

GRACE = {  # days since a unit ended for which it may still be meant beside a future cue
    "quarter": 60,  # it is still being reported: "expects a loss for the third quarter"
    "half": 60,
    "day": 45,  # "the vote, set for March 5, was put off"
}
STALE_DAYS = 250
AHEAD_DAYS = 122  # a bare month with no cue is the nearest one at most four months ahead (measured on news, traps.md)
# in narrative a month lies at most this long before the date that is being told; else it is the next such month
NARRATIVE_BACK_DAYS = 130


def choose_span(spans: list[Span], scene: Scene, unit: str = "") -> Span | None:
    """Of the same unit in successive years the one meant, earliest first. None without anything to anchor it.

    Past: the latest begun by the DCT. Future: the first not ended by the DCT, or by a `unit`'s grace before it. Unknown:
    the nearest, at most four months ahead; a quarter has begun, because what is known of it is a report. In narrative
    the date being told decides, not the DCT.
    """
    if scene.is_narrative and scene.told is not None and (told := scene.told.first_day()):
        return _narrative(spans, told, scene.told)
    if scene.dct is None:
        return None
    if scene.sentence_year is not None and scene.tense != "future":
        same = [span for span in spans if span[0].year == scene.sentence_year]
        if same:
            return same[0]
    dct = scene.dct
    begun = [span for span in spans if span[0] <= dct]
    if scene.tense == "future":
        return _to_come(spans, dct, unit)
    if scene.tense == "past" and unit == "day" and not scene.is_tense_sure and _is_stale(begun, dct):
        return _nearest(spans, dct) or begun[-1]
    if scene.tense == "past" or unit in ("quarter", "half"):
        return begun[-1] if begun else None
    return _nearest(spans, dct)


def _is_stale(begun: list[Span], dct: date) -> bool:
    """A day so long gone is written with its year; without one it is a day to come ("has set July 2 as the start")."""
    return bool(begun) and (dct - begun[-1][1]).days > STALE_DAYS


def _to_come(spans: list[Span], dct: date, unit: str) -> Span | None:
    """The first span that has not ended. A month of next year is not meant where the same month has just ended."""
    ahead = next((span for span in spans if span[1] >= dct - timedelta(GRACE.get(unit, 0))), None)
    if unit != "month" or ahead is None or ahead[0].year == dct.year:
        return ahead
    return next((span for span in spans if span[0].year == dct.year and dct - span[1] <= timedelta(GRACE["quarter"])), ahead)


def _nearest(spans: list[Span], dct: date) -> Span | None:
    def distance(span: Span) -> int:
        if span[0] <= dct <= span[1]:
            return 0
        return (span[0] - dct).days if span[0] > dct else (dct - span[1]).days

    near = [span for span in spans if (span[0] - dct).days <= AHEAD_DAYS]
    return min(near, key=distance) if near else None


def _narrative(spans: list[Span], told: date, focus: Focus) -> Span | None:
    if focus.month is None:
        same = [span for span in spans if span[0].year == focus.year]
        if same:
            return same[0]
    floor = told - timedelta(NARRATIVE_BACK_DAYS)
    return next((span for span in spans if span[1] >= floor), spans[-1] if spans else None)


def years_around(scene: Scene) -> range:
    """The years among which a unit without its year is searched."""
    years = [scene.dct.year] if scene.dct else []
    years += [focus.year for focus in (scene.told,) if focus and focus.year and not focus.bc and scene.is_narrative]
    years += [scene.sentence_year] if scene.sentence_year else []
    if not years:
        return range(0)
    return range(max(1, min(years) - 2), min(9998, max(years) + 2))
