"""Why a row is what it is: the tree, the frame that fired or the nearest that did not, and where every field comes from.

It runs the real stages on one document and reads their records; nothing is decided here. Frames are written with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.build import dated, read_text
from pipeline.find import find, mark
from pipeline.find.near import near_misses
from pipeline.records import Document, Reading, Rejected, Report, Tree
from pipeline.resolve import resolve

if TYPE_CHECKING:
    from pipeline.parse import Parser


def explain(document: Document, parser: Parser, spans: Sequence[tuple[int, int]] = ()) -> str:
    """The explanation of a document's sentences, or of those that a span touches; plain text, one block a sentence."""
    reading = dated(read_text(document, parser))
    candidates, unreal = find(reading)
    reports, unresolved = resolve(reading, candidates)
    blocks = []
    for tree in filter(None, reading.trees):
        start, end = tree.sentence.start, tree.sentence.end
        if spans and not any(a < end and start < b for a, b in spans):
            continue
        own = [r for r in reports if start <= r.candidate.trigger_start < end]
        refused = [r for r in (*unreal, *unresolved) if start <= r.start < end]
        blocks.append("\n".join(sentence_lines(reading, tree, own, refused)))
    return "\n\n".join(blocks) if blocks else "No sentence of this text holds a word that any frame knows."


def sentence_lines(reading: Reading, tree: Tree, reports: list[Report], refused: list[Rejected]) -> Iterator[str]:
    """One sentence: its words, its tree, its rows, what was refused and what nearly fired."""
    yield f"“{reading.document.text[tree.sentence.start : tree.sentence.end]}”"
    yield ""
    yield from draw(tree)
    for report in reports:
        yield ""
        yield from report_lines(reading, report)
    for rejection in refused:
        words = reading.document.text[rejection.start : rejection.end]
        yield f"  no row: {rejection.frame} at “{words}”: {rejection.reason}"
    for miss in near_misses(tree, mark(tree, reading)):
        yield f"  did not fire: {miss.frame} at “{tree.tokens[miss.token].text}”: {miss.why}"


def draw(tree: Tree) -> Iterator[str]:
    """The dependency tree, one word a line, dependents under their governor in text order."""
    roots = [t.i for t in tree.tokens if t.head == t.i]
    for root in roots:
        yield from branch(tree, root, "  ", "  ")


def branch(tree: Tree, i: int, first: str, rest: str) -> Iterator[str]:
    """A word and what it governs."""
    token = tree.tokens[i]
    yield f"{first}{token.text}  {token.dep} {token.tag}"
    children = tree.children[i]
    for n, child in enumerate(children):
        is_last = n == len(children) - 1
        yield from branch(tree, child, rest + ("└─ " if is_last else "├─ "), rest + ("   " if is_last else "│  "))


def report_lines(reading: Reading, report: Report) -> Iterator[str]:
    """Every field of a row with the words and the rule it comes from."""
    candidate, date = report.candidate, report.date
    kind = f"{candidate.event_type}/{candidate.mode}" if candidate.mode else candidate.event_type
    yield f"  {kind} · {report.status} · {report.scope}" + (f" · {report.outcome}" if report.outcome else "")
    yield f"    words      {marked(reading, report)}"
    yield f"    frame      {candidate.frame}, triggered by {words(reading, candidate.trigger_start, candidate.trigger_end)}"
    interval = f"{date.start or '…'} to {date.end}"
    origin = source(reading, date.char_start, date.char_end)
    yield f"    date       {interval} ({date.precision}, {date.basis}, {date.kind}){origin}"
    for where in report.places:
        place = where.place
        point = (
            f" {place.latitude:.2f}, {place.longitude:.2f}" if place.latitude is not None and place.longitude is not None else ""
        )
        how = ", from another clause" if where.is_inherited else ""
        yield (
            f"    {where.role:10} {place.name} ({place.level}, {place.iso3 or 'no country'}, precision {place.where_prec}){point}"
            f"{source(reading, place.start, place.end)}{how}"
        )
    for p in report.participants:
        how = ", from another clause" if p.is_inherited else ""
        yield f"    {p.role:10} {p.name} ({p.code or 'no code'}){source(reading, p.start, p.end)}{how}"
    for c in report.counts:
        number = f"{c.low}/{c.best}/{c.high if c.high is not None else 'open'}"
        yield f"    {c.kind:10} {number} {c.qualifier} {c.sector or ''}{source(reading, c.start, c.end)}"
    if report.claimed_by:
        yield f"    claim      by {report.claimed_by} ({report.claim_side})"
    if report.flags:
        yield f"    flags      {', '.join(report.flags)}"


def marked(reading: Reading, report: Report) -> str:
    """The sentence with the words of each field in brackets: "[actor Rebels] [event shelled] [where Homs] …"; of two that overlap
    the first."""
    sentence, text = reading.sentences[report.candidate.sentence], reading.document.text
    spans: list[tuple[int | None, int | None, str]] = [
        (report.candidate.trigger_start, report.candidate.trigger_end, "event"),
        (report.date.char_start, report.date.char_end, "date"),
        *((where.place.start, where.place.end, where.role) for where in report.places),
        *((c.start, c.end, c.kind) for c in report.counts),
        *((p.start, p.end, p.role) for p in report.participants),
    ]
    fields = [(start, end, label) for start, end, label in spans if start is not None and end is not None]
    out, done = "", sentence.start
    for start, end, label in sorted(fields, key=lambda field: (field[0], -field[1])):
        if start >= done and end <= sentence.end:
            out += f"{text[done:start]}[{label} {text[start:end]}]"
            done = end
    return " ".join((out + text[done : sentence.end]).split())


def words(reading: Reading, start: int, end: int) -> str:
    """Words of the text with their offsets."""
    return f"“{' '.join(reading.document.text[start:end].split())}” [{start}, {end})"


def source(reading: Reading, start: int | None, end: int | None) -> str:
    """Where a value stands, "" when the text has no words for it."""
    return f" ← {words(reading, start, end)}" if start is not None and end is not None else ""
