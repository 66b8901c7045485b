"""Does a frame read its own examples? Each `yes` must give an event of that frame with the roles it names, no `no` may."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.find import find, hear, syntax
from pipeline.lexicon.frameset import Example, Frame
from pipeline.records import Argument, Candidate, Document, Reading, Sentence, Tree
from pipeline.tag.places import tag_places
from pipeline.tag.speech import tag_quotes
from pipeline.tag.timex import tag_times

Parse = Callable[[tuple[Sentence, ...], str], list[Tree]]


def read_sentence(text: str, parse: Parse) -> Reading:
    """One sentence, parsed and tagged."""
    sentences = (Sentence(0, 0, len(text), 0),)
    document = Document("doc_example", "example", text, "")
    tagged = Reading(
        document,
        sentences,
        tuple(parse(sentences, text)),
        times=tag_times(text),
        places=tag_places(text, sentences),
        quotes=tag_quotes(text, sentences),
    )
    return hear(tagged)


def problems(frame: Frame, parse: Parse) -> list[str]:
    """What a frame gets wrong of its own examples, one line each; empty when it proves itself."""
    out = []
    for example in frame.yes:
        reading = read_sentence(example.text, parse)
        candidates, rejected = find(reading)
        own = [c for c in candidates if c.frame == frame.name or merged_into(frame, c)]
        if not own:
            instead = [c.frame for c in candidates] + [f"{r.frame} ({r.reason})" for r in rejected]
            out.append(f"{frame.name}: not found in: {example.text} (found {instead or 'nothing'})")
        else:
            out += wrong_roles(frame, example, own[0], reading)
    for text in frame.no:
        found = [c for c in find(read_sentence(text, parse))[0] if c.frame == frame.name]
        out += [f"{frame.name}: found in: {text}"] if found else []
    return out


def merged_into(frame: Frame, candidate: Candidate) -> bool:
    """A result frame ("killed") may stand inside the act that caused it."""
    return bool(frame.toll) and any(t.kind == frame.toll for t in candidate.tolls) and candidate.event_type == frame.event_type


def wrong_roles(frame: Frame, example: Example, candidate: Candidate, reading: Reading) -> list[str]:
    """Roles whose words are not those of the example."""
    out = []
    for role, words in example.roles:
        said = [phrase(reading, a) for a in candidate.role(role)]
        if not any(words == s or (words in s and s.startswith(words)) for s in said):
            out.append(f"{frame.name}: {role} is {said} for '{words}' in: {example.text}")
    return out


def phrase(reading: Reading, argument: Argument) -> str:
    """The words of an argument's noun phrase."""
    tree = reading.trees[argument.sentence]
    assert tree is not None
    inside = syntax.noun_phrase(tree, argument.head)
    return reading.document.text[tree.tokens[inside[0]].start : tree.tokens[inside[-1]].end]
