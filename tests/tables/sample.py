"""A small dataset for the tests of tables: three articles by two publishers, with every kind of row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.link import link
from pipeline.records import Count, Document, Extraction, Rejected, Report
from pipeline.tabulate import Tables, tabulate
from tests.link.notation import telling

DOCUMENTS = tuple(f"doc_{number:016x}" for number in (1, 2, 3))
LINES = (
    (0, "ASSAULT/heavy-weapons 2020-02-01..2020-02-10 SYR.SY12 SYRMIL>TURMIL killed=13 scope=multiple at=100"),
    (0, "THREATEN/violence 2020-02-19 SYR.SY12 TURGOV>SYRMIL at=300"),
    (0, "DISPLACE 2019-12-01..2020-02-19 SYR CVL displaced=900000 by=UN scope=aggregate at=500"),
    (0, "ASSAULT/clash SYR SYRMIL+SYRREB at=700"),
    (1, "ASSAULT/heavy-weapons 2020-02-03 SYR.SY12.Saraqib SYRMIL>TURMIL killed=8 said=2020-02-04 at=100"),
    (1, "MOBILIZE/troops 2020-02-05 SYR.SY12 TURMIL troops=2000 status=planned said=2020-02-04 at=300"),
)


def reports() -> list[Report]:
    """The tellings, the first with its dead told apart."""
    told = []
    for document, line in LINES:
        report = telling(line, doc=DOCUMENTS[document])
        told.append(replace(report, quote=f"{line:<60.60}", denied_by=None))
    first = told[0]
    parts = [Count("killed", n, n, n, "", "recipient", sector, None, str(n), 0, 1) for n, sector in ((12, "MIL"), (1, "CVL"))]
    told[0] = replace(first, counts=(*first.counts, *parts))
    return told


def extractions() -> list[Extraction]:
    """What the three articles gave; the third could not be read."""
    text = "Words of the article. " * 60
    first, second, third = (
        Document(DOCUMENTS[0], "a.txt", text, "0" * 64, "Title", "Rudaw", "https://example.org/a", "en", date(2020, 2, 19), "given"),
        Document(DOCUMENTS[1], "b.jsonl#7", text, "1" * 64, None, "Anadolu", None, "en", date(2020, 2, 4), "metadata"),
        Document(DOCUMENTS[2], "c.txt", "", "2" * 64, status="quarantined", reason="is not UTF-8"),
    )
    said = reports()
    no_row = Rejected(DOCUMENTS[0], 10, 20, "could be imminent", "assault/offensive", "possible")
    return [
        Extraction(first, len(text), 60, tuple(r for r in said if r.document_id == first.document_id), (no_row,)),
        Extraction(second, len(text), 60, tuple(r for r in said if r.document_id == second.document_id)),
        Extraction(third, 0, 0),
    ]


def tables(*, build_id: str = "build-1", texts: bool = False) -> Tables:
    """The dataset."""
    found = extractions()
    events = link(reports(), {each.document.document_id: each.document for each in found})
    return tabulate(found, events, build_id=build_id, texts=texts)
