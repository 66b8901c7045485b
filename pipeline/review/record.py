"""Decisions into corrections.csv: all of them or none, and what is there stays as it is."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.corrections import KEYS, Correction, find_corrections
from pipeline.errors import PublishError, UsageError

NAME = "corrections.csv"
SAME = tuple(key for key in KEYS if key not in ("reason", "date"))  # two rows alike in these are one decision


def record(folder: Path, rows: Sequence[Mapping[str, str]]) -> int:
    """Appends corrections (cells by column) to the file of a folder, which is made if need be; gives how many are new.

    A decision that the same person has recorded already is left out. Errors, with nothing written: UsageError when the
    folder or a column of the file is missing, CorrectionError when the file has wrong rows, PublishError when it cannot be
    written.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder. Name the articles with --input.")
    known = {_decision(each) for each in find_corrections(folder)}
    fresh = [row for row in rows if tuple(row[key] for key in SAME) not in known]
    path = folder / NAME
    text = path.read_bytes().decode("utf-8") if path.is_file() else ""  # bytes: line ends stay as they are
    if fresh:
        _replace(path, _appended(path, text, fresh))
    return len(fresh)


def _decision(known: Correction) -> tuple[str, ...]:
    return tuple(getattr(known, key) for key in SAME)


def _appended(path: Path, text: str, rows: Sequence[Mapping[str, str]]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    header = next(csv.reader(io.StringIO(text.removeprefix("\ufeff"))), [])
    absent = [key for key in KEYS if header and key not in header]
    if absent:
        raise UsageError(f"{path}: lacks the column '{absent[0]}'. Add it to the first line. Columns: {', '.join(KEYS)}.")
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, header or KEYS, restval="", lineterminator=end)
    if not header:
        writer.writeheader()
    writer.writerows(rows)
    gap = "" if not text or text.endswith("\n") else end
    return (text if header else "") + (gap if header else "") + out.getvalue()


def _replace(path: Path, text: str) -> None:
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_bytes(text.encode("utf-8"))
        os.replace(unfinished, path)
    except OSError as problem:
        unfinished.unlink(missing_ok=True)
        raise PublishError(f"{path}: cannot be written ({problem.strerror}).") from problem
