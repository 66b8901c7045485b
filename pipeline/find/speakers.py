"""Who says it: the speaker of every quotation, on the trees.

In order: a reporting verb in a sentence that the quotation touches, outside the marks; for a quotation that fills its
sentences, the reporting verb of the nearest sentence of the same paragraph; for one that opens a paragraph right behind a
quotation that was left open or whose speaker was just named, that speaker (continued speech).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from pipeline.find import arguments, syntax
from pipeline.lexicon.words import word_class
from pipeline.records import Argument, Quote, Sentence, Tree


def attribute(
    text: str, quotes: tuple[Quote, ...], sentences: tuple[Sentence, ...], trees: tuple[Tree | None, ...]
) -> tuple[Quote, ...]:
    """The quotations with speaker and reporting verb filled where the text names them."""
    out: list[Quote] = []
    for quote in quotes:
        found = in_sentences(quote, sentences, trees) or continued(text, quote, out, sentences)
        out.append(replace(quote, speaker=found[0], verb=found[1]) if found else quote)
    for n in range(len(out) - 2, -1, -1):  # a speech that goes on in the next paragraph, which names the speaker
        if out[n].speaker is None and is_open(text, out[n]):
            out[n] = replace(out[n], speaker=out[n + 1].speaker, verb=out[n + 1].verb)
    return tuple(out)


def is_open(text: str, quote: Quote) -> bool:
    """The quotation ends without a mark: it goes on in the next paragraph."""
    return text[quote.end - 1] not in "”\"»'"


def in_sentences(
    quote: Quote, sentences: tuple[Sentence, ...], trees: tuple[Tree | None, ...]
) -> tuple[Argument, Argument] | None:
    """The reporting verb nearest to the quotation, in its own sentences, else in the neighbours of its paragraph."""
    starts = [s.start for s in sentences]
    first = max(0, bisect_right(starts, quote.start) - 1)
    last = max(first, bisect_right(starts, quote.end - 1) - 1)
    paragraph = sentences[first].paragraph
    own = list(range(last, first - 1, -1))
    near = [i for i in (last + 1, first - 1) if 0 <= i < len(sentences) and sentences[i].paragraph == paragraph]
    for group in (own, near):
        for i in group:
            tree = trees[i]
            found = reporting_verb(tree, quote) if tree is not None else None
            if found is not None:
                return Argument(i, found[0]), Argument(i, found[1])
    return None


def reporting_verb(tree: Tree, quote: Quote) -> tuple[int, int] | None:
    """(speaker, verb) of the reporting verb outside the quotation that is nearest to its end."""
    best: tuple[int, int, int] | None = None
    for token in tree.tokens:
        if quote.start <= token.start < quote.end or not syntax.is_verbal(token):
            continue
        if token.lemma.lower() not in word_class("say"):
            continue
        subject = speaker_of(tree, token.i, quote)
        if subject is None or quote.start <= tree.tokens[subject].start < quote.end:
            continue
        distance = min(abs(token.start - quote.end), abs(token.end - quote.start))
        if best is None or distance < best[0]:
            best = (distance, subject, token.i)
    return None if best is None else (best[1], best[2])


def speaker_of(tree: Tree, verb: int, quote: Quote) -> int | None:
    """The subject of a reporting verb; where the tree has none outside the quotation, the name or noun right before the verb."""
    subject = arguments.surface_subject(tree, verb)
    if subject is not None and not quote.start <= tree.tokens[subject].start < quote.end:
        return subject
    before = tree.tokens[verb - 1] if verb else None
    is_outside = before is not None and not quote.start <= before.start < quote.end
    return before.i if before is not None and is_outside and before.tag.startswith(("NN", "PRP")) else None


def continued(text: str, quote: Quote, before: list[Quote], sentences: tuple[Sentence, ...]) -> tuple[Argument, Argument] | None:
    """The speaker of the quotation before, when this one goes straight on with it or opens the next paragraph."""
    last = before[-1] if before else None
    if last is None or last.speaker is None or last.verb is None:
        return None
    between = text[last.end : quote.start].strip()
    if not between or is_open(text, last):
        return last.speaker, last.verb
    return None
