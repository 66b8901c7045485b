"""Starts a model from the parameters of a larger one: all of its encoder and tagger, the strongest units of its parser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language


def inherit(nlp: Language, teacher: Language) -> None:
    """Sets the parameters of an initialized pipeline. Widths and labels must be equal, the parser's hidden layer may be smaller.

    Of the teacher's hidden units those are kept whose weights are largest; training then makes up for the rest.
    """
    for name in ("tok2vec", "tagger"):
        pipes: tuple[Any, Any] = nlp.get_pipe(name), teacher.get_pipe(name)
        nodes = [[node for node in pipe.model.walk(order="dfs_pre") if node.param_names] for pipe in pipes]
        for node, source in zip(*nodes, strict=True):
            for parameter in node.param_names:
                node.set_param(parameter, source.get_param(parameter).copy())
    own: Any = nlp.get_pipe("parser")
    other: Any = teacher.get_pipe("parser")
    _shrink(own.model, other.model)


def _shrink(small: Any, large: Any) -> None:
    """Copies the kept units of three layers: linear (word to input), lower (inputs to hidden), upper (hidden to action)."""
    linear, lower, upper = (_layers(large)[name] for name in ("linear", "lower", "upper"))
    weights, actions = lower.get_param("W"), upper.get_param("W")  # (feature, hidden, piece, input), (action, hidden)
    strength = np.sqrt((weights**2).sum(axis=(0, 2, 3)) * (actions**2).sum(axis=0))
    use = np.sqrt((weights**2).sum(axis=(0, 1, 2)) * (linear.get_param("W") ** 2).sum(axis=1))
    hidden = _strongest(strength, _layers(small)["upper"].get_dim("nI"))
    inputs = _strongest(use, _layers(small)["linear"].get_dim("nO"))
    kept = {
        "linear": {"W": linear.get_param("W")[inputs], "b": linear.get_param("b")[inputs]},
        "lower": {
            "W": weights[:, hidden][..., inputs],
            "b": lower.get_param("b")[hidden],
            "pad": lower.get_param("pad")[:, :, hidden],
        },
        "upper": {"W": actions[:, hidden], "b": upper.get_param("b")},
    }
    for name, parameters in kept.items():
        for parameter, value in parameters.items():
            _layers(small)[name].set_param(parameter, np.ascontiguousarray(value))


def _layers(model: Any) -> dict[str, Any]:
    linear = next(node for node in model.get_ref("tok2vec").walk() if node.name == "linear")
    return {"linear": linear, "lower": model.get_ref("lower"), "upper": model.get_ref("upper")}


def _strongest(strength: Any, count: int) -> Any:
    """Indices of the largest values, in order."""
    return np.sort(np.argsort(-strength, kind="stable")[:count])
