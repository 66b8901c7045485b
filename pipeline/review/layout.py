"""What a review sheet holds: its sheets, its columns, who fills them and which values they allow.

A column that a person fills and that is named like a column of `events` is a value to put right; the writer and the
reader of the sheet both follow this list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schemas.columns import EVENTS, Column
from schemas.vocab import MODES, VOCABULARIES

HOW_TO, REVIEW, TELLINGS, ADD, LISTS, MACHINE = "instructions", "review", "tellings", "add", "lists", "machine"
"""The sheets in order. `lists` (the values of drop-downs) and `machine` (the cells as exported) are hidden."""

HEADER_ROW, FIRST_ROW = 1, 2
YES_NO = ("yes", "no")
DECISIONS: Mapping[str, str] = {
    "confirm": "Read, and all of it is right.",
    "correct": "You changed cells of this row. (A changed cell counts without this word, too.)",
    "drop": "No such event: the row goes.",
    "merge": "The same event as another row; give that row's number in same_as.",
}
SPLIT_GROUPS = ("A", "B", "C", "D", "E")

FIELDS = (
    "event_type mode status outcome scope countable date_start date_end date_kind date_precision date_basis "
    "place_name country_iso3 admin1_name where_prec actor_names recipient_names "
    "fatalities_best fatalities_low fatalities_high deaths_actor deaths_recipient deaths_civilians "
    "injured_best displaced_best detained_best abducted_best toll_killed toll_injured toll_displaced "
    "claimed_by claim_side contested denied_by"
).split()
"""Columns of `events` that a sheet offers for correction, in its order."""

ADD_FIELDS = tuple(name for name in FIELDS if name not in ("event_type", "mode", "countable", "contested"))
"""What may be said at once about an event that is added; its type and mode are part of adding it."""

CONFIRMED = ("event_type", "date_start", "date_end", "place_name", "actor_names", "recipient_names", "fatalities_best")
"""What `confirm` vouches for: if one of them changes later, the build says so."""

WIDTHS: Mapping[str, int] = {
    "event_type": 13, "mode": 17, "place_name": 20, "actor_names": 30, "recipient_names": 30, "claimed_by": 22,
    "denied_by": 18, "date_precision": 15, "date_start": 12, "date_end": 12, "date_kind": 12,
}  # fmt: skip
DEFAULT_WIDTH = 11


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a sheet. `is_open` = a person writes here; `source` is the column of `events` whose rules it follows."""

    name: str
    about: str
    width: int = DEFAULT_WIDTH
    is_open: bool = False
    choices: tuple[str, ...] = ()
    source: Column | None = None


def value_field(name: str) -> Field:
    """The open column for a column of `events`."""
    column = EVENTS.column(name)
    choices = YES_NO if column.type == "boolean" else tuple(VOCABULARIES.get(column.vocab, ()))
    about = column.description + (" Several names are joined by ';'." if name.endswith("_names") else "")
    return Field(name, about, WIDTHS.get(name, DEFAULT_WIDTH), True, choices, column)


REASON = Field("reason", "Why you decide so. Needed for every change, not for confirm.", 30, True)
COLUMNS: tuple[Field, ...] = (
    Field("no", "Number of the row in this sheet.", 6),
    Field("decision", "What you decide: " + " ".join(f"{k}: {v}" for k, v in DECISIONS.items()), 11, True, tuple(DECISIONS)),
    Field("summary", "The event in one line, as the machine has it.", 34),
    Field("quote", "The sentence that tells it (dark) between the sentence before and the one after.", 66),
    Field("flags", "Why the row deserves a look; the words are explained in the sheet `instructions`.", 22),
    Field("look", "How much it deserves a look: the sum of its flags' weights.", 7),
    *map(value_field, FIELDS),
    Field("same_as", "With merge: the number (no) of the row that is the same event; several are joined by ';'.", 10, True),
    REASON,
    Field("review", "Who stands behind the row so far.", 11),
    Field("sources", "Who tells it.", 26),
    Field("directed", "No for a mutual act: party 1 stands as actor, the others as recipients.", 9),
    Field("url", "Address of the article of the quote.", 24),
    Field("event_id", "The event's id.", 22),
)
MACHINE_COLUMNS = tuple(field for field in COLUMNS if field.name in ("no", *FIELDS, "directed", "event_id"))
TELLING_COLUMNS: tuple[Field, ...] = (
    Field("no", "Number of the event's row in the sheet `review`.", 6),
    Field("split", "Tellings of one event with the same letter leave it, as an event of their own.", 8, True, SPLIT_GROUPS),
    Field("summary", "The event that they are joined to.", 34),
    Field("quote", "What this telling says.", 80),
    Field("published", "Day of publication.", 12),
    Field("source", "Publisher, or the article's file.", 22),
    Field("link_rule", "Why it was joined; anchor = it names the event.", 20),
    REASON,
    Field("report_id", "The telling's id.", 22),
)
ADD_COLUMNS: tuple[Field, ...] = (
    Field("document", "The article: its path, as in the table `documents`, or its id.", 30, True),
    Field("quote", "The words of the article that tell the event, copied exactly; as few as name it.", 66, True),
    *map(value_field, ("event_type", "mode")),
    *map(value_field, ADD_FIELDS),
    REASON,
)
SHEETS: Mapping[str, tuple[Field, ...]] = {REVIEW: COLUMNS, TELLINGS: TELLING_COLUMNS, ADD: ADD_COLUMNS}
MODES_OF: Mapping[str, tuple[str, ...]] = {event_type: tuple(modes) for event_type, modes in MODES.items()}


def column_letter(number: int) -> str:
    """What a spreadsheet calls a column, from 1: A … Z, AA …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
