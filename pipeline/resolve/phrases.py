"""Who a noun phrase names: "Turkish soldiers", "Kremlin spokesman Peskov", "regime positions", "Ankara", "12 civilians".

A referent is a known actor, or the words themselves with the best sector. What is no actor at all (a pipeline, a town) gives
None. Pronouns and descriptions that need the text before them are resolved by `coreference`, which calls this module.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.gazetteer.countries import country, country_of
from pipeline.lexicon.actors import Actor, RoleWord, actors_called, described_actors, institution, nouns, plural
from pipeline.lexicon.quantities import CARDINALS, TENS
from pipeline.lexicon.words import word_class
from pipeline.records import Tree
from pipeline.resolve.discourse import Discourse
from pipeline.resolve.introductions import owner_of, speaks_for
from pipeline.tag.actors import ActorMention, fold_word

_LEFT = frozenset(("compound", "amod", "flat", "nmod:poss", "nummod", "det", "nmod", "advmod", "nmod:desc", "det:predet"))
_OUTSIDE = frozenset(("punct", "acl:relcl", "acl", "conj", "cc", "appos", "parataxis", "dep"))
_STRIPPED = frozenset(("det", "nummod", "det:predet", "nmod:poss", "advmod"))
_OF = frozenset(("nmod",))
_ARMED = frozenset(("MIL", "REB", "UAF"))
_OWNED = frozenset(("MIL", "REB", "UAF", "GOV", "UNK", "COP", "SPY", "PTY", "OPP", "LEG", "LAB", "IGO"))
_INSTITUTIONS = frozenset(
    "government army military police authorities parliament navy cabinet junta presidency leadership".split()
) | {
    "security forces", "government forces", "government troops", "armed forces", "air force", "government soldiers", "regime",
    "military government", "military junta", "military regime", "defense forces", "defence forces", "interior ministry",
    "foreign ministry", "defense ministry", "defence ministry", "national guard", "national police", "federal police",
    "army troops", "interim government", "transitional government", "government officials",
}  # fmt: skip
_SINGLE = frozenset("government army military parliament navy cabinet junta presidency ministry regime administration embassy".split())
_FOREIGN = frozenset(
    "western foreign regional local international allied other both arab european african asian islamic neighboring neighbouring two"
    " three several many various unidentified unknown former provincial rival friendly enemy no municipal".split()
)
_CIVIL_PLACES = frozenset("territory area village town district soil border airspace site infrastructure ship boat vessel plane warehouse".split())
_WEAPONS = frozenset("missile rocket airstrike drone".split()) | {"air strike"}
_LOOSE = ("-backed", "-aligned", "-allied", "-linked", "-support", "-occup", "-controlled", "-held", "-based", "-trained", "-made", "-born")
_STATELESS = frozenset("CVL OPP REB UAF PTY EDU LAB REL BUS MED LEG JUD CRM UNK".split())
_VAGUE = frozenset("own mr mrs ms mr. mrs. ms. miss several many some few numerous dozens hundreds thousands scores more most other various countless".split())
_LOCATIVE = frozenset("in from throughout across of inside".split())
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december today yesterday tomorrow".split()
)


@dataclass(frozen=True, slots=True)
class Referent:
    """Who a phrase stands for. `kind`: person, group, government, people; `is_plural` and `gender` serve agreement."""

    actor: Actor
    kind: str
    is_plural: bool = False
    gender: str = ""
    start: int = 0
    end: int = 0
    others: tuple[Actor, ...] = ()  # of several nations with one noun ("French and Egyptian warships"), the earlier ones

    @property
    def is_known(self) -> bool:
        """The phrase names an actor with an id, not only words."""
        return bool(self.actor.actor_id)


def core(tree: Tree, head: int) -> tuple[int, int]:
    """First and last token of a phrase's core: what stands before the head and names behind it, no clauses or prepositions."""
    first = last = head
    stack = [c for c in tree.children[head] if c < head and tree.tokens[c].dep in _LEFT]
    while stack:
        i = stack.pop()
        first = min(first, i)
        stack.extend(c for c in tree.children[i] if c < head and tree.tokens[c].dep not in _OUTSIDE)
    for c in tree.children[head]:
        token = tree.tokens[c]
        is_name = token.dep in ("flat", "flat:name", "compound") or (token.dep == "appos" and c == last + 1 and token.tag == "NNP")
        if c > head and is_name:
            last = max(last, c)
    number = next((i for i in range(first, head) if tree.tokens[i].tag == "CD"), first)
    if number > first and tree.tokens[first].tag in ("IN", "RB", "JJR", "JJS", "RBR", "RBS"):
        first = number  # without "at least", "more than"
    comma = next((i for i in range(head - 1, first, -1) if tree.tokens[i].text == "," and not tree.tokens[i - 1].tag.startswith("JJ")), None)
    first = comma + 1 if comma is not None else first
    while first < head and tree.tokens[first].tag in (",", "IN", "CC", "-LRB-", "``", "''"):
        first += 1
    while last > head and tree.tokens[last].text.lower() in _TIMES:
        last -= 1
    return first, last


def span(tree: Tree, head: int) -> tuple[int, int]:
    """The core's characters `[start, end)`."""
    first, last = core(tree, head)
    return tree.tokens[first].start, tree.tokens[last].end


def resolve_phrase(discourse: Discourse, tree: Tree, head: int, owner: Actor | None = None) -> Referent | None:
    """Who the phrase at `head` names. `owner` is who a possessive pronoun in it stands for, already resolved.

    None for things and places, and for phrases that say nothing without the text before ("the group").
    """
    start, end = span(tree, head)
    token = tree.tokens[head]
    if token.text.lower() in _TIMES:
        return None
    inside = discourse.within(start, end)
    at_head = next((m for m in inside if m.start < token.end and token.start < m.end), None)
    found = _by_name(discourse, tree, head, inside, at_head) or _by_word(discourse, tree, head, inside, at_head, owner)
    if found is None or not any(c.isalpha() for c in found.actor.name):
        return None
    is_plural = (token.tag == "NNS" and not found.kind == "government") or found.is_plural
    return replace(found, start=start, end=end, is_plural=is_plural)


# ------------------------------------------------------------------------------------------------ names
def _by_name(
    discourse: Discourse, tree: Tree, head: int, inside: tuple[ActorMention, ...], at_head: ActorMention | None
) -> Referent | None:
    """A known actor, an introduced acronym or person, a country or capital that stands for its government."""
    token = tree.tokens[head]
    if token.text in discourse.acronyms:
        return Referent(discourse.acronyms[token.text], "group")
    if at_head is not None and at_head.actors and not _is_against(discourse, at_head):
        actor = discourse.pick(at_head.actors) or _out_of_time(discourse, at_head)
        return Referent(actor, _kind(discourse, actor, at_head))
    if at_head is not None and at_head.country:
        return _country_referent(discourse, tree, head, at_head)
    if token.tag.startswith("NNP") or token.pos == "PROPN":
        return _person(discourse, tree, head)
    return None


def _kind(discourse: Discourse, actor: Actor, mention: ActorMention) -> str:
    """A leader's name is a person; a government's seat, a force or a group is none."""
    words = discourse.text[mention.start : mention.end]
    if words.split()[-1] == actor.name.split()[-1] or len(words) < 4 or words.isupper():
        return "government" if actor.sector == "GOV" else "group"
    is_leader = actor.sector in ("GOV", "IGO") and not any(w in words.lower() for w in _IMPERSONAL)
    return "person" if is_leader else "government" if actor.sector == "GOV" else "group"


def _out_of_time(discourse: Discourse, mention: ActorMention) -> Actor:
    """A name outside its days: a group keeps its name, a leader out of office is only a person of that country."""
    row = mention.actors[0]
    words = " ".join(discourse.text[mention.start : mention.end].split())
    nation = country_of(words.split()[0])
    if nation is not None and words.split()[-1].lower() in nouns():
        return Actor(words, "", nation.iso3 + row.sector, row.sector, nation.iso3)
    if row.sector not in ("GOV", "MIL"):
        return row
    return Actor(words, "", (row.iso3 or "") + "UNK" if row.iso3 else "", "UNK", row.iso3)


_IMPERSONAL = ("regime", "government", "kremlin", "house", "department", "union", "council", "junta", "ministry", "administration", "nation")


def _country_referent(discourse: Discourse, tree: Tree, head: int, mention: ActorMention) -> Referent | None:
    word = mention.country
    assert word is not None
    entry = country(word.iso3)
    if word.kind in ("name", "capital"):
        actor = institution(word.iso3, "government")
        actor = _current(discourse, actor) if actor else None
        return Referent(actor, "government") if actor else None
    if entry is None:
        return None
    text = discourse.text[mention.start : mention.end]
    before = [tree.tokens[c] for c in tree.children[head] if tree.tokens[c].dep != "case"]
    if len(before) == 1 and before[0].text.lower() == "the":  # "the Russians vetoed it"
        government = institution(word.iso3, "government")
        return Referent(government, "government", is_plural=True) if government else None
    is_ethnic = any(tree.tokens[c].text.lower() == "ethnic" for c in tree.children[head])
    iso3 = _located(discourse, tree, head) or (None if is_ethnic else word.iso3)
    name = f"ethnic {text}" if is_ethnic else f"{entry.adjectives[0]} civilians" if entry.adjectives and iso3 == word.iso3 else text
    return Referent(Actor(name, "", iso3 + "CVL" if iso3 else "", "CVL", iso3), "people", is_plural=True)


def _current(discourse: Discourse, government: Actor) -> Actor:
    """The table's own row for a government on the document's day (the Taliban since 2021-08-15)."""
    for row in actors_called(government.name):
        if row.is_valid(discourse.day) and row.name != government.name:
            return row
    return government


def _person(discourse: Discourse, tree: Tree, head: int) -> Referent | None:
    """A person whom an office introduced, by full or last name; any other capitalised name stays its words."""
    first, last = core(tree, head)
    names = [fold_word(t.text) for t in tree.tokens[first : last + 1] if t.tag.startswith("NNP")]
    for size in range(len(names), 0, -1):
        actor = discourse.people.get(" ".join(names[-size:]))
        if actor is not None:
            return Referent(actor, "person")
    return None


# ------------------------------------------------------------------------------------------------ offices and role nouns
def _by_word(
    discourse: Discourse,
    tree: Tree,
    head: int,
    inside: tuple[ActorMention, ...],
    at_head: ActorMention | None,
    owner: Actor | None,
) -> Referent | None:
    role = at_head.role if at_head is not None else None
    if role is None:
        title = next((m for m in reversed(inside) if m.kind == "title"), None)
        if title is not None and tree.tokens[head].tag.startswith("NNP"):
            at_head, role = title, title.role
    if at_head is None or role is None:
        return _words_only(discourse, tree, head, inside)
    if role.kind == "title":
        return _office(discourse, tree, head, at_head, role, owner)
    return _role(discourse, tree, head, inside, at_head, role, owner)


def _office(
    discourse: Discourse, tree: Tree, head: int, mention: ActorMention, role: RoleWord, owner: Actor | None
) -> Referent | None:
    """The holder of an office acts for its owner; a subordinate one (a mayor) stays the words, with the country."""
    index = discourse.mentions.index(mention)
    found, iso3, is_former = owner_of(discourse, index)
    found = found or owner
    is_plural = tree.tokens[head].tag == "NNS"
    actor = None if is_former else speaks_for(role, found, iso3)
    if actor is None and found is None and iso3 is None and not is_former:
        actor = _known_office(discourse, tree, head, role, is_plural)
    if actor is None:
        country_code = iso3 or (found.iso3 if found else None)
        actor = _worded(discourse, tree, head, role.sector, country_code)
    return Referent(actor, "people" if is_plural else "person", is_plural, _gender(role.word))


def _known_office(discourse: Discourse, tree: Tree, head: int, role: RoleWord, is_plural: bool) -> Actor | None:
    """ "The president" of whom the text has told, else of the country that it is about."""
    is_definite = _has_the(tree, head) or tree.tokens[head].tag.startswith("NNP")
    if role.word in discourse.offices and not is_plural and is_definite and role.rank == 1:
        return discourse.offices[role.word]
    if is_definite and discourse.topic and role.stands_for in ("government", "forces", "police"):
        return speaks_for(role, None, discourse.topic)
    return None


def _role(
    discourse: Discourse,
    tree: Tree,
    head: int,
    inside: tuple[ActorMention, ...],
    at_head: ActorMention,
    role: RoleWord,
    owner: Actor | None,
) -> Referent | None:
    """A role noun with what stands before it: a group, a nationality, a side, or nothing."""
    before = [m for m in inside if m.end <= at_head.start and not _is_against(discourse, m)]
    inner = next((m.role for m in reversed(before) if m.kind == "noun" and m.role is not None), None)
    inner = inner if inner is not None and inner.sector not in ("CVL", "UNK") and inner.kind != "facility" else None
    side = _side(role, inner)
    is_plural = tree.tokens[head].tag in ("NNS", "NNPS")
    kind = "people" if role.kind == "person" and is_plural else role.kind
    possessor = owner or _possessor(discourse, tree, head, before)
    nations = [m.country.iso3 for m in before if m.country and (m.country.kind != "people" or role.kind != "person")]
    iso3 = nations[-1] if nations else (possessor.iso3 if possessor is not None else None)
    if iso3 is None and role.kind != "facility":
        iso3 = _of_country(discourse, tree, head)
    if not before and iso3 is None and possessor is None and side.sector in _OWNED:
        possessor, iso3 = _shared(discourse, tree, head)
    if iso3 is None and possessor is None and side.sector in _STATELESS and role.kind in ("person", "group"):
        iso3 = _located(discourse, tree, head)
    actor = _owned(discourse, role, side, possessor, iso3)
    others = tuple(o for n in dict.fromkeys(nations[:-1]) if n != iso3 and (o := _owned(discourse, role, side, None, n)) is not None)
    if actor is None and iso3 is None and possessor is None:
        actor = _topical(discourse, tree, head, at_head, role, side)
    if actor is not None:
        return Referent(actor, "government" if actor.sector == "GOV" else kind, is_plural, others=others)
    if role.kind == "facility" and inner is None or role.word in _WEAPONS:
        return None
    if role.kind == "generic" and iso3 is None and inner is None and role.word not in ("man", "sources", "source"):
        return Referent(_worded(discourse, tree, head, "UNK", None), "group", is_plural) if before else None
    return Referent(_worded(discourse, tree, head, side.sector, iso3), kind, is_plural)


def _side(role: RoleWord, inner: RoleWord | None) -> RoleWord:
    """The word that decides whose side it is: "rebel forces" are rebels, "army base" is the army, "police officers" police."""
    if inner is None:
        return role
    if inner.sector == "GOV" and role.sector in _ARMED:
        return replace(role, sector="MIL", stands_for="forces")
    if role.kind in ("generic", "facility", "asset", "group") or role.sector in _ARMED:
        return inner
    return role


def _possessor(discourse: Discourse, tree: Tree, head: int, before: list[ActorMention]) -> Actor | None:
    """The named group before the noun, or behind "of": "Hamas fighters", "Turkey's posts", "members of Boko Haram"."""
    for mention in reversed(before):
        if mention.actors:
            return discourse.pick(mention.actors)
        words = discourse.text[mention.start : mention.end]
        if words in discourse.acronyms:
            return discourse.acronyms[words]
    first, _ = core(tree, head)
    for token in tree.tokens[first:head]:
        if token.text in discourse.acronyms:
            return discourse.acronyms[token.text]
        name = discourse.people.get(fold_word(token.text)) if token.tag.startswith("NNP") else None
        if name is not None:
            return name
    return _of_actor(discourse, tree, head)


def _shared(discourse: Discourse, tree: Tree, head: int) -> tuple[Actor | None, str | None]:
    """The owner that a second noun shares with the first: "Syria's authorities and armed forces"."""
    token = tree.tokens[head]
    if token.dep != "conj" or any(tree.tokens[c].dep in ("det", "nmod:poss", "nummod") for c in tree.children[head]):
        return None, None
    before = [m for m in discourse.within(*span(tree, token.head)) if m.start < tree.tokens[token.head].start]
    owner = next((discourse.pick(m.actors) for m in before if m.actors), None)
    return owner, next((m.country.iso3 for m in before if m.country), None)


def _of_phrase(tree: Tree, head: int) -> int | None:
    for c in tree.children[head]:
        if c > head and tree.tokens[c].dep in _OF:
            case = next((tree.tokens[k].text.lower() for k in tree.children[c] if tree.tokens[k].dep == "case"), "")
            if case in ("of", "from"):
                return c
    return None


def _of_actor(discourse: Discourse, tree: Tree, head: int) -> Actor | None:
    c = _of_phrase(tree, head)
    if c is None:
        return None
    token = tree.tokens[c]
    if token.text in discourse.acronyms:
        return discourse.acronyms[token.text]
    found = next((m for m in discourse.within(*span(tree, c)) if m.actors), None)
    if found is not None:
        return discourse.pick(found.actors)
    person = _person(discourse, tree, c)
    return person.actor if person is not None else None


def _of_country(discourse: Discourse, tree: Tree, head: int) -> str | None:
    c = _of_phrase(tree, head)
    if c is None:
        return None
    found = next((m for m in discourse.within(*span(tree, c)) if m.country), None)
    return found.country.iso3 if found is not None and found.country else None


def _located(discourse: Discourse, tree: Tree, head: int) -> str | None:
    """The country that people are of by where they are: "opposition parties in Nepal", "the Albanians of southern Serbia"."""
    for c in tree.children[head]:
        if c > head and tree.tokens[c].dep in _OF:
            case = next((tree.tokens[k].text.lower() for k in tree.children[c] if tree.tokens[k].dep == "case"), "")
            found = discourse.within(*span(tree, c)) if case in _LOCATIVE else ()
            mention = next((m for m in found if m.country and m.country.kind == "name"), None)
            if mention is not None and mention.country:
                return mention.country.iso3
    return None


def _is_against(discourse: Discourse, mention: ActorMention) -> bool:
    """ "Anti-Taliban fighters" are not the Taliban's; "pro-Iran" and "-backed" ones are not the country's own either."""
    text = discourse.text
    left, right = text[max(0, mention.start - 5) : mention.start].lower(), text[mention.end : mention.end + 9].lower()
    return left.endswith(("anti-", "pro-")) or right.startswith(_LOOSE)


def _owned(discourse: Discourse, role: RoleWord, side: RoleWord, possessor: Actor | None, iso3: str | None) -> Actor | None:
    """The actor that a noun with an owner stands for: the group itself, or the owner's forces, police, government."""
    if possessor is not None and side.sector in _OWNED and not possessor.is_government:
        return possessor
    if iso3 is None:
        return None
    stands_for = side.stands_for
    if role.word in _CIVIL_PLACES or role.word in ("country", "nation", "state", "leader", "side"):
        stands_for = "government"
    if stands_for == "rebels":
        return _stands_for(discourse, role.word, iso3)
    if role.kind == "generic" and side is role:
        return possessor if possessor is not None and role.word in ("side", "country", "nation", "state") else None
    return institution(iso3, stands_for) if stands_for in ("government", "forces", "police") else None


def _stands_for(discourse: Discourse, word: str, iso3: str | None = None) -> Actor | None:
    """The actor that a description means in a document about its country: one valid row, or none."""
    wanted = [
        row
        for row in described_actors().get(word, ())
        if row.is_valid(discourse.day) and (row.iso3 == iso3 if iso3 else row.iso3 in discourse.countries)
    ]
    names = {row.name for row in wanted}
    if len(names) > 1:
        most = max(discourse.countries.get(row.iso3 or "", 0) for row in wanted)
        wanted = [row for row in wanted if discourse.countries.get(row.iso3 or "", 0) == most]
    return wanted[0] if len({row.name for row in wanted}) == 1 else None


def _topical(
    discourse: Discourse, tree: Tree, head: int, at_head: ActorMention, role: RoleWord, side: RoleWord
) -> Actor | None:
    """A description without an owner: what the table says it means here, else the institution of the document's topic."""
    words = _phrase_words(discourse, tree, head)
    if tree.tokens[head].dep in ("compound", "amod"):
        words = plural(words)
    found = _stands_for(discourse, words) or _stands_for(discourse, discourse.text[at_head.start : at_head.end].lower())
    if found is None and words.startswith(("regime ", "pro-regime ")) or words == "regime":
        regime = _stands_for(discourse, "regime")
        kind = "forces" if side.sector in _ARMED else "government"
        if regime is not None and regime.iso3:
            return institution(regime.iso3, kind)
    if found is not None:
        return found
    if _is_of_several(discourse, tree, head, role):
        return None
    is_institution = role.word in _INSTITUTIONS or (_has_the(tree, head) and side.stands_for in ("forces", "police", "government"))
    if is_institution and side.stands_for in ("forces", "police", "government") and discourse.topic and role.kind != "facility":
        return institution(discourse.topic, side.stands_for)
    return None


def _is_of_several(discourse: Discourse, tree: Tree, head: int, role: RoleWord) -> bool:
    """ "Western governments", "foreign troops", "both armies" are not the institution of one country."""
    words = {tree.tokens[c].text.lower() for c in tree.children[head] if c < head}
    is_many = tree.tokens[head].tag == "NNS" and role.word in _SINGLE
    return is_many or bool(words & _FOREIGN)


def _has_the(tree: Tree, head: int) -> bool:
    return any(tree.tokens[c].text.lower() in ("the", "its", "their") for c in tree.children[head])


def _phrase_words(discourse: Discourse, tree: Tree, head: int) -> str:
    """The phrase in lower case without determiners and numbers: "regime forces"."""
    first, _ = core(tree, head)
    start = next((i for i in range(first, head + 1) if not _is_stripped(tree, i, head)), head)
    return discourse.text[tree.tokens[start].start : tree.tokens[head].end].lower()


def _is_stripped(tree: Tree, i: int, head: int) -> bool:
    token = tree.tokens[i]
    word = token.text.lower()
    return i != head and (token.dep in _STRIPPED or word in CARDINALS or word in TENS or word in _VAGUE or token.tag in ("DT", "PRP$", "CD", "POS", "WP$", "PDT", "IN", "RB") or token.text == ",")


# ------------------------------------------------------------------------------------------------ the words themselves
def _worded(discourse: Discourse, tree: Tree, head: int, sector: str, iso3: str | None) -> Actor:
    """The phrase itself as a name, without determiner and number; a code only with a country."""
    first, last = core(tree, head)
    start = next((i for i in range(first, head + 1) if not _is_stripped(tree, i, head)), head)
    name = " ".join(discourse.text[tree.tokens[start].start : tree.tokens[last].end].split())
    is_first = start == 0 or not tree.tokens[start - 1].text[-1:].isalnum()
    is_name = tree.tokens[start].tag.startswith("NNP") or (" " in name and name.split()[-1][:1].isupper())
    if is_first and not is_name and name[1:2].islower() and not country_of(name.split()[0]):
        name = name[0].lower() + name[1:]
    if tree.tokens[head].dep in ("compound", "amod") and tree.tokens[head].tag in ("NN", "JJ") and name.lower() in nouns():
        name = plural(name)  # the rebels of "rebel attacks"
    return Actor(name, "", iso3 + sector if iso3 else "", sector, iso3)


def _words_only(discourse: Discourse, tree: Tree, head: int, inside: tuple[ActorMention, ...]) -> Referent | None:
    """A phrase whose head no table knows: a name of somebody, or a noun for people; None for anything else."""
    token = tree.tokens[head]
    is_plural = token.tag in ("NNS", "NNPS")
    iso3 = next((m.country.iso3 for m in reversed(inside) if m.country and m.country.kind == "adjective"), None)
    if token.tag.startswith("NNP"):
        known = next((m for m in inside if m.actors and not _is_against(discourse, m)), None)
        actor = discourse.pick(known.actors) if known is not None else None
        return Referent(actor, "group", is_plural) if actor else Referent(_worded(discourse, tree, head, "UNK", iso3), "name", is_plural)
    if token.lemma.lower() in word_class("people") and token.tag.startswith("NN"):
        role = nouns().get(token.text.lower())
        sector = role.sector if role is not None else "UNK"
        return Referent(_worded(discourse, tree, head, sector, iso3), "people" if is_plural else "person", is_plural)
    return None


def _gender(title: str) -> str:
    words = title.split()
    if any(w.endswith("woman") or w in ("queen", "princess", "lady", "wife", "mother") for w in words):
        return "female"
    return "male" if any(w.endswith("man") or w in ("king", "emir", "sultan", "prince", "pope") for w in words) else ""


def owner_of_thing(discourse: Discourse, tree: Tree, head: int) -> Referent | None:
    """Whose a thing is that somebody supports, rejects or demands: "Turkey's efforts", "a demand from the US president", "an
    Australian ultimatum". None when nobody owns it."""
    for c in tree.children[head]:
        token = tree.tokens[c]
        case = next((tree.tokens[k].text.lower() for k in tree.children[c] if tree.tokens[k].dep == "case"), "")
        if token.dep == "nmod:poss" and token.tag != "PRP$" or token.dep == "nmod" and case in ("of", "by", "from"):
            found = resolve_phrase(discourse, tree, c)
            if found is not None:
                return found
    start, end = span(tree, head)
    mention = next((m for m in discourse.within(start, end) if m.country or m.actors), None)
    if mention is None or _is_against(discourse, mention):
        return None
    actor = discourse.pick(mention.actors) if mention.actors else institution(mention.country.iso3, "government") if mention.country else None
    return Referent(actor, "government", start=start, end=end) if actor is not None else None
