"""The places of every candidate: its own clause first, then its sentence, then what a definite noun refers back to.

Codebook section 4. The finest place comes first. A speech act takes the place of what is threatened, demanded or
criticised, never where it was said; it inherits nothing from other clauses.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.find.measured import are_measured_apart
from pipeline.find.merge import is_worst
from pipeline.find.syntax import ancestors, case_of, dependents
from pipeline.gazetteer import load
from pipeline.gazetteer.countries import country_of
from pipeline.gazetteer.keys import fold
from pipeline.lexicon.words import word_class
from pipeline.records import Argument, Candidate, EventPlace, Place, Reading, Tree
from pipeline.resolve.clauses import is_judging, is_reporting
from pipeline.resolve.part_phrases import part_before
from pipeline.resolve.place_build import LEVELS, NEAR, PRECISION
from pipeline.resolve.place_reference import referred
from pipeline.resolve.place_scene import Scene, Spot, attachment, clause_of, make_scene, preposition, steps
from pipeline.resolve.seats import is_of_speaker, is_seat
from pipeline.resolve.sequel import sequel_of
from pipeline.resolve.topics import is_topic
from pipeline.tag.place_words import words

_WANTING = frozenset({"THREATEN", "REQUEST", "REJECT"})  # what they are about is told by an infinitive
_NARROW_TYPES = frozenset({"CONSULT", "COOPERATE", "AGREE", "PROTEST"})
_SAYING = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})  # where he stands who does it tells nothing
_FELT = frozenset({"ASSAULT", "COERCE", "PROTEST", "DISPLACE"})  # what those who live there tell of
_LOCALS = frozenset("resident villager local inhabitant townspeople neighbour neighbor survivor".split())
_TALKING = frozenset({"CONSULT", "AGREE", "REJECT", "CONCEDE"})  # what may happen where talks are told of
_WIDE_MODES = frozenset({"offensive", "clash", "capture", "siege"})
_FROM = frozenset({"from", "out", "off"})
_SPANNING, _EARLIER = frozenset({"since", "until"}), frozenset({"after", "following", "during"})
_STATIC = frozenset(
    "in at near inside within around across throughout outside on through along"
    " north south east west northeast northwest southeast southwest".split()
) | {""}
_HOLDING = {"place": NEAR, "point": NEAR, "district": 3, "province": 4}  # level of a known place -> precision of what is there
_FINENESS = {"district": 3, "province": 4, "region": 5, "country": 6, "sea": 7}  # a settlement or site: 1
_ROLES = ("origin", "destination", "where")
_CARE = frozenset("treat take bring rush evacuate transport airlift transfer admit hospitalize hospitalise nurse".split())
_TO = frozenset({"to", "into", "toward", "towards", "across", "for", "onto"})


def place_candidates(
    reading: Reading, places: tuple[Place, ...], candidates: tuple[Candidate, ...]
) -> tuple[tuple[EventPlace, ...], ...]:
    """The places of each candidate, the row's place first; empty where the text gives none."""
    scene = make_scene(reading, places)
    found: list[tuple[EventPlace, ...]] = []
    for candidate in candidates:
        placed = _placed(scene, candidate) or tuple(
            EventPlace(_sized(scene, candidate, place), is_inherited=True)
            for place in referred(scene, candidate, candidates[: len(found)], found)
        )
        placed = placed or _of_locals(scene, candidate)
        if all(one.place.level in _FINENESS for one in placed):  # no settlement or site yet
            placed += tuple(EventPlace(place, is_inherited=True) for place in _told_next(scene, candidate))
        found.append(tuple(sorted(placed, key=_order)))
    return tuple(found)


def _of_locals(scene: Scene, candidate: Candidate) -> tuple[EventPlace, ...]:
    """The town or area of which people tell what happened to them: "residents of Agasha said 23 people were killed"."""
    tree = scene.tree(candidate.sentence)
    if tree is None or candidate.event_type not in _FELT:
        return ()
    speakers = [c.speaker.head for c in candidate.modality.claims if c.speaker and c.speaker.sentence == candidate.sentence]
    locals_ = {i for i in speakers if tree.tokens[i].lemma.lower() in _LOCALS}
    spots = (spot for spot in scene.spots[candidate.sentence] if spot.token is not None and spot.place.level != "country")
    near = [spot for spot in spots if not locals_.isdisjoint(ancestors(tree, spot.token or 0))]
    return tuple(EventPlace(_sized(scene, candidate, spot.place), is_inherited=True) for spot in near)


def _told_next(scene: Scene, candidate: Candidate) -> list[Place]:
    """The places of a sentence that goes on "The incident occurred in …"."""
    sequel = sequel_of(scene.reading, candidate)
    return [spot.place for spot in scene.spots[sequel.sentence.index]] if sequel is not None else []


def _placed(scene: Scene, candidate: Candidate) -> tuple[EventPlace, ...]:
    """The places named in the candidate's clause, else in its sentence."""
    own = _own(scene, candidate)
    spots = own or ([] if candidate.is_speech_act else _in_sentence(scene, candidate))
    sized = [_sized(scene, candidate, spot.place) for spot in spots]
    roles = _flight_roles([_role(scene, candidate, spot) for spot in spots])
    return tuple(
        EventPlace(
            _located(place, sized) if "destination" not in roles else place,
            role,
            not own,
            _is_of_part(scene, spot) or _is_around(scene, spot, spots),
        )
        for spot, place, role in zip(spots, sized, roles, strict=True)
    )


def _is_around(scene: Scene, spot: Spot, spots: list[Spot]) -> bool:
    """Whether a place opens the sentence for a finer one in it: "In Gaza, a strike in Rafah killed nine"."""
    tree = scene.tree(spot.sentence)
    is_inner = any(other is not spot and other.place.where_prec == PRECISION["place"] for other in spots)
    if tree is None or spot.token is None or not is_inner:
        return False
    behind = tree.tokens[spot.token + 1].text if spot.token + 1 < len(tree.tokens) else ""
    return spot.token == 1 and behind == "," and preposition(tree, spot.token) == "in"


def _is_of_part(scene: Scene, spot: Spot) -> bool:
    tree = scene.tree(spot.sentence)
    if tree is None or spot.token is None:
        return False
    first = min(i for i in range(len(tree.tokens)) if tree.tokens[i].end > spot.place.start)
    return bool(part_before(tree, first))


def _flight_roles(roles: list[str]) -> list[str]:
    """With a destination told, what stands before it is where people fled from, what follows is coordinated with it."""
    if "destination" not in roles:
        return roles
    turn = roles.index("destination")
    return [role if role != "where" else "origin" if n < turn else "destination" for n, role in enumerate(roles)]


def _located(place: Place, others: list[Place]) -> Place:
    """An unknown settlement or site at the point, and with the precision, of the finest place named with it."""
    known = [other for other in others if other.latitude is not None and other.level in _HOLDING]
    if place.latitude is not None or place.geonames_id is not None or place.level in _FINENESS or not known:
        return place
    at = min(known, key=lambda other: _HOLDING[other.level])
    return replace(
        place, latitude=at.latitude, longitude=at.longitude, where_prec=_HOLDING[at.level], iso3=at.iso3, country=at.country,
        gwno=at.gwno, admin1_name=at.admin1_name, admin1_code=at.admin1_code,
    )  # fmt: skip


def _order(one: EventPlace) -> tuple[int, bool, int, bool, int]:
    """Of a flight where from, then where to; that of a part last; the finest first, the exact before what is near it, in text
    order."""
    fineness = _FINENESS.get(one.place.level, 1)
    is_near = one.place.latitude is not None and one.place.where_prec == NEAR and one.place.geonames_id is not None
    return _ROLES.index(one.role), one.is_of_part, fineness, is_near, one.place.start


def _own(scene: Scene, candidate: Candidate) -> list[Spot]:
    """Adjuncts of the event's words and what stands inside its roles."""
    result = []
    for argument in dict.fromkeys((*candidate.heads, *_role_heads(candidate))):
        tree = scene.tree(argument.sentence)
        for spot in scene.spots[argument.sentence]:
            if tree is None or spot.token is None or spot in result:
                continue
            clauses = steps(tree, spot.token, argument.head, candidate.event_type in _WANTING)
            if clauses is None or _is_home(tree, candidate, spot) or are_measured_apart(tree, spot.token, argument.head):
                continue
            if is_seat(tree, candidate, argument.sentence, spot.token):
                continue
            if any(
                is_worst(tree, above) for above in ancestors(tree, spot.token)
            ):  # "in the deadliest attack in Europe in years"
                continue
            if _belongs(scene, candidate, argument, spot, clauses):
                result.append(spot)
    return result


def _is_home(tree: Tree, candidate: Candidate, spot: Spot) -> bool:
    """Whether the place only says where people or things come from: "killed by gunmen from X". Victims from a town tell it."""
    token = tree.tokens[spot.token or 0]
    if candidate.event_type != "ASSAULT" or spot.place.where_prec == NEAR or preposition(tree, token.i) != "from":
        return False
    at = token.i
    while tree.tokens[at].dep in ("compound", "flat", "nmod:poss") and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    if any(argument.head == at for argument in candidate.heads if argument.sentence == spot.sentence):
        return False  # "the toll from the Ankara bombing"
    above = (at, *ancestors(tree, at))
    is_victim = any(argument.sentence == spot.sentence and argument.head in above for argument in candidate.role("recipient"))
    return tree.tokens[at].dep == "nmod" and (spot.place.level == "country" or not is_victim)


def _role_heads(candidate: Candidate) -> list[Argument]:
    silent = ("speaker", "actor") if candidate.event_type in _SAYING else ("speaker",)
    return [argument for role, arguments in candidate.roles for argument in arguments if role not in silent]


def _belongs(scene: Scene, candidate: Candidate, argument: Argument, spot: Spot, clauses: int) -> bool:
    tree = scene.tree(argument.sentence)
    assert tree is not None
    assert spot.token is not None
    hangs = attachment(tree, spot.token, argument.head) if spot.token != argument.head else spot.token
    is_result = candidate.event_type == "ASSAULT"  # "killed after an attack in X"
    if hangs != spot.token and case_of(tree, hangs) in (_SPANNING if is_result else _SPANNING | _EARLIER):
        return False  # "has held 20 people since the raid on X"
    if candidate.adjuncts is not None and (candidate.ordinal or argument in candidate.heads):
        above = (spot.token, *ancestors(tree, spot.token))
        return any(Argument(argument.sentence, at) in candidate.adjuncts for at in above)
    if candidate.event_type in _SAYING and _is_of_subject(tree, spot.token, argument.head):
        return False
    is_meeting = candidate.frame.startswith("consult/")  # that is planned: it is agreed on, and the place is where it will be
    if candidate.is_speech_act and not is_meeting and argument == candidate.heads[0]:
        return clauses == 1 or (clauses == 0 and not tree.tokens[hangs].dep.startswith("obl"))
    return clauses == 0 or (clauses == 1 and tree.tokens[hangs].dep == "xcomp")


def _is_of_subject(tree: Tree, at: int, verb: int) -> bool:
    """Under the subject of a verb: where he stands who says it."""
    above = (at, *ancestors(tree, at))
    return any(tree.tokens[i].dep == "nsubj" and tree.tokens[i].head == verb for i in above)


def _in_sentence(scene: Scene, candidate: Candidate) -> list[Spot]:
    """Places of other clauses of the sentence, except where the event, or anything else, is being told."""
    tree = scene.tree(candidate.sentence)
    spots = scene.spots[candidate.sentence]
    if tree is None or candidate.adjuncts is not None:
        return [] if candidate.adjuncts is not None else list(spots)
    above = _above(scene, candidate)
    still = [spot for spot in spots if spot.token is not None and _is_static(tree, spot)]
    if is_topic(tree, candidate.heads[0].head):  # the town before it is that of the act that it is about
        still = [spot for spot in still if (spot.token or 0) > candidate.heads[0].head or spot.place.level == "country"]
    clauses = [(spot, clause_of(tree, spot.token)) for spot in still if spot.token is not None]
    return [
        spot
        for spot, verb in clauses
        if not are_measured_apart(tree, spot.token or verb, candidate.heads[0].head)
        and not is_seat(tree, candidate, spot.sentence, spot.token or verb)
        and not is_of_speaker(tree, verb)
        and not (is_judging(tree.tokens[verb]) and _is_of_subject(tree, spot.token or verb, verb))
        and not (candidate.event_type not in _TALKING and _is_of_talks(tree, spot))
        and (
            _is_fronted(tree, spot, verb)
            or (
                not _is_care(candidate, tree, verb)
                and verb not in above
                and (not is_reporting(tree.tokens[verb]) or _owns_up(tree, verb))
            )
        )
    ]


def _is_of_talks(tree: Tree, spot: Spot) -> bool:
    """ "Declared martial law after talks in Tokyo collapsed": the place is that of the talks only."""
    above = ancestors(tree, spot.token) if spot.token is not None else ()
    nouns = (tree.tokens[i] for i in above if tree.tokens[i].tag in ("NN", "NNS"))
    return any(noun.lemma.lower() in word_class("talks") - {"session", "round"} for noun in nouns)


def _is_care(candidate: Candidate, tree: Tree, verb: int) -> bool:
    """Whether the clause tells where the wounded were taken or treated, and not where they were hurt."""
    is_care = tree.tokens[verb].lemma.lower() in _CARE and bool(dependents(tree, verb, "aux:pass"))
    return candidate.event_type == "ASSAULT" and is_care


def _is_fronted(tree: Tree, spot: Spot, verb: int) -> bool:
    """Whether the place opens a sentence of reporting: "In X, police say gunmen killed two" is about X."""
    if spot.token is None or not is_reporting(tree.tokens[verb]):
        return False
    hangs = attachment(tree, spot.token, verb)
    speaker = next((child for child in tree.children[verb] if tree.tokens[child].dep == "nsubj"), -1)
    return tree.tokens[hangs].dep.startswith("obl") and hangs < speaker


def _is_static(tree: Tree, spot: Spot) -> bool:
    """Whether something can be said to be there: in it, at it, or in some direction from it."""
    is_near = spot.place.where_prec == NEAR and spot.place.latitude is not None
    return is_near or (spot.token is not None and preposition(tree, spot.token) in _STATIC)


def _owns_up(tree: Tree, verb: int) -> bool:
    """ "Claimed responsibility for an attack in X": X is where the attack was."""
    return any(tree.tokens[child].lemma.lower() == "responsibility" for child in tree.children[verb])


def _above(scene: Scene, candidate: Candidate) -> set[int]:
    """The verbs that report or govern the candidate's clause: their adjuncts are where it was said. What is told of a person,
    "who was shot on Friday", was not where the sentence meets that person."""
    tree = scene.tree(candidate.sentence)
    assert tree is not None
    at, result = candidate.heads[0].head, set()
    while tree.tokens[at].head != at:
        if tree.tokens[at].dep in ("ccomp", "parataxis"):
            result.add(tree.tokens[at].head)
        if tree.tokens[at].dep == "acl:relcl" and any(tree.tokens[c].tag in ("WP", "WP$") for c in tree.children[at]):
            return result | {*ancestors(tree, at)}
        at = tree.tokens[at].head
    return result | {
        claim.verb.head for claim in candidate.modality.claims if claim.verb and claim.verb.sentence == candidate.sentence
    }


def _role(scene: Scene, candidate: Candidate, spot: Spot) -> str:
    tree = scene.tree(spot.sentence)
    if candidate.event_type != "DISPLACE" or tree is None or spot.token is None:
        return "where"
    heads = [argument.head for argument in candidate.heads if argument.sentence == spot.sentence]
    cases = {case_of(tree, attachment(tree, spot.token, head)) for head in heads if steps(tree, spot.token, head) is not None}
    case = next(iter(cases - {""}), preposition(tree, spot.token))
    return "origin" if case in _FROM else "destination" if case in _TO else "where"


def _sized(scene: Scene, candidate: Candidate, place: Place) -> Place:
    """Of a bare name that is both a town and an area, the one that the kind of event wants."""
    word = country_of(place.name)
    is_capital = word is not None and word == (place.iso3, "capital")
    if place.level != "place" or place.where_prec != PRECISION["place"] or is_capital or not _wants_area(scene, candidate, place):
        return place
    twins = (hit.entry for hit in load().find(fold(place.text)) if hit.entry.kind in ("admin1", "district"))
    area = next((entry for entry in twins if (entry.iso3, entry.admin1) == (place.iso3, place.admin1_code)), None)
    if area is None:
        return place
    return replace(
        place, name=area.name, level=LEVELS.get(area.kind, area.kind), geonames_id=area.geonames_id,
        where_prec=PRECISION[area.kind], latitude=area.latitude, longitude=area.longitude, priogrid_gid=None,
    )  # fmt: skip


def _wants_area(scene: Scene, candidate: Candidate, place: Place) -> bool:
    if candidate.event_type in _NARROW_TYPES:
        return not _is_venue(scene, candidate, place)
    if candidate.event_type in ("ASSAULT", "COERCE"):
        is_told_at_large = not candidate.mode and not candidate.tolls and not _has_one_target(scene, candidate)
        return candidate.mode in _WIDE_MODES or candidate.is_plural or is_told_at_large or _has_many_targets(scene, candidate)
    return True


def _is_venue(scene: Scene, candidate: Candidate, place: Place) -> bool:
    """Whether a meeting is told to be there: the place is an adjunct of its word, not part of what was agreed on."""
    for argument in candidate.heads:
        tree = scene.tree(argument.sentence)
        for spot in scene.spots[argument.sentence]:
            if tree is None or spot.token is None or spot.place != place:
                continue
            if steps(tree, spot.token, argument.head) == 0:
                return True
    return False


def _has_one_target(scene: Scene, candidate: Candidate) -> bool:
    """Whether what is hit is one thing: "attacked a base in Kunduz" is in the town."""
    for argument in candidate.role("recipient"):
        tree = scene.tree(argument.sentence)
        token = tree.tokens[argument.head] if tree is not None else None
        if token is not None and token.tag == "NN" and token.lemma.lower() in word_class("facility"):
            return True
    return False


def _has_many_targets(scene: Scene, candidate: Candidate) -> bool:
    """Whether what is hit are several pieces of ground: posts, positions, villages."""
    for argument in candidate.role("recipient"):
        tree = scene.tree(argument.sentence)
        token = tree.tokens[argument.head] if tree is not None else None
        if token is not None and token.tag in ("NNS", "NNPS") and token.lemma.lower() in words("readings", "grounds"):
            return True
    return False
