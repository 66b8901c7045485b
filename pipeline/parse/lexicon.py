"""Learns the two word lists beside the weights: `lemmas.tsv` (rules of lemma.py) and `casing.txt` (words of casing.py).

From the treebanks, from `verbs.txt` beside this module, and from the inflected words of the silver sentences where one
of the possible base forms is known and the others are not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from itertools import chain, takewhile
from pathlib import Path

from pipeline.parse.casing import is_capitals
from pipeline.parse.lemma import NAME_TAGS, Edit, longest_ending
from pipeline.parse.treebank import GoldSentence
from pipeline.parse.weights import CASINGS, LEMMAS

MIN_TYPES = 2  # different words that must share an ending before it becomes a rule
MIN_SEEN = 2  # times a silver form must occur, so that typing errors teach nothing
_BASE_TAGS = {"VB": "V", "VBP": "V", "NN": "N", "JJ": "A", "RB": "A"}
_FORM_TAGS = {"VBD": "V", "VBN": "V", "VBG": "V", "VBZ": "V", "NNS": "N", "JJR": "A", "JJS": "A"}
_SUFFIXES = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s", "NNS": "s", "JJR": "er", "JJS": "est"}
# Tags whose words are their own lemmas: names, numbers, parts of misspelt words.
_UNINFLECTED = frozenset({"NNP", "CD", "GW", "ADD", "FW", "NFP", "SYM", "LS", "AFX", "HYPH", "$", ":", ",", "."})
# Plurals that the treebanks keep as they are although a singular is in use, and the other way round.
_OVERRIDES = {("troops", "NNS"): "troop", ("barracks", "NNS"): "barracks", ("mujahideen", "NNS"): "mujahideen"}

Forms = dict[tuple[str, str], str]  # (lower-cased form, tag) -> lemma


def write_lexicon(gold: list[GoldSentence], silver: list[GoldSentence], folder: Path) -> None:
    """Writes both lists to `folder`."""
    rules = learn_rules(known_forms(gold, silver))
    lines = (f"{ending}\t{tag}\t{edit.drop}\t{edit.add}\n" for (ending, tag), edit in sorted(rules.items()))
    (folder / LEMMAS).write_text("".join(lines), encoding="utf-8")
    casings = usual_casings(chain(gold, silver))
    (folder / CASINGS).write_text("".join(f"{word}\n" for word in casings), encoding="utf-8")


def learn_rules(forms: Forms) -> dict[tuple[str, str], Edit]:
    """Rules that give every known form its lemma; none that a shorter ending implies."""
    endings: defaultdict[tuple[str, str], Counter[Edit]] = defaultdict(Counter)
    for (form, tag), lemma in forms.items():
        for start in range(len(form) + 2):
            endings[("^" + form)[start:], tag][_edit(form, lemma, tag)] += 1
    rules: dict[tuple[str, str], Edit] = {}
    for (ending, tag), counts in sorted(endings.items(), key=lambda item: (len(item[0][0]), item[0])):
        edit, types = counts.most_common(1)[0]
        implied = longest_ending(rules, ending.removeprefix("^"), tag) or Edit(0, "")
        if edit != implied and (ending.startswith("^") or types >= MIN_TYPES):
            rules[ending, tag] = edit
    return rules


def known_forms(gold: Iterable[GoldSentence], silver: Iterable[GoldSentence]) -> Forms:
    """The lemma of each form: of the treebanks the commonest, then those of `verbs.txt`, then guesses from silver."""
    gold = list(gold)
    forms = _commonest(gold)
    bases = _bases(forms)
    for guess in (_from_silver(silver, bases), _from_participles(forms), dict(_from_verbs())):
        forms = guess | forms
    return forms | dict(_from_verbs()) | _OVERRIDES


def _commonest(sentences: Iterable[GoldSentence]) -> Forms:
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for form, tag, lemma in zip(sentence.words, sentence.tags, sentence.lemmas, strict=True):
            if tag not in _UNINFLECTED:
                seen[form.lower(), tag][lemma.lower()] += 1
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in seen.items()}


def _bases(forms: Forms) -> set[tuple[str, str]]:
    """The lemmas in use, each with its class of words."""
    classes = _BASE_TAGS | _FORM_TAGS
    known = {(lemma, classes[tag]) for (_, tag), lemma in forms.items() if tag in classes}
    return known | {(lemma, "V") for _, lemma in _from_verbs()}


def _from_verbs() -> Iterator[tuple[tuple[str, str], str]]:
    text = (resources.files("pipeline.parse") / "verbs.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            base, past, participle, *gerund = line.split()
            yield from (((form, "VBD"), base) for form in past.split("/"))
            yield from (((form, "VBN"), base) for form in participle.split("/"))
            yield (gerund[0] if gerund else _gerund(base), "VBG"), base


def _gerund(base: str) -> str:
    return (base[:-1] if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) else base) + "ing"


def _from_participles(forms: Forms) -> Forms:
    """Forms in -ed seen as past are participles too, and the other way round."""
    other = {"VBD": "VBN", "VBN": "VBD"}
    return {(form, other[tag]): lemma for (form, tag), lemma in forms.items() if tag in other and form.endswith("ed")}


def _from_silver(silver: Iterable[GoldSentence], bases: set[tuple[str, str]]) -> Forms:
    """Lemmas of forms that have exactly one known base, for bases from the silver sentences too."""
    seen = Counter((word.lower(), tag) for s in silver for word, tag in zip(s.words, s.tags, strict=True))
    frequent = [key for key, times in seen.items() if times >= MIN_SEEN and key[0].isalpha()]
    known = bases | {(form, _BASE_TAGS[tag]) for form, tag in frequent if tag in _BASE_TAGS}
    forms = {}
    for form, tag in frequent:
        options = [base for base in _candidates(form, tag) if (base, _FORM_TAGS[tag]) in known]
        if len(options) == 1:
            forms[form, tag] = options[0]
    return forms


def _candidates(form: str, tag: str) -> set[str]:
    """What the form may come from by the spelling rules of English."""
    suffix = _SUFFIXES.get(tag)
    if suffix is None or not form.endswith(suffix) or len(form) < len(suffix) + 2:
        return set()
    stem = form.removesuffix(suffix)
    options = {stem} if suffix == "s" else {stem, stem + "e"}
    if stem.endswith(("i", "ie")):
        options |= {stem.removesuffix("e")[:-1] + "y"}
    if suffix == "s" and stem.endswith(("se", "xe", "ze", "che", "she", "oe")):
        options |= {stem[:-1]}
    if suffix != "s" and stem[-1] == stem[-2]:
        options |= {stem[:-1]}
    return options


def _edit(form: str, lemma: str, tag: str) -> Edit:
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(form, lemma, strict=False)))
    return Edit(0, "") if tag in NAME_TAGS and not kept else Edit(len(form) - kept, lemma[kept:])


def usual_casings(sentences: Iterable[GoldSentence]) -> list[str]:
    """The words mostly written small or all in capitals, so written, in alphabetical order.

    First words of sentences and sentences in capitals do not count; a word needs capitals twice to be an acronym.
    """
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        if not is_capitals(sentence.words):
            for word in sentence.words[1:]:
                if word.isascii() and word.isalpha():
                    seen[word.lower()][word] += 1
    usual = ((form, *counts.most_common(1)[0]) for form, counts in sorted(seen.items()))
    return [word for form, word, times in usual if word == form or (word.isupper() and len(word) > 1 < times)]
