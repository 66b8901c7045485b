"""A noun phrase as the actor layer reads it: its core, the mentions in it, the words without determiner and number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.find.match import is_body
from pipeline.gazetteer.countries import country_of
from pipeline.lexicon.actors import Actor, nouns, plural
from pipeline.lexicon.days import DAYS
from pipeline.lexicon.quantities import CARDINALS, TENS
from pipeline.lexicon.words import word_class
from pipeline.parse.casing import is_capitals
from pipeline.records import Token, Tree
from pipeline.resolve.discourse import Discourse
from pipeline.tag.actors import ActorMention, fold_word

WITHOUT_FORCES = frozenset(("PSE", "VAT"))  # nations that have no army: their attacks are no state's
TIMES = DAYS | {"today", "yesterday", "tomorrow"}
_LEFT = frozenset(("compound", "amod", "flat", "nmod:poss", "nummod", "det", "nmod", "advmod", "nmod:desc", "det:predet"))
_NOT_IN_CORE = frozenset(("punct", "acl:relcl", "acl", "conj", "cc", "appos", "parataxis", "dep"))
_QUALIFYING = ("IN", "RB", "JJR", "JJS", "RBR", "RBS")
_OPENING = (",", "IN", "CC", "-LRB-", "``", "''")
_OF_A_NAME = frozenset(("of", "for", "to"))  # "the Movement for the Liberation of Casamance"
_IN_A_NAME = frozenset(("the", "all", "and", *_OF_A_NAME))
_MAX_SMALL = 2  # small words in a row: "of the"
_STRIPPED_DEPS = frozenset(("det", "nummod", "det:predet", "nmod:poss", "advmod"))
_STRIPPED_TAGS = frozenset(("DT", "PRP$", "CD", "POS", "WP$", "PDT", "IN", "RB", ","))
_STRIPPED_WORDS = frozenset(
    "own mr mrs ms mr. mrs. ms. miss several many some few numerous dozens hundreds thousands scores more most other various"
    " countless later earlier meanwhile".split()
) | frozenset((*CARDINALS, *TENS))
_NOT_THEIRS = tuple(
    "-backed -aligned -allied -linked -support -occup -controlled -held -based -trained -flag -registered -own -operated -made"
    " -built -designed -broker -sponsor -fund -born -speaking -suppl".split()
)


@dataclass(frozen=True, slots=True)
class Referent:
    """Who a phrase stands for. `kind`: person, people, group, government, asset, facility, generic or name (a capitalised name
    of nobody known); it serves agreement, as do `is_plural` and `gender`. `[start, end)` are the words that stand there."""

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


@dataclass(frozen=True)
class Phrase:
    """One noun phrase, by its head, in its document. Everything is computed when first asked for."""

    discourse: Discourse
    tree: Tree
    head: int

    @property
    def token(self) -> Token:
        """The head."""
        return self.tree.tokens[self.head]

    @cached_property
    def core(self) -> tuple[int, int]:
        """First and last token of the core: what stands before the head and names behind it, no clauses or prepositions. A title
        of several words stays whole: the "attorney" of "the attorney general's office"."""
        first = _trimmed_left(self.tree, self.head, _leftmost(self.tree, self.head))
        title = next((m for m in self.discourse.within(self.token.start, self.token.end) if m.kind == "title"), None)
        while title is not None and first and title.start <= self.tree.tokens[first - 1].start:
            first -= 1
        return first, _rightmost(self.tree, self.head)

    @cached_property
    def span(self) -> tuple[int, int]:
        """The core's characters `[start, end)`."""
        first, last = self.core
        return self.tree.tokens[first].start, self.tree.tokens[last].end

    @cached_property
    def inside(self) -> tuple[ActorMention, ...]:
        """The mentions in the core."""
        return self.discourse.within(*self.span)

    @cached_property
    def at_head(self) -> ActorMention | None:
        """The mention that holds the head."""
        return next((m for m in self.inside if m.start < self.token.end and self.token.start < m.end), None)

    @property
    def is_plural(self) -> bool:
        """The head is a plural noun."""
        return self.token.tag == "NNS"

    @property
    def is_name(self) -> bool:
        """The head is a proper noun."""
        return self.token.tag.startswith("NNP") or self.token.pos == "PROPN"

    @property
    def is_modifier(self) -> bool:
        """The phrase stands before another noun: "rebel" of "rebel attacks"."""
        return self.token.dep in ("compound", "amod")

    @property
    def is_body(self) -> bool:
        """The head ends the name of an organisation: "Front", "Movement"."""
        return is_body(self.token)

    def children(self) -> Iterator[Token]:
        """The head's dependents."""
        return (self.tree.tokens[c] for c in self.tree.children[self.head])

    def has(self, *words: str) -> bool:
        """One of the head's dependents is one of these words, in lower case."""
        return any(token.text.lower() in words for token in self.children())

    def behind(self, *cases: str) -> Iterator[Phrase]:
        """The prepositional phrases behind the head with one of these prepositions."""
        for c in self.tree.children[self.head]:
            if c > self.head and self.tree.tokens[c].dep == "nmod":
                phrase = Phrase(self.discourse, self.tree, c)
                if phrase.has(*cases):
                    yield phrase

    def person(self) -> Actor | None:
        """Whom a person speaks for whom an office introduced, by full or last name."""
        first, last = self.core
        names = [fold_word(t.text) for t in self.tree.tokens[first : last + 1] if t.tag.startswith("NNP")]
        return next((a for n in range(len(names)) if (a := self.discourse.people.get(" ".join(names[n:]))) is not None), None)

    def words(self) -> str:
        """The phrase up to its head in lower case, without determiners and numbers: "regime forces"."""
        text = self.discourse.text[self.tree.tokens[self._start].start : self.token.end].lower()
        return plural(text) if self.is_modifier else text

    def worded(self, sector: str, iso3: str | None) -> Actor:
        """The phrase itself as a name, without determiner and number; a code only with a country.

        Of a sentence in capitals only names keep them: "NATO soldiers".
        """
        tokens, start = self.tree.tokens, self._start
        name = " ".join(self.discourse.text[tokens[start].start : tokens[self.core[1]].end].split())
        if name.isupper() and is_capitals([token.text for token in tokens]):
            name = self._recased(start)
        opens = start == 0 or not tokens[start - 1].text[-1:].isalnum()
        is_name = tokens[start].tag.startswith("NNP") or (" " in name and name.split()[-1][:1].isupper())
        first = name.split()[0]
        if opens and not is_name and name[1:2].islower() and not country_of(first) and first.lower() not in word_class("proper"):
            name = name[0].lower() + name[1:]
        role = nouns().get(name.lower())
        if self.is_modifier and self.token.tag in ("NN", "JJ") and role is not None and role.kind != "group":
            name = plural(name)  # the rebels of "rebel attacks"
        return Actor(name, "", iso3 + sector if iso3 else "", sector, iso3)

    def _recased(self, start: int) -> str:
        """The words from a token on, those that are no names in small letters."""
        text, out = self.discourse.text, ""
        for token in self.tree.tokens[start : self.core[1] + 1]:
            is_name = token.tag.startswith("NNP") or country_of(token.text) is not None
            gap = " " if out and text[token.start - 1].isspace() else ""
            out += gap + (token.text if is_name else token.text.lower())
        return out

    @property
    def _start(self) -> int:
        """The first token that is part of the name."""
        tokens = self.tree.tokens
        own = range(self.core[0], self.head)
        kept = (i for i in own if not _is_stripped(tokens[i]) or _is_age(tokens, i) or _names_members(tokens, i, self.head))
        start = next(kept, self.head)
        while start - 2 >= self.core[0] and tokens[start - 1].text == "-" and tokens[start - 2].text.isalpha():
            start -= 2  # "far-right supporters"
        return start


def is_against(discourse: Discourse, mention: ActorMention) -> bool:
    """ "Anti-Taliban fighters" are not the Taliban's; "pro-Iran" and "-backed" ones are not the country's own either."""
    return is_another_s(discourse.text, mention)


def is_another_s(text: str, mention: ActorMention) -> bool:
    """The same in a text: what is "pro-Russian" or "Iran-backed" is not Russia's or Iran's own."""
    left, right = text[max(0, mention.start - 5) : mention.start].lower(), text[mention.end : mention.end + 11].lower()
    return left.endswith(("anti-", "pro-")) or right.startswith(_NOT_THEIRS)


def _leftmost(tree: Tree, head: int) -> int:
    first = head
    stack = [c for c in tree.children[head] if c < head and tree.tokens[c].dep in _LEFT]
    while stack:
        i = stack.pop()
        first = min(first, i)
        stack.extend(c for c in tree.children[i] if c < head and tree.tokens[c].dep not in _NOT_IN_CORE)
    return first


def _trimmed_left(tree: Tree, head: int, first: int) -> int:
    """Without "at least", what a comma parts that is no adjective, and stray openings."""
    tokens = tree.tokens
    number = next((i for i in range(first, head) if tokens[i].tag == "CD"), first)
    if number > first and tokens[first].tag in _QUALIFYING:
        first = number
    commas = (i for i in range(head - 1, first, -1) if tokens[i].text == "," and not tokens[i - 1].tag.startswith("JJ"))
    first = max(first, next(commas, first - 1) + 1)
    while first < head and tokens[first].tag in _OPENING:
        first += 1
    return first


def _rightmost(tree: Tree, head: int) -> int:
    """The end of the name that goes on behind the head."""
    last = head
    for c in _behind(tree, head):
        token = tree.tokens[c]
        is_name = token.dep in ("flat", "flat:name", "compound", "compound:prt") or (
            token.dep == "appos" and c == last + 1 and token.tag == "NNP"
        )
        between = tree.tokens[last + 1 : c + 1]  # "Paul-Henri" is one name
        if c > head and is_name and all(t.tag.startswith("NNP") or t.i == c or t.text == "-" for t in between):
            last = max(last, c)
    while last > head and tree.tokens[last].text.lower() in TIMES:
        last -= 1
    return _end_of_body(tree, head) if last == head and is_body(tree.tokens[head]) else last


def _end_of_body(tree: Tree, head: int) -> int:
    """The last word of an organisation's name: capitalised words behind "of" or "for", and behind "and" in that phrase."""
    tokens, last, i = tree.tokens, head, head + 1
    while i < len(tokens):
        name = i
        while name < len(tokens) and name - i < _MAX_SMALL and tokens[name].text.lower() in _IN_A_NAME:
            name += 1
        if name == len(tokens) or not _is_in_name(tokens[name]):
            break
        if name == i and last == head:
            break
        if name > i and not _goes_on(tokens[i], tokens[name], head, last):
            break
        last, i = name, name + 1
    return last


def _is_in_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.tag.startswith(("NN", "JJ")) and token.text.lower() not in TIMES


def _goes_on(small: Token, name: Token, head: int, last: int) -> bool:
    """A small word leads on in a name: "of", or "and" between two words of its "of" phrase."""
    is_listed = small.text.lower() == "and" and name.dep == "conj" and head < name.head <= last
    return small.text.lower() in _OF_A_NAME or is_listed


def _names_members(tokens: tuple[Token, ...], i: int, head: int) -> bool:
    """The plural before the noun of an organisation, which is part of its name: "Workers' Party", "a doctors' group"."""
    token = tokens[i]
    if token.dep != "nmod:poss" or token.head != head or tokens[head].lemma.lower() not in word_class("body"):
        return False
    return token.tag == "NNPS" or (
        token.tag[:2] == "NN" and token.lemma.lower() in word_class("people") | word_class("profession")
    )


def _behind(tree: Tree, head: int) -> Iterator[int]:
    """The words that hang on the head, and on the parts of a name behind it: "leader Jimmy Cherizier"."""
    for c in tree.children[head]:
        yield c
        if c > head and tree.tokens[c].dep.startswith("flat"):
            yield from _behind(tree, c)


def _is_age(tokens: tuple[Token, ...], i: int) -> bool:
    """The number of a "76-year-old man", which is part of what he is called; "twenty-one" is only a number."""
    return len(tokens) > i + 2 and tokens[i + 1].text == "-" and tokens[i + 2].text.lower() in ("year", "month", "day")


def _is_stripped(token: Token) -> bool:
    is_word = token.dep in _STRIPPED_DEPS or token.tag in _STRIPPED_TAGS or token.text.lower() in _STRIPPED_WORDS
    return is_word or token.text == "-" or token.text.lower() in TIMES  # "On Sunday government forces …"
