"""Whether a telling is of one act, of several told as one, or of a number over separate occurrences (codebook 1 and 8).

A plural act or plural targets within a day or a few days are still one incident; over a longer phrase or without a date
they are several. A rate, a repeated act, or a number that is summed over a range phrase ("since December", "so far") or
over the course of things ("in the uprising") is an aggregate: its number never adds to those of incidents. One episode of
violence ("in a conflict between two villages", "in ethnic violence", "in the latest bloodshed") is no course of things.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pipeline.find import syntax
from pipeline.find.verdicts import is_definite
from pipeline.lexicon.days import DAYS, UNITS
from pipeline.lexicon.words import word_class
from pipeline.records import Candidate, Count, EventDate, EventPlace, Reading, Token, Tree
from pipeline.resolve.clauses import is_comparing
from pipeline.resolve.intervals import FOUND

ONE_ACT = frozenset({"day", "days"})  # precisions within which several acts told together are one incident
SHORT = ONE_ACT | {"week"}  # precisions too short for a number to be that of a whole course
SUMMING = frozenset({"range", "vague"})  # precisions over which a number is a sum: since, in recent weeks
AGES = frozenset({"decade", "century"})
LONG = AGES | {"year", "part_of_year"}  # in which people are killed again and again
OF_DAYS = frozenset(("weekday", "deictic", "clock", "part", "holiday", "week_of_day"))  # kinds of expressions that name a day
ONE_UNIT = OF_DAYS | {"calendar", "unit", "season"}  # … or one week, month or the like, however many it may be
LASTING = frozenset({"siege"})  # modes of one act that lasts; its number is no sum over its days
PLURAL_TYPES = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # "talks", "drills", "sanctions" are one act in plural form
RATE = "per "  # how the qualifier of a rate begins
REPEATING = frozenset({"repeatedly", "regularly", "routinely", "frequently", "constantly", "often", "daily", "nightly"})
TALLYING = frozenset({"far", "date", "already", "now"})  # so far, to date
ADDING_UP = frozenset({"total", "all", "altogether", "overall"})  # in all: of what was told before
ADDING = frozenset({"bring", "take", "raise", "push", "put", "lift"})  # "three were killed, bringing the toll since May to 40"
COURSES = frozenset({"conflict", "crackdown", "unrest", "repression", "crisis", "campaign", "violence", "bloodshed",
     "occupation", "strife", "hostility"}) | word_class("war")  # fmt: skip
EPISODES = frozenset({"violence", "bloodshed", "unrest", "strife", "hostility"})  # without an article: one outbreak of it
SINGLING = frozenset({"latest", "fresh", "new", "renewed", "another"})  # "the latest violence" is one outbreak
SINGLE_TAGS = frozenset({"JJS", "RBS"})  # "the worst bloodshed in years"
VICTIMS = frozenset({"killed", "injured", "casualties", "displaced", "detained", "abducted"})
AMMUNITION = frozenset({"round", "shell", "rocket", "missile", "bullet", "mortar", "projectile", "bomb", "drone", "shot"})
ACTS = frozenset({"arrest", "detention", "sortie", "abduction", "killing", "murder", "kidnapping", "protest"})
MANY_ACTS = 10  # "35 air strikes" is a tally; "three bombs" of one day are one attack
AREAS = frozenset({"province", "region", "country", "district"})  # levels of places that hold many spots
LEAST_DAYS = 3  # last - first: over so many days an area's dead are of more than one act
MANY = 100  # people "have been killed", without day or cause: a toll; fewer may be one attack's
WOUNDED = 3  # wounded to one dead
DISPLACED = 10  # people driven out to one dead: whole towns flee at once
LONG_UNITS = frozenset({"week", "month", "year", "decade"})
VERY_MANY = 1000  # … also in the simple past


def scope_of(
    candidate: Candidate,
    when: EventDate,
    places: Sequence[EventPlace],
    counts: Sequence[Count],
    reading: Reading,
    told: Collection[str],
) -> str:
    """incident, multiple or aggregate (vocabulary SCOPE). `told` are the kinds of numbers that the sentences before give."""
    tree, when = reading.trees[candidate.sentence], _as_told(when, reading)
    if tree is not None and (is_repeated(candidate, tree, reading) or _is_areas_toll(candidate, when, places, counts, tree)):
        return "aggregate"
    if counts and candidate.mode not in LASTING and is_sum(candidate, when, places, counts, tree, told):
        return "aggregate"
    is_plural = candidate.is_plural and candidate.event_type in PLURAL_TYPES
    return "multiple" if is_plural and when.precision not in ONE_ACT else "incident"


def _as_told(when: EventDate, reading: Reading) -> EventDate:
    """The date with the precision of its words: what happened "on Monday" is no sum over the many Mondays that the words may
    mean in an article whose own day is not known."""
    if reading.document.published is not None or when.precision != "range" or when.kind != "within":
        return when
    told = next((m for m in reading.times if (m.start, m.end) == (when.char_start, when.char_end)), None)
    if told is None or told.expression.kind not in ONE_UNIT:
        return when
    is_day = told.expression.kind in OF_DAYS or (told.expression.kind == "calendar" and told.expression.day is not None)
    return replace(when, precision="day" if is_day else "month")


def is_repeated(candidate: Candidate, tree: Tree, reading: Reading) -> bool:
    """Whether the words say that the act was done again and again, or count the acts themselves."""
    heads = {head.head for head in candidate.heads if head.sentence == candidate.sentence}
    if any(tree.tokens[child].lemma.lower() in REPEATING for head in heads for child in tree.children[head]):
        return True
    if any(_is_times(tree, child) for head in heads for child in tree.children[head]):
        return True
    return any(
        quantity.sentence == candidate.sentence
        and quantity.noun in heads
        and tree.tokens[quantity.noun].lemma.lower() in word_class("event_cause") | ACTS  # "35 air strikes", not "35 houses"
        and tree.tokens[quantity.noun].lemma.lower() not in AMMUNITION
        and (quantity.best or 0) >= MANY_ACTS
        for quantity in reading.quantities
    )


def _is_times(tree: Tree, i: int) -> bool:
    """ "Three times", "several times"."""
    return tree.tokens[i].text.lower() == "times" and _is_counted(tree, i)


def is_sum(
    candidate: Candidate,
    when: EventDate,
    places: Sequence[EventPlace],
    counts: Sequence[Count],
    tree: Tree | None,
    told: Collection[str],
) -> bool:
    """Whether the numbers of a telling are rates, or sums over a phrase or over the course of things."""
    is_long = when.precision in SUMMING and candidate.mode != FOUND  # the dead of one find
    if is_long or any(count.qualifier.startswith(RATE) for count in counts):
        return True
    if tree is None:
        return False
    around = list(_modifiers(candidate, tree))
    if _has_since(candidate, tree) or _lasts_weeks(candidate, tree):
        return True
    if any(_is_rate(tree, i) for i in around) or (when.precision not in ONE_ACT and _is_alone(candidate, tree)):
        return True
    is_wide = all(each.place.level in AREAS for each in places)
    if when.precision in LONG and _most(counts) >= VERY_MANY and is_wide and not _is_noun_of_one(candidate, tree):
        return True
    if candidate.is_result and when.precision in LONG and (when.precision in AGES or _is_running(candidate, tree, around)):
        return True
    if when.precision in SHORT:
        return False
    heads = (head.head for head in candidate.heads if head.sentence == candidate.sentence)
    words = (*around, *heads)
    if any(tree.tokens[i].lemma.lower() in word_class("war") for i in words) or _lasts_days(candidate, tree):
        return True
    is_course = any(_is_course(tree, i, counts) for i in words)
    adds_up = any(count.kind in told for count in counts)
    if (is_course or any(_is_tallying(tree, i, adds_up) for i in around)) and not _is_one_act(candidate, tree):
        return True
    return when.start is None and _is_toll(candidate, counts, tree) and not _is_noun_of_one(candidate, tree)


def _is_areas_toll(
    candidate: Candidate, when: EventDate, places: Sequence[EventPlace], counts: Sequence[Count], tree: Tree
) -> bool:
    """Whether it counts the dead of an area over days, with nobody's act: "150 were killed in Ituri and North Kivu between 6 and
    12 June", "more than 60 have been killed in central Mali this month"."""
    if when.start is None or when.end is None or (when.end - when.start).days < LEAST_DAYS or not candidate.is_result:
        return False
    if candidate.role("actor") or _most(counts) < MANY_ACTS or any(each.place.level not in AREAS for each in places):
        return False
    return len(places) > 1 or any(_is_perfect(tree, head) for head in _anchors(candidate))


def _is_running(candidate: Candidate, tree: Tree, around: Collection[int]) -> bool:
    """ "So far this year", or a year in which people "have been killed"."""
    is_many = any(tree.tokens[toll.argument.head].tag in ("NNS", "NNPS", "CD") for toll in candidate.tolls)
    is_so_far = any(tree.tokens[c].lemma.lower() == "far" for i in around for c in tree.children[i])
    return is_so_far or (is_many and any(_is_perfect(tree, head) for head in _anchors(candidate)))


def _is_course(tree: Tree, i: int, counts: Sequence[Count]) -> bool:
    """Whether a word names the course of things, over which a number is a sum; not one outbreak of violence."""
    token = tree.tokens[i]
    if token.lemma.lower() not in COURSES:
        return False
    beside = [tree.tokens[child] for child in tree.children[i]]
    if any(each.lemma.lower() in SINGLING or each.tag in SINGLE_TAGS for each in beside):
        return False
    if any(each.text.lower() in ("a", "an") for each in beside):
        return _most(counts) >= VERY_MANY
    return is_definite(tree, i) or token.lemma.lower() not in EPISODES or _most(counts) >= MANY


def _is_tallying(tree: Tree, i: int, adds_up: bool) -> bool:
    """ "So far"; "in all" where it adds up numbers told before, not "20 people, all of whom …"."""
    word = tree.tokens[i].lemma.lower()
    return word in TALLYING or (adds_up and word in ADDING_UP and (word != "all" or syntax.case_of(tree, i) == "in"))


def _is_one_act(candidate: Candidate, tree: Tree) -> bool:
    """Whether the number is that of one act, also while its toll still rises: "40 have been killed so far in the bombing"."""
    head = candidate.heads[0]
    if head.sentence != candidate.sentence or candidate.is_result or candidate.is_plural or candidate.mode == "offensive":
        return False
    token = tree.tokens[head.head]
    is_counted = token.tag.startswith("VB") or any(tree.tokens[c].dep in ("det", "nmod:poss") for c in tree.children[token.i])
    return is_counted and token.lemma.lower() not in COURSES


def _is_noun_of_one(candidate: Candidate, tree: Tree) -> bool:
    """Whether a singular noun names the one act whose toll is told: "the toll from the massacre"."""
    head = candidate.heads[0]
    return head.sentence == candidate.sentence and tree.tokens[head.head].tag == "NN" and _is_one_act(candidate, tree)


def _modifiers(candidate: Candidate, tree: Tree) -> Iterator[int]:
    """What stands with the trigger and with the words that count: adjuncts, adverbs, subjects, clauses; what a relative clause
    tells about ("a war that killed 6,700"), and adjuncts shared with a shortened passive ("90 were killed and 200 hurt in
    the war")."""
    for head in _anchors(candidate):
        yield from tree.children[head]
        gapped = (c for c in syntax.dependents(tree, head, "conj") if not syntax.dependents(tree, c, "aux", "aux:pass"))
        yield from (i for c in gapped if tree.tokens[c].tag == "VBN" for i in syntax.dependents(tree, c, "obl"))
        first = tree.tokens[head].head if tree.tokens[head].dep == "conj" else head
        if tree.tokens[first].dep == "acl:relcl":
            yield tree.tokens[first].head


def _anchors(candidate: Candidate) -> set[int]:
    heads = {head.head for head in candidate.heads if head.sentence == candidate.sentence}
    return heads | {toll.argument.head for toll in candidate.tolls if toll.argument.sentence == candidate.sentence}


def _has_since(candidate: Candidate, tree: Tree) -> bool:
    """A `since` somewhere below the trigger or a word that counts, or below the verb that says it ("are thought to have")."""
    anchors = _anchors(candidate)
    reached = anchors | {tree.tokens[head].head for head in anchors if tree.tokens[head].dep == "xcomp"}
    return any(
        token.lemma.lower() == "since"
        and not is_comparing(tree, token.i)
        and not reached.isdisjoint(_within_clause(tree, token.i))
        for token in tree.tokens
    )


def _lasts_weeks(candidate: Candidate, tree: Tree) -> bool:
    """ "Died in three weeks of violence", "in a year of attacks": a time longer than one act lasts."""
    anchors = _anchors(candidate)
    times = {child for head in anchors for child in tree.children[head]} | {tree.tokens[head].head for head in anchors}
    return any(
        tree.tokens[i].lemma.lower() in LONG_UNITS
        and syntax.case_of(tree, i) in ("in", "during", "over", "after", "following")
        and any(syntax.case_of(tree, c) == "of" and not _is_time(tree.tokens[c]) for c in tree.children[i])  # "week of June"
        for i in times
    )


def _lasts_days(candidate: Candidate, tree: Tree) -> bool:
    """ "Two days of fighting left nine dead", "killed in five days of violence", "over three days": more than one act."""
    anchors = _anchors(candidate)
    near = anchors | {child for head in anchors for child in tree.children[head]} | {tree.tokens[head].head for head in anchors}
    lengths = (i for i in near if tree.tokens[i].text.lower() in ("days", "nights") and _is_counted(tree, i))
    return any(_is_over(tree, i) or any(syntax.case_of(tree, c) == "of" for c in tree.children[i]) for i in lengths)


def _is_counted(tree: Tree, i: int) -> bool:
    return any(tree.tokens[c].dep == "nummod" or tree.tokens[c].lemma.lower() == "several" for c in tree.children[i])


def _is_over(tree: Tree, i: int) -> bool:
    """ "Over two days"; the tree may take the word for "more than"."""
    before = (tree.tokens[c - 1] for c in tree.children[i] if tree.tokens[c].dep == "nummod" and c)
    return syntax.case_of(tree, i) == "over" or any(token.text.lower() == "over" for token in before)


def _within_clause(tree: Tree, i: int) -> Iterator[int]:
    """The governors of a word, up to the verb of a clause that adds something, or that tells what came before: "the army said,
    bringing to 290 …", "freed after being held since May"."""
    for governor in syntax.ancestors(tree, i):
        yield governor
        token = tree.tokens[governor]
        if token.dep in ("parataxis", "ccomp") or (token.tag == "VBG" and token.lemma.lower() in ADDING):
            return
        if token.dep == "advcl" and syntax.mark_of(tree, governor) in ("after", "before"):
            return


def _is_perfect(tree: Tree, head: int) -> bool:
    return any(
        tree.tokens[child].lemma.lower() == "have" and tree.tokens[child].dep.startswith("aux") for child in tree.children[head]
    )


def _is_rate(tree: Tree, i: int) -> bool:
    """ "Every day", "each week", "a day" behind a number, "per month"."""
    if tree.tokens[i].lemma.lower() not in ("day", "night", "week", "month", "year", "hour"):
        return False
    return any(tree.tokens[child].lemma.lower() in ("every", "each", "per") for child in tree.children[i])


def _is_alone(candidate: Candidate, tree: Tree) -> bool:
    """ "Last year alone", "in June alone": a sum over that time, given as a part of a longer one."""
    reached = _anchors(candidate)
    reached |= {child for head in reached for child in tree.children[head]}
    timed = (t for t in tree.tokens[1:] if t.lemma.lower() == "alone" and _is_time(tree.tokens[t.i - 1]))
    return any(t.head in reached for t in timed)


def _is_time(token: Token) -> bool:
    return token.lemma.lower() in DAYS | UNITS or (token.text.isdigit() and len(token.text) == 4)


def _is_toll(candidate: Candidate, counts: Sequence[Count], tree: Tree) -> bool:
    """Whether an undated number is too large for one act: very large, or large and told in the perfect."""
    most = _most(counts)
    if most >= VERY_MANY:
        return True
    is_perfect = any(_is_perfect(tree, head) for head in _anchors(candidate))
    has_plural_act = any(h.sentence == candidate.sentence and tree.tokens[h.head].tag == "NNS" for h in candidate.heads)
    return most >= MANY and is_perfect and (candidate.is_result or has_plural_act)


def _most(counts: Sequence[Count]) -> int:
    """The largest number of victims; of the wounded and the displaced, who are more than the dead of one attack, a part."""
    weights = {"injured": WOUNDED, "displaced": DISPLACED}
    numbers = ((count.best or 0) // weights.get(count.kind, 1) for count in counts if count.kind in VICTIMS)
    return max(numbers, default=0)
