"""Hip rotation of one bent leg from any view that sees its shank swing: lying, or knee lifted.

At rest, thigh and shank stand at a right angle. Seen from afar (scaled orthographic projection)
the thigh of length ``p`` shanks, the shank, and the direction across them are three arms of one
square corner, so their pictures fulfil, with ``k`` the shank's length in pixels seen square-on,

    T Tᵗ / p² + S Sᵗ + k² L Lᵗ = k² I        (Gauss's theorem of axonometry)

for the thigh's picture ``T``, the shank's ``S`` and the picture ``L`` of one shank length
straight across. The left two terms are measured; their larger eigenvalue is ``k²``, and ``L`` lies
along their other eigenvector. A shank turned by ``r`` then has the picture

    S' = S cos r + k L sin r

which two numbers of every frame solve for ``r``. The camera's height and side need not be known;
both follow from the same corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from coxa.quantities import ANKLE_SIGN, Side, Test, View

Floats = NDArray[np.float64]

THIGH_TO_SHANK = 1.05
"""Hip to knee over knee to ankle, as the pose model places them."""


@dataclass(frozen=True)
class BentLeg:
    """One leg at rest as the picture shows it, internal rotation leading towards ``across``.

    Attributes
    ----------
    thigh_px, shank_px : (2,) hip → knee and knee → ankle in the picture, y down.
    across_px : (2,) where one shank length straight across the leg would reach, on the side to
        which internal rotation carries the foot.
    square_px : length of the shank if it were seen square-on.
    """

    thigh_px: Floats
    shank_px: Floats
    across_px: Floats
    square_px: float

    def turned(self, shank_px: Floats) -> tuple[Floats, Floats]:
        """Rotation since rest, and apparent length, of shanks in the picture.

        Parameters
        ----------
        shank_px : (n, 2) knee → ankle.

        Returns
        -------
        rotation_deg : (n,) internal positive.
        length : (n,) in shank lengths; 1 when only a turn has happened.
        """
        corner = np.column_stack([self.shank_px, self.across_px])
        if abs(np.linalg.det(corner)) < 1e-6 * self.square_px**2:
            lost = np.full(len(shank_px), np.nan)
            return lost, lost.copy()
        along, across = np.linalg.solve(corner, np.asarray(shank_px, np.float64).T)
        return np.degrees(np.arctan2(across, along)), np.hypot(along, across)

    @property
    def thigh_seen(self) -> float:
        """How long the thigh looks, as a share of its length: 0 when it points at the camera."""
        return float(np.linalg.norm(self.thigh_px)) / (THIGH_TO_SHANK * self.square_px)

    @property
    def shank_seen(self) -> float:
        """How long the shank looks, as a share of its length."""
        return float(np.linalg.norm(self.shank_px)) / self.square_px

    @property
    def across_seen(self) -> float:
        """How much of a sideways movement the camera sees: 1 from straight ahead or behind."""
        return float(np.linalg.norm(self.across_px)) / self.square_px

    def aside_deg(self, level_part: Literal["thigh", "shank"]) -> float:
        """How far beside the camera's gaze the part of the leg points that should lie along it."""
        seen = self.thigh_seen if level_part == "thigh" else self.shank_seen
        along = np.sqrt(max(0.0, 1 - seen**2))
        beside = np.sqrt(max(0.0, 1 - self.across_seen**2))
        return float(np.degrees(np.arctan2(beside, along)))


def bent_leg(thigh_px: Floats, shank_px: Floats, test: Test, view: View, side: Side) -> BentLeg:
    """The square corner of a leg at rest.

    Parameters
    ----------
    thigh_px, shank_px : (2,) hip → knee and knee → ankle in the unmirrored picture, y down.
    """
    thigh, shank = np.asarray(thigh_px, np.float64), np.asarray(shank_px, np.float64)
    seen = np.outer(thigh, thigh) / THIGH_TO_SHANK**2 + np.outer(shank, shank)
    (small, large), axes = np.linalg.eigh(seen)
    across = axes[:, 0] * np.sqrt(max(0.0, large - small))
    if across[0] * ANKLE_SIGN[test, view, side] < 0:
        across = -across
    return BentLeg(thigh, shank, across, float(np.sqrt(large)))
