"""Which articles lie in an input, under which ids, and with what metadata."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.read import read
from pipeline.read.publishers import load_publishers
from pipeline.records import Document

TEXT = "The army attacked the town on Monday."


def ids(folder: Path) -> dict[str, str]:
    return {document.path: document.document_id for document in read([folder])}


def only(folder: Path) -> Document:
    (document,) = read([folder])
    return document


def test_ids_follow_from_path_in_the_folder_and_text_alone(tmp_path: Path) -> None:
    (tmp_path / "one" / "sub").mkdir(parents=True)
    (tmp_path / "one" / "sub" / "a.txt").write_text(TEXT)
    (tmp_path / "one" / "b.txt").write_text(TEXT)
    first = ids(tmp_path / "one")
    shutil.move(tmp_path / "one", tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "c.txt").write_text(TEXT)
    (tmp_path / "elsewhere" / "seeds.csv").write_text("file,published\nb.txt,2020-02-19\n")
    again = ids(tmp_path / "elsewhere")
    assert list(again) == ["b.txt", "c.txt", "sub/a.txt"]
    assert first.items() <= again.items()
    assert len(set(again.values())) == 3
    (tmp_path / "elsewhere" / "b.txt").write_text(TEXT + " ")
    assert ids(tmp_path / "elsewhere")["b.txt"] != first["b.txt"]


def test_a_single_file_has_the_id_it_has_in_its_folder_and_its_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "seeds.csv").write_text("file,publisher,published\na.txt,Post,2020-02-19\n")
    (alone,) = read([tmp_path / "a.txt"])
    assert alone == only(tmp_path)
    assert (alone.publisher, alone.published, alone.published_basis) == ("Post", date(2020, 2, 19), "given")


def test_text_is_kept_as_it_is_but_for_one_byte_order_mark(tmp_path: Path) -> None:
    text = "\ufeff" + "One.\r\n\r\nTwo.\n Three. "
    (tmp_path / "a.txt").write_text("\ufeff" + text, newline="")
    assert only(tmp_path).text == text


def test_subfolders_have_their_own_table_or_that_of_the_folder_above(tmp_path: Path) -> None:
    for folder, table in (("x", "file,published\na.txt,2020-01-01\n"), ("y", "")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT)
        if table:
            (tmp_path / folder / "seeds.csv").write_text(table)
    (tmp_path / "seeds.csv").write_text("file,published\ny/a.txt,2020-02-02\n")
    assert {d.path: d.published for d in read([tmp_path])} == {"x/a.txt": date(2020, 1, 1), "y/a.txt": date(2020, 2, 2)}


FRONT = '+++\ntitle = "Town attacked"\npublisher = "Post"\npublished = 2020-02-19\nurl = "http://example.org/a"\n+++\n'


def test_front_matter_says_what_seeds_csv_would_and_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FRONT + TEXT)
    found = only(tmp_path)
    assert (found.title, found.publisher, found.published, found.text) == ("Town attacked", "Post", date(2020, 2, 19), TEXT)
    (tmp_path / "seeds.csv").write_text("file,published\na.md,2020-02-20\n")
    assert (only(tmp_path).published, only(tmp_path).title) == (date(2020, 2, 20), "Town attacked")


def test_front_matter_of_plain_lines(tmp_path: Path) -> None:
    lines = "---\ntitle: 'Oran: town attacked'\npublished: 2020-02-19\npublisher:\nauthor: Jo Doe\n---\n"
    (tmp_path / "a.md").write_text(lines + TEXT)
    found = only(tmp_path)
    assert (found.title, found.publisher, found.published) == ("Oran: town attacked", None, date(2020, 2, 19))
    assert found.text == TEXT


def test_a_text_between_two_rules_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\nRebels attacked the town.\n---\n{TEXT}")
    assert "Rebels attacked the town." in only(tmp_path).text


LINKED = '<script type="application/ld+json">{}</script>'
HEAD = {
    "JSON-LD": LINKED.replace("{}", '{"@type": "NewsArticle", "datePublished": "2020-02-19T23:00:00-05:00"}'),
    "graph": LINKED.replace("{}", '{"@graph": [{"@type": ["Article"], "datePublished": "2020-02-19"}]}'),
    "meta": '<meta property="article:published_time" content="2020-02-19T10:00:00+03:00">',
    "meta by name": '<meta name="DC.date.issued" content="2020-02-19">',
    "milliseconds before a day": '<meta name="pubdate" content="1582106400000"><meta name="date" content="2020-02-19">',
}


@pytest.mark.parametrize("head", HEAD.values(), ids=list(HEAD))
def test_a_page_states_its_day(head: str, tmp_path: Path) -> None:
    body = "".join(f"<p>{TEXT} Number {i} of the officials said so to the press in the capital.</p>" for i in range(8))
    markup = f'<html><head>{head}<meta property="og:title" content="Town attacked | The Post">'
    markup += f'<meta property="og:site_name" content="Post"></head><body><article>{body}</article></body></html>'
    (tmp_path / "a.html").write_text(markup)
    found = only(tmp_path)
    assert (found.published, found.published_basis) == (date(2020, 2, 19), "metadata")
    assert (found.title, found.publisher) == ("Town attacked", "Post")


def test_a_copyright_line_is_no_day(tmp_path: Path) -> None:
    body = "".join(f"<p>{TEXT} Number {i} of the officials said so to the press in the capital.</p>" for i in range(8))
    (tmp_path / "a.html").write_text(f"<html><body><article>{body}</article><footer>Copyright 2024</footer></body></html>")
    assert only(tmp_path).published is None


def test_an_input_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        list(read([tmp_path / "gone"]))


PUBLISHERS = [
    pytest.param("name\nx\n", "no column 'publisher'", id="missing column"),
    pytest.param(
        "publisher,country,kind,affiliated_with\nX,SYR,tabloid,\n", "row 2: kind 'tabloid' is unknown", id="unknown kind"
    ),
    pytest.param("publisher,country,kind,affiliated_with\n,SYR,state,\n", "row 2: no publisher", id="no name"),
]


@pytest.mark.parametrize(("table", "words"), PUBLISHERS)
def test_a_wrong_table_of_publishers_is_refused(table: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "publishers.csv").write_text(table)
    with pytest.raises(UsageError, match=words):
        load_publishers([tmp_path])


def test_the_shipped_publishers_are_well_formed_and_their_houses_are_listed() -> None:
    publishers = load_publishers([Path(__file__).parents[2] / "seeds"])
    names = {publisher.name for publisher in publishers}
    assert len(publishers) >= 60
    assert {"wire", "state", "party", "monitor", "local", "independent"} <= {publisher.kind for publisher in publishers}
    assert {publisher.affiliated_with for publisher in publishers} - {None} <= names
