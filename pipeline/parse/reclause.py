"""Clauses that the parser joined wrongly: who said it, what a number did, which noun before a verb is its subject.

…, the army said on Monday          read as coordinated: without a conjunction it is a parenthesis
…, Ali Adam, a colonel, said        read without a subject: the name before the apposition is it
…, says the army                    read with an object: nobody is said
and almost 20,000 were arrested     read with the number beside the clause before: it is the subject
Hungary lifted its veto             read with an adverb: a finite verb has a subject
551 protesters … were killed        read as what is said, beside its own verb: likewise
and the president called on X       read as a noun with a participle beside a verb: a clause of its own
said it was over and accused X      read as a second thing said: it is the second thing done
last week bandits raided            read with "week bandits": it is when
took 400 peacekeepers hostage       read as one compound noun: the peacekeepers are taken
On 26 May, a convoy … crossed       read with the date as the root of it all: the verb is
The general, a veteran, surrendered read as a general with a veteran that is surrendered: the verb is the root
The IRA abducted and buried them    read with participles of the name: the first verb is the root
said they had left, closed the post read as two things said without a subject for the second: they are one
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import SAYING, Columns, dependents, having, root_of
from pipeline.parse.rehang import DAYS, rehang

NOUNS = ("NN", "NNS", "NNP", "NNPS")
FINITE_PAST = ("VBD", "VBN")
OPENERS = ("and", "but", "while", ",")
INTRANSITIVE = frozenset(("died", "fled", "drowned", "perished", "escaped", "starved"))  # a number before them did it
UNITS = frozenset(("week", "month", "year", "night", "summer", "winter", "spring", "autumn"))
WHICH = frozenset(("last", "this", "next", "earlier", "later"))
CAPTIVES = frozenset(("hostage", "prisoner", "captive"))
SPEAKING = frozenset(
    "called urged demanded warned accused vowed pledged promised threatened condemned asked appealed rejected denied denounced"
    " criticised criticized blamed dismissed offered refused".split()
)


def unjoin_speaker(words: Sequence[str], columns: Columns) -> Columns | None:
    """A speaker and "said" behind a comma that were read as a coordinated clause, made a parenthesis; what stands before the
    comma goes back to the clause that is said."""
    for said in having(columns, "conj"):
        if words[said].lower() not in SAYING or relations_of(columns, said) & {"cc", "ccomp", "obj", "xcomp"}:
            continue
        own = dependents(columns, said)
        subjects = [c for c in own if columns.deps[c] == "nsubj" and c < said and "case" not in relations_of(columns, c)]
        first = first_word(columns, subjects[-1]) if subjects else 0
        if first and words[first - 1] == ",":
            deps, heads = list(columns.deps), list(columns.heads)
            deps[said] = "parataxis"
            for c in (c for c in own if c < first - 1):
                heads[c], deps[c] = heads[said], "obl" if deps[c] == "nsubj" else deps[c]
            return Columns(columns.tags, deps, heads)
    return None


def seat_introduced(words: Sequence[str], columns: Columns) -> Columns | None:
    """A name with an apposition before "said", read as part of the clause before, as the one who says it."""
    for said in range(4, len(words)):
        if words[said].lower() not in SAYING or words[said - 1] != "," or has_subject(columns, said):
            continue
        commas = [i for i in range(said - 1) if words[i] == ","][-2:]
        if len(commas) < 2 or columns.tags[commas[0] + 1] not in ("NNP", "NNPS", "DT") or columns.tags[commas[1] - 1] != "NNP":
            continue
        name = outward(columns, commas[0] + 1, commas[1])
        apposition = outward(columns, commas[1] + 1, said - 1)
        if name is not None and apposition is not None and columns.tags[apposition] in NOUNS:
            return introduce(columns, said, name, apposition)
    return None


def has_subject(columns: Columns, verb: int) -> bool:
    """A subject hangs on the verb."""
    return any(relation.startswith(("nsubj", "csubj", "expl")) for relation in relations_of(columns, verb))


def outward(columns: Columns, start: int, end: int) -> int | None:
    """The one word of `[start, end)` whose head lies outside; None when there are more."""
    found = [i for i in range(start, end) if not start <= columns.heads[i] < end or columns.heads[i] == i]
    found = [i for i in found if columns.deps[i] != "punct"]
    return found[0] if len(found) == 1 else None


def introduce(columns: Columns, said: int, name: int, apposition: int) -> Columns:
    """The name as the subject of the reporting verb, the apposition under the name."""
    deps, heads = list(columns.deps), list(columns.heads)
    deps[name], heads[name] = "nsubj", said
    deps[apposition], heads[apposition] = "appos", name
    if deps[said] == "conj":
        deps[said] = "parataxis"
    return Columns(columns.tags, deps, heads)


def invert_speaker(words: Sequence[str], columns: Columns) -> Columns | None:
    """What stands behind ", says", read as its object, as its subject."""
    for said in range(1, len(words)):
        if words[said].lower() not in SAYING or words[said - 1] not in (",", '"', "”") or has_subject(columns, said):
            continue
        speaker = next((c for c in dependents(columns, said) if c > said and columns.deps[c] == "obj"), None)
        if speaker is not None and not relations_of(columns, said) & {"aux", "xcomp"}:
            return rehang(columns, speaker, said, "nsubj")
    return None


def first_word(columns: Columns, head: int) -> int:
    """Where the phrase of a word begins, punctuation left out."""
    return min((head, *(c for c in dependents(columns, head) if columns.deps[c] != "punct")))


def seat_number(words: Sequence[str], columns: Columns) -> Columns | None:
    """A bare number right before "were arrested", "have fled", as the subject of that verb; None when there is none."""
    for verb, tag in enumerate(columns.tags):
        if tag not in FINITE_PAST:
            continue
        own = dependents(columns, verb)
        relations = {columns.deps[c] for c in own}
        if any(dep.startswith("nsubj") for dep in relations):
            continue
        if (
            words[verb].lower() in INTRANSITIVE
            and verb
            and columns.deps[verb - 1] == "nummod"
            and columns.heads[verb - 1] == verb
        ):
            return rehang(columns, verb - 1, verb, "nsubj")
        auxiliaries = [c for c in own if c < verb and columns.deps[c] in ("aux", "aux:pass")]
        number = min(auxiliaries) - 1 if auxiliaries else -1
        if number > 0 and columns.tags[number] == "CD" and is_loose(words, columns, number, verb):
            return seat(columns, number, verb, "nsubj:pass" if "aux:pass" in relations else "nsubj")
    return None


def is_loose(words: Sequence[str], columns: Columns, number: int, verb: int) -> bool:
    """The number opens its clause: a conjunction stands before its words, and no preposition."""
    own = dependents(columns, number)
    first = first_word(columns, number)
    before = words[first].lower() if columns.deps[first] == "cc" else words[first - 1].lower() if first else ""
    is_headed = columns.deps[number] in ("conj", "fixed", "dep", "obl", "nsubj", "advmod", "nmod", "obj", "nummod")
    return before in OPENERS and is_headed and not any(columns.deps[c] == "case" for c in own) and columns.heads[number] != number


def seat(columns: Columns, noun: int, verb: int, dep: str) -> Columns:
    """The noun as the subject of the verb, which takes over the noun's conjunction; a verb below the noun rises in its place."""
    deps, heads = list(columns.deps), list(columns.heads)
    if heads[verb] == noun:
        heads[verb], deps[verb] = heads[noun], deps[noun]
    heads[noun], deps[noun] = verb, dep
    for c in dependents(columns, noun):
        if c != verb and (deps[c] == "cc" or (deps[c] == "punct" and c < noun)):
            heads[c] = verb
    return Columns(columns.tags, deps, heads)


def seat_first(words: Sequence[str], columns: Columns) -> Columns | None:
    """The word that opens a sentence right before a finite verb without a subject, read as an adverb, as its name."""
    if (
        len(columns.tags) < 3
        or columns.tags[0] not in ("RB", "JJ", "NNP", "MD")
        or columns.heads[0] != 1
        or columns.deps[1] != "root"
    ):
        return None
    if columns.tags[1] not in ("VBD", "VBZ") or any(r.startswith(("nsubj", "expl", "csubj")) for r in relations_of(columns, 1)):
        return None
    if columns.tags[0] == "MD" and not words[0].isupper():
        return None
    return Columns(["NNP", *columns.tags[1:]], ["nsubj", *columns.deps[1:]], list(columns.heads))


def free_time(words: Sequence[str], columns: Columns) -> Columns | None:
    """A stretch of time that opens a sentence, read as part of the noun behind it, under that noun's verb: "last week bandits
    raided two villages"."""
    for unit in range(1, min(4, len(words) - 1)):
        noun = columns.heads[unit]
        is_read_so = columns.deps[unit] == "compound" and noun == unit + 1 and columns.deps[noun] in ("nsubj", "nsubj:pass")
        if words[unit].lower() not in UNITS or words[unit - 1].lower() not in WHICH or not is_read_so:
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        heads[unit], deps[unit] = columns.heads[noun], "obl:unmarked"
        for c in range(unit):
            if heads[c] == noun:
                heads[c] = unit
        return Columns(columns.tags, deps, heads)
    return None


def seat_said(words: Sequence[str], columns: Columns) -> Columns | None:
    """An object of "said" that stands before a content clause without a subject, as its subject."""
    for noun in having(columns, "obj"):
        governor = columns.heads[noun]
        if words[governor].lower() not in SAYING or columns.tags[noun] not in (*NOUNS, "CD"):
            continue
        clause = next((c for c in dependents(columns, governor) if c > noun and columns.deps[c] == "ccomp"), None)
        if clause is None:
            continue
        relations = relations_of(columns, clause)
        if not any(r.startswith("nsubj") or r == "mark" for r in relations) and columns.tags[clause] in FINITE_PAST:
            return seat(columns, noun, clause, "nsubj:pass" if "aux:pass" in relations else "nsubj")
    return None


def raise_conjoined(words: Sequence[str], columns: Columns) -> Columns | None:
    """A coordinated noun with a finite verb behind it, read as a thing or as a participle, turned into a clause."""
    for noun in having(columns, "conj"):
        above = columns.heads[noun]
        if columns.tags[noun] not in NOUNS or not has_conjunction(columns, noun):
            continue
        if columns.tags[above].startswith("VB"):
            verb = next((c for c in dependents(columns, noun) if c > noun and is_clause_verb(columns, c, "acl")), None)
            if verb is not None:
                return seat(with_tag(columns, verb), noun, verb, "nsubj")
        if columns.deps[above] == "obj" and acts_beside(columns, noun + 1, columns.heads[above]):
            return seat(rehang(columns, noun + 1, columns.heads[above], "conj"), noun, noun + 1, "nsubj")
    return None


def acts_beside(columns: Columns, verb: int, main: int) -> bool:
    """A past tense under the main verb that says what the noun right before it did."""
    if verb >= len(columns.deps) or columns.tags[verb] != "VBD" or columns.heads[verb] != main:
        return False
    return is_clause_verb(columns, verb, "advcl")


def has_conjunction(columns: Columns, i: int) -> bool:
    """ "And" stands before the word."""
    return any(columns.deps[c] == "cc" and c < i for c in dependents(columns, i))


def is_clause_verb(columns: Columns, verb: int, dep: str) -> bool:
    """A past form with this relation, with something said of it and no subject, auxiliary or conjunction of its own."""
    relations = relations_of(columns, verb)
    is_bare = not any(r.startswith(("nsubj", "aux", "mark")) or r == "obl:agent" for r in relations)
    is_followed = bool(relations & {"obj", "ccomp", "xcomp"}) or (columns.tags[verb] in FINITE_PAST and "obl" in relations)
    return columns.deps[verb] == dep and columns.tags[verb] in FINITE_PAST and is_bare and is_followed


def with_tag(columns: Columns, verb: int) -> Columns:
    """The verb read as a past tense."""
    tags = list(columns.tags)
    tags[verb] = "VBD"
    return columns._replace(tags=tags)


def raise_spoken(words: Sequence[str], columns: Columns) -> Columns | None:
    """A verb of speaking coordinated with what is said, put beside "said": "said it was over and accused them".

    Only where tense or build tells the two apart: what is said has an auxiliary or a copula, the second verb none."""
    for verb in having(columns, "conj"):
        said = columns.heads[verb]
        if words[verb].lower() not in SPEAKING or columns.deps[said] != "ccomp":
            continue
        speaker = columns.heads[said]
        own, inside = relations_of(columns, verb), relations_of(columns, said)
        is_plain = not any(dep.startswith(("nsubj", "aux")) for dep in own)
        if is_plain and inside & {"aux", "aux:pass", "cop"} and words[speaker].lower() in SAYING and speaker < said:
            return rehang(with_tag(columns, verb), verb, speaker, "conj")
    return None


def part_captive(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "Hostage" read as a second object, as what the first is taken for: "taking 400 passengers hostage"."""
    for captive in having(columns, "obj"):
        verb = columns.heads[captive]
        if (
            captive
            and words[captive].lower() in CAPTIVES
            and columns.deps[captive - 1] == "obj"
            and columns.heads[captive - 1] == verb
        ):
            return rehang(columns, captive, verb, "xcomp")
    return None


def free_captives(words: Sequence[str], columns: Columns) -> Columns | None:
    """People read as the first half of a compound with "hostage", as the object that is taken so."""
    for noun in having(columns, "compound"):
        captive = columns.heads[noun]
        if words[captive].lower() not in CAPTIVES or noun != captive - 1:
            continue
        if columns.deps[captive] != "obj" or columns.tags[noun] not in ("NNS", "NNPS"):
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        heads[noun], deps[noun] = heads[captive], "obj"
        deps[captive] = "xcomp"
        for c in dependents(columns, captive):
            if c < noun:
                heads[c] = noun
        return Columns(columns.tags, deps, heads)
    return None


def raise_dated(words: Sequence[str], columns: Columns) -> Columns | None:
    """The verb of a sentence whose date was read as its root: the date is its adjunct, the noun behind the date its subject."""
    root = root_of(columns)
    if root is None or columns.tags[root] not in ("CD", "NNP") or not is_date(words, columns, root):
        return None
    own = dependents(columns, root)
    nouns = [c for c in own if c > root and columns.tags[c] in NOUNS and "," in words[root:c]]
    verbs = [i for i, dep in enumerate(columns.deps) if dep == "acl" and columns.tags[i] in FINITE_PAST and is_after(nouns, i)]
    return lift(columns, root, nouns[0], verbs[-1]) if verbs else None


def raise_series(words: Sequence[str], columns: Columns) -> Columns | None:
    """The first of several coordinated acts behind a name, read as participles of it, made the root: "the IRA abducted, killed
    and buried 16 people"."""
    noun = next((i for i, dep in enumerate(columns.deps) if dep == "root" and columns.heads[i] == i), None)
    if noun is None or columns.tags[noun] not in NOUNS or noun + 1 >= len(words):
        return None
    verbs = [c for c in dependents(columns, noun) if c > noun and columns.tags[c] in FINITE_PAST]
    has_object = bool(verbs) and "obj" in relations_of(columns, verbs[-1])
    if len(verbs) < 2 or verbs[0] != noun + 1 or not has_object or has_conjunction(columns, noun):
        return None
    lifted = lift(columns, noun, noun, verbs[0])
    deps, heads, tags = list(lifted.deps), list(lifted.heads), list(lifted.tags)
    for verb in verbs[1:]:
        deps[verb], heads[verb], tags[verb] = "conj", verbs[0], "VBD"
    return Columns(tags, deps, heads)


def join_said(words: Sequence[str], columns: Columns) -> Columns | None:
    """A second thing said, without a subject or a conjunction of its own, beside the first: "said they had cancelled the
    vote, dissolved parliament and closed the borders"."""
    for verb, dep in enumerate(columns.deps):
        said = columns.heads[verb]
        if dep != "ccomp" or columns.tags[verb] not in FINITE_PAST or words[said].lower() not in SAYING or verb < said:
            continue
        before = [
            c for c in dependents(columns, said) if said < c < verb and columns.deps[c] == "ccomp" and has_subject(columns, c)
        ]
        if before and not has_subject(columns, verb) and not relations_of(columns, verb) & {"mark", "aux"}:
            return rehang(columns, verb, before[-1], "conj")
    return None


def raise_parted(words: Sequence[str], columns: Columns) -> Columns | None:
    """The verb behind a subject's apposition, read as a participle of the apposition, made the root."""
    noun = root_of(columns)
    if noun is None or columns.tags[noun] not in NOUNS:
        return None
    own = dependents(columns, noun)
    if any(columns.deps[c] in ("cop", "nsubj", "nsubj:pass", "aux", "case") for c in own):
        return None
    for apposition in (c for c in own if c > noun and columns.deps[c] == "appos"):
        for verb in dependents(columns, apposition):
            is_apart = verb > apposition and columns.deps[verb] == "acl" and words[verb - 1] == ","
            if is_apart and columns.tags[verb] in FINITE_PAST and "obl:agent" not in relations_of(columns, verb):
                return lift(rehang(columns, verb, noun, "acl"), noun, noun, verb)
    return None


def relations_of(columns: Columns, head: int) -> set[str]:
    """The relations under a word."""
    return {columns.deps[c] for c in dependents(columns, head)}


def is_date(words: Sequence[str], columns: Columns, i: int) -> bool:
    """A day with a preposition: a month's or weekday's name, or a number beside one."""
    own = dependents(columns, i)
    has_case = any(columns.deps[c] == "case" and words[c].lower() in ("on", "in") for c in own)
    return has_case and any(words[j].lower() in DAYS for j in (i, *own))


def is_after(nouns: list[int], verb: int) -> bool:
    """The verb stands behind the first of the nouns."""
    return bool(nouns) and verb > nouns[0]


def lift(columns: Columns, root: int, noun: int, verb: int) -> Columns:
    """The verb as the root with the noun as its subject; the old root is its adjunct."""
    tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
    tags[verb], deps[verb], heads[verb] = "VBD", "root", verb
    deps[root], heads[root] = "obl", verb
    deps[noun], heads[noun] = "nsubj", verb
    for c in dependents(columns, root):
        if c > verb:
            heads[c] = verb
    return Columns(tags, deps, heads)
