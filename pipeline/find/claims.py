"""Claims: who says that an event happened. Reporting verbs open claims, they are not events.

"The army said 12 died" · "12 died, the army said" · "according to the army" · "claiming to have killed 12" · "is said to have"
· "reportedly" · inside a quotation, its speaker. The innermost speaker comes first.
"""

from __future__ import annotations

from pipeline.find import arguments, syntax
from pipeline.find.verdicts import lemma
from pipeline.lexicon.words import word_class
from pipeline.records import Argument, Claim, Quote, Tree

TELLING = frozenset(("tell", "inform"))  # their object is who is told
SOURCE_PHRASES = syntax.ADJUNCTS | {"advcl"}
CHARGES = frozenset(("charge", "claim", "accusation", "allegation", "suggestion", "report", "assertion"))
DENYING = frozenset(("deny", "reject", "dismiss", "refute"))


def claims_of(tree: Tree, head: int, quotes: tuple[Quote, ...]) -> tuple[Claim, ...]:
    """The claims over an event, innermost first, each speaker once."""
    found: list[Claim] = []
    chain = [head, *syntax.ancestors(tree, head)]
    if is_tolling(tree, head):
        found.append(make_claim(tree, head))
    for n, i in enumerate(chain):
        found += clause_claims(tree, i, chain[:n])
        if n and not is_of_rejected(tree, chain[:n], i) and (claim := governing_claim(tree, chain[n - 1], i)) is not None:
            found.append(claim)
    found += [
        quote_claim(q, tree) for q in quotes if q.direct and q.start <= tree.tokens[head].start < q.end and q.speaker is not None
    ]
    return first_of_each(found or ([] if is_background(tree, head) else named_source(tree)))


def is_of_rejected(tree: Tree, below: list[int], verb: int) -> bool:
    """A deed told of a thing that is refused: who "rejected a deal that Chad had signed" does not deny the signing."""
    is_refused = lemma(tree, verb) in DENYING - {"deny"} and tree.tokens[below[-1]].dep == "obj"
    is_charge = lemma(tree, below[-1]) in CHARGES  # "rejected charges that it was smuggling"
    return is_refused and not is_charge and any(tree.tokens[i].dep == "acl:relcl" for i in below)


def is_tolling(tree: Tree, verb: int) -> bool:
    """ "Medics put the toll at 41": the number is theirs."""
    obj = syntax.first(tree, verb, "obj")
    return lemma(tree, verb) == "put" and obj is not None and lemma(tree, obj) == "toll"


def is_background(tree: Tree, head: int) -> bool:
    """Told in a clause of time or cause, for the sake of the main clause: "since the army launched its offensive"."""
    chain = [head, *syntax.ancestors(tree, head)]
    return any(tree.tokens[i].dep == "advcl" and syntax.mark_of(tree, i) and not syntax.is_infinitive(tree, i) for i in chain)


def named_source(tree: Tree) -> list[Claim]:
    """The source that opens or ends a sentence ("…, according to UN figures") speaks for all of it, wherever it hangs."""
    sources = [t for t in tree.tokens if is_source_phrase(tree, t.i)]
    first, last = len(tree.tokens) // 4, 3 * len(tree.tokens) // 4
    return [source_claim(tree, t.i) for t in sources if t.i < first or t.i >= last]


def first_of_each(claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims without a speaker's second one, in order."""
    out: dict[Argument | None, Claim] = {}
    for claim in claims:
        out.setdefault(claim.speaker, claim)
    return tuple(out.values())[:3]


def governing_claim(tree: Tree, child: int, governor: int) -> Claim | None:
    """A reporting verb over the clause: "X said …", "X denied …", "claiming to have …", "X accused Y of …"."""
    token, verb = tree.tokens[child], tree.tokens[governor]
    word = verb.lemma.lower()
    if not syntax.is_verbal(verb):
        return None
    if word in DENYING and token.dep in ("ccomp", "xcomp", "obj"):
        return make_claim(tree, governor, denied=True)
    is_attempt = word in word_class("attempt")  # "tried to stop them" tries nobody in court
    if word in word_class("accuse") and token.dep in ("advcl", "obl", "xcomp", "ccomp") and not is_attempt:
        return (
            make_claim(tree, governor)
            if syntax.mark_of(tree, child) in ("of", "for", "with") or token.dep in ("xcomp", "ccomp")
            else None
        )
    if word in ("fear", "presume") and token.dep in ("xcomp", "ccomp") and arguments.is_passive(tree, governor):
        return Claim(None, Argument(tree.sentence.index, governor), verb.start, verb.end)
    if (
        word in word_class("say")
        and token.dep in ("ccomp", "xcomp", "parataxis", "acl", "advcl")
        and is_reported(tree, child, governor)
    ):
        return make_claim(tree, governor)
    return None


def is_reported(tree: Tree, child: int, governor: int) -> bool:
    """The clause is what is said: a content clause, or "claims to have …"; not "said while visiting", "reported to fight"."""
    token = tree.tokens[child]
    if token.dep == "ccomp":
        return True
    if token.dep == "xcomp":
        return any(
            lemma(tree, c) in ("have", "be") for c in syntax.dependents(tree, child, "aux", "aux:pass", "cop")
        ) or not syntax.is_infinitive(tree, child)
    is_apart = any(tree.tokens[i].text == ";" for i in range(governor, child))  # "X said …; Y did …": nobody says the second
    return token.dep == "parataxis" and not is_apart and arguments.surface_subject(tree, governor) is not None


def clause_claims(tree: Tree, i: int, inside: list[int]) -> list[Claim]:
    """Claims that hang on a clause: ", officials said", "according to officials", "reportedly"."""
    out: list[Claim] = []
    for c in tree.children[i]:
        token = tree.tokens[c]
        word = token.lemma.lower()
        if token.dep in ("parataxis", "advcl", "ccomp") and c not in inside and is_inserted(tree, c):
            out.append(make_claim(tree, c))
        elif is_source_phrase(tree, c):
            out.append(source_claim(tree, c))
        elif is_unsigned(tree, c):
            out.append(Claim(None, None, token.start, token.end))
        elif word == "accord" and token.dep == "advcl":
            out += [
                Claim(Argument(tree.sentence.index, s), None, tree.tokens[s].start, tree.tokens[s].end)
                for s in syntax.dependents(tree, c, "obl", "obj")
            ]
    return out


def is_inserted(tree: Tree, verb: int) -> bool:
    """A reporting verb with its speaker and nothing of its own to report: ", the army said"."""
    token = tree.tokens[verb]
    if token.lemma.lower() not in word_class("say") or not syntax.is_verbal(token):
        return False
    if token.lemma.lower() == "continue" and syntax.mark_of(tree, verb):
        return False  # "as protests continue"
    if any(tree.tokens[c].tag == "MD" for c in syntax.dependents(tree, verb, "aux")):
        return False  # "X says the operation will continue": nobody says anything in what is said
    content = ("ccomp", "xcomp") if token.lemma.lower() in TELLING else ("ccomp", "obj", "xcomp")
    return (
        syntax.first(tree, verb, "nsubj") is not None
        and syntax.first(tree, verb, *content) is None
        and (not syntax.mark_of(tree, verb) or syntax.mark_of(tree, verb) == "as")
    )


def is_unsigned(tree: Tree, i: int) -> bool:
    """Somebody says it, and nobody says who: "reportedly", "attacks attributed to the group"."""
    token = tree.tokens[i]
    is_hearsay = token.dep == "advmod" and token.text.lower() in word_class("hearsay")
    return is_hearsay or (token.dep == "acl" and token.lemma.lower() in arguments.LAID_TO)


def is_source_phrase(tree: Tree, i: int) -> bool:
    """ "according to X"; "according to a list drawn up by X", where the tree took the participle for the noun."""
    if tree.tokens[i].dep not in SOURCE_PHRASES:
        return False
    return any(tree.tokens[c].text.lower() == "according" for c in tree.children[i] if tree.tokens[c].dep in ("case", "mark"))


def source_claim(tree: Tree, i: int) -> Claim:
    """The claim of a source phrase: by whoever made the list, the count or the figures, where the phrase names them."""
    token = tree.tokens[i]
    makers = [arguments.agent(tree, i), *(arguments.agent(tree, c) for c in syntax.dependents(tree, i, "acl"))]
    maker = next((m for m in makers if m is not None), None)
    is_made = token.dep == "advcl" or token.lemma.lower() in word_class("reporting_nouns")
    speaker = tree.tokens[maker] if maker is not None and is_made else token
    return Claim(Argument(tree.sentence.index, speaker.i), None, speaker.start, speaker.end)


def make_claim(tree: Tree, verb: int, denied: bool = False) -> Claim:
    """The claim that a reporting verb opens; a passive one ("is said to") names its speaker in a by-phrase or nobody."""
    token = tree.tokens[verb]
    speaker = arguments.deep_subject(tree, verb)
    argument = Argument(tree.sentence.index, speaker) if speaker is not None else None
    return Claim(argument, Argument(tree.sentence.index, verb), token.start, token.end, denied)


def quote_claim(quote: Quote, tree: Tree) -> Claim:
    """The claim of a quotation's speaker."""
    return Claim(quote.speaker, quote.verb, quote.start, quote.end)
