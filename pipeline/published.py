"""Published tables back into memory, all of one build or none.

A folder is whole when every file that `datapackage.json` lists carries the package's `build_id`. While a publish is
under way (see `pipeline.publish`) the files may be of two builds; then nothing is read.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import DataError, UsageError
from schemas.columns import SCHEMA_VERSION, TABLES
from schemas.package import FILE, NAME

if TYPE_CHECKING:
    import pyarrow as pa

    from schemas.frames import Tables

READY = ".publishing"  # folder of files that wait to replace the published ones
HALF_DONE = "a publish is half done. Run `conflict-timeline build` again to finish it."
TRIES, SECONDS_BETWEEN = 5, 0.1  # a publish that is under way takes milliseconds


@dataclass(frozen=True, slots=True)
class Package:
    """What `datapackage.json` says: which build, and each table's file and hash."""

    build_id: str
    files: Mapping[str, Path]
    hashes: Mapping[str, str]


def read_package(folder: Path) -> Package:
    """The package of a folder. UsageError when nothing is published there, DataError when it is not of this program."""
    path = folder / FILE
    if not path.is_file():
        if is_half_done(folder):
            raise DataError(f"{folder}: {HALF_DONE}")
        raise UsageError(f"{folder}: no dataset here. Run `conflict-timeline build` first, or name the folder.")
    try:
        return _package(folder, json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{path}: is not a package of {NAME}. Build again into this folder or another one.") from error


def is_ours(package: Path) -> bool:
    """Whether a datapackage.json was written by this program, in any version of the schema."""
    try:
        return bool(json.loads(package.read_text(encoding="utf-8"))["name"] == NAME)
    except (ValueError, KeyError, TypeError):
        return False


def _package(folder: Path, said: Any) -> Package:
    if said["name"] != NAME:
        raise ValueError(said["name"])
    if said["version"].split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise DataError(f"{folder}: has schema {said['version']}, this program reads {SCHEMA_VERSION}. Build it again.")
    resources = {resource["name"]: resource for resource in said["resources"]}
    files = {name: folder / Path(resource["path"]).name for name, resource in resources.items()}
    hashes = {name: resource["hash"].removeprefix("sha256:") for name, resource in resources.items()}
    return Package(said["build_id"], files, hashes)


def read_arrow(folder: Path | str, names: Iterable[str] | None = None) -> dict[str, pa.Table]:
    """Published tables by name (None = all there are), surely of one build. Needs pyarrow only.

    DataError when a publish is half done, or files are missing or of another build; UsageError when nothing is there.
    """
    folder = Path(folder)
    for _ in range(TRIES):
        package = read_package(folder)
        wanted = tuple(package.files) if names is None else tuple(names)
        found = {name: _read_file(package, name) for name in wanted}
        if all(table is not None for table in found.values()) and not is_half_done(folder):
            return {name: table for name, table in found.items() if table is not None}
        time.sleep(SECONDS_BETWEEN)
    if is_half_done(folder):
        raise DataError(f"{folder}: {HALF_DONE}")
    mixed = ", ".join(name for name, table in found.items() if table is None)
    raise DataError(f"{folder}: missing or of another build than {package.build_id}: {mixed}. Build again.")


def is_half_done(folder: Path) -> bool:
    """Whether files wait to replace the published ones: the writer is at work, or was killed."""
    return (folder / READY / FILE).exists()


def _read_file(package: Package, name: str) -> pa.Table | None:
    """A table, None when its file is missing or of another build."""
    import pyarrow.parquet as pq

    if name not in package.files:
        raise UsageError(f"there is no table {name!r} in this dataset. Tables: {', '.join(package.files)}")
    try:
        with package.files[name].open("rb") as file:  # one open: a file that is replaced meanwhile is read whole
            table = pq.ParquetFile(file).read(use_threads=False)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise DataError(f"{package.files[name]}: is no readable Parquet file ({error}). Build it again.") from error
    build_id = (table.schema.metadata or {}).get(b"build_id", b"").decode()
    return table if build_id == package.build_id else None


def load(folder: Path | str = "data") -> Tables:
    """A published dataset as pandas frames. Errors as `read_arrow`."""
    from schemas.frames import Tables, from_arrow

    tables = read_arrow(folder)
    missing = [name for name in TABLES if name not in tables and name != "texts"]
    if missing:
        raise DataError(f"{folder}: lacks the tables {', '.join(missing)}. Run `conflict-timeline build` again.")
    build_id = tables["events"].schema.metadata[b"build_id"].decode()
    return Tables(**{name: from_arrow(table) for name, table in tables.items()}, build_id=build_id)
