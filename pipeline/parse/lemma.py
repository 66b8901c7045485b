"""Lemmas by the longest known ending of a word: "-ies NNS" gives -y, "^went VBD" gives go.

Plain Python rather than a trained component: as accurate, and far cheaper (figures in `model/README.md`). The rules are
data, `model/lemmas.tsv`, learned by `lexicon.py`; a rule for a whole word starts with `^`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

LONGEST_ENDING = 32  # characters of a word that can decide about its lemma
NAME_TAGS = frozenset({"NNP", "NNPS"})  # keep their capitals


class Edit(NamedTuple):
    """Turns a form into its lemma: drop that many last characters, then add the others."""

    drop: int
    add: str

    def apply(self, form: str) -> str:
        """The edited form."""
        return form[: len(form) - self.drop] + self.add


Rules = Mapping[tuple[str, str], Edit]  # (ending, tag)


class Lemmatizer:
    """Answers with the rule of the longest ending that the tag has; without one the form is its own lemma."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    def lemma(self, form: str, tag: str) -> str:
        """The dictionary form, in lower case unless the word is a name."""
        edit = longest_ending(self._rules, form.lower(), tag)
        cased = form if tag in NAME_TAGS else form.lower()
        return cased if edit is None or edit.drop > len(cased) else edit.apply(cased)


def longest_ending(rules: Rules, form: str, tag: str) -> Edit | None:
    """The rule for the longest ending of a lower-cased form, the whole word first."""
    marked = "^" + form[-LONGEST_ENDING:]
    for start in range(len(marked) + 1):
        if edit := rules.get((marked[start:], tag)):
            return edit
    return None


def read_rules(text: str) -> dict[tuple[str, str], Edit]:
    """Rules from lines of `ending TAB tag TAB number of characters dropped TAB characters added`."""
    rows = (line.split("\t") for line in text.splitlines())
    return {(ending, tag): Edit(int(drop), add) for ending, tag, drop, add in rows}
