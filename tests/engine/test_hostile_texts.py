"""Texts that no writer wrote: whatever the stages make of them, every row is as the schema says and every word in its place."""

from __future__ import annotations

from datetime import date

import pytest

import pipeline
from pipeline.check import check_quotes
from pipeline.engine import schema_faults
from pipeline.parse import Parser

ACT = "Rebels attacked the town of Hama on Monday, killing two people"
TEXTS = {
    "only headings": "Rebels attack town\n\nArmy kills two\n\n" * 5,
    "no full stop in 20 sentences": f"{ACT} and " * 20,
    "no full stop, a paragraph each": f"{ACT}\n\n" * 15,
    "a word of 50,000 letters": f"{ACT}, said {'a' * 50_000}.",
    "a number of 10,000 digits": f"Rebels killed {'9' * 10_000} people in Hama on Monday.",
    "brackets in brackets": f"{'(' * 300}{ACT}{')' * 300}.",
    "quotes that never close": f'"{ACT}, ' * 20,
    "200 places": "Rebels attacked " + ", ".join(["Homs", "Hama"] * 100) + " on Monday.",
    "200 actors": "The " + " and the ".join(["army", "rebels"] * 100) + " attacked Hama on Monday.",
    "200 dates": f"{ACT}, " + "last week and on Monday 3 January 2020 " * 100,
    "years that are none": "Rebels attacked Hama on 3 January 0025, on 31 December 9999 and on 30 February 2020.",
    "full stops only between acts": ". . . ".join([ACT] * 10),
    "bidirectional marks": ACT.replace("Hama", "\u202eHama\u202c") + ".",
    "zero-width characters in words": ACT.replace("attacked", "att\u200backed") + ". " + ACT + ".",
    "stacked marks": ACT.replace("Hama", "H" + "\u0301" * 300 + "ama") + ". " + ACT + ".",
    "emoji": f"🔥 {ACT} 🔥🔥. " * 5,
    "capitals": f"{ACT}. ".upper() * 3,
    "every word a line": ACT.replace(" ", "\n") + ".\n",
    "tabs and form feeds": ACT.replace(" ", "\t") + ".\f" + ACT + ".",
    "letters that change their length": ACT.replace("Hama", "İzmİr") + ".",
    "formulas of a spreadsheet": f"=1+1 {ACT}. @SUM(A1) {ACT}. -2+3 {ACT}.",
}


@pytest.fixture(autouse=True)
def _one_parser(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.parse.load", lambda model: parser)


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_rows_are_whole_and_true_to_the_text(text: str) -> None:
    import pandas as pd

    tables = pipeline.extract(text, date(2020, 2, 19))
    assert schema_faults(tables) == []
    assert tables.documents.status.item() in ("ok", "empty", "skipped")
    texts = pd.DataFrame({"document_id": tables.documents.document_id, "text": [text]})
    assert list(check_quotes(tables, texts)) == []
