"""From news articles to a validated, dated conflict event dataset. See README.md; the flow is in `pipeline/build.py`.

The library: `extract(text, published=None)`, `build(documents)` and `load(folder)`, each giving `Tables`, are imported
when they are first used, so that `import pipeline` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.engine import build, extract
    from pipeline.published import load
    from schemas.frames import Tables

__all__ = ["Tables", "build", "extract", "load"]

_HOMES = {
    "extract": "pipeline.engine",
    "load": "pipeline.published",
    "Tables": "schemas.frames",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Library(ModuleType):
    """Keeps `pipeline.build` the function: importing the module of that name would put the module in its place."""

    @property
    def build(self) -> Any:
        return import_module("pipeline.engine").build

    @build.setter
    def build(self, module: ModuleType) -> None:
        """The import system's own assignment; `from pipeline.build import …` does not need it."""


sys.modules[__name__].__class__ = _Library
