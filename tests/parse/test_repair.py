"""Trees that no English clause can have are put right, and no other."""

from __future__ import annotations

import pytest

from pipeline.parse.columns import Columns
from pipeline.parse.repair import repair


def columns(*words: str) -> tuple[list[str], Columns]:
    """word/tag/relation/head, head as an index."""
    parts = [word.rsplit("/", 3) for word in words]
    return [p[0] for p in parts], Columns([p[1] for p in parts], [p[2] for p in parts], [int(p[3]) for p in parts])


@pytest.mark.parametrize(
    ("words", "deps", "heads"),
    [
        pytest.param(
            ("Egypt/NNP/compound/2", "imposed/VBN/amod/2", "sanctions/NNS/root/2"),
            ["nsubj", "root", "obj"],
            [1, 1, 1],
            id="a verb read as a modifier",
        ),
        pytest.param(
            ("The/DT/det/1", "envoy/NN/root/1", "called/VBD/acl/1"),
            ["det", "nsubj", "root"],
            [1, 2, 2],
            id="a finite verb read as a participle",
        ),
        pytest.param(
            ("As/IN/mark/2", "rain/NN/nsubj/2", "fell/VBD/root/2", "shops/NNS/nsubj/4", "closed/VBD/parataxis/2"),
            ["mark", "nsubj", "advcl", "nsubj", "root"],
            [2, 2, 4, 4, 4],
            id="a main clause behind a subordinate one",
        ),
        pytest.param(
            ("They/PRP/nsubj/1", "say/VBP/root/1", "gunmen/NNS/obj/1", "took/VBD/acl/2", "it/PRP/obj/3"),
            ["nsubj", "root", "nsubj", "ccomp", "obj"],
            [1, 1, 3, 1, 3],
            id="what is said",
        ),
        pytest.param(
            (
                "Mali/NNP/nsubj/3", "whose/WP$/nmod:poss/2", "junta/NN/nsubj/3", "fell/VBD/root/3",
                "is/VBZ/aux/5", "talking/VBG/advcl/3",
            ),
            ["nsubj", "nmod:poss", "nsubj", "acl:relcl", "aux", "root"],
            [5, 2, 3, 0, 5, 5],
            id="a relative clause read as the main one",
        ),
        pytest.param(
            ("Two/CD/nsubj/1", "died/VBD/advcl/3", "medics/NNS/nsubj/3", "said/VBD/root/3"),
            ["nsubj", "ccomp", "nsubj", "root"],
            [1, 3, 3, 3],
            id="a clause before its speaker",
        ),
        pytest.param(
            ("They/PRP/nsubj/1", "hacked/VBD/root/1", "to/IN/case/3", "death/NN/obl/1", "monks/NNS/obj/3"),
            ["nsubj", "root", "case", "obl", "obj"],
            [1, 1, 3, 1, 1],
            id="a noun's object",
        ),
        pytest.param(
            ("It/PRP/nsubj/1", "fell/VBD/ccomp/4", ",/,/punct/1", "UNRWA/NNP/advmod/4", "said/VBD/root/4"),
            ["nsubj", "ccomp", "punct", "nsubj", "root"],
            [1, 4, 1, 4, 4],
            id="a speaker read as an adverb",
        ),
        pytest.param(
            (
                "died/VBD/root/0", "in/IN/case/2", "clashes/NNS/obl/0", "on/IN/case/4", "Sunday/NNP/obl/0",
                "between/IN/case/6", "clans/NNS/nmod/4",
            ),
            ["root", "case", "obl", "case", "obl", "case", "nmod"],
            [0, 2, 0, 4, 0, 6, 2],
            id="parties under a day",
        ),
        pytest.param(
            (
                "died/VBN/root/0", "since/IN/case/2", "death/NN/obl/0", "on/IN/case/5", "May/NNP/compound/5", "16/CD/obl/0",
            ),
            ["root", "case", "obl", "case", "compound", "nmod"],
            [0, 2, 0, 5, 5, 2],
            id="the day of what began it",
        ),
        pytest.param(
            (
                "fired/VBD/root/0", "to/TO/mark/2", "part/VB/advcl/0", "them/PRP/obj/2", ",/,/punct/5", "killing/VBG/advcl/2",
            ),
            ["root", "mark", "advcl", "obj", "punct", "advcl"],
            [0, 2, 0, 2, 5, 0],
            id="what came of it",
        ),
        pytest.param(
            (
                "rose/VBD/root/0", "to/TO/case/2", "58/CD/obl/5", ",/,/punct/2", "medics/NNS/nsubj/5", "said/VBD/ccomp/0",
            ),
            ["root", "case", "obl", "punct", "nsubj", "parataxis"],
            [0, 2, 0, 2, 5, 0],
            id="a speaker behind the clause",
        ),
    ],
)
def test_what_is_repaired(words: tuple[str, ...], deps: list[str], heads: list[int]) -> None:
    repaired = repair(*columns(*words))
    assert (repaired.deps, repaired.heads) == (deps, heads)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("wounded/VBN/amod/1", "soldiers/NNS/root/1"), id="a participle before its noun"),
        pytest.param(("people/NNS/root/0", "killed/VBN/acl/0"), id="a headline's participle"),
        pytest.param(("He/PRP/nsubj/1", "left/VBD/root/1"), id="a plain clause"),
        pytest.param(
            ("As/IN/mark/2", "rain/NN/nsubj/2", "fell/VBD/advcl/4", "he/PRP/nsubj/4", "said/VBD/root/4"),
            id="a subordinate clause before its speaker",
        ),
    ],
)
def test_what_is_left(words: tuple[str, ...]) -> None:
    before = columns(*words)
    assert repair(*before) is before[1]
