"""What every test may use: the parser, loaded once."""

from __future__ import annotations

import pytest
from hypothesis import settings

from pipeline.parse import Parser, load

settings.register_profile("patient", deadline=None)  # how long an example takes is the machine's affair, and no failure
settings.load_profile("patient")


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The shipped parser."""
    return load()
