"""From the room to the picture: a camera whose lens is guessed and whose place is found.

The picture's x goes right and its y down; a point in the camera's frame has z in front of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from coxa.body.figure import CameraView
from coxa.watching.points import Floats

FOCAL_PER_LONG_SIDE = 0.87
"""A laptop's camera sees about 60 degrees across, a phone's little more or less; what is guessed
wrongly shows as distance, which nothing here depends on."""
NEAREST_M = 0.4


@dataclass(frozen=True, eq=False)
class Lens:
    """Where a camera stands: a point p of the room is at ``turn @ (p - middle) + offset_m``.

    Attributes
    ----------
    turn : (3, 3), from the room to the camera.
    middle : (3,), the point of the room that the camera is turned about.
    offset_m : (3,), where that point is in the camera's frame.
    focal_px, centre_px : of the picture.
    """

    turn: Floats
    middle: Floats
    offset_m: Floats
    focal_px: float
    centre_px: Floats

    def moved(self, turned: Floats, shifted_m: Floats) -> Self:
        """The camera after the room has turned by a small vector (3,) and shifted (3,)."""
        return type(self)(
            self.turn @ small_turn(turned),
            self.middle,
            self.offset_m + shifted_m,
            self.focal_px,
            self.centre_px,
        )

    def seen(self, points_m: Floats) -> tuple[Floats, Floats]:
        """Pixels (n, 2) of points (n, 3), and how they change with the point: (n, 2, 3)."""
        there = (points_m - self.middle) @ self.turn.T + self.offset_m
        depth = np.maximum(there[:, 2], NEAREST_M)
        pixels = self.centre_px + self.focal_px * there[:, :2] / depth[:, None]
        by_camera = np.zeros((len(there), 2, 3))
        by_camera[:, 0, 0] = by_camera[:, 1, 1] = self.focal_px / depth
        by_camera[:, :, 2] = -self.focal_px * there[:, :2] / depth[:, None] ** 2
        return pixels, by_camera

    @property
    def scale_px_m(self) -> float:
        """Pixels to a metre at the middle."""
        return float(self.focal_px / max(self.offset_m[2], NEAREST_M))


def lens_of(view: CameraView, middle: Floats, width_px: int, height_px: int) -> Lens:
    """The camera of the catalogue, looking at its target."""
    position, target = np.array(view.position), np.array(view.target)
    forward = target - position
    forward /= np.linalg.norm(forward)
    right = np.cross(forward, [0.0, 1.0, 0.0])
    right /= np.linalg.norm(right)
    turn = np.stack([right, np.cross(forward, right), forward])
    return Lens(
        turn,
        middle,
        turn @ (middle - position),
        FOCAL_PER_LONG_SIDE * max(width_px, height_px),
        np.array([width_px, height_px]) / 2,
    )


def small_turn(vector: Floats) -> Floats:
    """The rotation matrix of a rotation vector, radians (Rodrigues)."""
    angle = float(np.linalg.norm(vector))
    if angle < 1e-12:
        return np.eye(3)
    x, y, z = vector / angle
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    turned: Floats = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    return turned


def crosses(points_m: Floats) -> Floats:
    """How points (n, 3) move when the room turns by a small vector: (n, 3, 3)."""
    made = np.zeros((len(points_m), 3, 3))
    x, y, z = points_m.T
    made[:, 0, 1], made[:, 0, 2] = z, -y
    made[:, 1, 0], made[:, 1, 2] = -z, x
    made[:, 2, 0], made[:, 2, 1] = y, -x
    return made
