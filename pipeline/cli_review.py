"""The commands by which people judge the machine: `review import`, `sample`, `agree`, `evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli_options import DATA, SEEDS, Data, Input, Json, print_result, read_date
from pipeline.errors import UsageError

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


def sample(
    n: Annotated[int, typer.Option("--n", min=1, help="How many sentences.")] = 100,
    by: Annotated[str, typer.Option(help="Columns of reports or documents that make the strata.")] = "event_type,publisher",
    seed: Annotated[int, typer.Option(help="The same seed draws the same sentences.")] = 1,
    out: Annotated[Path, typer.Option(help="The coding sheet to write.")] = Path("coding.xlsx"),
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
    data: Data = DATA,
    articles: Input = SEEDS,
) -> None:
    """Write a blind coding sheet: sentences with context and without the machine's answer, a third without a machine row."""
    from pipeline.coding.sheet import sample as draw_sample

    names = [name.strip() for name in by.split(",") if name.strip()]
    print(draw_sample(data, articles, out, names, n, seed, replace=force).to_text(n))


def agree(
    a: Annotated[Path, typer.Argument(help="A coding sheet that one person filled (.xlsx or .csv).")],
    b: Annotated[Path, typer.Argument(help="The same, filled by another.")],
    bootstrap: Annotated[int, typer.Option(min=0, help="Samples behind the intervals; 0 = no intervals.")] = 1000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same intervals.")] = 1,
    as_json: Json = False,
) -> None:
    """Compare two coders: F1 of the events found, Krippendorff's alpha of each field, and the disagreements side by side."""
    from pipeline.coding.agree import agree as compare
    from pipeline.coding.tell import tell

    found = compare(a, b, bootstrap, seed)
    print_result(found.to_json(), as_json, "\n".join(tell(found)))


def evaluate(
    gold: Annotated[Path, typer.Argument(help="A hand-coded .csv or .jsonl, or a filled coding sheet (.xlsx).")],
    types: Annotated[str, typer.Option(help="Score these event types only: ASSAULT,DISPLACE.", show_default="all")] = "",
    bootstrap: Annotated[int, typer.Option(min=0, help="Samples behind the intervals; 0 = no intervals.")] = 1000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same intervals.")] = 1,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Score the data against hand-coded events (document, type, dates, place, actors, counts): figures, misses, false rows."""
    from pipeline.evaluate.score import evaluate as score
    from pipeline.evaluate.tell import tell
    from schemas.vocab import EVENT_TYPES

    wanted = [name.strip().upper() for name in types.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in EVENT_TYPES]
    if unknown:
        raise UsageError(f"--types '{unknown[0]}' is no event type. Types: {', '.join(EVENT_TYPES)}.")
    found = score(gold, data, wanted, bootstrap, seed)
    print_result(found.to_json(), as_json, "\n".join(tell(found)))
