"""A small dataset for the tests of tables: two articles that tell six events, and one that could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.ids import report_id
from pipeline.link import link
from pipeline.records import Count, Document, Event, Extraction, Rejected, Report
from pipeline.tabulate import Tables, tabulate
from tests.link.notation import telling

FIRST, SECOND, BROKEN = (f"doc_{number:016x}" for number in (1, 2, 3))
ARTICLE = (
    "Army shells hit border posts in Lower Karan in early March, killing 12 guards and a driver. "
    "The president threatened the army with a response over Lower Karan on Thursday. "
    "Since January 9,000 people have fled the province, the UN said. "
    "Troops and rebels clashed. "
    "A new assault on the posts could be imminent."
)
FOLLOW_UP = "Shells killed eight guards in Tell Dara on 3 March. The guards will send 200 more men on 5 March."


@dataclass(frozen=True)
class Told:
    """One telling: a line of the notation of `tests.link.notation`, and the words of the article it stands for."""

    document: str
    text: str
    line: str
    sentence: str
    trigger: str
    parties: Sequence[str] = ()
    places: Sequence[str] = ()
    counts: Sequence[str] = ()


TOLD = (
    Told(
        FIRST, ARTICLE, "ASSAULT/heavy-weapons 2022-03-01..2022-03-10 KAR.LOW KARMIL>BORMIL killed=13 scope=multiple",
        "Army shells hit", "hit", ["Army", "border posts"], ["Lower Karan"], ["12 guards and a driver"],
    ),
    Told(
        FIRST, ARTICLE, "THREATEN/violence 2022-03-17 KAR.LOW BORGOV>KARMIL",
        "The president", "threatened", ["The president", "the army"], ["Lower Karan"],
    ),
    Told(
        FIRST, ARTICLE, "DISPLACE 2022-01-01..2022-03-17 KAR.LOW >CVL displaced=9000 by=UN scope=aggregate",
        "Since January", "fled", ["people", "the UN"], ["the province"], ["9,000 people"],
    ),
    Told(FIRST, ARTICLE, "ASSAULT/clash KARMIL+KARREB", "Troops and", "clashed", ["Troops", "rebels"]),
    Told(
        SECOND, FOLLOW_UP, "ASSAULT/heavy-weapons 2022-03-03 KAR.LOW.Dara KARMIL>BORMIL killed=8",
        "Shells killed", "killed", ["Shells", "guards"], ["Tell Dara"], ["eight guards"],
    ),
    Told(
        SECOND, FOLLOW_UP, "MOBILIZE/troops 2022-03-05 BORMIL troops=200 status=planned",
        "The guards will", "send", ["The guards"], [], ["200 more men"],
    ),
)  # fmt: skip
SAID = {FIRST: date(2022, 3, 17), SECOND: date(2022, 3, 4)}


def report(told: Told) -> Report:
    """The telling with the offsets of its words."""
    text, start = told.text, told.text.index(told.sentence)
    end = text.index(".", start) + 1
    base = telling(told.line, doc=told.document, said=str(SAID[told.document]))

    def at(words: str) -> tuple[int, int]:
        first = text.index(words, start)
        return first, first + len(words)

    trigger = at(told.trigger)
    candidate = replace(base.candidate, trigger_start=trigger[0], trigger_end=trigger[1])
    spans = [at(words) for words in told.parties]
    people = [
        replace(party, text=words, start=span[0], end=span[1])
        for party, words, span in zip(base.participants, told.parties, spans, strict=True)
    ]
    where = [
        replace(each, place=replace(each.place, start=at(words)[0], end=at(words)[1], text=words))
        for each, words in zip(base.places, told.places, strict=True)
    ]
    numbers = [
        replace(count, text=words, start=at(words)[0], end=at(words)[1])
        for count, words in zip(base.counts, told.counts, strict=True)
    ]
    if told is TOLD[0]:
        numbers += [_part(numbers[0], 12, "MIL", "12 guards", *at("12 guards"))]
        numbers += [_part(numbers[0], 1, "CVL", "a driver", *at("a driver"))]
    return replace(
        base,
        report_id=report_id(told.document, candidate),
        candidate=candidate,
        sentence_start=start,
        sentence_end=end,
        quote=text[start:end],
        trigger=told.trigger,
        date=replace(base.date, text=None),
        places=tuple(where),
        participants=tuple(people),
        counts=tuple(numbers),
    )


def _part(whole: Count, number: int, sector: str, words: str, start: int, end: int) -> Count:
    return replace(whole, low=number, best=number, high=number, sector=sector, text=words, start=start, end=end)


def extractions(*, told: Sequence[Told] = TOLD, documents: Sequence[str] = (FIRST, SECOND, BROKEN)) -> list[Extraction]:
    """What the articles gave, or some of them."""
    reports = [report(each) for each in told]
    words = "could be imminent"
    start = ARTICLE.index(words)
    known = {
        FIRST: Document(
            FIRST, "karan.txt", ARTICLE, "0" * 64, "Shells on the border", "Karan Post", "https://karan.example/1", "en",
            SAID[FIRST], "given", SAID[FIRST], SAID[FIRST],
        ),
        SECOND: Document(SECOND, "wire.jsonl#7", FOLLOW_UP, "1" * 64, None, "Wire", None, "en", SAID[SECOND], "metadata"),
        BROKEN: Document(BROKEN, "broken.txt", "", "2" * 64, status="quarantined", reason="is not UTF-8"),
    }  # fmt: skip
    unreal = {FIRST: (Rejected(FIRST, start, start + len(words), words, "assault/offensive", "possible"),)}
    return [
        Extraction(
            known[document],
            len(known[document].text),
            len(known[document].text) // 90,
            tuple(each for each in reports if each.document_id == document),
            unreal.get(document, ()),
        )
        for document in documents
    ]


def events(found: Sequence[Extraction]) -> tuple[Event, ...]:
    """The events of these articles."""
    documents = {each.document.document_id: each.document for each in found}
    return link([each for one in found for each in one.reports], documents)


def tables(found: Sequence[Extraction] | None = None, *, build_id: str = "build-1", texts: bool = True) -> Tables:
    """The dataset of these articles; of all three when none are given."""
    found = extractions() if found is None else found
    return tabulate(found, events(found), build_id=build_id, texts=texts)
