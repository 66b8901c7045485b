"""What must hold in a row and its cells, as data: a text that says it and a function that tests it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from schemas.columns import Column, Table
from schemas.vocab import MODES, SPEECH_ACT_TYPES, VOCABULARIES

if TYPE_CHECKING:
    import pandas as pd

FIRST_YEAR, LAST_YEAR = 1900, 2100  # a date outside is not resolved to days (codebook, section 3)
RANGES = ("fatalities", "injured", "displaced", "detained", "abducted")
DEATHS = ("deaths_actor", "deaths_recipient", "deaths_civilians", "deaths_unknown")
TOLLS = ("toll_killed", "toll_injured", "toll_displaced")
NUMBERS = tuple(f"{kind}_{end}" for kind in RANGES for end in ("low", "best", "high"))


Holds = Callable[["pd.DataFrame"], "pd.Series[Any]"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of some tables, of one column or between columns. `holds` gives a boolean a row; null means that it holds."""

    text: str
    tables: tuple[str, ...]
    holds: Holds
    column: str = ""


def _ordered(low: str, high: str) -> Holds:
    return lambda t: (t[low] <= t[high]) | t[low].isna() | t[high].isna()


def _same_nulls(t: pd.DataFrame, *names: str) -> pd.Series[Any]:
    nulls = t[list(names)].isna()
    return nulls.all(axis=1) | ~nulls.any(axis=1)


def _deaths_sum(t: pd.DataFrame) -> pd.Series[Any]:
    is_sum = t[list(DEATHS)].sum(axis=1) == t["fatalities_best"]
    return _same_nulls(t, "fatalities_best", *DEATHS) & is_sum.fillna(True)


def _mode_of_type(t: pd.DataFrame) -> pd.Series[Any]:
    pairs = {f"{event_type}/{mode}" for event_type, modes in MODES.items() for mode in modes}
    return t["mode"].isna() | (t["event_type"] + "/" + t["mode"]).isin(pairs)


def _one_day(t: pd.DataFrame) -> pd.Series[Any]:
    return (t["date_precision"] != "day") | (t["date_start"] == t["date_end"])


def _in_years(name: str) -> Holds:
    return lambda t: t[name].dt.year.between(FIRST_YEAR, LAST_YEAR) | t[name].isna()


def _quote_length(t: pd.DataFrame) -> pd.Series[Any]:
    return t["quote"].str.len() == t["sentence_end"] - t["sentence_start"]


def _is_counted(t: pd.DataFrame) -> pd.Series[Any]:
    return ~t["countable"] | (t["status"].isin(["occurred", "ongoing"]) & t["scope"].isin(["incident", "multiple"]))


TOLD = ("events", "reports")
PLACED = ("events", "reports", "event_places")
RULES = (
    Rule("the mode belongs to the event type", TOLD, _mode_of_type),
    Rule("words have no outcome", TOLD, lambda t: ~t["event_type"].isin(SPEECH_ACT_TYPES) | t["outcome"].isna()),
    Rule("only what occurred or goes on, and is no aggregate, is countable", ("events",), _is_counted),
    Rule("no event is a part of itself", ("events",), lambda t: t["part_of"] != t["event_id"]),
    Rule("date_start is not after date_end", TOLD, _ordered("date_start", "date_end")),
    Rule("a start has an end", TOLD, lambda t: t["date_start"].isna() | t["date_end"].notna()),
    *(Rule(f"{day} lies in {FIRST_YEAR} to {LAST_YEAR}", TOLD, _in_years(day)) for day in ("date_start", "date_end")),
    Rule("precision day is one day", TOLD, _one_day),
    Rule(
        "a date of unknown precision has no start",
        TOLD,
        lambda t: (t["date_precision"] != "unknown") | t["date_start"].isna(),
    ),
    Rule("a date without a basis has no start", TOLD, lambda t: (t["date_basis"] != "none") | t["date_start"].isna()),
    Rule("date_sort and its basis come together", TOLD, lambda t: _same_nulls(t, "date_sort", "date_sort_basis")),
    Rule("latitude and longitude come together", PLACED, lambda t: _same_nulls(t, "latitude", "longitude")),
    Rule("a coordinate has a where_prec", ("reports", "event_places"), lambda t: t["latitude"].isna() | t["where_prec"].notna()),
    Rule("without a place there is no where_prec", TOLD, lambda t: t["where_prec"].isna() | t["place_text"].notna()),
    Rule("the deaths_ columns sum to fatalities_best", TOLD, _deaths_sum),
    Rule(
        "an aggregate has its numbers in toll_ columns only",
        TOLD,
        lambda t: (t["scope"] != "aggregate") | t[[*NUMBERS, *DEATHS]].isna().all(axis=1),
    ),
    Rule(
        "only an aggregate has toll_ columns",
        TOLD,
        lambda t: (t["scope"] == "aggregate") | t[list(TOLLS)].isna().all(axis=1),
    ),
    *(Rule(f"{k}_low is not above {k}_best", TOLD, _ordered(f"{k}_low", f"{k}_best")) for k in RANGES),
    *(Rule(f"{k}_best is not above {k}_high", TOLD, _ordered(f"{k}_best", f"{k}_high")) for k in RANGES),
    *(Rule(f"{k}_low is not above {k}_high", TOLD, _ordered(f"{k}_low", f"{k}_high")) for k in RANGES),
    Rule("low is not above best", ("counts",), _ordered("low", "best")),
    Rule("best is not above high", ("counts",), _ordered("best", "high")),
    Rule("low is not above high", ("counts",), _ordered("low", "high")),
    Rule("what nobody claims has no side", TOLD, lambda t: t["claimed_by"].notna() | (t["claim_side"] == "none")),
    Rule("what is denied is contested", TOLD, lambda t: t["denied_by"].isna() | t["contested"]),
    Rule("no more documents than reports", ("events",), _ordered("n_documents", "n_reports")),
    Rule("no more publishers than documents", ("events",), _ordered("n_publishers", "n_documents")),
    Rule("no more independent tellings than documents", ("events",), _ordered("n_independent", "n_documents")),
    Rule("first_published is not after last_published", ("events",), _ordered("first_published", "last_published")),
    Rule("the quote is as long as its sentence", ("reports",), _quote_length),
    Rule("published_low is not after published_high", ("documents",), _ordered("published_low", "published_high")),
    Rule(
        "duplicate_of stands exactly in duplicates",
        ("documents",),
        lambda t: (t["status"] == "duplicate") == t["duplicate_of"].notna(),
    ),
    Rule(
        "what was skipped or quarantined has a reason",
        ("documents",),
        lambda t: ~t["status"].isin(["skipped", "quarantined"]) | t["reason"].notna(),
    ),
)


def rules_of(table: Table) -> Iterator[Rule]:
    """The rules of one table; those on single columns and on pairs of offsets follow from its columns."""
    for column in table.columns:
        for text, holds in _constraints(column):
            yield Rule(text, (table.name,), holds, column.name)
    yield from (rule for rule in RULES if table.name in rule.tables)
    for name in table.names:
        end = name.removesuffix("start") + "end"
        if name.endswith("start") and name != "date_start" and end in table.names:
            yield Rule(f"{name} is before {end}", (table.name,), _before(name, end))


def _constraints(column: Column) -> Iterator[tuple[str, Holds]]:
    """What the vocabulary, pattern and range of a column ask for. An empty cell meets all of it."""
    name, words, pattern = column.name, list(VOCABULARIES.get(column.vocab, ())), column.pattern
    if column.is_list:
        yield f"must hold values of the vocabulary {column.vocab}", lambda t: _all_in(t[name], words)
    elif words:
        yield f"must be a value of the vocabulary {column.vocab}", lambda t: t[name].isin(words) | t[name].isna()
    if pattern:
        yield f"must look like {pattern}", lambda t: t[name].str.match(pattern)
    if (least := column.minimum) is not None:
        yield f"must be at least {least:g}", lambda t: t[name] >= least
    if (most := column.maximum) is not None:
        yield f"must be at most {most:g}", lambda t: t[name] <= most
    if column.type == "date":
        yield "must have no time of day", lambda t: (t[name].dt.normalize() == t[name]) | t[name].isna()


def _all_in(cells: pd.Series[Any], words: list[str]) -> pd.Series[Any]:
    return cells.str.split(";").explode().isin(words).groupby(level=0).all() | cells.isna()


def _before(start: str, end: str) -> Holds:
    return lambda t: _same_nulls(t, start, end) & (t[start] < t[end]).fillna(True)
