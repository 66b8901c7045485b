"""What linking reads off the words of a telling: whether it points back or apart, copies, and what a statement is about."""

from __future__ import annotations

import re

from pipeline.lexicon.quantities import CARDINALS, MULTIPLIERS, TENS
from pipeline.records import EventPlace, Participant, Report

COURSE_NOUNS = frozenset(
    {"violence", "bloodshed", "unrest", "repression", "crackdown", "conflict", "war", "fighting", "terrorism", "uprising"}
)  # "the violence" is the course of things, not the act told before
WORDS = 9  # about half of them before the trigger, fewer where the sentence begins or ends
REACH = 80  # characters that surely hold so many words
WORD = re.compile(r"\w+")
APART = re.compile(
    r"\b(?:another|meanwhile|separate(?:ly)?|elsewhere|second|third|other (?:attack|clash|incident|raid|blast|strike)s?)\b"
    r"|\b(?:came|comes)\b[^,]* after an? (?:(?!that |which )[\w-]+ ){0,3}[\w-]+$"  # "the raid came two days after a massacre"
)
BACKGROUND = re.compile(
    r"\b(?:after|following|since|in the wake of|in response to|in retaliation for) "
    r"(?!midnight|dawn|dark|noon|night|sunset|\w*day |[\w ]*prayers|\d)[^,;:]*$"
)
OF_NOUN = re.compile(r"\b(?:in|during|of) which\b|, where\b|\b(?:that|which) (?:has |have |had |also |reportedly )?\w+$")
TARGET = re.compile(
    r"['’]?s? (?:of|on|against) (?!(?:the|this|that|these|those|their|his|her|its|it|them) )((?:[\w'’-]+ ?){1,5})"
)
BLAMED = re.compile(r"\bblam\w+ [^,.;]*$")  # "blamed the attacks on rebels"
GROUND = frozenset({"area", "part", "district", "suburb", "town", "citie", "village", "neighborhood", "neighbourhood", "quarter"})
BEHIND_TARGET = re.compile(
    r"\b(?:in|on|at|by|near|from|of|during|for|and|to|that|which|who|when|where|was|were|is|are|has|had|have|will|last|this|"
    r"early|late|\w+day|left|killed|wounded|injured|claimed|came|took|began|drew|caused|happened)\b.*"
)
NUMBERS = "|".join(sorted({*CARDINALS, *TENS, *MULTIPLIERS}))
MORE_VICTIMS = re.compile(rf"\banother (?:\d|(?:{NUMBERS})\b)")  # "another 35 were wounded" in the same attack
ADDING = re.compile(r"\b(?:another|an additional|additional|others?|also|more(?! than))\b")
TAKEN_UP = re.compile(r"(?:the|these|those|both|all|his|her|their)\s(?!many\b)", re.IGNORECASE)
WHOLE_PEOPLES = frozenset({"people", "nation", "population", "civilians"})
TOLL = re.compile(
    r"\b(?:toll|number (?:of )?(?:people |those |the )?(?:dead|deaths|killed))\b.*\b(?:rose|risen|rises|climbed|climbs|jumped|"
    r"increased|reached|passed|stands|stood|soared|surged|now|to)\b"
)
TALLIES = frozenset(f"assault/{name}" for name in ("death-toll", "number-of-dead", "toll-put", "number-put", "bring-toll"))
PARTITIVE = re.compile(r"\bof (?:the|these|those|his|her|their)(?: \w+)?\s$", re.IGNORECASE)
HAPPENED = re.compile(
    r"\b(?:took|taken|occurred|happened|came)\b"
)  # "the worst attack took place in Kano, where gunmen killed 12"
WHERE = re.compile(r", (?:where|when|in which)\b")
PARTED = re.compile(r"[,;:]|\b(?:and|or|but|while|whereas)\b")  # between two verbs of one sentence
HAPPENING = frozenset({"happened", "occurred", "took", "taken", "erupted", "broke"})  # "the violence happened on Friday"
DOERS = frozenset(
    {"gunman", "gunmen", "attacker", "attackers", "assailant", "assailants", "bomber", "bombers", "shooter", "killers",
     "assassins", "murderers", "kidnappers", "hijackers", "raiders", "bandits", "perpetrators"}
)  # fmt: skip  # of one act: "the gunmen fled"
NAMED_BY_VICTIM = frozenset({"killing", "killings", "death", "deaths", "murder", "murders", "assassination"})
ONE_ACT_NOUNS = frozenset(
    {"massacre", "killings", "assassination", "coup", "hijacking", "ambush", "crash"}
)  # with its place a name: "the Houla massacre"; "the fighting in Homs", "the explosion in Damascus" are none
LONG_WORD = STEM = 5  # letters
EMPTY_STEMS = frozenset(
    """about above accor accus after again along among aroun becau befor being below betwe could count daily deman doing
    durin every first forei gover group force having hours inclu leade least local maybe member milit minis month never
    offic often other ough people peopl polit power presi quite repor right secre secon secur shoul since spoke state
    still their there these thing think third those three throu today tryin under until upon using weeks whether wheth
    where which while whose withi witho would years yeste""".split()
)  # stems that say nothing of what a statement is about
SHORT_STEM = 4
SAYING_STEMS = frozenset(
    """accu aske asks back blam call clai conc cond crit deci decl dema deni deno deny dism expr hail hold lash made make
    oppo poin prai pres prom refu reit reje reso said says send stan stat supp take tell that they thre told took urge
    urgi vote vowe want warn with""".split()
)  # triggers that any statement may have
NO_CONTENT: frozenset[str] = frozenset()


def points_back(report: Report) -> bool:
    """Whether a definite noun can mean an act told before: neither the course of things nor "the killing of" somebody."""
    words = report.trigger.casefold().split()
    return not is_course(report) and (
        NAMED_BY_VICTIM.isdisjoint(words) or not any(one.role == "recipient" for one in report.participants)
    )


def target_of(report: Report) -> frozenset[str]:
    """The words of whom or what a noun says that it hit, as new: "the shooting of six monks", "Friday's raid on a bank"; none
    where it takes it up ("the raid on the bank"), of the ground ("areas of the city"), or where a spot is told that decides."""
    start = report.candidate.trigger_start - report.sentence_start
    match = TARGET.match(report.quote[start + len(report.trigger) :])
    if match is None or BLAMED.search(report.quote[:start]) or any(_is_own_spot(place) for place in report.places):
        return NO_CONTENT
    words = WORD.findall(BEHIND_TARGET.sub("", match[1]).casefold())
    return frozenset(word.removesuffix("s") for word in words if len(word) >= SHORT_STEM) - GROUND


def _is_own_spot(place: EventPlace) -> bool:
    return not place.is_inherited and place.place.level in ("point", "place", "district")


def is_named(report: Report) -> bool:
    """Whether the trigger is a noun that with its place names one act: "the Houla massacre"."""
    return not ONE_ACT_NOUNS.isdisjoint(report.trigger.casefold().split())


def is_apart(report: Report) -> bool:
    """Whether the words right before the trigger tell another act: "in a separate raid", "elsewhere, gunmen attacked"."""
    return APART.search(MORE_VICTIMS.sub("", _up_to_trigger(report))) is not None


def is_background(report: Report) -> bool:
    """Whether it is told as what came before the act of its sentence: "days after a raid on Bama in which 12 died"."""
    return BACKGROUND.search(_up_to_trigger(report)) is not None


def is_adding(report: Report) -> bool:
    """Whether the words before the trigger count victims beside those told before: "nine others were also wounded"."""
    return ADDING.search(_up_to_trigger(report)) is not None


def tells_aftermath(report: Report) -> bool:
    """Whether it only tells what became of people told before: "the passengers were killed", "one of the girls was hit", "nine
    others were also wounded"; not of a whole people, and not who else died elsewhere."""
    if not report.candidate.is_result or report.candidate.mode or any(one.role == "actor" for one in report.participants):
        return False
    if is_adding(report):
        return {count.kind for count in report.counts} == {"injured"}
    return any(_is_taken_up(report, one) for one in report.participants if one.role == "recipient")


def tells_toll(report: Report) -> bool:
    """Whether it says what the number of the dead has come to: "the toll rose to 37"."""
    return any(count.kind == "killed" for count in report.counts) and TOLL.search(report.quote.casefold()) is not None


def is_tally(report: Report) -> bool:
    """Whether it is no act, only the number that a toll has come to: "the army put the number of dead at 31"."""
    return report.candidate.frame in TALLIES


def _is_taken_up(report: Report, one: Participant) -> bool:
    if "'s " in one.text or one.name.casefold().rpartition(" ")[2] in WHOLE_PEOPLES:
        return False
    before = report.quote[: (one.start or report.sentence_start) - report.sentence_start]
    return bool(TAKEN_UP.match(one.text) or PARTITIVE.search(before))


def is_consequence(report: Report) -> bool:
    """Whether the trigger is a participle, "injuring three", or says what came of a noun before it, "a raid in which three died":
    of the act that its own sentence tells."""
    is_participle = report.trigger.casefold().endswith("ing")
    return report.candidate.is_result and (is_participle or OF_NOUN.search(_up_to_trigger(report)) is not None)


def has_known_doer(report: Report) -> bool:
    """Whether the act is done by those of an act told before: "the gunmen then stormed the house", "they burned houses"."""
    if report.quote.startswith("They ") and '"' not in report.quote:
        return any(one.start == report.sentence_start for one in report.participants if one.role == "actor")
    doers = [one for one in report.participants if one.role == "actor"]
    if any(one.text.casefold() == "they" and one.name.casefold().rpartition(" ")[2] in DOERS for one in doers):
        return True
    return any(words[0] == "the" and words[-1] in DOERS for one in doers if (words := one.text.casefold().split()))


def _up_to_trigger(report: Report) -> str:
    start = report.candidate.trigger_start - report.sentence_start
    return report.quote[max(0, start - REACH) : start + len(report.trigger)].casefold()


def is_course(report: Report) -> bool:
    """Whether the trigger names the course of things: "the violence", "a crackdown"; but what "happened" is one act."""
    words = report.trigger.casefold().split()
    return not COURSE_NOUNS.isdisjoint(words) and HAPPENING.isdisjoint(words)


def wordings_of(report: Report) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A hash of the words around the trigger, by which copies of a sentence are known, and one of those from the trigger on,
    where a heading or a caption stands before it in one copy; who does it is not among these. Empty where they are too few."""
    start = report.candidate.trigger_start - report.sentence_start
    before = WORD.findall(report.quote[max(0, start - REACH) : start].casefold())
    after = WORD.findall(report.quote[start : start + len(report.trigger) + REACH].casefold())
    first = max(0, len(before) - max(WORDS // 2, WORDS - len(after)))
    window = (before[first:] + after)[:WORDS]
    wording = (hash((len(before) - first, *window)),) if len(window) == WORDS else ()
    return wording, (hash(tuple(after[:WORDS])),) if len(after) >= WORDS else ()


def are_two_acts(one: Report, other: Report) -> bool:
    """Whether one sentence tells the two as two acts, in the order of the text: "shelled the village and stormed it".

    Statements are two as soon as their verbs differ. A noun that points back is the same act unless it is of another kind.
    """
    if one.sentence_start != other.sentence_start:
        return False
    if other.candidate.is_speech_act:
        return one.trigger[:SHORT_STEM].casefold() != other.trigger[:SHORT_STEM].casefold()
    if other.candidate.is_definite:
        kinds = {(each.candidate.event_type, each.candidate.mode) for each in (one, other)}
        return len({event_type for event_type, _ in kinds}) > 1 or len({mode for _, mode in kinds if mode}) > 1
    if HAPPENED.search(one.trigger.casefold()) and WHERE.search(
        other.quote[: other.candidate.trigger_start - other.sentence_start]
    ):
        return False
    between = one.quote[one.candidate.trigger_end - one.sentence_start : other.candidate.trigger_start - one.sentence_start]
    return PARTED.search(between) is not None


def content_of(quote: str, trigger: str) -> frozenset[str]:
    """The stems of a sentence's longer words that are no names, for "withdrawal" and "withdrawing" are of one content.

    A trigger that says by itself what it is about (veto) counts though it is short; it is marked with an `=`.
    """
    first, *rest = WORD.findall(quote) or ("",)
    words = [first.lower(), *(word for word in rest if word.islower())]
    stems = {word[:STEM] for word in words if len(word) >= LONG_WORD} - EMPTY_STEMS
    telling = {word[:SHORT_STEM] for word in trigger.casefold().split() if len(word) >= SHORT_STEM} - SAYING_STEMS
    return frozenset(stems | {f"={stem}" for stem in telling})
