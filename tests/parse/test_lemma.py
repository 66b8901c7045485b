"""Lemmas of the shipped rules, and how rules are chosen."""

from __future__ import annotations

import pytest

from pipeline.parse.lemma import Edit, Lemmatizer, longest_ending, read_rules
from pipeline.parse.weights import LEMMAS, shipped_folder


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer(read_rules((shipped_folder() / LEMMAS).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "case",
    [
        "killed/VBD/kill",
        "bombed/VBN/bomb",
        "raided/VBD/raid",
        "shelled/VBN/shell",
        "seized/VBD/seize",
        "besieged/VBN/besiege",
        "fled/VBD/flee",
        "kidnapped/VBN/kidnap",
        "stabbed/VBD/stab",
        "lobbed/VBD/lob",
        "strafed/VBD/strafe",
        "shot/VBD/shoot",
        "struck/VBN/strike",
        "slain/VBN/slay",
        "retaken/VBN/retake",
        "overran/VBD/overrun",
        "wounded/VBD/wound",
        "found/VBN/find",
        "fell/VBD/fall",
        "fallen/VBN/fall",
        "killing/VBG/kill",
        "dying/VBG/die",
        "lying/VBG/lie",
        "firing/VBG/fire",
        "torching/VBG/torch",
        "patrolling/VBG/patrol",
        "clashes/VBZ/clash",
        "dies/VBZ/die",
        "says/VBZ/say",
        "was/VBD/be",
        "'s/VBZ/be",
        "wo/MD/will",
        "ca/MD/can",
        "n't/RB/not",
        "troops/NNS/troop",
        "casualties/NNS/casualty",
        "militiamen/NNS/militiaman",
        "clashes/NNS/clash",
        "lives/NNS/life",
        "headquarters/NNS/headquarters",
        "missiles/NNS/missile",
        "Houthis/NNPS/Houthi",
        "him/PRP/he",
        "Idlib/NNP/Idlib",
    ],
)
def test_lemma(lemmatizer: Lemmatizer, case: str) -> None:
    form, tag, lemma = case.split("/")
    assert lemmatizer.lemma(form, tag) == lemma
    assert lemmatizer.lemma(form.title(), tag).lower() == lemma.lower()


def test_the_longest_ending_wins_and_tags_stay_apart() -> None:
    rules = {("s", "NNS"): Edit(1, ""), ("ies", "NNS"): Edit(3, "y"), ("^series", "NNS"): Edit(0, "")}
    assert longest_ending(rules, "cities", "NNS") == Edit(3, "y")
    assert longest_ending(rules, "series", "NNS") == Edit(0, "")
    assert longest_ending(rules, "cities", "VBZ") is None
