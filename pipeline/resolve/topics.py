"""What an act is about happened before it, and need not have happened there: the killing that a march protests, the attack
over which somebody was arrested, the bombing that a council discusses."""

from __future__ import annotations

from pipeline.records import Tree
from pipeline.resolve.attach import cue_of, path_up
from pipeline.resolve.clauses import clause_of, is_judging, is_verb

MATTERS = frozenset(("over", "about", "regarding", "concerning"))  # "held over the killing of"
AGAINST = frozenset("rally march protest demonstrate gather strike riot picket".split())  # of these also "against"


def is_topic(tree: Tree, head: int) -> bool:
    """Whether an event noun says what the act of its clause is about."""
    if is_verb(tree.tokens[head]):
        return False
    verb = clause_of(tree, head)
    above = (t.i for t in path_up(tree, head, verb) or () if not is_verb(t))
    cues = {cue_of(tree, i) for i in (head, *above)}
    is_against = "against" in cues and tree.tokens[verb].lemma.lower() in AGAINST
    return bool(cues & MATTERS) or is_against or is_purpose_of_judging(tree, head, verb)


def is_purpose_of_judging(tree: Tree, head: int, verb: int) -> bool:
    """ "Marched on Monday to protest the killing of two": the day of the march is not that of the killing."""
    is_infinitive = any(tree.tokens[c].tag == "TO" for c in tree.children[verb])
    return verb != head and is_infinitive and is_judging(tree.tokens[verb])
