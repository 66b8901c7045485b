"""What a coding sheet holds: the sentence in its context, and the cells that a coder fills."""

from __future__ import annotations

from pipeline.review.layout import YES_NO, Field, value_field

SHEET = "coding"
FIELDS = (
    "event_type mode status scope date_start date_end date_precision place_name country_iso3 actor_names recipient_names "
    "fatalities_best injured_best displaced_best detained_best abducted_best claimed_by"
).split()
"""Columns of `events` that are coded. An empty cell = the text does not say."""

EVENT = Field("event", "Does the sentence tell an event? yes or no; empty = not coded yet.", 8, True, YES_NO)
COLUMNS: tuple[Field, ...] = (
    Field("item", "Number of the sentence. A row without a number is a further event of the sentence above it.", 6),
    Field("published", "Day of publication.", 12),
    Field("title", "Headline.", 24),
    Field("context", "The sentences before and after it ([…] = the sentence), which only help to understand it.", 40),
    Field("sentence", "The sentence to code.", 56),
    EVENT,
    *map(value_field, FIELDS),
    Field("note", "Anything that another coder should know.", 30, True),
    Field("document_id", "The article's id.", 22),
    Field("start", "Where the sentence starts in it.", 8),
    Field("end", "Where it ends.", 8),
)
