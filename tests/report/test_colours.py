"""Colours of the page: readable in both themes (WCAG 2.2), and told apart without red or green."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

from pipeline.report import write

STYLE = (Path(write.__file__).parent / "page" / "style.css").read_text("utf-8")
TEXT, GRAPHICS = 4.5, 3.0  # least contrast of WCAG 1.4.3 and 1.4.11
LEAST_APART = 15.0  # CIE 1976 colour difference; 2.3 is just noticeable side by side
MARKS = ["--k-date", "--k-place", "--k-actor", "--k-recipient", "--k-count", "--k-claimant"]
QUADS = ["--mc", "--vc", "--mk", "--vk", "--none"]
ON_TEXT = [
    *(("--ink", ground) for ground in ("--paper", "--card", "--sunk", "--land", *MARKS)),
    *(("--muted", ground) for ground in ("--paper", "--card", "--sunk")),
    ("--town", "--land"), ("--accent", "--card"), ("--on-accent", "--accent"), ("--paper", "--ink"),
    ("--on-pale", "--level-1"), ("--on-pale", "--level-2"), ("--on-deep", "--level-3"), ("--on-deep", "--level-4"),
]  # fmt: skip
ON_GRAPHICS = [
    *((quad, ground) for quad in QUADS for ground in ("--card", "--land")),
    ("--strong-line", "--card"), ("--strong-line", "--paper"), ("--accent", "--paper"),
]  # fmt: skip
BLIND = {  # Machado, Oliveira and Fernandes 2009, full severity, for linear light
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "full sight": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}

LUMINANCE = (0.2126, 0.7152, 0.0722)
TO_XYZ = ((0.4124, 0.3576, 0.1805), LUMINANCE, (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)

Light = tuple[float, float, float]


def theme(opening: str) -> dict[str, str]:
    """The colours that a rule declares."""
    start = STYLE.index(opening) + len(opening)
    return dict(re.findall(r"(--[\w-]+):\s*(#[0-9a-f]{6})\b", STYLE[start : STYLE.index("}", start)]))


THEMES = {"light": theme(":root {"), "dark": theme(':root[data-theme="dark"] {')}


def light(colour: str) -> Light:
    """Linear light of a colour, each channel 0 to 1."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of relative luminances."""
    dim, bright = sorted(times([LUMINANCE], light(colour))[0] for colour in (one, other))
    return (bright + 0.05) / (dim + 0.05)


def times(matrix: Sequence[Sequence[float]], colour: Sequence[float]) -> list[float]:
    """A matrix times a colour."""
    return [sum(w * c for w, c in zip(row, colour, strict=True)) for row in matrix]


def lab(colour: Sequence[float]) -> Light:
    """CIE L*a*b* of linear light, which eyes that see less may put a little below nothing."""
    xyz = times(TO_XYZ, [max(0.0, c) for c in colour])
    shares = [a / b for a, b in zip(xyz, WHITE, strict=True)]
    x, y, z = (share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116 for share in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: str, other: str, sight: str) -> float:
    """How different two colours look to such eyes."""
    return dist(*(lab(times(BLIND[sight], light(colour))) for colour in (one, other)))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("pairs", "least"), [(ON_TEXT, TEXT), (ON_GRAPHICS, GRAPHICS)], ids=["text", "graphics"])
def test_contrast(name: str, pairs: list[tuple[str, str]], least: float) -> None:
    colours = THEMES[name]
    weak = {pair: round(contrast(*(colours[each] for each in pair)), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < least} == {}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("sight", BLIND)
def test_the_four_classes_are_told_apart(name: str, sight: str) -> None:
    found = {pair: round(apart(*(THEMES[name][each] for each in pair), sight), 1) for pair in combinations(QUADS[:4], 2)}
    assert {pair: difference for pair, difference in found.items() if difference < LEAST_APART} == {}


def test_the_dark_colours_are_the_same_by_choice_and_by_system() -> None:
    assert theme(':root:not([data-theme="light"]) {') == THEMES["dark"]


def test_both_themes_name_the_same_colours() -> None:
    assert THEMES["light"].keys() == THEMES["dark"].keys()
