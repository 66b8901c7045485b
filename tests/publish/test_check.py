"""`check` finds what is wrong with a dataset, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from pipeline.check import blame, check, check_quotes, check_relations, check_tables
from pipeline.errors import UsageError
from pipeline.publish import publish
from pipeline.published import READY
from tests.tables.sample import FIRST, SECOND, extractions, tables


@pytest.fixture(scope="module")
def sample():
    return tables()


def faults(found):
    return [str(finding) for finding in found if not finding.is_note]


def test_a_dataset_as_it_was_built_has_no_fault(tmp_path, sample):
    publish(sample, tmp_path)
    assert check(tmp_path, lambda: sample) == []


def test_what_was_not_checked_is_said_and_is_no_fault(tmp_path):
    publish(tables(texts=False), tmp_path)
    found = check(tmp_path)
    assert faults(found) == []
    assert [finding.rule.split(":")[0] for finding in found] == ["quotes not checked", "freshness not checked"]


def test_quotes_are_checked_against_the_input_when_the_texts_are_not_published(tmp_path, sample):
    data = replace(tables(texts=False), reports=sample.reports.assign(trigger="x"))
    publish(data, tmp_path)
    found = faults(check(tmp_path, lambda: sample))
    assert any(text.startswith("reports: trigger: must equal the text at its offsets; not so in 6 rows: rp_") for text in found)


def test_a_dataset_is_stale_when_the_input_gives_other_values(tmp_path, sample):
    publish(sample, tmp_path)
    events = sample.events.copy()
    events.loc[2, "place_name"] = "Elsewhere"
    (fault,) = faults(check(tmp_path, lambda: replace(sample, events=events)))
    assert fault.startswith("events: is stale: a build now gives other values. Run `conflict-timeline build`; not so in 1 row")


def test_a_dataset_is_stale_when_an_article_came(tmp_path, sample):
    publish(tables(extractions(documents=[FIRST])), tmp_path)
    found = faults(check(tmp_path, lambda: sample))
    assert "documents: is stale: has 1 rows, a build now gives 3. Run `conflict-timeline build`" in found


def test_rounding_and_the_name_of_the_build_make_nothing_stale(tmp_path, sample):
    publish(sample, tmp_path)
    reports = sample.reports.assign(link_score=sample.reports["link_score"] + 1e-12)
    assert check(tmp_path, lambda: replace(sample, reports=reports, build_id="other")) == []


def test_a_file_that_was_changed_or_lost_is_named(tmp_path, sample):
    publish(sample, tmp_path)
    path = tmp_path / "counts.parquet"
    changed = pd.read_parquet(path)
    changed.to_parquet(path)
    (tmp_path / "rejected.parquet").unlink()
    found = faults(check(tmp_path))
    assert "counts: the file counts.parquet was changed after it was published" in found
    assert "rejected: the file rejected.parquet is missing" in found


def test_an_interrupted_publish_is_finished(tmp_path, sample):
    publish(replace(sample, build_id="old"), tmp_path / "data")
    publish(sample, tmp_path / "new")
    (tmp_path / "new").rename(tmp_path / "data" / READY)
    assert check(tmp_path / "data", lambda: sample) == []
    assert not (tmp_path / "data" / READY).exists()


def test_nothing_to_check(tmp_path):
    with pytest.raises(UsageError, match="no dataset here"):
        check(tmp_path)


RELATIONS = [
    ("events", {"document_id": "doc_ffffffffffffffff"}, "events: document_id: must stand in documents.document_id"),
    ("events", {"part_of": "ev_ffffffffffffffff"}, "events: part_of: must stand in events.event_id"),
    ("events", {"n_reports": 7}, "events: n_reports: must count its reports"),
    ("events", {"n_reports": 7, "n_documents": 2}, "events: n_documents: must count the documents"),
    ("events", {"quote": "Nobody said so."}, "events: quote: must be the quote of one of its reports"),
    ("reports", {"event_id": "ev_ffffffffffffffff"}, "reports: event_id: must stand in events.event_id"),
    ("reports", {"sentence_end": 5_000}, "reports: sentence_end: must lie in the document"),
    ("participants", {"report_id": "rp_ffffffffffffffff"}, "participants: report_id: must stand in reports.report_id"),
    ("counts", {"event_id": "ev_ffffffffffffffff"}, "counts: report_id: must belong to the event of that row"),
    ("documents", {"n_reports": 3}, "documents: n_reports: must count its reports"),
    ("texts", {"document_id": "doc_ffffffffffffffff"}, "texts: document_id: must stand in documents.document_id"),
]


@pytest.mark.parametrize(("name", "values", "words"), [pytest.param(*case, id=case[2]) for case in RELATIONS])
def test_tables_that_do_not_belong_together(sample, name, values, words):
    data = getattr(sample, name).copy()
    for column, value in values.items():
        data.loc[0, column] = value
    found = [str(finding) for finding in check_relations(replace(sample, **{name: data}))]
    assert any(text.startswith(words) for text in found), found


def test_the_documents_of_broken_rows_are_named(sample):
    reports = sample.reports.assign(trigger_start=9_999)
    events = sample.events.assign(n_reports=sample.events["n_reports"].where(sample.events["document_id"] != SECOND, 0))
    found = check_tables(replace(sample, events=events))
    assert set(blame(sample, found)) == {SECOND}
    assert set(blame(sample, check_tables(replace(sample, reports=reports)))) == {FIRST, SECOND}
    assert blame(sample, check_tables(replace(sample, reports=reports.drop(columns="mode")))) == {}


def test_a_sum_and_its_part_are_not_both_countable(sample):
    events = sample.events.assign(countable=True)
    found = [str(finding) for finding in check_relations(replace(sample, events=events))]
    assert [text for text in found if "countable: must not be true of a part" in text]
    assert [text for text in found if "fatalities_best: must not be counted in a part and again" in text]


def test_events_that_contain_each_other_are_refused(sample):
    first, second, third = sample.events["event_id"][:3]
    events = sample.events.assign(part_of=[second, third, first, pd.NA, pd.NA, pd.NA])
    found = [str(finding) for finding in check_relations(replace(sample, events=events))]
    assert [text for text in found if "part_of: must not lead back to the event itself; not so in 3 rows" in text]


def test_offsets_count_code_points_not_bytes(sample):
    shifted = sample.texts.assign(text="\U0001f4a5 " + sample.texts["text"])
    assert len(list(check_quotes(sample, shifted))) > 5
    moved = {name: getattr(sample, name).copy() for name in ("reports", "participants", "event_places", "counts", "rejected")}
    for data in moved.values():
        for column in data.columns[data.columns.str.contains(r"(?:^|_)(?:start|end)$") & ~data.columns.str.startswith("date_s")]:
            if str(data[column].dtype) == "Int64":
                data[column] += 2
    assert list(check_quotes(replace(sample, **moved), shifted)) == []


def test_a_text_that_is_missing_is_named(sample):
    (fault,) = check_quotes(sample, sample.texts[sample.texts["document_id"] != FIRST])
    assert str(fault) == f"texts: must hold the text of every document; not so in 1 row: {FIRST}"
