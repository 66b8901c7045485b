"""Whom pronouns and definite descriptions stand for: he, it, they, his country, the group, these fighters, these posts.

A small centering: candidates come from the sentence itself and the three before it, the nearer sentence first, subjects before
objects before the rest, and must agree in number and in being a person or not. In a quotation "we" and "I" are the
speaker's side. What does not agree with anything stays unresolved: no name is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pipeline.find import syntax
from pipeline.find.arguments import is_passive, surface_subject
from pipeline.lexicon.actors import Actor, institution, nouns
from pipeline.lexicon.words import word_class
from pipeline.records import Argument, Quote, Reading, Tree
from pipeline.resolve.agreement import BESIDE, NAMEABLE, PLURAL, SAME, THING, TRAITS, UNIONS, Fits, agreement, description
from pipeline.resolve.antecedents import (
    LOCATIVE,
    antecedent_head,
    captives,
    is_about_event,
    is_hearer,
    is_named_beside,
    is_where_it_is,
    modifiers,
    nominals,
    opens_with_event,
    rank,
    shares_clause,
    shot_at,
)
from pipeline.resolve.discourse import Discourse
from pipeline.resolve.institutions import institution_meant, says_nothing_more
from pipeline.resolve.named import government_of
from pipeline.resolve.nominal import Phrase, Referent
from pipeline.resolve.pairs import WINDOW as PAIR_WINDOW
from pipeline.resolve.pairs import are_listed, are_main, pair_of, parties_named, told_together
from pipeline.resolve.phrases import owner_of_thing, resolve_phrase
from pipeline.resolve.role_nouns import bare_institution
from pipeline.tag.actors import ActorMention, fold_word

WITH = frozenset(("with",))
MEETING = frozenset(("meet", "talk", "confer"))
THIRD = frozenset(("he", "him", "his", "she", "her"))
WINDOW = 3  # sentences back, headings and quotations apart
LONG_WINDOW = 20  # for "the coalition", of which a text has one
_SPEAKER = frozenset("i me my mine myself we us our ours ourselves".split())
_DEFINITE = frozenset("the this these those that both such".split())
_HELPERS = frozenset(("IGO", "NGO"))
_STATE = frozenset(("GOV", "MIL", "COP", "LEG"))
_REFLEXIVE = ("self", "selves")
_CLOSING = ("”", "»", "’’", "''")


@dataclass(slots=True)
class Resolver:
    """Answers for the phrases of one reading, each once. `open` holds the phrases under way, so that no two wait for another."""

    reading: Reading
    discourse: Discourse
    found: dict[Argument, Referent | None] = field(default_factory=dict)
    open: set[Argument] = field(default_factory=set)

    def referent(self, argument: Argument) -> Referent | None:
        """Who an argument stands for; None when it is nobody, or nobody that the text makes sure."""
        if argument in self.found or argument in self.open:
            return self.found.get(argument)
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
        if tree.tokens[head].tag in ("PRP", "PRP$"):
            return self._pronoun(tree, head)
        found = self._counted(tree, head) or self._named_group(tree, head)
        if found is not None:
            return found
        owner = self._possessor(tree, head)
        described = self._described(tree, head) if owner is None else None
        found = self._of_each(tree, head, described or resolve_phrase(self.discourse, tree, head, owner))
        if found is not None and found.kind == "person" and not found.is_known:
            return self._by_apposition(tree, head, found)
        if found is None or found.is_known or found.actor.sector not in _STATE or modifiers(tree, head) - SAME:
            return found
        same = self._same_words(tree, head)  # bare "security forces" are those that were named with their country
        if same is not None and same.actor.sector in _STATE:
            return same
        return self._of_last_state(tree, head, found)

    def _of_each(self, tree: Tree, head: int, found: Referent | None) -> Referent | None:
        """ "The two countries' presidents" speak for both."""
        owners = (c for c in tree.children[head] if tree.tokens[c].dep == "nmod:poss" and tree.tokens[c].tag == "NNS")
        owner = next(owners, None)
        if owner is None or found is None or not found.actor.is_government or tree.tokens[head].tag != "NNS":
            return found
        both = self.referent(Argument(tree.sentence.index, owner))
        is_of_states = both is not None and both.others and all(one.is_government for one in (both.actor, *both.others))
        return replace(found, actor=both.actor, others=both.others) if both is not None and is_of_states else found

    def _by_apposition(self, tree: Tree, head: int, found: Referent) -> Referent:
        """ "The governor, Jo Doe": the holder of an office by the name behind it."""
        names = (c for c in tree.children[head] if tree.tokens[c].dep == "appos" and tree.tokens[c].tag.startswith("NNP"))
        named = next((r for c in names if (r := resolve_phrase(self.discourse, tree, c)) is not None), None)
        if named is None or named.kind not in ("name", "person") or " " not in named.actor.name:
            return found
        return named if named.is_known else replace(found, actor=replace(found.actor, name=named.actor.name))

    def _named_group(self, tree: Tree, head: int) -> Referent | None:
        """ "His party, the Front for Unity", "its ally China": a group or a state by the name behind it."""
        lemma = tree.tokens[head].lemma.lower()
        if lemma not in NAMEABLE | BESIDE:
            return None
        names = (c for c in tree.children[head] if tree.tokens[c].dep == "appos" and tree.tokens[c].tag.startswith("NNP"))
        named = next((r for c in names if (r := resolve_phrase(self.discourse, tree, c)) is not None), None)
        if named is not None and lemma in BESIDE:
            return named if named.is_known else None
        if named is None or named.kind not in ("name", "group"):
            return None
        sector = nouns()[tree.tokens[head].text.lower()].sector if tree.tokens[head].text.lower() in nouns() else "UNK"
        return named if named.is_known else replace(named, actor=replace(named.actor, sector=sector), kind="group")

    def _of_last_state(self, tree: Tree, head: int, found: Referent) -> Referent:
        """ "The army", "the police" of a text about several countries: those of the state that acted last."""
        stands_for = bare_institution(Phrase(self.discourse, tree, head))
        if not stands_for:
            return found
        acting = self._antecedents(tree, head, lambda r: bool(r.actor.iso3) and r.actor.sector in _STATE)
        state = next(acting, None)
        own = institution(state.actor.iso3, stands_for) if state is not None and state.actor.iso3 else None
        return replace(found, actor=own) if own is not None else found

    def _possessor(self, tree: Tree, head: int) -> Actor | None:
        """Whom "his", "its", "our" before the noun stands for, or "the group's", if that is somebody known."""
        own = (c for c in tree.children[head] if tree.tokens[c].tag == "PRP$" or tree.tokens[c].dep == "nmod:poss")
        owner = next((c for c in own if tree.tokens[c].tag in ("PRP$", "NN", "NNS")), None)
        if owner is None:
            return None
        found = self.referent(Argument(tree.sentence.index, owner))
        is_sure = found is not None and (found.is_known or tree.tokens[owner].tag == "PRP$")
        return found.actor if found is not None and is_sure else None

    # -------------------------------------------------------------------------------------------- pronouns
    def _pronoun(self, tree: Tree, head: int) -> Referent | None:
        token = tree.tokens[head]
        word = token.text.lower()
        if word.endswith(_REFLEXIVE):
            return None  # "killed himself and four others": whoever does it is told beside it
        if word in _SPEAKER:
            speaker = self._speaker(token.start)
            found = self.referent(speaker) if speaker is not None else None
        else:
            fits = agreement(word, owned=tree.tokens[token.head].text.lower() if token.dep == "nmod:poss" else "")
            speaker = self._speaker(token.start) if word in THIRD else None
            own = self.referent(speaker) if speaker is not None else None  # nobody calls himself "he"
            others = (r for r in self._antecedents(tree, head, fits) if own is None or r.actor != own.actor) if fits else ()
            found = next(iter(others), None)
            if word in PLURAL and found is not None and not found.is_plural:  # several, before one group
                found = next(self._antecedents_here(tree, head, lambda r: r.is_plural), None) or self._several(tree, head, found)
        return None if found is None else replace(found, start=token.start, end=token.end)

    def _several(self, tree: Tree, head: int, found: Referent) -> Referent:
        """Those whom the sentence of one group tells of in the plural: the refugees of "refugees crossed, the agency said" are
        "they"; the group where it tells of none."""
        sentence = next((s for s in self.reading.sentences if s.start <= found.start < s.end), None)
        if found.is_known and found.actor.sector not in _HELPERS:
            return found
        several = self._antecedents(tree, head, lambda r: r.is_plural and r.kind == "people")
        other = next(several, None) if sentence is not None else None
        is_there = other is not None and sentence is not None and sentence.start <= other.start < sentence.end
        return other if other is not None and is_there else found

    def _speaker(self, position: int) -> Argument | None:
        """The speaker of the quotation around a position; of one that runs on into the next paragraph, that one's speaker."""
        quotes: tuple[Quote, ...] = self.reading.quotes
        for n in reversed([n for n, q in enumerate(quotes) if q.start <= position < q.end]):
            while quotes[n].speaker is None and n + 1 < len(quotes) and self._runs_on(quotes[n], quotes[n + 1]):
                n += 1
            if quotes[n].speaker is not None:
                return quotes[n].speaker
        return None

    def _runs_on(self, one: Quote, other: Quote) -> bool:
        """No closing mark ends the first, and nothing stands between the two."""
        text = self.reading.document.text
        return not text[one.start : one.end].rstrip().endswith(_CLOSING) and not text[one.end : other.start].strip()

    def _is_quoted(self, position: int) -> bool:
        return any(q.direct and q.start <= position < q.end for q in self.reading.quotes)

    # -------------------------------------------------------------------------------------------- descriptions
    def _described(self, tree: Tree, head: int) -> Referent | None:
        """ "These posts", "the group", "these fighters", "the country": what the same noun, or a fitting one, named before."""
        token = tree.tokens[head]
        determiner = next((tree.tokens[c].text.lower() for c in tree.children[head] if tree.tokens[c].dep.startswith("det")), "")
        lemma = token.lemma.lower()
        if determiner not in _DEFINITE or not token.tag.startswith("NN"):
            return None
        if token.tag.startswith("NNP") and not token.text.islower():
            phrase = Phrase(self.discourse, tree, head)
            is_whole = phrase.core[1] > head or (phrase.at_head is not None and phrase.at_head.actors)  # "the Council of Elders"
            meant = self._institution(tree, head) if not is_whole else None  # "the Council"
            return self._at(meant, tree, head) if meant is not None else None
        same = self._same_words(tree, head) or self._institution(tree, head)
        traits = modifiers(tree, head) - SAME - TRAITS
        fits = description(lemma, token.tag == "NNS", determiner) if same is None and not traits else None
        found = same or (next(self._antecedents(tree, head, fits), None) if fits is not None else None)
        return self._at(found, tree, head) if found is not None else None

    def _institution(self, tree: Tree, head: int) -> Referent | None:
        """ "The bloc", "the court": the institution of that kind that was named last."""
        token = tree.tokens[head]
        is_name = token.text[:1].isupper()
        if (token.tag == "NNS" and not is_name) or not says_nothing_more(modifiers(tree, head)):
            return None
        actor = institution_meant(self.discourse, token.lemma.lower(), token.start, is_name)
        return Referent(actor, "group") if actor is not None else None

    def _counted(self, tree: Tree, head: int) -> Referent | None:
        """ "The two sides", "both countries", "the two men": those whom the text told together last, or alone."""
        wanted = pair_of(tree, head)
        if wanted is None:
            return None
        index = tree.sentence.index
        for before in range(index, max(-1, index - 1 - PAIR_WINDOW), -1):
            other = self.reading.trees[before]
            if other is None or self.reading.sentences[before].kind == "heading":
                continue
            until = head if before == index else len(other.tokens)
            one_phrase = (self.referent(Argument(before, i)) for i in nominals(other) if i < until and wanted.sectors)
            several = [r for r in one_phrase if r is not None and r.others and wanted.is_many(1 + len(r.others))]
            if several:
                return self._at(several[-1], tree, head)
            for heads in told_together(other, wanted, until):
                if before == index and any(shares_clause(tree, i, head) for i in heads):
                    continue
                found = [r for i in heads if (r := self.referent(Argument(before, i))) is not None and wanted.fits(r)]
                is_all = wanted.is_many(len({r.actor.name for r in found})) and len(found) == len(heads)
                if is_all and (are_listed(other, heads) or are_main(self.discourse, found)):
                    last = self._at(found[-1], tree, head)
                    return replace(last, is_plural=True, others=tuple(r.actor for r in found[:-1]))
        named = parties_named(self.discourse, tree.tokens[head].start, wanted)
        return self._at(Referent(named[-1], "government", True, others=named[:-1]), tree, head) if named else None

    def _same_words(self, tree: Tree, head: int) -> Referent | None:
        """A known actor that the same noun named before: "these posts" after "Turkey's military posts"."""
        own, index, lemma = modifiers(tree, head), tree.sentence.index, tree.tokens[head].lemma.lower()
        window = LONG_WINDOW if lemma in UNIONS else WINDOW
        for before in range(index, max(-1, index - 1 - window), -1):
            other = self.reading.trees[before]
            if other is None or self.reading.sentences[before].kind == "heading":
                continue
            same = [t.i for t in other.tokens if t.lemma.lower() == lemma and (before < index or t.i < head)]
            for i in reversed([i for i in same if own <= modifiers(other, i)]):
                found = self.referent(Argument(before, i))
                if found is not None and (found.is_known or _is_named_so(other, i)):
                    return self._at(found, tree, head)
        return None

    def _at(self, referent: Referent, tree: Tree, head: int) -> Referent:
        start, end = Phrase(self.discourse, tree, head).span
        others = referent.others if tree.tokens[head].tag == "NNS" else ()
        return replace(referent, start=start, end=end, others=others)

    # -------------------------------------------------------------------------------------------- antecedents
    def _antecedents(self, tree: Tree, head: int, fits: Fits) -> Iterator[Referent]:
        """Candidates that fit, best first. A pronoun outside quotation marks does not go back to a name inside them, and an
        "it" that does not speak stands for nobody where the text speaks of an event."""
        is_quoted = self._is_quoted(tree.tokens[head].start)
        may_be_event = tree.tokens[head].text.lower() in THING and not _speaks(tree, head)
        speaks = _speaks(tree, head)
        yield from self._antecedents_here(tree, head, fits)
        if may_be_event and is_about_event(tree, head):
            return
        for before in self._sentences_before(tree.sentence.index, is_quoted):
            other = self.reading.trees[before]
            if other is not None:
                if may_be_event and is_about_event(other):
                    return
                heads = [i for i in nominals(other) if not is_named_beside(other, i, tree, head)]
                yield from self._fitting(other, captives(tree, other, head), fits, is_quoted, speaks)
                yield from self._fitting(other, heads, fits, is_quoted, speaks)
            else:
                sentence = self.reading.sentences[before]
                if may_be_event and opens_with_event(self.reading.document.text[sentence.start : sentence.end]):
                    return
                yield from filter(fits, self._named_in(sentence.start, sentence.end))

    def _antecedents_here(self, tree: Tree, head: int, fits: Fits) -> Iterator[Referent]:
        """Candidates in the sentence itself."""
        speaks = _speaks(tree, head)
        speaker = _own_speaker(tree, head)
        if speaker is not None and tree.tokens[head].text.lower() in THING:
            yield from self._fitting(tree, [speaker], _is_no_person, self._is_quoted(tree.tokens[head].start), speaks)
        if speaker is not None:
            yield from self._fitting(tree, [speaker], fits, self._is_quoted(tree.tokens[head].start), speaks)
        is_put_in = speaks and tree.tokens[tree.tokens[head].head].dep == "parataxis"  # "…, he said": not of whom he speaks
        here = [i for i in nominals(tree) if i < head and not shares_clause(tree, i, head)]
        targets = shot_at(tree, head) or [i for i in captives(tree, tree, head) if i < head]
        yield from self._fitting(tree, [i for i in here if i in targets], fits, self._is_quoted(tree.tokens[head].start), speaks)
        yield from self._fitting(tree, here if not is_put_in else [], fits, self._is_quoted(tree.tokens[head].start), speaks)

    def _sentences_before(self, index: int, is_quoted: bool) -> Iterable[int]:
        steps = 0
        for before in range(index - 1, max(-1, index - 1 - 2 * WINDOW), -1):
            sentence = self.reading.sentences[before]
            inside = not is_quoted and self._is_quoted(sentence.start) and self._is_quoted(sentence.end - 2)
            if sentence.kind != "heading" and not inside and steps < WINDOW:
                steps += 1
                yield before

    def _fitting(self, tree: Tree, heads: list[int], fits: Fits, is_quoted: bool, speaks: bool) -> Iterator[Referent]:
        """Those of one sentence that fit; of one who speaks, first those who spoke."""
        for i in sorted(heads, key=lambda i: (speaks and not _speaks(tree, i), rank(tree, i), i)):
            token = tree.tokens[i]
            if token.text.lower() in _SPEAKER or is_hearer(tree, i) or (not is_quoted and self._is_quoted(token.start)):
                continue
            together = self.together(tree, i)
            if together is not None and token.dep != "conj" and fits(together):
                yield together
            both = self._met(tree, i)
            if both is not None and fits(both):
                yield both
            referent = self.referent(Argument(tree.sentence.index, i))
            if referent is None or (together is not None and referent.kind == "government"):
                continue  # one of several nations is not what "it" says
            is_where = self._is_place(token.start) and (referent.kind == "name" or is_where_it_is(tree, i))
            if fits(referent) and not is_where:
                yield referent

    def together(self, tree: Tree, i: int) -> Referent | None:
        """Those of the list that a phrase is in, as one: "Mali and Chad said that they …"; None if fewer than two are known."""
        first = tree.tokens[i].head if tree.tokens[i].dep == "conj" else i
        listed = (self.referent(Argument(tree.sentence.index, c)) for c in syntax.conjuncts(tree, first))
        known = [referent for referent in listed if referent is not None and self._is_somebody(referent)]
        if len(known) < 2:
            return None
        return replace(known[-1], is_plural=True, others=tuple(referent.actor for referent in known[:-1]))

    def _met(self, tree: Tree, i: int) -> Referent | None:
        """Both who met, as one: "Mr A met Mr B on Monday. They agreed …"; None where either is nobody told."""
        verb = tree.tokens[i].head
        if tree.tokens[i].dep != "nsubj" or tree.tokens[verb].lemma.lower() not in MEETING:
            return None
        with_whom = [*syntax.dependents(tree, verb, "obj"), *syntax.cased(tree, verb, WITH)]
        found = [self.referent(Argument(tree.sentence.index, c)) for c in (i, *with_whom[:1])]
        known = [one for one in found if one is not None and one.actor.name]
        return replace(known[1], is_plural=True, others=(known[0].actor,)) if len(known) == 2 else None

    def _is_somebody(self, referent: Referent) -> bool:
        """A known actor, or a person's name."""
        is_name = referent.kind in ("name", "person") and " " in referent.actor.name and referent.actor.name[:1].isupper()
        return referent.is_known or (is_name and not self._is_place(referent.start))

    def _is_place(self, position: int) -> bool:
        """A name of a place stands there: nobody's name, whatever it looks like, unless the text made it somebody's."""
        place = next((place for place in self.reading.places if place.start <= position < place.end), None)
        return place is not None and fold_word(self.reading.document.text[place.start : place.end]) not in self.discourse.people

    def _is_venue(self, mention: ActorMention) -> bool:
        """A capital behind "in" or another word of place is where something happens, not who acts."""
        before = self.reading.document.text[: mention.start].rsplit(maxsplit=1)[-1:]
        return mention.kind == "country" and before != [] and before[0].lower() in LOCATIVE

    def _named_in(self, start: int, end: int) -> Iterator[Referent]:
        """The names in a sentence that has no tree."""
        for mention in self.discourse.within(start, end):
            actor = self.discourse.pick(mention.actors) if mention.actors else None
            if actor is not None:
                yield Referent(actor, "government" if actor.sector == "GOV" else "group", start=mention.start, end=mention.end)
            elif mention.country and mention.country.kind in ("name", "capital") and not self._is_venue(mention):
                government = government_of(self.discourse, mention.country.iso3)
                if government is not None:
                    yield replace(government, start=mention.start, end=mention.end)


def _is_named_so(tree: Tree, head: int) -> bool:
    """The noun is the last word of a name that no table knows: "the Red Star Party"."""
    return tree.tokens[head].tag.startswith("NNP") and any(
        tree.tokens[c].tag.startswith("NNP") and c < head for c in tree.children[head]
    )


def _speaks(tree: Tree, pronoun: int) -> bool:
    """The pronoun's clause says something, or is its owner's word: only somebody does."""
    token = tree.tokens[pronoun]
    return token.dep != "nmod:poss" and tree.tokens[token.head].lemma.lower() in word_class("say")


def _is_no_person(referent: Referent) -> bool:
    """Whoever says that "it" does something, a name that no table knows included."""
    return referent.kind in ("government", "group", "asset", "name") and not referent.is_plural


def _own_speaker(tree: Tree, pronoun: int) -> int | None:
    """Who says, plans or wants what the pronoun's clause tells: "said it would", "warned that they"; not who is asked to."""
    token = tree.tokens[pronoun]
    clause = tree.tokens[token.head]
    if not token.dep.startswith("nsubj") or clause.dep != "ccomp":
        return None
    verb = tree.tokens[clause.head]
    if verb.lemma.lower() not in word_class("say") or is_passive(tree, verb.i):
        return None
    subject = surface_subject(tree, verb.i)
    return subject if subject is not None and subject < pronoun and not shares_clause(tree, subject, pronoun) else None
