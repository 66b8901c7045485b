"""From a trigger's head along a role path to the tokens that stand there."""

from __future__ import annotations

from pipeline.find import arguments, syntax
from pipeline.lexicon.paths import Path, Paths, Step
from pipeline.records import Tree

Walked = dict[tuple[int, int], list[int]]
"""What the paths of one tree were found to lead to: (head, path) → tokens. One for each tree."""

LINKING = frozenset("remain stay seem appear become feel sound look keep".split())  # "remains opposed": who is opposed
SIMPLE = {
    "xcomp": ("xcomp",),
    "acl": ("acl", "acl:relcl"),
    "appos": ("appos",),
    "conj": ("conj",),
    "advmod": ("advmod",),
    "aux": ("aux", "aux:pass"),
    "nummod": ("nummod",),
    "det": ("det",),
    "cop": ("cop",),
    "amod": ("amod",),
    "parataxis": ("parataxis",),
    "case": ("case",),
}


def take_step(tree: Tree, head: int, step: Step) -> list[int]:
    """The tokens one step leads to."""
    relation = step.relation
    if relation == "nsubj":
        found = arguments.deep_subject(tree, head)
        return [] if found is None else [found]
    if relation == "obj":
        found = arguments.deep_object(tree, head)
        return (
            ([] if found is None else [arguments.whole_of(tree, found)])
            if not step.cases
            else arguments.adjuncts(tree, head, step.cases)
        )
    if relation == "obl":
        return arguments.adjuncts(tree, head, step.cases) if step.cases else syntax.dependents(tree, head, *syntax.ADJUNCTS)
    if relation == "poss":
        return [arguments.antecedent(tree, c) for c in syntax.dependents(tree, head, "nmod:poss")]
    if relation == "compound":
        return [
            c
            for c in syntax.dependents(tree, head, "compound", "amod")
            if tree.tokens[c].tag in ("NN", "NNS", "NNP", "NNPS", "JJ")
        ]
    if relation == "advcl":
        found_all = syntax.dependents(tree, head, "advcl")
        return [c for c in found_all if not step.cases or syntax.mark_of(tree, c) in step.cases]
    if relation == "iobj":
        objects = syntax.dependents(tree, head, "obj")
        return syntax.dependents(tree, head, "iobj") or (objects[:1] if len(objects) > 1 else [])
    if relation == "surface":
        token = tree.tokens[head]
        is_linked = token.dep == "xcomp" and tree.tokens[token.head].lemma in LINKING
        holders = (head, token.head) if is_linked else (head,)
        found_all = [c for holder in holders for c in syntax.dependents(tree, holder, "nsubj", "nsubj:pass")]
        return [arguments.antecedent(tree, c) for c in found_all]
    if relation == "ccomp":  # also what stands before ", he said"
        inserted = [tree.tokens[head].head] if tree.tokens[head].dep == "parataxis" else []
        return syntax.dependents(tree, head, "ccomp") or inserted
    if relation == "head":  # of a list, what governs the whole of it
        while tree.tokens[head].dep == "conj":
            head = tree.tokens[head].head
        return [tree.tokens[head].head] if tree.tokens[head].head != head else []
    return syntax.dependents(tree, head, *SIMPLE[relation])


def take_path(tree: Tree, head: int, path: Path) -> list[int]:
    """The tokens a whole path leads to."""
    heads = [head]
    for step in path:
        heads = [found for h in heads for found in take_step(tree, h, step)]
    return heads


def take_union(tree: Tree, head: int, union: tuple[Path, ...], walked: Walked) -> list[int]:
    """The tokens that some paths lead to together, in text order, without repetition; remembered in `walked`."""
    key = head, id(union)  # paths live as long as the lexicon
    found = walked.get(key)
    if found is None:
        found = walked[key] = sorted({i for path in union for i in take_path(tree, head, path)})
    return found


def follow(tree: Tree, head: int, paths: Paths, walked: Walked) -> list[int]:
    """The tokens of the first union of paths that leads anywhere."""
    for union in paths:
        if found := take_union(tree, head, union, walked):
            return found
    return []
