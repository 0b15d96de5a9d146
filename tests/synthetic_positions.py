"""A stick figure that lies prone or supine, or stands with one knee lifted.

Shares no code with ``coxa``. Axes as in :mod:`tests.synthetic_body`: the camera looks towards -z,
so a lying figure has its head, a standing one its face, towards the camera.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.quantities import Side, Test
from coxa.records import Landmark
from tests.synthetic_body import Camera, about

Floats = NDArray[np.float64]

# How a body that stands upright (x to its left, y to its head, z to its face) is laid down.
LAID = {
    Test.PRONE: about("x", 90),
    Test.SUPINE_90_90: about("y", 180) @ about("x", -90),
    Test.STANDING: np.eye(3),
}
# Of the upright body: the tested thigh and shank at zero, and the other leg.
THIGH = {
    Test.PRONE: np.array([0.0, -1.0, 0.0]),
    Test.SUPINE_90_90: np.array([0.0, 0.0, 1.0]),
    Test.STANDING: np.array([0.0, 0.0, 1.0]),
}
SHANK = {
    Test.PRONE: np.array([0.0, 0.0, -1.0]),
    Test.SUPINE_90_90: np.array([0.0, -1.0, 0.0]),
    Test.STANDING: np.array([0.0, -1.0, 0.0]),
}
CAMERAS = {
    Test.PRONE: Camera(pitch_deg=36, height_m=1.75, distance_m=2.1),
    Test.SUPINE_90_90: Camera(pitch_deg=40, height_m=1.95, distance_m=2.0),
    Test.STANDING: Camera(pitch_deg=0, height_m=0.9, distance_m=3.2),
}


@dataclass(frozen=True)
class OneLeg:
    """Joints for given rotations of the tested hip; the other leg is straight."""

    test: Test
    side: Side = Side.RIGHT
    thigh_m: float = 0.43
    shank_m: float = 0.41
    heading_deg: float = 0.0

    def joints(
        self, right_deg: float, left_deg: float, right_tilt_deg: float = 0.0
    ) -> dict[Landmark, Floats]:
        """Joint positions, metres. Rotations internal positive, relative to the pelvis."""
        pelvis = about("z" if self.test is Test.STANDING else "y", -right_tilt_deg)
        found: dict[Landmark, Floats] = {Landmark.NOSE: np.array([0.0, 0.7, 0.1])}
        for side, out, turn_deg in ((Side.RIGHT, -1.0, right_deg), (Side.LEFT, 1.0, left_deg)):
            hip = pelvis @ np.array([out * 0.09, 0.0, 0.0])
            if side is self.side:
                thigh, shank = THIGH[self.test], SHANK[self.test]
                # Turning inward carries a bent foot outward.
                a = np.radians(turn_deg)
                shank = np.cos(a) * shank + np.sin(a) * np.array([out, 0.0, 0.0])
                thigh, shank = pelvis @ thigh, pelvis @ shank
            else:
                thigh = shank = np.array([out * 0.05, -1.0, 0.0])
            knee = hip + self.thigh_m * thigh
            ankle = knee + self.shank_m * shank
            for part, place in {
                "HIP": hip,
                "KNEE": knee,
                "ANKLE": ankle,
                "HEEL": ankle + 0.05 * shank,
                "FOOT_INDEX": ankle + 0.2 * shank,
                "SHOULDER": np.array([out * 0.19, 0.5, 0.0]),
            }.items():
                found[Landmark[f"{side.name}_{part}"]] = place
        height = np.array([0.0, 0.9 if self.test is Test.STANDING else 0.15, 0.0])
        laid = about("y", self.heading_deg) @ LAID[self.test]
        return {mark: laid @ place + height for mark, place in found.items()}
