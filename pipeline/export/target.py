"""Where an export goes: a file that is whole or not there, or stdout."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import PublishError, UsageError
from pipeline.export import Rendered


def write(out: Path, rendered: Rendered, *, replace: bool) -> Sequence[Path]:
    """Writes a file and those that belong beside it; gives their paths.

    UsageError, with nothing written, when one of them exists and `replace` is false, or when the folder does not exist;
    PublishError when the disk or the rights do not allow it.
    """
    contents = {out: rendered.content}
    contents |= {out.with_name(out.stem + ending): content for ending, content in (rendered.beside or {}).items()}
    if not out.parent.is_dir():
        raise UsageError(f"{out.parent}: no such folder.")
    for path in contents:
        if path.is_dir():
            raise UsageError(f"{path}: is a folder. Name a file with --out.")
        if path.exists() and not replace:
            raise UsageError(f"{path}: exists. Add --force to replace it.")
    for path, content in contents.items():
        _write_whole(path, content)
    return tuple(contents)


def _write_whole(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_bytes(content)
        os.replace(unfinished, path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise PublishError(f"{path}: cannot be written ({error.strerror}).") from error


def write_stdout(content: bytes) -> None:
    """Writes a file's content to stdout as it is, whatever the terminal's encoding."""
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
