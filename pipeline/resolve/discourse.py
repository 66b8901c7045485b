"""The actor side of one document: mentions, countries, people, acronyms. `introductions` fills it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date

from pipeline.lexicon.actors import Actor
from pipeline.tag.actors import ActorMention, Words


@dataclass(frozen=True, slots=True)
class Discourse:
    """The actor side of one document.

    `people` maps a name's folded words, full or last only, to whom the person speaks for; `offices` a title to whom its last
    holder speaks for; `acronyms` an acronym that the text introduces to its actor; `countries` an iso3 code to how often the
    text names it. `topic` is the country that the text is about, None where no country prevails.
    """

    text: str
    day: date | None
    words: Words
    mentions: tuple[ActorMention, ...]
    starts: tuple[int, ...]
    countries: dict[str, int]
    topic: str | None
    people: dict[str, Actor] = field(default_factory=dict)
    offices: dict[str, Actor] = field(default_factory=dict)
    acronyms: dict[str, Actor] = field(default_factory=dict)

    def within(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """The mentions that touch `[start, end)`, in text order."""
        low = max(0, bisect_left(self.starts, start) - 1)
        high = bisect_right(self.starts, end - 1)
        return tuple(m for m in self.mentions[low:high] if m.start < end and start < m.end)

    def pick(self, rows: tuple[Actor, ...]) -> Actor | None:
        """The row of an alias that is meant: valid on the document's day, then of a country the document names."""
        valid = [row for row in rows if row.is_valid(self.day)]
        return next((row for row in valid if row.iso3 in self.countries), valid[0] if valid else None)
