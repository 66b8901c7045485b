"""Words are cut as in UD English, and typography makes no difference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse.tokenizer import normalize, tokenize


def words(text: str) -> list[str]:
    plain = normalize(text)
    return [plain[start:end] for start, end in tokenize(plain)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They don't know.", "They|do|n't|know|.", id="negation"),
        pytest.param("They don’t know.", "They|do|n't|know|.", id="curly-apostrophe"),
        pytest.param("She cannot leave.", "She|can|not|leave|.", id="cannot"),
        pytest.param("Turkey's army and the rebels' posts", "Turkey|'s|army|and|the|rebels|'|posts", id="possessives"),
        pytest.param("a Saudi-backed, pro-government force", "a|Saudi|-|backed|,|pro-government|force", id="hyphens"),
        pytest.param("al-Bab and re-elected", "al-Bab|and|re-elected", id="article-and-prefix"),
        pytest.param("The U.S. and the U.N.", "The|U.S.|and|the|U.N.", id="dotted-acronyms"),
        pytest.param("Gen. Omar met Mr. J. Smith.", "Gen.|Omar|met|Mr.|J.|Smith|.", id="titles"),
        pytest.param("He said no. No. 3 fell.", "He|said|no|.|No.|3|fell|.", id="number-sign"),
        pytest.param("About 1,200 (12.5%) fled", "About|1,200|(|12.5|%|)|fled", id="numbers"),
        pytest.param("at 10:30 p.m. on 9/11", "at|10:30|p.m.|on|9/11", id="times"),
        pytest.param("$2.5m, US$3bn and 40km", "$|2.5|m|,|US$|3|bn|and|40|km", id="units"),
        pytest.param("the 1990s, the 19th", "the|1990s|,|the|19th", id="decades"),
        pytest.param("“Stop!” he said — twice…", '"|Stop|!|"|he|said|–|twice|…', id="quotes-and-dashes"),
        pytest.param("Sana'a and Qa’ida’s men", "Sana'a|and|Qa'ida|'s|men", id="apostrophe-in-name"),
        pytest.param("AT&T and/or S&P", "AT&T|and|/|or|S&P", id="ampersand"),
        pytest.param("Write to a.b@example.org.", "Write|to|a.b@example.org|.", id="mail"),
        pytest.param("see https://example.org/a?b=1).", "see|https://example.org/a?b=1|)|.", id="link"),
        pytest.param("", "", id="nothing"),
        pytest.param(" \n\t", "", id="only-spaces"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert "|".join(words(text)) == expected


@given(st.text())
def test_normalizing_keeps_the_length(text: str) -> None:
    assert len(normalize(text)) == len(text)


@given(st.text(alphabet=st.characters() | st.sampled_from("’'“”.-–/$%0123456789 Un'tS")))
def test_words_cover_everything_but_spaces_in_order(text: str) -> None:
    plain = normalize(text)
    spans = tokenize(plain)
    assert all(start < end for start, end in spans)
    assert spans == sorted(spans)
    assert "".join(plain[start:end] for start, end in spans) == "".join(plain.split())


@pytest.mark.parametrize("piece", ["a.", "'s", "-", "re-", "1,", "A&", "http://", "can"])
def test_long_runs_take_no_time(piece: str) -> None:
    assert tokenize(piece * 20_000)
