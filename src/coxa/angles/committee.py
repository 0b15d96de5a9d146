"""A few small nets that were taught alike and judge together: their mean, and how far they differ.

Each is a multilayer perceptron with ``tanh`` between its layers (Bishop, *Pattern Recognition and
Machine Learning*, 2006, chapter 5). They differ by where their teaching began; on a picture unlike
those that taught them they part company, which tells that they guess (Lakshminarayanan, Pritzel
and Blundell, "Simple and scalable predictive uncertainty estimation using deep ensembles", 2017).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Layer = tuple[Floats, Floats]
"""Weights (inputs, outputs) and offsets (outputs,)."""

FURTHEST = 5.0
"""In spreads of the teaching: what lies beyond is taken to lie there, so no answer runs away."""


@dataclass(frozen=True)
class Committee:
    """Answers that vanish at rest, from named features.

    Attributes
    ----------
    moved : features that are zero at rest.
    standing : features of the rest alone.
    centre, spread : (moved + standing,) of each feature while teaching; the centre of what is zero
        at rest is zero.
    members : each net's layers.
    outputs : what the nets answer.
    """

    moved: tuple[str, ...]
    standing: tuple[str, ...]
    centre: Floats
    spread: Floats
    members: tuple[tuple[Layer, ...], ...]
    outputs: tuple[str, ...]

    def __call__(self, features: Mapping[str, Floats]) -> tuple[Floats, Floats]:
        """The members' mean and their standard deviation, (..., outputs) each.

        What a net answers is its value now less its value at rest, so a leg that has not moved
        reads zero.

        Raises
        ------
        KeyError : for a feature that is not there.
        """
        now = self.inputs(features)
        rest = now.copy()
        rest[..., : len(self.moved)] = 0.0
        answers = np.stack([answer(member, now) - answer(member, rest) for member in self.members])
        return answers.mean(axis=0), answers.std(axis=0)

    def inputs(self, features: Mapping[str, Floats]) -> Floats:
        """(..., moved + standing): what the nets are shown."""
        named = np.broadcast_arrays(*(features[name] for name in self.moved + self.standing))
        raw = np.stack(named, axis=-1)
        return np.clip((raw - self.centre) / self.spread, -FURTHEST, FURTHEST)

    @classmethod
    def from_dict(cls, table: Mapping[str, Any]) -> Committee:
        """What :meth:`to_dict` wrote."""
        return cls(
            moved=tuple(table["moved"]),
            standing=tuple(table["standing"]),
            centre=np.array(table["centre"]),
            spread=np.array(table["spread"]),
            members=tuple(
                tuple((np.array(layer["weights"]), np.array(layer["offsets"])) for layer in member)
                for member in table["members"]
            ),
            outputs=tuple(table["outputs"]),
        )

    def to_dict(self, digits: int) -> dict[str, Any]:
        """Plain lists, rounded to ``digits`` after the point."""
        return {
            "outputs": list(self.outputs),
            "moved": list(self.moved),
            "standing": list(self.standing),
            "centre": self.centre.round(digits).tolist(),
            "spread": self.spread.round(digits).tolist(),
            "members": [
                [
                    {"weights": w.round(digits).tolist(), "offsets": b.round(digits).tolist()}
                    for w, b in member
                ]
                for member in self.members
            ],
        }


def answer(layers: tuple[Layer, ...], inputs: Floats) -> Floats:
    """(..., outputs): one net's value for (..., inputs)."""
    value = inputs
    for weights, offsets in layers[:-1]:
        value = np.tanh(value @ weights + offsets)
    weights, offsets = layers[-1]
    return np.asarray(value @ weights + offsets)
