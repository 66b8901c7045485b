"""The gazetteer in memory: sorted keys over a table of entries, held as Arrow buffers rather than Python objects.

`names.parquet` has one row per key and entry, sorted by key; `places.parquet` one row per entry. A look-up bisects the
keys' bytes (about 5 microseconds) and makes Python objects only for what it returns: 165,000 places as objects would
take 300 MB and two seconds.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from pipeline.gazetteer.columns import reader

STRIDE = 64  # keys between two that a look-up compares first
_REVIEWED = 20_000  # the reviewed entries (countries, first-order areas …) are the first rows
KINDS = ("country", "admin1", "region", "continent", "sea", "place", "district", "feature")
FORMS = ("name", "alternate", "demonym", "abbreviation", "skeleton")


class Entry(NamedTuple):
    """One place of the gazetteer. `kind`: country, admin1, district, place, region, continent, sea, feature."""

    row: int
    geonames_id: int | None
    name: str
    kind: str
    latitude: float | None
    longitude: float | None
    iso3: str | None
    admin1: str | None
    population: int


class Hit(NamedTuple):
    """An entry found under a key, and what the key is to it (`FORMS`)."""

    entry: Entry
    form: str


class Gazetteer:
    """Look-up of folded keys (`pipeline.gazetteer.keys.fold`). Built once by `pipeline.gazetteer.load`."""

    def __init__(self) -> None:
        names, places = _read("names.parquet"), _read("places.parquet")
        _, offsets, characters = names["key"].buffers()
        self._count, self._size = len(names["key"]), len(places["name"])
        self._starts = memoryview(offsets).cast("i")
        self._bytes: bytes = characters.to_pybytes()
        self._milestones = [self._key(position) for position in range(0, self._count, STRIDE)]
        self._row, self._form = reader(names["place"]), reader(names["form"])
        self._cells = tuple(reader(places[name]) for name in Entry._fields[1:])
        self._admin1 = self._admin1_rows(places)

    def __len__(self) -> int:
        return self._size

    def find(self, key: str) -> tuple[Hit, ...]:
        """All entries of a folded key, the exact names first, wide areas first, then by population; empty for an unknown key."""
        return self._find(key.encode())

    def longest(self, phrase: str) -> str:
        """The longest key that `phrase` (folded words, one space between) begins with, whole words only; "" if none."""
        wanted = phrase.encode()
        while wanted:
            position = self._after(wanted)
            found = self._key(position - 1) if position else b""
            if found == wanted:
                return wanted.decode()
            wanted = _common_words(found, wanted)
        return ""

    def entry(self, row: int) -> Entry:
        """The entry at a row of `places.parquet`."""
        return self._entry(row)

    def admin1(self, iso3: str | None, code: str | None) -> Entry | None:
        """The first-order area of a country by GeoNames' code, None where the table has no such area."""
        row = self._admin1.get((iso3 or "", code or ""))
        return None if row is None else self._entry(row)

    @lru_cache(maxsize=50_000)  # noqa: B019 - one gazetteer lives as long as the process
    def _find(self, wanted: bytes) -> tuple[Hit, ...]:
        stop = self._after(wanted)
        hits = []
        while stop and self._key(stop - 1) == wanted:
            stop -= 1
            hits.append(Hit(self._entry(self._row(stop)), FORMS[self._form(stop)]))
        return tuple(sorted(hits, key=_rank))

    @lru_cache(maxsize=50_000)  # noqa: B019
    def _entry(self, row: int) -> Entry:
        return Entry(row, *(cell(row) for cell in self._cells))

    def _after(self, wanted: bytes) -> int:
        """The position behind the last key that is not greater than `wanted`."""
        part = bisect_right(self._milestones, wanted)
        low, high = max(0, (part - 1) * STRIDE), min(self._count, part * STRIDE)
        starts, characters = self._starts, self._bytes
        while low < high:
            middle = (low + high) // 2
            if characters[starts[middle] : starts[middle + 1]] <= wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def _key(self, position: int) -> bytes:
        return self._bytes[self._starts[position] : self._starts[position + 1]]

    def _admin1_rows(self, places: dict[str, Any]) -> dict[tuple[str, str], int]:
        kind, iso3, code = (reader(places[name]) for name in ("kind", "iso3", "admin1"))
        return {(iso3(row), code(row)): row for row in range(min(_REVIEWED, self._size)) if kind(row) == "admin1"}


def _rank(hit: Hit) -> tuple[int, int, int, int]:
    """Names of wide areas, then demonyms ("Spanish" is no town of that name), then names of places, then other forms."""
    entry = hit.entry
    is_wide = hit.form == "name" and KINDS.index(entry.kind) < KINDS.index("place")
    form = 0 if is_wide else 1 if hit.form == "demonym" else FORMS.index(hit.form) + 2
    return form, KINDS.index(entry.kind), -entry.population, entry.row


def _read(name: str) -> dict[str, Any]:
    """The columns of one of the shipped tables. Through `ParquetFile`, as `read_table` takes ten times as long to start."""
    import pyarrow.parquet as pq

    table = pq.ParquetFile(str(files("pipeline.gazetteer").joinpath(name))).read(use_threads=False)
    return {column: table[column].combine_chunks() for column in table.column_names}


def _common_words(left: bytes, right: bytes) -> bytes:
    """The longest prefix of whole words of `right` that `left` shares, shorter than `right` itself."""
    shared = []
    for word, other in zip(right.split(b" "), left.split(b" "), strict=False):
        if word != other:
            break
        shared.append(word)
    return b" ".join(shared) if len(shared) < len(right.split(b" ")) else b" ".join(shared[:-1])
