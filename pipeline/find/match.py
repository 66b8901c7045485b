"""Frames in one tree: which triggers stand there, with the arguments that fill their roles.

A `Match` is a frame at a head. What several words tell together (light verb and event noun, attack and its dead) is joined in
`merge.py`; whether it really happened is asked in `modality.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from pipeline.find import arguments, syntax
from pipeline.find.walk import Walked, follow, take_union
from pipeline.find.weapons import is_weapon, owner_of_weapon
from pipeline.lexicon.actors import nouns
from pipeline.lexicon.frameset import Beside, Condition, Frame, Trigger, trigger_forms, trigger_index
from pipeline.lexicon.paths import Paths, parse_paths
from pipeline.lexicon.words import word_class
from pipeline.records import PlaceMention, Token, Tree

POSITIONS = {"V": "verb", "N": "noun", "J": "adj"}
NOUN_PLACES = frozenset(("obj", "nsubj", "nsubj:pass", "obl", "nmod"))
ARMED = frozenset(("armed", "masked", "hooded"))
PARTIES = ("actor", "recipient", "supporter", "party")


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of one tree: token index → its place mention, the tokens of time expressions, the forms and lemmas that
    stand in it, and the paths walked so far."""

    places: Mapping[int, PlaceMention]
    times: frozenset[int]
    words: frozenset[str]
    walked: Walked = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Match:
    """A frame at a head token. `words` are the trigger's tokens, `heads` those whose adjuncts belong to the event."""

    frame: Frame
    head: int
    words: tuple[int, ...]
    heads: tuple[int, ...]
    roles: tuple[tuple[str, tuple[int, ...]], ...]
    mode: str
    tolls: tuple[tuple[str, int, str], ...] = ()  # (kind, argument, whose)
    outcome: str = ""
    is_result: bool = False

    def role(self, name: str) -> tuple[int, ...]:
        """The tokens that fill a role."""
        return next((tokens for role, tokens in self.roles if role == name), ())

    def with_role(self, name: str, tokens: tuple[int, ...]) -> Match:
        """The same match with one role filled otherwise."""
        others = tuple((role, filled) for role, filled in self.roles if role != name)
        return replace(self, roles=(*others, (name, tokens)) if tokens else others)


def passes(tree: Tree, i: int, words: frozenset[str], marks: Marks) -> bool:
    """The token is one of the words, or meets one of the token tests among them."""
    token = tree.tokens[i]
    return (
        token.lemma.lower() in words
        or token.text.lower() in words
        or ("gunman" in words and is_armed(tree, i))
        or ("@named" in words and token.tag in ("NNP", "NNPS"))
        or ("@pronoun" in words and token.tag == "PRP")
        or ("@number" in words and token.tag == "CD")
        or ("@plural" in words and token.tag in ("NNS", "NNPS"))
        or ("@place" in words and i in marks.places)
        or ("@demonym" in words and i in marks.places and marks.places[i].kind == "demonym")
    )


def is_armed(tree: Tree, i: int) -> bool:
    """ "Armed men", "masked youths": whoever a frame takes gunmen, it takes them."""
    before = i - 1
    if before < 0 or tree.tokens[before].text.lower() not in ARMED or tree.tokens[before].head != i:
        return False
    return tree.tokens[i].lemma.lower() in word_class("people")


def holds(tree: Tree, head: int, condition: Condition, marks: Marks) -> bool:
    """A `where` condition: some token on the path is allowed, none is forbidden. An event noun need not name what a verb must."""
    may_be_missing = not condition.is_required and (condition.is_optional or not syntax.is_verbal(tree.tokens[head]))
    if condition.is_literal and not may_be_missing and condition.allow.isdisjoint(marks.words):
        return False  # what must be there stands nowhere in the sentence
    if condition.is_absent:
        return not follow(tree, head, condition.paths, marks.walked)
    lists = [together(tree, head, i) for i in follow(tree, head, condition.paths, marks.walked)]
    found = [i for each in lists for i in each]
    if not found and condition.is_required:
        return False
    if any(is_forbidden(tree, each, condition.forbid, marks) for each in lists):
        return False
    if not condition.allow or (not found and may_be_missing):
        return True
    return any(passes(tree, i, condition.allow, marks) for i in found)


def together(tree: Tree, head: int, i: int) -> list[int]:
    """A token with what is coordinated with it, and what it is some of ("several of the camps"); of what governs the trigger,
    only itself: "said 778 fled and ordered …"."""
    if tree.tokens[head].head == i:
        return [i]
    return [n for c in syntax.conjuncts(tree, i) for n in (c, *syntax.parted(tree, c))]


def is_forbidden(tree: Tree, coordinated: list[int], forbid: frozenset[str], marks: Marks) -> bool:
    """One of the coordinated words is forbidden, and none of the others are people: "killed 20 herders and 83 cows"."""
    others = [i for i in coordinated if not passes(tree, i, forbid, marks)]
    return len(others) < len(coordinated) and not any(tree.tokens[i].lemma.lower() in word_class("people") for i in others)


def beside(tree: Tree, head: int, trigger: Trigger, marks: Marks) -> tuple[int, ...] | None:
    """The tokens that complete a trigger, None when one of its conditions is not met."""
    out: list[int] = []
    for need in trigger.beside:
        if need.is_literal and need.words.isdisjoint(marks.words):
            return None
        found = standing(tree, head, need, marks)
        if not found:
            return None
        if not need.is_open:
            out += found
    return tuple(out)


def standing(tree: Tree, head: int, need: Beside, marks: Marks) -> list[int]:
    """The tokens that meet one condition beside a trigger."""
    if need.where == "particle":
        near = [c for c in tree.children[head] if tree.tokens[c].dep in ("compound:prt", "advmod", "obl", "case", "mark")]
        near += [head + 1] if head + 1 < len(tree.tokens) else []
        near += [g for c in tree.children[head] for g in tree.children[c] if tree.tokens[g].dep in ("case", "fixed")]
        found = [c for c in near if tree.tokens[c].text.lower() in need.words]
        return [c for c in found if tree.tokens[c].head not in marks.times][:1]  # "called the mayor on Monday"
    if need.where == "own particle":
        own = syntax.dependents(tree, head, "compound:prt", "advmod")
        return [c for c in own if tree.tokens[c].text.lower() in need.words and syntax.first(tree, c, "obj", "nmod") is None]
    if need.where == "before":
        near = list(range(max(0, head - len(need.words)), head))
        found = [i for i in near if {tree.tokens[i].lemma.lower(), tree.tokens[i].text.lower()} & need.words]
        return found if len(found) == len(need.words) else []
    if need.where == "case":
        return [c for c in tree.children[head] if tree.tokens[c].dep == "case" and tree.tokens[c].text.lower() in need.words]
    assert not isinstance(need.where, str)
    reached = follow(tree, head, need.where, marks.walked)
    named = [i for i in reached if not need.words or passes(tree, i, need.words, marks) or is_titled(tree, i, need.words)]
    return [i for i in named if i not in marks.times or tree.tokens[i].text.lower() in need.words][:1]


def is_titled(tree: Tree, i: int, words: frozenset[str]) -> bool:
    """A name with one of the words as its title: "summoned Chinese ambassador Li Wei"."""
    titles = syntax.dependents(tree, i, "nmod:desc", "compound") if tree.tokens[i].text[:1].isupper() else []
    return any(tree.tokens[c].lemma.lower() in words for c in titles)


def role_tokens(tree: Tree, head: int, role: str, paths: Paths, taken: Collection[int], marks: Marks) -> tuple[int, ...]:
    """The tokens that fill a role, coordination spread out: those of the first union of paths that leads to any that may."""
    for union in paths:
        spread = (
            n
            for i in take_union(tree, head, union, marks.walked)
            for c in syntax.conjuncts(tree, i)
            for n in ((c,) if syntax.is_nominal(tree.tokens[c]) else syntax.parted(tree, c))
        )
        doers = (n if role != "actor" or (own := owner_of_weapon(tree, n, marks.places)) is None else own for n in spread)
        kept = tuple(dict.fromkeys(i for i in doers if i not in taken and can_fill(tree, i, head, role, marks)))
        if kept:
            return kept
    return ()


def can_fill(tree: Tree, i: int, head: int, role: str, marks: Marks) -> bool:
    """A noun phrase may fill a role; a day or a weapon is no party. Before an event noun ("Idlib offensive", "rocket attack")
    only a party may stand: a name that is no place, a demonym, or a noun for people."""
    token = tree.tokens[i]
    if not syntax.is_nominal(token) or i == head or i in marks.times or token.text.lower() in arguments.EXPLETIVE:
        return False
    if role in PARTIES and is_mere_force(tree, i):
        return False
    if role in PARTIES and is_weapon(tree, i):
        return False
    if role == "party" and not is_party(token, i in marks.places):
        return False
    if role in PARTIES and token.dep in ("compound", "amod"):
        return is_party_before(token, marks.places.get(i))
    return not (token.pos == "ADJ" and token.dep == "amod")


def is_mere_force(tree: Tree, i: int) -> bool:
    """ "Force" of "threatened to use force", which is nobody."""
    bare = syntax.first(tree, i, "det", "amod", "compound", "nmod:poss") is None
    return tree.tokens[i].text.lower() == "force" and bare


def is_party(token: Token, is_place: bool) -> bool:
    """Somebody who can be spoken to or of: a name, a country, people or an institution; not "the violence"."""
    if is_place or token.tag not in ("NN", "NNS"):
        return True
    words = {token.lemma.lower(), token.text.lower()}
    return not words.isdisjoint(word_class("party")) or not words.isdisjoint(role_heads())


@cache
def role_heads() -> frozenset[str]:
    """The last words of all that the actor lexicon knows as people or groups: "services" of "security services"."""
    return frozenset(words.split()[-1] for words, noun in nouns().items() if noun.kind in ("person", "group"))


def is_party_before(token: Token, place: PlaceMention | None) -> bool:
    """A modifier of an event noun names a party."""
    if place is not None:
        return place.kind in ("demonym", "country")
    if token.tag in ("NNP", "NNPS"):
        return True
    return token.lemma.lower() in word_class("armed")


def find_frame(tree: Tree, i: int, pos: str, marks: Marks) -> tuple[Frame, tuple[int, ...]] | None:
    """The first frame that a word triggers with all its conditions met, with the trigger's other tokens."""
    token = tree.tokens[i]
    for frame, trigger in trigger_index().get((token.text.lower(), pos), ()):
        words = beside(tree, i, trigger, marks) if trigger.beside else ()
        if words is not None and all(holds(tree, i, c, marks) or is_replaced(tree, i, trigger, c, marks) for c in frame.where):
            return frame, words
    return None


def is_replaced(tree: Tree, head: int, trigger: Trigger, condition: Condition, marks: Marks) -> bool:
    """What the frame asks of an object, of a verb that has a phrase in its place: "stormed the base", "burst into the base"."""
    is_asked = condition.paths == parse_paths("obj") and not condition.is_required
    return is_asked and trigger.has_phrase and not follow(tree, head, condition.paths, marks.walked)


def part_of_speech(token: Token) -> str | None:
    """verb, noun or adj as triggers tell them apart; an "adjective" that stands where a noun must is one ("the offensive")."""
    pos = POSITIONS.get(token.tag[:1])
    return "noun" if pos == "adj" and token.dep in NOUN_PLACES else pos


def is_modifier(tree: Tree, i: int) -> bool:
    """A noun before another noun: part of a name or a kind of thing ("liberation front", "attack helicopters")."""
    return tree.tokens[i].dep in ("compound", "amod", "flat")


def is_in_name(tree: Tree, i: int) -> bool:
    """A capitalised word of an organisation's name: "Movement for the Liberation of the South", "Rally for Culture"."""
    token = tree.tokens[i]
    if is_body(token) and any(is_name_of(tree, c) for c in tree.children[i] if c > i):
        return True
    while token.dep in ("nmod", "conj") and token.text[:1].isupper() and token.tag.startswith("NNP"):
        token = tree.tokens[token.head]
        if is_body(token):
            return True
    return False


def is_body(token: Token) -> bool:
    """A capitalised noun for an organisation: "Front", "Rally"."""
    return token.text[:1].isupper() and not token.text.isupper() and token.lemma.lower() in word_class("body")


def is_name_of(tree: Tree, i: int) -> bool:
    """A capitalised word right behind "of" or "for"."""
    return tree.tokens[i].tag.startswith("NNP") and syntax.case_of(tree, i) in ("of", "for")


def is_premodifier(tree: Tree, i: int) -> bool:
    """A bare past participle with an object stands before its noun, whatever the tree says: "doctors treating injured men"."""
    token = tree.tokens[i]
    if token.tag != "VBN" or token.dep not in ("xcomp", "advcl", "acl") or syntax.first(tree, i, "aux", "aux:pass") is not None:
        return False
    return syntax.first(tree, i, "obj") is not None


def is_of_body(tree: Tree, i: int) -> bool:
    """ "Beheaded bodies", which somebody finds."""
    return tree.tokens[tree.tokens[i].head].lemma.lower() in ("body", "corpse", "remains")


def match_at(tree: Tree, i: int, marks: Marks) -> Match | None:
    """The frame at a token, with its roles filled; None when there is none."""
    pos = part_of_speech(tree.tokens[i])
    if pos is None or tree.tokens[i].dep in ("aux", "aux:pass", "cop"):
        return None
    if tree.tokens[i].dep == "amod" and pos == "verb" and (arguments.gapped_subject(tree, i) is None or is_of_body(tree, i)):
        return None  # "the occupied town": a state
    if is_premodifier(tree, i):
        return None
    if pos == "noun" and (i in marks.times or is_modifier(tree, i) or is_in_name(tree, i)):
        return None  # "a vote on March 10", "attack helicopters", "Front for the Defence of …"
    found = find_frame(tree, i, pos, marks)
    if found is None:
        return None
    frame, words = found
    table = frame.noun_roles if pos == "noun" else frame.verb_roles
    roles = fill_roles(tree, i, table, without_people(tree, frame, words), frame.is_speech_act, marks)
    roles = roles if words else victims_first(tree, i, frame, roles)
    kind = toll_kind(tree, i, frame)
    tolls = tuple((kind, t, frame.whose) for t in counted(tree, i, frame, dict(roles), marks)) if kind else ()
    return Match(frame, i, (i, *words), (i, *words), roles, frame.mode, tolls, frame.outcome, bool(frame.toll))


def toll_kind(tree: Tree, head: int, frame: Frame) -> str:
    """What becomes of those whom the frame hits: its own toll, or death of "fatally shot"; of other acts nothing is said."""
    is_fatal = any(tree.tokens[c].text.lower() in ("fatally", "mortally") for c in syntax.dependents(tree, head, "advmod"))
    return frame.toll or ("killed" if is_fatal and frame.event_type == "ASSAULT" else "")


def without_people(tree: Tree, frame: Frame, words: tuple[int, ...]) -> tuple[int, ...]:
    """The words of a trigger that nobody is: "hostages" of "handed over four hostages" are who is counted."""
    if not frame.toll:
        return words
    return tuple(i for i in words if tree.tokens[i].lemma.lower() not in word_class("people") | word_class("captive"))


def fill_roles(
    tree: Tree, head: int, table: tuple[tuple[str, Paths], ...], words: tuple[int, ...], is_speech_act: bool, marks: Marks
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The roles of a frame at a head. Words of the trigger fill none (but a topic), and nobody is actor and recipient at once."""
    filled: dict[str, tuple[int, ...]] = {}
    for role, paths in table:
        taken = {head, *(words if role != "topic" else ()), *(filled.get("actor", ()) if role == "recipient" else ())}
        limit = "party" if role == "recipient" and is_speech_act else role
        filled[role] = role_tokens(tree, head, limit, paths, taken, marks)
    return tuple((role, tokens) for role, tokens in filled.items() if tokens)


def victims_first(
    tree: Tree, head: int, frame: Frame, roles: tuple[tuple[str, tuple[int, ...]], ...]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The roles with who is hit where it stands as a doer would: "people killed" without "was", "the mayor's murder"."""
    filled = dict(roles)
    if tree.tokens[head].lemma.lower() in word_class("done_to"):
        return owned_by_victim(tree, filled)
    subject = syntax.first(tree, head, "nsubj")
    if frame.toll not in ("killed", "injured") or frame.counted or tree.tokens[head].tag not in ("VBN", "VBD"):
        return roles
    if "recipient" in filled or subject not in filled.get("actor", ()) or arguments.deep_object(tree, head) is not None:
        return roles
    is_counted = syntax.first(tree, subject, "nummod") is not None
    if tree.tokens[subject].lemma.lower() in word_class("armed") and not is_counted:
        return roles  # "the rebels killed and looted"
    filled["recipient"] = filled.pop("actor")
    return tuple(filled.items())


def owned_by_victim(tree: Tree, filled: dict[str, tuple[int, ...]]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The roles of a noun for what is done to somebody: its owner is who it is done to, unless armed or somebody else is."""
    owners = tuple(i for i in filled.get("actor", ()) if is_owner(tree, i))
    if owners and owners == filled["actor"] and "recipient" not in filled:
        filled["recipient"] = filled.pop("actor")
    return tuple(filled.items())


def is_owner(tree: Tree, i: int) -> bool:
    """A possessor that is nobody armed, or one coordinated with it."""
    token = tree.tokens[i]
    owner = tree.tokens[token.head] if token.dep == "conj" else token
    return owner.dep == "nmod:poss" and token.lemma.lower() not in word_class("armed")


def counted(tree: Tree, head: int, frame: Frame, roles: dict[str, tuple[int, ...]], marks: Marks) -> tuple[int, ...]:
    """Whom or what a frame counts: its recipients, or what its own paths lead to; of "nine deaths" the deaths."""
    if not frame.counted:
        is_number = tree.tokens[head].tag == "NNS" and syntax.first(tree, head, "nummod") is not None
        return roles.get("recipient", ()) or ((head,) if is_number else ())
    return role_tokens(tree, head, "counted", frame.counted, (), marks)


def match_tree(tree: Tree, marks: Marks) -> list[Match]:
    """Every frame in a tree, in text order; a token triggers one frame, and a word that completes a trigger none of its own."""
    forms = trigger_forms()
    found = [m for t in tree.tokens if t.text.lower() in forms and (m := match_at(tree, t.i, marks)) is not None]
    taken = {w for m in found for w in m.words[1:]}
    return [m for m in found if m.head not in taken]
