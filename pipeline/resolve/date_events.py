"""From time expression to event: which value dates which candidate (codebook section 3).

Order: adjuncts of the candidate's own words (nearest first), of the clause that governs them, then of another clause
of the same sentence. A date inside a relative clause, inside another clause's content or inside a name never counts.
"""

from __future__ import annotations

from pipeline.find import syntax
from pipeline.find.measured import are_measured_apart, is_measured
from pipeline.lexicon.days import UNITS
from pipeline.lexicon.words import word_class
from pipeline.records import Candidate, TimeMention, TimeValue, Token, Tree
from pipeline.resolve.attach import CLAUSES, Attached, cue_of, is_service, leads_second, path_up
from pipeline.resolve.calendar import Calendar, Dating, dating
from pipeline.resolve.clauses import (
    Reach,
    clause_of,
    is_comparing,
    is_earlier,
    is_judging,
    is_reporting,
    is_verb,
    mark_of,
    passes_on,
    sharing,
)
from pipeline.resolve.day_spans import DAY_PRECISIONS
from pipeline.resolve.part_phrases import part_before
from pipeline.resolve.relative_clauses import event_told_about, names_author, tells_when
from pipeline.resolve.topics import is_topic

OTHER_TIMES = frozenset("after before following despite about because over amid regarding concerning like than ahead".split())
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD", "WDT", "WP", "WP$", "WRB", "TO"})  # tags that open another clause
OF_A_MOMENT = frozenset(  # types of acts whose "until" is a term of what was agreed or imposed
    ("AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "SANCTION", "CONCEDE", "SUPPORT", "RETREAT")
)
SETTING = frozenset({"bring", "raise", "push", "take", "lower", "cut", "revise", "put"})
COMPARED = frozenset({"from", "than", "with", "to", "against"})  # before a number: "up from 17 a year earlier"
BEGINNING = frozenset("begin start erupt break flare ignite resume".split())
BREAKING_IN = frozenset("storm raid attack invade enter burst break ambush hit strike bomb besiege target open".split())
TOLLS = frozenset({"toll", "number", "count", "death"})
RISING = frozenset(
    {"rise", "stand", "climb", "jump", "increase", "grow", "soar", "surge", "go", "reach", "pass", "exceed", "top"}
)


def own_dating(calendar: Calendar, candidate: Candidate) -> Dating | None:
    """The value told by the candidate's own sentence; None when no expression there dates it."""
    tree = calendar.reading.trees[candidate.sentence]
    attached = [
        a for a in calendar.attached.get(candidate.sentence, ()) if _may_date(calendar, candidate, calendar.values[a.value])
    ]
    if tree is None or not attached:
        return None
    allowed = [a for a in attached if _is_allowed(tree, a, candidate)]
    usable = [a for a in allowed or attached if not _compares(calendar, tree, a)]
    heads = [h.head for h in candidate.heads if h.sentence == candidate.sentence]
    usable = [a for a in usable if not are_measured_apart(tree, a.head, heads[0])]
    usable = [a for a in usable if not any(_is_of_deed(tree, head, a.head) for head in heads) and not _is_of_rise(tree, a)]
    usable = [a for a in usable if not (part := part_before(tree, a.head)) or any(head in part for head in heads)]
    usable = [a for a in usable if all(_is_of_time(tree, head, a.head) for head in heads[:1])]
    usable = [a for a in usable if max(heads) > a.head or not leads_second(tree, a)]
    usable = [a for a in usable if not _is_of_dying(tree, a)] or usable
    is_asking = candidate.is_speech_act and candidate.event_type != "AGREE"
    if is_asking or is_judging(tree.tokens[heads[0]]):  # "condemned the coup of 1 May", "urged them to respect the truce of 1994"
        usable = [a for a in usable if a.cue != "of" or is_verb(tree.tokens[a.governor]) or a.governor in heads]
    if candidate.event_type in OF_A_MOMENT:
        usable = [a for a in usable if a.cue not in ("until", "till")]
    for head in heads:
        if found := _best(calendar, _adjuncts(tree, head, usable)):
            return found
        relative = [] if is_verb(tree.tokens[head]) else [c for c in tree.children[head] if tells_when(tree, c)]
        relative = [c for c in relative if head == heads[0] or not is_earlier(tree, c)]
        if found := _best(calendar, [hit for child in relative for hit in _adjuncts(tree, child, usable)]):
            return found._replace(cue="since") if _has_gone_on(tree, head, relative) else found
    others = [a for a in usable if not a.is_naming]
    for head in heads:
        if found := _from_clauses(calendar, tree, head, others):
            return found
    return (
        _of_time_told_about(calendar, tree, heads, attached)
        or _of_scene(calendar, tree, heads, usable)
        or _of_event_noun(calendar, tree, heads, usable)
        or _in_line(calendar, tree, heads, others)
        or _led_by(calendar, tree, heads, usable)
    )


def _has_gone_on(tree: Tree, noun: int, relative: list[int]) -> bool:
    """ "Fighting that began on Monday has killed 60": the day is that of the beginning only."""
    verb = clause_of(tree, noun)
    is_perfect = any(tree.tokens[c].text.lower() in ("has", "have") and tree.tokens[c].dep == "aux" for c in tree.children[verb])
    return is_perfect and any(tree.tokens[c].lemma.lower() in BEGINNING for c in relative)


def _of_time_told_about(calendar: Calendar, tree: Tree, heads: list[int], attached: list[Attached]) -> Dating | None:
    """The time of which a clause with "when" says what happened then: "the worst since June, when a bomb killed 87"."""
    for clause in dict.fromkeys(clause_of(tree, head) for head in heads):
        token = tree.tokens[clause]
        if token.dep == "acl:relcl" and any(tree.tokens[c].text.lower() == "when" for c in tree.children[clause]):
            found = next((a for a in attached if token.head in (a.head, tree.tokens[a.head].head)), None)
            if found is not None:
                return dating(calendar, found.value, "")
    return None


def _of_scene(calendar: Calendar, tree: Tree, heads: list[int], usable: list[Attached]) -> Dating | None:
    """The day of "the attack took place on Monday in Safi, where gunmen ambushed a patrol", or of "gunmen on Monday stormed a
    hall where they killed two": one event, told in two clauses."""
    for clause in dict.fromkeys(clause_of(tree, head) for head in heads):
        above = clause_of(tree, tree.tokens[clause].head)
        opens = any(tree.tokens[c].text.lower() == "where" for c in tree.children[clause])
        if opens and tree.tokens[clause].dep in CLAUSES and (_is_scene(tree, above) or _goes_on(tree, above, clause)):
            found = _best(calendar, _adjuncts(tree, above, usable))
            return None if found is None else found._replace(is_inherited=True)
    return None


def _is_scene(tree: Tree, verb: int) -> bool:
    """The clause says no more than that an event happened: "the attack took place"."""
    subjects = {tree.tokens[c].lemma.lower() for c in tree.children[verb] if tree.tokens[c].dep == "nsubj"}
    return tree.tokens[verb].lemma.lower() in word_class("light_happen") and not subjects.isdisjoint(word_class("event_cause"))


def _goes_on(tree: Tree, above: int, clause: int) -> bool:
    """Those who broke in somewhere did there what the clause with "where" tells; "had done" was before."""
    subjects = {tree.tokens[c].text.lower() for c in tree.children[clause] if tree.tokens[c].dep == "nsubj"}
    is_same = not subjects.isdisjoint(("they", "he", "she")) and tree.tokens[clause].tag == "VBD"
    return is_same and tree.tokens[above].lemma.lower() in BREAKING_IN and not is_earlier(tree, clause)


def _of_event_noun(calendar: Calendar, tree: Tree, heads: list[int], usable: list[Attached]) -> Dating | None:
    """The day of the event whose relative clause tells the deed."""
    nouns = (event_told_about(tree, clause_of(tree, head)) for head in heads)
    for noun in (n for n in nouns if n is not None):
        others = [a for a in usable if not a.is_naming]
        found = _best(calendar, _adjuncts(tree, noun, usable)) or _right_behind(calendar, tree, noun, others)
        if found := found or _from_clauses(calendar, tree, noun, others) or _in_line(calendar, tree, [noun], others):
            return found._replace(is_inherited=True)
    return None


def _right_behind(calendar: Calendar, tree: Tree, noun: int, attached: list[Attached]) -> Dating | None:
    """The day of "an attack Monday": nobody has heard of it yet, so that the day is its own."""
    if not any(tree.tokens[c].text.lower() in ("a", "an") for c in tree.children[noun]):
        return None
    start = tree.tokens[noun + 1].start if noun + 1 < len(tree.tokens) else -1
    return next((dating(calendar, a.value, a.cue) for a in attached if calendar.values[a.value].start == start), None)


def day_of_verb(calendar: Calendar, candidate: Candidate, sentence: int, verb: int | None) -> Dating | None:
    """The day that stands with a verb of another sentence which goes on about the candidate; without a tree the first day."""
    own, tree = calendar.reading.sentences[sentence], calendar.reading.trees[sentence]
    days = [k for k, v in enumerate(calendar.values) if own.start <= v.start < own.end and v.precision in DAY_PRECISIONS]
    days = [k for k in days if _may_date(calendar, candidate, calendar.values[k])]
    if tree is None or verb is None:
        return dating(calendar, days[0], "") if days else None
    usable = [a for a in calendar.attached.get(sentence, ()) if a.value in days]
    return _best(calendar, _adjuncts(tree, verb, usable)) or _in_line(calendar, tree, [verb], usable)


def _may_date(calendar: Calendar, candidate: Candidate, value: TimeValue) -> bool:
    """An expression with days; what has happened is not dated by a day to come ("promised to leave on Saturday")."""
    if value.date_end is None or value.precision == "unknown":  # "at 8 p.m." with no day told
        return False
    is_ahead = calendar.last_day is not None and value.date_start is not None and value.date_start > calendar.last_day
    return candidate.modality.status == "planned" or not is_ahead


def _compares(calendar: Calendar, tree: Tree, attached: Attached) -> bool:
    """A stretch of time over which something is the first, the latest or the worst dates nothing, nor does what a number is
    compared with: "28 kidnappings in May, up from 17 a year earlier"."""
    value = calendar.values[attached.value]
    before = [t for t in tree.tokens if t.end <= value.start][-2:]
    if [t.tag for t in before][1:] == ["CD"] and before[0].text.lower() in COMPARED:
        return True
    if attached.cue not in ("since", "to") and value.precision not in ("vague", "range"):
        return False
    first = next(token.i for token in tree.tokens if token.end > value.start)
    return is_comparing(tree, first)


def _in_line(calendar: Calendar, tree: Tree, heads: list[int], attached: list[Attached]) -> Dating | None:
    """A day that follows the trigger with no other clause between, or that stands right before its participle,
    whatever the tree says."""
    for head in heads:
        for a in attached:
            value = calendar.values[a.value]
            if value.precision not in DAY_PRECISIONS or is_reporting(tree.tokens[a.governor]):
                continue
            between = tree.tokens[head + 1 : a.head] if a.head > head else tree.tokens[a.head + 1 : head]
            if (
                a.head > head
                and not any(_opens_clause(tree, t) for t in between)
                and not _is_of_participle(calendar, tree, a, head)
            ):
                return dating(calendar, a.value, a.cue)
            if a.head < head and tree.tokens[head].tag == "VBG" and len(between) <= 2 and any(t.text == "," for t in between):
                return dating(calendar, a.value, a.cue)
    return None


def _is_of_participle(calendar: Calendar, tree: Tree, attached: Attached, head: int) -> bool:
    """A day right behind the participle of somebody whom the deed befell: "killed two men seized on Friday"."""
    start = calendar.values[attached.value].start
    before = next((t for t in reversed(tree.tokens[: attached.head]) if t.start < start and t.tag != "IN"), None)
    return before is not None and before.i > head and before.dep.startswith("acl") and before.tag in ("VBN", "VBD")


def _led_by(calendar: Calendar, tree: Tree, heads: list[int], attached: list[Attached]) -> Dating | None:
    """A day right before the verb, whatever the tree says."""
    return next((dating(calendar, a.value, a.cue) for head in heads for a in attached if _leads(calendar, tree, a, head)), None)


def _is_of_time(tree: Tree, verb: int, day: int) -> bool:
    """A deed "two days before" another takes no day from behind the comma that ends its clause."""
    return not (is_measured(tree, verb) and any(t.text == "," for t in tree.tokens[verb:day]))


def _is_of_deed(tree: Tree, verb: int, day: int) -> bool:
    """A day behind the deed that a verb of blame names: "accused them of shelling the town on Monday"."""
    return is_judging(tree.tokens[verb]) and any(t.tag == "VBG" for t in tree.tokens[verb + 1 : day])


def _is_of_rise(tree: Tree, attached: Attached) -> bool:
    """A day on which a toll rose, which is not the day of its dead: "the toll of the raid rose to 40 on Sunday"; likewise of
    who set it: "police on Sunday lowered the toll"."""
    verb = tree.tokens[attached.governor]
    side = "nsubj" if verb.lemma.lower() in RISING else "obj" if verb.lemma.lower() in SETTING else ""
    return any(tree.tokens[c].dep == side and tree.tokens[c].lemma.lower() in TOLLS for c in tree.children[verb.i])


def _is_of_dying(tree: Tree, attached: Attached) -> bool:
    """A day on which people died of their wounds: the attack was before."""
    verb = tree.tokens[attached.governor]
    if verb.lemma.lower() != "die":
        return False
    hurts = (t for t in tree.tokens[verb.i :] if t.lemma.lower() in ("wound", "injury"))
    return any(cue_of(tree, t.i) in ("of", "from") for t in hurts)


def _is_judged(tree: Tree, head: int, verb: int) -> bool:
    """The event is what a verb of blame or praise is about, not when it was said: "condemned the coup", "denied killing them"."""
    if verb == head or not is_judging(tree.tokens[verb]):
        return False
    clause = clause_of(tree, head)
    return clause == verb or (tree.tokens[clause].head == verb and tree.tokens[clause].tag == "VBG")


def _opens_clause(tree: Tree, token: Token) -> bool:
    """A word that opens another clause, a quotation or the time of another event ("days after …"); "suspected to be rebels"
    is none."""
    if token.text.lower() == "after" and token.i > 0 and tree.tokens[token.i - 1].lemma.lower() in UNITS:
        return True
    is_supposed = token.tag == "TO" and token.i > 0 and tree.tokens[token.i - 1].tag == "VBN"
    return token.text in '";“”' or (token.tag in FINITE and not is_supposed and not _is_bare_participle(tree, token))


def _is_bare_participle(tree: Tree, token: Token) -> bool:
    """A participle of whatever tag: "an attack carried out by fighters led by a colonel on Friday"."""
    if token.dep not in ("acl", "advcl") or token.tag != "VBD":
        return False
    return not any(
        tree.tokens[c].dep.startswith(("nsubj", "mark", "aux")) or tree.tokens[c].tag == "WRB" for c in tree.children[token.i]
    )


def _leads(calendar: Calendar, tree: Tree, attached: Attached, head: int) -> bool:
    """A day right before the verb: "gunmen on Friday killed two", "on Friday shot and killed two"."""
    value = calendar.values[attached.value]
    verb = tree.tokens[head]
    if value.precision not in DAY_PRECISIONS or not verb.tag.startswith("VB") or value.end > verb.start:
        return False
    between = [t.text.lower() for t in tree.tokens[:head] if t.start >= value.end]
    return not between or (len(between) == 2 and between[1] == "and")


def _is_allowed(tree: Tree, attached: Attached, candidate: Candidate) -> bool:
    if candidate.adjuncts is None:
        return True
    own = {a.head for a in candidate.adjuncts if a.sentence == candidate.sentence}
    i = attached.head
    for _ in tree.tokens:
        if i in own:
            return True
        if tree.tokens[i].head == i or tree.tokens[i].dep == "conj":  # a coordinated phrase belongs to another ordinal
            break
        i = tree.tokens[i].head
    return False


def _adjuncts(tree: Tree, head: int, attached: list[Attached]) -> list[tuple[int, Attached, str]]:
    """(distance, expression, cue) of the expressions under a word that no clause, name or other event keeps from it."""
    found = []
    for a in attached:
        if a.is_naming and a.governor != head:
            continue
        path = [] if a.governor == head else path_up(tree, a.governor, head)
        if path is None or any(_is_boundary(tree, token) for token in path):
            continue
        cases = [cue_of(tree, token.i) for token in path if not is_service(token)]
        if any(case in OTHER_TIMES for case in cases) or any(
            token.dep in ("nsubj", "nsubj:pass") and (token.i > head or is_judging(tree.tokens[head])) for token in path
        ):
            continue  # "the raid on Monday was condemned": on a day that is not told
        cue = "since" if "since" in cases else a.cue
        found.append((len(path) + 3 * any(token.dep.startswith("nsubj") for token in path), a, cue))
    return found


def _is_boundary(tree: Tree, token: Token) -> bool:
    """A clause that keeps its dates to itself. A noun that the tree hangs on loosely (an apposition) is none, nor is a purpose:
    "fired tear gas to disperse them on Sunday" was on Sunday."""
    if token.dep in ("advcl", "acl") and any(tree.tokens[c].tag == "TO" for c in tree.children[token.i]):
        return False
    if names_author(tree, token.i):
        return False
    return (token.dep in CLAUSES | {"conj"} and is_verb(token)) or is_reporting(token)


def _best(calendar: Calendar, found: list[tuple[int, Attached, str]]) -> Dating | None:
    """The nearest expression; of equally near ones the narrowest, then the first in the text. A time of day that only
    borrows its day counts where no other is ("at 8 p.m. (1900 GMT) on Thursday")."""
    if not found:
        return None

    def rank(hit: tuple[int, Attached, str]) -> tuple[bool, bool, int, int]:
        value = calendar.values[hit[1].value]
        width = (value.date_end - value.date_start).days if value.date_start and value.date_end else 10**6
        return (_borrows_day(calendar.reading.times[hit[1].value]), hit[0] > 0, width, hit[1].value)

    _, attached, cue = min(found, key=rank)
    return dating(calendar, attached.value, cue)


def _borrows_day(mention: TimeMention) -> bool:
    """A time or part of the day that does not say of which day it is."""
    e = mention.expression
    return e.kind == "part" or (e.kind == "clock" and not (e.month or e.day or e.weekday or e.value))


def _from_clauses(calendar: Calendar, tree: Tree, head: int, attached: list[Attached]) -> Dating | None:
    """The expressions of the event's own clause, then of the clauses that share its time, nearest first."""
    if is_topic(tree, head) or _went_before(tree, head):
        return None
    for reach in sharing(tree, clause_of(tree, head)):
        if passes_on(tree, reach.verb) or _is_judged(tree, head, reach.verb):
            continue  # the day of speaking; a speech act that is dated by it has the verb as its own head
        found = [hit for a in attached if (hit := _in_clause(calendar, tree, reach, a)) is not None]
        if best := _best(calendar, found):
            return best._replace(is_inherited=reach.is_inherited)
    return None


def _went_before(tree: Tree, head: int) -> bool:
    """It went on for a time before the clause: "agreed on Friday after two days of fighting in which 170 died"."""
    for token in (tree.tokens[head], *(tree.tokens[i] for i in syntax.ancestors(tree, head))):
        if token.lemma.lower() in UNITS and cue_of(tree, token.i) in ("after", "following"):
            return any(syntax.case_of(tree, c) == "of" for c in tree.children[token.i])
        if is_verb(token) and token.dep != "acl:relcl":
            return False
    return False


def clause_dating(calendar: Calendar, tree: Tree, head: int, sentence: int) -> Dating | None:
    """The expression under a noun, or in a verb's own clause; None when no expression dates it."""
    attached = calendar.attached.get(sentence, ())
    reach = Reach(head, False)
    in_clause = (
        [hit for a in attached if (hit := _in_clause(calendar, tree, reach, a)) is not None] if is_verb(tree.tokens[head]) else []
    )
    return _best(calendar, in_clause or _adjuncts(tree, head, list(attached)))


def _in_clause(calendar: Calendar, tree: Tree, reach: Reach, attached: Attached) -> tuple[int, Attached, str] | None:
    """An expression that stands in a clause and dates it, not one of the things that the clause is about."""
    if _is_when(tree, attached, reach.verb):
        return 0, attached, ""
    if clause_of(tree, attached.governor) != reach.verb:
        return None
    path = path_up(tree, attached.governor, reach.verb)
    if path is None:
        return (0, attached, attached.cue) if attached.governor == reach.verb else None
    cases = [cue_of(tree, token.i) for token in path if not is_service(token)]
    is_day = calendar.values[attached.value].precision in DAY_PRECISIONS
    if any(case in OTHER_TIMES for case in cases) or any(_is_boundary(tree, token) for token in path):
        return None
    if any(token.dep.startswith("nsubj") for token in path) and (not is_day or is_judging(tree.tokens[reach.verb])):
        return None
    return len(path), attached, "since" if reach.is_since or "since" in cases else attached.cue


def _is_when(tree: Tree, attached: Attached, verb: int) -> bool:
    """The clause says what happened on a day: "on 3 May, when rebels took the town"."""
    token = tree.tokens[verb]
    if token.dep != "acl:relcl" or token.head != attached.head:
        return False
    is_cleft = any(tree.tokens[c].text.lower() == "it" for c in tree.children[attached.head])  # "it was on Monday that …"
    return mark_of(tree, verb) == "when" or (is_cleft and mark_of(tree, verb) == "that")
