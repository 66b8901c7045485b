"""From news articles to a validated, dated conflict event dataset. See README.md; the flow is in `pipeline/build.py`.

The library: `extract(text, published=None)`, `build(documents)` and `load(folder)`, each giving `Tables`, are imported
when they are first used, so that `import pipeline` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.engine import build, extract
    from pipeline.published import load
    from schemas.frames import Tables

__all__ = ["Tables", "build", "extract", "load"]

_HOMES = {
    "build": "pipeline.engine",
    "extract": "pipeline.engine",
    "load": "pipeline.published",
    "Tables": "schemas.frames",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found  # kept: importing `pipeline.build` has put the module of that name in its place
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
