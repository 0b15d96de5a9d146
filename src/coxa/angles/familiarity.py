"""How familiar a resting body is: what a calibration was taught on it knows, and nothing beyond.

How far a body lies from those that were taught is measured by Mahalanobis' distance ("On the
generalised distance in statistics", 1936), which counts in the spreads of the taught and knows
which features go together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

INSIDE_PERCENTILE = 99.0
"""Of the taught bodies: within this distance a body is one of them."""
STRANGE = 2.0
"""From this many times that distance on it is like none of them."""
MISREAD, SIFTINGS = 3.5, 4
"""Taught bodies at more than so many times the median distance were misread by the pose model."""


@dataclass(frozen=True)
class Familiarity:
    """The bodies at rest that taught a calibration.

    Attributes
    ----------
    names : features of the rest.
    centre : (k,) their mean.
    whitening : (k, k), turns what differs from the mean into numbers of unit spread that have
        nothing to do with one another.
    inside : the distance within which nearly all of them lie.
    """

    names: tuple[str, ...]
    centre: Floats
    whitening: Floats
    inside: float

    def __call__(self, features: Mapping[str, Floats]) -> Floats:
        """(...): 1 for a body like the taught ones, 0 for a strange one, less and less between."""
        beyond = self.distance(features) / self.inside - 1
        return np.asarray(np.clip(1 - beyond / (STRANGE - 1), 0.0, 1.0))

    def distance(self, features: Mapping[str, Floats]) -> Floats:
        """(...): how many spreads a body is away from the mean.

        Raises
        ------
        KeyError : for a feature that is not there.
        """
        away = _stacked(features, self.names) - self.centre
        return np.asarray(np.linalg.norm(away @ self.whitening.T, axis=-1))

    @classmethod
    def of(cls, features: Mapping[str, Floats], names: Sequence[str], digits: int) -> Familiarity:
        """With bodies like these, (n,) each; numbers rounded to ``digits`` after the point.

        A few of them may have been misread altogether. So those far out are left aside, and the
        rest described again.
        """
        shown = _stacked(features, names)
        kept = np.ones(len(shown), dtype=np.bool_)
        for _ in range(SIFTINGS):
            lower = np.linalg.cholesky(np.cov(shown[kept], rowvar=False))
            taught = cls(
                tuple(names),
                shown[kept].mean(axis=0).round(digits),
                np.linalg.inv(lower).round(digits),
                inside=1.0,
            )
            away = taught.distance(features)
            kept = away < MISREAD * np.median(away)
        inside = round(float(np.percentile(away[kept], INSIDE_PERCENTILE)), digits)
        return replace(taught, inside=inside)

    @classmethod
    def from_dict(cls, table: Mapping[str, Any]) -> Familiarity:
        """What :meth:`to_dict` wrote."""
        return cls(
            names=tuple(table["names"]),
            centre=np.array(table["centre"]),
            whitening=np.array(table["whitening"]),
            inside=table["inside"],
        )

    def to_dict(self) -> dict[str, Any]:
        """Plain lists."""
        return {
            "names": list(self.names),
            "centre": self.centre.tolist(),
            "whitening": self.whitening.tolist(),
            "inside": self.inside,
        }


def _stacked(features: Mapping[str, Floats], names: Sequence[str]) -> Floats:
    return np.stack(np.broadcast_arrays(*(features[name] for name in names)), axis=-1)
