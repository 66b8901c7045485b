"""Reading treebanks, and what is learned from them besides weights."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from pipeline.parse.augment import vary_case
from pipeline.parse.casing import is_capitals, read_casings, recase
from pipeline.parse.lemma import Lemmatizer
from pipeline.parse.lexicon import known_forms, learn_rules, usual_casings
from pipeline.parse.silver import single_sentences
from pipeline.parse.treebank import GoldSentence, read_treebank

LINES = """\
# text = Guards didn’t fire.
1\tGuards\tguard\tNOUN\tNNS\t_\t4\tnsubj\t_\t_
2-3\tdidn’t\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn’t\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
3.1\tever\tever\tADV\tRB\t_\t_\t_\t4:advmod\t_
4\tfire\tfire\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
"""


@pytest.fixture
def sentence(tmp_path: Path) -> GoldSentence:
    path = tmp_path / "bank.conllu.gz"
    path.write_bytes(gzip.compress(LINES.encode()))
    (only,) = read_treebank(path)
    return only


def test_a_multi_word_token_has_its_real_spacing(sentence: GoldSentence) -> None:
    assert sentence.words == ("Guards", "did", "n't", "fire", ".")
    assert sentence.text == "Guards didn't fire."
    assert [sentence.text[start:end] for start, end in sentence.spans()] == list(sentence.words)


def test_heads_are_indices_and_the_root_its_own(sentence: GoldSentence) -> None:
    assert sentence.heads == (3, 3, 3, 3, 3)
    assert sentence.deps == ("nsubj", "aux", "advmod", "root", "punct")


def test_varied_casing_changes_words_only(sentence: GoldSentence) -> None:
    rng = random.Random(1)
    copies = [vary_case(sentence, rng) for _ in range(400)]
    assert {copy.words[0] for copy in copies} == {"Guards", "GUARDS", "guards"}
    assert {copy._replace(words=sentence.words) for copy in copies} == {sentence}


def test_lemma_rules_give_back_what_they_learned(sentence: GoldSentence) -> None:
    forms = known_forms([sentence], [])
    lemmatizer = Lemmatizer(learn_rules(forms))
    assert {key: lemmatizer.lemma(*key) for key in forms} == forms


def test_silver_teaches_a_lemma_when_its_base_is_known(sentence: GoldSentence) -> None:
    silver = sentence._replace(words=("Snipers", "did", "n't", "pillage", "."))
    pillaged = sentence._replace(words=("Snipers", "pillaged", "n't", "pillage", "."))
    forms = known_forms([sentence], [silver, silver, pillaged, pillaged])
    assert forms["pillaged", "VBD"] == "pillage"


def test_usual_casings_leave_out_names_and_first_words(sentence: GoldSentence) -> None:
    other = sentence._replace(words=("Yes", "NATO", "did", "bomb", "Hama"))
    assert usual_casings([sentence, other, other]) == ["bomb", "did", "fire", "NATO"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("REBELS TOOK HAMA .", "Rebels took Hama ."),
        ("THE U.S. AND THE FBI SAID SO", "The U.S. and the FBI said so"),
        ("THE BOMB 'S FRAGMENTS", "The bomb 's fragments"),
    ],
)
def test_recasing_keeps_names_and_acronyms(text: str, expected: str) -> None:
    casings = read_casings("rebels took the and FBI said so bomb fragments")
    assert " ".join(recase(text.split(), casings)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BOMB KILLS FIVE", True),
        ("BOMB KILLS 5 IN A MARKET", True),
        ("UN SAYS", False),
        ("The UN and NATO SAID", False),
        ("1 2 3 4", False),
    ],
)
def test_a_sentence_is_in_capitals_when_all_its_words_are(text: str, expected: bool) -> None:
    assert is_capitals(text.split()) is expected


def test_only_single_sentences_become_silver() -> None:
    kept = ["A bomb went off.", "Gen. Aoun met Mr. Ali in the U.S. on Monday."]
    assert list(single_sentences([*kept, "Two died. Police came.", *kept])) == kept
