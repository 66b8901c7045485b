"""What changed, and which article did it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from pipeline.diff import Cell, diff
from pipeline.link import link
from pipeline.records import Document, Extraction
from pipeline.tabulate import Tables, tabulate
from tests.link.notation import telling
from tests.tables.sample import FIRST, SECOND, extractions, tables


@pytest.fixture(scope="module")
def sample():
    return tables()


def dataset(*lines: str, **said: str) -> Tables:
    """A dataset of one telling a document; `said` gives each document's publication day."""
    told = [telling(line, doc=f"doc_{name}", said=day) for line, (name, day) in zip(lines, said.items(), strict=True)]
    documents = {
        f"doc_{name}": Document(f"doc_{name}", f"{name}.txt", "", "", publisher=name, published=date.fromisoformat(day))
        for name, day in said.items()
    }
    found = [Extraction(document, 99, 1, tuple(t for t in told if t.document_id == name)) for name, document in documents.items()]
    return tabulate(found, link(told, documents), build_id="-".join(said))


def test_the_same_dataset_has_no_difference(sample):
    assert not diff(sample, replace(sample, build_id="other"))
    assert diff(sample, sample).to_text() == "No changes\n"


def test_a_new_article_is_the_cause_of_its_events(sample):
    before = tables(extractions(documents=[FIRST]))
    found = diff(before, sample)
    assert found.articles_added == ("broken.txt", "wire.jsonl#7")
    assert {entry.articles for entry in found.added} == {("wire.jsonl#7",)}
    assert len(found.added) == 2
    assert not found.removed
    assert not found.replaced
    assert "Events: 2 added" in found.headline
    assert "articles: 2 new" in found.headline


def test_an_article_that_is_gone_takes_its_events_along(sample):
    after = tables(extractions(documents=[FIRST]))
    found = diff(sample, after)
    assert {entry.articles for entry in found.removed} == {("wire.jsonl#7",)}
    assert found.articles_removed == ("broken.txt", "wire.jsonl#7")


def test_a_later_article_changes_the_event_it_tells_again():
    line = "ASSAULT/heavy-weapons 2022-03-03 KAR.LOW.Dara KARMIL>BORMIL killed=8"
    before = dataset(line, one="2022-03-04")
    after = dataset(line, line.replace("=8", "=9"), one="2022-03-04", two="2022-03-05")
    found = diff(before, after)
    (entry,) = found.changed
    assert entry.articles == ("two.txt",)
    assert Cell("fatalities_best", 8, 9) in entry.cells
    assert Cell("last_published", "2022-03-04", "2022-03-05") in entry.cells
    assert "    fatalities_best: 8 -> 9" in found.to_text().splitlines()


def test_an_earlier_article_replaces_the_id_of_the_event_it_tells():
    line = "ASSAULT/heavy-weapons 2022-03-03 KAR.LOW.Dara KARMIL>BORMIL killed=8"
    before = dataset(line, one="2022-03-05")
    after = dataset(line, line, one="2022-03-05", two="2022-03-04")
    found = diff(before, after)
    (entry,) = found.replaced
    assert (entry.old_id, entry.event_id) == (before.events["event_id"][0], after.events["event_id"][0])
    assert entry.articles == ("one.txt", "two.txt") or "two.txt" in entry.articles
    assert not found.added
    assert not found.removed
    assert f"{entry.old_id} -> {entry.event_id}" in found.to_text()


def test_a_change_outside_the_events_is_said(sample):
    found = diff(sample, replace(sample, rejected=sample.rejected.iloc[:0]))
    assert found.tables == ("rejected",)
    assert found.headline == "Events unchanged; changed: rejected"


def test_the_json_is_plain(sample):
    before = tables(extractions(documents=[SECOND]))
    assert json.loads(json.dumps(diff(before, sample).to_json()))["added"]


def test_long_lists_are_cut_in_the_text_only(sample):
    many = replace(sample, events=sample.events.loc[[0] * 30].assign(event_id=[f"ev_{n:016x}" for n in range(30)]))
    found = diff(replace(sample, events=sample.events.iloc[:0]), many)
    assert len(found.added) == 30
    assert "  and 10 more" in found.to_text().splitlines()
