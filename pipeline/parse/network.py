"""The shape of the model and the schedule of its training, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

ATTRIBUTES = ("NORM", "PREFIX", "SUFFIX", "SHAPE")  # what the model sees of a word
MIN_ACTION_FREQUENCY = 30  # rarer parser actions are not learned


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides what comes out of a training run besides the data."""

    width: int = 128  # of a word's vector
    depth: int = 4  # layers of context, one word to each side per layer
    pieces: int = 3  # of each maxout unit of these layers
    rows: tuple[int, ...] = (8000, 2000, 5000, 4000)  # of the hash table of each attribute
    hidden: int = 64  # units of the parser's state
    steps: int = 500
    batch_words: int = 1000
    rate: float = 0.001  # highest learning rate; it falls to 0 in a straight line
    warmup: int = 50  # steps to reach it
    dropout: float = 0.1
    copies: tuple[int, ...] = (1, 3, 3)  # how often EWT, PUD and GUM are seen per epoch
    drills: int = 3000  # made-up sentences per epoch
    seed: int = 7


SIZES = {
    "shipped": Settings(),
    "teacher": Settings(hidden=128, steps=5000, rate=0.0015, warmup=200, dropout=0.15, copies=(1, 2, 2), drills=0),
}


def config(settings: Settings) -> dict[str, Any]:
    """The configuration of a spaCy pipeline of tok2vec, tagger and parser."""
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": settings.width, "upstream": "*"}
    return {
        "nlp": {"lang": "en", "pipeline": ["tok2vec", "tagger", "parser"]},
        "components": {
            "tok2vec": {"factory": "tok2vec", "model": _tok2vec(settings)},
            "tagger": {"factory": "tagger", "model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}},
            "parser": {
                "factory": "parser",
                "min_action_freq": MIN_ACTION_FREQUENCY,
                "learn_tokens": False,
                "model": _parser(settings, listener),
            },
        },
    }


def _tok2vec(settings: Settings) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": settings.width,
            "attrs": list(ATTRIBUTES),
            "rows": list(settings.rows),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": settings.width,
            "depth": settings.depth,
            "window_size": 1,
            "maxout_pieces": settings.pieces,
        },
    }


def _parser(settings: Settings, listener: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": settings.hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": listener,
    }
