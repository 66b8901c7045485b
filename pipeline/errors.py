"""Every error this package raises on purpose.

ConflictTimelineError            anything below; its text is one line a user can act on
├── UsageError                   a command or function was asked for something that does not exist   exit 2
├── CorrectionError              a file of corrections has rows that are not well formed         exit 2
├── InputError                   one input (file, row, record) cannot be read; the others go on       exit 3
├── NothingReadableError         no input could be read at all                                        exit 4
├── PublishError                 the output folder cannot be written, or is locked by another build   exit 5
├── LexiconError                 a frame, actor or table of the package is not well formed            exit 2
├── ModelError                   the parser's weights are missing, damaged or of the wrong kind       exit 2
└── DataError                    published tables break the schema, or do not belong together         exit 1
"""

from __future__ import annotations

from collections.abc import Sequence


class ConflictTimelineError(Exception):
    """One line for the user: where, what is wrong, what is allowed."""

    exit_code = 2


class UsageError(ConflictTimelineError):
    """A request that cannot be met as asked."""


class CorrectionError(ConflictTimelineError):
    """Corrections that cannot be applied as written. `problems` has one line for each row that is wrong."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class InputError(ConflictTimelineError):
    """One input that cannot be read. `where` names the file and row or record."""

    exit_code = 3

    def __init__(self, where: str, what: str, allowed: str = "") -> None:
        super().__init__(f"{where}: {what}" + (f". {allowed}" if allowed else ""))
        self.where, self.what, self.allowed = where, what, allowed


class NothingReadableError(ConflictTimelineError):
    """Not one input could be read."""

    exit_code = 4


class PublishError(ConflictTimelineError):
    """The output could not be published; what was there before stays."""

    exit_code = 5


class LexiconError(ConflictTimelineError):
    """A file of `pipeline/lexicon` or `pipeline/gazetteer` is not well formed."""


class ModelError(ConflictTimelineError):
    """The parser cannot be loaded."""


class DataError(ConflictTimelineError):
    """Tables that break the schema, or files that are not of one build."""

    exit_code = 1
