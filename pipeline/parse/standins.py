"""Verb forms that the treebanks hardly have, and the common verb of the same build that the model is shown in their place.

The model knows a rare word by its first and last letters only, and an irregular past has none of a verb: "fighters overran the
district" was read as a row of names. The trees keep the words of the text; only the model sees the other verb.
"""

from __future__ import annotations

from collections.abc import Sequence

STANDINS = {
    "overran": "captured",
    "overrode": "rejected",
    "overthrew": "attacked",
    "tore": "moved",
    "shook": "damaged",
    "froze": "blocked",
    "swore": "promised",
    "slew": "killed",
    "forbade": "banned",
    "upheld": "confirmed",
    "withheld": "blocked",
    "wore": "used",
    "lent": "offered",
    "vetoed": "rejected",
    "decreed": "announced",
    "booed": "mocked",
    "subpoenaed": "summoned",
    "embargoed": "banned",
    "repulsed": "attacked",
    "organised": "organized",
    "decried": "condemned",
    "disrupted": "damaged",
    "donated": "offered",
    "exhumed": "recovered",
    "incarcerated": "arrested",
    "initiated": "started",
    "interrupted": "stopped",
    "outlawed": "banned",
    "penetrated": "entered",
    "terrorised": "attacked",
    "terrorized": "attacked",
    "transported": "moved",
    "disarmed": "attacked",
    "financed": "supported",
    "laden": "filled",
}


def shown(words: Sequence[str]) -> list[str]:
    """The words that the model is shown for those of the text: mostly themselves."""
    return [STANDINS.get(word, word) for word in words]
