"""Reads short articles and asks who a word in them stands for."""

from __future__ import annotations

from datetime import date

from pipeline.find import hear
from pipeline.parse import Parser
from pipeline.records import Argument, Candidate, Claim, Document, Modality, Participant, Reading, Toll
from pipeline.resolve.actors import cast_candidates
from pipeline.split import split
from pipeline.tag.places import tag_places
from pipeline.tag.quantities import tag_quantities
from pipeline.tag.speech import tag_quotes
from pipeline.tag.timex import tag_times


def read(text: str, parser: Parser, published: date | None = date(2022, 5, 11)) -> Reading:
    """Everything that a text says; every sentence has its tree."""
    document = Document("doc", "doc", text, "", published=published)
    sentences = split(document)
    trees = tuple(parser.parse(list(sentences), text))
    quantities = tuple(q for tree in trees for q in tag_quantities(tree))
    places, quotes = tag_places(text, sentences), tag_quotes(text, sentences)
    return hear(Reading(document, sentences, trees, tag_times(text), places, quotes, quantities))


def where(reading: Reading, word: str) -> Argument:
    """The last token of the text that is this word, or whose words end with it."""
    found = [
        Argument(tree.sentence.index, token.i) for tree in reading.trees if tree for token in tree.tokens if token.text == word
    ]
    assert found, f"no token '{word}'"
    return found[-1]


def act(
    reading: Reading,
    *,
    event_type: str = "ACCUSE",
    tolls: tuple[tuple[str, str], ...] = (),
    speaker: str | None = None,
    claimed: bool = False,
    **roles: str | tuple[str, ...],
) -> Candidate:
    """A candidate whose roles, tolls (kind, word) and claim are given by words."""
    arguments = {role: (words,) if isinstance(words, str) else words for role, words in roles.items()}
    claims = (Claim(where(reading, speaker) if speaker else None, None, 0, 1),) if speaker or claimed else ()
    return Candidate(
        sentence=len(reading.sentences) - 1,
        frame="test/frame",
        event_type=event_type,
        mode="",
        heads=(),
        trigger_start=0,
        trigger_end=1,
        ordinal=0,
        roles=tuple((role, tuple(where(reading, word) for word in words)) for role, words in arguments.items()),
        tolls=tuple(Toll(kind, where(reading, word)) for kind, word in tolls),
        modality=Modality("occurred", claims=claims),
    )


def cast(reading: Reading, candidate: Candidate) -> tuple[Participant, ...]:
    """The participants of one candidate."""
    return cast_candidates(reading, (candidate,))[0]


def actor(text: str, word: str, parser: Parser, published: date | None = date(2022, 5, 11)) -> Participant | None:
    """The participant that one word of a text names as an actor."""
    reading = read(text, parser, published)
    found = cast(reading, act(reading, actor=word))
    return found[0] if found else None
