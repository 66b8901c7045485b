"""Where sentences begin and end, and what is a heading, a dateline, a speaker's label."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import Document
from pipeline.split import split


def pieces(text: str, kinds: tuple[str, ...] = ("body", "heading", "dateline", "speaker")) -> list[str]:
    document = Document("doc_0", "a.txt", text, "")
    return [text[s.start : s.end] for s in split(document) if s.kind in kinds]


SENTENCES = [
    pytest.param("He left. She stayed.", ["He left.", "She stayed."], id="full stop"),
    pytest.param("Who left? Nobody! He said so.", ["Who left?", "Nobody!", "He said so."], id="question and exclamation"),
    pytest.param("“We will go. We will stay,” he said.", ["“We will go.", "We will stay,” he said."], id="quote runs on"),
    pytest.param('"We go." He left.', ['"We go."', "He left."], id="closing quote stays with its sentence"),
    pytest.param("“We go.” “They stay.”", ["“We go.”", "“They stay.”"], id="two quotes"),
    pytest.param("They left (on Monday.) He stayed.", ["They left (on Monday.)", "He stayed."], id="closing bracket"),
    pytest.param("The war ended.[3] Peace came.", ["The war ended.[3]", "Peace came."], id="note mark"),
    pytest.param("“Why?” he asked.", ["“Why?” he asked."], id="question inside a sentence"),
    pytest.param("“Stop!” shouted the guard. He ran.", ["“Stop!” shouted the guard.", "He ran."], id="exclamation inside"),
    pytest.param("Gen. Ali Hassan met Lt. Col. Omar.", None, id="ranks"),
    pytest.param("Mr. Hadi and Dr. Saleh spoke.", None, id="titles"),
    pytest.param("The U.S. Navy sent ships.", None, id="U.S. before a name"),
    pytest.param("They left the U.S. The army stayed.", ["They left the U.S.", "The army stayed."], id="U.S. at the end"),
    pytest.param("It began at 5 p.m. Wednesday.", None, id="hour before a day"),
    pytest.param("It began at 5 p.m. Police came.", ["It began at 5 p.m.", "Police came."], id="hour at the end"),
    pytest.param("It began at 5 p.m. (1400 GMT) on Monday.", None, id="hour before another zone's"),
    pytest.param("It began on Feb. 3 in Aden.", None, id="month before a number"),
    pytest.param("Resolution No. 2254 was passed.", None, id="number sign"),
    pytest.param("Commander J. F. Okello spoke.", None, id="initials"),
    pytest.param("George W. Bush spoke.", None, id="middle initial"),
    pytest.param("Some 3.5 million fled.", None, id="decimal number"),
    pytest.param("The firm Acme Co. Ltd. closed. It paid.", ["The firm Acme Co. Ltd. closed.", "It paid."], id="firm"),
    pytest.param("He waited ... and left.", None, id="ellipsis inside"),
    pytest.param("He waited... Then he left.", ["He waited...", "Then he left."], id="ellipsis at the end"),
    pytest.param("He waited… Then he left.", ["He waited…", "Then he left."], id="one-character ellipsis"),
    pytest.param("They took the town.The army fled.", ["They took the town.", "The army fled."], id="missing space"),
    pytest.param("See Example.Org for more.", None, id="web address"),
    pytest.param("THE ARMY LEFT. THE REBELS STAYED.", ["THE ARMY LEFT.", "THE REBELS STAYED."], id="capitals"),
    pytest.param("MAJ. DIAZ LEFT. GEN. RUIZ CAME.", ["MAJ. DIAZ LEFT.", "GEN. RUIZ CAME."], id="ranks in capitals"),
    pytest.param(
        "the army left the town on monday. the rebels stayed in the hills.",
        ["the army left the town on monday.", "the rebels stayed in the hills."],
        id="no capitals at all",
    ),
    pytest.param("1. The army left. 2. It came back.", ["1. The army left.", "2. It came back."], id="numbered items"),
    pytest.param("One line\ncontinues here.", ["One line\ncontinues here."], id="broken line before a small letter"),
    pytest.param("They fled.\nHe stayed.", ["They fled.", "He stayed."], id="a line is a paragraph"),
    pytest.param("They fled.\n\n\nHe stayed.", ["They fled.", "He stayed."], id="blank lines"),
    pytest.param("They fled.\r\nHe stayed.", ["They fled.", "He stayed."], id="CRLF"),
    pytest.param("- Two died in Aden\n- Five died in Taiz", ["- Two died in Aden", "- Five died in Taiz"], id="list"),
    pytest.param("", [], id="empty"),
    pytest.param(" \n ", [], id="white space"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str] | None) -> None:
    assert pieces(text) == ([text] if expected is None else expected)


def test_hard_wrapped_text_is_joined_and_its_headings_are_not() -> None:
    sentences = [
        "The army took the town after two days of heavy fighting with rebels, who had held it since the spring.",
        "Thousands of people left their homes during the battle, the mayor said on the radio.",
        "The rebels said that they would come back with more men before the winter.",
    ]
    text = "Army takes a town\n" + textwrap.fill(" ".join(sentences), 60)
    assert [" ".join(piece.split()) for piece in pieces(text)] == ["Army takes a town", *sentences]


OPENINGS = [
    pytest.param("ERBIL, Kurdistan Region – Troops left the town.", "ERBIL, Kurdistan Region –", id="town and region"),
    pytest.param("LONDON (Reuters) - Troops left the town.", "LONDON (Reuters) -", id="town and agency"),
    pytest.param("Beirut (AFP) – Troops left the town.", "Beirut (AFP) –", id="small letters with an agency"),
    pytest.param("BUNIA (DR Congo) (AFP) - Troops left the town.", "BUNIA (DR Congo) (AFP) -", id="country in brackets"),
    pytest.param("(Reuters) - Troops left the town.", "(Reuters) -", id="agency alone"),
    pytest.param("SAN SALVADOR, 3 JAN 90 -- TROOPS LEFT.", "SAN SALVADOR, 3 JAN 90 --", id="town and date in capitals"),
    pytest.param("KYIV, Ukraine — Troops left the town.", "KYIV, Ukraine —", id="town and country"),
    pytest.param("GAZA CITY/JERUSALEM, Oct 7 (Reuters) - Troops left.", "GAZA CITY/JERUSALEM, Oct 7 (Reuters) -", id="two towns"),
    pytest.param("LAGOS (AP) _ Troops left the town.", "LAGOS (AP) _", id="underscore"),
    pytest.param("Troops left – the town is empty.", None, id="a dash inside a sentence"),
    pytest.param("The army (HTS) - a rebel group - left.", None, id="an abbreviation in brackets"),
    pytest.param("THE ARMY -- WHICH LEFT -- CAME BACK.", None, id="dashes in capitals"),
    pytest.param("[SANCHEZ] We will stay.", "[SANCHEZ]", id="speaker's label"),
    pytest.param("[Sanchez laughs", None, id="bracket that never closes"),
]


@pytest.mark.parametrize(("text", "expected"), OPENINGS)
def test_datelines_and_labels(text: str, expected: str | None) -> None:
    found = pieces(text, ("dateline", "speaker"))
    assert found == ([expected] if expected else [])


ENTRIES = [
    pytest.param("- Sept. 13, 2022: Police detain a woman.", ["- Sept. 13, 2022:"], id="bullet and colon"),
    pytest.param("Aug 5. Police detain a woman.", ["Aug 5."], id="full stop"),
    pytest.param("5 April 1992 – Snipers fire on a march.", ["5 April 1992 –"], id="dash"),
    pytest.param("Monday, 3 June: Troops leave the town.", ["Monday, 3 June:"], id="weekday"),
    pytest.param("1992: War breaks out.", ["1992:"], id="year"),
    pytest.param("Troops left.\n9-10 April 1994\nThey came back.", ["9-10 April 1994"], id="alone in its line"),
    pytest.param("Sept. 13 was a quiet day: nobody died.", [], id="a date in a sentence"),
    pytest.param("17:05 Troops leave the town.", [], id="an hour"),
]


@pytest.mark.parametrize(("text", "expected"), ENTRIES)
def test_dates_of_entries(text: str, expected: list[str]) -> None:
    assert pieces(text, ("entry",)) == expected


HEADINGS = [
    pytest.param("Fighting in the north\nTroops left the town.", ["Fighting in the north"], id="before a paragraph"),
    pytest.param("Troops left.\n‘Worst of all’\nThey came back.", ["‘Worst of all’"], id="quoted"),
    pytest.param(
        "Army takes the town\nArmy takes the hill\nIt rained.", ["Army takes the town", "Army takes the hill"], id="two"
    ),
    pytest.param("Two soldiers died", [], id="the only line is no heading"),
    pytest.param(
        "Troops left.\nThe army took the town and then the hill and then the river and the bridge over it", [], id="too long"
    ),
    pytest.param("Troops left.\n- Two died in Aden", [], id="list item"),
    pytest.param("Troops left the town.\nHe said:", [], id="colon"),
    pytest.param("BRIDGES BLOWN UP Troops left the town on Monday.", ["BRIDGES BLOWN UP"], id="glued to its paragraph"),
]


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_headings(text: str, expected: list[str]) -> None:
    assert pieces(text, ("heading",)) == expected


def test_sentences_without_an_end_are_cut_to_a_length() -> None:
    text = "the army took the town, and " * 10_000
    found = pieces(text)
    assert max(map(len, found)) <= 1_500
    assert all(piece.endswith((",", "and")) for piece in found)


def test_paragraphs_are_counted() -> None:
    text = "Title\nA dog. A cat.\nA cow."
    assert [s.paragraph for s in split(Document("doc_0", "a.txt", text, ""))] == [0, 1, 1, 2]


WORDS = st.sampled_from(
    [
        *"""The army U.S. Gen. left . ... “ ” " ( ) ? ! LONDON – -- [X] 3.5 Feb. p.m. ’ é ß İ No. 1. - · (Reuters)""".split(),
        "\n",
        "\n\n",
        " ",
        "\t",
        "\r\n",
        "\u2028",
        "\x0c",
        "\u200b",
        "a" * 40,
    ]
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join)))
@settings(max_examples=120, deadline=None)
def test_sentences_are_ordered_disjoint_stripped_and_leave_nothing_out(text: str) -> None:
    sentences = split(Document("doc_0", "a.txt", text, ""))
    assert [s.index for s in sentences] == list(range(len(sentences)))
    end = 0
    for s in sentences:
        assert end <= s.start < s.end <= len(text)
        assert not text[end : s.start].strip()
        assert text[s.start : s.end] == text[s.start : s.end].strip()
        end = s.end
    assert not text[end:].strip()
