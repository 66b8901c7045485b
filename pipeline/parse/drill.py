"""Made-up news sentences whose trees are certain, for what treebanks hold too little of: who did what to whom, in one line.

"Attackers torched dozens of homes in the village." A teacher that has seen few such sentences takes `torched` for a
participle and so do the trees that it draws; a few thousand drills set that right. Words and patterns are the project's own.
"""

from __future__ import annotations

import random
from typing import NamedTuple

from pipeline.parse.treebank import GoldSentence

PEOPLE = (
    "gunmen militants rebels soldiers attackers lawmakers protesters herders insurgents militiamen villagers officials "
    "hackers pirates guerrillas policemen guards troops refugees workers students journalists prisoners fighters "
    "smugglers farmers doctors judges monks miners drivers activists commandos separatists bandits passengers inmates"
).split()
SINGLES = (
    "army militia envoy minister pope president court government navy coalition parliament militia gang mob judge bomber "
    "general governor commander mayor regime group ministry junta bishop prosecutor spokesman activist gunman party union"
).split()
THINGS = (
    "village convoy bridge embassy airport market hospital school checkpoint pipeline prison mosque church station camp "
    "border port tanker bus base refinery dam ceasefire truce offer treaty curfew ban blockade palace barracks depot"
).split()
WEAPONS = "bomb missile rocket grenade mine shell drone plane warplane helicopter fire fight gunfight crisis".split()
EVENTS = "clash raid strike explosion blast attack protest rally battle riot shootout bombing siege offensive march".split()
NAMES = (
    "Turkey Israel France Moscow Ankara Kabul Aleppo Mali Kenya Lebanon Mosul Gaza Tripoli Darfur Kashmir Donetsk Aden "
    "Beirut Benue Arauca Quetta Goma Waat Idlib Homs Chad Peru India Sudan Serbia Libya Karachi Juba Bangui Maiduguri"
).split()
ADJECTIVES = "armed local senior Turkish Russian regional masked foreign Iraqi unarmed northern ruling Kurdish civilian".split()
MODIFIERS = "police army security aid rebel border militia opposition government coalition prison university party".split()
NUMBERS = "two three five nine ten dozens 12 16 20 45 100 hundreds eleven six seven".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
PLACES = ("in", "near", "outside", "at")
# base, past, third person: regular spelling would do for most, but nothing here is computed.
TRANSITIVE = [
    tuple(word.split("/"))
    for word in (
        "attack/attacked/attacks kill/killed/kills shell/shelled/shells torch/torched/torches seize/seized/seizes "
        "storm/stormed/storms bomb/bombed/bombs ambush/ambushed/ambushes kidnap/kidnapped/kidnaps arrest/arrested/arrests "
        "reject/rejected/rejects condemn/condemned/condemns impose/imposed/imposes free/freed/frees wound/wounded/wounds "
        "besiege/besieged/besieges raid/raided/raids capture/captured/captures bombard/bombarded/bombards burn/burned/burns "
        "return/returned/returns close/closed/closes denounce/denounced/denounces target/targeted/targets hit/hit/hits "
        "evacuate/evacuated/evacuates destroy/destroyed/destroys retake/retook/retakes protect/protected/protects "
        "shoot/shot/shoots execute/executed/executes block/blocked/blocks loot/looted/loots expel/expelled/expels"
    ).split()
]
PARTICLE = [
    tuple(word.split("/"))
    for word in "shot/down blew/up carried/out called/off took/over set/up shut/down handed/over cut/off gave/up".split()
]
PREPOSITIONAL = [
    tuple(word.split("/"))
    for word in (
        "called/calls/for appealed/appeals/for clashed/clashes/with fired/fires/on protested/protests/against "
        "withdrew/withdraws/from fought/fights/with arrived/arrives/in marched/marches/through rallied/rallies/outside "
        "called/calls/on exploded/explodes/outside crashed/crashes/near opened/opens/in broke/breaks/into erupted/erupts/in"
    ).split()
]


class Word(NamedTuple):
    """A word of a phrase; `head` counts from the phrase's first word, None is the phrase's own head."""

    form: str
    tag: str
    pos: str
    head: int | None
    dep: str


Phrase = list[Word]


def drills(count: int, seed: int) -> list[GoldSentence]:
    """That many sentences, the same for the same seed."""
    rng = random.Random(seed)
    patterns = (_active, _active, _prepositional, _passive, _particle, _left_dead, _said, _event, _coordinated, _modal)
    return [_sentence(rng.choice(patterns)(rng)) for _ in range(count)]


def head_of(phrase: Phrase) -> int:
    """Index of the word that governs the phrase."""
    return next(i for i, word in enumerate(phrase) if word.head is None)


def attach(host: Phrase, at: int, dependent: Phrase, dep: str) -> Phrase:
    """The host with the dependent after its last word, hung on the word at `at`."""
    shift, top = len(host), head_of(dependent)
    moved = [word._replace(head=None if word.head is None else word.head + shift) for word in dependent]
    moved[top] = moved[top]._replace(head=at, dep=dep)
    return host + moved


def precede(phrase: Phrase, host: Phrase, dep: str) -> Phrase:
    """The phrase before the host, hung on the host's head."""
    shift, top, governor = len(phrase), head_of(phrase), head_of(host) + len(phrase)
    first = list(phrase)
    first[top] = first[top]._replace(head=governor, dep=dep)
    return first + [word._replace(head=None if word.head is None else word.head + shift) for word in host]


def _noun(rng: random.Random, *kinds: str) -> Phrase:
    """A noun phrase of people, a single actor, a thing or a name."""
    kind = rng.choice(kinds)
    if kind == "name":
        return [Word(rng.choice(NAMES), "NNP", "PROPN", None, "")]
    plural = kind == "people"
    word = rng.choice({"people": PEOPLE, "single": SINGLES, "weapon": WEAPONS}.get(kind, THINGS))
    phrase = [Word(word, "NNS" if plural else "NN", "NOUN", None, "")]
    if rng.random() < 0.3:
        phrase = precede([Word(rng.choice(MODIFIERS), "NN", "NOUN", None, "")], phrase, "compound")
    if rng.random() < 0.3:
        phrase = precede([Word(rng.choice(ADJECTIVES), "JJ", "ADJ", None, "")], phrase, "amod")
    if not plural:
        article = [Word("the" if rng.random() < 0.7 else "a", "DT", "DET", None, "")]
        return precede(article, phrase, "det") if phrase[0].form[0] not in "aeiou" or article[0].form == "the" else phrase
    if rng.random() < 0.3:
        number = [Word(rng.choice(NUMBERS), "CD", "NUM", None, "")]
        return precede(number, phrase, "nummod") if not number[0].form.endswith("s") else phrase
    return phrase


def _actor(rng: random.Random) -> Phrase:
    return _noun(rng, "people", "people", "single", "single", "name")


def _target(rng: random.Random) -> Phrase:
    phrase = _noun(rng, "people", "people", "thing", "thing", "single")
    if rng.random() < 0.25:
        return attach(phrase, head_of(phrase), _case("of" if rng.random() < 0.5 else "in", _noun(rng, "name", "thing")), "nmod")
    return phrase


def _case(preposition: str, phrase: Phrase) -> Phrase:
    return precede([Word(preposition, "IN", "ADP", None, "")], phrase, "case")


def _circumstances(rng: random.Random, clause: Phrase) -> Phrase:
    """The clause with a place, a time, both or neither after it."""
    verb = head_of(clause)
    if rng.random() < 0.5:
        clause = attach(clause, verb, _case(rng.choice(PLACES), _noun(rng, "name", "name", "thing")), "obl")
    draw = rng.random()
    if draw < 0.3:
        clause = attach(clause, verb, _case("on", [Word(rng.choice(DAYS), "NNP", "PROPN", None, "")]), "obl")
    elif draw < 0.4:
        clause = attach(clause, verb, [Word(rng.choice(DAYS), "NNP", "PROPN", None, "")], "obl:unmarked")
    elif draw < 0.55:
        month = [Word(rng.choice(MONTHS), "NNP", "PROPN", None, "")]
        if rng.random() < 0.5:
            month = precede([Word(rng.choice(("early", "late")), "JJ", "ADJ", None, "")], month, "amod")
        clause = attach(clause, verb, _case("in", month), "obl")
    return clause


def _verb(form: str, tag: str) -> Phrase:
    return [Word(form, tag, "VERB", None, "")]


def _clause(rng: random.Random) -> Phrase:
    """Subject, verb in the past or (as in headlines) the present, object."""
    subject = _actor(rng)
    _, past, present = rng.choice(TRANSITIVE)
    is_plural = subject[head_of(subject)].tag == "NNS"
    verb = _verb(present, "VBZ") if not is_plural and rng.random() < 0.3 else _verb(past, "VBD")
    clause = precede(subject, verb, "nsubj")
    return attach(clause, head_of(clause), _target(rng), "obj")


def _active(rng: random.Random) -> Phrase:
    clause = _circumstances(rng, _clause(rng))
    if rng.random() < 0.25:
        verb = head_of(clause)
        comma = [Word(",", ",", "PUNCT", None, "")]
        result = _verb(rng.choice(("killing", "wounding", "injuring", "destroying")), "VBG")
        result = attach(precede(comma, result, "punct"), 1, _noun(rng, "people"), "obj")
        clause = attach(clause, verb, result, "advcl")
    return clause


def _prepositional(rng: random.Random) -> Phrase:
    past, present, preposition = rng.choice(PREPOSITIONAL)
    moves_itself = past in {"exploded", "crashed", "erupted", "opened", "broke"}
    subject = _noun(rng, "weapon", "weapon", "people") if moves_itself else _actor(rng)
    is_plural = subject[head_of(subject)].tag == "NNS"
    verb = _verb(present, "VBZ") if not is_plural and rng.random() < 0.3 else _verb(past, "VBD")
    clause = precede(subject, verb, "nsubj")
    return _circumstances(rng, attach(clause, head_of(clause), _case(preposition, _target(rng)), "obl"))


def _passive(rng: random.Random) -> Phrase:
    subject = _noun(rng, "people", "single", "thing")
    is_plural = subject[head_of(subject)].tag == "NNS"
    past = rng.choice([past for _, past, _ in TRANSITIVE if past.endswith("ed")])
    verb = precede([Word("were" if is_plural else "was", "VBD", "AUX", None, "")], _verb(past, "VBN"), "aux:pass")
    clause = precede(subject, verb, "nsubj:pass")
    if rng.random() < 0.6:
        clause = attach(clause, head_of(clause), _case("by", _actor(rng)), "obl:agent")
    return _circumstances(rng, clause)


def _particle(rng: random.Random) -> Phrase:
    past, particle = rng.choice(PARTICLE)
    clause = precede(_actor(rng), _verb(past, "VBD"), "nsubj")
    verb = head_of(clause)
    clause = attach(clause, verb, [Word(particle, "RP", "ADP", None, "")], "compound:prt")
    return _circumstances(rng, attach(clause, verb, _target(rng), "obj"))


def _left_dead(rng: random.Random) -> Phrase:
    subject = precede([Word("the", "DT", "DET", None, "")], [Word(rng.choice(EVENTS), "NN", "NOUN", None, "")], "det")
    clause = precede(subject, _verb("left", "VBD"), "nsubj")
    verb = head_of(clause)
    number = [Word(rng.choice(NUMBERS), "CD", "NUM", None, "")]
    clause = attach(clause, verb, number if rng.random() < 0.4 else _noun(rng, "people"), "obj")
    clause = attach(clause, verb, [Word(rng.choice(("dead", "homeless", "injured")), "JJ", "ADJ", None, "")], "xcomp")
    return _circumstances(rng, clause)


def _said(rng: random.Random) -> Phrase:
    """A reported clause, with or without "that"."""
    inner = _clause(rng) if rng.random() < 0.6 else _modal(rng)
    if rng.random() < 0.5:
        inner = precede([Word("that", "IN", "SCONJ", None, "")], inner, "mark")
    clause = precede(_actor(rng), _verb("said", "VBD"), "nsubj")
    return attach(clause, head_of(clause), inner, "ccomp")


def _event(rng: random.Random) -> Phrase:
    """Clashes between X and Y erupted in Z."""
    second = _actor(rng)
    parties = _actor(rng)
    conjunct = precede([Word("and", "CC", "CCONJ", None, "")], second, "cc")
    parties = attach(parties, head_of(parties), conjunct, "conj")
    subject: Phrase = [Word(rng.choice(EVENTS[:6]).replace("clash", "clashe") + "s", "NNS", "NOUN", None, "")]
    subject = attach(subject, 0, _case("between", parties), "nmod")
    verb = rng.choice(("erupted", "continued", "began", "resumed", "intensified", "ended"))
    return _circumstances(rng, precede(subject, _verb(verb, "VBD"), "nsubj"))


def _coordinated(rng: random.Random) -> Phrase:
    clause = _clause(rng)
    _, past, _ = rng.choice(TRANSITIVE)
    second = precede([Word("and", "CC", "CCONJ", None, "")], _verb(past, "VBD"), "cc")
    second = attach(second, head_of(second), _target(rng), "obj")
    return attach(clause, head_of(clause), second, "conj")


def _modal(rng: random.Random) -> Phrase:
    base, _, _ = rng.choice(TRANSITIVE)
    helper = [Word(rng.choice(("must", "will", "should", "could", "would")), "MD", "AUX", None, "")]
    verb = precede(helper, _verb(base, "VB"), "aux")
    if rng.random() < 0.3:
        verb = [verb[0], Word("not", "RB", "PART", 2, "advmod"), verb[1]]
        verb[0] = verb[0]._replace(head=2)
    clause = precede(_actor(rng), verb, "nsubj")
    return _circumstances(rng, attach(clause, head_of(clause), _target(rng), "obj"))


def _sentence(clause: Phrase) -> GoldSentence:
    """The clause with a capital at its beginning and a full stop at its end."""
    phrase = attach(clause, head_of(clause), [Word(".", ".", "PUNCT", None, "")], "punct")
    words = [word.form for word in phrase]
    words[0] = words[0][0].upper() + words[0][1:]
    return GoldSentence(
        words=tuple(words),
        spaces=tuple(following not in {".", ","} for following in [*words[1:], "."]),
        tags=tuple(word.tag for word in phrase),
        pos=tuple(word.pos for word in phrase),
        lemmas=("_",) * len(words),
        heads=tuple(i if word.head is None else word.head for i, word in enumerate(phrase)),
        deps=tuple("root" if word.head is None else word.dep for word in phrase),
    )
