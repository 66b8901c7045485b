"""What every test may use: the parser, loaded once."""

from __future__ import annotations

import pytest

from pipeline.parse import Parser, load


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The shipped parser."""
    return load()
