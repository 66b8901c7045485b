"""The values that pass from stage to stage, in the order of the flow.

Every record is immutable. Offsets are half-open `[start, end)` code points into `Document.text`; day intervals are
inclusive, and a null first day means "on or before the last day". Nothing here reads, resolves or decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple


# --------------------------------------------------------------------------------------------------- read, split
@dataclass(frozen=True, slots=True)
class Document:
    """One article as read. `published` is the DCT when it is one known day; else the DCT lies in low..high, or is unknown."""

    document_id: str
    path: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: date | None = None
    published_basis: str = "unknown"  # given, metadata, inferred, unknown
    published_low: date | None = None
    published_high: date | None = None
    status: str = "ok"  # ok, empty, skipped, duplicate, quarantined
    duplicate_of: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading or dateline of a document."""

    index: int
    start: int
    end: int
    paragraph: int
    kind: str = "body"  # body, heading, dateline, entry (its date), speaker (a label: "[RODRIGUEZ]")


# --------------------------------------------------------------------------------------------------- parse
class Token(NamedTuple):
    """One word of a tree. `head` is the index of its governor in the same tree; the root is its own head."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str  # Penn Treebank tag: NN, NNP, VBD …
    pos: str  # UD part of speech: NOUN, PROPN, VERB …
    dep: str  # UD v2 relation, lower case: nsubj, nsubj:pass, obl, nmod, acl:relcl, root …
    head: int


@dataclass(frozen=True, slots=True)
class Tree:
    """The dependency tree of one sentence. `children[i]` are the indices of token i's dependents in text order."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]


# --------------------------------------------------------------------------------------------------- tag
@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression as the text says it, not yet anchored. `expression` is the grammar's reading of the words."""

    start: int
    end: int
    type: str  # TIMEX3: DATE, TIME, DURATION, SET
    rule: str
    expression: Any = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name, demonym or composed place as it stands in the text, not yet resolved."""

    start: int
    end: int
    key: str  # folded key that the gazetteer knows
    kind: str  # place, country, demonym, region, unknown …
    detail: Any = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of people or things. `noun` is the token index of what is counted, None when it stands alone."""

    sentence: int
    head: int  # token index of the number (or vague quantity word)
    noun: int | None
    start: int
    end: int
    low: int | None
    best: int | None
    high: int | None
    qualifier: str = ""


class Argument(NamedTuple):
    """A noun phrase (or clause) that fills a role, named by its head token."""

    sentence: int
    head: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of direct or reported speech. `verb` and `speaker` are where they stand, also in another sentence."""

    start: int
    end: int
    speaker: Argument | None = None
    verb: Argument | None = None
    direct: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document's text says, before anything is resolved. `trees[i]` belongs to `sentences[i]`; None = not parsed."""

    document: Document
    sentences: tuple[Sentence, ...]
    trees: tuple[Tree | None, ...]
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quantities: tuple[Quantity, ...] = ()


# --------------------------------------------------------------------------------------------------- find
@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody says it. `speaker` is None where nobody is named ("reportedly"); `verb` is the reporting word."""

    speaker: Argument | None
    verb: Argument | None
    start: int
    end: int
    denied: bool = False  # the speaker denies it
    is_relay: bool = False  # only passes on what somebody else claims
    is_of_author: bool = False  # claims only to have done it: the rest is the narrator's word


@dataclass(frozen=True, slots=True)
class Modality:
    """How an event is told. `status` is empty when it is not told as real; then `reason` says why (a `rejected` reason)."""

    status: str  # occurred, ongoing, planned, negated, or ""
    reason: str = ""
    claims: tuple[Claim, ...] = ()  # innermost speaker first
    is_speech: bool = False  # inside direct or reported speech


@dataclass(frozen=True, slots=True)
class Toll:
    """Who or what is counted by an event: kind as in the table `counts`."""

    kind: str
    argument: Argument
    whose: str = "recipient"  # actor, recipient, none


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame found in a tree. `heads` are the words whose adjuncts date and place the event: the trigger's head first,
    then the event noun of a light verb, then merged result verbs ("came under fire …, killing 12")."""

    sentence: int
    frame: str  # "assault/under-fire"
    event_type: str
    mode: str
    heads: tuple[Argument, ...]
    trigger_start: int
    trigger_end: int
    ordinal: int  # among the events of this trigger, 0-based (ellipsis: "in Afrin in 2018 and in the northeast in late 2019")
    roles: tuple[tuple[str, tuple[Argument, ...]], ...]
    tolls: tuple[Toll, ...]
    modality: Modality
    outcome: str = ""
    is_mutual: bool = False
    is_speech_act: bool = False
    is_plural: bool = False  # a plural act or plural targets: attacks, airstrikes, posts
    is_definite: bool = False  # an event noun that refers to a known event: "the attack", "its offensive", "the bomb"
    is_result: bool = False  # only the outcome is told: killed, wounded, displaced
    adjuncts: tuple[Argument, ...] | None = None  # the only adjuncts that belong to this ordinal; None = all of the heads'

    def role(self, name: str) -> tuple[Argument, ...]:
        """The arguments of one role in text order; empty when the text does not fill it."""
        return next((arguments for role, arguments in self.roles if role == name), ())


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that gives no row, with its reason (vocabulary `rejected_reason`). `start` and `end` are where its words
    stand, `quote` is the sentence that holds them."""

    document_id: str
    start: int
    end: int
    quote: str
    frame: str
    reason: str


# --------------------------------------------------------------------------------------------------- resolve
@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time expression anchored: TIMEX3 value and the codebook's interval."""

    start: int
    end: int
    type: str
    value: str
    mod: str
    date_start: date | None
    date_end: date | None
    precision: str
    basis: str  # explicit, relative
    cue: str = ""  # since, until, by, before, after, from …


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event happened, by the rules of codebook section 3."""

    start: date | None
    end: date | None
    kind: str = "within"  # within, throughout
    precision: str = "unknown"
    basis: str = "none"  # explicit, relative, inherited, none
    text: str | None = None
    char_start: int | None = None
    char_end: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place mention resolved against the gazetteer; null coordinates when it is not."""

    start: int
    end: int
    text: str
    name: str
    level: str  # point, place, district, province, region, country, sea …
    reading: str = "literal"  # literal, associative, undetermined
    geonames_id: int | None = None
    admin1_name: str | None = None
    admin1_code: str | None = None
    country: str | None = None
    iso3: str | None = None
    gwno: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    where_prec: int | None = None
    priogrid_gid: int | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place of an event in a role: where, origin, destination. `is_inherited` = not named in the event's own clause;
    `is_of_part` = only some of those counted met their fate there ("24 people in Gaza, nine of them in Rafah")."""

    place: Place
    role: str = "where"
    is_inherited: bool = False
    is_of_part: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in a role of an event. `name` is canonical; `text` and offsets are the words that stand there."""

    role: str  # actor, recipient, supporter, claimant, relay
    position: int
    name: str
    actor_id: str | None
    code: str | None
    iso3: str | None
    sector: str | None
    text: str
    start: int | None
    end: int | None
    is_inherited: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A number of an event. A part of another number carries its sector; the whole has none."""

    kind: str
    low: int | None
    best: int | None
    high: int | None
    qualifier: str
    whose: str  # actor, recipient, none
    sector: str | None
    claimed_by: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One telling of an event in one document, resolved."""

    report_id: str
    document_id: str
    published: date | None
    candidate: Candidate
    sentence_start: int
    sentence_end: int
    quote: str
    trigger: str
    status: str
    outcome: str
    scope: str  # incident, multiple, aggregate
    date: EventDate
    places: tuple[EventPlace, ...]
    participants: tuple[Participant, ...]
    counts: tuple[Count, ...]
    claimed_by: str | None
    claim_side: str  # party, opponent, third, unnamed, none
    denied_by: str | None = None
    flags: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave: its tellings and what was not emitted; all that leaves a worker. `document.text` may be
    empty by then, so that many documents fit in memory; `n_chars` and the quotes were taken before."""

    document: Document
    n_chars: int
    n_sentences: int
    reports: tuple[Report, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    signature: bytes = b""  # sketch of the words, by which copies are found


# --------------------------------------------------------------------------------------------------- link
@dataclass(frozen=True, slots=True)
class Publisher:
    """One row of seeds/publishers.csv."""

    name: str
    country: str | None = None
    kind: str = "independent"  # independent, state, party, monitor, wire, local, social
    affiliated_with: str | None = None


@dataclass(frozen=True, slots=True)
class LinkedReport:
    """A telling inside its event. `rule` says why it is there ("anchor" for the first one); `score` is that rule's."""

    report: Report
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Total:
    """One kind of number of a whole event, decided among its claims. A null high is open; null everywhere = not reported."""

    kind: str
    low: int | None
    best: int | None
    high: int | None
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Deaths:
    """The dead of an event by whose they are. Disjoint; they add up to the best number of the kind `killed`."""

    actor: int = 0
    recipient: int = 0
    civilians: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """One distinct event with all its tellings and their values merged. `totals` of an aggregate belong in `toll_*`."""

    event_id: str
    anchor: Report  # the telling that names the event and gives its quote
    reports: tuple[LinkedReport, ...]  # anchor first, then by (published, document, trigger)
    event_type: str
    mode: str
    status: str
    outcome: str
    scope: str
    first_published: date | None
    last_published: date | None
    date: EventDate
    places: tuple[EventPlace, ...]
    participants: tuple[Participant, ...]  # actors and recipients, position from 0 in each role
    totals: tuple[Total, ...]  # at most one of each kind
    deaths: Deaths | None  # None = no number of dead is reported
    is_mutual: bool
    claimed_by: str | None
    claim_side: str
    contested: bool
    denied_by: str | None
    n_reports: int
    n_documents: int
    n_publishers: int
    n_independent: int
    flags: tuple[str, ...]
    part_of: str | None = None
    countable: bool = False
    review: str = "machine"  # machine, confirmed, corrected, added

    def total(self, kind: str) -> Total | None:
        """The number of one kind, None when no telling gives it."""
        return next((total for total in self.totals if total.kind == kind), None)
