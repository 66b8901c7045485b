"""The UD part of speech of a word from its Penn Treebank tag and its relation."""

from __future__ import annotations

_BY_TAG = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "MD": "AUX",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "AFX": "X", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "EX": "PRON", "WDT": "PRON", "DT": "PRON", "PDT": "DET",
    "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART", "CC": "CCONJ", "CD": "NUM", "UH": "INTJ",
    "$": "SYM", "SYM": "SYM", "FW": "X", "GW": "X", "LS": "X", "ADD": "PROPN", "NFP": "PUNCT",
    "HYPH": "PUNCT", ".": "PUNCT", ",": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT",
    "-LRB-": "PUNCT", "-RRB-": "PUNCT",
}  # fmt: skip
# A relation that decides against the tag's usual reading.
_BY_RELATION = {
    "cop": {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"},
    "aux": {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"},
    "aux:pass": {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"},
}
_PRONOUN_NOUNS = frozenset(f"{start}{end}" for start in ("some", "any", "every", "no") for end in ("one", "body", "thing"))


def part_of_speech(tag: str, dep: str, form: str) -> str:
    """UD part of speech; "X" for a tag that the Penn Treebank does not have."""
    if tag in _BY_RELATION.get(dep, ()):
        return "AUX"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag in {"DT", "WDT"} and dep.startswith("det"):
        return "DET"
    if tag == "TO" and dep == "case":
        return "ADP"
    if tag == "RB" and form in {"not", "n't"}:
        return "PART"
    if tag == "NN" and form in _PRONOUN_NOUNS:
        return "PRON"
    return _BY_TAG.get(tag, "X")
