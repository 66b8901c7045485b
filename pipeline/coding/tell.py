"""Agreement in words: a few lines of figures, a table of fields, and the disagreements side by side."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.coding.agree import Agreement, Difference, FieldAgreement
from pipeline.coding.alpha import Measure

LONGEST_TEXT = 110  # characters of a sentence that are shown
LEGEND = (
    "alpha: 1 = always alike, 0 = as by chance; in brackets where 95 % of redrawn samples lie. From 0.80 on a field is "
    "reliable, below 0.67 it is not (Krippendorff)."
)


def tell(found: Agreement) -> Iterator[str]:
    """The lines for a person."""
    absent = f" Not coded by B: {found.n_only_a}; by A: {found.n_only_b}." if found.n_only_a or found.n_only_b else ""
    yield f"{found.n_sentences} sentences coded by both; {found.n_events_a} events by A, {found.n_events_b} by B.{absent}"
    yield ""
    yield f"Events found by both       F1    {say(found.detection)}"
    yield f"the same, with one type    F1    {say(found.typed)}"
    yield f"Does a sentence tell one?  alpha {say(found.sentences)}"
    yield ""
    yield f"{'':<19}filled by"
    yield f"{'field':<18}{'both':>5}{'one':>5}{'pairs':>7}{'alike':>7}   alpha"
    yield from map(_row, found.fields)
    yield LEGEND
    yield ""
    yield f"{len(found.differences)} disagreements:" if found.differences else "No disagreement."
    yield from _side_by_side(found.differences)


def say(measure: Measure) -> str:
    """A figure with its interval: 0.81 [0.70–0.90]."""
    if measure.value is None:
        return "–"
    around = "" if measure.low is None or measure.high is None else f" [{measure.low:.2f}–{measure.high:.2f}]"
    return f"{measure.value:.2f}{around}"


def _row(field: FieldAgreement) -> str:
    share = "–" if field.share is None else f"{field.share:.0%}"
    value = say(field.alpha) if field.alpha.value is not None else "no variation" if field.n else "–"
    filled = f"{field.filled_by_both:>5}{field.filled_by_one:>5}"
    return f"{field.field:<18}{filled}{field.n:>7}{share:>7}   {value}"


def _side_by_side(differences: tuple[Difference, ...]) -> Iterator[str]:
    place = None
    for each in differences:
        if (each.document_id, each.start) != place:
            place = each.document_id, each.start
            text = each.text if len(each.text) <= LONGEST_TEXT else each.text[: LONGEST_TEXT - 1] + "…"
            yield f"  {each.document_id} {each.start}–{each.end}  {text}"
        yield f"    {each.field:<18}A: {each.a or '(empty)'}   B: {each.b or '(empty)'}"
