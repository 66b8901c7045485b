"""News told in the present ("5 May: The junta frees 40 monks"), shown to the model in the past, in which treebanks tell news.

The model takes "frees" or "condemns" behind a name for one more noun of it, "Police fire" for a kind of bullets. In a sentence
without any finite word a form of a frame's verb right behind a noun is shown in the past. One that has a finite word, "Police
arrest a man suspected of theft", is so shown a second time if it was read as a noun phrase; it counts if the verb is the root
then. The tree has the words of the text, and tags of the present.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from pipeline.lexicon.days import DAYS
from pipeline.lexicon.frameset import load_frames
from pipeline.lexicon.inflect import VOWELS, inflect, irregular
from pipeline.lexicon.words import word_class
from pipeline.parse.columns import COUNTED, FINITE_PAST, Columns, dependents, has_subject
from pipeline.parse.interposed import is_participle

FINITE = frozenset(
    "is are was were am has have had will would can could may might must should shall do does did says said 's ’s ’re".split()
)
DETERMINERS = frozenset("the a an its their his her this that these those all both several some no any".split())
BEFORE_NOUN = DETERMINERS | frozenset(
    "of in on at by for from to with against after before during over under near between and or as into since amid".split()
)
BEHIND_NOUN = frozenset("of by against between after near from and or".split())
PLURALS = frozenset("police people troops men women children militants taliban houthis workers thousands hundreds".split())
PAST_NOUNS = {"shot": "wounded", "hit": "damaged"}  # a past that the model may take for a noun
JOINING = frozenset(("and", ",", "but", "then", "also"))


def told_now(words: Sequence[str], lowered: Sequence[str]) -> dict[int, str]:
    """The verbs of a sentence in the present tense, as index → the past that the model is shown; none beside a finite word."""
    if len(words) < 3 or not FINITE.isdisjoint(lowered) or any(is_past(lowered, i) for i in range(len(lowered))):
        return {}
    out: dict[int, str] = {}
    for i in range(1, len(words)):
        past = present_forms().get(words[i])
        if past is not None and (is_next(lowered, i) if out else is_first(words, lowered, i)):
            out[i] = past
    return out


def told_after_all(words: Sequence[str], columns: Columns) -> dict[int, str]:
    """The same for a sentence with a finite word that was read as a noun phrase: its main verb may be in the present; none where
    the root is a verb or has a copula."""
    root = columns.deps.index("root")
    if columns.tags[root] not in COUNTED or "cop" in (columns.deps[c] for c in dependents(columns, root)):
        return {}
    lowered = [word.lower() for word in words]
    out: dict[int, str] = {}
    for i in range(1, len(words)):
        past = present_forms().get(words[i]) or PAST_NOUNS.get(words[i])
        is_read_so = i == root and (words[i] in PAST_NOUNS or has_subject(columns, root))
        if past is not None and (is_next(lowered, i) if out else is_read_so or is_first(words, lowered, i)):
            out[i] = past
    return out


def is_told(columns: Columns, told: Mapping[int, str]) -> bool:
    """The second reading has one of the verbs as its root, with a subject."""
    return any(columns.deps[i] == "root" and has_subject(columns, i) for i in told)


def is_past(lowered: Sequence[str], i: int) -> bool:
    """A past form that stands before no noun."""
    return is_participle(lowered[i]) and lowered[i - 1] not in BEFORE_NOUN and lowered[i] not in present_forms()


def is_first(words: Sequence[str], lowered: Sequence[str], i: int) -> bool:
    """Behind a noun, and before what a verb may govern: not "attacks on the town", nor "Army strikes Monday"."""
    before, behind = lowered[i - 1], lowered[i + 1] if i + 1 < len(words) else "."
    if before in BEFORE_NOUN or not before[0].isalpha() or behind in BEHIND_NOUN or behind in DAYS:
        return False
    if words[i].endswith("s"):
        return behind in DETERMINERS or words[i] not in noun_forms() or not behind.isalpha() or words[i + 1][0].isupper()
    return is_plural(words[i - 1]) and (behind not in ("on", "in") or words[i] not in noun_forms())


def is_plural(word: str) -> bool:
    """A plural, by its form."""
    return word.lower() in PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def is_next(lowered: Sequence[str], i: int) -> bool:
    """A second verb in the present, behind "and" or a comma: "… and calls on the states"."""
    return lowered[i - 1] in JOINING and i + 1 < len(lowered) and lowered[i + 1] not in ("of", "and", ",", ".")


def as_present(columns: Columns, told: Mapping[int, str]) -> Columns:
    """The analysis with the tags of the present for verbs that were shown in the past."""
    wrong = {i: tag for i, tag in told.items() if columns.tags[i] in FINITE_PAST}
    return Columns([wrong.get(i, tag) for i, tag in enumerate(columns.tags)], columns.deps, columns.heads) if wrong else columns


def tag_of(form: str) -> str:
    """The tag of a form of the present, or of a past that is shown as another past."""
    return "VBD" if form in PAST_NOUNS else "VBZ" if form.endswith("s") else "VBP"


@cache
def present_forms() -> dict[str, str]:
    """A present form of each verb that frames know → its past."""
    known = {trigger.lemma for frame in load_frames() for trigger in frame.triggers if trigger.pos == "verb"}
    verbs = sorted(lemma for lemma in (known | word_class("say")) - {"be", "have", "do"} if lemma.isalpha())
    forms = ((form, past_of(lemma)) for lemma in verbs for form in (lemma, third_person(lemma)))
    return {form: past for form, past in forms if form != past}


@cache
def noun_forms() -> frozenset[str]:
    """Plurals of event nouns, which look like verbs."""
    lemmas = {trigger.lemma for frame in load_frames() for trigger in frame.triggers if trigger.pos == "noun"}
    return frozenset(form for lemma in lemmas if lemma.isalpha() for form in inflect(lemma))


def third_person(lemma: str) -> str:
    """ "Frees", "launches", "denies"."""
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}s"


def past_of(lemma: str) -> str:
    """The past of a verb, as `irregular.txt` or the rules of spelling have it."""
    listed = next((form for form in irregular().get(lemma, ()) if not form.endswith("ing")), None)
    if listed is not None:
        return listed
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return f"{lemma[:-1]}ied"
    plain = f"{lemma}ed"
    return plain if plain in inflect(lemma) else f"{lemma}{lemma[-1]}ed"
