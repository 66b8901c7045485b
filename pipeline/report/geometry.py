"""Shapes on the flat page: outlines of points, lines and rings cut to a box, and SVG paths of whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

Point = tuple[float, float]

FAR = 3.0  # a point that many times the median distance from the middle is taken for a slip of the gazetteer


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; the edges belong to it."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def touches(self, points: Sequence[Point]) -> bool:
        """Whether the rectangle around the points has anything in common with it."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs) <= self.right and max(xs) >= self.left and min(ys) <= self.bottom and max(ys) >= self.top


def outline(points: Sequence[Point]) -> list[Point]:
    """The convex hull of points, those far from all others left out; fewer than three corners when they have no area."""
    middle = (median(x for x, _ in points), median(y for _, y in points))
    apart = [((x - middle[0]) ** 2 + (y - middle[1]) ** 2) ** 0.5 for x, y in points]
    most = FAR * median(apart)
    near = sorted({point for point, distance in zip(points, apart, strict=True) if distance <= most})
    lower, upper = _chain(near), _chain(near[::-1])
    return lower[:-1] + upper[:-1]


def _chain(points: Iterable[Point]) -> list[Point]:
    """One side of the hull (Andrew's monotone chain)."""
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def clip_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of a filled ring that lies in a box (Sutherland and Hodgman); empty when none does."""
    points = list(ring)
    for axis, edge, is_lower in ((0, box.left, True), (0, box.right, False), (1, box.top, True), (1, box.bottom, False)):
        points = _clip_edge(points, axis, edge, is_lower)
    return points


def _clip_edge(ring: list[Point], axis: int, edge: float, is_lower: bool) -> list[Point]:
    kept: list[Point] = []
    before = ring[-1] if ring else (0.0, 0.0)
    for point in ring:
        is_in, was_in = ((p[axis] >= edge) is is_lower or p[axis] == edge for p in (point, before))
        if is_in is not was_in:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if is_in:
            kept.append(point)
        before = point
    return kept


def clip_line(line: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """The stretches of a line that lie in a box, each with its first point beyond the edge."""
    run: list[Point] = []
    for before, point in pairwise(line):
        if box.holds(before) or box.holds(point):
            run = run or [before]
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run


def thin(points: Sequence[Point], step: float) -> list[Point]:
    """A line without the points that lie closer than `step` to the last one kept; both its ends stay."""
    kept = [points[0]]
    for point in points[1:-1]:
        if abs(point[0] - kept[-1][0]) >= step or abs(point[1] - kept[-1][1]) >= step:
            kept.append(point)
    return [*kept, points[-1]]


def path(points: Sequence[Point], *, is_closed: bool) -> str:
    """An SVG path in whole numbers, each point relative to the one before."""
    whole = [(round(x), round(y)) for x, y in points]
    steps = ((x - a, y - b) for (a, b), (x, y) in pairwise(whole))
    moves = " ".join(f"{x} {y}" for x, y in steps if x or y)
    return f"M{whole[0][0]} {whole[0][1]}" + (f"l{moves}" if moves else "") + ("z" if is_closed else "")
