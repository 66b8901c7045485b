"""Tellings written in one line, for the examples of rules.toml and the tests of linking.

    [the|result|doer] TYPE[/mode] [DAY | DAY..DAY | ..DAY] [ISO3[.ADM1[.Town]]] [PARTY[+PARTY]>PARTY] [kind=N …] [key=value …]

`the` = points back; `result` = only who was killed or hurt is told; `doer` = done by "the gunmen". A party is iso3 + sector
(SYRMIL); a sector alone (CVL) is a bare noun, the_CVL a known one ("the …"), Mary_Miller a person; `A+B` without `>` is a mutual
act. A number is `8`, `8+` (at least), `~24` (dozens), `@name` = who claims it. Keys: said (day of publication, default
2020-02-19; `?` unknown), doc, at (character of the trigger), by (claimant of the telling), side, scope, status, sentence, quote,
trigger, frame, words (a quote whose trigger is "called").
"""

from __future__ import annotations

import re
import zlib
from datetime import date

from pipeline.ids import report_id
from pipeline.records import (
    Argument,
    Candidate,
    Count,
    EventDate,
    EventPlace,
    Modality,
    Participant,
    Place,
    Report,
)
from schemas.vocab import COUNT_KINDS, EVENT_TYPES, SECTORS, SPEECH_ACT_TYPES

DAY = r"\d{4}-\d\d-\d\d"
SAID = date(2020, 2, 19)
GUNMEN = (Participant("actor", 0, "gunmen", None, None, None, None, "the gunmen", 0, 10),)


def telling(line: str, **more: str) -> Report:
    """The report that a line of the notation describes."""
    words = line.split()
    keys = dict(word.split("=", 1) for word in words if "=" in word) | more
    rest = [word for word in words if "=" not in word]
    is_definite = rest[0] == "the"
    is_result = rest[0] == "result"
    event_type, _, mode = rest[1 if rest[0] in ("the", "result", "doer") else 0].partition("/")
    assert event_type in EVENT_TYPES, line
    days = next((word for word in rest if re.fullmatch(rf"({DAY})?(\.\.{DAY})?", word)), None)
    place = next(
        (word for word in rest if re.fullmatch(r"[A-Z]{3}(\.\w+)*", word) and word not in {*SECTORS, *EVENT_TYPES}), None
    )
    sides = next(
        (word for word in rest if re.fullmatch(r"[A-Z+]*>?[A-Z+]*|>\w+_\w+", word) and word not in (event_type, place)), ""
    )
    said = None if keys.get("said") == "?" else date.fromisoformat(keys["said"]) if "said" in keys else SAID
    start = int(keys.get("at", "100"))
    document = keys.get("doc", "doc_a")
    quote = keys.get("words", keys.get("quote", f"Told by {document}.")).replace("_", " ")
    trigger = keys.get("trigger", "said")
    trigger_offset = quote.index("called") if "words" in keys else quote.index(trigger) if trigger in quote else 10
    candidate = Candidate(
        sentence=int(keys.get("sentence", "0")),
        frame=keys.get("frame", "test"),
        event_type=event_type,
        mode=mode,
        heads=(Argument(0, 0),),
        trigger_start=start,
        trigger_end=start + len(trigger),
        ordinal=int(keys.get("ordinal", "0")),
        roles=(),
        tolls=(),
        modality=Modality(keys.get("status", "occurred")),
        is_mutual=">" not in sides and "+" in sides,
        is_speech_act=event_type in SPEECH_ACT_TYPES,
        is_definite=is_definite,
        is_result=is_result,
    )
    return Report(
        report_id=report_id(document, candidate),
        document_id=document,
        published=said,
        candidate=candidate,
        sentence_start=start - trigger_offset,
        sentence_end=start + 50,
        quote=quote,
        trigger=trigger,
        status=keys.get("status", "occurred"),
        outcome=keys.get("outcome", ""),
        scope=keys.get("scope", "incident"),
        date=event_date(days, said, keys.get("basis", "relative")),
        places=places(place),
        participants=participants(sides, keys.get("by")) + (GUNMEN if rest[0] == "doer" else ()),
        counts=tuple(count(kind, value) for kind, value in keys.items() if kind.split(":")[0] in COUNT_KINDS),
        claimed_by=keys.get("by"),
        claim_side=keys.get("side", "third" if "by" in keys else "none"),
        denied_by=keys.get("denied"),
        flags=tuple(keys["flags"].split(";")) if "flags" in keys else (),
    )


def event_date(days: str | None, said: date | None, basis: str) -> EventDate:
    """`..DAY` is open at the start; no day at all is unknown up to the day of publication."""
    if days is None:
        return EventDate(None, said)
    first, _, last = days.partition("..")
    if not first:
        return EventDate(None, date.fromisoformat(last))
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    precision = {0: "day", 1: "days", 2: "days", 6: "week"}.get(
        (end - start).days, "month" if (end - start).days < 31 else "year" if (end - start).days > 360 else "range"
    )
    return EventDate(start, end, "within", precision, basis, days)


def places(path: str | None) -> tuple[EventPlace, ...]:
    """ISO3, ISO3.ADM1 or ISO3.ADM1.Town; `?.Town` would be unresolved."""
    if path is None:
        return ()
    iso3, *rest = path.split(".")
    admin1 = f"{iso3}.{rest[0]}" if rest else None
    name, level, prec = (rest[1], "place", 1) if len(rest) > 1 else (rest[0], "province", 4) if rest else (iso3, "country", 6)
    here = Place(0, 1, name, name, level, geonames_id=zlib.crc32(path.encode()), admin1_code=admin1, iso3=iso3, where_prec=prec)
    return (EventPlace(here),)


def participants(sides: str, claimant: str | None) -> tuple[Participant, ...]:
    """Actors before `>`, recipients after it; the claimant of the telling last."""
    left, _, right = sides.partition(">")
    found = [party("actor", n, code) for n, code in enumerate(filter(None, left.split("+")))]
    found += [party("recipient", n, code) for n, code in enumerate(filter(None, right.split("+")))]
    if claimant:
        found.append(Participant("claimant", 0, claimant, None, None, None, None, claimant, 0, 1))
    return tuple(found)


def party(role: str, position: int, code: str) -> Participant:
    """SYRMIL is known; CVL alone is a bare noun of that sector."""
    if code.startswith("the_"):
        noun = code.removeprefix("the_").lower()
        return Participant(role, position, noun, None, None, None, code.removeprefix("the_"), f"the {noun}", 0, 1)
    if "_" in code:
        name = code.replace("_", " ")
        return Participant(role, position, name, None, None, None, None, name, 0, 1)
    if code in SECTORS:
        return Participant(role, position, code.lower(), None, None, None, code, code, 0, 1)
    return Participant(role, position, code, code, code, code[:3], code[3:], code, 0, 1)


def count(kind: str, value: str) -> Count:
    """`8`, `8+`, `~24`; `:actor` behind the kind says whose, `/CVL` behind the number makes it a part."""
    kind, _, whose = kind.partition(":")
    value, _, claimant = value.partition("@")
    value, _, sector = value.partition("/")
    number = int(value.strip("~+"))
    high = None if value[0] == "~" or value[-1] == "+" else number
    qualifier = "dozens" if value[0] == "~" else "at least" if value[-1] == "+" else ""
    return Count(kind, number, number, high, qualifier, whose or "recipient", sector or None, claimant or None, value, 0, 1)
