"""What a dependency tree says by itself: dependents, phrases, prepositions, kinds of clauses.

Every function takes a tree and token indices and gives token indices of the same tree; nothing here knows a word's meaning.
Relations are UD v2 (https://universaldependencies.org/u/dep/). Who is subject or object in the end is in `arguments.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import Token, Tree

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET"})
ADJUNCTS = frozenset(
    {"obl", "nmod", "obl:agent", "obl:tmod", "nmod:tmod", "obl:unmarked", "nmod:unmarked", "obl:npmod", "nmod:npmod"}
)
AMOUNTS = frozenset(
    "several many most some more all half two-thirds both each part dozens scores hundreds thousands"
    " hours day days night nights week weeks month months year years".split()
)


def dependents(tree: Tree, head: int, *relations: str) -> list[int]:
    """The dependents of a token with one of these relations, in text order."""
    return [c for c in tree.children[head] if tree.tokens[c].dep in relations]


def first(tree: Tree, head: int, *relations: str) -> int | None:
    """The first dependent with one of these relations."""
    for c in tree.children[head]:
        if tree.tokens[c].dep in relations:
            return c
    return None


def is_verbal(token: Token) -> bool:
    """A verb form, an auxiliary included; also an adjectival participle that carries a subject is tagged VBN."""
    return token.tag.startswith("VB") or token.tag == "MD"


def is_nominal(token: Token) -> bool:
    """A noun, name, pronoun or number: something that can fill a role."""
    return token.pos in NOMINAL or token.tag.startswith(("NN", "PRP", "CD"))


def ancestors(tree: Tree, i: int) -> Iterator[int]:
    """The governors of a token, nearest first, up to the root."""
    while tree.tokens[i].head != i:
        i = tree.tokens[i].head
        yield i


def subtree(tree: Tree, head: int) -> list[int]:
    """All tokens governed by a token, itself included, in text order."""
    out, stack = [], [head]
    while stack:
        i = stack.pop()
        out.append(i)
        stack.extend(tree.children[i])
    return sorted(out)


def conjuncts(tree: Tree, head: int) -> list[int]:
    """A token and everything coordinated with it: "A, B and C" gives the heads of all three."""
    out = [head]
    for c in tree.children[head]:
        token = tree.tokens[c]
        if token.dep == "conj" and (is_nominal(token) or is_verbal(token) == is_verbal(tree.tokens[head])):
            out.extend(conjuncts(tree, c))
    return out


def parted(tree: Tree, head: int) -> list[int]:
    """What a word for an amount is some of: "several of the camps", "three of their houses", "two days of
    clashes"."""
    token = tree.tokens[head]
    if token.tag != "CD" and token.text.lower() not in AMOUNTS:
        return []
    return [c for c in cased(tree, head, frozenset(("of",))) if tree.tokens[c].tag != "CD"]


def case_of(tree: Tree, head: int) -> str:
    """The preposition of an adjunct in lower case, "" without one; "out of" is "out"; "because of" is "because"."""
    case = first(tree, head, "case")
    if case is None and not is_verbal(tree.tokens[head]):
        case = next((c for c in dependents(tree, head, "mark") if tree.tokens[c].tag in ("TO", "IN")), None)
    return tree.tokens[case].lemma.lower() if case is not None else ""


def cases_of(tree: Tree, head: int) -> list[str]:
    """All prepositions of an adjunct in lower case: "out of" is both."""
    return [tree.tokens[c].lemma.lower() for c in tree.children[head] if tree.tokens[c].dep == "case"]


def mark_of(tree: Tree, head: int) -> str:
    """The conjunction or "to" that opens a clause, in lower case; the last one before the verb."""
    own = [tree.tokens[c] for c in tree.children[head]]
    marks = [t.text.lower() for t in own if t.dep in ("mark", "case") or (t.dep == "advmod" and t.tag == "WRB")]
    return marks[-1] if marks else ""


def is_infinitive(tree: Tree, head: int) -> bool:
    """A clause opened by "to": "to prevent escalation"."""
    return any(tree.tokens[c].tag == "TO" for c in tree.children[head])


def clausal(tree: Tree, i: int) -> bool:
    """The token heads a clause: a verb, or a predicate with a copula."""
    return is_verbal(tree.tokens[i]) or first(tree, i, "cop", "nsubj") is not None


def is_finite(tree: Tree, verb: int) -> bool:
    """The clause has a tensed verb or a finite auxiliary."""
    token = tree.tokens[verb]
    if token.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(tree.tokens[c].tag in ("MD", "VBD", "VBZ", "VBP") for c in dependents(tree, verb, "aux", "aux:pass", "cop"))


def cased(tree: Tree, head: int, cases: frozenset[str]) -> list[int]:
    """The prepositional dependents of one token."""
    return [c for c in tree.children[head] if tree.tokens[c].dep in ADJUNCTS and not cases.isdisjoint(cases_of(tree, c))]


def noun_phrase(tree: Tree, head: int) -> list[int]:
    """The tokens of a noun phrase without relative clauses, appositions, coordination and punctuation."""
    out, stack = [], [head]
    while stack:
        i = stack.pop()
        out.append(i)
        stack.extend(
            c
            for c in tree.children[i]
            if tree.tokens[c].dep
            not in ("acl:relcl", "acl", "conj", "cc", "appos", "punct", "parataxis", "case", "advcl", "cop", "nsubj")
            or (i != head and tree.tokens[c].dep == "case")
        )
    return sorted(out)
