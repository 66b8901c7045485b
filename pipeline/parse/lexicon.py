"""Learns the two word lists beside the weights from annotated sentences: `lemmas.tsv` and `names.txt`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import takewhile

from pipeline.parse.lemma import NAME_TAGS, Edit, longest_ending
from pipeline.parse.treebank import GoldSentence

MIN_TYPES = 3  # different words that must share an ending before it becomes a rule


def learn_lemmas(sentences: Iterable[GoldSentence]) -> dict[tuple[str, str], Edit]:
    """Rules that give every known (form, tag) its commonest lemma; none that a shorter ending implies."""
    edits = _commonest_edits(sentences)
    endings: defaultdict[tuple[str, str], Counter[Edit]] = defaultdict(Counter)
    for (form, tag), edit in edits.items():
        for start in range(len(form) + 2):
            endings[("^" + form)[start:], tag][edit] += 1
    rules: dict[tuple[str, str], Edit] = {}
    for (ending, tag), counts in sorted(endings.items(), key=lambda item: (len(item[0][0]), item[0])):
        edit, types = counts.most_common(1)[0]
        is_word = ending.startswith("^")
        if (is_word or types >= MIN_TYPES) and (longest_ending(rules, ending.lstrip("^"), tag) or Edit(0, "")) != edit:
            rules[ending, tag] = edit
    return rules


def _commonest_edits(sentences: Iterable[GoldSentence]) -> dict[tuple[str, str], Edit]:
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for form, tag, lemma in zip(sentence.words, sentence.tags, sentence.lemmas, strict=True):
            seen[form.lower(), tag][lemma.lower()] += 1
    return {
        (form, tag): _edit(form, lemmas.most_common(1)[0][0], tag in NAME_TAGS) for (form, tag), lemmas in seen.items()
    }


def _edit(form: str, lemma: str, is_name: bool) -> Edit:
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(form, lemma, strict=False)))
    if is_name and kept == 0:
        return Edit(0, "")
    return Edit(len(form) - kept, lemma[kept:])
