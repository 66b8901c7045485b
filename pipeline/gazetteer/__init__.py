"""The gazetteer: names of places, countries and regions, and what lies behind them.

    from pipeline.gazetteer import load
    load().find("idlib")            # entries of a folded key, see pipeline.gazetteer.store

`pipeline.gazetteer.countries` answers questions about countries without reading the big tables.
"""

from __future__ import annotations

from functools import cache

from pipeline.gazetteer.store import Gazetteer


@cache
def load() -> Gazetteer:
    """The shipped gazetteer, read once in a process."""
    return Gazetteer()
