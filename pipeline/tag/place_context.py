"""Whether a known name in its context is a place: the rules in the order in which they decide.

Every rule is a function of one `Seen` name and gives True, False or nothing; the first that speaks decides. What speaks
for a place outside the name itself (a locative word, a state behind the comma, a noun such as "city") is evidence that
counts for the same name in the whole document; what speaks for a person does so too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.gazetteer import load
from pipeline.gazetteer.keys import fold
from pipeline.gazetteer.store import Hit
from pipeline.records import Sentence
from pipeline.tag.place_detail import PlaceDetail, singular_head
from pipeline.tag.place_names import SHORT, Piece
from pipeline.tag.place_words import false_friends, is_small, ordinary, words

WELL_KNOWN = 200_000  # inhabitants from which a single word needs no further evidence
LARGE = 300_000  # inhabitants from which "in X" is a place though x is a word too
KNOWN = 20_000  # inhabitants from which "to X" and "from X" are evidence
_ATTACKED = frozenset({"attacked", "raided", "torched", "burned", "retook", "recaptured"})  # what stands behind is ground
_COUNTY = frozenset({"co", "county"})  # in front of the name in Ireland
_LOUD_WORDS = frozenset({"CAR", "US", "ARENA", "arena"})  # acronyms that in capitals are English words
SMALL = 1_000  # inhabitants from which a place of a documented country needs no further evidence
_LOCAL_PRESS = frozenset({"USA", "GBR", "CAN", "AUS", "IRL", "NZL"})  # where towns are called like people
_WIDE = frozenset({"country", "admin1", "region", "continent", "sea", "feature", "district"})
_CONTAINER = re.compile(r",? ?[(,] ?([A-Z][\w.'’-]*(?: [A-Z][\w'’-]+)?)")
_IN_AREA = re.compile(r" in (?:the )?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)")
_HOME = re.compile(r"\d, of $")
_PEOPLE_FROM = re.compile(r"\b([a-z]+|\d0s),? from $")
_INHABITANTS = re.compile(r"\b(?:residents|people|villagers|inhabitants|citizens|natives|councillors) (?:of|from) $", re.I)
_FORMER = re.compile(r"\b(?:former |ex-|one-time |post-)$", re.I)
_REPUBLIC = re.compile(r" (?:republic|state|colony|colonies|satellite|dominion|bloc)", re.I)
_STRUCK = re.compile(r"\b(?:shelling|bombing|bombardment|siege|storming) of $")
_PART_OF = re.compile(r"\b(?:cent(?:re|er)|heart|outskirts|streets|suburbs?) of $")
_ATTACK_ON = re.compile(r"\b(?:attacks?|raids?|assaults?|offensives?|airstrikes?|strikes?) on $")
_AT_THE = re.compile(r"\b(?:at|in|near|outside|inside|into) (?:the|an?) (?:[a-z]+ )?$")
_SITE = re.compile(r" (?:[a-z]+ (?:and [a-z]+ )?)?([a-z]+)\b")
_STREET = re.compile(r" ([A-Z][\w'’-]+) (?:[Rr]oad|[Ss]treet|[Aa]venue|[Hh]ighway|[Bb]oulevard)\b")
_PARTS = frozenset("old new upper lower greater inner outer".split())  # of a town: "Old Bayji"
_MODEL = re.compile(r"[ -]\d+\w? (?:[a-z-]+ )?(?:missile|rocket|drone|jet|tank|torpedo|howitzer)s?\b")
_SPEAKS = re.compile(
    r",? (?:said|says|told|added|adds|testified|explained|noted|wrote|replied|recalled|argued|asked|thinks|believes)\b"
)


_OWN_WORDS = re.compile(r"((?:[A-ZÀ-Þ][\w'’-]+\.? ){1,3})$")
_PARTICLE = re.compile(r"\b(?:dos|das|van|von|bin|ibn|ould) $")  # of a surname: "an ally of dos Santos"
_DOUBLE_SURNAME = re.compile(r" [Yy] [A-ZÀ-Þ]\w+")
_OF_FAMILY = re.compile(r" (?:de|del|von|van|bin|DE|DEL|VON|VAN|BIN)(?: (?:la|los|las|LA|LOS|LAS))? [A-ZÀ-Þ]\w+")


@dataclass(slots=True)
class Seen:
    """A known name where it stands. `before` and `after` are the folded words that touch it (one space), "" if none."""

    start: int
    end: int
    piece: Piece
    hits: tuple[Hit, ...]
    sentence: Sentence
    before: str
    after: str
    cue: str  # lower-case word in front of it
    ahead: str  # text in front of it, inside its sentence
    following: str  # text behind it
    detail: PlaceDetail
    is_loud: bool = False  # in a sentence set in capitals
    kind: str = field(init=False)  # demonym, or the kind of the best entry
    evidence: bool | None = None  # what `has_evidence` found, asked by several rules

    def __post_init__(self) -> None:
        self.kind = "demonym" if self.hits[0].form == "demonym" else self.hits[0].entry.kind

    @property
    def is_initial(self) -> bool:
        """Begins its sentence."""
        return self.start == self.sentence.start

    @property
    def is_strong(self) -> bool:
        """A name that needs no evidence: countries, provinces, regions, several words, or a large city."""
        if self.kind in _WIDE:
            return True
        return self.hits[0].form == "name" and (" " in self.piece.key or self.hits[0].entry.population >= WELL_KNOWN)


def has_evidence(seen: Seen) -> bool:
    """Whether the words around the name say that it is a place."""
    if seen.evidence is None:
        seen.evidence = _find_evidence(seen)
    return seen.evidence


def _find_evidence(seen: Seen) -> bool:
    if seen.detail.head and seen.detail.head != "border":
        return True
    if (
        is_contained(seen.following)
        or _is_in_its_area(seen)
        or _HOME.search(seen.ahead)
        or seen.following[1:].split(" ", 1)[0] in words("nouns", "people")
        or _STRUCK.search(seen.ahead)
        or _PART_OF.search(seen.ahead)
        or _is_attacked(seen)
        or _has_site(seen)
        or _are_people_from(seen)
    ):
        return True
    if seen.before:
        return seen.before in words("cues", "directions") or seen.before in _COUNTY
    if seen.cue in words("cues", "strict") or seen.detail.direction or seen.after in words("nouns", "offices"):
        return True
    is_half = bool(seen.after) and not is_small(seen.after) and seen.after not in words("nouns", "offices")  # at Maraba Foron
    return seen.cue in words("cues", "locative") and seen.hits[0].entry.population >= KNOWN and not is_half


def _is_attacked(seen: Seen) -> bool:
    """Whether it is the ground of an attack, and no name of a town where towns are called like people: "an attack on X"."""
    homes = {hit.entry.iso3 for hit in seen.hits}
    is_given = seen.piece.words in words("names", "given")
    is_whole = not seen.after or is_small(seen.after) or seen.after in words("nouns", "offices")
    return bool(_ATTACK_ON.search(seen.ahead)) and is_whole and not is_given and homes.isdisjoint(_LOCAL_PRESS)


def _has_site(seen: Seen) -> bool:
    """Whether a noun for a site there stands right behind it: "at the X vegetable market"; not where towns are called like
    people ("at the Jackson house")."""
    match = _SITE.match(seen.following)
    if match is None or seen.after or not _AT_THE.search(seen.ahead) or seen.piece.words in words("names", "given"):
        return False
    homes = {hit.entry.iso3 for hit in seen.hits}
    return match.group(1) in words("readings", "sites") and homes.isdisjoint(_LOCAL_PRESS)


def _are_people_from(seen: Seen) -> bool:
    """Whether people are said to be from there: "a man from X", "the driver, from X", "residents of X"."""
    if _INHABITANTS.search(seen.ahead):
        return True
    match = _PEOPLE_FROM.search(seen.ahead)
    return match is not None and (match.group(1) == "people" or match.group(1) in words("nouns", "people"))


def is_person(seen: Seen) -> bool:
    """Whether the words around the name say that it is somebody: a given name or title in front, "said" behind."""
    if seen.piece.words.split()[0] in words("names", "given") and seen.before in words("names", "titles"):
        return True  # "Prime Minister Pedro Sanchez", though a town has that name
    if seen.piece.key != seen.piece.words or " " in seen.piece.key or seen.kind == "demonym":
        return False
    if seen.before in words("names", "given"):
        return True
    if seen.kind == "country":
        return False
    if _PARTICLE.search(seen.ahead):
        return True
    if seen.before in words("names", "titles") or (len(seen.before) == 1 and seen.before not in ("a", "i")):
        return True
    return bool(_SPEAKS.match(seen.following)) and not seen.is_strong


def _behind_person(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    """The last words of somebody's name: "Virgilio Barco Vargas", "Colonel Lopez Huila"; or its first ones: "Maria Elena Diaz",
    "Orlando de Sola", "Rivera y Damas". A town of that name has its own words around it."""
    if seen.kind not in ("place", "admin1", "district") or (seen.detail.head and not _is_role(seen.detail.noun)):
        return None
    if _is_given_and_surname(seen):
        return False
    if seen.cue in words("cues", "locative"):
        return None
    opening = _OWN_WORDS.search(seen.ahead)
    before = fold(opening.group(1)).split() if opening else []
    openers = words("names", "given") | words("names", "titles")
    first = next((n for n, word in enumerate(before[:-1]) if word in openers), len(before))
    names = before[first + 1 :]
    return False if names and not any(is_small(word) or word in words("cues", "function") for word in names) else None


def _is_role(noun: str) -> bool:
    return noun in words("names", "titles")


def _is_given_and_surname(seen: Seen) -> bool:
    """ "Maria Elena Diaz", "Orlando de Sola", "Rivera y Damas": given names and a surname, or a double surname."""
    first = seen.piece.words.split()[0]
    if " " not in seen.piece.key and _DOUBLE_SURNAME.match(seen.following) and seen.cue not in words("cues", "locative"):
        return True
    if first not in words("names", "given"):
        return False
    is_followed = bool(seen.after) and not is_small(seen.after) and seen.after not in words("nouns", "offices")
    is_linked = " " not in seen.piece.key and _OF_FAMILY.match(seen.following) is not None
    return is_followed or is_linked


def is_documented(seen: Seen, iso3: frozenset[str]) -> bool:
    """Whether a name can be a place of a country that the document names; not where surnames and places are the same."""
    if seen.is_loud or seen.piece.words in words("names", "given"):
        return False
    places = (hit.entry for hit in seen.hits if hit.form in ("name", "alternate"))
    smallest = 0 if seen.cue in _ATTACKED else SMALL
    return any(entry.iso3 in iso3 - _LOCAL_PRESS and entry.population >= smallest for entry in places)


def judge(seen: Seen, has_support: bool, is_surname: bool) -> bool:
    """Whether the name is a place. `has_support`: evidence for it somewhere in the document; `is_surname`: somebody's name."""
    for rule in _RULES:
        verdict = rule(seen, has_support, is_surname)
        if verdict is not None:
            return verdict
    return has_support


def is_contained(following: str) -> bool:
    """A state or country right behind the comma: "Alexandria, La."."""
    match = _CONTAINER.match(following)
    if not match:
        return False
    name = match.group(1)
    for form in (name, name.split(" ")[0]):
        hits = load().find(fold(form)) or load().find(form.replace(".", ""))
        if any(hit.entry.kind in ("country", "admin1") and hit.form != "demonym" for hit in hits):
            return True
    return False


def _is_in_its_area(seen: Seen) -> bool:
    """Whether the first-order area in which a place of that name lies is told behind it: "Chibok in Borno state"."""
    match = _IN_AREA.match(seen.following)
    if not match:
        return False
    name = match.group(1)
    told = {hit.entry for form in (name, name.split(" ")[0]) for hit in load().find(fold(form)) if hit.form != "demonym"}
    areas = {(entry.iso3, entry.admin1) for entry in told if entry.kind == "admin1" and entry.iso3 not in _LOCAL_PRESS}
    return any((hit.entry.iso3, hit.entry.admin1) in areas for hit in seen.hits)


def _never(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    if seen.piece.key in words("cues", "function") or (seen.piece.key.startswith("the ") and not _has_article(seen)):
        return False
    rule = false_friends().get(seen.piece.key)
    return False if rule == "never" or (rule == "cue" and not has_evidence(seen)) else None


def _has_article(seen: Seen) -> bool:
    """The article is a part of a known name: The Hague, The Gambia."""
    entry = seen.hits[0].entry
    return entry.kind == "country" or (entry.name.lower() == seen.piece.key and entry.population >= LARGE)


def _abbreviation(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    if seen.hits[0].form != "abbreviation":
        return None
    return seen.cue.endswith(",") or "." in seen.piece.words or seen.piece.is_dotted


def _person_before(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    return False if is_person(seen) else None


def _demonym(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    """A demonym is one wherever it stands, unless it says what a country once was: "a former Soviet republic"."""
    if seen.kind != "demonym":
        return None
    return not (_FORMER.search(seen.ahead) and _REPUBLIC.match(seen.following))


def _person_after(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    if not seen.after or seen.after in words("nouns", "offices") or seen.after in words("cues", "function"):
        return None
    street = _STREET.match(seen.following)  # named after a place far off; "the Kano Kaduna road" leads from one to the other
    if street and not load().find(fold(street.group(1))):
        return False
    if seen.after in ("jr", "sr", "ii", "iii") or seen.after in words("nouns", "streets"):
        return False
    is_name = seen.piece.words in words("names", "given") or seen.after in words("names", "given")
    return False if is_name and (seen.kind != "country" or _is_surnamed(seen)) else None


def _is_surnamed(seen: Seen) -> bool:
    """Whether a country that is also a given name stands in front of a surname: Jordan Henderson, not Jordan Valley."""
    is_titled = seen.after in words("names", "titles")
    return seen.piece.words in words("names", "given") and not is_titled and not is_small(seen.after)


def _named_after(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    """Something called after a ruler: Queen Elizabeth Hospital."""
    title, _, name = seen.piece.words.partition(" ")
    is_ruler = title in words("names", "titles") and name in words("names", "given")
    return False if is_ruler and seen.after else None


def _first_half(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    """A large city in front of an unknown capitalised word, without any evidence, is somebody's name: Paris Hilton. A hill
    (Tal) or convent (Deir) in front of one is never a place by itself."""
    if seen.after and seen.piece.words in words("names", "openings") and not is_small(seen.after):
        return False
    if not seen.after or seen.kind != "place" or " " in seen.piece.key or seen.is_loud or has_support:
        return None
    is_known = is_small(seen.after) or seen.after in words("nouns", "offices")
    return None if is_known else False


def _strong(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    return True if seen.is_strong and not (is_surname and not has_evidence(seen)) else None


def _inside_other_name(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    """A small place between other capitalised words is part of another name, unless the document knows the place."""
    function, compass = words("cues", "function"), words("cues", "directions")
    if seen.after and seen.after not in words("nouns", "offices") and seen.after not in function:
        return has_support and not is_surname and seen.piece.key not in ordinary() and not seen.before
    if seen.before and seen.before not in function and seen.before not in compass and seen.before not in _COUNTY:
        is_plain = seen.start - len(seen.before) - 1 == seen.sentence.start or seen.before in _PARTS
        return seen.before in ordinary() and is_plain and has_support and not is_surname
    return None


def _weapon(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    """A weapon called after a place: "a Badr 1 ballistic missile"."""
    return False if _MODEL.match(seen.following) else None


def _hyphenated(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    """One half of an unknown name: Ago-Oba, Wal-Mart."""
    if seen.kind == "demonym":
        return None
    is_behind = seen.ahead.endswith("-") and bool(seen.before) and not load().find(seen.before)
    is_ahead = bool(re.match(r"-[A-Z]", seen.following)) and not load().find(fold(re.split(r"[\s-]", seen.following[1:])[0]))
    return False if is_behind or is_ahead else None


def _ordinary_in_capitals(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    """In capitals a name made of ordinary words is one only where the text calls it a province or a town, or says that
    something is in it and it is a large city (LIMA, NICE)."""
    if not seen.is_loud or seen.kind in ("demonym", "sea", "continent") or seen.piece.key in ("united states",):
        return None
    if seen.hits[0].form == "abbreviation" or seen.piece.key in _LOUD_WORDS:
        return False
    if _is_of_name_before(seen):
        return False
    is_ordinary = all(is_small(word) or word in ordinary() for word in seen.piece.words.split()) and seen.kind != "country"
    is_called = seen.detail.head in ("province", "city", "district") and not singular_head(seen.cue)
    if len(seen.piece.key) <= SHORT:
        is_called, is_ordinary = False, is_ordinary or not (seen.kind in _WIDE or seen.hits[0].entry.population >= KNOWN)
    is_called = is_called or (seen.hits[0].entry.population >= LARGE and has_evidence(seen))
    return False if is_ordinary and not is_called else None


def _is_of_name_before(seen: Seen) -> bool:
    """Whether in capitals a name goes on with it: the noun of a place ("SAN JACINTO CANTON") or its second half ("BOSQUES DEL
    RIO"); or it only says in which part of the next name ("CENTRAL BOYACA")."""
    if seen.after and not is_small(seen.after) and seen.piece.words in words("cues", "directions"):
        return True
    before = seen.before.split()
    is_going_on = bool(before) and not all(is_small(word) for word in before) and before[-1] not in words("cues", "function")
    is_second = seen.piece.words.startswith(("de ", "del ")) or bool(singular_head(seen.piece.words))
    return is_going_on and is_second


def _ordinary_word(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    if seen.piece.key not in ordinary() or seen.kind not in ("place", "admin1") or seen.is_loud:
        return None
    return has_evidence(seen) and not seen.is_initial


def _surname(seen: Seen, has_support: bool, is_surname: bool) -> bool | None:
    return has_evidence(seen) if is_surname else None


_RULES: tuple[Callable[[Seen, bool, bool], bool | None], ...] = (
    _never,
    _weapon,
    _named_after,
    _ordinary_in_capitals,
    _abbreviation,
    _hyphenated,
    _person_before,
    _behind_person,
    _demonym,
    _person_after,
    _ordinary_word,
    _first_half,
    _strong,
    _inside_other_name,
    _surname,
)
