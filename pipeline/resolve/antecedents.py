"""Where in a tree a reference may find what it stands for: heads of phrases, their rank, and what is ruled out."""

from __future__ import annotations

from pipeline.find import arguments, syntax
from pipeline.lexicon.words import word_class
from pipeline.records import Tree

_BANDS = frozenset("gang faction cartel clan tribe wing sect crew squad".split())
_RANK = {"nsubj": 0, "nsubj:pass": 0, "obj": 1, "iobj": 1, "nmod:poss": 2, "obl:agent": 2, "obl": 3, "nmod": 4, "compound": 4}
_LOWEST = 5
_HEADS = frozenset((*_RANK, "conj", "root", "appos", "ccomp", "xcomp"))
_SAY_WHICH = ("amod", "compound", "nmod:poss")
_PARTITIVE = frozenset(
    "dozen score hundred thousand million ten number group total handful couple pair majority some many most several"
    " few all one none body life death convoy column crowd band wave series kind type part rest family any each half"
    " killing murder remain".split()
)
_TELLING = frozenset(("tell", "inform", "brief", "assure", "remind"))
_WARNING = frozenset(("warn", "remind"))
LOCATIVE = frozenset("in at near from outside around toward towards into".split())
_FLIGHT = frozenset(("flee", "run", "escape"))
_SHOOTING = frozenset(("open", "fire", "shoot", "chase", "gun", "attack", "target"))
_TAKING = frozenset("abduct kidnap seize take hold capture detain arrest snatch hijack grab carry imprison".split())
_FREEING = frozenset("free release rescue escape ransom liberate find return".split())
_TRYING = frozenset("charge sentence convict try jail question interrogate accuse execute torture".split())  # who was arrested
_FOLLOWERS = frozenset("members rebels fighters militants gunmen guerrillas militiamen insurgents followers soldiers".split())
_OPENING = 3  # words in which the subject of a sentence stands that was not parsed
_REACH = 4  # tokens before "including" in which the noun that it details stands


def real_head(tree: Tree, head: int) -> int:
    """What a relative pronoun stands for; where the tree took a stray mark or a detail for the noun, the noun itself."""
    head = arguments.antecedent(tree, head)
    token = tree.tokens[head]
    if any(tree.tokens[c].text.lower() == "including" for c in tree.children[head] if c < head):
        return _before_including(tree, head)
    if any(c.isalnum() for c in token.text):
        return head
    siblings = (c for c in tree.children[token.head] if c != head and tree.tokens[c].dep == token.dep)
    return next(siblings, head)


def antecedent_head(tree: Tree, head: int) -> int:
    """The word a phrase is about: "dozens of soldiers", "a group of rebels", "12 of them" are soldiers, rebels, they; "members
    of the Red Front" are that front."""
    head = real_head(tree, head)
    token = tree.tokens[head]
    if token.text.lower() in _FOLLOWERS and (body := _named_body(tree, head)) is not None:
        return body
    if token.tag != "CD" and token.lemma.lower() not in _PARTITIVE:
        return head
    if token.lemma.lower() == "family" and token.tag == "NNS":
        return head  # "families of hostages" are none themselves
    counted = (c for c in tree.children[head] if c > head and tree.tokens[c].dep == "nmod" and syntax.case_of(tree, c) == "of")
    inner = next(counted, None)
    return head if inner is None else antecedent_head(tree, inner)


def _named_body(tree: Tree, head: int) -> int | None:
    """The organisation with a name behind "of": "the Red Front", "the Lobos gang"."""
    behind = (c for c in tree.children[head] if c > head and tree.tokens[c].dep == "nmod" and syntax.case_of(tree, c) == "of")
    token = next((tree.tokens[c] for c in behind), None)
    if token is None or token.lemma.lower() not in word_class("body") | _BANDS:
        return None
    is_named = any(tree.tokens[i].tag.startswith("NNP") for i in (token.i, *syntax.dependents(tree, token.i, "compound")))
    return token.i if is_named else None


def nominals(tree: Tree) -> list[int]:
    """The heads of all noun phrases and pronouns, in text order."""
    return [t.i for t in tree.tokens if t.dep in _HEADS and (t.tag.startswith(("NN", "PRP")) or t.pos in ("PROPN", "PRON"))]


def rank(tree: Tree, i: int) -> int:
    """How salient a phrase is: subjects 0, objects 1, owners and agents 2, the rest more; a coordinated one as the first."""
    token = tree.tokens[i]
    while token.dep in ("conj", "appos") and token.head != token.i:
        token = tree.tokens[token.head]
    return _RANK.get(token.dep, _LOWEST)


def shares_clause(tree: Tree, i: int, pronoun: int) -> bool:
    """Both are arguments of one verb, so that they are not the same: nobody fires at "them" and is they."""
    token = tree.tokens[pronoun]
    if token.dep == "nmod:poss":
        return i == token.head
    while token.dep == "nmod" and tree.tokens[token.head].tag in ("CD", "JJ", "DT", "JJR"):
        token = tree.tokens[token.head]  # "who shot ten of them"
    if asks_another(tree, i, pronoun):
        return True
    named = named_by(tree, i)
    is_object = token.dep not in ("nsubj", "nsubj:pass") and syntax.is_verbal(tree.tokens[token.head])
    if is_object and arguments.surface_subject(tree, token.head) == named:
        return True
    return tree.tokens[named].head == token.head and token.dep != "conj"


def is_named_beside(tree: Tree, i: int, other: Tree, pronoun: int) -> bool:
    """The clause of a pronoun names the person at i of an earlier sentence as another of its parties: "he urged Henry to go"."""
    parts = (i, *(c for c in tree.children[i] if tree.tokens[c].dep in ("flat", "compound")))
    name = {tree.tokens[c].text for c in parts if tree.tokens[c].tag.startswith("NNP")}
    clause = other.tokens[pronoun].head
    beside = (other.tokens[c] for c in other.children[clause] if c != pronoun)
    return any(t.tag.startswith("NNP") and t.text in name for t in beside)


def is_where_it_is(tree: Tree, i: int) -> bool:
    """A name behind "in", "from" or another word of place."""
    return tree.tokens[i].dep in ("obl", "nmod") and syntax.case_of(tree, i) in LOCATIVE


def shot_at(tree: Tree, pronoun: int) -> list[int]:
    """Whom the clause above "as they fled" acts on: the farmers of "shot at farmers as they fled"; none above another clause."""
    verb = tree.tokens[tree.tokens[pronoun].head]
    above = tree.tokens[verb.head]
    is_flight = tree.tokens[pronoun].dep == "nsubj" and verb.dep == "advcl" and verb.lemma.lower() in _FLIGHT
    if not is_flight or above.lemma.lower() not in word_class("attack_verb") | _SHOOTING:
        return []
    own = [c for c in tree.children[above.i] if above.i < c < pronoun and tree.tokens[c].dep in ("obj", "obl")]
    return own + [d for c in own for d in tree.children[c] if d < pronoun and tree.tokens[d].dep == "nmod"]


def captives(tree: Tree, other: Tree, pronoun: int) -> list[int]:
    """Whom an earlier sentence tells taken, where the pronoun's clause tells somebody freed or tried: "five of them were
    released"."""
    verb = clause_verb(tree, pronoun)
    is_tried = tree.tokens[verb].lemma.lower() in _TRYING and arguments.is_passive(tree, verb)
    if tree.tokens[verb].lemma.lower() not in _FREEING and not is_tried:
        return []
    takings = [t.i for t in other.tokens if t.tag.startswith("VB") and t.lemma.lower() in _TAKING]
    taken = (arguments.deep_object(other, verb) for verb in takings)
    return [c for i in taken if i is not None for c in syntax.conjuncts(other, i)]


def clause_verb(tree: Tree, i: int) -> int:
    """The first verb above a word."""
    return next((a for a in syntax.ancestors(tree, i) if syntax.is_verbal(tree.tokens[a])), i)


def named_by(tree: Tree, i: int) -> int:
    """The noun that an apposition names: "the president" of "the president, Jo Doe"; any other word is itself."""
    while tree.tokens[i].dep == "appos" and tree.tokens[i].head != i:
        i = tree.tokens[i].head
    return i


def asks_another(tree: Tree, i: int, pronoun: int) -> bool:
    """Who demands something of somebody, or warns him, does not mean himself: "Kenya warned the group that it would …"."""
    clause = tree.tokens[tree.tokens[pronoun].head]
    verb = tree.tokens[clause.head]
    is_asked = tree.tokens[pronoun].dep.startswith("nsubj") and clause.dep == "ccomp"
    asks = verb.lemma.lower() in _WARNING or verb.lemma.lower() in word_class("demand") - word_class("say")
    return is_asked and asks and arguments.surface_subject(tree, verb.i) == i


def is_hearer(tree: Tree, i: int) -> bool:
    """Who is told something: "reporters" of "an official told reporters". What is told is not about them."""
    token = tree.tokens[i]
    return token.dep in ("obj", "iobj") and tree.tokens[token.head].lemma.lower() in _TELLING


def is_about_event(tree: Tree, until: int | None = None) -> bool:
    """An event is the subject of the sentence, or of what stands before a token: "The war …", of which "it" then speaks."""
    subjects = (t for t in tree.tokens[:until] if t.dep.startswith("nsubj") and t.tag == "NN")
    return any(t.lemma.lower() in word_class("event_cause") | word_class("era") for t in subjects)


def opens_with_event(sentence: str) -> bool:
    """The same of a sentence that was not parsed, by its first words."""
    words = sentence.lower().split(maxsplit=_OPENING)[:_OPENING]
    events = word_class("event_cause") | word_class("era")
    return bool(words) and (
        words[0] in events or (words[0] in ("the", "a", "an", "this", "that") and not events.isdisjoint(words))
    )


def modifiers(tree: Tree, head: int) -> set[str]:
    """The words before a noun that say which, in lower case."""
    return {tree.tokens[c].lemma.lower() for c in tree.children[head] if c < head and tree.tokens[c].dep in _SAY_WHICH}


def _before_including(tree: Tree, head: int) -> int:
    """The noun that "including" details: "Russian aircraft, including gunships, bombed the town"."""
    mark = next(c for c in tree.children[head] if tree.tokens[c].text.lower() == "including")
    before = (i for i in range(mark - 1, max(-1, mark - _REACH), -1) if tree.tokens[i].tag.startswith("NN"))
    return next(before, head) if tree.tokens[head].dep.startswith("nsubj") else head
