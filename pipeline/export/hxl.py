"""HXL hashtags (version 1.1) of the columns that humanitarian tools may want; the other columns have none."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.errors import UsageError
from schemas.columns import TABLES

PLACES = {
    "geonames_id": "#loc+code+v_geonames",
    "admin1_name": "#adm1+name",
    "admin1_code": "#adm1+code+v_geonames",
    "country": "#country+name",
    "country_iso3": "#country+code+v_iso3",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "where_prec": "#geo+precision+v_ucdp",
}
EVENTS = {
    **PLACES,
    "event_id": "#event+id",
    "summary": "#event+name",
    "sources": "#meta+source",
    "url": "#meta+source+url",
    "event_type": "#event+type",
    "mode": "#event+type+mode",
    "status": "#status+event",
    "scope": "#event+scope",
    "acled_like_event_type": "#event+type+acled_like",
    "acled_like_sub_event_type": "#event+type+sub+acled_like",
    "cameo_root": "#event+code+v_cameo",
    "date_start": "#date+start",
    "date_end": "#date+end",
    "date_precision": "#date+precision",
    "date_prec": "#date+precision+v_ucdp",
    "place_name": "#loc+name",
    "place_level": "#loc+type",
    "gwno": "#country+code+v_gwno",
    "priogrid_gid": "#geo+grid+v_priogrid",
    "actor_names": "#group+name+actor",
    "actor_code": "#group+code+actor+v_plover",
    "recipient_names": "#group+name+recipient",
    "recipient_code": "#group+code+recipient+v_plover",
    "fatalities_low": "#affected+killed+min",
    "fatalities_best": "#affected+killed",
    "fatalities_high": "#affected+killed+max",
    "deaths_civilians": "#affected+killed+civilians",
    "injured_low": "#affected+injured+min",
    "injured_best": "#affected+injured",
    "injured_high": "#affected+injured+max",
    "displaced_low": "#affected+displaced+min",
    "displaced_best": "#affected+displaced",
    "displaced_high": "#affected+displaced+max",
    "detained_best": "#affected+detained",
    "abducted_best": "#affected+abducted",
    "claimed_by": "#meta+claim+source",
    "first_published": "#date+published+start",
    "last_published": "#date+published+end",
    "quote": "#description+quote",
    "document_id": "#meta+id+document",
    "flags": "#meta+flags",
    "review": "#meta+review",
}
HASHTAGS: Mapping[str, Mapping[str, str]] = {
    "events": EVENTS,
    "reports": EVENTS,
    "documents": {
        "document_id": "#meta+id+document",
        "title": "#meta+title",
        "publisher": "#meta+source",
        "url": "#meta+source+url",
        "language": "#meta+language",
        "published": "#date+published",
        "status": "#status",
    },
    "event_places": {**PLACES, "event_id": "#event+id", "role": "#loc+role", "name": "#loc+name", "level": "#loc+type"},
    "participants": {"event_id": "#event+id", "role": "#group+role", "name": "#group+name", "code": "#group+code+v_plover"},
    "counts": {
        "event_id": "#event+id",
        "kind": "#affected+type",
        "low": "#affected+min",
        "best": "#affected",
        "high": "#affected+max",
    },
}
"""By table, and by column of it or of the events that it tells. A table without hashtags cannot be exported with them."""


def hashtags(table: str) -> list[str]:
    """One hashtag for each column of a table, in order; empty where it has none. UsageError for a table without any."""
    if table not in HASHTAGS:
        raise UsageError(f"--hxl: the table {table} has no hashtags. Those with hashtags: {', '.join(HASHTAGS)}.")
    return [HASHTAGS[table].get(column, "") for column in TABLES[table].names]
