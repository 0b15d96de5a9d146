"""The figure's body at rest: joints, surface, and which bones carry each point of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coxa.body.figure.turns import Floats
from coxa.errors import MissingPart

PATH = Path(__file__).parent / "data" / "figure.npz"
MOSTLY = 0.9
"""The weight from which on a point belongs to one bone."""

EVERY_POINT = 6
"""Of the surface's points, one in so many is looked at to find what touches the floor."""


BODIES_KEPT = 4
"""Of so many bodies, what is worked out from their surface is kept."""


@dataclass(frozen=True, eq=False)
class Rest:
    """A standing body: joints by bone; surface points (n, 3) with weights (n, bones); faces."""

    bones: tuple[str, ...]
    parents: tuple[int, ...]
    joints: dict[str, Floats]
    points: Floats
    weights: Floats
    colours: Floats
    triangles: NDArray[np.int64]

    def between(self, upper: str, lower: str) -> Floats:
        """From one joint to another, m."""
        return self.joints[lower] - self.joints[upper]

    def length(self, upper: str, lower: str) -> float:
        """Distance between two joints, m."""
        return float(np.linalg.norm(self.between(upper, lower)))

    @property
    def mainly(self) -> NDArray[np.int64]:
        """The bone that carries most of each point."""
        bone: NDArray[np.int64] = self.weights.argmax(axis=1)
        return bone

    def hand(self, side: str) -> Hand:
        """The surface of one hand at rest, from its wrist."""
        name = f"{side}Hand"
        near = self.weights[:, self.bones.index(name)] > MOSTLY
        points = self.points[near] - self.joints[name]
        middle = points.mean(axis=0)
        # A hand is flattest across its palm; at rest the palms face down.
        palm = np.linalg.svd(points - middle, full_matrices=False)[2][2]
        palm = -palm * np.sign(palm[1])
        fingers = middle - (middle @ palm) * palm
        return Hand(points, fingers / np.linalg.norm(fingers), palm)


@dataclass(frozen=True, eq=False)
class Hand:
    """Points (n, 3) from the wrist, m; unit vectors along the fingers and out of the palm."""

    points: Floats
    fingers: Floats
    palm: Floats


@lru_cache(maxsize=2 * BODIES_KEPT)
def resting_hand(body: Rest, side: str) -> Hand:
    """The hand of one side (``Left`` or ``Right``) of a body at rest."""
    return body.hand(side)


@lru_cache(maxsize=1)
def rest() -> Rest:
    """The body that the build put beside this file.

    Raises
    ------
    MissingPart
        When it is not there.
    """
    if not PATH.exists():
        raise MissingPart("figure_missing", file=str(PATH))
    with np.load(PATH) as stored:
        bones = tuple(str(name) for name in stored["names"])
        weights = np.zeros((len(stored["points"]), len(bones)))
        np.put_along_axis(weights, stored["bones"].astype(np.int64), stored["weights"], axis=1)
        return Rest(
            bones=bones,
            parents=tuple(int(k) for k in stored["parents"]),
            joints=dict(zip(bones, stored["joints"], strict=True)),
            points=stored["points"].astype(np.float64),
            weights=weights,
            colours=stored["colour"].astype(np.float64),
            triangles=stored["triangles"].astype(np.int64),
        )
