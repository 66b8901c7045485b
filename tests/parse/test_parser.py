"""What comes out of the parse stage."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from pipeline.parse import Parser
from pipeline.parse.parser import MAX_WORDS
from pipeline.records import Sentence, Token, Tree

Parse = Callable[[str], Tree]
ATTACK = (
    "Turkey’s military observation posts in Idlib came under regime fire in early February, "
    "killing 12 Turkish soldiers and a civilian contractor."
)


def word(tree: Tree, text: str) -> Token:
    """The only token of that text."""
    (token,) = [token for token in tree.tokens if token.text == text]
    return token


def relations(tree: Tree) -> set[str]:
    return {f"{token.text}<{token.dep}<{tree.tokens[token.head].text}" for token in tree.tokens}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Militia fighters overran Tarin district on Tuesday.",
            "fighters<nsubj<overran district<obj<overran Tuesday<obl<overran",
            id="a verb that the treebanks hardly have",
        ),
        pytest.param(
            ATTACK,
            "posts<nsubj<came fire<obl<came under<case<fire regime<compound<fire killing<advcl<came "
            "soldiers<obj<killing 12<nummod<soldiers contractor<conj<soldiers Turkey<nmod:poss<posts",
            id="came-under-fire",
        ),
        pytest.param(
            "Three farmers were killed by gunmen near the border.",
            "farmers<nsubj:pass<killed were<aux:pass<killed gunmen<obl:agent<killed by<case<gunmen border<obl<killed",
            id="passive",
        ),
        pytest.param(
            "The army shelled a village that rebels had seized.",
            "army<nsubj<shelled village<obj<shelled seized<acl:relcl<village rebels<nsubj<seized that<obj<seized",
            id="relative-clause",
        ),
        pytest.param(
            "Police said that a car bomb had exploded outside the ministry.",
            "Police<nsubj<said exploded<ccomp<said bomb<nsubj<exploded car<compound<bomb ministry<obl<exploded",
            id="reported-clause",
        ),
        pytest.param(
            "Militants attacked the base and kidnapped two guards.",
            "Militants<nsubj<attacked base<obj<attacked kidnapped<conj<attacked guards<obj<kidnapped two<nummod<guards",
            id="coordination",
        ),
        pytest.param(
            "The soldiers did not fire on the crowd.",
            "soldiers<nsubj<fire did<aux<fire not<advmod<fire crowd<obl<fire",
            id="negation",
        ),
        pytest.param(
            "The minister threatened to attack the rebels.",
            "minister<nsubj<threatened attack<xcomp<threatened rebels<obj<attack to<mark<attack",
            id="control",
        ),
        pytest.param(
            "An attack on a convoy by insurgents left nine dead.",
            "attack<nsubj<left convoy<nmod<attack",
            id="nominalisation",
        ),
    ],
)
def test_key_relations(parse: Parse, text: str, expected: str) -> None:
    assert set(expected.split()) <= relations(parse(text))


def test_offsets_slice_back_to_the_text(parser: Parser) -> None:
    text = f"AMMAN (Agency) — {ATTACK}  “We don’t know,” he said.\n\nThe 1990s weren’t easy."
    starts = [0, text.index("Turkey"), text.index("“We"), text.index("The 1990s")]
    sentences = [Sentence(i, a, b, 0) for i, (a, b) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True))]
    trees = parser.parse(sentences, text)
    assert [tree.sentence for tree in trees] == sentences
    for tree in trees:
        assert all(text[token.start : token.end] == token.text for token in tree.tokens)
        assert all(tree.sentence.start <= token.start < token.end <= tree.sentence.end for token in tree.tokens)


def test_characters_beyond_the_basic_plane_count_once(parse: Parse) -> None:
    text = "🔥 İdlib 🇹🇷 was shelled."
    tree = parse(text)
    assert all(text[token.start : token.end] == token.text for token in tree.tokens)
    assert word(tree, "shelled").lemma == "shell"


def test_children_are_the_inverse_of_heads(parse: Parse) -> None:
    tree = parse(ATTACK)
    for token in tree.tokens:
        assert token == tree.tokens[token.i]
        assert token.head == token.i or token.i in tree.children[token.head]
        assert list(tree.children[token.i]) == sorted(tree.children[token.i])
        assert all(tree.tokens[child].head == token.i for child in tree.children[token.i])
    assert [token.dep for token in tree.tokens if token.head == token.i] == ["root"]


def test_curly_and_straight_quotes_give_the_same_tree(parse: Parse) -> None:
    straight = parse("\"We won't stop Iran's attacks,\" the minister said - again.")
    curly = parse("“We won’t stop Iran’s attacks,” the minister said - again.")
    assert [token[4:] for token in curly.tokens] == [token[4:] for token in straight.tokens]
    assert word(curly, "n’t").lemma == "not"


def test_capitals_parse_like_ordinary_casing_and_keep_their_text(parse: Parse) -> None:
    small = parse("Rebels attacked the village of Maarat and killed two soldiers.")
    capitals = parse("REBELS ATTACKED THE VILLAGE OF MAARAT AND KILLED TWO SOLDIERS.")
    assert [(t.tag, t.dep, t.head) for t in capitals.tokens] == [(t.tag, t.dep, t.head) for t in small.tokens]
    assert word(capitals, "ATTACKED").lemma == "attack"
    assert word(capitals, "MAARAT").lemma == "Maarat"


def test_a_sentence_in_lower_case_still_parses(parse: Parse) -> None:
    assert {"rebels<nsubj<attacked", "village<obj<attacked"} <= relations(parse("rebels attacked the village."))


def test_order_and_company_change_nothing(parser: Parser) -> None:
    texts = [ATTACK, "Two people died.", "The mayor resigned on Monday after weeks of protests in the capital."]
    text = " ".join(texts)
    sentences = [Sentence(i, text.index(part), text.index(part) + len(part), 0) for i, part in enumerate(texts)]
    together = parser.parse(sentences, text)
    assert together == [parser.parse([sentence], text)[0] for sentence in sentences]
    assert together[::-1] == parser.parse(sentences[::-1], text)


@pytest.mark.parametrize("text", ["", "   ", "\n", "\u200b"])
def test_a_sentence_without_words_has_a_tree_without_tokens(parse: Parse, text: str) -> None:
    tree = parse(text)
    assert tree.tokens == ()
    assert tree.children == ()


def test_no_sentences_give_no_trees(parser: Parser) -> None:
    assert parser.parse([], "Some text.") == []


def test_a_very_long_sentence_is_one_tree(parse: Parse) -> None:
    text = ", ".join(f"{n} people were killed in town {n}" for n in range(1000)) + "."
    tree = parse(text)
    assert len(tree.tokens) > 20 * MAX_WORDS
    assert sum(token.head == token.i for token in tree.tokens) == 1
    assert all(text[token.start : token.end] == token.text for token in tree.tokens)


def test_importing_the_stage_does_not_import_spacy() -> None:
    check = "import sys, pipeline.parse; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
