"""Tables into a folder, so that whoever reads it finds the old build or the new one, whole.

    1. all files are written into `.staging` and flushed to the disk     killed here: the next command throws it away
    2. `.staging` is renamed to `.publishing`                            from here on the publish will be finished
    3. each file replaces its predecessor, `datapackage.json` last       killed here: the next command goes on
    4. `.publishing` is removed

A lock is held meanwhile, so that two builds never write one folder. Parquet bytes follow from the tables alone: the
same tables, written by the same versions of pandas and pyarrow, are the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import PublishError
from pipeline.published import READY, is_half_done, is_ours, read_package
from schemas.columns import TABLES
from schemas.package import FILE, File, describe

if TYPE_CHECKING:
    import pandas as pd

    from schemas.frames import Tables

STAGING = ".staging"
LOCK = ".lock"
ROW_GROUP = 65_536  # rows
WRITER = {"version": "2.6", "compression": "zstd", "compression_level": 9, "row_group_size": ROW_GROUP}


def identify_build(inputs: Iterable[str], versions: Mapping[str, str]) -> str:
    """An id for what follows from these inputs (hashes, in any order) and versions (code, model, reference data)."""
    digest = hashlib.sha256()
    for part in (*sorted(inputs), "versions", *(f"{name}={versions[name]}" for name in sorted(versions))):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()[:16]


def publish(tables: Tables, folder: Path | str) -> tuple[Path, ...]:
    """Writes the tables into a folder, which is made if need be, and gives the files of the new build.

    PublishError (one line, what was there stays) when another build holds the folder, when it belongs to another
    program, or when it cannot be written.
    """
    folder = Path(folder)
    with locked(folder), _explained(folder):
        settle(folder)
        _refuse_foreign(folder)
        _stage(tables, folder / STAGING)
        (folder / STAGING).rename(folder / READY)
        _flush(folder)
        settle(folder)
    return tuple(sorted(read_package(folder).files.values()))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds a folder for one build, and makes it if need be; one that stays empty is removed again.

    May be nested within one thread. PublishError names the process that holds it.
    """
    from filelock import FileLock, Timeout

    is_new = not folder.exists()
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder.resolve() / LOCK
        lock = FileLock(path, is_singleton=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise PublishError(f"{folder}: {_holder(path)} is building here. Wait for it to end.") from None
        path.write_text(str(os.getpid()))
    try:
        yield
    finally:
        if lock.lock_counter == 1:
            path.unlink(missing_ok=True)  # still held: who waits for this file sees that it is gone and makes a new one
        lock.release()
        if is_new:
            with suppress(OSError):  # nothing was published
                folder.rmdir()


def _holder(path: Path) -> str:
    try:
        pid = path.read_text().strip()
    except OSError:
        pid = ""
    return f"process {pid}" if pid else "another process"


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    """Turns an error of the file system into one line."""
    try:
        yield
    except OSError as error:
        if is_half_done(folder):
            what = "The publish is half done; run the same command again to finish it."
        else:
            shutil.rmtree(folder / STAGING, ignore_errors=True)
            what = "Nothing was published; what was there stays."
        raise PublishError(f"{folder}: {error.strerror or error}. {what}") from error


def settle(folder: Path) -> bool:
    """Finishes a publish that was cut off (then True), or throws away one that had not begun to replace files.

    To be called with the lock held.
    """
    shutil.rmtree(folder / STAGING, ignore_errors=True)
    ready = folder / READY
    if not ready.is_dir():
        return False
    was_half_done = is_half_done(folder)
    if was_half_done:
        _replace(ready, folder)
    ready.rmdir()
    _flush(folder)
    return was_half_done


def _replace(ready: Path, folder: Path) -> None:
    """Every waiting file into its place; tables that the new build does not have go; the package last."""
    wanted = {path.name for path in read_package(ready).files.values()}
    for path in sorted(ready.iterdir()):
        if path.name != FILE:
            os.replace(path, folder / path.name)
    for name in TABLES:
        if f"{name}.parquet" not in wanted:
            (folder / f"{name}.parquet").unlink(missing_ok=True)
    _flush(folder)
    os.replace(ready / FILE, folder / FILE)


def _refuse_foreign(folder: Path) -> None:
    """PublishError when files of another program would be replaced."""
    if (folder / FILE).exists():
        if not is_ours(folder / FILE):
            raise PublishError(f"{folder}: its {FILE} is of another program. Name another folder.")
    elif found := [name for name in TABLES if (folder / f"{name}.parquet").exists()]:
        raise PublishError(f"{folder}: holds {found[0]}.parquet without {FILE}. Name an empty folder.")


def _stage(tables: Tables, staging: Path) -> None:
    staging.mkdir()
    files = [_write(name, data, tables.build_id, staging) for name, data in tables.items()]
    package = json.dumps(describe(files, tables.build_id), ensure_ascii=False, indent=1) + "\n"
    (staging / FILE).write_text(package, encoding="utf-8", newline="\n")
    for path in (*staging.iterdir(), staging):
        _flush(path)


def _write(name: str, data: pd.DataFrame, build_id: str, staging: Path) -> File:
    import pyarrow.parquet as pq

    from schemas.frames import to_arrow

    path = staging / f"{name}.parquet"
    pq.write_table(to_arrow(name, data, {"build_id": build_id}), path, **WRITER)
    return File(name, path.name, hash_file(path), path.stat().st_size, len(data))


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes, hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _flush(path: Path) -> None:
    """Onto the disk, so that a power cut cannot reorder what the protocol orders."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
