"""A folder holds one build, whole: bytes that follow from the tables, no mixing, one writer at a time, errors in one line."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import pipeline
from pipeline import publish as publishing
from pipeline.errors import DataError, PublishError, UsageError
from pipeline.publish import LOCK, STAGING, identify_build, locked, publish
from pipeline.published import READY, load, read_arrow
from schemas.columns import SCHEMA_VERSION, TABLES
from schemas.package import FILE
from tests.tables.sample import tables


@pytest.fixture(scope="module")
def old():
    return tables(build_id="old", texts=False)


@pytest.fixture(scope="module")
def new(old):
    return replace(old, build_id="new", events=old.events.iloc[:1], reports=old.reports.iloc[:1])


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_what_is_published_is_loaded_as_it_was(tmp_path):
    sample = tables()
    publish(sample, tmp_path / "data")
    loaded = pipeline.load(tmp_path / "data")
    assert loaded.build_id == "build-1"
    for name, data in sample.items():
        pd.testing.assert_frame_equal(data, getattr(loaded, name))


def test_the_folder_holds_the_files_and_nothing_else(tmp_path, old):
    files = publish(old, tmp_path / "data")
    names = {f"{name}.parquet" for name in TABLES if name != "texts"}
    assert {path.name for path in files} == names
    assert set(os.listdir(tmp_path / "data")) == names | {FILE}


def test_the_same_tables_are_the_same_bytes_in_another_process(tmp_path, old):
    publish(old, tmp_path / "here")
    code = (
        "import sys; from pipeline.publish import publish; from tests.tables.sample import tables;"
        "publish(tables(build_id='old', texts=False), sys.argv[1])"
    )
    environment = os.environ | {"PYTHONHASHSEED": "77", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "there")], check=True, env=environment)
    assert content(tmp_path / "here") == content(tmp_path / "there")


def test_the_package_has_hashes_sizes_and_the_build_of_every_file(tmp_path, old):
    publish(old, tmp_path)
    package = json.loads((tmp_path / FILE).read_text())
    assert (package["name"], package["version"], package["build_id"]) == ("conflict-timeline", SCHEMA_VERSION, "old")
    for resource in package["resources"]:
        written = (tmp_path / resource["path"]).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(written).hexdigest()
        assert resource["bytes"] == len(written)
        assert resource["rows"] == len(getattr(old, resource["name"]))
    assert package["licenses"]


def test_every_file_says_build_schema_and_fields(tmp_path, old):
    publish(old, tmp_path)
    for name, table in read_arrow(tmp_path).items():
        metadata = table.schema.metadata
        assert (metadata[b"build_id"], metadata[b"schema_version"]) == (b"old", SCHEMA_VERSION.encode())
        assert all(table.schema.field(c.name).metadata[b"description"].decode() == c.description for c in TABLES[name].columns)


def test_a_table_that_is_no_longer_asked_for_goes(tmp_path, old):
    publish(tables(), tmp_path)
    assert (tmp_path / "texts.parquet").exists()
    publish(old, tmp_path)
    assert not (tmp_path / "texts.parquet").exists()
    assert load(tmp_path).texts is None


def test_files_of_two_builds_are_refused(tmp_path, old, new):
    publish(old, tmp_path / "old")
    publish(new, tmp_path / "new")
    (tmp_path / "new" / "events.parquet").replace(tmp_path / "old" / "events.parquet")
    with pytest.raises(DataError, match="missing or of another build than old: events"):
        load(tmp_path / "old")


def test_a_missing_file_is_named(tmp_path, old):
    publish(old, tmp_path)
    (tmp_path / "counts.parquet").unlink()
    with pytest.raises(DataError, match="missing or of another build than old: counts"):
        load(tmp_path)


def test_a_damaged_file_is_named(tmp_path, old):
    publish(old, tmp_path)
    (tmp_path / "counts.parquet").write_bytes(b"PAR1 nothing PAR1")
    with pytest.raises(DataError, match=r"counts\.parquet: is no readable Parquet file"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        pytest.param(None, UsageError, "no dataset here. Run `conflict-timeline build`", id="nothing"),
        pytest.param("{", DataError, "is not a package", id="not JSON"),
        pytest.param("[]", DataError, "is not a package", id="not an object"),
        pytest.param('{"name": "other"}', DataError, "is not a package", id="of another program"),
        pytest.param('{"name": "conflict-timeline", "version": "9.0"}', DataError, "has schema 9.0", id="later schema"),
    ],
)
def test_a_folder_without_a_good_package_is_refused(tmp_path, text, error, words):
    if text is not None:
        (tmp_path / FILE).write_text(text)
    with pytest.raises(error, match=words):
        load(tmp_path)


def test_another_programs_package_is_not_overwritten(tmp_path, old):
    (tmp_path / FILE).write_text('{"name": "rainfall"}')
    with pytest.raises(PublishError, match="of another program"):
        publish(old, tmp_path)
    assert content(tmp_path) == {FILE: b'{"name": "rainfall"}'}


def test_tables_of_nobody_are_not_overwritten(tmp_path, old):
    (tmp_path / "events.parquet").write_bytes(b"mine")
    with pytest.raises(PublishError, match=r"holds events\.parquet without"):
        publish(old, tmp_path)
    assert (tmp_path / "events.parquet").read_bytes() == b"mine"


def test_a_dataset_of_an_older_schema_is_replaced(tmp_path, old):
    publish(old, tmp_path)
    package = json.loads((tmp_path / FILE).read_text()) | {"version": "0.9"}
    (tmp_path / FILE).write_text(json.dumps(package))
    publish(old, tmp_path)
    assert load(tmp_path).build_id == "old"


def test_a_second_build_on_a_folder_is_told_who_holds_it(tmp_path, old):
    hold = f"import sys; from pathlib import Path; from pipeline.publish import locked\nwith locked(Path({str(tmp_path)!r})):\n"
    hold += " print('held', flush=True); sys.stdin.read()"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    holder = subprocess.Popen(
        [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(PublishError, match=f"process {holder.pid} is building here") as error:
        publish(old, tmp_path)
    assert error.value.exit_code == 5
    holder.kill()
    holder.communicate()
    publish(old, tmp_path)
    assert not (tmp_path / LOCK).exists()


def test_a_build_may_hold_its_folder_while_it_publishes(tmp_path, old):
    with locked(tmp_path):
        publish(old, tmp_path)
        assert (tmp_path / LOCK).exists()
    assert not (tmp_path / LOCK).exists()


def test_a_build_that_publishes_nothing_leaves_no_empty_folder(tmp_path):
    with pytest.raises(DataError), locked(tmp_path / "new"):
        raise DataError("nothing to publish")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("step", ["_write", "_flush"])
def test_a_failing_disk_is_one_line_and_the_old_data_stays(tmp_path, old, new, monkeypatch, number, step):
    publish(old, tmp_path)
    before = content(tmp_path)

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(publishing, step, fail)
    with pytest.raises(PublishError) as error:
        publish(new, tmp_path)
    assert str(error.value) == f"{tmp_path}: {os.strerror(number)}. Nothing was published; what was there stays."
    assert content(tmp_path) == before
    assert not (tmp_path / STAGING).exists()
    assert load(tmp_path).build_id == "old"


def test_a_file_that_grows_too_large_is_one_line(tmp_path, old):
    code = (
        "import resource, signal, sys; from pipeline.publish import publish; from tests.tables.sample import tables\n"
        "built = tables(build_id='new', texts=False)\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))\n"
        "try: publish(built, sys.argv[1])\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    publish(old, tmp_path)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, env=environment)
    assert done.stdout.startswith("PublishError")
    assert "File too large" in done.stdout
    assert "what was there stays" in done.stdout
    assert load(tmp_path).build_id == "old"


@pytest.mark.parametrize("where", ["/proc/nowhere", "/dev/null/data"])
def test_a_folder_that_cannot_be_made_is_one_line(old, where):
    with pytest.raises(PublishError, match="Nothing was published"):
        publish(old, where)


def test_a_publish_that_stops_half_way_says_how_to_go_on(tmp_path, old, new, monkeypatch):
    publish(old, tmp_path)
    moved: list[str] = []
    really = os.replace

    def stop_after_two(source: Path, target: Path) -> None:
        if len(moved) == 2:
            raise OSError(errno.EIO, "Input/output error")
        moved.append(str(target))
        really(source, target)

    monkeypatch.setattr(os, "replace", stop_after_two)
    with pytest.raises(PublishError, match="half done; run the same command again to finish it"):
        publish(new, tmp_path)
    monkeypatch.undo()
    with pytest.raises(DataError, match=r"half done\. Run `conflict-timeline build` again"):
        load(tmp_path)
    with locked(tmp_path):
        assert publishing.settle(tmp_path)
    assert load(tmp_path).build_id == "new"
    assert not (tmp_path / READY).exists()


def test_a_build_is_named_by_inputs_and_versions_in_any_order():
    name = identify_build(["a", "b"], {"code": "1", "model": "2"})
    assert name == identify_build(["b", "a"], {"model": "2", "code": "1"})
    assert name != identify_build(["a"], {"code": "1", "model": "2"})
    assert name != identify_build(["a", "b"], {"code": "2", "model": "2"})
    assert name != identify_build(["ab"], {"code": "1", "model": "2"})
