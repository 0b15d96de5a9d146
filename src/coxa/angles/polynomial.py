"""A sum of named products, whose coefficients can be read and checked by eye."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

CONSTANT = "1"


@dataclass(frozen=True)
class Polynomial:
    """``terms`` such as ``"swing*thigh_out"`` or ``"swing*|swing|"``, each with its coefficient;
    ``"1"`` is the constant.
    """

    coefficients: Mapping[str, float]

    def __call__(self, features: Mapping[str, Floats]) -> Floats:
        """(...): the sum over the terms."""
        values = np.stack(products(features, tuple(self.coefficients)), axis=-1)
        return np.asarray(values @ np.array(tuple(self.coefficients.values())))


def products(features: Mapping[str, Floats], terms: Sequence[str]) -> list[Floats]:
    """The value of each term, all of one shape. Raises KeyError on an unknown feature."""
    shape = np.broadcast_shapes(*(np.shape(value) for value in features.values()))
    found = []
    for term in terms:
        product = np.ones(shape)
        for name in term.split("*") if term != CONSTANT else ():
            product = product * _factor(features, name)
        found.append(product)
    return found


def _factor(features: Mapping[str, Floats], name: str) -> Floats:
    return np.abs(features[name[1:-1]]) if name.startswith("|") else features[name]
