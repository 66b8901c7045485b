"""Whatever tellings come, and however they are linked, the tables keep every rule of the schema."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from pipeline.check import check_tables
from pipeline.link import link
from pipeline.records import Document, Extraction
from pipeline.tabulate import tabulate
from schemas.vocab import COUNT_KINDS, MODES, SPEECH_ACT_TYPES, STATUS
from tests.link.notation import telling

DOCUMENTS = [f"doc_{number:016x}" for number in range(12)]
SIDES = ("", "KARMIL>BORMIL", "KARMIL+KARREB", "KARREB>CVL", ">CVL", "BORGOV>KARGOV", "KARMIL+KARREB>BORMIL", "CVL>")
PLACES = ("", "KAR", "KAR.LOW", "KAR.LOW.Dara", "BOR.HIGH.Rocca")
NUMBERS = ("0", "1", "8", "8+", "~24", "13", "200@Monitor", "7@KARMIL")


def line_of(chance: random.Random) -> str:
    """Any telling, in the notation of tests.link.notation."""
    event_type = chance.choice(list(MODES))
    mode = chance.choice(["", *MODES[event_type]])
    first = date(2022, 3, 1) + timedelta(chance.randrange(40))
    last = first + timedelta(chance.choice([0, 0, 0, 1, 6, 30, 400]))
    days = chance.choice(["", f"{first}..{last}", f"{first}", f"..{last}"])
    kinds = chance.sample(sorted(COUNT_KINDS), chance.randrange(3))
    counts = [f"{kind}{chance.choice(['', ':actor', ':none'])}={chance.choice(NUMBERS)}" for kind in kinds]
    claim = chance.choice(["", "", "by=Monitor", "by=(unnamed) side=unnamed", "by=KARMIL side=party"])
    scope = chance.choice(["", "scope=multiple", "scope=aggregate"])
    status = f"status={chance.choice(list(STATUS))}"
    told = "" if event_type in SPEECH_ACT_TYPES else f"outcome={chance.choice(['unknown', 'failed', 'intercepted'])}"
    parts = [event_type + (f"/{mode}" if mode else ""), days, chance.choice(PLACES), chance.choice(SIDES), *counts]
    return " ".join(filter(None, (*parts, claim, scope, status, told)))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_rule_is_broken(seed):
    chance = random.Random(seed)
    said = {document: date(2022, 3, 10) + timedelta(chance.randrange(60)) for document in DOCUMENTS}
    told = []
    for number in range(240):
        document = chance.choice(DOCUMENTS)
        line = line_of(chance)
        told.append(telling(line, doc=document, said=str(said[document]), at=str(100 + 70 * number), quote="Q" * 60))
    documents = {d: Document(d, f"{d}.txt", "", "", publisher=f"P{n % 5}", published=said[d]) for n, d in enumerate(said)}
    events = link(told, documents)
    found = [Extraction(each, 20_000, 9, tuple(t for t in told if t.document_id == d)) for d, each in documents.items()]
    assert [str(finding) for finding in check_tables(tabulate(found, events))] == []
