"""Objects, and what belongs to them, under the right verb.

hacked to death ten people      read with the people as an object of "death": a noun has none
handed four hostages over to X  read with "over" under the hostages: it belongs to the verb, as does what follows it
freed two captured policemen    read with the number as the object and "captured" as a verb: it describes them
took 400 peacekeepers hostage   read as one compound noun: the peacekeepers are taken
left ten of the guards dead     read with "dead" as an adjective of the guards: it is what they are left as
called the move an outrage      read with two objects: the second says what the first is called
lent Chad $20 million           read as a kind of dollars: it is who gets them
offered to host talks           read as an offer to "host talks": behind such a verb stands an infinitive
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.columns import NOUNS, Columns, dependents, having, relations_of
from pipeline.parse.present import present_forms
from pipeline.parse.repairs.moves import rehang

CALLING = frozenset(
    "call calls called calling considered considers consider deemed deems deem labelled labeled dubbed branded declared termed"
    " named proclaimed designated designates".split()
)
CARRYING_ON = frozenset("continue continues continued hold holds held resume resumes resumed launch launched".split())
MONEY = frozenset(("$", "€", "£", "¥"))
CAPTIVES = frozenset(("hostage", "prisoner", "captive"))
LEFT = frozenset(("left", "leave", "leaves", "leaving"))
LEFT_AS = frozenset(("dead", "wounded", "injured", "hurt", "homeless"))
BESIDE = frozenset(("advcl", "acl", "xcomp", "dep"))
_FAR = 4  # words from "dead" up to "left"
WITH_INFINITIVE = frozenset(
    "offer offers offered agree agrees agreed vow vows vowed refuse refuses refused threaten threatens threatened promise"
    " promises promised pledge pledges pledged plan plans planned want wants wanted decide decides decided decline declined"
    " begin began begun attempt attempted tried prepared ready".split()
)
GIVING = frozenset(("gave", "give", "gives", "given", "giving"))
GIVEN_TIME = frozenset("hour hours day days week weeks month months".split())


def raise_object(words: Sequence[str], columns: Columns) -> Columns | None:
    """An object of a noun in a prepositional phrase, given to the verb that the phrase belongs to."""
    for i in having(columns, "obj"):
        noun = columns.heads[i]
        is_phrase = columns.tags[noun] in ("NN", "NNS") and columns.deps[noun] == "obl"
        if not is_phrase and not (columns.tags[noun] == "JJ" and columns.deps[noun] == "xcomp"):  # "set ablaze a church"
            continue
        verb = columns.heads[noun]
        if columns.tags[verb].startswith("VB") and not any(columns.deps[c] == "obj" for c in dependents(columns, verb)):
            return rehang(columns, i, verb, "obj")
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
        if columns.deps[captive] not in ("obj", "xcomp", "conj") or columns.tags[noun] not in ("NNS", "NNPS"):
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        is_second = deps[captive] == "conj"  # "took a priest and ten nuns hostage"
        verb = heads[heads[captive]] if is_second else heads[captive]
        heads[noun], deps[noun] = heads[captive], "conj" if is_second else "obj"
        heads[captive], deps[captive] = verb, "xcomp"
        for c in dependents(columns, captive):
            if c < noun:
                heads[c] = noun
        return Columns(columns.tags, deps, heads)
    return None


def part_dead(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "Dead" behind a noun that it seems to describe, as what the people are left as."""
    for i in (i for dep in ("amod", "acl") for i in having(columns, dep)):
        if words[i].lower() not in LEFT_AS or i < columns.heads[i]:
            continue
        above = i
        for _ in range(_FAR):
            above = columns.heads[above]
            if words[above].lower() in LEFT and columns.tags[above].startswith("VB"):
                return rehang(columns, i, above, "xcomp")
    return None


def free_infinitive(words: Sequence[str], columns: Columns) -> Columns | None:
    """A verb behind "to", read as a noun or as one half of a compound, as the infinitive that the verb before it asks for."""
    for to in having(columns, "case"):
        verb = to + 1
        if words[to] != "to" or verb == len(words) or words[verb] not in present_forms() or words[verb].endswith("s"):
            continue
        noun = columns.heads[to]
        above = columns.heads[noun]
        is_half = noun > verb and columns.heads[verb] == noun and columns.deps[verb] in ("compound", "amod")
        if words[above].lower() not in WITH_INFINITIVE or not (is_half or (noun == verb and columns.tags[verb] == "VB")):
            continue
        tags, deps, heads = list(columns.tags), list(columns.deps), list(columns.heads)
        tags[to], deps[to], heads[to] = "TO", "mark", verb
        tags[verb], deps[verb], heads[verb] = "VB", "xcomp", above
        if is_half:
            deps[noun], heads[noun] = "obj", verb
        return Columns(tags, deps, heads)
    return None


def call_predicate(words: Sequence[str], columns: Columns) -> Columns | None:
    """What somebody or something is called, read as an object, as the predicate: "called the move | a provocation"."""
    for noun in having(columns, "obj"):
        verb = columns.heads[noun]
        if words[verb].lower() not in CALLING or noun < verb:
            continue
        own = dependents(columns, verb)
        before = any(columns.deps[c] == "obj" and verb < c < noun for c in own)
        is_joined = any(columns.deps[c] in ("cc", "case") for c in dependents(columns, noun))
        if (before or any(columns.deps[c] == "aux:pass" for c in own)) and not is_joined:
            return rehang(columns, noun, verb, "xcomp")
    return None


def give_amount(words: Sequence[str], columns: Columns) -> Columns | None:
    """Who is given an amount of money, read as a part of it, as the indirect object: "lent Chad $20 million"."""
    for name in having(columns, "compound"):
        money = columns.heads[name]
        is_money = words[money] in MONEY and columns.deps[money] == "obj" and name == money - 1
        if is_money and columns.tags[name] in NOUNS and columns.heads[money] < name:
            return rehang(columns, name, columns.heads[money], "iobj")
    for name in having(columns, "obj"):
        money, verb = name + 1, columns.heads[name]
        is_money = money < len(words) and words[money] in MONEY
        is_given = is_money and (columns.deps[money], columns.heads[money]) == ("obj", verb)
        if is_given and columns.tags[name] in NOUNS:
            return rehang(columns, name, verb, "iobj")
    return None


def free_purpose(words: Sequence[str], columns: Columns) -> Columns | None:
    """An infinitive behind an object of what one goes on with, "continue talks to prevent a war", as what it is done for."""
    for i in having(columns, "xcomp"):
        verb = columns.heads[i]
        has_object = any(columns.deps[c] == "obj" and c < i for c in dependents(columns, verb))
        if has_object and columns.tags[i] == "VB" and words[verb].lower() in CARRYING_ON:
            return rehang(columns, i, verb, "advcl")
    return None


def clause_infinitive(words: Sequence[str], columns: Columns) -> Columns | None:
    """An infinitive read as a phrase with the preposition "to", as the clause that the verb before it asks for."""
    for i in having(columns, "advcl"):
        verb = columns.heads[i]
        is_bare = i > verb and columns.tags[i - 1] == "TO" and columns.heads[i - 1] == i
        is_asked = words[verb].lower() in WITH_INFINITIVE and columns.tags[verb].startswith("VB")
        if is_bare and is_asked and not relations_of(columns, verb) & {"obj", "aux:pass", "xcomp", "ccomp"}:
            return rehang(columns, i, verb, "xcomp")
    for i in having(columns, "obl"):
        to = next((c for c in dependents(columns, i) if words[c].lower() == "to" and c == i - 1), None)
        verb = columns.heads[i]
        if to is None or columns.tags[i] != "VB" or words[verb].lower() not in WITH_INFINITIVE or verb > i:
            continue
        tags, deps = list(columns.tags), list(columns.deps)
        tags[to], deps[to], deps[i] = "TO", "mark", "xcomp"
        return Columns(tags, deps, columns.heads)
    return None


def give_time(words: Sequence[str], columns: Columns) -> Columns | None:
    """The days that somebody is given to do something, read as part of who they are, as what is given: "gave the men who hold
    the port two days to leave"."""
    for unit in having(columns, "obl:unmarked", "obj", "nmod:unmarked", "compound"):
        to = unit + 1
        if words[unit].lower() not in GIVEN_TIME or to + 1 >= len(words) or words[to].lower() != "to":
            continue
        verb, inner = unit, False
        while columns.heads[verb] != verb and words[verb].lower() not in GIVING:
            verb = columns.heads[verb]
            inner = inner or (columns.deps[verb] == "obj" and words[columns.heads[verb]].lower() in GIVING)
        person = next((c for c in dependents(columns, verb) if columns.deps[c] == "obj" and verb < c < unit), None)
        task = columns.heads[to]
        if words[verb].lower() not in GIVING or not inner or person is None or columns.tags[task] != "VB":
            continue
        deps, heads = list(columns.deps), list(columns.heads)
        deps[person] = "iobj"
        deps[unit], heads[unit] = "obj", verb
        deps[task], heads[task] = "acl", unit
        return Columns(columns.tags, deps, heads)
    return None


def seat_unwelcome(words: Sequence[str], columns: Columns) -> Columns | None:
    """ "Declared Perez persona non grata", read as one name, as what Perez is declared."""
    if "grata" not in words:
        return None
    last = words.index("grata")
    first, person = last - 2, last - 3
    verb = next((i for i in range(person, -1, -1) if columns.tags[i] in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG")), None)
    if person < 0 or words[first] != "persona" or verb is None:
        return None
    deps, heads = list(columns.deps), list(columns.heads)
    is_passive = any(columns.deps[c] == "aux:pass" for c in dependents(columns, verb))
    if person > verb and not is_passive:
        inside = range(verb + 1, first)
        for i in inside:
            if heads[i] >= first:
                heads[i], deps[i] = person, deps[i] if i < person else "obj"
        deps[person], heads[person] = "obj", verb
    for i, head, dep in ((first, last, "compound"), (first + 1, last, "compound"), (last, verb, "xcomp")):
        deps[i], heads[i] = dep, head
    return Columns(columns.tags, deps, heads) if (deps, heads) != (columns.deps, columns.heads) else None
