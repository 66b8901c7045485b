"""The commands by which people judge the machine: `review import`, `sample`, `agree`, `evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli_options import SEEDS, Input, Json, print_result, read_date

review = typer.Typer(no_args_is_help=True, help="Take in what people decided in a review sheet (export --format review).")


@review.command("import")
def import_(
    sheet: Annotated[Path, typer.Argument(help="A filled review sheet (.xlsx).")],
    coder: Annotated[str, typer.Option(help="Who decided: initials or a name.")],
    reason: Annotated[str, typer.Option(help="The reason for changes that give none themselves.")] = "",
    on: Annotated[str | None, typer.Option("--date", help="Day of the decisions, YYYY-MM-DD.", show_default="today")] = None,
    articles: Input = SEEDS,
    as_json: Json = False,
) -> None:
    """Turn a filled review sheet into corrections, appended to corrections.csv beside the articles: all or none."""
    from datetime import date

    from pipeline.review.import_sheet import import_sheet
    from pipeline.review.values import Coder

    day = read_date(on, "--date") or date.today()
    taken = import_sheet(sheet, articles, Coder(coder, day.isoformat(), reason))
    print_result(taken.to_json(), as_json, taken.to_text())
