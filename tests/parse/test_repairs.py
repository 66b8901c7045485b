"""Trees that no English clause can have are put right, and no other."""

from __future__ import annotations

import pytest

from pipeline.parse import Parser
from pipeline.parse.columns import Columns, is_tree
from pipeline.parse.repairs import repair
from pipeline.records import Sentence


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
                "Mali/NNP/nsubj/3",
                "whose/WP$/nmod:poss/2",
                "junta/NN/nsubj/3",
                "fell/VBD/root/3",
                "is/VBZ/aux/5",
                "talking/VBG/advcl/3",
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
            (
                "fired/VBD/root/0",
                "to/TO/mark/2",
                "part/VB/advcl/0",
                "them/PRP/obj/2",
                ",/,/punct/5",
                "killing/VBG/advcl/2",
            ),
            ["root", "mark", "advcl", "obj", "punct", "advcl"],
            [0, 2, 0, 2, 5, 0],
            id="what came of it",
        ),
    ],
)
def test_what_is_repaired(words: tuple[str, ...], deps: list[str], heads: list[int]) -> None:
    repaired = repair(*columns(*words))
    assert (repaired.deps, repaired.heads) == (deps, heads)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        pytest.param(
            "Rebels killed 12 soldiers, a spokesman for the army said on Thursday.",
            ["said parataxis spokesman", "killed root Rebels"],
            id="the speaker behind a comma",
        ),
        pytest.param(
            "About 40 clerks were hurt and almost 300 were arrested.",
            ["hurt root clerks", "arrested conj 300"],
            id="a number that is arrested",
        ),
        pytest.param(
            "More than 70 people drowned, and more than 1.5 million have fled their homes.",
            ["drowned root people", "fled conj million"],
            id="a number in words that fled",
        ),
        pytest.param(
            "The guards used tear gas, and the city's mayor called on young people to go home.",
            ["used root guards", "called conj mayor"],
            id="a noun and a verb behind a comma",
        ),
        pytest.param(
            "In Kisumu, hundreds of youths blocked a highway and police fired tear gas.",
            ["blocked root hundreds", "fired conj police"],
            id="a noun and a verb behind an object",
        ),
        pytest.param(
            "The bishop said the raids were shocking and called on Lima to stop them.",
            ["said root bishop", "shocking ccomp raids"],
            id="speaking is no part of what is said",
        ),
        pytest.param("Hungary lifted its veto on the loan.", ["lifted root Hungary"], id="a name read as an adverb"),
        pytest.param(
            "At least 30 people were hurt in the raid, John Smith, a police spokesman, said on Monday.",
            ["hurt root people", "said parataxis John"],
            id="a speaker with an apposition",
        ),
        pytest.param("Last week bandits raided two villages.", ["raided root bandits"], id="a stretch of time is nobody"),
        pytest.param(
            "The IRA abducted, killed and secretly buried 16 people during the Troubles.",
            ["abducted root IRA"],
            id="acts of a name in a row",
        ),
        pytest.param("The rebels killed 12 soldiers, says the army.", ["says root army"], id="the speaker behind the verb"),
        pytest.param(
            "Police on Thursday ended a siege of a hotel in which 20 people were killed.",
            ["ended root Police", "killed acl:relcl people"],
            id="in which, without a comma",
        ),
        pytest.param(
            "The general, a veteran of two wars, surrendered to the rebels.", ["surrendered root general"], id="an apposition"
        ),
    ],
)
def test_clauses_are_told_apart(text: str, clauses: list[str], parser: Parser) -> None:
    (tree,) = parser.parse((Sentence(0, 0, len(text), 0),), text)
    found = {
        f"{verb.text} {verb.dep} {tree.tokens[c].text}"
        for verb in tree.tokens
        for c in tree.children[verb.i]
        if tree.tokens[c].dep.startswith("nsubj")
    }
    assert found >= set(clauses)


def test_who_is_taken_hostage(parser: Parser) -> None:
    text = "Rebels took two aid workers hostage."
    (tree,) = parser.parse((Sentence(0, 0, len(text), 0),), text)
    assert [t.text for t in tree.tokens if t.dep == "obj"] == ["workers"]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("wounded/VBN/amod/1", "soldiers/NNS/root/1"), id="a participle before its noun"),
        pytest.param(("people/NNS/root/0", "killed/VBN/acl/0"), id="a headline's participle"),
        pytest.param(("He/PRP/nsubj/1", "left/VBD/root/1"), id="a plain clause"),
        pytest.param(
            ("He/PRP/nsubj/1", "leaves/VBZ/root/1", "when/WRB/mark/3", "asked/VBD/advcl/1"),
            id="an adverbial clause behind its conjunction",
        ),
        pytest.param(
            ("As/IN/mark/2", "rain/NN/nsubj/2", "fell/VBD/advcl/4", "he/PRP/nsubj/4", "said/VBD/root/4"),
            id="a subordinate clause before its speaker",
        ),
    ],
)
def test_what_is_left(words: tuple[str, ...]) -> None:
    before = columns(*words)
    assert repair(*before) is before[1]


def test_what_a_repair_leaves_is_a_tree() -> None:
    words = ["The", "council", "urges", "Mali", "to", "vote"]
    read = Columns(
        ["DT", "NN", "NNS", "NNP", "TO", "VB"], ["det", "compound", "root", "obj", "mark", "xcomp"], [2, 2, 2, 2, 5, 2]
    )
    assert is_tree(repair(words, read))
    assert not is_tree(Columns(["NN", "NN"], ["obj", "obj"], [1, 0]))
    assert not is_tree(Columns(["NN", "VBD"], ["nsubj", "advcl"], [1, 1]))  # hangs on itself, but is no root
