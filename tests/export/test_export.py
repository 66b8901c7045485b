"""The command: where an export goes, which events are in it, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.choose import Filter
from pipeline.errors import ConflictTimelineError, PublishError, UsageError
from pipeline.export import FORMATS, STDOUT, Options, export

DARA = Filter(place="dara")
TEXT_FORMATS = [name for name, form in FORMATS.items() if form.is_text]


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "review"])
def test_every_format_writes_a_file_and_says_so(form: str, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / f"events.{form}"
    first, *_ = export(folder, form, out, Filter(), Options(name="events"))
    assert first.startswith(str(out))
    assert "build build-1" in first
    assert out.stat().st_size > 100
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_a_text_on_stdout_is_the_same_as_in_a_file(
    form: str, folder: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    export(folder, form, tmp_path / "file", Filter(), Options())
    export(folder, form, STDOUT, Filter(), Options())
    assert capfdbinary.readouterr().out == (tmp_path / "file").read_bytes()


@pytest.mark.parametrize("table", ["events", "reports", "counts", "participants", "event_places"])
def test_a_filter_keeps_what_belongs_to_its_events(table: str, folder: Path, tmp_path: Path) -> None:
    export(folder, "csv", tmp_path / "all.csv", Filter(), Options((table,)))
    export(folder, "csv", tmp_path / "part.csv", DARA, Options((table,)))
    every, part = ((tmp_path / name).read_text().splitlines() for name in ("all.csv", "part.csv"))
    assert 1 < len(part) < len(every)
    assert set(part) < set(every)


def test_a_table_that_a_filter_does_not_touch_is_named(folder: Path, tmp_path: Path) -> None:
    notes = export(folder, "csv", tmp_path / "documents.csv", DARA, Options(("documents",)))
    assert "documents: not about events" in notes[-1]


@pytest.mark.parametrize("form", ["csv", "sqlite"])
def test_a_file_that_exists_is_replaced_on_request_only(form: str, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / f"events.{form}"
    beside = tmp_path / "events.metadata.json"
    (beside if form == "sqlite" else out).write_text("mine")
    with pytest.raises(UsageError, match="Add --force to replace it"):
        export(folder, form, out, Filter(), Options())
    assert (beside if form == "sqlite" else out).read_text() == "mine"
    assert not (form == "sqlite" and out.exists())
    export(folder, form, out, Filter(), Options(), replace=True)
    assert (beside if form == "sqlite" else out).read_text() != "mine"


def test_a_file_that_cannot_be_written_leaves_the_old_one(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "events.csv"
    out.write_text("mine")
    monkeypatch.setattr("os.replace", full)
    with pytest.raises(PublishError, match="No space left"):
        export(folder, "csv", out, Filter(), Options(), replace=True)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


REFUSED = [
    pytest.param("pdf", "events.pdf", Options(), "Formats: csv, xlsx", id="no such format"),
    pytest.param("xlsx", "-", Options(), "xlsx is no text. Name a file with --out", id="a workbook on stdout"),
    pytest.param("geojson", "a", Options(hxl=True), "--hxl does not go with geojson. It goes with csv.", id="foreign option"),
    pytest.param("sqlite", "a", Options(bom=True), "It goes with csv, acled, ged.", id="another foreign option"),
    pytest.param("csv", "a", Options(("people",)), "--table 'people' is unknown. Tables: events,", id="no such table"),
    pytest.param("csv", "a", Options(("events", "reports")), "holds one table", id="two tables in one file"),
    pytest.param("csv", "gone/a.csv", Options(), "gone: no such folder", id="no such folder"),
    pytest.param("csv", ".", Options(), "is a folder", id="a folder"),
]


@pytest.mark.parametrize(("form", "out", "options", "words"), REFUSED)
def test_what_cannot_be_done_is_said_in_one_line(
    form: str, out: str, options: Options, words: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConflictTimelineError) as refused:
        export(folder, form, Path(out), Filter(), options)
    assert words in str(refused.value)
    assert refused.value.exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("event_type", ["assalt", "ASSAULT/siege", "/"])
def test_a_filter_refuses_a_type_that_does_not_exist(event_type: str) -> None:
    with pytest.raises(UsageError, match="is no type and no mode"):
        Filter(event_type)


@pytest.mark.parametrize("event_type", ["", "assault", "ASSAULT/heavy-weapons", "siege", "Coerce/Siege"])
def test_a_filter_knows_types_and_modes_in_any_letters(event_type: str) -> None:
    assert Filter(event_type).event_type == event_type


def test_a_filter_refuses_days_in_the_wrong_order() -> None:
    from datetime import date

    with pytest.raises(UsageError, match="is after --until"):
        Filter(since=date(2022, 2, 1), until=date(2022, 1, 1))


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_stands_in_the_readme(form: str) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert f"`{form}`" in readme
