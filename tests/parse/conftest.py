"""One parser for all tests of this folder: loading takes a second."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.parse import Parser, load
from pipeline.records import Sentence, Tree


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load()


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[[str], Tree]:
    """Parses a text that is one sentence."""

    def parse_one(text: str) -> Tree:
        return parser.parse([Sentence(0, 0, len(text), 0)], text)[0]

    return parse_one
