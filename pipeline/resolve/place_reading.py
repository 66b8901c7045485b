"""Whether a place name is meant as a place (literal), as an actor (associative), or cannot be told (undetermined).

Decided on the tree: the subject of saying and deciding, the agent of a passive and a demonym are actors; what stands
behind in, near or at, and the compound of "offensive", is a place. Countries and capitals are read as governments
wherever the words allow both.
"""

from __future__ import annotations

import re

from pipeline.find.syntax import case_of
from pipeline.gazetteer.countries import country_of
from pipeline.parse.known_names import has_link, head_of, longest_name, name_at
from pipeline.records import PlaceMention, Reading, Tree
from pipeline.resolve.persons import is_one_person, is_role
from pipeline.tag.place_detail import singular_head
from pipeline.tag.place_words import words

_AIR = frozenset(("drone", "air", "missile", "rocket"))  # a country before one of these does it

_TEXT_LOCATIVE = re.compile(
    r"\b(?:in|at|near|from|to|into|outside|inside|around|through|across|towards?|within)\s(?:the\s)?(?:\w+ern\s)?$", re.I
)

_BASED = re.compile(r"-(?:based|led|backed|run|made|born|trained|funded|sponsored|brokered|allied|aligned|style|speaking)\b")
PARTIES = frozenset({"front", "party", "movement", "army", "brigade", "alliance", "congress", "league"})
INSTITUTIONS = frozenset({"school", "college", "university", "highway"})
_DISEASE = re.compile(r" (?:virus|fever|flu|disease|syndrome|encephalitis|h(?:a)?emorrhagic|respiratory)\b")


def readings(reading: Reading) -> tuple[str, ...]:
    """The reading of each of `reading.places`, in their order."""
    ends = [sentence.end for sentence in reading.sentences]
    result: list[str] = []
    position, before = 0, None
    for mention in reading.places:
        while position + 1 < len(ends) and ends[position] <= mention.start:
            position += 1
        tree = reading.trees[position] if position < len(reading.trees) else None
        is_outer = before is not None and _is_outer(reading.document.text, before, mention)
        result.append("literal" if is_outer else read_one(reading.document.text, mention, tree))
        before = mention
    return tuple(result)


def _is_outer(text: str, inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether a country or first-order area stands behind a comma to say where the place before it lies: "Edo State, Nigeria"."""
    if outer.kind not in ("country", "admin1") or inner.kind in ("country", "demonym") or text[inner.end : outer.start] != ", ":
        return False
    if text[outer.end : outer.end + 2] in ("'s", "’s"):
        return False
    word = country_of(inner.key)  # "Moscow, Iran and Turkey agreed": a capital stands for another government
    return word is None or word.kind != "capital" or outer.kind != "country" or word.iso3 == _iso3_of(outer)


def _iso3_of(mention: PlaceMention) -> str | None:
    word = country_of(mention.key)
    return word.iso3 if word else None


def read_one(text: str, mention: PlaceMention, tree: Tree | None) -> str:
    """The reading of one mention, on its tree if there is one, else on the words in front of it."""
    if _BASED.match(text, mention.end) or _DISEASE.match(text, mention.end):
        return "associative"
    if tree is not None and _is_in_known_name(tree, mention):
        return "associative"
    if _is_nature(mention):
        return "literal"
    if mention.detail.head == "border" or mention.kind in ("corner", "capital") or mention.detail.direction:
        return "literal"
    head = head_token(tree, mention.start, mention.end) if tree is not None else None
    if mention.kind == "demonym":
        is_there = head is not None and tree is not None and _is_of_site(tree, head) and not _is_of_institution(tree, head)
        return "literal" if is_there else "associative"
    if tree is None or head is None:
        return "literal" if _TEXT_LOCATIVE.search(text, max(0, mention.start - 30), mention.start) else "undetermined"
    if is_in_person(tree, mention.start, mention.end):
        return "associative"
    if mention.kind != "country" and _is_struck(tree, head):
        return "literal"
    return _by_relation(tree, head, _can_govern(mention))


def _is_struck(tree: Tree, head: int) -> bool:
    """Whether a town is what an attack was on: "an air strike on Sanaa" hit the town, also where it is a capital."""
    token = tree.tokens[head]
    cases = {tree.tokens[c].lemma.lower() for c in tree.children[head] if tree.tokens[c].dep == "case"}
    return token.dep == "nmod" and cases == {"on"} and tree.tokens[token.head].lemma.lower() in words("readings", "happening")


def _is_nature(mention: PlaceMention) -> bool:
    """Whether it is a sea, river, mountain, valley or island, which stand for nobody; not Ivory Coast or Marshall Islands."""
    is_named_so = mention.detail.head in ("water", "land") or mention.key.startswith(("mount ", "lake "))
    return mention.kind not in ("demonym", "country") and (is_named_so or mention.kind in ("sea", "feature"))


def _is_in_known_name(tree: Tree, mention: PlaceMention) -> bool:
    """Whether it is a part of a known actor's name, before its head or behind it: the Moro of "Moro Islamic Liberation Front",
    the Iraq of "Islamic State in Iraq and the Levant"."""
    tokens = [token.text for token in tree.tokens]
    own = [t.i for t in tree.tokens if t.start < mention.end and mention.start < t.end]
    inside = own[0] if own else 0
    names = [(i, name) for i in range(max(0, inside - longest_name()), inside + 1) if (name := name_at(tokens, i))]
    is_before = any(i <= inside and inside + len(own) <= i + head_of(name) for i, name in names)
    return is_before or any(i + head_of(name) < inside < i + len(name) and has_link(name) for i, name in names)


def is_in_person(tree: Tree, start: int, end: int) -> bool:
    """Whether a name is only part of somebody's: a given name stands in the same run of names ("Jorge Vargas Leal"), or a
    noun for a person beside it ("Gao Wanfeng, an engineer", "the trader Paris Nkunda")."""
    inside = [token.i for token in tree.tokens if token.start < end and token.end > start]
    first, last = inside[0], inside[-1]
    while first and tree.tokens[first - 1].tag == "NNP" and _are_one_name(tree, first - 1, first):
        first -= 1
    while last + 1 < len(tree.tokens) and tree.tokens[last + 1].tag == "NNP" and _are_one_name(tree, last, last + 1):
        last += 1
    others = {tree.tokens[i].text.lower() for i in range(first, last + 1)} - {tree.tokens[i].text.lower() for i in inside}
    return bool(others & words("names", "given")) or (bool(others) and _is_called_person(tree, first, last))


def _is_called_person(tree: Tree, first: int, last: int) -> bool:
    """Whether a noun for one person stands before a run of names, or in apposition behind it."""
    run = range(first, last + 1)
    behind = (t.i for t in tree.tokens if t.dep == "appos" and t.head in run and t.i > last)
    return any(tree.tokens[i].tag == "NN" and is_one_person(tree, tree.tokens[i]) for i in behind) or (
        first > 0 and tree.tokens[first - 1].tag == "NN" and is_role(tree.tokens[first - 1].text.lower())
    )


def _are_one_name(tree: Tree, left: int, right: int) -> bool:
    """Whether two neighbours belong to one flat name."""
    one, two = tree.tokens[left], tree.tokens[right]
    return (two.dep == "flat" and two.head in (left, one.head)) or (one.dep == "flat" and one.head == right)


def head_token(tree: Tree, start: int, end: int) -> int | None:
    """The token of a span that governs the others: the one whose own governor lies outside. None if no token is inside."""
    inside = [token for token in tree.tokens if token.start < end and token.end > start]
    names = {token.i for token in inside}
    return next((token.i for token in inside if token.head not in names or token.head == token.i), None)


def _can_govern(mention: PlaceMention) -> bool:
    """Countries and capitals stand for their governments."""
    word = country_of(mention.key) if mention.kind != "country" else None
    return mention.kind == "country" or (word is not None and word.kind == "capital" and not mention.detail.head)


def _by_relation(tree: Tree, index: int, can_govern: bool) -> str:
    token = tree.tokens[index]
    cases = {tree.tokens[child].lemma.lower() for child in tree.children[index] if tree.tokens[child].dep == "case"}
    if token.dep == "conj" and not cases and token.head != index:
        return _by_relation(tree, token.head, can_govern)
    governor = tree.tokens[token.head].lemma.lower()
    if can_govern and "to" in cases and governor in words("readings", "addressing"):
        return "associative"  # talk to X
    if can_govern and "from" in cases and governor in words("readings", "sending"):
        return "associative"  # pressure from X
    if "to" in cases and governor in ("ambassador", "envoy", "visitor"):
        return "associative"
    if "with" in cases:
        cases = {"with"}  # "along with X"
    if cases & words("readings", "locative") or _is_there(cases, governor):
        return "literal"
    if cases == {"of"} and singular_head(governor):
        return _by_relation(tree, token.head, can_govern=False)  # the city of X
    if cases == {"of"} and governor in words("cues", "directions") | words("readings", "portions"):
        return "literal"  # north of X
    if token.dep == "appos" and singular_head(governor):
        return _by_relation(tree, token.head, can_govern=False)  # the capital, X
    if governor in words("readings", "missions") and cases <= {"of"} and token.dep in ("nmod", "compound", "nmod:poss"):
        return "associative"  # the embassy of X
    if token.dep == "nsubj" and _is_described(tree, token.head, can_govern):
        return "literal"
    if token.dep == "nsubj:pass" and not cases:
        return _of_object(governor, can_govern)
    if token.dep.startswith("nsubj") or cases & words("readings", "partner"):
        return "associative" if can_govern or not cases else "literal"
    if token.dep == "obj":
        return _of_object(governor, can_govern)
    if token.dep in ("compound", "nmod:poss") and tree.tokens[token.head].tag == "NNP" and governor in PARTIES:
        return "associative"  # the Tigray People's Liberation Front
    if token.dep in ("compound", "flat", "amod") and tree.tokens[token.head].tag.startswith("NNP") and token.head != index:
        return _by_relation(tree, token.head, can_govern)  # part of a longer name
    if token.dep == "compound" and can_govern and tree.tokens[index + 1].lemma.lower() in _AIR:
        return "associative"  # a US drone strike
    if token.dep == "compound":
        return _of_noun(governor)
    if token.dep == "nmod:poss":
        return "literal" if _is_of_site(tree, index) else "associative" if can_govern else "literal"
    return "associative" if can_govern and token.dep not in ("root", "appos") else "undetermined" if can_govern else "literal"


def _of_object(verb: str, can_govern: bool) -> str:
    """The reading of what a verb does something to: shelled, entered and left is the ground, accused and asked a government."""
    return "literal" if verb in words("readings", "reaching") or not can_govern else "associative"


def _is_there(cases: set[str], governor: str) -> bool:
    """Whether "between" and "for" are said of places: "sank between X and Y", "left for X"; not "talks between X and Y"."""
    is_between = bool(cases & {"between", "among"}) and governor not in words("readings", "dealing") | words(
        "readings", "happening"
    )
    return is_between or ("for" in cases and governor in words("readings", "departing"))


def _is_described(tree: Tree, verb: int, can_govern: bool) -> bool:
    """Whether a clause says what its subject is, or what it sees where it lies: "X was among the cities", "X saw clashes"."""
    lemma = tree.tokens[verb].lemma.lower()
    if any(tree.tokens[child].dep == "cop" for child in tree.children[verb]):
        return not can_govern or bool(singular_head(lemma)) or lemma in words("readings", "sites") | {"home", "country", "nation"}
    if lemma in ("come", "be", "remain") and any(case_of(tree, child) == "under" for child in tree.children[verb]):
        return True  # "came under fire"
    return lemma in words("readings", "undergoing")


def _is_of_site(tree: Tree, index: int) -> bool:
    """Whether a name or demonym belongs to a noun for a place: "an Afghan graveyard", "Mogadishu's market"; not what a
    country also has abroad, as its embassy."""
    noun = tree.tokens[tree.tokens[index].head].lemma.lower()
    if noun in words("readings", "missions"):
        return False
    if tree.tokens[index].dep == "nmod:poss" and _has_corner(tree, index):
        return True
    return noun in words("readings", "sites") or bool(singular_head(noun))


def _is_of_institution(tree: Tree, demonym: int) -> bool:
    """Whether a demonym is part of a name that says nothing of where it is: the American School, the Pan-American Highway."""
    return tree.tokens[tree.tokens[demonym].head].lemma.lower() in INSTITUTIONS


def _has_corner(tree: Tree, index: int) -> bool:
    """Whether a compass word ends the phrase that a possessive opens: "Kenya's restive north"."""
    for token in tree.tokens[index + 2 : index + 5]:
        if token.text.lower() in words("cues", "directions"):
            return not tree.tokens[min(token.i + 1, len(tree.tokens) - 1)].tag.startswith("NN")
        if not token.tag.startswith(("JJ", "RB")):
            return False
    return False


def _of_noun(noun: str) -> str:
    """The reading of a name in front of a noun: the Idlib offensive, the Sochi deal, the Kabul government."""
    if noun in words("readings", "happening") or noun in words("readings", "sites") or singular_head(noun):
        return "literal"
    return "undetermined" if noun in words("readings", "occasions") else "associative"
