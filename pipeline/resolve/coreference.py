"""Whom pronouns and definite descriptions stand for: he, it, they, his country, the group, these fighters, the two sides.

A small centering: candidates come from the sentence itself and the three before it, the nearer sentence first, subjects before
objects before the rest, and must agree in number and in being a person or not. In a quotation "we" and "I" are the
speaker's side. What does not agree with anything stays unresolved: no name is better than a wrong one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.find import syntax
from pipeline.lexicon.actors import Actor, institution
from pipeline.records import Argument, Quote, Reading, Tree
from pipeline.resolve.discourse import Discourse
from pipeline.resolve.nominal import Phrase, Referent
from pipeline.resolve.phrases import owner_of_thing, resolve_phrase

WINDOW = 3  # sentences back
_SPEAKER = frozenset("i me my mine myself we us our ours ourselves".split())
_PERSON = {"he": "male", "him": "male", "his": "male", "himself": "male", "she": "female", "her": "female", "hers": "female", "herself": "female"}
_THING = frozenset("it its itself".split())
_PLURAL = frozenset("they them their theirs themselves".split())
_STATE = frozenset(("GOV", "MIL", "COP", "LEG"))
_CLOSING = ("”", "»", "’’", "''")
_DEFINITE = frozenset("the this these those that both such".split())
_GROUPS = frozenset(
    "group militant fighter rebel organization organisation movement insurgent gunman attacker militia side country nation faction"
    " force troop soldier party ally jihadist terrorist assailant guerrilla insurgency gang man neighbor neighbour leader".split()
)
_RANK = {"nsubj": 0, "nsubj:pass": 0, "obj": 1, "iobj": 1, "nmod:poss": 2, "obl": 3, "obl:agent": 2, "nmod": 4, "compound": 4}
_HEADS = frozenset((*_RANK, "conj", "root", "appos", "ccomp", "xcomp"))


@dataclass(slots=True)
class Resolver:
    """Answers for the phrases of one reading, each once."""

    reading: Reading
    discourse: Discourse
    found: dict[Argument, Referent | None] = field(default_factory=dict)
    open: set[Argument] = field(default_factory=set)

    def referent(self, argument: Argument) -> Referent | None:
        """Who an argument stands for; None when it is nobody, or nobody that the text makes sure."""
        if argument in self.found:
            return self.found[argument]
        if argument in self.open:
            return None
        self.open.add(argument)
        referent = self._resolve(argument)
        self.open.discard(argument)
        self.found[argument] = referent
        return referent

    def owner(self, argument: Argument) -> Referent | None:
        """Whose the thing is that an argument names."""
        tree = self.reading.trees[argument.sentence]
        if tree is None:
            return None
        head = antecedent_head(tree, argument.head)
        pronoun = next((c for c in tree.children[head] if tree.tokens[c].tag == "PRP$"), None)
        if pronoun is not None:
            return self.referent(Argument(argument.sentence, pronoun))
        return owner_of_thing(self.discourse, tree, head) if tree.tokens[head].tag.startswith("NN") else None

    # -------------------------------------------------------------------------------------------- one phrase
    def _resolve(self, argument: Argument) -> Referent | None:
        tree = self.reading.trees[argument.sentence]
        if tree is None:
            return None
        head = antecedent_head(tree, argument.head)
        token = tree.tokens[head]
        word = token.text.lower()
        if token.tag in ("PRP", "PRP$"):
            return self._pronoun(tree, head, word)
        owner = self._owner(tree, head)
        described = self._described(tree, head, word) if owner is None else None
        if described is not None:
            return described
        found = resolve_phrase(self.discourse, tree, head, owner)
        if found is not None and not found.is_known and found.actor.sector in _STATE and not self._is_modified(tree, head):
            return self._same_institution(tree, head) or found
        return found

    def _same_institution(self, tree: Tree, head: int) -> Referent | None:
        """Bare "security forces" and "police" are those that the sentences before named with their country."""
        same = self._same_words(tree, head)
        return _at(same, *self._span(tree, head)) if same is not None and same.actor.sector in _STATE else None

    def _owner(self, tree: Tree, head: int) -> Actor | None:
        """Whom "his", "its", "our" before the noun stands for."""
        for c in tree.children[head]:
            if tree.tokens[c].tag == "PRP$":
                found = self.referent(Argument(tree.sentence.index, c))
                return found.actor if found is not None else None
        return None

    def _pronoun(self, tree: Tree, head: int, word: str) -> Referent | None:
        token = tree.tokens[head]
        if word in _SPEAKER:
            speaker = self._speaker(token.start)
            found = self.referent(speaker) if speaker is not None else None
        elif word in _PERSON:
            found = self._antecedent(tree, head, lambda r: r.kind in ("person", "name") and r.gender in ("", _PERSON[word]) and not r.is_plural)
        elif word in _THING:
            found = self._antecedent(tree, head, lambda r: r.kind in ("government", "group", "asset") and not r.is_plural)
        elif word in _PLURAL:
            found = self._antecedent(tree, head, lambda r: r.is_plural or r.kind in ("group", "people"))
        else:
            return None
        return None if found is None else _at(found, token.start, token.end)

    def _span(self, tree: Tree, head: int) -> tuple[int, int]:
        return Phrase(self.discourse, tree, head).span

    def _speaker(self, position: int) -> Argument | None:
        """The speaker of the quotation around a position; of one that runs on into the next paragraph, that one's speaker."""
        quotes: tuple[Quote, ...] = self.reading.quotes
        inside = [n for n, q in enumerate(quotes) if q.start <= position < q.end]
        for n in reversed(inside):
            while quotes[n].speaker is None and n + 1 < len(quotes) and self._runs_on(quotes[n], quotes[n + 1]):
                n += 1
            if quotes[n].speaker is not None:
                return quotes[n].speaker
        return None

    def _runs_on(self, one: Quote, other: Quote) -> bool:
        """No closing mark ends the first, and nothing stands between the two."""
        text = self.reading.document.text
        return not text[one.start : one.end].rstrip().endswith(_CLOSING) and not text[one.end : other.start].strip()

    # -------------------------------------------------------------------------------------------- descriptions
    def _described(self, tree: Tree, head: int, word: str) -> Referent | None:
        """ "The group", "these fighters", "the two sides": the last known group that fits; None when the words name one."""
        token = tree.tokens[head]
        lemma = token.lemma.lower()
        determiner = next((tree.tokens[c].text.lower() for c in tree.children[head] if tree.tokens[c].dep in ("det", "det:predet")), "")
        if determiner not in _DEFINITE or not token.tag.startswith("NN") or token.tag.startswith("NNP"):
            return None
        same = self._same_words(tree, head)
        if same is not None:
            return _at(same, *self._span(tree, head))
        if lemma not in _GROUPS or self._is_modified(tree, head):
            return None
        armed = lemma not in ("country", "nation", "side", "party", "neighbor", "neighbour", "leader", "man", "ally")
        if lemma in ("country", "nation"):
            fits = lambda r: r.actor.sector == "GOV" and bool(r.actor.iso3)  # noqa: E731
        elif armed:
            sectors = ("REB", "UAF", "CRM") if lemma not in ("force", "troop", "soldier") else ("MIL", "REB", "UAF")
            fits = lambda r: r.actor.sector in sectors and r.is_known  # noqa: E731
        else:
            return None
        found = self._antecedent(tree, head, fits)
        if found is None or (determiner == "the" and lemma in ("force", "troop", "soldier", "man")):
            return None
        return _at(found, *self._span(tree, head))

    def _same_words(self, tree: Tree, head: int) -> Referent | None:
        """A known actor that the same noun named before: "these posts" after "Turkey's military posts"."""
        lemma, own = tree.tokens[head].lemma, _modifiers(tree, head)
        index = tree.sentence.index
        for before in range(index, max(-1, index - 1 - WINDOW), -1):
            other = self.reading.trees[before]
            if other is None or self.reading.sentences[before].kind == "heading":
                continue
            for i in reversed([t.i for t in other.tokens if t.lemma == lemma and (before < index or t.i < head)]):
                found = self.referent(Argument(before, i)) if own <= _modifiers(other, i) else None
                if found is not None and found.is_known and (_modifiers(other, i) - own or found.actor.iso3):
                    return found
        return None

    def _is_modified(self, tree: Tree, head: int) -> bool:
        deps = ("amod", "compound", "nmod:poss", "nmod")
        return any(tree.tokens[c].dep in deps and tree.tokens[c].text.lower() not in ("armed", "same", "militant") for c in tree.children[head])

    # -------------------------------------------------------------------------------------------- antecedents
    def _antecedent(self, tree: Tree, head: int, fits: object) -> Referent | None:
        """The first candidate that fits. A pronoun outside quotation marks does not go back to a name inside them."""
        index, is_quoted = tree.sentence.index, self._is_quoted(tree.tokens[head].start)
        here = [i for i in _nominals(tree) if i < head and not _shares_clause(tree, i, head)]
        for found in self._fitting(tree, here, fits, is_quoted):
            return found
        steps = 0
        for before in range(index - 1, max(-1, index - 1 - 2 * WINDOW), -1):
            sentence = self.reading.sentences[before]
            if sentence.kind == "heading" or (not is_quoted and self._is_quoted(sentence.start) and self._is_quoted(sentence.end - 2)):
                continue
            steps += 1
            if steps > WINDOW:
                break
            other = self.reading.trees[before]
            if other is not None:
                for found in self._fitting(other, _nominals(other), fits, is_quoted):
                    return found
            else:
                for found in self._fitting_words(sentence.start, sentence.end, fits):
                    return found
        return None

    def _is_quoted(self, position: int) -> bool:
        return any(q.direct and q.start <= position < q.end for q in self.reading.quotes)

    def _fitting(self, tree: Tree, heads: list[int], fits: object, is_quoted: bool) -> list[Referent]:
        ranked = sorted(heads, key=lambda i: (_rank(tree, i), i))
        for i in ranked:
            if tree.tokens[i].tag == "EX" or tree.tokens[i].text.lower() in _SPEAKER:
                continue
            if not is_quoted and self._is_quoted(tree.tokens[i].start):
                continue
            referent = self.referent(Argument(tree.sentence.index, i))
            if referent is not None and fits(referent):  # type: ignore[operator]
                return [referent]
        return []

    def _fitting_words(self, start: int, end: int, fits: object) -> list[Referent]:
        """The first fitting name of a sentence that has no tree."""
        for mention in self.discourse.within(start, end):
            actor = self.discourse.pick(mention.actors) if mention.actors else None
            kind = "group"
            if mention.country and mention.country.kind in ("name", "capital"):
                actor, kind = institution(mention.country.iso3, "government"), "government"
            if actor is not None:
                kind = "government" if actor.sector == "GOV" else kind
                referent = Referent(actor, kind, start=mention.start, end=mention.end)
                if fits(referent):  # type: ignore[operator]
                    return [referent]
        return []


def antecedent_head(tree: Tree, head: int) -> int:
    """The word a phrase is about: "dozens of soldiers", "a group of rebels", "12 of them" are soldiers, rebels, they."""
    head = real_head(tree, head)
    token = tree.tokens[head]
    if token.tag == "CD" or token.lemma.lower() in _PARTITIVE:
        for c in tree.children[head]:
            is_of = any(tree.tokens[k].text.lower() == "of" for k in tree.children[c] if tree.tokens[k].dep == "case")
            if c > head and tree.tokens[c].dep == "nmod" and is_of:
                return antecedent_head(tree, c)
    return head


def real_head(tree: Tree, head: int) -> int:
    """What a relative pronoun stands for; in place of a stray mark that the tree took for a noun, the noun beside it."""
    head = syntax.antecedent(tree, head)
    token = tree.tokens[head]
    if any(tree.tokens[c].text.lower() == "including" for c in tree.children[head] if c < head):
        return _before_including(tree, head)
    if any(c.isalnum() for c in token.text):
        return head
    siblings = (c for c in tree.children[token.head] if c != head and tree.tokens[c].dep == token.dep)
    return next(siblings, head)


def _before_including(tree: Tree, head: int) -> int:
    """The noun that "including" details, where the tree made the detail the head: "Russian aircraft, including gunships, …"."""
    mark = next(c for c in tree.children[head] if tree.tokens[c].text.lower() == "including")
    before = (i for i in range(mark - 1, max(-1, mark - 4), -1) if tree.tokens[i].tag.startswith("NN"))
    return next(before, head) if tree.tokens[head].dep.startswith("nsubj") else head


_PARTITIVE = frozenset(
    "dozen score hundred thousand million ten number group total handful couple pair majority some many most several few all one none"
    " body life death convoy column crowd band wave series kind type part rest family any each half killing murder remain".split()
)


def _modifiers(tree: Tree, head: int) -> set[str]:
    """The words before a noun that say which, in lower case."""
    deps = ("amod", "compound", "nmod:poss")
    return {tree.tokens[c].lemma.lower() for c in tree.children[head] if c < head and tree.tokens[c].dep in deps}


def _nominals(tree: Tree) -> list[int]:
    return [t.i for t in tree.tokens if t.dep in _HEADS and (t.tag.startswith(("NN", "PRP")) or t.pos in ("PROPN", "PRON"))]


def _rank(tree: Tree, i: int) -> int:
    token = tree.tokens[i]
    while token.dep in ("conj", "appos") and token.head != token.i:
        token = tree.tokens[token.head]
    return _RANK.get(token.dep, 5)


def _shares_clause(tree: Tree, i: int, pronoun: int) -> bool:
    """Both are arguments of one verb, so that they are not the same ("the army said it": said is another clause than it)."""
    token = tree.tokens[pronoun]
    if token.dep == "nmod:poss":
        return i == token.head
    if token.dep not in ("nsubj", "nsubj:pass") and syntax.is_verbal(tree.tokens[token.head]):
        if syntax.surface_subject(tree, token.head) == i:
            return True
    return tree.tokens[i].head == token.head and token.dep != "conj"


def _at(referent: Referent, start: int, end: int) -> Referent:
    return Referent(referent.actor, referent.kind, referent.is_plural, referent.gender, start, end)
