"""Who stands where in a clause: deep subject, deep object and adjuncts of a verb or an event noun, whatever the construction.

Active and passive, relative clauses, participles, control, coordination and nominalisations are read here, once for all frames.
Nothing here knows what a frame means; what a tree says by itself is in `syntax.py`.
"""

from __future__ import annotations

from pipeline.find.syntax import (
    ADJUNCTS,
    ancestors,
    case_of,
    cased,
    cases_of,
    clausal,
    dependents,
    first,
    is_finite,
    is_infinitive,
    is_verbal,
    mark_of,
)
from pipeline.lexicon.words import word_class
from pipeline.records import Tree

SUFFERED = frozenset("shoot kill beat stab wound injure hang execute behead rape abduct kidnap torture lynch hack".split())
RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that", "whose"})
EXPLETIVE = frozenset({"there"})
GAPPED = frozenset(("conj", "advcl", "parataxis", "acl", "amod", "dep", "root"))
COUNT_WORDS = frozenset(("others", "dozens", "scores", "hundreds", "thousands", "several", "more", "many"))
LAID_TO = {"attribute": frozenset(("to",)), "ascribe": frozenset(("to",)), "blame": frozenset(("on",))}
PARTS = frozenset(("most", "all", "bulk", "rest", "remainder", "majority"))
MEDIA = frozenset(("phone", "telephone", "video", "videolink", "letter", "email"))  # "spoke by telephone": nobody does it
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})
ACCUSING = frozenset("accuse suspect blame convict condemn denounce criticize criticise charge acquit rebuke slam".split())
OBJECT_CONTROL = frozenset(
    [
        "force",
        "order",
        "urge",
        "ask",
        "tell",
        "allow",
        "permit",
        "let",
        "make",
        "help",
        "lead",
        "prompt",
        "cause",
        "encourage",
        "enable",
        "compel",
        "oblige",
        "persuade",
        "convince",
        "warn",
        "instruct",
        "request",
        "push",
        "get",
        "drive",
        "require",
        "forbid",
        "call",
    ]
)
WORDED = frozenset(  # what somebody says by it: "issued a statement condemning …"
    "statement letter resolution declaration communique communiqué petition appeal message note decree order motion".split()
)
GERUND_CONTROL = {
    "accuse": ("of",), "suspect": ("of",), "convict": ("of",), "acquit": ("of",), "blame": ("for",), "condemn": ("for",),
    "criticise": ("for",), "criticize": ("for",), "denounce": ("for",), "charge": ("with",), "stop": ("from",),
    "prevent": ("from",), "keep": ("from",), "ban": ("from",), "bar": ("from",), "prohibit": ("from",),
}  # fmt: skip


def is_passive(tree: Tree, verb: int) -> bool:
    """The verb's surface subject is its deep object: passives, "to be killed", past participles after a noun."""
    token = tree.tokens[verb]
    around = [tree.tokens[c] for c in tree.children[verb]]
    if any(t.dep == "aux:pass" or t.dep in PASSIVE_SUBJECTS or (t.dep == "obl:agent" and t.lemma not in MEDIA) for t in around):
        return True
    if any(t.dep == "aux" and t.lemma in ("have", "do") for t in around):
        return False
    if gapped_subject(tree, verb) is not None and first(tree, verb, "obj", "nsubj") is None:
        return True
    if (
        token.tag == "VBD"
        and token.dep == "conj"
        and token.lemma.lower() in SUFFERED
        and first(tree, verb, "advmod", "aux") is None
    ):
        above = tree.tokens[token.head]
        is_at = any(case_of(tree, c) in ("at", "on") for c in dependents(tree, verb, "obl") if tree.tokens[c].tag == "NN")
        is_alone = first(tree, verb, "obj", "nsubj") is None and not is_at
        return is_alone and is_verbal(above) and is_passive(tree, above.i)  # "was dragged out and shot"
    if token.tag != "VBN" and not (token.tag == "VBD" and token.dep == "acl"):
        return False
    if token.dep == "conj" and not dependents(tree, verb, "nsubj", "aux"):
        return is_verbal(tree.tokens[token.head]) and is_passive(tree, token.head) and first(tree, verb, "obj") is None
    return first(tree, verb, "obj") is None and first(tree, verb, "nsubj") is None and token.dep != "root"


def antecedent(tree: Tree, i: int) -> int:
    """What a relative pronoun stands for: the noun that its clause modifies; any other token is itself."""
    token = tree.tokens[i]
    if token.text.lower() not in RELATIVE_PRONOUNS or token.tag not in ("WDT", "WP", "WP$", "IN", "DT", "PRP"):
        return i
    for a in ancestors(tree, i):
        if tree.tokens[a].dep in ("acl:relcl", "acl"):
            return tree.tokens[a].head
        if tree.tokens[a].dep in ("ccomp", "parataxis"):
            return i
    return i


def surface_subject(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """The subject of a clause as it stands, or the one it shares or is controlled by; None when there is none."""
    own = first(tree, verb, "nsubj", "nsubj:pass", "csubj", "nsubj:outer")
    if own is not None:
        found = antecedent(tree, own)
        return None if tree.tokens[found].text.lower() in EXPLETIVE else found
    token = tree.tokens[verb]
    gap = gapped_subject(tree, verb)
    if gap is not None:
        return gap
    if depth > 6 or token.head == verb:
        return None
    governor = token.head
    if token.dep == "acl" and token.tag == "VBG" and tree.tokens[governor].lemma in WORDED and tree.tokens[governor].dep == "obj":
        return surface_subject(tree, tree.tokens[governor].head, depth + 1)
    if token.dep in ("acl:relcl", "acl"):
        return (
            governor if not is_infinitive(tree, verb) or token.dep == "acl:relcl" else controller_of_noun(tree, governor, depth)
        )
    is_gerund = token.tag == "VBG" or any(tree.tokens[c].text.lower() == "having" for c in dependents(tree, verb, "aux"))
    if is_gerund and tree.tokens[governor].lemma in ACCUSING and mark_of(tree, verb) in ("of", "for", "with"):
        return deep_object(tree, governor, depth + 1)  # "accused the army of shelling the camp": the army shelled it
    if token.dep == "advcl" and is_infinitive(tree, verb) and tree.tokens[governor].lemma in OBJECT_CONTROL:
        return controller(tree, governor, depth)
    if token.tag == "VBG" and mark_of(tree, verb) in GERUND_CONTROL.get(tree.tokens[governor].lemma, ()):
        return deep_object(tree, governor, depth + 1)
    if token.dep in ("xcomp", "ccomp") and (token.dep == "xcomp" or not is_finite(tree, verb)):
        return controller(tree, governor, depth)
    if token.dep in ("conj", "advcl", "parataxis") or (token.dep == "appos" and token.tag in ("VBG", "VBN")):
        if token.dep == "parataxis" and is_finite(tree, verb):
            return None
        is_led = bool(mark_of(tree, verb)) or (token.tag == "VBD" and tree.tokens[verb - 1].tag.startswith("NN"))
        if token.dep == "advcl" and is_finite(tree, verb) and is_led:
            return None  # its own subject is told, or read as something else: "after a riot in Quito killed 60"
        return surface_subject(tree, governor, depth + 1) if clausal(tree, governor) else None
    if token.dep in ADJUNCTS and token.tag == "VBG":
        return surface_subject(tree, governor, depth + 1)
    return None


def gapped_subject(tree: Tree, verb: int) -> int | None:
    """The number right before a participle whose auxiliary is left out: "12 were killed and seven injured", "five killed"."""
    before = verb - 1
    if before < 0 or tree.tokens[verb].tag not in ("VBN", "VBD") or tree.tokens[verb].dep not in GAPPED:
        return None
    if tree.tokens[before].tag == "RB" and before > 0:
        before -= 1
    token = tree.tokens[before]
    if token.tag != "CD" and token.text.lower() not in COUNT_WORDS:
        return None
    opens = before == 0 or tree.tokens[before - 1].text.lower() in ("and", ",", "while", "with")
    return before if opens or tree.tokens[before - 1].tag in ("CD", "JJS", "RB") else None


def controller(tree: Tree, governor: int, depth: int) -> int | None:
    """The understood subject of an infinitive: the object of "force, urge, allow …", else the governor's subject."""
    token = tree.tokens[governor]
    if token.lemma in OBJECT_CONTROL:
        obj = deep_object(tree, governor, depth + 1)
        if obj is not None:
            return obj
    return surface_subject(tree, governor, depth + 1) if clausal(tree, governor) else None


def controller_of_noun(tree: Tree, noun: int, depth: int) -> int | None:
    """Who is to do it in "Turkey's decision to attack", "an attempt by rebels to retake", "launched an operation to retake": the
    owner or author, else the subject."""
    owner = noun_owner(tree, noun)
    if owner is not None:
        return antecedent(tree, owner)
    governor = tree.tokens[noun].head
    return surface_subject(tree, governor, depth + 1) if governor != noun and clausal(tree, governor) else None


def agent(tree: Tree, verb: int) -> int | None:
    """The "by" phrase of a passive: its own, that of a passive coordinated with it ("beaten and robbed by them"), or one that
    the parser hung on a place of it ("beaten at checkpoints by guards")."""
    own = by_phrase(tree, verb)
    if own is not None or not is_verbal(tree.tokens[verb]):
        return own
    behind = (c for c in tree.children[verb] if c > verb and tree.tokens[c].dep == "conj" and tree.tokens[c].tag == "VBN")
    shared = (by_phrase(tree, c) for c in behind if first(tree, c, "nsubj", "nsubj:pass") is None)
    below = (by_phrase(tree, c) for c in tree.children[verb] if c > verb and tree.tokens[c].dep == "obl")
    return next((c for c in (*shared, *below) if c is not None), None)


def by_phrase(tree: Tree, head: int) -> int | None:
    """The "by" phrase that hangs on a verb or noun."""
    for c in tree.children[head]:
        token = tree.tokens[c]
        if token.dep == "obl:agent" or (token.dep in ("obl", "nmod") and "by" in cases_of(tree, c) and token.tag != "VBG"):
            return c
    return None


def deep_subject(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """Who does it: the subject of an active verb, the agent of a passive, the owner or "by" phrase of an event noun."""
    if not is_verbal(tree.tokens[verb]):
        return noun_subject(tree, verb)
    if is_passive(tree, verb):
        found = agent(tree, verb)
        return antecedent(tree, found) if found is not None else None
    return surface_subject(tree, verb, depth)


def noun_subject(tree: Tree, noun: int) -> int | None:
    """Who does it, of an event noun: "Y's raid", "the raid by Y"; a copular clause's subject is no doer."""
    found = noun_owner(tree, noun)
    return antecedent(tree, found) if found is not None else None


def noun_owner(tree: Tree, noun: int) -> int | None:
    """The "by" phrase of a noun, else who carried it out, else its possessor."""
    by = by_phrase(tree, noun)
    found = by if by is not None else author(tree, noun)
    return found if found is not None else first(tree, noun, "nmod:poss")


def author(tree: Tree, noun: int) -> int | None:
    """Who did it in "an ambush staged by rebels", "a raid that was carried out by them", "attacks attributed to the group"."""
    for c in dependents(tree, noun, "acl", "acl:relcl"):
        token = tree.tokens[c]
        if token.tag not in ("VBN", "VBD"):
            continue
        if token.lemma in LAID_TO:
            return next(iter(cased(tree, c, LAID_TO[token.lemma])), None)
        if token.lemma in word_class("light_do"):
            return by_phrase(tree, c)
    return None


def deep_object(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """Whom it hits: the object of an active verb, the subject of a passive, the noun before a relative clause or participle,
    the of-phrase of an event noun."""
    token = tree.tokens[verb]
    if not is_verbal(token):
        found = adjuncts(tree, verb, frozenset(("of",)))
        return found[0] if found else None
    if is_passive(tree, verb):
        return surface_subject(tree, verb, depth)
    own = dependents(tree, verb, "obj")
    if own:  # of two, the first is the one it is given to
        is_second = len(own) > 1 and first(tree, own[-1], "cc") is None and not names_some(tree, own[-1])
        return antecedent(tree, own[-1] if is_second else own[0])
    for c in dependents(tree, verb, "obl", "nmod", "xcomp"):  # "killing at least 20", read as a phrase with "at"
        if tree.tokens[c].tag == "CD" and any(tree.tokens[n].text.lower() in ("least", "most") for n in tree.children[c]):
            return c
    for c in dependents(tree, verb, "advmod"):  # "established three more"
        if tree.tokens[c].text.lower() == "more" and first(tree, c, "nummod") is not None:
            return c
    if token.dep == "acl:relcl" and first(tree, verb, "nsubj") is not None:
        subject = surface_subject(tree, verb, depth)
        return token.head if subject != token.head and first(tree, verb, "ccomp", "xcomp") is None else None
    for c in dependents(tree, verb, "conj"):  # "shelled and bombed the town"
        is_against = any(tree.tokens[n].text.lower() == "but" for n in dependents(tree, c, "cc"))  # "refused, but sent aid"
        if c > verb and not is_against and first(tree, c, "nsubj", "nsubj:pass") is None and not is_passive(tree, c):
            shared = first(tree, c, "obj")
            if shared is not None:
                return antecedent(tree, shared)
    if token.dep == "conj" and is_verbal(tree.tokens[token.head]):  # the same, read with the town under the first verb
        shared = first(tree, token.head, "obj")
        return antecedent(tree, shared) if shared is not None and shared > verb else None
    return None


def names_some(tree: Tree, noun: int) -> bool:
    """ "Five of them policemen": who is among those told before."""
    return any(tree.tokens[i].text.lower() in ("them", "whom") for i in tree.children[noun]) or any(
        tree.tokens[i].text.lower() in ("them", "whom") for c in tree.children[noun] for i in tree.children[c]
    )


def whole_of(tree: Tree, i: int) -> int:
    """What a part stands for that is no number: the sanctions of "most of the sanctions"."""
    if tree.tokens[i].text.lower() not in PARTS:
        return i
    return next((c for c in tree.children[i] if c > i and case_of(tree, c) == "of"), i)


def adjuncts(tree: Tree, head: int, cases: frozenset[str]) -> list[int]:
    """Prepositional dependents of a verb or noun with one of these prepositions. A phrase that the parser hung on the
    governing verb, right behind an event noun, belongs to the noun as well ("launched attacks | on the town"); likewise one
    that it hung on a verb's object ("hit a house | with rockets")."""
    own = cased(tree, head, cases)
    if not own:
        own = nearby(tree, head, cases) if not is_verbal(tree.tokens[head]) else of_object(tree, head, cases)
    return [antecedent(tree, c) for c in own]


def nearby(tree: Tree, noun: int, cases: frozenset[str]) -> list[int]:
    """Phrases of an event noun that the parser hung on another phrase of it, or on the governing verb behind it."""
    loose = cases - {"of"}  # an "of" belongs to the noun right before it: no one shells "Control" across a line of control
    below = [n for c in tree.children[noun] if tree.tokens[c].dep in ADJUNCTS for n in cased(tree, c, loose) if n > noun]
    if below or cases == {"of"}:
        return below
    governor = tree.tokens[noun].head
    if governor != noun and is_verbal(tree.tokens[governor]):
        is_done_to = tree.tokens[noun].dep in PASSIVE_SUBJECTS  # "the attack was condemned by France": not by France
        return [c for c in cased(tree, governor, cases - {"by"} if is_done_to else cases) if c > noun]
    return []


def of_object(tree: Tree, verb: int, cases: frozenset[str]) -> list[int]:
    """Phrases of a verb that the parser hung on its object or passive subject."""
    obj = first(tree, verb, "obj", "nsubj:pass")
    return cased(tree, whole_of(tree, obj), cases) if obj is not None else []
